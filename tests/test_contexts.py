"""Contexts from words."""

import tomllib
from functools import cache

import pytest

from ghatna.lexicon.tables import SHIPPED
from ghatna.model import Document
from ghatna.parse.split import split
from ghatna.parse.tag import tag
from ghatna.pipeline import Coder
from ghatna.resolve.contexts import Contexts, contexts
from plain import gold, plain, spelling


@cache
def table() -> Contexts:
    return Contexts.load((SHIPPED,), spelling())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("सुप्रीम कोर्ट ने याचिका खारिज की", "legal"),
        ("दोनों देशों ने व्यापार पर बात की", "economic"),
        ("सेना ने मिसाइल दागी", "military"),
        ("चुनाव में धांधली का आरोप लगाया", "election"),
        ("विदेश मंत्री ने राजदूत को तलब किया", "diplomatic"),
        ("पुलिस ने लाठीचार्ज किया", "repression"),
        ("परमाणु हथियार की धमकी दी", "cbrn"),
        ("एजेंसी ने हेरोइन जब्त की", "illegal_drugs"),
        ("नेता ने घोटाले का आरोप लगाया", "corruption"),
        ("शरणार्थी शिविर को मदद भेजी", "migration"),
        ("महामारी में वैक्सीन भेजी", "health"),
        ("भूकंप के बाद राहत भेजी", "disasters"),
        ("विधेयक संसद में गिरा", "legislative"),
        ("हैकर ने साइबर हमला किया", "cyber"),
        ("मंदिर के पास सांप्रदायिक झड़प हुई", "religion_ethnicity"),
        ("आतंकी ढेर हुआ", "terrorism"),
    ],
)
def test_contexts(text: str, expected: str) -> None:
    tagged = plain(text)
    assert expected in contexts(tagged, 0, len(tagged.tokens), table())


def test_gold(coder: Coder) -> None:
    """Precision first: what is said to be told by the words must be told by them."""
    rows = gold("contexts.tsv")
    assert len(rows) >= 100
    right = wanted = told = 0
    wrong = []
    for row in rows:
        found: set[str] = set()
        for sentence in split(Document(id="", text=row["sentence"]), coder.hindi.words):
            tagged = tag(sentence, coder.hindi)
            found.update(contexts(tagged, 0, len(tagged.tokens), coder.known.contexts))
        expected = set(row["contexts"].split())
        right, wanted, told = right + len(found & expected), wanted + len(expected), told + len(found)
        if found != expected:
            wrong.append(f"{row['sentence']}: {sorted(found)}")
    assert right / told >= 0.97, "\n".join(wrong)
    assert 2 * right / (wanted + told) >= 0.95, "\n".join(wrong)


def test_words_of_the_act_come_first() -> None:
    tagged = plain("चुनाव के बीच सेना ने मिसाइल दागी")
    assert contexts(tagged, 3, len(tagged.tokens), table())[0] == "military"


def test_every_label_has_words() -> None:
    labels = tomllib.loads((SHIPPED / "plover.toml").read_text("utf-8"))["contexts"]
    assert table().words.keys() == labels.keys()
