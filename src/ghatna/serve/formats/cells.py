"""Values as cells of CSV and of tables between tabs, so that a line stays a line and nothing in it is run."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import TextIO

import msgspec

from ghatna.model import Event

Put = Callable[[Sequence[Event]], None]
BREAK = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
"""What ends a line or a cell for some reader; each becomes one blank, so that offsets still count."""
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What starts a formula in a spreadsheet, in full width too."""


def cell(value: object) -> object:
    """A cell of CSV: days and times in ISO 8601, lists and structs as JSON, text on one line. Text that a spreadsheet
    would run as a formula has a `'` before it; numbers are left as they are."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if value is None or isinstance(value, int | float):
        return value
    if not isinstance(value, str):
        return BREAK.sub(" ", msgspec.json.encode(value).decode())
    text = BREAK.sub(" ", value)
    return "'" + text if text.lstrip().startswith(FORMULA) else text


def flat(value: object, empty: str) -> str:
    """A cell between tabs, never quoted: a quotation mark that begins it becomes a typographic one, since some readers
    take it for the start of a quoted cell and others do not."""
    if value is None or value == "":
        return empty
    text = BREAK.sub(" ", value.isoformat() if isinstance(value, date) else str(value))
    return "“" + text[1:] if text.startswith('"') else text


@contextmanager
def tabbed(
    file: TextIO,
    name: str,
    make: Callable[[Event], Iterable[Sequence[object]]],
    *,
    header: Sequence[str] = (),
    empty: str = "",
) -> Iterator[Put]:
    """Writes the rows that `make` gives of each event. Only events that happened are written, since such a table has
    no room for what is planned, denied or long past; how many were left out is said on standard error."""
    if header:
        file.write("\t".join(header) + "\n")
    lost = 0

    def put(events: Sequence[Event]) -> None:
        nonlocal lost
        done = [event for event in events if event.status == "actual"]
        lost += len(events) - len(done)
        for event in done:
            file.writelines("\t".join(flat(value, empty) for value in row) + "\n" for row in make(event))

    yield put
    if lost:
        sys.stderr.write(f"ghatna: {lost} events left out: {name} holds only what happened (see docs/formats.md)\n")
