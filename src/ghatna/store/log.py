"""What the log of a Delta table says: a file of JSON lines for each version.

Read here and not by `DeltaTable.history`, which gives an older version the notes of newer ones, and which does not
tell the files of a commit.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import msgspec
from deltalake import DeltaTable


class Commit(NamedTuple):
    """A commit: the names of the files that it added and removed."""

    version: int
    added: frozenset[str]
    removed: frozenset[str]


def place(found: DeltaTable) -> Path:
    """The folder of a table."""
    return Path(url2pathname(urlsplit(found.table_uri).path))


def files(found: DeltaTable) -> list[str]:
    """The data files of a table.

    By their names: `DeltaTable.file_uris` spells letters of a folder's name as `%E0%A4…`.
    """
    return [str(place(found) / uri.rsplit("/", 1)[1]) for uri in found.file_uris()]


def missing(found: DeltaTable) -> list[str]:
    """The data files of a table that are no longer there."""
    return [file for file in files(found) if not Path(file).exists()]


def notes(found: DeltaTable, version: int) -> dict[str, Any]:
    """What the commit of a version says of itself; empty where the log of so old a version was dropped."""
    for line in _lines(found, version):
        if line.startswith(b'{"commitInfo"'):
            return dict(msgspec.json.decode(line)["commitInfo"])
    return {}


def commits(found: DeltaTable) -> Iterator[Commit]:
    """The commits of a table, newest first, as far back as the log goes."""
    for version in range(found.version(), -1, -1):
        lines = _lines(found, version)
        if not lines:
            return
        changed: dict[str, set[str]] = {"add": set(), "remove": set()}
        for line in lines:
            for kind, value in msgspec.json.decode(line).items():
                if kind in changed:
                    changed[kind].add(Path(unquote(value["path"])).name)
        # What only tells a file's statistics anew adds and removes nothing.
        yield Commit(version, frozenset(changed["add"] - changed["remove"]), frozenset(changed["remove"]))


def readable(found: DeltaTable) -> set[int]:
    """The versions all of whose files are still there."""
    there = {path.name for path in place(found).glob("*.parquet")}
    alive = {Path(file).name for file in files(found)}
    lost = alive - there
    out = set()
    for commit in commits(found):
        if not lost:
            out.add(commit.version)
        lost = (lost - commit.added) | (commit.removed - there)
    return out


def needed(found: DeltaTable, versions: set[int]) -> set[str]:
    """The names of the files that the latest version and these ones need."""
    alive = {Path(file).name for file in files(found)}
    out = set(alive)
    for commit in commits(found):
        if commit.version in versions:
            out |= alive
        alive = (alive - commit.added) | commit.removed
    return out


def _lines(found: DeltaTable, version: int) -> list[bytes]:
    try:
        return (place(found) / "_delta_log" / f"{version:020}.json").read_bytes().splitlines()
    except OSError:
        return []
