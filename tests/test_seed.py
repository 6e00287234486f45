"""The first article of the project, from bytes to events. It is for evaluation only: skipped where it is absent."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec
import pytest

from ghatna.model import Document, Entity, Event
from ghatna.pipeline import Coder
from ghatna.read import read
from known import case

SEED = Path(__file__).parents[2] / "shared" / "seed" / "000_6c7c41e83eceb362.txt"
pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="the seed article is not here")


class Row(msgspec.Struct, frozen=True):
    """An act that must be coded: `words` stand in its sentence, `trigger` in its trigger."""

    words: str
    trigger: str
    type: str
    actors: frozenset[str]
    recipients: frozenset[str] = frozenset()
    days: tuple[date, ...] = ()
    mode: str | None = None
    thousands: bool = False


def both(*codes: str) -> frozenset[str]:
    return frozenset(codes)


NOVEMBER = (date(2024, 11, 29), date(2024, 11, 30))
TABLE = {
    "meeting of Kim and Belousov": Row("हमेशा समर्थन", "बैठक", "CONSULT", both("PRK", "RUS"), days=NOVEMBER),
    "commitment to support Russia": Row("हमेशा समर्थन", "प्रतिबद्धता जताई", "AGREE", both("PRK"), both("RUS")),
    "delegation arrives in North Korea": Row(
        "सैन्य प्रतिनिधिमंडल", "पहुंचा", "CONSULT", both("RUS"), both("PRK"), NOVEMBER[:1], "visit"
    ),
    "agreement to deepen the partnership": Row("दोनों पक्षों ने", "सहमति", "AGREE", both("PRK", "RUS")),
    "supports Russia's policy on sovereignty": Row("साम्राज्यवादी", "समर्थन", "SUPPORT", both("PRK"), both("RUS")),
    "will work together": Row("एकजुट होकर", "काम करेंगे", "AGREE", both("PRK", "RUS")),
    "sent thousands of troops": Row("हजारों सैन्य बल", "भेजे", "AID", both("PRK"), both("RUS"), thousands=True),
    "supported the invasion": Row("आक्रमण का समर्थन", "समर्थन", "SUPPORT", both("PRK"), both("RUS")),
    "promise to go on supporting its steps": Row("कदमों का", "प्रतिबद्धता जताई", "AGREE", both("PRK"), both("RUS")),
}


@pytest.fixture(scope="module")
def document() -> Document:
    (found,) = read(SEED)
    return found


@pytest.fixture(scope="module")
def events(document: Document, coder: Coder) -> list[Event]:
    return coder.code(document)


def codes(entities: Sequence[Entity]) -> frozenset[str]:
    return frozenset(e.country for e in entities if e.country)


def told(event: Event) -> str:
    return (
        f"{sorted(codes(event.actors))} {event.type} {sorted(codes(event.recipients))} <{event.trigger}> {event.date}"
    )


def fits(row: Row, event: Event) -> bool:
    """Whether an event is the act of a row, whatever its parties are."""
    plain = event.sentence.replace('"', "")
    return event.type == row.type and row.words in plain and row.trigger in event.trigger


@pytest.mark.parametrize("row", [case(f"seed::{words}", row) for words, row in TABLE.items()])
def test_row(row: Row, events: list[Event]) -> None:
    found = [event for event in events if fits(row, event)]
    assert len(found) == 1, [told(event) for event in events if row.words in event.sentence.replace('"', "")]
    (event,) = found
    assert (codes(event.actors), codes(event.recipients)) == (row.actors, row.recipients), told(event)
    assert not row.days or event.date in row.days
    assert row.mode is None or event.mode == row.mode
    assert not row.thousands or (event.numbers is not None and (event.numbers.people or 0) >= 1000)
    assert event.frame


@pytest.mark.parametrize("row", [case("seed::no other event of the body is coded", None)])
def test_nothing_else(row: None, events: list[Event]) -> None:
    assert [told(e) for e in events if not any(fits(row, e) for row in TABLE.values())] == []


def test_what_is_no_news_is_not_coded(document: Document, events: list[Event]) -> None:
    assert document.byline == "Tanuja"
    assert document.updated is not None
    assert document.updated.isoformat() == "2024-11-30T11:26:00+05:30"
    assert len(document.links) == 2
    assert len({event.trigger + event.sentence for event in events}) == len(events)
    for event in events:
        assert document.text[event.start : event.end] == event.trigger
