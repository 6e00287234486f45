"""Roles → drafts: candidates with their participants, the more specific frame winning.

An act that another one is about (`हमला करने की धमकी दी`) belongs to that one's trigger and is no draft of its own.
"""

from ghatna.frame.absorbed import charged_too, echoed, spoken
from ghatna.frame.asserted import NOT_ASSERTED, untold
from ghatna.frame.behind import behind, met, of_participles
from ghatna.frame.candidate import Candidate
from ghatna.frame.carry import Carrier
from ghatna.frame.content import (
    CONFLICT,
    Found,
    beside,
    find_contents,
    from_infinitive,
    judged,
    performed,
    said,
    spoken_of,
    told_in_content,
)
from ghatna.frame.match import candidates, mode
from ghatna.frame.merge import in_order, merged, with_manners, with_outcomes
from ghatna.frame.refusal import refusal
from ghatna.frame.slots import Filler
from ghatna.frame.source import source_of
from ghatna.frame.status import status
from ghatna.frame.vocabulary import Vocabulary
from ghatna.lexicon.cases import AGAINST, BETWEEN, GENITIVE, INSIDE, ON, WITH
from ghatna.lexicon.labels import Labels
from ghatna.lexicon.rules import ClauseWords, Rules
from ghatna.model import Clause, Draft, Miss, Party, Roles

OFFERS = 1
"""The quad of acts that offer cooperation in words."""


def drafts(roles: Roles, rules: Rules, labels: Labels, misses: list[Miss] | None = None) -> tuple[Draft, ...]:
    """The events of a sentence in words, in text order. `misses`, when given, takes the frames that were near."""
    filler = Filler(roles, rules)
    words = Vocabulary(roles, rules)
    carrier = Carrier(roles, filler, labels)
    found: list[Found] = []
    for candidate in candidates(roles, rules, words):
        one = _fill(candidate, found, roles, rules, labels, filler, words, carrier)
        if isinstance(one, Found):
            found.append(one)
        else:
            _miss(misses, candidate, one)
    kept = _choose(found, misses)
    find_contents(kept, roles)
    orders = [f for f in kept if f.content is not None and f.candidate.frame.row.performs and performed(f, labels)]
    for order in orders:
        act = next(f for f in kept if f.candidate is order.content)
        act.actors, act.content, act.last = order.actors or act.actors, None, order.candidate.last
        act.governed = order.candidate.clause
        for other in beside(act, kept, roles):
            other.actors, other.governed = order.actors or other.actors, order.candidate.clause
        order.content = None
    aside = {id(f.candidate) for f in orders} | echoed(kept, roles, labels)

    told: list[tuple[Found, Draft]] = []
    for one in kept:
        if id(one.candidate) in aside:
            continue
        draft = _draft(one, roles, rules, labels, filler, kept, words, carrier)
        if isinstance(draft, Draft):
            told.append((one, draft))
        else:
            _miss(misses, one.candidate, draft)
    # Only an act that is told itself takes what it speaks of: समझा जाता है कि … is nobody's advice.
    acts = [one for one, _ in told]
    absorbed = {id(f.content) for f in acts if f.content is not None} | spoken(acts, roles, labels)
    absorbed |= charged_too(acts, roles, labels)
    out = [draft for one, draft in told if id(one.candidate) not in absorbed]
    return merged(carrier.actors(with_outcomes(with_manners(out, rules, roles), rules, roles)))


def _fill(
    candidate: Candidate,
    found: list[Found],
    roles: Roles,
    rules: Rules,
    labels: Labels,
    filler: Filler,
    words: Vocabulary,
    carrier: Carrier,
) -> Found | str:
    """A candidate with its participants, or why its frame does not count here."""
    if why := refusal(candidate, roles, words, rules):
        return why
    row = candidate.frame.row
    patient = any(slot.split("?")[0].split(":")[0] == GENITIVE for slot in row.recipient)
    suffers = (
        filler.fill(row.recipient, candidate, suffering=True)
        if patient and (candidate.event or candidate.noun >= 0)
        else ()
    )
    if INSIDE in row.recipient:
        suffers = filler.before_trigger(candidate)
    actors = filler.fill(row.actor, candidate, taken=suffers)
    both = tuple(p for slot in row.both for p in filler.fellows(slot, candidate, actors)) if row.both else ()
    if len(both) > 1 and filler.before_clause(actors, roles.clauses[candidate.clause]):
        actors = ()  # पुलिस ने गोली चलाई और | दोनों देशों के मंत्रियों के बीच बातचीत हुई: both sides stand in it
    others = of_participles(candidate, found, roles)
    recipients = suffers or filler.fill(row.recipient, candidate, taken=(*actors, *both, *others), suffering=True)
    told = recipients
    if labels.types[row.type].factive or labels.types[row.type].answers or any(p.why == AGAINST for p in recipients):
        recipients = filler.blamed(recipients, candidate.clause)
    parties = in_order((*actors, *both))
    if both and suffers and row.recipient == (GENITIVE,):  # नक्सलियों के साथ पुलिस की मुठभेड़: nobody suffers it alone
        parties, recipients = in_order((*parties, *suffers)), ()
    if candidate.event and row.within and candidate.noun == candidate.first and _told_within(candidate, roles):
        mate = filler.fill((WITH, BETWEEN), candidate)
        lead = filler.karta(roles.clauses[candidate.clause], candidate.clause, candidate, 2)
        between = filler.fill((BETWEEN,), candidate)
        if len(between) > 1:
            mate, lead = between, between  # दोनों नेताओं के बीच | बैठक में | सौदे पर मुहर लगी
        if not mate or not lead:
            return "who met is not stated"
        parties = in_order((*lead, *mate))
    elif len(parties) == 1 and (lead := met(candidate, roles, filler, parties)):
        parties = in_order((*parties, *lead))
    elif len(parties) == 1 and row.both:
        parties = in_order((*parties, *filler.groups.mates(parties[0])))
    one = Found(candidate, parties, recipients, first=candidate.first)
    two = tuple(p for p in parties if p.why == BETWEEN and filler.two(p))
    if two and not row.complement:
        parties = one.actors = two  # दोनों नेताओं के बीच | वार्ता हुई: nobody else
    if not parties:
        one.actors = parties = carrier.doers(one, found) or behind(candidate, roles, filler, labels)
        if recipients and parties and recipients == parties:
            one.recipients = recipients = ()
    if len(parties) == 1 and row.both and (all_ := carrier.partners(one, found)):
        one.actors = parties = all_
    if not told and not (row.complement or row.content):
        one.recipients = recipients = carrier.recipients(one, mode(candidate, roles, words), found)
    later = row.complement or row.content or (labels.types[row.type].blames and told_in_content(candidate, roles))
    says = labels.types[row.type].saying
    why = "" if later else _unmet(row.needs, parties, recipients, filler, says=says)
    return why or one


def _told_within(candidate: Candidate, roles: Roles) -> bool:
    """Whether an event noun is the scene of another act: उन्होंने … के साथ बैठक में कहा."""
    chunk = next(c for c in roles.chunks if c.first <= candidate.noun < c.last)
    return chunk.last > chunk.body


def _miss(misses: list[Miss] | None, candidate: Candidate, reason: str) -> None:
    if misses is not None:
        misses.append(Miss(candidate.frame.id, reason, candidate.first, candidate.last))


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
    """Whether another act stands between a headline's verb and its noun part (किया | मदद देने का | वादा), or between the
    noun of what happened and its verb: मौत | गोली चलाने से | हुई."""
    parted = b.last <= a.noun or (0 <= a.noun_last <= b.first and b.last < a.last)
    return a.clause != b.clause and a.first < b.first and parted


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
    why, over = untold(candidate, roles, rules.clauses, performed=one.governed >= 0)
    if why:
        return why
    state, cue = status(candidate, roles, rules, over=over)
    if over is not None and not cue and not judged(over, kept, roles, labels):
        return NOT_ASSERTED
    actors, recipients = one.actors, one.recipients
    which = mode(candidate, roles, words)
    if one.content is not None:
        inner = one.content.frame.row
        if not row.mode:
            which = labels.mode_of_content(row.type, inner.type, mode(one.content, roles, words)) or which
        blames = labels.types[row.type].blames  # आतंकियों को | पनाह देने का | आरोप: not against them
        if blames and not recipients:
            recipients = carrier.recipients(one, which, [f for f in kept if f is not one])
        if not recipients and not blames:
            recipients = filler.fill(inner.recipient, one.content, taken=actors)
    elif row.complement and not recipients and one.infinitive >= 0:
        if labels.types[row.type].blames:  # गिरोह से जुड़े होने का | आरोप: said of who is told of before
            recipients = carrier.recipients(one, which, [f for f in kept if f is not one])
        if not recipients:
            recipients = from_infinitive(one, roles, filler, actors, offers=labels.types[row.type].quad == OFFERS)
            if labels.types[row.type].blames:  # उन पर | विश्व युद्ध का | खतरा मोल लेने का | आरोप, but not whom with को
                recipients = tuple(p for p in recipients if p.why in (ON, AGAINST))
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
        if not recipients and row.content and labels.types[row.type].quad in CONFLICT:
            recipients = carrier.addressee(one)
    if row.complement and not recipients:
        one.actors = actors
        recipients = carrier.recipients(
            one, which, [f for f in kept if f is not one and f.candidate is not one.content]
        )
    type_ = row.type
    if state == "future" and labels.types[type_].future:
        type_, which, state = labels.types[type_].future, None, "actual"
    elif state == "negated" and labels.types[type_].declined and _declined(clause, roles, actors, over, rules.clauses):
        declined = labels.types[type_].declined
        type_, which, state = declined, labels.mode_of_content(declined, row.type, which), "actual"
    if why := _unmet(row.needs, actors, recipients, filler, says=labels.types[row.type].saying):
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
    )


def _declined(
    clause: Clause, roles: Roles, actors: tuple[Party, ...], over: tuple[int, int] | None, shapes: ClauseWords
) -> bool:
    """Whether it is refused, and not told, that something is not done: वह बातचीत नहीं करेगा, बातचीत न करने का फैसला."""
    if over is not None and any(t.lemma in shapes.resolves for t in roles.tagged.tokens[over[0] : over[1]]):
        return True
    group = roles.chunks[clause.verb].verb if clause.verb >= 0 else None
    return group is not None and group.tense == "fut" and bool(actors)


def _unmet(
    needs: tuple[str, ...],
    actors: tuple[Party, ...],
    recipients: tuple[Party, ...],
    filler: Filler,
    *,
    says: bool,
) -> str:
    for need in needs:
        if need == "both" and len(actors) + len(recipients) < 2 and not any(filler.two(p) for p in actors):
            return "one side only"
        if (need == "actor" and not actors) or (need == "recipient" and not recipients):
            return f"no {need} named"
        if need == "party" and not any(filler.public(p, says=says) for p in (*actors, *recipients)):
            return "nobody of public life is named"
        if need == "abroad":
            home = frozenset(c for p in actors for c in filler.homes(p))
            away = frozenset(c for p in recipients for c in filler.homes(p))
            if not home or not away or home & away:
                return "nobody of another country"
    return ""
