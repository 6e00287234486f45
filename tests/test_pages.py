"""Pages in the markup styles of the Hindi press, written for this project: what is read from each lies beside it."""

import json
import re
from collections import Counter
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read import read
from ghatna.read.patterns import patterns
from ghatna.read.source import read_bytes

PAGES = sorted(
    p for p in (Path(__file__).parent / "pages").glob("*.json") if "body" in json.loads(p.read_text("utf-8"))
)
WORD = re.compile(r"[\w\u0900-\u0963]+")
ENOUGH = 0.95


def f1(found: str, wanted: str) -> float:
    """Agreement of two texts in words, counting each as often as it stands there."""
    a, b = Counter(WORD.findall(found)), Counter(WORD.findall(wanted))
    return 2 * (a & b).total() / (a.total() + b.total())


def test_there_are_pages_of_many_styles() -> None:
    assert len(PAGES) >= 25


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_page(page: Path) -> None:
    (document,) = read(page.with_suffix(".html"))
    wanted = json.loads(page.read_text("utf-8"))
    body = "\n".join(wanted.pop("body"))
    found = json.loads(msgspec.json.encode(document))
    for time in ("published", "updated"):
        if wanted.get(time) is not None:
            instant = datetime.fromisoformat(wanted.pop(time))
            assert (getattr(document, time), time) == (instant, time)
    assert {key: found[key] for key in wanted} == wanted
    assert f1(document.body, body) >= ENOUGH, document.body
    assert document.text.startswith(document.title) and document.headline_end == len(document.title)


def test_what_was_cut_is_kept() -> None:
    found: dict[str, Document] = {page.stem: next(read(page.with_suffix(".html"))) for page in PAGES}
    assert any("खाता खोलने" in piece for piece in found["nested-adverts"].cut)
    assert any("99 रुपये" in piece for piece in found["paywall-stub"].cut)
    assert any("डाउनलोड" in piece for piece in found["css-modules"].cut)
    assert any("COMMERCIAL BREAK" in piece for piece in found["commercial-break"].cut)


def test_dates_and_authors_of_other_things_are_not_those_of_the_article() -> None:
    text = "राज्य सरकार ने बाढ़ से प्रभावित जिलों के लिए राहत पैकेज का ऐलान किया और केंद्र से मदद मांगी।"
    page = f"""<div class="today-date">गुरुवार, 26 नवंबर 2026</div><h1>बाढ़ राहत के लिए पैकेज का ऐलान</h1>
        <span class="date">3 मार्च 2025, 10:00</span><div class="story-content"><p>{text}</p><p>{text[::-1]}</p></div>
        <aside><span class="author">गलत आदमी</span></aside>
        <div class="related-news"><a href="/1">दूसरी खबर का शीर्षक यहां</a><span class="author">गलत लेखक</span></div>"""
    (d,) = read_bytes(f"<html><body>{page}</body></html>".encode(), "x", patterns())
    assert isinstance(d, Document) and d.byline == ""
    assert str(d.published) == "2025-03-03 10:00:00+05:30"


LONG = "राज्य सरकार ने बाढ़ से प्रभावित जिलों के लिए राहत पैकेज का ऐलान किया और केंद्र से मदद मांगी।"
AFTER = "मुख्यमंत्री ने जिलाधिकारियों के साथ बैठक की और उन्हें लोगों को शिविरों में पहुंचाने का निर्देश दिया।"


def shown(inside: str) -> Document:
    (d,) = read_bytes(
        f"<html><body><h1>बाढ़ राहत के लिए पैकेज का ऐलान</h1>{inside}</body></html>".encode(), "x", patterns()
    )
    assert isinstance(d, Document)
    return d


def test_what_stands_between_headline_and_author() -> None:
    by = "<div class='author'>रवि कुमार</div>"
    text = f"<div class='text-x'><p>{LONG}</p><p>{AFTER}</p></div>"
    d = shown(f"<p>बारह जिलों के लिए तीन सौ करोड़ रुपये</p>{by}{text}")
    assert (d.subtitle, d.byline, d.body) == ("बारह जिलों के लिए तीन सौ करोड़ रुपये", "रवि कुमार", f"{LONG}\n{AFTER}")
    # Without an author behind it, under a picture, or with another paragraph, it is the text.
    assert shown(text).subtitle == ""
    assert shown(f"{by}{text}").subtitle == ""
    assert shown(f"<p>{LONG}</p><p>{AFTER}</p>{by}").subtitle == ""
    assert shown(f"<img src=x><p>बाढ़ के पानी में डूबा हुआ गांव का रास्ता</p>{by}{text}").subtitle == ""


def test_times_of_other_articles_are_not_the_articles() -> None:
    text = f"<div class='story-content'><p>{LONG}</p><p>{AFTER}</p></div>"
    assert str(shown(f"{text}<p>Updated on: 6 Mar 2026 07:05 am</p>").updated) == "2026-03-06 07:05:00+05:30"
    cards = "".join(f"<div><b>दूसरा शीर्षक</b><i>Updated on: {n} Mar 2026 07:05 am</i></div>" for n in range(2, 6))
    assert shown(f"{text}<div>{cards}</div>").updated is None


def test_who_took_a_picture_is_no_line_of_the_text() -> None:
    d = shown(f"<div class='story-content'><p>{LONG}</p><p>(रवि कुमार)</p><p>3/7</p><p>{AFTER}</p></div>")
    assert d.body == f"{LONG}\n{AFTER}"


def test_what_is_said_in_large_letters_is_said_once() -> None:
    said = "हम यह फैसला किसी हाल में नहीं मानेंगे।"
    d = shown(f"<div class='story-content'><p>{LONG} उन्होंने कहा, ‘{said}’</p><div>{said}</div><p>{AFTER}</p></div>")
    assert d.body.count(said) == 1
    assert shown(f"<div class='story-content'><p>{LONG}</p><p>{said}</p><p>{AFTER}</p></div>").body.count(said) == 1


SENTENCE = "सरकार ने बाढ़ प्रभावित लोगों को मदद देने का फैसला किया और राहत शिविर खोले।"
PIECES = [
    "<h1>",
    "</h1>",
    "<h1 class='title'>सरकार देगी मदद</h1>",
    "<h2>",
    "</h2>",
    "<article>",
    "</article>",
    "<div class='related'>",
    "</div>",
    "<div class='next-story' data-url='http://['>",
    "<p>",
    "</p>",
    f"<p>{SENTENCE}</p>",
    SENTENCE,
    "<table><tr><td>",
    "</table>",
    "<br>",
    "<a href='http://[x'>",
    "<a href='/x'>यह भी पढ़ें: दूसरी खबर का शीर्षक</a>",
    "</a>",
    "&#1;",
    "&#xb;",
    "&amp;#1;",
    "<aside>",
    "</aside>",
    "<time datetime='x'>",
    "<span class='byline author'>By रवि</span>",
    "<figure><figcaption>",
    "</figure>",
    "<form>",
    "<ul class='tags'><li>",
    "<!-- x -->",
    "<?php x ?>",
    "<amp-ad>",
    "</amp-ad>",
    "<svg><title>",
    "<p itemprop='articleBody'>",
    "<span style='display:none'>",
    "<script type='application/ld+json'>",
    "</script>",
    '{"@type":"NewsArticle","author":[{"@id":"a"}],"url":5,"keywords":[1]}',
    "<title>",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_page_is_a_document_or_an_error(pieces: list[str]) -> None:
    page = "<html><body>" + "".join(pieces)
    for found in read_bytes(page.encode(), "x", patterns(), url="https://example.org/a"):
        assert isinstance(found, Document | ReadError)
