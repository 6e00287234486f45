"""How many: the people that a sentence counts as killed, injured, arrested or at all, and whose toll they are."""

from collections.abc import Sequence

from msgspec import Struct, structs

from ghatna.lexicon.calendar import Calendar, Outcome
from ghatna.lexicon.labels import Labels
from ghatna.model import AtLeast, Draft, Numbers, Roles, Tagged, Token
from ghatna.resolve.counts import Count, all_counts, joined, of_people, part

REACH = 14
"""Tokens between a count's people and what befell them; past that they seldom belong together."""
LED = 5
"""Tokens from an outcome to the words that say to what it led (मारे जाने के बाद)."""
PEOPLE = "people"


class Toll(Struct, frozen=True):
    """People counted together at tokens `first` … `last` and what befell them."""

    kind: str
    """killed, injured, arrested, or people for none of these."""
    value: int
    first: int
    last: int
    heads: frozenset[str]
    """The words for them; empty for a bare number."""
    general: bool
    """Whether the words may hold all others: लोग, व्यक्ति."""
    least: str
    """The words by which it is a lower bound; empty for a plain number."""
    said: int = -1
    """The token after them that tells what befell them."""
    led: bool = False
    """Whether that led to what is told after it: दो की हत्या के विरोध में."""
    charged: bool = False
    """Whether that is told as what someone is charged with: दो की हत्या के आरोप में."""


def tolls(tagged: Tagged, stops: frozenset[int], calendar: Calendar) -> list[Toll]:
    """All counts of people in a sentence, left to right; `stops` are the tokens that end a finite verb group.

    A count goes to the next outcome after its people (`20 लोगों की मौत`), else to one right before (`मारे गए 20 लोग`);
    joined counts (`तीन जवान और दो नागरिक मारे गए`) are added; `10 जवानों समेत 25` gives 25. Dates, ages, money, shares,
    distances and things are no people.
    """
    tokens = tagged.tokens
    last = len(tokens)
    counts = of_people(all_counts(tokens, 0, last, calendar), tokens, last, calendar)
    found: dict[int, Toll] = {}
    used: set[int] = set()
    for n, one in enumerate(counts):
        end = counts[n + 1].first if n + 1 < len(counts) else last
        outcome, at = outcome_after(tokens, one, end, stops, calendar)
        outcome = outcome or outcome_before(tokens, one, calendar)
        if not outcome or part(tokens, one, (), calendar):
            continue
        group = [n]
        while group[0] > 0 and group[0] - 1 not in used and joined(tokens, counts[group[0] - 1], one, calendar):
            one = counts[group[0] - 1]
            group.insert(0, group[0] - 1)
        used.update(group)
        after = range(at + 1, at + LED) if at >= 0 else range(0)
        charged = any(calendar.counting["charge"].at(tokens, k, last) for k in after)
        led = charged or any(calendar.counting["led to"].at(tokens, k, last) for k in after)
        told = toll(outcome, [counts[k] for k in group], tagged, calendar)
        found[n] = structs.replace(told, said=at, led=led, charged=charged)
    run: list[Count] = []
    for n, one in enumerate(counts):
        if n in used or not one.human or one.kind == "all" or one.value < 2 or part(tokens, one, counts[:n], calendar):
            continue
        linked = bool(run) and run[-1] is counts[n - 1] and joined(tokens, run[-1], one, calendar)
        if linked:
            del found[n - 1]
        run = [*run, one] if linked else [one]
        found[n] = toll(PEOPLE, run, tagged, calendar)
    return [found[n] for n in sorted(found)]


def toll(kind: str, group: Sequence[Count], tagged: Tagged, calendar: Calendar) -> Toll:
    """The toll of joined counts."""
    tokens, one = tagged.tokens, group[-1]
    least = ""
    if bounds := [c.least for c in group if c.least is not None]:
        least = tagged.sentence.text[tokens[bounds[0][0]].start : tokens[bounds[-1][1] - 1].end]
    people = range(one.last, one.group)
    return Toll(
        kind,
        sum(c.value for c in group),
        group[0].first,
        one.group,
        frozenset(tokens[k].norm for k in people),
        any(calendar.counting["general"].at(tokens, k, one.group) for k in people),
        least,
    )


def numbers(found: Sequence[Toll]) -> Numbers | None:
    """Tolls as one record, None without. A second toll of the same people retells the first in part or whole: the
    larger one stands; those of other people (`5 नक्सली ढेर, दो जवान शहीद`) are added."""
    best: dict[str, Toll] = {}
    for one in found:
        before = best.get(one.kind)
        if before is None:
            best[one.kind] = one
        elif one.kind != PEOPLE and _others(one, before):
            least = " … ".join(filter(None, (before.least, one.least)))
            best[one.kind] = structs.replace(
                one, value=before.value + one.value, heads=before.heads | one.heads, least=least
            )
        elif one.value > before.value:
            heads = before.heads | one.heads if before.heads and one.heads else frozenset()
            best[one.kind] = structs.replace(one, heads=heads)
    if not best:
        return None
    least_ = {kind: one.least for kind, one in best.items() if one.least}
    return Numbers(
        **{kind: one.value for kind, one in best.items()},
        at_least=AtLeast(**least_) if least_ else None,
    )


def _others(one: Toll, before: Toll) -> bool:
    """Whether a toll is of other people than the one told before it."""
    if not one.heads or not before.heads or one.heads & before.heads:
        return False
    return not one.general and not (before.general and one.value < before.value)


def shared(
    found: Sequence[Toll], drafts: Sequence[Draft], scopes: Sequence[tuple[int, int]], labels: Labels
) -> list[Numbers | None]:
    """The numbers of each of a sentence's acts, whose clauses are the tokens of `scopes`.

    The dead, wounded and arrested are of one act whose type has such a toll (`plover.toml`): the nearest in whose
    clause they are told, else the one told before, else after. Other people are of the acts that they take part in,
    else of the nearest in their clause.
    """
    owned: list[list[Toll]] = [[] for _ in drafts]
    for one in found:
        able = [
            n
            for n, d in enumerate(drafts)
            if one.kind in labels.types[d.type].toll
            and (not one.led or d.first <= one.said)
            and (not one.charged or one.said < d.last)
        ]
        if able:
            owner = min(able, key=lambda n: _distance(one, drafts[n], scopes[n]))
            owned[owner].append(one)
        elif one.kind != "killed" and one.value > 1:
            for n in _taking_part(one, drafts, scopes):
                owned[n].append(structs.replace(one, kind=PEOPLE))
    return [numbers(some) for some in owned]


def _distance(one: Toll, draft: Draft, scope: tuple[int, int]) -> tuple[bool, bool, bool, int]:
    """How far an act is from a toll: told in other words, outside of its clause, told after it, tokens between."""
    itself = draft.first <= one.said < draft.last
    inside = scope[0] <= one.first and one.last <= scope[1]
    gap = max(one.first - draft.last, draft.first - one.last, 0)
    return not itself, not inside, not inside and draft.first >= one.last, gap


def _taking_part(one: Toll, drafts: Sequence[Draft], scopes: Sequence[tuple[int, int]]) -> list[int]:
    """The acts that a group of people is of."""
    named = [
        n
        for n, d in enumerate(drafts)
        if any(p.first < max(one.last, one.first + 1) and one.first < p.last for p in (*d.actors, *d.recipients))
    ]
    inside = [n for n, (first, last) in enumerate(scopes) if first <= one.first and one.last <= last]
    if named or not inside or one.kind != PEOPLE:
        return named
    return [min(inside, key=lambda n: _distance(one, drafts[n], scopes[n]))]


def stops(roles: Roles) -> frozenset[int]:
    """The tokens that end the verb group of a clause of its own: what befell people is told before."""
    return frozenset(
        c.last - 1 for c in roles.chunks if c.kind == "verb" and c.verb is not None and c.verb.form == "finite"
    )


def outcome_after(
    tokens: Sequence[Token], one: Count, end: int, stops: frozenset[int], calendar: Calendar
) -> tuple[str, int]:
    """What befell the people of a count, said between them and token `end`, where the next count begins, and the token
    where it is said; empty for nothing."""
    words = calendar.counting
    by_them, linked, marked = False, not one.human and one.value > 1, False
    last = len(tokens)
    for at in range(one.last, min(end, one.group + REACH)):
        piece = tokens[at - 1].pos == "PUNCT" and not words["hyphen"].at(tokens, at - 1, at)
        if at > one.group and (at - 1 in stops or (piece and (marked or not one.human))):
            break
        for name, outcome in calendar.outcomes.items():
            if outcome.agentive.at(tokens, at, last):
                return name, at
            if not by_them and _told(tokens, at, last, outcome, linked=linked, calendar=calendar):
                return name, at
        genitive = bool(calendar.words["genitive"].at(tokens, at, last))
        if at == one.group and tokens[at].pos in ("ADP", "PUNCT"):
            linked = genitive
        by_them = by_them or (not marked and bool(words["agent"].at(tokens, at, last)))
        marked = marked or (at >= one.group and tokens[at].pos == "ADP" and not genitive)
    return _inverted(tokens, one, calendar)


def _told(tokens: Sequence[Token], at: int, last: int, outcome: Outcome, *, linked: bool, calendar: Calendar) -> bool:
    """Whether an outcome stands at token `at`. A noun (मौत) tells it of people in its genitive alone, and not where the
    deed was not done (की कोशिश)."""
    words = calendar.counting
    if outcome.after.at(tokens, at, last):
        return not words["blow"].at(tokens, at - 1, at)
    size = outcome.nouns.at(tokens, at, last)
    return bool(size) and linked and not words["undone"].at(tokens, at + size, last)


def _inverted(tokens: Sequence[Token], one: Count, calendar: Calendar) -> tuple[str, int]:
    """What befell people where the verb stands before them: `गई तीन लोगों की जान`."""
    if not calendar.words["genitive"].at(tokens, one.group, len(tokens)):
        return "", -1
    for name, outcome in calendar.outcomes.items():
        for before, after in outcome.inverted:
            if after.at(tokens, one.group + 1, len(tokens)) and any(
                before.at(tokens, k, one.first) for k in range(max(0, one.first - 4), one.first)
            ):
                return name, one.group + 1
    return "", -1


def outcome_before(tokens: Sequence[Token], one: Count, calendar: Calendar) -> str:
    """What befell the people of a count, said right before it: `मारे गए 20 लोग`, `मृतकों की संख्या बढ़कर 40`."""
    words = calendar.counting
    at = one.first
    while step := next((n for n in (3, 2, 1) if words["reach"].at(tokens, at - n, at) == n), 0):
        # मृतकों की संख्या | 38 से बढ़कर | 45
        at -= 3 if words["risen"].at(tokens, at - 2, at) == 2 else step
    toll = at > 0 and bool(words["toll"].at(tokens, at - 1, at))
    if toll:
        at -= 1
    for name, outcome in calendar.outcomes.items():
        for start in range(max(0, at - 4), at):
            taken = outcome.before.at(tokens, start, at)
            if taken and (toll or start + taken == at):
                return name
            if toll and outcome.after.at(tokens, start, at):
                return name
    return ""
