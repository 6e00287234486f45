"""Which words tell an event, and when two spellings are one (`hindi/stories.toml`): for grouping into stories."""

import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from ghatna.lexicon.calendar import Calendar
from ghatna.lexicon.names import Names
from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import files, rules
from ghatna.lexicon.words import Words

WORD = re.compile(r"[\u0900-\u0963\u0971-\u097f]+|[0-9\u0966-\u096f]+(?:[.,][0-9\u0966-\u096f]+)*|[A-Za-z]+")
CONSONANT = re.compile("[\u0915-\u0939]")
NO_CONSONANT = re.compile("[^\u0915-\u0939A-Za-z0-9]")
LAST_VOWELS = re.compile("(?<=..)[\u0901-\u0903\u093e-\u094c]+$")
SHORT = str.maketrans(
    "\u0940\u0942\u0910\u0914\u0908\u090a\u0948\u094c",
    "\u093f\u0941\u090f\u0913\u0907\u0909\u0947\u094b",
    "\u0902\u0901\u093c\u094d",
)
"""Long vowels as short ones, diphthongs as plain ones; without nasal, nukta and virama."""
FEWEST = 3
"""Consonants that a word has at least when it counts by them alone."""
CLOSED = frozenset("ADP AUX CCONJ DET INTJ PART PRON PUNCT SCONJ SYM".split())
STATES = frozenset(("country", "adjective", "seat"))
"""Kinds of names that stand for a state."""
REMEMBERED = 100_000


class Likeness(Struct, frozen=True, forbid_unknown_fields=True):
    """How much likeness makes two articles one: `[likeness]`. `store.likeness.features` names what is weighed."""

    days: int
    """Days between two reports of one event, at most."""
    threshold: float
    """The likelihood from which an article belongs to a story …"""
    threshold_both: float
    """… or to two, which then are one …"""
    likest: float
    """… the share in it of the likest article; the rest is that of all."""
    copy: float
    """The share of a text's pieces that another one has if it is a copy, …"""
    copy_short: float
    """… the same for a text of fewer than `short` pieces, which is soon said alike, …"""
    short: int
    copy_pieces: int
    """… and the pieces that it has at least."""
    saga_days: int
    saga_threshold: float
    same: dict[str, float]
    """Weights for one event."""
    affair: dict[str, float]
    """Weights for two events of one saga."""


class File(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `stories.toml`; a user's folder has the lists only."""

    stop: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    alike: dict[str, str] = {}
    likeness: Likeness | None = None


class Key(Struct, frozen=True):
    """What a word counts as: `kind` is name, state, noun or verb; two words with one `text` are the same."""

    text: str
    kind: str


class Retelling:
    """The words of `stories.toml`, with the tables that say what a word is. Read-only."""

    def __init__(self, file: File, spelling: Spelling, words: Words, names: Names, calendar: Calendar) -> None:
        self.spelling, self.words, self.names, self.calendar = spelling, words, names, calendar
        assert file.likeness is not None
        self.likeness = file.likeness
        self._alike = str.maketrans(file.alike)
        self._memo: dict[str, Key | None] = {}
        self._stop = {self._lemma(spelling.fold(word)) for word in file.stop}
        self._same: dict[str, str] = {}
        for line in file.same:
            first, *others = (self._bones(self._lemma(spelling.fold(word))) for word in line.split())
            self._same |= dict.fromkeys(others, first)

    @classmethod
    def load(
        cls, folders: Sequence[Path], spelling: Spelling, words: Words, names: Names, calendar: Calendar
    ) -> "Retelling":
        """Reads all folders; raises `DataError`."""
        found = [rules(path, File) for path in files(tuple(folders), "hindi/stories.toml")]
        whole = File(
            tuple(word for file in found for word in file.stop),
            tuple(line for file in found for line in file.same),
            {old: new for file in found for old, new in file.alike.items()},
            next((file.likeness for file in reversed(found) if file.likeness is not None), None),
        )
        return cls(whole, spelling, words, names, calendar)

    def key(self, word: str) -> Key | None:
        """What a word as written counts as; None for one that tells nothing. Numbers are no words."""
        known = self._memo.get(word, self)
        if known is self:
            known = self._key(self.spelling.fold(word))
            # News has no end of new words: the memo must not grow with them.
            if len(self._memo) < REMEMBERED:
                self._memo[word] = known
        return known  # type: ignore[return-value]

    def __getstate__(self) -> dict[str, object]:
        return {**vars(self), "_memo": {}}

    def _key(self, norm: str) -> Key | None:
        reading = self.words.readings(norm)[0]
        lemma = self._lemma(norm)
        if reading.pos in CLOSED or lemma in self._stop or norm in self._stop or len(norm) < 2:
            return None
        states = {n.country for n in self.names.of_word(norm, reading.lemma) if n.kind in STATES and n.country}
        if len(states) == 1:
            return Key(f"={states.pop()}", "state")
        bones = self._bones(lemma)
        known = norm in self.words and not self.words.called(norm)
        kind = "name" if not known or reading.pos == "PROPN" else "verb" if reading.pos == "VERB" else "noun"
        return Key(self._same.get(bones, bones), kind)

    def _lemma(self, norm: str) -> str:
        reading = self.words.readings(norm)[0]
        return norm if reading.guess or reading.pos == "PROPN" else reading.lemma

    def _bones(self, norm: str) -> str:
        """A word by its consonants, those that papers confuse made one; short words keep their vowels."""
        bare = norm.translate(self._alike)
        consonants = NO_CONSONANT.sub("", bare)
        first = "" if CONSONANT.match(bare[:1]) else "-"
        return first + consonants if len(consonants) >= FEWEST else LAST_VOWELS.sub("", bare.translate(SHORT))
