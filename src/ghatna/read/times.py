"""Publication times as pages write them: `30 Nov, 2024 11:26 AM`, `30 नवंबर 2024, 11:26 IST`, ISO 8601, RFC 2822."""

import re
from datetime import date, datetime, time, timedelta, timezone
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
CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?(?!\d)")
OFFSET = re.compile(r"(?<![\d-])(?:([+-])(\d{2}):?(\d{2})|(\+)(\d):(\d{2}))(?!\d)")
# The T of ISO 8601 in a time that is none: `2026-02-14T05:30:00 PM`.
BETWEEN = re.compile(r"(?<=\d\d)T(?=\d\d:\d\d)")
NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)")
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
# With nothing behind it but a zone: what reads RFC 2822 passes over all else, the half of the day too.
RFC = re.compile(
    r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d:\d\d(?: (?:[+-]\d{4}|UTC?|GMT|Z|[ECMP][SD]T))?"
)
FIGURES = re.compile(r"(?<!\d)(?:\d{1,2}|\d{4})(?!\d)")
SHORT = re.compile(r"(?<=['’ -])\d\d(?!\d)")
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
        if RFC.fullmatch(text):
            return zoned(parsedate_to_datetime(text), zone)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    return written(text, patterns, zone)


def zoned(when: datetime, zone: ZoneInfo) -> datetime:
    """The time with a zone where it has none."""
    return when if when.tzinfo else when.replace(tzinfo=zone)


def written(text: str, patterns: Patterns, zone: ZoneInfo | timezone) -> datetime | None:
    """A time in words and figures: each part is taken out, and nothing may be left over."""
    expressions = parts(patterns)
    rest = BETWEEN.sub(" ", ORDINAL.sub("", text))
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
    if at := CLOCK.search(rest) or expressions.hour.search(rest):
        hour, minute = int(at[1]), int(at[2] or 0)
        rest = taken(rest, at)
        # AM and PM say the half of the day exactly and win over a word that stands beside them.
        known = [(e, hours) for e, hours in expressions.halves if e.search(rest)]
        if known and hour <= 12:
            hour = hour % 12 + 12 * (hour % 12 in known[0][1])
        for expression, _ in known:
            rest = expression.sub(" ", rest)
    # Behind the hour: a dash before it only parts it from the day.
    offset = OFFSET.search(rest, at.start() if at else 0)
    if offset:
        rest = taken(rest, offset)
        sign, hours, minutes = (part for part in offset.groups() if part)
        if int(hours) > 14 or int(minutes) > 59:
            return None
        zone = timezone((-1 if sign == "-" else 1) * timedelta(hours=int(hours), minutes=int(minutes)))
    for far, expression in expressions.zones:
        if expression.search(rest):
            # GMT+0530: the offset counts.
            if not offset:
                zone = INDIA if far == (5, 30) else timezone(timedelta(hours=far[0], minutes=far[1]))
            rest = expression.sub(" ", rest)
    if not month:
        for number, expression in enumerate(expressions.months, 1):
            if found := expression.search(rest):
                month, rest = number, taken(rest, found)
                break
        else:
            return None
        figures = FIGURES.findall(rest)
        long = [f for f in figures if len(f) == 4]
        short = [f for f in figures if len(f) < 4]
        if (len(long), len(short)) == (1, 1):
            year, day = int(long[0]), int(short[0])
        elif (len(long), len(short)) == (0, 2) and at and SHORT.search(rest, found.start()):
            # 14 Feb '26, 5:30 PM: without an hour it may be anything.
            day, year = int(short[0]), 2000 + int(short[1])
        else:
            return None
        rest = FIGURES.sub(" ", rest).replace("'", " ").replace("’", " ")
    if not REST.fullmatch(expressions.silent.sub(" ", rest)):
        return None
    try:
        return datetime(year, month, day, hour, minute, tzinfo=zone)
    except ValueError:
        return None


def exact(first: datetime | None, *others: datetime | None) -> datetime | None:
    """The first time that is one; where it only says a day (a midnight), the one of that day that knows its hour."""
    known = [one for one in (first, *others) if one is not None]
    if not known or known[0].time() != time.min:
        return known[0] if known else None
    day, zone = known[0].date(), known[0].tzinfo
    return next((t for t in known[1:] if t.time() != time.min and t.astimezone(zone).date() == day), known[0])


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
        half = "|".join(expression.pattern for expression, _ in self.halves)
        # An hour without minutes is one beside a word that says so: 5 PM; शाम 5 बजे; 5 बजकर 30 मिनट.
        self.hour = re.compile(
            rf"(?<!\d)(\d{{1,2}})\s*(?:{words(clock.hour)}(?!{INSIDE})(?:\s*(\d{{1,2}})\s*{words(clock.minute)}(?!{INSIDE}))?|(?={half}))",
            re.IGNORECASE,
        )
        self.silent = whole((*clock.weekdays, *clock.filler))


@cache
def parts(patterns: Patterns) -> Parts:
    """The expressions of some patterns, compiled at the first time they read."""
    return Parts(patterns)
