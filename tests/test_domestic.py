"""News of a country's inside: who came to do what, whom the police took, what a charge says, protests announced."""

import pytest

from ghatna import code


def told(text: str) -> list[tuple[str, str, list[str], list[str]]]:
    """Type, status, actors and recipients of the events of a text."""
    return [(e.type, e.status, [a.text for a in e.actors], [r.text for r in e.recipients]) for e in code(text)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # what somebody came to do is done by who came, though the first verb takes an object
        ("कलेक्ट्रेट का घेराव करने पहुंचे कार्यकर्ता", [("PROTEST", "actual", ["कार्यकर्ता"], ["कलेक्ट्रेट"])]),
        # a pronoun that an institution catches is somebody
        ("पुलिस ने उसे पकड़ लिया।", [("COERCE", "actual", ["पुलिस"], ["उसे"])]),
        # surrounding is how it was done
        ("पुलिस ने घेराबंदी कर तस्कर को दबोच लिया।", [("COERCE", "actual", ["पुलिस"], ["तस्कर"])]),
        # what a charge says of somebody is no second charge
        ("नेता ने आरोप लगाया कि सरकार झूठ बोल रही है।", [("ACCUSE", "actual", ["नेता"], ["सरकार"])]),
        # who is to leave is who is asked to
        ("विपक्ष ने मेयर के इस्तीफे की मांग की।", [("REQUEST", "actual", ["विपक्ष"], ["मेयर"])]),
        # announced is not done
        ("मजदूर संघ ने सोमवार से हड़ताल का ऐलान किया।", [("PROTEST", "future", ["मजदूर संघ"], [])]),
        # who is on the way to somewhere will be there
        ("विदेश सचिव अगले हफ्ते नेपाल के दौरे पर जा रहे हैं।", [("AGREE", "actual", ["विदेश सचिव"], ["नेपाल"])]),
    ],
)
def test_domestic_news(text: str, events: list[tuple[str, str, list[str], list[str]]]) -> None:
    assert told(text) == events


@pytest.mark.parametrize("word", ["किसानों", "रसोइयों"])
def test_citizens_are_of_no_country_by_their_trade(word: str) -> None:
    event = code(f"{word} ने धरना दिया।")[0]
    assert event.actors[0].country is None
