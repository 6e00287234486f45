"""What an element of a page is by its shape alone: its words, how much of them are links, what stands beside it."""

import re
from itertools import islice
from typing import TypeAlias

import lxml.html
from lxml import etree

Element: TypeAlias = lxml.html.HtmlElement
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a name in camel case has its parts."""
LINKED_TEXT = etree.XPath("descendant-or-self::a//text()", smart_strings=False)
ADDRESS = re.compile(r"data-(?:[a-z]+-)*(?:url|href|link|slug|permalink)")
LEAST, ENOUGH, PROSE = 12, 200, 60
"""Characters of a headline, of an article, of a paragraph, at least."""
LISTS = 0.6
"""From this share of its letters in links on, an element lists other pages."""
CARD = 400
BLOCKS, NEAR = ("p", "div"), 4


def own_address(node: Element) -> bool:
    """Whether an element is an article with an address of its own, which pages load below the first."""
    return (
        isinstance(node.tag, str)
        and chars(node) >= ENOUGH // 2
        and any(ADDRESS.fullmatch(name) for name in node.keys())
    )


def card(node: Element) -> bool:
    """Whether an element is little more than the headline of another article, which leads to it."""
    if not node.get("class") or len(words(node)) > CARD or next(node.iter("h1"), None) is not None:
        return False
    for heading in node.iter("h2", "h3", "h4", "h5"):
        a = next(heading.iter("a"), None)
        a = next(heading.iterancestors("a"), None) if a is None else a
        if a is not None and not a.get("href", "#").startswith(("#", "javascript:")) and len(words(heading)) >= LEAST:
            return True
    return False


def prose_beside(node: Element, loose: dict[Element, int]) -> bool:
    """Whether paragraphs, or text between breaks, stand next to an element; `loose` keeps how much text stands between
    the children of an element, which is the same for all of them."""
    if any(len(words(p)) >= PROSE and share(p) < LISTS for p in beside(node)):
        return True
    up = node.getparent()
    if up is None or up.tag == "body":
        return False
    if up not in loose:
        loose[up] = sum(len(text.strip()) for text in (up.text, *(child.tail for child in up)) if text)
    return loose[up] >= ENOUGH


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


def first(node: Element) -> str:
    """The first words of an element, up to the next element."""
    return next((text for part in node.itertext() if (text := " ".join(part.split()))), "")


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
