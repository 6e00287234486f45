"""Acts that others speak of, and that are no acts of their own: what is promised, what a charge tells."""

from ghatna.frame.candidate import Candidate
from ghatna.frame.content import Found, after, apart
from ghatna.lexicon.labels import Labels
from ghatna.model import Roles

SPEAKER = "speaker"
BESIDE = frozenset(("participle", "conjunctive"))
"""Clauses that tell how something is said: निशाना साधते हुए | कहा कि …"""
SAID = frozenset(("speech", "conditional"))
"""Clauses that what they depend on may say: चेतावनी दी कि | मांगें न मानीं | तो हड़ताल करेंगे."""


def spoken(kept: list[Found], roles: Roles, labels: Labels) -> set[int]:
    """Candidates that are what a promise, demand or threat says in its कि clause: no acts of their own."""
    saying = {
        f.candidate.clause: f.candidate
        for f in kept
        if labels.types[f.candidate.frame.row.type].saying and not f.candidate.event
    }
    out: set[int] = set()
    for one in kept:
        at_ = one.candidate.clause
        for _ in range(3):
            clause = roles.clauses[at_]
            told = clause.speaker if clause.speaker >= 0 or clause.kind not in SAID else clause.parent
            if told in saying and told != one.candidate.clause and not _before(one.candidate, saying[told], roles):
                out.add(id(one.candidate))
            if clause.parent < 0:
                break
            at_ = clause.parent
    return out


def echoed(kept: list[Found], roles: Roles, labels: Labels) -> set[int]:
    """Candidates that only tell what a charge says of somebody, which is no second charge: आरोप लगाया कि सरकार | झूठ बोल
    रही है. The charge takes whom they are about where it names nobody."""
    out: set[int] = set()
    for one in kept:
        row, clause = one.candidate.frame.row, roles.clauses[one.candidate.clause]
        if row.actor != (SPEAKER,) or not labels.types[row.type].blames:
            continue
        told = clause.speaker if clause.speaker >= 0 else clause.parent if clause.kind == "speech" else -1
        beside = {told, *(n for n, c in enumerate(roles.clauses) if c.parent == told and c.kind in BESIDE)}
        charge = next((f for f in kept if f is not one and f.candidate.clause in beside), None)
        if charge is not None and charge.candidate.frame.row.type == row.type:
            charge.recipients = charge.recipients or apart(one.recipients, charge.actors)
            out.add(id(one.candidate))
    return out


def charged_too(acts: list[Found], roles: Roles, labels: Labels) -> set[int]:
    """Candidates of conjunctive clauses right before the infinitive of a charge, which charges them too:
    हमले कर | जनसंहार करने का | आरोप लगाया."""
    out: set[int] = set()
    for one in acts:
        if one.infinitive < 0 or not labels.types[one.candidate.frame.row.type].blames:
            continue
        inner = next(c for c in roles.clauses if c.verb == one.infinitive)
        begun = min((*inner.chunks, inner.verb))
        for act in acts:
            clause = roles.clauses[act.candidate.clause]
            if clause.kind == "conjunctive" and clause.verb + 1 == begun:
                out.add(id(act.candidate))
    return out


def _before(candidate: Candidate, saying: Candidate, roles: Roles) -> bool:
    """Whether an act stands before a verb of saying that tells something else after it: ‘…’, मंत्री बोले- …"""
    said_too = [n for n, c in enumerate(roles.clauses) if c.speaker == saying.clause and c.kind == "speech"]
    return candidate.first < saying.first and bool(after(said_too, saying, roles))
