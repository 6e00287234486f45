"""A news sitemap that somebody gives as a source: the headlines of its pages."""

from collections.abc import Iterator

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.feed import DECLARATION
from ghatna.read.listing import read_sitemap
from ghatna.read.patterns import Patterns
from ghatna.read.text import document

HINDI = ("", "hi", "hin")


def headlines(text: str, where: str, patterns: Patterns) -> Iterator[Document | ReadError]:
    """A document of its headline for each page of a news sitemap; errors name it `where#n`, from 1."""
    # The text is decoded already, whatever its first line says.
    found = read_sitemap(DECLARATION.sub("", text).encode("utf-8", "replace"), where, patterns)
    if not any(page.title for page in found.articles):
        count = len(found.articles) + len(found.maps)
        raise ReadError(
            where,
            f"a sitemap of {count} addresses without headlines (hint: `ghatna follow` reads the pages)",
            "article",
        )
    for n, page in enumerate(found.articles, 1):
        here = f"{where}#{n}"
        try:
            if not page.title:
                raise ReadError(here, "no headline", "article")
            if page.language.lower() not in HINDI:
                raise ReadError(here, f"its language is {page.language}, not hi", "hindi")
            yield document(
                [],
                here,
                patterns,
                title=page.title,
                url=page.url,
                outlet=page.outlet,
                published=page.published,
                updated=page.updated,
            )
        except ReadError as wrong:
            wrong.url = page.url
            yield wrong
