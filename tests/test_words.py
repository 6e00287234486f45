import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghatna.errors import DataError
from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import SHIPPED
from ghatna.lexicon.words import Words
from ghatna.model import Reading

SPELLING = Spelling.load((SHIPPED,))
WORDS = Words.load((SHIPPED,), SPELLING)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("हिन्दी", "हिंदी"), ("गये", "गए"), ("गयी", "गई"), ("लिये", "लिए"), ("चाहिये", "चाहिए"), ("आयी", "आई"),
        ("हुयी", "हुई"), ("जायेगा", "जाएगा"), ("ज़मीन", "जमीन"), ("लड़का", "लड़का"), ("पढ़ा", "पढ़ा"),
        ("सम्मेलन", "सम्मेलन"), ("अन्न", "अन्न"), ("जन्म", "जन्म"), ("उन्होंने", "उन्होंने"), ("डॉक्टर", "डाक्टर"),
        ("हॉल", "हॉल"), ("२०२४", "2024"), ("मुठभेड", "मुठभेड़"), ("हैँ", "हैं"), ("ये", "ये"), ("क्\u200dयों", "क्यों"),
    ],
)  # fmt: skip
def test_spellings_fold(written: str, folded: str) -> None:
    assert SPELLING.fold(written) == folded


@given(st.text(alphabet=st.characters(min_codepoint=0x900, max_codepoint=0x97F), max_size=12))
def test_folding_twice_changes_nothing(word: str) -> None:
    once = SPELLING.fold(word)
    assert SPELLING.fold(once) == once


@pytest.mark.parametrize(
    ("form", "lemma", "features"),
    [
        ("किया", "कर", {"form": "perf", "gender": "m"}), ("की", "कर", {"form": "perf", "gender": "f"}),
        ("गए", "जा", {"form": "perf"}), ("हुईं", "हो", {"form": "perf", "number": "pl"}),
        ("दागीं", "दाग", {"form": "perf", "number": "pl"}), ("करेंगे", "कर", {"form": "fut", "number": "pl"}),
        ("बताया", "बता", {"form": "perf"}), ("जाएगा", "जा", {"form": "fut"}), ("करके", "कर", {"form": "cp"}),
        ("लेकर", "ले", {"form": "cp"}), ("मारने", "मार", {"form": "inf", "case": "obl"}),
    ],
)  # fmt: skip
def test_verbs_are_spelled_out(form: str, lemma: str, features: dict[str, str]) -> None:
    assert any(
        r.lemma == lemma and r.pos == "VERB" and all(getattr(r, k) == v for k, v in features.items())
        for r in WORDS.readings(form)
    )


@pytest.mark.parametrize(
    ("form", "lemma", "sem"),
    [("हमलों", "हमला", "event"), ("सैनिकों", "सैनिक", "human"), ("धमकियां", "धमकी", "speech"), ("सेनाओं", "सेना", "group"),
     ("परीक्षार्थियों", "परीक्षार्थी", "human"), ("शहरवासियों", "शहरवासी", "human"), ("यूजर्स", "यूजर्स", "human"),
     ("तबके", "तबका", "group"), ("फ्लाईओवर", "फ्लाईओवर", "place"), ("राहजनी", "राहजनी", "event"),
     ("हलफनामे", "हलफनामा", "speech"), ("सिलिंडरों", "सिलिंडर", "thing")],
)  # fmt: skip
def test_nouns_are_spelled_out(form: str, lemma: str, sem: str) -> None:
    assert any((r.lemma, r.pos, r.sem) == (lemma, "NOUN", sem) for r in WORDS.readings(form))


def test_fused_pronouns_carry_their_postposition() -> None:
    assert any((r.lemma, r.pos, r.case) == ("वह", "PRON", "ने") for r in WORDS.readings("उन्होंने"))


@pytest.mark.parametrize(
    ("form", "pos"), [("पुतिन", "PROPN"), ("2024", "NUM"), ("BJP", "PROPN"), ("।", "PUNCT"), ("हड़काएंगे", "VERB")]
)
def test_unknown_words_are_guessed(form: str, pos: str) -> None:
    first = WORDS.readings(form)[0]
    assert (first.pos, first.guess) == (pos, True)


def test_the_longest_postposition_is_found() -> None:
    found = WORDS.postposition_at(["पुलिस", "की", "ओर", "से"], 1)
    assert found is not None
    assert (len(found.words), found.case) == (3, "की ओर से")


def test_a_fault_names_file_and_line(tmp_path) -> None:  # type: ignore[no-untyped-def]
    words = tmp_path / "hindi" / "words"
    words.mkdir(parents=True)
    (words / "nouns.tsv").write_text("lemma\tparadigm\tsem\tnote\nघर\tnone\tplace\t\n", "utf-8")
    with pytest.raises(DataError, match=r"nouns\.tsv:2: no noun paradigm 'none'"):
        Words.load((SHIPPED, tmp_path), SPELLING)


def test_every_word_has_a_reading() -> None:
    assert WORDS.readings("अबक") == (Reading("अबक", "PROPN", guess=True),)
