"""Running text, as agencies write it: causes, conditions, who is blamed for what others did."""

import pytest

import ghatna
from ghatna.model import Event


def told(text: str, kind: str) -> list[Event]:
    return [e for e in ghatna.code(text) if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # an infinitive that tells a cause has happened
        ("पुलिस के गोली चलाने से दो मजदूरों की मौत हो गई।", "ASSAULT", ["पुलिस"], ["दो मजदूरों"]),
        ("दस लोगों की मौत सैनिकों द्वारा भीड़ पर गोली चलाए जाने से हुई।", "ASSAULT", ["सैनिकों"], ["दस लोगों", "भीड़"]),
        ("तीन किसानों की मौत पुलिस की गोली से हुई।", "ASSAULT", ["पुलिस"], ["तीन किसानों"]),
        # whose mark does not agree does it: के विरोध करने, but का विरोध करने
        ("दुकानदार के विरोध करने पर बदमाशों ने उसे पीटा।", "ACCUSE", ["दुकानदार"], []),
        ("प्रबंधन का विरोध करने पर मजदूर नेता को पीटा गया।", "ACCUSE", [], ["प्रबंधन"]),
        # who is condemned for what he did to others
        ("चिली ने सूडान पर मिस्र द्वारा हवाई हमले की निंदा की।", "ACCUSE", ["चिली"], ["मिस्र"]),
        # a scene before the participle
        ("सेना द्वारा रविवार को गांव पर की गई गोलीबारी की वकीलों ने निंदा की।", "ASSAULT", ["सेना"], ["गांव"]),
        # on whose doing a threat hangs
        ("मजदूरों ने चेतावनी दी कि यदि सरकार ने मांगें नहीं मानीं तो वे रेल रोकेंगे।", "THREATEN", ["मजदूरों"], ["सरकार"]),
        # whom an act before befell is not whom the next one is told
        ("कैदियों को रिहा करने से पहले, विद्रोहियों ने ग्रामीणों को चेतावनी दी।", "THREATEN", ["विद्रोहियों"], ["ग्रामीणों"]),
        # a word that is a colour elsewhere
        ("पुलिस ने गिरधारी लाल को गिरफ्तार किया।", "COERCE", ["पुलिस"], ["गिरधारी लाल"]),
    ],
)
def test_who_and_whom(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    found = told(text, kind)
    assert ([p.text for e in found for p in e.actors], [p.text for e in found for p in e.recipients]) == (
        actors,
        recipients,
    )


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # what will be done if something is not is the threat itself
        ("मजदूरों ने चेतावनी दी है कि अगर मांगें नहीं मानी गईं तो वे हड़ताल करेंगे।", ["THREATEN"]),
        ("मजदूरों ने चेतावनी दी है मांगें नहीं मानी गईं, तो वे हड़ताल करेंगे।", ["THREATEN"]),
        # refused only if it is
        ("पुलिस ने गोली चलाने से इनकार किया।", ["REJECT"]),
        # an act that a case is about
        ("पत्रकार को जहर दिए जाने के मामले में मोल्दोवा ने रूस से जवाब मांगा।", ["REQUEST"]),
    ],
)
def test_acts(text: str, kinds: list[str]) -> None:
    assert [e.type for e in ghatna.code(text)] == kinds
