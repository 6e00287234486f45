"""When: the gold tables, and what they cannot show (background years, no day of publication, zones, odd input)."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghatna.model import Document, Sentence, Tagged, When
from ghatna.parse.tag import tag
from ghatna.pipeline import coder
from ghatna.resolve.event import day
from ghatna.resolve.time import Times
from plain import gold

PUBLISHED = date(2024, 11, 20)


def tagged(text: str) -> Tagged:
    return tag(Sentence(text, 0), coder().hindi)


def told(text: str, published: date | None = PUBLISHED, tense: str = "past") -> When | None:
    words = tagged(text)
    times = Times.read(words, coder().lexicon.calendar)
    ahead = any(t.norm in ("रहे", "वाले") for t in words.tokens[-3:])
    return times.when(0, len(words.tokens), published=published, tense=tense, ahead=ahead, done=tense == "past")


def background(text: str, published: date | None = PUBLISHED) -> bool:
    words = tagged(text)
    return Times.read(words, coder().lexicon.calendar).historical(0, len(words.tokens), published=published)


@pytest.mark.parametrize(("table", "least"), [("times.tsv", 320), ("times_aside.tsv", 80)])
def test_gold(table: str, least: int) -> None:
    rows = gold(table)
    assert len(rows) >= least
    wrong = []
    for row in rows:
        found = told(row["sentence"], date.fromisoformat(row["published"]), row["tense"])
        assert found is not None
        if (str(found.date), found.precision, found.text or "") != (row["date"], row["precision"], row["text"]):
            wrong.append(f"{row['sentence']}: {found}, expected {row['date']} {row['precision']} {row['text']}")
    assert len(wrong) <= 0.03 * len(rows), "\n".join(wrong)


@pytest.mark.parametrize(("table", "least"), [("dated.tsv", 120), ("dated_aside.tsv", 18)])
def test_articles(table: str, least: int) -> None:
    """Acts of whole articles: days told in one sentence and counted from in the next, days of other acts."""
    acts, wrong = 0, []
    for row in gold(table):
        found = coder().code(Document(id="a", text=row["text"], published=datetime.fromisoformat(row["published"])))
        for act in row["acts"].split(";"):
            words, _, expected = act.partition("=")
            event = next((e for e in found if e.trigger == words), next((e for e in found if words in e.trigger), None))
            acts += 1
            if event is None or f"{event.date} {event.date_precision}" != expected:
                wrong.append(f"{row['text']}: {act}, found {event and (event.date, event.date_precision)}")
    assert acts >= least
    assert len(wrong) <= 0.06 * acts, "\n".join(wrong)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2024, 11, 20, 20, 0, tzinfo=UTC), date(2024, 11, 21)),
        (datetime(2024, 11, 20, 10, 0, tzinfo=UTC), date(2024, 11, 20)),
        (datetime(2024, 11, 20, 1, 0, tzinfo=timezone(timedelta(hours=5, minutes=45))), date(2024, 11, 20)),
        (datetime(2024, 11, 20, 23, 0, tzinfo=timezone(timedelta(hours=-5))), date(2024, 11, 20)),
        (datetime(2024, 11, 20, 23, 59), date(2024, 11, 20)),
    ],
)
def test_day_of_the_zone(moment: datetime, expected: date) -> None:
    assert day(moment) == expected


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
    (
        "शनिवार रविवार को कल 12 31 मार्च 2024 , - ( ) दिन पहले बाद पिछले अगले साल महीने की के तारीख तक से लाख करोड़ 99 डेढ़ भर "
        "उसी इसके इससे अंत शुरुआत दूसरे सप्ताह तिमाही दशक 90 हमले में और रात होने वाली"
    ).split()
)


@given(st.lists(WORDS, max_size=12), st.sampled_from(["past", "pres", "fut", ""]))
def test_never_fails(words: list[str], tense: str) -> None:
    found = told(" ".join(words), tense=tense)
    assert found is not None
    assert found.text is None or found.text in " ".join(words)
