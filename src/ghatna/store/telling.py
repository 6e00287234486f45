"""Questions about stories: which there are, and what their articles say, once."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ghatna.model import Event
from ghatna.store.schema import EVENTS, event_records
from ghatna.store.story import Story, Told, story

if TYPE_CHECKING:
    from ghatna.store.query import Store

_FIRST = "(SELECT story, min(published) AS first FROM stories GROUP BY story)"


def stories(
    store: "Store", *, since: date | str | None = None, until: date | str | None = None, actor: str | None = None
) -> list[Story]:
    """Stories whose first report is of these days, those in which `actor` acts, the oldest first."""
    from ghatna.store.query import day_of

    asked, values = ["true"], dict[str, object]()
    for name, sign, day in (("since", ">=", since), ("until", "<=", until)):
        if day is not None:
            asked.append(f"CAST(first AS DATE) {sign} ${name}")
            values[name] = day_of(store.folder, name, day)
    if actor is not None:
        acting = set(store.events(actor=actor)["article"].to_pylist())
        values["ids"] = list(acting)
        asked.append("story IN (SELECT story FROM stories WHERE article IN (SELECT unnest($ids)))")
    found = store.sql(
        f"SELECT s.*, f.first FROM stories s JOIN {_FIRST} f USING (story) WHERE {' AND '.join(asked)} "
        "ORDER BY first NULLS LAST, story, number",
        values=values,
    ).to_pylist()
    return list(_stories(found, _events(store, [row["article"] for row in found])).values())


def told(store: "Store", events: Sequence[Event], *, as_of: int | None = None) -> list[tuple[Story, Told]]:
    """Each of some events once for its story, with the story and all who tell it; in the order of the events."""
    articles = list(dict.fromkeys(event.article for event in events))
    found = store.sql(
        "SELECT * FROM stories WHERE story IN (SELECT story FROM stories WHERE article IN (SELECT unnest($ids))) "
        "ORDER BY number",
        values={"ids": articles},
    ).to_pylist()
    every = _stories(found, _events(store, [row["article"] for row in found], as_of))
    home = {id: (whole, one) for whole in every.values() for one in whole.events for id in one.ids}
    out: dict[str, tuple[Story, Told]] = {}
    for event in events:
        # A document may be acknowledged between two questions.
        if event.id in home:
            whole, one = home[event.id]
            out.setdefault(one.event.id, (whole, one))
    return list(out.values())


def _stories(rows: Iterable[dict[str, Any]], events: Iterable[Event]) -> dict[str, Story]:
    grouped: dict[str, list[dict[str, Any]]] = {}
    home: dict[str, str] = {}
    for row in rows:
        grouped.setdefault(row["story"], []).append(row)
        home[row["article"]] = row["story"]
    said: dict[str, list[Event]] = {}
    for event in events:
        said.setdefault(home[event.article], []).append(event)
    return {id: story(some, said.get(id, ())) for id, some in grouped.items()}


def _events(store: "Store", articles: list[str], as_of: int | None = None) -> list[Event]:
    asked = "SELECT * FROM events WHERE article IN (SELECT unnest($ids))"
    found = store.sql(asked, as_of=as_of, values={"ids": articles})
    return event_records(found.cast(EVENTS))
