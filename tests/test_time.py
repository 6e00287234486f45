"""When: the gold table, and what it cannot show (background years, no day of publication, odd input)."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghatna.lexicon.calendar import Calendar
from ghatna.lexicon.tables import SHIPPED
from ghatna.model import When
from ghatna.resolve.time import historical, when
from plain import gold, plain, spelling

PUBLISHED = date(2024, 11, 20)


@cache
def calendar() -> Calendar:
    return Calendar.load((SHIPPED,), spelling())


def told(text: str, published: date | None = PUBLISHED, tense: str = "past") -> When | None:
    tagged = plain(text)
    return when(tagged, 0, len(tagged.tokens), published=published, tense=tense, calendar=calendar())


def background(text: str, published: date | None = PUBLISHED) -> bool:
    tagged = plain(text)
    return historical(tagged, 0, len(tagged.tokens), published=published, calendar=calendar())


def test_gold() -> None:
    rows = gold("times.tsv")
    assert len(rows) >= 120
    wrong = []
    for row in rows:
        found = told(row["sentence"], date.fromisoformat(row["published"]), row["tense"])
        assert found is not None
        if (str(found.date), found.precision) != (row["date"], row["precision"]):
            wrong.append(f"{row['sentence']}: {found.date} {found.precision}, expected {row['date']}")
    assert len(wrong) <= 0.05 * len(rows), "\n".join(wrong)


def test_text_is_the_words() -> None:
    assert told("सेना ने बीते सोमवार की शाम को हमला किया") == When(date(2024, 11, 18), "day", "बीते सोमवार की शाम")


def test_without_a_day_of_publication_only_full_dates_resolve() -> None:
    assert told("सेना ने शनिवार को हमला किया", None) is None
    assert told("12 मार्च को हमला हुआ", None) is None
    assert told("12 मार्च 2024 को हमला हुआ", None) == When(date(2024, 3, 12), "day", "12 मार्च 2024")


@pytest.mark.parametrize(
    "text",
    [
        "1984 के दंगों में हजारों लोग मारे गए थे",
        "वर्ष 1992 में ढांचा गिराया गया",
        "2008 के मुंबई हमलों में 166 लोगों की जान गई",
        "पिछले साल दोनों देशों ने व्यापार रोका था",
        "अगस्त 2019 में राज्य का दर्जा छीना गया था",
        "दो साल पहले दोनों में झड़प हुई थी",
        "हमले की बरसी पर नेता ने बताया था",
    ],
)
def test_background(text: str) -> None:
    assert background(text)


@pytest.mark.parametrize(
    "text",
    [
        "2015 के परमाणु करार की ईरान ने निंदा की",
        "2002 के दंगों के आरोपी को बरी किया गया",
        "1984 के दंगों के मामले में नेता को दोषी ठहराया गया",
        "शनिवार को सेना ने हमला किया",
        "2024 में समझौता हुआ",
        "हमले की बरसी पर छात्रों ने प्रदर्शन किया",
        "2014 से प्रतिबंध जारी है",
        "2030 में चुनाव होंगे",
    ],
)
def test_not_background(text: str) -> None:
    assert not background(text)


def test_background_without_a_day_of_publication() -> None:
    assert background("2005 में संगठन ने हथियार नष्ट किए थे", None)
    assert background("1971 में युद्ध छिड़ा", None)
    assert not background("2023 में दोनों ने समझौता किया", None)


WORDS = st.sampled_from(
    "शनिवार को कल 12 31 मार्च 2024 , - दिन पहले बाद पिछले अगले साल महीने की तारीख तक से लाख करोड़ 99 डेढ़ भर".split()
)


@given(st.lists(WORDS, max_size=12), st.sampled_from(["past", "pres", "fut", ""]))
def test_never_fails(words: list[str], tense: str) -> None:
    found = told(" ".join(words), tense=tense)
    assert found is not None
    assert found.text is None or found.text in " ".join(words)
