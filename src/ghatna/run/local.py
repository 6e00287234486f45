"""Documents → store on this machine: records are read, documents coded, and both put away in whole batches.

records ─read─▶ documents, what the store has left out ─code─▶ events ─store─▶ acknowledged ─▶ position moved
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from ghatna.errors import ReadError, Reason
from ghatna.model import Document, Event
from ghatna.read.record import END, Mark, Record
from ghatna.read.source import records
from ghatna.run.dropped import Dropped, DroppedFile
from ghatna.run.reading import NAME, Reading
from ghatna.run.seen import Seen
from ghatna.run.workers import Apart, Coding, Found, Here

if TYPE_CHECKING:
    from ghatna.store import Store  # DuckDB and Arrow are not needed to code without a store

__all__ = ["Coding", "Report", "documents", "run", "weigh"]

BATCH = 64
"""Documents of the first commits: few enough that a killed run repeats little."""
GREATEST = 1024
"""Documents of a commit in a long run, whose commits grow with it: a store of many small ones is slow to read."""
PIECE, WEIGHT = 16, 1 << 20
"""Records, and bytes of them, that are handed on together."""
NAMED = 1000
"""Failed inputs that are named one by one; further ones are only counted."""

Step = Callable[[], None]


class Report(Struct):
    """What a run did; grows while it runs. `failed` holds one line for each of the first inputs that failed."""

    records: int = 0
    articles: int = 0
    """Documents that were read, those that the store had already among them."""
    held: int = 0
    """Documents that the store had already, coded by this version."""
    documents: int = 0
    """Documents that were coded."""
    events: int = 0
    stored: int = 0
    dropped: dict[Reason, int] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    failures: int = 0
    passed: int = 0
    """Bytes of the sources that have been read."""
    behind: int = 0
    """Bytes of the sources that were read to their end."""
    resumed: dict[str, Mark] = field(default_factory=dict)
    """Where reading went on, by file that an earlier run did not finish."""

    def drop(self, lost: Dropped, wrong: ReadError, *, quiet: bool) -> None:
        """Count what gives no document; unless it is `quiet`, it is a failure, and named."""
        self.dropped[lost.reason] = self.dropped.get(lost.reason, 0) + 1
        if not quiet:
            self.failures += 1
            if len(self.failed) < NAMED:
                self.failed.append(str(wrong))


class Piece(Struct):
    """Some records on their way: what each gave, and which of it is to be coded."""

    records: Sequence[Record]
    new: list[Document] = field(default_factory=list)
    held: list[Document] = field(default_factory=list)
    places: dict[str, Record] = field(default_factory=dict)
    """Of `new` and `held`, by id in the order of reading, where each was read."""
    lost: list[tuple[Dropped, ReadError, bool]] = field(default_factory=list)

    def lose(self, record: Record, wrong: ReadError, *, quiet: bool) -> None:
        self.lost.append((Dropped.of(record.source, record.position, wrong), wrong, quiet))


def documents(
    sources: Iterable[str],
    report: Report,
    *,
    jobs: int = 1,
    folders: tuple[Path, ...] = (),
    dropped: Path | None = None,
) -> Iterator[Document]:
    """The documents of all sources in order, each once, read by `jobs` processes; what cannot be read is counted in
    `report`. `folders` are a user's, whose outlets count."""
    work = Apart(None, jobs, folders) if jobs > 1 else Here(None, folders)
    try:
        with DroppedFile(dropped) as out:
            for piece in pieces(records(sources), work):
                count(piece, report)
                out.write([lost for lost, _, _ in piece.lost])
                yield from piece.new
    finally:
        work.close()


def run(
    sources: Sequence[str],
    coder: Coding,
    store: "Store | None" = None,
    *,
    report: Report | None = None,
    batch: int = BATCH,
    step: Step = lambda: None,
    jobs: int = 1,
    make: Callable[[], Coding] | None = None,
    folders: tuple[Path, ...] = (),
    dropped: Path | None = None,
    afresh: bool = False,
) -> Iterator[tuple[Document, list[Event]]]:
    """Code sources, yielding documents with their events, in order, once the store has acknowledged them.

    Documents that the store has just so, coded by this version, are not coded again: their events come from the
    store. What was yielded stays, however the run ends, and the next run over the same files goes on there (unless
    `afresh`). With `jobs`, `make` gives each process a coder like `coder`; `folders` are a user's, whose outlets
    count; `step` is called as the report grows; `dropped` takes what gave no document.
    """
    report = Report() if report is None else report
    started = datetime.now(UTC)
    reading = Reading(store.folder / NAME, coder.version, afresh=afresh) if store is not None else None
    if reading is not None:
        report.resumed = reading.resumed
    wanted = (lambda d: store.wanting(d, coder.version)) if store is not None else (lambda _: True)
    work = Apart(make, jobs, folders) if jobs > 1 and make is not None else Here(coder, folders)
    try:
        taken = records(sources, since=reading.since) if reading else records(sources)
        found = pieces(taken, work, wanted, min(batch, PIECE))
        with DroppedFile(dropped, keep=reading.dropped if reading is not None else None) as out:
            some: list[tuple[Piece, dict[str, list[Event]]]] = []
            waiting = 0
            try:
                for piece, coded in work.code(found, lambda p: p.new):
                    some.append((piece, _coded(piece, coded, report)))
                    waiting += len(piece.new)
                    step()
                    # Commits grow: never more than some fifty for as many documents as there are already.
                    if waiting >= max(batch, min(report.documents // 50, GREATEST)) or store is None:
                        # Ended in the middle of this, the next run does it again; not this one.
                        done, some, waiting = some, [], 0
                        yield from _settle(done, coder.version, store, reading, out, report)
            except KeyboardInterrupt:
                # What is coded is put away before the run ends.
                yield from _settle(some, coder.version, store, reading, out, report)
                raise
            yield from _settle(some, coder.version, store, reading, out, report)
        if reading is not None:
            reading.end()
    finally:
        work.close()
        if store is not None:
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


def weigh(sources: Iterable[str]) -> int:
    """Bytes of the files that sources stand for; 0 for what is no file."""
    from ghatna.read.files import files

    total = 0
    for source in sources:
        try:
            total += sum(path.stat().st_size for path in files(Path(source)) if isinstance(path, Path))
        except (ReadError, OSError):
            continue
    return total


def _some(taken: Iterable[Record], size: int) -> Iterator[list[Record]]:
    """Records by the piece: not too many, and not too heavy."""
    piece: list[Record] = []
    weight = 0
    for record in taken:
        piece.append(record)
        weight += len(record.body) if isinstance(record.body, bytes) else 0
        if len(piece) >= size or weight >= WEIGHT:
            yield piece
            piece, weight = [], 0
    if piece:
        yield piece


def pieces(
    taken: Iterable[Record],
    work: Here,
    wanted: Callable[[Document], bool] = lambda _: True,
    size: int = PIECE,
    seen: Seen | None = None,
) -> Iterator[Piece]:
    """What records give, sorted: new documents, those that are held, and what is dropped; `seen` was met before."""
    seen = Seen() if seen is None else seen
    try:
        for some, found in work.read(_some(taken, size), lambda piece: piece):
            yield _sorted(some, found, seen, wanted)
    finally:
        seen.close()


def _sorted(some: Sequence[Record], found: Found, seen: Seen, wanted: Callable[[Document], bool]) -> Piece:
    piece = Piece([msgspec.structs.replace(record, body=None) for record in some])
    for record, here in zip(some, found, strict=True):
        for one in here:
            # Of an archive's answers most are no Hindi news; only what is broken is worth a word.
            quiet = record.answer is not None
            if isinstance(one, Document):
                met = seen.meet(one)
                if met == "new":
                    piece.places[one.id] = record
                    (piece.new if wanted(one) else piece.held).append(one)
                    continue
                quiet = met == "same"
                problem = "read before" if quiet else f"id {one.id!r} stands for another text already"
                hint = "" if quiet else " (hint: give each article an id of its own)"
                one = ReadError(record.where, problem + hint, "duplicate", url=one.url)
            piece.lose(record, one, quiet=quiet and one.reason != "broken")
    return piece


def count(piece: Piece, report: Report) -> None:
    """What was read of a piece, into the report."""
    for record in piece.records:
        if record.kind == END:
            report.behind += record.passed
        report.records += record.kind != END
        report.passed = report.behind + (0 if record.kind == END else record.passed)
    report.articles += len(piece.places)
    report.held += len(piece.held)
    for lost, wrong, quiet in piece.lost:
        report.drop(lost, wrong, quiet=quiet)


def _coded(piece: Piece, results: list[list[Event] | ReadError], report: Report) -> dict[str, list[Event]]:
    """The events of a piece by document; a document that cannot be coded is dropped."""
    coded = {}
    for document, events in zip(piece.new, results, strict=True):
        if isinstance(events, ReadError):
            piece.lose(piece.places[document.id], events, quiet=False)
            continue
        coded[document.id] = events
        report.documents += 1
        report.events += len(events)
    count(piece, report)
    return coded


def _settle(
    some: list[tuple[Piece, dict[str, list[Event]]]],
    version: str,
    store: "Store | None",
    reading: Reading | None,
    out: DroppedFile,
    report: Report,
) -> Iterator[tuple[Document, list[Event]]]:
    """Put coded pieces away: first the store, then what is lost, last the position."""
    held: dict[str, list[Event]] = {}
    if store is not None:
        pairs = [(d, coded[d.id]) for piece, coded in some for d in piece.new if d.id in coded]
        report.stored += store.add_all(pairs, version=version)
        ids = [d.id for piece, _ in some for d in piece.held]
        held = store.events_of(ids) if ids else {}
    out.write([lost for piece, _ in some for lost, _, _ in piece.lost])
    if reading is not None:
        moved = ((record.source, record.mark) for piece, _ in some for record in piece.records)
        reading.move(moved, dropped=out.length)
    for piece, coded in some:
        both = {d.id: d for d in (*piece.new, *piece.held)}
        for id in piece.places:
            if id in coded or id in held:
                yield both[id], coded[id] if id in coded else held[id]
