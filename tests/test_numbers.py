"""How many: numerals by themselves, and the gold table of people counted."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghatna.lexicon.calendar import Calendar
from ghatna.lexicon.tables import SHIPPED
from ghatna.model import Numbers
from ghatna.resolve.numbers import count, numbers
from plain import gold, plain, spelling

FIELDS = ("killed", "injured", "arrested", "people")


@cache
def calendar() -> Calendar:
    return Calendar.load((SHIPPED,), spelling())


def told(text: str) -> Numbers | None:
    tagged = plain(text)
    return numbers(tagged, 0, len(tagged.tokens), calendar())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("तीन", 3), ("पच्चीस", 25), ("सौ", 100), ("तीन सौ", 300), ("तीन सौ पचास", 350), ("एक हजार दो सौ पांच", 1205),
        ("डेढ़", 1.5), ("डेढ़ सौ", 150), ("ढाई हजार", 2500), ("सवा सौ", 125), ("सवा तीन सौ", 325),
        ("साढ़े तीन लाख", 350_000), ("पौने दो करोड़", 17_500_000), ("तीन दर्जन", 36), ("१२", 12), ("1,200", 1200),
        ("2,50,000", 250_000), ("50 हजार", 50_000), ("1.5 लाख", 150_000), ("दो लाख पचास हजार", 250_000),
        ("पंद्रह सौ", 1500), ("दो अरब", 2_000_000_000), ("सैकड़ों", 100), ("दर्जनों", 12), ("एक करोड़ बीस लाख", 12_000_000),
    ],
)  # fmt: skip
def test_numerals(text: str, value: float) -> None:
    tokens = plain(text).tokens
    found = count(tokens, 0, len(tokens), calendar())
    assert found is not None
    assert (found[0], found[2]) == (value, len(tokens))


def test_gold() -> None:
    rows = gold("numbers.tsv")
    assert len(rows) >= 100
    wrong = []
    for row in rows:
        found = told(row["sentence"]) or Numbers()
        got = tuple(str(getattr(found, field) or "") for field in FIELDS)
        if got != tuple(row[field] for field in FIELDS):
            wrong.append(f"{row['sentence']}: {got}")
    assert len(wrong) <= 0.05 * len(rows), "\n".join(wrong)


WORDS = st.sampled_from("तीन सौ हजार लाख सवा साढ़े पौने दर्जन 12 1,200 10-12 लोग की मौत घायल ने और , समेत संख्या".split())


@given(st.lists(WORDS, max_size=14))
def test_never_fails(words: list[str]) -> None:
    found = told(" ".join(words))
    assert found is None or any(getattr(found, field) is not None for field in FIELDS)
