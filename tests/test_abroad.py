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


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # whom the blow is to hit that is threatened
        ("तुर्की ने सीरिया पर नए हमले की चेतावनी दी है।", [("THREATEN", ["तुर्की=TUR"], ["सीरिया=SYR"])]),
        # who is threatened if he does it
        (
            "सूडान ने कहा कि अगर इथियोपिया ने हमला किया तो करारा जवाब दिया जाएगा।",
            [("THREATEN", ["सूडान=SDN"], ["इथियोपिया=ETH"])],
        ),
        # ministers of several countries are of none
        (
            "नौ देशों के विदेश मंत्रियों ने बेलारूस की निंदा की।",
            [("ACCUSE", ["नौ देशों के विदेश मंत्रियों=None"], ["बेलारूस=BLR"])],
        ),
        # who was killed has not said it
        ("ईरान ने वैज्ञानिक की हत्या के आरोपों को खारिज किया।", [("REJECT", ["ईरान=IRN"], [])]),
        # an attack owns no state
        ("बस्ती पर हमले की जर्मनी ने निंदा की।", [("ACCUSE", ["जर्मनी=DEU"], [])]),
        # a state is surrounded, and not cornered
        ("अमेरिका ने क्यूबा की घेराबंदी की।", [("COERCE", ["अमेरिका=USA"], ["क्यूबा=CUB"])]),
        # both sides that one group names are all
        (
            "मैक्रों ने पुतिन का स्वागत किया और दोनों नेताओं के बीच वार्ता हुई।",
            [("CONSULT", ["दोनों नेताओं=FRA", "दोनों नेताओं=RUS"], [])],
        ),
        # what is looked into is only named
        ("पुलिस ने काबुल में हुए हमले के सिलसिले में दो लोगों को पकड़ा।", [("COERCE", ["पुलिस=AFG"], ["दो लोगों=AFG"])]),
    ],
)
def test_threats_and_sides(text: str, events: list[tuple[str, list[str], list[str]]]) -> None:
    assert told(text) == events
