"""Words of time and number: `hindi/time.toml`, `hindi/numbers.tsv` and `hindi/counts.toml` as one read-only table."""

from collections.abc import Iterable, Sequence
from math import inf, isfinite
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from ghatna.errors import DataError
from ghatna.lexicon.tables import SHIPPED, files, line_with, rows, rules
from ghatna.model import Token

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
UNITS = ("minute", "hour", "day", "week", "fortnight", "month", "quarter", "half", "year", "decade")
"""A quarter and a half are of a year."""
STARTS = ("recent", "previous", "next", "this", "same", "following", "than", "then", "before", "vague", "year_mark")
"""Classes of `[words]` whose phrases begin an expression."""
KINDS = ("unit", "scale", "ordinal", "fraction", "vague", "all")


class Folds(Protocol):
    """What spells a word as `Token.norm` does; `lexicon.spelling.Spelling` is one."""

    def fold(self, word: str) -> str: ...


class Phrases(Struct, frozen=True):
    """Words and sequences of words by their first word, longest first."""

    by_first: dict[str, tuple[tuple[frozenset[str], ...], ...]]

    @classmethod
    def of(cls, phrases: Iterable[str], spelling: Folds) -> "Phrases":
        """Reads `a|b c` as: a or b, then c."""
        found: dict[str, list[tuple[frozenset[str], ...]]] = {}
        for phrase in phrases:
            steps = tuple(frozenset(spelling.fold(w) for w in step.split("|")) for step in phrase.split())
            for word in steps[0]:
                found.setdefault(word, []).append(steps)
        return cls({w: tuple(sorted(p, key=len, reverse=True)) for w, p in found.items()})

    def at(self, tokens: Sequence[Token], i: int, last: int) -> int:
        """How many tokens from `i` (before `last`) the longest phrase takes; 0 for none."""
        if not 0 <= i < last:
            return 0
        for steps in self.by_first.get(tokens[i].norm, ()):
            if i + len(steps) <= last and all(tokens[i + k].norm in step for k, step in enumerate(steps)):
                return len(steps)
        return 0

    def lemmas_at(self, tokens: Sequence[Token], i: int, last: int) -> int:
        """As `at`, where a word also counts by its lemma."""
        if not 0 <= i < last:
            return 0
        first = tokens[i]
        for steps in (*self.by_first.get(first.norm, ()), *self.by_first.get(first.lemma, ())):
            if i + len(steps) <= last and all(
                tokens[i + k].norm in step or tokens[i + k].lemma in step for k, step in enumerate(steps)
            ):
                return len(steps)
        return 0


class Numeral(Struct, frozen=True):
    """A row of `numbers.tsv`."""

    value: float
    kind: str


class Outcome(Struct, frozen=True):
    """What may befall the people counted; see `counts.toml`."""

    after: Phrases
    nouns: Phrases
    before: Phrases
    agentive: Phrases
    inverted: tuple[tuple[Phrases, Phrases], ...]
    """What stands before the people, and what after them: गई … जान."""


class TimeFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `time.toml`."""

    days: dict[str, int] = {}
    distances: dict[str, int] = {}
    weekdays: dict[str, tuple[str, ...]] = {}
    short: dict[str, tuple[str, ...]] = {}
    months: dict[str, tuple[str, ...]] = {}
    units: dict[str, tuple[str, ...]] = {}
    words: dict[str, tuple[str, ...]] = {}


class OutcomeFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A casualty table of `counts.toml`."""

    after: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    agentive: tuple[str, ...] = ()
    inverted: tuple[tuple[str, str], ...] = ()


class CountsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `counts.toml`."""

    killed: OutcomeFile = OutcomeFile()
    injured: OutcomeFile = OutcomeFile()
    arrested: OutcomeFile = OutcomeFile()
    words: dict[str, tuple[str, ...]] = {}


class Calendar(Struct, frozen=True):
    """Everything that tells when and how many. Keys are folded words; weekdays count from Monday = 0."""

    days: dict[str, int]
    distances: dict[str, int]
    weekdays: dict[str, int]
    short: dict[str, int]
    """Weekdays by words that mean something else, too: मंगल."""
    months: dict[str, int]
    units: dict[str, str]
    words: dict[str, Phrases]
    numerals: dict[str, Numeral]
    outcomes: dict[str, Outcome]
    counting: dict[str, Phrases]
    heads: frozenset[str]
    """Words that an expression of time may begin with; figures aside."""

    @classmethod
    def load(cls, folders: tuple[Path, ...], spelling: Folds) -> "Calendar":
        """Reads the files of all folders; a later folder adds words. Raises `DataError`."""
        days: dict[str, int] = {}
        distances: dict[str, int] = {}
        weekdays: dict[str, int] = {}
        short: dict[str, int] = {}
        months: dict[str, int] = {}
        units: dict[str, str] = {}
        words: dict[str, list[str]] = {}
        for path in files(folders, "hindi/time.toml"):
            file = rules(path, TimeFile)
            days |= {spelling.fold(w): n for w, n in file.days.items()}
            distances |= {spelling.fold(w): n for w, n in file.distances.items()}
            for name, forms in file.weekdays.items():
                weekdays |= dict.fromkeys(map(spelling.fold, forms), known(path, name, WEEKDAYS))
            for name, forms in file.short.items():
                short |= dict.fromkeys(map(spelling.fold, forms), known(path, name, WEEKDAYS))
            for name, forms in file.months.items():
                months |= dict.fromkeys(map(spelling.fold, forms), known(path, name, MONTHS) + 1)
            for name, forms in file.units.items():
                units |= dict.fromkeys(map(spelling.fold, forms), UNITS[known(path, name, UNITS)])
            for name, forms in file.words.items():
                if path.parents[1] != SHIPPED:
                    known(path, name, tuple(words))
                words.setdefault(name, []).extend(forms)
        outcomes, counting = load_counts(folders, spelling)
        numerals = load_numerals(folders, spelling)
        phrases = {name: Phrases.of(forms, spelling) for name, forms in words.items()}
        begin = (w for name in STARTS for w in phrases[name].by_first)
        heads = frozenset((*days, *distances, *weekdays, *short, *months, *units, *numerals, *begin))
        return cls(days, distances, weekdays, short, months, units, phrases, numerals, outcomes, counting, heads)


def known(path: Path, name: str, names: tuple[str, ...]) -> int:
    """Place of `name` in `names`; raises `DataError` for another name."""
    if name not in names:
        raise DataError(path, line_with(path, name), f"unknown name {name!r}", hint=f"one of {', '.join(names)}")
    return names.index(name)


def load_numerals(folders: tuple[Path, ...], spelling: Folds) -> dict[str, Numeral]:
    """Number words by folded form. Raises `DataError` for a value that is no number and an unknown kind."""
    numerals: dict[str, Numeral] = {}
    for path in files(folders, "hindi/numbers.tsv"):
        for row in rows(path, ("form", "value", "kind")):
            if row["kind"] not in KINDS:
                raise row.fault(f"unknown kind {row['kind']!r}", hint=f"one of {', '.join(KINDS)}")
            try:
                value = float(row["value"])
            except ValueError:
                value = inf
            if not isfinite(value):
                raise row.fault(f"{row['value']!r} is no number")
            numerals[spelling.fold(row["form"])] = Numeral(value, row["kind"])
    return numerals


def load_counts(folders: tuple[Path, ...], spelling: Folds) -> tuple[dict[str, Outcome], dict[str, Phrases]]:
    """Outcomes and word classes of `counts.toml`, all folders joined."""
    outcomes: dict[str, list[OutcomeFile]] = {}
    words: dict[str, list[str]] = {}
    for path in files(folders, "hindi/counts.toml"):
        file = rules(path, CountsFile)
        for name, outcome in (("killed", file.killed), ("injured", file.injured), ("arrested", file.arrested)):
            outcomes.setdefault(name, []).append(outcome)
        for name, forms in file.words.items():
            if path.parents[1] != SHIPPED:
                known(path, name, tuple(words))
            words.setdefault(name, []).extend(forms)
    return {
        name: Outcome(
            Phrases.of([w for f in found for w in f.after], spelling),
            Phrases.of([w for f in found for w in f.nouns], spelling),
            Phrases.of([w for f in found for w in f.before], spelling),
            Phrases.of([w for f in found for w in f.agentive], spelling),
            tuple(
                (Phrases.of([before], spelling), Phrases.of([after], spelling))
                for f in found
                for before, after in f.inverted
            ),
        )
        for name, found in outcomes.items()
    }, {name: Phrases.of(forms, spelling) for name, forms in words.items()}
