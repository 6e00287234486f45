"""Documents of a store → its table `stories`: those that are in no story yet are put into one.

The table is the truth, a row for each placing, the last one of an article counting; the index beside it
(`stories.index`) only makes placing quick. What is missing in it, after a kill or in a copy of the store without it, is
read from the tables again. One at a time groups; a second one waits.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa

from ghatna.lexicon.retelling import Retelling
from ghatna.model import Document, Event
from ghatna.store import snapshot, tables, view
from ghatna.store.near import Index
from ghatna.store.schema import DOCUMENTS, EVENTS, STORIES, document_records, event_records
from ghatna.store.stories import Grouper, Placed

INDEX = "stories.index"
MANY = 10_000
"""Documents that are read at a time."""
COMMITTED = 2_000
"""Documents of a commit."""

Coded = tuple[Document, Sequence[Event]]


@cache
def shipped() -> Retelling:
    """What the package knows of retellings."""
    from ghatna.pipeline import Coder

    return Coder().lexicon.retelling


def group(folder: Path, coded: Iterable[Coded] | None = None, known: Retelling | None = None) -> int:
    """Put coded documents, or all that the store has, into stories; those that are in one stay.

    Returns how many were new. Raises `StoreError` when it cannot be written.
    """
    if coded is None and not waiting(folder):
        return 0
    index = Index(folder / INDEX)
    try:
        grouper = Grouper(index, known or shipped())
        count = 0
        batches = [list(coded)] if coded is not None else _missing(folder)
        for batch in batches:
            for at in range(0, len(batch), COMMITTED):
                count += _commit(folder, grouper, batch[at : at + COMMITTED])
        return count
    finally:
        index.close()


def forget(folder: Path) -> None:
    """Empty the table and its index; earlier versions of the table stay."""
    tables.clear(folder, "stories")
    for path in folder.glob(f"{INDEX}*"):
        path.unlink(missing_ok=True)


def waiting(folder: Path) -> int:
    """How many documents are in no story yet."""
    with _opened(folder) as link:
        return int(link.sql("SELECT count(*) FROM documents ANTI JOIN stories ON id = article").fetchall()[0][0])


def _commit(folder: Path, grouper: Grouper, batch: Sequence[Coded]) -> int:
    index = grouper.index
    index.begin()
    try:
        if index.seen != (version := _version(folder)):
            _restore(folder, grouper)
            index.seen = version
        there = index.known(document.id for document, _ in batch)
        new = {document.id: (document, events) for document, events in batch if document.id not in there}
        if new:
            titles = {id: headline(document) for id, (document, _) in new.items()}
            rows: dict[str, Placed] = {}
            for document, events in sorted(new.values(), key=lambda one: (_stamp(one[0]), one[0].id)):
                for placed in grouper.place(document, events):
                    rows[placed.article] = placed
            tables.append(folder, "stories", _rows(folder, rows.values(), {d.id: d for d, _ in new.values()}, titles))
            index.seen = _version(folder)
        index.commit()
    except BaseException:
        index.rollback()
        raise
    return len(new)


def _rows(folder: Path, placed: Iterable[Placed], documents: dict[str, Document], titles: dict[str, str]) -> pa.Table:
    moved = [one.article for one in placed if one.article not in documents]
    before = {row["article"]: row for row in placings(folder, moved)} if moved else {}
    added = datetime.now(UTC)
    rows = []
    for one in placed:
        document = documents.get(one.article)
        told = (
            {"outlet": document.outlet, "published": document.published, "title": titles[one.article]}
            if document
            else {name: before[one.article][name] for name in ("outlet", "published", "title")}
        )
        own = {"article": one.article, "story": one.story, "saga": one.saga, "copy_of": one.copy_of}
        rows.append(own | {"number": one.number, "added": added} | told)
    return pa.Table.from_pylist(rows, schema=STORIES)


def placings(folder: Path, articles: Sequence[str] | None = None) -> list[dict[str, object]]:
    """Rows of `stories`, the last of each article, in the order in which articles came."""
    with _opened(folder) as link:
        chosen = "" if articles is None else "WHERE list_contains($ids, article)"
        found = link.sql(
            f"SELECT * FROM stories {chosen} ORDER BY number", params={"ids": articles} if chosen else None
        )
        return found.to_arrow_table().to_pylist()  # type: ignore[no-any-return]


def _restore(folder: Path, grouper: Grouper) -> None:
    """Bring the index to what the table says."""
    rows = placings(folder)
    there = grouper.index.known(str(row["article"]) for row in rows)
    lacking = [row for row in rows if row["article"] not in there]
    for at in range(0, len(lacking), MANY):
        some = {str(row["article"]): row for row in lacking[at : at + MANY]}
        coded = {document.id: (document, events) for document, events in _read(folder, list(some))}
        for id, row in some.items():
            if id in coded:
                copy = row["copy_of"]
                grouper.restore(*coded[id], str(row["story"]), str(row["saga"]), str(copy) if copy else None)


def _missing(folder: Path) -> Iterator[list[Coded]]:
    with _opened(folder) as link:
        found = link.sql(
            "SELECT id FROM documents ANTI JOIN stories ON id = article ORDER BY published NULLS FIRST, id"
        ).to_arrow_table()
    ids = found["id"].to_pylist()
    for at in range(0, len(ids), MANY):
        yield _read(folder, ids[at : at + MANY])


def _read(folder: Path, ids: list[str]) -> list[Coded]:
    """Documents with their events, in the order of `ids`."""
    with _opened(folder) as link:
        link.register("wanted", pa.table({"wanted": ids}))
        documents = link.sql("SELECT * FROM documents SEMI JOIN wanted ON id = wanted").to_arrow_table()
        events = link.sql(
            "SELECT * FROM coded SEMI JOIN wanted ON article = wanted ORDER BY start, id"
        ).to_arrow_table()
    by: dict[str, list[Event]] = {id: [] for id in ids}
    for event in event_records(events.cast(EVENTS)):
        by[event.article].append(event)
    read = {d.id: d for d in document_records(documents.cast(DOCUMENTS).drop_columns(["digest", "version", "added"]))}
    return [(read[id], by[id]) for id in ids if id in read]


def _opened(folder: Path) -> duckdb.DuckDBPyConnection:
    link = view.connected()
    view.show(link, folder, snapshot.latest(folder), judged=())
    return link


def _version(folder: Path) -> int:
    found = tables.table(folder, "stories")
    return -1 if found is None else int(found.version())


def _stamp(document: Document) -> float:
    return document.published.timestamp() if document.published else 0.0


def headline(document: Document) -> str:
    """What stands above a document, or its first line."""
    return document.title or document.text[: document.headline_end] or document.text.strip().partition("\n")[0][:160]
