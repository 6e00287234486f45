"""The actor files `data/hindi/actors/*.tsv`, and the towns of `places.tsv`, → `Names`."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import Protocol

from msgspec import Struct, structs

from ghatna.lexicon.gazetteer import DOUBTFUL, check
from ghatna.lexicon.ids import identity
from ghatna.lexicon.names import STRANGER, Names, Role
from ghatna.lexicon.sounds import Sounds
from ghatna.lexicon.tables import SHIPPED, Row, files, rows, rules
from ghatna.lexicon.tree import Step, down, parts_of
from ghatna.model import Name

ACTORS = "hindi/actors"

COUNTRY_KINDS = ("country", "adjective", "seat")
REGION_KINDS = ("area", "state", "city", "site", "many")
ROLE_KINDS = ("person", "member", "leader", "group", "body")
MARK_KINDS = ("genitive", "former", "join", "many", "about", "alone", "compass", "anyone", "doer")

INFLECTED = ("role", "adjective", "body", "group", "party")
"""Kinds of names that have plurals; persons and places stand as they are."""

WRITTEN_IN_ENGLISH = ("country", "place", "body", "group", "party")
"""Kinds of names whose English name is a form too; that of a seat or an adjective is the country's. People's names in
Latin letters are mostly labels of headlines (`Azam Khan: …`); those that stand for more have forms of their own."""

CONSONANT = "-"
"""The ending, in `endings.tsv`, of words that end in a consonant."""

TOWN = ("form", "name", "country", "admin1", "lat", "lon", "geonames", "population")
"""The columns of `places.tsv`."""
HOME, HOME_WEIGHT = "IND", 5
"""A name shared by towns of two countries is more often India's in Hindi news, unless the other is far larger."""

GOVERNING = re.compile(r"(?:Chief Minister|Prime Minister|President|Chancellor) of ([^,]+)")
"""Offices, as `people.tsv` writes them, by whose holders a government is called (नीतीश सरकार), and what they govern."""

YEAR = re.compile(r"(\d{4}(-(0[1-9]|1[0-2]))?)?")

UNNAMED = ("CCK", "JEY", "UMI")
"""Codes of ISO 3166-1 that `countries.tsv` has no name for."""
FREE = re.compile(r"AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]")
"""Codes that ISO 3166-1 leaves to users."""


class Spelled(Protocol):
    """Anything that spells a word as the lexicon does."""

    def fold(self, word: str) -> str: ...


def load_names(folders: tuple[Path, ...], spelling: Spelled, words: Container[str] = ()) -> Names:
    """Read the actor files of all folders, a later folder adding rows, and the towns of `places.tsv`.

    A town whose name is one of `words` (बाली, गया) is left out: the gazetteer reads it where the words around say
    that it is a place. Raises `DataError` with file and line for a row that does not hold.
    """
    return _Loader(folders, spelling.fold, words).load()


class _Sectors(Struct):
    """What this module needs of `plover.toml`."""

    sectors: dict[str, str]


class _Loader:
    """Reads the files in an order that lets each be checked against the ones before."""

    def __init__(self, folders: tuple[Path, ...], fold: Callable[[str], str], words: Container[str]) -> None:
        self.folders = folders
        self.fold = fold
        self.words = words
        self.root = Step({}, [])
        self.roles: dict[str, Role] = {}
        self.marks: dict[str, str] = {}
        self.origins: dict[str, tuple[str, ...]] = {}
        self.countries: dict[str, Name] = {}
        self.given: dict[tuple[str, str], str] = {}
        self.organs: dict[tuple[str, str], str] = {}
        self.persons: list[tuple[tuple[str, ...], Name]] = []
        self.endings = {
            row["lemma"]: row.many("inflected")
            for path in files(folders, f"{ACTORS}/endings.tsv")
            for row in rows(path, ("lemma", "inflected", "note"))
        }
        self.letters = {
            fold(row["form"])
            for path in files(folders, f"{ACTORS}/initials.tsv")
            for row in rows(path, ("form", "letter"), key=("form",))
            if letter(row)
        }
        self.sectors = {s for path in files(folders, "plover.toml") for s in rules(path, _Sectors).sectors}

    def load(self) -> Names:
        for row in self._rows("countries", "form country kind name id source", ("form", "country", "kind")):
            self._country(row)
        for row in self._rows("regions", "form country name kind id source", ("form", "country")):
            kind = self._one_of(row, "kind", REGION_KINDS)
            if not row["country"] and kind != "many":
                raise row.fault("empty country", hint="only a region of `many` countries has none")
            governs = kind in ("state", "many")
            self._add(row, self._named("place", row, ("GOV",) if governs else ()))
        for stem, kind in (("bodies", "body"), ("groups", "group"), ("parties", "party")):
            columns = "form country sectors name id from to source"
            self._dated(self._rows(stem, columns, ("form", "country", "from")), kind)
        columns = "form country sectors name office id from to source"
        self._dated(self._rows("people", columns, ("form", "name", "office", "from")), "person")
        for row in self._rows("roles", "lemma sectors kind home note", ("lemma",)):
            home = row["home"] if row["home"] == STRANGER else self._code(row, "home")
            role = Role(self._one_of(row, "kind", ROLE_KINDS), self._labels(row), home)
            self.roles[_at(row, "lemma")] = role
            self._add(row, Name("role", "", role.sectors, "", "", row=_at(row, "lemma")), "lemma")
        for row in self._rows("organs", "lemma country name note", ("lemma", "country")):
            self._organ(row)
        for row in self._rows("marks", "form kind note", ("form",)):
            kind = self._one_of(row, "kind", MARK_KINDS)
            self.marks.update((self.fold(form), kind) for form in row.many("form"))
        self._towns()
        for row in self._rows("origins", "form country note", ("form",)):
            if not row["country"]:
                raise row.fault("empty country")
            for form in row.many("form"):
                self.origins[self.fold(form)] = tuple(self._known(row, code) for code in row.many("country"))
        sounds = Sounds(Sounds.read(self.folders), self.persons)
        return Names(self.root, self.roles, self.marks, self.countries, self.origins, self.organs, sounds)

    def _rows(self, stem: str, columns: str, key: tuple[str, ...]) -> Iterator[Row]:
        for path in files(self.folders, f"{ACTORS}/{stem}.tsv"):
            yield from rows(path, tuple(columns.split()), key=key)

    def _country(self, row: Row) -> None:
        kind, code = self._one_of(row, "kind", COUNTRY_KINDS), row["country"]
        if not row["name"]:
            raise row.fault("empty name")
        own = SHIPPED in row.path.parents or code in self.countries or code in UNNAMED
        if not re.fullmatch(r"[A-Z]{3}", code) or not (own or FREE.fullmatch(code)):
            raise row.fault(
                f"no country code: {code!r}", hint="three capital letters of ISO 3166-1; XAA to XZZ for others"
            )
        sectors = () if kind == "adjective" else ("GOV",)
        name = Name(kind, code, sectors, row["name"], row["id"] or identity(kind, row["name"], code), row=_at(row))
        if kind == "country":
            self.countries.setdefault(code, name)
        self._add(row, name)

    def _towns(self) -> None:
        """Towns of `places.tsv` under forms that no row has yet; of several of one name India's or the largest."""
        best: dict[str, tuple[int, str, str]] = {}
        for path in files(self.folders, "hindi/places.tsv"):
            if (
                SHIPPED not in path.parents
            ):  # the shipped file is checked by `ghatna check`: reading it twice takes long
                check(path, self.countries)
            for line in path.read_text("utf-8").split("\n")[1:]:
                cells = line.split("\t")
                if (
                    len(cells) == len(TOWN)
                    and not line.startswith("#")
                    and len(cells[0]) > 2
                    and not cells[0].endswith(DOUBTFUL)
                    and cells[2] in self.countries
                ):
                    size = int(cells[7] or 0) * (HOME_WEIGHT if cells[2] == HOME else 1)
                    best[cells[0]] = max(best.get(cells[0], (-1, "", "")), (size, cells[2], cells[1]))
        for _, country, name in [row for row in best.values() if row[1] == HOME]:
            best.setdefault(name, (0, country, name))  # the papers write their own towns in English too
        for form, (_, country, name) in best.items():
            parts = parts_of(" ".join(self.fold(part) for part in parts_of(form)))
            step = down(self.root.next, parts)
            if (step is None or not step.names) and not (len(parts) == 1 and parts[0] in self.words):
                steps = self.root
                for part in parts:
                    steps = steps.next.setdefault(part, Step({}, []))
                id_ = identity("place", name, country)
                steps.names.append(Name("place", country, (), name, id_, row=f"places.tsv:{form}"))

    def _dated(self, found: Iterator[Row], kind: str) -> None:
        """Rows that hold for some time; an id that one of a name carries is that of all of its kind."""
        every = list(found)
        self.given |= {(kind, row["name"]): row["id"] for row in every if row["id"]}
        for row in every:
            if not row["sectors"]:
                raise row.fault("empty sectors", hint="one of [sectors] in plover.toml")
            if kind == "person" and not row["name"]:
                raise row.fault("empty name")
            for column in ("from", "to"):
                if not YEAR.fullmatch(row[column]):
                    raise row.fault(f"{column} is {row[column]!r}", hint="YYYY, YYYY-MM or nothing")
            if row["from"] and row["to"] and row["to"] < row["from"][: len(row["to"])]:
                raise row.fault(f"ends in {row['to']} before it begins in {row['from']}")
            name = self._named(kind, row, self._labels(row))
            office = row.cells.get("office", "")
            of = GOVERNING.match(office)
            dated = structs.replace(name, since=row["from"], until=row["to"], of=of[1] if of else "", office=office)
            self._add(row, dated)

    def _named(self, kind: str, row: Row, sectors: tuple[str, ...]) -> Name:
        country, name = self._code(row), row["name"]
        if len(row["id"].split()) > 1:
            raise row.fault(f"id is {row['id']!r}", hint="one word, such as Q1156")
        given = row["id"] or self.given.get((kind, name))
        return Name(kind, country, sectors, name, given or identity(kind, name, country), row=_at(row))

    def _organ(self, row: Row) -> None:
        for form in row.many("lemma"):
            role = f"roles.tsv:{form}"
            if not row["name"]:
                raise row.fault("empty name")
            if role not in self.roles:
                raise row.fault(f"{form!r} is no role", hint="a lemma of roles.tsv")
            self.organs[role, self._code(row)] = row["name"]

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
        for form in (*row.many(column), *_in_english(name)):
            parts = parts_of(" ".join(self.fold(part) for part in parts_of(form)))
            if not any(letter.isalpha() for part in parts for letter in part):
                raise row.fault(f"no word in {form!r}")
            self._grow(parts, name)
            if name.kind == "person":
                self.persons.append((parts, name))
            if name.kind == "person" and len(parts) > 1 and (other := self._other_initials(parts)):
                self._grow(other, name)

    def _grow(self, parts: tuple[str, ...], name: Name) -> None:
        steps = self.root
        for part in parts[:-1]:
            steps = steps.next.setdefault(part, Step({}, []))
        inflected = self._inflections(parts[-1]) if name.kind in INFLECTED else ()
        for last in (parts[-1], *inflected):
            step = steps.next.setdefault(last, Step({}, []))
            if name not in step.names:
                step.names.append(name)

    def _other_initials(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        """The name with its initials written apart where they stand together, else together (`एसएम` and `एस एम कृष्णा`);
        nothing for a name that begins with fewer than two."""
        apart = self._initials(parts[0])
        if len(apart) > 1:
            return (*apart, *parts[1:])
        size = next((i for i, part in enumerate(parts) if part not in self.letters), len(parts))
        return ("".join(parts[:size]), *parts[size:]) if 1 < size < len(parts) else ()

    def _initials(self, word: str) -> tuple[str, ...]:
        """The letters whose names `word` is made of; none if it is not."""
        for size in range(len(word), 0, -1):
            if word[:size] in self.letters and (size == len(word) or self._initials(word[size:])):
                return (word[:size], *self._initials(word[size:]))
        return ()

    def _inflections(self, word: str) -> tuple[str, ...]:
        """The oblique and plural forms of a name's last word, by its end; the longest ending that fits counts."""
        for end in sorted(self.endings, key=len, reverse=True):
            if end != CONSONANT and word.endswith(end):
                return tuple(self.fold(word[: -len(end)] + new) for new in self.endings[end])
        if unicodedata.category(word[-1]) == "Lo":
            return tuple(self.fold(word + new) for new in self.endings.get(CONSONANT, ()))
        return ()


def letter(row: Row) -> str:
    """The capital letter of a row of `initials.tsv`."""
    if not re.fullmatch(r"[A-Z]", row["letter"]):
        raise row.fault(f"{row['letter']!r} is no letter", hint="one capital letter")
    return row["letter"]


def _in_english(name: Name) -> tuple[str, ...]:
    """The English name as one more form, for portals write `Noida`, `Pakistan`, `Shiv Sena` so; not that of a company,
    which in Latin letters mostly names its goods."""
    return (name.name,) if name.name and name.kind in WRITTEN_IN_ENGLISH and name.sectors != ("BUS",) else ()


def _at(row: Row, column: str = "form") -> str:
    """`file:form` of a row, with the first of its forms."""
    return f"{row.path.name}:{row.many(column)[0]}"
