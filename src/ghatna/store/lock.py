"""A lock in a folder: held by one process at a time, and gone with its holder, however that ends."""

import os
import sqlite3
from pathlib import Path
from types import TracebackType

from ghatna.errors import StoreError

WRITE = "write.lock"
PATIENCE = 900.0
"""Seconds for which a writer waits for another one: compacting a large store takes minutes."""


class Lock:
    """Held from its making until `close`.

    Waits for `wait` seconds for another holder, then raises `StoreError` saying `busy`.
    """

    def __init__(self, path: Path, *, wait: float, busy: str) -> None:
        # SQLite locks the file with what the system has for it, on any system.
        try:
            self._db = sqlite3.connect(path, isolation_level=None, timeout=wait, check_same_thread=False)
            try:
                self._db.execute("BEGIN EXCLUSIVE")
            except sqlite3.Error:
                self._db.close()
                raise
        except sqlite3.Error as wrong:
            if "locked" in str(wrong):
                raise StoreError(path.parent, busy) from None
            raise StoreError(path, f"cannot be used: {wrong}") from None

    def close(self) -> None:
        """Let the next one in."""
        self._db.close()

    def __enter__(self) -> "Lock":
        return self

    def __exit__(self, kind: type[BaseException] | None, it: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def writing(folder: Path, *, wait: float = PATIENCE) -> Lock:
    """The lock of those who write into a store: one at a time, so that nobody's work is done twice. Raises
    `StoreError`."""
    if not os.access(folder, os.W_OK):
        raise StoreError(folder, "not written: permission denied")
    return Lock(folder / WRITE, wait=wait, busy=f"another process has been writing into this store for {wait:.0f} s")
