"""The tables of a store as DuckDB sees them: views over the files that the Delta log names.

DuckDB reads the files itself, so that it takes only the columns and parts of files that a question needs. A view has
the columns of the schema, whatever older files lack.
"""

import threading
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa
from deltalake import DeltaTable

from ghatna.errors import StoreError
from ghatna.store import log, snapshot, tables
from ghatna.store.reviews import Review, lay, overlay, review_records
from ghatna.store.schema import EVENTS, KEYS, REVIEWS, TABLES, event_rows

LATE = 1000
"""Rows of an answer up to which DuckDB first finds them by few columns and then reads the others."""
LAST = "QUALIFY row_number() OVER (PARTITION BY article ORDER BY added DESC) = 1"
"""Of the rows of `stories` the one that counts for each article."""
_PART = {
    "codes": "coalesce('|' || list_aggregate(list_filter({role}s, lambda e: e.country IS NOT NULL)"
    ".list_transform(lambda e: e.country), 'string_agg', '|') || '|', '')",
    "names": "coalesce('|' || list_aggregate(list_filter({role}s, lambda e: e.name IS NOT NULL)"
    ".list_transform(lambda e: lower(e.name)), 'string_agg', '|') || '|', '')",
    "texts": "coalesce(list_aggregate(list_transform({role}s, lambda e: e.text), 'string_agg', chr(10)), '')",
}
DERIVED = {"day": "coalesce(date, CAST(published AS DATE))"} | {
    f"{role}_{part}": how.format(role=role) for role in ("actor", "recipient") for part, how in _PART.items()
}
"""The columns of `KEYS` from those of `EVENTS`."""


def keyed(found: DeltaTable) -> bool:
    """Whether a table of events has the columns of `KEYS`; either for all rows or for none."""
    return KEYS.names[-1] in tables.columns(found).names


class View:
    """The latest state of a store, kept open: a question looks whether there is a newer one. Any number of threads may
    ask."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        # Made when it is first asked: a process that only writes needs none, and its children must not inherit one.
        self._link: duckdb.DuckDBPyConnection | None = None
        self._seen: dict[str, int] | None = None

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection that sees the views of `show`. Raises `StoreError`."""
        with self._lock:
            self._link = self._link or connected()
            if self._seen is None or any(self._moved(name, at) for name, at in self._seen.items()):
                self._seen = None
                self._seen = show(self._link, self.folder, snapshot.latest(self.folder))
            return self._link.cursor()

    def _moved(self, name: str, at: int) -> bool:
        return (self.folder / name / "_delta_log" / f"{at + 1:020}.json").exists()


def connected() -> duckdb.DuckDBPyConnection:
    """A connection of its own to nothing yet."""
    link = duckdb.connect()
    link.execute("SET GLOBAL TimeZone = 'UTC'")
    link.execute("SET GLOBAL parquet_metadata_cache = true")
    link.execute(f"SET GLOBAL late_materialization_max_rows = {LATE}")
    return link


def show(
    link: duckdb.DuckDBPyConnection,
    folder: Path,
    found: snapshot.Snapshot,
    *,
    judged: Sequence[Review] | None = None,
) -> dict[str, int]:
    """Make the views of a state of the store, all at once, the other tables being the latest.

    `coded` are the events as they were coded, `events` as reviews correct them (by default the latest, else those
    `judged`), `keyed_coded` and `keyed_events` the same with the columns of `KEYS`. Gives the latest version of each
    table, -1 where there is none. Raises `StoreError` where files are missing or damaged.
    """
    try:
        link.begin()
        try:
            seen = _show(link, folder, found, judged)
            link.commit()
            return seen
        except BaseException:
            link.rollback()
            raise
    except duckdb.Error as wrong:
        problem = " ".join(str(wrong).split("LINE 1:")[0].split())
        raise StoreError(folder, f"{problem} (hint: `ghatna store verify` tells what is damaged)") from None


def _show(
    link: duckdb.DuckDBPyConnection, folder: Path, found: snapshot.Snapshot, judged: Sequence[Review] | None
) -> dict[str, int]:
    seen: dict[str, int] = {}
    for name in TABLES:
        one = found.documents if name == "documents" else tables.table(folder, name)
        seen[name] = -1 if one is None else one.version()
        if name == "events":
            one = found.events
        selected = source(name, one)
        if name == "events" and not found.whole:
            # Of what an older package wrote only those events count whose document was acknowledged.
            selected = f"SELECT * FROM ({selected}) WHERE article IN (SELECT id FROM documents)"
        elif name == "stories":
            selected = f"SELECT * FROM ({selected}) {LAST}"
        link.execute(f"CREATE OR REPLACE VIEW {'keyed_coded' if name == 'events' else name} AS {selected}")
    columns = ", ".join(f'"{column}"' for column in EVENTS.names)
    if judged is None:
        judged = _reviews(link, "SELECT * FROM reviews")
    lay(link, "keyed_coded", "keyed_events", overlay(link, "keyed_coded", judged, event_rows) if judged else None)
    for view in ("coded", "events"):
        link.execute(f"CREATE OR REPLACE VIEW {view} AS SELECT {columns} FROM keyed_{view}")
    return seen


def reviews(folder: Path, *, as_of: int | None = None) -> list[Review]:
    """All reviews, or those of a version of their table. Raises `StoreError`."""
    found = tables.table(folder, "reviews", as_of=as_of)
    if found is None:
        return []
    with connected() as link:
        return _reviews(link, source("reviews", found))


def _reviews(link: duckdb.DuckDBPyConnection, query: str) -> list[Review]:
    return review_records(link.sql(query).to_arrow_table().cast(REVIEWS))


def source(name: str, found: DeltaTable | None, *, located: bool = False) -> str:
    """What a view selects: the columns of the schema from the files of a table; `filename` too where `located`."""
    kinds = _kinds(name)
    files = [] if found is None else log.files(found)
    if found is None or not files:
        nothing = (f'CAST(NULL AS {kind}) AS "{column}"' for column, kind in kinds.items())
        return f"SELECT {', '.join(nothing)} WHERE false"
    there = tables.columns(found)
    derived = DERIVED if name == "events" and not keyed(found) else {}
    wanted = []
    for column, kind in kinds.items():
        if column in derived:
            wanted.append(f'CAST({derived[column]} AS {kind}) AS "{column}"')
        elif column not in there.names:
            wanted.append(f'CAST(NULL AS {kind}) AS "{column}"')
        elif there.field(column).type != TABLES[name].field(column).type:
            wanted.append(f'CAST("{column}" AS {kind}) AS "{column}"')
        else:
            wanted.append(f'"{column}"')
    if located:
        wanted.append("filename")
    return (
        f"SELECT {', '.join(wanted)} FROM read_parquet([{_named(files)}], union_by_name = true, filename = {located})"
    )


def _named(files: Iterable[str]) -> str:
    quoted = ("".join(f"[{c}]" if c in "*?[" else c for c in file).replace("'", "''") for file in files)
    return ", ".join(f"'{file}'" for file in quoted)


@cache
def _kinds(name: str) -> dict[str, str]:
    """The columns of a table with their types in DuckDB."""
    with duckdb.connect() as link:
        found = link.from_arrow(pa.table(TABLES[name].empty_table()))
        return {column: str(kind) for column, kind in zip(found.columns, found.types, strict=True)}
