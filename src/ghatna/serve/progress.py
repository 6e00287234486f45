"""What a long run tells while it goes on and when it is over, on standard error."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from time import monotonic

import typer

from ghatna.errors import REASONS
from ghatna.run.local import Report, weigh

LARGE = 8_000_000
"""Bytes of sources from which on several processes are worth their start."""
AGAIN = "the same command goes on where this one stopped"


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def processes(sources: Sequence[str]) -> int:
    """How many processes are worth it for these sources."""
    return cores() if weigh(sources) > LARGE else 1


@contextmanager
def progress(sources: Sequence[str], report: Report) -> Iterator[Callable[[], None]]:
    """A bar of what was read, with its counts, only where a person sees it; to be called as the report grows."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[told]}"),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    began = monotonic()
    # What goes to a file or to another program is not the bar's business.
    to_screen = sys.stdout.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=to_screen) as bar:
        task = bar.add_task("", total=weigh(sources) or None, told="")

        def step() -> None:
            rate = report.articles / max(monotonic() - began, 1e-3)
            told = f"{counted(report.records, 'record')}, {counted(report.articles, 'article')}, "
            told += f"{counted(report.events, 'event')}, {rate:,.0f} articles/s"
            bar.update(task, completed=report.passed, told=told)

        yield step


def counted(number: int, what: str) -> str:
    return f"{number:,} {what}" + "s" * (number != 1)


def resumed(report: Report) -> None:
    """Say where reading goes on."""
    for source, mark in report.resumed.items():
        typer.echo(
            f"ghatna: {source}: goes on behind position {mark.number:,}, where it was stopped"
            " (hint: --afresh reads it from the start)",
            err=True,
        )


@contextmanager
def stoppable(report: Report | None, go_on: str = AGAIN) -> Iterator[None]:
    """SIGTERM stops like Ctrl-C, and both say what was done so far and how to `go_on`."""
    with ExitStack() as stack:
        if threading.current_thread() is threading.main_thread():
            before = signal.signal(signal.SIGTERM, signal.default_int_handler)
            stack.callback(signal.signal, signal.SIGTERM, before)
        try:
            yield
        except KeyboardInterrupt:
            if report is not None:
                summary(report)
            typer.echo(f"ghatna: {go_on}", err=True)
            raise


def summary(report: Report) -> None:
    """One line of what a run over more than one record did."""
    if report.records < 2:
        return
    line = f"{report.records:,} records: {counted(report.articles, 'article')}"
    line += f" ({report.held:,} of them coded before)" if report.held else ""
    line += f", {counted(report.events, 'event')}"
    if lost := sum(report.dropped.values()):
        why = ", ".join(f"{report.dropped[r]:,} {name}" for r, name in REASONS.items() if r in report.dropped)
        line += f"; {lost:,} dropped: {why}"
    typer.echo(f"ghatna: {line}", err=True)
