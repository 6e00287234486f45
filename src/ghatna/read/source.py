"""Where the bytes come from and what they are: dispatch by content, not by the name of the file."""

import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.decode import decode, rowwise
from ghatna.read.files import files
from ghatna.read.lines import line_records, table_records
from ghatna.read.packed import ENDINGS, begins, headed, packing, unpacked
from ghatna.read.patterns import Patterns
from ghatna.read.patterns import patterns as shipped
from ghatna.read.record import END, LARGEST, Mark, Record, moved, read_record
from ghatna.read.tables import opens_rows, read_json, read_rows, read_table, separator

FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<[?!][^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL)
SITEMAP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<[?!][^>]*>\s*)*<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", re.DOTALL
)
PAGE = re.compile(r"\s*<(?:!doctype|\?xml|!--|[a-z][a-z0-9]*[\s>])", re.IGNORECASE)
JSON = re.compile(r'\s*(?:\[\s*)?\{\s*["}]|\s*\[\s*\]\s*$')
LIST = re.compile(rb"(?:\xef\xbb\xbf)*\s*\[")
ROWS = (".jsonl", ".ndjson")
TABLES = (".csv", ".tsv")
COMMA, LINES = ",", "lines"
START = Mark()

Sources = str | Path | Iterable[str | Path]
Since = Callable[[Path], Mark]
"""How far a file was read before."""


def read_source(source: Sources, *, patterns: Patterns | None = None) -> Iterator[Document | ReadError]:
    """Every document of a source, and an error in the place of each input that cannot be read; never stops at one."""
    known = patterns or shipped()
    for record in records(source):
        yield from read_record(record, known)


def records(source: Sources, *, since: Since = lambda _: START) -> Iterator[Record]:
    """Every record of a source in order, those behind `since`; the last of each file has a mark that says it ended."""
    if not isinstance(source, str | Path):
        for one in source:
            yield from records(one, since=since)
        return
    name = str(source)
    try:
        if not name.strip():
            raise ReadError(repr(name), "an empty name (hint: the current folder is `.`)")
        if name == "-":
            if sys.stdin is None:
                raise ReadError("-", "standard input is closed")
            yield from stream_records(sys.stdin.buffer, "-")
        elif re.match(r"https?://", name):
            from ghatna.read.fetch import fetch

            yield from stream_records(io.BytesIO(fetch(name)), name, url=name)
        else:
            for path in files(Path(name)):
                if isinstance(path, ReadError):
                    yield Record(source=path.where, where=path.where, body=path)
                else:
                    yield from file_records(path, since(path))
    except ReadError as wrong:
        yield Record(source=name, where=wrong.where, body=wrong)


def file_records(path: Path, since: Mark) -> Iterator[Record]:
    """The records of one file behind `since`, and how much of it was read with each."""
    size = 0
    try:
        size = path.stat().st_size
        with path.open("rb") as handle:
            for record in () if since.ended else stream_records(handle, str(path), ending(path), since=since):
                # A pipe under a name (`<(…)` of a shell) cannot tell.
                yield moved(record, handle.tell() if handle.seekable() else 0)
    except OSError as wrong:
        yield Record(source=str(path), where=str(path), body=ReadError(path, wrong.strerror or "cannot be opened"))
    yield Record(source=str(path), where=str(path), body=None, kind=END, mark=Mark(ended=True), passed=size)


def ending(path: PurePath) -> str:
    """The ending of a file's name that tells its form: `.csv` of `x.csv.gz`."""
    kind = path.suffix.lower()
    return PurePath(path.stem).suffix.lower() if kind in ENDINGS else kind


def stream_records(
    stream: BinaryIO, where: str, kind: str = "", *, url: str = "", since: Mark = START, inside: bool = False
) -> Iterator[Record]:
    """The records of a stream, whatever it is; `kind` is the ending of its name, `inside` that it was unpacked."""
    try:
        head, stream = headed(stream)
        how = packing(head)
        archive = (begins(head, how) if how else head).startswith(b"WARC/")
        if how and inside:
            raise ReadError(where, "packed twice (hint: unpack it once)")
        if how and not archive:
            yield from stream_records(unpacked(stream, how), where, kind, url=url, since=since, inside=True)
        elif archive:
            from ghatna.read.warc import archive_records

            yield from archive_records(stream, where, since)
        elif head.startswith(b"PAR1"):
            from ghatna.read.parquet import parquet_records

            yield from parquet_records(stream, where, since)
        elif (form := rows(head, kind)) == LINES:
            yield from line_records(stream, where, since)
        elif form:
            yield from table_records(stream, where, since, mark=form)
        elif not since.number:
            raw = stream.read(LARGEST + 1)
            if len(raw) > LARGEST:
                raise ReadError(where, f"larger than {LARGEST // 1_000_000} MB")
            yield Record(source=where, where=where, body=raw, kind=kind, url=url, mark=Mark(number=1))
    except OSError as wrong:
        yield Record(source=where, where=where, body=ReadError(where, wrong.strerror or "cannot be read"))
    except ReadError as wrong:
        yield Record(source=where, where=wrong.where, body=wrong)


def rows(head: bytes, kind: str) -> str:
    """What separates the columns of a table that begins so, `LINES` for JSONL, empty for what is read as a whole."""
    if not head.strip() or LIST.match(head) or not rowwise(head):
        return ""
    text = head.decode("utf-8", "replace")
    if kind not in (*ROWS, *TABLES) and (FEED.match(text) or PAGE.match(text)):
        return ""
    if mark := separator(text):
        return mark
    if opens_rows(head):
        return LINES
    return COMMA if kind in TABLES else LINES if kind in ROWS else ""


def read_bytes(
    raw: bytes, where: str, patterns: Patterns, *, url: str = "", kind: str = ""
) -> Iterator[Document | ReadError]:
    """The documents of some bytes, whatever they are; `kind` is the ending of the file's name, if it has one."""
    try:
        text = decode(raw, where)
        if FEED.match(text):
            from ghatna.read.feed import read_feed

            yield from read_feed(text, where, patterns)
        elif SITEMAP.match(text):
            from ghatna.read.sitemap import read_sitemap

            yield from read_sitemap(text, where, patterns)
        elif PAGE.match(text):
            from ghatna.read.html import read_html

            yield read_html(text, where, patterns, url=url)
        elif JSON.match(text):
            yield from read_json(text, where, patterns)
        elif (mark := separator(text)) or kind in TABLES:
            yield from read_table(io.StringIO(text), where, patterns, mark=mark or COMMA)
        elif kind in ROWS:
            yield from read_rows(text.split("\n"), where, patterns)
        else:
            from ghatna.read.text import read_text

            yield read_text(text, where, patterns)
    except ReadError as wrong:
        yield wrong
