"""Roles → drafts: candidates with their participants, the more specific frame winning.

An act that another one is about (`हमला करने की धमकी दी`) belongs to that one's trigger and is no draft of its own.
"""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from ghatna.frame.match import Candidate, Vocabulary, allowed, at, candidates, mode, says
from ghatna.frame.slots import GENITIVE, Filler
from ghatna.frame.status import status
from ghatna.lexicon.labels import Labels
from ghatna.lexicon.rules import Rules
from ghatna.model import Clause, Draft, Miss, Party, Roles


FACTIVE = frozenset(("SUPPORT", "ACCUSE"))
SPEAKING = frozenset(("THREATEN", "REQUEST", "AGREE"))
"""Types whose act is the saying itself; what is said is their content."""


class _Found(Struct):
    """A candidate on its way to a draft."""

    candidate: Candidate
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    content: Candidate | None = None
    first: int = 0
    last: int = -1
    governed: int = -1
    """The clause of the order that performs this act."""

    @property
    def rank(self) -> tuple[int, int, int, int]:
        row = self.candidate.frame.row
        filled = bool(self.actors) + bool(self.recipients)
        conditions = bool(row.direct) + bool(row.near) + bool(row.content)
        return self.candidate.weight, conditions, filled, self.candidate.last - self.candidate.first


def drafts(roles: Roles, rules: Rules, labels: Labels, misses: list[Miss] | None = None) -> tuple[Draft, ...]:
    """The events of a sentence in words, in text order. `misses`, when given, takes the frames that were near."""
    filler = Filler(roles, rules)
    words = Vocabulary(roles, rules)
    found: list[_Found] = []
    for candidate in candidates(roles, rules, words):
        why = _refusal(candidate, roles, words)
        if why:
            _miss(misses, candidate, why)
            continue
        row = candidate.frame.row
        patient = any(slot.split("?")[0] == GENITIVE for slot in row.recipient)
        suffers = filler.fill(row.recipient, candidate) if patient and (candidate.event or candidate.noun >= 0) else ()
        actors = filler.fill(row.actor, candidate, taken=suffers)
        both = tuple(p for slot in row.both for p in filler.fill((slot,), candidate, taken=actors)) if row.both else ()
        recipients = suffers or filler.fill(row.recipient, candidate, taken=(*actors, *both))
        parties = _in_order((*actors, *both))
        if candidate.event and row.within and candidate.noun == candidate.first and roles_within(candidate, roles):
            mate = filler.fill(("के साथ", "के बीच"), candidate)
            lead = filler.karta(roles.clauses[candidate.clause], candidate.clause, candidate, 2)
            if not mate or not lead:
                _miss(misses, candidate, "who met is not stated")
                continue
            parties = _in_order((*lead, *mate))
        if not row.complement and (why := _unmet(row.needs, parties, recipients, filler)):
            _miss(misses, candidate, why)
            continue
        found.append(_Found(candidate, parties, recipients, first=candidate.first))
    kept = _choose(found, misses)
    _contents(kept, roles, rules)
    performed = [f for f in kept if f.content is not None and f.candidate.frame.row.performs and _performed(f, labels)]
    for order in performed:
        act = next(f for f in kept if f.candidate is order.content)
        act.actors, act.content, act.last = order.actors or act.actors, None, order.candidate.last
        act.governed = order.candidate.clause
        order.content = None
    absorbed = {id(f.content) for f in kept if f.content is not None} | _spoken(kept, roles) | {id(f.candidate) for f in performed}
    out: list[Draft] = []
    for one in kept:
        if id(one.candidate) in absorbed:
            continue
        draft = _draft(one, roles, rules, labels, filler, kept, words)
        if isinstance(draft, Draft):
            out.append(draft)
        else:
            _miss(misses, one.candidate, draft)
    return _merged(_with_outcomes(out, rules))


def roles_within(candidate: Candidate, roles: Roles) -> bool:
    """Whether an event noun is the scene of another act: उन्होंने … के साथ बैठक में कहा."""
    chunk = next(c for c in roles.chunks if c.first <= candidate.noun < c.last)
    return chunk.last > chunk.body


def _performed(order: _Found, labels: Labels) -> bool:
    """Whether an order is itself the act that it orders (a ban, an arrest, a deployment): material conflict is."""
    assert order.content is not None
    type_ = order.content.frame.row.type
    return labels.types[type_].quad == 4 or (type_ == "ACCUSE" and order.content.frame.row.mode in ("investigate", "allege"))


def _miss(misses: list[Miss] | None, candidate: Candidate, reason: str) -> None:
    if misses is not None:
        misses.append(Miss(candidate.frame.id, reason, candidate.first, candidate.last))


def _refusal(candidate: Candidate, roles: Roles, words: Vocabulary) -> str:
    """Why a frame does not count here, in the order of what is cheap to ask; empty when it does."""
    row = candidate.frame.row
    if why := allowed(candidate, words):
        return why
    clause = roles.clauses[candidate.clause]
    if row.alone and _object_stands(clause, roles):
        return "it has an object"
    if row.direct and not _object_is(candidate, roles, candidate.frame.direct):
        return "its object is not of the kind wanted"
    if row.content and not _content_mood(candidate, roles, row.content):
        return f"no content of mood {row.content}"
    return ""


def _object_stands(clause: Clause, roles: Roles) -> bool:
    """Whether a thing stands unmarked right before the verb: उन्हें टिकट मिला, not वे मंत्री से मिले."""
    if clause.verb < 1:
        return False
    before = roles.chunks[clause.verb - 1]
    reading = roles.tagged.tokens[before.head].readings[0]
    return before.kind == "noun" and before.case == "dir" and reading.sem in ("thing", "abstract", "speech", "event", "place")


def _object_is(candidate: Candidate, roles: Roles, wanted: tuple[tuple[str, ...], ...]) -> bool:
    """Whether one of the wanted words heads the object, or the part of it left before the trigger's noun."""
    clause = roles.clauses[candidate.clause]
    tokens = roles.tagged.tokens
    ends: list[int] = [candidate.noun] if candidate.noun > 0 else []
    for i in (*clause.chunks, *clause.outer):
        chunk = roles.chunks[i]
        if chunk.kind == "noun" and (chunk.case in ("dir", "को") or chunk.last == candidate.noun):
            ends.append(chunk.body)
    return any(says(tokens[end - 1], words[-1]) and at(tokens, words, end) >= 0 for words in wanted for end in ends)


def _content_mood(candidate: Candidate, roles: Roles, mood: str) -> bool:
    for clause in roles.clauses:
        if clause.speaker == candidate.clause and clause.verb >= 0:
            group = roles.chunks[clause.verb].verb
            if group is not None and group.form == "finite" and (group.mood == mood or (mood == "fut" and group.tense == "fut")):
                return True
    return False


def _in_order(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    seen: dict[tuple[int, int], Party] = {}
    for party in sorted(parties, key=lambda p: p.first):
        seen.setdefault((party.first, party.last), party)
    return tuple(seen.values())


def _choose(found: list[_Found], misses: list[Miss] | None) -> list[_Found]:
    """One candidate for any stretch of words: the more specific one."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: (tuple(-x for x in f.rank), f.candidate.frame.id)):
        rival = next((k for k in kept if _same_words(k.candidate, one.candidate)), None)
        if rival is None:
            kept.append(one)
        elif rival.candidate.frame is not one.candidate.frame:
            if one.candidate.frame.id in rival.candidate.frame.row.beats or rival.candidate.frame.id not in one.candidate.frame.row.beats:
                _miss(misses, one.candidate, f"beaten by {rival.candidate.frame.id}")
            else:
                kept[kept.index(rival)] = one
                _miss(misses, rival.candidate, f"beaten by {one.candidate.frame.id}")
    return sorted(kept, key=lambda f: (f.candidate.first, f.candidate.last))


def _same_words(a: Candidate, b: Candidate) -> bool:
    if a.clause == b.clause and not a.event and not b.event:
        return True
    return a.first < b.last and b.first < a.last


def _contents(kept: list[_Found], roles: Roles, rules: Rules) -> None:
    """Gives each act that may be about another one its content, and stretches its trigger over it."""
    for one in kept:
        if not one.candidate.frame.row.complement or one.candidate.first < 0:
            continue
        start = one.candidate.first
        k = next((i for i, c in enumerate(roles.chunks) if c.first <= start < c.last), -1) - 1
        while k >= 0 and roles.chunks[k].kind in ("adverb", "particle"):
            k -= 1
        if k < 0:
            continue
        before = roles.chunks[k]
        if before.verb is not None and before.verb.form == "inf":
            inner = next((f for f in kept if roles.clauses[f.candidate.clause].verb == k and f is not one and not f.candidate.event), None)
            own = roles.chunks[k - 1] if k else None
            bare = own is not None and own.kind == "noun" and own.case == "dir"
            one.first = inner.candidate.first if inner is not None else own.first if bare and own is not None else before.first
            one.content = inner.candidate if inner is not None else None
        elif before.kind == "noun" and before.case == "का":
            inner = next((f for f in kept if f is not one and f.candidate.last == before.body), None)
            if inner is not None:
                one.first, one.content = inner.candidate.first, inner.candidate


def _draft(one: _Found, roles: Roles, rules: Rules, labels: Labels, filler: Filler, kept: list[_Found], words: Vocabulary
) -> Draft | str:
    candidate = one.candidate
    row = candidate.frame.row
    clause = roles.clauses[candidate.clause]
    over: tuple[int, int] | None = None
    if clause.verb >= 0 and not candidate.event and one.governed < 0:
        group = roles.chunks[clause.verb].verb
        assert group is not None
        if group.form == "inf" and group.case not in rules.clauses.adverbial:
            over = _governor(clause, roles)
            if over is None:
                return "an infinitive that nobody asserts"
    state, cue = status(candidate, roles, rules, over=over)
    if over is not None and not cue and not _judged(clause, over, kept, roles):
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
        recipients = _from_infinitive(one, roles, filler, actors)
    if (row.content or row.complement) and (said := _said(candidate, roles, kept)) is not None:
        clause_said, inner_found = said
        if inner_found is not None and not row.mode:
            inner_row = inner_found.candidate.frame.row
            which = labels.mode_of_content(row.type, inner_row.type, mode(inner_found.candidate, roles, words)) or which
        if row.content and not recipients:
            recipients = _told_to(clause_said, roles, filler, actors)
        elif not recipients and inner_found is not None:
            recipients = inner_found.recipients
    type_ = row.type
    if state == "future" and labels.types[type_].future:
        type_, which, state = labels.types[type_].future, None, "actual"
    if why := _unmet(row.needs, actors, recipients, filler):
        return why
    source = _source(clause, candidate, roles, rules, filler, actors)
    return Draft(
        row.id, type_, which, state, cue, min(one.first, candidate.first), max(candidate.last, one.last), actors, recipients, source,
        candidate.clause, row.cameo,
    )


def _unmet(needs: tuple[str, ...], actors: tuple[Party, ...], recipients: tuple[Party, ...], filler: Filler) -> str:
    for need in needs:
        if need == "both" and len(actors) + len(recipients) < 2:
            return "one side only"
        if need == "actor" and not actors or need == "recipient" and not recipients:
            return f"no {need} named"
        if need == "party" and not any(
            any(t in filler.named for t in range(p.first, p.last)) for p in (*actors, *recipients)
        ):
            return "nobody of public life is named"
    return ""


def _governor(clause: Clause, roles: Roles) -> tuple[int, int] | None:
    """The predicate after an infinitive: the next verb of its region with the noun before it."""
    first = roles.chunks[clause.verb].last
    after = next((c for c in roles.clauses if c.verb > clause.verb and (clause.verb < min(c.chunks, default=c.verb) or c.outer)), None)
    if after is None or after.verb < 0:
        rest = [c for c in roles.chunks if c.first >= first][:2]
        return (first, rest[-1].last) if rest else None
    return first, roles.chunks[after.verb].last


def _judged(clause: Clause, over: tuple[int, int], kept: list[_Found], roles: Roles) -> bool:
    """Whether an infinitive is what somebody praises or condemns, and so has happened: मान्यता दिए जाने का स्वागत."""
    return any(
        f.candidate.frame.row.type in FACTIVE
        and not f.candidate.frame.row.complement
        and over[0] <= f.candidate.first
        and f.candidate.last <= over[1]
        for f in kept
    )


def _said(candidate: Candidate, roles: Roles, kept: list[_Found]) -> tuple[int, _Found | None] | None:
    """The first कि clause of an act, and what was found in it."""
    index = next((n for n, c in enumerate(roles.clauses) if c.speaker == candidate.clause), -1)
    if index < 0:
        return None
    return index, next((f for f in kept if roles.clauses[f.candidate.clause].speaker == candidate.clause), None)


def _told_to(index: int, roles: Roles, filler: Filler, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who ought to act: the group with को of a clause of duty, else its doer."""
    clause = roles.clauses[index]
    for i in clause.chunks:
        chunk = roles.chunks[i]
        if chunk.kind == "noun" and chunk.case == "को" and (found := filler.phrase(i, chunk.body, "content")):
            return found
    found = filler.karta(clause, index, None, 1)
    return tuple(p for p in found if not any(p.first < q.last and q.first < p.last for q in actors))


def _spoken(kept: list[_Found], roles: Roles) -> set[int]:
    """Candidates that are what a promise, demand or threat says in its कि clause: no acts of their own."""
    saying = {f.candidate.clause for f in kept if f.candidate.frame.row.type in SPEAKING and not f.candidate.event}
    out: set[int] = set()
    for one in kept:
        at_ = one.candidate.clause
        for _ in range(3):
            clause = roles.clauses[at_]
            if clause.speaker in saying and clause.speaker != one.candidate.clause:
                out.add(id(one.candidate))
            if clause.parent < 0:
                break
            at_ = clause.parent
    return out


def _from_infinitive(one: _Found, roles: Roles, filler: Filler, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """A recipient for an act whose content has no frame: the group with को, से, के खिलाफ … of the infinitive."""
    verb = next((i for i, c in enumerate(roles.chunks) if c.verb is not None and c.first <= one.first < c.last), -1)
    clause = next((c for c in roles.clauses if c.verb == verb), None)
    if clause is None:
        return ()
    for i in reversed(clause.chunks):
        chunk = roles.chunks[i]
        if chunk.kind == "noun" and chunk.case in filler.shapes.content_cases:
            found = filler.phrase(i, chunk.body, chunk.case)
            found = tuple(p for p in found if not any(p.first < q.last and q.first < p.last for q in actors))
            if found:
                return found
    return ()


def _source(
    clause: Clause, candidate: Candidate, roles: Roles, rules: Rules, filler: Filler, actors: tuple[Party, ...]
) -> Party | None:
    """Who is reported as saying so: के मुताबिक, or the doer of the verb of saying; never the act's own doer."""
    found: tuple[Party, ...] = ()
    for i, chunk in enumerate(roles.chunks):
        if chunk.kind == "noun" and chunk.case in rules.clauses.source_cases:
            found = filler.phrase(i, chunk.body, "source", thing=True)
    speaker = clause.speaker
    if speaker < 0 and clause.parent >= 0:
        speaker = roles.clauses[clause.parent].speaker
    if not found and speaker >= 0:
        said = roles.clauses[speaker]
        found = filler.karta(said, speaker, None, 2) or filler.speaker(said)
    if not found:
        return None
    source = found[-1]
    tokens = roles.tagged.tokens
    for actor in actors:
        if actor.first < source.last and source.first < actor.last:
            return None
        if actor.last - actor.first == 1 and tokens[actor.first].lemma in rules.clauses.first_person:
            return None
    return source


def _with_outcomes(found: list[Draft], rules: Rules) -> list[Draft]:
    """Joins what came of an act (dead and wounded) to the act of the same type that the sentence tells."""
    out: list[Draft] = []
    for draft in found:
        telling = rules.frames[draft.frame].row.outcome
        twin = next((d for d in out if d.type == draft.type and (telling or rules.frames[d.frame].row.outcome)), None)
        if twin is None or twin.status != draft.status:
            out.append(draft)
            continue
        act, outcome = (twin, draft) if telling else (draft, twin)
        recipients = _in_order((*act.recipients, *outcome.recipients))
        actors = act.actors or outcome.actors
        mode = act.mode or outcome.mode
        out[out.index(twin)] = msgspec.structs.replace(act, recipients=recipients, actors=actors, mode=mode)
    return out


def _merged(found: list[Draft]) -> tuple[Draft, ...]:
    """The same act said twice in a sentence is one event: same type and mode, same or missing participants."""
    out: list[Draft] = []
    for draft in found:
        twin = next((d for d in out if (d.type, d.mode, d.status) == (draft.type, draft.mode, draft.status) and _agree(d, draft)), None)
        if twin is None:
            out.append(draft)
        elif len(draft.actors) + len(draft.recipients) > len(twin.actors) + len(twin.recipients):
            out[out.index(twin)] = draft
    return tuple(out)


def _agree(a: Draft, b: Draft) -> bool:
    same_actors = not a.actors or not b.actors or _spans(a.actors) == _spans(b.actors)
    same_recipients = not a.recipients or not b.recipients or _spans(a.recipients) == _spans(b.recipients)
    same_recipients = same_recipients or (bool(a.actors) and _pronouns(b.recipients))
    return same_actors and same_recipients


def _pronouns(parties: tuple[Party, ...]) -> bool:
    return all(p.pronoun for p in parties)


def _spans(parties: tuple[Party, ...]) -> set[tuple[int, int]]:
    return {(p.first, p.last) for p in parties}


def each(found: tuple[Draft, ...]) -> Iterator[Draft]:
    """Drafts in text order."""
    yield from sorted(found, key=lambda d: d.first)
