"""Classes of sentence in which headlines and reports once misled the reading: whose act it is, and what is no act."""

import pytest

from ghatna import code


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
