"""A SQLite file that is written in whole transactions and survives a kill, and a lock that dies with its holder."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ghatna.errors import StoreError
from ghatna.store import lock

LOCK = "follow.lock"


class Database:
    """The file, opened, with the tables of `schema`; any number of threads may call.

    Raises `StoreError` for a file that is none of ours or of a newer `format`.
    """

    def __init__(self, path: Path, schema: str, format: int) -> None:
        self.path = path
        self._lock = threading.RLock()
        try:
            self._db = sqlite3.connect(self.path, check_same_thread=False, isolation_level=None, timeout=30.0)
            self._db.execute("PRAGMA journal_mode = WAL")
            # A commit is on the disk when it returns: the order of store and state holds through a power cut.
            self._db.execute("PRAGMA synchronous = FULL")
            (number,) = self._db.execute("PRAGMA user_version").fetchone()
            if number > format:
                raise StoreError(self.path, f"of format {number}, newer than this package (reads up to {format})")
            if number == 0:
                self._db.executescript(f"BEGIN IMMEDIATE;{schema}PRAGMA user_version = {format};COMMIT;")
        except sqlite3.Error as wrong:
            raise StoreError(self.path, f"cannot be used: {wrong}") from None

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing."""
        with self._lock:
            try:
                self._db.execute("BEGIN IMMEDIATE")
                try:
                    yield self._db
                except BaseException:
                    self._db.execute("ROLLBACK")
                    raise
                self._db.execute("COMMIT")
            except sqlite3.Error as wrong:
                raise StoreError(self.path, f"not written: {wrong}") from None

    def ask(self, query: str, values: Sequence[object] = ()) -> list[tuple]:  # type: ignore[type-arg]
        """The rows that answer a query."""
        with self._lock:
            try:
                return self._db.execute(query, values).fetchall()
            except sqlite3.Error as wrong:
                raise StoreError(self.path, f"cannot be read: {wrong}") from None


class Lock(lock.Lock):
    """Only one follower at a time writes into a store; a killed one leaves no lock. Raises `StoreError`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / LOCK, wait=0.0, busy="another `ghatna follow` writes into this store")
