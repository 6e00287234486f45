"""HTML from strangers → a tree. What would take the parser for ever is taken out before it sees it."""

import re
from typing import TypeAlias

import lxml.html
from lxml import etree

from ghatna.errors import ReadError

Element: TypeAlias = lxml.html.HtmlElement
MOST = 1000
"""Attributes of an element, at most. libxml2 compares each with all before it, so a million of them take an hour."""
# An opening tag as far as its attributes go, closed or not. No step back and no second look: the time is the text's.
TAG = re.compile(r"<[A-Za-z](?:[^<>=]++|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?)*+")
# A name or a value: two of them make an attribute.
PART = re.compile(r"=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"']*+)|[^\s=/]++")
REFERENCES = re.compile(
    r"&#(?:0*(?:[0-8]|1[1-24-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]))(?![0-9a-f]);?", re.IGNORECASE
)
"""References to control characters, which a tree may hold and not be given again."""


def page(text: str, where: str) -> Element:
    """The tree of a page. Raises `ReadError` where the parser finds none."""
    try:
        return lxml.html.document_fromstring(
            mended(text).encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError):
        raise ReadError(where, "not readable as HTML") from None


def piece(text: str) -> Element | None:
    """The tree of a piece of a page, under an element of its own; `None` where the parser finds none."""
    try:
        return lxml.html.fragment_fromstring(mended(text), create_parent="div")
    except (etree.LxmlError, ValueError):
        return None


def mended(text: str) -> str:
    """The text without references to control characters, and with no more than `MOST` attributes an element."""
    return TAG.sub(lambda tag: fewer(tag[0]), REFERENCES.sub(" ", text))


def fewer(tag: str) -> str:
    """An opening tag with no more than `MOST` attributes."""
    if len(tag) < 2 * MOST:
        return tag
    for n, part in enumerate(PART.finditer(tag)):
        if n > 2 * MOST:
            return tag[: part.start()]
    return tag


def crowded(text: str) -> bool:
    """Whether an element has more attributes than any needs."""
    return any(fewer(tag[0]) != tag[0] for tag in TAG.finditer(text))
