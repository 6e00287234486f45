"""Which tokens tell of an act: its clause, and the words of time in it that belong to another act."""

from collections.abc import Iterator

from ghatna.lexicon.calendar import Calendar
from ghatna.lexicon.cases import BEFORE, DIRECT, ERGATIVE, FOR, GENITIVE, IN, OBJECT, ON
from ghatna.lexicon.labels import Labels
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Clause, Draft, Roles
from ghatna.resolve.expressions import SCENES

PLACED = frozenset((IN, ON))
CONTENT = frozenset((GENITIVE, OBJECT, FOR, DIRECT, ""))
"""Cases of an infinitive that is what somebody decides, says or wants."""


SPEAKER = "speaker"
"""The slot of who says the clause that the act stands in."""


def clause_of(draft: Draft, roles: Roles) -> tuple[int, int]:
    """Tokens of the clause of an act, its shared groups and trigger included."""
    clause = roles.clauses[draft.clause]
    some = [roles.chunks[i] for i in (*clause.outer, *clause.chunks)]
    first = min((c.first for c in some), default=draft.first)
    last = max((c.last for c in some), default=draft.last)
    return min(first, draft.first), max(last, draft.last)


def tokens_of(clause: Clause, roles: Roles) -> tuple[int, int]:
    """Tokens of a clause, its verb and shared groups included."""
    some = [roles.chunks[i] for i in (*clause.outer, *clause.chunks, clause.verb) if i >= 0]
    return min((c.first for c in some), default=0), max((c.last for c in some), default=0)


def before(index: int, roles: Roles, calendar: Calendar) -> int:
    """The clause that tells the day of clause `index`, too, where that has no words of time; -1 for none.

    A clause joined to it whose doer goes on (छापा मारा और दो को गिरफ्तार किया), or in which it happened (बैठक हुई,
    जिसमें …).
    """
    clause = roles.clauses[index]
    if clause.parent < 0 or clause.verb < 0 or roles.clauses[clause.parent].verb < 0:
        return -1
    one, other = (roles.chunks[roles.clauses[n].verb].verb for n in (index, clause.parent))
    if one is None or other is None or one.tense != other.tense or one.mood != other.mood:
        return -1
    if clause.kind == "coordinate":
        joined = clause.chunks and roles.chunks[clause.chunks[0]].kind == "join"
        between = range(roles.clauses[clause.parent].verb, clause.verb)
        other_doer = any(roles.chunks[i].case == ERGATIVE for i in between) or any(
            role.karaka == "karta" and role.chunk in clause.chunks for role in roles.roles[index]
        )
        first, last = roles.chunks[between.start].last, roles.chunks[clause.verb].first
        later = any(calendar.words["later"].at(roles.tagged.tokens, k, last) for k in range(first, last))
        return clause.parent if joined and not other_doer and not later else -1
    inside = clause.kind == "relative" and any(
        roles.chunks[i].kind == "relative" and roles.chunks[i].case == IN for i in clause.chunks
    )
    return clause.parent if inside else -1


def teller(draft: Draft, roles: Roles) -> int:
    """The clause whose words of time are those of an act: of whoever does it by saying something (कहा कि … करनी चाहिए),
    of the participle that makes its noun happen (पिछले साल हुए हमलों), else its own."""
    for n, clause in enumerate(roles.clauses):
        if clause.kind == "participle" and draft.first <= roles.chunks[clause.verb].first < draft.last:
            return n
    return draft.clause if (said := saying(draft, roles)) < 0 else said


def saying(draft: Draft, roles: Roles) -> int:
    """The clause of whoever does the act by saying something (कहा कि … करनी चाहिए), whose day is that of the act; -1
    for none."""
    clause = roles.clauses[draft.clause]
    if clause.speaker < 0:
        return -1
    begins = min((roles.chunks[i].first for i in (*clause.outer, *clause.chunks)), default=draft.first)
    spoken = draft.first < begins or any(p.why == SPEAKER for p in draft.actors)
    return clause.speaker if spoken else -1


def meant(draft: Draft, roles: Roles, labels: Labels, calendar: Calendar) -> bool:
    """Whether an act has something else as its content: it is said (वादा किया), its words announce (बंद का ऐलान), or an
    infinitive tells what (रैली निकालने का फैसला किया)."""
    tokens, announced = roles.tagged.tokens, calendar.words["announced"]
    if (
        draft.status == "future"
        or labels.types[draft.type].saying
        or any(announced.lemmas_at(tokens, k, draft.last) for k in range(draft.first, draft.last))
    ):
        return True
    shared = frozenset(roles.clauses[draft.clause].outer)
    return any(
        clause.kind == "infinitive"
        and clause.parent == draft.clause
        and not shared.isdisjoint(clause.chunks)
        and (verb := roles.chunks[clause.verb].verb) is not None
        and verb.case in CONTENT
        for clause in roles.clauses
    )


def own(draft: Draft, roles: Roles) -> int:
    """The token at which what an act does not share with those before it begins."""
    clause = roles.clauses[draft.clause]
    return min((roles.chunks[i].first for i in clause.chunks), default=draft.first)


def headed(roles: Roles, words: ClauseWords) -> int:
    """The token of the first colon or dash of a sentence where nothing but a time stands before it: वर्ष 1996 - …; 0 for
    none."""
    tokens = roles.tagged.tokens
    colon = next((c.first for c in roles.chunks[:3] if c.kind == "mark"), 0)
    time = all(t.pos == "NUM" or t.readings[0].sem == "time" for t in tokens[:colon])
    return colon if time and tokens[colon].norm in words.colons else 0


def background(roles: Roles, act: int, first: int, last: int, words: ClauseWords, calendar: Calendar) -> int:
    """Where the words begin that tell of which time the clause at tokens `first … last` is: the year that the sentence
    is headed by (वर्ष 1996 - …) holds for all of it, one named before for an act told with था, too; one of a participle
    before the `act` only for that."""
    tokens = roles.tagged.tokens
    pluperfect = calendar.words["pluperfect"]
    if any(pluperfect.at(tokens, k, last) for k in range(first, last)):
        return 0
    if headed(roles, words):
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


def others(index: int, draft: Draft, roles: Roles, calendar: Calendar) -> frozenset[int]:
    """Tokens at which groups begin that belong to another act of a clause: शनिवार को | पकड़े गए | नेता को, 5 मार्च को |
    होने वाली | बैठक. Not where that act is the scene of this one: रविवार को हुए हमले में."""
    shared = frozenset(roles.clauses[index].outer)
    found: list[int] = []
    for n, clause in enumerate(roles.clauses):
        if n == index or clause.verb < 0 or shared.isdisjoint(clause.chunks):
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
