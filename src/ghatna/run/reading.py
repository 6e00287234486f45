"""How far each source was read, beside the store or the file that takes what is read: moved only after that has it.

A file of lines is added to, a commit a time, and thrown away when all sources were read to their end. A line that was
torn by a kill is passed over; then a little is read again, which the store has already.
"""

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from ghatna.errors import StoreError
from ghatna.read.record import Mark

NAME = "reading.jsonl"


class Reached(Struct, frozen=True):
    """`size` and `changed` (nanoseconds) tell whether the file is still the one that was read, `version` the coder."""

    source: str
    size: int
    changed: int
    version: str
    mark: Mark
    written: int = 0
    """Bytes of a file that hold what was read up to there; of a store nothing."""
    dropped: int = 0
    """The same of the file that keeps what was dropped."""


class Reading:
    """What earlier runs reached, kept in the file `path`, and what this one does. Raises `StoreError` when it cannot be
    written."""

    def __init__(self, path: Path, version: str, *, afresh: bool = False) -> None:
        self.path, self.version = path, version
        self.resumed: dict[str, Mark] = {}
        """Where this run went on, by file."""
        self._stamps: dict[str, tuple[int, int]] = {}
        self._before = {} if afresh else self._read()

    @property
    def unfinished(self) -> bool:
        """Whether an earlier run of this version did not come to its end."""
        return any(one.version == self.version for one in self._before.values())

    @property
    def written(self) -> int:
        """Bytes of its file that hold what an earlier run of this version read."""
        return max((one.written for one in self._before.values() if one.version == self.version), default=0)

    @property
    def dropped(self) -> int | None:
        """Bytes of the file for what was dropped that stand for good; `None` where nothing goes on."""
        return max((one.dropped for one in self._before.values() if one.version == self.version), default=None)

    def _read(self) -> dict[str, Reached]:
        found: dict[str, Reached] = {}
        try:
            with self.path.open("rb") as lines:
                for line in lines:
                    try:
                        reached = msgspec.json.decode(line, type=Reached)
                    except msgspec.MsgspecError:
                        continue
                    found[reached.source] = reached
        except FileNotFoundError:
            pass
        except OSError as wrong:
            raise StoreError(self.path, wrong.strerror or str(wrong)) from None
        return found

    def since(self, path: Path) -> Mark:
        """How far this file was read by an earlier run of this version that did not come to its end."""
        try:
            about, key = path.stat(), str(path.resolve())
        except OSError:
            return Mark()
        self._stamps[key] = (about.st_size, about.st_mtime_ns)
        known = self._before.get(key)
        if known is None or known.version != self.version or (known.size, known.changed) != self._stamps[key]:
            return Mark()
        if not known.mark.ended:
            self.resumed[str(path)] = known.mark
        return known.mark

    def move(self, marks: Iterable[tuple[str, Mark]], *, written: int = 0, dropped: int = 0) -> None:
        """Note how far files were read, for good. Sources that are no files of ours are left out."""
        last = {str(Path(source).resolve()): mark for source, mark in marks if source != "-"}
        lines = [
            msgspec.json.encode(Reached(key, *self._stamps[key], self.version, mark, written, dropped)) + b"\n"
            for key, mark in last.items()
            if key in self._stamps and (mark.number or mark.ended)
        ]
        if lines:
            try:
                with self.path.open("ab") as file:
                    file.write(b"".join(lines))
                    file.flush()
                    os.fsync(file.fileno())
            except OSError as wrong:
                raise StoreError(self.path, f"not written: {wrong.strerror or wrong}") from None

    def forget(self) -> None:
        """Begin at the start, and leave nothing that a later run could go on from."""
        self._before = {}
        try:
            self.path.unlink(missing_ok=True)
        except OSError as wrong:
            raise StoreError(self.path, f"not written: {wrong.strerror or wrong}") from None

    def end(self) -> None:
        """Forget the files of this run, which has read all of them."""
        kept = [one for key, one in self._read().items() if key not in self._stamps]
        try:
            if kept:
                beside = self.path.with_suffix(".new")
                beside.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in kept))
                beside.replace(self.path)
            else:
                self.path.unlink(missing_ok=True)
        except OSError as wrong:
            raise StoreError(self.path, f"not written: {wrong.strerror or wrong}") from None
