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

    def __init__(self, path: Path | None, *, more: bool = False) -> None:
        """`more` adds to what an earlier run wrote. Raises `OSError`."""
        self._file: IO[bytes] | None = path.open("ab" if more else "wb") if path else None

    def write(self, some: list[Dropped]) -> None:
        """Adds lines, for good."""
        if self._file is not None:
            self._file.writelines(msgspec.json.encode(one) + b"\n" for one in some)
            self._file.flush()

    def __enter__(self) -> "DroppedFile":
        return self

    def __exit__(self, kind: type[BaseException] | None, wrong: BaseException | None, at: TracebackType | None) -> None:
        if self._file is not None:
            self._file.close()
