"""Sentences of the running text: what is only asked for, owners far from what they own, pronouns that own nobody."""

import pytest

import ghatna
from ghatna.model import Event


def told(text: str, kind: str) -> list[Event]:
    return [e for e in ghatna.code(text) if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # a pronoun's genitive that does not agree with somebody belongs to the talk
        ("मंत्री ने बताया कि उनकी नेपाल के प्रधानमंत्री से बातचीत हुई।", "CONSULT", ["उनकी", "नेपाल के प्रधानमंत्री"], []),
        ("हमारी जर्मन राजदूत के साथ बैठक हुई।", "CONSULT", ["हमारी", "जर्मन राजदूत"], []),
        ("उनकी पार्टी के सांसदों से मंत्री ने मुलाकात की।", "CONSULT", ["उनकी पार्टी के सांसदों", "मंत्री"], []),
        # whose plea it is, before what it is about
        ("अदालत ने पूर्व सांसद की विदेश जाने संबंधी याचिका खारिज कर दी।", "REJECT", ["अदालत"], ["पूर्व सांसद"]),
        # a participle in two words
        ("विद्रोहियों ने पुलिस चौकी पर हमला कर के दो सिपाहियों को मार दिया।", "ASSAULT", ["विद्रोहियों"], ["पुलिस चौकी"]),
        # between how many
        ("सुरक्षा बलों ने सात से आठ उग्रवादियों को मार गिराया।", "ASSAULT", ["सुरक्षा बलों"], ["सात से आठ उग्रवादियों"]),
        # an office before the states that are visited
        ("जर्मनी के विदेश मंत्री इराक और जॉर्डन का दौरा करेंगे।", "AGREE", ["जर्मनी के विदेश मंत्री"], ["इराक", "जॉर्डन"]),
        # how long a journey takes parts it from no state
        ("प्रधानमंत्री मोदी ओमान और कुवैत की चार दिन की यात्रा पर गए।", "CONSULT", ["प्रधानमंत्री मोदी"], ["ओमान", "कुवैत"]),
        ("विदेश मंत्री जयशंकर नेपाल के दो दिन के दौरे के लिए रवाना हुए।", "CONSULT", ["विदेश मंत्री जयशंकर"], ["नेपाल"]),
        # out of what somebody is thrown is not who is thrown out
        ("विधानसभा से छह विधायक निलंबित कर दिए गए।", "SANCTION", [], ["छह विधायक"]),
        # nobody does it to himself
        ("सेना ने समझाने का प्रयास किया, फिर सेना ने फायरिंग की।", "ASSAULT", ["सेना"], []),
        # whose prison it is takes no part in a brawl there
        ("पेरू की जेल में बंद तस्करों के बीच झड़प हुई।", "ASSAULT", ["तस्करों"], []),
        # a subject after what it does meanwhile
        ("राज्यपाल के खिलाफ नारे लगाते हुए छात्र विश्वविद्यालय की ओर बढ़े।", "PROTEST", ["छात्र"], ["राज्यपाल"]),
        # who stands right before a noun does what it tells
        ("ईरानी सैनिक सीमा पार कर इराक में घुस गए।", "MOBILIZE", ["ईरानी सैनिक"], []),
        # of two with को the first has to do it to the other
        ("जापान को वियतनाम को हथियार देने पड़े।", "AID", ["जापान"], ["वियतनाम"]),
        ("भीड़ को रोकने के लिए जवानों को लाठियां चलानी पड़ीं।", "ASSAULT", ["जवानों"], ["भीड़"]),
        ("सांसद ने कहा कि केंद्र को किसानों को राहत देनी चाहिए।", "REQUEST", ["सांसद"], ["केंद्र"]),
        # hostages are people, whoever reports it
        ("सेना ने बताया कि विद्रोहियों ने छह जवानों को बंधक बना लिया है।", "ASSAULT", ["विद्रोहियों"], ["छह जवानों"]),
        # at what level one talks takes no part
        ("जापान ने चीन के विदेश सचिव स्तर की वार्ता का प्रस्ताव ठुकरा दिया।", "REJECT", ["जापान"], ["चीन"]),
        # he is the one named before
        ("चीन को यह रास नहीं आया और उसने इसे उकसावा बताया।", "ACCUSE", ["उसने"], []),
        # from whom an office is taken
        ("जनरल राणा से थल सेनाध्यक्ष का पद छीन लिया गया।", "SANCTION", [], ["जनरल राणा"]),
        # who does what an infinitive tells cannot own what stands after the mark
        ("ईरान के नई मिसाइल का परीक्षण करने के बाद फ्रांस ने निंदा की।", "MOBILIZE", ["ईरान"], []),
        ("इजरायल के लेबनान पर हमला करने के बाद मिस्र ने निंदा की।", "ASSAULT", ["इजरायल"], ["लेबनान"]),
        ("अदालत के याचिका खारिज करने के बाद मंत्री ने इस्तीफा दिया।", "REJECT", ["अदालत"], []),
        # an officer owns no state
        ("नेपाल के प्रधानमंत्री की चीन के राजदूत के साथ बैठक हुई।", "CONSULT", ["नेपाल के प्रधानमंत्री", "चीन के राजदूत"], []),
        # what a participle does is not what the verb does it to
        ("विद्रोहियों ने जहाज पर धावा बोल तबाह कर दिया।", "ASSAULT", ["विद्रोहियों"], ["जहाज"]),
        # a court owns no government
        ("हाईकोर्ट की दिल्ली सरकार को फटकार", "ACCUSE", ["हाईकोर्ट"], ["दिल्ली सरकार"]),
        # those whom others back
        ("सीरिया के तुर्की समर्थित विद्रोहियों ने शहर पर कब्जा किया।", "COERCE", ["सीरिया के तुर्की समर्थित विद्रोहियों"], ["शहर"]),
        # whom somebody is ready to help
        ("रूस वियतनाम की सहायता करने को तैयार है।", "AGREE", ["रूस"], ["वियतनाम"]),
    ],
)
def test_who_and_whom(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    event = told(text, kind)[0]
    assert [one.text for one in event.actors] == actors
    assert [one.text for one in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # all that a demand asks for is asked for
        ("छात्र संघ ने दोषियों को गिरफ्तार करने और उनके खिलाफ मुकदमा चलाने की मांग की।", ["REQUEST"]),
        ("कुलपति को हटाकर उनके खिलाफ मुकदमा चलाने की मांग की गई।", ["REQUEST"]),
        # … and all that is decided is to come
        ("जापान ने यूक्रेन को हथियार देने और रूस पर प्रतिबंध लगाने का फैसला किया।", ["AGREE", "SANCTION"]),
        # what comes before a demand and is done to others, was done
        ("सभा में मंत्री की निंदा कर मजदूरों को मुआवजा देने की मांग की गई।", ["ACCUSE", "REQUEST"]),
        # what a plea asks for
        ("अदालत ने प्रतिबंध हटाने संबंधी याचिका पर सरकार को नोटिस जारी किया।", ["REQUEST"]),
    ],
)
def test_acts(text: str, kinds: list[str]) -> None:
    assert [e.type for e in ghatna.code(text)] == kinds


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # those whom an attack befalls are not of the state that strikes, unless the scene says so
        ("रूस के मिसाइल हमले में तीन नागरिक घायल हुए।", None),
        ("यूक्रेन में रूस के मिसाइल हमले में तीन नागरिक घायल हुए।", "UKR"),
    ],
)
def test_where_victims_are(text: str, country: str | None) -> None:
    assert [p.country for e in ghatna.code(text) for p in e.recipients] == [country]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        # neither gunmen nor rebels are placed by whom they attack, but by an army at home
        ("कोरिया के पत्रकार को अज्ञात बंदूकधारियों ने गोली मार दी।", [None]),
        ("विद्रोहियों ने जापानी टैंकर पर हमला किया।", [None]),
        ("विद्रोहियों ने सीरियाई सेना की चौकी पर हमला किया।", ["SYR"]),
        # nor is an officer by whom he meets
        ("प्रधानमंत्री की जापान के विदेश मंत्री से मुलाकात हुई।", [None, "JPN"]),
    ],
)
def test_who_is_not_placed_by_others(text: str, countries: list[str | None]) -> None:
    (event,) = ghatna.code(text)
    assert [p.country for p in event.actors] == countries


@pytest.mark.parametrize(
    "text",
    [
        "जब तक अदालत रोक नहीं लगाती, काम चलेगा।",
        "राज्य को नया मुख्यमंत्री और उपमुख्यमंत्री मिल गए हैं।",
        "पुलिस ने कहा कि मृतकों की पहचान नहीं हो पाई है।",
    ],
)
def test_no_act(text: str) -> None:
    assert not ghatna.code(text)
