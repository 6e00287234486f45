"""Articles by what they may share with another one, on the disk: looked up by day and key, never compared one by one.

A key stands under the day of its article, so what is looked at and what is written lies together however large the
store is, and the cost of an article does not grow. How rare a key is is counted over the days around it, too.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from math import log
from pathlib import Path

import msgspec
from msgspec import Struct

from ghatna.errors import StoreError
from ghatna.store.likeness import Seen
from ghatna.store.traits import Traits

FORMAT = 1
CACHE = 64_000
"""Kilobytes of the index that are kept in memory."""
HELD = 4096
"""Articles that are kept in memory."""
CROWD = 64
"""Articles under one key and day; those of a day's largest story are found by the first of them."""
LOOKED = 500
"""Articles under the keys that are looked up, the rarest first."""
CANDIDATES = 20
WINDOWS, REMEMBERED = 4, 400_000
"""Stretches of days, and keys in each, whose counts are kept in memory."""
BAND = 4
"""Hashes of a band: two texts that share half of their pieces meet in one of sixteen bands nearly always."""
BEFORE = 1000
"""Articles that are taken to have been read before the first, which lets rarity begin with what is usual …"""
USUAL = {"name": 0.0005, "number": 0.004, "body": 0.01, "noun": 0.01, "state": 0.02, "verb": 0.03}
"""… the share of articles that have a key of a kind."""
SCHEMA = """
create table articles (n integer primary key, id text not null, hash integer unique not null, story integer not null,
    saga integer not null, original integer not null, traits blob not null);
create index stories on articles (story);
create table seen (version integer not null);
insert into seen values (-1);
create table posts (day integer, key integer, n integer, primary key (day, key, n)) without rowid;
create table counts (day integer, key integer, n integer not null, primary key (day, key)) without rowid;
"""

decode = msgspec.msgpack.Decoder(Traits).decode
encode = msgspec.msgpack.Encoder().encode


class Near(Struct):
    """An article that shares something: where it stands, and its traits. Articles are counted as they come."""

    n: int
    story: int
    """The first article of its story …"""
    saga: int
    """… and of its saga, …"""
    original: int
    """… and the one that it is a copy of, or itself."""
    seen: Seen


@lru_cache(maxsize=200_000)
def hashed(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def bands(marks: Sequence[int]) -> list[str]:
    """Keys under which copies of one text meet."""
    return [f"~{i} {' '.join(map(str, marks[i : i + BAND]))}" for i in range(0, len(marks), BAND)]


class Index:
    """The index of a store, a file of its own; what it holds can be had again from the store's tables.

    Raises `StoreError` for a file that cannot be used.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._held: dict[int, Near] = {}
        self._counted: dict[range, dict[int, int]] = {}
        """By days, in how many of their articles keys are that were asked for."""
        try:
            self._link = sqlite3.connect(path or "", isolation_level=None, check_same_thread=False, timeout=60.0)
            self._link.execute(f"pragma cache_size = -{CACHE}")
            if path is not None:
                self._link.execute("pragma journal_mode = wal")
                self._link.execute("pragma synchronous = normal")
            (number,) = self._link.execute("pragma user_version").fetchone()
            if number > FORMAT:
                raise StoreError(path or Path(), f"of format {number}, newer than this package (reads up to {FORMAT})")
            if number == 0:
                self._link.executescript(f"begin immediate;{SCHEMA}pragma user_version = {FORMAT};commit;")
        except sqlite3.Error as wrong:
            raise StoreError(path or Path("index"), f"cannot be used: {wrong}") from None

    def close(self) -> None:
        """Close the file."""
        self._link.close()

    def begin(self) -> None:
        """Start a change, alone among writers. Raises `StoreError`."""
        self._do("begin immediate")
        self._held.clear()
        self._counted.clear()

    def commit(self) -> None:
        """Keep the change. Raises `StoreError`."""
        self._do("commit")

    def rollback(self) -> None:
        """Undo the change."""
        if self._link.in_transaction:
            self._do("rollback")

    def _do(self, command: str) -> None:
        try:
            self._link.execute(command)
        except sqlite3.Error as wrong:
            raise StoreError(self.path or Path("index"), f"not written: {wrong}") from None

    @property
    def seen(self) -> int:
        """The version of the table that the index is of."""
        (version,) = self._link.execute("select version from seen").fetchone()
        return int(version)

    @seen.setter
    def seen(self, version: int) -> None:
        self._link.execute("update seen set version = ?", (version,))

    def known(self, ids: Iterable[str]) -> set[str]:
        """Those of some articles that stand in the index."""
        asked = "select 1 from articles where hash = ?"
        return {id for id in ids if self._link.execute(asked, (hashed(id),)).fetchone()}

    def number(self, id: str) -> int | None:
        """The number of an article."""
        found = self._link.execute("select n from articles where hash = ?", (hashed(id),)).fetchone()
        return found[0] if found else None

    def id(self, n: int) -> str:
        """The id of an article."""
        (id,) = self._link.execute("select id from articles where n = ?", (n,)).fetchone()
        return str(id)

    def size(self) -> int:
        """How many articles there are."""
        (count,) = self._link.execute("select count(*) from articles").fetchone()
        return int(count)

    def weigh(self, kinds: Mapping[str, str], days: range) -> dict[str, float]:
        """How much keys weigh: the more, the fewer articles of `days` have them."""
        counts = self._counts([hashed(key) for key in kinds], days)
        read = BEFORE + counts[0]
        return {
            key: round(log(read / (counts[hashed(key)] + USUAL[kind] * BEFORE)), 3)
            if counts[hashed(key)] < read
            else 0.1
            for key, kind in kinds.items()
        }

    def _counts(self, keys: Iterable[int], days: range) -> dict[int, int]:
        """In how many articles of `days` each key is; under 0 how many there are."""
        counts = self._counted.get(days)
        if counts is None:
            if len(self._counted) >= WINDOWS:
                self._counted.clear()
            counts = self._counted[days] = {}
        wanted = [key for key in (0, *keys) if key not in counts]
        if wanted:
            if len(counts) > REMEMBERED:
                counts.clear()
                return self._counts(keys, days)
            counts.update(dict.fromkeys(wanted, 0))
            asked = f"select key, n from counts where day = ? and key in ({','.join('?' * len(wanted))})"
            for day in days:
                for key, n in self._link.execute(asked, (day, *wanted)):
                    counts[key] += n
        return counts

    def near(self, keys: Iterable[str], days: range, *, most: int = CANDIDATES) -> list[Near]:
        """The articles of `days` that share most, by the rarity of what they share, with who has `keys`."""
        wanted = [hashed(key) for key in keys]
        counts = self._counts(wanted, days)
        read = BEFORE + counts[0]
        found: dict[int, float] = {}
        looked = 0
        rarest = sorted((counts[key], key) for key in set(wanted) if counts[key])
        some: list[int] = []
        for count, key in rarest:
            if looked and looked + count > LOOKED:
                break
            looked += count
            some.append(key)
        if not some:
            return []
        asked = f"select key, n from posts where day = ? and key in (?{',?' * (len(some) - 1)})"
        worth = {key: log(read / (counts[key] + 1)) for key in some}
        for day in days:
            for key, n in self._link.execute(asked, (day, *some)):
                found[n] = found.get(n, 0.0) + worth[key]
        best = sorted(found, key=lambda n: (-found[n], n))[:most]
        return [self.one(n) for n in best]

    def one(self, n: int) -> Near:
        """An article by its number."""
        found = self._held.get(n)
        if found is None:
            asked = "select story, saga, original, traits from articles where n = ?"
            story, saga, original, traits = self._link.execute(asked, (n,)).fetchone()
            found = Near(n, story, saga, original, Seen(decode(traits)))
            if len(self._held) >= HELD:
                self._held.clear()
            self._held[n] = found
        return found

    def merge(self, story: int, into: Near) -> list[int]:
        """Take the articles of a story into that of another article; gives them."""
        moved = [n for (n,) in self._link.execute("select n from articles where story = ? order by n", (story,))]
        self._link.execute("update articles set story = ?, saga = ? where story = ?", (into.story, into.saga, story))
        for n in moved:
            self._held.pop(n, None)
        return moved

    def add(
        self, one: Traits, keys: Iterable[str], *, story: int | None, saga: int | None, original: int | None
    ) -> int:
        """Put an article in its place and count it; `keys` are those by which it can be found, None is itself."""
        (last,) = self._link.execute("select max(n) from articles").fetchone()
        n = 1 if last is None else last + 1
        place = (n if at is None else at for at in (story, saga, original))
        self._link.execute(
            "insert into articles values (?, ?, ?, ?, ?, ?, ?)", (n, one.id, hashed(one.id), *place, encode(one))
        )
        posted = {hashed(key) for key in keys}
        every = [0, *posted.union(map(hashed, one.words))]
        day = one.day
        for days, counts in self._counted.items():
            if day in days:
                for key in every:
                    if key in counts:
                        counts[key] += 1
        self._link.executemany(
            "insert into counts values (?, ?, 1) on conflict do update set n = n + 1", ((day, key) for key in every)
        )
        asked = f"select key from counts where day = ? and n > {CROWD} and key in (0{',?' * len(posted)})"
        crowded = {key for (key,) in self._link.execute(asked, (day, *posted))}
        self._link.executemany("insert into posts values (?, ?, ?)", ((day, key, n) for key in posted - crowded))
        return int(n)
