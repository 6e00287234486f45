"""Is an act told at all? What is ordered, wished, asked, due or would have been is not, nor an infinitive by itself."""

from itertools import pairwise

from ghatna.frame.candidate import Candidate
from ghatna.frame.vocabulary import anywhere
from ghatna.lexicon.cases import DIRECT, FROM, GENITIVE, OBJECT, ON, UNTIL
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Clause, Roles, VerbGroup
from ghatna.parse.clause import DEPENDENT

NOT_ASSERTED = "an infinitive that nobody asserts"
DEPENDENTS = frozenset(DEPENDENT.values())
WHY = 6
"""Tokens before a verb in which it may be asked why."""
REACH = 4
"""Tokens after an infinitive in which the noun stands that it is the content of."""


def untold(
    candidate: Candidate, roles: Roles, shapes: ClauseWords, *, performed: bool
) -> tuple[str, tuple[int, int] | None]:
    """Why the clause of an act does not tell it, empty when it does; and the tokens of the predicate that its
    infinitive depends on, which may tell it. What an order performs needs no verb of its own."""
    clause = roles.clauses[candidate.clause]
    if _asked(candidate, roles, shapes):
        return "it is asked, not told", None
    if clause.verb < 0 or candidate.event or performed:
        return "", None
    group = roles.chunks[clause.verb].verb
    assert group is not None
    if why := _unreal(clause, group, roles, shapes):
        return why, None
    if _meant(clause, group, roles, shapes):
        return "somebody only went to do it", None  # निर्माण हटाने गई | टीम पर
    if _unknown(clause, roles, shapes):
        return "how many or how long is asked", None
    if group.negated and _waited(clause, roles, shapes):
        return "it is only waited for", None  # जब तक अदालत रोक नहीं लगाती
    if group.form == "inf" and group.case == ON and group.negated:
        return "only if it is not done", None  # मांगें पूरी न होने पर
    if group.form == "inf" and group.case in shapes.relating and _pleaded(clause, roles, shapes):
        return "only a plea is about it", None
    if group.form == "inf" and group.case == UNTIL:
        return "it is not done yet", None  # सरगना की मौत होने तक
    if group.form == "cp" and (inf := _infinitive_after(clause, roles)) is not None:
        clause, group = inf  # हटाकर केस चलाने की मांग: what comes first is asked for, too
    if group.form != "inf" or _adverbial(clause, group.case, roles, shapes) or _reported(clause, roles, shapes):
        return "", None
    if group.case in shapes.dossier_cases:
        return NOT_ASSERTED, None  # जहर दिए जाने के मामले में
    over = _governor(clause, roles)
    return ("", over) if over is not None else (NOT_ASSERTED, None)


def _unreal(clause: Clause, group: VerbGroup, roles: Roles, shapes: ClauseWords) -> str:
    """Why a clause's verb tells nothing that was, will or may be done; empty when it does."""
    if group.mood == "imp":
        return "somebody is told to do it"
    if group.mood == "duty" and group.tense == "past":
        return "it was due and not done"  # बात करनी चाहिए थी
    if group.mood == "duty" and group.voice == "passive":
        return "it should be done by nobody in particular"  # प्रदर्शन किए जाने चाहिए
    if group.mood == "subj" and clause.kind == "main":
        return "it is only wished"  # दोषियों को सजा हो
    first, last = roles.chunks[clause.verb].first, roles.chunks[clause.verb].body - 1
    end = roles.tagged.tokens[last].readings[0]
    if end.form == "impf" and (group.aspect == "perf" or (clause.kind == "conditional" and not group.tense)):
        return "it would have been done"  # अगर धमाके न होते, उसने वादा किया होता
    before = roles.tagged.tokens[max(0, first - WHY) : first]
    denied = group.negated or any(t.norm in shapes.negation for t in before)
    return "it is asked why it is not done" if denied and any(t.lemma in shapes.why for t in before) else ""


def _meant(clause: Clause, group: VerbGroup, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether a participle tells what somebody went to do."""
    if group.form != "perf" or clause.kind != "participle" or len(group.lemmas) < 2:
        return False
    first = roles.tagged.tokens[roles.chunks[clause.verb].first].readings[0]
    return first.form == "inf" and group.lemmas[1] in shapes.staying


def _waited(clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether a clause says until when something else lasts: जब तक | मांगें नहीं मानी जातीं."""
    tokens = roles.tagged.tokens
    ends = [roles.chunks[i].last for i in clause.chunks if roles.chunks[i].kind == "sub"]
    return any(end < len(tokens) and tokens[end].norm == shapes.until for end in ends)


def _unknown(clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether a clause asks how many or how long, openly or not: पता नहीं कि कितने लोग मारे गए, आप कब तक समझाते रहेंगे; or of
    what is to come how and when: कैसे मिलेगी मदद."""
    mine = [roles.chunks[i] for i in clause.chunks if roles.chunks[i].verb is None]
    spans = [(c.first, c.last) for c in mine] + [(a.first, b.last) for a, b in pairwise(mine) if a.last == b.first]
    wanted = [tuple(f.split()) for f in shapes.amounts_asked]
    if any(anywhere(roles.tagged.tokens, words, *span) for words in wanted for span in spans):
        return True
    group = roles.chunks[clause.verb].verb
    ways = [tuple(f.split()) for f in shapes.ways_asked] if group is not None and group.tense == "fut" else []
    return any(anywhere(roles.tagged.tokens, words, *span) for words in ways for span in spans)


def _asked(candidate: Candidate, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether a question mark ends the clause that tells the act."""
    index = candidate.clause
    clause = roles.clauses[index]
    if clause.kind in DEPENDENTS and clause.parent >= 0:
        clause = roles.clauses[clause.parent]
    ends = [roles.chunks[i].last for i in (*clause.chunks, *((clause.verb,) if clause.verb >= 0 else ()))]
    at = max((*ends, candidate.last))
    tokens = roles.tagged.tokens
    while at > candidate.last and tokens[at - 1].norm in shapes.full_stops:
        at -= 1  # करती हैं ? .
    before = tokens[at - 1].norm in shapes.questions
    while at < len(tokens) and tokens[at].norm in shapes.quotes:
        at += 1
    return before or (at < len(tokens) and tokens[at].norm in shapes.questions)


def _infinitive_after(clause: Clause, roles: Roles) -> tuple[Clause, VerbGroup] | None:
    """The infinitive clause that a conjunctive participle leads to, where no finite verb says that it was done: none or
    one in the passive, which has no doer, and both are done to the same (मंत्री को हटाकर | मुकदमा चलाने की | मांग की गई)."""
    over = roles.clauses[clause.parent].verb if clause.parent >= 0 else -1
    main = roles.chunks[over].verb if over >= 0 else None
    if main is not None and not (main.form == "finite" and main.voice == "passive"):
        return None
    after = next((c for c in roles.clauses if c.verb > clause.verb), None)
    if after is None or after.kind != "infinitive" or after.parent != clause.parent:
        return None
    group = roles.chunks[after.verb].verb
    marked = [any(roles.chunks[i].case == OBJECT for i in c.chunks) for c in (clause, after)]
    if group is None or (main is not None and (group.case != GENITIVE or marked != [True, False])):
        return None
    return after, group


def _adverbial(clause: Clause, case: str, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether an infinitive tells when or why (करने के बाद, करने पर) and so has happened, not what is banned or agreed
    (जाने पर लगी रोक, मिलने पर सहमति)."""
    after = roles.chunks[clause.verb].last
    if case == FROM and (over := _governor(clause, roles)) is not None:
        told = roles.clauses[clause.parent] if clause.parent >= 0 else clause
        plain = [c for i in told.outer if (c := roles.chunks[i]).case == DIRECT and c.kind == "noun"]
        spans = [(after, over[1]), *((c.first, c.body) for c in plain)]  # मौत | गोली चलाने से | हुई
        return any(t.lemma in shapes.effects for span in spans for t in roles.tagged.tokens[slice(*span)])
    if case not in shapes.adverbial:
        return False
    return case != ON or not any(t.lemma in shapes.decided for t in roles.tagged.tokens[after : after + REACH])


def _reported(clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether an infinitive is what a report says has happened: लोगों के मारे जाने की | खबर है."""
    group, after = roles.chunks[clause.verb].verb, roles.chunks[clause.verb].last
    if group is None or group.case != GENITIVE:
        return False
    tokens = roles.tagged.tokens
    while after < len(tokens) and tokens[after].pos == "PART":
        after += 1
    if after + 1 < len(tokens) and tokens[after].lemma in shapes.affairs:
        return tokens[after + 1].norm in shapes.surfaced  # मारपीट करने का | मामला | सामने आया
    return after < len(tokens) and tokens[after].lemma in (*shapes.tidings, *shapes.claimed)


def _governor(clause: Clause, roles: Roles) -> tuple[int, int] | None:
    """The predicate after an infinitive: the next verb of its region with the noun before it."""
    first = roles.chunks[clause.verb].last
    later = (
        c for c in roles.clauses if c.verb > clause.verb and (clause.verb < min(c.chunks, default=c.verb) or c.outer)
    )
    after = next(later, None)
    while after is not None and _joined(clause, after, roles):
        clause, first = after, roles.chunks[after.verb].last  # गिरफ्तार करने और | मुकदमा चलाने की | मांग
        after = next(later, None)
    if after is None or after.verb < 0:
        rest = [c for c in roles.chunks if c.first >= first][:2]
        return (first, rest[-1].last) if rest else None
    verb = roles.chunks[after.verb]
    behind = after.verb + 1  # समर्थन देने का | किया ऐलान
    group = roles.chunks[clause.verb].verb
    owned = group is not None and group.case in (GENITIVE, ON)
    if owned and verb.first == first and behind in after.chunks and roles.chunks[behind].case == DIRECT:
        verb = roles.chunks[behind]
    return first, verb.last


def _pleaded(clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether an infinitive tells what a plea is about: रोक लगाने संबंधी | याचिका."""
    after = roles.chunks[clause.verb].last
    return any(t.lemma in shapes.pleas for t in roles.tagged.tokens[after : after + 2])


def _joined(one: Clause, other: Clause, roles: Roles) -> bool:
    """Whether two infinitives are joined, so that one predicate speaks of both."""
    group, verb = roles.chunks[other.verb].verb, roles.chunks[one.verb]
    begins = min((*other.chunks, other.verb))
    return (
        other.kind == "infinitive"
        and other.parent == one.parent
        and group is not None
        and group.form == "inf"
        and verb.last == verb.body
        and begins == one.verb + 1
        and roles.chunks[begins].kind == "join"
    )
