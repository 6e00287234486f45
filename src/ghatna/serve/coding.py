"""Verbs that read: code, read, explain."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable


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
Form = Annotated[str, typer.Option("--format", help="table, jsonl, csv or parquet.")]
Out = Annotated[Path | None, typer.Option(help="File to write to.", show_default=False)]


def code(
    source: Sources,
    store: Annotated[Path | None, typer.Option(help="Folder to keep documents and events in.")] = None,
    format: Form = "table",
    out: Out = None,
    data: Data = None,
) -> None:
    """Code the events of Hindi news."""
    form(format, out)
    from ghatna.pipeline import Coder
    from ghatna.run import local
    from ghatna.serve import output

    report = local.Report()
    coder = Coder(data=tuple(data or ()))
    with progress() as step:
        if store is None:
            pairs = local.coded(local.documents(source, report), coder.code, report, step=step)
        else:
            from ghatna.store import Store

            pairs = local.run(source, coder, Store(store), report=report, step=step)
        found = [event for _, events in pairs for event in events]
    output.write(found, format, out)
    fail(report.failed)


def read(source: Sources) -> None:
    """Print the documents of sources as JSONL."""
    import msgspec

    from ghatna.run import local

    report = local.Report()
    for document in local.documents(source, report):
        sys.stdout.write(msgspec.json.encode(document).decode() + "\n")
    fail(report.failed)


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
    if out is not None and not out.absolute().parent.is_dir():
        raise typer.BadParameter(f"no folder {out.parent}", param_hint="--out")


def fail(failed: list[str]) -> None:
    """Name the inputs that failed, one a line, and leave with 1 if there are any."""
    for line in failed:
        typer.echo(f"ghatna: {line}", err=True)
    if failed:
        raise typer.Exit(1)


@contextmanager
def progress() -> "Iterator[Callable[[], None]]":
    """A counter of documents on standard error, only where a person sees it."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} documents"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda: bar.advance(task)
