"""Who is behind an act whose own clause does not say so: whose report, whose announcement, whose words, whose talk."""

from ghatna.frame.candidate import Candidate
from ghatna.frame.content import Found
from ghatna.frame.slots import Filler
from ghatna.lexicon.cases import AFTERWARDS, ERGATIVE, GENITIVE, IN
from ghatna.lexicon.labels import Labels
from ghatna.model import Party, Roles

FORCES = ("country", "group", "seat")
"""Names of those that fight."""


def of_participles(candidate: Candidate, found: list[Found], roles: Roles) -> tuple[Party, ...]:
    """Whom a participle before an act names for its own (मंत्री से माफी की मांग करने वाले | संगठन ने … से इनकार किया), unless it
    tells of the act's object, which passes on who gets it."""
    out: list[Party] = []
    for one in found:
        clause = roles.clauses[one.candidate.clause]
        tells = clause.kind in ("participle", "agentive") and clause.antecedent >= 0 and clause.verb >= 0
        if tells and roles.chunks[clause.antecedent].case == ERGATIVE and one.candidate.last <= candidate.first:
            out += (p for p in one.recipients if p.last <= roles.chunks[clause.verb].first)
    return tuple(out)


def behind(candidate: Candidate, roles: Roles, filler: Filler, labels: Labels) -> tuple[Party, ...]:
    """Who does it by reporting, announcing or saying it."""
    return (
        _reporting(candidate, roles, filler, labels)
        or _announcing(candidate, roles, filler)
        or _stating(candidate, roles, filler)
        or _claiming(candidate, roles, filler, labels)
    )


def _reporting(candidate: Candidate, roles: Roles, filler: Filler, labels: Labels) -> tuple[Party, ...]:
    """Whose report it is in which somebody is blamed by nobody else: आयोग की रिपोर्ट में पुलिस की आलोचना की गई."""
    if not labels.types[candidate.frame.row.type].blames:
        return ()
    return filler.author(roles.clauses[candidate.clause])


def _announcing(candidate: Candidate, roles: Roles, filler: Filler) -> tuple[Party, ...]:
    """Who says what will be done by nobody else, and so will do it: सरकार ने कहा कि मामले की जांच कराई जाएगी. Somebody
    without a name only knows of it (सूत्रों ने बताया)."""
    clause = roles.clauses[candidate.clause]
    group = roles.chunks[clause.verb].verb if clause.verb >= 0 else None
    if group is None or group.voice != "passive" or group.tense != "fut" or candidate.event:
        return ()
    lemmas = [t.lemma for t in roles.tagged.tokens]
    return tuple(
        p for p in filler.said_by(clause) if filler.institution(p) and lemmas[p.last - 1] not in filler.shapes.documents
    )


def _stating(candidate: Candidate, roles: Roles, filler: Filler) -> tuple[Party, ...]:
    """Whose words a verb of saying tells that is itself a noun: सेना का | कहना है कि …"""
    before = roles.clauses[candidate.clause].verb - 1
    row = candidate.frame.row
    if not row.content or "actor" in row.needs or candidate.noun >= 0 or before < 0:
        return ()
    chunk = roles.chunks[before]
    return filler.groups.phrase(before, chunk.body, GENITIVE) if chunk.case == GENITIVE else ()


def _claiming(candidate: Candidate, roles: Roles, filler: Filler, labels: Labels) -> tuple[Party, ...]:
    """Which force or state claims what was done by nobody else: सेना का दावा- चार विमान मार गिराए."""
    clause = roles.clauses[candidate.clause]
    group = roles.chunks[clause.verb].verb if clause.verb >= 0 else None
    if group is None or candidate.event or clause.speaker < 0 or not labels.types[candidate.frame.row.type].toll:
        return ()
    done = (
        group.form in ("finite", "perf") and group.voice == "active" and group.aspect == "perf" and group.mood == "ind"
    )
    if not done or group.negated or any(roles.chunks[i].case == ERGATIVE for i in clause.chunks):
        return ()
    told = roles.clauses[clause.speaker]
    tokens = roles.tagged.tokens
    claims = any(tokens[roles.chunks[i].head].lemma in filler.shapes.claimed for i in told.chunks)
    found = filler.said_by(clause) if claims else ()
    forces = all(any(filler.of_kind(k, p.last - 1) for k in FORCES) or filler.institution(p) for p in found)
    return found if forces else ()


def met(candidate: Candidate, roles: Roles, filler: Filler, mate: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who says or does something in a talk that a participle tells with the other side only: अधिकारियों के साथ हुई बैठक में |
    मंत्री ने कहा."""
    clause = roles.clauses[candidate.clause]
    if not (candidate.frame.row.within and candidate.event and candidate.first < candidate.noun):
        return ()
    chunk = next(c for c in roles.chunks if c.first <= candidate.noun < c.last)
    if chunk.case not in (IN, AFTERWARDS) or mate[0].why not in candidate.frame.row.both:
        return ()
    lead = filler.karta(clause, candidate.clause, None, 1)
    return lead if all(p.why == ERGATIVE and p.first >= chunk.last for p in lead) else ()
