"""Groups that look like one: an act told before its doer, a pronoun before another group, a subject before a noun."""

import pytest

import ghatna


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("यह हमला चरमपंथियों ने किया।", "ASSAULT", ["चरमपंथियों"], []),
        ("आलोचना विपक्ष ने भी की।", "ACCUSE", ["विपक्ष"], []),
        ("यह आरोप विपक्ष ने सरकार पर लगाया है।", "ACCUSE", ["विपक्ष"], ["सरकार"]),
        ("वे चीन के राष्ट्रपति से मुलाकात करेंगे।", "AGREE", ["वे", "चीन के राष्ट्रपति"], []),
        ("भारत बातचीत करने के लिए तैयार है।", "AGREE", ["भारत"], []),
        ("जांच अधिकारी ने कारोबारी पर आरोप लगाया।", "ACCUSE", ["जांच अधिकारी"], ["कारोबारी"]),
        ("पुलिस के साथ मुठभेड़ में कुख्यात डकैत मारा गया।", "ASSAULT", ["पुलिस"], ["कुख्यात डकैत"]),
        ("पुलिस के साथ बैठक में मंत्री मारा गया।", "ASSAULT", [], ["मंत्री"]),
    ],
)
def test_who_did_it(text: str, type_: str, actors: list[str], recipients: list[str]) -> None:
    found = [e for e in ghatna.code(text) if e.type == type_]
    assert [([a.text for a in e.actors], [r.text for r in e.recipients]) for e in found] == [(actors, recipients)]
