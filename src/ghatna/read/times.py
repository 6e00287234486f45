"""Publication times as pages write them: `30 Nov, 2024 11:26 AM`, `30 नवंबर 2024, 11:26 IST`, ISO 8601, RFC 2822."""

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from zoneinfo import ZoneInfo

from ghatna.lexicon.tables import SHIPPED, rows
from ghatna.read.patterns import INSIDE, Patterns, words

INDIA = ZoneInfo("Asia/Kolkata")
ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:?\d{2}.*)?|\d{8}T\d{4,6}.*")
# What templates do to ISO 8601: a blank before the offset, or in the place of its plus.
APART = re.compile(r"(?<=:\d\d) ([+-]\d\d:?\d\d)$")
PLUS = re.compile(r"(?<=:\d\d:\d\d) (\d\d:\d\d)$")
EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?!\d)")
OFFSET = re.compile(r"(?<![\d-])([+-])(\d{2}):?(\d{2})(?!\d)")
NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)")
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
RFC = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d:\d\d")
BRACKET = re.compile(r"\s*[(\[][^)\]]*[)\]]")
REST = re.compile(r"[\s,|()•·./@–—-]*")


def parse(text: str, patterns: Patterns, zone: ZoneInfo = INDIA) -> datetime | None:
    """The time that `text` says and nothing but that; `None` when it is no time or has other words beside it.

    A time without a zone is one of `zone`; a day without an hour is its midnight.
    """
    text = " ".join(text.split())
    if len(text) > 80:
        return None
    # `int` and `\d` know the digits of Devanagari, the ISO reader does not.
    text = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    try:
        if ISO.fullmatch(text):
            return zoned(datetime.fromisoformat(PLUS.sub(r"+\1", APART.sub(r"\1", text)).replace("Z", "+00:00")), zone)
        if EPOCH.fullmatch(text):
            return datetime.fromtimestamp(int(text[:10]), zone)
    except ValueError:
        pass
    try:
        if RFC.match(text):
            return zoned(parsedate_to_datetime(text), zone)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    return written(text, patterns, zone)


def zoned(time: datetime, zone: ZoneInfo) -> datetime:
    """`time` with a zone where it has none."""
    return time if time.tzinfo else time.replace(tzinfo=zone)


def written(text: str, patterns: Patterns, zone: ZoneInfo | timezone) -> datetime | None:
    """A time in words and figures: each part is taken out, and nothing may be left over."""
    expressions = parts(patterns)
    rest = ORDINAL.sub("", text)
    said = False
    if at := OFFSET.search(rest):
        sign = -1 if at[1] == "-" else 1
        hours, minutes = int(at[2]), int(at[3])
        if hours < 15 and minutes < 60:
            zone, said = timezone(sign * timedelta(hours=hours, minutes=minutes)), True
            rest = taken(rest, at)
    for offset, expression in expressions.zones:
        if at := expression.search(rest):
            hours, minutes = offset
            # GMT+0530: the offset counts.
            if not said:
                zone = INDIA if offset == (5, 30) else timezone(timedelta(hours=hours, minutes=minutes))
            rest = taken(rest, at)
    year = month = day = 0
    if at := NUMERIC.search(rest):
        day, month, year = int(at[1]), int(at[2]), int(at[3])
        if month > 12:
            day, month = month, day
        rest = taken(rest, at)
    elif at := YEAR_FIRST.search(rest):
        year, month, day = int(at[1]), int(at[2]), int(at[3])
        rest = taken(rest, at)
    hour = minute = 0
    if at := CLOCK.search(rest):
        hour, minute = int(at[1]), int(at[2])
        rest = taken(rest, at)
        # AM and PM say the half of the day exactly and win over a word that stands beside them.
        known = [(e, hours) for e, hours in expressions.halves if e.search(rest)]
        if known and hour <= 12:
            hour = hour % 12 + 12 * (hour % 12 in known[0][1])
        for expression, _ in known:
            rest = expression.sub(" ", rest)
    if not month:
        for number, expression in enumerate(expressions.months, 1):
            if at := expression.search(rest):
                month, rest = number, taken(rest, at)
                break
        figures = re.findall(r"(?<!\d)(?:\d{1,2}|\d{4})(?!\d)", rest)
        if not month or len(figures) != 2:
            return None
        long = [f for f in figures if len(f) == 4]
        short = [f for f in figures if len(f) < 4]
        if len(long) != 1:
            return None
        year, day = int(long[0]), int(short[0])
        rest = re.sub(r"\d+", " ", rest)
    if not REST.fullmatch(expressions.silent.sub(" ", rest)):
        return None
    try:
        return datetime(year, month, day, hour, minute, tzinfo=zone)
    except ValueError:
        return None


def clock(text: str, patterns: Patterns) -> bool:
    """Whether `text` is an hour and nothing but that, as it stands above an entry of a live blog."""
    at = CLOCK.search(text) if len(text) <= 40 else None
    if at is None:
        return False
    expressions = parts(patterns)
    rest = taken(text, at)
    for expression in (*(e for e, _ in expressions.halves), *(e for _, e in expressions.zones), expressions.silent):
        rest = expression.sub(" ", rest)
    return REST.fullmatch(rest) is not None


def dated(dateline: str, near: datetime | None, patterns: Patterns) -> tuple[str, date | None]:
    """The place and the day of a dateline (`नई दिल्ली, 12 मार्च`; `काठमांडू, दो अप्रैल`), each empty where it says none.

    A day without a year is the last such day before `near`, the time of publication, or the one after; without that
    it is none.
    """
    for month, expression in enumerate(parts(patterns).months, 1):
        at = expression.search(dateline)
        if at is None:
            continue
        before, after = dateline[: at.start()].rstrip(" ,"), dateline[at.end() :]
        place, _, word = before.rpartition(" ")
        number = day_number(word) or day_number(before)
        if not number:
            place, number = before, day_number(next(iter(re.findall(r"\d+", after)), ""))
        if not number:
            continue
        place = "" if day_number(before) else place.strip(" ,")
        year = re.search(r"\d{4}", after)
        try:
            place = BRACKET.sub("", place).strip()
            if year is not None or near is None:
                return place, date(int(year[0]), month, number) if year is not None else None
            day = date(near.year, month, number)
            late = day > near.date() + timedelta(days=1)
            return place, day.replace(year=near.year - 1) if late else day
        except ValueError:
            return place, None
    return dateline, None


def day_number(word: str) -> int:
    """The day of a month that a figure or word says; 0 for any other."""
    if word.isdecimal():
        return int(word) if 0 < int(word) < 32 else 0
    return day_words().get(word, 0)


@cache
def day_words() -> dict[str, int]:
    """The words for the days of a month."""
    found = rows(SHIPPED / "hindi" / "numbers.tsv", ("form", "value", "kind"), key=("form", "kind"))
    return {
        form: int(row["value"])
        for row in found
        if row["kind"] == "unit" and row["value"].isdecimal() and 0 < int(row["value"]) < 32
        for form in row.many("form")
    }


def taken(text: str, at: re.Match[str]) -> str:
    """`text` without what matched."""
    return f"{text[: at.start()]} {text[at.end() :]}"


class Parts:
    """The expressions of `written`, compiled once."""

    def __init__(self, patterns: Patterns) -> None:
        def whole(forms: tuple[str, ...]) -> re.Pattern[str]:
            # Figures may touch a word (11:26AM), letters may not.
            return re.compile(rf"(?<![^\W\d]){words(forms)}(?!{INSIDE})", re.IGNORECASE)

        clock = patterns.rules.clock
        self.months = [
            re.compile(rf"(?<![^\W\d]){words(forms)}(?![^\W\d]|[\u0900-\u0963])", re.IGNORECASE)
            for forms in patterns.rules.months.values()
        ]
        self.zones = [((int(k[:3]), int(k[4:])), whole(forms)) for k, forms in patterns.rules.zones.items()]
        # A word for a part of the day and the hours (twelve being 0) that stand for those after noon:
        # रात 9:00 is 21:00, but रात 12:10 is 0:10; दोपहर 12:10 and 1:00 are 12:10 and 13:00, but दोपहर 11:50 is 11:50.
        self.halves = [
            (whole(clock.morning), range(0)),
            (whole(clock.evening), range(12)),
            (whole(clock.noon), range(9)),
            (whole(clock.night), range(6, 12)),
        ]
        self.silent = whole((*clock.weekdays, *clock.filler))


@cache
def parts(patterns: Patterns) -> Parts:
    """The expressions of some patterns, compiled at the first time they read."""
    return Parts(patterns)
