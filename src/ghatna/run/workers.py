"""The costly steps, reading a page and coding a document, in this process or in several; their order is kept."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from ghatna.errors import GhatnaError, ReadError
from ghatna.model import Document, Event
from ghatna.read.patterns import patterns
from ghatna.read.record import Record, read_record

if TYPE_CHECKING:
    from concurrent.futures import Future  # what several processes need is loaded for several processes

AHEAD = 3
"""Pieces of work for each process that wait or are done before they are asked for."""

Found = list[list[Document | ReadError]]
"""What was found in each of some records."""
Item = TypeVar("Item")
Given = TypeVar("Given")
Result = TypeVar("Result")


class Coding(Protocol):
    """What a run needs of a coder."""

    @property
    def version(self) -> str: ...

    def code(self, document: Document) -> list[Event]: ...


def read_some(some: Sequence[Record], folders: tuple[Path, ...] = ()) -> Found:
    """The documents of records, by the outlets of the package and of a user's `folders`. A page on which reading breaks
    down is an error of its own, whatever broke."""
    known = patterns(folders=folders)
    found: Found = []
    for record in some:
        here: list[Document | ReadError] = []
        try:
            here += read_record(record, known)
        except Exception as wrong:  # noqa: BLE001 - one page of a hundred thousand must not stop the others
            here.append(ReadError(record.where, f"reading it failed: {type(wrong).__name__}: {wrong}", url=record.url))
        found.append(here)
    return found


def code_some(coder: Coding, some: Sequence[Document]) -> list[list[Event] | ReadError]:
    """The events of each document, or why it cannot be coded."""
    found: list[list[Event] | ReadError] = []
    for document in some:
        try:
            found.append(coder.code(document))
        except GhatnaError as wrong:
            found.append(ReadError(document.id, str(wrong), url=document.url))
        except Exception as wrong:  # noqa: BLE001 - as above
            found.append(ReadError(document.id, f"coding it failed: {type(wrong).__name__}: {wrong}", url=document.url))
    return found


class Here:
    """All work is done in this process, when it is asked for."""

    def __init__(self, coder: Coding | None, folders: tuple[Path, ...] = ()) -> None:
        self._coder, self._folders = coder, folders

    def read(self, items: Iterable[Item], of: Callable[[Item], Sequence[Record]]) -> Iterator[tuple[Item, Found]]:
        """Each item with what was found in its records."""
        return ((item, read_some(of(item), self._folders)) for item in items)

    def code(
        self, items: Iterable[Item], of: Callable[[Item], Sequence[Document]]
    ) -> Iterator[tuple[Item, list[list[Event] | ReadError]]]:
        """Each item with the events of its documents."""
        assert self._coder is not None
        coder = self._coder
        return ((item, code_some(coder, of(item))) for item in items)

    def close(self) -> None:
        pass


class Apart(Here):
    """The work is done in `jobs` processes, each with a coder that `make` gives; a little is done ahead."""

    def __init__(self, make: Callable[[], Coding] | None, jobs: int, folders: tuple[Path, ...] = ()) -> None:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        super().__init__(None, folders)
        # Processes that begin anew, since a copy of this one would inherit half of its threads' locks.
        self._pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(make,))
        self._ahead = jobs * AHEAD

    def read(self, items: Iterable[Item], of: Callable[[Item], Sequence[Record]]) -> Iterator[tuple[Item, Found]]:
        return self._each(partial(read_some, folders=self._folders), items, of)

    def code(
        self, items: Iterable[Item], of: Callable[[Item], Sequence[Document]]
    ) -> Iterator[tuple[Item, list[list[Event] | ReadError]]]:
        return self._each(_code, items, of)

    def _each(
        self, do: Callable[[Sequence[Given]], Result], items: Iterable[Item], of: Callable[[Item], Sequence[Given]]
    ) -> Iterator[tuple[Item, Result]]:
        from concurrent.futures.process import BrokenProcessPool

        waiting: deque[tuple[Item, Future[Result]]] = deque()
        try:
            for item in items:
                waiting.append((item, self._pool.submit(do, of(item))))
                if len(waiting) > self._ahead:
                    first, result = waiting.popleft()
                    yield first, result.result()
            while waiting:
                first, result = waiting.popleft()
                yield first, result.result()
        except BrokenProcessPool:
            raise GhatnaError(
                "a worker process was ended from outside, perhaps for want of memory (hint: fewer --jobs)"
            ) from None

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


_coder: Coding | None = None


def _begin(make: Callable[[], Coding] | None) -> None:
    """Set up a worker: it leaves Ctrl-C and SIGTERM to its parent, and ends when that is gone."""
    global _coder
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _coder = make() if make else None


def _end_with_parent() -> None:
    from multiprocessing import connection, parent_process

    if (parent := parent_process()) is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _code(some: Sequence[Document]) -> list[list[Event] | ReadError]:
    assert _coder is not None
    return code_some(_coder, some)
