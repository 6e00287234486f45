"""Is this line the name of a person? Asked where a page shows one without a label, beside the time."""

import re
from functools import cache

from ghatna.lexicon.tables import SHIPPED, rows

LEAST, MOST = 2, 4
WORD = re.compile(r"(?:[\u0900-\u0963\u0970-\u097f\u200d]+|[\u0900-\u0963]{1,5}\.)")


def person(text: str) -> bool:
    """Whether some words are most likely a person's name: one of them is borne by people, or none is a word of
    everyday's. A section that stands beside the time (`मध्य प्रदेश`, `बड़ी खबर`) is none."""
    some = text.split()
    if not LEAST <= len(some) <= MOST or not all(WORD.fullmatch(word) for word in some):
        return False
    there = places()
    if text in there or some[0] in there:
        return False
    return any(word in borne() for word in some) or not any(word in everyday() for word in some)


@cache
def borne() -> frozenset[str]:
    """Names that people bear."""
    return forms(("actors", "origins.tsv"), ("form", "country", "note"))


@cache
def everyday() -> frozenset[str]:
    """Words that are no names of people."""
    return (
        forms(("words", "nouns.tsv"), ("lemma", "paradigm", "sem", "note"))
        | forms(("words", "adjectives.tsv"), ("lemma", "paradigm", "note"))
        | forms(("words", "closed.tsv"), ("form", "lemma", "pos", "features", "note"))
    )


@cache
def places() -> frozenset[str]:
    """Names of places."""
    return forms(
        ("places.tsv",), ("form", "name", "country", "admin1", "lat", "lon", "geonames", "population")
    ) | forms(("actors", "regions.tsv"), ("form", "country", "name", "kind", "id", "source"))


def forms(path: tuple[str, ...], columns: tuple[str, ...]) -> frozenset[str]:
    """The first column of a table of words."""
    found = rows(SHIPPED.joinpath("hindi", *path), columns, key=columns)
    return frozenset(form for row in found for form in row.many(columns[0]))
