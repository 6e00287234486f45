"""What people say of events: accepted, rejected or corrected; laid over what the coder says, never written into it.

A review holds on to its event by id. When a later coding gives that event another id, it is the event of the same
document and type (the coder's of then, or the one that the review set) whose act covers some of the same characters and
shares a word. Of several reviews of one event the latest counts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

import duckdb
import msgspec
import pyarrow as pa
from msgspec import Struct, structs

from ghatna.model import Entity, Event, Place
from ghatna.store.schema import EVENTS, REVIEWED, REVIEWS, event_records, event_table

Verdict = Literal["accept", "reject", "correct"]
FOLLOW = {
    "type": ("mode", "quad", "score", "cameo"),
    "mode": ("score", "cameo"),
    "status": ("cameo",),
    "date": ("date_text", "date_precision"),
}
"""Fields that are set together with another."""
HIDDEN, CORRECTED = "_reviewed_away", "_reviewed_to"


class Upheld(Struct, frozen=True, kw_only=True):
    """An event's fields as the reviewer left them; those of `REVIEWED`."""

    type: str
    mode: str | None
    status: str
    quad: int
    score: float | None
    cameo: str
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    date: date | None
    date_text: str | None
    date_precision: str | None
    place: Place | None

    @classmethod
    def of(cls, event: Event) -> "Upheld":
        return cls(**{name: getattr(event, name) for name in REVIEWED})


class Review(Struct, frozen=True, kw_only=True):
    """A row of `reviews`. `fields` names those that were corrected; `type` … `version` are what the coder had said;
    `upheld` is the whole event as it was upheld."""

    id: str
    event: str
    article: str
    verdict: Verdict
    fields: tuple[str, ...] = ()
    reviewer: str
    reviewed: datetime
    why: str
    type: str
    trigger: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    source: str | None
    version: str
    upheld: Upheld

    def applied(self, event: Event) -> Event:
        """The event with what this review set."""
        names = {name for field in self.fields for name in (field, *FOLLOW.get(field, ()))}
        return structs.replace(event, **{name: getattr(self.upheld, name) for name in names})


class Held(Struct):
    """Reviews and the events of a coding: the one that counts by event id, how each was found, and those whose event
    is no longer there."""

    now: dict[str, Review] = {}
    how: dict[str, str] = {}
    """By review id: `id` or `words`."""
    loose: list[Review] = []


class Overlay(Struct):
    """What reviews change in a coding: ids that are hidden, rows that stand for some of them."""

    held: Held
    hidden: pa.Table
    rows: pa.Table


def review_table(reviews: Iterable[Review]) -> pa.Table:
    """Reviews as an Arrow table of `REVIEWS`."""
    rows = msgspec.to_builtins(list(reviews), builtin_types=(datetime, date))
    return pa.Table.from_pylist(rows, schema=REVIEWS)


def review_records(table: pa.Table) -> list[Review]:
    """The reviews of an Arrow table of `REVIEWS`; the reverse of `review_table`."""
    return msgspec.convert(table.to_pylist(), list[Review])


def attach(link: duckdb.DuckDBPyConnection, coded: str, reviews: Sequence[Review]) -> Held:
    """Which event of the view `coded` each review is about."""
    last: dict[str, Review] = {}
    for review in sorted(reviews, key=lambda r: r.reviewed):
        last[review.event] = review
    articles = sorted({review.article for review in last.values()})
    columns = 'id, article, type, trigger, start, "end"'
    found = _asked(link, f"SELECT {columns} FROM {coded} WHERE article IN (SELECT unnest($1))", articles)
    there: dict[str, list[dict[str, Any]]] = {}
    for row in found.to_pylist():
        there.setdefault(row["article"], []).append(row)
    held = Held({}, {}, [])
    for review in sorted(last.values(), key=lambda r: r.reviewed):
        events = there.get(review.article, [])
        same = next((row for row in events if row["id"] == review.event), None)
        like = same or max(
            (row for row in events if _overlap(review, row)), key=lambda r: _overlap(review, r), default=None
        )
        if like is None:
            held.loose.append(review)
        else:
            held.how[review.id] = "id" if same else "words"
            held.now[like["id"]] = review
    return held


def _asked(link: duckdb.DuckDBPyConnection, query: str, ids: Sequence[str]) -> pa.Table:
    return link.sql(query, params=[ids]).to_arrow_table()


def _overlap(review: Review, row: Mapping[str, Any]) -> int:
    """How many characters of the act an event shares with a review; 0 where it is another act."""
    if row["type"] not in (review.type, review.upheld.type) or not set(review.trigger.split()) & set(
        row["trigger"].split()
    ):
        return 0
    return max(0, min(review.end, int(row["end"])) - max(review.start, int(row["start"])))


def overlay(
    link: duckdb.DuckDBPyConnection,
    coded: str,
    reviews: Sequence[Review],
    rows: Callable[[Sequence[Event]], pa.Table] = event_table,
) -> Overlay:
    """What reviews change in the view `coded`; `rows` makes rows like those of that view."""
    held = attach(link, coded, reviews)
    changed = {id: review for id, review in held.now.items() if review.verdict != "accept"}
    columns = ", ".join(f'"{name}"' for name in EVENTS.names)
    query = f"SELECT {columns} FROM {coded} WHERE id IN (SELECT unnest($1))"
    events = event_records(_asked(link, query, sorted(changed)).cast(EVENTS))
    kept = [changed[e.id].applied(e) for e in events if changed[e.id].verdict == "correct"]
    return Overlay(held, pa.table({"id": pa.array(sorted(changed), pa.string())}), rows(kept))


def lay(link: duckdb.DuckDBPyConnection, coded: str, shown: str, over: Overlay | None) -> None:
    """Make the view `shown`: that of `coded` with what an overlay changes."""
    query = f"SELECT * FROM {coded}"
    if over is not None and over.hidden.num_rows:
        # Tables, since the cursors of a connection do not see what is registered with it.
        for name, rows in ((HIDDEN, over.hidden), (CORRECTED, over.rows)):
            link.register("_given", rows)
            link.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM _given")
            link.unregister("_given")
        query += f" ANTI JOIN {HIDDEN} USING (id) UNION ALL BY NAME SELECT * FROM {CORRECTED}"
    link.execute(f"CREATE OR REPLACE VIEW {shown} AS {query}")
