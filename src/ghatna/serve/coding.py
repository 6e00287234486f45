"""Verbs that read: code, read, explain."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ghatna.run.local import Report


def _named(sources: list[str]) -> list[str]:
    """Refuse an empty name, which a path takes for the current folder: wrong usage."""
    if not all(source.strip() for source in sources):
        raise typer.BadParameter("an empty name; the current folder is `.`")
    return sources


Sources = Annotated[
    list[str],
    typer.Argument(help="- (standard input), file, folder, glob or URL.", show_default=False, callback=_named),
]
Data = Annotated[list[Path] | None, typer.Option(help="Folder of your own actors, frames …; may be repeated.")]
Form = Annotated[str, typer.Option("--format", help="table, jsonl, csv, parquet, plover, polecat or gdelt.")]
Drops = Annotated[
    Path | None,
    typer.Option("--dropped", help="File (JSONL) for what gave no article, and why.", show_default=False),
]
Jobs = Annotated[int, typer.Option(min=0, help="Processes; 0 for all cores if the sources are large.")]
Afresh = Annotated[bool, typer.Option("--afresh", help="Read from the start what was stopped before.")]
Out = Annotated[Path | None, typer.Option(help="File to write to.", show_default=False)]


def code(
    source: Sources,
    store: Annotated[Path | None, typer.Option(help="Folder to keep documents and events in.")] = None,
    format: Form = "table",
    out: Out = None,
    data: Data = None,
    jobs: Jobs = 0,
    dropped: Drops = None,
    afresh: Afresh = False,
) -> None:
    """Code the events of Hindi news; with a store, a run that was stopped goes on where it was."""
    form(format, out)
    placed(dropped, "--dropped")
    from ghatna.pipeline import Coder
    from ghatna.run import local
    from ghatna.serve import output
    from ghatna.serve.progress import AGAIN, processes, progress, resumed, stoppable

    report = local.Report()
    folders = tuple(data or ())
    coder = Coder(data=folders)
    kept = None
    if store is not None:
        from ghatna.store import Store

        kept = Store(store)
    go_on = AGAIN if kept is not None else "with --store FOLDER a run that was stopped goes on where it was"
    with stoppable(report, go_on), progress(source, report) as step, output.writing(format, out) as put:
        try:
            for _, events in local.run(
                source,
                coder,
                kept,
                report=report,
                step=step,
                jobs=jobs or processes(source),
                make=partial(Coder, folders),
                folders=folders,
                dropped=dropped,
                afresh=afresh,
            ):
                put(events)
        finally:
            step()
    resumed(report)
    if kept is not None and report.documents:
        from ghatna.serve.reviewing import lost

        lost(kept)
    close(report)


def read(
    source: Sources,
    out: Out = None,
    data: Data = None,
    jobs: Jobs = 0,
    dropped: Drops = None,
    afresh: Afresh = False,
) -> None:
    """Print the documents of sources as JSONL; into a file, a run that was stopped goes on where it was."""
    placed(dropped, "--dropped")
    placed(out, "--out")
    import msgspec

    from ghatna.lexicon.all import version_of
    from ghatna.lexicon.tables import SHIPPED
    from ghatna.run import lines, local
    from ghatna.serve.progress import AGAIN, processes, progress, resumed, stoppable

    report = local.Report()
    folders = tuple(data or ())
    jobs = jobs or processes(source)
    go_on = AGAIN if out is not None else "with --out FILE a run that was stopped goes on where it was"
    with stoppable(report, go_on), progress(source, report) as step:
        if out is not None:
            version = version_of((SHIPPED, *folders))
            lines.write(
                *(source, out, report),
                version=version, jobs=jobs, folders=folders, dropped=dropped, afresh=afresh, step=step,
            )  # fmt: skip
        else:
            for document in local.documents(source, report, jobs=jobs, folders=folders, dropped=dropped):
                sys.stdout.write(msgspec.json.encode(document).decode() + "\n")
                step()
    resumed(report)
    close(report)


def explain(text: Annotated[str, typer.Argument(help="A Hindi sentence.")]) -> None:
    """Show how a sentence is read: tokens, clauses, roles, the frame that matched and those that nearly did."""
    from ghatna.pipeline import explain as told

    typer.echo(told(text))


def form(name: str, out: Path | None) -> None:
    """Refuse a format that is none, Parquet without a file, and a file where no folder is: wrong usage."""
    from ghatna.serve.output import FORMATS

    if name not in FORMATS:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(FORMATS)}", param_hint="--format")
    if name == "parquet" and out is None:
        raise typer.BadParameter("parquet needs --out FILE", param_hint="--format")
    placed(out, "--out")


def placed(out: Path | None, option: str) -> None:
    """Refuse a file where no folder is: wrong usage."""
    if out is not None and not out.absolute().parent.is_dir():
        raise typer.BadParameter(f"no folder {out.parent}", param_hint=option)


def close(report: "Report") -> None:
    """Name the inputs that failed, say what was done, and leave with 1 if any failed."""
    from ghatna.serve.progress import summary

    fail(report.failed, of=report.failures, last=lambda: summary(report))


def fail(failed: Sequence[str], *, of: int = 0, last: Callable[[], None] = lambda: None) -> None:
    """Name the inputs that failed, one a line, and leave with 1 if there are any, after the `last` words; `of` is how
    many they were where not all are named."""
    for line in failed:
        typer.echo(f"ghatna: {line}", err=True)
    if (more := of - len(failed)) > 0:
        typer.echo(f"ghatna: {more:,} more failed (hint: --dropped FILE keeps them all)", err=True)
    last()
    if failed:
        raise typer.Exit(1)
