"""Adds coded documents to a store: events, then the documents that acknowledge them, each in one commit.

A writer that is killed between the two leaves nothing that is seen (`snapshot`), and the write is done again when its
documents come again.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
from deltalake import CommitProperties, DeltaTable, write_deltalake
from deltalake.exceptions import DeltaError

from ghatna.model import Document
from ghatna.store import lock, log, snapshot, tables, view
from ghatna.store.known import Known
from ghatna.store.schema import digest, document_table, event_rows
from ghatna.store.tables import Coded


class Writer:
    """Adds coded documents, remembering between batches what the store has already acknowledged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read_at: tuple[int, int] | None = None
        self._files: set[str] = set()
        """Files of the tables whose rows are known."""
        self._known = Known()

    def wanting(self, document: Document, version: str) -> bool:
        """Whether the document is new, changed, or was coded by another version."""
        if self._read_at is None:
            self._refresh(snapshot.latest(self.folder))
        return not self._known.has(document.id, digest(document), version)

    def add(self, coded: Iterable[Coded], *, version: str, at: datetime | None = None) -> int:
        """Acknowledge coded documents; those that the store has just so are left alone. Returns how many changed.

        Raises `StoreError` when that could not be done; nothing of these documents is seen then, or all of it.
        """
        batch = list(coded)
        with lock.writing(self.folder):
            return tables.tried(lambda: self._add(batch, version, at))

    def _add(self, coded: list[Coded], version: str, at: datetime | None) -> int:
        found = snapshot.settle(self.folder)
        self._refresh(found)
        # The last of several documents with one id counts, as it would had they come one by one.
        new = {d.id: (d, events) for d, events in coded if self.wanting(d, version)}
        if not new:
            return 0
        self._read_at = None
        documents, events = found.documents, found.events
        if events is not None and not view.keyed(events):
            events = _keyed(self.folder, events)
        rows = event_rows([e for _, events in new.values() for e in events])
        notes = {tables.WAITS: "documents"}
        if stale := self._known.among(new, with_events=True):
            articles = stale.union(new)
            events = tables.commit(
                self.folder, "events", rows, base=events, column="article", keys=articles, told=notes
            )  # fmt: skip
        elif rows.num_rows:
            events = tables.commit(self.folder, "events", rows, base=events, told=notes)
        added = document_table([d for d, _ in new.values()], version=version, added=at or datetime.now(UTC))
        notes = {snapshot.STANDS_FOR: str(-1 if events is None else events.version())}
        if known := self._known.among(new):
            ids = known.union(new)
            documents = tables.commit(
                self.folder, "documents", added, base=documents, column="id", keys=ids, told=notes
            )  # fmt: skip
        else:
            documents = tables.commit(self.folder, "documents", added, base=documents, told=notes)
        self._known.note((d.id, digest(d), version) for d, _ in new.values())
        self._known.note_events((d.id for d, some in new.values() if some), none=new)
        self._met(snapshot.Snapshot(documents, events))
        return len(new)

    def _met(self, found: snapshot.Snapshot) -> None:
        """Note that all of this is known."""
        self._read_at = found.numbers
        self._files = {*_files(found.documents), *_files(found.events)}

    def _refresh(self, found: snapshot.Snapshot) -> None:
        """Learn what other writers have added; at the start, all that is there. No document ever leaves a store."""
        if found.numbers == self._read_at:
            return
        documents, events = (
            set() if at is not None and _rewritten(one, at) else _files(one) - self._files
            for one, at in zip((found.documents, found.events), self._read_at or (None, None), strict=True)
        )
        for batch in _rows(documents, ["id", "digest", "version"]):
            self._known.note(zip(*(batch[name].to_pylist() for name in batch.schema.names), strict=True))
        for batch in _rows(events, ["article"]):
            self._known.note_events(batch["article"].to_pylist())
        self._met(found)


def _keyed(folder: Path, events: DeltaTable) -> DeltaTable:
    """The table of events with the columns of `KEYS`, which an older package did not write: the same rows, in one
    commit that counts at once."""
    at = events.version()
    with view.connected() as link:
        rows = link.sql(view.source("events", events)).to_arrow_reader(100_000)
        try:
            once = CommitProperties(max_commit_retries=0)
            write_deltalake(
                events, rows, mode="overwrite", schema_mode="overwrite", commit_properties=once,
                post_commithook_properties=tables.HOOKS,
            )  # fmt: skip
        except (DeltaError, OSError) as wrong:
            raise tables.failure(folder, "events", wrong, at=at) from None
    return events


def _files(found: DeltaTable | None) -> set[str]:
    return set() if found is None else set(log.files(found))


def _rewritten(found: DeltaTable | None, at: int) -> bool:
    """Whether a table holds the rows that it held in version `at`, in other files: it was only compacted."""
    return found is not None and all(
        log.notes(found, version).get("operation") in snapshot.REWRITES
        for version in range(at + 1, found.version() + 1)
    )


def _rows(files: set[str], columns: list[str]) -> Iterable[pa.RecordBatch]:
    return ds.dataset(sorted(files), format="parquet").to_batches(columns=columns) if files else ()
