"""What goes out of a page is kept: headlines of other articles, tags, and the words of the rest."""

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

import lxml.html

from ghatna.model import Link
from ghatna.read.byline import ending
from ghatna.read.metadata import joined
from ghatna.read.patterns import Patterns
from ghatna.read.shape import ENOUGH, LEAST, drop, mark_of, words
from ghatna.read.times import CLOCK

Element: TypeAlias = lxml.html.HtmlElement
SHOWN = 600
TOLD = 4
"""Elements with which another article is told."""


@dataclass(slots=True)
class Pruned:
    """What went: headlines of other articles, the page's tags, and the words of the rest."""

    links: list[Link] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)


class Keeper:
    """Takes elements out of one tree. `head` is the element with the headline, None where the page has none."""

    def __init__(self, tree: Element, head: Element | None, patterns: Patterns, address: str, *, gallery: bool) -> None:
        self.tree, self.head, self.patterns, self.address, self.gallery = tree, head, patterns, address, gallery
        self.out = Pruned()
        self.at = {node: n for n, node in enumerate(tree.iter("*"))}
        self.found: list[tuple[int, Link]] = []
        # The headline and what it stands in are never taken out.
        self.kept = {head, *head.iterancestors()} if head is not None else set()

    def take(self, node: Element, *, related: bool = False) -> None:
        """Takes an element out, and keeps its links or its words."""
        if node in self.kept or node.getparent() is None:
            return
        if related:
            self.links_of(node)
        elif text := " ".join(" ".join(node.itertext()).split()):
            self.out.cut.append(text[:SHOWN])
        drop(node)

    def links_of(self, node: Element, *, only: Element | None = None) -> None:
        """Keeps the headlines in an element, or `only` that of an article that begins in it."""
        if only is not None:
            href = next((a.get("href", "") for a in only.iter("a")), "") or node.get("data-url", "")
            self.found.append((self.at[only], Link(words(only), joined(self.address, href) if href else "")))
            return
        for a in node.iter("a"):
            # The label may be an element of its own in the link.
            some = [text for piece in a.itertext() if (text := " ".join(piece.split()))]
            text = " ".join(some[1:]) if some and self.patterns.link.fullmatch(some[0]) else words(a)
            if self.patterns.channel.search(text) and self.patterns.come.search(text):
                continue
            if at := self.patterns.link.match(text):
                text = text[at.end() :].rstrip(" )]")
            if len(text) >= LEAST and not a.get("href", "").startswith(("javascript:", "#")):
                self.found.append((self.at[a], Link(text, joined(self.address, a.get("href", "")))))

    def tags_of(self, node: Element) -> None:
        """Keeps the page's tags that stand in an element: its links, or what is between commas."""
        names = [words(a) for a in node.iter("a")] or re.split(r"[,|#]", words(node))
        label = self.patterns.label_tags
        self.out.tags += [tag for name in names if (tag := label.sub("", name.strip(), count=1).strip("# :"))]

    def tags_in(self, foot: Element) -> None:
        """Keeps the tags that stand in an article's foot."""
        for node in foot.iter("div", "p", "ul", "span"):
            if self.patterns.tags.search(mark_of(node)) and next(node.iter("a"), None) is not None:
                self.tags_of(node)
                return

    def timed(self, text: str) -> bool:
        """Whether words tell a time, as those beside an author's picture do."""
        return CLOCK.search(text) is not None or ending(text, self.patterns)[2] is not None

    def retold(self, label: Element) -> list[Element]:
        """Another article in a few words behind a label: its headline, a picture, and a paragraph that ends in a link
        to the whole of it."""
        told: list[Element] = []
        for node in islice(label.itersiblings(), TOLD):
            told.append(node)
            if any(self.patterns.link.fullmatch(words(a)) for a in node.iter("a")):
                return told
        return []

    def broken_off(self, a: Element) -> bool:
        """Whether a link has a line to itself in a text with breaks."""
        before, after, up = a.getprevious(), a.getnext(), a.getparent()
        if up is None or before is None or after is None or before.tag != "br" or after.tag != "br":
            return False
        if (before.tail or "").strip() or (a.tail or "").strip() or a in self.kept:
            return False
        return sum(len((child.tail or "").strip()) for child in up) >= ENOUGH
