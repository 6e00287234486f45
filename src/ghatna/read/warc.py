"""Web archives: WARC records → pages, one by one; packed or not, damaged ones passed over.

Only what a server answered counts: pages with their HTTP headers (`response`), files (`resource`) and extracted texts
(`conversion`). A `revisit` says that a page was the same as before.
"""

import io
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

import msgspec
from fastwarc import ArchiveIterator
from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader
from fastwarc.warc import WarcRecord, WarcRecordType

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.decode import decode
from ghatna.read.patterns import Patterns
from ghatna.read.record import LARGEST, Answer, Mark, Record

START = b"WARC/"
PAGES = ("text/html", "application/xhtml+xml")
TEXT = "text/plain"
REFUSED = (401, 403, 407, 429, 451)
"""What servers answer to those whom they do not let in."""
SCANNED = 1 << 20
RECORD = re.compile(rb"WARC/1\.[01]\r?\n|\x1f\x8b\x08")
KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion | WarcRecordType.revisit
LENGTH = re.compile(rb"^content-length:\s*(\d{1,10})\s*$", re.IGNORECASE | re.MULTILINE)
SHORT = 120
"""Characters; archives hold many stubs, and fewer are a teaser or a caption rather than an article."""


def archive_records(stream: BinaryIO, source: str, since: Mark) -> Iterator[Record]:
    """A record for each answer after `since`, named by its first byte in the file: `x.warc.gz@1571`."""
    number, start = 0, 0
    if not stream.seekable():
        stream = cast(BinaryIO, Forward(stream))
    if since.number:
        if stream.seekable() and _stands(stream, since):
            number, start = since.number - 1, since.offset
        # Else a file whose records have no beginning of their own, packed as a whole: passed over one by one.
    while start >= 0:
        if stream.seekable():
            stream.seek(start)
        last = start
        for record in _until_damage(stream, source, start):
            last = max(last, record.mark.offset)
            number += 1
            if number > since.number:
                yield _numbered(record, number)
            if isinstance(record.body, ReadError) and record.mark.ended:
                start = _next(stream, last + 1) if stream.seekable() else -1
                break
        else:
            return


class Forward:
    """A stream that cannot be wound back, which knows how far it was read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._passed = stream, 0

    def read(self, size: int = -1) -> bytes:
        some = self._stream.read(size)
        self._passed += len(some)
        return some

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        return self._passed

    def seek(self, offset: int, whence: int = 0) -> int:
        """Only asked where it is."""
        if (offset, whence) != (0, io.SEEK_CUR):
            raise io.UnsupportedOperation("seek")
        return self._passed


def _stands(stream: BinaryIO, since: Mark) -> bool:
    """Whether the record of the mark begins at its offset."""
    stream.seek(since.offset)
    try:
        return next(iter(ArchiveIterator(stream, parse_http=False))).record_id == since.name
    except (OSError, StopIteration):
        return False


def _numbered(record: Record, number: int) -> Record:
    mark = Mark(offset=record.mark.offset, number=number, name=record.mark.name)
    return msgspec.structs.replace(record, mark=mark)


def _until_damage(stream: BinaryIO, source: str, start: int) -> Iterator[Record]:
    """The records from `start` on. Where they cannot be told apart any more, the last is an error with an ended mark.

    Whether a record was as long as it says is known only when the next one begins where it should.
    """
    held: Record | None = None
    try:
        # Those of other kinds are looked at too: damage lies behind the last one that could be read, whatever it is.
        for record in ArchiveIterator(stream, WarcRecordType.any_type, parse_http=False):
            if held is not None:
                yield held
            start, held = record.stream_pos, _record(record, source) if record.record_type & KINDS else None
            if held is not None and held.mark.ended:
                yield held
                return
    except OSError as wrong:
        if end := _end(stream, start) if stream.seekable() else 0:
            if held is not None:
                yield held
            start, held = end, None
        here = f"{source}@{start}"
        problem = f"damaged here or where the next record should begin ({str(wrong).splitlines()[0][:80]})"
        body = ReadError(here, problem, url=held.url if held else "")
        yield Record(source=source, where=here, body=body, mark=Mark(offset=start, ended=True))
        return
    if held is not None:
        yield held


def _end(stream: BinaryIO, start: int) -> int:
    """Where the record that begins at `start` ends; 0 when that is not where it says."""
    stream.seek(start)
    raw = stream.read(LARGEST)
    packed, end = raw.startswith(b"\x1f\x8b"), 0
    if packed:
        unpack = zlib.decompressobj(31)
        try:
            inside = unpack.decompress(raw, LARGEST)
        except zlib.error:
            return 0
        end, raw = start + len(raw) - len(unpack.unused_data), inside if unpack.eof else b""
    head, _, body = raw.partition(b"\r\n\r\n")
    length = LENGTH.search(head)
    if length is None or not body.startswith(b"\r\n\r\n", int(length[1])):
        return 0
    return end or start + len(head) + int(length[1]) + 8


def _record(record: WarcRecord, source: str) -> Record:
    """A record of an archive with its body; with an error where it is none of a page."""
    where = f"{source}@{record.stream_pos}"
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    mark = Mark(offset=record.stream_pos, name=record.record_id or "")
    answer = Answer()
    body: bytes | ReadError
    try:
        answer = _answer(record, where)
        # What is left of the record behind its HTTP headers.
        length = record.content_length
        if length > LARGEST:
            raise ReadError(where, f"larger than {LARGEST // 1_000_000} MB")
        body = record.reader.read()
        if len(body) < length:
            problem = f"cut off, or of a wrong length: {len(body)} of {length} bytes"
            body, mark = ReadError(where, problem), Mark(offset=mark.offset, name=mark.name, ended=True)
    except ReadError as wrong:
        body = wrong
    return Record(source=source, where=where, body=body, mark=mark, url=url, answer=answer)


def _answer(record: WarcRecord, where: str) -> Answer:
    """What was answered. Raises `ReadError` for an answer that is no page."""
    if record.record_type == WarcRecordType.revisit:
        raise ReadError(where, "the same as at an earlier visit", "duplicate")
    if not record.is_http:
        said = (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
        if said not in (*PAGES, TEXT):
            raise ReadError(where, f"{said or 'a record without a type'}, not a page", "article")
        return Answer(kind=said)
    try:
        record.parse_http()
    except (OSError, ValueError):
        raise ReadError(where, "its HTTP headers cannot be read") from None
    headers = record.http_headers
    status = headers.status_code
    if status is None:
        raise ReadError(where, "its HTTP headers cannot be read")
    if status != 200:
        raise ReadError(where, f"the server answered {status}", "blocked" if status in REFUSED else "article")
    said = (record.http_content_type or "").strip().lower()
    if said and said not in PAGES:
        raise ReadError(where, f"{said}, not a page", "article")
    codings = (*_names(headers.get("Transfer-Encoding")), *reversed(_names(headers.get("Content-Encoding"))))
    return Answer(kind=said, charset=record.http_charset or "", codings=codings)


def _names(header: str | None) -> tuple[str, ...]:
    return tuple(name for part in (header or "").lower().split(",") if (name := part.strip()))


def _next(stream: BinaryIO, start: int) -> int:
    """Where the next record begins, from `start` on; -1 where none does."""
    stream.seek(start)
    kept, offset = b"", start
    while some := stream.read(SCANNED):
        window = kept + some
        for at in RECORD.finditer(window):
            here = offset - len(kept) + at.start()
            if at[0].startswith(START) or _packed_record(stream, here):
                return here
        kept, offset = window[-16:], offset + len(some)
        stream.seek(offset)
    return -1


def _packed_record(stream: BinaryIO, start: int) -> bool:
    """Whether a gzip member begins here that is a record."""
    stream.seek(start)
    try:
        return zlib.decompressobj(31).decompress(stream.read(1024), len(START)).startswith(START)
    except zlib.error:
        return False


def page(record: Record, patterns: Patterns) -> Document:
    """The article of a page from an archive. Raises `ReadError`."""
    from ghatna.read.html import read_html
    from ghatna.read.source import FEED, SITEMAP
    from ghatna.read.text import read_text

    answer, raw = record.answer, record.body
    assert answer is not None and isinstance(raw, bytes)
    for coding in answer.codings:
        raw = undone(raw, coding, record.where)
    text = decode(raw, record.where, charset=answer.charset)
    if FEED.match(text) or SITEMAP.match(text):
        raise ReadError(record.where, "a feed or sitemap, not a page", "article")
    if answer.kind == TEXT:
        found = msgspec.structs.replace(read_text(text, record.where, patterns), url=record.url)
    else:
        found = read_html(text, record.where, patterns, url=record.url)
    if (length := len(found.text) - found.headline_end) < SHORT:
        raise ReadError(record.where, f"only {length} characters of text", "short")
    return found


def undone(raw: bytes, coding: str, where: str) -> bytes:
    """The body without a transfer or content coding. Archives often keep the headers of codings that were undone
    when the page was fetched; then it is left as it is. Raises `ReadError` where it is damaged or too large."""
    body = io.BytesIO(raw)
    try:
        match coding.removeprefix("x-"):
            case "chunked":
                out = ChunkedReader(body).read(LARGEST + 1)
            case "gzip" if raw.startswith(b"\x1f\x8b"):
                out = inflated(raw, 31)
            case "deflate" if not _plain(raw):
                # Most servers wrap it as they should, some do not.
                out = inflated(raw, 15 if raw[:1] == b"\x78" else -15)
            case "br" if not _plain(raw):
                out = BrotliReader(body).read(LARGEST + 1)
            case "zstd" if raw.startswith(b"\x28\xb5\x2f\xfd"):
                out = ZstdReader(body).read(LARGEST + 1)
            case _:
                return raw
    except (OSError, zlib.error):
        if _plain(raw):
            return raw
        raise ReadError(where, f"its {coding} coding is damaged") from None
    if len(out) > LARGEST:
        raise ReadError(where, f"larger than {LARGEST // 1_000_000} MB")
    return out


def inflated(raw: bytes, window: int) -> bytes:
    """Up to one byte more than `LARGEST` of what zlib has packed. Raises `zlib.error` where the end is missing."""
    unpack = zlib.decompressobj(window)
    out = unpack.decompress(raw, LARGEST + 1)
    if not unpack.eof and len(out) <= LARGEST:
        raise zlib.error("cut off")
    return out


def _plain(raw: bytes) -> bool:
    """Whether this looks like the markup itself."""
    return raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
