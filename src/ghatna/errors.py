"""What can go wrong, said in one line: what, where, why, and what to do.

Library code raises these; only the doors (`serve`) turn them into messages and exit codes.
"""

from pathlib import Path
from typing import Literal

Reason = Literal["hindi", "article", "short", "duplicate", "broken", "blocked"]

REASONS: dict[Reason, str] = {
    "hindi": "not Hindi",
    "article": "no article",
    "short": "too short",
    "duplicate": "duplicate",
    "broken": "broken",
    "blocked": "blocked",
}
"""Why a record of a source gives no document, and how that is called where people read it."""


class GhatnaError(Exception):
    """Base of every error this package raises on purpose; its text is one readable line."""


class DataError(GhatnaError):
    """A fault in `data/` or in a user's `--data` folder. Stops the program: wrong data codes wrongly."""

    def __init__(self, path: Path | str, line: int, problem: str, *, hint: str = "") -> None:
        where = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{where}: {problem}" + (f" (hint: {hint})" if hint else ""))


class ReadError(GhatnaError):
    """An input that cannot be read as Hindi news: counted and named, the other inputs still coded.

    `where` is the file or URL, with `:row` or `#item` for one record of it; `reason` is the kind of problem by which
    it is counted; `url` is the address of the record where it has one.
    """

    def __init__(self, where: Path | str, problem: str, reason: Reason = "broken", *, url: str = "") -> None:
        self.where = str(where)
        self.problem = problem
        self.reason = reason
        self.url = url
        super().__init__(f"{where}: {problem}")

    def __reduce__(self) -> tuple[object, ...]:
        # From one process to another it is made anew from its parts, not from its message.
        return _read_error, (self.where, self.problem, self.reason, self.url)


class StoreError(GhatnaError):
    """A folder that is not a store, a store of a newer version, or a write that could not be made whole."""

    def __init__(self, where: Path | str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")


def _read_error(where: str, problem: str, reason: Reason, url: str) -> ReadError:
    return ReadError(where, problem, reason, url=url)
