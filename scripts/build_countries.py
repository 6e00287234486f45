"""Adds to `countries.tsv` the Hindi territory names of CLDR that it lacks.

    python scripts/build_countries.py src/ghatna/data/hindi/actors/countries.tsv

Needs Babel, which carries CLDR (Unicode-3.0 licence). Rows that are there keep their forms; a CLDR name that no
row has joins its country's row, a territory without a row gets one with source `cldr`.
"""

import re
import sys
import unicodedata
from pathlib import Path

from babel import Locale
from babel.core import get_global

HEADER = "form\tcountry\tkind\tname\tid\tsource"

ODD = re.compile(r"[()\[\]&॰]")
"""Names with notes in brackets are for lists, not for sentences."""

PRIVATE = re.compile("Q[M-Z]|X|ZZ")
"""Codes that ISO 3166-1 leaves to its users; Kosovo goes by one of them."""

RESERVED = {"ASC", "CPT", "DGA", "TAA"}
"""Codes that ISO 3166-1 keeps back without giving them to a territory."""

HOMONYMS = {"JEY"}
"""Territories whose Hindi name is a common word (Jersey, the shirt) far more often than the place."""


def codes() -> dict[str, str]:
    """Alpha-2 codes by alpha-3 code."""
    aliases = get_global("territory_aliases")
    found = {three: two[0] for three, two in aliases.items() if re.fullmatch(r"[A-Z]{3}", three) and len(two) == 1}
    kept = {three: two for three, two in found.items() if not PRIVATE.match(three) and three not in RESERVED | HOMONYMS}
    return {**kept, "XKX": "XK"}


def main(path: Path) -> None:
    """Rewrite the file at `path` with CLDR's names added."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else [HEADER]
    rows = [line.split("\t") for line in lines[1:]]
    by_country = {row[1]: row for row in rows if row[2] == "country"}
    taken = {form for row in rows for form in row[0].split("|")}
    hindi, english = Locale("hi").territories, Locale("en").territories
    for three, two in sorted(codes().items()):
        name = unicodedata.normalize("NFC", str(hindi.get(two, "")))
        if not name or ODD.search(name) or name in taken:
            continue
        taken.add(name)
        if three in by_country:
            by_country[three][0] += f"|{name}"
        else:
            rows.append([name, three, "country", str(english[two]), "", "cldr"])
            by_country[three] = rows[-1]
    body = sorted("\t".join(row) for row in rows)
    path.write_text("\n".join([HEADER, *body]) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
