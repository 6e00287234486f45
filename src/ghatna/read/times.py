"""Publication times as pages write them: `30 Nov, 2024 11:26 AM`, `30 नवंबर 2024, 11:26 IST`, ISO 8601, RFC 2822."""

import re
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from zoneinfo import ZoneInfo

from ghatna.read.patterns import INSIDE, Patterns, words

INDIA = ZoneInfo("Asia/Kolkata")
ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:?\d{2}.*)?")
CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?!\d)")
OFFSET = re.compile(r"(?<![\d-])([+-])(\d{2}):?(\d{2})(?!\d)")
NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
RFC = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d:\d\d")
REST = re.compile(r"[\s,|()•·./@–—-]*")


def parse(text: str, patterns: Patterns) -> datetime | None:
    """The time that `text` says and nothing but that; `None` when it is no time or has other words beside it.

    A time without a zone is India's; a day without an hour is its midnight.
    """
    text = text.strip()
    if len(text) > 80:
        return None
    # `int` and `\d` know the digits of Devanagari, the ISO reader does not.
    text = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    try:
        if ISO.fullmatch(text):
            return zoned(datetime.fromisoformat(text.replace("Z", "+00:00")))
    except ValueError:
        pass
    try:
        if RFC.match(text):
            return zoned(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    return written(text, patterns)


def zoned(time: datetime) -> datetime:
    """`time` with India's zone where it has none."""
    return time if time.tzinfo else time.replace(tzinfo=INDIA)


def written(text: str, patterns: Patterns) -> datetime | None:
    """A time in words and figures: each part is taken out, and nothing may be left over."""
    expressions = parts(patterns)
    zone: ZoneInfo | timezone = INDIA
    rest = ORDINAL.sub("", text)
    if at := OFFSET.search(rest):
        sign = -1 if at[1] == "-" else 1
        hours, minutes = int(at[2]), int(at[3])
        if hours < 15 and minutes < 60:
            zone = timezone(sign * timedelta(hours=hours, minutes=minutes))
            rest = taken(rest, at)
    for offset, expression in expressions.zones:
        if at := expression.search(rest):
            hours, minutes = offset
            zone = INDIA if offset == (5, 30) else timezone(timedelta(hours=hours, minutes=minutes))
            rest = taken(rest, at)
    year = month = day = 0
    if at := NUMERIC.search(rest):
        day, month, year = int(at[1]), int(at[2]), int(at[3])
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
