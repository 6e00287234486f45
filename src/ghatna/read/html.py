"""A page → `Document`: what the page says of itself, what its outlet's declaration names, and the paragraphs left."""

import re
from typing import TypeAlias
from zoneinfo import ZoneInfo

import lxml.html
from lxml import etree

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.body import blocks, paragraphs
from ghatna.read.byline import Piece, credit, credited, ending, meta
from ghatna.read.metadata import PERSON, Said, said
from ghatna.read.outlets import Outlet, outlets
from ghatna.read.patterns import Patterns
from ghatna.read.prune import HUMP, Pruner, words
from ghatna.read.text import bare, document
from ghatna.read.times import INDIA, parse

Element: TypeAlias = lxml.html.HtmlElement
# Fewer characters are no article but what was left of menus.
LEAST = 25
# A headline has so many words; the name of a section or paper above it fewer.
WORDS = 3
ALIKE = 0.3
NAME, LINE, SUBTITLE = 60, 160, 500
FOLLOWING, PROSE = 60, 90
"""Elements after a headline among which its subtitle stands, before the first paragraph of so many characters."""
ABOVE, BELOW = 4, 10
"""Lines above and below a headline that may tell of its article."""
REFERENCES = re.compile(
    r"&#(?:0*(?:[0-8]|1[1-24-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]))(?![0-9a-f]);?", re.IGNORECASE
)
"""References to control characters, which a tree may hold and not be given again."""
SHOWN = ("byline", "desk", "agency", "dateline", "published", "updated")
SITE = re.compile(r"\s+[|–—-]\s+|\s*\|\s*")
WORD = re.compile(r"[\w\u0900-\u0963]+")


def read_html(text: str, where: str, patterns: Patterns, *, url: str = "") -> Document:
    """The article of a page. Raises `ReadError` when there is none or it is not Hindi."""
    text = REFERENCES.sub(" ", text)
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        raise ReadError(where, "not readable as HTML") from None
    page = said(tree, url)
    outlet = outlets(patterns.folders).at(page.url or url)
    zone = ZoneInfo(outlet.zone) if outlet is not None else INDIA
    head, title = headline(tree, page, outlet)
    section = next((words(n) for s in (outlet.section if outlet is not None else ()) for n in tree.cssselect(s)), "")
    about = shown(tree, head, outlet, patterns)
    subtitle = below(tree, head, page, outlet, patterns)
    gone = Pruner(tree, head, patterns, page.url, gallery=page.gallery).run(outlet)
    around = blocks(tree)
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
    if sum(map(len, lines)) < LEAST:
        raise ReadError(where, "no article in this page", "article")
    about = front(around, title, about, patterns)
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
        published=parse(page.published, patterns, zone) or about.published,
        updated=parse(page.updated, patterns, zone) or about.updated,
        links=tuple(gone.links),
        cut=(*gone.cut, *alien),
    )


def headline(tree: Element, page: Said, outlet: Outlet | None) -> tuple[Element | None, str]:
    """The element with the headline, and its words: of several, the one that is most like what the page says."""
    for selector in outlet.title if outlet is not None else ():
        for node in tree.cssselect(selector):
            if text := words(node):
                return node, text
    heads = [(node, text) for node in tree.iter("h1") if (text := words(node))]
    title = untitled(page.title, outlet, page)
    if not heads and page.loose:
        # The page's own title may be that of the paper alone; then a single line in the next size is the headline.
        below = [(node, text) for node in tree.iter("h2") if len((text := words(node)).split()) > WORDS]
        if not (set(WORD.findall(title)) & set(WORD.findall(" ".join(t for _, t in below)))) and len(below) == 1:
            return below[0]
    if not heads:
        return None, title
    wanted = set(WORD.findall(title))

    def alike(text: str) -> float:
        mine = set(WORD.findall(text))
        return len(mine & wanted) / max(min(len(mine), len(wanted)), 1)

    node, text = max(heads, key=lambda head: (alike(head[1]), len(head[1].split()) >= WORDS))
    if wanted and (alike(text) < ALIKE or (len(text.split()) < WORDS and len(wanted) > WORDS)):
        # The name of the paper or of a section; other tags may hold the headline itself.
        same = [
            n for n in tree.iter("h2", "h3", "div", "p", "span", "td", "font", "b") if bare(words(n)) == bare(title)
        ]
        return (same[-1] if same else None), title
    return node, text


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


def shown(tree: Element, head: Element | None, outlet: Outlet | None, patterns: Patterns) -> Piece:
    """Byline, desk and times as the page shows them, of elements that are marked so; these go out of the tree."""
    piece = Piece()
    if outlet is not None:
        for key in ("byline", "published", "updated"):
            for selector in getattr(outlet, key):
                if (node := next(iter(tree.cssselect(selector)), None)) is not None:
                    text = node.get("datetime") or node.get("content") or words(node)
                    if key == "byline":
                        if not meta(text, piece, patterns):
                            credited(text, piece, patterns)
                    elif (time := parse(text, patterns, ZoneInfo(outlet.zone))) is not None:
                        setattr(piece, key, getattr(piece, key) or time)
                    break
    kept: set[Element] = set(head.iterancestors()) if head is not None else set()
    # Above the headline may stand today's date or another author: what stands below it counts first.
    own, above, piece = piece, Piece(), Piece()
    for node in list(tree.iter()):
        if node == head:
            above, piece = piece, Piece()
        if not isinstance(node.tag, str) or node.tag in ("meta", "link", "script", "html", "body", "article", "main"):
            continue
        mark = HUMP.sub(
            " ", f"{node.get('class', '')} {node.get('id', '')} {node.get('itemprop', '')} {node.get('rel', '')}"
        )
        who = patterns.byline.search(mark) or "author" in (node.get("itemprop") or "")
        when = node.tag == "time" or patterns.clock.search(mark) or "date" in (node.get("itemprop") or "").lower()
        if not (who or when) or node is head or node in kept or node.getparent() is None:
            continue
        if next(node.iter("time"), node) is not node or foreign(node, kept, patterns):
            continue
        text = words(node)
        if len(text) > LINE:
            continue
        if when and (time := parse(node.get("datetime") or node.get("content") or text, patterns)) is not None:
            later = "modif" in mark.lower() or "updat" in mark.lower()
            if later:
                piece.updated = piece.updated or time
            else:
                piece.published = piece.published or time
            continue
        lines = blocks(node)
        if len(lines) > 1:
            told = [
                meta(line, piece, patterns) or credit(line, piece, patterns, first=False)
                for line in joined(lines, patterns)
            ]
            if any(told) and node.getparent() is not None:
                node.drop_tree()
        elif text and meta(text, piece, patterns):
            node.drop_tree()
        elif who and text and len(text) <= NAME and len(node) <= 3 and not piece.byline:
            credited(text, piece, patterns)
            node.drop_tree()
    for found in (piece, above):
        for key in SHOWN:
            setattr(own, key, getattr(own, key) or getattr(found, key))
    return own


def foreign(node: Element, kept: set[Element], patterns: Patterns) -> bool:
    """Whether an element stands in a list of articles or in another article."""
    for up in node.iterancestors():
        if up in kept or up.tag == "body":
            return False
        mark = HUMP.sub(" ", f"{up.get('class', '')} {up.get('id', '')}")
        if up.tag == "aside" or patterns.related.search(mark) or patterns.later.search(mark):
            return True
        if next(up.iter("h1"), None) is not None:
            return True
    return False


def front(lines: list[str], title: str, about: Piece, patterns: Patterns) -> Piece:
    """What the lines around the headline say of the article, beside what is known `about` it."""
    at = next((n for n, line in enumerate(lines) if bare(line) == bare(title)), -1)
    if at < 0:
        return about
    piece = Piece()
    for line in lines[max(at - ABOVE, 0) : at]:
        if patterns.label.match(line):
            meta(line, piece, patterns)
    for line in joined(lines[at + 1 : at + 1 + BELOW], patterns):
        if len(line) > LINE or line.endswith("।"):
            break
        if not meta(line, piece, patterns):
            before, _, time = ending(line, patterns)
            piece.published = piece.published or time
            credit(before, piece, patterns, first=False)
    for key in SHOWN:
        setattr(about, key, getattr(about, key) or getattr(piece, key))
    return about


def joined(lines: list[str], patterns: Patterns) -> list[str]:
    """Some lines, a label that stands alone with the line after it."""
    out: list[str] = []
    for line in lines:
        if out and patterns.label.fullmatch(out[-1]):
            out[-1] = f"{out[-1].rstrip(' :')}: {line}"
        else:
            out.append(line)
    return out


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
        if node.tag == "p" and len(text) >= PROSE and not marked:
            break
    return page.alternative


def authors(page: Said, about: Piece, outlet: Outlet | None, patterns: Patterns) -> None:
    """Sorts the authors that the page names into persons, desks and agencies; persons that it names win over those
    that it shows."""
    papers = {bare(n).lower() for n in (page.outlet, outlet.name if outlet is not None else "") if n}
    people = Piece()
    names: list[str] = []
    for name, kind in page.authors:
        for one in re.split(r"\s*[,;|]\s*", name):
            if (label := patterns.label.match(one)) is not None:
                one = one[label.end() :]
            nobody = one.lower() in patterns.rules.desk.nobody or patterns.city.fullmatch(one)
            if bare(one).lower() in papers or not bare(one) or nobody:
                continue
            if patterns.desk_end.search(one):
                people.desk = people.desk or one
            elif patterns.credited.fullmatch(one):
                people.agency = people.agency or one
            elif kind in ("", PERSON):
                names.append(one)
    about.byline = ", ".join(dict.fromkeys(names)) or about.byline
    about.desk = people.desk or about.desk
    about.agency = people.agency or about.agency
