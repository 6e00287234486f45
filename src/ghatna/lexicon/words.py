"""Every reading of every word: `words/*.tsv` spelled out by `paradigms.toml`.

All forms and lemmas are folded (`Spelling.fold`). The lemma of a verb is its stem (कर, not करना); `है` and `था` have
the lemma `हो`. Fused pronouns carry their postposition as case: उन्होंने is वह with case ने, उसका is वह with case का.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from sys import intern

import msgspec

from ghatna.errors import DataError
from ghatna.lexicon.shelf import Shelf
from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import Row, files, line_with, rows, rules
from ghatna.model import Reading

SENSES = frozenset("human group body place time event speech thing abstract".split())
TRANSITIVITY = frozenset(("intr", "tr", "ditr"))
TAGS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
FEATURES = {
    **dict.fromkeys("stem perf impf inf subj fut imp cp pres past".split(), "form"),
    **dict.fromkeys("mf", "gender"),
    **dict.fromkeys(("sg", "pl"), "number"),
    **dict.fromkeys(("dir", "obl", "ने", "को", "से", "में", "पर", "का", "तक"), "case"),
    **dict.fromkeys("123", "person"),
}
"""Which field of `Reading` a feature word fills."""


class Paradigm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Endings of a class of words. A form is `ending feature …`, `-` for no ending; `ends` is taken off the lemma."""

    forms: list[str] = []
    ends: str = ""
    gender: str = ""
    like: str = ""
    """Name of the paradigm (same part of speech) whose forms are taken over, but for those of `without`."""
    without: list[str] = []


class Guess(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a word that no table has may be, by its end. `lemma` replaces the ending."""

    ending: str
    pos: str
    lemma: str = ""
    features: str = ""
    sem: str = ""
    least: int = 3
    """Letters that must stand before the ending."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    noun: dict[str, Paradigm] = {}
    verb: dict[str, Paradigm] = {}
    adjective: dict[str, Paradigm] = {}
    guess: list[Guess] = []


class Postposition(msgspec.Struct, frozen=True):
    """A simple or compound postposition: its folded words and the label that chunks carry."""

    words: tuple[str, ...]
    case: str


NUMBER = re.compile(r"[+-]?\d[\d.,:/]*%?")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
LETTER = re.compile(r"[\u0900-\u0963\u0971-\u097f]")


class Words:
    """The dictionary of forms. `readings` answers for any word; `transitivity` for verb stems."""

    def __init__(
        self,
        forms: Mapping[str, tuple[Reading, ...]],
        *,
        guesses: tuple[Guess, ...] = (),
        transitivity: Mapping[str, str] | None = None,
        postpositions: tuple[Postposition, ...] = (),
        abbreviations: frozenset[str] = frozenset(),
        called: frozenset[str] = frozenset(),
        spelling: Spelling,
    ) -> None:
        self._forms = Shelf(forms)
        self.spelling = spelling
        self.transitivity: Mapping[str, str] = transitivity or {}
        """`intr`, `tr` or `ditr` by verb stem."""
        by_first: dict[str, list[Postposition]] = {}
        for postposition in sorted(postpositions, key=lambda p: -len(p.words)):
            by_first.setdefault(postposition.words[0], []).append(postposition)
        self.postpositions = {first: tuple(found) for first, found in by_first.items()}
        """By first word, the longest first."""
        self.abbreviations = abbreviations
        """Forms as written, without their last dot."""
        self._guesses = guesses
        self._called = called
        """Given names and surnames: no guess by their endings (रोहित is no adjective)."""
        self._guessed: dict[str, tuple[Reading, ...]] = {}

    @classmethod
    def load(cls, folders: tuple[Path, ...], spelling: Spelling) -> "Words":
        """Reads the word files of the data folders and spells out every form. Raises `DataError`."""
        return _Loader(folders, spelling).load()

    def readings(self, norm: str) -> tuple[Reading, ...]:
        """All readings of a folded word, the most usual first; a guess for a word that no table has."""
        return self._forms.get(norm) or self._guessed.get(norm) or self._guess(norm)

    def __contains__(self, norm: object) -> bool:
        return isinstance(norm, str) and norm in self._forms

    def called(self, norm: str) -> bool:
        """Whether somebody may be called so: a given name or surname of the tables."""
        return norm in self._called

    def postposition_at(self, norms: tuple[str, ...] | list[str], i: int) -> Postposition | None:
        """The longest postposition whose words stand at `i`, or none; none behind the last word."""
        if i >= len(norms):
            return None
        for found in self.postpositions.get(norms[i], ()):
            if len(found.words) == 1 or tuple(norms[i : i + len(found.words)]) == found.words:
                return found
        return None

    def _guess(self, norm: str) -> tuple[Reading, ...]:
        made = self._made(norm)
        # News has no end of new names: the memo must not grow with them.
        if len(self._guessed) < 50_000:
            self._guessed[norm] = made
        return made

    def _made(self, norm: str) -> tuple[Reading, ...]:
        if NUMBER.fullmatch(norm):
            return (Reading(norm, "NUM", guess=True),)
        if not LETTER.search(norm):
            if LATIN.search(norm):
                return (Reading(norm, "PROPN", guess=True),)
            symbol = any(unicodedata.category(c).startswith("S") for c in norm) or norm == "%"
            return (Reading(norm, "SYM" if symbol else "PUNCT", guess=True),)
        if "-" in norm and (last := self._forms.get(norm.rpartition("-")[2])):
            first = norm.rpartition("-")[0]
            return tuple(msgspec.structs.replace(r, lemma=f"{first}-{r.lemma}", guess=True) for r in last)
        made = [
            reading(norm[: -len(g.ending)] + g.lemma, g.pos, features(g.features), sem=g.sem, guess=True)
            for g in self._guesses
            if norm not in self._called and norm.endswith(g.ending) and len(norm) - len(g.ending) >= g.least
        ]
        made.append(Reading(norm, "PROPN", guess=True))
        return tuple(made)


def features(written: str) -> dict[str, str]:
    """`perf m sg` as fields of `Reading`. Raises `KeyError` for a word that is no feature."""
    return {FEATURES[f]: f for f in written.split()}


def reading(lemma: str, pos: str, fields: Mapping[str, str], *, sem: str = "", guess: bool = False) -> Reading:
    """A reading from what `features` gives."""
    get = fields.get
    return Reading(
        lemma,
        pos,
        form=get("form", ""),
        gender=get("gender", ""),
        number=get("number", ""),
        case=get("case", ""),
        person=get("person", ""),
        sem=sem,
        guess=guess,
    )


class _Loader:
    """Collects forms from all files; kept apart so that `Words` has no half-made state."""

    def __init__(self, folders: tuple[Path, ...], spelling: Spelling) -> None:
        self.folders = folders
        self.fold = spelling.fold
        self.spelling = spelling
        self.forms: dict[str, dict[Reading, None]] = {}
        self.endings: dict[tuple[str, str], tuple[str, list[tuple[str, dict[str, str]]]]] = {}
        self.guesses: list[Guess] = []
        self.transitivity: dict[str, str] = {}

    def load(self) -> Words:
        for path in files(self.folders, "hindi/paradigms.toml"):
            self._paradigms(path)
        self._closed()
        self._nouns()
        self._adjectives()
        self._verbs()
        self._numbers()
        return Words(
            {form: tuple(found) for form, found in self.forms.items()},
            guesses=tuple(self.guesses),
            transitivity=self.transitivity,
            postpositions=tuple(self._postpositions()),
            abbreviations=frozenset(self._abbreviations()),
            called=frozenset(self._called()),
            spelling=self.spelling,
        )

    def _paradigms(self, path: Path) -> None:
        file = rules(path, _File)
        for pos in ("noun", "verb", "adjective"):
            named: dict[str, Paradigm] = getattr(file, pos)
            for name, paradigm in named.items():
                try:
                    self.endings[pos, name] = (paradigm.ends, list(_forms(named, paradigm)))
                except KeyError as unknown:
                    line = line_with(path, f"[{pos}.{name}]")
                    raise DataError(path, line, f"{pos}.{name}: unknown feature or paradigm {unknown}") from None
        for guess in file.guess:
            try:
                features(guess.features)
            except KeyError as unknown:
                raise DataError(path, 0, f"guess -{guess.ending}: unknown feature {unknown}") from None
            self.guesses.append(msgspec.structs.replace(guess, ending=self.fold(guess.ending)))

    def _add(self, form: str, reading: Reading) -> None:
        self.forms.setdefault(intern(self.fold(form)), {})[reading] = None

    def _spell_out(self, row: Row, kind: str, word: str, pos: str, *, sem: str = "") -> None:
        """Adds all forms of `word` by the row's paradigm."""
        if (kind, row["paradigm"]) not in self.endings:
            known = " ".join(name for k, name in self.endings if k == kind)
            raise row.fault(f"no {kind} paradigm {row['paradigm']!r}", hint=f"one of {known}")
        ends, endings = self.endings[kind, row["paradigm"]]
        if not word.endswith(ends):
            raise row.fault(f"{word} does not end in {ends}, as {row['paradigm']} wants")
        stem, lemma = word[: len(word) - len(ends)], intern(self.fold(word))
        for ending, fields in endings:
            form = ending[1:] if ending.startswith("=") else stem + ending
            self._add(form, reading(lemma, pos, fields, sem=sem))

    def _nouns(self) -> None:
        for path in files(self.folders, "hindi/words/nouns.tsv"):
            for row in rows(path, ("lemma", "paradigm", "sem", "note"), key=("lemma", "paradigm")):
                if row["sem"] not in SENSES:
                    raise row.fault(f"unknown sem {row['sem']!r}", hint=" ".join(sorted(SENSES)))
                self._spell_out(row, "noun", row["lemma"], "NOUN", sem=row["sem"])

    def _adjectives(self) -> None:
        for path in files(self.folders, "hindi/words/adjectives.tsv"):
            for row in rows(path, ("lemma", "paradigm", "note")):
                self._spell_out(row, "adjective", row["lemma"], "ADJ")

    def _verbs(self) -> None:
        for path in files(self.folders, "hindi/words/verbs.tsv"):
            for row in rows(path, ("stem", "paradigm", "transitivity", "note"), key=("stem", "paradigm")):
                if row["transitivity"] not in TRANSITIVITY:
                    raise row.fault(f"unknown transitivity {row['transitivity']!r}", hint="intr, tr or ditr")
                self.transitivity[self.fold(row["stem"])] = row["transitivity"]
                self._spell_out(row, "verb", row["stem"], "VERB")

    def _closed(self) -> None:
        for path in files(self.folders, "hindi/words/closed.tsv"):
            for row in rows(
                path, ("form", "lemma", "pos", "features", "note"), key=("form", "lemma", "pos", "features")
            ):
                if row["pos"] not in TAGS:
                    raise row.fault(f"unknown part of speech {row['pos']!r}")
                try:
                    fields = features(row["features"])
                except KeyError as unknown:
                    raise row.fault(f"unknown feature {unknown}") from None
                self._add(row["form"], reading(intern(self.fold(row["lemma"])), row["pos"], fields))

    def _numbers(self) -> None:
        for path in files(self.folders, "hindi/numbers.tsv"):
            for row in rows(path, ("form", "value", "kind")):
                for form in row.many("form"):
                    pos = "ADJ" if row["kind"] == "ordinal" else "NUM"
                    if not any(r.pos == pos for r in self.forms.get(self.fold(form), ())):
                        self._add(form, Reading(intern(self.fold(form)), pos))

    def _postpositions(self) -> Iterator[Postposition]:
        for path in files(self.folders, "hindi/postpositions.tsv"):
            for row in rows(path, ("form", "case", "note")):
                yield Postposition(tuple(self.fold(w) for w in row["form"].split()), row["case"])

    def _called(self) -> Iterator[str]:
        for path in files(self.folders, "hindi/actors/origins.tsv"):
            for row in rows(path, ("form", "country", "note")):
                yield from (self.fold(form) for form in row.many("form"))

    def _abbreviations(self) -> Iterator[str]:
        for path in files(self.folders, "hindi/abbreviations.tsv"):
            for row in rows(path, ("form", "expansion")):
                yield row["form"].removesuffix(".")


def _forms(named: dict[str, Paradigm], paradigm: Paradigm) -> Iterator[tuple[str, dict[str, str]]]:
    if paradigm.like:
        for ending, fields in _forms(named, named[paradigm.like]):
            if fields.get("form") not in paradigm.without:
                yield ending, fields
    for form in paradigm.forms:
        ending, _, rest = form.partition(" ")
        fields = features(rest)
        if paradigm.gender:
            fields["gender"] = paradigm.gender
        yield ("" if ending == "-" else ending), fields
