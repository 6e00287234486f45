"""What a follower has to do: sources to poll and pages to fetch, as `state` keeps them."""

from msgspec import Struct

from ghatna.read.listing import Kind


class Source(Struct, frozen=True):
    """A feed, sitemap or section page that is due."""

    url: str
    outlet: str
    kind: Kind
    host: str
    depth: int
    etag: str
    modified: str
    fails: int

    @property
    def name(self) -> str:
        """What tells it from other tasks."""
        return f"{self.kind} {self.url}"


class Page(Struct, frozen=True):
    """An article's page that is due; `document` is the id that it has in the store, if it was read before."""

    key: str
    url: str
    outlet: str
    host: str
    tries: int
    found: float
    published: str
    document: str

    @property
    def name(self) -> str:
        """What tells it from other tasks."""
        return self.key


class Stored(Struct, frozen=True):
    """A page that becomes a document: every address by which it is known, and the number of its events."""

    page: Page
    keys: tuple[str, ...]
    document: str
    events: int
