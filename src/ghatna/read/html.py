"""A page → `Document`: trafilatura finds the text, JSON-LD and meta tags the rest."""

import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin

import lxml.html
from lxml import etree

from ghatna.errors import ReadError
from ghatna.model import Document, Link
from ghatna.read.patterns import Patterns
from ghatna.read.text import document
from ghatna.read.times import parse

ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "LiveBlogPosting", "BlogPosting")
PAGES = ("WebPage",)
# Fewer characters are no article but what was left of menus.
LEAST = 25


def read_html(text: str, where: str, patterns: Patterns, *, url: str = "") -> Document:
    """The article of a page. Raises `ReadError` when there is none or it is not Hindi."""
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        raise ReadError(where, "not readable as HTML") from None
    said = metadata(tree)
    address = joined(url, said.get("url", ""))
    links = pruned(tree, patterns, address)
    import trafilatura

    found = trafilatura.extract(
        lxml.html.tostring(tree, encoding="unicode"), include_comments=False, include_tables=False
    )
    body = said.get("body", "")
    # The page's own account of its text is cruder, but better than a sidebar taken for the article.
    lines = (found if found and len(found) * 2 >= len(body) else body).split("\n")
    heads = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    title = heads[0] if len(heads) == 1 and heads[0] else said.get("title", "")
    lines = [line.lstrip("- ") for line in lines if line.strip()]
    if sum(len(line) for line in lines if line != title) < LEAST:
        raise ReadError(where, "no article in this page", "article")
    return document(
        lines,
        where,
        patterns,
        title=title,
        url=address,
        outlet=said.get("outlet", ""),
        byline=said.get("author", ""),
        published=parse(said.get("published", ""), patterns),
        updated=parse(said.get("updated", ""), patterns),
        links=links,
    )


def pruned(tree: lxml.html.HtmlElement, patterns: Patterns, address: str) -> tuple[Link, ...]:
    """Takes adverts and lists of related articles out of the tree; gives the links of the latter."""
    links: list[Link] = []
    half = prose(tree) / 2
    for node in list(tree.iter()):
        if not isinstance(node.tag, str) or node.tag in ("html", "body", "article", "main") or node.getparent() is None:
            continue
        mark = f"{node.get('class', '')} {node.get('id', '')}"
        related = patterns.related.search(mark)
        # What holds the headline or most of the text is the article, whatever it is called.
        if not (related or patterns.drop.search(mark)) or next(node.iter("h1"), None) is not None or prose(node) > half:
            continue
        if related:
            for a in node.iter("a"):
                if words := " ".join(a.text_content().split()):
                    links.append(Link(words, joined(address, a.get("href", ""))))
        node.drop_tree()
    return tuple(links)


def prose(node: lxml.html.HtmlElement) -> int:
    """Characters in the paragraphs of an element."""
    return sum(len(p.text_content()) for p in node.iter("p"))


def joined(address: str, href: str) -> str:
    """`href` as a whole address, or as it is where that cannot be told."""
    try:
        return urljoin(address, href)
    except ValueError:
        return href


def metadata(tree: lxml.html.HtmlElement) -> dict[str, str]:
    """title, author, published, updated, outlet, url, body, as far as the page says them; JSON-LD wins."""
    said: dict[str, str] = {}
    described: list[dict[str, object]] = []
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                described += nodes(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    # The article first: what is said of the page as a whole only fills gaps.
    for kinds in (ARTICLES, PAGES):
        for node in described:
            kind = node.get("@type")
            if any(k in kinds for k in (kind if isinstance(kind, list) else [kind])):
                for key, value in (
                    ("title", node.get("headline")),
                    ("author", node.get("author")),
                    ("published", node.get("datePublished")),
                    ("updated", node.get("dateModified")),
                    ("outlet", node.get("publisher")),
                    ("url", node.get("mainEntityOfPage") or node.get("url")),
                ):
                    if name := named(value):
                        said.setdefault(key, name)
                if isinstance(body := node.get("articleBody"), str) and body.strip():
                    said.setdefault("body", unescape(body))
    meta = {
        (m.get("property") or m.get("name") or m.get("itemprop") or "").lower(): m.get("content", "")
        for m in tree.iter("meta")
    }
    for key, names in (
        ("title", ("og:title", "twitter:title")),
        ("author", ("author", "article:author")),
        ("published", ("article:published_time", "datepublished", "publish-date")),
        ("outlet", ("og:site_name",)),
        ("updated", ("article:modified_time", "og:updated_time", "datemodified")),
        ("url", ("og:url",)),
    ):
        for name in names:
            if meta.get(name):
                said.setdefault(key, meta[name].strip())
    for head in tree.iter("title"):
        said.setdefault("title", re.split(r"\s+[|–—-]\s+", " ".join(head.text_content().split()))[0])
    for link in tree.iter("link"):
        if link.get("rel") == "canonical" and link.get("href"):
            said["url"] = link.get("href", "")
    return said


def nodes(value: object) -> Iterator[dict[str, object]]:
    """Every object of a JSON-LD block, through lists and `@graph`."""
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    elif isinstance(value, dict):
        yield value
        yield from nodes(value.get("@graph"))


def named(value: object) -> str:
    """The name of a JSON-LD value: a text, an object with a name or address, or a list of them."""
    if isinstance(value, list):
        return ", ".join(n for n in map(named, value) if n)
    if isinstance(value, dict):
        return named(value.get("name") or value.get("@id"))
    return " ".join(unescape(value).split()) if isinstance(value, str) else ""
