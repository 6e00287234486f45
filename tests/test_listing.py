"""Feeds, sitemaps and section pages as lists of articles; what is in them to do harm is refused."""

import gzip

import pytest

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.listing import Kind, article_like, key, listing
from ghatna.read.patterns import patterns
from ghatna.read.source import read_bytes

HOME = "https://www.example.in/hindi/world"
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>अखबार</title>
<item><title>एक</title><link>https://example.in/a-1?utm_source=rss</link>
<pubDate>Fri, 06 Mar 2026 10:00:00 +0530</pubDate></item>
<item><title>दो</title><link>/b-2</link></item><item><title>बिना पते</title></item>
<item><title>एक फिर</title><link>https://EXAMPLE.in/a-1/#top</link></item></channel></rss>"""
MAP = """<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://example.in/a </loc><lastmod>2026-03-06T12:00:00+05:30</lastmod>
<news:news><news:publication_date>2026-03-06T10:00:00+05:30</news:publication_date><news:title>एक</news:title></news:news></url>
<url><loc>https://example.in/b</loc></url><url><lastmod>2026-03-06</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://example.in/today.xml.gz</loc><lastmod>2026-03-06</lastmod></sitemap></sitemapindex>"""


def listed(text: str | bytes, kind: Kind, **more: str) -> list[str]:
    raw = text.encode() if isinstance(text, str) else text
    return [one.url for one in listing(raw, HOME, kind, patterns(), **more).articles]


def test_a_feed() -> None:
    assert listed(RSS, "feed") == ["https://example.in/a-1?utm_source=rss", "https://www.example.in/b-2"]
    first = listing(RSS.encode(), HOME, "feed", patterns()).articles[0]
    assert first.published is not None and first.published.isoformat() == "2026-03-06T10:00:00+05:30"
    assert (first.title, first.updated) == ("एक", None)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("&lt;b&gt;सरकार&lt;/b&gt; ने कहा", "सरकार ने कहा"),
        ("<![CDATA[मंत्री बोले- &#8216;हां&#8217; &amp; गए]]>", "मंत्री बोले- ‘हां’ & गए"),
        ("<![CDATA[मंत्री बोले- &amp;#8216;हां&amp;#8217;]]>", "मंत्री बोले- ‘हां’"),
        ("5 &lt; 6 और 7 &gt; 3 है", "5 < 6 और 7 > 3 है"),
    ],
)
def test_markup_in_titles(title: str, shown: str) -> None:
    feed = f"<rss version='2.0'><channel><item><title>{title}</title><link>{HOME}a-1</link></item></channel></rss>"
    assert [one.title for one in listing(feed.encode(), HOME, "feed", patterns()).articles] == [shown]
    (document,) = read_bytes(feed.encode(), "x", patterns())
    assert isinstance(document, Document) and document.title == shown


def test_a_feed_without_news_is_one() -> None:
    assert listed('<rss version="2.0"><channel><title>अखबार</title></channel></rss>', "feed") == []


def test_a_feed_that_is_broken_off_gives_what_it_has() -> None:
    assert listed(RSS[: RSS.index("<item><title>बिना")], "feed")[:1] == ["https://example.in/a-1?utm_source=rss"]


@pytest.mark.parametrize("raw", [MAP.encode(), gzip.compress(MAP.encode()), MAP.encode("utf-8-sig")])
def test_a_sitemap(raw: bytes) -> None:
    assert listed(raw, "sitemap") == ["https://example.in/a", "https://example.in/b"]
    one = listing(raw, HOME, "sitemap", patterns()).articles[0]
    assert [t.hour for t in (one.published, one.updated) if t] == [10, 12]
    assert one.title == "एक"


def test_an_index_of_sitemaps() -> None:
    found = listing(INDEX.encode(), HOME, "sitemap", patterns())
    assert [one.url for one in found.maps] == ["https://example.in/today.xml.gz"]
    assert found.articles == ()


def test_a_section_page() -> None:
    links = (
        "/hindi/world",
        "/hindi",
        "/hindi/world/a-long-title-of-news",
        "story/123456.html",
        "https://m.example.in/articles/c4g8z0x9xg1o",
        "https://other.in/a-long-title-of-news",
        "/hindi/contact",
        "mailto:x@example.in",
        "javascript:void(0)",
        "http://[",
        "/photo-of-the-news-today.jpg",
        "/topic/a-long-title-of-news",
    )
    page = "<html><body>" + "".join(f'<a href="{u}">खबर</a>' for u in (*links, *links)) + "</body></html>"
    assert listed(page, "section") == [
        "https://www.example.in/hindi/world/a-long-title-of-news",
        "https://www.example.in/hindi/story/123456.html",
        "https://m.example.in/articles/c4g8z0x9xg1o",
    ]
    assert listed(page, "section", articles=r"/hindi/con") == ["https://www.example.in/hindi/contact"]


def test_addresses_of_articles() -> None:
    assert not article_like("https://badexample.in/a-b-c-d-e", "https://example.in/")
    assert not article_like("https://example.in:8080/a-b-c-d-e", "https://example.in/")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTTPS://Example.IN:443/a/?utm_source=x&id=5#top", "https://example.in/a?id=5"),
        ("https://example.in", "https://example.in/"),
        ("https://example.in/खबर", "https://example.in/%E0%A4%96%E0%A4%AC%E0%A4%B0"),
        ("https://example.in/a?fbclid=1&ref=home", "https://example.in/a"),
    ],
)
def test_addresses_that_are_the_same(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.in/a?id=1", "https://example.in/a?id=2"),
        ("https://example.in/a?eid=1", "https://example.in/a?eid=2"),
        ("https://example.in/a", "https://example.in/A"),
        ("https://example.in/a", "https://hindi.example.in/a"),
    ],
)
def test_addresses_that_differ(one: str, other: str) -> None:
    assert key(one) != key(other)


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "हा"><!ENTITY b "&a;&a;&a;&a;">]>'
    "<rss version='2.0'><channel><item><title>&b;</title><link>https://example.in/a-1</link></item></channel></rss>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    "<urlset><url><loc>https://example.in/&f;</loc></url></urlset>"
)
DEEP = "<rss version='2.0'><channel>" + "<a>" * 5000


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
@pytest.mark.parametrize(("text", "why"), [(LAUGHS, "entities"), (OUTSIDE, "entities"), (DEEP, "nested deeper")])
def test_xml_that_does_harm(kind: Kind, text: str, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        listed(text, kind)


def test_entities_in_another_encoding() -> None:
    with pytest.raises(ReadError, match="entities"):
        listed(OUTSIDE.encode("utf-16"), "sitemap")


def test_a_packed_sitemap_that_unpacks_without_end() -> None:
    with pytest.raises(ReadError, match="larger than 1 MB"):
        listing(gzip.compress(b" " * 9_000_000), HOME, "sitemap", patterns(), size=1_000_000)


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
@pytest.mark.parametrize("text", ["<html><body>नहीं मिला</body></html>", "खबर", "{}", "\0\0"])
def test_what_is_no_list(kind: Kind, text: str) -> None:
    with pytest.raises(ReadError, match=r"not a|not text|not readable"):
        listed(text, kind)
