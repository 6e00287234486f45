"""One spelling for words that Hindi writes in several ways (`spelling.tsv`).

The text is never rewritten: the folded form stands beside it, only for looking up.
"""

import re
import unicodedata
from pathlib import Path

from ghatna.errors import DataError
from ghatna.lexicon.tables import Row, files, rows

COLUMNS = ("from", "to", "kind")
ROUNDS = 8
"""Rules may feed one another; a table that has not settled after so many rounds never will."""
REMEMBERED = 100_000
"""Words whose folded form is kept at hand."""


class Spelling:
    """The table of spellings, ready to fold words."""

    def __init__(self, letters: dict[str, str], patterns: list[tuple[str, str]], words: dict[str, str]) -> None:
        self._letters = str.maketrans({k: v for k, v in letters.items() if len(k) == 1})
        longer = sorted((k for k in letters if len(k) > 1), key=len, reverse=True)
        self._longer = [(k, letters[k]) for k in longer]
        self._patterns = [(re.compile(k), v) for k, v in patterns]
        self._words = words
        triggers = (
            [re.escape(k) for k in letters]
            + [k for k, _ in patterns]
            + ["\\A(?:" + "|".join(words) + ")\\Z"] * bool(words)
        )
        self._may_change = re.compile("|".join(triggers)) if triggers else re.compile(r"(?!)")
        self._memo: dict[str, str] = {}

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> "Spelling":
        """Reads `hindi/spelling.tsv` of the data folders; raises `DataError` for an unknown kind or a bad pattern."""
        letters: dict[str, str] = {}
        patterns: dict[str, str] = {}
        words: dict[str, str] = {}
        own: list[tuple[Row, str]] = []
        for path in files(folders, "hindi/spelling.tsv"):
            for row in rows(path, COLUMNS):
                kind, old, new = row["kind"], row["from"], row["to"]
                if kind == "letters":
                    letters[old] = new
                elif kind == "pattern":
                    try:
                        re.compile(old).sub(new, "")
                    except (re.error, IndexError) as wrong:
                        raise row.fault(f"not a pattern: {old!r}: {wrong}") from None
                    patterns[old] = new
                elif kind == "word":
                    words[old] = new
                else:
                    raise row.fault(f"unknown kind {kind!r}", hint="letters, pattern or word")
                own.append((row, old if kind != "pattern" else ""))
        # The table's own words are written in any spelling: fold their letters first, so that either form is found.
        bare = cls(letters, list(patterns.items()), {})
        folded = {bare.fold(old): bare.fold(new) for old, new in words.items()}
        found = cls(letters, list(patterns.items()), {k: v for k, v in folded.items() if k != v})
        for row, old in own:
            try:
                found.fold(old)
            except DataError:
                raise row.fault(f"the rules for {old!r} run in a circle") from None
        return found

    def fold(self, word: str) -> str:
        """The word as the lexicon spells it: NFC, no joiners, one spelling of nukta, nasals and य/ए. Idempotent."""
        known = self._memo.get(word)
        if known is None:
            known = self._fold(word)
            # News has no end of new words: the memo must not grow with them.
            if len(self._memo) < REMEMBERED:
                self._memo[word] = known
        return known

    def __getstate__(self) -> dict[str, object]:
        """Without the words folded so far: reading them from an index takes longer than folding those that are met."""
        return {**vars(self), "_memo": {}}

    def _fold(self, word: str) -> str:
        # NFC takes precomposed nukta letters apart, so that dropping the nukta is a rule about one sign.
        word = unicodedata.normalize("NFC", word)
        if self._may_change.search(word) is None:
            return word
        for _ in range(ROUNDS):
            new = word.translate(self._letters)
            for old, to in self._longer:
                new = new.replace(old, to)
            for pattern, to in self._patterns:
                new = pattern.sub(to, new)
            new = unicodedata.normalize("NFC", self._words.get(new, new))
            if new == word:
                return word
            word = new
        raise DataError("spelling.tsv", 0, f"the rules for {word!r} run in a circle")
