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
        ("प्रबंधन का विरोध करने पर मजदूर नेता को पीटा गया।", "ACCUSE", ["मजदूर नेता"], ["प्रबंधन"]),
        # who is condemned for what he did to others
        ("चिली ने सूडान पर मिस्र द्वारा हवाई हमले की निंदा की।", "ACCUSE", ["चिली"], ["मिस्र"]),
        # a scene before the participle
        ("सेना द्वारा रविवार को गांव पर की गई गोलीबारी की वकीलों ने निंदा की।", "ASSAULT", ["सेना"], ["गांव"]),
        # on whose doing a threat hangs
        ("मजदूरों ने चेतावनी दी कि यदि सरकार ने मांगें नहीं मानीं तो वे रेल रोकेंगे।", "THREATEN", ["मजदूरों"], ["सरकार"]),
        # whom an act before befell is not whom the next one is told
        ("कैदियों को रिहा करने से पहले, विद्रोहियों ने ग्रामीणों को चेतावनी दी।", "THREATEN", ["विद्रोहियों"], ["ग्रामीणों"]),
        # whom an act befalls, however much stands between his name and its noun
        ("सरपंच रामदीन पटेल की 9 मई 2016 को उनके घर के बाहर गोली मारकर हत्या कर दी गई।", "ASSAULT", [], ["सरपंच रामदीन पटेल"]),
        ("उसने पड़ोसी का गला काट कर हत्या कर दी।", "ASSAULT", ["उसने"], ["पड़ोसी"]),
        # success in doing it is doing it
        ("सेना बंधकों को बचाने में कामयाब रही।", "AID", ["सेना"], ["बंधकों"]),
        ("पुलिस को दो तस्करों को गिरफ्तार करने में सफलता मिली।", "COERCE", ["पुलिस"], ["दो तस्करों"]),
        # whom an unknown name with ने blames and is blamed
        ("विपक्ष का आरोप है कि मुरिकाता ने चुनाव में धांधली करवाई है।", "ACCUSE", ["विपक्ष"], ["मुरिकाता"]),
        ("बस संचालकों ने हड़ताल की।", "PROTEST", ["बस संचालकों"], []),
        # a genitive before a pronoun's does not own it
        ("नंदू राम नामक व्यक्ति की उसके भाई ने हत्या कर दी।", "ASSAULT", ["उसके भाई"], ["नंदू राम नामक व्यक्ति"]),
        ("उसने अपने छोटे भाई सोनू की कुल्हाड़ी व डंडे से हत्या कर दी।", "ASSAULT", ["उसने"], ["अपने छोटे भाई सोनू"]),
        # who sits and holds does it
        ("आंदोलनकारी रेल पटरियों पर कब्जा जमाए बैठे हैं।", "PROTEST", ["आंदोलनकारी"], []),
        # whose plot it is said to have been
        ("मंत्री ने कहा कि हमले की साजिश पूर्व विधायक ने रची थी।", "ACCUSE", ["मंत्री"], ["पूर्व विधायक"]),
        # who is angry at what others did
        ("मामला निरस्त करने पर विपक्ष ने हंगामा किया।", "REJECT", [], []),
        # who is struck for what he did has done that
        ("विरोध करने पर बदमाशों ने दुकानदार को पीटा।", "ACCUSE", ["दुकानदार"], []),
        ("घाना ने चाड को हथियार बेचने के कारण दस कंपनियों पर प्रतिबंध लगाया।", "SANCTION", ["घाना"], ["दस कंपनियों"]),
        # in one group with the noun of what they do
        ("पुलिस मुकदमा दर्ज कर आरोपी की तलाश में जुटी है।", "ACCUSE", ["पुलिस"], []),
        # a given name that is an adjective elsewhere
        ("राजदूत नवीन सक्सेना ने मंत्री से मुलाकात की।", "CONSULT", ["राजदूत नवीन सक्सेना", "मंत्री"], []),
        # where those come who are told of by it
        ("दो दिन के दौरे पर जापान आए राष्ट्रपति ने इस्तीफा दे दिया।", "CONSULT", ["राष्ट्रपति"], ["जापान"]),
        # an amount is nobody
        ("पेरू ने चिली को एक अरब डॉलर से अधिक की मदद दी।", "AID", ["पेरू"], ["चिली"]),
        # soldiers taken out are no rescued people
        ("नाटो ने चाड से अपने सैनिकों को बाहर निकाल लिया।", "RETREAT", ["नाटो"], ["चाड"]),
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
        # what somebody decides not to do, and announces to give up
        ("डॉक्टरों की यूनियन ने हड़ताल खत्म करने का फैसला लिया।", ["CONCEDE"]),
        # what they are against has been done
        ("छात्रों के गिरफ्तार किए जाने के विरोध में शिक्षकों ने धरना दिया।", ["COERCE", "PROTEST"]),
        # a promise is met by nobody
        ("मंत्री से मिले आश्वासन के बाद किसानों ने धरना खत्म किया।", ["CONCEDE"]),
        # a negation behind the verb and its particle
        ("सरकार ने वादा किया ही नहीं था।", ["AGREE"]),
        # the violence in which somebody fell
        ("चुनाव के बाद हुई हिंसा में दस लोग मारे गए।", ["ASSAULT"]),
        ("भीड़ द्वारा किए गए पथराव में तीन पुलिसकर्मी घायल हुए।", ["PROTEST", "ASSAULT"]),
        # what is wished ends before what happens otherwise
        ("विद्रोहियों की मांग थी कि रूस सेना वापस बुलाए, अन्यथा वे बंधकों को मार देंगे।", ["REQUEST"]),
        # made use of, not taken along
        ("तस्कर अंधेरे का फायदा उठाकर फरार हो गए।", []),
        ("डॉक्टरों ने मरीज के साथ आए परिजनों को पीटा।", ["ASSAULT"]),
        # acts one after another
        ("राज्य में हत्याओं का सिलसिला जारी है।", ["ASSAULT"]),
        ("हमलों का सिलसिला थमा नहीं है।", []),
        # what was to be done may not have been
        ("समझौते के तहत प्रधानमंत्री को अपने पद से इस्तीफा देना था।", []),
        ("दोनों देशों के विदेश मंत्रियों की बैठक होनी थी।", []),
        ("विद्रोही शहर पर हमला करने वाले थे।", []),
        ("विद्रोही शहर पर हमला करने वाले हैं।", ["ASSAULT"]),
        # a meeting between two, in which something is agreed
        ("मोदी और पुतिन के बीच बैठक में समझौता हुआ।", ["CONSULT", "AGREE"]),
        # a light verb belongs to the noun beside it
        ("मिसाइल का परीक्षण सुरक्षा परिषद के प्रस्तावों का उल्लंघन करता है।", []),
        # talks that are over, and talks broken off
        ("ट्रंप ने नेतन्याहू से बातचीत समाप्त करने के बाद बयान दिया।", ["CONSULT"]),
        ("ट्रंप ने तालिबान के साथ बातचीत समाप्त कर दी।", ["SANCTION"]),
        # an act that a case is about
        ("पत्रकार को जहर दिए जाने के मामले में मोल्दोवा ने रूस से जवाब मांगा।", ["REQUEST"]),
    ],
)
def test_acts(text: str, kinds: list[str]) -> None:
    assert [e.type for e in ghatna.code(text)] == kinds


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("विपक्ष ने सौ प्रदर्शनकारियों के मारे जाने का दावा किया है।", "विपक्ष"),
        ("मंत्रालय ने हमले में दो सैनिकों के मारे जाने की पुष्टि की।", "मंत्रालय"),
        ("सेना ने बीस विद्रोहियों को मार गिराने का दावा किया।", None),
    ],
)
def test_who_claims_it(text: str, source: str | None) -> None:
    (event,) = ghatna.code(text)
    assert event.source == source


def test_both_offices_are_of_one_state() -> None:
    (event,) = ghatna.code("नेपाल के प्रधानमंत्री और विदेश मंत्री ने चीन की निंदा की।")
    assert [p.country for p in event.actors] == ["NPL", "NPL"]


@pytest.mark.parametrize(
    ("text", "status", "actor", "recipient"),
    [
        ("किसानों ने रास्ता रोका ही नहीं था।", "negated", "किसानों", None),
        ("सेना ने हमला किया भी नहीं था।", "negated", "सेना", None),
        ("पुलिस युवक को पूछताछ के लिए थाने ले गई।", "actual", "पुलिस", "युवक"),
        ("पुलिस नेता को उनके घर से उठा ले गई।", "actual", "पुलिस", "नेता"),
        ("नक्सली जवानों पर फायर कर रहे थे।", "actual", "नक्सली", "जवानों"),
        ("विद्रोही सैनिकों ने शहर पर हमला किया।", "actual", "विद्रोही सैनिकों", "शहर"),
        ("पुलिस पत्रकार को थाना ले गई।", "actual", "पुलिस", "पत्रकार"),
        ("विपक्ष सरकार पर दबाव बनाए हुए है।", "actual", "विपक्ष", "सरकार"),
        ("बदमाश सोनारी इलाके में एक व्यापारी को गोली मारकर फरार हो गए।", "actual", "बदमाश", "एक व्यापारी"),
        ("नीतीश को भाजपा का समर्थन नहीं मिला।", "negated", "भाजपा", "नीतीश"),
        ("सेना इलाके को विद्रोहियों के कब्जे से छुड़ाने का प्रयास कर रही है।", "actual", "सेना", "इलाके"),
    ],
)
def test_who_to_whom(text: str, status: str, actor: str, recipient: str | None) -> None:
    (event,) = ghatna.code(text)
    found = event.recipients[0].text if event.recipients else None
    assert (event.status, event.actors[0].text, found) == (status, actor, recipient)
