"""An RSS or Atom feed → a `Document` an item."""

import html
import io
import re
from collections.abc import Iterator

import feedparser

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.body import blocks
from ghatna.read.byline import Piece
from ghatna.read.keep import Pruned
from ghatna.read.markup import piece
from ghatna.read.outlets import Outlet, outlets
from ghatna.read.patterns import Patterns
from ghatna.read.prune import Pruner
from ghatna.read.text import document
from ghatna.read.times import parse
from ghatna.read.xml import harmless

END = re.compile(r"</(?:rss|feed|rdf:RDF)\s*>", re.IGNORECASE)
CUT = "the feed is cut off or an element of it never ends"


def parsed(text: str, where: str) -> feedparser.FeedParserDict:
    """A feed as feedparser understands it. Raises `ReadError` for one that does harm or cannot be understood."""
    try:
        return feedparser.parse(
            io.BytesIO(harmless(text, where)), response_headers={"content-type": "application/xml; charset=utf-8"}
        )
    except ValueError as wrong:
        # A reference to no character (`&#xd800;`).
        raise ReadError(where, f"not readable as a feed: {str(wrong).splitlines()[0]}") from None


def read_feed(text: str, where: str, patterns: Patterns) -> Iterator[Document | ReadError]:
    """A document or an error for each item; errors name it `where#n`, from 1."""
    feed = parsed(text, where)
    declared = outlets(patterns.folders)
    broken = feed.bozo and not END.search(text)
    if not feed.entries:
        yield ReadError(where, CUT, "broken") if broken else ReadError(where, "no items in this feed", "article")
        return
    for n, item in enumerate(feed.entries, 1):
        content = item.get("content") or [{}]
        markup = content[0].get("value") or item.get("summary") or ""
        url = item.get("link", "")
        outlet = declared.at(url)
        lines, gone = paragraphs(markup, url, outlet, patterns)
        try:
            yield document(
                lines,
                f"{where}#{n}",
                patterns,
                title=headline(item),
                url=url,
                outlet=outlet.name if outlet is not None else feed.feed.get("title", ""),
                tags=tuple(dict.fromkeys(tag.get("term") or "" for tag in item.get("tags", ()) if tag.get("term"))),
                known=Piece(byline=unmarked(item.get("author", ""))),
                agency=outlet.agency if outlet is not None else "",
                published=parse(item.get("published", ""), patterns),
                # feedparser answers with the time of publication where a feed gives no other.
                updated=parse(item["updated"] if "updated" in item else "", patterns),
                links=tuple(gone.links),
                cut=tuple(gone.cut),
            )
        except ReadError as wrong:
            yield wrong
    if broken:
        yield ReadError(where, f"{CUT} behind item {len(feed.entries)}", "broken")


def headline(item: feedparser.FeedParserDict) -> str:
    """An item's title in one line."""
    title = item.get("title", "")
    # Only feedparser knows whether `<` opens a tag in this title.
    return unmarked(title) if "html" in item.get("title_detail", {}).get("type", "") else html.unescape(one_line(title))


def unmarked(markup: str) -> str:
    """The text of a piece of HTML, in one line; many feeds escape it once more than they should."""
    tree = piece(markup) if "<" in markup else None
    return html.unescape(html.unescape(one_line(markup if tree is None else tree.text_content())))


def one_line(text: str) -> str:
    return " ".join(text.split())


def paragraphs(markup: str, url: str, outlet: Outlet | None, patterns: Patterns) -> tuple[list[str], Pruned]:
    """The text of a piece of HTML, a block a line, and what is no part of it."""
    tree = piece(markup)
    if tree is None:
        return [markup], Pruned()
    gone = Pruner(tree, None, patterns, url, gallery=False).run(outlet)
    return blocks(tree), gone
