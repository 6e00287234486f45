"""Pages and feeds: frozen pages give exactly the document beside them."""

import json
from pathlib import Path

import msgspec
import pytest

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read import read
from ghatna.read.patterns import patterns
from ghatna.read.source import read_bytes

ROOT = Path(__file__).parent.parent
WHOLE = ("adverts", "meta-only", "page-and-article")
PAGES = [ROOT / "tests" / "pages" / f"{name}.json" for name in WHOLE]
"""What pages must give in every field; the page lies beside it, or is an example of that name."""
ITEM = "<item><title>{}</title><link>https://example.org/{}</link>{}</item>"
BODY = "भारत ने नेपाल को राहत सामग्री भेजी और दोनों देशों ने समझौते पर हस्ताक्षर किए।"


def found(raw: bytes | str) -> list[Document | ReadError]:
    return list(read_bytes(raw.encode() if isinstance(raw, str) else raw, "x", patterns()))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_frozen_page(page: Path) -> None:
    beside = page.with_suffix(".html")
    (document,) = read(beside if beside.is_file() else ROOT / "examples" / f"page-{page.stem}.html")
    expected = json.loads(page.read_text("utf-8"))
    assert {k: v for k, v in json.loads(msgspec.json.encode(document)).items() if v} == expected
    assert document.text[: document.headline_end] == document.title


def test_example_pages_have_nothing_but_their_articles() -> None:
    (page,) = read(ROOT / "examples" / "page-adverts.html")
    for foreign in ("छूट", "बर्फबारी", "बैडमिंटन", "बिकवाली", "आंधी", "फिल्म", "पाठक", "Tags", "पाकिस्तान"):
        assert foreign not in page.text
    assert len(page.links) == 5 and page.published is not None and page.published.utcoffset() is not None


def test_page_without_title_tags() -> None:
    (d,) = found(f"<html><body><p>{BODY}</p><p>{BODY[::-1]}</p></body></html>")
    assert isinstance(d, Document) and d.title == "" and d.text.startswith(BODY)


def test_page_in_another_encoding() -> None:
    page = f'<html><head><meta charset="utf-16"></head><body><p>{BODY}</p><p>{BODY} फिर।</p></body></html>'
    (d,) = found(page.encode("utf-16"))
    assert isinstance(d, Document) and BODY in d.text
    entities = "".join(f"&#{ord(c)};" for c in BODY)
    old = f'<html><head><meta charset="windows-1252"></head><body><p>\x93{entities}\x94</p></body></html>'
    (d,) = found(old.encode("latin-1"))
    assert isinstance(d, Document) and BODY in d.text and "“" in d.text


def test_feed_items_are_documents() -> None:
    items = list(read(ROOT / "examples" / "feed.xml"))
    assert len(items) == 3 and len({d.id for d in items}) == 3
    first, second, third = items
    assert (first.byline, first.dateline, first.outlet) == ("हरीश बिष्ट", "मेरठ", "लोकवाणी")
    assert first.updated is None and str(first.published) == "2025-11-17 18:25:00+05:30"
    assert second.agency == "एएफपी" and second.links[0].text.startswith("पाकिस्तान में पेट्रोल")
    assert third.url == "https://example.org/lokvani/gaza-rahat"


def test_atom() -> None:
    (d,) = found(
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>पत्र</title>'
        "<entry><title>शीर्षक यहां</title>"
        '<link href="https://example.org/1"/><updated>2025-01-02T03:04:05Z</updated>'
        f'<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>'
    )
    assert isinstance(d, Document) and d.text == f"शीर्षक यहां\n{BODY}" and d.outlet == "पत्र"
    assert str(d.updated) == "2025-01-02 03:04:05+00:00" and d.published is None


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_feed_in_another_encoding(encoding: str) -> None:
    feed = f'<?xml version="1.0" encoding="{encoding}"?><rss><channel>{ITEM.format("शीर्षक", 1, BODY)}</channel></rss>'
    feed = feed.replace(BODY, f"<description>{BODY}</description>")
    (d,) = found(feed.encode(encoding))
    assert isinstance(d, Document) and BODY in d.text


def test_feed_with_references_in_windows_1252() -> None:
    entities = "".join(f"&#x{ord(c):x};" for c in BODY)
    feed = f"<rss><channel><item><title>\x93{entities}\x94</title></item></channel></rss>"
    feed = f'<?xml version="1.0" encoding="windows-1252"?>{feed}'
    (d,) = found(feed.encode("latin-1"))
    assert isinstance(d, Document) and d.text == f"“{BODY}”"


def test_one_bad_item_does_not_stop_the_feed() -> None:
    feed = "<rss><channel>" + ITEM.format("Only English here", 1, "") + ITEM.format(BODY, 2, "") + "</channel></rss>"
    bad, good = found(feed)
    assert isinstance(bad, ReadError) and bad.where == "x#1" and isinstance(good, Document)
    (empty,) = found("<rss><channel></channel></rss>")
    assert isinstance(empty, ReadError) and "no items" in empty.problem


def test_feed_items_lose_what_is_not_news() -> None:
    html = f"<p>{BODY}</p><p><a href='https://example.org/2'>बिजली के दाम में भारी बढ़ोतरी</a></p><p>{BODY[::-1]}</p>"
    item = "<item><title>शीर्षक यहां</title><link>https://www.jagran.com/1</link><category>नेपाल</category>"
    item += f"<description><![CDATA[{html}<div class='share'>शेयर करें</div>]]></description></item>"
    (d,) = found(f"<rss><channel><title>पत्र</title>{item}</channel></rss>")
    assert isinstance(d, Document) and d.body == f"{BODY}\n{BODY[::-1]}"
    assert d.outlet == "दैनिक जागरण" and d.tags == ("नेपाल",) and d.cut == ("शेयर करें",)
    assert [(link.text, link.url) for link in d.links] == [("बिजली के दाम में भारी बढ़ोतरी", "https://example.org/2")]
