"""A folder of Delta tables: made, opened, and written in whole commits.

A commit is made on the very version that its writer has seen, or not at all (`Moved`): what somebody else wrote
meanwhile is never overlooked.
"""

import json
import os
import random
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, PostCommitHookProperties, WriterProperties, write_deltalake
from deltalake.exceptions import DeltaError

from ghatna.errors import StoreError
from ghatna.model import Document, Event
from ghatna.store.schema import TABLES, strange

MARKER = "ghatna.json"
FORMAT = 1
"""Of the folder; raised when an older package could misread what a newer one writes."""
TRIES = 8
"""Times that a write is made anew after somebody else's, and …"""
PAUSE = 0.05
"""… seconds, at the first time, that it waits before; twice as long each time."""
KEPT = {"delta.enableExpiredLogCleanup": "false", "delta.logRetentionDuration": "interval 36500 days"}
"""Versions are cited for years: no writer may drop the log of old ones, as many do after a month."""
WAITS = "ghatna.waits"
"""Note of a commit that counts only when another one stands for it (`snapshot`)."""
HOOKS = PostCommitHookProperties(cleanup_expired_logs=False)
FULL = ("os error 28", "os error 27", "os error 122", "No space left", "File too large", "quota exceeded")
"""Of an error's text: no space, a file larger than allowed, a quota."""
UNFIT = frozenset("%[]^|\n" + ("\\" if os.sep == "/" else ""))
"""Characters that the Delta library cannot have in a path."""

Coded = tuple[Document, Sequence[Event]]
T = TypeVar("T")


class Moved(StoreError):
    """Somebody else committed first; nothing was written."""


def open_folder(folder: Path, *, create: bool = True) -> None:
    """Check that `folder` is a store that this package understands; make an empty one where there is nothing.

    Raises `StoreError`, having written nothing, for a folder with other things in it, a newer format, or nothing
    there while `create` is false.
    """
    marker = folder / MARKER
    if unfit := set(str(folder.absolute())) & UNFIT:
        raise StoreError(
            folder, f"a store's path cannot have {' '.join(map(repr, sorted(unfit)))} in it (hint: name another folder)"
        )
    try:
        if marker.is_file():
            found = json.loads(marker.read_text("utf-8"))
            number = found.get("format") if isinstance(found, dict) else None
            if not isinstance(number, int):
                raise StoreError(marker, "damaged: it names no format")
            if number > FORMAT:
                raise StoreError(folder, f"store of format {number}, newer than this package (reads up to {FORMAT})")
        elif folder.is_dir() and _foreign(folder) and not marker.is_file():
            raise StoreError(folder, f"not a store: no {MARKER} in it (hint: name an empty or new folder)")
        elif folder.exists() and not folder.is_dir():
            raise StoreError(folder, "not a folder")
        elif not create:
            raise StoreError(folder, "no store there (hint: `ghatna code SOURCE --store DIR` makes one)")
        else:
            folder.mkdir(parents=True, exist_ok=True)
            # Two processes may make it at once: each writes a file of its own, and both say the same.
            beside = folder / f".{MARKER}.{os.getpid()}"
            beside.write_text(json.dumps({"format": FORMAT}) + "\n", "utf-8")
            beside.replace(marker)
    except OSError as wrong:
        raise StoreError(folder, wrong.strerror or str(wrong)) from None
    except ValueError:
        raise StoreError(marker, "damaged: not JSON") from None


def _foreign(folder: Path) -> bool:
    """Whether a folder holds anything but a marker that is being written."""
    return any(not one.name.startswith(f".{MARKER}") for one in folder.iterdir())


def table(folder: Path, name: str, *, as_of: int | None = None) -> DeltaTable | None:
    """A Delta table of the store; None before its first row.

    Raises `StoreError` for a version that is not there, and for columns that are not ours.
    """
    path = folder / name
    if as_of is not None and not 0 <= as_of < 1 << 63:
        raise StoreError(path, f"no version {as_of}")
    if not DeltaTable.is_deltatable(str(path)):
        if path.is_dir() and any(path.rglob("*.parquet")):
            raise StoreError(path, "damaged: rows without a commit log (hint: bring _delta_log back from a copy)")
        if as_of is not None:
            raise StoreError(path, f"no version {as_of}: nothing was written yet")
        return None
    try:
        found = DeltaTable(str(path), version=as_of)
    except (DeltaError, OSError) as wrong:
        asked = "" if as_of is None else f"no version {as_of}: "
        raise StoreError(path, asked + line(wrong)) from None
    if name in TABLES and (fault := strange(columns(found), TABLES[name])):
        raise StoreError(path, f"{fault} (hint: a newer ghatna wrote it, or another program)")
    return found


def columns(found: DeltaTable) -> pa.Schema:
    """The columns that a table has."""
    return pa.schema(found.schema().to_arrow())


def commit(
    folder: Path,
    name: str,
    rows: pa.Table,
    *,
    base: DeltaTable | None,
    column: str = "",
    keys: Iterable[str] = (),
    told: dict[str, str] | None = None,
) -> DeltaTable:
    """Add rows to `base`, in the place of those whose `column` is one of `keys` where it is given, in one commit that
    notes what is `told`. Gives the table as it is then.

    Raises `Moved` when `base` is no longer the latest version, `StoreError` when the write could not be made.
    """
    path = folder / name
    # Asked before, since the writer below tells it in many lines.
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise StoreError(path, "not written: permission denied")
    how: dict[str, Any] = {
        "commit_properties": CommitProperties(custom_metadata=told, max_commit_retries=0),
        "post_commithook_properties": HOOKS,
        "writer_properties": WriterProperties(compression="ZSTD"),
    }
    if column:
        marks = ", ".join("'" + key.replace("'", "''") + "'" for key in sorted(keys))
        how |= {"mode": "overwrite", "predicate": f"{column} IN ({marks})"}
    at = -1 if base is None else base.version()
    try:
        if base is None:
            # First a table without rows, so that a writer killed meanwhile leaves no rows without a log.
            waiting = CommitProperties(custom_metadata={WAITS: "rows"}, max_commit_retries=0)
            base = DeltaTable.create(
                str(path), rows.schema, mode="error", configuration=KEPT, commit_properties=waiting
            )  # fmt: skip
            at = 0
        write_deltalake(base, rows, schema_mode="merge", **({"mode": "append"} | how))
        return base
    except (DeltaError, OSError, ValueError) as wrong:
        raise failure(folder, name, wrong, at=at) from None


def failure(folder: Path, name: str, wrong: Exception, *, at: int) -> StoreError:
    """Why a commit on version `at` was not made: `Moved` where another one stands in its place."""
    if (folder / name / "_delta_log" / f"{at + 1:020}.json").exists():
        return Moved(folder / name, "not written: others write into this store all the time (hint: try again)")
    if any(sign in str(wrong) for sign in FULL):
        hint = "make room, then give the same command again; what was acknowledged is kept"
        return StoreError(folder / name, f"not written: the disk is full (hint: {hint})")
    return StoreError(folder / name, f"not written: {line(wrong)}")


def line(wrong: Exception) -> str:
    """An error of the libraries below in one line."""
    return (str(wrong).splitlines() or [type(wrong).__name__])[0]


def tried(write: Callable[[], T]) -> T:
    """What `write` gives, done anew with back-off while others commit first."""
    for n in range(TRIES):
        try:
            return write()
        except Moved:
            time.sleep(PAUSE * 2**n * random.uniform(0.5, 1.0))
    return write()


def append(folder: Path, name: str, rows: pa.Table) -> None:
    """Add rows in one commit."""
    tried(lambda: commit(folder, name, rows, base=table(folder, name)))


def clear(folder: Path, name: str) -> None:
    """Take all rows out, in one commit."""
    tried(lambda: _clear(folder, name))


def _clear(folder: Path, name: str) -> None:
    found = table(folder, name)
    if found is None:
        return
    at = found.version()
    try:
        once = CommitProperties(max_commit_retries=0)
        found.delete(commit_properties=once, post_commithook_properties=HOOKS)
    except (DeltaError, OSError) as wrong:
        raise failure(folder, name, wrong, at=at) from None


def replace(folder: Path, name: str, column: str, keys: Iterable[str], rows: pa.Table) -> None:
    """Put `rows` in the place of all rows whose `column` is one of `keys`, in one commit."""
    some = list(keys)
    tried(lambda: commit(folder, name, rows, base=table(folder, name), column=column, keys=some))


def empty(name: str) -> pa.Table:
    """A table that has its columns and no rows."""
    return TABLES[name].empty_table()
