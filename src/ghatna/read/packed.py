"""gzip and Zstandard: a stream of what is inside, read as it is needed."""

import io
from typing import BinaryIO

from ghatna.read.record import LARGEST

PACKED = ((b"\x1f\x8b", "gzip"), (b"\x28\xb5\x2f\xfd", "zstd"))
ENDINGS = (".gz", ".gzip", ".zst", ".zstd")
HEAD = 1 << 16
"""Bytes by which it is seen what a source is."""

PIECE = 1 << 12


class Unpacked(io.RawIOBase):
    """The inside of a packed stream. Reading raises `OSError` in one line where it is damaged or cut off."""

    def __init__(self, stream: BinaryIO, how: str) -> None:
        import pyarrow as pa

        self._how, self._wrong = how, ""
        self._inside = pa.CompressedInputStream(pa.PythonFile(stream, "r"), how)

    def readable(self) -> bool:
        return True

    def readinto(self, into: "memoryview[int]") -> int:  # type: ignore[override]
        if self._wrong:
            raise OSError(0, self._wrong)
        try:
            # What stands before the damage is read: no more is asked for at once than may be lost.
            some = self._inside.read(min(len(into), PIECE))
        except OSError as wrong:
            told = "cut off" if "Truncated" in str(wrong) else "damaged"
            self._wrong = f"its {self._how} data is {told} (hint: get it whole)"
            raise OSError(0, self._wrong) from None
        into[: len(some)] = some
        return len(some)


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were taken off to look at them."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, into: "memoryview[int]") -> int:  # type: ignore[override]
        some = self._head[: len(into)] or self._rest.read(len(into))
        self._head = self._head[len(into) :]
        into[: len(some)] = some
        return len(some)


def headed(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and the stream from its start."""
    head, read = b"", getattr(stream, "read1", stream.read)
    try:
        while len(head) < HEAD and (some := read(HEAD - len(head))):
            head += some
    except OSError:
        # Said again when it is read that far.
        if not head:
            raise
    if stream.seekable():
        stream.seek(0)
        return head, stream
    return head, io.BufferedReader(_Rejoined(head, stream), HEAD)


def packing(head: bytes) -> str:
    """How a stream that begins so is packed; empty when it is not."""
    return next((how for start, how in PACKED if head.startswith(start)), "")


def begins(head: bytes, how: str) -> bytes:
    """The first few bytes inside a packed stream that begins so; none where that cannot be told."""
    try:
        return Unpacked(io.BytesIO(head), how).read(8) or b""
    except OSError:
        return b""


def unpacked(stream: BinaryIO, how: str) -> BinaryIO:
    """The inside of a packed stream."""
    return io.BufferedReader(Unpacked(stream, how), HEAD)


def skip(stream: BinaryIO, count: int) -> None:
    """Goes on by `count` bytes from the start of a stream, the quickest way it allows."""
    if stream.seekable():
        stream.seek(count)
        return
    while count > 0 and (some := stream.read(min(count, LARGEST))):
        count -= len(some)
