"""Where: the gold tables and the gazetteer's file."""

import pytest

from ghatna.lexicon.gazetteer import check
from ghatna.lexicon.tables import SHIPPED
from ghatna.model import Document, Place
from ghatna.parse.split import split
from ghatna.parse.tag import tag
from ghatna.pipeline import coder
from ghatna.read import plain
from ghatna.resolve.place import place
from plain import gold


def told(text: str, hint: str | None = None) -> Place | None:
    """The place of a sentence, whatever its acts."""
    tagged = tag(split(Document(id="", text=text), coder().hindi.words)[0], coder().hindi)
    return place(tagged, 0, len(tagged.tokens), coder().lexicon.gazetteer, country_hint=hint)


def of_act(text: str, act: str) -> Place | None:
    """The place of the event of an article whose trigger holds `act`. Raises `LookupError` where it is not coded."""
    for one in coder().code(plain(text)):
        if act in one.trigger:
            return one.place
    raise LookupError(act)


def wrong(table: str) -> tuple[int, list[str], list[str]]:
    """Rows of a gold table, those of a wrong country, those wrong in anything."""
    rows = gold(table)
    country, exact = [], []
    for row in rows:
        try:
            found = of_act(row["sentence"], row["act"]) if row["act"] else told(row["sentence"])
            got = (found.name, found.country, found.admin1 or "") if found else ("", "", "")
        except LookupError:
            got = ("not coded", "", "not coded")
        if got[1] != row["country"] or got[0] == "not coded":
            country.append(f"{row['sentence']}: {got}")
        if got != (row["name"], row["country"], row["admin1"]):
            exact.append(f"{row['sentence']} [{row['act']}]: {got}, not {row['name']}, {row['admin1']}")
    return len(rows), country, exact


@pytest.mark.parametrize(("table", "least"), [("places.tsv", 240), ("places_aside.tsv", 80)])
def test_gold(table: str, least: int) -> None:
    rows, country, exact = wrong(table)
    assert rows >= least
    assert len(country) <= 0.03 * rows, "\n".join(country)
    assert len(exact) <= 0.10 * rows, "\n".join(exact)


def test_every_row_holds() -> None:
    assert check(SHIPPED / "hindi" / "places.tsv", coder().lexicon.names.countries) > 7500


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


def test_words_are_no_places() -> None:
    for text in ("किसी भी सूरत में हमला नहीं होगा", "उसने पारो को पीटा", "दूसरी पाली में हड़ताल हुई"):
        assert told(text) is None, text


def test_a_dateline_places_acts_of_its_own_country_only() -> None:
    text = "पटना, 3 मई (भाषा)। छात्रों ने सरकार के खिलाफ प्रदर्शन किया। रूस ने यूक्रेनी सैनिकों पर हमला किया।"
    found = {one.type: one.place for one in coder().code(plain(text))}
    assert found["PROTEST"] is not None
    assert found["PROTEST"].name == "Patna"
    assert found["ASSAULT"] is None


def test_every_state_and_its_districts_are_known() -> None:
    rows = [line.split("\t") for line in (SHIPPED / "hindi" / "places.tsv").read_text("utf-8").splitlines()[2:]]
    states = {row[3] for row in rows if row[2] == "IND" and row[3]}
    assert len(states) == 36, sorted(states)
    assert all(row[4] and row[5] for row in rows if row[1] == row[3] and row[2] == "IND")


def test_deeds_of_one_sentence_are_in_one_place() -> None:
    text = "जबलपुर में दुकानदार की गोली मारकर हत्या, पुलिस ने दो आरोपियों को किया गिरफ्तार"
    found = {one.type: one.place for one in coder().code(plain(text))}
    assert {t: p and p.name for t, p in found.items()} == {"ASSAULT": "Jabalpur", "COERCE": "Jabalpur"}


def test_a_state_of_two_countries_is_at_home_where_nothing_tells() -> None:
    found = told("पंजाब में हिंसा भड़की")
    assert found is not None
    assert found.country == "IND"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("बिहार के गया में पुलिस ने छापा मारा", "Gaya", "IND"),
        ("मैनपुरी जिले के करहल में पथराव हुआ", "Karhal", "IND"),
        ("चराइदेव में बाढ़ के बाद विरोध हुआ", "Charaideo", "IND"),
        ("किन्नौर में रैली निकली", "Kinnaur", "IND"),
        ("लाहौल स्पीति में रैली निकली", "Lahaul and Spiti", "IND"),
        ("मोगादिशु में विस्फोट हुआ", "Mogadishu", "SOM"),
        ("उलानबाटर में वार्ता हुई", "Ulaanbaatar", "MNG"),
        ("सुद्जा में लड़ाई हुई", "Sudzha", "RUS"),
        ("तुलकरम में छापा पड़ा", "Tulkarm", "PSE"),
        ("अलबामा के बर्मिंघम में गोलीबारी हुई", "Birmingham", "USA"),
        ("बर्मिंघम में गोलीबारी हुई", "Birmingham", "GBR"),
    ],
)
def test_districts_capitals_and_namesakes(text: str, name: str, country: str) -> None:
    found = told(text)
    assert found is not None
    assert (found.name, found.country, found.lat is not None) == (name, country, True)
