"""Sentences of the running text: acts that are only asked for, owners far from what they own, pronouns that own nobody."""

import pytest

import ghatna
from ghatna.model import Event


def told(text: str, kind: str) -> list[Event]:
    return [e for e in ghatna.code(text) if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # a pronoun's genitive that does not agree with somebody belongs to the talk
        ("मंत्री ने बताया कि उनकी नेपाल के प्रधानमंत्री से बातचीत हुई।", "CONSULT", ["उनकी", "नेपाल के प्रधानमंत्री"], []),
        ("हमारी जर्मन राजदूत के साथ बैठक हुई।", "CONSULT", ["हमारी", "जर्मन राजदूत"], []),
        ("उनकी पार्टी के सांसदों से मंत्री ने मुलाकात की।", "CONSULT", ["उनकी पार्टी के सांसदों", "मंत्री"], []),
        # whose plea it is, before what it is about
        ("अदालत ने पूर्व सांसद की विदेश जाने संबंधी याचिका खारिज कर दी।", "REJECT", ["अदालत"], ["पूर्व सांसद"]),
        # a participle in two words
        ("विद्रोहियों ने पुलिस चौकी पर हमला कर के दो सिपाहियों को मार दिया।", "ASSAULT", ["विद्रोहियों"], ["पुलिस चौकी"]),
        # between how many
        ("सुरक्षा बलों ने सात से आठ उग्रवादियों को मार गिराया।", "ASSAULT", ["सुरक्षा बलों"], ["सात से आठ उग्रवादियों"]),
    ],
)
def test_who_and_whom(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    event = told(text, kind)[0]
    assert [one.text for one in event.actors] == actors
    assert [one.text for one in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # all that a demand asks for is asked for
        ("छात्र संघ ने दोषियों को गिरफ्तार करने और उनके खिलाफ मुकदमा चलाने की मांग की।", ["REQUEST"]),
        ("कुलपति को हटाकर उनके खिलाफ मुकदमा चलाने की मांग की गई।", ["REQUEST"]),
        # … and all that is decided is to come
        ("जापान ने यूक्रेन को हथियार देने और रूस पर प्रतिबंध लगाने का फैसला किया।", ["AGREE", "SANCTION"]),
        # what comes before a demand and is done to others, was done
        ("सभा में मंत्री की निंदा कर मजदूरों को मुआवजा देने की मांग की गई।", ["ACCUSE", "REQUEST"]),
        # what a plea asks for
        ("अदालत ने प्रतिबंध हटाने संबंधी याचिका पर सरकार को नोटिस जारी किया।", ["REQUEST"]),
    ],
)
def test_acts(text: str, kinds: list[str]) -> None:
    assert [e.type for e in ghatna.code(text)] == kinds
