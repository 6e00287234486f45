"""What in a page is no part of its article goes out of the tree: adverts, lists of other articles, the next article."""

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

import lxml.html
from lxml import etree

from ghatna.model import Link
from ghatna.read.metadata import joined
from ghatna.read.outlets import Outlet
from ghatna.read.patterns import Patterns

Element: TypeAlias = lxml.html.HtmlElement
NEVER = (
    *("script", "style", "noscript", "template", "svg", "iframe", "form", "button", "select", "input", "nav", "footer"),
    *("object", "video", "audio", "canvas", "dialog"),
)
# Elements of AMP that hold adverts or what other pages say.
AMP = re.compile(
    r"amp-(?:ad|auto-ads|embed|sidebar|sticky-ad|analytics|social-share|consent|next-page|list|iframe"
    r"|twitter|instagram|facebook|youtube|user-notification|web-push.*)"
)
WHOLE = ("html", "body", "main", "article")
LABELLED = ("p", "div", "li", "h2", "h3", "h4", "h5", "strong", "b", "em", "span", "blockquote", "td")
LINKED = ("p", "h2", "h3", "h4", "h5", "li", "strong", "b", "div")
LINKED_TEXT = etree.XPath("descendant-or-self::a//text()", smart_strings=False)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
LABEL = 300
"""Characters of a label and the headlines after it."""
LEAST, HEADLINE, ENOUGH, PROSE = 12, 20, 200, 60
# From this share of its letters in links on, an element lists other pages.
LISTS = 0.6
SHOWN = 600
BLOCKS, NEAR = ("p", "div"), 4
MANY = 12
"""An element with more children is no label."""
SENTENCE = ("।", "?", "!", ".", "|")


@dataclass(slots=True)
class Pruned:
    """What went: headlines of other articles, the page's tags, and the words of the rest."""

    links: list[Link] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)


class Pruner:
    """Prunes one tree. `head` is the element with the headline, None where the page has none."""

    def __init__(self, tree: Element, head: Element | None, patterns: Patterns, address: str, *, gallery: bool) -> None:
        self.tree, self.head, self.patterns, self.address, self.gallery = tree, head, patterns, address, gallery
        self.out = Pruned()
        self.at = {node: n for n, node in enumerate(tree.iter("*"))}
        self.found: list[tuple[int, Link]] = []
        # The headline and what it stands in are never taken out.
        self.kept = {head, *head.iterancestors()} if head is not None else set()

    def run(self, outlet: Outlet | None) -> Pruned:
        """Prunes, and tells what went."""
        etree.strip_elements(self.tree, etree.Comment, etree.ProcessingInstruction, with_tail=False)
        for node in list(self.tree.iter(*NEVER)):
            # Old pages stand in a form as a whole.
            if node not in self.kept and (node.tag != "form" or chars(node) < ENOUGH):
                drop(node)
        if outlet is not None:
            for selector in outlet.cut:
                for node in self.tree.cssselect(selector):
                    self.take(node)
        self.following()
        self.marked()
        self.labelled()
        self.out.links = [link for _, link in sorted(self.found, key=lambda found: found[0])]
        return self.out

    def following(self) -> None:
        """The next article, which pages load below the first, with all that comes after it."""
        if self.head is None:
            return
        heads = list(self.tree.iter("h1"))
        after = heads[heads.index(self.head) + 1 :] if self.head in heads else []
        for other in after:
            if not words(other):
                continue
            top = other
            while (up := top.getparent()) is not None and up not in self.kept:
                top = up
            if top.getparent() is None:
                continue
            self.links_of(top, only=other)
            for node in (top, *top.itersiblings()):
                drop(node)
        own = next((a for a in self.head.iterancestors("article")), None)
        if own is not None and chars(own) >= ENOUGH:
            for other in list(self.tree.iter("article")):
                if other is not own and other not in self.kept and own not in other.iterancestors():
                    self.take(other, related=True)

    def marked(self) -> None:
        """Elements whose class or id says that they are adverts, share lines, tags or lists of articles."""
        p = self.patterns
        half = chars(self.tree) / 2
        for node in list(self.tree.iter()):
            if not isinstance(node.tag, str) or node.getparent() is None or node in self.kept or gone(node, self.tree):
                continue
            if AMP.fullmatch(node.tag):
                drop(node)
                continue
            if node.tag in ("figure", "figcaption"):
                if not self.gallery:
                    self.take(node)
                continue
            mark = HUMP.sub(" ", f"{node.get('class', '')} {node.get('id', '')}")
            if p.later.search(mark):
                self.take(node, related=True)
                continue
            if node.tag in WHOLE:
                continue
            if self.gallery and p.caption.search(mark):
                continue
            related = p.related.search(mark)
            tags = p.tags.search(mark)
            hidden = HIDDEN.search(node.get("style", "")) or node.get("hidden") is not None
            dropped = p.drop.search(mark)
            if not (related or tags or dropped or node.tag == "aside"):
                # The rest of an article may wait behind a button.
                if not hidden or (chars(node) >= PROSE and share(node) < LISTS and words(node).endswith(SENTENCE)):
                    continue
            # What holds most of the text is the article, whatever it is called.
            if chars(node) > half:
                continue
            if tags and not related:
                names = [words(a) for a in node.iter("a")] or re.split(r"[,|#]", words(node))
                self.out.tags += [t for n in names if (t := p.label_tags.sub("", n.strip(), count=1).strip("# :"))]
                drop(node)
            elif dropped and not related and share(node) >= LISTS:
                # Menus and share buttons, neither news nor words of the article.
                drop(node)
            else:
                self.take(node, related=bool(related) or share(node) >= LISTS)

    def labelled(self) -> None:
        """Labels such as यह भी पढ़ें with their headlines, and paragraphs that are nothing but a link."""
        for node in list(self.tree.iter(*LABELLED)):
            if node in self.kept or len(node) > MANY or node.getparent() is None or gone(node, self.tree):
                continue
            text = words(node)
            if not text or len(text) > LABEL or (at := self.patterns.link.match(text)) is None:
                continue
            if any(words(a) for a in node.iter("a")):
                self.links_of(node)
            elif at.end() == len(text) and (after := node.getnext()) is not None and share(after) >= LISTS:
                self.links_of(after)
                drop(after)
            else:
                continue
            drop(node)
        for node in list(self.tree.iter(*LINKED)):
            if node in self.kept or len(node) > MANY or node.getparent() is None or gone(node, self.tree):
                continue
            text = words(node)
            if HEADLINE <= len(text) <= LABEL and not text.endswith(SENTENCE) and share(node) == 1:
                # Beside whole paragraphs it is a headline of another article, elsewhere it may be anything.
                if any(len(words(p)) >= PROSE and share(p) < LISTS for p in beside(node)):
                    self.links_of(node)
                    drop(node)

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
            text = words(a)
            if at := self.patterns.link.match(text):
                text = text[at.end() :]
            if len(text) >= LEAST and not a.get("href", "").startswith(("javascript:", "#")):
                self.found.append((self.at[a], Link(text, joined(self.address, a.get("href", "")))))


def beside(node: Element) -> list[Element]:
    """The blocks next to an element, or next to the one that it alone stands in."""
    near = [*islice(node.itersiblings(*BLOCKS, preceding=True), NEAR), *islice(node.itersiblings(*BLOCKS), NEAR)]
    up = node.getparent()
    return near if near or up is None else beside(up)


def drop(node: Element) -> None:
    """Takes an element out of its tree; what follows it stays."""
    if node.getparent() is not None:
        node.drop_tree()


def gone(node: Element, tree: Element) -> bool:
    """Whether an element was taken out with one that it stood in."""
    top = node
    while (up := top.getparent()) is not None:
        top = up
    return top is not tree


def words(node: Element) -> str:
    """The text of an element, in one line."""
    return " ".join(node.text_content().split())


def chars(node: Element) -> int:
    """Characters of an element's text that stand in no link."""
    return len(words(node)) - sum(len(" ".join(text.split())) for text in LINKED_TEXT(node))


def share(node: Element) -> float:
    """The share of an element's text that stands in links."""
    text = len("".join(node.text_content().split()))
    return sum(len("".join(text.split())) for text in LINKED_TEXT(node)) / text if text else 0.0
