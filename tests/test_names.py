"""The gazetteer: what the shipped files hold, how names are found, and what the reader refuses."""

import shutil
from pathlib import Path

import pytest

from ghatna.errors import DataError
from ghatna.lexicon.actors import load_names
from ghatna.lexicon.names import Names
from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import SHIPPED
from ghatna.model import NameAt, Reading, Sentence, Token
from ghatna.parse.tag import tag
from ghatna.pipeline import Coder


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling.load((SHIPPED,))


@pytest.fixture(scope="module")
def names(spelling: Spelling) -> Names:
    return load_names((SHIPPED,), spelling)


def tokens(text: str, spelling: Spelling, lemmas: dict[str, str] | None = None) -> tuple[Token, ...]:
    """Words at spaces, without the tagger; `lemmas` for the words that need one."""
    made, at = [], 0
    for word in text.split():
        norm = spelling.fold(word)
        reading = Reading((lemmas or {}).get(word, norm), "NOUN")
        made.append(Token(word, at, at + len(word), norm, (reading,)))
        at += len(word) + 1
    return tuple(made)


def told(found: tuple[NameAt, ...]) -> list[tuple[int, int, str, str]]:
    return [(at.first, at.last, at.names[0].kind, at.names[0].country) for at in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("रूस ने यूक्रेन पर हमला किया", [(0, 1, "country", "RUS"), (2, 3, "country", "UKR")]),
        ("उत्तर कोरिया के नेता किम जोंग उन", [(0, 2, "country", "PRK"), (3, 4, "role", ""), (4, 7, "person", "PRK")]),
        ("अमेरिकी कांग्रेस में बहस", [(0, 2, "body", "USA")]),
        ("कांग्रेस ने कहा", [(0, 1, "party", "IND")]),
        ("व्हाइट हाउस का बयान", [(0, 2, "seat", "USA")]),
        ("लश्कर-ए-तैयबा के आतंकी", [(0, 1, "group", "PAK"), (2, 3, "role", "")]),
        ("लश्कर ए तैयबा", [(0, 3, "group", "PAK")]),
        ("जी - 20 की बैठक", [(0, 3, "body", "IGO:G20")]),
        ("जी20 की बैठक", [(0, 1, "body", "IGO:G20")]),
        ("द. कोरिया की सेना", [(0, 2, "country", "KOR"), (3, 4, "role", "")]),
        ("ज़ेलेंस्की", [(0, 1, "person", "UKR")]),
        ("कोट डी ' आइवर की सेना", [(0, 4, "country", "CIV"), (5, 6, "role", "")]),
        ("मॉन्टेनेग्रो की मनागुआ से वार्ता", [(0, 1, "country", "MNE"), (2, 3, "seat", "NIC")]),
        ("पोलिसारियो मोर्चा ने", [(0, 2, "group", "ESH")]),
        ("दिल्ली पुलिस", [(0, 2, "body", "IND")]),
        ("कल शाम को बारिश हुई", []),
        # a short name is nobody's within another's name
        ("राहुल ने कहा", [(0, 1, "person", "IND")]),
        ("राहुल वर्मा ने कहा", []),
        # a form does not cut a person's longer name
        ("सीएम मोहन ने कहा", [(0, 2, "person", "IND")]),
        ("सीएम मोहन यादव ने कहा", [(0, 1, "role", ""), (1, 3, "person", "IND")]),
        # English names are forms too
        ("Noida में Uttar Pradesh पुलिस", [(0, 1, "place", "IND"), (2, 4, "place", "IND"), (4, 5, "role", "")]),
    ],
)
def test_the_longest_name_is_found(
    text: str, expected: list[tuple[int, int, str, str]], names: Names, spelling: Spelling
) -> None:
    assert told(names.find(tokens(text, spelling))) == expected


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("रूसियों", "रूसी"),
        ("प्रदर्शनकारियों", "प्रदर्शनकारी"),
        ("अदालतों", "अदालत"),
        ("सेनाओं", "सेना"),
        ("डाकुओं", "डाकू"),
        ("हिंदुओं", "हिंदू"),
        ("नेताओं", "नेता"),
        ("लड़ाकों", "लड़ाका"),
    ],
)
def test_plurals_are_names_too(word: str, form: str, names: Names, spelling: Spelling) -> None:
    (found,) = names.find(tokens(word, spelling))
    assert any(name.row.endswith(f":{spelling.fold(form)}") or name.row.endswith(f":{form}") for name in found.names)


def test_the_last_word_may_match_by_its_lemma(names: Names, spelling: Spelling) -> None:
    found = names.find(tokens("विदेश मंत्रिगण आए", spelling, {"मंत्रिगण": "मंत्री"}))
    assert told(found) == [(0, 2, "role", "")]


def test_a_hyphenated_pair_names_both(names: Names, spelling: Spelling) -> None:
    (found,) = names.find(tokens("भारत-पाकिस्तान", spelling))
    assert {name.country for name in found.names} == {"IND", "PAK"}


def test_every_country_is_there_and_known_people_have_a_country(names: Names) -> None:
    assert len(names.countries) > 230
    assert {"QAT", "ZAF", "ZMB", "XKX", "PSE", "TWN"} <= set(names.countries)


@pytest.mark.parametrize(
    ("file", "row", "problem"),
    [
        ("countries", "रूस\tRU\tcountry\tRussia\t\town", "no country code"),
        ("countries", "रूस\tRUS\tland\tRussia\t\town", "kind is 'land'"),
        ("regions", "कीव\tUKX\tKyiv\tcity\t\town", "unknown country 'UKX'"),
        ("bodies", "सीबीआई\tIND\tPOLICE\tCBI\t\t\t\town", "unknown sector 'POLICE'"),
        ("people", "पुतिन\tRUS\tGOV\tPutin\tPresident\t\t2000-5\t\town", "from is '2000-5'"),
        ("people", "पुतिन\tRUS\tGOV\tPutin\tPresident\t\t2012\t2008\town", "before it begins"),
        ("roles", "मंत्री\tGOV\tminister\t\t", "kind is 'minister'"),
        ("marks", "का\towner\t", "kind is 'owner'"),
    ],
)
def test_a_row_that_does_not_hold_is_refused(
    file: str, row: str, problem: str, tmp_path: Path, spelling: Spelling
) -> None:
    shipped = SHIPPED / "hindi" / "actors" / f"{file}.tsv"
    header = shipped.read_text("utf-8").split("\n")[0]
    mine = tmp_path / "hindi" / "actors" / f"{file}.tsv"
    mine.parent.mkdir(parents=True)
    mine.write_text(f"{header}\n{row}\n", "utf-8")
    with pytest.raises(DataError, match=problem) as raised:
        load_names((SHIPPED, tmp_path), spelling)
    assert f"{file}.tsv:2" in str(raised.value)


def test_a_folder_of_the_user_adds_names(tmp_path: Path, spelling: Spelling) -> None:
    folder = tmp_path / "hindi" / "actors"
    folder.mkdir(parents=True)
    shutil.copy(SHIPPED / "hindi" / "actors" / "marks.tsv", folder)
    header = "form\tcountry\tsectors\tname\tid\tfrom\tto\tsource"
    (folder / "groups.tsv").write_text(f"{header}\nनया मोर्चा समिति\tIND\tSOC\tNew Front\t\t\t\town\n", "utf-8")
    names = load_names((SHIPPED, tmp_path), spelling)
    assert told(names.find(tokens("नया मोर्चा समिति", spelling))) == [(0, 3, "group", "IND")]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("मैया संडू", "Maia Sandu"),
        ("निकोल पाशिनियान", "Nikol Pashinyan"),
        ("ओलाफ स्कॉल्ज", "Olaf Scholz"),
        ("व्लादिमिर पुतीन", "Vladimir Putin"),
        # another final vowel, a name that many bear, a short word, another consonant, one word, somebody of India
        ("ओलाफ स्कॉल्जी", None),
        ("अब्दुल कादिर", None),
        ("जेन कर्बी", None),
        ("निकोल पाशिरियान", None),
        ("पाशिनियानी", None),
        ("मनोहर परिकार", None),
    ],
)
def test_foreign_names_by_their_sounds(said: str, name: str | None, coder: Coder) -> None:
    found = tag(Sentence(f"{said} ने सेना को भेजा।", 0), coder.hindi).names
    persons = [n.name for at in found for n in at.names[:1] if n.kind == "person"]
    assert persons == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "country"),
    [("चेक विदेश मंत्री ने", "CZE"), ("चेक पुलिस ने", "CZE"), ("बैंक ने चेक बाउंस होने पर", None), ("मंत्री ने चेक सौंपे", None)],
)
def test_an_adjective_of_a_state_that_is_a_thing(text: str, country: str | None, coder: Coder) -> None:
    found = tag(Sentence(text, 0), coder.hindi).names
    assert [n.country for at in found for n in at.names if n.kind == "adjective"] == ([country] if country else [])
