"""JSONL rows, a JSON list of them, or CSV → documents: `id`, `text` and optional `title, url, outlet, published,
language`."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.decode import resembles
from ghatna.read.language import named_hindi, require_hindi
from ghatna.read.patterns import Patterns
from ghatna.read.record import LARGEST
from ghatna.read.text import identity
from ghatna.read.times import parse

CELL = LARGEST // 3
"""Characters of a cell: a record of Devanagari has three bytes each. Python's own limit, 131,072, is a short book."""
csv.field_size_limit(max(csv.field_size_limit(), CELL))
SEPARATORS = (",", "\t", ";")
# A byte that is not UTF-8, as `surrogateescape` hands it on.
ESCAPED = re.compile("[\udc80-\udcff]")
SHOWN = 100


class Article(msgspec.Struct, frozen=True):
    """A row; keys that are not named here are left unread."""

    text: str
    id: str | int | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None


LONG = 1 << 15
"""Bytes from which on the first line of a source may be cut off where it was looked at."""
ROW = re.compile(rb'\{\s*"[^"]*"\s*:')
COLUMNS = Article.__struct_fields__
Sheet = Iterator[list[str]]


def read_rows(lines: Iterable[bytes | str], where: str, patterns: Patterns) -> Iterator[Document | ReadError]:
    """A document or an error for each line that is not empty; errors name the row from 1."""
    n = 0
    for n, one in enumerate(lines, 1):
        yield from line(one, f"{where}:{n}", patterns)
    if not n:
        yield ReadError(where, "empty file", "article")


def line(one: bytes | str, where: str, patterns: Patterns) -> Iterator[Document | ReadError]:
    """The document or the error of one line of JSONL; nothing for an empty one."""
    try:
        text = (one if isinstance(one, str) else one.decode("utf-8")).strip("\ufeff \t\r\n")
        if text:
            yield article(parsed(text, where), where, patterns)
    except UnicodeDecodeError as wrong:
        yield ReadError(where, f"not UTF-8 at byte {wrong.start} of the row, {resembles(wrong.object)}")
    except ReadError as wrong:
        yield wrong


def parsed(text: str, where: str) -> object:
    try:
        # Line breaks and tabs within a string are a common mistake.
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        raise ReadError(where, "not JSON") from None


def read_json(text: str, where: str, patterns: Patterns) -> Iterator[Document | ReadError]:
    """The rows of a text that is JSON as a whole (a list of rows, or one row over several lines), else of its lines."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from read_rows(text.split("\n"), where, patterns)
        return
    if whole == []:
        yield ReadError(where, "no rows in this list", "article")
    for n, value in enumerate(whole if isinstance(whole, list) else [whole], 1):
        try:
            yield article(value, f"{where}:{n}", patterns)
        except ReadError as wrong:
            yield wrong


def separator(text: str) -> str:
    """What separates the columns that the first line names, one of them `text`; empty when it names none."""
    first = re.split("[\r\n]", text.lstrip("\ufeff\n\r"), maxsplit=1)[0]
    return next((mark for mark in SEPARATORS if mark in first and "text" in named(first.split(mark))), "")


def named(cells: list[str]) -> list[str]:
    """Names of columns as they are compared: without quotes, case and blanks at their ends."""
    return [cell.strip(' "\ufeff\t\r\n').lower() for cell in cells]


def opens_rows(head: bytes) -> bool:
    """Whether the first line of a text is a row of JSONL."""
    first, end, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not end and len(head) >= LONG:
        return ROW.match(first) is not None
    try:
        return first.startswith(b"{") and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def read_table(lines: Iterable[str], where: str, patterns: Patterns, *, mark: str) -> Iterator[Document | ReadError]:
    """A document or an error for each row under the line that names the columns; errors name the line it begins on.

    Columns are the keys of a JSONL row. Bytes that were not UTF-8 may stand in it as lone surrogates.
    """
    sheet = csv.reader(lines, delimiter=mark, strict=True)
    for here, cells in cut(sheet, where, columns_of(sheet, where), lambda: sheet.line_num):
        try:
            if isinstance(cells, ReadError):
                raise cells
            yield article(cells, here, patterns)
        except ReadError as wrong:
            yield wrong


def columns_of(sheet: Sheet, where: str) -> list[str]:
    """The names in the first row of a CSV that is not empty. Raises `ReadError` where none is `text`."""
    try:
        first = next((cells for cells in sheet if any(cells)), None)
    except csv.Error as wrong:
        raise ReadError(where, f"not CSV: {wrong}") from None
    if first is None:
        raise ReadError(where, "empty file", "article")
    columns = named(first)
    if "text" not in columns:
        raise ReadError(where, f'no column "text" in this table (its first line: {shown(columns)})')
    return columns


def cut(
    sheet: Sheet, where: str, columns: list[str], passed: Callable[[], int]
) -> Iterator[tuple[str, dict[str, object] | ReadError]]:
    """The rows of a CSV that are not empty, by column, with the line where each begins; a faulty one costs no other.

    `passed` tells how many lines have been read.
    """
    while True:
        here = f"{where}:{passed() + 1}"
        try:
            cells = next(sheet)
            if any(cells):
                yield here, filled(columns, cells, here)
        except StopIteration:
            return
        except csv.Error as wrong:
            large = "limit" in str(wrong)
            problem = f"a cell larger than {CELL // 1_000_000} million characters" if large else f"not CSV: {wrong}"
            yield here, ReadError(here, f"{problem} (hint: a quotation mark within a cell is doubled)")
        except ReadError as wrong:
            yield here, wrong


def filled(columns: list[str], cells: list[str], where: str) -> dict[str, object]:
    """The cells of a row by column. Raises `ReadError` when there are more or fewer, or bytes that were not UTF-8."""
    if len(cells) != len(columns):
        raise ReadError(where, f"{len(cells)} cells, but {len(columns)} columns")
    for name, cell in zip(columns, cells, strict=True):
        if bad := ESCAPED.search(cell):
            raise ReadError(where, f"not UTF-8 at character {bad.start()} of its {name}")
    return {name: cell for name, cell in zip(columns, cells, strict=True) if name in COLUMNS}


def shown(columns: list[str]) -> str:
    """The names of columns, short enough for a message."""
    told = " ".join(columns)
    return told if len(told) <= SHOWN else f"{told[:SHOWN]}…"


def article(value: object, where: str, patterns: Patterns) -> Document:
    """The document of one row; its text is not touched, so that positions point into what was given."""
    if not isinstance(value, dict):
        raise ReadError(where, "not a JSON object")
    if not isinstance(value.get("text"), str) or not value["text"].strip():
        raise ReadError(where, 'no "text" in this row', "article")
    try:
        for key in ("text", "id", "title", "url", "outlet"):
            str(value.get(key)).encode("utf-8")
    except UnicodeEncodeError as wrong:
        raise ReadError(where, f"half of a character (a lone surrogate) in it, at {wrong.start}") from None
    try:
        a = msgspec.convert(value, Article)
    except msgspec.ValidationError as wrong:
        raise ReadError(where, str(wrong)) from None
    if not named_hindi(a.language or ""):
        raise ReadError(where, f"its language is {a.language}, not hi", "hindi")
    require_hindi(a.text, where, patterns)
    published = parse(a.published, patterns) if a.published else None
    if a.published and published is None:
        raise ReadError(where, f"published {a.published!r} is no time")
    title, url = a.title or "", a.url or ""
    return Document(
        id=identity(url, a.text) if a.id in (None, "") else str(a.id),
        text=a.text,
        title=title,
        url=url,
        headline_end=len(title) if a.text.startswith(title) else 0,
        outlet=a.outlet or "",
        published=published,
    )
