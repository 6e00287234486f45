"""Why the words of a frame, though found, do not count where they stand: other words, a missing object, no act told."""

from ghatna.frame.candidate import Candidate
from ghatna.frame.content import content_mood
from ghatna.frame.extents import OWNING
from ghatna.frame.genitives import PEOPLE
from ghatna.frame.vocabulary import Vocabulary, at, says
from ghatna.lexicon.cases import DIRECT, ERGATIVE, FOR, GENITIVE, OBJECT
from ghatna.lexicon.rules import ClauseWords, Rules
from ghatna.model import Clause, Roles, Token

HUMAN = "?human"
"""In `direct`: anybody, whatever the word."""
OUTLAWS = frozenset(("CRM",))
THINGS = frozenset(("thing", "abstract", "speech", "event", "place"))


def refusal(candidate: Candidate, roles: Roles, words: Vocabulary, rules: Rules) -> str:
    """Why a frame does not count here, in the order of what is cheap to ask; empty when it does."""
    row = candidate.frame.row
    if why := _forbidden(candidate, words, rules.clauses):
        return why
    clause = roles.clauses[candidate.clause]
    if clause.kind == "agentive" and not _named(clause, roles):
        return "only says who does such things"
    if not candidate.event and _only_names(candidate, clause, roles):
        return "only says which ones are meant"
    if _another_act(candidate, clause, roles, rules.clauses):
        return "its verb goes with another noun"
    if row.alone and _object_stands(clause, roles):
        return "it has an object"
    if row.direct and not _object_is(candidate, roles, words, rules.clauses):
        return "its object is not of the kind wanted"
    if row.content == "inf":
        if not _infinitive_stands(clause, roles):
            return "no infinitive before it"
    elif row.content:
        group = roles.chunks[clause.verb].verb if clause.verb >= 0 else None
        if group is not None and group.mood == "ability":
            return "only what may be said"  # कह सकते हैं कि …
        if not any(content_mood(candidate, roles, mood) for mood in row.content.split("|")):
            return f"no content of mood {row.content}"
    return ""


def _another_act(candidate: Candidate, clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether the light verb of a trigger has another act for its noun: यह परीक्षण | प्रस्तावों का | उल्लंघन करता है."""
    at = clause.verb - 1
    if candidate.event or candidate.noun < 0 or at < 1 or not candidate.noun < roles.chunks[clause.verb].first:
        return False
    group, chunk, owner = roles.chunks[clause.verb].verb, roles.chunks[at], roles.chunks[at - 1]
    if group is None or group.lemmas[0] != shapes.transitive_light[0] or chunk.kind != "noun" or chunk.case != DIRECT:
        return False
    act = roles.tagged.tokens[chunk.head].readings[0].sem == "event"
    return act and owner.kind == "noun" and owner.case == GENITIVE and candidate.noun_last <= owner.first


def _forbidden(candidate: Candidate, words: Vocabulary, shapes: ClauseWords) -> str:
    """Why the words of the sentence forbid a frame; empty when they do not."""
    frame = candidate.frame
    if frame.row.negated and not _denied(candidate, words.tokens, shapes):
        return "not negated"
    if found := words.find(frame.unless):
        return f"unless {found}"
    if frame.row.everywhere and words.political:
        return f"not political: {words.political}"
    if frame.row.near:
        n = len(words.tokens)
        # A verb alone does not vouch for itself; with a noun part, the trigger's own noun may.
        if candidate.noun < 0:
            if not (words.within(frame.near, 0, candidate.first) or words.within(frame.near, candidate.last, n)):
                return "none of the words it needs is near"
        elif not words.find(frame.near):
            return "none of the words it needs is near"
    return ""


def _denied(candidate: Candidate, tokens: tuple[Token, ...], shapes: ClauseWords) -> bool:
    """Whether a negation stands within a trigger or right beside it: मंजूर नहीं, नहीं | होने दिया."""
    return any(t.norm in shapes.negation for t in tokens[max(0, candidate.first - 2) : candidate.last + 1])


def _only_names(candidate: Candidate, clause: Clause, roles: Roles) -> bool:
    """Whether a participle right before its noun has nothing of its own, and so only tells who is meant: मारे गए | लोगों
    की संख्या; with a word of where, when or by whom it tells an act: हमले में मारे गए | लोगों."""
    if clause.kind != "participle" or clause.antecedent < 0 or candidate.noun_last - candidate.noun > 1:
        return False  # सत्ता से बेदखल किए गए | राष्ट्रपति: told by whom or from where
    group = roles.chunks[clause.verb].verb
    if group is None or group.aspect != "perf" or group.voice != "passive":
        return False  # धरने पर बैठे | लोग, बहाल किए जा रहे | जज: they do it, it is being done
    own = [c for c in (roles.chunks[i] for i in clause.chunks) if c.kind in ("noun", "adverb") and c.case != ERGATIVE]
    return all(candidate.first <= c.first and c.last <= candidate.last for c in own)


def _named(clause: Clause, roles: Roles) -> bool:
    """Whether करने वाला tells about somebody with a name; of nameless people it tells no act (अफवाह फैलाने वालों पर)."""
    if clause.antecedent < 0:
        return False
    chunk = roles.chunks[clause.antecedent]
    named = [n for at in roles.tagged.names if at.first <= chunk.head < at.last for n in at.names]
    if named and all(n.kind == "role" and OUTLAWS <= set(n.sectors) for n in named):
        return False  # हत्या करने वाले | गिरोह का सरगना
    return roles.tagged.tokens[chunk.head].readings[0].sem in ("body", "group") or any(
        chunk.first <= at.first < chunk.last and any(n.kind in OWNING for n in at.names) for at in roles.tagged.names
    )


def _object_stands(clause: Clause, roles: Roles) -> bool:
    """Whether a thing stands unmarked right before the verb: उन्हें टिकट मिला, not वे मंत्री से मिले."""
    if clause.verb < 1:
        return False
    group = roles.chunks[clause.verb].verb
    if clause.kind == "participle" and clause.antecedent >= 0:
        told = roles.tagged.tokens[roles.chunks[clause.antecedent].head]
        if told.readings[0].sem in THINGS:
            return True  # मंत्री से मिले | आश्वासन के बाद
    behind = 1 if group is not None and group.form == "inf" else 2  # मारने का | दावा: what is claimed has no object
    for chunk in roles.chunks[clause.verb - 1 : clause.verb + behind : 2]:
        sem = roles.tagged.tokens[chunk.head].readings[0].sem
        if chunk.kind == "noun" and chunk.case == DIRECT and sem in THINGS:
            return True
    return False


def _object_is(candidate: Candidate, roles: Roles, vocabulary: Vocabulary, shapes: ClauseWords) -> bool:
    """Whether one of the words that a frame wants heads the object, or its part before the trigger's noun."""
    clause = roles.clauses[candidate.clause]
    tokens, direct = roles.tagged.tokens, candidate.frame.direct
    wanted = [words for words in direct if words[-1] in vocabulary.words]
    if (HUMAN,) in direct and _human_object(clause, roles, shapes):
        return True
    ends: list[int] = [candidate.noun] if candidate.noun > 0 else []
    for i in (*clause.chunks, *clause.outer):
        chunk = roles.chunks[i]
        if i in clause.outer and chunk.case == DIRECT and _another_s(i, roles):
            continue
        if chunk.kind == "noun" and (chunk.case in (DIRECT, OBJECT) or chunk.last == candidate.noun):
            ends.append(chunk.body)
            # रूसी राजदूत | आंद्रेई केलिन को, आरोपी | तहव्वुर राणा: what somebody is, before his name
            if chunk.case == OBJECT or tokens[chunk.head].pos == "PROPN":
                held = range(chunk.first, chunk.head)
                ends += [k + 1 for k in held if tokens[k].readings[0].sem == "human"]
    return any(says(tokens[end - 1], words[-1]) and at(tokens, words, end) >= 0 for words in wanted for end in ends)


def _another_s(i: int, roles: Roles) -> bool:
    """Whether an unmarked group is the object of the infinitive right after it: बच्ची को | पानी | लाने के लिए भेजा."""
    after = roles.chunks[i + 1].verb if i + 1 < len(roles.chunks) else None
    return after is not None and after.form == "inf"


def _human_object(clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether somebody stands as the object: with को, unmarked beside a doer with ने or behind a perfective."""
    tagged = roles.tagged
    named = {t: at for at in tagged.names for t in range(at.first, at.last)}
    nouns = [i for i in (*clause.chunks, *clause.outer) if roles.chunks[i].kind == "noun"]
    done = any(roles.chunks[i].case == ERGATIVE for i in nouns)
    group = roles.chunks[clause.verb].verb if clause.verb >= 0 else None
    did = group is not None and group.voice == "active" and group.aspect == "perf"
    for i in nouns:
        chunk = roles.chunks[i]
        if done and chunk.case == OBJECT and tagged.tokens[chunk.head].lemma in shapes.personal:
            return True  # पुलिस ने | उसे | पकड़ लिया
        if chunk.case == OBJECT or (chunk.case == DIRECT and (done or (did and i == clause.verb + 1))):
            kinds = {n.kind for n in named[chunk.head].names} if chunk.head in named else set()
            apposed = (  # आतंकी | सामी जसीम को: what somebody is, before a name that no file knows
                tagged.tokens[k].readings[0].sem == "human"
                for k in range(chunk.first, chunk.head)
                if tagged.tokens[chunk.head].pos == "PROPN"
            )
            if tagged.tokens[chunk.head].readings[0].sem == "human" or kinds & PEOPLE or any(apposed):
                return True
    return False


def _infinitive_stands(clause: Clause, roles: Roles) -> bool:
    """Whether an infinitive with को or के लिए stands right before the verb: हटने को कहा."""
    k = clause.verb - 1
    while k >= 0 and roles.chunks[k].kind in ("adverb", "particle"):
        k -= 1
    group = roles.chunks[k].verb if k >= 0 else None
    return group is not None and group.form == "inf" and group.case in (OBJECT, FOR)
