"""The gazetteer of actors: `data/hindi/actors/*.tsv` → `Names`, which finds its rows in a sentence."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from ghatna.lexicon.tables import Row, files, rows, rules
from ghatna.model import Name, NameAt, Token

ACTORS = "hindi/actors"

COUNTRY_KINDS = ("country", "adjective", "seat")
REGION_KINDS = ("area", "state", "city", "site")
ROLE_KINDS = ("person", "member", "leader", "group", "body")
MARK_KINDS = ("genitive", "former", "join")

INFLECTED = ("role", "adjective", "body", "group", "party")
"""Kinds of names that have plurals; persons and places stand as they are."""

CONSONANT = "-"
"""The ending, in `endings.tsv`, of words that end in a consonant."""

WITHIN = re.compile(r"[-‐‑–.·\s]+")  # noqa: RUF001 - the hyphens that newspapers write
"""What stands between the parts of a name: `जी-20`, `जी 20`, `द. कोरिया`."""

YEAR = re.compile(r"(\d{4}(-\d\d)?)?")


class Spelled(Protocol):
    """Anything that spells a word as the lexicon does."""

    def fold(self, word: str) -> str: ...


class Role(Struct, frozen=True):
    """What a common noun for somebody who acts says: `kind` is person, group, body, or `member`, for words such as
    `प्रवक्ता` whose sectors are those of whoever they belong to and `sectors` only when nobody is named; a `leader`
    (`नेता`) is such a member too, and of the government when a state is all that he belongs to.

    `home` is the country that Hindi papers mean by the word when nothing places it (`सरपंच`), `STRANGER` for those
    whom a sentence does not place (`बंदूकधारी`)."""

    kind: str
    sectors: tuple[str, ...]
    home: str = ""


STRANGER = "-"
"""The `home` of strangers."""


class Step(Struct):
    """A place in the tree of forms: what may follow, and the names of the form that ends here."""

    next: dict[str, "Step"]
    names: list[Name]


class Names:
    """The rows of the actor files by the words of their forms. Read-only once loaded."""

    def __init__(
        self,
        root: Step,
        roles: dict[str, Role],
        marks: dict[str, str],
        countries: dict[str, Name],
        origins: dict[str, tuple[str, ...]],
    ) -> None:
        self._root = root.next
        self._roles = roles
        self._marks = marks
        self._origins = origins
        self.countries = countries
        """The row of each country by its code."""

    @classmethod
    def load(cls, folders: tuple[Path, ...], spelling: Spelled, words: object = None) -> "Names":
        """Read the actor files of all folders; a later folder adds rows.

        `words` is not needed (the tagger's lemmas come with the tokens) and is accepted so that all parts of the
        lexicon load alike. Raises `DataError` with file and line for a row that does not hold.
        """
        return _Loader(folders, spelling.fold).load()

    def find(self, tokens: Sequence[Token]) -> tuple[NameAt, ...]:
        """The names in `tokens`: the longest at each place, left to right, never crossing.

        All words but the last match as written, the last also inflected (`रूसियों` → `रूसी`) or by its lemma; a hyphen
        may stand for a space and a space for a hyphen.
        """
        found: list[NameAt] = []
        root, size, i = self._root, len(tokens), 0
        while i < size:
            token = tokens[i]
            step = root.get(token.norm)
            if step is not None and step.next:
                last, names = _walk(tokens, i, root)
            else:
                last, names = i + 1, (step.names if step is not None else [])
            if not names:
                last, names = i + 1, self._inflected(token)
            if not names and "." in token.norm:
                last, names = _walk(tokens, i, root)
            if names:
                found.append(NameAt(i, last, tuple(names)))
                i = last
            else:
                i += 1
        return tuple(found)

    def role(self, name: Name) -> Role | None:
        """What the role row `name` says; None for a name of another kind."""
        return self._roles.get(name.row)

    def origin(self, token: Token) -> tuple[str, ...]:
        """Countries whose people bear a given name or surname, the likeliest first; none for words that are no such."""
        return self._origins.get(token.norm, ())

    def mark(self, token: Token) -> str:
        """`genitive`, `former` or `join` for a word of `marks.tsv`, else empty."""
        return self._marks.get(token.norm, "")

    def _inflected(self, token: Token) -> list[Name]:
        """Names of a single word that is inflected, or of a hyphenated one (`भारत-पाकिस्तान` names two)."""
        root, norm = self._root, token.norm
        for reading in token.readings:
            if reading.lemma != norm and (step := root.get(reading.lemma)) is not None and step.names:
                return step.names
        if "-" not in norm:
            return []
        parts = _parts(norm)
        step = _down(root, parts)
        if step is not None and step.names:
            return step.names
        each = [root.get(part) for part in parts]
        return [name for step in each if step is not None for name in step.names] if all(each) else []


def _walk(tokens: Sequence[Token], first: int, root: dict[str, Step]) -> tuple[int, list[Name]]:
    """The longest form that starts at `first`: where it ends and its names."""
    best, names = first + 1, list[Name]()
    steps, i = root, first
    while i < len(tokens):
        token = tokens[i]
        norm = token.norm
        step = steps.get(norm)
        if step is None and (parts := _parts(norm)) != (norm,):
            if not parts:  # a hyphen or a dot of its own
                i += 1
                continue
            step = _down(steps, parts)
        if i > first and (step is None or not step.names):
            for reading in token.readings:
                bent = steps.get(reading.lemma)
                if bent is not None and bent.names:
                    best, names = i + 1, bent.names
                    break
        if step is None:
            break
        if step.names:
            best, names = i + 1, step.names
        steps = step.next
        i += 1
    return best, names


def _down(steps: dict[str, Step], parts: Iterable[str]) -> Step | None:
    """The step that `parts` lead to."""
    step: Step | None = None
    for part in parts:
        step = steps.get(part)
        if step is None:
            return None
        steps = step.next
    return step


@lru_cache(maxsize=65536)
def _parts(norm: str) -> tuple[str, ...]:
    return tuple(part for part in WITHIN.split(norm) if part)


class _Sectors(Struct):
    """What this module needs of `plover.toml`."""

    sectors: dict[str, str]


class _Loader:
    """Reads the files in an order that lets each be checked against the ones before."""

    def __init__(self, folders: tuple[Path, ...], fold: Callable[[str], str]) -> None:
        self.folders = folders
        self.fold = fold
        self.root = Step({}, [])
        self.roles: dict[str, Role] = {}
        self.marks: dict[str, str] = {}
        self.origins: dict[str, tuple[str, ...]] = {}
        self.countries: dict[str, Name] = {}
        self.endings = {
            row["lemma"]: row.many("inflected")
            for path in files(folders, f"{ACTORS}/endings.tsv")
            for row in rows(path, ("lemma", "inflected", "note"))
        }
        self.sectors = {s for path in files(folders, "plover.toml") for s in rules(path, _Sectors).sectors}

    def load(self) -> Names:
        for row in self._rows("countries", "form country kind name id source", ("form", "country", "kind")):
            self._country(row)
        for row in self._rows("regions", "form country name kind id source", ("form", "country")):
            self._one_of(row, "kind", REGION_KINDS)  # for readers of the file; all parts of a country act alike
            self._add(row, Name("place", self._code(row), (), row["name"], row["id"], row=_at(row)))
        for stem, kind in (("bodies", "body"), ("groups", "group"), ("parties", "party")):
            for row in self._rows(stem, "form country sectors name id from to source", ("form", "country", "from")):
                self._dated(row, kind)
        for row in self._rows(
            "people", "form country sectors name office id from to source", ("form", "name", "office", "from")
        ):
            self._dated(row, "person")
        for row in self._rows("roles", "lemma sectors kind home note", ("lemma",)):
            home = row["home"] if row["home"] == STRANGER else self._code(row, "home")
            role = Role(self._one_of(row, "kind", ROLE_KINDS), self._labels(row), home)
            self.roles[_at(row, "lemma")] = role
            self._add(row, Name("role", "", role.sectors, "", "", row=_at(row, "lemma")), "lemma")
        for row in self._rows("marks", "form kind note", ("form",)):
            kind = self._one_of(row, "kind", MARK_KINDS)
            self.marks.update((self.fold(form), kind) for form in row.many("form"))
        for row in self._rows("origins", "form country note", ("form",)):
            for form in row.many("form"):
                self.origins[self.fold(form)] = tuple(self._known(row, code) for code in row.many("country"))
        return Names(self.root, self.roles, self.marks, self.countries, self.origins)

    def _rows(self, stem: str, columns: str, key: tuple[str, ...]) -> Iterator[Row]:
        for path in files(self.folders, f"{ACTORS}/{stem}.tsv"):
            yield from rows(path, tuple(columns.split()), key=key)

    def _country(self, row: Row) -> None:
        kind, code = self._one_of(row, "kind", COUNTRY_KINDS), row["country"]
        if not re.fullmatch(r"[A-Z]{3}", code):
            raise row.fault(f"no country code: {code!r}", hint="three capital letters of ISO 3166-1")
        sectors = () if kind == "adjective" else ("GOV",)
        name = Name(kind, code, sectors, row["name"], row["id"], row=_at(row))
        if kind == "country":
            self.countries.setdefault(code, name)
        self._add(row, name)

    def _dated(self, row: Row, kind: str) -> None:
        for column in ("from", "to"):
            if not YEAR.fullmatch(row[column]):
                raise row.fault(f"{column} is {row[column]!r}", hint="YYYY, YYYY-MM or nothing")
        if row["from"] and row["to"] and row["to"] < row["from"][: len(row["to"])]:
            raise row.fault(f"ends in {row['to']} before it begins in {row['from']}")
        name = Name(
            kind, self._code(row), self._labels(row), row["name"], row["id"], row["from"], row["to"], row=_at(row)
        )
        self._add(row, name)

    def _code(self, row: Row, column: str = "country") -> str:
        """The country of a row: a country of `countries.tsv`, an international body, or none."""
        return self._known(row, row[column])

    def _known(self, row: Row, code: str) -> str:
        if code and code not in self.countries and not re.fullmatch(r"IGO:[A-Z0-9-]+", code):
            raise row.fault(f"unknown country {code!r}", hint="a code of countries.tsv, IGO:NAME, or nothing")
        return code

    def _labels(self, row: Row) -> tuple[str, ...]:
        labels = row.many("sectors")
        for label in labels:
            if label not in self.sectors:
                raise row.fault(f"unknown sector {label!r}", hint="one of [sectors] in plover.toml")
        return labels

    def _one_of(self, row: Row, column: str, allowed: tuple[str, ...]) -> str:
        value = row[column]
        if value not in allowed:
            raise row.fault(f"{column} is {value!r}", hint=f"one of {' '.join(allowed)}")
        return value

    def _add(self, row: Row, name: Name, column: str = "form") -> None:
        for form in row.many(column):
            parts = _parts(" ".join(self.fold(part) for part in _parts(form)))
            if not parts:
                raise row.fault(f"no word in {form!r}")
            steps = self.root
            for part in parts[:-1]:
                steps = steps.next.setdefault(part, Step({}, []))
            inflected = self._inflections(parts[-1]) if name.kind in INFLECTED else ()
            for last in (parts[-1], *inflected):
                step = steps.next.setdefault(last, Step({}, []))
                if name not in step.names:
                    step.names.append(name)

    def _inflections(self, word: str) -> tuple[str, ...]:
        """The oblique and plural forms of a name's last word, by its end; the longest ending that fits counts."""
        for end in sorted(self.endings, key=len, reverse=True):
            if end != CONSONANT and word.endswith(end):
                return tuple(self.fold(word[: -len(end)] + new) for new in self.endings[end])
        if unicodedata.category(word[-1]) == "Lo":
            return tuple(self.fold(word + new) for new in self.endings.get(CONSONANT, ()))
        return ()


def _at(row: Row, column: str = "form") -> str:
    """`file:form` of a row, with the first of its forms."""
    return f"{row.path.name}:{row.many(column)[0]}"
