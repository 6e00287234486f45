"""JSONL and CSV row by row: how far a stream of lines was read, counted in bytes, to go on there."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from ghatna.errors import ReadError
from ghatna.read.packed import skip
from ghatna.read.record import LARGEST, Mark, Record
from ghatna.read.tables import columns_of, cut

PIECE = 1 << 20
"""Bytes that are held at once of a line that is passed over."""


class Lines:
    """The lines of a stream, counted. Raises `ReadError` for one too long to be a row, and goes on behind it."""

    def __init__(self, stream: BinaryIO, where: str) -> None:
        self.stream, self.where = stream, where
        self.mark = Mark()
        """Behind the last line that was given out whole."""

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> bytes:
        line = self.stream.readline(LARGEST + 1)
        if not line:
            raise StopIteration
        size, piece = len(line), line
        if too_long := size > LARGEST:
            while piece and not piece.endswith(b"\n"):
                piece = self.stream.readline(PIECE)
                size += len(piece)
        self.mark = Mark(offset=self.mark.offset + size, number=self.mark.number + 1)
        if too_long:
            raise ReadError(f"{self.where}:{self.mark.number}", f"a line larger than {LARGEST // 1_000_000} MB")
        return line

    def go_on(self, since: Mark) -> None:
        """Pass over what was read before, from wherever the stream is now."""
        if self.stream.seekable():
            self.stream.seek(since.offset)
        else:
            skip(self.stream, since.offset - self.mark.offset)
        self.mark = since


class Texts:
    """Lines as text, each with one `\\n` at its end; bytes that are not UTF-8 as lone surrogates. Raises as they do."""

    def __init__(self, lines: Lines) -> None:
        self.lines, self._first = lines, True
        self._waiting: list[str] = []
        """The last first."""
        self._after = lines.mark

    def __iter__(self) -> "Texts":
        return self

    def __next__(self) -> str:
        if not self._waiting:
            line = next(self.lines)
            text = line.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
            text, self._first = (text.lstrip("\ufeff") if self._first else text), False
            if "\r" not in text:
                return text
            # Line ends of another age: until the last of them is given out, reading would go on before the first.
            self._after = after = self.lines.mark
            self.lines.mark = Mark(offset=after.offset - len(line), number=after.number - 1)
            self._waiting = [f"{one}\n" for one in text.removesuffix("\n").replace("\r", "\n").split("\n")][::-1]
        piece = self._waiting.pop()
        if not self._waiting:
            self.lines.mark = self._after
        return piece


def line_records(stream: BinaryIO, source: str, since: Mark) -> Iterator[Record]:
    """A record for each line of JSONL behind `since`."""
    lines = Lines(stream, source)
    if since.number:
        lines.go_on(since)
    while True:
        body: bytes | ReadError
        try:
            body = next(lines)
        except StopIteration:
            return
        except ReadError as wrong:
            body = wrong
        yield Record(source=source, where=f"{source}:{lines.mark.number}", body=body, kind="line", mark=lines.mark)


def table_records(stream: BinaryIO, source: str, since: Mark, *, mark: str) -> Iterator[Record]:
    """A record for each row of a CSV behind `since`; `mark` separates its columns, which its first row names."""
    lines = Lines(stream, source)
    sheet = csv.reader(Texts(lines), delimiter=mark, strict=True)
    columns = columns_of(sheet, source)
    if since.number:
        lines.go_on(since)
    for here, row in cut(sheet, source, columns, lambda: lines.mark.number):
        yield Record(source=source, where=here, body=row, mark=lines.mark)
