"""What a sentence calls a person, a place or an organisation: names that the tables know, and unknown ones by what
stands beside them."""

from collections.abc import Iterator

from msgspec import Struct

from ghatna.lexicon.gazetteer import Gazetteer
from ghatna.model import Tagged
from ghatna.parse.unknown import NONE, ORGANISATION, PERSON, PLACE, Unknown, features, runs

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
HELD = 3.0
"""How far the model's class must lead to be believed against the gazetteer."""


class Called(Struct, frozen=True):
    """Tokens `first` … `last` (excluded) and what they name: person, place or organisation."""

    first: int
    last: int
    what: str


def called(tagged: Tagged, gazetteer: Gazetteer, unknown: Unknown) -> list[Called]:
    """Names in text order, never overlapping. Words side by side that name one person are one name (a known first
    name before an unknown one), as are a name and the common noun of a body after it."""
    found = sorted((*_known(tagged), *_unknown(tagged, gazetteer, unknown)), key=lambda c: c.first)
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


def _unknown(tagged: Tagged, gazetteer: Gazetteer, unknown: Unknown) -> Iterator[Called]:
    """Unknown proper nouns: what their surroundings say, else what the gazetteer does."""
    tokens = tagged.tokens
    for first, last in runs(tokens, tagged.names):
        what, lead, _ = unknown.told(features(tokens, first, last, tagged.names))
        i = first
        while i < last and lead < HELD:
            size, spots = gazetteer.at(tokens, i, last)
            if spots:
                yield Called(i, i + size, PLACE)
                first = i + size
            i += max(size, 1)
        if first < last and what != NONE:
            yield Called(first, last, what)


def _with_body(one: Called, tagged: Tagged) -> Called:
    tokens = tagged.tokens
    if one.what != ORGANISATION or one.last >= len(tokens) or tokens[one.last].readings[0].sem != "body":
        return one
    return Called(one.first, one.last + 1, ORGANISATION)
