"""What lists articles — feeds, sitemaps, section pages — → addresses with their times."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import httpx
from msgspec import Struct

from ghatna.errors import ReadError
from ghatna.read.decode import decode
from ghatna.read.feed import headline, parsed
from ghatna.read.fetch import GZIP, unzipped
from ghatna.read.markup import page
from ghatna.read.patterns import Patterns
from ghatna.read.safe import authority
from ghatna.read.sitemap import listed
from ghatna.read.source import SITEMAP
from ghatna.read.times import parse
from ghatna.read.xml import harmless

Kind = Literal["feed", "sitemap", "section"]
# Parameters that tell where a reader came from and change nothing on the page. Others may be the article's number.
TRACKING = re.compile(r"(?:utm|mc|pk|itm|at)_.*|[a-z]{1,3}clid|igshid|ref|ref_src|cmp|ocid|xtor|_ga", re.IGNORECASE)
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
        found = sitemap(raw, url, patterns, size)
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


def feed_items(text: str, url: str, patterns: Patterns) -> Iterator[Listed]:
    """The items of an RSS or Atom feed. Raises `ReadError` when it is none."""
    feed = parsed(text, url)
    # An empty feed is one that has nothing new; anything else is none.
    if not feed.entries and not feed.version:
        raise ReadError(url, "not a feed")
    for item in feed.entries:
        if link := item.get("feedburner_origlink") or item.get("link", ""):
            yield Listed(
                joined(url, link),
                parse(item.get("published", ""), patterns),
                # feedparser answers with the time of publication where a feed gives no other.
                parse(item["updated"] if "updated" in item else "", patterns),
                headline(item),
            )


def sitemap(raw: bytes, url: str, patterns: Patterns, size: int) -> Listing:
    """The articles of a sitemap, or the sitemaps of an index, packed or not. Raises `ReadError` for anything else."""
    text = decode(unzipped([raw], url, size) if raw.startswith(GZIP) else raw, url)
    harmless(text, url)
    if not SITEMAP.match(text):
        raise ReadError(url, "not a sitemap")
    articles: list[Listed] = []
    maps: list[Listed] = []
    for one in listed(text, url):
        published, updated = parse(one.published, patterns), parse(one.updated, patterns)
        (maps if one.index else articles).append(Listed(joined(url, one.url), published, updated, one.title))
    return Listing(tuple(articles), tuple(maps))


def section_links(text: str, url: str, articles: str) -> Iterator[Listed]:
    """The links of a section page that lead to articles of the same outlet."""
    tree = page(text, url)
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
