"""What a source held and no document was made of: counted by reason, and kept as JSONL where that is asked for."""

from pathlib import Path
from types import TracebackType
from typing import IO

import msgspec
from msgspec import Struct

from ghatna.errors import ReadError, Reason


class Dropped(Struct, frozen=True):
    """A line of the file. `position` is a row or item from 1, of an archive the first byte of the record."""

    source: str
    position: str
    url: str
    reason: Reason
    detail: str

    @classmethod
    def of(cls, source: str, position: str, wrong: ReadError) -> "Dropped":
        """Of an error within a source; an item of a record is told by the error itself."""
        inner = wrong.where[len(source) + 1 :] if wrong.where.startswith(source) else ""
        return cls(source, inner or position, wrong.url, wrong.reason, wrong.problem)


class DroppedFile:
    """Takes lines and writes them when it is told to, so that none stands there before its record is done with."""

    def __init__(self, path: Path | None, *, keep: int | None = None) -> None:
        """`keep` so many bytes of what an earlier run wrote; what stands behind them was not done with. Raises
        `OSError`."""
        self._file: IO[bytes] | None = path.open("wb" if keep is None else "ab") if path else None
        if self._file is not None and keep is not None and self._file.seekable():
            self._file.truncate(min(keep, self._file.tell()))
            self._file.seek(0, 2)
        self.length = self._file.tell() if self._file is not None and self._file.seekable() else 0
        """Bytes that stand there for good."""

    def write(self, some: list[Dropped]) -> None:
        """Adds lines, for good."""
        if self._file is not None:
            lines = b"".join(msgspec.json.encode(one) + b"\n" for one in some)
            self._file.write(lines)
            self._file.flush()
            self.length += len(lines)

    def __enter__(self) -> "DroppedFile":
        return self

    def __exit__(self, kind: type[BaseException] | None, wrong: BaseException | None, at: TracebackType | None) -> None:
        if self._file is not None:
            self._file.close()
