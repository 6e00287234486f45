"""What in a page is no part of its article goes out of the tree: adverts, lists of other articles, the next article."""

import re
from dataclasses import dataclass, field
from typing import TypeAlias

import lxml.html
from lxml import etree

from ghatna.model import Link
from ghatna.read.metadata import joined
from ghatna.read.outlets import Outlet
from ghatna.read.patterns import Patterns
from ghatna.read.shape import (
    ENOUGH,
    HUMP,
    LEAST,
    LISTS,
    PROSE,
    beside,
    card,
    chars,
    drop,
    first,
    gone,
    own_address,
    prose_beside,
    share,
    words,
)

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
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Text that only search engines are to find.
UNSEEN = re.compile(r"font-size\s*:\s*0(?:px|em|%)?\s*(?:;|$)|text-indent\s*:\s*-\d{3,}", re.IGNORECASE)
DIALOGS = ("dialog", "alertdialog")
LABEL = 300
"""Characters of a label and the headlines after it."""
HEADLINE = 20
SHOWN = 600
CARDS = ("article", "div", "li", "section")
BOXES = ("div", "section", "table", "ul", "ol", "p", "center", "h3", "h4", "td")
LEGEND = 120
"""Characters under a picture, or above a list of headlines, at most."""
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
        self.cards()
        self.marked()
        self.labelled()
        self.boxes()
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
        for up in self.head.iterancestors():
            # Articles of which each has an address of its own.
            if any(own_address(other) for other in up.itersiblings()) and own_address(up):
                for other in list(up.itersiblings()):
                    if own_address(other):
                        self.links_of(other, only=next(other.iter("h1", "h2", "h3"), other))
                        drop(other)
                break
        own = next((a for a in self.head.iterancestors("article")), None)
        if own is not None and chars(own) >= ENOUGH:
            for other in list(self.tree.iter("article")):
                if other is not own and other not in self.kept and own not in other.iterancestors():
                    self.take(other, related=True)

    def cards(self) -> None:
        """Other articles of which each is shown with a headline that leads to it, several alike beside each other."""
        for node in list(self.tree.iter(*CARDS)):
            if node in self.kept or gone(node, self.tree) or not card(node):
                continue
            alike = [one for one in node.itersiblings(node.tag) if one.get("class") == node.get("class") and card(one)]
            if alike:
                for one in (node, *alike):
                    self.take(one, related=True)

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
            if self.head is not None and (node.get("role") in DIALOGS or p.away.search(mark)):
                self.take(node)
                continue
            if UNSEEN.search(node.get("style", "")):
                self.take(node)
                continue
            related = p.related.search(mark)
            tags = p.tags.search(mark)
            hidden = HIDDEN.search(node.get("style", "")) or node.get("hidden") is not None or p.hidden.search(mark)
            dropped = p.drop.search(mark)
            if not (related or tags or dropped or node.tag == "aside"):
                # The rest of an article may wait behind a button.
                if not hidden or (
                    self.after(node) and chars(node) >= PROSE and share(node) < LISTS and words(node).endswith(SENTENCE)
                ):
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

    def after(self, node: Element) -> bool:
        """Whether an element stands after the headline."""
        return self.head is None or self.at.get(node, 0) > self.at.get(self.head, 0)

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
                while after is not None and share(after) >= LISTS:
                    self.links_of(after)
                    drop(after)
                    after = node.getnext()
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

    def boxes(self) -> None:
        """Beside paragraphs: lists of headlines, adverts under a label, what stands under a picture."""
        loose: dict[Element, int] = {}
        for node in list(self.tree.iter(*BOXES)):
            if node in self.kept or node.getparent() is None or gone(node, self.tree):
                continue
            text = words(node)
            if not text or len(text) > SHOWN or not prose_beside(node, loose):
                continue
            headlines = [a for a in node.iter("a") if len(words(a)) >= HEADLINE and not words(a).endswith(SENTENCE)]
            rest = len(text) - sum(len(words(a)) for a in headlines)
            if len(headlines) > 1 and share(node) >= LISTS and rest <= LEGEND:
                self.links_of(node)
                drop(node)
            elif len(text) <= LABEL and self.patterns.advert.fullmatch(first(node)) and not text.endswith(SENTENCE):
                self.take(node)
            elif not self.gallery and len(text) <= LEGEND and not text.endswith(SENTENCE):
                # A picture with a few words that are no sentence.
                if next(node.iter("img", "amp-img", "picture"), None) is not None:
                    self.take(node)

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
                text = text[at.end() :].rstrip(" )]")
            if len(text) >= LEAST and not a.get("href", "").startswith(("javascript:", "#")):
                self.found.append((self.at[a], Link(text, joined(self.address, a.get("href", "")))))
