"""Where the bytes come from and what they are: dispatch by content, not by the name of the file."""

import io
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.decode import decode, rowwise
from ghatna.read.patterns import Patterns
from ghatna.read.patterns import patterns as shipped
from ghatna.read.tables import read_json, read_rows, read_table, separator

# A page or text is far smaller; JSONL and CSV in UTF-8 are read row by row and have no limit.
LARGEST = 32_000_000
FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<[?!][^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL)
PAGE = re.compile(r"\s*<(?:!doctype|\?xml|!--|[a-z][a-z0-9]*[\s>])", re.IGNORECASE)
JSON = re.compile(r'\s*(?:\[\s*)?\{\s*["}]|\s*\[\s*\]\s*$')
LIST = re.compile(rb"(?:\xef\xbb\xbf)*\s*\[")
ROWS = (".jsonl", ".ndjson")
TABLES = (".csv", ".tsv")
COMMA = ","
# Files that lie beside saved pages and hold no article: passed over in a folder, read (and refused) when named.
ASSETS = (
    *(".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot"),
    *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff"),
    *(".mp3", ".mp4", ".m4a", ".webm", ".ogg", ".wav", ".avi", ".mov", ".pyc", ".tmp", ".lock"),
)
# A folder with this file in it is a store of ours: what lies there has been read.
STORE = "ghatna.json"
ABOUT = ("readme", "license", "licence", "copying", "notice")


def read_source(
    source: str | Path | Iterable[str | Path], *, patterns: Patterns | None = None
) -> Iterator[Document | ReadError]:
    """Every document of a source, and an error in the place of each input that cannot be read; never stops at one."""
    known = patterns or shipped()
    if not isinstance(source, str | Path):
        for one in source:
            yield from read_source(one, patterns=known)
        return
    name = str(source)
    try:
        if not name.strip():
            raise ReadError(repr(name), "an empty name (hint: the current folder is `.`)")
        if name == "-":
            if sys.stdin is None:
                raise ReadError("-", "standard input is closed")
            yield from read_bytes(sys.stdin.buffer.read(), "-", known)
        elif re.match(r"https?://", name):
            from ghatna.read.fetch import fetch

            yield from read_bytes(fetch(name), name, known, url=name)
        else:
            for path in files(Path(name)):
                if isinstance(path, ReadError):
                    yield path
                else:
                    yield from read_file(path, known)
    except ReadError as wrong:
        yield wrong


def files(path: Path) -> Sequence[Path | ReadError]:
    """The files that a path, folder or glob stands for, in order, and an error for each folder in it that cannot be
    opened. Raises `ReadError` when there are none."""
    try:
        if path.is_dir():
            if there := inside(path):
                return there
            raise ReadError(path, "nothing to read in this folder")
        if path.exists():
            return [path]
        if any(c in str(path) for c in "*?["):
            root = Path(path.anchor) if path.anchor else Path()
            pattern = str(path.relative_to(path.anchor)) if path.anchor else str(path)
            # As in a shell, `*` does not stand for what is hidden.
            found = [p for p in sorted(root.glob(pattern)) if path.name.startswith(".") or not p.name.startswith(".")]
            # A pattern that takes in everything is meant like a folder, one that only fits assets names them.
            kept: list[Path | ReadError] = []
            for p in found:
                kept += inside(p) if p.is_dir() else [p] * (p.is_file() and wanted(p))
            if kept:
                return list(dict.fromkeys(kept))
            if any(p.is_file() for p in found):
                return [p for p in found if p.is_file()]
            raise ReadError(path, "no file matches")
    except OSError as wrong:
        raise ReadError(path, wrong.strerror or "cannot be opened") from None
    except ValueError as wrong:
        raise ReadError(path, str(wrong)) from None
    raise ReadError(path, "no such file")


def inside(folder: Path) -> list[Path | ReadError]:
    """The files of a folder and its subfolders that may hold articles, in order; nothing hidden, no store."""
    closed: list[Path | ReadError] = []

    def refused(wrong: OSError) -> None:
        closed.append(ReadError(wrong.filename, wrong.strerror or "cannot be opened"))

    found: list[Path | ReadError] = []
    for here, folders, names in os.walk(folder, onerror=refused):
        folders[:] = [] if STORE in names else [name for name in folders if not name.startswith(".")]
        if STORE not in names:
            paths = [Path(here, name) for name in names if not name.startswith(".")]
            found += [path for path in paths if path.is_file() and wanted(path)]
    return [*sorted(found, key=str), *closed]


def wanted(path: Path) -> bool:
    """Neither a page's asset nor a file about the folder."""
    return path.suffix.lower() not in ASSETS and path.stem.lower() not in ABOUT


def read_file(path: Path, patterns: Patterns) -> Iterator[Document | ReadError]:
    """The documents of one file; the rows of a long table one by one."""
    kind = path.suffix.lower()
    try:
        with path.open("rb") as handle:
            head = handle.peek() if kind in (*ROWS, *TABLES) else b""
            if head.strip() and not LIST.match(head) and rowwise(head):
                mark = separator(head.decode("utf-8", "replace"))
                if kind in ROWS and not mark:
                    yield from read_rows(handle, str(path), patterns)
                else:
                    lines = io.TextIOWrapper(handle, "utf-8-sig", "surrogateescape")
                    yield from read_table(lines, str(path), patterns, mark=mark or COMMA)
                return
            raw = handle.read(LARGEST + 1)
    except OSError as wrong:
        yield ReadError(path, wrong.strerror or "cannot be opened")
        return
    if len(raw) > LARGEST:
        yield ReadError(path, f"larger than {LARGEST // 1_000_000} MB")
        return
    yield from read_bytes(raw, str(path), patterns, kind=kind)


def read_bytes(
    raw: bytes, where: str, patterns: Patterns, *, url: str = "", kind: str = ""
) -> Iterator[Document | ReadError]:
    """The documents of some bytes, whatever they are; `kind` is the ending of the file's name, if it has one."""
    try:
        text = decode(raw, where)
        if FEED.match(text):
            from ghatna.read.feed import read_feed

            yield from read_feed(text, where, patterns)
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
