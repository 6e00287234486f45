"""How many: Hindi numerals as values, and the people that a clause counts as killed, injured, arrested or at all."""

import re
from collections.abc import Sequence

from msgspec import Struct

from ghatna.lexicon.calendar import Calendar
from ghatna.model import Numbers, Tagged, Token

DIGITS = re.compile(r"\d{1,3}(?:,\d{2,3})+|\d+(?:\.\d+)?")
SPAN = re.compile(r"(\d{1,4})[-–](\d{1,4})")
PIECE = re.compile(r"\d+")
YEARS = range(1800, 2101)
REACH = 9
"""Tokens between a count's people and what befell them; past that they seldom belong together."""
HUMAN = ("human", "group")


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


def count(tokens: Sequence[Token], i: int, last: int, calendar: Calendar) -> tuple[float, int, int, str] | None:
    """The numeral that starts at token `i`: value, first token, token after it, kind; None where none starts.

    Reads digits (`1,200`), words (`तीन सौ पचास`), fractions (`साढ़े तीन हजार`), dozens, and scales up to खरब.
    """
    total = 0.0
    current: float | None = None
    added: float | None = None
    kind = "plain"
    scale_before = float("inf")
    at = i
    while at < last:
        plain = digits(tokens, at, last)
        if plain is not None:
            if current is not None or (at > i and total == 0 and added is None):
                break
            value, at = plain
            current = value
            continue
        word = calendar.numerals.get(tokens[at].norm)
        if word is None or word.kind == "ordinal" or (word.kind in ("vague", "all") and at > i):
            break
        if word.kind in ("vague", "all"):
            return word.value, i, at + 1, word.kind
        if word.kind == "fraction":
            if current is not None or added is not None:
                break
            added = word.value
        elif word.kind == "scale":
            if word.value == 100 and current is not None and current < 100:
                current = (current + (added or 0)) * 100
                added = None
            elif word.value == 100 and current is None:
                current = (1 + added) * 100 if added is not None else 100
                added = None
            else:
                if word.value >= scale_before:
                    break
                if word.value != 12:
                    scale_before = word.value
                # `हजार` alone is a thousand, `सवा लाख` a quarter more than one.
                base = current if current is not None else 1.0
                total += (base + (added or 0)) * word.value
                current, added = None, None
        else:
            if current is not None:
                if current % 100 == 0 and current >= 100 and word.value < 100:
                    current += word.value
                    at += 1
                    continue
                break
            current = word.value
        at += 1
    if at == i or (current is None and total == 0):
        return None
    return total + (current or 0) + (added or 0), i, at, kind


def digits(tokens: Sequence[Token], i: int, last: int) -> tuple[float, int] | None:
    """A number in digits at token `i`, whole or cut at its commas and points: value and the token after it."""
    if (span := SPAN.fullmatch(tokens[i].norm)) and int(span[1]) not in YEARS:
        return float(span[1]), i + 1
    if not PIECE.match(tokens[i].norm) or not DIGITS.fullmatch(tokens[i].norm):
        return None
    text, at = tokens[i].norm, i + 1
    while (
        at + 1 < last
        and tokens[at].norm in (",", ".")
        and tokens[at].start == tokens[at - 1].end
        and tokens[at + 1].start == tokens[at].end
        and PIECE.fullmatch(tokens[at + 1].norm)
        and (tokens[at].norm == "." or len(tokens[at + 1].norm) in (2, 3))
    ):
        text += tokens[at].norm + tokens[at + 1].norm
        at += 2
    try:
        return float(text.replace(",", "")), at
    except ValueError:
        return None


def numbers(tagged: Tagged, first: int, last: int, calendar: Calendar) -> Numbers | None:
    """People counted by tokens `first` … `last`, None where nobody is.

    A count goes to the next outcome after its people (`20 लोगों की मौत`), else to one right before (`मारे गए 20 लोग`);
    joined counts (`तीन जवान और दो नागरिक मारे गए`) are added; `10 जवानों समेत 25` gives 25. Dates, ages, money, shares,
    distances and things are no people.
    """
    tokens = tagged.tokens
    counts = [c for c in all_counts(tokens, first, last, calendar) if not skipped(tokens, c, last, calendar)]
    sums: dict[str, int] = {}
    used: set[int] = set()
    told: dict[str, set[str]] = {}
    for n, one in enumerate(counts):
        end = counts[n + 1].first if n + 1 < len(counts) else last
        outcome = outcome_after(tokens, one, end, last, calendar)
        if outcome is None:
            outcome = outcome_before(tokens, one, first, calendar)
        if outcome is None:
            continue
        group = [n]
        while group[0] > 0 and group[0] - 1 not in used and joined(tokens, counts[group[0] - 1], one, calendar):
            one = counts[group[0] - 1]
            group.insert(0, group[0] - 1)
        used.update(group)
        total = sum(counts[k].value for k in group)
        heads = {tokens[k].norm for k in range(counts[n].last, counts[n].group)}
        if outcome in sums and heads and apart(tokens, heads, counts[n], told[outcome], calendar):
            sums[outcome] += total
        else:
            # A second toll of the same people retells the first in part or whole; the larger one stands.
            sums[outcome] = max(sums.get(outcome, 0), total)
        told[outcome] = told.get(outcome, set()) | (heads or {""})
    others = [(n, c) for n, c in enumerate(counts) if n not in used and c.human and c.kind != "all" and c.value > 1]
    best = 0
    run: list[int] = []
    for n, one in others:
        linked = bool(run) and run[-1] == n - 1 and joined(tokens, counts[run[-1]], one, calendar)
        run = [*run, n] if linked else [n]
        best = max(best, sum(counts[k].value for k in run))
    if not sums and not best:
        return None
    return Numbers(
        killed=sums.get("killed"),
        injured=sums.get("injured"),
        arrested=sums.get("arrested"),
        people=best or None,
    )


def apart(tokens: Sequence[Token], heads: set[str], one: Count, told: set[str], calendar: Calendar) -> bool:
    """Whether a count is of other people than those told before: `5 नक्सली ढेर, दो जवान शहीद`."""
    general = any(calendar.counting["general"].at(tokens, k, one.group) for k in range(one.last, one.group))
    return not general and "" not in told and not heads & told


def all_counts(tokens: Sequence[Token], first: int, last: int, calendar: Calendar) -> list[Count]:
    """Every numeral of the span with the group it counts, left to right; of a range (10 से 12) the lower end."""
    found: list[Count] = []
    at = first
    while at < last:
        read = count(tokens, at, last, calendar)
        if read is None or not read[0].is_integer():
            at += 1
            continue
        value, start, end, kind = read
        upper = end
        if upper + 1 < last and calendar.counting["range"].at(tokens, upper, last):
            second = count(tokens, upper + 1, last, calendar)
            if second is not None and second[0] > value and not is_year(tokens, upper + 1, second[2], second[0]):
                # `10-12 हजार`: the scale holds for both ends.
                factor = second[0] / value if value and second[0] >= 1000 > value and upper + 2 < second[2] else 1
                scale = calendar.numerals.get(tokens[second[2] - 1].norm) if factor > 1 else None
                value = value * scale.value if scale is not None and scale.kind == "scale" else value
                upper = second[2]
        group, human, thing = grouped(tokens, upper, last, calendar)
        if not is_year(tokens, start, end, value) or human:
            found.append(Count(int(value), kind, start, upper, group, human, thing))
        at = max(upper, at + 1)
    return found


def is_year(tokens: Sequence[Token], first: int, last: int, value: float) -> bool:
    """Whether a numeral reads as a calendar year: four digits in one token."""
    return last == first + 1 and len(tokens[first].norm) == 4 and tokens[first].norm.isdigit() and value in YEARS


def grouped(tokens: Sequence[Token], i: int, last: int, calendar: Calendar) -> tuple[int, bool, bool]:
    """The noun group from token `i`: its end, whether it has people, whether it begins with a thing."""
    words = calendar.counting
    human, thing, at = False, False, i
    if skip := words["more"].at(tokens, at, last):
        at += skip
    while at < last and at < i + 7:
        token = tokens[at]
        if words["things"].at(tokens, at, last) or (token.norm in calendar.months):
            thing = thing or not human
            at += 1
            break
        if words["people"].at(tokens, at, last) or any(r.sem in HUMAN for r in token.readings[:1]):
            human = True
            at += 1
            continue
        if human or ends_group(tokens, at, last, calendar):
            break
        at += 1
    return at, human, thing


def ends_group(tokens: Sequence[Token], i: int, last: int, calendar: Calendar) -> bool:
    """Whether no noun group goes on at token `i`: an outcome, a postposition, a verb or a mark."""
    if tokens[i].pos in ("ADP", "VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"):
        return True
    words = calendar.counting
    if words["join"].at(tokens, i, last) or words["agent"].at(tokens, i, last) or words["within"].at(tokens, i, last):
        return True
    if calendar.words["on"].at(tokens, i, last) or calendar.words["genitive"].at(tokens, i, last):
        return True
    return any(o.after.at(tokens, i, last) for o in calendar.outcomes.values())


def skipped(tokens: Sequence[Token], one: Count, last: int, calendar: Calendar) -> bool:
    """Whether a count is of no people, is a name (धारा 144) or is part of the next count (10 जवानों समेत 25)."""
    words = calendar.counting
    toll = any(words["toll"].at(tokens, k, one.first) for k in range(max(0, one.first - 4), one.first))
    if one.thing:
        return True
    if not toll and one.first and words["label"].at(tokens, one.first - 1, one.first):
        return True
    if words["hyphen"].at(tokens, one.first - 1, one.first) and tokens[one.first - 1].end == tokens[one.first].start:
        return True
    at = one.group
    if words["within"].at(tokens, at, last) or words["within"].at(tokens, at + 1, last):
        # `60 साथियों समेत आत्मसमर्पण` has no larger number that they are part of; शामिल ends its clause either way.
        return at + 1 >= last or any(count(tokens, k, last, calendar) for k in range(at + 1, min(at + 7, last)))
    return False


def outcome_after(tokens: Sequence[Token], one: Count, end: int, last: int, calendar: Calendar) -> str | None:
    """What befell the people of a count, said between them and the next count."""
    by_them = False
    if one.value == 1 and calendar.counting["deed"].at(tokens, one.last, last):
        return None
    for at in range(one.last, min(end, one.group + REACH)):
        for name, outcome in calendar.outcomes.items():
            if outcome.agentive.at(tokens, at, last):
                return name
            if not by_them and outcome.after.at(tokens, at, last):
                return name
        by_them = by_them or bool(calendar.counting["agent"].at(tokens, at, last))
    return None


def outcome_before(tokens: Sequence[Token], one: Count, first: int, calendar: Calendar) -> str | None:
    """What befell the people of a count, said right before it: `मारे गए 20 लोग`, `मृतकों की संख्या बढ़कर 40`."""
    words = calendar.counting
    at = one.first
    while at > first and (words["reach"].at(tokens, at - 1, at) or words["reach"].at(tokens, at - 3, at) == 3):
        at -= 1
    toll = at > first and bool(words["toll"].at(tokens, at - 1, at))
    if toll:
        at -= 1
    for name, outcome in calendar.outcomes.items():
        for start in range(max(first, at - 4), at):
            taken = outcome.before.at(tokens, start, at)
            if taken and (toll or start + taken == at):
                return name
            if toll and outcome.after.at(tokens, start, at):
                return name
    return None


def joined(tokens: Sequence[Token], left: Count, right: Count, calendar: Calendar) -> bool:
    """Whether only a conjunction or comma stands between the people of two counts."""
    between = range(left.group, right.first)
    return len(between) == 1 and bool(calendar.counting["join"].at(tokens, left.group, right.first))
