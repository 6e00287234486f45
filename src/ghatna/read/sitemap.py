"""Sitemaps: the pages that a site lists, those of news with headline, outlet and time."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.language import named_hindi
from ghatna.read.patterns import Patterns
from ghatna.read.text import document
from ghatna.read.times import parse
from ghatna.read.xml import harmless


class Listed(Struct, frozen=True, kw_only=True):
    """A page of a sitemap, or another sitemap (`index`); texts as they stand there, empty where it says nothing."""

    url: str
    index: bool = False
    updated: str = ""
    title: str = ""
    outlet: str = ""
    language: str = ""
    published: str = ""


def listed(text: str, where: str) -> list[Listed]:
    """What a sitemap lists, in order. Raises `ReadError` for a text that is none."""
    # No entity is looked up and none is expanded, in the file or outside of it, should one get past `harmless`.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        tree = etree.fromstring(harmless(text, where), parser)
    except (etree.LxmlError, ValueError):
        tree = None
    if tree is None:
        raise ReadError(where, "not readable as a sitemap")
    found = []
    for node in tree:
        if name(node) not in ("url", "sitemap"):
            continue
        told: dict[str, str] = {}
        for part in node.iter():
            # The address of a picture or film is not the page's.
            if name(part) in ("loc", "title", "name") and name(part.getparent()) in ("image", "video"):
                continue
            if value := " ".join((part.text or "").split()):
                told.setdefault(name(part), value)
        if "loc" in told:
            found.append(
                Listed(
                    url=told["loc"],
                    index=name(node) == "sitemap",
                    updated=told.get("lastmod", ""),
                    title=told.get("title", ""),
                    outlet=told.get("name", ""),
                    language=told.get("language", "").lower(),
                    published=told.get("publication_date", ""),
                )
            )
    return found


def name(node: etree._Element | None) -> str:
    """An element's name without its name space; empty for a comment."""
    return etree.QName(node).localname.lower() if node is not None and isinstance(node.tag, str) else ""


def read_sitemap(text: str, where: str, patterns: Patterns) -> Iterator[Document | ReadError]:
    """A document of its headline for each page of a news sitemap; errors name it `where#n`, from 1."""
    pages = listed(text, where)
    if not any(page.title for page in pages):
        raise ReadError(
            where, f"a sitemap of {len(pages)} addresses without headlines (hint: give the pages themselves)", "article"
        )
    for n, page in enumerate(pages, 1):
        here = f"{where}#{n}"
        try:
            if not page.title:
                raise ReadError(here, "no headline", "article", url=page.url)
            if not named_hindi(page.language):
                raise ReadError(here, f"its language is {page.language}, not hi", "hindi", url=page.url)
            yield document(
                [],
                here,
                patterns,
                title=page.title,
                url=page.url,
                outlet=page.outlet,
                published=parse(page.published, patterns),
                updated=parse(page.updated, patterns),
            )
        except ReadError as wrong:
            wrong.url = page.url
            yield wrong
