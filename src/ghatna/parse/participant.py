"""Which words can name a participant, and subjects that nothing marks.

A direct subject stands bare before the next group (`पुलिस घटना की जांच कर रही है`), and the chunker, which cuts at
postpositions, takes both for one group. Where a clause wants a subject and has none, its first group is cut here.
"""

from ghatna.lexicon.cases import DIRECT, ERGATIVE, GENITIVE, IN, ON
from ghatna.model import Chunk, Clause, NameAt, Role, Tagged

ACTING = frozenset(("role", "body", "group", "party", "person", "country", "seat"))
SEMS = frozenset(("human", "group", "body"))


def participant(tagged: Tagged, i: int, named: dict[int, NameAt]) -> bool:
    """Whether token `i` can be the head of a participant: a name that acts, a noun for people or an institution, a
    pronoun, or an unknown proper noun."""
    reading = tagged.tokens[i].readings[0]
    name = named.get(i)
    if name is not None:
        kinds = {n.kind for n in name.names}
        return bool(kinds & ACTING) or (kinds == {"adjective"} and reading.sem in SEMS)
    return reading.sem in SEMS or reading.pos == "PRON" or (reading.pos == "PROPN" and not reading.sem)


PEOPLE = frozenset(("person", "group", "role"))
COMPOUND = frozenset(("place", "human", "group", "body"))
"""Kinds of nouns that join a body or country into one name: पुलिस चौकी, भारत सरकार, सेना प्रमुख."""


def bare_subjects(
    tagged: Tagged, chunks: tuple[Chunk, ...], clauses: tuple[Clause, ...], roles: tuple[tuple[Role, ...], ...]
) -> tuple[Chunk, ...] | None:
    """The chunks anew with bare subjects cut off, or None when no clause lacks its subject."""
    named = {t: at for at in tagged.names for t in range(at.first, at.last)}
    cuts: dict[int, int] = {}
    direct: set[int] = set()
    for clause, some in zip(clauses, roles, strict=True):
        if clause.verb < 0 or clause.kind not in ("main", "coordinate", "speech", "conditional"):
            continue
        verb = chunks[clause.verb].verb
        if verb is None or verb.form != "finite" or verb.voice == "passive":
            continue
        if any(r.karaka == "karta" and _stands(r.chunk, clause, tagged, chunks, named) for r in some):
            continue
        nouns = [i for i in (*clause.outer, *clause.chunks) if chunks[i].kind == "noun"]
        if not nouns or any(chunks[i].case == ERGATIVE for i in nouns):
            continue
        first = min(nouns)
        while chunks[first].case == GENITIVE and first + 1 in nouns and not _cut(tagged, chunks[first], named):
            first += 1  # यूरोपीय संघ के | सदस्य तेल को लेकर
        if first > min(nouns) and chunks[first].case == ON:
            continue  # यमन के हूती ठिकानों पर is one group
        joined = [first]
        while first + 2 < len(chunks) and chunks[first + 1].kind == "join" and chunks[first + 2].kind == "noun":
            first += 2  # रूस और | उत्तर कोरिया न्याय की: the last of a list is cut
            joined.append(first)
        cut = _cut(tagged, chunks[first], named)
        if cut > 0:
            cuts[first] = cut
            direct.update(joined[:-1])
    if not cuts:
        return None
    out: list[Chunk] = []
    for i, chunk in enumerate(chunks):
        at = cuts.get(i, 0)
        if at:
            out.append(Chunk("noun", chunk.first, at, at - 1, at, case=DIRECT))
            out.append(Chunk("noun", at, chunk.last, chunk.head, chunk.body, case=chunk.case))
        elif i in direct:
            out.append(Chunk("noun", chunk.first, chunk.last, chunk.head, chunk.body, case=DIRECT))
        else:
            out.append(chunk)
    return tuple(out)


def _stands(i: int, clause: Clause, tagged: Tagged, chunks: tuple[Chunk, ...], named: dict[int, NameAt]) -> bool:
    """Whether a direct group is a subject; an unknown noun right before the verb is rather its noun part."""
    head = chunks[i].head
    return participant(tagged, head, named) and (i != clause.verb - 1 or head in named)


def _cut(tagged: Tagged, chunk: Chunk, named: dict[int, NameAt]) -> int:
    """Where the subject at the beginning of a group ends; 0 when the group is one name."""
    tokens = tagged.tokens
    if chunk.case == DIRECT:
        return 0
    at = chunk.first
    while at < chunk.body and tokens[at].pos in ("NUM", "DET", "ADJ") and at not in named:
        at += 1
    people, role = False, False
    begun = at
    while at < chunk.body and (name := named.get(at)) is not None:
        kinds = {n.kind for n in name.names}
        if at > begun and not (role and "person" in kinds):
            break
        role = "person" not in kinds
        if not kinds & ACTING:
            return 0
        people = bool(kinds & PEOPLE) and tokens[name.last - 1].readings[0].sem != "body"
        at = name.last
    if at == begun:
        if at >= chunk.body or not participant(tagged, at, named):
            return 0
        people = True
        while at < chunk.body and participant(tagged, at, named) and at not in named:
            at += 1
    if at >= chunk.body:
        return 0
    head = tokens[chunk.head].readings[0]
    several = head.case == "obl" and head.number == "pl"
    scene = head.sem == "place" or (head.sem == "body" and chunk.case in (IN, ON))
    if head.sem in COMPOUND and not several and not (people and scene):
        return 0
    return at
