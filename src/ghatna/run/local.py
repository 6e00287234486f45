"""Documents → store on this machine: one process, in batches, errors collected by source."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from ghatna.errors import GhatnaError, ReadError
from ghatna.model import Document, Event

if TYPE_CHECKING:
    from ghatna.store import Store  # DuckDB and Arrow are not needed to code without a store

BATCH = 64
"""Documents a commit: few enough that a killed run repeats little, enough that commits cost little."""

Code = Callable[[Document], list[Event]]


class Coding(Protocol):
    """What a run needs of a coder."""

    @property
    def version(self) -> str: ...

    def code(self, document: Document) -> list[Event]: ...


class Report(Struct):
    """What a run did; grows while it runs. `failed` holds one line per input that could not be read or coded."""

    documents: int = 0
    events: int = 0
    stored: int = 0
    failed: list[str] = []


def documents(sources: Iterable[str], report: Report) -> Iterator[Document]:
    """The documents of all sources in order; what cannot be read is named in `report.failed`.

    A document that was there before, id and text, comes once. An id that stands for another text already is named:
    the store would take the one for the other.
    """
    from ghatna.read import read_source

    seen: dict[str, bytes] = {}
    for source in sources:
        for found in read_source(source):
            if isinstance(found, ReadError):
                report.failed.append(str(found))
                continue
            text = blake2b(found.text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
            if found.id not in seen:
                seen[found.id] = text
                yield found
            elif seen[found.id] != text:
                why = f"id {found.id!r} stands for another text already (hint: give each article an id of its own)"
                report.failed.append(f"{source}: {why}")


def coded(
    found: Iterable[Document], code: Code, report: Report, *, step: Callable[[], None] = lambda: None
) -> Iterator[tuple[Document, list[Event]]]:
    """Each document with its events; `step` is called after each. A document that cannot be coded is named."""
    for document in found:
        try:
            events = code(document)
        except GhatnaError as wrong:
            report.failed.append(f"{document.id}: {wrong}")
            continue
        report.documents += 1
        report.events += len(events)
        step()
        yield document, events


def run(
    sources: Sequence[str],
    coder: Coding,
    store: "Store",
    *,
    report: Report | None = None,
    batch: int = BATCH,
    step: Callable[[], None] = lambda: None,
) -> Iterator[tuple[Document, list[Event]]]:
    """Code sources into `store`, yielding documents with their events once they are acknowledged.

    Documents that the store has just so, coded by this version, are not coded again: their events come from the
    store. What was yielded stays, however the run ends.
    """
    report = Report() if report is None else report
    started = datetime.now(UTC)
    found = documents(sources, report)
    try:
        while some := list(islice(found, batch)):
            new = [d for d in some if store.wanting(d, coder.version)]
            pairs = list(coded(new, coder.code, report, step=step))
            report.stored += store.add_all(pairs, version=coder.version)
            fresh = {d.id: events for d, events in pairs}
            held = store.events_of([d.id for d in some if d not in new])
            yield from ((d, (fresh | held)[d.id]) for d in some if d.id in fresh or d.id in held)
    finally:
        store.log(
            {
                "started": started,
                "ended": datetime.now(UTC),
                "version": coder.version,
                "sources": list(sources),
                "documents": report.documents,
                "events": report.events,
                "errors": report.failed,
            }
        )
