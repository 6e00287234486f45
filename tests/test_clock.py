"""Times of publication in twelve hours, in every form and at every place where pages write them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from ghatna.model import Document
from ghatna.read.patterns import patterns
from ghatna.read.source import read_bytes
from ghatna.read.times import exact, parse

INDIA = timezone(timedelta(hours=5.5))
# With {c} the hour and minutes in twelve hours, {z} the same with a leading zero, {h} AM or PM, {w} its word in Hindi.
FORMS = (
    *("Sat, 14 Feb 2026, {z} {h}", "Sat, 14 Feb 2026 {z} {h}", "Sat, 14 Feb 2026 {z}:00 {h}", "14 Feb 2026 {z}:07 {h}"),
    *("Sat, 14 Feb 2026 {z}:00 {h} IST", "Saturday, February 14, 2026 {c}:00 {h}", "Feb 14, 2026, {z} {h} IST"),
    *("14 Feb 2026 {z} {h} (IST)", "14 Feb 2026, {z}{h}", "14 Feb 2026 | {c} {h}", "14-Feb-2026 {z} {h}"),
    *("14-Feb-26 {z} {h}", "14 Feb'26, {c} {h}", "{z} {h}, 14 Feb 2026",),
    *("{z} {h} IST 14 February 2026", "{c} {h} - 14 Feb 2026", "14 Feb 2026 -{z} {h}", "14/02/2026 {z} {h}"),
    *("02/14/2026 {c}:45 {h}", "14.02.2026 {z} {h}"),
    *("2026/02/14 {z} {h}", "2026-02-14 {z} {h}", "2026-02-14 {z}:00 {h}", "2026-02-14T{z}:00 {h}"),
    *("2026-02-14 {z}:00.123 {h} IST", "February 14, 2026 at {c} {h} GMT+5:30", "Feb 14, 2026 {c} {h} +0530"),
    *("14 फ़रवरी 2026 {c} {h} भारतीय समयानुसार",),
    *("14 फरवरी 2026, {c} {w}", "14 फरवरी 2026, {w} {c}", "14 फरवरी 2026, {w} {c} बजे", "14 फरवरी 2026 को {w} {c} बजे"),
    *("{w} {c} बजे, 14 फरवरी 2026", "शनिवार, 14 फरवरी, 2026, {z} {w} IST", "14 फरवरी 2026 {w} {c} IST (भारतीय समय)"),
)  # fmt: skip
HALVES = (
    *(("AM", "PM"), ("am", "pm"), ("a.m.", "p.m."), ("A.M", "P.M"), ("a. m.", "p. m.")),
    *(("पूर्वाह्न", "अपराह्न"), ("पूर्वान्ह", "अपरान्ह"), ("एएम", "पीएम"), ("ए.एम.", "पी.एम.")),
)
MINUTES = 26


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("halves", HALVES)
def test_every_hour_of_the_day(form: str, halves: tuple[str, str]) -> None:
    for hour in range(24):
        c, half = f"{hour % 12 or 12}:{MINUTES}", halves[hour // 12]
        text = form.format(c=c, z=c.rjust(5, "0"), h=half, w=half)
        for said in (text, text.translate(str.maketrans("0123456789", "०१२३४५६७८९"))):
            assert (parse(said, patterns()), said) == (datetime(2026, 2, 14, hour, MINUTES, tzinfo=INDIA), said)


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("सुबह 7:30", "07:30"),
        ("प्रातः 7:30 बजे", "07:30"),
        ("सवेरे 7:30 बजे", "07:30"),
        ("तड़के 4:30 बजे", "04:30"),
        ("दोपहर 11:50 बजे", "11:50"),
        ("दोपहर 12:30 बजे", "12:30"),
        ("दोपहर बाद 3:30 बजे", "15:30"),
        ("शाम 5:30 बजे", "17:30"),
        ("शाम 5.30 बजे", "17:30"),
        ("शाम 05:30 PM", "17:30"),
        ("सांय 5:30", "17:30"),
        ("सायंकाल 5:30", "17:30"),
        ("रात 9:30 बजे", "21:30"),
        ("रात 12:10 बजे", "00:10"),
        ("रात 2:10 बजे", "02:10"),
        ("शाम 5 बजे", "17:00"),
        ("शाम 5 बजकर 30 मिनट", "17:30"),
        ("5 PM", "17:00"),
        ("12AM IST", "00:00"),
        ("17:30 PM", "17:30"),
        ("17:30 hrs", "17:30"),
        ("17:30", "17:30"),
    ],
)
def test_words_and_hours_alone(said: str, time: str) -> None:
    wanted = datetime.fromisoformat(f"2026-02-14T{time}+05:30")
    assert parse(f"14 फरवरी 2026, {said}", patterns()) == wanted
    assert parse(f"{said}, 14 Feb 2026", patterns()) == wanted


def test_zones() -> None:
    def read(text: str) -> str | None:
        found = parse(text, patterns())
        return found.astimezone(UTC).isoformat() if found else None

    assert (
        read("Sat, 14 Feb 2026 17:30:00 +0530") == read("Sat, 14 Feb 2026 12:00:00 GMT") == "2026-02-14T12:00:00+00:00"
    )
    assert read("Sat, 14 Feb 2026 05:30:00 PM GMT") == "2026-02-14T17:30:00+00:00"
    assert read("Sat, 14 Feb 2026 17:30:00 EST") == "2026-02-14T22:30:00+00:00"
    assert read("Sat Feb 14 17:30:00 IST 2026") == "2026-02-14T12:00:00+00:00"
    assert read("14 Feb 2026 5:30 PM +19:30") is None


@pytest.mark.parametrize("said", ["14 Feb 26", "5 PM", "14 फरवरी 2026 शाम की बैठक", "14 Feb 2026 25:10 PM", "2026"])
def test_what_is_no_time(said: str) -> None:
    assert parse(said, patterns()) is None


def test_the_time_that_knows_its_hour() -> None:
    day, hour = datetime(2026, 2, 14, tzinfo=INDIA), datetime(2026, 2, 14, 17, 30, tzinfo=INDIA)
    assert exact(day, None, hour) == hour and exact(None, day, hour) == hour
    assert exact(hour, day) == hour and exact(day, hour + timedelta(days=1)) == day
    assert exact(None, None) is None


SAID = "राज्य सरकार ने बाढ़ से प्रभावित जिलों के लिए राहत पैकेज का ऐलान किया और केंद्र से मदद मांगी।"
HEAD = "<h1>बाढ़ राहत के लिए पैकेज का ऐलान</h1>"
TEXT = f"<div class='story-content'><p>{SAID}</p><p>मुख्यमंत्री ने अधिकारियों से मुलाकात की। {SAID}</p></div>"
PLACES = {
    "marked": HEAD + "<span class='date'>{day}, {time}</span>" + TEXT,
    "labelled": HEAD + "<p>प्रकाशित: {day}, {time}</p>" + TEXT,
    "below the name": HEAD + "<div>By रवि कुमार | Published: {day}, {time}</div>" + TEXT,
    "a time of its own": HEAD + "<time datetime='{day}, {time}'>कल</time>" + TEXT,
    "a time that has only the day": HEAD + "<time datetime='2026-02-14'>{day}, {time}</time>" + TEXT,
    "two elements": HEAD + "<span class='date'>{day}</span> <span>{time}</span>" + TEXT,
    "a tag": "<meta property='article:published_time' content='{day}, {time}'>" + HEAD + TEXT,
    "a tag that has only the day": "<meta name='date' content='2026-02-14'>"
    + HEAD
    + "<div class='date'>{day}, {time}</div>"
    + TEXT,
    "JSON-LD": '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"{day}, {time}"}</script>'
    + HEAD
    + TEXT,
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("day", ["Sat, 14 Feb 2026", "14 फरवरी 2026", "14/02/2026"])
@pytest.mark.parametrize("time", ["05:30 PM", "5:30 अपराह्न", "शाम 5:30 बजे", "05:30 pm IST", "05:30:00 PM"])
def test_at_every_place_of_a_page(place: str, day: str, time: str) -> None:
    page = PLACES[place].replace("{day}", day).replace("{time}", time)
    (d,) = read_bytes(f"<html><body>{page}</body></html>".encode(), "x", patterns())
    assert isinstance(d, Document) and d.published == datetime(2026, 2, 14, 17, 30, tzinfo=INDIA)
