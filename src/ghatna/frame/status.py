"""Did it happen? Cues with a reach, after medical ConText, kept inside the clause of the act."""

import msgspec

from ghatna.frame.candidate import Candidate, scope
from ghatna.frame.vocabulary import anywhere
from ghatna.lexicon.cases import GENITIVE
from ghatna.lexicon.rules import Cue, Rules
from ghatna.model import Clause, Roles, VerbGroup


def status(candidate: Candidate, roles: Roles, rules: Rules, *, over: tuple[int, int] | None) -> tuple[str, str]:
    """The status of an act and the id of the cue that decided, `actual` and empty without one.

    `over` are the tokens of the predicate that the act's infinitive or noun depends on.
    """
    clause = roles.clauses[candidate.clause]
    if candidate.frame.row.status and clause.kind != "conditional":
        return candidate.frame.row.status, ""
    verb = roles.chunks[clause.verb].verb if clause.verb >= 0 else None
    if clause.kind == "conjunctive" and clause.parent >= 0 and (above := roles.clauses[clause.parent].verb) >= 0:
        # एकजुट होकर काम करेंगे: tense and mood are those of the verb that it leads to, negation is its own
        main = roles.chunks[above].verb
        if main is not None and verb is not None:
            verb = msgspec.structs.replace(main, negated=verb.negated)
    own = roles.tagged.tokens[max(candidate.noun, 0) : max(candidate.noun_last, 0)]
    if verb is not None and any(t.norm in rules.clauses.negation for t in own):
        verb = msgspec.structs.replace(verb, negated=False)  # बैठक में न जाना: what the act is
    if verb is not None and candidate.event and candidate.last <= roles.chunks[clause.verb].first:
        # हुए हमलों के बाद … नहीं करेगा: what the verb tells is another act; a meeting in which it is done is not denied
        scene = candidate.frame.row.within and candidate.first == candidate.noun
        verb = msgspec.structs.replace(verb, negated=False) if scene else None
    elif verb is not None and _before(candidate, roles, rules):
        verb = msgspec.structs.replace(verb, negated=True)
    for cue in rules.cues:
        if candidate.frame.row.status and cue.reach != "condition":
            continue  # मांगें नहीं मानीं तो …: what the frame says of itself holds only if it is done at all
        if _holds(cue, candidate, roles, rules, verb, over):
            return cue.status, cue.id
    return "actual", ""


def _before(candidate: Candidate, roles: Roles, rules: Rules) -> bool:
    """Whether a negation stands before the noun of a light verb: उसे नहीं गिरफ्तार किया, but not यही नहीं, गिरफ्तार किया."""
    tokens, at = roles.tagged.tokens, candidate.first - 1
    verb = roles.chunks[roles.clauses[candidate.clause].verb]
    if at < 1 or not candidate.first < verb.first <= candidate.last:
        return False
    return tokens[at].norm in rules.clauses.negation and tokens[at - 1].norm not in rules.clauses.only


def _holds(
    cue: Cue, candidate: Candidate, roles: Roles, rules: Rules, verb: VerbGroup | None, over: tuple[int, int] | None
) -> bool:
    tokens = roles.tagged.tokens
    clause = roles.clauses[candidate.clause]
    if cue.types and candidate.frame.row.type not in cue.types:
        return False
    if cue.reach == "over":
        return over is not None and any(anywhere(tokens, tuple(f.split()), *over) for f in cue.form)
    if cue.reach == "opening":
        return _opens(cue, roles) and _past(clause, roles)
    if cue.reach == "condition":
        return clause.kind == "conditional"
    if cue.reach == "head":
        return verb is not None and _headed(cue, *scope(candidate, roles), roles)
    if cue.reach == "after":
        rest = tokens[candidate.last : candidate.last + 1]
        return clause.verb < 0 and any(t.norm in cue.form for t in rest)
    if cue.reach == "speech":
        if clause.speaker < 0 or over is not None:
            return False
        said = roles.clauses[clause.speaker]
        start = scope(candidate, roles)[0]
        if said.verb >= 0 and any(
            t.norm in rules.clauses.but for t in tokens[roles.chunks[said.verb].last : start + 2]
        ):
            return False  # माना जा रहा था कि …, लेकिन …
        chunks = [roles.chunks[i] for i in (*said.chunks, said.verb) if i >= 0]
        return any(anywhere(tokens, tuple(f.split()), c.first, c.last) for c in chunks for f in cue.form)
    if cue.reach == "clause":
        return any(anywhere(tokens, tuple(f.split()), *scope(candidate, roles)) for f in cue.form)
    if verb is None or (not cue.negated and _reported(candidate, roles)):
        return False
    wanted = (
        not cue.negated or verb.negated,
        not cue.tense or (verb.tense == cue.tense and verb.mood == "ind"),
        not cue.mood or verb.mood == cue.mood,
        not cue.aspect or verb.aspect == cue.aspect,
        not cue.form or verb.lemmas[0] in cue.form,
    )
    return bool(cue.negated or cue.tense or cue.mood or cue.aspect) and all(wanted)


def _reported(candidate: Candidate, roles: Roles) -> bool:
    """Whether the verb tells how news of the act comes, and nothing of the act itself: झड़पों की | खबरें आ रही हैं."""
    told = next((c for c in roles.chunks if c.first <= candidate.noun < c.last), None)
    return candidate.event and told is not None and told.case == GENITIVE and candidate.noun_last == told.body


def _headed(cue: Cue, first: int, last: int, roles: Roles) -> bool:
    """Whether a clause begins with a word of the cue, its conjunction aside: … और न विपक्ष ने निंदा की."""
    tokens = roles.tagged.tokens
    while first < last and tokens[first].pos in ("PUNCT", "CCONJ"):
        first += 1
    after = tokens[first + 1].norm if first + 1 < len(tokens) else ""
    return first < last and tokens[first].norm in cue.form and after not in cue.unless


def _opens(cue: Cue, roles: Roles) -> bool:
    """Whether the sentence, or what follows the topic label of a headline, begins with a word of the cue."""
    tokens = roles.tagged.tokens
    starts = [0, *(c.last for c in roles.chunks[:5] if c.kind == "mark")]
    return any(at < len(tokens) and (tokens[at].lemma in cue.form or tokens[at].norm in cue.form) for at in starts)


def _past(clause: Clause, roles: Roles) -> bool:
    """Whether the verb group ends in था: the pluperfect, or what used to be."""
    if clause.verb < 0:
        return False
    chunk = roles.chunks[clause.verb]
    return any(t.readings[0].form == "past" for t in roles.tagged.tokens[chunk.first : chunk.body])
