"""Large dictionaries of the lexicon, which its index keeps in pieces: `Shelf`.

A text uses a few hundred of fifty thousand words. Reading them all from the index took half the time in which a
sentence is coded; a piece is read when one of its words is first looked up.
"""

import io
import pickle
from collections.abc import Collection, Mapping
from typing import Generic, TypeVar
from zlib import crc32

PIECES = 2048
MANY = 512
"""Pieces after which all are opened: who reads so much will need the rest, and is no longer asked for each word."""
ELSEWHERE = frozenset((("re", "_compile"), ("pathlib", "PosixPath"), ("pathlib", "WindowsPath")))
"""What an index holds besides instances of the package's own classes."""

V = TypeVar("V")


class Reader(pickle.Unpickler):
    """Reads a pickle of the package's own classes and of nothing else: others could run any code."""

    def find_class(self, module: str, name: str) -> object:
        if not module.startswith("ghatna.") and (module, name) not in ELSEWHERE:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in an index")
        return super().find_class(module, name)


class Shelf(Generic[V]):
    """A dictionary by words, read-only. In a pickle it is in pieces, which stay closed until they are needed."""

    def __init__(self, found: Mapping[str, V]) -> None:
        self._open = dict(found)
        self._closed: dict[int, bytes] = {}

    def get(self, word: str) -> V | None:
        """What stands under a word, or None."""
        found = self._open.get(word)
        if found is None and self._closed and (closed := self._closed.get(at := _piece(word))) is not None:
            # Opened before it is given up, so that another thread finds it in one place or in both.
            self._open.update(Reader(io.BytesIO(closed)).load())
            self._closed.pop(at, None)
            if len(self._closed) < PIECES - MANY:
                self.values()
            found = self._open.get(word)
        return found

    def values(self) -> Collection[V]:
        """All that it holds: opens every piece."""
        for closed in list(self._closed.values()):
            self._open.update(Reader(io.BytesIO(closed)).load())
        self._closed = {}
        return self._open.values()

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def __getstate__(self) -> dict[int, bytes]:
        pieces: dict[int, dict[str, V]] = {}
        for word, found in self._open.items():
            pieces.setdefault(_piece(word), {})[word] = found
        opened = {at: pickle.dumps(piece, pickle.HIGHEST_PROTOCOL) for at, piece in pieces.items()}
        return {**self._closed, **opened}

    def __setstate__(self, pieces: dict[int, bytes]) -> None:
        self._open, self._closed = {}, pieces


def _piece(word: str) -> int:
    """The piece that a word is in: the same in every process, as `hash` is not."""
    return crc32(word.encode("utf-8", "surrogatepass")) % PIECES
