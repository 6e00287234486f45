"""Sectors that participants have by the company they keep in their sentence, where their own words do not tell.

भारत और म्यांमार की सेनाओं speaks of two armies; a तीन अन्य जवान after एसओजी का जवान are policemen too; it is its forces
that strike in a रूसी हमला; and दो लोग who fire shots are no civilians.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import structs

from ghatna.lexicon.names import Names
from ghatna.model import Name, Party, Tagged
from ghatna.resolve.actor import ORGANISED, Who

FORCES, UNKNOWN, CIVILIANS, STATE = ("MIL",), ("UAF",), ("CVL",), ("GOV",)
COUNTING = ("NUM", "DET")


def among(
    parties: Sequence[Party], known: Sequence[Who], tagged: Tagged, names: Names, *, strikes: bool, armed: bool
) -> list[Who]:
    """The participants of one side with the sectors that they share with others of the sentence.

    `strikes`: they are the doers of an attack, `armed` one with weapons of war.
    """
    out = list(known)
    for i, (party, who) in enumerate(zip(parties, known, strict=True)):
        told: tuple[str, ...] = ()
        why = ""
        if i + 1 < len(parties) and _shares_head(party, who, parties[i + 1], tagged, names):
            told, why = known[i + 1].sectors, "shares the head of the next"
        elif own := _fellow(party, tagged, names):
            told, why = own, "like those named before"
        elif strikes and not who.sectors and _adjective(party, tagged):
            told, why = FORCES, "whose forces strike"
        elif armed and who.sectors == CIVILIANS and not who.country and _anyone(party, tagged, names):
            told, why = UNKNOWN, "armed"
        if told:
            out[i] = structs.replace(who, sectors=told, why=f"{who.why}; {why}")
    return out


def _shares_head(party: Party, who: Who, after: Party, tagged: Tagged, names: Names) -> bool:
    """Whether a bare state stands in a list before the state that owns a plural head: भारत और | म्यांमार की सेनाएं."""
    tokens = tagged.tokens
    if who.sectors != STATE or party.last != after.first - 1 or names.mark(tokens[party.last]) != "join":
        return False
    state = {at.last for at in tagged.names if at.first == after.first and _kinds(at.names) <= {"country", "seat"}}
    owner = next(iter(state), -1)
    head = tokens[after.last - 1].readings[0]
    bare = any(at.first == party.first and at.last == party.last for at in tagged.names)
    return bare and 0 <= owner < after.last - 1 and names.mark(tokens[owner]) == "genitive" and head.number == "pl"


def _fellow(party: Party, tagged: Tagged, names: Names) -> tuple[str, ...]:
    """The sectors of the organisation of those whom the same word called before: पुलिस का जवान …, तीन अन्य | जवान."""
    mine = next((at for at in tagged.names if at.last == party.last and at.first >= party.first), None)
    if mine is None or any(party.first <= at.first < mine.first for at in tagged.names):
        return ()
    role = next((name for name in mine.names if (r := names.role(name)) is not None and r.kind == "member"), None)
    if role is None:
        return ()
    before = [at for at in tagged.names if at.last <= party.first]
    for owner, at in pairwise(before):
        between = tagged.tokens[owner.last : at.first]
        fit = role in at.names and all(t.pos in COUNTING or names.mark(t) == "genitive" for t in between)
        if fit and (named := [name for name in owner.names if name.kind in ORGANISED]):
            return named[0].sectors
    return ()


def _adjective(party: Party, tagged: Tagged) -> bool:
    """Whether nothing but a state's adjective names a participant: अमेरिकी | हमले में."""
    return any(
        at.first == party.first and at.last == party.last and _kinds(at.names) == {"adjective"} for at in tagged.names
    )


def _anyone(party: Party, tagged: Tagged, names: Names) -> bool:
    """Whether a word tells only that somebody is there: दो लोगों ने."""
    *before, head = tagged.tokens[party.first : party.last]
    return names.mark(head) == "anyone" and all(token.pos in COUNTING for token in before)


def _kinds(names: Sequence[Name]) -> set[str]:
    return {name.kind for name in names}
