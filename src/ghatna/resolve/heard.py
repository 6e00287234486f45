"""What `Memory` keeps of a sentence, and where it finds the sentences that hold a word."""

from collections import Counter

from msgspec import Struct, field

from ghatna.model import Entity, Tagged
from ghatna.resolve.known import Known
from ghatna.resolve.reference import References

SURE = 3
"""Letters by which it is looked up whether a sentence may hold a word, however it goes on."""
NAMED = frozenset(("body", "group", "party", "role"))
"""Kinds of names that may be bodies."""


class Record(Struct, frozen=True):
    """A participant as it was coded."""

    entity: Entity
    known: Known | None
    """Whom its words stand for, if for another."""
    acts: bool
    done: str = ""
    """The type of the act that befell it, or the mode of one that it did to itself."""
    half: bool = False
    """One of the two of `दोनों`."""


class Heard(Struct):
    """A sentence of the article. `named` is read of it when somebody asks."""

    tagged: Tagged
    references: References | None = None
    records: list[Record] = []
    named: tuple[Known, ...] | None = None
    known: tuple[Known, ...] | None = None


class Index(Struct):
    """Which sentences hold a word, by its first letters, name somebody in an office or a body, and of which countries
    they speak."""

    begins: dict[str, list[int]] = {}
    officials: list[int] = []
    bodies: list[int] = []
    countries: Counter[str] = field(default_factory=Counter)

    def add(self, n: int, tagged: Tagged) -> None:
        """Sentence `n`, from 0."""
        for begin in {token.norm[:SURE] for token in tagged.tokens}:
            self.begins.setdefault(begin, []).append(n)
        names = [name for at in tagged.names for name in at.names]
        if any(name.office for name in names):
            self.officials.append(n)
        if any(name.kind in NAMED for name in names):
            self.bodies.append(n)
        for country in dict.fromkeys(at.names[0].country for at in tagged.names):
            if country and ":" not in country:
                self.countries[country] += 1 if n else 2
