"""One act, one event: drafts of the same act joined."""

import msgspec

from ghatna.lexicon.cases import IN
from ghatna.lexicon.rules import Rules
from ghatna.model import Draft, Party, Roles

FORCES = frozenset(("MIL", "COP"))
RIOT = "riot"


def in_order(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Participants in text order, each once: of two that begin alike the shorter (एक जवान, एक जवान घायल)."""
    seen: dict[int, Party] = {}
    for party in sorted(parties, key=lambda p: (p.first, p.last)):
        seen.setdefault(party.first, party)
    return tuple(seen.values())


def with_outcomes(found: list[Draft], rules: Rules, roles: Roles) -> list[Draft]:
    """Joins what came of an act (dead and wounded) to the act of the same type that the sentence tells, unless they are
    of those who did it and others suffered it: सेना ने दो आतंकी मार गिराए, एक जवान शहीद हो गया."""
    out: list[Draft] = []
    for draft in found:
        if _setting(draft, found, rules, roles):
            continue
        telling = rules.frames[draft.frame].row.outcome
        twin = next((d for d in out if d.type == draft.type and (telling or rules.frames[d.frame].row.outcome)), None)
        if twin is None or twin.status != draft.status:
            out.append(draft)
            continue
        act, outcome = (twin, draft) if telling else (draft, twin)
        if _own_side(act, outcome, roles):
            out.append(draft)
            continue
        recipients = in_order((*act.recipients, *outcome.recipients))
        fell = {p.first for p in outcome.recipients}  # 24 मरे, गोलियां चलाते दिखे कैदी
        actors = tuple(p for p in act.actors if p.first not in fell) or outcome.actors
        mode = act.mode or outcome.mode
        out[out.index(twin)] = msgspec.structs.replace(act, recipients=recipients, actors=actors, mode=mode)
    return out


def _setting(draft: Draft, found: list[Draft], rules: Rules, roles: Roles) -> bool:
    """Whether a noun of violence by nobody is only in what its dead fell: चुनाव के बाद | हुई हिंसा में | दस लोग मारे गए."""
    if draft.actors or draft.mode != RIOT:
        return False
    at = next((k for k, c in enumerate(roles.chunks) if c.kind == "noun" and c.body == draft.last), None)
    if at is None or roles.chunks[at].case != IN:
        return False
    return any(rules.frames[d.frame].row.outcome and at in roles.clauses[d.clause].chunks for d in found)


def _own_side(act: Draft, outcome: Draft, roles: Roles) -> bool:
    """Whether a later piece tells of the dead of those whose act has its own victims: both are forces of one state."""
    told = roles.clauses[outcome.clause].kind
    if told == "relative" or outcome.clause <= act.clause or not act.actors or not act.recipients:
        return False
    (did, home), (fell, land) = (_forces(parties, roles) for parties in (act.actors, outcome.recipients))
    return did and fell and not (home and land and not home & land)


def _forces(parties: tuple[Party, ...], roles: Roles) -> tuple[bool, set[str]]:
    """Whether participants belong to an army or police, and the countries that their names tell."""
    names = [n for p in parties for at in roles.tagged.names if p.first <= at.first < p.last for n in at.names]
    return any(FORCES & set(n.sectors) for n in names), {n.country for n in names if n.country}


def with_manners(found: list[Draft], rules: Rules, roles: Roles) -> list[Draft]:
    """Joins a participle that tells how (गोली मारकर | हत्या) to the act of the same type right after it, or that it
    depends on (गोली मारकर नेता की हत्या); and one that names an act to the words that are the act."""
    out: list[Draft] = []
    for draft in found:
        how = out[-1] if out else None
        if how is not None and _worded(how, draft, rules, roles):
            mode = draft.mode or how.mode
            out[-1] = msgspec.structs.replace(
                how, last=draft.last, mode=mode, recipients=how.recipients or draft.recipients, clause=draft.clause
            )
            continue
        if how is None or not rules.frames[how.frame].row.manner or how.type != draft.type:
            out.append(draft)
            continue
        under = roles.clauses[how.clause].parent == draft.clause
        leads = under and roles.clauses[draft.clause].verb < 0
        if under and not leads and how.last < draft.first and _spans(how.actors) == _spans(draft.actors) != set():
            whom = in_order((*how.recipients, *draft.recipients))  # विद्रोहियों को निशाना बनाकर | वायुसेना ने | हमले किए
            out[-1] = msgspec.structs.replace(draft, recipients=whom, mode=draft.mode or how.mode)
            continue
        if how.last != draft.first and not leads:
            out.append(draft)
            continue
        recipients = in_order((*how.recipients, *draft.recipients))
        out[-1] = msgspec.structs.replace(
            how,
            last=draft.last,
            recipients=recipients,
            actors=how.actors or draft.actors,
            status=draft.status,
            cue=draft.cue,
            clause=draft.clause,
        )
    return out


def _worded(how: Draft, draft: Draft, rules: Rules, roles: Roles) -> bool:
    """Whether an act's words follow the participle that names it: चेतावनी देते हुए | कहा कि …"""
    said = rules.frames[draft.frame].row.content and roles.clauses[how.clause].parent == draft.clause
    return bool(said) and how.type == draft.type and how.actors == draft.actors and how.status == draft.status


def merged(found: list[Draft]) -> tuple[Draft, ...]:
    """The same act said twice in a sentence is one event: same type and mode, same or missing participants."""
    out: list[Draft] = []
    for draft in found:
        twin = next(
            (
                d
                for d in out
                if (d.type, d.mode, d.status) == (draft.type, draft.mode, draft.status) and _agree(d, draft)
            ),
            None,
        )
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
