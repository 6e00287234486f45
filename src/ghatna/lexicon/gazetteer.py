"""Names of places: `hindi/places.tsv`, countries of `hindi/actors/countries.tsv`, and the words of `hindi/where.toml`.

A row is read only when a text names it: loading folds the forms and keeps the lines.
"""

from collections.abc import Container, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from ghatna.errors import DataError
from ghatna.lexicon.calendar import Folds, Phrases
from ghatna.lexicon.tables import files, rows, rules
from ghatna.model import Token

COLUMNS = ("form", "name", "country", "admin1", "lat", "lon", "geonames", "population")
COUNTRY, REGION, TOWN = 0, 1, 2
NUKTA = "\u093c"
DOUBTFUL = "!"
"""What ends a form that is a word or a name of people as well: a place only where the words beside it say so."""


class Spot(Struct, frozen=True):
    """A place that a form may name. `level`: country, region (a state or province) or town, district, site.

    A city that is a state of its own (दिल्ली) is a town.
    """

    name: str
    country: str
    admin1: str = ""
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    population: int = 0
    level: int = TOWN
    doubtful: bool = False


class WhereFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `where.toml`."""

    kind: tuple[str, ...] = ()
    scene: tuple[str, ...] = ()
    border: tuple[str, ...] = ()
    in_: tuple[str, ...] = msgspec.field(default=(), name="in")
    on: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    from_: tuple[str, ...] = msgspec.field(default=(), name="from")
    of: tuple[str, ...] = ()
    and_: tuple[str, ...] = msgspec.field(default=(), name="and")
    colon: tuple[str, ...] = ()
    waters: tuple[str, ...] = ()
    strike: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    arrive: tuple[str, ...] = ()
    visit: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    determiner: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    happened: tuple[str, ...] = ()
    case: tuple[str, ...] = ()
    road: tuple[str, ...] = ()


class Gazetteer(Struct, frozen=True):
    """Places by folded form."""

    lines: dict[str, tuple[str, ...]]
    countries: dict[str, Spot]
    longest: dict[str, int]
    """First word of a form → words of the longest form that begins so."""
    words: dict[str, Phrases]

    @classmethod
    def load(cls, folders: tuple[Path, ...], spelling: Folds) -> "Gazetteer":
        """Reads the files of all folders; rows of a later folder stand before those of an earlier one."""
        lines: dict[str, tuple[str, ...]] = {}
        fold = spelling.fold
        for path in files(folders, "hindi/places.tsv"):
            body = [line for line in path.read_text("utf-8").split("\n") if line and not line.startswith("#")]
            if not body or tuple(body[0].split("\t")) != COLUMNS:
                raise DataError(path, 1, "unknown columns", hint=f"expected, tab-separated: {' '.join(COLUMNS)}")
            for line in body[1:]:
                form = line[: line.find("\t")].removesuffix(DOUBTFUL)
                key = " ".join(map(fold, form.split(" "))) if " " in form else fold(form)
                # A tokenizer may part a hyphenated name (जम्मू-कश्मीर) or keep it whole; papers leave out the dot (चंडीगढ).
                for written in {key, key.replace("-", " - "), key.replace(NUKTA, "")}:
                    lines[written] = (line, *lines.get(written, ()))
        countries: dict[str, Spot] = {}
        for path in files(folders, "hindi/actors/countries.tsv"):
            for row in rows(path, ("form", "country", "kind", "name", "id", "source"), key=("form", "kind")):
                if row["kind"] == "country":
                    for form in row.many("form"):
                        key = " ".join(map(fold, form.split()))
                        countries[key] = Spot(row["name"], row["country"], level=COUNTRY)
        longest: dict[str, int] = {}
        for key in (*lines, *countries):
            word, size = key.split(" ", 1)[0], key.count(" ") + 1
            if size > longest.get(word, 0):
                longest[word] = size
        words: dict[str, list[str]] = {}
        for path in files(folders, "hindi/where.toml"):
            for name, forms in msgspec.to_builtins(rules(path, WhereFile)).items():
                words.setdefault(name, []).extend(forms)
        return cls(lines, countries, longest, {n: Phrases.of(forms, spelling) for n, forms in words.items()})

    def at(self, tokens: Sequence[Token], i: int, last: int) -> tuple[int, tuple[Spot, ...]]:
        """The longest name at token `i` (before `last`): how many tokens, and the places it may be."""
        size = min(self.longest.get(tokens[i].norm, 0), last - i)
        while size > 0:
            found = self.named(" ".join(t.norm for t in tokens[i : i + size]))
            if found:
                return size, found
            size -= 1
        return 0, ()

    def named(self, key: str) -> tuple[Spot, ...]:
        """The places of a folded form."""
        country = self.countries.get(key)
        spots = tuple(spot(line) for line in self.lines.get(key, ()))
        return (country, *spots) if country else spots


def spot(line: str) -> Spot:
    """A row of `places.tsv` as a place. Raises `DataError` for a wrong number of cells or a number that is none."""
    cells = line.split("\t")
    try:
        form, name, country, admin1, lat, lon, geonames, population = cells
        return Spot(
            name,
            country,
            admin1,
            float(lat) if lat else None,
            float(lon) if lon else None,
            int(geonames) if geonames else None,
            int(population) if population else 0,
            REGION if name == admin1 and not population else TOWN,
            form.endswith(DOUBTFUL),
        )
    except ValueError as wrong:
        raise DataError("places.tsv", 0, f"{wrong} in row {cells[0]!r}") from None


def check(path: Path, countries: Container[str]) -> int:
    """Reads every row of a `places.tsv` strictly, gives their number; `countries` are the codes it may name.

    Raises `DataError`."""
    found = list(rows(path, COLUMNS, key=("form", "name", "country", "admin1")))
    for row in found:
        if not row["name"]:
            raise row.fault("empty name")
        if not any(letter.isalpha() for letter in row["form"]):
            raise row.fault(f"no word in {row['form']!r}")
        if row["country"] not in countries:
            raise row.fault(f"unknown country {row['country']!r}", hint="a code of countries.tsv")
        for column, least, most in (
            ("lat", -90.0, 90.0),
            ("lon", -180.0, 180.0),
            ("geonames", 1, None),
            ("population", 0, None),
        ):
            if row[column] and not _between(row[column], least, most):
                raise row.fault(f"{column} is {row[column]!r}", hint=LIMITS[column])
        if bool(row["lat"]) != bool(row["lon"]):
            raise row.fault("lat and lon stand together or not at all")
    return len(found)


LIMITS = {
    "lat": "degrees from -90 to 90",
    "lon": "degrees from -180 to 180",
    "geonames": "a whole number above 0",
    "population": "a whole number",
}


def _between(cell: str, least: float, most: float | None) -> bool:
    """Whether a cell is a number in these bounds; without an upper one, a whole number."""
    if most is None:
        return cell.isascii() and cell.isdigit() and int(cell) >= least
    try:
        return least <= float(cell) <= most
    except ValueError:
        return False
