"""When it happened: the words of time that date an act, chosen among those of its sentence.

The date is the **first day** of what the words name: of a week its Monday, of `मार्च 2024` the first of March. How words
are read is told in `reading` and `expressions`, which day they name in `anchor`, which belong to an act in `scope`.
"""

from collections.abc import Callable, Container
from datetime import date
from functools import partial

from msgspec import Struct

from ghatna.lexicon.calendar import Calendar
from ghatna.model import Tagged, When
from ghatna.resolve.anchor import LONG_AGO, Anchor, Period
from ghatna.resolve.expressions import expressions
from ghatna.resolve.timex import Expression

RANK = ("day", "week", "month", "year", "published")
OPENING = 4
"""Tokens in which a year stands that opens a sentence."""
WEB_NEWS = 2006
"""Without a day of publication a year before this is background: Hindi news was hardly on the web by then."""


def nothing() -> Period | None:
    """An article that has told no day yet."""
    return None


class Times(Struct, frozen=True):
    """The expressions of time of one sentence."""

    tagged: Tagged
    calendar: Calendar
    found: tuple[Expression, ...]

    @classmethod
    def read(cls, tagged: Tagged, calendar: Calendar, *, front: int = 0) -> "Times":
        """Reads a sentence, once for all its acts. `front` is where in the text the dateline ends, whose day is that of
        the report."""
        found = tuple(expressions(tagged, calendar))
        start, tokens = tagged.sentence.start, tagged.tokens
        if start < front:
            found = tuple(one for one in found if start + tokens[one.first].start >= front)
        return cls(tagged, calendar, found)

    def has(self, words: str, first: int, last: int) -> bool:
        """Whether a word of the class stands at tokens `first … last`."""
        phrases = self.calendar.words[words]
        return any(phrases.at(self.tagged.tokens, k, last) for k in range(first, last))

    def within(self, first: int, last: int) -> list[Expression]:
        """Those at tokens `first … last`, in part or whole."""
        return [one for one in self.found if one.first < last and one.last > first]

    def when(
        self,
        first: int,
        last: int,
        *,
        published: date | None,
        tense: str,
        ahead: bool = False,
        done: bool = False,
        meant: bool = False,
        own: int = 0,
        others: Container[int] = (),
        told: Callable[[], Period | None] = nothing,
    ) -> When | None:
        """The day of the act whose clause is tokens `first … last`.

        Words that belong to the verb (शनिवार को) win over those of a noun in which it happened (शनिवार के हमले में), finer
        ones over coarser, those from token `own` on, right before the act, over what it shares with acts before it.
        Limits (शनिवार तक), dates of other nouns (2015 के समझौते) and the expressions that begin at `others` (शनिवार को
        पकड़े गए नेता) do not date the act. Without a cue the day of publication with precision `published`; None where
        that is unknown too.

        `told` is the day that the article told last. `ahead`: the verb may tell of what is to come (जा रहे हैं); `done`:
        it tells of what is past; `meant`: the act has something else as its content.
        """
        best: tuple[tuple[int, ...], Period, Expression] | None = None
        some = [one for one in self.within(first, last) if one.use in ("verb", "scene") and one.first not in others]
        if some:
            # सोमवार को जा रहे हैं is still to come
            direction = 1 if tense == "fut" or (tense == "pres" and ahead) else -1 if tense == "past" else 0
            over = self.has("pluperfect", first, last)
            for n, one in enumerate(some):
                # सोमवार से धरना दे रहे हैं: begun is past
                way = -1 if one.since and tense == "pres" else direction
                day = self.anchor(one, published, way, told).of(one)
                if day is None or (meant and not over and self.content(one, day.day, published)):
                    continue
                if done and published and (day.day > published or one.coming):
                    continue  # अगले महीने चुनाव कराने का फैसला किया: what is decided is to come
                # झड़प के बाद: what stands before it dates that, what stands after it the act
                past = n + 1 < len(some) and self.has("over", one.last, some[n + 1].first)
                bare = not one.pieces
                key = (
                    bare,
                    one.use != "verb",
                    one.first < own or past,
                    RANK.index(day.grain),
                    not one.exact,
                    one.first,
                )
                if best is None or key < best[0]:
                    best = (key, day, one)
        if best is None:
            return When(published, "published", None) if published else None
        _, day, one = best
        tokens = self.tagged.tokens
        text = self.tagged.sentence.text[tokens[one.first].start : tokens[one.last - 1].end]
        return When(day.day, day.grain, text)

    def content(self, one: Expression, day: date, published: date | None) -> bool:
        """Whether words of time belong to what is announced: from when (कल से धरना देने की चेतावनी), or a day without its
        year of which the last one is long past and the next one near (26 जनवरी को रैली निकालने का ऐलान)."""
        fine = one.pieces[-1] if one.pieces else None
        if fine is None or published is None or fine.kind not in ("date", "weekday", "free"):
            return False
        if one.since:
            return True
        open_date = fine.day and not fine.year and len(one.pieces) == 1 and not fine.sign
        return bool(open_date) and (published - day).days > LONG_AGO

    def anchor(
        self, one: Expression, published: date | None, direction: int, told: Callable[[], Period | None]
    ) -> Anchor:
        """What an expression is read against: what the sentence told before it counts as told."""
        if one.yearless and (before := self.chronicle(one, published)):
            return Anchor(published, direction, lambda: before, beside_told=True)
        return Anchor(published, direction, partial(self.told, one, published, direction, told) if one.told else told)

    def chronicle(self, one: Expression, published: date | None) -> Period | None:
        """The last time before an expression that its sentence names with its year."""
        for before in reversed(self.found):
            if before.first < one.first and before.pieces and before.use == "verb" and not before.told:
                return Anchor(published, -1, nothing).of(before) if before.names_year else None
        return None

    def told(
        self, one: Expression, published: date | None, direction: int, told: Callable[[], Period | None]
    ) -> Period | None:
        """The day that was told last before an expression: in its sentence, else in the article."""
        for before in reversed(self.found):
            if before.first < one.first and before.pieces and before.use != "limit" and before.grain == "day":
                day = self.anchor(before, published, min(direction, 0), told).of(before)
                if day and day.grain == "day":
                    return day
        return told()

    def last(self, published: date | None) -> Period | None:
        """The last day of a past that the sentence names, for what is counted from it in a later one."""
        if any(reading.form == "fut" for t in self.tagged.tokens for reading in t.readings[:1]):
            return None
        for one in reversed(self.found):
            if one.use == "verb" and not one.told and not one.since and one.grain == "day":
                day = Anchor(published, -1, nothing).of(one)
                if day and day.grain == "day":
                    return day
        return None

    def historical(
        self,
        first: int,
        last: int,
        *,
        published: date | None,
        meant: bool = False,
        told: Callable[[], Period | None] = nothing,
    ) -> bool:
        """Whether a clause tells of another year or an earlier period, background to the news of the day.

        With a day of publication: a year before that one, or a day of an earlier year more than half a year back.
        Without: a year past (पिछले साल, दो साल पहले), one named in the pluperfect (हस्ताक्षर किए थे) or before the web had
        news. A year of a noun (1984 के दंगों में) counts where the noun is the scene of the act, not of a case (2002 के दंगों
        के आरोपी).
        """
        some = self.within(first, last)
        past = self.has("pluperfect", first, last)
        if past and self.has("anniversary", first, last):
            return True
        for one in some:
            if one.told or one.since or one.use == "limit" or (one.use == "noun" and not past):
                continue
            day = self.anchor(one, published, -1, told).of(one)
            if meant and not past and day and self.content(one, day.day, published):
                continue
            if published is None or (day and day.grain == "published"):
                if one.names_year and (past or published or day is None or day.day.year < WEB_NEWS):
                    return True
            elif (
                day is not None
                and day.day.year < published.year
                and (day.grain == "year" or (published - day.day).days > LONG_AGO)
            ):
                return True
        return False

    def opening(self, first: int) -> bool:
        """Whether the sentence begins, before token `first`, with a year that holds for all of it: वर्ष 2006 में …, जिसकी
        निंदा हुई."""
        return any(
            one.names_year and one.grain == "year" and one.use == "verb" and not one.since
            for one in self.within(0, first)
            if one.last <= OPENING
        )
