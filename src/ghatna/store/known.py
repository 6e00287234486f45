"""What a store has acknowledged, by document; on the disk as soon as it is much, so that adding to a large store takes
no more memory."""

import sqlite3
from collections.abc import Iterable
from hashlib import blake2b

CACHE = 16_000
"""Kilobytes that are kept in memory."""


def short(*texts: str) -> bytes:
    return blake2b("\n".join(texts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Known:
    """The digest and coder's version of each document, and whether it has events."""

    def __init__(self) -> None:
        # A database without a name is a temporary file that is gone when it is closed. Whoever writes holds no other
        # thread's work: a store is written by one at a time.
        self._link = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._link.execute(f"pragma cache_size = -{CACHE}")
        self._link.execute("create table documents (id blob primary key, state blob) without rowid")
        self._link.execute("create table events (id blob primary key) without rowid")
        self._link.execute("begin")

    def forget(self) -> None:
        """As if nothing had been noted."""
        self._link.execute("delete from documents")
        self._link.execute("delete from events")

    def note(self, documents: Iterable[tuple[str, str, str]]) -> None:
        """Id, digest and version of documents; what was known of them gives way."""
        rows = ((short(id), short(digest, version)) for id, digest, version in documents)
        self._link.executemany("insert or replace into documents values (?, ?)", rows)

    def note_events(self, ids: Iterable[str], *, none: Iterable[str] = ()) -> None:
        """Documents that have events, and such as have `none`."""
        self._link.executemany("delete from events where id = ?", ((short(id),) for id in none))
        self._link.executemany("insert or replace into events values (?)", ((short(id),) for id in ids))

    def has(self, id: str, digest: str, version: str) -> bool:
        """Whether a document is known just so."""
        found = self._link.execute("select state from documents where id = ?", (short(id),)).fetchone()
        return found is not None and found[0] == short(digest, version)

    def among(self, ids: Iterable[str], *, with_events: bool = False) -> set[str]:
        """Those of some documents that are known, or known to have events."""
        table = "events" if with_events else "documents"
        asked = f"select 1 from {table} where id = ?"
        return {id for id in ids if self._link.execute(asked, (short(id),)).fetchone()}

    def __del__(self) -> None:
        self._link.close()
