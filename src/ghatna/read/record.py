"""A record: a piece of a source that can be read by itself, and where reading goes on after it.

Sources give records one by one, in order and in little memory; what is costly, to read a record as a document, may
then be done anywhere (`read_record`).
"""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.patterns import Patterns

LARGEST = 32_000_000
"""Bytes of a record. A page or text is far smaller; rows and archives are read record by record and have no limit."""
END = "end"
"""Kind of the record that only says that a file was read to its end."""


class Mark(Struct, frozen=True):
    """How far a source has been read: what stands in `offset` and `number` depends on its form alone.

    `offset` counts bytes of the unpacked source up to the next row, of an archive those up to the record itself;
    `number` the rows, lines or records so far; `name` is the id of the archive's record at `offset`.
    """

    offset: int = 0
    number: int = 0
    name: str = ""
    ended: bool = False


class Answer(Struct, frozen=True):
    """What an archive says of a page beside its bytes."""

    kind: str = ""
    """Content type without parameters, in small letters."""
    charset: str = ""
    codings: tuple[str, ...] = ()
    """Transfer and content codings, in the order in which they are to be undone."""


class Record(Struct, frozen=True, kw_only=True):
    """`body` is bytes, a row by column, an error, or None for the mere end of a source."""

    source: str
    where: str
    body: bytes | dict[str, object] | ReadError | None
    mark: Mark = Mark()
    kind: str = ""
    """`line` for one line of JSONL, `end`, else the ending of the file's name (`.csv`), if it has one."""
    url: str = ""
    answer: Answer | None = None
    passed: int = 0
    """Bytes of the source as it lies on the disk, up to here."""

    @property
    def position(self) -> str:
        """Where in its source: a row, an item, a byte; empty for a source of one record."""
        return self.where[len(self.source) + 1 :]


def read_record(record: Record, patterns: Patterns) -> Iterator[Document | ReadError]:
    """The documents of a record, and an error in the place of each that cannot be read."""
    try:
        for found in _read(record, patterns):
            if isinstance(found, ReadError):
                found.url = found.url or record.url
            yield found
    except ReadError as wrong:
        wrong.url = wrong.url or record.url
        yield wrong


def _read(record: Record, patterns: Patterns) -> Iterator[Document | ReadError]:
    if record.body is None:
        return
    if isinstance(record.body, ReadError):
        raise record.body
    if isinstance(record.body, dict):
        from ghatna.read.tables import article

        yield article(record.body, record.where, patterns)
    elif record.kind == "line":
        from ghatna.read.tables import line

        yield from line(record.body, record.where, patterns)
    elif record.answer is not None:
        from ghatna.read.warc import page

        yield page(record, patterns)
    else:
        from ghatna.read.source import read_bytes

        yield from read_bytes(record.body, record.where, patterns, url=record.url, kind=record.kind)


def moved(record: Record, passed: int) -> Record:
    """The record with how far its source was read, unless its reader has said so."""
    return record if record.passed else msgspec.structs.replace(record, passed=passed)
