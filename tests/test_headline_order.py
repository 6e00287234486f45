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
