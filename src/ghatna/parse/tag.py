"""Sentence → tokens with their readings, ambiguity cut by the rules of `readings.toml`."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from ghatna.errors import DataError
from ghatna.lexicon.names import Names
from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import files, rules
from ghatna.lexicon.words import TAGS, Words
from ghatna.model import Reading, Sentence, Tagged, Token
from ghatna.parse.split import BLANKS, tokenize
from ghatna.parse.titled import titled

NUKTA = "\u093c"
DOTLESS = re.compile("(?<=.)[\u0921\u0922](?![\u093c\u094d])")
"""Letters inside a word that mostly have a dot below."""


class Hindi(Protocol):
    """What tagging needs of the lexicon."""

    @property
    def spelling(self) -> Spelling: ...
    @property
    def words(self) -> Words: ...
    @property
    def readings(self) -> "Readings": ...
    @property
    def names(self) -> Names | None: ...


class Test(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a word must be: every key that is given must hold for one of its readings. `not` turns it round."""

    norm: list[str] = []
    lemma: list[str] = []
    pos: list[str] = []
    """UD tags; `START` and `END` hold beyond the edges of the sentence."""
    form: list[str] = []
    case: list[str] = []
    sem: list[str] = []
    gender: list[str] = []
    no: bool = msgspec.field(default=False, name="not")
    first: bool = False
    """Only the first (likeliest) reading counts."""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Keeps (`select`) or drops (`remove`) readings of a word where its neighbours are as told.

    Rules are applied in the order of the file, word by word from the left. A rule that would leave no reading does
    nothing.
    """

    id: str
    norm: list[str] = []
    """Only these words; without it, every word that has a reading to drop."""
    select: Test | None = None
    remove: Test | None = None
    before: Test | None = None
    """The word on the left."""
    before2: Test | None = None
    after: Test | None = None
    """The word on the right."""
    after2: Test | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rule: list[Rule] = []
    prefer: dict[str, list[str]] = {}


class _Ready(msgspec.Struct, frozen=True):
    """A rule made fast to test."""

    keep: bool
    wanted: Test
    around: tuple[tuple[int, Test], ...]


class Readings:
    """The rules that cut ambiguity, by the word they speak of."""

    def __init__(self, found: Sequence[Rule], prefer: dict[str, str]) -> None:
        self._by_word: dict[str, list[tuple[int, _Ready]]] = {}
        self._general: list[tuple[int, _Ready]] = []
        self._prefer = prefer
        self._of: dict[str, tuple[_Ready, ...]] = {}
        for order, rule in enumerate(found):
            around = ((-1, rule.before), (-2, rule.before2), (1, rule.after), (2, rule.after2))
            wanted = rule.select or rule.remove or Test()
            ready = _Ready(rule.select is not None, wanted, tuple((at, t) for at, t in around if t is not None))
            if not rule.norm:
                self._general.append((order, ready))
            for norm in rule.norm:
                self._by_word.setdefault(norm, []).append((order, ready))

    @classmethod
    def load(cls, folders: tuple[Path, ...], spelling: Spelling) -> "Readings":
        """Reads `hindi/readings.toml`; raises `DataError` for an unknown tag or a rule that does nothing."""
        found: list[Rule] = []
        prefer: dict[str, str] = {}
        for path in files(folders, "hindi/readings.toml"):
            file = rules(path, _File)
            for rule in file.rule:
                tests = (rule.select, rule.remove, rule.before, rule.before2, rule.after, rule.after2)
                if (rule.select is None) == (rule.remove is None):
                    raise DataError(path, 0, f"rule {rule.id!r} needs either select or remove")
                for test in tests:
                    if test and (wrong := set(test.pos) - TAGS - {"START", "END"}):
                        raise DataError(path, 0, f"rule {rule.id!r}: unknown tag {wrong.pop()!r}")
                found.append(_folded(rule, spelling))
            for pos, words in file.prefer.items():
                if pos not in TAGS:
                    raise DataError(path, 0, f"prefer: unknown tag {pos!r}")
                prefer |= {spelling.fold(word): pos for word in words}
        return cls(found, prefer)

    def order(self, norm: str, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        """The readings with those of the preferred part of speech first."""
        pos = self._prefer.get(norm)
        if pos is None or readings[0].pos == pos:
            return readings
        return tuple(sorted(readings, key=lambda r: r.pos != pos))

    def cut(self, norms: list[str], readings: list[tuple[Reading, ...]]) -> None:
        """Applies the rules to a sentence, in place."""
        for i, norm in enumerate(norms):
            if len(readings[i]) == 1:
                continue
            ready = self._of.get(norm)
            if ready is None:
                ready = self._rules(norm, readings[i])
            for rule in ready:
                if all(_holds(test, norms, readings, i + at) for at, test in rule.around):
                    kept = tuple(r for r in readings[i] if _fits(rule.wanted, norm, r) == rule.keep)
                    if kept and len(kept) < len(readings[i]):
                        readings[i] = kept
                        if len(kept) == 1:
                            break

    def _rules(self, norm: str, readings: tuple[Reading, ...]) -> tuple[_Ready, ...]:
        """The rules that can change this word, in file order; remembered by word."""
        found = list(self._by_word.get(norm, ()))
        for order, rule in self._general:
            hits = sum(_fits(rule.wanted, norm, r) for r in readings)
            if 0 < hits < len(readings):
                found.append((order, rule))
        ready = tuple(rule for _, rule in sorted(found, key=lambda f: f[0]))
        if len(self._of) < 100_000:
            self._of[norm] = ready
        return ready


def _folded(rule: Rule, spelling: Spelling) -> Rule:
    def fold(test: Test | None) -> Test | None:
        if test is None:
            return None
        norm, lemma = [spelling.fold(w) for w in test.norm], [spelling.fold(w) for w in test.lemma]
        return msgspec.structs.replace(test, norm=norm, lemma=lemma)

    return msgspec.structs.replace(
        rule,
        norm=[spelling.fold(w) for w in rule.norm],
        select=fold(rule.select),
        remove=fold(rule.remove),
        before=fold(rule.before),
        before2=fold(rule.before2),
        after=fold(rule.after),
        after2=fold(rule.after2),
    )


def _fits(test: Test, norm: str, reading: Reading) -> bool:
    return (
        (not test.pos or reading.pos in test.pos)
        and (not test.norm or norm in test.norm)
        and (not test.lemma or reading.lemma in test.lemma)
        and (not test.form or reading.form in test.form)
        and (not test.case or reading.case in test.case)
        and (not test.sem or reading.sem in test.sem)
        and (not test.gender or reading.gender in test.gender)
    )


def _holds(test: Test, norms: list[str], readings: list[tuple[Reading, ...]], at: int) -> bool:
    if 0 <= at < len(norms):
        norm, found = norms[at], readings[at]
        if test.first or len(found) == 1:
            return _fits(test, norm, found[0]) != test.no
        return any(_fits(test, norm, r) for r in found) != test.no
    return (("START" if at < 0 else "END") in test.pos) != test.no


def _norm(piece: str, words: Words) -> str:
    """A token's folded spelling; of a compound with blanks round its hyphen (`बात - चीत`, `अलग - अलग`) the one that the
    lexicon has."""
    if BLANKS not in piece:
        norm = words.spelling.fold(piece)
        return norm if norm in words or DOTLESS.search(norm) is None else _dotted(norm, words)
    first = piece.split(BLANKS)[0]
    spellings = (words.spelling.fold(one) for one in (piece.replace(BLANKS, "-"), piece.replace(BLANKS, ""), first))
    return next((one for one in spellings if one in words), words.spelling.fold(first))


def _dotted(norm: str, words: Words) -> str:
    """The known word that somebody typed without a dot (`पकडा`, `लडाई`); names have their own ways."""
    if words.called(norm):
        return norm
    spellings = (norm[: at.end()] + NUKTA + norm[at.end() :] for at in DOTLESS.finditer(norm))
    return next((one for one in (*spellings, DOTLESS.sub(rf"\g<0>{NUKTA}", norm)) if one in words), norm)


def tag(sentence: Sentence, lexicon: Hindi) -> Tagged:
    """The sentence's tokens with their readings, the likeliest first, and the names of the gazetteer in it."""
    text, words, rules_ = sentence.text, lexicon.words, lexicon.readings
    spans = tokenize(text, words)
    norms = [_norm(text[start:end], words) for start, end in spans]
    readings = [rules_.order(norm, words.readings(norm)) for norm in norms]
    rules_.cut(norms, readings)
    tokens = tuple(
        Token(text[start:end], start, end, norm, found)
        for (start, end), norm, found in zip(spans, norms, readings, strict=True)
    )
    names = lexicon.names
    if names is None:
        return Tagged(sentence, tokens)
    return Tagged(sentence, *titled(tokens, names.find(tokens), names))
