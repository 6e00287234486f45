"""Sources → a file of documents, one a line of JSON, that goes on where it was stopped.

The file grows first, then the position moves: after a kill, what stands in the file behind the position is cut off and
read again.
"""

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import BinaryIO

import msgspec
from msgspec import Struct

from ghatna.read.record import Mark
from ghatna.read.source import records
from ghatna.run.dropped import Dropped, DroppedFile
from ghatna.run.local import Report, Step, count, pieces
from ghatna.run.reading import NAME, Reading
from ghatna.run.seen import Seen
from ghatna.run.workers import Apart, Here

SECONDS = 0.25
"""Between two moves of the position."""


class _Line(Struct, frozen=True):
    id: str
    text: str


def write(
    sources: Sequence[str],
    out: Path,
    report: Report,
    *,
    version: str,
    jobs: int = 1,
    folders: tuple[Path, ...] = (),
    dropped: Path | None = None,
    afresh: bool = False,
    step: Step = lambda: None,
) -> None:
    """Read sources into the file `out`, each document once, and count in `report` what was read.

    A run of the same sources and `version` that was stopped, by Ctrl-C or a kill, goes on, unless `afresh` or the file
    has been made shorter. How far it came stands beside the file until all was read. Raises `OSError` and `StoreError`
    for what cannot be written.
    """
    reading = place(out, f"{version} {sha256(chr(10).join(sources).encode()).hexdigest()[:16]}", afresh=afresh)
    more = reading is not None and reading.unfinished
    work = Apart(None, jobs, folders) if jobs > 1 else Here(None, folders)
    seen = Seen()
    try:
        with (
            out.open("r+b" if more else "wb") as file,
            DroppedFile(dropped, keep=reading.dropped if reading is not None else None) as drops,
        ):
            length = met(file, reading.written, seen) if reading is not None and more else 0
            lost: list[Dropped] = []
            marks: list[tuple[str, Mark]] = []

            def settle() -> None:
                nonlocal lost, marks
                # Ended in the middle of this, nothing of it counts and the next run does it again; not twice here.
                told, passed, lost, marks = lost, marks, [], []
                file.flush()
                drops.write(told)
                if reading is not None:
                    os.fsync(file.fileno())
                    reading.move(passed, written=length, dropped=drops.length)

            taken = records(sources, since=reading.since) if reading is not None else records(sources)
            if reading is not None:
                report.resumed = reading.resumed
            last = monotonic()
            try:
                for piece in pieces(taken, work, seen=seen):
                    count(piece, report)
                    lines = b"".join(msgspec.json.encode(document) + b"\n" for document in piece.new)
                    file.write(lines)
                    some = [one for one, _, _ in piece.lost]
                    ends, size = [(record.source, record.mark) for record in piece.records], len(lines)
                    # Nothing is called from here to the end of the three: they count together or not at all.
                    lost += some
                    marks += ends
                    length += size
                    step()
                    if monotonic() - last >= SECONDS:
                        settle()
                        last = monotonic()
            except KeyboardInterrupt:
                settle()
                raise
            settle()
        if reading is not None:
            reading.end()
    finally:
        work.close()


def place(out: Path, version: str, *, afresh: bool) -> Reading | None:
    """How far the file was filled before; `None` for what is no file, such as a terminal."""
    if out.exists() and not out.is_file():
        return None
    reading = Reading(out.with_name(f"{out.name}.{NAME}"), version, afresh=afresh)
    if not reading.unfinished or not out.is_file() or out.stat().st_size < reading.written:
        reading.forget()
    return reading


def met(file: BinaryIO, length: int, seen: Seen) -> int:
    """Cut the file off behind `length` bytes and note the documents that stand in it; returns the length."""
    file.truncate(length)
    for line in file:
        one = msgspec.json.decode(line, type=_Line)
        seen.note(one.id, one.text)
    return length
