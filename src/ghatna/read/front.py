"""What a page shows of its article around the headline: who wrote it, at which desk, when."""

import re
from typing import TypeAlias
from zoneinfo import ZoneInfo

import lxml.html

from ghatna.read.body import blocks
from ghatna.read.byline import EDGE, Piece, credit, credited, ending, meta
from ghatna.read.metadata import PERSON, Said
from ghatna.read.names import person
from ghatna.read.outlets import Outlet
from ghatna.read.patterns import Patterns
from ghatna.read.shape import HUMP, card, words
from ghatna.read.text import bare
from ghatna.read.times import CLOCK, exact, parse

Element: TypeAlias = lxml.html.HtmlElement
NAME, LINE = 60, 160
APART = " \x02 "
"""Between pieces of a line."""
PROSE, FAR = 60, 2
"""Characters of a paragraph, and so many of them, behind which a page no longer tells of its article."""
ABOVE, BELOW = 4, 10
"""Lines above and below a headline that may tell of its article."""
SHOWN = ("byline", "desk", "agency", "dateline", "published", "updated")


def shown(tree: Element, head: Element | None, outlet: Outlet | None, patterns: Patterns) -> tuple[Piece, Piece]:
    """Byline, desk and times as the page shows them, of elements that are marked so; these go out of the tree. Those
    near the headline, and those that stand elsewhere."""
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
    own, above, near, piece = piece, Piece(), Piece(), Piece()
    prose, passed = 0, head is None
    for node in list(tree.iter()):
        if node == head:
            above, piece, passed = piece, Piece(), True
        # Far below it stand the times of other articles and of comments.
        if node.tag == "p" and passed and (len(words(node)) >= PROSE or words(node).endswith("।")):
            prose += 1
            if prose == FAR:
                near, piece = piece, Piece()
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
        lines = [text for line in blocks(node, apart=APART) if (text := plain(line))]
        text = " ".join(lines)
        if len(text) > LINE or card(node):
            continue
        written = [parse(said, patterns) for said in (node.get("datetime"), node.get("content"), text) if said and when]
        if (time := exact(*(written or [None]))) is not None:
            later = "modif" in mark.lower() or "updat" in mark.lower()
            if later:
                piece.updated = piece.updated or time
            else:
                piece.published = piece.published or time
            continue
        if len(lines) > 1:
            some = [
                meta(line, piece, patterns) or credit(line, piece, patterns, first=False)
                for line in joined(lines, patterns)
            ]
            if any(some) and node.getparent() is not None:
                node.drop_tree()
        elif text and meta(text, piece, patterns):
            node.drop_tree()
        elif who and text and len(text) <= NAME and len(node) <= 3 and not piece.byline:
            credited(text, piece, patterns)
            node.drop_tree()
    if prose < FAR:
        near, piece = piece, Piece()
    for key in SHOWN:
        setattr(own, key, getattr(own, key) or getattr(near, key))
        setattr(piece, key, getattr(above, key) or getattr(piece, key))
    return own, piece


def foreign(node: Element, kept: set[Element], patterns: Patterns) -> bool:
    """Whether an element stands in a list of articles or in another article."""
    for up in node.iterancestors():
        if up in kept or up.tag == "body":
            return False
        mark = HUMP.sub(" ", f"{up.get('class', '')} {up.get('id', '')}")
        if up.tag == "aside" or card(up) or patterns.related.search(mark) or patterns.later.search(mark):
            return True
        if next(up.iter("h1"), None) is not None:
            return True
    return False


def front(lines: list[str], title: str, about: Piece, late: Piece, patterns: Patterns) -> set[str]:
    """Adds what the lines around the headline, pieces parted by `APART`, say of the article to what is known `about`
    it, and then what was found far from the headline (`late`). Returns the lines that said it, `bare`."""
    at = next((n for n, line in enumerate(lines) if bare(line) == bare(title)), -1)
    found = [about, late]
    used: set[str] = set()
    if at >= 0:
        above, below = Piece(), Piece()
        for line in lines[max(at - ABOVE, 0) : at]:
            line = plain(line)
            # A day without an hour is today's.
            if patterns.label.match(line) or CLOCK.search(line):
                meta(line, above, patterns)
        used = told(lines[at + 1 : at + 1 + BELOW], below, patterns)
        found = [about, below, above, late]
    for key in SHOWN:
        setattr(about, key, next((value for one in found if (value := getattr(one, key))), getattr(about, key)))
    for key in ("published", "updated"):
        setattr(about, key, exact(getattr(about, key), *(getattr(one, key) for one in found)))
    return used


def told(lines: list[str], piece: Piece, patterns: Patterns) -> set[str]:
    """Takes what the lines below a headline say, as far as no sentence begins; returns those that say it, `bare`."""
    used: set[str] = set()
    name = ""
    for line in joined(lines, patterns):
        some = [text for part in line.split(APART.strip()) if (text := part.strip()).strip(EDGE)]
        whole, parted = plain(line), " | ".join(some)
        if whole.endswith("।"):
            break
        known = piece.byline, piece.published or piece.updated
        if len(whole) <= LINE and (taken(whole, piece, patterns) or taken(parted, piece, patterns)):
            used.add(bare(line))
        elif len(some) > 1:
            # What else stands in the line (buttons, how long it takes to read) hides what it says.
            if told(some, piece, patterns):
                used.add(bare(line))
        elif len(whole) > LINE:
            break
        # A name in a line of its own, above the time.
        if name and not any(known) and (piece.published or piece.updated) and named(name, piece):
            used.add(bare(name))
        name = whole if piece.byline == known[0] else ""
    return used


def plain(line: str) -> str:
    """A line without the marks between its pieces."""
    return " ".join(line.replace(APART.strip(), " ").split())


def taken(line: str, piece: Piece, patterns: Patterns) -> bool:
    """Takes one line, in which pieces are parted by `|`; `False` for one that says nothing."""
    if meta(line, piece, patterns):
        return True
    before, _, time = ending(line, patterns)
    piece.published = piece.published or time
    return credit(before, piece, patterns, first=False) or (time is not None and (named(before, piece) or not before))


def named(text: str, piece: Piece) -> bool:
    """Takes a person's name without a label, of some pieces before a time."""
    some = [name for part in re.split(r"[|,•·]", text) if person(name := part.strip(EDGE))]
    piece.byline = piece.byline or next(iter(some), "")
    return bool(some)


def joined(lines: list[str], patterns: Patterns) -> list[str]:
    """Some lines, a label that stands alone with the line after it."""
    out: list[str] = []
    for line in lines:
        if out and patterns.label.fullmatch(before := plain(out[-1])):
            out[-1] = f"{before.rstrip(' :')}: {line}"
        else:
            out.append(line)
    return out


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
