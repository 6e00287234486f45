"""Which groups of a sentence are participants of an act: owners of participles, lists, pronouns of propositions."""

import pytest

from ghatna import code


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        # ने leads, though द्वारा stands nearer
        ("मंत्री ने आयोग द्वारा जांच कराने का वादा किया है।", ["मंत्री"], []),
        # what a participle takes is not shared with the verb after it
        ("समिति ने किसानों को दिए जाने वाले ऋण पर ब्याज घटाने की सिफारिश की है।", ["समिति"], []),
        # the nearer side of what an infinitive asks for
        ("सांसद ने मेयर के खिलाफ कार्रवाई करने की मांग की।", ["सांसद"], ["मेयर"]),
        # things joined by और share the owner before them
        ("चीन ने जापान के बयानों और कदमों की निंदा की।", ["चीन"], ["जापान"]),
        # before a number करीब is no place
        ("विद्रोहियों ने सूडान के करीब 40 सैनिकों को अगवा कर लिया।", ["विद्रोहियों"], ["सूडान के करीब 40 सैनिकों"]),
        # what only sets somebody apart is no part of the name
        ("सिर्फ बंदूकधारियों ने पुलिस पर हमला किया।", ["बंदूकधारियों"], ["पुलिस"]),
        ("सबसे पहले बंदूकधारियों ने पुलिस पर हमला किया।", ["बंदूकधारियों"], ["पुलिस"]),
        ("संदिग्ध इस्लामी लड़ाकों ने पुलिस पर हमला किया।", ["संदिग्ध इस्लामी लड़ाकों"], ["पुलिस"]),
        ("मंत्री के समर्थक सड़कों पर उतर आए।", ["मंत्री के समर्थक"], []),
        # सहित joins
        ("कांग्रेस सहित कई दलों ने हमले की निंदा की है।", ["कांग्रेस", "कई दलों"], []),
        # वे is no part of the group after it
        ("वे कांग्रेस पर हमला बोल रहे हैं।", ["वे"], ["कांग्रेस"]),
        # who was to act stands with को
        ("आयोग को मामले की जांच करनी थी।", ["आयोग"], []),
        # to whom one did what one is charged with
        ("छात्रा को धमकाने के आरोप में शिक्षक गिरफ्तार", [], ["शिक्षक"]),
        # इसकी speaks of what was told
        ("कांग्रेस ने इसकी निंदा की है।", ["कांग्रेस"], []),
        # whom a promise, a threat, a charge speaks of in its कि clause
        ("बर्लिन ने हामी भरी है कि वह कीव को बख्तरबंद गाड़ियां सौंपेगा।", ["बर्लिन"], ["कीव"]),
        ("राष्ट्रपति ने चेताया कि घुसपैठ जारी रही तो उनका देश इराक से व्यापार बंद कर देगा।", ["राष्ट्रपति"], ["इराक"]),
        ("ग्रामीणों का आरोप है कि पुलिस ने घरों में तोड़फोड़ की।", ["ग्रामीणों"], ["पुलिस"]),
        # the second of two owners is the other side; whose aid it is loses it
        ("विपक्ष की सरकार से मांग", ["विपक्ष"], ["सरकार"]),
        ("अमेरिका ने पाकिस्तान की सहायता रोक दी।", ["अमेरिका"], ["पाकिस्तान"]),
        # what is wished after कि
        ("अमेरिका चाहता है कि भारत रूस से तेल न खरीदे।", ["अमेरिका"], ["भारत"]),
        # इससे पहले is when, not who
        ("इससे पहले कांग्रेस और राजद के बीच बैठक हुई।", ["कांग्रेस", "राजद"], []),
        # a person owns no other person, a state no other state's army
        ("अमित शाह की नीतीश कुमार से मुलाकात हुई।", ["अमित शाह", "नीतीश कुमार"], []),
        ("प्रधानमंत्री मोदी की शनिवार को राष्ट्रपति पुतिन से फोन पर बातचीत हुई।", ["प्रधानमंत्री मोदी", "राष्ट्रपति पुतिन"], []),
        # who does what an infinitive tells is its object
        ("तालिबान महिलाओं के विश्वविद्यालय जाने पर पाबंदी लगा चुका है।", ["तालिबान"], ["महिलाओं"]),
        ("स्पेन द्वारा फलस्तीन को मान्यता दिए जाने पर इजरायल ने नाराजगी जताई।", ["स्पेन"], ["फलस्तीन"]),
        # a list shares its mark, with an infinitive after it too
        ("शाह और हिमंत बिस्वा सरमा को बम से उड़ाने की धमकी", [], ["शाह", "हिमंत बिस्वा सरमा"]),
        # whom an act befalls stands before when and where
        ("शबनम सोलंकी की मार्च में सिंध के दक्षिणी प्रांत में हत्या हुई थी।", [], ["शबनम सोलंकी"]),
        # where a service is cut
        ("जुंटा ने दो कस्बों की बिजली और पानी काट दिया।", ["जुंटा"], ["दो कस्बों"]),
        # a piece without a verb may end in the state of its subject
        ("कानपुर के सफाईकर्मी वेतन को लेकर हड़ताल पर", ["कानपुर के सफाईकर्मी"], []),
        # a party that owns an occasion does not go there; a town joins no list of people
        ("राजद के सम्मेलन में जाने पर जदयू ने लगाया प्रतिबंध", ["जदयू"], []),
        ("दहशत में गोंडा, मां और भाइयों की जान लेने के बाद बेटा फरार", ["बेटा"], ["मां", "भाइयों"]),
        # whom an arrest befalls is not who is blamed for it
        ("यूरोपीय संघ ने पत्रकारों की गिरफ्तारी पर चिंता जताई।", ["यूरोपीय संघ"], []),
        # both counts two once more; one person may bear two titles, an office that one has is somebody else's
        ("अदालत ने सपा और बसपा दोनों को नोटिस भेजा।", ["अदालत"], ["सपा", "बसपा"]),
        ("माकपा और भाकपा दोनों दलों ने विधेयक का विरोध किया।", ["माकपा", "भाकपा"], []),
        ("राजद के नेता और पूर्व विधायक मोहन सिंह ने कलेक्टर से मुलाकात की।", ["राजद के नेता और पूर्व विधायक मोहन सिंह", "कलेक्टर"], []),
        ("प्रधानमंत्री और गृह मंत्री अमित शाह ने हमले की निंदा की।", ["प्रधानमंत्री", "गृह मंत्री अमित शाह"], []),
        # a title of respect stands within a name; words about a group before are no part of the one after it
        ("राज्यपाल श्री मिश्र ने बंद का विरोध किया।", ["राज्यपाल श्री मिश्र"], []),
        ("जुलूस में शामिल युवकों ने पास में स्थित थाने पर पथराव किया।", ["युवकों"], ["थाने"]),
        # what was filed and who decides it; one more of a kind
        ("महंत रामदास की याचिका अदालत ने खारिज कर दी।", ["अदालत"], ["महंत रामदास"]),
        ("जदयू के एक और विधायक रामबली यादव राजद में शामिल हो गए।", ["जदयू के एक और विधायक रामबली यादव"], ["राजद"]),
        # a number counts the thing after it
        ("फौज ने सारी सीमाएं सील कर दीं।", ["फौज"], []),
        # a body begins the sentence after a source, too
        ("सूत्रों के मुताबिक सीबीआई पूर्व मंत्री को गिरफ्तार कर सकती है।", ["सीबीआई"], ["पूर्व मंत्री"]),
        # a determiner begins a group
        ("समाधान प्रस्ताव कई संबंधित पक्षों को सौंपने की मांग की गई।", [], ["कई संबंधित पक्षों"]),
        # quoted words are part of the group round them
        ('विपक्षी दल के "दोहरे रवैये" की कड़ी निंदा की गई।', [], ["विपक्षी दल"]),
        ("महापौर के बड़बोले 'छोटे' भाई को पुलिस ने गिरफ्तार किया।", ["पुलिस"], ["महापौर के बड़बोले 'छोटे' भाई"]),
        # an army of one state is not owned by the state before it
        (
            "रूसी सेना के जॉर्जियाई प्रशासन के साथ हुए समझौते में सीमा तय की गई।",
            ["रूसी सेना", "जॉर्जियाई प्रशासन"],
            [],
        ),
        # whose report it is that blames
        ("कैग की रिपोर्ट में सरकार पर सवाल उठाए गए हैं।", ["कैग"], ["सरकार"]),
        # भी stands between an object and its verb
        ("नक्सलियों ने गोदाम की बिजली आपूर्ति भी काट दी।", ["नक्सलियों"], ["गोदाम"]),
        # who says what will be done by nobody else will do it
        ("प्रशासन ने कहा कि ठेकेदार के खिलाफ जांच कराई जाएगी।", ["प्रशासन"], ["ठेकेदार"]),
        # what a passive participle tells befell its noun, not the doer of the verb
        ("ओमान ने दुबई में धरे गए तस्कर को जर्मनी को सौंप दिया है।", [], ["तस्कर"]),
        # who acts stands between the genitive and the noun after the verb
        ("निर्दलीय उम्मीदवार का जदयू कर सकती है समर्थन", ["जदयू"], ["निर्दलीय उम्मीदवार"]),
        # in what state somebody is, and who does it to him
        ("मुश्किल में प्रधानमंत्री ओली, नेपाली कांग्रेस ने लिया समर्थन वापस", ["नेपाली कांग्रेस"], ["प्रधानमंत्री ओली"]),
        # a name may begin with a relative; the n-th time is no part of who comes after it
        ("राष्ट्रपति जो बाइडेन ने यूक्रेन को मदद का भरोसा दिया।", ["राष्ट्रपति जो बाइडेन"], ["यूक्रेन"]),
        ("गायक तीन महीने में दूसरी बार पुलिस के हत्थे चढ़ा।", ["पुलिस"], ["गायक"]),
        ("एक महीने पहले लुटेरों ने जहाज अगवा कर लिया।", ["लुटेरों"], ["जहाज"]),
        ("इस तरह टाटा समूह ने मंत्रालय पर आरोप लगाया।", ["टाटा समूह"], ["मंत्रालय"]),
        # pronouns with their fellows, anybody, nobody named
        ("हम लोग सरकार का विरोध करते हैं।", ["हम लोग"], ["सरकार"]),
        ("पुलिस ने किसी भी छात्र को गिरफ्तार नहीं किया।", ["पुलिस"], ["किसी भी छात्र"]),
        ("किसने लगाई मंत्रालय से गुहार", [], ["मंत्रालय"]),
        # a common noun may be a surname; a hyphen joins two
        ("गांव के एक लड़के राहुल राज ने सिपाही पर गोली चलाई।", ["गांव के एक लड़के राहुल राज"], ["सिपाही"]),
        ("आयोग ने मोदी-अमित शाह को नोटिस भेजा।", ["आयोग"], ["मोदी", "अमित शाह"]),
        # whom an institution deals with, and whom people stand for
        ("अदालत अभियुक्त को जमानत पर रिहा नहीं करेगी।", ["अदालत"], ["अभियुक्त"]),
        ("स्थानीय किसान सोनिया गांधी के समर्थन में खड़े हैं।", ["स्थानीय किसान"], ["सोनिया गांधी"]),
        # whom it is done to tells the infinitive of what it is for
        ("विद्रोहियों को रोकने के लिए सेना ने की गोलीबारी", ["सेना"], ["विद्रोहियों"]),
        # who ought to act stands in the later clause
        (
            "अमेरिका ने कहा है कि ईरान ने अवसर गंवा दिया है और तुर्किये को इस पर ध्यान देना चाहिए।",
            ["अमेरिका"],
            ["तुर्किये"],
        ),
        # who goes and where to, in one group
        ("प्रधानमंत्री मोदी का अमेरिका दौरा आज से शुरू हुआ।", ["प्रधानमंत्री मोदी"], ["अमेरिका"]),
        # another one; what is got is no giver; a list goes on before a participle
        ("द्वीप के एक और उपमंत्री ने सौंपा इस्तीफा", ["द्वीप के एक और उपमंत्री"], []),
        ("भारत को अगले साल तक दस हॉक विमान मिल जाएंगे।", [], ["भारत"]),
        ("कमांडो दस्ते और होटल में छिपे चरमपंथियों के बीच गोलीबारी हुई।", ["कमांडो दस्ते", "चरमपंथियों"], []),
        ("विपक्षी पार्टियां और वकील प्रदर्शन कर रहे हैं।", ["विपक्षी पार्टियां", "वकील"], []),
        ("भीड़ ने दो घरों और तीन वाहनों को क्षतिग्रस्त कर दिया।", ["भीड़"], ["दो घरों", "तीन वाहनों"]),
        # names on -कर are no verbs; in company
        ("विदेश सचिव शिव शंकर मेनन ने श्रीलंका से अपील की।", ["विदेश सचिव शिव शंकर मेनन"], ["श्रीलंका"]),
        ("राहुल गांधी की प्रशांत किशोर संग बैठक", ["राहुल गांधी", "प्रशांत किशोर"], []),
        # whom reports say to be dead
        ("आत्मघाती हमले में कम से कम पांच लोगों के मारे जाने की खबर है।", [], ["पांच लोगों"]),
        ("धमाकों में सौ लोगों के घायल होने की पुष्टि हुई है।", [], ["सौ लोगों"]),
        ("कई इलाकों से आगजनी की खबरें मिली हैं।", [], []),
        # a participle tells about who belongs to a state or party, not about that
        (
            "भारत दौरे पर आए रूस के विदेश मंत्री ने अखबार से बात की।",
            ["रूस के विदेश मंत्री"],
            ["भारत"],
        ),
        ("जांच कर रही टीम के विशेषज्ञ दिल्ली गए।", ["टीम"], []),
        # what is claimed has happened; a party and the country that it deals with
        ("सुरक्षाबलों ने दो माओवादियों को मारने का दावा किया है।", ["सुरक्षाबलों"], ["दो माओवादियों"]),
        ("नेता ने कहा कि भाजपा देश को बांट रही है।", ["नेता"], ["भाजपा"]),
        # a quoted noun after the verb
        ("भीड़ ने चोर का निकाल दिया ‘कचूमर’", ["भीड़"], ["चोर"]),
        ("विधायक के सीने में गोली लगी।", [], ["विधायक"]),
        # a bracketed short form; whose jails; where a visit goes
        ("जनता दल ( यू ) पिछली बार से दो सीटें अधिक मांग रही थी।", ["जनता दल ( यू )"], []),
        ("ओमान की जेलों में डेढ़ सौ भारतीय मछुआरे बंद हैं।", ["ओमान"], ["डेढ़ सौ भारतीय मछुआरे"]),
        ("राष्ट्रपति ने बाढ़ प्रभावित इलाकों का दौरा किया।", ["राष्ट्रपति"], ["बाढ़ प्रभावित इलाकों"]),
        ("तालिबान की क्रूरता, दावत में नाचने पर युवती की हत्या", ["तालिबान"], ["युवती"]),
        # by whom a force is led
        ("नाटो के नेतृत्व वाली सेनाओं ने दो गांवों पर हमला किया।", ["नाटो के नेतृत्व वाली सेनाओं"], ["दो गांवों"]),
    ],
)
def test_participants(text: str, actors: list[str], recipients: list[str]) -> None:
    event = code(text)[0]
    assert [e.text for e in event.actors] == actors
    assert [e.text for e in event.recipients] == recipients


def test_attacks_of_last_year_are_not_the_act_of_who_decides_now() -> None:
    (attack,) = [e for e in code("पिछले साल शहर में हुए हमलों के बाद सरकार ने जांच का फैसला किया।") if e.type == "ASSAULT"]
    assert attack.actors == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("भीड़ बढ़ी तो पुलिस ने लाठीचार्ज किया।", "actual"),
        ("जब नेता पहुंचे तो भीड़ ने पथराव कर दिया।", "actual"),
        ("अगर पुलिस ने लाठीचार्ज किया तो हालात बिगड़ेंगे।", "hypothetical"),
        ("बातचीत टूटी तो रूस यूक्रेन पर हमला करेगा।", "hypothetical"),
    ],
)
def test_what_hangs_on_a_condition(text: str, status: str) -> None:
    assert code(text)[0].status == status


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("वकील अदालत का बहिष्कार कर रहे हैं।", ["वकील"]),
        ("कानून के विरोध में हजारों युवा सड़कों पर उतर आए।", ["हजारों युवा"]),
        ("भारतीय सैनिक चीनी जवानों से भिड़ गए।", ["भारतीय सैनिक", "चीनी जवानों"]),
        ("सीबीआई पूर्व आयुक्त से पूछताछ कर रही है।", ["सीबीआई"]),
        ("अदालत विधायक को जेल भेजेगी।", ["अदालत"]),  # of another part of society than the body: no man of it
        ("पुलिस पत्रकार से पूछताछ कर रही है।", ["पुलिस"]),
        ("वार्ताकार बातचीत के लिए दोहा पहुंचे।", ["वार्ताकार"]),
        # one name, no subject of its own
        ("किसान नेता से मंत्री ने बातचीत की।", ["किसान नेता", "मंत्री"]),
        ("पुलिस अधिकारी से पूछताछ हो रही है।", []),
    ],
)
def test_bare_subjects(text: str, actors: list[str]) -> None:
    assert [e.text for e in code(text)[0].actors] == actors


@pytest.mark.parametrize(
    "text",
    [
        "अमेरिका ने क्यूबा जाने पर लगी रोक की समीक्षा की।",
        "उन्होंने बैंकों का जिक्र किया, किसानों को कर्ज देने में दिक्कत होती है।",
    ],
)
def test_what_is_only_spoken_of_is_no_act(text: str) -> None:
    assert code(text) == []


def test_a_participle_takes_what_stands_before_it() -> None:
    (attack,) = [e for e in code("सिडनी में भारतीय छात्रों पर हुए हमले के बाद मंत्री कैनबरा के दौरे पर गए।") if e.type == "ASSAULT"]
    assert [e.text for e in attack.recipients] == ["भारतीय छात्रों"]


def test_what_is_asked_for_is_no_act_of_its_own() -> None:
    assert [e.type for e in code("मंत्री ने बैंकों से गुजारिश की कि उन्हें किसानों को कर्ज देना चाहिए।")] == ["REQUEST"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("जाली नोट के मामले में तीन गिरफ्तार", ["तीन"]),
        ("अदालत ने सात को उम्रकैद की सजा सुनाई।", ["सात"]),
        ("पूर्व मेयर समेत 6 पर एफआईआर", ["पूर्व मेयर", "6"]),
        ("अदालत ने कंपनी पर 25 लाख का जुर्माना लगाया।", ["कंपनी"]),
    ],
)
def test_numbers_that_count_people(text: str, recipients: list[str]) -> None:
    assert [e.text for e in code(text)[0].recipients] == recipients


def test_what_a_participle_before_the_doer_takes_is_not_the_doers() -> None:
    refusal = code("महापौर से माफी की मांग करने वाले संगठन ने बातचीत से इनकार किया।")[-1]
    assert (refusal.type, refusal.recipients) == ("REJECT", ())


def test_a_verb_with_a_noun_of_its_own_takes_no_marked_group_far_off() -> None:
    assert [e.type for e in code("सरकार से नाराज वकीलों ने रैली निकाली।")] == ["PROTEST"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        # an office, a comma and who holds it; but lists have और
        ("चाड के प्रधानमंत्री, सालेह केबज़ाबो ने बागियों की निंदा की।", ["चाड के प्रधानमंत्री, सालेह केबज़ाबो"], ["बागियों"]),
        (
            "चाड के प्रधानमंत्री, गृह मंत्री और रक्षा मंत्री ने बागियों की निंदा की।",
            ["चाड के प्रधानमंत्री", "गृह मंत्री", "रक्षा मंत्री"],
            ["बागियों"],
        ),
        # whom one deals with is not who is told to
        ("मंत्री ने भीड़ से निपटने के लिए पुलिस को सख्ती बरतने के लिए कहा।", ["मंत्री"], ["पुलिस"]),
        # what a place is in dispute about is no doer
        ("कश्मीर मुद्दे पर पाकिस्तान धमकियां दे रहा है।", ["पाकिस्तान"], []),
        # another stands between हमले को and अंजाम
        ("थाने पर हमले को नक्सलियों ने अंजाम दिया।", ["नक्सलियों"], ["थाने"]),
        # a name may begin with के
        ("नेपाल के प्रधानमंत्री के पी शर्मा ओली ने इस्तीफा दिया।", ["नेपाल के प्रधानमंत्री के पी शर्मा ओली"], []),
        # what was destroyed is not who did it
        ("सेना ने गांव पर हमला किया, जिससे दो घर तबाह हो गए।", ["सेना"], ["गांव", "दो घर"]),
        # who made the offer
        ("तेहरान ने ट्रंप द्वारा वार्ता की पेशकश को ठुकरा दिया।", ["तेहरान"], ["ट्रंप"]),
    ],
)
def test_participants_of_foreign_news(text: str, actors: list[str], recipients: list[str]) -> None:
    event = code(text)[0]
    assert [e.text for e in event.actors] == actors
    assert [e.text for e in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("अदालत ने दो पार्षदों को जमानत दी, जिन पर दंगा भड़काने का आरोप है।", [], ["दो पार्षदों"]),
        ("उन मजदूरों को नोटिस मिला जिन्होंने फाटक पर प्रदर्शन किया।", ["उन मजदूरों"], []),
        ("पुलिस ने तीन युवकों को छोड़ दिया, जो मेले में थे और जिन्होंने चौकीदार को पीटा।", ["तीन युवकों"], ["चौकीदार"]),
        ("सरकार चुप है और जो लोग चौराहे पर धरने पर बैठे थे, वे लौट गए।", ["जो लोग"], []),
        ("सेना ने उस विधायक को रिहा किया जिसके खिलाफ मामला दर्ज हुआ था।", [], ["उस विधायक"]),
    ],
)
def test_a_relative_clause_after_the_verb_tells_about_people(
    text: str, actors: list[str], recipients: list[str]
) -> None:
    event = code(text)[-1]
    assert [e.text for e in event.actors] == actors
    assert [e.text for e in event.recipients] == recipients


@pytest.mark.parametrize(
    "who",
    [
        # a given name that is an adjective, a noun, a verb; a surname that is a town, a noun, a word for few
        "विधायक नवल किशोर",
        "सांसद कोमल राठौर",
        "जिलाधिकारी आनंद प्रकाश",
        "राज्यपाल संतोष बहादुर",
        "पुलिस अधीक्षक महेश चंदेल",
        "सरपंच गुलाब चंद",
        "जापानी राजदूत ली हान वू",
        "ईरानी विदेश मंत्रालय के प्रवक्ता विशाल तेहरानी",
    ],
)
def test_names_that_are_common_words_behind_an_office(who: str) -> None:
    for case in ("ने पाकिस्तान की निंदा की", "को पुलिस ने गिरफ्तार किया"):
        (event,) = code(f"{who} {case}।")
        assert who in [one.text for one in (*event.actors, *event.recipients)], case


def test_a_common_word_is_no_name_of_its_country() -> None:
    for text in ("एक सुंदर लड़की ने अभिनेता को पीटा।", "शांति सैनिकों ने भीड़ पर गोली चलाई।"):
        (event,) = code(text)
        assert [one.country for one in event.actors] == [None]


@pytest.mark.parametrize(
    ("said", "actors"),
    [
        ("फिजी के उप प्रधानमंत्री और रक्षा मंत्री मनोआ तिकोका", 1),
        ("उपमुख्यमंत्री एवं शिक्षा मंत्री रमेश पाटिल", 1),
        ("गृह एवं सहकारिता मंत्री रमेश पाटिल", 1),
        ("बिहार के कृषि और गन्ना विकास मंत्री रमेश पाटिल", 1),
        ("रेल और सूचना एवं प्रसारण मंत्री रमेश पाटिल", 1),
        ("उपमुख्यमंत्री और मुख्यमंत्री रमेश पाटिल", 2),
        ("विपक्ष और रक्षा मंत्री रमेश पाटिल", 2),
        ("फिजी और रक्षा मंत्री रमेश पाटिल", 2),
    ],
)
def test_offices_that_one_person_holds(said: str, actors: int) -> None:
    (event,) = code(f"{said} ने किसान संघ की निंदा की।")
    assert len(event.actors) == actors
    if actors == 1:
        assert event.actors[0].text == said
