"""Who is reported as saying that it happened: के मुताबिक, or the doer of the verb of saying; never the act's own doer."""

from ghatna.frame.slots import Filler
from ghatna.lexicon.cases import ERGATIVE, GENITIVE
from ghatna.model import Clause, Party, Roles
from ghatna.parse.participant import participant


def source_of(clause: Clause, roles: Roles, filler: Filler, actors: tuple[Party, ...]) -> Party | None:
    """The source of an act told in `clause`, done by `actors`."""
    found = _according(clause, roles, filler) or filler.said_by(clause) or _claiming(clause, roles, filler)
    if not found or _speaks_of_itself(clause, roles, filler, actors):
        return None
    source = found[-1]
    tokens = roles.tagged.tokens
    for actor in actors:
        if actor.first < source.last and source.first < actor.last:
            return None
        if actor.last - actor.first == 1 and tokens[actor.first].lemma in filler.shapes.first_person:
            return None
    return source


def _according(clause: Clause, roles: Roles, filler: Filler) -> tuple[Party, ...]:
    """Who or what an act is told by with के मुताबिक; of a report its owner; nobody for terms and laws (शर्तों के अनुसार)."""
    found: tuple[Party, ...] = ()
    for i, chunk in enumerate(roles.chunks):
        if chunk.kind != "noun" or chunk.case not in filler.shapes.source_cases:
            continue
        between = roles.chunks[clause.verb + 1 : i] if clause.verb >= 0 else ()
        if any(c.kind in ("sub", "relative") or (c.verb is not None and c.verb.form == "finite") for c in between):
            continue  # of a later clause
        first = min((*clause.chunks, clause.verb)) if clause.verb >= 0 else min(clause.chunks, default=0)
        if any(roles.tagged.tokens[c.first].norm in filler.shapes.whereas for c in roles.chunks[i : first + 1]):
            continue  # of what others say
        report = roles.tagged.tokens[chunk.body - 1].lemma in filler.shapes.documents
        if report:
            said = roles.tagged.tokens[chunk.body - 1].lemma not in filler.shapes.nameless
            found = filler.groups.owners(i, "source") or (
                filler.groups.phrase(i, chunk.body, "source", thing=True) if said else ()
            )
        elif participant(roles.tagged, chunk.body - 1, filler.named):
            found = filler.groups.phrase(i, chunk.body, "source")
    return found


def _claiming(clause: Clause, roles: Roles, filler: Filler) -> tuple[Party, ...]:
    """Who claims or confirms what an infinitive tells: विपक्ष ने | लोगों के मारे जाने का | दावा किया."""
    group = roles.chunks[clause.verb].verb if clause.verb >= 0 else None
    if clause.kind != "infinitive" or clause.parent < 0 or group is None or group.case != GENITIVE:
        return ()
    after = roles.tagged.tokens[roles.chunks[clause.verb].last :][:1]
    if not any(t.lemma in (*filler.shapes.tidings, *filler.shapes.claimed) for t in after):
        return ()
    return tuple(p for p in filler.karta(roles.clauses[clause.parent], clause.parent, None, 1) if p.why == ERGATIVE)


def _speaks_of_itself(clause: Clause, roles: Roles, filler: Filler, actors: tuple[Party, ...]) -> bool:
    """Whether a doer is a pronoun for who speaks: मंत्री ने कहा कि वे … जाएंगे. In a quotation it is somebody else."""
    if clause.speaker < 0:
        return False
    tokens, shapes = roles.tagged.tokens, filler.shapes
    start = min((roles.chunks[i].first for i in (*clause.outer, *clause.chunks)), default=0)
    return any(
        p.last - p.first == 1
        and any(r.pos == "PRON" and r.lemma in shapes.himself for r in tokens[p.first].readings)
        and not any(t.norm in shapes.quotes for t in tokens[max(0, start - 1) : p.first])
        for p in actors
    )
