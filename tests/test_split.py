import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import SHIPPED
from ghatna.lexicon.words import Words
from ghatna.model import Document
from ghatna.parse.split import split, tokenize

WORDS = Words.load((SHIPPED,), Spelling.load((SHIPPED,)))


@pytest.mark.parametrize(
    "sentences",
    [
        ["पुलिस ने भीड़ हटाई।", "नेता लौट गए।"],
        ["डॉ. राय ने बैठक की।", "सब चले गए।"],
        ["दर 3.5 फीसदी रही.", "मंत्री खुश थे."],
        ["आर.के. शर्मा 12.5.2024 को आए।"],
        ["सेना पहुंची .", "लोग भागे ."],
        ["क्या वे मानेंगे?", "पता नहीं!"],
        ["“हम पीछे नहीं हटेंगे।”", "मंत्री ने यह कहा।"],
        ["उन्होंने “हम लड़ेंगे। हम जीतेंगे” कहकर बात खत्म की।"],
        ["गांव में आग लगी |", "दो घर जले |"],
    ],
)
def test_sentences_end_where_they_should(sentences: list[str]) -> None:
    assert [s.text for s in split(Document(id="", text=" ".join(sentences)), WORDS)] == sentences


def test_a_full_stop_without_blank_after_it() -> None:
    assert [s.text for s in split(Document(id="", text="सेना लौटी .गांव शांत है ."), WORDS)] == [
        "सेना लौटी .",
        "गांव शांत है .",
    ]


def test_the_headline_is_marked() -> None:
    found = split(Document(id="", text="सीमा पर गोलीबारी\nसेना ने जवाब दिया।", headline_end=17), WORDS)
    assert [s.kind for s in found] == ["headline", "prose"]


@given(st.text(alphabet='कखािं।.?!"“” \n-12ab', max_size=80))
def test_positions_give_back_the_text(text: str) -> None:
    last = 0
    for sentence in split(Document(id="", text=text), WORDS):
        assert text[sentence.start : sentence.end] == sentence.text
        assert last <= sentence.start
        last = sentence.end
        at = 0
        for start, end in tokenize(sentence.text, WORDS):
            assert not sentence.text[at:start].strip()
            at = end
        assert not sentence.text[at:].strip()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("रूस-यूक्रेन युद्ध", "रूस - यूक्रेन युद्ध"),
        ("उथल-पुथल मची", "उथल-पुथल मची"),
        ("(डॉ. राय), 3.5%", "( डॉ. राय ) , 3.5 %"),
        ("ए.के. एंटनी आए.", "ए.के. एंटनी आए ."),
    ],
)
def test_tokens(text: str, tokens: str) -> None:
    assert [text[start:end] for start, end in tokenize(text, WORDS)] == tokens.split()


def test_run_on_text_is_cut_at_commas() -> None:
    line = "पुलिस ने बैठक की, " * 400
    parts = [s.text for s in split(Document(id="", text=line), WORDS)]
    assert len(parts) > 4 and all(len(part) <= 1500 and part.endswith(",") for part in parts)
    assert "".join(parts).replace(" ", "") == line.replace(" ", "")


def test_a_compound_with_blanks_round_its_hyphen_is_one_word() -> None:
    from ghatna.pipeline import coder

    words = coder().hindi.words
    text = "सरकार ने बात - चीत के लिए अलग - अलग दलों को बुलाया - विपक्ष नहीं आया।"
    assert [text[a:b] for a, b in tokenize(text, words)][2:7] == ["बात - चीत", "के", "लिए", "अलग - अलग", "दलों"]


def test_a_word_broken_behind_a_half_letter_is_one_word() -> None:
    from ghatna.pipeline import coder

    words = coder().hindi.words
    text = "संयुक्त राष्ट् र और सुप्रीम कोर् ट ने श्रीमान् राम को बुलाया।"
    parts = [text[a:b] for a, b in tokenize(text, words)]
    assert parts[:5] == ["संयुक्त", "राष्ट् र", "और", "सुप्रीम", "कोर् ट"] and "श्रीमान्" in parts
