"""Words of a participant that stand for somebody whom the article has named before: offices, short names, one word of
a name, `दोनों नेता`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from ghatna.model import Entity, NameAt, Party, Reading, Tagged, Token
from ghatna.resolve.actor import Who
from ghatna.resolve.antecedent import bearer, called, holder, pair, shortened
from ghatna.resolve.known import BODY, PEOPLE, PERSON, STATE, Known, lemma, own_name

if TYPE_CHECKING:
    from ghatna.resolve.memory import Memory

SHORT = 2
"""Words of a name that may be called again so."""
NEAR = 6
"""Sentences back in which `दोनों` finds its two."""
LEFT = "ELI"
"""The sector of those who have left their office."""
CLOSE = 3
"""Sentences back in which an institution finds who is at its head."""


def pronoun_of(token: Token) -> tuple[Reading, str] | None:
    """The reading of a token as a pronoun of the third person and its number; None for other words. उन, उस before a
    postposition are read as determiners first."""
    if token.pos not in ("PRON", "DET"):
        return None
    reading = next((r for r in token.readings if r.pos == "PRON"), None)
    return (reading, reading.number) if reading is not None else None


def stands_for(one: Known, who: Who) -> Who:
    """Who is meant by words that stand for `one` and by themselves say `who`."""
    why = f"stands for {one.words}, named in sentence {one.origin or one.sentence}"
    return structs.replace(
        one.who,
        sectors=one.who.sectors or who.sectors,
        country=one.who.country or who.country,
        why=f"{who.why}; {why}" if who.why else why,
        homes=() if one.who.country else who.homes,
        organ=who.organ,
        native=False,
    )


def recall(tagged: Tagged, party: Party, who: Who, others: Sequence[Who], memory: Memory) -> tuple[Who, Known | None]:
    """Who a participant is whose words stand for somebody named before, else `who` as it is. Pronouns are not read
    here."""
    tokens = tagged.tokens
    named = [at for at in tagged.names if party.first <= at.first and at.last <= party.last]
    if any(memory.names.mark(tokens[i]) == "genitive" for i in range(party.first, party.last)):
        return who, None
    words = own_name(tokens, party.first, party.last, named)
    if not words and party.last - party.first == 1 and who.name is None:
        alone = (tokens[party.first].norm,)  # सचिन पायलट …, पायलट ने
        one = bearer(alone, memory.having(alone, party.first), exactly=True)
        if one is not None and one.kind == PERSON:
            return stands_for(one, Who()), one
    if words:
        return _bearer(words, who, named, memory, party)
    if who.name is not None or not named:
        return who, None
    if not _bare(tokens, party, named, memory):
        return _of_state(tokens[party.last - 1], who, named, others, memory, party)
    roles = [lemma(name.row) for at in named for name in at.names if name.kind == "role"]
    if not roles:
        return who, None
    head = tokens[party.last - 1]
    if roles[-1] in memory.words.states and _single(head) and party.last - party.first > 1:
        states = [one for one in memory.recent(NEAR, party.first) if one.kind == STATE]  # इस देश ने
        return (stands_for(states[-1], Who()), states[-1]) if states else (who, None)
    one = _role(head, roles[-1:], named[-1], who, others, memory, party)
    if one is None:
        return _headed(roles[-1], who, others, memory, party) if _single(head) else who, None
    if one.kind == BODY or (one.kind == PERSON and _single(head)):
        meant = stands_for(one, who)
        former = _former(tokens, party, memory)
        return (structs.replace(meant, sectors=who.sectors) if former else meant), one
    # of the same kind, but not the same ones: soldiers and their army
    sectors = who.sectors or one.who.sectors
    why = f"{who.why}; like {one.words} of sentence {one.sentence}"
    return structs.replace(who, country=one.who.country, sectors=sectors, why=why), one if one.kind == PEOPLE else None


def _of_state(
    head: Token, who: Who, named: Sequence[NameAt], others: Sequence[Who], memory: Memory, party: Party
) -> tuple[Who, Known | None]:
    """The holder of an office that is told by its state: यूक्रेनी राष्ट्रपति."""
    told = [at for at in named if {name.kind for name in at.names} <= {"country", "adjective", "role"}]
    size = sum(at.last - at.first for at in told)
    role = next((name for name in named[-1].names if memory.names.role(name) is not None), None)
    if not who.country or size < party.last - party.first or role is None or not _single(head):
        return who, None
    kind = memory.names.role(role)
    if kind is None or kind.kind not in ("person", "leader"):
        return who, None
    word = lemma(role.row)
    before = memory.having((word.split()[-1],), party.first, officials=True)
    one = holder((word,), who.country, before, others, memory.words)
    if one is None or not one.who.name:
        return who, None
    return structs.replace(stands_for(one, who), sectors=who.sectors or one.who.sectors), one


def _bearer(
    words: tuple[str, ...], who: Who, named: Sequence[NameAt], memory: Memory, party: Party
) -> tuple[Who, Known | None]:
    """Somebody called by a word or two of a longer name."""
    known = {name.kind for at in named[-1:] for name in at.names}
    if len(words) > SHORT or (who.name is not None and "person" not in known):
        return who, None
    one = bearer(words, memory.having(words, party.first))
    if one is None and who.name is None and who.country is None:
        one = bearer(words, memory.later(words), exactly=True)
    if one is None or (who.name is not None and who.name == one.who.name):
        return who, None
    found = stands_for(one, who)
    return (structs.replace(found, sectors=who.sectors) if who.sectors and who.name is None else found), one


def _bare(tokens: Sequence[Token], party: Party, named: Sequence[NameAt], memory: Memory) -> bool:
    """Whether a participant is told by a common noun alone, or one that points to somebody named."""
    covered = {i for at in named for i in range(at.first, at.last) if any(n.kind == "role" for n in at.names)}
    return all(
        i in covered
        or memory.names.mark(tokens[i]) == "former"
        or tokens[i].lemma in memory.words.pointing
        or tokens[i].norm in memory.words.pointing
        for i in range(party.first, party.last)
    )


def _role(
    head: Token, roles: Sequence[str], at: NameAt, who: Who, others: Sequence[Who], memory: Memory, party: Party
) -> Known | None:
    """The last one to whom a common noun can go back."""
    role = next((found for name in at.names if (found := memory.names.role(name)) is not None), None)
    word = roles[0].split()[-1]
    if role is None:
        return None
    if roles[0] in memory.words.bodies and _single(head):
        one = shortened(word, memory.bodies(party.first), memory.words)
        if one is not None:
            return one
    before = memory.having((word,), party.first, officials=role.kind in ("person", "leader", "member"))
    if role.kind in ("person", "leader", "member") and _single(head):
        former = _former(memory.now.tagged.tokens, party, memory) if memory.now is not None else False
        # पूर्व मंत्री is none of those who are in office
        before = [one for one in before if one.kind != PERSON or one.left or (LEFT in one.who.sectors) == former]
        one = holder(roles, who.country, before, others, memory.words)
        if one is not None:
            return one
    return called(roles, before, others)


def _headed(role: str, who: Who, others: Sequence[Who], memory: Memory, party: Party) -> Who:
    """An institution told after who is at its head: ईरानी विदेश मंत्री …, मंत्रालय ने; else `who` as it is."""
    heads = memory.words.heads.get(role, ())
    words = {word.split()[-1] for word in heads}
    one = (
        holder(heads, None, memory.having(words, party.first, officials=True), others, memory.words) if heads else None
    )
    if one is None or not one.who.country:
        return who
    why = f"{who.why}; of {one.words}, named in sentence {one.origin or one.sentence}"
    return structs.replace(who, country=one.who.country, why=why, homes=())


def _former(tokens: Sequence[Token], party: Party, memory: Memory) -> bool:
    return any(memory.names.mark(tokens[i]) == "former" for i in range(party.first, party.last))


def _single(head: Token) -> bool:
    return any(reading.number != "pl" for reading in head.readings)


def two_of(token: int, others: Sequence[Who], memory: Memory) -> tuple[Known, ...]:
    """Whom `दोनों` alone means: the last two that were named, persons before states and others."""
    for back in range(NEAR + 1):
        for persons, sides in ((True, False), (False, False), (False, True)):
            if two := _two(back, token, others, memory, persons=persons, sides=sides):
                return two
    return ()


def _two(
    back: int, token: int, others: Sequence[Who], memory: Memory, *, persons: bool, sides: bool
) -> tuple[Known, ...]:
    """The last two named in `back` sentences, those first who were told together."""
    before, kept = _before(back, token, memory), memory.together(back)
    mates = [one for one in before if one.who.country in kept]
    return pair(mates, others, persons=persons, sides=sides) or pair(before, others, persons=persons, sides=sides)


def _before(back: int, token: int, memory: Memory) -> list[Known]:
    return [one for one in memory.recent(back, token) if one.first >= 0]


def both(
    entity: Entity,
    tagged: Tagged,
    party: Party,
    who: Who,
    others: Sequence[Who],
    memory: Memory,
    countries: Sequence[str],
) -> tuple[tuple[Entity, Known | None], ...]:
    """`दोनों देश`, `दोनों नेता`, `दोनों पक्ष`: one entity for each of the last two that the article named, else of the
    last two `countries` of its events; none where it did not name two."""
    heads = {token.lemma for token in tagged.tokens[party.first + 1 : min(party.first + 2, party.last)]}
    states, sides = not heads.isdisjoint(memory.words.states), not heads.isdisjoint(memory.words.sides)
    persons = not (states or sides)
    two: tuple[Known, ...] = ()
    if party.last - party.first == 1:
        two = two_of(party.first, others, memory)
        persons = any(one.kind == PERSON for one in two)
    else:
        two = _two(NEAR, party.first, others, memory, persons=persons, sides=sides)
    if not two and persons:
        two = pair(_before(NEAR, party.first, memory), others, persons=False, sides=False)
    out: list[tuple[Entity, Known | None]] = []
    for one in two:
        alone = party.last - party.first <= 2
        told = memory.names.countries.get(one.who.country or "") if states and alone else None
        whole = alone and not states and (one.kind == PERSON or not persons)
        each = structs.replace(
            entity,
            country=one.who.country,
            sectors=(one.who.sectors if whole or persons else ())
            or who.sectors
            or (() if one.kind == PERSON else ("GOV",)),
            name=told.name if told else one.who.name if whole else None,
            id=told.id if told else one.who.id if whole else None,
            why=f"{entity.why}; {one.words}, named in sentence {one.sentence}",
        )
        out.append((each, one if whole else None))
    if not out and len(countries) > 1:
        why = f"{entity.why}; both of the article"
        sectors = who.sectors or ("GOV",)
        return tuple(
            (structs.replace(entity, country=c, sectors=sectors, why=why), None) for c in sorted(countries[-2:])
        )
    return tuple(out)
