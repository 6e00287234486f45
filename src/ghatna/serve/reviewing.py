"""Verbs of those who read after the coder: review, export-gold."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ghatna.serve.coding import Out, placed
from ghatna.serve.questions import HERE, Folder

if TYPE_CHECKING:
    from ghatna.store import Store
    from ghatna.store.reviews import Review


def review(
    id: Annotated[
        str | None, typer.Argument(help="Id of an event, or its beginning; without it the reviews are listed.")
    ] = None,
    store: Folder = HERE,
    accept: Annotated[bool, typer.Option("--accept", help="It is right as it is.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="It is no event.")] = False,
    set: Annotated[
        list[str] | None,
        typer.Option(
            help="FIELD=VALUE, may be repeated: type, mode, status, date=2024-11-30, "
            "actors='WORDS/COUNTRY/SECTOR,SECTOR; …', recipients, place='WORDS'; an empty VALUE for none.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[str, typer.Option(help="Who says so.", show_default=False)] = "",
    why: Annotated[str, typer.Option(help="The reason.", show_default=False)] = "",
) -> None:
    """Accept, reject or correct an event; the coder's own stays beside it (`events --raw`)."""
    from ghatna.serve import output
    from ghatna.store import Store

    asked = _asked(set or [])
    if id is None:
        if accept or reject or asked:
            raise typer.BadParameter("which event?", param_hint="ID")
        _list(Store(store, create=False))
        return
    if accept + reject + bool(asked) != 1:
        raise typer.BadParameter("one of --accept, --reject, --set is wanted", param_hint="--accept")
    if not by.strip():
        raise typer.BadParameter("say who reviews", param_hint="--by")
    if not accept and not why.strip():
        raise typer.BadParameter("say why", param_hint="--why")
    verdict: Literal["accept", "reject"] = "reject" if reject else "accept"
    kept = Store(store, create=False)
    told = kept.review(id, by=by, why=why, verdict=verdict, set=asked or None)
    event = kept.event(told.event)
    if event is None:
        typer.echo(f"{told.event}: rejected")
    else:
        output.show([event], file=sys.stdout)


def _asked(told: list[str]) -> dict[str, object]:
    asked: dict[str, object] = {}
    for one in told:
        name, sign, value = one.partition("=")
        if not sign or name in asked:
            raise typer.BadParameter(f"{one!r} is not FIELD=VALUE, each field once", param_hint="--set")
        asked[name] = value
    return asked


def _list(store: "Store") -> None:
    from ghatna.serve.judged import unattached

    held = store.reviewed()
    found = {one.id: id for id, one in held.now.items() if held.how[one.id] == "words"}
    for one in store.reviews():
        typer.echo(line(one) + (f"  (found by its words as {found[one.id]})" if one.id in found else ""))
    for told in unattached(held):
        typer.echo(told)


def lost(store: "Store") -> None:
    """Say how many reviews no longer find their event, after a new coding."""
    if store.reviews() and (loose := store.reviewed().loose):
        typer.echo(f"ghatna: {len(loose)} reviews no longer find their event (`ghatna review` names them)", err=True)


def line(review: "Review") -> str:
    """`2025-11-20T10:00  321fa62b2cf4 correct type mode  by Asha: it is a strike`."""
    told = " ".join((review.verdict, *review.fields))
    when = review.reviewed.isoformat(timespec="minutes")
    return f"{when}  {review.event[:12]} {told}  by {review.reviewer}: {review.why or '–'}"


def export_gold(store: Folder = HERE, out: Out = None) -> None:
    """Write reviewed sentences in the form of the gold files (JSONL): those of which every event was reviewed."""
    placed(out, "--out")
    import msgspec

    from ghatna.serve.judged import exported
    from ghatna.store import Store

    rows, left = exported(Store(store, create=False))
    text = "".join(msgspec.json.encode(row).decode() + "\n" for row in rows)
    if out is None:
        sys.stdout.write(text)
    else:
        out.write_text(text, "utf-8")
    if left:
        typer.echo(f"ghatna: {left} sentences left out: some of their events nobody has reviewed", err=True)
