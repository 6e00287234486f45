"""Whom words of an article stand for that it has named before: the articles of `gold/reference`, and what they are.

`references_aside.jsonl` was written before the memory and is never tuned on: its failures are counted, not printed.
"""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghatna.errors import DataError
from ghatna.model import Document
from ghatna.pipeline import Coder, explain
from ghatna.pipeline import coder as shipped
from ghatna.serve import score
from ghatna.serve.analysis import analysed, format_of
from ghatna.serve.referring import articles

GOLD = Path(__file__).parent / "gold" / "reference"
FLOOR = GOLD.parent / "floor.json"
LEAST = {"references.jsonl": (680, 0.90), "references_aside.jsonl": (60, 0.85)}


@pytest.mark.parametrize("name", LEAST)
def test_gold(name: str) -> None:
    report = analysed(GOLD / name)
    assert report is not None
    rows, country = LEAST[name]
    assert sum(len(row["references"]) for row in articles(GOLD / name)) >= rows
    shown = report.details if "aside" not in name else ()
    assert report.figures["reference.country"] >= country, "\n".join((*report.told, *shown))
    assert score.gate(FLOOR, GOLD / name, report.figures, update=False, allow=False) == [], "\n".join(shown)


def test_a_folder_of_articles_is_measured_as_one() -> None:
    report = analysed(GOLD)
    assert report is not None
    some = [row for name in LEAST for row in articles(GOLD / name)]
    assert report.told[0] == f"{len(some)} articles, {sum(len(row['references']) for row in some)} references"
    assert format_of(GOLD.parent) is None


@pytest.mark.parametrize("name", LEAST)
def test_gold_is_well_formed(name: str, coder: Coder) -> None:
    known = set(coder.lexicon.names.countries)
    ids = [row["id"] for row in articles(GOLD / name)]
    assert len(ids) == len(set(ids))
    for row in articles(GOLD / name):
        starts = [one["start"] for one in row["references"]]
        assert starts == sorted(set(starts)), row["id"]
        for one in row["references"]:
            assert all(country in known or country.startswith("IGO:") for country in one["country"]), row["id"]


def test_a_reference_out_of_place_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text('{"id": "1", "text": "अब", "references": [{"text": "अब", "start": 1, "country": []}]}\n', "utf-8")
    assert format_of(path) == "references"
    with pytest.raises(DataError, match="does not stand at character 1"):
        articles(path)


def told(
    text: str, coder: Coder, words: str, published: str | None = "2023-05-01"
) -> list[tuple[str | None, str | None]]:
    """Country and name of the last participant with these words."""
    document = Document(id="a", text=text, outlet="paper" if published else "")
    found = [e for event in coder.code(document) for e in (*event.actors, *event.recipients) if e.text == words]
    assert found, text
    return [(e.country, e.name) for e in found if e.start == found[-1].start]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        # the doer of the sentence before, in his kind
        ("पुतिन ने मैक्रों से मुलाकात की। उन्होंने यूक्रेन को चेतावनी दी।", "उन्होंने", [("RUS", "Vladimir Putin")]),
        ("पुतिन ने ईरान का दौरा किया। उसने रूस से मदद मांगी।", "उसने", [("IRN", "Iran")]),
        # over a sentence without an event
        ("पुतिन ने अपना जन्मदिन मनाया। उन्होंने यूक्रेन को चेतावनी दी।", "उन्होंने", [("RUS", "Vladimir Putin")]),
        # whom a deed befell is who is freed, and who acts is blamed
        ("सेना ने पुतिन को गिरफ्तार किया। फ्रांस ने उन्हें रिहा करने की मांग की।", "उन्हें", [("RUS", "Vladimir Putin")]),
        # who was accused answers
        ("मैक्रों ने पुतिन पर साजिश का आरोप लगाया। उन्होंने आरोप को खारिज किया।", "उन्होंने", [("RUS", "Vladimir Putin")]),
        # two of a kind
        ("पुतिन ने मोदी से मुलाकात की। दोनों नेताओं ने बातचीत की।", "दोनों नेताओं",
         [("IND", "Narendra Modi"), ("RUS", "Vladimir Putin")]),
        ("भारत और नेपाल के बीच वार्ता हुई। चीन ने दोनों देशों की आलोचना की।", "दोनों देशों",
         [("IND", "India"), ("NPL", "Nepal")]),
        # दोनों alone: persons, states, sides; those who were counted are one
        ("पुतिन ने मोदी से मुलाकात की। दोनों ने आतंकवाद की निंदा की।", "दोनों",
         [("IND", "Narendra Modi"), ("RUS", "Vladimir Putin")]),
        ("पेरू और चिली ने वार्ता की। दोनों ने बोलीविया पर आरोप लगाया।", "दोनों", [("CHL", "Chile"), ("PER", "Peru")]),
        ("पेरू ने चिली पर हमला किया। ब्राजील ने दोनों से संयम बरतने की अपील की।", "दोनों", [("CHL", "Chile"), ("PER", "Peru")]),
        ("केन्या की पुलिस ने दो युवकों को गिरफ्तार किया। दोनों को अदालत ने जमानत दी।", "दोनों", [("KEN", None)]),
        # an institution after who is at its head, though the story plays elsewhere
        ("पेरू के विदेश मंत्री ने चिली का दौरा किया। मंत्रालय ने ब्राजील की निंदा की।", "मंत्रालय", [("PER", None)]),
        ("पेरू के राजदूत ने चिली का दौरा किया। दूतावास ने ब्राजील की निंदा की।", "दूतावास", [("PER", None)]),
        ("पेरू के राष्ट्रपति ने चिली का दौरा किया। सरकार ने ब्राजील की निंदा की।", "सरकार", [("PER", None)]),
        # who speaks for a state does not turn against it
        ("विदेश मंत्रालय ने भारत की निंदा की।", "विदेश मंत्रालय", [(None, None)]),
        # who has left an office is not who holds it
        ("शिक्षा मंत्री धर्मेंद्र प्रधान ने सभा की। पुलिस ने पूर्व मंत्री को गिरफ्तार किया।", "पूर्व मंत्री", [("IND", None)]),
        ("पुतिन ने पूर्व प्रधानमंत्री शेख हसीना से मुलाकात की। पूर्व प्रधानमंत्री ने चीन की निंदा की।", "पूर्व प्रधानमंत्री",
         [("BGD", "Sheikh Hasina")]),
        ("पुतिन ने इस्तीफा दे दिया। पुलिस ने पूर्व राष्ट्रपति को गिरफ्तार किया।", "पूर्व राष्ट्रपति", [("RUS", "Vladimir Putin")]),
        # who is met abroad is the host's, and nobody meets himself
        ("जयशंकर ने लीमा में विदेश मंत्री से मुलाकात की।", "विदेश मंत्री", [("PER", None)]),
        ("पेरू के विदेश मंत्री ने दिल्ली में विदेश मंत्री से मुलाकात की।", "विदेश मंत्री", [("IND", None)]),
        # an office after its holder, though the sentence speaks of another state
        ("पुतिन ने ईरान का दौरा किया। राष्ट्रपति ने यूक्रेन को चेतावनी दी।", "राष्ट्रपति", [("RUS", "Vladimir Putin")]),
        # a short name
        ("तमिल संगठन लिट्टे ने कोलंबो में हमला किया। संगठन ने पत्रकारों को धमकी दी।", "संगठन",
         [("LKA", "Liberation Tigers of Tamil Eelam")]),
        # another spelling of an unknown name
        ("यूक्रेन के मंत्री ओलेह तारासेंको ने रूस की निंदा की। तारासेन्को ने जर्मनी से मदद मांगी।", "तारासेन्को",
         [("UKR", None)]),
        # in full only after the headline
        ("तारासेंको ने रूस की निंदा की\nयूक्रेन के मंत्री ओलेह तारासेंको ने कीव में सभा की।", "तारासेंको", [("UKR", None)]),
        # who speaks of himself, and whom a pronoun of the same sentence means
        ("पुतिन ने ईरान का दौरा किया। उन्होंने कहा कि हम नाटो को चेतावनी देते हैं।", "हम", [("RUS", "Vladimir Putin")]),
        # one word of a name that is another word as well
        ("शिक्षा मंत्री धर्मेंद्र प्रधान ने सभा की। प्रधान ने कांग्रेस की निंदा की।", "प्रधान", [("IND", "Dharmendra Pradhan")]),
        # whoever fights bare soldiers is not whose they are
        ("अलेप्पो में सेना पहुंची। विद्रोहियों ने रूस पर आरोप लगाया।", "विद्रोहियों", [("SYR", None)]),
        # a state pointed to
        ("ईरान में चुनाव हुए। इस देश ने अमेरिका को धमकी दी।", "इस देश", [("IRN", "Iran")]),
        # an office told by its state
        ("पुतिन ने ईरान का दौरा किया। नाटो ने रूसी राष्ट्रपति की निंदा की।", "रूसी राष्ट्रपति",
         [("RUS", "Vladimir Putin")]),
        # institutions of the place where it plays
        ("केन्या में छात्रों ने प्रदर्शन किया। पुलिस ने लाठीचार्ज किया।", "पुलिस", [("KEN", None)]),
    ],
)  # fmt: skip
def test_an_article_is_remembered(
    text: str, words: str, who: list[tuple[str | None, str | None]], coder: Coder
) -> None:
    assert told(text, coder, words) == who


def test_institutions_of_a_paper_that_names_no_country(coder: Coder) -> None:
    text = "पुलिस ने दो युवकों को गिरफ्तार किया। अदालत ने सरकार को फटकार लगाई।"
    assert told(text, coder, "अदालत")[0][0] == "IND"
    corpus = text.replace("।", " .")
    assert told(corpus, coder, "अदालत", published=None)[0][0] is None, "sentences out of a corpus are no article"
    assert told(text.split("। ")[0], coder, "पुलिस")[0][0] is None, "nor is one"


WORDS = st.sampled_from(
    "पुतिन मोदी तारासेंको ओलेह यूक्रेन के मंत्री राष्ट्रपति ने को से पर और दोनों देशों नेताओं पक्षों उन्होंने उसे उनके वे इस संगठन पार्टी पुलिस "
    "सेना की निंदा की। गिरफ्तार किया। धमकी दी। मुलाकात की। कहा कि ,".split()
)


@given(st.lists(WORDS, max_size=40))
def test_never_fails(words: list[str]) -> None:
    for event in shipped().code(Document(id="a", text=" ".join(words), outlet="paper")):
        for one in (*event.actors, *event.recipients):
            assert one.why


def test_explanations_remember_too(coder: Coder) -> None:
    told = explain("पुतिन ने ईरान का दौरा किया। उन्होंने यूक्रेन को चेतावनी दी।", using=coder)
    assert "उन्होंने = RUS GOV (ने: stands for पुतिन, named in sentence 1)" in told


def test_a_record_says_for_whom_its_words_stand(coder: Coder) -> None:
    (event,) = coder.code(Document(id="a", text="पुतिन ने अपना जन्मदिन मनाया। उन्होंने यूक्रेन को चेतावनी दी।"))
    assert "stands for पुतिन, named in sentence 1" in event.actors[0].why
    assert event.actors[0].id == "person:vladimir-putin"


def test_who_is_called_by_another_office_does_not_hold_it_in_the_month_of_a_change(coder: Coder) -> None:
    text = (
        "भीड़ ने राष्ट्रपति गोटबाया राजपक्षे के आवास पर धावा बोल दिया। प्रधानमंत्री रानिल विक्रमसिंघे ने लोगों से अपील की। "
        "विक्रमसिंघे के घर को भीड़ ने आग लगा दी। राष्ट्रपति ने सेना से मदद की अपील की।"
    )
    *_, event = coder.code(Document(id="x", text=text, published=datetime(2022, 7, 10)))
    assert [one.name for one in event.actors] == ["Gotabaya Rajapaksa"]
