"""What an unknown proper noun names: a person, a place, an organisation, or nothing (a common word no table has).

Words that no table has are names until something says otherwise. Here the words beside them and their letters say it,
by the weights of `hindi/unknown.tsv`, which `scripts/train_unknown.py` learns (averaged perceptron, Freund and
Schapire 1999, as used for tagging by Collins 2002). A sum of a few weights by name is all there is to it, so each
decision can be told.
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from ghatna.lexicon.tables import files, rows
from ghatna.model import NameAt, Token

PERSON, PLACE, ORGANISATION, NONE = "person", "place", "organisation", "none"
CLASSES = (PERSON, PLACE, ORGANISATION, NONE)
TOLD = 3
"""Features that are named as the reason."""
LETTERS = 4
"""The longest beginning or end of a word that is looked at."""


class Unknown(Struct, frozen=True):
    """The weights of each feature, by class in the order of `CLASSES`."""

    weights: dict[str, tuple[float, ...]]

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> "Unknown":
        """Reads `hindi/unknown.tsv` of the last folder that has one; raises `DataError` for a wrong cell."""
        found: dict[str, tuple[float, ...]] = {}
        for path in files(folders, "hindi/unknown.tsv")[-1:]:
            for row in rows(path, ("feature", *CLASSES)):
                try:
                    found[row["feature"]] = tuple(float(row[name] or 0) for name in CLASSES)
                except ValueError as wrong:
                    raise row.fault(str(wrong)) from None
        return cls(found)

    def told(self, about: Sequence[str]) -> tuple[str, float, tuple[str, ...]]:
        """The class that the features `about` speak for, its lead over the next (no unit; more is surer), and the
        features that speak for it most."""
        known = [(f, w) for f in about if (w := self.weights.get(f)) is not None]
        sums = [sum(w[k] for _, w in known) for k in range(len(CLASSES))]
        best = sums.index(max(sums))
        lead = sums[best] - max(s for k, s in enumerate(sums) if k != best)
        most = sorted(known, key=lambda fw: -fw[1][best])[:TOLD]
        return CLASSES[best], lead, tuple(f for f, w in most if w[best] > 0)


def runs(tokens: Sequence[Token], names: Sequence[NameAt]) -> list[tuple[int, int]]:
    """Where unknown proper nouns stand side by side: first token, and the one after the last."""
    found: list[tuple[int, int]] = []
    for i, token in enumerate(tokens):
        reading = token.readings[0]
        if reading.guess and reading.pos == "PROPN" and not any(at.first <= i < at.last for at in names):
            if found and found[-1][1] == i:
                found[-1] = (found[-1][0], i + 1)
            else:
                found.append((i, i + 1))
    return found


def features(tokens: Sequence[Token], first: int, last: int, names: Sequence[NameAt]) -> list[str]:
    """What is known of the unknown words `first` … `last` (excluded): themselves, their first and last letters, how
    many they are, and the two words on each side with their kind."""
    size = last - first
    begin, end = tokens[first].norm, tokens[last - 1].norm
    before, before2 = _word(tokens, first - 1), _word(tokens, first - 2)
    after, after2 = _word(tokens, last), _word(tokens, last + 1)
    kind_after2 = _kind(tokens, last + 1, names)
    kind_before = _kind(tokens, first - 1, names)
    about = [f"n={min(size, LETTERS)}", f"n={min(size, LETTERS)} {after}"]
    about += [f"w={tokens[i].norm}" for i in range(first, last)]
    for n in range(1, LETTERS + 1):
        about += [f"b={begin[:n]}", f"e={end[-n:]}"]
    about += [f"l={before}", f"ll={before2} {before}", f"lk={kind_before}"]
    about += [f"r={after}", f"rr={after} {after2}", f"rk={_kind(tokens, last, names)}", f"rrk={after} {kind_after2}"]
    about += [f"llk={_kind(tokens, first - 2, names)} {before}", f"lr={kind_before} {after}"]
    return about


def _word(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].norm if 0 <= i < len(tokens) else "<" if i < 0 else ">"


def _kind(tokens: Sequence[Token], i: int, names: Sequence[NameAt]) -> str:
    """The kind of a known name, else the part of speech and sense of a word."""
    if not 0 <= i < len(tokens):
        return "<" if i < 0 else ">"
    for at in names:
        if at.first <= i < at.last:
            return at.names[0].kind
    reading = tokens[i].readings[0]
    return f"{reading.pos} {reading.sem}".rstrip()
