"""Questions to a store: Delta tables seen by DuckDB through Arrow."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import duckdb
import pyarrow as pa

from ghatna.errors import StoreError
from ghatna.model import Document, Event
from ghatna.store import grouping, snapshot, tables, telling, view
from ghatna.store.reviews import Held, Review, Verdict, attach, review_table
from ghatna.store.schema import DOCUMENTS, EVENTS, RUNS, document_records, event_records
from ghatna.store.story import Story, Told
from ghatna.store.writer import Writer

if TYPE_CHECKING:
    from ghatna.lexicon.retelling import Retelling

# A participant is asked for by code (RUS, IGO:UN), by canonical name, or by words of the text.
_PARTY = (
    "(contains({role}_codes, '|' || $p{n} || '|') OR contains({role}_names, '|' || lower($p{n}) || '|') "
    "OR contains({role}_texts, $p{n}))"
)


class Store:
    """A folder of documents and the events coded from them.

    `Store(dir)` makes the folder where there is none (`create=False` refuses instead). Raises `StoreError` for a
    folder that is no store, or one that a newer package wrote.
    """

    def __init__(self, folder: Path | str, *, create: bool = True) -> None:
        self.folder = Path(folder)
        tables.open_folder(self.folder, create=create)
        self._writer = Writer(self.folder)
        self._view = view.View(self.folder)

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
        reviews_as_of: int | None = None,
        raw: bool = False,
        limit: int | None = None,
    ) -> pa.Table:
        """Events by day, as an Arrow table of `EVENTS`: as people corrected them, or with `raw` as they were coded.

        `actor` and `recipient` are a country or body code, a canonical name, or words of the text; `since` and
        `until` are days, both included, by the day of the event, or of its publication where it has none; `where` is
        a condition in SQL; `as_of` is a version of the events table (`versions`), with the reviews that stood when it
        was written, or with those of version `reviews_as_of` of theirs. Raises `StoreError`.
        """
        asked: list[str] = []
        values: dict[str, object] = {}
        for n, (role, who) in enumerate((("actor", actor), ("recipient", recipient))):
            if who is not None:
                if not who.strip("|\n") or "|" in who or "\n" in who:
                    raise StoreError(self.folder, f"{role} {who!r} is no code, name or words")
                asked.append(_PARTY.format(role=role, n=n))
                values[f"p{n}"] = who
        if type is not None:
            asked.append("type = $type")
            values["type"] = type.upper()
        for name, sign, day in (("since", ">=", since), ("until", "<=", until)):
            if day is not None:
                asked.append(f"day {sign} ${name}")
                values[name] = day_of(self.folder, name, day)
        if where:
            asked.append(f"({where})")
        condition = " AND ".join(asked) or "true"
        columns = ", ".join(f'"{column}"' for column in EVENTS.names)
        table = "keyed_coded" if raw else "keyed_events"
        query = f"SELECT {columns} FROM {table} WHERE {condition} ORDER BY day NULLS LAST, article, start, id"
        query += f" LIMIT {limit:d}" if limit else ""
        return self.sql(query, as_of=as_of, reviews_as_of=reviews_as_of, values=values).cast(EVENTS)

    def df(self, *, using: Literal["pandas", "polars"] = "pandas", **asked: Any) -> Any:
        """What `events` gives for what is asked, as a data frame of pandas or polars (which must be installed).

        Participants, place and numbers stay nested; `sql` takes them apart. Raises `StoreError`.

        >>> from tempfile import mkdtemp
        >>> from ghatna import code
        >>> store, document = Store(mkdtemp() + "/s"), Document(id="a", text="रूस ने यूक्रेन पर हमला किया।")
        >>> store.add(document, code(document))
        1
        >>> store.df(actor="RUS")[["type", "status", "score"]].to_dict("records")
        [{'type': 'ASSAULT', 'status': 'actual', 'score': -9.0}]
        >>> store.df(type="ASSAULT", using="polars")["trigger"].to_list()
        ['हमला किया']
        """
        found = self.events(**asked)
        try:
            if using == "polars":
                import polars

                return polars.from_arrow(found)
            return found.to_pandas(date_as_object=False)
        except ImportError:
            raise StoreError(self.folder, f"{using} is not installed (hint: pip install {using})") from None

    def event(self, id: str, *, raw: bool = False) -> Event | None:
        """The event of this id, or whose id alone begins so, as corrected, or with `raw` as coded; None where there is
        none or more than one, or where it was rejected."""
        table = "coded" if raw else "events"
        found = self.sql(
            f"SELECT * FROM {table} WHERE starts_with(id, $id) ORDER BY id = $id DESC LIMIT 2", values={"id": id}
        )
        records = event_records(found.cast(EVENTS))
        return records[0] if len(records) == 1 or (records and records[0].id == id) else None

    def events_of(self, ids: Sequence[str]) -> dict[str, list[Event]]:
        """The events of these documents as they were coded, by document, in text order."""
        found = self.sql(
            "SELECT * FROM coded WHERE list_contains($ids, article) ORDER BY start, id", values={"ids": ids}
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
        seen = {name: asked[name] for name in ("as_of", "reviews_as_of", "raw") if name in asked}
        return telling.told(self, event_records(self.events(**asked)), **seen)

    def review(
        self,
        id: str,
        *,
        by: str,
        why: str = "",
        verdict: Verdict = "accept",
        set: Mapping[str, object] | None = None,
        at: datetime | None = None,
    ) -> Review:
        """What `by` says of an event, as a new row of `reviews`: that it is right, that it is none (`reject`), or with
        `set` what it is instead (see `corrections.corrected`). `why` may be empty only for what is right.

        Reviews are never changed; a later one of the same event counts instead. Raises `StoreError` for an event that
        is not there, or for what cannot be set.
        """
        from ghatna.store.corrections import review  # reads the ontology

        event = self.event(id, raw=True)
        if event is None:
            raise StoreError(self.folder, f"{id}: no one event has this id")
        document = self.document(event.article)
        text = document.text if document else event.sentence
        told = review(event, text, verdict=verdict, by=by, why=why, asked=set, at=at or datetime.now(UTC))
        tables.append(self.folder, "reviews", review_table([told]))
        return told

    def reviews(self, *, as_of: int | None = None) -> list[Review]:
        """All reviews in the order in which they were made; `as_of` is a version of their table."""
        return sorted(view.reviews(self.folder, as_of=as_of), key=lambda review: review.reviewed)

    def reviewed(self) -> Held:
        """The events that the reviews are about, in the coding of today."""
        with self._cursor() as link:
            return attach(link, "coded", self.reviews())

    def sql(
        self,
        query: str,
        *,
        as_of: int | None = None,
        reviews_as_of: int | None = None,
        values: dict[str, object] | None = None,
    ) -> pa.Table:
        """The answer to a DuckDB query over `events` (as people corrected them), `coded` (as they were coded),
        `documents`, `stories`, `reviews`, `runs`. Raises `StoreError` for faulty SQL."""
        with self._cursor(as_of, reviews_as_of) as link:
            try:
                # What a query makes or drops is gone with it.
                link.begin()
                answer = link.sql(query, params=values or None)
                if answer is None:
                    raise StoreError(self.folder, "the query asks nothing (hint: select … from events)")
                return answer.to_arrow_table()
            except duckdb.Error as wrong:
                raise StoreError(self.folder, " ".join(str(wrong).split())) from None

    def _cursor(self, as_of: int | None = None, reviews_as_of: int | None = None) -> duckdb.DuckDBPyConnection:
        """A connection that sees the tables."""
        if as_of is None and reviews_as_of is None:
            return self._view.cursor()
        found = snapshot.latest(self.folder) if as_of is None else snapshot.at(self.folder, as_of)
        judged = view.reviews(self.folder, as_of=reviews_as_of)
        if as_of is not None and reviews_as_of is None:
            written = dict(self.versions())[as_of]
            judged = [review for review in judged if review.reviewed <= written]
        link = view.connected()
        view.show(link, self.folder, found, judged=judged)
        return link

    def versions(self) -> list[tuple[int, datetime]]:
        """Versions of the events table with the time of each, newest first; what `as_of` takes."""
        return snapshot.versions(self.folder)


def day_of(folder: Path, name: str, day: date | str) -> date:
    if isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise StoreError(folder, f"{name} {day!r} is not a day like 2024-11-30") from None
