"""Roles → drafts: candidates with their participants, the more specific frame winning.

An act that another one is about (`हमला करने की धमकी दी`) belongs to that one's trigger and is no draft of its own.
"""

from itertools import pairwise

from ghatna.frame.carry import Carrier
from ghatna.frame.content import (
    Found,
    content_mood,
    find_contents,
    from_infinitive,
    judged,
    performed,
    said,
    spoken,
    spoken_of,
    told_in_content,
)
from ghatna.frame.groups import OWNING, PEOPLE
from ghatna.frame.match import Candidate, allowed, candidates, mode
from ghatna.frame.merge import in_order, merged, with_manners, with_outcomes
from ghatna.frame.slots import Filler
from ghatna.frame.source import source_of
from ghatna.frame.status import status
from ghatna.frame.vocabulary import Vocabulary, anywhere, at, says
from ghatna.lexicon.cases import BETWEEN, DIRECT, ERGATIVE, FOR, GENITIVE, IN, INSIDE, OBJECT, ON, WITH
from ghatna.lexicon.labels import Labels
from ghatna.lexicon.rules import ClauseWords, Rules
from ghatna.model import Clause, Draft, Miss, Party, Roles, VerbGroup
from ghatna.parse.clause import DEPENDENT

DEPENDENTS = frozenset(DEPENDENT.values())
HUMAN = "?human"
"""In `direct`: anybody, whatever the word."""
WHY = 6
"""Tokens before a verb in which it may be asked why."""
REACH = 4
"""Tokens after an infinitive in which the noun stands that it is the content of."""
THINGS = frozenset(("thing", "abstract", "speech", "event", "place"))


def drafts(roles: Roles, rules: Rules, labels: Labels, misses: list[Miss] | None = None) -> tuple[Draft, ...]:
    """The events of a sentence in words, in text order. `misses`, when given, takes the frames that were near."""
    filler = Filler(roles, rules)
    words = Vocabulary(roles, rules)
    carrier = Carrier(roles, filler, labels)
    found: list[Found] = []
    for candidate in candidates(roles, rules, words):
        why = _refusal(candidate, roles, words, rules)
        if why:
            _miss(misses, candidate, why)
            continue
        row = candidate.frame.row
        patient = any(slot.split("?")[0] == GENITIVE for slot in row.recipient)
        suffers = filler.fill(row.recipient, candidate) if patient and (candidate.event or candidate.noun >= 0) else ()
        if INSIDE in row.recipient:
            suffers = filler.before_trigger(candidate)
        actors = filler.fill(row.actor, candidate, taken=suffers)
        both = tuple(p for slot in row.both for p in filler.fill((slot,), candidate, taken=actors)) if row.both else ()
        others = _of_participles(candidate, found, roles)
        recipients = suffers or filler.fill(row.recipient, candidate, taken=(*actors, *both, *others))
        parties = in_order((*actors, *both))
        if candidate.event and row.within and candidate.noun == candidate.first and _told_within(candidate, roles):
            mate = filler.fill((WITH, BETWEEN), candidate)
            lead = filler.karta(roles.clauses[candidate.clause], candidate.clause, candidate, 2)
            if not mate or not lead:
                _miss(misses, candidate, "who met is not stated")
                continue
            parties = in_order((*lead, *mate))
        elif len(parties) == 1 and (lead := _met(candidate, roles, filler, parties)):
            parties = in_order((*parties, *lead))
        one = Found(candidate, parties, recipients, first=candidate.first)
        if not parties:
            one.actors = parties = (
                carrier.doers(one, found)
                or _reporting(candidate, roles, filler, labels)
                or _announcing(candidate, roles, filler)
                or _stating(candidate, roles, filler)
            )
            if recipients and parties and recipients == parties:
                one.recipients = recipients = ()
        if not recipients and not (row.complement or row.content):
            one.recipients = recipients = carrier.recipients(one, mode(candidate, roles, words), found)
        later = row.complement or row.content or (labels.types[row.type].blames and told_in_content(candidate, roles))
        if not later and (why := _unmet(row.needs, parties, recipients, filler)):
            _miss(misses, candidate, why)
            continue
        found.append(one)
    kept = _choose(found, misses)
    find_contents(kept, roles)
    orders = [f for f in kept if f.content is not None and f.candidate.frame.row.performs and performed(f, labels)]
    for order in orders:
        act = next(f for f in kept if f.candidate is order.content)
        act.actors, act.content, act.last = order.actors or act.actors, None, order.candidate.last
        act.governed = order.candidate.clause
        order.content = None
    ordering = {id(f.candidate) for f in orders}
    told: list[tuple[Found, Draft]] = []
    for one in kept:
        if id(one.candidate) in ordering:
            continue
        draft = _draft(one, roles, rules, labels, filler, kept, words, carrier)
        if isinstance(draft, Draft):
            told.append((one, draft))
        else:
            _miss(misses, one.candidate, draft)
    # Only an act that is told itself takes what it speaks of: समझा जाता है कि … is nobody's advice.
    acts = [one for one, _ in told]
    absorbed = {id(f.content) for f in acts if f.content is not None} | spoken(acts, roles, labels)
    out = [draft for one, draft in told if id(one.candidate) not in absorbed]
    return merged(carrier.actors(with_outcomes(with_manners(out, rules, roles), rules)))


def _of_participles(candidate: Candidate, found: list[Found], roles: Roles) -> tuple[Party, ...]:
    """Whom a participle before an act names for its own (मंत्री से माफी की मांग करने वाले | संगठन ने … से इनकार किया), unless it
    tells of the act's object, which passes on who gets it."""
    out: list[Party] = []
    for one in found:
        clause = roles.clauses[one.candidate.clause]
        tells = clause.kind in ("participle", "agentive") and clause.antecedent >= 0 and clause.verb >= 0
        if tells and roles.chunks[clause.antecedent].case == ERGATIVE and one.candidate.last <= candidate.first:
            out += (p for p in one.recipients if p.last <= roles.chunks[clause.verb].first)
    return tuple(out)


def _reporting(candidate: Candidate, roles: Roles, filler: Filler, labels: Labels) -> tuple[Party, ...]:
    """Whose report it is in which somebody is blamed by nobody else: आयोग की रिपोर्ट में पुलिस की आलोचना की गई."""
    if not labels.types[candidate.frame.row.type].blames:
        return ()
    return filler.author(roles.clauses[candidate.clause])


def _announcing(candidate: Candidate, roles: Roles, filler: Filler) -> tuple[Party, ...]:
    """Who says what will be done by nobody else, and so will do it: सरकार ने कहा कि मामले की जांच कराई जाएगी."""
    clause = roles.clauses[candidate.clause]
    group = roles.chunks[clause.verb].verb if clause.verb >= 0 else None
    if group is None or group.voice != "passive" or group.tense != "fut" or candidate.event:
        return ()
    return tuple(p for p in filler.said_by(clause) if filler.institution(p))


def _stating(candidate: Candidate, roles: Roles, filler: Filler) -> tuple[Party, ...]:
    """Whose words a verb of saying tells that is itself a noun: सेना का | कहना है कि …"""
    before = roles.clauses[candidate.clause].verb - 1
    row = candidate.frame.row
    if not row.content or "actor" in row.needs or candidate.noun >= 0 or before < 0:
        return ()
    chunk = roles.chunks[before]
    return filler.groups.phrase(before, chunk.body, GENITIVE) if chunk.case == GENITIVE else ()


def _met(candidate: Candidate, roles: Roles, filler: Filler, mate: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who says or does something in a talk that a participle tells with the other side only: अधिकारियों के साथ हुई बैठक में |
    मंत्री ने कहा."""
    clause = roles.clauses[candidate.clause]
    if not (candidate.frame.row.within and candidate.event and candidate.first < candidate.noun):
        return ()
    chunk = next(c for c in roles.chunks if c.first <= candidate.noun < c.last)
    if chunk.case != IN or mate[0].why not in candidate.frame.row.both:
        return ()
    lead = filler.karta(clause, candidate.clause, None, 1)
    return lead if all(p.why == ERGATIVE and p.first >= chunk.last for p in lead) else ()


def _told_within(candidate: Candidate, roles: Roles) -> bool:
    """Whether an event noun is the scene of another act: उन्होंने … के साथ बैठक में कहा."""
    chunk = next(c for c in roles.chunks if c.first <= candidate.noun < c.last)
    return chunk.last > chunk.body


def _miss(misses: list[Miss] | None, candidate: Candidate, reason: str) -> None:
    if misses is not None:
        misses.append(Miss(candidate.frame.id, reason, candidate.first, candidate.last))


def _refusal(candidate: Candidate, roles: Roles, words: Vocabulary, rules: Rules) -> str:
    """Why a frame does not count here, in the order of what is cheap to ask; empty when it does."""
    row = candidate.frame.row
    if why := allowed(candidate, words, rules.clauses):
        return why
    clause = roles.clauses[candidate.clause]
    if clause.kind == "agentive" and not _named(clause, roles):
        return "only says who does such things"
    if not candidate.event and _only_names(candidate, clause, roles):
        return "only says which ones are meant"
    if row.alone and _object_stands(clause, roles):
        return "it has an object"
    if row.direct and not _object_is(candidate, roles, words):
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


def _only_names(candidate: Candidate, clause: Clause, roles: Roles) -> bool:
    """Whether a participle right before its noun has nothing of its own, and so only tells who is meant: मारे गए | लोगों
    की संख्या; with a word of where, when or by whom it tells an act: हमले में मारे गए | लोगों."""
    if clause.kind != "participle" or clause.antecedent < 0 or candidate.noun_last - candidate.noun > 1:
        return False  # सत्ता से बेदखल किए गए | राष्ट्रपति: told by whom or from where
    group = roles.chunks[clause.verb].verb
    if group is None or group.aspect != "perf" or group.voice != "passive":
        return False  # धरने पर बैठे | लोग, बहाल किए जा रहे | जज: they do it, it is being done
    own = [roles.chunks[i] for i in clause.chunks if roles.chunks[i].kind in ("noun", "adverb")]
    return all(candidate.first <= c.first and c.last <= candidate.last for c in own)


def _named(clause: Clause, roles: Roles) -> bool:
    """Whether करने वाला tells about somebody with a name; of nameless people it tells no act (अफवाह फैलाने वालों पर)."""
    if clause.antecedent < 0:
        return False
    chunk = roles.chunks[clause.antecedent]
    return roles.tagged.tokens[chunk.head].readings[0].sem in ("body", "group") or any(
        chunk.first <= at.first < chunk.last and any(n.kind in OWNING for n in at.names) for at in roles.tagged.names
    )


def _object_stands(clause: Clause, roles: Roles) -> bool:
    """Whether a thing stands unmarked right before the verb: उन्हें टिकट मिला, not वे मंत्री से मिले."""
    if clause.verb < 1:
        return False
    group = roles.chunks[clause.verb].verb
    behind = 1 if group is not None and group.form == "inf" else 2  # मारने का | दावा: what is claimed has no object
    for chunk in roles.chunks[clause.verb - 1 : clause.verb + behind : 2]:
        sem = roles.tagged.tokens[chunk.head].readings[0].sem
        if chunk.kind == "noun" and chunk.case == DIRECT and sem in THINGS:
            return True
    return False


def _object_is(candidate: Candidate, roles: Roles, vocabulary: Vocabulary) -> bool:
    """Whether one of the words that a frame wants heads the object, or its part before the trigger's noun."""
    clause = roles.clauses[candidate.clause]
    tokens, direct = roles.tagged.tokens, candidate.frame.direct
    wanted = [words for words in direct if words[-1] in vocabulary.words]
    if (HUMAN,) in direct and _human_object(clause, roles):
        return True
    ends: list[int] = [candidate.noun] if candidate.noun > 0 else []
    for i in (*clause.chunks, *clause.outer):
        chunk = roles.chunks[i]
        if chunk.kind == "noun" and (chunk.case in (DIRECT, OBJECT) or chunk.last == candidate.noun):
            ends.append(chunk.body)
    return any(says(tokens[end - 1], words[-1]) and at(tokens, words, end) >= 0 for words in wanted for end in ends)


def _human_object(clause: Clause, roles: Roles) -> bool:
    """Whether somebody stands as the object: with को, or unmarked beside a doer with ने."""
    tagged = roles.tagged
    named = {t: at for at in tagged.names for t in range(at.first, at.last)}
    mine = [roles.chunks[i] for i in (*clause.chunks, *clause.outer) if roles.chunks[i].kind == "noun"]
    done = any(c.case == ERGATIVE for c in mine)
    for chunk in mine:
        if chunk.case == OBJECT or (chunk.case == DIRECT and done):
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


def _choose(found: list[Found], misses: list[Miss] | None) -> list[Found]:
    """One candidate for any stretch of words: the more specific one."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (tuple(-x for x in f.rank), f.candidate.frame.id)):
        rival = next((k for k in kept if _same_words(k.candidate, one.candidate)), None)
        if rival is None:
            kept.append(one)
        elif rival.candidate.frame is not one.candidate.frame:
            if (
                one.candidate.frame.id in rival.candidate.frame.row.beats
                or rival.candidate.frame.id not in one.candidate.frame.row.beats
            ):
                _miss(misses, one.candidate, f"beaten by {rival.candidate.frame.id}")
            else:
                kept[kept.index(rival)] = one
                _miss(misses, rival.candidate, f"beaten by {one.candidate.frame.id}")
    return sorted(kept, key=lambda f: (f.candidate.first, f.candidate.last))


def _encloses(a: Candidate, b: Candidate) -> bool:
    """Whether another act stands between a headline's verb and its noun part: किया | मदद देने का | वादा."""
    return a.clause != b.clause and a.first < b.first and b.last <= a.noun


def _same_words(a: Candidate, b: Candidate) -> bool:
    if a.clause == b.clause and not a.event and not b.event and not (a.bare and b.bare):
        return True  # but not दो घायल, आरोपी गिरफ्तार
    if _encloses(a, b) or _encloses(b, a):
        return False
    return a.first < b.last and b.first < a.last


def _draft(
    one: Found,
    roles: Roles,
    rules: Rules,
    labels: Labels,
    filler: Filler,
    kept: list[Found],
    words: Vocabulary,
    carrier: Carrier,
) -> Draft | str:
    candidate = one.candidate
    row = candidate.frame.row
    clause = roles.clauses[candidate.clause]
    over: tuple[int, int] | None = None
    if _asked(candidate, roles, rules.clauses):
        return "it is asked, not told"
    if clause.verb >= 0 and not candidate.event and one.governed < 0:
        group = roles.chunks[clause.verb].verb
        assert group is not None
        if why := _unreal(clause, group, roles, rules.clauses):
            return why
        if _unknown(clause, roles, rules.clauses):
            return "how many or how long is asked"
        if group.form == "cp" and (inf := _infinitive_after(clause, roles)) is not None:
            clause_, group = inf  # हटाकर केस चलाने की मांग: what comes first is asked for, too
        else:
            clause_ = clause
        happened = _adverbial(clause_, group.case, roles, rules.clauses) or _reported(clause_, roles, rules.clauses)
        if group.form == "inf" and not happened:
            over = _governor(clause_, roles)
            if over is None:
                return "an infinitive that nobody asserts"
    state, cue = status(candidate, roles, rules, over=over)
    if over is not None and not cue and not judged(over, kept, roles, labels):
        return "an infinitive that nobody asserts"
    actors, recipients = one.actors, one.recipients
    which = mode(candidate, roles, words)
    if one.content is not None:
        inner = one.content.frame.row
        if not row.mode:
            which = labels.mode_of_content(row.type, inner.type, mode(one.content, roles, words)) or which
        if not recipients:
            recipients = filler.fill(inner.recipient, one.content, taken=actors)
    elif row.complement and not recipients and one.first < candidate.first:
        recipients = from_infinitive(one, roles, filler, actors)
    speaks = row.content or row.complement or labels.types[row.type].saying
    if speaks and (heard := said(candidate, roles, kept)) is not None:
        clause_said, inner_found = heard
        if row.content and (told := roles.clauses[clause_said].verb) >= 0:
            one.last = max(candidate.last, roles.chunks[told].body)
            if roles.chunks[told].first < candidate.first:
                one.first = min(
                    roles.chunks[told].first, inner_found.candidate.first if inner_found else candidate.first
                )
        if inner_found is not None and not row.mode:
            inner_row = inner_found.candidate.frame.row
            which = labels.mode_of_content(row.type, inner_row.type, mode(inner_found.candidate, roles, words)) or which
        if not recipients:
            recipients = spoken_of(one, clause_said, inner_found, roles, filler, actors, labels)
    if row.complement and not recipients:
        one.actors = actors
        recipients = carrier.recipients(
            one, which, [f for f in kept if f is not one and f.candidate is not one.content]
        )
    type_ = row.type
    if state == "future" and labels.types[type_].future:
        type_, which, state = labels.types[type_].future, None, "actual"
    if why := _unmet(row.needs, actors, recipients, filler):
        return why
    source = source_of(clause, roles, filler, actors)
    return Draft(
        row.id,
        type_,
        which,
        state,
        cue,
        min(one.first, candidate.first),
        max(candidate.last, one.last),
        actors,
        recipients,
        source,
        candidate.clause,
        row.cameo,
    )


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


def _unknown(clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether a clause asks how many or how long, openly or not: पता नहीं कि कितने लोग मारे गए, आप कब तक समझाते रहेंगे."""
    mine = [roles.chunks[i] for i in clause.chunks if roles.chunks[i].verb is None]
    spans = [(c.first, c.last) for c in mine] + [(a.first, b.last) for a, b in pairwise(mine) if a.last == b.first]
    wanted = [tuple(f.split()) for f in shapes.amounts_asked]
    return any(anywhere(roles.tagged.tokens, words, *span) for words in wanted for span in spans)


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
    """The infinitive clause that a conjunctive participle leads to, where no finite verb says that it was done."""
    if clause.parent >= 0 and roles.clauses[clause.parent].verb >= 0:
        return None
    after = next((c for c in roles.clauses if c.verb > clause.verb), None)
    if after is None or after.kind != "infinitive" or after.parent != clause.parent:
        return None
    group = roles.chunks[after.verb].verb
    return (after, group) if group is not None else None


def _adverbial(clause: Clause, case: str, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether an infinitive tells when or why (करने के बाद, करने पर) and so has happened, not what is banned or agreed
    (जाने पर लगी रोक, मिलने पर सहमति)."""
    if case not in shapes.adverbial:
        return False
    after = roles.chunks[clause.verb].last
    return case != ON or not any(t.lemma in shapes.decided for t in roles.tagged.tokens[after : after + REACH])


def _reported(clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether an infinitive is what a report says has happened: लोगों के मारे जाने की | खबर है."""
    group, after = roles.chunks[clause.verb].verb, roles.chunks[clause.verb].last
    if group is None or group.case != GENITIVE:
        return False
    tokens = roles.tagged.tokens
    while after < len(tokens) and tokens[after].pos == "PART":
        after += 1
    return after < len(tokens) and tokens[after].lemma in (*shapes.tidings, *shapes.claimed)


def _unmet(needs: tuple[str, ...], actors: tuple[Party, ...], recipients: tuple[Party, ...], filler: Filler) -> str:
    for need in needs:
        if need == "both" and len(actors) + len(recipients) < 2 and not any(filler.two(p) for p in actors):
            return "one side only"
        if (need == "actor" and not actors) or (need == "recipient" and not recipients):
            return f"no {need} named"
        if need == "party" and not any(filler.public(p) for p in (*actors, *recipients)):
            return "nobody of public life is named"
        if need == "abroad":
            home = frozenset(c for p in actors for c in filler.homes(p))
            away = frozenset(c for p in recipients for c in filler.homes(p))
            if not home or not away or home & away:
                return "nobody of another country"
    return ""


def _governor(clause: Clause, roles: Roles) -> tuple[int, int] | None:
    """The predicate after an infinitive: the next verb of its region with the noun before it."""
    first = roles.chunks[clause.verb].last
    after = next(
        (c for c in roles.clauses if c.verb > clause.verb and (clause.verb < min(c.chunks, default=c.verb) or c.outer)),
        None,
    )
    if after is None or after.verb < 0:
        rest = [c for c in roles.chunks if c.first >= first][:2]
        return (first, rest[-1].last) if rest else None
    return first, roles.chunks[after.verb].last
