"""A page → `Document`: what the page says of itself, what its outlet's declaration names, and the paragraphs left."""

import re
from typing import TypeAlias
from zoneinfo import ZoneInfo

import lxml.html

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read import markup
from ghatna.read.body import blocks, paragraphs
from ghatna.read.front import ABOVE, APART, BELOW, authors, front, shown
from ghatna.read.metadata import Said, said
from ghatna.read.outlets import Outlet, outlets
from ghatna.read.patterns import Patterns
from ghatna.read.prune import Pruner
from ghatna.read.shape import HUMP, words
from ghatna.read.text import bare, document
from ghatna.read.times import INDIA, exact, parse

Element: TypeAlias = lxml.html.HtmlElement
# Fewer characters are no article but what was left of menus.
LEAST = 25
SHOWS = ("h2", "h3", "div", "p", "span", "td", "font", "b")
"""Other elements that may hold a headline."""
# A headline has so many words; the name of a section or paper above it fewer.
WORDS = 3
ALIKE = 0.3
SUBTITLE = 500
PICTURES, PICTURE = 3, 60
"""From so many captions of so many characters on, a page may be a gallery."""
FOLLOWING, PROSE = 60, 90
"""Elements after a headline among which its subtitle stands, before the first paragraph of so many characters."""
SITE = re.compile(r"\s+[|–—-]\s+|\s*\|\s*")
WORD = re.compile(r"[\w\u0900-\u0963]+")


def read_html(text: str, where: str, patterns: Patterns, *, url: str = "") -> Document:
    """The article of a page. Raises `ReadError` when there is none or it is not Hindi."""
    tree = markup.page(text, where)
    page = said(tree, url)
    outlet = outlets(patterns.folders).at(page.url or url)
    zone = ZoneInfo(outlet.zone) if outlet is not None else INDIA
    head, title = headline(tree, page, outlet)
    section = next((words(n) for s in (outlet.section if outlet is not None else ()) for n in tree.cssselect(s)), "")
    about, late = shown(tree, head, outlet, patterns)
    subtitle = below(tree, head, page, outlet, patterns)
    gone = Pruner(tree, head, patterns, page.url, gallery=page.gallery or captioned(tree)).run(outlet)
    around = blocks(tree, apart=APART)
    lines, alien = paragraphs(tree, page, outlet, patterns)
    if page.video and sum(map(len, lines)) < max(len(page.video), LEAST):
        lines = page.video.split("\n")
    # What stands above the headline in the same element is no text.
    first = next((n for n, line in enumerate(lines) if bare(line) == bare(title)), 0)
    lines, alien = (lines[first:], [*lines[:first], *alien]) if first <= ABOVE else (lines, alien)
    own = tuple(outlet.lines) if outlet is not None else ()
    alien += [line for line in lines if own and line.startswith(own)]
    lines = [line for line in lines if not (own and line.startswith(own))]
    lines = [line for line in lines if bare(line) not in (bare(title), bare(subtitle) or "-")]
    used = front(around, title, about, late, patterns)
    lines = [line for n, line in enumerate(lines) if n >= BELOW or bare(line) not in used]
    if sum(map(len, lines)) < LEAST:
        raise ReadError(where, "no article in this page", "article")
    authors(page, about, outlet, patterns)
    return document(
        lines,
        where,
        patterns,
        title=title,
        subtitle=subtitle,
        url=page.url,
        outlet=outlet.name if outlet is not None else page.outlet,
        section=section or page.section,
        tags=tuple(dict.fromkeys(gone.tags)) or page.tags,
        known=about,
        agency=outlet.agency if outlet is not None else "",
        published=exact(parse(page.published, patterns, zone), about.published),
        updated=exact(parse(page.updated, patterns, zone), about.updated),
        links=tuple(gone.links),
        cut=(*gone.cut, *alien),
    )


def headline(tree: Element, page: Said, outlet: Outlet | None) -> tuple[Element | None, str]:
    """The element with the headline, and its words: of several, the one that is most like what the page says."""
    for selector in outlet.title if outlet is not None else ():
        for node in tree.cssselect(selector):
            if text := words(node):
                return node, text
    heads = [(node, text) for node in tree.iter("h1") if (text := words(node) or pictured(node))]
    title = untitled(page.title, outlet, page)
    if not heads and page.loose:
        # The page's own title may be that of the paper alone; then a single line in the next size is the headline.
        below = [(node, text) for node in tree.iter("h2") if len((text := words(node)).split()) > WORDS]
        if not (set(WORD.findall(title)) & set(WORD.findall(" ".join(t for _, t in below)))) and len(below) == 1:
            return below[0]
    if not heads and page.loose:
        # Beside the names of paper and section, the headline is what the page shows as well.
        parts = {bare(part): part for part in SITE.split(title) if len(part.split()) >= WORDS}
        for node in tree.iter(*SHOWS) if len(parts) > 1 or len(SITE.split(title)) > 1 else ():
            if (text := words(node)) and bare(text) in parts:
                return node, text
    if not heads:
        return None, title
    wanted = set(WORD.findall(title))

    def alike(text: str) -> float:
        mine = set(WORD.findall(text))
        return len(mine & wanted) / max(min(len(mine), len(wanted)), 1)

    node, text = max(heads, key=lambda head: (alike(head[1]), len(head[1].split()) >= WORDS))
    if wanted and (alike(text) < ALIKE or (len(text.split()) < WORDS and len(wanted) > WORDS)):
        # The name of the paper or of a section; other tags may hold the headline itself.
        same = [n for n in tree.iter(*SHOWS) if bare(words(n)) == bare(title)]
        if page.loose and not same and len(heads) == 1 and len(text.split()) > WORDS:
            # Every page of the paper has the same title.
            return node, text
        return (same[-1] if same else None), title
    return node, text


def captioned(tree: Element) -> bool:
    """Whether the captions of pictures are the text: they say more than the paragraphs."""
    captions = [len(words(node)) for node in tree.iter("figcaption")]
    beside = [len(words(p)) for p in tree.iter("p") if next(p.iterancestors("figure"), None) is None]
    long = [n for n in captions if n >= PICTURE]
    return len(long) >= PICTURES and sum(long) > sum(n for n in beside if n >= PICTURE)


def pictured(head: Element) -> str:
    """A headline that is a picture."""
    alts = [" ".join((img.get("alt") or "").split()) for img in head.iter("img")]
    return alts[0] if len(alts) == 1 else ""


def untitled(title: str, outlet: Outlet | None, page: Said) -> str:
    """A title without the name of the paper at its end."""
    names = {bare(name).lower() for name in (page.outlet, outlet.name if outlet is not None else "") if name}
    names |= {label.lower() for domain in (outlet.domains if outlet is not None else ()) for label in domain.split(".")}
    parts = SITE.split(title)
    marks = SITE.findall(title)
    while len(parts) > 1 and (bare(parts[-1]).lower() in names or not bare(parts[-1])):
        parts.pop()
        marks.pop()
    return "".join(p + m for p, m in zip(parts, [*marks, ""], strict=False)).strip()


def below(tree: Element, head: Element | None, page: Said, outlet: Outlet | None, patterns: Patterns) -> str:
    """The subtitle: what is marked so near the headline, or repeats what the page says of itself."""
    for selector in outlet.subtitle if outlet is not None else ():
        for node in tree.cssselect(selector):
            if text := words(node):
                return text
    if head is None:
        return page.alternative
    own = bare(page.description)
    for n, node in enumerate(head.xpath("following::*")):
        if n > FOLLOWING:
            break
        text = words(node)
        if not text or len(text) > SUBTITLE or next(node.iter("li"), None) is not None:
            continue
        mark = HUMP.sub(" ", f"{node.get('class', '')} {node.get('id', '')}")
        marked = patterns.subtitle.search(mark) and not patterns.drop.search(mark) and len(text.split()) > WORDS
        if marked or (own and bare(text) == own and bare(page.body)[: len(own)] != own):
            return text
        if node.tag == "h2" and len(text.split()) > WORDS:
            return text
        if node.tag == "p" and (len(text) >= PROSE or text.endswith("।")) and not marked:
            break
    return page.alternative
