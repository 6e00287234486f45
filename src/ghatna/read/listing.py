"""What lists articles — feeds, sitemaps, section pages — → addresses with their times."""

import io
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import feedparser
import httpx
import lxml.html
from lxml import etree
from msgspec import Struct

from ghatna.errors import ReadError
from ghatna.read.decode import decode
from ghatna.read.fetch import unzipped
from ghatna.read.patterns import Patterns
from ghatna.read.safe import authority
from ghatna.read.times import parse

Kind = Literal["feed", "sitemap", "section"]
# Parameters that tell where a reader came from and change nothing on the page. Others may be the article's number.
TRACKING = re.compile(r"(?:utm|mc|pk|itm|at)_.*|[a-z]{1,3}clid|igshid|ref|ref_src|cmp|ocid|xtor|_ga", re.IGNORECASE)
DECLARATION = re.compile(r"^\s*(?:<\?xml[^>]*\?>)?\s*")
SUBSET = re.compile(r"<!DOCTYPE[^>\[]*\[|<!ENTITY", re.IGNORECASE)
CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
TAG = re.compile(r"<(/?)([A-Za-z_][\w:.-]*)[^<>]*?(/?)>")
VOID = ("br", "img", "hr", "input", "meta", "link", "area", "source", "wbr")
DEEPEST = 200
HEAD = 2048
MOST = 1000
"""Articles taken from one listing, and sitemaps from one index."""
FILES = re.compile(r"\.(?:css|js|json|xml|rss|png|jpe?g|gif|svg|webp|pdf|mp[34]|m3u8|zip|apk)$", re.IGNORECASE)
NUMBER = re.compile(r"\d{5,}")
MIXED = re.compile(r"(?=[^/]*\d)(?=[^/]*[a-z])[a-z0-9]{10,}", re.IGNORECASE)
HYPHENS = 3
LISTS = re.compile(r"/(?:tags?|topics?|authors?|category|categories|search|page|keywords?|archives?|videos?|photos?)/")
FRONTS = re.compile(r"^(?:www|m|amp|mobile)\.")


class Listed(Struct, frozen=True):
    """An article that a listing names, with what it says about its times and title."""

    url: str
    published: datetime | None = None
    updated: datetime | None = None
    title: str = ""
    outlet: str = ""
    language: str = ""


class Listing(Struct, frozen=True):
    """What one feed, sitemap or section page lists; `maps` are the sitemaps that an index of sitemaps names."""

    articles: tuple[Listed, ...] = ()
    maps: tuple[Listed, ...] = ()


def listing(
    raw: bytes, url: str, kind: Kind, patterns: Patterns, *, articles: str = "", size: int = 50_000_000
) -> Listing:
    """The articles that the bytes fetched from `url` list, in order, each address once, at most `MOST`.

    `articles` is a regular expression that addresses on a section page must match; without it they must look like one.
    `size` bounds what a packed sitemap unpacks to. Raises `ReadError` for what is no such listing.
    """
    if kind == "sitemap":
        found = read_sitemap(raw, url, patterns, size=size)
    elif kind == "feed":
        found = Listing(tuple(feed_items(decode(raw, url), url, patterns)))
    else:
        found = Listing(tuple(section_links(decode(raw, url), url, articles)))
    return Listing(once(found.articles), once(found.maps))


def once(found: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """The first of each address, at most `MOST`."""
    kept: dict[str, Listed] = {}
    for one in found:
        if urlsplit(one.url).scheme in ("http", "https") and len(kept) < MOST:
            kept.setdefault(key(one.url), one)
    return tuple(kept.values())


def key(url: str) -> str:
    """The one spelling of an address: what is said after `#`, of where readers came from, by the usual port and by a
    slash at the end does not count. An address that cannot be taken apart stays as it is."""
    try:
        parts = httpx.URL(url)
    except (httpx.InvalidURL, ValueError):
        return url
    asked = [(k, v) for k, v in parse_qsl(parts.query.decode("ascii", "replace"), keep_blank_values=True)]
    kept = urlencode([(k, v) for k, v in asked if not TRACKING.fullmatch(k)])
    path = parts.raw_path.split(b"?")[0].decode("ascii").rstrip("/") or "/"
    return f"{parts.scheme}://{authority(parts)}{path}" + (f"?{kept}" if kept else "")


def harmless(text: str, where: str) -> None:
    """Refuses XML that defines entities (they can unpack to any size, or name files) or nests without end."""
    if SUBSET.search(text[:HEAD]) or "<!ENTITY" in text:
        raise ReadError(where, "defines entities of its own, which no feed needs: not read")
    depth = 0
    for at in TAG.finditer(CDATA.sub("", text)):
        if at[1]:
            depth = max(depth - 1, 0)
        elif not at[3] and at[2].lower() not in VOID:
            depth += 1
            if depth > DEEPEST:
                raise ReadError(where, f"nested deeper than {DEEPEST} elements: not read")


def feed_items(text: str, url: str, patterns: Patterns) -> Iterator[Listed]:
    """The items of an RSS or Atom feed. Raises `ReadError` when it has none."""
    harmless(text, url)
    # The text is decoded already, so what its first line says about its encoding does not hold any more.
    body = DECLARATION.sub("", text).encode("utf-8", "replace")
    try:
        feed = feedparser.parse(io.BytesIO(body), response_headers={"content-type": "application/xml; charset=utf-8"})
    except ValueError as wrong:
        raise ReadError(url, f"not readable as a feed: {str(wrong).splitlines()[0]}") from None
    if not feed.entries:
        # An empty feed is one that has nothing new; anything else is none.
        if feed.version:
            return
        raise ReadError(url, "not a feed")
    for item in feed.entries:
        if link := item.get("feedburner_origlink") or item.get("link", ""):
            yield Listed(
                joined(url, link),
                parse(item.get("published", ""), patterns),
                # feedparser answers with the time of publication where a feed gives no other.
                parse(item["updated"] if "updated" in item else "", patterns),
                " ".join(item.get("title", "").split()),
            )


def read_sitemap(raw: bytes, url: str, patterns: Patterns, *, size: int = 50_000_000) -> Listing:
    """The articles of a sitemap, or the sitemaps of an index, packed or not. Raises `ReadError` for anything else."""
    if raw.startswith(b"\x1f\x8b"):
        raw = unzipped([raw], url, size)
    text = decode(raw, url)
    harmless(text, url)
    # In UTF-8 and without a declaration, so that the parser reads what was looked at.
    body = DECLARATION.sub("", text).encode("utf-8", "replace")
    articles: list[Listed] = []
    maps: list[Listed] = []
    root = ""
    try:
        steps = etree.iterparse(
            io.BytesIO(body), events=("start", "end"), resolve_entities=False, no_network=True, recover=True
        )
        for event, node in steps:
            name = etree.QName(node).localname if isinstance(node.tag, str) else ""
            root = root or name
            if event == "end" and name in ("url", "sitemap"):
                (articles if name == "url" else maps).extend(located(node, url, patterns))
                node.clear()
    except etree.LxmlError as wrong:
        if not articles and not maps:
            raise ReadError(url, f"not readable as a sitemap: {str(wrong).splitlines()[0]}") from None
    if root not in ("urlset", "sitemapindex"):
        raise ReadError(url, "not a sitemap")
    return Listing(tuple(articles), tuple(maps))


def located(node: etree._Element, url: str, patterns: Patterns) -> Iterator[Listed]:
    """What one `<url>` or `<sitemap>` says; nothing without an address."""
    said: dict[str, str] = {}
    for one in node.iter():
        if isinstance(one.tag, str) and one.text and one.text.strip():
            # The address and title of a picture or film are not the page's.
            above = one.getparent()
            if above is None or etree.QName(above).localname not in ("image", "video"):
                said.setdefault(etree.QName(one).localname, " ".join(one.text.split()))
    if address := said.get("loc"):
        published, updated = (parse(said.get(name, ""), patterns) for name in ("publication_date", "lastmod"))
        names = (said.get(name, "") for name in ("title", "name", "language"))
        yield Listed(joined(url, address), published, updated, *names)


def section_links(text: str, url: str, articles: str) -> Iterator[Listed]:
    """The links of a section page that lead to articles of the same outlet."""
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        raise ReadError(url, "not readable as HTML") from None
    base = next((joined(url, b.get("href", "")) for b in tree.iter("base") if b.get("href")), url)
    wanted = re.compile(articles) if articles else None
    for a in tree.iter("a"):
        there = joined(base, (a.get("href") or "").strip())
        if wanted.search(there) if wanted else article_like(there, url):
            yield Listed(there, title=" ".join(a.text_content().split()))


def article_like(url: str, section: str) -> bool:
    """Whether an address looks like that of an article: of the same outlet, with a number or a title in it."""
    try:
        parts, here = urlsplit(url), urlsplit(section)
        host, home = (FRONTS.sub("", p.hostname or "") for p in (parts, here))
        port, home_port = parts.port, here.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or port != home_port:
        return False
    if host != home and not host.endswith("." + home):
        return False
    path = parts.path.rstrip("/")
    if FILES.search(path) or LISTS.search(path) or here.path.rstrip("/").startswith(path):
        return False
    last = path.rpartition("/")[2]
    return bool(NUMBER.search(f"{path}?{parts.query}") or MIXED.fullmatch(last) or last.count("-") >= HYPHENS)


def joined(base: str, href: str) -> str:
    """`href` as a whole address, or as it is where that cannot be told."""
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return href
