"""Where noun groups end though no postposition says so, and who the doer is."""

import pytest

from ghatna import code
from ghatna.model import Roles, Sentence
from ghatna.pipeline import Coder


def doers(roles: Roles) -> set[str]:
    tokens = roles.tagged.tokens
    return {
        " ".join(t.text for t in tokens[roles.chunks[role.chunk].first : roles.chunks[role.chunk].body])
        for some in roles.roles
        for role in some
        if role.karaka == "karta"
    }


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("राज्य सरकारें फसलों के लिए सुझाव देती हैं।", "राज्य सरकारें"),
        ("वह नक्शे में बदलाव नहीं चाहता।", "वह"),
        ("सेना को पीछे हटना पड़ा।", "सेना"),
        ("सरकार को कदम उठाना चाहिए।", "सरकार"),
    ],
    ids=["plural ends a group", "pronoun before an oblique noun", "compelled", "duty"],
)
def test_the_doer_is_found(text: str, doer: str, coder: Coder) -> None:
    assert doer in doers(coder.analyse(Sentence(text, 0))[0])


@pytest.mark.parametrize(
    ("text", "side", "words"),
    [
        # who does something stands for people
        ("पुलिस ने नारे लगाने वालों को हिरासत में लिया।", "recipients", ["नारे लगाने वालों"]),
        ("मंत्री ने देश को बांटने वालों को चेतावनी दी।", "recipients", ["देश को बांटने वालों"]),
        ("अफवाह फैलाने वाले गिरफ्तार किए गए।", "recipients", ["अफवाह फैलाने वाले"]),
        ("कम से कम 17 लोगों के मारे जाने की खबर है।", "recipients", ["17 लोगों"]),
        # two adjectives of one noun
        ("रूस भारत के निडर और संतुलित रुख की तारीफ करता है।", "recipients", ["भारत"]),
        # a hyphen joins two states at the beginning, too
        ("ईरान-इराक के बीच जंग जारी है।", "actors", ["ईरान", "इराक"]),
        # the place of an officer
        ("ग्रामीणों ने अनुविभागीय अधिकारी डिंडोरी को ज्ञापन सौंपा।", "recipients", ["अनुविभागीय अधिकारी डिंडोरी"]),
        # under whose banner, and for how many days
        ("शिक्षक महासंघ के बैनर तले हड़ताल जारी है।", "actors", ["शिक्षक महासंघ"]),
        ("नियोजित शिक्षकों की हड़ताल 21 वें दिन भी जारी रही।", "actors", ["नियोजित शिक्षकों"]),
        # how much stands between an owner and what is his
        ("ईडी ने पूर्व सांसद की 315 करोड़ रुपये की संपत्ति जब्त की।", "recipients", ["पूर्व सांसद की 315 करोड़ रुपये की संपत्ति"]),
        # an adjective is nobody
        ("प्रशासन ने अवैध कब्जा हटाया।", "recipients", []),
        ("घाटी में नक्सलियों द्वारा बिछाए बम की चपेट में आकर एक जवान घायल हो गया।", "recipients", ["एक जवान"]),
        # a state owns its town, not what happens there
        ("पाकिस्तान के लाहौर में ब्लास्ट, 5 की मौत", "actors", []),
        # a comma may stand before और
        ("सीरिया, इराक, और जॉर्डन के मंत्रियों की बैठक हुई।", "actors", ["सीरिया", "इराक", "जॉर्डन के मंत्रियों"]),
        # a state and a group are a pair, too
        ("इजरायल-हमास की जंग जारी है।", "actors", ["इजरायल", "हमास"]),
        # the capital and its name are one
        ("राजधानी तेहरान ने वॉशिंगटन की निंदा की।", "actors", ["राजधानी तेहरान"]),
        # an office shows that the name before the verb is who acts
        ("बयान पर केंद्रीय मंत्री मोहन देसाई भड़के।", "actors", ["केंद्रीय मंत्री मोहन देसाई"]),
        # what somebody is made does nothing
        ("लड़ाके 30 लोगों को बंधक बनाकर सीमा पार ले गए।", "actors", ["लड़ाके"]),
        # who did what a participle tells, and who shot though no table knows him
        ("पुलिस द्वारा की गई कार्रवाई में अपराधी अफजल घायल हो गया।", "recipients", ["अपराधी अफजल"]),
        ("पुलिस ने जब रोका तो बाइक सवार ने दारोगा पर फायरिंग कर दी।", "actors", ["बाइक सवार"]),
        # a pronoun with its mark begins a group
        ("पड़ोसी देश उस पर प्रतिबंध लगा रहे हैं।", "actors", ["पड़ोसी देश"]),
        # lists without a mark go on after commas
        ("पार्टी के मंत्री, विधायक और कार्यकर्ता सड़कों पर उतर आए।", "actors", ["पार्टी के मंत्री", "विधायक", "कार्यकर्ता"]),
    ],
)
def test_whom_a_group_names(text: str, side: str, words: list[str]) -> None:
    (event,) = code(text)
    assert [one.text for one in getattr(event, side)] == words


@pytest.mark.parametrize(
    "text",
    ["आपको बता दें कि पुलिस ने छात्र को गिरफ्तार किया है।", "हम आपको बताते हैं कि पुलिस ने छात्र को गिरफ्तार किया है।"],
)
def test_whom_something_is_told_is_no_source(text: str) -> None:
    (event,) = code(text)
    assert event.source in (None, "हम")


def test_what_is_seen_happens() -> None:
    (event,) = code("राजधानी की सड़कों पर विरोध प्रदर्शन देखने को मिले।")
    assert (event.type, event.status, event.trigger) == ("PROTEST", "actual", "विरोध प्रदर्शन देखने को मिले")
