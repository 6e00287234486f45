"""Which tokens tell of an act: its clause, and the words of time in it that belong to another act."""

from collections.abc import Iterator

from ghatna.lexicon.calendar import Calendar
from ghatna.lexicon.cases import BEFORE, ERGATIVE, IN, ON
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Clause, Draft, Roles
from ghatna.resolve.expressions import SCENES

PLACED = frozenset((IN, ON))


def clause_of(draft: Draft, roles: Roles) -> tuple[int, int]:
    """Tokens of the clause of an act, its shared groups and trigger included."""
    clause = roles.clauses[draft.clause]
    some = [roles.chunks[i] for i in (*clause.outer, *clause.chunks)]
    first = min((c.first for c in some), default=draft.first)
    last = max((c.last for c in some), default=draft.last)
    return min(first, draft.first), max(last, draft.last)


def own(draft: Draft, roles: Roles) -> int:
    """The token at which what an act does not share with those before it begins."""
    clause = roles.clauses[draft.clause]
    return min((roles.chunks[i].first for i in clause.chunks), default=draft.first)


def background(roles: Roles, act: int, first: int, last: int, words: ClauseWords, calendar: Calendar) -> int:
    """Where the words begin that tell of which time the clause at tokens `first … last` is: the year that the sentence
    is headed by (वर्ष 1996 - …) holds for all of it, one named before for an act told with था, too; one of a participle
    before the `act` only for that."""
    tokens = roles.tagged.tokens
    pluperfect = calendar.words["pluperfect"]
    if any(pluperfect.at(tokens, k, last) for k in range(first, last)):
        return 0
    colon = next((c.first for c in roles.chunks[:3] if c.kind == "mark"), 0)
    headed = colon and tokens[colon].norm in words.colons
    time = all(t.pos == "NUM" or t.readings[0].sem == "time" for t in tokens[:colon])
    if headed and time:
        return 0
    for clause in roles.clauses:  # 2003 में हुई हत्या की | निंदा की: the year is of the killing
        k = clause.verb - 1
        if clause.kind == "participle" and clause.antecedent >= 0 and k in clause.chunks:
            year = tokens[roles.chunks[k].head]
            if (
                first <= roles.chunks[k].first
                and roles.chunks[clause.verb].last <= act
                and (year.pos == "NUM" or year.readings[0].sem == "time")
            ):
                first = roles.chunks[clause.verb].last
    return first


def others(draft: Draft, roles: Roles, calendar: Calendar) -> frozenset[int]:
    """Tokens at which groups begin that belong to another act of the clause: शनिवार को | पकड़े गए | नेता को, 5 मार्च को |
    होने वाली | बैठक. Not where that act is the scene of this one: रविवार को हुए हमले में."""
    shared = frozenset(roles.clauses[draft.clause].outer)
    found: list[int] = []
    for n, clause in enumerate(roles.clauses):
        if n == draft.clause or clause.verb < 0 or shared.isdisjoint(clause.chunks):
            continue
        if not draft.first <= roles.chunks[clause.verb].first < draft.last:
            found.extend(roles.chunks[i].first for i in _kept(clause, roles, calendar))
    return frozenset(found)


def _kept(clause: Clause, roles: Roles, calendar: Calendar) -> Iterator[int]:
    """The chunks before a participle that it keeps to itself: those right before it, and where nobody named as the doer
    stands before or between, all of them."""
    chunks = roles.chunks
    verb = chunks[clause.verb].verb
    ahead = clause.kind == "infinitive" and verb is not None and verb.case == BEFORE  # मंगलवार को दिल्ली आने से पहले
    told = clause.kind in ("participle", "agentive") and clause.antecedent >= 0
    if not ahead and (not told or _scene(clause, roles, calendar)):
        return
    named = False
    for i in reversed(clause.chunks):
        if chunks[i].case == ERGATIVE:
            return
        near = all(chunks[k].case in PLACED for k in range(i + 1, clause.verb))
        named = named or any(chunks[k].case == ERGATIVE for k in clause.chunks if k < i)
        if near or (clause.kind != "agentive" and not named):
            yield i


def _scene(clause: Clause, roles: Roles, calendar: Calendar) -> bool:
    """Whether what a participle tells about is where the act of its main clause happened."""
    what = roles.chunks[clause.antecedent]
    tokens = roles.tagged.tokens
    case_of = calendar.words["case_of"]
    inside = what.case in PLACED and tokens[what.head].readings[0].sem in SCENES
    return inside and not any(case_of.at(tokens, k, len(tokens)) for k in (what.head, what.last))
