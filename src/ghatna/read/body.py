"""The paragraphs of an article: of several elements that may hold them, those that agree with what the page says."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

import lxml.html

from ghatna.read.metadata import Said
from ghatna.read.outlets import Outlet
from ghatna.read.patterns import Patterns
from ghatna.read.shape import HUMP, chars

Element: TypeAlias = lxml.html.HtmlElement
BLOCKS = ("address article blockquote body center dd div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td th tr ul").split()  # fmt: skip  # noqa: E501
UNSEEN = ("head", "script", "style", "noscript", "template", "title")
WRAPPED = ("div", "section", "p")
INLINE = ("a", "b", "em", "font", "i", "span", "strong", "u")
WORD = re.compile(r"[\w\u0900-\u0963]+")
# The page's own account counts when it has so many characters: shorter ones are summaries.
ACCOUNT = 200
AGREES, SURE, WHOLE = 0.6, 0.97, 0.8
# A line that shares fewer of its pairs of words with a complete account is no part of the article.
ALIEN = 0.5
CONTAINER = 150
CELL = 30
NEXT = 0.6
"""Characters of a cell on average, below which a table holds figures and no text."""

LARGE = 5000
"""Elements of an uncommonly large page."""


def paragraphs(tree: Element, said: Said, outlet: Outlet | None, patterns: Patterns) -> tuple[list[str], list[str]]:
    """The lines of the article, and lines that stood among them and are none of it."""
    told = said.body.split("\n")
    account = Counter(WORD.findall(said.body)) if len(said.body) >= ACCOUNT else Counter()
    found = list(candidates(tree, outlet, patterns)) if not account else []
    if account:
        best: list[str] = []
        agreed = 0.0
        for one in candidates(tree, outlet, patterns):
            found.append(one)
            if (now := agreement(one[0], account)[0]) > agreed:
                best, agreed = one[0], now
            if agreed >= SURE:
                break
        shared = agreement(best, account)[1]
        if agreed >= AGREES and shared >= WHOLE:
            return ours(best, said.body) if shared >= SURE and said.whole else (best, [])
    # The account is none, a summary of more, or tells more than the page shows.
    best = []
    for lines, more in found:
        # The surest come first, and win unless they hold only a part of what a later one has.
        if prose(lines) > more * prose(best):
            best = lines
    return (best, []) if prose(best) >= prose(told) else (told, [])


def candidates(tree: Element, outlet: Outlet | None, patterns: Patterns) -> Iterator[tuple[list[str], float]]:
    """Lines that may be the article's, the surest first, and how many times the prose of the earlier ones they must
    have to be believed."""
    seen: set[Element] = set()
    for node in containers(tree, outlet, patterns):
        if node not in seen:
            seen.add(node)
            yield blocks(node), 2.0
    if (node := densest(tree)) is not None:
        yield blocks(node), 2.0
    import trafilatura

    found = trafilatura.extract(
        lxml.html.tostring(tree, encoding="unicode"),
        include_comments=False,
        include_tables=False,
        # Its second way, for which each block is compared with all others, takes minutes for a page of thousands.
        fast=sum(1 for _ in tree.iter()) > LARGE,
    )
    yield [line.lstrip("- ") for line in (found or "").split("\n") if line.strip()], 1.4


def containers(tree: Element, outlet: Outlet | None, patterns: Patterns) -> Iterator[Element]:
    """Elements that are marked as the text: by the outlet's declaration, by schema.org, by a usual class."""
    for selector in outlet.body if outlet is not None else ():
        if found := tree.cssselect(selector):
            yield max(found, key=chars)
            break
    for node in tree.iter():
        if isinstance(node.tag, str) and "articleBody" in (node.get("itemprop") or "") and chars(node) >= CONTAINER:
            yield node
            break
    for node in tree.iter("div", "section", "article", "td", "main"):
        mark = HUMP.sub("-", f"{node.get('class', '')} {node.get('id', '')}")
        if patterns.body.search(mark) and chars(node) >= CONTAINER:
            yield node
            break


def densest(tree: Element) -> Element | None:
    """The element that itself has most prose: lines between breaks, or paragraphs that stand directly in it."""
    score: dict[Element, float] = {}
    for node in tree.iter("*"):
        pieces = [node.text, *(child.tail for child in node)] if node.tag != "a" else []
        own = sum(n for piece in pieces if (n := len((piece or "").strip())) >= CELL)
        up = node
        while up.tag in INLINE and (above := up.getparent()) is not None:
            up = above
        if up.tag == "p" and (above := up.getparent()) is not None:
            up = above
        # One that stands alone in another is the same as that.
        while (above := up.getparent()) is not None and up.tag in WRAPPED and alone(up, above):
            up = above
        if own:
            score[up] = score.get(up, 0) + own
            # Paragraphs may each stand in an element of their own.
            if (above := up.getparent()) is not None:
                score[above] = score.get(above, 0) + NEXT * own
    return max(score, key=lambda node: score[node], default=None)


def alone(node: Element, above: Element) -> bool:
    """Whether an element is all that stands in the one above it."""
    return len(above) == 1 and above.tag in WRAPPED and not (above.text or "").strip() and not (node.tail or "").strip()


def blocks(node: Element, *, apart: str = "") -> list[str]:
    """The text of an element, a block or line break a line; tables of figures are left out. With `apart`, that stands
    between pieces of a line that are elements of their own: pages part them by their style alone."""
    lines: list[list[str]] = [[]]

    def walk(here: Element) -> None:
        if not isinstance(here.tag, str) or here.tag in UNSEEN or (here.tag == "table" and figures(here)):
            return
        block = here.tag in BLOCKS or here.tag == "br"
        if block:
            lines.append([])
        lines[-1] += (here.text or "",) if block else (apart, here.text or "")
        for child in here:
            walk(child)
            lines[-1].append(child.tail or "")
        if block:
            lines.append([])
        else:
            lines[-1].append(apart)

    walk(node)
    return [text for parts in lines if (text := " ".join("".join(parts).split()))]


def figures(table: Element) -> bool:
    """Whether a table holds figures: several columns of short cells."""
    cells = [len(" ".join(cell.text_content().split())) for cell in table.iter("td", "th")]
    return len(cells) > 3 and sum(cells) < CELL * len(cells)


def agreement(lines: list[str], account: Counter[str]) -> tuple[float, float]:
    """How well lines agree with the words of an account: F1, and the share of its words that they have."""
    mine = Counter(word for line in lines for word in WORD.findall(line))
    both = (mine & account).total()
    return (2 * both / (mine.total() + account.total()) if both else 0.0), both / account.total()


def ours(lines: list[str], account: str) -> tuple[list[str], list[str]]:
    """Lines sorted into those of an account that is complete, and others."""
    told = WORD.findall(account)
    pairs, single = set(pairwise(told)), set(told)
    kept: list[str] = []
    cut: list[str] = []
    for line in lines:
        found = WORD.findall(line)
        known = [p in pairs for p in pairwise(found)] or [w in single for w in found]
        (kept if sum(known) >= ALIEN * len(known) else cut).append(line)
    return kept, cut


def prose(lines: list[str]) -> int:
    """Characters of the lines that are no labels."""
    return sum(len(line) for line in lines if len(line) >= CELL)
