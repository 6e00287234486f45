"""News of the world: envoys, talks and who takes part in them, vetoes, strikes, and the countries of both sides."""

import pytest

from ghatna import code
from ghatna.model import Entity


def sides(entities: tuple[Entity, ...]) -> list[str]:
    """Each participant as its words and its country: `रूस=RUS`."""
    return [f"{e.text}={e.country}" for e in entities]


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    """Type, actors and recipients of the events of a text, with their countries."""
    return [(e.type, sides(e.actors), sides(e.recipients)) for e in code(text)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # an envoy is one though his name stands after the office
        (
            "नेपाल ने चीन के राजदूत होउ यांकी को तलब किया।",
            [("ACCUSE", ["नेपाल=NPL"], ["चीन के राजदूत होउ यांकी=CHN"])],
        ),
        # where a mutual act is done takes no part in it, nor does who helped
        ("भारत और चीन के बीच मॉस्को में समझौता हुआ।", [("AGREE", ["भारत=IND", "चीन=CHN"], [])]),
        (
            "मिस्र की मध्यस्थता से इजरायल और हमास के बीच समझौता हुआ।",
            [("AGREE", ["इजरायल=ISR", "हमास=PSE"], [])],
        ),
        # with whom somebody will not talk
        ("सीरिया ने तुर्की के साथ बातचीत से इनकार किया।", [("REJECT", ["सीरिया=SYR"], ["तुर्की=TUR"])]),
        ("सर्बिया ने कोसोवो के साथ वार्ता को खारिज कर दिया।", [("REJECT", ["सर्बिया=SRB"], ["कोसोवो=XKX"])]),
        # whose proposal falls by a veto
        ("चीन ने फ्रांस के प्रस्ताव पर वीटो लगा दिया।", [("REJECT", ["चीन=CHN"], ["फ्रांस=FRA"])]),
        # a woman holds the office: the state owns it, and does not act
        (
            "सांसदों ने जापान की राजदूत से माफी की मांग की।",
            [("REQUEST", ["सांसदों=JPN"], ["जापान की राजदूत=JPN"])],
        ),
        # a crowd belongs to nobody
        ("युवक की भीड़ ने पीट-पीटकर हत्या कर दी।", [("ASSAULT", ["भीड़=None"], ["युवक=None"])]),
        ("हजारों लोगों की भीड़ ने थाने पर हमला कर दिया।", [("ASSAULT", ["हजारों लोगों की भीड़=None"], ["थाने=None"])]),
    ],
)
def test_abroad(text: str, events: list[tuple[str, list[str], list[str]]]) -> None:
    assert told(text) == events
