"""How many: numerals by themselves, and the gold table of people counted."""

from functools import cache

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghatna.lexicon.calendar import Calendar
from ghatna.lexicon.tables import SHIPPED
from ghatna.model import AtLeast, Document, Numbers
from ghatna.parse.parser import parse
from ghatna.parse.split import split
from ghatna.parse.tag import tag
from ghatna.pipeline import Coder
from ghatna.pipeline import coder as shipped
from ghatna.resolve.numbers import numbers, stops, tolls
from ghatna.resolve.numerals import count
from plain import gold, plain, spelling

FIELDS = ("killed", "injured", "arrested", "people")


@cache
def calendar() -> Calendar:
    return Calendar.load((SHIPPED,), spelling())


def told(text: str, coder: Coder) -> Numbers | None:
    """What a text counts, all its sentences together."""
    found = []
    for sentence in split(Document(id="", text=text), coder.hindi.words):
        roles = parse(tag(sentence, coder.hindi), coder.hindi.words, coder.lexicon.rules.clauses, coder.karakas)
        found += tolls(roles.tagged, stops(roles), coder.lexicon.calendar)
    return numbers(found)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("तीन", 3), ("पच्चीस", 25), ("सौ", 100), ("तीन सौ", 300), ("तीन सौ पचास", 350), ("एक हजार दो सौ पांच", 1205),
        ("डेढ़", 1.5), ("डेढ़ सौ", 150), ("ढाई हजार", 2500), ("सवा सौ", 125), ("सवा तीन सौ", 325),
        ("साढ़े तीन लाख", 350_000), ("पौने दो करोड़", 17_500_000), ("तीन दर्जन", 36), ("१२", 12), ("1,200", 1200),
        ("2,50,000", 250_000), ("50 हजार", 50_000), ("1.5 लाख", 150_000), ("दो लाख पचास हजार", 250_000),
        ("पंद्रह सौ", 1500), ("आधा दर्जन", 6), ("दस हजार करोड़", 100_000_000_000), ("दो अरब", 2_000_000_000),
        ("सैकड़ों", 100), ("दर्जनों", 12), ("एक करोड़ बीस लाख", 12_000_000),
    ],
)  # fmt: skip
def test_numerals(text: str, value: float) -> None:
    tokens = plain(text).tokens
    found = count(tokens, 0, len(tokens), calendar())
    assert found is not None
    assert (found[0], found[2]) == (value, len(tokens))


@pytest.mark.parametrize(("name", "rows"), [("numbers.tsv", 230), ("numbers_aside.tsv", 60)])
def test_gold(name: str, rows: int, coder: Coder) -> None:
    found = gold(name)
    assert len(found) >= rows
    wrong = []
    for row in found:
        got = fields(told(row["sentence"], coder))
        if got != tuple(row[field] for field in FIELDS):
            wrong.append(f"{row['sentence']}: {got}")
    assert len(wrong) <= 0.05 * len(found), "\n".join(wrong)


def test_a_toll_belongs_to_one_act(coder: Coder) -> None:
    rows = gold("tolls.tsv")
    wrong = []
    for row in rows:
        acts = [e for e in coder.code(Document(id="", text=row["sentence"])) if e.type == row["type"]]
        got = [fields(e.numbers) for e in acts]
        if got != [tuple(row[field] for field in FIELDS)]:
            wrong.append(f"{row['sentence']} {row['type']}: {got}")
    assert len(wrong) <= 0.05 * len(rows), "\n".join(wrong)


def fields(found: Numbers | None) -> tuple[str, ...]:
    return tuple(str(getattr(found, field, None) or "") for field in FIELDS)


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("सैकड़ों छात्रों ने धरना दिया।", AtLeast(people="सैकड़ों")),
        ("हमले में 50 से ज्यादा लोग मारे गए।", AtLeast(killed="50 से ज्यादा")),
        ("कम से कम 20 लोग घायल हुए।", AtLeast(injured="कम से कम 20")),
        ("10-12 लोगों को हिरासत में लिया गया।", AtLeast(arrested="10-12")),
        ("दस से बारह आतंकी मारे गए।", AtLeast(killed="दस से बारह")),
        ("20 लोग मारे गए और दर्जनों घायल हुए।", AtLeast(injured="दर्जनों")),
        ("करीब 30 लोग मारे गए।", None),
    ],
)
def test_a_lower_bound_keeps_its_words(text: str, least: AtLeast | None, coder: Coder) -> None:
    found = told(text, coder)
    assert found is not None
    assert found.at_least == least


def test_a_record_without_bounds_is_of_plain_numbers(coder: Coder) -> None:
    found = told("हमले में 20 लोग मारे गए।", coder)
    assert msgspec.json.encode(found) == b'{"killed":20}'


WORDS = st.sampled_from(
    "तीन सौ हजार लाख सवा साढ़े पौने आधा दर्जन 12 1,200 10-12 लोग की मौत घायल ने और , समेत संख्या में से बढ़कर जिनमें".split()
)


@given(st.lists(WORDS, max_size=14))
def test_never_fails(words: list[str]) -> None:
    found = told(" ".join(words), shipped())
    assert found is None or any(getattr(found, field) is not None for field in FIELDS)
