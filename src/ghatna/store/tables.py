"""A folder of Delta tables: made, opened, and written in whole commits.

Events are committed before the documents that they come from. A document row is the acknowledgement: readers count
only events of acknowledged documents, and an interrupted write is done again when its document comes again.
"""

import json
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import DeltaError

from ghatna.errors import StoreError
from ghatna.model import Document, Event
from ghatna.store.known import Known
from ghatna.store.schema import TABLES, digest, document_table, event_table

MARKER = "ghatna.json"
FORMAT = 1
"""Of the folder; raised when an older package could misread what a newer one writes."""

Coded = tuple[Document, Sequence[Event]]


def open_folder(folder: Path, *, create: bool = True) -> None:
    """Check that `folder` is a store that this package understands; make an empty one where there is nothing.

    Raises `StoreError`, having written nothing, for a folder with other things in it, a newer format, or nothing
    there while `create` is false.
    """
    marker = folder / MARKER
    try:
        if marker.is_file():
            found = json.loads(marker.read_text("utf-8"))
            number = found.get("format") if isinstance(found, dict) else None
            if not isinstance(number, int):
                raise StoreError(marker, "damaged: it names no format")
            if number > FORMAT:
                raise StoreError(folder, f"store of format {number}, newer than this package (reads up to {FORMAT})")
        elif folder.is_dir() and any(folder.iterdir()):
            raise StoreError(folder, f"not a store: no {MARKER} in it (hint: name an empty or new folder)")
        elif folder.exists() and not folder.is_dir():
            raise StoreError(folder, "not a folder")
        elif not create:
            raise StoreError(folder, "no store there (hint: `ghatna code SOURCE --store DIR` makes one)")
        else:
            folder.mkdir(parents=True, exist_ok=True)
            beside = folder / f".{MARKER}"
            beside.write_text(json.dumps({"format": FORMAT}) + "\n", "utf-8")
            beside.replace(marker)
    except OSError as wrong:
        raise StoreError(folder, wrong.strerror or str(wrong)) from None
    except ValueError:
        raise StoreError(marker, "damaged: not JSON") from None


def table(folder: Path, name: str, *, as_of: int | None = None) -> DeltaTable | None:
    """A Delta table of the store; None before its first row. Raises `StoreError` for a version that is not there."""
    path = folder / name
    if as_of is not None and not 0 <= as_of < 1 << 63:
        raise StoreError(path, f"no version {as_of}")
    if not DeltaTable.is_deltatable(str(path)):
        if path.is_dir() and any(path.iterdir()):
            raise StoreError(path, "damaged: rows without a commit log (hint: bring _delta_log back from a copy)")
        if as_of is not None:
            raise StoreError(path, f"no version {as_of}: nothing was written yet")
        return None
    try:
        return DeltaTable(str(path), version=as_of)
    except DeltaError as wrong:
        asked = "" if as_of is None else f"no version {as_of}: "
        raise StoreError(path, asked + str(wrong).splitlines()[0]) from None


def append(folder: Path, name: str, rows: pa.Table) -> None:
    """Add rows in one commit."""
    _commit(folder / name, rows, mode="append")


def overwrite(folder: Path, name: str, rows: pa.Table) -> None:
    """Put `rows` in the place of all there are, in one commit."""
    _commit(folder / name, rows, mode="overwrite")


def replace(folder: Path, name: str, column: str, keys: Iterable[str], rows: pa.Table) -> None:
    """Put `rows` in the place of all rows whose `column` is one of `keys`, in one commit."""
    marks = ", ".join("'" + key.replace("'", "''") + "'" for key in sorted(keys))
    _commit(folder / name, rows, mode="overwrite", predicate=f"{column} IN ({marks})")


def _commit(path: Path, rows: pa.Table, **how: Any) -> None:
    # Asked before, since the writer below tells it in many lines.
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise StoreError(path, "not written: permission denied")
    try:
        write_deltalake(str(path), rows, schema_mode="merge", **how)
    except (DeltaError, OSError) as wrong:
        raise StoreError(path, f"not written: {str(wrong).splitlines()[0]}") from None


class Writer:
    """Adds coded documents, remembering between batches what the store has already acknowledged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read_at: tuple[int, int] | None = None
        self._known = Known()

    def wanting(self, document: Document, version: str) -> bool:
        """Whether the document is new, changed, or was coded by another version."""
        if self._read_at is None:
            self._refresh()
        return not self._known.has(document.id, digest(document), version)

    def add(self, coded: Iterable[Coded], *, version: str, at: datetime | None = None) -> int:
        """Acknowledge coded documents; those that the store has just so are left alone. Returns how many changed."""
        if self._read_at != self._versions():
            self._refresh()
        # The last of several documents with one id counts, as it would had they come one by one.
        new = {d.id: (d, events) for d, events in coded if self.wanting(d, version)}
        if not new:
            return 0
        rows = event_table(e for _, events in new.values() for e in events)
        if stale := self._known.among(new, with_events=True):
            replace(self.folder, "events", "article", stale.union(new), rows)
        elif rows.num_rows:
            append(self.folder, "events", rows)
        documents = document_table([d for d, _ in new.values()], version=version, added=at or datetime.now(UTC))
        if known := self._known.among(new):
            replace(self.folder, "documents", "id", known.union(new), documents)
        else:
            append(self.folder, "documents", documents)
        self._known.note((d.id, digest(d), version) for d, _ in new.values())
        self._known.note_events((d.id for d, events in new.values() if events), none=new)
        self._read_at = self._versions()
        return len(new)

    def _versions(self) -> tuple[int, int]:
        tables = (table(self.folder, "documents"), table(self.folder, "events"))
        documents, events = (-1 if t is None else t.version() for t in tables)
        return documents, events

    def _refresh(self) -> None:
        """Read what is there: at the start, and after another writer."""
        self._read_at = self._versions()
        documents, events = table(self.folder, "documents"), table(self.folder, "events")
        self._known.forget()
        if documents is not None:
            for batch in documents.to_pyarrow_dataset().to_batches(columns=["id", "digest", "version"]):
                self._known.note(zip(*(batch[name].to_pylist() for name in batch.schema.names), strict=True))
        if events is not None:
            for batch in events.to_pyarrow_dataset().to_batches(columns=["article"]):
                self._known.note_events(batch["article"].to_pylist())


def empty(name: str) -> pa.Table:
    """A table that has its columns and no rows."""
    return TABLES[name].empty_table()
