"""bytes → `Document`: text files, pages, feeds, JSONL, folders, globs, addresses, `-`."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.patterns import patterns
from ghatna.read.source import read_source

__all__ = ["plain", "read", "read_source"]


def read(
    source: str | Path, *, bad: Callable[[ReadError], None] | None = None, data: tuple[Path, ...] = ()
) -> Iterator[Document]:
    """The documents of a source, in order; `data` are folders of your own, whose outlets count.

    An input that cannot be read raises `ReadError`; with `bad`, it is handed there and reading goes on.
    """
    for found in read_source(source, patterns=patterns(folders=data)):
        if isinstance(found, Document):
            yield found
        elif bad is None:
            raise found
        else:
            bad(found)


def plain(text: str) -> Document:
    """A text as it stands, nothing set apart: what a program hands over that has read the page itself."""
    import hashlib

    return Document(id=hashlib.sha256(text.encode()).hexdigest()[:16], text=text)
