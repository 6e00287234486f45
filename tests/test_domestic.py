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
        # who was arrested is not blamed for it; who arrested is
        ("संगठन ने लेखक की गिरफ्तारी की निंदा की।", [("ACCUSE", "actual", ["संगठन"], [])]),
        ("संगठन ने पुलिस द्वारा लेखक की गिरफ्तारी की निंदा की।", [("ACCUSE", "actual", ["संगठन"], ["पुलिस"])]),
        # on whose complaint, against nobody named
        ("पीड़िता की तहरीर पर पुलिस ने मुकदमा दर्ज किया।", [("ACCUSE", "actual", ["पुलिस"], [])]),
        # what a participle with द्वारा says was done
        ("सेना द्वारा किए गए हमले के बाद ग्रामीण भाग गए।", [("ASSAULT", "actual", ["सेना"], [])]),
        ("दोनों तरफ से गोलीबारी हुई।", [("ASSAULT", "actual", ["दोनों तरफ"], [])]),
        # a subject after two other groups, if a pronoun or a number shows where it begins
        ("दल पर रोक के खिलाफ उनके समर्थक सड़कों पर उतर आए।", [("PROTEST", "actual", ["उनके समर्थक"], [])]),
        # a party that is left is who is left
        ("महासचिव ने बसपा से इस्तीफा दे दिया।", [("SANCTION", "actual", ["महासचिव"], ["बसपा"])]),
        # a pronoun that acts means who acted before, and nobody does it to himself
        (
            "अदालत ने सरकार से जवाब तलब किया, हालांकि उसने कानून पर रोक लगाने से इनकार कर दिया।",
            [("REQUEST", "actual", ["अदालत"], ["सरकार"]), ("REJECT", "actual", ["उसने"], [])],
        ),
        # who comes to do something stands unmarked before its noun
        ("सीबीआई की टीम जांच करने पहुंची।", [("ACCUSE", "actual", ["सीबीआई की टीम"], [])]),
        # what is fetched is not what is sent
        ("उन्होंने बच्ची को पानी लाने के लिए भेजा।", []),
        # a charge that how it is said has told already
        (
            "नेता ने सरकार पर हमला बोलते हुए कहा कि मोदी सरकार ने बहानेबाजी की है।",
            [("ACCUSE", "actual", ["नेता"], ["सरकार"])],
        ),
        # an act that is told before whom it was done with
        ("नेता की मुलाकात मुख्यमंत्री से होगी।", [("AGREE", "actual", ["नेता", "मुख्यमंत्री"], [])]),
        ("पुलिस की मुठभेड़ बदमाशों से हुई।", [("ASSAULT", "actual", ["पुलिस", "बदमाशों"], [])]),
        # what came of a deed befell who did it
        (
            "छात्रों ने पुलिस पर पथराव किया जिसके कारण पुलिस को लाठीचार्ज करना पड़ा।",
            [("PROTEST", "actual", ["छात्रों"], ["पुलिस"]), ("ASSAULT", "actual", ["पुलिस"], ["छात्रों"])],
        ),
        # crimes that come to light have happened
        (
            "कुछ युवकों द्वारा एक छात्र के साथ मारपीट करने का मामला सामने आया है।",
            [("ASSAULT", "actual", ["कुछ युवकों"], ["एक छात्र"])],
        ),
        # the same people blamed once more
        (
            "लालू यादव मंत्री पर बरसे और कई संगीन आरोप भी लगाए।",
            [("ACCUSE", "actual", ["लालू यादव"], ["मंत्री"]), ("ACCUSE", "actual", ["लालू यादव"], ["मंत्री"])],
        ),
        # an order of two acts
        (
            "राज्य सरकार ने तीन अधिकारियों को निलंबित करने और मामले की जांच कराने के आदेश दिए हैं।",
            [
                ("SANCTION", "actual", ["राज्य सरकार"], ["तीन अधिकारियों"]),
                ("ACCUSE", "actual", ["राज्य सरकार"], ["तीन अधिकारियों"]),
            ],
        ),
        # who is to do it is who is asked
        ("विपक्षी दलों ने मांग की है कि प्रधानमंत्री सदन में बयान दें।", [("REQUEST", "actual", ["विपक्षी दलों"], ["प्रधानमंत्री"])]),
        # what stands right before a conjunctive participle is its object
        ("विधायक ने भाजपा छोड़कर नया दल बनाया।", [("SANCTION", "actual", ["विधायक"], ["भाजपा"])]),
        # at whose call a strike held
        ("कस्बे में हुर्रियत के आह्वान पर पूर्ण हड़ताल रही।", [("PROTEST", "actual", ["हुर्रियत"], [])]),
        # both sides of the clash in which some were killed
        (
            "पार्टी के कार्यकर्ताओं और पुलिस के बीच संघर्ष में तीन लोग मारे गए।",
            [("ASSAULT", "actual", ["पार्टी के कार्यकर्ताओं", "पुलिस"], ["तीन लोग"])],
        ),
        # when it was is no part of who they were
        ("पिछले साल 200 आतंकवादी मारे गए।", [("ASSAULT", "historical", [], ["200 आतंकवादी"])]),
        # whom a letter went to is asked
        ("सरपंच ने मुख्यमंत्री को पत्र लिखकर सहायता मांगी।", [("REQUEST", "actual", ["सरपंच"], ["मुख्यमंत्री"])]),
    ],
)
def test_domestic_news(text: str, events: list[tuple[str, str, list[str], list[str]]]) -> None:
    assert told(text) == events


@pytest.mark.parametrize("word", ["किसानों", "रसोइयों"])
def test_citizens_are_of_no_country_by_their_trade(word: str) -> None:
    event = code(f"{word} ने धरना दिया।")[0]
    assert event.actors[0].country is None


def test_a_short_form_in_brackets_does_not_say_who_acts() -> None:
    event = code("पाकिस्तान तहरीक-ए-इंसाफ (पीटीआई) के कार्यकर्ताओं ने प्रदर्शन किया।")[0]
    assert event.actors[0].country == "PAK"


def test_what_somebody_does_is_no_country_of_his() -> None:
    event = code("राजस्थान: पाकिस्तान की जीत पर खुशी मनाने वाली शिक्षिका को नौकरी से निकाला")[0]
    assert event.recipients[0].country == "IND"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("जनरल फैसल कुरैशी ने भारत को धमकी दी।", "PAK"),
        ("ढाका में चुनाव आयोग ने विपक्षी नेता का नामांकन खारिज किया।", "BGD"),
        ("चुनाव आयोग ने मंत्री को नोटिस भेजा।", "IND"),
    ],
)
def test_who_speaks_for_a_state_or_is_one_of_its_bodies(text: str, country: str) -> None:
    (event,) = code(text)
    assert [one.country for one in event.actors] == [country]
