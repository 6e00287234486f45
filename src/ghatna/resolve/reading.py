"""Reading words of time: the expression that begins at a token. What follows it is told in `expressions`."""

import re

from msgspec.structs import replace

from ghatna.lexicon.calendar import WEEKDAYS
from ghatna.resolve.dates import decade_of, numeric, season, year_of
from ghatna.resolve.numerals import count
from ghatna.resolve.timex import GRAINS, Expression, Piece, Words

COARSE = ("month", "year")
DAYS = frozenset(range(1, 32))
NIGHTS = re.compile(r"(0?[1-9]|[12]\d|3[01])/(0?[1-9]|[12]\d|3[01])")
"""`14/15 नवंबर की रात`, where no year follows."""


class Reader(Words, frozen=True, gc=False):
    """Reads what begins at a token."""

    def read(self, i: int) -> Expression | None:
        """The expression that starts at token `i`."""
        if size := self.at("recent", i):
            return Expression(i, i + size, (Piece("vague"),))
        if found := self.anaphor(i):
            return found
        for words, step in (("previous", -1), ("next", 1), ("this", 0)):
            if size := self.at(words, i):
                return self.relative(i, i + size + self.at("around", i + size), step)
        if (found := self.date(i)) or (found := self.distance(i)):
            return found
        calendar, word = self.calendar, self.tokens[i].norm
        if word in calendar.days:
            return Expression(i, i + 1, (Piece("offset", calendar.days[word], "day"),))
        if word in calendar.distances:
            return Expression(i, i + 1, (Piece("free", calendar.distances[word]),))
        if word in calendar.short and (pair := self.two_days(i)):
            return pair
        if word in calendar.weekdays:
            return Expression(i, i + 1, (Piece("weekday", calendar.weekdays[word]),))
        if (unit := self.unit(i)) in COARSE and self.edge(i + 1):
            return Expression(i, i + 1, (Piece("offset", 0, unit),))
        return self.decade(i) or self.year(i)

    def two_days(self, i: int) -> Expression | None:
        """`मंगल और बुध की रात`, `सोम-मंगल को`: two days that follow each other, the first by its short name."""
        calendar, at = self.calendar, i + 1 + self.at("dash", i + 1)
        if at >= self.last or at == i + 1:
            return None
        word, first = self.tokens[at].norm, calendar.short[self.tokens[i].norm]
        after = calendar.weekdays.get(word, calendar.short.get(word))
        told = self.at("on", at + 1) or (self.at("genitive", at + 1) and self.at("daypart", at + 2))
        if after != (first + 1) % len(WEEKDAYS) or not told:
            return None
        return Expression(i, at + 1, (Piece("weekday", first),), Piece("weekday", after))

    def anaphor(self, i: int) -> Expression | None:
        """`उसी दिन`, `अगले दिन`, `इसके दो दिन बाद`, `इसके बाद`, `इससे पहले`: counted from what was told."""
        if (size := self.at("same", i)) and (day := self.at("day", i + size)):
            return Expression(i, i + size + day, (Piece("offset", 0, "day"),), told="must")
        if (size := self.at("that", i)) and (unit := self.unit(i + size)) and unit in GRAINS:
            return Expression(i, i + size + 1, (Piece("offset", 0, unit),), told="must")
        if (size := self.at("following", i)) and (day := self.at("day", i + size)):
            return Expression(i, i + size + day, (Piece("offset", 1, "day"),), told="must")
        if size := self.at("than", i):
            counted = self.distance(i + size, counts=True)
            if counted and counted.last > i + size + 1:
                return replace(counted, first=i, told="must")
        if (size := self.at("then", i)) and not self.at("still", i + size):
            return Expression(i, i + size, (), told="after")
        if size := self.at("before", i):
            return Expression(i, i + size, (), told="before")
        return None

    def relative(self, i: int, at: int, step: int) -> Expression | None:
        """`पिछले सोमवार`, `अगले महीने`, `बीते तीन दिनों में`, `बीती रात`; `at` follows the word that gives the sign."""
        tokens, calendar = self.tokens, self.calendar
        if at >= self.last:
            return None
        word, unit = tokens[at].norm, self.unit(at)
        if self.at("vague", at) and self.unit(at + 1):
            return Expression(i, at + 2, (Piece("vague"),))
        if word in calendar.weekdays:
            return Expression(i, at + 1, (Piece("weekday", calendar.weekdays[word], sign=2 * step),))
        if word in calendar.distances:
            return Expression(i, at + 1, (Piece("offset", step * calendar.distances[word], "day"),))
        if unit in GRAINS:
            return Expression(i, at + 1, (Piece("offset", step, unit),))
        if step < 0 and self.at("daypart", at):
            return Expression(i, at, (Piece("offset", -1, "day"),))
        if word in calendar.months and not self.marches(at):
            month = Piece("date", month=calendar.months[word], sign=step)
            return Expression(i, at + 1, (month,))
        if step and (day := self.date(at)) and day.pieces[0].day:
            return replace(day, first=i, pieces=(replace(day.pieces[0], sign=step),))
        number = count(tokens, at, self.last, calendar)
        if number and step and (unit := self.unit(number[2])):
            # `पिछले दो साल में` is a span up to today, of which only the beginning is known.
            end = number[2] + 1
            end += self.at("ago", end)
            return Expression(i, end, (Piece("offset", min(step, 0) * number[0], unit, step),), since=True)
        return None

    def distance(self, i: int, *, counts: bool = False) -> Expression | None:
        """`तीन दिन पहले`, `दो हफ्ते बाद`, `तीन दिनों से`; not where another event is what it `counts` from."""
        if i >= self.last:
            return None
        unit = self.unit(i)
        if unit and (one := self.at("whole", i + 1)):
            if size := self.at("ago", i + 1 + one):
                return Expression(i, i + 1 + one + size, (Piece("offset", -1, unit),), told="may" if counts else "")
            return None
        vague = self.at("vague", i)
        number = None if vague else count(self.tokens, i, self.last, self.calendar)
        at = i + vague if vague else number[2] if number else self.last
        if not (unit := self.unit(at)):
            return None
        end = at + 1
        about = 1 if i and self.at("around", i - 1) else 0  # हमलों के करीब डेढ़ महीने बाद
        if not counts and i > about and self.at("anchor", i - 1 - about):
            return None
        if size := self.at("ago", end):
            if vague or number is None:
                return Expression(i, end + size, (Piece("vague", -1, unit),))
            # `एक दिन पहले` is the day before what was told: of yesterday one says कल.
            told = "may" if number[0] == 1 and unit == "day" else ""
            return Expression(i, end + size, (Piece("offset", -number[0], unit),), told=told)
        if number is None:
            return None
        # `19 साल बाद रिहा होगा` tells how long it took.
        if (size := self.at("after", end)) and (counts or unit not in ("year", "decade")):
            return Expression(i, end + size, (Piece("offset", number[0], unit),), told="later")
        if self.at("since", end) and unit in ("day", "week", "month") and not self.at("limit", end):
            return Expression(i, end, (Piece("offset", -number[0], unit),), since=True)
        return None

    def date(self, i: int) -> Expression | None:
        """`12 मार्च 2024`, `12 और 13 मार्च`, `मार्च 2024`, `मार्च`, `5 तारीख`, `30/11/2024`."""
        tokens, calendar, last = self.tokens, self.calendar, self.last
        word = tokens[i].norm
        if full := numeric(tokens, i, last):
            day = full[0]
            return Expression(i, full[1], (Piece("date", year=day.year, month=day.month, day=day.day),))
        if word in calendar.months:
            end, on = i + 1, 0
            number = count(tokens, end, last, calendar)
            if number and number[0] in DAYS and (self.at("on", number[2]) or self.at("comma", number[2])):
                # `दिसंबर 16 को`: the day after its month, unless it counts something.
                on, end = int(number[0]), number[2]
            return self.dated(i, end, calendar.months[word], on)
        ordinal = calendar.numerals.get(word)
        if ordinal and ordinal.kind == "ordinal":
            month = calendar.months.get(tokens[i + 1].norm) if i + 1 < last else None
            return self.dated(i, i + 2, month, int(ordinal.value)) if month else None
        number = count(tokens, i, last, calendar)
        if nights := NIGHTS.fullmatch(word):
            on, end, until = int(nights[1]), i + 1, int(nights[2])
        elif number is None or number[0] not in DAYS:
            return None
        else:
            on, end, until = int(number[0]), number[2], 0
        span = bool(self.at("since", end))
        while self.at("dash", end) and (other := count(tokens, end + 1, last, calendar)) and other[0] in DAYS:
            if other[0] <= max(on, until):
                break
            until, end = int(other[0]), other[2]
        if not until and "-" in word:
            until = int(word.partition("-")[2] or 0)
        mark = self.at("day_mark", end)
        end += mark
        if end < last and tokens[end].norm in calendar.months:
            found = self.dated(i, end + 1, calendar.months[tokens[end].norm], on, until)
            return replace(found, since=span) if found else None
        return Expression(i, end, (Piece("date", day=on),)) if mark else None

    def marches(self, i: int) -> bool:
        """Whether the month at token `i` is none: फ्लैग मार्च में."""
        return i > 0 and bool(self.at("march", i - 1))

    def dated(self, i: int, end: int, month: int, on: int, until: int = 0) -> Expression | None:
        """A month and perhaps a day, with the year after it."""
        if not on and self.marches(i):
            return None
        span = False
        if not on:
            end += self.unit(end) == "month"  # जून माह में
            dash = self.at("dash", end)
            if dash and end + dash < self.last and self.tokens[end + dash].norm in self.calendar.months:
                span, end = bool(self.at("since", end)), end + dash + 1  # अप्रैल-मई में: the first of them
        at = end + self.at("comma", end)
        at += self.at("year_mark", at)
        last = Piece("date", month=month, day=until) if until else None
        if at < self.last and (value := year_of(self.tokens[at].norm)):
            until_year = replace(last, year=value) if last else None
            return Expression(i, at + 1, (Piece("date", year=value, month=month, day=on),), until_year, since=span)
        # A month by itself needs a word that makes it one (`मार्च निकाला` is a march).
        if not on and not any(self.at(words, end) for words in ("on", "in", "genitive", "since", "limit")):
            return None
        return Expression(i, end, (Piece("date", month=month, day=on),), last, since=span)

    def year(self, i: int) -> Expression | None:
        """`2024 में`, `वर्ष 1984`, `2015 के समझौते`: four digits with a word that makes them a year."""
        mark = self.at("year_mark", i)
        at = i + mark
        if at >= self.last or not (value := year_of(self.tokens[at].norm, marked=bool(mark))):
            return None
        end, accounts = at + 1, season(self.tokens[at].norm)
        if self.at("hyphen", end) and end + 1 < self.last and self.tokens[end + 1].start == self.tokens[at].end + 1:
            # `2022-23`: a year of accounts or schools, cut at its hyphen.
            end, accounts = end + 2, True
        after = self.at("year_mark", end)
        spoken = any(self.at(words, end) for words in ("in", "genitive", "since", "limit"))
        if not (mark or after or spoken):
            return None
        return Expression(i, end + after, (Piece("date", year=value, accounts=accounts),))

    def decade(self, i: int) -> Expression | None:
        """`1990 के दशक`, `90 के दशक`, `सत्तर के दशक`."""
        tokens = self.tokens
        if value := year_of(tokens[i].norm):
            end = i + 1
        elif number := count(tokens, i, self.last, self.calendar):
            value, end = decade_of(number[0]), number[2]
        else:
            return None
        size = self.at("decade", end) if value else 0
        return Expression(i, end + size, (Piece("decade", year=value),)) if size else None
