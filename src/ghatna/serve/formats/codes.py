"""Codes of other formats: `data/formats/*.tsv` → `Codes`."""

from functools import cache

from msgspec import Struct

from ghatna.lexicon.tables import FORMATS, SHIPPED, rows


class Country(Struct, frozen=True):
    """A state or territory; `cow` is empty for what is no state in that list, `fips` for what has no such code."""

    name: str
    fips: str
    cow: str
    cameo: str


class Codes(Struct, frozen=True):
    """Each table by what events say: ISO codes, bodies (without `IGO:`), sectors, CAMEO codes, states by name."""

    countries: dict[str, Country]
    groups: dict[str, str]
    sectors: dict[str, str]
    scale: dict[str, float]
    states: dict[tuple[str, str], str]

    def goldstein(self, code: str) -> float | None:
        """The scale of a CAMEO code: its own, or that of the longest beginning of it; None for what is no code."""
        return next((self.scale[code[:n]] for n in range(len(code), 1, -1) if code[:n] in self.scale), None)


@cache
def codes() -> Codes:
    """The shipped tables, read once. Raises `DataError` for a fault in them."""

    def table(name: str, *columns: str, key: int = 1) -> list[tuple[str, ...]]:
        path = SHIPPED / FORMATS / f"{name}.tsv"
        return [tuple(row[c] for c in columns) for row in rows(path, columns, key=columns[:key])]

    found = table("countries", "iso3", "name", "fips", "cow", "cameo")
    return Codes(
        {iso: Country(*rest) for iso, *rest in found},
        dict(table("groups", "body", "cameo")),  # type: ignore[arg-type]
        dict(table("sectors", "sector", "cameo")),  # type: ignore[arg-type]
        {code: float(value) for code, value in table("goldstein", "code", "scale")},
        {(name, country): code for name, country, code in table("states", "name", "country", "code", key=2)},
    )
