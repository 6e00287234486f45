"""The one Arrow schema of each table, and the way from records to rows and back.

A column is a field of `model.Event` or `model.Document`, in its order. Times are kept in UTC, which says the same
instant in another zone.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

import msgspec
import pyarrow as pa

from ghatna.model import Document, Event

_STAMP = pa.timestamp("us", tz="UTC")
_TEXTS = pa.list_(pa.string())


def _one(name: str, kind: pa.DataType) -> pa.Field:
    """A column that always has a value."""
    return pa.field(name, kind, nullable=False)


ENTITY = pa.struct(
    [
        pa.field("text", pa.string()),
        pa.field("start", pa.int64()),
        pa.field("end", pa.int64()),
        pa.field("country", pa.string()),
        pa.field("sectors", _TEXTS),
        pa.field("name", pa.string()),
        pa.field("id", pa.string()),
        pa.field("why", pa.string()),
    ]
)
PLACE = pa.struct(
    [
        pa.field("text", pa.string()),
        pa.field("name", pa.string()),
        pa.field("country", pa.string()),
        pa.field("admin1", pa.string()),
        pa.field("lat", pa.float64()),
        pa.field("lon", pa.float64()),
        pa.field("geonames", pa.int64()),
    ]
)
COUNTED = ("killed", "injured", "arrested", "people")
NUMBERS = pa.struct(
    [
        *(pa.field(name, pa.int64()) for name in COUNTED),
        pa.field("at_least", pa.struct([pa.field(name, pa.string()) for name in COUNTED])),
    ]
)

EVENTS = pa.schema(
    [
        _one("id", pa.string()),
        _one("article", pa.string()),
        pa.field("url", pa.string()),
        pa.field("outlet", pa.string()),
        pa.field("published", _STAMP),
        _one("type", pa.string()),
        pa.field("mode", pa.string()),
        _one("status", pa.string()),
        _one("quad", pa.int64()),
        pa.field("score", pa.float64()),
        _one("cameo", pa.string()),
        pa.field("actors", pa.list_(ENTITY)),
        pa.field("recipients", pa.list_(ENTITY)),
        _one("trigger", pa.string()),
        _one("start", pa.int64()),
        _one("end", pa.int64()),
        _one("sentence", pa.string()),
        _one("sentence_start", pa.int64()),
        pa.field("source", pa.string()),
        pa.field("date", pa.date32()),
        pa.field("date_text", pa.string()),
        pa.field("date_precision", pa.string()),
        pa.field("place", PLACE),
        pa.field("numbers", NUMBERS),
        pa.field("contexts", _TEXTS),
        _one("frame", pa.string()),
        pa.field("cue", pa.string()),
        _one("version", pa.string()),
    ]
)

KEYS = pa.schema(
    [
        pa.field("day", pa.date32()),
        *(
            pa.field(f"{role}_{part}", pa.string())
            for role in ("actor", "recipient")
            for part in ("codes", "names", "texts")
        ),
    ]
)
"""What is kept beside an event so that a million can be searched at once: the day by which it is listed, and of its
participants `|RUS|IND|`, names in small letters likewise, and the words, a line each. `view` derives them where
they are missing."""
EVENT_ROWS = pa.schema([*EVENTS, *KEYS])
"""Events as the table holds them."""

DOCUMENTS = pa.schema(
    [
        _one("id", pa.string()),
        _one("text", pa.string()),
        _one("title", pa.string()),
        pa.field("subtitle", pa.string()),
        _one("headline_end", pa.int64()),
        pa.field("published", _STAMP),
        pa.field("updated", _STAMP),
        _one("byline", pa.string()),
        _one("desk", pa.string()),
        _one("agency", pa.string()),
        _one("dateline", pa.string()),
        pa.field("dateline_place", pa.string()),
        pa.field("dateline_date", pa.date32()),
        _one("outlet", pa.string()),
        pa.field("section", pa.string()),
        pa.field("tags", _TEXTS),
        _one("url", pa.string()),
        _one("language", pa.string()),
        pa.field("links", pa.list_(pa.struct([pa.field("text", pa.string()), pa.field("url", pa.string())]))),
        pa.field("cut", _TEXTS),
        # Beside the document: what it was when it was coded, by which coder, and when it was acknowledged.
        _one("digest", pa.string()),
        _one("version", pa.string()),
        _one("added", _STAMP),
    ]
)

RUNS = pa.schema(
    [
        _one("started", _STAMP),
        _one("ended", _STAMP),
        _one("version", pa.string()),
        pa.field("sources", _TEXTS),
        _one("documents", pa.int64()),
        _one("events", pa.int64()),
        pa.field("errors", _TEXTS),
    ]
)

STORIES = pa.schema(
    [
        _one("article", pa.string()),
        _one("story", pa.string()),
        _one("saga", pa.string()),
        pa.field("copy_of", pa.string()),
        # Beside the place: the order in which articles came, and what lists of stories show of an article.
        _one("number", pa.int64()),
        _one("outlet", pa.string()),
        pa.field("published", _STAMP),
        _one("title", pa.string()),
        _one("added", _STAMP),
    ]
)
"""A row a placing: an article whose story joined another one has a later row, which counts."""

REVIEWED = tuple("type mode status quad score cameo actors recipients date date_text date_precision place".split())
"""The fields of an event that a review holds, as the reviewer left them."""
REVIEWS = pa.schema(
    [
        _one("id", pa.string()),
        _one("event", pa.string()),
        _one("article", pa.string()),
        _one("verdict", pa.string()),
        pa.field("fields", _TEXTS),
        _one("reviewer", pa.string()),
        _one("reviewed", _STAMP),
        _one("why", pa.string()),
        # What the coder had said, by which the event is found again when it is coded anew.
        _one("type", pa.string()),
        _one("trigger", pa.string()),
        _one("start", pa.int64()),
        _one("end", pa.int64()),
        _one("sentence", pa.string()),
        _one("sentence_start", pa.int64()),
        pa.field("source", pa.string()),
        _one("version", pa.string()),
        _one("upheld", pa.struct([EVENTS.field(name) for name in REVIEWED])),
    ]
)

TABLES = {"documents": DOCUMENTS, "events": EVENT_ROWS, "stories": STORIES, "reviews": REVIEWS, "runs": RUNS}


def strange(found: pa.Schema, ours: pa.Schema) -> str:
    """What is wrong with the columns of a table: one that we do not have or that holds another kind of value. Empty
    where all are ours; that some are missing is right in a table that an older package wrote."""
    kinds = {field.name: field.type for field in ours}
    for field in found:
        if field.name not in kinds:
            return f"unknown column {field.name!r}"
        if not _fits(field.type, kinds[field.name]):
            return f"column {field.name!r} is {field.type}, not {kinds[field.name]}"
    return ""


def _fits(found: pa.DataType, ours: pa.DataType) -> bool:
    """Whether values of one type are values of the other, perhaps with fields missing."""
    if pa.types.is_struct(found) and pa.types.is_struct(ours):
        kinds = {field.name: field.type for field in ours}
        return all(field.name in kinds and _fits(field.type, kinds[field.name]) for field in found)
    if pa.types.is_list(found) and pa.types.is_list(ours):
        return _fits(found.value_type, ours.value_type)
    return bool(found == ours)


def digest(document: Document) -> str:
    """A hash of all that a document says; another one means that it must be coded again."""
    return hashlib.sha256(msgspec.json.encode(document)).hexdigest()[:32]


def event_table(events: Iterable[Event]) -> pa.Table:
    """Events as an Arrow table of `EVENTS`."""
    rows = msgspec.to_builtins(list(events), builtin_types=(datetime, date))
    return pa.Table.from_pylist(rows, schema=EVENTS)


def event_rows(events: Sequence[Event]) -> pa.Table:
    """Events as an Arrow table of `EVENT_ROWS`."""
    keys = [_keys(event) for event in events]
    found = event_table(events)
    for field in KEYS:
        found = found.append_column(field, pa.array([row[field.name] for row in keys], field.type))
    return found


def _keys(event: Event) -> dict[str, object]:
    published = event.published and event.published.astimezone(UTC).date()
    row: dict[str, object] = {"day": event.date or published}
    for role, entities in (("actor", event.actors), ("recipient", event.recipients)):
        row[f"{role}_codes"] = _barred(e.country for e in entities)
        row[f"{role}_names"] = _barred(e.name and e.name.lower() for e in entities)
        row[f"{role}_texts"] = "\n".join(e.text for e in entities)
    return row


def _barred(texts: Iterable[str | None]) -> str:
    some = [text for text in texts if text is not None]
    return f"|{'|'.join(some)}|" if some else ""


def event_records(table: pa.Table) -> list[Event]:
    """The events of an Arrow table of `EVENTS`; the reverse of `event_table`."""
    return msgspec.convert(table.to_pylist(), list[Event])


def document_table(documents: Sequence[Document], *, version: str, added: datetime) -> pa.Table:
    """Documents as an Arrow table of `DOCUMENTS`, coded by `version` and acknowledged at `added`."""
    rows = msgspec.to_builtins(documents, builtin_types=(datetime, date))
    for row, document in zip(rows, documents, strict=True):
        row |= {"digest": digest(document), "version": version, "added": added}
    return pa.Table.from_pylist(rows, schema=DOCUMENTS)


def document_records(table: pa.Table) -> list[Document]:
    """The documents of an Arrow table of `DOCUMENTS`; a column that was added later is empty in older rows."""
    rows = ({k: v for k, v in row.items() if v is not None} for row in table.to_pylist())
    return msgspec.convert(list(rows), list[Document])
