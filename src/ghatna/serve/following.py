"""The verb that goes on by itself: follow."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ghatna.serve.coding import Data, fail, placed

if TYPE_CHECKING:
    from ghatna.run.standing import Standing

STATUS = ("table", "jsonl")


def follow(
    feeds: Annotated[Path, typer.Argument(help="File that says what to follow; see docs/sources.md.")],
    store: Annotated[Path | None, typer.Option(help="Folder to keep documents and events in.")] = None,
    once: Annotated[bool, typer.Option("--once", help="Read what is new, then end: for cron.")] = False,
    status: Annotated[bool, typer.Option("--status", help="Tell how each outlet stands; ask no server.")] = False,
    log: Annotated[Path | None, typer.Option(help="File for the log, JSON lines; else standard error.")] = None,
    format: Annotated[str, typer.Option("--format", help="Of --status: table or jsonl.")] = "table",
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Ask private and local addresses too.")
    ] = False,
    data: Data = None,
) -> None:
    """Follow feeds, sitemaps and section pages: fetch new articles, code and store them."""
    if format not in STATUS:
        raise typer.BadParameter(f"{format!r} is not one of {', '.join(STATUS)}", param_hint="--format")
    placed(log, "--log")
    from ghatna.run import follow as following

    plan = following.plan(feeds, allow_private=allow_private, data=tuple(data or ()))
    where = store or plan.store
    if where is None:
        raise typer.BadParameter(f'name a folder, or put store = "…" into {feeds}', param_hint="--store")
    if status:
        show(following.standing(where), format)
        return
    from ghatna.pipeline import Coder
    from ghatna.serve.progress import stoppable
    from ghatna.store import Store

    with ExitStack() as stack:
        # Ended from outside like by Ctrl-C: what is read is stored first.
        stack.enter_context(stoppable(None))
        out = stack.enter_context(log.open("a", encoding="utf-8")) if log else sys.stderr
        report = following.follow(
            plan, Coder(data=tuple(data or ())), Store(where), once=once, journal=following.Journal(out)
        )
    fail(report.failed)


def show(found: "list[Standing]", format: str) -> None:
    """How outlets stand, as a table for people or a JSON object a line."""
    if format == "jsonl":
        import msgspec

        for one in found:
            sys.stdout.write(msgspec.json.encode(one).decode() + "\n")
        return
    from rich.cells import cell_len

    head = ("outlet", "last success", "articles", "events", "waiting", "dropped", "errors")
    rows = [head]
    for one in found:
        when = one.success.astimezone().strftime("%Y-%m-%d %H:%M") if one.success else "never"
        dropped = ", ".join(f"{n} {reason}" for reason, n in one.dropped.items()) or "0"
        error = f"{one.errors}: {one.error}" if one.errors else "0"
        rows.append((one.outlet, when, str(one.articles), str(one.events), str(one.waiting), dropped, error))
    # Marks of Devanagari take no room of their own.
    widths = [max(cell_len(row[n]) for row in rows) for n in range(len(head))]
    for row in rows:
        told = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        typer.echo("  ".join(told).rstrip())
