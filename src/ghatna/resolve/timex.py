"""What words of time say, before anybody asks which day that is: the pieces of an `Expression` and how it is used."""

from collections.abc import Sequence

from msgspec import Struct

from ghatna.lexicon.calendar import Calendar
from ghatna.model import Token

GRAINS = {
    "week": "week",
    "fortnight": "week",
    "month": "month",
    "quarter": "month",
    "half": "year",
    "year": "year",
    "decade": "year",
}
"""Units that are periods of the calendar, and the precision of what is told in them."""


class Piece(Struct, frozen=True, gc=False):
    """One step towards a day. `kind`:

    `vague` (हाल ही में), `free` (`n` days, whose sign the tense gives: कल), `offset` (`n` units, the sign known; `sign` 1
    for a span that begins now: अगले दो दिन), `weekday` (`n` from Monday = 0; `sign` ±2 where said: पिछले सोमवार), `date`
    (year, month, day; 0 for what is not said), `nth` (`n`th week, fortnight, quarter or half of what stands before, -1
    the last), `edge` (start 0, middle 1, end 2), `decade`.
    """

    kind: str
    n: float = 0
    unit: str = ""
    sign: int = 0
    year: int = 0
    month: int = 0
    day: int = 0
    accounts: bool = False
    """A year of accounts (2024-25), which begins in April."""

    @property
    def grain(self) -> str:
        """Precision of the day that it leads to."""
        match self.kind:
            case "date":
                return "day" if self.day else "month" if self.month else "year"
            case "offset" | "nth":
                return GRAINS.get(self.unit, "day")
            case "edge":
                return "month"
            case "decade":
                return "year"
            case _:
                return "day"


class Expression(Struct, frozen=True, gc=False):
    """Words of time at tokens `first` … `last`."""

    first: int
    last: int
    pieces: tuple[Piece, ...]
    until: Piece | None = None
    """The last day of a span or list of which `pieces` name the first: 28 जनवरी से 2 फरवरी."""
    told: str = ""
    """Counted from the last day that was told (उसी दिन): `must`, or `may` where the day of publication serves as well
    (एक दिन पहले); `after`, `before` for words that only say on which side of it (इससे पहले शनिवार को)."""
    use: str = "verb"
    """`verb`, `scene` (a noun in which the act happens), `noun` (another noun) or `limit`."""
    since: bool = False

    @property
    def grain(self) -> str:
        """Precision of the day that it names."""
        return self.pieces[-1].grain if self.pieces else "day"

    @property
    def exact(self) -> bool:
        """A day of the calendar (12 मार्च), which wins over a weekday beside it."""
        return bool(self.pieces) and self.pieces[-1].kind == "date"

    @property
    def yearless(self) -> bool:
        """Whether it is a date of which the year has to be guessed (मई में, 2 मार्च को; not गत 2 मार्च को)."""
        one = self.pieces[0] if len(self.pieces) == 1 else None
        return one is not None and one.kind == "date" and bool(one.month) and not one.year and not one.sign

    @property
    def coming(self) -> bool:
        """Whether it is a span that begins now (अगले दो दिन)."""
        return any(p.kind == "offset" and p.sign > 0 for p in self.pieces)

    @property
    def names_year(self) -> bool:
        """Whether the words name a year (2015 में, पिछले साल, दो साल पहले)."""
        return any(
            p.year or (p.kind in ("offset", "vague") and p.unit in ("year", "decade") and p.n < 0) for p in self.pieces
        )


class Words(Struct, frozen=True, gc=False):
    """The tokens of a sentence and what tells time among them."""

    tokens: Sequence[Token]
    last: int
    calendar: Calendar

    def at(self, words: str, i: int) -> int:
        """Length of the phrase of class `words` at token `i`."""
        return self.calendar.words[words].at(self.tokens, i, self.last)

    def unit(self, i: int) -> str:
        """The unit of time that token `i` names, empty for none."""
        return self.calendar.units.get(self.tokens[i].norm, "") if i < self.last else ""

    def edge(self, i: int) -> tuple[int, int] | None:
        """`की शुरुआत`, `के अंत` at token `i`: which end, and how many tokens."""
        for n, words in enumerate(("begin", "middle", "end")):
            if size := self.at(words, i):
                return n, size
        return None
