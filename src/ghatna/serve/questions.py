"""Verbs that ask a store: events, stories, show, sql, versions, codebook."""

import csv
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from ghatna.serve.coding import Form, Out, form, placed

Folder = Annotated[Path, typer.Option(help="Folder of the store.")]
HERE = Path("ghatna-store")


def events(
    store: Folder = HERE,
    actor: Annotated[str | None, typer.Option(help="Country or body code, name, or words.")] = None,
    recipient: Annotated[str | None, typer.Option(help="The same for the recipient.")] = None,
    type: Annotated[str | None, typer.Option(help="PLOVER type, such as ASSAULT.")] = None,
    since: Annotated[str | None, typer.Option(help="First day, YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day, YYYY-MM-DD.")] = None,
    where: Annotated[str | None, typer.Option(help="A condition in SQL.")] = None,
    as_of: Annotated[int | None, typer.Option(help="Version of the store (see `versions`).")] = None,
    stories: Annotated[
        bool, typer.Option("--stories", help="Each event once for its story, with its outlets (table, jsonl).")
    ] = False,
    reviews_as_of: Annotated[int | None, typer.Option(help="Version of the table of reviews.")] = None,
    raw: Annotated[bool, typer.Option("--raw", help="As they were coded, without what people corrected.")] = False,
    format: Form = "table",
    out: Out = None,
) -> None:
    """List events of a store, as people corrected them."""
    if stories:
        _storied(format)
    form(format, out)
    from ghatna.lexicon.labels import Labels
    from ghatna.lexicon.tables import SHIPPED
    from ghatna.serve import output
    from ghatna.store import Store
    from ghatna.store.schema import event_records

    known = Labels.load((SHIPPED,)).types
    if type is not None and type not in known:
        raise typer.BadParameter(f"no such type {type!r}: one of {' '.join(known)}", param_hint="--type")
    asked: dict[str, Any] = {
        "actor": actor,
        "recipient": recipient,
        "type": type,
        "since": since,
        "until": until,
        "where": where,
        "as_of": as_of,
        "reviews_as_of": reviews_as_of,
        "raw": raw,
    }
    kept = Store(store, create=False)
    if stories:
        from ghatna.serve import retold

        retold.told(kept.told(**asked), format, out)
        return
    output.write(event_records(kept.events(**asked)), format, out)


def stories(
    store: Folder = HERE,
    since: Annotated[str | None, typer.Option(help="First day of the first report, YYYY-MM-DD.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day of it, YYYY-MM-DD.")] = None,
    actor: Annotated[str | None, typer.Option(help="Country or body code, name, or words.")] = None,
    afresh: Annotated[bool, typer.Option("--afresh", help="Group all articles anew.")] = False,
    format: Annotated[str, typer.Option("--format", help="table or jsonl.")] = "table",
    out: Out = None,
) -> None:
    """List the stories of a store, having grouped its new articles: who reports an event, and what they agree on."""
    _storied(format)
    from ghatna.serve import retold
    from ghatna.store import Store

    kept = Store(store, create=False)
    if afresh:
        kept.group(afresh=True)
    retold.stories(kept.stories(since=since, until=until, actor=actor), format, out)


def _storied(format: str) -> None:
    if format not in ("table", "jsonl"):
        raise typer.BadParameter(f"stories cannot be written as {format!r}: table or jsonl", param_hint="--format")


def show(id: Annotated[str, typer.Argument(help="Id of an event, or its beginning.")], store: Folder = HERE) -> None:
    """Show one event with the words that say it."""
    from ghatna.serve import output
    from ghatna.serve.reviewing import line
    from ghatna.store import Store

    kept = Store(store, create=False)
    event = kept.event(id) or kept.event(id, raw=True)
    if event is None:
        typer.echo(f"ghatna: {id}: no one event has this id in {store}", err=True)
        raise typer.Exit(1)
    screen = output.console()
    screen.print(output.headline(event))
    output.below(screen, output.marked(event))
    rows = {
        "id": event.id, "frame": event.frame, "cue": event.cue, "source": event.source,
        "said of the day": event.date_text, "place": event.place and event.place.name,
        "outlet": event.outlet, "url": event.url, "article": event.article, "version": event.version,
    }  # fmt: skip
    for name, value in rows.items():
        if value:
            output.below(screen, f"{name}: {value}")
    for entity in (*event.actors, *event.recipients):
        told = " ".join(filter(None, (entity.country, "|".join(entity.sectors), entity.name, entity.why)))
        output.below(screen, f"{entity.text}: {told}")
    review = kept.reviewed().now.get(event.id)
    if review is not None:
        output.below(screen, f"review: {line(review)}")


def sql(
    query: Annotated[str, typer.Argument(help="Over events, coded, documents, stories, reviews, runs.")],
    store: Folder = HERE,
) -> None:
    """Answer a DuckDB query as CSV."""
    from ghatna.serve.formats.cells import cell
    from ghatna.store import Store

    answer = Store(store, create=False).sql(query)
    sheet = csv.writer(sys.stdout, lineterminator="\n")
    sheet.writerow(answer.column_names)
    for row in answer.to_pylist():
        sheet.writerow(cell(value) for value in row.values())


def versions(store: Annotated[Path | None, typer.Option(help="Folder of a store.")] = None) -> None:
    """Print the versions of the package, of its data, and of a store."""
    from ghatna import __version__

    typer.echo(f"ghatna {__version__}")
    if store is None:
        from ghatna.pipeline import Coder

        typer.echo(f"coder {Coder().version}")
        return
    from ghatna.store import Store

    for number, time in Store(store, create=False).versions():
        typer.echo(f"{number}\t{time.isoformat(timespec='seconds')}")


def codebook(
    store: Annotated[Path | None, typer.Option(help="Folder of a store.", show_default=False)] = None,
    out: Out = None,
) -> None:
    """Write the codebook of a store as Markdown: versions, counts, fields, types with examples, accuracy."""
    placed(out, "--out")
    from ghatna.pipeline import Coder
    from ghatna.serve.codebook import codebook as page
    from ghatna.store import Store

    text = page(Store(store, create=False) if store is not None else None, Coder())
    if out is None:
        sys.stdout.write(text)
    else:
        out.write_text(text, "utf-8")
