"""JSONL and CSV row by row: how far a stream of lines was read, counted in bytes, to go on there."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from ghatna.errors import ReadError
from ghatna.read.packed import skip
from ghatna.read.record import LARGEST, Mark, Record
from ghatna.read.tables import columns_of, cut


class Lines:
    """The lines of a stream, counted. Raises `ReadError` for one that is too long to be a row."""

    def __init__(self, stream: BinaryIO, where: str) -> None:
        self.stream, self.where = stream, where
        self.mark = Mark()
        """Behind the last line that was given out whole."""

    def __iter__(self) -> Iterator[bytes]:
        while line := self.stream.readline(LARGEST + 1):
            if len(line) > LARGEST:
                problem = f"a line larger than {LARGEST // 1_000_000} MB"
                raise ReadError(f"{self.where}:{self.mark.number + 1}", problem)
            self.mark = Mark(offset=self.mark.offset + len(line), number=self.mark.number + 1)
            yield line

    def go_on(self, since: Mark) -> None:
        """Pass over what was read before, from wherever the stream is now."""
        if self.stream.seekable():
            self.stream.seek(since.offset)
        else:
            skip(self.stream, since.offset - self.mark.offset)
        self.mark = since

    def texts(self) -> Iterator[str]:
        """The lines as text, each with one `\\n` at its end; bytes that are not UTF-8 as lone surrogates."""
        first = True
        for line in self:
            text = line.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
            text, first = (text.lstrip("\ufeff") if first else text), False
            if "\r" not in text:
                yield text
                continue
            # Line ends of another age: until the last of them is given out, reading would go on before the first.
            after = self.mark
            self.mark = Mark(offset=after.offset - len(line), number=after.number - 1)
            *pieces, last = text.removesuffix("\n").replace("\r", "\n").split("\n")
            yield from (f"{piece}\n" for piece in pieces)
            self.mark = after
            yield f"{last}\n"


def line_records(stream: BinaryIO, source: str, since: Mark) -> Iterator[Record]:
    """A record for each line of JSONL behind `since`."""
    lines = Lines(stream, source)
    if since.number:
        lines.go_on(since)
    for line in lines:
        yield Record(source=source, where=f"{source}:{lines.mark.number}", body=line, kind="line", mark=lines.mark)


def table_records(stream: BinaryIO, source: str, since: Mark, *, mark: str) -> Iterator[Record]:
    """A record for each row of a CSV behind `since`; `mark` separates its columns, which its first row names."""
    lines = Lines(stream, source)
    sheet = csv.reader(lines.texts(), delimiter=mark, strict=True)
    columns = columns_of(sheet, source)
    if since.number:
        lines.go_on(since)
    for here, row in cut(sheet, source, columns, lambda: lines.mark.number):
        yield Record(source=source, where=here, body=row, mark=lines.mark)
