"""JSONL rows, or a JSON list of them, → documents: `{"id","text"}` and optional `title, url, outlet, published,
language`."""

import json
from collections.abc import Iterable, Iterator

import msgspec

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.language import require_hindi
from ghatna.read.patterns import Patterns
from ghatna.read.text import identity
from ghatna.read.times import parse


class Article(msgspec.Struct, frozen=True):
    """A row; keys that are not named here are left unread."""

    text: str
    id: str | int | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None


def read_rows(lines: Iterable[bytes], where: str, patterns: Patterns) -> Iterator[Document | ReadError]:
    """A document or an error for each line that is not empty; errors name the row from 1."""
    n = 0
    for n, line in enumerate(lines, 1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            try:
                yield row(line, f"{where}:{n}", patterns)
            except ReadError as wrong:
                yield wrong
    if not n:
        yield ReadError(where, "empty file")


def read_json(text: str, where: str, patterns: Patterns) -> Iterator[Document | ReadError]:
    """The rows of a text that is JSON as a whole (a list of rows, or one row over several lines), else of its lines."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from read_rows((line.encode("utf-8", "replace") for line in text.split("\n")), where, patterns)
        return
    if whole == []:
        yield ReadError(where, "no rows in this list")
    for n, value in enumerate(whole if isinstance(whole, list) else [whole], 1):
        try:
            yield article(value, f"{where}:{n}", patterns)
        except ReadError as wrong:
            yield wrong


def row(line: bytes, where: str, patterns: Patterns) -> Document:
    """The document of one line."""
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as wrong:
        raise ReadError(where, f"not UTF-8 at byte {wrong.start} of the row") from None
    except (ValueError, RecursionError):
        raise ReadError(where, "not JSON") from None
    return article(value, where, patterns)


def article(value: object, where: str, patterns: Patterns) -> Document:
    """The document of one row; its text is not touched, so that positions point into what was given."""
    if not isinstance(value, dict):
        raise ReadError(where, "not a JSON object")
    if not isinstance(value.get("text"), str) or not value["text"].strip():
        raise ReadError(where, 'no "text" in this row')
    try:
        for key in ("text", "id", "title", "url", "outlet"):
            str(value.get(key)).encode("utf-8")
    except UnicodeEncodeError as wrong:
        raise ReadError(where, f"half of a character (a lone surrogate) in it, at {wrong.start}") from None
    try:
        a = msgspec.convert(value, Article)
    except msgspec.ValidationError as wrong:
        raise ReadError(where, str(wrong)) from None
    if a.language not in (None, "", "hi", "hin"):
        raise ReadError(where, f"its language is {a.language}, not hi")
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
