"""Foreign names that papers spell in several ways, by how they sound (`hindi/sounds.tsv`): माइया सांदू, मैया संडू."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct

from ghatna.lexicon.shelf import Shelf
from ghatna.lexicon.tables import files, rows
from ghatna.model import Name

OWN = frozenset(("IND", "NPL"))
"""States whose people write their names in this script, and so in one way."""
LEAST_WORD, LEAST = 2, 5
"""Sounds of a word, and of a name, that are enough to know it by."""
WELL = 3
"""Sounds of a word that may be spelled otherwise."""
ALIKE = 0.6
"""Share of letters that two spellings of one name have in common, in order."""


class Heard(Struct, frozen=True):
    """A known name by its sounds: as it is spelled, and its rows."""

    form: str
    names: tuple[Name, ...]


class Sounds:
    """Persons by the sounds of their names."""

    def __init__(self, patterns: Sequence[tuple[str, str]], persons: Iterable[tuple[tuple[str, ...], Name]]) -> None:
        self._patterns = [(re.compile(old), new) for old, new in patterns]
        found: dict[str, dict[str, list[Name]]] = {}
        for parts, name in persons:
            if len(parts) > 1 and name.country not in OWN and (key := self._key(parts)):
                found.setdefault(key, {}).setdefault(" ".join(parts), []).append(name)
        self._persons = Shelf(
            {
                key: tuple(Heard(form, tuple(names)) for form, names in forms.items())
                for key, forms in found.items()
                if len({name.name for names in forms.values() for name in names}) == 1
            }
        )

    @staticmethod
    def read(folders: tuple[Path, ...]) -> list[tuple[str, str]]:
        """The patterns of all folders. Raises `DataError` for one that is none."""
        patterns = []
        for path in files(folders, "hindi/sounds.tsv"):
            for row in rows(path, ("from", "to", "note")):
                try:
                    re.compile(row["from"]).sub(row["to"], "")
                except (re.error, IndexError) as wrong:
                    raise row.fault(f"not a pattern: {row['from']!r}: {wrong}") from None
                patterns.append((row["from"], row["to"]))
        return patterns

    def person(self, parts: Sequence[str]) -> tuple[Name, ...]:
        """The one person whose name sounds as these words do, spelled otherwise; none for fewer than two words."""
        key = self._key(parts) if len(parts) > 1 else ""
        some = self._persons.get(key) or () if key else ()
        best = max(some, key=lambda one: self._alike(one.form, parts), default=None)
        return best.names if best is not None and self._alike(best.form, parts) >= ALIKE else ()

    def _alike(self, form: str, parts: Sequence[str]) -> float:
        """How alike two spellings are in the word where they differ most; one of few sounds is spelled in one way."""
        found = 1.0
        for known, said in zip(form.split(), parts, strict=True):
            if known != said:
                few = len(self._heard(said)) < WELL
                found = min(found, 0.0 if few else SequenceMatcher(None, known, said).ratio())
        return found

    def _key(self, parts: Sequence[str]) -> str:
        """The sounds of a name; empty where they are too few."""
        heard = [self._heard(part) for part in parts]
        enough = min(map(len, heard)) >= LEAST_WORD and sum(map(len, heard)) >= LEAST
        return " ".join(heard) if enough else ""

    def _heard(self, word: str) -> str:
        for _ in range(len(self._patterns)):  # what is alike may stand double once vowels are gone
            new = word
            for pattern, to in self._patterns:
                new = pattern.sub(to, new)
            if new == word:
                break
            word = new
        return word
