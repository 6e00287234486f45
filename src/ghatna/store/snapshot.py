"""Which versions of the tables belong together.

Events are committed first, with a note that they wait. The commit of their documents names the version of the events
that it stands for: this one commit makes a write true, all of it at once. What waits and was never named (its
writer was killed, or is at work) is not seen, in the latest version or in an older one, and the next writer
takes it back (`settle`). Commits without that note (compaction, vacuum, other programs) count at once.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from deltalake import CommitProperties, DeltaTable
from deltalake.exceptions import DeltaError

from ghatna.errors import StoreError
from ghatna.store import log, tables
from ghatna.store.schema import event_table

STANDS_FOR = "ghatna.events"
"""Note of a documents commit: the version of the events that belongs to it, -1 for none."""
REWRITES = ("OPTIMIZE", "VACUUM START", "VACUUM END")
"""Operations that leave the rows as they are."""


class Snapshot(NamedTuple):
    """The tables as they were at one moment. `whole` is false for what an older package wrote: there only events count
    whose document is acknowledged."""

    documents: DeltaTable | None
    events: DeltaTable | None
    whole: bool = True

    @property
    def numbers(self) -> tuple[int, int]:
        """Versions of documents and events, -1 for none."""
        return (
            -1 if self.documents is None else self.documents.version(),
            -1 if self.events is None else self.events.version(),
        )


def latest(folder: Path) -> Snapshot:
    """What is true now. Raises `StoreError`."""
    # Documents first: the events that they stand for are there already.
    documents = tables.table(folder, "documents")
    if documents is None:
        return Snapshot(None, None)
    number = stands_for(documents)
    events = tables.table(folder, "events")
    if number is None or events is None:
        return Snapshot(documents, events, whole=number is not None)
    true = counting(events, number)
    if true != events.version():
        events = tables.table(folder, "events", as_of=true) if true >= 0 else None
    return Snapshot(documents, events)


def stands_for(documents: DeltaTable) -> int | None:
    """The version of the events that the latest documents commit with that note names; None where none has."""
    for version in range(documents.version(), -1, -1):
        if (number := log.notes(documents, version).get(STANDS_FOR)) is not None:
            return int(number)
    return None


def counting(events: DeltaTable, number: int) -> int:
    """The latest version that counts when `number` does."""
    while number < events.version() and tables.WAITS not in log.notes(events, number + 1):
        number += 1
    return number


def at(folder: Path, number: int) -> Snapshot:
    """What was true when version `number` of the events was the latest: the same for ever. Raises `StoreError` for a
    version that is not there, never counted, or was vacuumed."""
    events = tables.table(folder, "events", as_of=number)
    documents = tables.table(folder, "documents")
    if events is None or documents is None:
        raise StoreError(folder / "events", f"no version {number}: it was never acknowledged")
    named = _named(documents)
    before = max((one for one in named if one <= number), default=-1)
    if counting(events, before) != number:
        raise StoreError(folder / "events", f"no version {number}: it was never acknowledged")
    # Before the first version that is named stands what an older package wrote.
    first = named[before] if before in named else min(named.values(), default=documents.version())
    documents = tables.table(folder, "documents", as_of=_same(documents, first))
    for one, name in ((events, "events"), (documents, "documents")):
        if one is not None and log.missing(one):
            hint = "`ghatna store info` names the oldest that can be read"
            raise StoreError(folder / name, f"version {number} was vacuumed (hint: {hint})")
    return Snapshot(documents, events, whole=before in named)


def _named(documents: DeltaTable) -> dict[int, int]:
    """The versions of the events that documents stand for, with the first version of the documents that does."""
    found: dict[int, int] = {}
    for version in range(documents.version(), -1, -1):
        if (number := log.notes(documents, version).get(STANDS_FOR)) is not None:
            found[int(number)] = version
    return found


def _same(documents: DeltaTable, version: int) -> int:
    """The latest version of the documents with the same rows as this one: those after it were only put into other
    files."""
    while version < documents.version() and log.notes(documents, version + 1).get("operation") in REWRITES:
        version += 1
    return version


def versions(folder: Path) -> list[tuple[int, datetime]]:
    """The versions of the events that count, with the time of each, newest first."""
    documents, events = tables.table(folder, "documents"), tables.table(folder, "events")
    if documents is None or events is None:
        return []
    named = _named(documents)
    counted: list[tuple[int, datetime]] = []
    # Before the first version that is named all count: an older package wrote them.
    true = True
    for number in range(events.version() + 1):
        notes = log.notes(events, number)
        true = number in named or (true and tables.WAITS not in notes)
        if true:
            moment = datetime.fromtimestamp(notes.get("timestamp", 0) / 1000, UTC)
            counted.append((number, moment.astimezone()))
    return counted[::-1]


def acknowledge(folder: Path, found: Snapshot) -> Snapshot:
    """Let the documents stand for the events as they are now, after `settle` took something back."""
    if found.documents is None or found.numbers == latest(folder).numbers:
        return found
    told = {STANDS_FOR: str(found.numbers[1])}
    documents = tables.commit(folder, "documents", tables.empty("documents"), base=found.documents, told=told)
    return Snapshot(documents, found.events)


def paired(folder: Path) -> dict[int, int]:
    """The versions of the events that count, with the version of the documents that is read beside each."""
    documents = tables.table(folder, "documents")
    if documents is None:
        return {}
    named, last = _named(documents), -1
    out = {}
    for number, _ in reversed(versions(folder)):
        last = named.get(number, last)
        out[number] = _same(documents, last if last >= 0 else min(named.values(), default=documents.version()))
    return out


def settle(folder: Path) -> Snapshot:
    """The tables for a writer to write on: what a killed one left waiting is taken back. Raises `StoreError`."""
    found = latest(folder)
    events = tables.table(folder, "events")
    if events is None or (found.whole and found.numbers[1] == events.version()):
        return Snapshot(found.documents, events, found.whole)
    # The taking back waits too: the writer may be slow and not dead, and acknowledge what it wrote after all.
    version, once = (
        events.version(),
        CommitProperties(custom_metadata={tables.WAITS: "documents"}, max_commit_retries=0),
    )
    try:
        if not found.whole:
            events = _disowned(folder, found)
        elif found.events is not None:
            true = found.events.version()
            events.restore(true, commit_properties=once, post_commithook_properties=tables.HOOKS)
        elif log.files(events):
            events.delete(commit_properties=once, post_commithook_properties=tables.HOOKS)
    except (DeltaError, OSError) as wrong:
        raise tables.failure(folder, "events", wrong, at=version) from None
    return Snapshot(found.documents, tables.table(folder, "events"))


def _disowned(folder: Path, found: Snapshot) -> DeltaTable | None:
    """Events without those that an older package left without a document."""
    assert found.documents is not None and found.events is not None
    ids = found.documents.to_pyarrow_dataset().to_table(["id"])["id"].to_pylist()
    articles = found.events.to_pyarrow_dataset().to_table(["article"])["article"].to_pylist()
    if lost := set(articles).difference(ids):
        none = event_table([])  # without the columns that older packages did not write (`writer`)
        return tables.commit(folder, "events", none, base=found.events, column="article", keys=lost)
    return found.events
