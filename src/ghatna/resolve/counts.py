"""What is counted: numerals with the group that they count, and which of them count no people of their own."""

from collections.abc import Sequence

from msgspec import Struct

from ghatna.lexicon.calendar import Calendar
from ghatna.model import Token
from ghatna.resolve.numerals import count, is_year, upwards

GROUP = 7
"""Tokens in which the people of a count stand after its numeral."""
UP_TO = 6
"""Tokens after समेत in which the number stands that holds the part named before it."""


class Count(Struct, frozen=True):
    """A numeral at tokens `first` … `last` and the group counted, up to `group`."""

    value: int
    kind: str
    """`plain`, `vague` (a lower bound) or `all` (दोनों)."""
    first: int
    last: int
    group: int
    human: bool
    thing: bool
    least: tuple[int, int] | None = None
    """The tokens that make it a lower bound: सैकड़ों, 50 से ज्यादा, कम से कम 20, 10 से 12."""


def all_counts(tokens: Sequence[Token], first: int, last: int, calendar: Calendar) -> list[Count]:
    """Every numeral of the span with the group it counts, left to right; of a range (10 से 12) the lower end."""
    found: list[Count] = []
    at = first
    while at < last:
        read = count(tokens, at, last, calendar)
        if read is None:
            at += 1
            continue
        value, start, end, kind = read
        upper = end
        if (range_ := upwards(tokens, value, end, last, calendar)) is not None:
            value, upper = range_
        at = max(upper, at + 1)
        if not value.is_integer():
            continue
        group, human, thing = grouped(tokens, upper, last, calendar)
        if human or not is_year(tokens, start, end, value):
            least = bounded(tokens, start, end, upper, first, last, vague=kind == "vague", calendar=calendar)
            found.append(Count(int(value), kind, start, upper, group, human, thing, least))
    return found


def bounded(
    tokens: Sequence[Token], start: int, end: int, upper: int, first: int, last: int, *, vague: bool, calendar: Calendar
) -> tuple[int, int] | None:
    """The tokens that say that the numeral at `start` … `end` (its range goes on to `upper`) is a lower bound."""
    words = calendar.counting
    after = words["above"].at(tokens, upper, last)
    before = max(
        (n for n in (1, 2, 3) if start - n >= first and words["least"].at(tokens, start - n, start) == n), default=0
    )
    if not (after or before or vague or upper > end or "-" in tokens[start].norm):
        return None
    return start - before, upper + after


def grouped(tokens: Sequence[Token], i: int, last: int, calendar: Calendar) -> tuple[int, bool, bool]:
    """The noun group from token `i`: its end, whether it has people, whether it is of a thing."""
    words = calendar.counting
    if words["bare"].at(tokens, i, last):
        return i, True, False
    human, at = False, i
    if skip := words["above"].at(tokens, at, last) or words["more"].at(tokens, at, last):
        at += skip
    if skip := words["crowd"].at(tokens, at, last):
        human, at = True, at + skip
    elif calendar.words["genitive"].at(tokens, at, last) and words["worth"].at(tokens, at + 1, last):
        return at + 2, False, True
    while at < last and at < i + GROUP:
        token = tokens[at]
        if words["members"].at(tokens, at, last):
            return at + 1, not words["houses"].at(tokens, at + 1, last), bool(words["houses"].at(tokens, at + 1, last))
        if words["things"].at(tokens, at, last) or token.norm in calendar.months:
            return (
                at + 1,
                human and not modified(tokens, at, last, calendar),
                not human or modified(tokens, at, last, calendar),
            )
        if words["people"].at(tokens, at, last) or token.readings[0].sem == "human":
            human = True
            at += 1
            continue
        if human or ends_group(tokens, at, last, calendar):
            break
        at += 1
    return at, human, False


def modified(tokens: Sequence[Token], i: int, last: int, calendar: Calendar) -> bool:
    """Whether the thing at token `i` is what is counted and the people before it tell of what kind it is: 60 किसान
    संगठन, 15 आतंकी ठिकानों, but not 15 आतंकी | गांव में."""
    if any(r.number == "pl" and r.case == "obl" for r in tokens[i - 1].readings):
        return False
    if calendar.counting["general"].at(tokens, i - 1, i):
        return False
    plural = {r.case for r in tokens[i].readings if r.number == "pl"}
    after = tokens[i + 1] if i + 1 < last else None
    if after is not None and (after.norm == "-" or calendar.counting["inside"].at(tokens, i + 1, last)):
        return False
    return "obl" in plural or (bool(plural) and (after is None or after.pos != "ADP"))


def ends_group(tokens: Sequence[Token], i: int, last: int, calendar: Calendar) -> bool:
    """Whether no noun group goes on at token `i`: an outcome, a postposition, a verb or a mark."""
    if tokens[i].pos in ("ADP", "VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"):
        return True
    words = calendar.counting
    if words["join"].at(tokens, i, last) or words["agent"].at(tokens, i, last) or words["within"].at(tokens, i, last):
        return True
    if calendar.words["on"].at(tokens, i, last) or calendar.words["genitive"].at(tokens, i, last):
        return True
    return any(o.after.at(tokens, i, last) or o.nouns.at(tokens, i, last) for o in calendar.outcomes.values())


def of_people(counts: list[Count], tokens: Sequence[Token], last: int, calendar: Calendar) -> list[Count]:
    """The counts that may be of people, without names (धारा 144), what a toll was before it rose, and what is part of
    the next count (10 जवानों समेत 25)."""
    kept: list[Count] = []
    for one in counts:
        if skipped(tokens, one, last, calendar):
            # `दो जवानों और एक नागरिक समेत छह`: what is joined to a part is a part.
            while one.human and kept and kept[-1].human and joined(tokens, kept[-1], one, calendar):
                one = kept.pop()
        else:
            kept.append(one)
    return kept


def skipped(tokens: Sequence[Token], one: Count, last: int, calendar: Calendar) -> bool:
    """Whether a count is of no people, is a name, a toll of before or part of the next count."""
    words = calendar.counting
    if one.thing or words["risen"].at(tokens, one.last, last) or words["such"].at(tokens, one.group, last):
        return True
    toll = any(words["toll"].at(tokens, k, one.first) for k in range(max(0, one.first - 4), one.first))
    if not toll and one.first and words["label"].at(tokens, one.first - 1, one.first):
        return True
    before = tokens[one.first - 1] if one.first else None
    if before is not None and before.end == tokens[one.first].start:
        if before.pos in ("NOUN", "PROPN") or words["hyphen"].at(tokens, one.first - 1, one.first):
            return True  # एम23 विद्रोही, कोविड-19
    if calendar.words["genitive"].at(tokens, one.group, last) and words["parents"].at(tokens, one.group + 1, last):
        return True
    at = one.group
    if words["within"].at(tokens, at, last) or words["within"].at(tokens, at + 1, last):
        # `60 साथियों समेत आत्मसमर्पण` has no larger number that they are part of; शामिल ends its clause either way.
        return at + 1 >= last or any(count(tokens, k, last, calendar) for k in range(at + 1, min(at + 1 + UP_TO, last)))
    return False


def part(tokens: Sequence[Token], one: Count, before: Sequence[Count], calendar: Calendar) -> bool:
    """Whether a count is some of those counted `before` it (जिनमें 7 बच्चे, 12 में से 5) or of the dead and wounded
    (मरने वालों में 3 बच्चे)."""
    words = calendar.counting
    at = one.first
    while step := next((n for n in (3, 1) if words["lead"].at(tokens, at - n, at) == n), 0):
        at -= step
    if any(words["among toll"].at(tokens, at - n, at) == n for n in (2, 3, 4)):
        return True
    larger = [c for c in before if c.value >= one.value]
    if any(words["among"].at(tokens, at - n, at) == n for n in (1, 2)):
        return bool(larger)
    return words["out of"].at(tokens, at - 2, at) == 2 and any(c.group == at - 2 for c in larger)


def joined(tokens: Sequence[Token], left: Count, right: Count, calendar: Calendar) -> bool:
    """Whether only a conjunction or comma stands between the people of two counts; a comma joins no bare number to them
    (1,000 लोग थे, 16 की मौत)."""
    if right.first != left.group + 1 or not calendar.counting["join"].at(tokens, left.group, right.first):
        return False
    return left.human == right.human or tokens[left.group].pos != "PUNCT"
