"""Questions to a store: Delta tables seen by DuckDB through Arrow."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from ghatna.errors import StoreError
from ghatna.model import Document, Event
from ghatna.store import grouping, tables, telling
from ghatna.store.schema import DOCUMENTS, EVENTS, RUNS, TABLES, document_records, event_records
from ghatna.store.story import Story, Told

if TYPE_CHECKING:
    from ghatna.lexicon.retelling import Retelling

# A participant is asked for by code (RUS, IGO:UN), by canonical name, or by words of the text.
_PARTY = (
    "len(list_filter({role}, lambda x: "
    "x.country = $p{n} OR lower(x.name) = lower($p{n}) OR contains(x.text, $p{n}))) > 0"
)


class Store:
    """A folder of documents and the events coded from them.

    `Store(dir)` makes the folder where there is none (`create=False` refuses instead). Raises `StoreError` for a
    folder that is no store, or one that a newer package wrote.
    """

    def __init__(self, folder: Path | str, *, create: bool = True) -> None:
        self.folder = Path(folder)
        tables.open_folder(self.folder, create=create)
        self._writer = tables.Writer(self.folder)

    def wanting(self, document: Document, version: str) -> bool:
        """Whether `document` is new here, has changed, or was coded by another version."""
        return self._writer.wanting(document, version)

    def add(self, document: Document, events: Sequence[Event], *, version: str | None = None) -> int:
        """Acknowledge one coded document; see `add_all`."""
        return self.add_all([(document, events)], version=version)

    def add_all(self, coded: Iterable[tables.Coded], *, version: str | None = None) -> int:
        """Acknowledge coded documents, with their events; returns how many were new or changed.

        The same document coded by the same `version` (by default that of the events) changes nothing; by another one
        its events are replaced in one commit. Raises `StoreError` when a write could not be made whole.
        """
        batch = list(coded)
        if version is None:
            version = next((e.version for _, events in batch for e in events), "")
        return self._writer.add(batch, version=version)

    def log(self, run: dict[str, object]) -> None:
        """Add a row to `runs`."""
        tables.append(self.folder, "runs", pa.Table.from_pylist([run], schema=RUNS))

    def events(
        self,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        type: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        where: str | None = None,
        as_of: int | None = None,
        limit: int | None = None,
    ) -> pa.Table:
        """Events by day, as an Arrow table of `EVENTS`.

        `actor` and `recipient` are a country or body code, a canonical name, or words of the text; `since` and
        `until` are days, both included, by the day of the event, or of its publication where it has none; `where` is
        a condition in SQL; `as_of` is a version of the events table (`versions`). Raises `StoreError`.
        """
        asked: list[str] = []
        values: dict[str, object] = {}
        for n, (role, who) in enumerate((("actors", actor), ("recipients", recipient))):
            if who is not None:
                asked.append(_PARTY.format(role=role, n=n))
                values[f"p{n}"] = who
        if type is not None:
            asked.append("type = $type")
            values["type"] = type.upper()
        for name, sign, day in (("since", ">=", since), ("until", "<=", until)):
            if day is not None:
                asked.append(f"coalesce(date, CAST(published AS DATE)) {sign} ${name}")
                values[name] = day_of(self.folder, name, day)
        if where:
            asked.append(f"({where})")
        condition = " AND ".join(asked) or "true"
        order = "coalesce(date, CAST(published AS DATE)) NULLS LAST, article, start, id"
        query = f"SELECT * FROM events WHERE {condition} ORDER BY {order}" + (f" LIMIT {limit:d}" if limit else "")
        return self.sql(query, as_of=as_of, values=values).cast(EVENTS)

    def event(self, id: str) -> Event | None:
        """The event of this id, or whose id alone begins so; None where there is none or more than one."""
        found = self.sql(
            "SELECT * FROM events WHERE starts_with(id, $id) ORDER BY id = $id DESC LIMIT 2", values={"id": id}
        )
        records = event_records(found.cast(EVENTS))
        return records[0] if len(records) == 1 or (records and records[0].id == id) else None

    def events_of(self, ids: Sequence[str]) -> dict[str, list[Event]]:
        """The events of these documents, by document, in text order."""
        found = self.sql(
            "SELECT * FROM events WHERE list_contains($ids, article) ORDER BY start, id", values={"ids": ids}
        )
        out: dict[str, list[Event]] = {id: [] for id in ids}
        for event in event_records(found.cast(EVENTS)):
            out[event.article].append(event)
        return out

    def document(self, id: str) -> Document | None:
        """The document of this id, or None."""
        found = self.sql("SELECT * FROM documents WHERE id = $id", values={"id": id}).cast(DOCUMENTS)
        records = document_records(found.drop_columns(["digest", "version", "added"]))
        return records[0] if records else None

    def group(
        self, coded: Iterable[tables.Coded] | None = None, *, known: "Retelling | None" = None, afresh: bool = False
    ) -> int:
        """Put coded documents, or all of the store's, into stories; those that are in one stay there. Returns how many
        were new. `stories` and `story_articles` do this first; `afresh` forgets all stories before. Raises
        `StoreError`."""
        if afresh:
            grouping.forget(self.folder)
        return grouping.group(self.folder, coded, known)

    def story_articles(self) -> dict[str, list[str]]:
        """The articles of each story, both in the order in which they came."""
        self.group()
        found = self.sql("SELECT story, article FROM stories ORDER BY number").to_pydict()
        out: dict[str, list[str]] = {}
        for story, article in zip(found["story"], found["article"], strict=True):
            out.setdefault(story, []).append(article)
        return out

    def stories(
        self, *, since: date | str | None = None, until: date | str | None = None, actor: str | None = None
    ) -> list[Story]:
        """Stories by the day of their first report, which `since` and `until` ask for; those in which `actor` acts (see
        `events`) in one of the articles. Raises `StoreError`."""
        self.group()
        return telling.stories(self, since=since, until=until, actor=actor)

    def told(self, **asked: Any) -> list[tuple[Story, Told]]:
        """The events that `events` would give for what is asked, each once for its story. Raises `StoreError`."""
        self.group()
        return telling.told(self, event_records(self.events(**asked)), as_of=asked.get("as_of"))

    def sql(self, query: str, *, as_of: int | None = None, values: dict[str, object] | None = None) -> pa.Table:
        """The answer to a DuckDB query over `events`, `documents`, `stories`, `runs`.

        Raises `StoreError` for faulty SQL.
        """
        with duckdb.connect() as link:
            link.execute("SET TimeZone = 'UTC'")
            for name in TABLES:
                found = tables.table(self.folder, name, as_of=as_of if name == "events" else None)
                source = tables.empty(name) if found is None else found.to_pyarrow_dataset()
                link.register(f"all_{name}" if name in ("events", "stories") else name, source)
            link.execute(
                "CREATE TEMP VIEW events AS SELECT * FROM all_events WHERE article IN (SELECT id FROM documents)"
            )
            link.execute(f"CREATE TEMP VIEW stories AS {grouping.LAST}")
            try:
                answer = link.sql(query, params=values or None)
                if answer is None:
                    raise StoreError(self.folder, "the query asks nothing (hint: select … from events)")
                return answer.to_arrow_table()
            except duckdb.Error as wrong:
                raise StoreError(self.folder, " ".join(str(wrong).split())) from None

    def versions(self) -> list[tuple[int, datetime]]:
        """Versions of the events table with the time of each, newest first; what `as_of` takes."""
        found = tables.table(self.folder, "events")
        if found is None:
            return []
        return [(h["version"], datetime.fromtimestamp(h["timestamp"] / 1000).astimezone()) for h in found.history()]


def day_of(folder: Path, name: str, day: date | str) -> date:
    if isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise StoreError(folder, f"{name} {day!r} is not a day like 2024-11-30") from None
