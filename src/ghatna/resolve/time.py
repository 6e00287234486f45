"""When it happened: words of time against the day of publication and the tense of the clause.

The date is the **first day** of what the words name: of a week its Monday, of `मार्च 2024` the first of March.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from ghatna.lexicon.calendar import Calendar
from ghatna.model import Tagged, Token, When
from ghatna.resolve.dates import ago, day_in, near, numeric, shift, weekday_near, within, year_of
from ghatna.resolve.numerals import count

RANK = ("day", "week", "month", "year", "published")
OPENING = 4
"""Tokens in which a year stands that opens a sentence."""
LONG_AGO = 180
"""Days between an act and its report past which a day of another year is background, not late news."""
WEB_NEWS = 2006
"""Without a day of publication a year before this is background: Hindi news was hardly on the web by then."""


class Cue(Struct, frozen=True):
    """Words of time at tokens `first` … `last` and the day they name."""

    first: int
    last: int
    date: date | None
    precision: str
    exact: bool = False
    """A day of the calendar (12 मार्च), which wins over a weekday beside it."""
    open_year: tuple[int, int] | None = None
    """Month and day (0 for none) of a date whose year is not said."""
    open_day: int = 0
    """A day whose month is not said (5 तारीख)."""
    named_year: bool = False
    """Whether the words name a year (2015 में, पिछले साल)."""
    attributive: bool = False
    """Tells about a noun (2015 के समझौते) rather than the verb."""
    since: bool = False
    limit: bool = False


class Frame(Struct, frozen=True):
    """What the words are read against."""

    tokens: Sequence[Token]
    last: int
    published: date | None
    tense: str
    progress: bool
    calendar: Calendar

    def at(self, words: str, i: int) -> int:
        """Length of the phrase of class `words` at token `i`."""
        return self.calendar.words[words].at(self.tokens, i, self.last)

    def direction(self) -> int:
        """-1 when the clause looks back, 1 when forward, 0 when it does not tell."""
        if self.tense == "fut" or (self.tense == "pres" and self.progress):
            return 1
        return -1 if self.tense == "past" else 0


def when(
    tagged: Tagged, first: int, last: int, *, published: date | None, tense: str, calendar: Calendar
) -> When | None:
    """The day of the act that tokens `first` … `last` tell.

    Words that belong to the verb (शनिवार को) win over those of a noun (शनिवार के हमले में), finer ones over coarser.
    Limits (शनिवार तक) and years of nouns (2015 के समझौते) do not date the act. Without a cue the day of publication
    with precision `published`; None where that is unknown too.
    """
    found = [c for c in cues(tagged.tokens, first, last, published, tense, calendar) if usable(c)]
    if not found:
        return When(published, "published", None) if published else None
    best = min(found, key=lambda c: (c.attributive, RANK.index(c.precision), not c.exact, c.first))
    tokens = tagged.tokens
    text = tagged.sentence.text[tokens[best.first].start : tokens[best.last - 1].end]
    return When(best.date, best.precision, text) if best.date else None


def usable(cue: Cue) -> bool:
    """Whether a cue can date the act."""
    return cue.date is not None and not cue.limit and not (cue.attributive and cue.precision in ("month", "year"))


def historical(tagged: Tagged, first: int, last: int, *, published: date | None, calendar: Calendar) -> bool:
    """Whether a clause tells of another year or an earlier period, background to the news of the day.

    With a day of publication: a year before that one, or a day of an earlier year more than half a year back.
    Without: a year past (पिछले साल, दो साल पहले), one named in the pluperfect (हस्ताक्षर किए थे) or before the web had
    news. A year of a noun (1984 के दंगों में) counts where the noun is the scene of the act, not of a case (2002 के दंगों के
    आरोपी).
    """
    tokens = tagged.tokens
    words = calendar.words
    past = any(words["pluperfect"].at(tokens, k, last) for k in range(first, last))
    if past and any(words["anniversary"].at(tokens, k, last) for k in range(first, last)):
        return True
    for cue in cues(tokens, first, last, published, "past", calendar):
        if cue.since or cue.limit:
            continue
        if cue.attributive and not (past or scene(tokens, cue.last, last, calendar)):
            continue
        if published is None or cue.precision == "published":
            if cue.named_year and (past or published or cue.date is None or cue.date.year < WEB_NEWS):
                return True
        elif (
            cue.date is not None
            and cue.date.year < published.year
            and (cue.precision == "year" or (published - cue.date).days > LONG_AGO)
        ):
            return True
    return False


def opening(tokens: Sequence[Token], calendar: Calendar) -> bool:
    """Whether a sentence begins with a year that holds for all of it: वर्ष 2006 में …, जिसकी निंदा हुई."""
    return any(
        cue.named_year and cue.precision == "year" and not (cue.attributive or cue.since or cue.limit)
        for cue in cues(tokens, 0, min(OPENING, len(tokens)), None, "past", calendar)
    )


def scene(tokens: Sequence[Token], i: int, last: int, calendar: Calendar) -> bool:
    """Whether `के दंगों में` stands at token `i` and no case of today follows."""
    words = calendar.words
    for at in range(i + 1, min(i + 6, last)):
        if words["case_of"].at(tokens, at, last) or words["genitive"].at(tokens, at, last):
            return bool(words["in"].at(tokens, at, last)) and not words["case_of"].at(tokens, at, last)
        if size := words["in"].at(tokens, at, last):
            return not words["case_of"].at(tokens, at + size, last)
    return False


def cues(
    tokens: Sequence[Token], first: int, last: int, published: date | None, tense: str, calendar: Calendar
) -> list[Cue]:
    """Every expression of time in tokens `first` … `last`, in order, with neighbours joined into one date."""
    progress = any(calendar.words["progress"].at(tokens, k, last) for k in range(first, last))
    frame = Frame(tokens, last, published, tense, progress, calendar)
    found: list[Cue] = []
    at = first
    while at < last:
        cue = read(frame, at, first)
        if cue is None:
            at += 1
            continue
        cue = surround(frame, cue)
        if found and linked(frame, found[-1], cue):
            cue = combine(frame, found[-1], cue)
            if cue.first == found[-1].first:
                found.pop()
        found.append(settle(frame, cue))
        at = max(cue.last, at + 1)
    return found


def read(frame: Frame, i: int, first: int) -> Cue | None:
    """The expression that starts at token `i`."""
    tokens, calendar, published = frame.tokens, frame.calendar, frame.published
    if size := frame.at("recent", i):
        return Cue(i, i + size, published, "published")
    for words, step in (("previous", -1), ("next", 1), ("this", 0)):
        if size := frame.at(words, i):
            return relative(frame, i, i + size + frame.at("around", i + size), step)
    if (cue := calendar_date(frame, i)) or (cue := distance(frame, i, first)):
        return cue
    word = tokens[i].norm
    if word in calendar.days:
        return Cue(i, i + 1, published and published + timedelta(calendar.days[word]), "day")
    if word in calendar.distances:
        sign = 1 if frame.direction() > 0 else -1
        return Cue(i, i + 1, published and published + timedelta(sign * calendar.distances[word]), "day")
    if word in calendar.weekdays:
        since = bool(frame.at("since", i + 1))
        direction = -1 if since and frame.tense == "pres" else frame.direction()
        return Cue(i, i + 1, published and weekday_near(published, calendar.weekdays[word], direction), "day")
    return year(frame, i)


def relative(frame: Frame, i: int, at: int, step: int) -> Cue | None:
    """`पिछले सोमवार`, `अगले महीने`, `बीते तीन दिनों में`; `at` is the token after the word that gives the sign."""
    tokens, calendar, published = frame.tokens, frame.calendar, frame.published
    if at >= frame.last:
        return None
    word = tokens[at].norm
    if frame.at("vague", at) and at + 1 < frame.last and tokens[at + 1].norm in calendar.units:
        return Cue(i, at + 2, published, "published")
    if published is None:
        return Cue(i, at + 1, None, "year", named_year=step < 0) if calendar.units.get(word) == "year" else None
    if word in calendar.weekdays:
        return Cue(i, at + 1, weekday_near(published, calendar.weekdays[word], 2 * step), "day")
    if word in calendar.distances:
        return Cue(i, at + 1, published + timedelta(step * calendar.distances[word]), "day")
    if word in calendar.months:
        month = calendar.months[word]
        day = near(published, month, 1, step) if step else date(published.year, month, 1)
        return Cue(i, at + 1, day, "month")
    if word in calendar.units and calendar.units[word] in ("week", "fortnight", "month", "year"):
        unit = calendar.units[word]
        grain = "week" if unit == "fortnight" else unit
        return Cue(i, at + 1, shift(published, step, unit), grain, named_year=unit == "year")
    number = count(tokens, at, frame.last, calendar)
    if number and number[2] < frame.last and step and tokens[number[2]].norm in calendar.units:
        end = number[2] + 1
        unit = calendar.units[tokens[number[2]].norm]
        # `पिछले दो साल में` is a span up to today, of which only the beginning is known.
        end += frame.at("ago", end)
        back = step if step < 0 else 0
        day, grain = ago(published, back * number[0], unit)
        return Cue(i, end, day, grain, since=True)
    return None


def distance(frame: Frame, i: int, first: int) -> Cue | None:
    """`तीन दिन पहले`, `दो हफ्ते बाद`, `तीन दिनों से`; not where it is counted from another event."""
    tokens, calendar, published = frame.tokens, frame.calendar, frame.published
    vague = frame.at("vague", i)
    if tokens[i].norm in calendar.units and (one := frame.at("whole", i + 1)):
        if published and (size := frame.at("ago", i + 1 + one)):
            day, grain = ago(published, -1.0, calendar.units[tokens[i].norm])
            return Cue(i, i + 1 + one + size, day, grain, named_year=grain == "year")
        return None
    number = count(tokens, i, frame.last, calendar)
    unit_at = i + vague if vague else number[2] if number else frame.last
    if unit_at >= frame.last or (unit := calendar.units.get(tokens[unit_at].norm)) is None:
        return None
    end = unit_at + 1
    anchored = i > first and bool(frame.calendar.words["anchor"].at(tokens, i - 1, i))
    if size := frame.at("ago", end):
        if anchored:
            return None
        if vague or number is None or published is None:
            return Cue(i, end + size, published, "published", named_year=unit in ("year", "decade"))
        day, grain = ago(published, -number[0], unit)
        return Cue(i, end + size, day, grain, named_year=unit in ("year", "decade"))
    if number is None or published is None:
        return None
    if (size := frame.at("after", end)) and not anchored and frame.direction() > 0:
        day, grain = ago(published, number[0], unit)
        return Cue(i, end + size, day, grain)
    if frame.at("since", end) and unit in ("day", "week", "month") and not frame.at("limit", end):
        day, grain = ago(published, -number[0], unit)
        return Cue(i, end, day, grain, since=True)
    return None


def calendar_date(frame: Frame, i: int) -> Cue | None:
    """`12 मार्च 2024`, `12 और 13 मार्च`, `मार्च 2024`, `मार्च`, `5 तारीख`, `30/11/2024`."""
    tokens, calendar, last = frame.tokens, frame.calendar, frame.last
    if full := numeric(tokens, i, last):
        return Cue(i, full[1], full[0], "day", exact=True, named_year=True)
    if tokens[i].norm in calendar.months:
        month, end, day = calendar.months[tokens[i].norm], i + 1, 0
        if (number := count(tokens, end, last, calendar)) and 1 <= number[0] <= 31 and number[0].is_integer():
            # `दिसंबर 16 को`: the day after its month, unless it counts something.
            if frame.at("on", number[2]) or frame.at("comma", number[2]):
                day, end = int(number[0]), number[2]
        return with_year(frame, i, end, month, day)
    ordinal = calendar.numerals.get(tokens[i].norm)
    if ordinal and ordinal.kind == "ordinal" and i + 1 < last and tokens[i + 1].norm in calendar.months:
        return with_year(frame, i, i + 2, calendar.months[tokens[i + 1].norm], int(ordinal.value))
    number = count(tokens, i, last, calendar)
    if number is None or not 1 <= number[0] <= 31 or not number[0].is_integer():
        return None
    day, end, span = int(number[0]), number[2], False
    if frame.at("dash", end):
        other = count(tokens, end + 1, last, calendar)
        if other and other[0] <= 31 and other[2] < last and tokens[other[2]].norm in calendar.months:
            end, span = other[2], True
    marked = frame.at("day_mark", end)
    end += marked
    if end < last and tokens[end].norm in calendar.months:
        cue = with_year(frame, i, end + 1, calendar.months[tokens[end].norm], day)
        return replace(cue, since=span) if cue else None
    return Cue(i, end, None, "day", exact=True, open_day=day) if marked else None


def with_year(frame: Frame, i: int, end: int, month: int, day: int) -> Cue | None:
    """A month and perhaps a day, with the year after it or the nearest that the tense allows."""
    at = end + frame.at("comma", end)
    at += frame.at("year_mark", at)
    grain = "day" if day else "month"
    if not day and i and frame.calendar.words["march"].at(frame.tokens, i - 1, i):
        return None
    if at < frame.last and (value := year_of(frame.tokens[at].norm)):
        # A number right before people is a count: `मार्च 2000 लोगों`.
        made = day_in(value, month, day or 1)
        return Cue(i, at + 1, made, grain, exact=True, named_year=True) if made else None
    # A month by itself needs a word that makes it one (`मार्च निकाला` is a march).
    if not day and not any(frame.at(words, end) for words in ("on", "in", "genitive", "since", "limit")):
        return None
    if frame.published is None:
        return Cue(i, end, None, grain, exact=True, open_year=(month, day))
    made = near(frame.published, month, day or 1, frame.direction(), whole=not day)
    return Cue(i, end, made, grain, exact=True, open_year=(month, day)) if made else None


def year(frame: Frame, i: int) -> Cue | None:
    """`2024 में`, `वर्ष 1984`, `2015 के समझौते`: four digits with a word that makes them a year."""
    mark = frame.at("year_mark", i)
    at = i + mark
    if at >= frame.last or not (value := year_of(frame.tokens[at].norm, marked=bool(mark))):
        return None
    end = at + 1
    if frame.at("hyphen", end) and end + 1 < frame.last and frame.tokens[end + 1].start == frame.tokens[at].end + 1:
        # `2022-23`: a year of accounts or schools, cut at its hyphen.
        end += 2
    after = frame.at("year_mark", end)
    spoken = frame.at("in", end) or frame.at("genitive", end) or frame.at("since", end) or frame.at("limit", end)
    if not (mark or after or spoken):
        return None
    return Cue(i, end + after, date(value, 1, 1), "year", named_year=True)


def surround(frame: Frame, cue: Cue) -> Cue:
    """Takes in the part of the day (शनिवार की सुबह) and reads from what follows how the words are used."""
    end = cue.last
    at = end + (frame.at("genitive", end) if frame.at("daypart", end + 1) else 0)
    while size := frame.at("daypart", at):
        at += size
        end = at
    limit = bool(frame.at("limit", end)) and not cue.since
    since = cue.since or bool(frame.at("since", end))
    on = frame.at("on", end)
    attributive = not limit and bool(frame.at("genitive", end)) and on < 2
    return replace(cue, last=end, limit=limit, since=since, attributive=attributive)


def linked(frame: Frame, left: Cue, right: Cue) -> bool:
    """Whether two expressions make one date: only a word or two that link stand between."""
    gap = range(left.last, right.first)
    return len(gap) <= 2 and all(frame.calendar.words["link"].at(frame.tokens, k, right.first) for k in gap)


def combine(frame: Frame, left: Cue, right: Cue) -> Cue:
    """`पिछले साल मार्च में`, `2024 में 12 मार्च को`, `अगले महीने की 5 तारीख`; else `right` as it is."""
    if left.date is None:
        return right
    if right.open_year and left.precision == "year":
        month, day = right.open_year
        made = day_in(left.date.year, month, day or 1)
        return replace(right, first=left.first, date=made, open_year=None, named_year=True) if made else right
    if right.open_day and left.precision == "month":
        made = day_in(left.date.year, left.date.month, right.open_day)
        return replace(right, first=left.first, date=made, open_day=0) if made else right
    if left.precision == "week" and right.precision == "day" and not right.exact and right.date:
        return replace(right, first=left.first, date=left.date + timedelta(right.date.weekday()))
    return right


def settle(frame: Frame, cue: Cue) -> Cue:
    """A day whose month nobody said takes the nearest month that the tense allows."""
    if not cue.open_day or frame.published is None:
        return cue
    return replace(cue, date=within(frame.published, cue.open_day, frame.direction()))
