"""Which documents a run has met; on the disk as soon as they are many, so that a long run takes no more memory."""

import sqlite3
from hashlib import blake2b
from typing import Literal

from ghatna.model import Document

CACHE = 16_000
"""Kilobytes that are kept in memory."""


def short(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Seen:
    """Ids with a hash of their texts, forgotten when it is closed."""

    def __init__(self) -> None:
        # A database without a name is a temporary file that is gone when it is closed.
        self._link = sqlite3.connect("", isolation_level=None)
        self._link.execute(f"pragma cache_size = -{CACHE}")
        self._link.execute("create table seen (id blob primary key, text blob) without rowid")
        self._link.execute("begin")

    def meet(self, document: Document) -> Literal["new", "same", "other"]:
        """Whether its id is new, or stands for the same text or for another one already."""
        return self.note(document.id, document.text)

    def note(self, id: str, text: str) -> Literal["new", "same", "other"]:
        """The same by id and text."""
        key, said = short(id), short(text)
        found = self._link.execute("select text from seen where id = ?", (key,)).fetchone()
        if found is None:
            self._link.execute("insert into seen values (?, ?)", (key, said))
            return "new"
        return "same" if found[0] == said else "other"

    def close(self) -> None:
        self._link.close()
