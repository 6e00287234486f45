"""What a sentence calls a person, a place or an organisation: names that the tables know, and unknown ones by what
stands beside them."""

from collections.abc import Iterator

from msgspec import Struct

from ghatna.lexicon.cases import FROM, IN
from ghatna.lexicon.gazetteer import Gazetteer
from ghatna.model import NameAt, Tagged
from ghatna.parse.unknown import ORGANISATION, PERSON, PLACE, SENSE, runs

OF_KIND = {
    "person": PERSON,
    "body": ORGANISATION,
    "group": ORGANISATION,
    "party": ORGANISATION,
    "country": PLACE,
    "seat": PLACE,
    "place": PLACE,
}
"""Kinds of the actor files; roles and adjectives name nobody by themselves."""
OF_SENSE = {sense: called for called, sense in SENSE.items()}


class Called(Struct, frozen=True):
    """Tokens `first` … `last` (excluded) and what they name: person, place or organisation."""

    first: int
    last: int
    what: str


def called(tagged: Tagged, gazetteer: Gazetteer) -> list[Called]:
    """Names in text order, never overlapping. Words side by side that name one person are one name (a known first
    name before an unknown one), as are a name and the common noun of a body after it."""
    found = sorted((*_known(tagged), *_unknown(tagged, gazetteer)), key=lambda c: c.first)
    out: list[Called] = []
    for one in found:
        if out and out[-1].last == one.first and out[-1].what == one.what == PERSON:
            out[-1] = Called(out[-1].first, one.last, PERSON)
        else:
            out.append(one)
    return [_with_body(one, tagged) for one in out]


def _known(tagged: Tagged) -> Iterator[Called]:
    for at in tagged.names:
        what = next((OF_KIND[n.kind] for n in at.names if n.kind in OF_KIND), "")
        if what:
            yield Called(at.first, at.last, what)


def _unknown(tagged: Tagged, gazetteer: Gazetteer) -> Iterator[Called]:
    tokens = tagged.tokens
    for first, last in runs(tokens, tagged.names):
        i = first
        while i < last:
            size, spots = gazetteer.at(tokens, i, last) if tokens[i].readings[0].sem != "human" else (0, ())
            if spots:
                yield Called(i, i + size, PLACE)
                i += size
                continue
            end = i + 1
            while end < last and not gazetteer.at(tokens, end, last)[1]:
                end += 1
            yield Called(i, end, OF_SENSE.get(tokens[end - 1].readings[0].sem) or _beside(tagged, i, end))
            i = end


def _beside(tagged: Tagged, first: int, last: int) -> str:
    """What unknown words name by their neighbours alone: a title before them, a common noun or postposition after."""
    tokens = tagged.tokens
    if first > 0 and (_role(tagged.names, first - 1) or tokens[first - 1].readings[0].sem == "human"):
        return PERSON
    after = tokens[last] if last < len(tokens) else None
    sense = OF_SENSE.get(after.readings[0].sem) if after is not None else None
    if sense in (PLACE, ORGANISATION):
        return sense
    return PLACE if after is not None and after.norm in (IN, FROM) and last - first == 1 else PERSON


def _role(names: tuple[NameAt, ...], i: int) -> bool:
    return any(at.last == i + 1 and any(n.kind == "role" for n in at.names) for at in names)


def _with_body(one: Called, tagged: Tagged) -> Called:
    tokens = tagged.tokens
    if one.what != ORGANISATION or one.last >= len(tokens) or tokens[one.last].readings[0].sem != "body":
        return one
    return Called(one.first, one.last + 1, ORGANISATION)
