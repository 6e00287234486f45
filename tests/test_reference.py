"""Whom pronouns stand for, and where people belong whom their own words do not place."""

import pytest

from ghatna import code


@pytest.mark.parametrize(
    ("text", "side", "words", "country"),
    [
        # the doer before leads
        ("ईरान के राष्ट्रपति ने कहा कि वह इराक की मदद करेंगे।", "actors", "वह", "IRN"),
        ("चीनी विदेश मंत्री काठमांडू में रुके, जहां उन्होंने कर्ज का वादा किया।", "actors", "उन्होंने", "CHN"),
        # a pronoun does not mean the doer of its own clause
        ("पुतिन ने जेलेंस्की को फोन किया और मैक्रों ने उनकी आलोचना की।", "recipients", "उनकी", "RUS"),
        # nor of what leads up to it
        ("रूसी मंत्री ने याचिका खारिज कर उन्हें चेतावनी दी।", "recipients", "उन्हें", None),
        # names that tell where somebody is at home
        ("कर्नल सिंह ने मुआवजे की मांग की है।", "actors", "कर्नल सिंह", "IND"),
        # words that Hindi papers use of India
        ("सरपंच के खिलाफ मुकदमा दर्ज किया गया है।", "recipients", "सरपंच", "IND"),
        # strangers belong nowhere
        ("हमलावरों ने ढाका के एक होटल पर हमला किया।", "actors", "हमलावरों", None),
        # but local gunmen do
        ("बंदूकधारियों ने ढाका के एक होटल पर हमला किया।", "actors", "बंदूकधारियों", "BGD"),
        # what the article spoke of before
        ("केन्या में फिर चुनाव हुए। पुलिस ने नेता को गिरफ्तार किया।", "recipients", "नेता", "KEN"),
        # an unknown person with an office is where the sentence plays
        ("ऑकलैंड में मस्जिद जली, पीएम हेंडरसन ने की निंदा", "actors", "पीएम हेंडरसन", "NZL"),
        # a court judges at home
        ("शहबाज शरीफ को हाई कोर्ट से मिली जमानत", "actors", "हाई कोर्ट", "PAK"),
        # two suspects are of one place, two leaders may be of two
        ("नोएडा में दोनों आरोपी गिरफ्तार", "recipients", "दोनों आरोपी", "IND"),
        ("चीन ने दोनों नेताओं की आलोचना की।", "recipients", "दोनों नेताओं", None),
        # whoever is of many countries is not of the one that the sentence names
        ("ईरान ने यूरोपीय देशों को चेतावनी दी।", "recipients", "यूरोपीय देशों", None),
        # the scene places what an act befalls
        ("बेरूत में इजरायली विमानों ने एक इमारत पर हमला किया।", "recipients", "एक इमारत", "LBN"),
        # labels of headlines in Latin letters
        ("Noida Crime: युवक की हत्या, आरोपी गिरफ्तार", "recipients", "आरोपी", "IND"),
        # whom somebody is for does not own him; who stands in a list is where the list is
        ("रीगा में रूस समर्थक चैनल पर छापा मारा गया।", "recipients", "रूस समर्थक चैनल", "LVA"),
        ("मालदीव सरकार और विपक्ष ने समझौते पर हस्ताक्षर किए।", "actors", "विपक्ष", "MDV"),
        # institutions deal with those of their own state; bodies that work in many are nowhere
        ("ग्राम प्रधानों ने सरकार को चेतावनी दी।", "recipients", "सरकार", "IND"),
        ("एमनेस्टी ने सूडान की सेना पर आरोप लगाया।", "actors", "एमनेस्टी", None),
        # offices speak of other states from home; the party आप is no pronoun
        ("विदेश सचिव ने नेपाल के राजदूत से बातचीत की।", "actors", "विदेश सचिव", "IND"),
        ("आप ने सरकार पर सवाल उठाए।", "actors", "आप", "IND"),
        ("आप किसानों का समर्थन करते हैं।", "actors", "आप", None),
        # a reporter hardly tells of himself
        ("एएफपी संवाददाता ने बताया कि शाम को इन्हें गिरफ्तार कर लिया गया।", "recipients", "इन्हें", None),
        # whom a state strikes is hardly one of its own; its own are its own
        ("अमेरिकी मिसाइल हमले में आठ लोग मारे गए।", "recipients", "आठ लोग", None),
        ("सऊदी अरब ने अपने नागरिकों को लेबनान छोड़ने की सलाह दी।", "recipients", "अपने नागरिकों", "SAU"),
        # nobody comes from where he goes
        ("चार दिन के भारत दौरे पर पहुंचे राष्ट्रपति", "actors", "राष्ट्रपति", None),
        # who heads a body of many states tells of no state, though he once held an office of one
        ("बान की मून ने बाजार में आम लोगों की हत्या की निंदा की।", "actors", "बान की मून", "IGO:UN"),
        ("बान की मून ने बताया कि आम लोग मारे गए।", "recipients", "आम लोग", None),
        # one word of a name calls its bearer once more
        ("राज ठाकरे के भाषण के बाद हिंसा भड़की और राज को थाने में रखा गया।", "recipients", "राज", "IND"),
        # police act at home
        ("नैरोबी में पुलिस ने प्रदर्शनकारियों को गिरफ्तार किया।", "recipients", "प्रदर्शनकारियों", "KEN"),
    ],
)
def test_country_from_what_stands_around(text: str, side: str, words: str, country: str | None) -> None:
    found = [e for event in code(text) for e in getattr(event, side) if e.text == words]
    assert [e.country for e in found] == [country], code(text)


@pytest.mark.parametrize(
    ("text", "words", "sectors"),
    [
        # a pronoun has the sectors of whom it stands for
        ("पुतिन ने कहा कि वह यूक्रेन की निंदा करते हैं।", "वह", ("GOV",)),
        # people who are only counted are civilians
        ("काबुल के बाजार पर आत्मघाती हमले में 12 की मौत", "12", ("CVL",)),
        # a demonym that stands for a thing is no people
        ("हूती विद्रोहियों ने इजरायली जहाज पर हमला किया।", "इजरायली", ()),
        # who has left a party held no office
        ("पूर्व भाजपा नेता ने कांग्रेस की आलोचना की।", "पूर्व भाजपा नेता", ("PTY",)),
    ],
)
def test_sectors_from_what_stands_around(text: str, words: str, sectors: tuple[str, ...]) -> None:
    found = [e for event in code(text) for e in (*event.actors, *event.recipients) if words in e.text]
    assert found, code(text)
    assert found[0].sectors == sectors, found


@pytest.mark.parametrize(
    ("text", "words", "countries"),
    [
        # whoever praises both is neither; the two stay the same two
        (
            "भारत और पाकिस्तान ने वार्ता की। अमेरिका ने दोनों देशों की सराहना की। दोनों देशों ने समझौते पर हस्ताक्षर किए।",
            "दोनों देशों",
            ["IND", "PAK", "IND", "PAK"],
        ),
        # those who met are both, not whom one of them then criticises
        (
            "मोदी ने मैक्रों से मुलाकात की। मोदी ने पाकिस्तान की आलोचना की। दोनों देशों ने समझौते पर हस्ताक्षर किए।",
            "दोनों देशों",
            ["FRA", "IND"],
        ),
        # इसने is a doer
        ("ईरान ने इजराइल पर हमला किया। इसने अमेरिका को धमकी दी।", "इसने", ["IRN"]),
        # who speaks of a state by its name is not of it for that
        ("कोलिन्स ने रूस की निंदा की।", "कोलिन्स", [None]),
    ],
)
def test_who_is_meant_in_an_article(text: str, words: str, countries: list[str | None]) -> None:
    found = [e for event in code(text) for e in (*event.actors, *event.recipients) if e.text == words]
    assert [e.country for e in found] == countries
