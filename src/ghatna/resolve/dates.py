"""Arithmetic of the calendar for `time`: nothing here knows a word of Hindi.

`direction` is -1 for back, 1 for forward, 0 for whichever is nearer; ±2 leaves out the day itself.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ghatna.model import Token

SLASHED = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
OLD_YEAR = re.compile(r"1[0-5]\d\d")
CENTURY = 70
"""Years of two figures below this are of this century: 15/11/24."""
THIS_DECADE = 20
"""Figures of the decade of this century that has no name of the last one beside it: the twenties are 2020."""
SEASON = re.compile(r"((?:1[6-9]|20)\d\d)-\d\d")


MONTHS = {"month": 1, "quarter": 3, "half": 6}


def year_of(text: str, *, marked: bool = False) -> int:
    """The year that four digits (or `2024-25`, its first) are; 0 for anything else. One before 1600 only where a word
    marks it (`सन 1492`): a bare number is a number then."""
    if YEAR.fullmatch(text) or (marked and OLD_YEAR.fullmatch(text)):
        return int(text)
    season = SEASON.fullmatch(text)
    return int(season[1]) if season else 0


def full_year(text: str) -> int:
    """The year of the two or four figures at the end of a date."""
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year < CENTURY else 1900)


def season(text: str) -> bool:
    """Whether `text` is a year of accounts (2024-25)."""
    return bool(SEASON.fullmatch(text))


def decade_of(number: float) -> int:
    """The first year of the decade that a number of two figures names (90: 1990, 20: 2020); 0 for another number."""
    if number not in range(10, 100, 10):
        return 0
    return int(number) + (2000 if number <= THIS_DECADE else 1900)


def nth(year: int, month: int, n: int, unit: str) -> date | None:
    """The first day of the `n`th week or fortnight of a month, counted by sevens from the first; -1 for the last."""
    if unit == "fortnight":
        return day_in(year, month, 16 if n in (2, -1) else 1) if n in (1, 2, -1) else None
    if n == -1:
        after = date(*months(date(year, month, 1), 1), 1)
        return after - timedelta(7)
    return day_in(year, month, 7 * n - 6) if n < 6 else None


def day_in(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def numeric(tokens: Sequence[Token], i: int, last: int) -> tuple[date, int] | None:
    """A date in digits (day first, as India writes it, or ISO) at token `i`, in one token or cut at its marks."""
    text, at = "", i
    while at < last and at < i + 5 and (at == i or tokens[at].start == tokens[at - 1].end):
        text += tokens[at].norm
        at += 1
        if found := SLASHED.fullmatch(text):
            made = day_in(full_year(found[4]), int(found[3]), int(found[1]))
        elif found := ISO.fullmatch(text):
            made = day_in(int(found[1]), int(found[2]), int(found[3]))
        else:
            continue
        return (made, at) if made else None
    return None


def weekday_near(published: date, weekday: int, direction: int) -> date:
    """The day of that name: back from the publication day by default, forward for a positive direction."""
    if direction > 0:
        ahead = (weekday - published.weekday()) % 7
        return published + timedelta(ahead or (7 if direction > 1 else 0))
    behind = (published.weekday() - weekday) % 7
    return published - timedelta(behind or (7 if direction < -1 else 0))


def near(published: date, month: int, day: int, direction: int, *, whole: bool = False) -> date | None:
    """A day of the year in the year that lies right; `whole` for a month, which the publication day may stand in."""
    days = [d for y in range(published.year - 4, published.year + 5) if (d := day_in(y, month, day))]
    edge = published.replace(day=1) if whole else published
    if direction < 0:
        return max((d for d in days if d <= edge), default=None)
    if direction > 0:
        return min((d for d in days if d >= edge), default=None)
    return min(days, key=lambda d: abs((d - edge).days), default=None)


def within(published: date, day: int, direction: int) -> date | None:
    """A day of the month in the month that lies right."""
    days = [d for n in range(-2, 3) if (d := day_in(*months(published, n), day))]
    if direction < 0:
        return max((d for d in days if d <= published), default=None)
    if direction > 0:
        return min((d for d in days if d >= published), default=None)
    return min(days, key=lambda d: abs((d - published).days), default=None)


def months(day: date, n: int) -> tuple[int, int]:
    """Year and month `n` months on."""
    number = day.year * 12 + day.month - 1 + n
    return number // 12, number % 12 + 1


def shift(published: date, n: int, unit: str) -> date:
    """The first day of the period `n` days, weeks, months or years on."""
    if unit == "day":
        return published + timedelta(n)
    if unit == "fortnight":
        return shift(published, 2 * n, "week")
    if unit == "week":
        return published - timedelta(published.weekday()) + timedelta(7 * n)
    if unit in MONTHS:
        size = MONTHS[unit]
        begin = published.replace(day=1, month=published.month - (published.month - 1) % size)
        return date(*months(begin, n * size), 1)
    return date(min(max(published.year + n, 1), 9999), 1, 1)


def ago(published: date, n: float, unit: str) -> tuple[date, str]:
    """The day or the first day of the period `n` units on, and how precise that is."""
    if unit == "minute":
        return published, "day"
    if unit == "hour":
        return published + timedelta(max(min(int(n / 24), 4000), -4000)), "day"
    if unit == "fortnight":
        return shift(published, int(n * 2), "week"), "week"
    if unit == "decade":
        return shift(published, int(n * 10), "year"), "year"
    if unit in ("quarter", "half"):
        return shift(published, int(n), unit), "month" if unit == "quarter" else "year"
    if not n.is_integer():
        # `डेढ़ साल पहले`: half a year is six months, half a month two weeks.
        finer, size = {"year": ("month", 12), "month": ("week", 4), "week": ("day", 7)}.get(unit, (unit, 1))
        return shift(published, int(n * size), finer), finer
    return shift(published, max(min(int(n), 4000), -4000), unit), unit
