"""An RSS or Atom feed → a `Document` an item."""

import io
import re
from collections.abc import Iterator

import feedparser
import lxml.html
from lxml import etree

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.byline import Piece
from ghatna.read.patterns import Patterns
from ghatna.read.text import document
from ghatna.read.times import parse
from ghatna.read.xml import harmless

UNSETTABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BLOCKS = ("p", "div", "br", "li", "h2", "h3", "blockquote")


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
    if not feed.entries:
        yield ReadError(where, "no items in this feed", "article")
    for n, item in enumerate(feed.entries, 1):
        content = item.get("content") or [{}]
        html = content[0].get("value") or item.get("summary") or ""
        try:
            yield document(
                paragraphs(html),
                f"{where}#{n}",
                patterns,
                title=" ".join(item.get("title", "").split()),
                url=item.get("link", ""),
                outlet=feed.feed.get("title", ""),
                known=Piece(byline=item.get("author", "")),
                published=parse(item.get("published", ""), patterns),
                # feedparser answers with the time of publication where a feed gives no other.
                updated=parse(item["updated"] if "updated" in item else "", patterns),
            )
        except ReadError as wrong:
            yield wrong


def paragraphs(html: str) -> list[str]:
    """The text of a piece of HTML, a block a line."""
    try:
        tree = lxml.html.fragment_fromstring(html, create_parent="div")
    except (etree.LxmlError, ValueError):
        return [html]
    for node in tree.iter(*BLOCKS):
        # A reference such as `&#1;` becomes a character that may be read from the tree, but not be set again.
        node.tail = "\n" + UNSETTABLE.sub("", node.tail or "")
        if node.tag != "br":
            node.text = "\n" + UNSETTABLE.sub("", node.text or "")
    return [" ".join(line.split()) for line in tree.text_content().split("\n")]
