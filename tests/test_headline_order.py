"""Headlines put the noun part after its verb, or leave the verb out before a comma."""

import pytest

import ghatna


@pytest.mark.parametrize(
    ("text", "trigger", "recipient"),
    [
        ("पुलिस ने पचास छात्रों को लिया हिरासत में", "लिया हिरासत में", "पचास छात्रों"),
        ("वाम दल ने सरकार से लिया समर्थन वापस", "लिया समर्थन वापस", "सरकार"),
        ("वाम दल ने सरकार से वापस लिया समर्थन", "लिया समर्थन", "सरकार"),
        ("अदालत ने सुनाई तीन दोषियों को उम्रकैद की सजा", "सुनाई तीन दोषियों को उम्रकैद की सजा", "तीन दोषियों"),
        ("पूर्व विधायक मोहनलाल गिरफ्तार, भतीजे ने की थी शिकायत", "गिरफ्तार", "पूर्व विधायक मोहनलाल"),
        ("दंगे में पांच आरोपी अरेस्ट, जांच जारी", "अरेस्ट", "पांच आरोपी"),
    ],
)
def test_parts_in_headline_order(text: str, trigger: str, recipient: str) -> None:
    found = next(event for event in ghatna.code(text) if event.trigger == trigger)
    assert [r.text for r in found.recipients] == [recipient]


@pytest.mark.parametrize(
    ("text", "frame", "actor"),
    [
        ("नेपाल दौरे पर विदेश मंत्री जयशंकर", "consult.visit", "विदेश मंत्री जयशंकर"),
        ("नेपाल के दौरे पर चीन के रक्षा मंत्री", "consult.visit", "चीन के रक्षा मंत्री"),
        ("पोलैंड पहुंचे ब्रिटेन के प्रधानमंत्री", "consult.abroad", "ब्रिटेन के प्रधानमंत्री"),
        ("पोलैंड पहुंचे ब्रिटिश प्रधानमंत्री, राष्ट्रपति से होगी बात", "consult.abroad", "ब्रिटिश प्रधानमंत्री"),
        ("बीजेपी में शामिल हुए पूर्व सांसद", "support.join", "पूर्व सांसद"),
    ],
)
def test_who_stands_after_the_act(text: str, frame: str, actor: str) -> None:
    found = next(event for event in ghatna.code(text) if event.frame == frame)
    assert [a.text for a in found.actors] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "मंत्री बैठक में शामिल हुए",  # a slot of a kind: no party is joined
        "लखनऊ पहुंचे मुख्यमंत्री योगी आदित्यनाथ",  # at home, no visit
        "कांग्रेस के साथ शिवसेना",  # company is no state
    ],
)
def test_what_only_looks_so(text: str) -> None:
    assert not [e for e in ghatna.code(text) if e.frame in ("support.join", "support.back", "consult.abroad")]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("परिजनों ने आयोग से की जांच की मांग", "की जांच की मांग"),
        ("हाईकोर्ट ने नेता की याचिका की खारिज", "की खारिज"),
        ("ट्रेन में यात्री ने टीटीई से की मारपीट", "की मारपीट"),
        ("लखनऊः पुलिस ने तीन को किया गिरफ्तार", "किया गिरफ्तार"),
    ],
)
def test_the_verb_of_a_headline_stands_before_its_noun(text: str, trigger: str) -> None:
    assert trigger in [e.trigger for e in ghatna.code(text)]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # the content of an act between its verb and its noun
        (
            "कंपनी ने किया किसानों को मुआवजा देने का वादा",
            "किया किसानों को मुआवजा देने का वादा",
            ["कंपनी"],
            ["किसानों"],
        ),
        ("चीन ने दी ताइवान पर हमला करने की धमकी", "दी ताइवान पर हमला करने की धमकी", ["चीन"], ["ताइवान"]),
        # or before both
        ("नगर निगम ने दुकानें हटाने से किया इनकार", "दुकानें हटाने से किया इनकार", ["नगर निगम"], []),
        # a verb right after its doer ends before तो
        ("पुलिस ने किया लाठीचार्ज तो छात्रों ने किया पथराव", "किया लाठीचार्ज", ["पुलिस"], []),
        ("पुलिस ने किया लाठीचार्ज तो छात्रों ने किया पथराव", "किया पथराव", ["छात्रों"], []),
        # और after a number counts on
        ("दंगे में 12 और युवक गिरफ्तार", "गिरफ्तार", [], ["12 और युवक"]),
        ("दिल्ली और मुंबई में दो और तस्कर गिरफ्तार", "गिरफ्तार", [], ["दो और तस्कर"]),
        # a surname that is a common noun elsewhere
        ("बदमाशों ने ईद पर दी थी फैजल खान को धमकी", "दी थी फैजल खान को धमकी", ["बदमाशों"], ["फैजल खान"]),
        # मिले and की are verbs after a postposition or comma
        ("राज्यपाल से मिले मुख्यमंत्री", "मिले", ["राज्यपाल", "मुख्यमंत्री"], []),
        ("सैनिकों ने सीमा पार की, की गोलीबारी", "की गोलीबारी", ["सैनिकों"], []),
        ("रायपुरः पुलिस ने दो तस्करों को किया गिरफ्तार", "किया गिरफ्तार", ["पुलिस"], ["दो तस्करों"]),
    ],
)
def test_who_does_what_around_a_headline_verb(
    text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = next(event for event in ghatna.code(text) if event.trigger == trigger)
    assert [a.text for a in found.actors] == actors
    assert [r.text for r in found.recipients] == recipients


@pytest.mark.parametrize("text", ["सोना, समाज और हिंसा", "शिक्षा, रोजगार और आंदोलन"])
def test_a_title_that_lists_topics_tells_no_act(text: str) -> None:
    assert not ghatna.code(text)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # a piece without a verb ends where another doer or a verb of saying begins
        ("जमीन मामले में मुख्यमंत्री को नोटिस, अदालत ने कहा- जवाब दें", "नोटिस", ["अदालत"], ["मुख्यमंत्री"]),
        ("विपक्ष को गृह मंत्री की खुली चेतावनी, कहा- दंगाई बचेंगे नहीं", "चेतावनी", ["गृह मंत्री"], ["विपक्ष"]),
        # whose its last noun is does what the verb after it says
        ("राज्यपाल का बड़ा बयान, बोले- घोटाले के लिए सरकार जिम्मेदार", "जिम्मेदार", ["राज्यपाल"], ["सरकार"]),
        # three dots end no sentence of prose
        ("कांग्रेस ने भाजपा को दिया चैलेंज, बोली- हिम्मत हो तो…", "दिया चैलेंज", ["कांग्रेस"], ["भाजपा"]),
        ("जब डाकू ने दी थी विधायक को धमकी तो गांव रह गया सन्न", "दी थी विधायक को धमकी", ["डाकू"], ["विधायक"]),
    ],
)
def test_pieces_of_a_headline(text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    found = next(event for event in ghatna.code(text) if event.trigger == trigger)
    assert [a.text for a in found.actors] == actors
    assert [r.text for r in found.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # what is dangling before other groups belongs to the noun of the act
        ("छात्रा का पड़ोसी ने किया अपहरण", "किया अपहरण", ["पड़ोसी"], ["छात्रा"]),
        ("सचिव की सोमवार को दूत से लंबी मुलाकात हुई", "मुलाकात हुई", ["सचिव", "दूत"], []),
        # a state tells of somebody who does not stand apart
        ("पूर्व विधायक हवाईअड्डे से गिरफ्तार", "गिरफ्तार", [], ["पूर्व विधायक"]),
        # a cry parts no sentences of a headline
        ("विपक्ष ने भरी हुंकार! सरकार को दी चेतावनी, जानिए पूरा मामला", "दी चेतावनी", ["विपक्ष"], ["सरकार"]),
        # what is asked for stands between the verb and its noun
        ("संपादक को चिट्ठी में मिली जान से मारने की धमकी", "मिली जान से मारने की धमकी", [], ["संपादक"]),
        ("बस अड्डे पर हुई थी दो पुजारियों के साथ मारपीट", "हुई थी दो पुजारियों के साथ मारपीट", [], ["दो पुजारियों"]),
    ],
)
def test_words_of_an_act_stand_apart(text: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    found = next(event for event in ghatna.code(text) if event.trigger == trigger)
    assert [a.text for a in found.actors] == actors
    assert [r.text for r in found.recipients] == recipients


def test_a_mark_that_folds_to_nothing_is_read() -> None:
    assert ghatna.code("पुलिस ने तीन लोगों को गिरफ्तार किया \u200c\u200d \u200b और जेल भेजा")


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("अदालत बोली- दस दिन में करें भुगतान", "बोली- दस दिन में करें", []),
        ("विपक्ष ने कहा- राज्यपाल इस्तीफा दें", "कहा- राज्यपाल इस्तीफा दें", ["राज्यपाल"]),
        ("किसान नेता बोले- सरकार पहले लिखित गारंटी दे", "बोले- सरकार पहले लिखित गारंटी दे", ["सरकार"]),
    ],
)
def test_what_somebody_is_told_in_a_quotation(text: str, trigger: str, recipients: list[str]) -> None:
    event = next(event for event in ghatna.code(text) if event.trigger == trigger)
    assert event.type == "REQUEST"
    assert [r.text for r in event.recipients] == recipients


@pytest.mark.parametrize("text", ["सजा दो हत्यारों को", "हत्यारों को फांसी दो"])
def test_what_nobody_has_done_yet_is_no_act(text: str) -> None:
    assert not ghatna.code(text)


def test_two_after_a_verb_counts() -> None:
    event = ghatna.code("मुठभेड़ के बाद पकड़े गए दो नाबालिग आरोपी")[-1]
    assert [r.text for r in event.recipients] == ["दो नाबालिग आरोपी"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("केन्या युगांडा ने की बातचीत", ["केन्या", "युगांडा"], []),
        ("केन्या युगांडा में फिर शुरू हुई वार्ता", ["केन्या", "युगांडा"], []),
        ("जदयू ने लोजपा को समर्थन देने का किया ऐलान", ["जदयू"], ["लोजपा"]),
        ("दिनेश चंदेल ने सरकार पर साधा निशाना", ["दिनेश चंदेल"], ["सरकार"]),
        ("पूर्व कलेक्टर के घर विजिलेंस ने मारा छापा", ["विजिलेंस"], ["पूर्व कलेक्टर"]),
        ("पुलिस ने होटल की ली तलाशी", ["पुलिस"], ["होटल"]),
        ("अदालत से पूर्व सांसद को झटका", ["अदालत"], ["पूर्व सांसद"]),
        ("अदालत से पूर्व सांसद को राहत नहीं", ["अदालत"], ["पूर्व सांसद"]),
        ("सुप्रीम कोर्ट की ईडी को फटकार", ["सुप्रीम कोर्ट"], ["ईडी"]),
        ("केंद्र ने ओडिशा के लिए 300 करोड़ की सहायता का किया ऐलान", ["केंद्र"], ["ओडिशा"]),
        ("तेजस्वी का पलटवार, भाजपा को दिखाया आईना", ["तेजस्वी"], ["भाजपा"]),
        ("वाम दल ने मंत्रियों को पकड़े जाने की निंदा की", ["वाम दल"], []),
        ("सपा ने अपराधियों को संरक्षण देने का आरोप लगाया", ["सपा"], []),
        ("पुलिस और बदमाशों में मुठभेड़", ["पुलिस", "बदमाशों"], []),
        ("मेयर ने मंत्री को लिखा पत्र, फंड देने की मांग", ["मेयर"], ["मंत्री"]),
        ("मेयर ने मंत्री से की मुलाकात, फंड देने की मांग", ["मेयर"], ["मंत्री"]),
        ("मोदी से मिले मैक्रों, आज होगी शिखर वार्ता", ["मोदी", "मैक्रों"], []),
        ("नफरत का अड्डा बन चुका है पाकिस्तान: यूएन में भारत", ["भारत"], ["पाकिस्तान"]),
        ("ट्रंप की धमकी से भड़का ब्राजील", ["ब्राजील"], ["ट्रंप"]),
        ("नॉर्वे और स्पेन जंग रोकने को राजी", ["नॉर्वे", "स्पेन"], []),
        ("हमास बंधकों को छोड़ने को तैयार", ["हमास"], ["बंधकों"]),
        ("जापान वियतनाम को देगा 4 युद्धपोत", ["जापान"], ["वियतनाम"]),
        ("केन्या ने भारत को सौंपा आरोपी रमेश सावला", ["केन्या"], ["भारत"]),
        ("खड़गे बोले- छात्रवृत्ति लौटाए केंद्र", ["खड़गे"], ["केंद्र"]),
        ("इटली के साथ मजबूती से खड़े हैं: मैक्रों", ["मैक्रों"], ["इटली"]),
        ("तस्कर की करोड़ों की संपत्ति जब्त", [], ["तस्कर"]),
        ("कार्यकर्ता एनएसए के तहत गिरफ्तार, शहर में कर्फ्यू जारी", [], []),
        ("काबुल पर एयरस्ट्राइक के बाद तालिबान का पलटवार", ["तालिबान"], []),
        ("पूर्व सांसद ने सीएम पर बोला हमला", ["पूर्व सांसद"], ["सीएम"]),
        ("राज्य सरकार के प्रस्ताव पर किसानों का इनकार", ["किसानों"], ["राज्य सरकार"]),
        ("कांग्रेस का प्रदर्शन, मंत्री को निलंबित करने की मांग", ["कांग्रेस"], ["मंत्री"]),
        ("कांग्रेस का प्रदर्शन, बंधकों की रिहाई की मांग", ["कांग्रेस"], []),
        ("खड़गे बोले- सेना पर है गर्व", ["खड़गे"], ["सेना"]),
        ("पहली बार पकड़ा घूसखोर विधायक", [], ["घूसखोर विधायक"]),
        ("पुतिन ने जेलेंस्की पर विश्व युद्ध का खतरा मोल लेने का आरोप लगाया", ["पुतिन"], ["जेलेंस्की"]),
    ],
)
def test_both_sides_of_a_headline(text: str, actors: list[str], recipients: list[str]) -> None:
    event = ghatna.code(text)[-1]
    assert [a.text for a in event.actors] == actors
    assert [r.text for r in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "frames", "recipients"),
    [
        ("अवैध निर्माण हटाने गई टीम पर पथराव", ["protest.riot"], ["टीम"]),
        ("वारंट तामील कराने गई पुलिस पर हमला", ["assault.attack"], ["पुलिस"]),
        ("जंगल में छिपे उग्रवादियों पर सेना का हमला", ["assault.attack"], ["उग्रवादियों"]),
        ("घूस लेते लेखपाल गिरफ्तार", ["coerce.arrest"], ["लेखपाल"]),
        ("सड़क पर निकली यूनियन की रैली", ["protest.streets"], []),  # what went out is the rally
    ],
)
def test_who_somebody_is_is_no_act(text: str, frames: list[str], recipients: list[str]) -> None:
    events = ghatna.code(text)
    assert [e.frame for e in events] == frames
    assert [r.text for e in events for r in e.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("सूडान का दावा- विद्रोहियों के तीन ड्रोन मार गिराए", "सूडान"),
        ("हमले का बदला लेंगे: केन्या", "केन्या"),
        ("मायावती का छलका दर्द, बोलीं- कांग्रेस से नहीं करेंगे समझौता", "मायावती"),
        ("घूस लेते पकड़ा गया क्लर्क, एसीबी की कार्रवाई", "एसीबी"),
    ],
)
def test_who_does_it_stands_in_another_piece(text: str, actor: str) -> None:
    (event,) = ghatna.code(text)
    assert [a.text for a in event.actors] == [actor]


def test_who_claims_what_others_saw_did_not_do_it() -> None:
    (event,) = ghatna.code("परिजनों का दावा- युवक को गोली मारी")
    assert event.actors == ()
    assert event.source == "परिजनों"


@pytest.mark.parametrize("text", ["सेना ने नाकाम किया ड्रोन हमला", "केन्या ने रद्द किया संयुक्त सैन्य अभ्यास"])
def test_what_has_a_predicate_before_its_verb_was_not_done(text: str) -> None:
    assert not [e for e in ghatna.code(text) if e.type in ("ASSAULT", "COOPERATE")]


def test_what_another_piece_tells_is_not_the_doer_of_a_noun() -> None:
    (event,) = ghatna.code("प्रदेश में आक्रोश, डबरा में कांग्रेसियों ने फूंका सरकार का पुतला")
    assert event.frame == "protest.effigy"
