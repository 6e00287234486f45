"""What can go wrong, said in one line: what, where, why, and what to do.

Library code raises these; only the doors (`serve`) turn them into messages and exit codes.
"""

from pathlib import Path


class GhatnaError(Exception):
    """Base of every error this package raises on purpose; its text is one readable line."""


class DataError(GhatnaError):
    """A fault in `data/` or in a user's `--data` folder. Stops the program: wrong data codes wrongly."""

    def __init__(self, path: Path | str, line: int, problem: str, *, hint: str = "") -> None:
        where = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{where}: {problem}" + (f" (hint: {hint})" if hint else ""))


class ReadError(GhatnaError):
    """An input that cannot be read as Hindi news: counted and named, the other inputs still coded.

    `where` is the file or URL, with `:row` or `#item` for one record of it.
    """

    def __init__(self, where: Path | str, problem: str) -> None:
        self.where = str(where)
        self.problem = problem
        super().__init__(f"{where}: {problem}")


class StoreError(GhatnaError):
    """A folder that is not a store, a store of a newer version, or a write that could not be made whole."""

    def __init__(self, where: Path | str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
