"""Classes of sentence in which headlines and reports once misled the reading: whose act it is, and what is no act."""

import pytest

from ghatna import code
from ghatna.model import Entity


def told(text: str) -> list[tuple[str, str | None, list[str], list[str]]]:
    """Type, mode, actors and recipients of each event."""
    return [(e.type, e.mode, [a.text for a in e.actors], [r.text for r in e.recipients]) for e in code(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # those who are angry at an act have not done it
        ("गद्दार कहने पर भड़के मंत्री", [("ACCUSE", "disapprove", ["मंत्री"], [])]),
        # पहले before a name tells when
        ("पहले ममता बनर्जी को पुलिस ने गिरफ्तार किया।", [("COERCE", "arrest", ["पुलिस"], ["ममता बनर्जी"])]),
        # with how many are held
        ("शहर में पांच छात्र हिरासत में", [("COERCE", "arrest", [], ["पांच छात्र"])]),
        # what a beating is done with is nobody
        ("बदमाशों ने युवक को रॉड से पीटा।", [("ASSAULT", "beat", ["बदमाशों"], ["युवक"])]),
        # the topic of a headline tells the mode; the wounded shoot at nobody
        ("ढाका ब्लास्ट: 30 पुलिसकर्मियों समेत 41 मरे", [("ASSAULT", "explosives", [], ["30 पुलिसकर्मियों", "41"])]),
    ],
)
def test_whose_act_it_is(text: str, expected: list[tuple[str, str | None, list[str], list[str]]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "वकील ने शानदार ढंग से पेश किया केस",  # the verb has its word before it
        "झारखंड की कोयला खदान में विस्फोट में नौ की मौत",  # an accident
    ],
)
def test_no_act(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        # some out of so many are of whom those are
        ("आयोग के 12 में से 9 सदस्यों ने प्रस्ताव का समर्थन किया।", ["आयोग के 12 में से 9 सदस्यों"], []),
        # ही stands within a group
        ("दोनों ही पक्षों ने समझौते को खारिज कर दिया।", ["दोनों ही पक्षों"], []),
        # by whom a participle says that it was done
        ("रूसी सैनिकों द्वारा की गई गोलाबारी में चार लोग मारे गए।", ["रूसी सैनिकों"], ["चार लोग"]),
        # the doer of an infinitive is not that of its verb
        (
            "ईरान ने राजदूत को तलब किया और इराक द्वारा सीमा का उल्लंघन किए जाने पर कड़ा विरोध दर्ज कराया।",
            ["ईरान"],
            ["राजदूत"],
        ),
        # a doer does not run into what an infinitive is about
        ("चीन युद्ध समाप्त करने के प्रस्ताव को वीटो करता रहा है।", ["चीन"], []),
        # where an event happens nobody else need do it
        ("हमास लड़ाकुओं के साथ सेना का संघर्ष चल रहा है।", ["हमास लड़ाकुओं", "सेना"], []),
    ],
)
def test_who_stands_in_the_group(text: str, actors: list[str], recipients: list[str]) -> None:
    found = code(text)[0]
    assert ([a.text for a in found.actors], [r.text for r in found.recipients]) == (actors, recipients)


def test_what_is_waited_for_is_not_done() -> None:
    assert not [e for e in code("सेना ने कहा कि सरगना की मौत होने तक अभियान चलेगा।") if e.trigger == "मौत होने"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        # two persons meet, though a genitive joins them
        ("देउबा की प्रधानमंत्री नरेंद्र मोदी से वार्ता होगी।", ["देउबा", "प्रधानमंत्री नरेंद्र मोदी"], []),
        # no pronoun before a marked list
        (
            "वह राष्ट्रपति द्रौपदी मुर्मू व विदेश मंत्री एस जयशंकर से मुलाकात करेंगे।",
            ["राष्ट्रपति द्रौपदी मुर्मू", "विदेश मंत्री एस जयशंकर"],
            [],
        ),
        # two offices are two people
        (
            "भूटान के प्रधानमंत्री राष्ट्रपति द्रौपदी मुर्मू से मुलाकात करेंगे।",
            ["भूटान के प्रधानमंत्री", "राष्ट्रपति द्रौपदी मुर्मू"],
            [],
        ),
        # a dateline ends before whoever acts
        ("जयपुर, 14 मार्च (भाषा) उच्च न्यायालय ने विधायक की याचिका खारिज कर दी।", ["उच्च न्यायालय"], ["विधायक"]),
        # a day between an infinitive and what is said of it
        ("अदालत ने मंत्री की याचिका पर सुनवाई करने से सोमवार को इनकार कर दिया।", ["अदालत"], ["मंत्री"]),
        # whoever has filed what is dismissed
        ("वकील प्रशांत भूषण द्वारा दायर याचिका को अदालत ने खारिज कर दिया।", ["अदालत"], ["वकील प्रशांत भूषण"]),
        # who leads those who meet somebody
        ("छात्र नेता मोहन सिंह के नेतृत्व में कुलपति से मिले।", ["छात्र नेता मोहन सिंह", "कुलपति"], []),
        # aside from a meeting of many
        ("दोनों मंत्रियों की मुलाकात सम्मेलन से इतर हुई।", ["दोनों मंत्रियों"], []),
    ],
)
def test_who_meets_and_who_asks(text: str, actors: list[str], recipients: list[str]) -> None:
    found = code(text)[0]
    assert ([a.text for a in found.actors], [r.text for r in found.recipients]) == (actors, recipients)


def test_what_is_only_a_condition_is_not_told() -> None:
    assert not code("मांगें पूरी न होने पर क्या होगा, यह तय नहीं है।")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("अमेरिकी विदेश मंत्री एंटनी फ्लिंकर ने पाकिस्तान को चेतावनी दी।", None, "USA"),  # not A. K. Antony
        ("पीएफआई सदस्य कासिफ शरीफ ने सरकार की आलोचना की।", None, "IND"),  # not a prime minister of Pakistan
        ("नवाझ शरीफ ने सरकार की आलोचना की।", None, "PAK"),  # misspelt, and yet a Sharif
    ],
)
def test_a_part_of_an_unknown_name_is_nobody_else(text: str, name: str | None, country: str) -> None:
    actor = code(text)[0].actors[0]
    assert actor.country == country
    assert actor.name == name


def test_both_sides_of_an_encounter_act() -> None:
    found = code("नक्सलियों के साथ पुलिस की मुठभेड़ हुई।")
    assert [[a.text for a in e.actors] for e in found] == [["नक्सलियों", "पुलिस"]]
    assert not found[0].recipients


def test_what_an_act_is_about_does_not_suffer_it() -> None:
    found = code("जेटली ने दिल्ली सरकार को गिराने को लेकर लगे आरोपों को निराधार बताया।")
    assert [e.type for e in found] == ["REJECT"]
    assert not found[0].recipients


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # who confirms an arrest has made none
        ("वकील ने पूर्व मंत्री की गिरफ्तारी की पुष्टि की है।", "COERCE", [], ["पूर्व मंत्री"]),
        # who is met later is not spoken to now
        (
            "ट्रंप ने जेलेंस्की के साथ होने वाली बैठक से पहले पुतिन से टेलीफोन पर बातचीत की।",
            "CONSULT",
            ["ट्रंप", "पुतिन"],
            [],
        ),
        # the first पर names the accused, the second where the attack was
        (
            "ईरान के विदेश मंत्री ने इजरायल पर दूतावास पर हमले का आरोप लगाया।",
            "ACCUSE",
            ["ईरान के विदेश मंत्री"],
            ["इजरायल"],
        ),
        # by whom attacks are made that a participle tells
        (
            "यह बैठक रूस द्वारा यूक्रेन पर ड्रोन के जरिए किए जा रहे हमलों के मद्देनजर हुई है।",
            "ASSAULT",
            ["रूस"],
            ["यूक्रेन"],
        ),
        # instead of what something is done
        ("मुख्यमंत्री विरोध को शांत करने के बजाय जापान के दौरे पर रवाना हो गए।", "CONSULT", ["मुख्यमंत्री"], ["जापान"]),
    ],
)
def test_whose_groups_are_another_acts(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    found = next(e for e in code(text) if e.type == kind)
    assert ([a.text for a in found.actors], [r.text for r in found.recipients]) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("आज का हमला बगदाद के एक इलाके और राजधानी के बाहरी इलाके में हुआ।", "ASSAULT", []),
        ("भूटान नरेश से सेना प्रमुख ने मुलाकात की।", "CONSULT", ["भूटान नरेश", "सेना प्रमुख"]),
    ],
)
def test_names_and_scenes_that_are_whole(text: str, kind: str, actors: list[str]) -> None:
    assert [(e.type, [a.text for a in e.actors]) for e in code(text)] == [(kind, actors)]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("ईरान ने कहा है कि वह दबाव में बातचीत नहीं करेगा।", "meet"),
        ("कांग्रेस ने कहा कि वह सरकार का समर्थन नहीं करेगी।", "assist"),
        ("मुख्यमंत्री इस्तीफा नहीं देंगे।", "change"),
    ],
)
def test_what_somebody_will_not_do_is_refused(text: str, mode: str) -> None:
    assert [(e.type, e.mode, e.status) for e in code(text)] == [("REJECT", mode, "actual")]


def test_what_was_not_done_is_not_refused() -> None:
    assert [(e.type, e.status) for e in code("भारत और कनाडा के बीच बातचीत नहीं हुई।")] == [("CONSULT", "negated")]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("मंत्री के ‘नाच-गाना बंद करो’ वाले बयान पर भड़के कलाकार", ["मंत्री"]),
        ("दूल्हे ने पहले बहन को पीटा फिर भाग निकला", ["बहन"]),
        ("ससुर ने डंडे से पीट-पीटकर दामाद को मार डाला", ["दामाद"]),
        ("सनकी ने बीच सड़क छात्रा को मारी गोली", ["छात्रा"]),
        ("वांछित तस्कर कल्लू पुलिस मुठभेड़ में मारा गया", ["वांछित तस्कर कल्लू"]),
        ("थाना प्रभारी मोहित सिंह पर भीड़ ने किया हमला", ["थाना प्रभारी मोहित सिंह"]),
    ],
)
def test_where_whom_it_befell_begins(text: str, recipients: list[str]) -> None:
    assert [p.text for p in code(text)[0].recipients] == recipients


def test_what_is_shouted_is_no_clause() -> None:
    event = code("धरने पर बैठे छात्र लगा रहे ‘कुलपति इस्तीफा दो’ के नारे")[0]
    assert (event.type, [p.text for p in event.actors]) == ("PROTEST", ["छात्र"])


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # with से belongs to what they are charged with
        ("व्यापारी से 500 रुपये की वसूली के आरोप में दो सिपाही निलंबित", "SANCTION", [], ["दो सिपाही"]),
        # what stands behind the verb of another piece is no part of a list
        ("गांव वालों ने उसे बताया चोर, दरोगा और सिपाही ने थाने में पीटा", "ASSAULT", ["दरोगा", "सिपाही"], []),
        # of whom something is alleged is not with whom he is said to deal
        ("चार युवक गिरफ्तार, प्रतिबंधित संगठन से जुड़े होने का आरोप", "ACCUSE", [], ["चार युवक"]),
        ("बागी सैनिकों ने अपने ही देश के दस नागरिकों को मार दिया", "ASSAULT", ["बागी सैनिकों"], ["देश के दस नागरिकों"]),
        ("नीतीश कुमार और तेजस्वी यादव सरकार बनाने पर सहमत", "AGREE", ["नीतीश कुमार", "तेजस्वी यादव"], []),
        ("बिल्डर मामले में नई याचिका दाखिल", "REQUEST", [], []),
    ],
)
def test_to_whom_groups_belong(text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    event = next(e for e in code(text) if e.type == type_)
    assert ([p.text for p in event.actors], [p.text for p in event.recipients]) == (actors, recipients)


def test_acts_coupled_by_a_hyphen_are_two() -> None:
    assert [e.type for e in code("कारोबारी से मारपीट-लूटपाट, दो गिरफ्तार")] == ["ASSAULT", "COERCE", "COERCE"]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("सीमावर्ती गांवों पर इजरायल की बमबारी जारी", "ASSAULT", ["इजरायल"], ["सीमावर्ती गांवों"]),
        ("पूर्व विधायक भाजपा में शामिल, विपक्ष को झटका", "SUPPORT", ["पूर्व विधायक"], ["भाजपा"]),
        ("कारोबारी के घर पुलिस की रेड, नकदी बरामद", "COERCE", ["पुलिस"], []),
        ("कोयला घोटाले में पूर्व मंत्री की न्यायिक हिरासत बढ़ी", "COERCE", [], ["पूर्व मंत्री"]),
        ("राष्ट्रपति का ऐलान- चीन पर लगाएंगे नया टैरिफ", "SANCTION", ["राष्ट्रपति"], ["चीन"]),
        ("ट्रंप ने कहा- चीन पर लगाएंगे नया टैरिफ", "SANCTION", ["ट्रंप"], ["चीन"]),
        ("कर्मचारियों ने खत्म की हड़ताल", "CONCEDE", ["कर्मचारियों"], []),
        ("ईरान ने दी इजरायल को तबाह करने की धमकी", "THREATEN", ["ईरान"], ["इजरायल"]),
        ("एनडीए में शामिल हुई रालोद, सपा को झटका", "SUPPORT", ["रालोद"], ["एनडीए"]),
        ("आप का प्रदर्शन, आतिशी हिरासत में", "COERCE", [], ["आतिशी"]),
        ("शेख हसीना को भारत में शरण, बांग्लादेश ने की प्रत्यर्पण की मांग", "REQUEST", ["बांग्लादेश"], []),
        ("नेपाल के प्रधानमंत्री पहुंचे दिल्ली", "CONSULT", ["नेपाल के प्रधानमंत्री"], ["दिल्ली"]),
        ("समाजवादी पार्टी की महिला सांसद पर सरेआम हमला", "ASSAULT", [], ["समाजवादी पार्टी की महिला सांसद"]),
    ],
)
def test_who_did_what_a_piece_tells(text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    event = next(e for e in code(text) if e.type == type_)
    assert ([p.text for p in event.actors], [p.text for p in event.recipients]) == (actors, recipients)


def test_a_ceasefire_that_breaks_is_no_retreat() -> None:
    assert not code("सूडान में संघर्षविराम टूटा")
    assert not [e for e in code("हमास को संघर्षविराम मंजूर नहीं") if e.type == "RETREAT"]


@pytest.mark.parametrize("who", ["सूत्रों ने बताया", "सूत्रों के मुताबिक"])
def test_who_only_knows_of_it_does_not_do_it(who: str) -> None:
    (event,) = code(
        f"{who} कि इस मामले में शुक्रवार को सजा सुनाई जाएगी।" if who.endswith("बताया") else f"{who} शुक्रवार को सजा सुनाई जाएगी।"
    )
    assert (event.type, event.actors, event.source) == ("SANCTION", (), "सूत्रों")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what those were about to whom it was done
        ("अनशन कर रहे मछुआरों पर लाठीचार्ज", [("PROTEST", "मछुआरों", ""), ("ASSAULT", "", "मछुआरों")]),
        ("धरने पर बैठे बुनकरों पर लाठीचार्ज", [("PROTEST", "बुनकरों", ""), ("ASSAULT", "", "बुनकरों")]),
        ("मेले से लौट रहे युवक पर जानलेवा हमला", [("ASSAULT", "", "युवक")]),
        ("बिल वसूलने गए कर्मचारियों से मारपीट", [("ASSAULT", "", "कर्मचारियों")]),
        # … but what a verb in front says that it does
        ("कर रहा नक्सलियों पर हमला", [("ASSAULT", "", "नक्सलियों")]),
        # raids are printed nowhere
        ("सतर्कता आयोग का मंत्री के दफ्तर पर छापा", [("COERCE", "सतर्कता आयोग", "मंत्री के दफ्तर")]),
        ("अखबार ने पहले पन्ने पर छापा है कि पुल बनेगा।", []),
        # people march, months pass
        ("हिंसा के बाद कस्बे में आरएएफ का फ्लैग मार्च", [("MOBILIZE", "आरएएफ", "")]),
        ("पटना, 9 मार्च (वार्ता) नर्सों की चल रही थी परीक्षा", []),
        # whose support it is and to whom it goes
        ("यमन को जॉर्डन का समर्थन", [("SUPPORT", "जॉर्डन", "यमन")]),
    ],
)
def test_what_a_verbless_headline_tells(text: str, told: list[tuple[str, str, str]]) -> None:
    def first(side: tuple[Entity, ...]) -> str:
        return side[0].text if side else ""

    assert [(e.type, first(e.actors), first(e.recipients)) for e in code(text)] == told


def test_a_noun_that_agrees_with_its_owner_ends_before_a_marked_group() -> None:
    (event,) = code("हार का ठीकरा जिला इकाई ने प्रदेश नेतृत्व पर फोड़ा।")
    assert [p.text for p in event.actors] == ["जिला इकाई"]


def test_who_answers_does_not_say_what_he_answers() -> None:
    charge, answer = code("सांसद ने मंत्री पर लगाया घूस लेने का आरोप, सरकार का पलटवार")
    assert (charge.source, [p.text for p in answer.recipients]) == (None, ["सांसद"])
    (quoted,) = code("‘मंत्री ने की चोरी’, सांसद का तंज")
    assert quoted.type == "ACCUSE"


@pytest.mark.parametrize(
    ("text", "actor", "trigger"),
    [
        ("तीन पार्षद पार्टी का साथ छोड़ चुके हैं।", "तीन पार्षद", "साथ छोड़ चुके हैं"),
        ("ऑटो पर लगी रोक हाईकोर्ट ने हटाई", "हाईकोर्ट", "रोक हाईकोर्ट ने हटाई"),
    ],
)
def test_who_acts_after_a_bare_noun(text: str, actor: str, trigger: str) -> None:
    (event,) = code(text)
    assert ([p.text for p in event.actors], event.trigger) == ([actor], trigger)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # whose meeting it was, no participle of करना
        ("जयशंकर और भूटान के विदेश मंत्री की हुई मुलाकात", [("CONSULT", "जयशंकर", "")]),
        # what is heard has happened
        ("शहर में देर रात तीन धमाके सुने गए।", [("ASSAULT", "", "")]),
        # what somebody does for work is done
        ("बाढ़ पीड़ितों को राहत सामग्री बांटने का काम सेना कर रही है।", [("AID", "सेना", "बाढ़ पीड़ितों")]),
        # two thousand of them, and no order to do it
        ("मिस्र ने रिहा किए दो हजार कैदी", [("RETREAT", "मिस्र", "दो हजार कैदी")]),
        # how much there is of it
        ("कनाडा ने चीन पर लगाया 40% टैरिफ", [("SANCTION", "कनाडा", "चीन")]),
        # the object of the verb in front, then others
        (
            "ईरान ने जहाजों पर लगाई रोक, ओमान, कतर और कुवैत ने जताई नाराजगी",
            [("COERCE", "ईरान", ""), ("ACCUSE", "ओमान", "ईरान")],
        ),
        # one attack and how it was made
        ("वायुसेना ने विद्रोहियों को निशाना बनाकर हवाई हमले किए।", [("ASSAULT", "वायुसेना", "विद्रोहियों")]),
        # both are plural and end their group
        ("दोनों देश सीमा पर शांति बनाए रखने पर सहमत हुए।", [("AGREE", "दोनों देश", "")]),
        ("जापान दो सौ सैनिक सूडान भेजेगा।", [("MOBILIZE", "जापान", "")]),
    ],
)
def test_what_a_sentence_tells(text: str, told: list[tuple[str, str, str]]) -> None:
    def first(side: tuple[Entity, ...]) -> str:
        return side[0].text if side else ""

    assert [(e.type, first(e.actors), first(e.recipients)) for e in code(text)] == told
