"""What unknown proper nouns are taken for, and why."""

import pytest

from ghatna.model import Sentence
from ghatna.parse.named import called
from ghatna.parse.tag import tag
from ghatna.parse.unknown import CLASSES, Unknown, features, runs
from ghatna.pipeline import Coder, explain


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("प्रवक्ता हेमराज झुनझुनवाला ने कहा।", {"हेमराज झुनझुनवाला": "person"}),
        ("सेना झींगुरपुर गांव पहुंची।", {"झींगुरपुर": "place"}),
        ("रूस ने नरेंद्र मोदी से बात की।", {"रूस": "place", "नरेंद्र मोदी": "person"}),
    ],
)
def test_names_are_called_what_they_are(text: str, names: dict[str, str], coder: Coder) -> None:
    tagged = tag(Sentence(text, 0), coder.hindi)
    found = called(tagged, coder.lexicon.gazetteer, coder.unknown)
    assert {text[tagged.tokens[c.first].start : tagged.tokens[c.last - 1].end]: c.what for c in found} == names


def test_a_class_is_the_largest_sum_and_its_reasons_are_named() -> None:
    model = Unknown({"r=x": (2.0, 0.5, 0.0, 0.0), "l=y": (0.0, 1.0, 0.0, -1.0), "n=1": (0.5, 0.0, 0.0, 1.0)})
    assert model.told(["r=x", "l=y", "n=1", "e=z"]) == ("person", 1.0, ("r=x", "n=1"))


def test_unknown_words_side_by_side_are_one_run(coder: Coder) -> None:
    tagged = tag(Sentence("हेमराज झुनझुनवाला और झींगुरपुर", 0), coder.hindi)
    assert runs(tagged.tokens, tagged.names) == [(0, 2), (3, 4)]
    about = features(tagged.tokens, 0, 2, tagged.names)
    assert {"n=2", "w=हेमराज", "l=<", "r=और", "rk=CCONJ"} <= set(about)


def test_weights_are_of_features_that_are_made(coder: Coder) -> None:
    kinds = {feature.partition("=")[0] for feature in coder.unknown.weights}
    tagged = tag(Sentence("हेमराज ने कहा।", 0), coder.hindi)
    assert kinds == {f.partition("=")[0] for f in features(tagged.tokens, 0, 1, ())}
    assert all(len(w) == len(CLASSES) for w in coder.unknown.weights.values())


def test_explain_tells_what_an_unknown_name_is_taken_for() -> None:
    assert "unknown  झींगुरपुर = place (" in explain("सेना झींगुरपुर गांव पहुंची।")
