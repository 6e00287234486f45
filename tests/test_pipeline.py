"""Any text is coded without fault, and what an event points at is what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghatna.check import examples
from ghatna.model import Document, Event
from ghatna.pipeline import Coder, coder, explain
from ghatna.read import plain

SENTENCES = [
    one.text for frame in coder().lexicon.rules.frames.values() for one in examples(frame.row) if one.kind == "yes"
]
HINDI = st.text(st.sampled_from("अआइईउऊएऐओऔकखगघचछजझटठडढतथदधनपफबभमयरलवशषसहािीुूेैोौंँः़्।,?!-\"'()१२12 \n\u200c\u200d"))
WORDS = st.lists(st.sampled_from(sorted({w for s in SENTENCES for w in s.split()})), max_size=25).map(" ".join)
BROKEN = st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=20), HINDI), max_size=4).map(" ".join)


def coded(text: str) -> list[Event]:
    events = coder().code(Document(id="x", text=text))
    for event in events:
        assert text[event.start : event.end] == event.trigger != ""
        assert text[event.sentence_start :].startswith(event.sentence)
        assert event.sentence_start <= event.start <= event.end <= event.sentence_start + len(event.sentence)
        for entity in (*event.actors, *event.recipients):
            assert text[entity.start : entity.end] == entity.text != ""
        assert event.source is None or event.source in event.sentence
        assert event.date_text is None or event.date_text in text
        assert event.type in coder().lexicon.labels.types
        assert event.status in coder().lexicon.labels.statuses
    return events


@given(st.text())
def test_any_text(text: str) -> None:
    coded(text)


@given(st.one_of(HINDI, WORDS))
def test_any_order_of_hindi_words(text: str) -> None:
    coded(text)


@given(BROKEN)
def test_sentences_among_anything(text: str) -> None:
    coded(text)


@given(st.one_of(st.text(), WORDS))
def test_explain_any_text(text: str) -> None:
    explain(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "।",
        "नहीं",
        "नहीं तो हो सकती है देर",
        "पुल नहीं बन पा रहा",
        "उग्रवादियोँ खारकिव",
        "ने को से",
        "कि",
        "जो जिसने",
        "-",
        "12",
    ],
)
def test_odd_sentences(text: str) -> None:
    assert coded(text) == []
    explain(text)


def test_the_same_input_gives_the_same_events() -> None:
    text = " ".join(SENTENCES[:40])
    events = coded(text)
    assert events == coded(text)
    assert len({event.id for event in events}) == len(events) > 10


@pytest.mark.parametrize("hidden", ["\u200b", "\u200c", "\u200d", "\ufeff", "\u00ad"])
def test_what_nobody_sees_hides_no_event(coder: Coder, hidden: str) -> None:
    (event,) = coder.code(plain(f"भारत{hidden} ने नेपाल को मदद दी।"))
    assert (event.type, event.actors[0].country) == ("AID", "IND")
