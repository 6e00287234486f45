from types import SimpleNamespace

import pytest

from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import SHIPPED
from ghatna.lexicon.words import Words
from ghatna.model import Sentence
from ghatna.parse.tag import Readings, tag

SPELLING = Spelling.load((SHIPPED,))
HINDI = SimpleNamespace(
    spelling=SPELLING,
    words=Words.load((SHIPPED,), SPELLING),
    readings=Readings.load((SHIPPED,), SPELLING),
    names=None,
)


@pytest.mark.parametrize(
    ("text", "word", "pos"),
    [
        ("भारत ने हमले की निंदा की।", 3, "ADP"),
        ("भारत ने हमले की निंदा की।", 5, "VERB"),
        ("जांच शुरू की गई है।", 2, "VERB"),
        ("मेज पर किताब है।", 1, "ADP"),
        ("पर वे नहीं माने।", 0, "CCONJ"),
        ("लोग घर लौट गए।", 3, "AUX"),
        ("सरकार ने नया कर लगाया।", 1, "ADP"),
        ("उस पर हमला हुआ।", 0, "PRON"),
        ("उस गांव में हमला हुआ।", 0, "DET"),
        ("यह दर्द में काम आता है।", 0, "PRON"),
        ("यह गांव शांत है।", 0, "DET"),
        ("विपक्ष ने मांग की।", 2, "NOUN"),
        ("दो लोग मारे गए।", 0, "NUM"),
        ("दो लोग मारे गए।", 2, "VERB"),
    ],
)
def test_context_decides(text: str, word: int, pos: str) -> None:
    assert tag(Sentence(text, 0), HINDI).tokens[word].pos == pos
