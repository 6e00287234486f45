"""Anchoring: which day an `Expression` names, given the day of publication, the tense, and the day told last."""

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from ghatna.resolve.dates import ago, day_in, near, nth, weekday_near, within
from ghatna.resolve.timex import Expression, Piece

LONG_AGO = 180
"""Days between an act and its report past which a day of another year is background, not late news."""
LATE_NEWS = 60
"""Days within which a date without a year is mostly of the year of the report, whatever year was told before."""


class Period(Struct, frozen=True, gc=False):
    """The first day of what is named, and how precise that is: day, week, month, year or published."""

    day: date
    grain: str


class Anchor(Struct, frozen=True):
    """What expressions are read against. `told` gives the day that the article told last, if any."""

    published: date | None
    direction: int
    """-1 when the clause looks back, 1 when forward, 0 when it does not tell."""
    told: Callable[[], Period | None]
    beside_told: bool = False
    """Whether the sentence itself told that day."""

    def of(self, one: Expression) -> Period | None:
        """The day that an expression names; None where nothing tells."""
        direction = self.direction
        if not one.told:
            return (one.yearless and self.chronicled(one)) or self.walk(one, self.published, direction)
        if one.told == "later":
            # `दो दिन बाद` of what is to come counts from today, of what is past from what was told.
            if direction > 0:
                return self.walk(one, self.published, direction)
            return self.counted(one)
        if one.told in ("after", "before"):
            return self.beside(one)
        found = self.counted(one)
        return self.walk(one, self.published, direction) if found is None and one.told == "may" else found

    def chronicled(self, one: Expression) -> Period | None:
        """A date without its year after one of a past year: `अप्रैल 2022 में … और मई में …`; None where it is more likely
        of the year of the report.

        What is told in another sentence, and a year told alone, say little of a date that is not long past by itself.
        """
        told = self.told() if self.published and self.direction <= 0 else None
        if told is None or self.published is None or told.day.year >= self.published.year:
            return None
        found = self.walk(one, self.published, self.direction)
        sure = told.grain != "year" and self.beside_told
        late = LATE_NEWS if self.beside_told else LONG_AGO
        if found is None or (self.published - told.day).days <= LONG_AGO:
            return None
        if not sure and (self.published - found.day).days <= late:
            return None
        piece = one.pieces[0]
        after = near(told.day, piece.month, piece.day or 1, 1, whole=not piece.day)
        if after is None or (after - told.day).days > LONG_AGO:
            after = day_in(told.day.year, piece.month, piece.day or 1)
        return Period(after, piece.grain) if after and after <= self.published else None

    def counted(self, one: Expression) -> Period | None:
        """Counted from what was told, where that is as fine as what is counted."""
        told = self.told()
        unit = one.pieces[0].unit
        if told is None or (told.grain != "day" and unit in ("minute", "hour", "day", "week")):
            return None
        return self.walk(one, told.day, 0)

    def beside(self, one: Expression) -> Period | None:
        """`इसके बाद` is the day that was told; with a weekday, the next or (`इससे पहले`) the last before it."""
        told = self.told()
        if not one.pieces:
            return told if told and told.grain == "day" and one.told == "after" and self.direction < 0 else None
        sign = 1 if one.told == "after" else -1
        if told is None or told.grain != "day" or one.pieces[0].sign:
            return self.walk(one, self.published, self.direction)
        found = self.walk(one, told.day, 2 * sign)
        if found and self.published and found.day > self.published and self.direction <= 0:
            return self.walk(one, self.published, self.direction)
        return found

    def walk(self, one: Expression, base: date | None, direction: int) -> Period | None:
        """The pieces in turn, from the coarsest to the finest."""
        inside: Period | None = None
        pieces = one.pieces
        if one.until is not None and len(pieces) == 1:
            # Of a span the last day lies right of the tense, and the first is the latest before it.
            last = step(one.until, None, base, direction)
            return step(pieces[0], None, last.day, -2) if last else None
        for piece in pieces:
            inside = step(piece, inside, base, direction)
            if inside is None:
                return None
        return inside


def step(piece: Piece, inside: Period | None, base: date | None, direction: int) -> Period | None:
    """One piece, `inside` the period that the pieces before it name; ±2 as `direction` leaves out the day itself."""
    match piece.kind:
        case "date":
            return dated(piece, inside, base, direction)
        case "decade":
            return Period(date(piece.year, 1, 1), "year")
        case "nth" | "edge":
            return part(piece, inside) if inside else None
    if base is None:
        return None
    match piece.kind:
        case "free":
            return Period(base + timedelta(int(piece.n) if direction > 0 else -int(piece.n)), "day")
        case "offset":
            return Period(*ago(base, float(piece.n), piece.unit))
        case "weekday" if inside and inside.grain == "week":
            return Period(inside.day + timedelta(int(piece.n)), "day")
        case "weekday":
            return Period(weekday_near(base, int(piece.n), piece.sign or direction), "day")
    return Period(base, "published")


def dated(piece: Piece, inside: Period | None, base: date | None, direction: int) -> Period | None:
    """A date, whose year and month may be those of `inside` or the nearest that the tense allows."""
    grain = piece.grain
    day: date | None
    if piece.year:
        day = day_in(piece.year, piece.month or 1, piece.day or 1)
    elif inside:
        day = day_in(inside.day.year, piece.month or inside.day.month, piece.day or 1)
    elif base is None:
        return None
    elif piece.month:
        day = near(base, piece.month, piece.day or 1, piece.sign or direction, whole=not piece.day)
    else:
        day = within(base, piece.day, piece.sign or direction)
    return Period(day, grain) if day else None


def part(piece: Piece, inside: Period) -> Period | None:
    """The part of a month or year that a piece names."""
    year, month, n = inside.day.year, inside.day.month, int(piece.n)
    if piece.kind == "edge":
        if inside.grain == "month":
            return inside
        return Period(date(year, 12, 1), "month") if n == 2 else Period(inside.day, "month" if n == 0 else "year")
    if inside.grain == "month":
        day = nth(year, month, n, piece.unit)
        return Period(day, "week") if day else None
    size, many = (3, 4) if piece.unit == "quarter" else (6, 2)
    n = many if n == -1 else n
    ahead = month - 1 + size * (n - 1) + (3 if piece.accounts else 0)
    day = day_in(year + ahead // 12, ahead % 12 + 1, 1) if n <= many else None
    return Period(day, piece.grain) if day else None
