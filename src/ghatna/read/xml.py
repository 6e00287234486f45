"""XML from strangers: what in it does harm is refused before any parser sees it."""

import re

from ghatna.errors import ReadError
from ghatna.read.markup import MOST, crowded

DECLARATION = re.compile(r"^\s*(?:<\?xml[^>]*\?>)?\s*")
SUBSET = re.compile(r"<!DOCTYPE[^>\[]*\[", re.IGNORECASE)
ENTITY = "<!ENTITY"
CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
TAG = re.compile(r"<(/?)([A-Za-z_][\w:.-]*)[^<>]*?(/?)>")
VOID = ("br", "img", "hr", "input", "meta", "link", "area", "source", "wbr")
"""Elements of HTML that nobody closes; feeds that are not well formed have them."""
DEEPEST = 200
TAGS = 4_000_000
"""Twice those of the largest sitemap. What reads broken feeds takes a hundred thousand a second."""
HEAD = 2048


def harmless(text: str, where: str) -> bytes:
    """The text for a parser, in UTF-8 and without the declaration of its former encoding.

    Raises `ReadError` for entities of its own, which can unpack to any size or name files, for elements within
    elements without end, and for elements with attributes without end.
    """
    if SUBSET.search(text[:HEAD]) or ENTITY in text:
        raise ReadError(where, "defines entities of its own, which no feed needs: not read")
    if text.count("<") > TAGS:
        raise ReadError(where, f"more than {TAGS:,} tags: not read")
    if crowded(text):
        raise ReadError(where, f"an element with more than {MOST} attributes: not read")
    depth = 0
    for at in TAG.finditer(CDATA.sub("", text)):
        if at[1]:
            depth = max(depth - 1, 0)
        elif not at[3] and at[2].lower() not in VOID:
            depth += 1
            if depth > DEEPEST:
                raise ReadError(where, f"nested deeper than {DEEPEST} elements: not read")
    return DECLARATION.sub("", text).encode("utf-8", "replace")
