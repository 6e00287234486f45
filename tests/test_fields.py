"""When, where and how many as a record says them: tables of texts, each coded whole and the field of one event read.

`act` is a part of the event's trigger; an event that is not coded counts as wrong.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from ghatna.model import Document, Event
from ghatna.pipeline import coder
from ghatna.read import plain

ASIDE = Path(__file__).parent / "aside"
Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    """Rows of a table by column."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


def event(row: Row) -> Event | None:
    """The first event of a row's text whose trigger has its act."""
    if "published" in row:
        document = Document(id="a", text=row["text"], published=datetime.fromisoformat(row["published"]))
    else:
        document = plain(row["text"])
    return next((one for one in coder().code(document) if row["act"] in one.trigger), None)


def wrong(path: Path, read: Callable[[Event], tuple[str, ...]], columns: tuple[str, ...]) -> tuple[int, list[str]]:
    """How many rows a table has, and those of which the event does not say what `columns` do."""
    some = rows(path)
    assert some
    bad = []
    for row in some:
        one = event(row)
        got = read(one) if one is not None else None
        if got != tuple(row[column] for column in columns):
            bad.append(f"{row['text']} <{row['act']}>: {got}, not {[row[c] for c in columns]}")
    return len(some), bad


def when(one: Event) -> tuple[str, ...]:
    return str(one.date or ""), one.date_precision or "", one.date_text or ""


@pytest.mark.parametrize("path", [ASIDE / "times.tsv"])
def test_when(path: Path) -> None:
    size, bad = wrong(path, when, ("date", "precision", "words"))
    assert size >= 60
    assert len(bad) <= 0.05 * size, "\n".join(bad)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("रायपुर, 11 सितंबर। पुलिस ने दो लोगों को गिरफ्तार किया।", "2025-09-12", ("2025-09-12", "published", "")),
        ("रायपुर, 2 मार्च। पुलिस ने आज दो लोगों को गिरफ्तार किया।", "2025-09-12", ("2025-09-12", "day", "आज")),
        ("रायपुर, 31 दिसंबर। पुलिस ने आज दो लोगों को गिरफ्तार किया।", "2026-01-01", ("2025-12-31", "day", "आज")),
        ("पुलिस ने शनि-रवि की रात दो लोगों को गिरफ्तार किया।", "2024-11-22", ("2024-11-16", "day", "शनि-रवि की रात")),
        ("पुलिस ने मंगल और रवि को गिरफ्तार किया।", "2024-11-22", ("2024-11-22", "published", "")),
        ("पुलिस ने मंगल सिंह को गिरफ्तार किया।", "2024-11-22", ("2024-11-22", "published", "")),
        ("पुलिस ने 15.11.98 को दो लोगों को गिरफ्तार किया।", "2024-11-22", ("1998-11-15", "day", "15.11.98")),
        ("पौने घंटे पहले पुलिस ने दो लोगों को गिरफ्तार किया।", "2024-11-22", ("2024-11-22", "day", "पौने घंटे पहले")),
        ("किसान कल से धरना देंगे।", "2024-11-22", ("2024-11-23", "day", "कल")),
        ("किसानों ने कल से धरना देने की चेतावनी दी।", "2024-11-22", ("2024-11-22", "published", "")),
    ],
)
def test_what_words_of_time_count_from(text: str, published: str, expected: tuple[str, ...]) -> None:
    found = coder().code(Document(id="a", text=text, published=datetime.fromisoformat(published)))
    assert when(found[0]) == expected
