"""Whose a group is where its mark could mean another: doers of infinitives, what is handed over, glosses, pairs."""

import pytest

from ghatna import code
from ghatna.model import Event


def told(text: str, kind: str) -> Event:
    (event,) = (e for e in code(text) if e.type == kind)
    return event


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # the doer of an infinitive stands in the genitive and owns nobody who cannot be his
        ("बेलारूस के रूस को दो हजार सैनिक भेजने के बाद पड़ोसी सतर्क हैं।", "AID", ["बेलारूस"], ["रूस"]),
        ("अदालत के पूर्व विधायक को दोषी ठहराने के बाद सीट खाली हुई।", "SANCTION", ["अदालत"], ["पूर्व विधायक"]),
        ("विदेश मंत्री के अपने बयान पर खेद जताने के बाद तनाव घटा।", "CONCEDE", ["विदेश मंत्री"], []),
        # … but may own who can
        ("सरकार के मंत्रियों को गिरफ्तार करने के बाद सेना सड़कों पर है।", "COERCE", [], ["सरकार के मंत्रियों"]),
        # what is handed over is no name of who gets it
        ("बारह विधायकों ने अपना इस्तीफा पार्टी अध्यक्ष को सौंप दिया।", "RETREAT", ["बारह विधायकों"], ["पार्टी अध्यक्ष"]),
        ("छात्रों ने ज्ञापन कुलपति को सौंपा।", "REQUEST", ["छात्रों"], ["कुलपति"]),
        # a gloss in brackets parts no noun from its verb
        ("ईरान की ओर से इराक पर मिसाइल हमले (missile attack) किए गए।", "ASSAULT", ["ईरान"], ["इराक"]),
        # two states that a hyphen joins before their act
        ("ब्राजील ने ईरान पर अमेरिका-इजरायल हमले की निंदा की।", "ACCUSE", ["ब्राजील"], ["अमेरिका", "इजरायल"]),
        # a label in Latin letters is no given name
        ("BREAKING मायावती ने चार पूर्व विधायकों को बसपा से निकाला", "SANCTION", ["मायावती"], ["चार पूर्व विधायकों"]),
        # a person owns no state
        ("Rajnath Singh की चीन को चेतावनी", "THREATEN", ["Rajnath Singh"], ["चीन"]),
        # those who fight for a group bear its name
        ("इजरायल सैनिक और हमास हमलावरों के बीच जंग जारी रही।", "ASSAULT", ["इजरायल सैनिक", "हमास हमलावरों"], []),
        # both sides of a clash in which some died
        ("पुलिस और उग्रवादियों के बीच मुठभेड़ में तीन जवानों की मौत हो गई।", "ASSAULT", ["पुलिस", "उग्रवादियों"], ["तीन जवानों"]),
        # a state is dealt with by those who stand before it
        ("भारत किसी भी हाल में चीन की कार्रवाई को स्वीकार नहीं करेगा।", "REJECT", ["भारत"], ["चीन"]),
        # whoever promises tariffs threatens those who would pay them
        ("ट्रंप ने कहा कि वह चीन और भारत पर भारी टैरिफ लगाएंगे।", "THREATEN", ["ट्रंप"], ["चीन", "भारत"]),
        # what was done before is apart from what the one behind it does
        ("पुलिस द्वारा दो छात्रों को गिरफ्तार किए जाने के बाद चीन ने तुर्किये में बचाव दल भेजा।", "AID", ["चीन"], ["तुर्किये"]),
        ("सांसद को धमकी दिए जाने पर विपक्ष ने सरकार की आलोचना की।", "ACCUSE", ["विपक्ष"], ["सरकार"]),
        # … and tells when the later act was, not to whom
        ("पुलिस द्वारा दो छात्रों को पकड़े जाने के बाद काबुल में धमाका हुआ।", "ASSAULT", [], []),
        # a group belongs to the act named right behind it
        ("सेना पर हमले के अगले दिन विपक्ष ने मंत्री पर घूसखोरी का इल्जाम लगाया।", "ACCUSE", ["विपक्ष"], ["मंत्री"]),
        ("विपक्ष ने देर रात मौके पर पहुंचकर मंत्री पर घूसखोरी का इल्जाम लगाया।", "ACCUSE", ["विपक्ष"], ["मंत्री"]),
        # those who came to grief stand in the clause that tells it
        ("पुलिस ने भीड़ पर गोलियां चलाईं, जिससे दो लोगों की मौत हो गई।", "ASSAULT", ["पुलिस"], ["भीड़", "दो लोगों"]),
        (
            "सेना ने गांव पर बमबारी की जिसमें छह नागरिकों की मौत हो गई।",
            "ASSAULT",
            ["सेना"],
            ["गांव", "छह नागरिकों"],
        ),
        # both sides of what happened stand in the clause that tells it
        ("पुलिस ने दो लोगों को पकड़ा और जयशंकर और ब्लिंकन की मुलाकात हुई।", "CONSULT", ["जयशंकर", "ब्लिंकन"], []),
        ("पुलिस ने दो लोगों को हिरासत में लिया और धमाके की जांच जारी है।", "ACCUSE", [], []),
        # two words that lead on are nobody
        ("दूसरी ओर नेपाल ने भूटान की मदद की।", "AID", ["नेपाल"], ["भूटान"]),
        ("सेना ने बिगड़ते हालात को देखते हुए सीमा पर टैंक भेजे।", "MOBILIZE", ["सेना"], []),
        # words between the parts of a predicate
        ("हड़ताल में जिले के सौ शिक्षक शामिल हुए।", "PROTEST", ["जिले के सौ शिक्षक"], []),
    ],
)
def test_who_and_whom(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    event = told(text, kind)
    assert [one.text for one in event.actors] == actors
    assert [one.text for one in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # the noun before a copula is what something is
        ("मंत्री ने कहा कि युद्धविराम की घोषणा एक छलावा है।", "CONCEDE"),
        # what a charge speaks of is all its content
        ("विद्रोहियों ने सरकार पर हवाई हमले कर नरसंहार करने का आरोप लगाया है।", "ASSAULT"),
        # an act joined to another with a doer of its own
        ("भारत ने जवानों की हत्या और पाकिस्तान द्वारा घुसपैठ को बढ़ावा देने को लेकर नाराजगी जाहिर की।", "ASSAULT"),
    ],
)
def test_what_is_not_told(text: str, kind: str) -> None:
    assert [e.type for e in code(text) if e.type == kind] == []


def test_news_of_an_act_tells_that_it_happened() -> None:
    event = told("कई शहरों में हिंसा की भी खबरें आ रही हैं।", "PROTEST")
    assert (event.mode, event.status) == ("riot", "actual")


def test_where_something_was_said_is_no_scene() -> None:
    event = told("सरकार ने लंदन में दिए गए बयान को लेकर राहुल गांधी पर आरोप लगाया।", "ACCUSE")
    assert event.actors[0].country != "GBR"


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # nobody owns a president, whose talk it is
        ("उनकी राष्ट्रपति पुतिन से मुलाकात हुई।", ["उनकी", "राष्ट्रपति पुतिन"]),
        # what two sides have between them is not what they do
        ("भारत और नेपाल के बीच संबंधों को लेकर ओली ने मोदी से चर्चा की।", ["ओली", "मोदी"]),
    ],
)
def test_who_talks(text: str, actors: list[str]) -> None:
    assert [one.text for one in told(text, "CONSULT").actors] == actors


def test_a_passive_subject_stands_bare_before_its_scene() -> None:
    event = told("गिरोह का सरगना पुलिस मुठभेड़ में पकड़ा गया।", "COERCE")
    assert [one.text for one in event.recipients] == ["गिरोह का सरगना"]
