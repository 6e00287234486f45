"""A store kept small: few large files in the order of days, and no files that nobody needs any more."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from deltalake import CommitProperties, DeltaTable, WriterProperties
from deltalake.exceptions import DeltaError
from msgspec import Struct

from ghatna.store import lock, log, snapshot, tables
from ghatna.store.schema import TABLES

DAYS, VERSIONS = 30, 10
"""What vacuum keeps if nothing else is said: versions that were the latest in so many days, and so many of them."""
GROUP = 20_000
"""Rows that are read together: a day's events without those of the year."""
_SORTED = "day"


class Compacted(Struct, frozen=True):
    """How many files a table had, and has."""

    table: str
    before: int
    after: int


class Vacuumed(Struct, frozen=True):
    """Files that were removed, or would be, and their bytes."""

    table: str
    files: list[str]
    bytes: int


def compact(folder: Path) -> list[Compacted]:
    """Put the rows of many small files into few, events by day, so that questions read little. The rows stay the same,
    and so do all versions. Raises `StoreError`."""
    with lock.writing(folder):
        return tables.tried(lambda: _compact(folder))


def _compact(folder: Path) -> list[Compacted]:
    found = snapshot.settle(folder)
    if found.documents is not None and found.whole:
        snapshot.acknowledge(folder, found)
    done = []
    for name in TABLES:
        one = tables.table(folder, name)
        if one is None:
            continue
        before, at = len(log.files(one)), one.version()
        how: dict[str, Any] = {
            "writer_properties": WriterProperties(max_row_group_size=GROUP, compression="ZSTD"),
            "commit_properties": CommitProperties(max_commit_retries=0),
            "post_commithook_properties": tables.HOOKS,
        }
        try:
            if before > 1 and name == "events" and _SORTED in tables.columns(one).names:
                if not _is_compact(one):
                    one.optimize.z_order([_SORTED], **how)
            elif before > 1:
                one.optimize.compact(**how)
        except (DeltaError, OSError) as wrong:
            raise tables.failure(folder, name, wrong, at=at) from None
        after = tables.table(folder, name)
        done.append(Compacted(name, before, len(log.files(after)) if after else 0))
    return done


def _is_compact(found: DeltaTable) -> bool:
    """Whether nothing was written since a table was last compacted."""
    return log.notes(found, found.version()).get("operation") in snapshot.REWRITES


def vacuum(
    folder: Path,
    *,
    days: int = DAYS,
    versions: int = VERSIONS,
    cited: Collection[int] = (),
    dry: bool = False,
    now: datetime | None = None,
) -> list[Vacuumed]:
    """Remove the files that only old versions need, and what killed writers left; with `dry` only tell which.

    What was the latest at some time in the last `days`, the newest `versions`, and those that are `cited` can be read
    as before; of the reviews, which people made, all versions. Raises `StoreError`, also for a cited version that
    cannot be read.

    `DeltaTable.vacuum` forgets after a week when a file was removed, and looks at each version that it keeps anew.
    """
    since = (now or datetime.now(UTC)) - timedelta(days=days)
    with lock.writing(folder):
        snapshot.settle(folder)
        for number in cited:
            snapshot.at(folder, number)
        kept = _kept(folder, since, versions) | set(cited)
        pairs = snapshot.paired(folder)
        keep = {"events": kept, "documents": {pairs[number] for number in kept}}
        done = []
        for name in TABLES:
            one = tables.table(folder, name)
            if one is None:
                continue
            if name == "reviews":
                keep[name] = set(range(one.version() + 1))
            stay = log.needed(one, keep.get(name, set()) | _recent(one, since))
            lost = [file for file in sorted(log.place(one).glob("*.parquet*")) if file.name not in stay]
            # A file that nobody needs and that is young may belong to a write under way on a disk without locks.
            lost = [file for file in lost if datetime.fromtimestamp(file.stat().st_mtime, UTC) <= since]
            done.append(Vacuumed(name, [file.name for file in lost], sum(file.stat().st_size for file in lost)))
            for file in () if dry else lost:
                file.unlink(missing_ok=True)
        return done


def _kept(folder: Path, since: datetime, count: int) -> set[int]:
    """The versions of the events that stay."""
    counted = snapshot.versions(folder)
    recent = {number for number, made in counted if made >= since}
    # The one before them was the latest when the days began.
    before = [number for number, made in counted if made < since][:1]
    return {*recent, *before, *(number for number, _ in counted[:count])}


def _recent(found: DeltaTable, since: datetime) -> set[int]:
    """The versions of a table that were the latest at some time after `since`."""
    out = set()
    for version in range(found.version(), -1, -1):
        out.add(version)
        if datetime.fromtimestamp(log.notes(found, version).get("timestamp", 0) / 1000, UTC) < since:
            break
    return out
