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
        ("विपक्ष ने अदालत से की जांच की मांग", "की जांच की मांग"),
        ("हाईकोर्ट ने नेता की याचिका की खारिज", "की खारिज"),
        ("जेल में कैदी ने जेलर से की मारपीट", "की मारपीट"),
        ("लखनऊः पुलिस ने तीन को किया गिरफ्तार", "किया गिरफ्तार"),
    ],
)
def test_the_verb_of_a_headline_stands_before_its_noun(text: str, trigger: str) -> None:
    assert trigger in [e.trigger for e in ghatna.code(text)]
