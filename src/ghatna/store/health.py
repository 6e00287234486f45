"""How a store stands: what is in it, and whether it is what it promises to be."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable
from msgspec import Struct

from ghatna.errors import StoreError
from ghatna.store import log, snapshot, tables, view
from ghatna.store.schema import TABLES

SHOWN = 20
"""Faults of one kind that are told one by one."""
MANY, SMALL = 50, 1 << 20
"""Files of a table, with so few bytes each, from which compaction is advised."""


class Held(Struct, frozen=True):
    """What a table holds. `bytes` are those of the latest version, `kept` those of older ones beside it."""

    table: str
    rows: int
    files: int
    bytes: int
    kept: int
    versions: int


class Info(Struct, frozen=True):
    """What a store holds, how many versions `as_of` takes, which of them can be read, and its health."""

    tables: list[Held]
    versions: int
    readable: int
    oldest: int | None
    latest: int | None
    health: str


def info(folder: Path) -> Info:
    """What is in a store, from its logs alone. Raises `StoreError`."""
    held = [_held(one, name) for name in TABLES if (one := tables.table(folder, name)) is not None]
    there = readable(folder)
    lost = [file for one in _latest(folder) if one is not None for file in log.missing(one)]
    crowded = [one.table for one in held if one.files >= MANY and one.bytes < one.files * SMALL]
    if lost:
        health = f"damaged: {len(lost)} files are missing, {lost[0]} among them (hint: `ghatna store verify`)"
    elif crowded:
        health = f"sound; many small files in {', '.join(crowded)} (hint: `ghatna store compact`)"
    else:
        health = "sound"
    return Info(
        held, len(snapshot.versions(folder)), len(there), min(there, default=None), max(there, default=None), health
    )


def _latest(folder: Path) -> list[DeltaTable | None]:
    found = snapshot.latest(folder)
    others = [tables.table(folder, name) for name in TABLES if name not in ("documents", "events")]
    return [found.documents, found.events, *others]


def _held(found: DeltaTable, name: str) -> Held:
    files = [Path(file) for file in log.files(found)]
    sizes = {path.name: path.stat().st_size for path in log.place(found).glob("*.parquet*")}
    rows = sum(found.get_add_actions(flatten=True)["num_records"].to_pylist())
    now = sum(sizes.get(file.name, 0) for file in files)
    return Held(name, rows, len(files), now, sum(sizes.values()) - now, found.version() + 1)


def readable(folder: Path) -> set[int]:
    """The versions that `as_of` takes and whose files are all there."""
    documents, events = tables.table(folder, "documents"), tables.table(folder, "events")
    if documents is None or events is None:
        return set()
    good, beside = log.readable(events), log.readable(documents)
    return {number for number, at in snapshot.paired(folder).items() if number in good and at in beside}


def verify(folder: Path) -> Iterator[str]:
    """What is wrong with the latest version, a line each: file (or table) and fault. Reads all of it."""
    broken = False
    for name in TABLES:
        try:
            one = tables.table(folder, name)
        except StoreError as wrong:
            yield str(wrong)
            broken = True
            continue
        for fault in () if one is None else _files(one):
            yield fault
            broken = True
    if broken:
        hint = "bring the files back from a copy, or code the sources into a new store"
        yield f"{folder}: what the rows say was not looked at (hint: {hint})"
        return
    found = snapshot.latest(folder)
    with view.connected() as link:
        view.show(link, folder, found, judged=())
        if found.events is not None:
            # Events with the file of each.
            link.execute(f"CREATE VIEW located AS {view.source('events', found.events, located=True)}")
        for fault, query in QUERIES.items():
            if found.events is None and "located" in query:
                continue
            yield from _told(folder, fault, link.sql(query))


def _files(found: DeltaTable) -> Iterator[str]:
    """Files that are missing, cannot be read, or hold another number of rows than the log says."""
    actions = found.get_add_actions(flatten=True)
    counts = {
        Path(p).name: n for p, n in zip(actions["path"].to_pylist(), actions["num_records"].to_pylist(), strict=True)
    }
    for file in log.files(found):
        try:
            rows = sum(batch.num_rows for batch in pq.ParquetFile(file).iter_batches())
        except FileNotFoundError:
            yield f"{file}: missing"
        except (OSError, pa.ArrowException) as wrong:
            yield f"{file}: cannot be read: {tables.line(wrong)}"
        else:
            wanted = counts.get(Path(file).name)
            if wanted is not None and rows != wanted:
                yield f"{file}: has {rows} rows, the log says {wanted}"


def _told(folder: Path, fault: str, found: duckdb.DuckDBPyRelation) -> Iterator[str]:
    rows = found.limit(SHOWN).fetchall()
    for where, *what in rows:
        yield f"{where or folder}: {fault.format(*what)}"
    if len(rows) == SHOWN and (more := len(found) - SHOWN) > 0:
        yield f"{folder}: {more} more of that kind"


_AT = 'substring(d.text, {0}.start + 1, {0}."end" - {0}.start) = {0}.{1} AND {0}.start >= 0'
QUERIES = {
    "document {} stands {} times": "SELECT NULL, id, count(*) FROM documents GROUP BY id HAVING count(*) > 1",
    "event {} stands {} times": "SELECT min(filename), id, count(*) FROM located GROUP BY id HAVING count(*) > 1",
    "event {} is of document {}, which is not there": (
        "SELECT filename, id, article FROM located WHERE article NOT IN (SELECT id FROM documents)"
    ),
    "event {} was coded by {}, its document by {}": (
        "SELECT filename, e.id, e.version, d.version FROM located e JOIN documents d ON d.id = e.article "
        "WHERE e.version != d.version"
    ),
    "event {}: its trigger {!r} does not stand at {} of document {}": (
        "SELECT filename, e.id, e.trigger, e.start, d.id FROM located e JOIN documents d ON d.id = e.article "
        f"WHERE NOT ({_AT.format('e', 'trigger')})"
    ),
    "event {}: a participant does not stand where it is said to in document {}": (
        "SELECT filename, e.id, d.id FROM located e JOIN documents d ON d.id = e.article "
        f"WHERE len(list_filter(list_concat(actors, recipients), lambda p: NOT ({_AT.format('p', 'text')}))) > 0"
    ),
    "event {}: its day is {}, not {}": (
        f"SELECT filename, id, day, {view.DERIVED['day']} FROM located WHERE day IS DISTINCT FROM {view.DERIVED['day']}"
    ),
    "review {} stands {} times": "SELECT NULL, id, count(*) FROM reviews GROUP BY id HAVING count(*) > 1",
    "review {} is of document {}, which is not there": (
        "SELECT NULL, r.id, r.article FROM reviews r ANTI JOIN documents d ON d.id = r.article"
    ),
    "article {} is in a story and not in the store": (
        "SELECT NULL, article FROM stories ANTI JOIN documents ON id = article"
    ),
    "article {} is in story {}, whose first article is in {}": (
        "SELECT NULL, s.article, s.story, coalesce(f.story, 'none') FROM stories s LEFT JOIN stories f "
        "ON f.article = s.story WHERE f.story IS DISTINCT FROM s.story"
    ),
    "article {} is a copy of {}, which is in another story": (
        "SELECT NULL, s.article, s.copy_of FROM stories s LEFT JOIN stories o ON o.article = s.copy_of "
        "WHERE s.copy_of IS NOT NULL AND o.story IS DISTINCT FROM s.story"
    ),
}
"""By fault, the rows that have it: file, and what the words of the fault want."""
