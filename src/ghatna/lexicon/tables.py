"""Files of `data/` as rows and rules, refused with file and line when they do not hold.

The shipped folder and the folders that a user adds are read in that order; a file of a later folder adds to the
same file of an earlier one, and a row with the same key replaces the earlier one.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypeVar

import msgspec

from ghatna.errors import DataError

SHIPPED = Path(__file__).parent.parent / "data"
KINDS = (".tsv", ".toml")
FRAMES = "hindi/frames"
"""A folder whose files may have any name."""
OUTLETS = "outlets"
"""The same, an outlet a file."""
FORMATS = "formats"
"""A folder of the codes of other formats: read from the package alone."""
READING = "read.toml"
"""What pages hold besides news: read from the package alone."""
SHOWN = 3
BLANK = re.compile(r"""(['"])\s*\1""")

T = TypeVar("T")


class Row(msgspec.Struct, frozen=True):
    """A line of a TSV file: where it stands (`file:line`) and its cells by column name."""

    path: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a cell that `|` separates; empty for an empty cell. Raises `DataError` for one that is empty or
        stands twice."""
        cell = self.cells[column]
        values = tuple(cell.split("|")) if cell else ()
        if "" in values or len(set(values)) < len(values):
            raise self.fault(f"{column} is {cell!r}: a value is empty or stands twice")
        return values

    def fault(self, problem: str, *, hint: str = "") -> DataError:
        """An error that names this row."""
        return DataError(self.path, self.line, problem, hint=hint)


def rows(path: Path, columns: tuple[str, ...], *, key: tuple[str, ...] = ()) -> Iterator[Row]:
    """The rows of a TSV file, in file order.

    `key` are the columns that tell rows apart (default: the first). Raises `DataError` for other columns, a wrong
    number of cells, text not in NFC, and a doubled key.
    """
    try:
        lines = path.read_text("utf-8").split("\n")
    except UnicodeDecodeError as wrong:
        raise DataError(path, 0, f"not UTF-8 at byte {wrong.start}", hint="save the file as UTF-8") from None
    if lines and not lines[-1]:
        lines.pop()
    body = [(n, line) for n, line in enumerate(lines, 1) if not line.startswith("#")]
    if not body:
        raise DataError(path, 1, "empty file", hint=f"the first line names the columns: {' '.join(columns)}")
    first, header = body[0]
    if tuple(header.split("\t")) != columns:
        raise DataError(path, first, f"columns are {header!r}", hint=f"expected, tab-separated: {' '.join(columns)}")
    seen: dict[tuple[str, ...], int] = {}
    for n, line in body[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise DataError(path, n, f"{len(cells)} cells, expected {len(columns)}: {line!r}")
        if not unicodedata.is_normalized("NFC", line):
            raise DataError(path, n, "not in NFC", hint="`ghatna check --fix` rewrites it")
        if any(cell != cell.strip() for cell in cells):
            raise DataError(path, n, f"blanks around a cell: {line!r}")
        row = Row(path, n, dict(zip(columns, cells, strict=True)))
        mark = tuple(row.cells[c] for c in key or columns[:1])
        if not mark[0]:
            raise DataError(path, n, f"empty {columns[0]}")
        if (before := seen.setdefault(mark, n)) != n:
            raise DataError(path, n, f"{' '.join(mark)} is already on line {before}", hint="keep one of them")
        yield row


def rules(path: Path, shape: type[T]) -> T:
    """A TOML file read strictly into `shape`: an unknown key is an error that names the rule."""
    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
    except UnicodeDecodeError as wrong:
        raise DataError(path, 0, f"not UTF-8 at byte {wrong.start}", hint="save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as wrong:
        at = re.search(r"line (\d+)", str(wrong))
        raise DataError(path, int(at[1]) if at else 0, f"not TOML: {wrong}") from None
    if not unicodedata.is_normalized("NFC", text):
        n = next(i for i, row in enumerate(text.split("\n"), 1) if not unicodedata.is_normalized("NFC", row))
        raise DataError(path, n, "not in NFC", hint="`ghatna check --fix` rewrites it")
    try:
        found = msgspec.convert(data, shape)
    except msgspec.ValidationError as wrong:
        raise DataError(path, line_of(text, data, str(wrong)), str(wrong)) from None
    if blank(data):
        n = next((n for n, row in enumerate(text.split("\n"), 1) if BLANK.search(row)), 0)
        raise DataError(path, n, "an empty text in a list")
    return found


def blank(data: object) -> bool:
    """Whether a list in TOML data holds an empty text."""
    if isinstance(data, dict):
        return any(blank(value) for value in data.values())
    return isinstance(data, list) and any(not one.strip() if isinstance(one, str) else blank(one) for one in data)


def line_of(text: str, data: dict[str, object], problem: str) -> int:
    """The line of the rule that a schema message such as ``… at `$.frame[2].type` `` speaks of; 0 when unknown."""
    rows = text.split("\n")
    if at := re.search(r"\$\.(\w+)\[(\d+)\]", problem):
        found = [n for n, row in enumerate(rows, 1) if row.strip() == f"[[{at[1]}]]"]
        return found[int(at[2])] if int(at[2]) < len(found) else 0
    # … contains unknown field `name`, … at `$.name[...]`, … at `$.name`
    name = re.search(r"unknown field `([^`]+)`", problem) or re.search(r"\$\.(\w+)", problem)
    if name is None:
        return 0
    key = re.compile(rf"\s*(\[+\s*)?\"?{re.escape(name[1])}\"?\s*[\].=]")
    return next((n for n, row in enumerate(rows, 1) if key.match(row)), 0)


def line_with(path: Path, mark: str) -> int:
    """The first line of a file with these words; 0 for none."""
    return next((n for n, row in enumerate(path.read_text("utf-8").split("\n"), 1) if mark in row), 0)


def files(folders: tuple[Path, ...], pattern: str) -> list[Path]:
    """Files that match `pattern` in the data folders, the shipped folder's first, each folder's in sorted order."""
    return [path for folder in folders for path in sorted(folder.glob(pattern)) if path.is_file()]


def known(folder: Path) -> None:
    """Raises `DataError` for a user's folder with a data file that no part of the coder reads, or without any."""
    if not folder.is_dir():
        raise DataError(folder, 0, "no such data folder", hint="--data wants a folder with the files of data/README.md")
    names = sorted(path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*") if path.suffix in KINDS)
    if folder != SHIPPED:
        names = [name for name in names if name != READING and not name.startswith(FORMATS)]
    there = [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()]
    there = [path for path in there if not any(part.startswith(".") for part in path.parts)]
    strange = [
        path.as_posix()
        for path in there
        if path.suffix.lower() in KINDS
        and path.as_posix() not in names
        and path.parent.as_posix() not in (FRAMES, OUTLETS)
    ]
    if not strange and any(path.suffix in KINDS for path in there):
        return
    some = strange or [path.as_posix() for path in there]
    if not some:
        raise DataError(folder, 0, "no data file in it", hint="data/README.md names the files, such as " + names[-1])
    near = dict.fromkeys(nearest(name, names) for name in some[:SHOWN])
    more = f" and {len(some) - SHOWN} more" if len(some) > SHOWN else ""
    raise DataError(
        folder, 0, f"nothing reads {', '.join(some[:SHOWN])}{more}", hint="known are " + ", ".join(near) + " …"
    )


def nearest(name: str, names: list[str]) -> str:
    """The one of `names` that is most like `name`: by its last part first, so that a folder left out does no harm."""
    last = name.rpartition("/")[2]

    def likeness(other: str) -> tuple[float, float]:
        by_last = SequenceMatcher(None, last, other.rpartition("/")[2]).ratio()
        return by_last, SequenceMatcher(None, name, other).ratio()

    return max(names, key=likeness)
