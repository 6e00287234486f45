"""A page → `Document`: what the page says of itself, what its outlet's declaration names, and the paragraphs left."""

import re
from itertools import islice
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
from ghatna.read.shape import LISTS, card, mark_of, share, words
from ghatna.read.text import ENDS, bare, document
from ghatna.read.times import INDIA, clock, exact, parse

Element: TypeAlias = lxml.html.HtmlElement
DEVANAGARI = re.compile("[\u0900-\u0963]")
# Fewer characters are no article but what was left of menus.
LEAST = 25
BESIDE = 25
"""Characters beside names: a place, a title."""
SHOWS = ("h2", "h3", "div", "p", "span", "td", "font", "b")
"""Other elements that may hold a headline."""
# A headline has so many words; the name of a section or paper above it fewer.
WORDS = 3
ALIKE = 0.3
SUBTITLE = 500
PICTURES, PICTURE = 3, 60
"""From so many captions of so many characters on, a page may be a gallery."""
LINE, KICKER = 160, 30
FRAMES = ("img", "amp-img", "picture", "figure")
SET_APART = ("p", "h3", "h4")
PARAGRAPHS = ("p", "div", "h2", "h3", "ul", "table", "section")
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
    section = section or page.section or kicker(head, patterns)
    subtitle = below(tree, head, page, outlet, patterns)
    about, late = shown(tree, head, outlet, patterns)
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
    around = [line for line in around if not subtitle or bare(line) != bare(subtitle)]
    used = front(around, title, about, late, patterns)
    lines = [
        line for n, line in enumerate(lines) if n >= BELOW or not (bare(line) in used or signs(line, about.byline))
    ]
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
        section=section,
        tags=tuple(dict.fromkeys(gone.tags)) or page.tags,
        known=about,
        agency=outlet.agency if outlet is not None else "",
        published=exact(parse(page.published, patterns, zone), about.published),
        updated=exact(parse(page.updated, patterns, zone), about.updated),
        links=tuple(gone.links),
        cut=(*gone.cut, *alien),
    )


def signs(line: str, byline: str) -> bool:
    """Whether a line has little but the names of those who wrote the article."""
    names = byline.split(", ") if byline else []
    short = len(line) <= len(byline) + BESIDE and not line.endswith(ENDS)
    return bool(names) and short and all(name in line for name in names)


def headline(tree: Element, page: Said, outlet: Outlet | None) -> tuple[Element | None, str]:
    """The element with the headline, and its words: of several, the one that is most like what the page says."""
    for selector in outlet.title if outlet is not None else ():
        for node in tree.cssselect(selector):
            if text := words(node):
                return node, text
    first = list(tree.iter("h1")) or tree.xpath("//*[@role='heading'][@aria-level='1']")
    heads = [(node, text) for node in first if (text := words(node) or pictured(node))]
    title = untitled(page.title, outlet, page)
    if not heads and page.loose:
        # The page's own title may be that of the paper alone; then a single line in the next size is the headline.
        levels = [
            [(n, t) for n in tree.iter(tag) if len((t := words(n)).split()) > WORDS] for tag in ("h2", "h3", "h4")
        ]
        below = next((level for level in levels if level), [])
        if not below and not DEVANAGARI.search(title):
            # Before there were style sheets, a headline was large letters.
            below = [(n, t) for n in tree.iter("font") if large(n) and len((t := words(n)).split()) > WORDS][:1]
        if not (set(WORD.findall(title)) & set(WORD.findall(" ".join(t for _, t in below)))) and len(below) == 1:
            return below[0]
    if not heads and page.loose:
        # Beside the names of paper and section, the headline is what the page shows as well.
        parts = {bare(part): part for part in SITE.split(title) if len(part.split()) >= WORDS}
        for node in tree.iter(*SHOWS) if len(parts) > 1 or len(SITE.split(title)) > 1 else ():
            if (text := words(node)) and bare(text) in parts:
                return node, text
    if not heads:
        # Without a heading of the first level, the page's title may stand in the next one.
        titled = (node for node in tree.iter("h2", "h3") if title and bare(words(node)) == bare(title))
        return next(((node, words(node)) for node in titled), (None, title))
    if not DEVANAGARI.search(title):
        # A title for search engines, in Latin letters, is like none of the headings; the first stands over the article.
        hindi = ((node, text) for node, text in heads if DEVANAGARI.search(text) and len(text.split()) > WORDS)
        if (found := next(hindi, None)) is not None:
            return found
    wanted = set(WORD.findall(title))

    def alike(text: str) -> float:
        mine = set(WORD.findall(text))
        return len(mine & wanted) / max(min(len(mine), len(wanted)), 1)

    node, text = max(heads, key=lambda head: (alike(head[1]), len(head[1].split()) >= WORDS))
    if page.loose and (rest := bare(title).removeprefix(bare(text))) not in ("", bare(title)):
        # The paper's name in the first size, in front of the page's title; the headline in the next one.
        for other in tree.iter("h2", "h3", "h4"):
            if bare(words(other)) == rest:
                return other, words(other)
    if wanted and (alike(text) < ALIKE or (len(text.split()) < WORDS and len(wanted) > WORDS)):
        # The name of the paper or of a section; other tags may hold the headline itself.
        same = [n for n in tree.iter(*SHOWS) if bare(words(n)) == bare(title)]
        if page.loose and not same and len(heads) == 1 and len(text.split()) > WORDS:
            # Every page of the paper has the same title.
            return node, text
        return (same[-1] if same else None), title
    return node, text


def kicker(head: Element | None, patterns: Patterns) -> str:
    """The section that stands close above the headline as a link."""
    for up in (head, *islice(head.iterancestors(), 2)) if head is not None else ():
        for node in islice(up.itersiblings(preceding=True), 2):
            if not patterns.section.search(mark_of(node)):
                continue
            links = [text for a in node.iter("a") if (text := words(a))]
            if links and len(links[0]) <= KICKER:
                return links[0]
    return ""


def large(node: Element) -> bool:
    """Whether a `font` is of a headline."""
    size = node.get("size", "")
    return size in ("4", "5", "6", "7") or (size.startswith("+") and size != "+0")


def captioned(tree: Element) -> bool:
    """Whether the captions of pictures, or the words of slides, are the text: they say more than the paragraphs."""
    slides: dict[tuple[Element | None, str], dict[Element, int]] = {}
    for img in tree.iter("img", "amp-img", "picture"):
        for node in islice(img.iterancestors("div", "li", "section"), 3):
            if node.get("class") and PICTURE <= (size := len(words(node))) <= SUBTITLE and share(node) < LISTS:
                slides.setdefault((node.getparent(), node.get("class", "")), {})[node] = 0 if card(node) else size
    texts = sum(size for p in tree.iter("p") if (size := len(words(p))) >= PICTURE)
    if any(len(alike) >= PICTURES and sum(alike.values()) > texts for alike in slides.values()):
        return True
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
    # A single paragraph between the headline and who wrote the article, or when, or a picture.
    lead, first = "", page.whole
    for n, node in enumerate(head.xpath("following::*")):
        if n > FOLLOWING:
            break
        first = first and node.tag not in FRAMES
        text = words(node)
        if not text or len(text) > SUBTITLE or next(node.iter("li"), None) is not None:
            continue
        mark = mark_of(node)
        about = node.tag == "time" or patterns.byline.search(mark) or patterns.clock.search(mark)
        if about or (len(text) <= LINE and patterns.label.match(text)):
            if lead and not clock(text, patterns):
                return lead
            # The hour of an entry of a live blog, below what it is about.
            if lead:
                break
            first = False
            continue
        marked = patterns.subtitle.search(mark) and not patterns.drop.search(mark) and len(text.split()) > WORDS
        if marked or (own and bare(text) == own and bare(page.body)[: len(own)] != own):
            return text
        if node.tag == "h2" and len(text.split()) > WORDS:
            return text
        inner = next((one for one in node.iter(*PARAGRAPHS) if one is not node), None) is None
        whole = len(text) >= PROSE or text.endswith(ENDS)
        if first and inner and not lead and (whole or (node.tag in SET_APART and len(text.split()) > 2 * WORDS)):
            lead = text
        elif whole and text != lead and (node.tag == "p" or (lead and inner)):
            break
    return page.alternative
