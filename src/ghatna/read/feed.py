"""An RSS or Atom feed → a `Document` an item."""

import io
import re
from collections.abc import Iterator

import feedparser

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.body import blocks
from ghatna.read.byline import Piece
from ghatna.read.markup import piece
from ghatna.read.outlets import Outlet, outlets
from ghatna.read.patterns import Patterns
from ghatna.read.prune import Pruned, Pruner
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
        html = content[0].get("value") or item.get("summary") or ""
        url = item.get("link", "")
        outlet = declared.at(url)
        lines, gone = paragraphs(html, url, outlet, patterns)
        try:
            yield document(
                lines,
                f"{where}#{n}",
                patterns,
                title=" ".join(item.get("title", "").split()),
                url=url,
                outlet=outlet.name if outlet is not None else feed.feed.get("title", ""),
                tags=tuple(dict.fromkeys(tag.get("term") or "" for tag in item.get("tags", ()) if tag.get("term"))),
                known=Piece(byline=item.get("author", "")),
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


def paragraphs(html: str, url: str, outlet: Outlet | None, patterns: Patterns) -> tuple[list[str], Pruned]:
    """The text of a piece of HTML, a block a line, and what is no part of it."""
    tree = piece(html)
    if tree is None:
        return [html], Pruned()
    gone = Pruner(tree, None, patterns, url, gallery=False).run(outlet)
    return blocks(tree), gone
