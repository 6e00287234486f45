"""Where: the gold table and the gazetteer's file."""

from functools import cache

from ghatna.lexicon.gazetteer import Gazetteer, check
from ghatna.lexicon.tables import SHIPPED
from ghatna.model import Place
from ghatna.pipeline import Coder
from ghatna.resolve.place import place
from plain import gold, plain, spelling


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.load((SHIPPED,), spelling())


def told(text: str, hint: str | None = None) -> Place | None:
    tagged = plain(text)
    return place(tagged, 0, len(tagged.tokens), gazetteer(), country_hint=hint)


def test_gold() -> None:
    rows = gold("places.tsv")
    assert len(rows) >= 100
    country, exact = [], []
    for row in rows:
        found = told(row["sentence"])
        got = (found.name, found.country, found.admin1 or "") if found else ("", "", "")
        if got[1] != row["country"]:
            country.append(f"{row['sentence']}: {got}")
        if got != (row["name"], row["country"], row["admin1"]):
            exact.append(f"{row['sentence']}: {got}")
    assert len(country) <= 0.03 * len(rows), "\n".join(country)
    assert len(exact) <= 0.10 * len(rows), "\n".join(exact)


def test_every_row_holds(coder: Coder) -> None:
    assert check(SHIPPED / "hindi" / "places.tsv", coder.lexicon.names.countries) > 4000


def test_a_hint_decides_between_namesakes() -> None:
    found = told("हैदराबाद में धमाका हुआ", "PAK")
    assert found is not None
    assert (found.country, found.admin1) == ("PAK", "Sindh")


def test_known_towns_have_coordinates() -> None:
    found = told("कीव पर हमला हुआ")
    assert found is not None
    assert found.lat is not None
    assert found.lon is not None
    assert (round(found.lat), round(found.lon)) == (50, 31)
