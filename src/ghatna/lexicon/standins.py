"""Words that stand for somebody whom an article has named before (`hindi/reference.toml`)."""

from pathlib import Path

from msgspec import Struct

from ghatna.lexicon.calendar import Folds
from ghatna.lexicon.tables import files, rules


class StandinsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `reference.toml`."""

    pointing: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    domestic: tuple[str, ...] = ()
    bodies: dict[str, tuple[str, ...]] = {}
    offices: dict[str, tuple[str, ...]] = {}
    heads: dict[str, tuple[str, ...]] = {}


class Standins(Struct, frozen=True):
    """The words, folded. `bodies` and `offices` tell of whom a word may be said: sectors, beginnings of offices as
    `people.tsv` writes them."""

    pointing: frozenset[str]
    states: frozenset[str]
    sides: frozenset[str]
    domestic: frozenset[str]
    """Sectors of those who are of the state where a story plays, when nothing else places them."""
    bodies: dict[str, frozenset[str]]
    offices: dict[str, tuple[str, ...]]
    heads: dict[str, tuple[str, ...]]
    """Of an institution that a word names alone: what those are called by whom it may have been told."""

    @classmethod
    def load(cls, folders: tuple[Path, ...], spelling: Folds) -> "Standins":
        """Reads all folders, a later one adding words; raises `DataError`."""
        some = [rules(path, StandinsFile) for path in files(folders, "hindi/reference.toml")]

        def folded(words: tuple[str, ...]) -> frozenset[str]:
            return frozenset(" ".join(map(spelling.fold, word.split())) for word in words)

        bodies: dict[str, frozenset[str]] = {}
        offices: dict[str, tuple[str, ...]] = {}
        heads: dict[str, tuple[str, ...]] = {}
        for one in some:
            bodies |= {spelling.fold(word): frozenset(sectors) for word, sectors in one.bodies.items()}
            offices |= {" ".join(map(spelling.fold, word.split())): said for word, said in one.offices.items()}
            heads |= {spelling.fold(word): tuple(sorted(folded(said))) for word, said in one.heads.items()}
        return cls(
            pointing=folded(tuple(w for one in some for w in one.pointing)),
            states=folded(tuple(w for one in some for w in one.states)),
            sides=folded(tuple(w for one in some for w in one.sides)),
            domestic=frozenset(s for one in some for s in one.domestic),
            bodies=bodies,
            offices=offices,
            heads=heads,
        )
