"""Who a participant is: country and sectors of phrases, by class of phrase."""

from datetime import date
from types import SimpleNamespace

import pytest

from ghatna.lexicon.actors import load_names
from ghatna.lexicon.names import Names
from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import SHIPPED
from ghatna.lexicon.words import Words
from ghatna.model import Sentence, Tagged
from ghatna.parse.participant import participant
from ghatna.parse.tag import Hindi, Readings, tag
from ghatna.resolve.actor import Who, entity


@pytest.fixture(scope="module")
def hindi() -> Hindi:
    spelling = Spelling.load((SHIPPED,))
    words = Words.load((SHIPPED,), spelling)
    return SimpleNamespace(  # type: ignore[return-value]
        spelling=spelling,
        words=words,
        readings=Readings.load((SHIPPED,), spelling),
        names=load_names((SHIPPED,), spelling, words),
    )


def read(text: str, hindi: Hindi) -> Tagged:
    return tag(Sentence(text, 0), hindi)


def who(text: str, hindi: Hindi, on: date | None = None) -> Who:
    tagged = read(text, hindi)
    assert isinstance(hindi.names, Names)
    return entity(tagged, 0, len(tagged.tokens), hindi.names, on=on)


@pytest.mark.parametrize(
    ("text", "country", "sectors"),
    [
        # states, their seats, their people
        ("भारत", "IND", "GOV"),
        ("क्रेमलिन", "RUS", "GOV"),
        ("रूसियों", "RUS", "CVL"),
        ("लीबिया में फंसे भारतीयों", "IND", "CVL"),
        # offices of a state
        ("यूक्रेन के राष्ट्रपति वोलोदिमिर जेलेंस्की", "UKR", "GOV"),
        ("फिनलैंड के प्रधानमंत्री पेटेरी ओर्पो", "FIN", "GOV"),
        ("अमेरिका में भारत के राजदूत", "IND", "GOV"),
        ("भारत में अमेरिका के राजदूत", "USA", "GOV"),
        ("जापानी रक्षा मंत्रियों", "JPN", "GOV"),
        ("पूर्व जापानी प्रधानमंत्री", "JPN", "ELI"),
        ("मादुरो सरकार", "VEN", "GOV"),
        # forces, courts, parliaments
        ("रूसी सैन्य प्रतिनिधिमंडल", "RUS", "MIL"),
        ("पेशावर के डिप्टी पुलिस कमिश्नर नदीम खटक", "PAK", "COP"),
        ("थाईलैंड की नौसेना", "THA", "MIL"),
        ("सेना के कमानों के प्रमुखों", None, "MIL"),
        ("संसद की स्थाई समिति", None, "LEG"),
        ("सुप्रीम कोर्ट", None, "JUD"),
        ("पाकिस्तान के सुप्रीम कोर्ट", "PAK", "JUD"),
        # who belongs to a body takes its sectors
        ("सीआरपीएफ के जवानों", "IND", "COP"),
        ("भाजपा प्रवक्ता", "IND", "PTY"),
        ("प्रदेश कांग्रेस अध्यक्ष", "IND", "PTY"),
        ("हमास के प्रवक्ता", "PSE", "REB"),
        ("हिजबुल्लाह लड़ाकों", "LBN", "REB"),
        ("नाटो के महासचिव", "IGO:NATO", "IGO"),
        ("आसियान देशों", "IGO:ASEAN", "IGO"),
        ("मालदीव के नेताओं", "MDV", "GOV"),
        ("बिहार के नेताओं", "IND", "PTY"),
        ("मिस्र के अधिकारियों", "EGY", "GOV"),
        # people
        ("नेपाल की जनजातियों", "NPL", "CVL"),
        ("पोलैंड के किसानों", "POL", "AGR"),
        ("बग़दाद के शिया धार्मिक स्थलों", "IRQ", "REL"),
        ("नाइजीरिया के बंदूकधारियों", "NGA", "UAF"),
        ("पाकिस्तान के तालिबान", "PAK", "REB"),
        ("प्रदर्शनकारियों", None, "CVL"),
        # things of somebody
        ("पूर्वी कांगो", "COD", ""),
        ("ईरान के परमाणु ठिकानों", "IRN", ""),
        ("उन्होंने", None, ""),
    ],
)
def test_country_and_sectors(text: str, country: str | None, sectors: str, hindi: Hindi) -> None:
    found = who(text, hindi)
    assert found.country == country, found.why
    assert (sectors in found.sectors) if sectors else found.sectors == (), found.why


@pytest.mark.parametrize(
    ("text", "on", "sectors", "name"),
    [
        ("ट्रंप", date(2018, 5, 1), ("GOV",), "Donald Trump"),
        ("ट्रंप", date(2026, 1, 9), ("GOV",), "Donald Trump"),
        ("बुश", date(2005, 7, 18), ("GOV",), "George W. Bush"),
        ("बुश", date(2012, 1, 1), ("ELI",), "George W. Bush"),
        ("शेख हसीना", date(2020, 1, 1), ("GOV",), "Sheikh Hasina"),
        ("शेख हसीना", date(2025, 11, 17), ("ELI",), "Sheikh Hasina"),
        ("पूर्व प्रधानमंत्री शेख हसीना", date(2025, 11, 17), ("ELI",), "Sheikh Hasina"),
        ("केजरीवाल", date(2016, 1, 1), ("GOV",), "Arvind Kejriwal"),
        ("राजपक्षे", date(2009, 1, 1), ("GOV",), "Mahinda Rajapaksa"),
        ("राजपक्षे", date(2021, 1, 1), ("GOV",), "Gotabaya Rajapaksa"),
        ("तालिबान", date(2009, 1, 1), ("REB",), "Taliban"),
        ("तालिबान", date(2023, 1, 1), ("GOV",), "Taliban"),
    ],
)
def test_offices_hold_on_their_days(text: str, on: date, sectors: tuple[str, ...], name: str, hindi: Hindi) -> None:
    found = who(text, hindi, on)
    assert (found.sectors, found.name) == (sectors, name), found.why


def test_a_name_gives_its_row(hindi: Hindi) -> None:
    found = who("संयुक्त राष्ट्र", hindi)
    assert (found.country, found.name, found.id) == ("IGO:UN", "United Nations", "Q1065")
    assert "bodies.tsv" in found.why


def test_who_can_head_a_participant(hindi: Hindi) -> None:
    tagged = read("रूसी सेना ने कीव पर हमला किया", hindi)
    named = {t: at for at in tagged.names for t in range(at.first, at.last)}
    heads = [token.text for i, token in enumerate(tagged.tokens) if participant(tagged, i, named)]
    assert heads == ["सेना", "कीव"]
