"""What following remembers, in one SQLite file in the store's folder: sources, pages, hosts.

A page goes `new` → `storing` → `done`, or `new` → `dropped`. It is `storing` from before the store is asked to
acknowledge it until that is written down here, so after a kill only those pages are in doubt, and the store tells.
"""

import sqlite3
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from pathlib import Path

from ghatna.errors import Reason, StoreError
from ghatna.read.listing import Kind, Listed, key
from ghatna.read.polite import Rest, host_of
from ghatna.read.safe import Refused
from ghatna.run.database import Database
from ghatna.run.tasks import Page, Source, Stored

FILE = "follow.sqlite"
FORMAT = 1
DEEP = 2
"""Indexes of sitemaps within indexes."""
AGAIN = 5
"""Times that a page is read anew because it changed: an article, or what was none yet."""
SCHEMA = """
CREATE TABLE outlets(name TEXT PRIMARY KEY, active INTEGER NOT NULL);
CREATE TABLE sources(url TEXT PRIMARY KEY, outlet TEXT NOT NULL, kind TEXT NOT NULL, host TEXT NOT NULL, parent TEXT,
  depth INTEGER NOT NULL DEFAULT 0, etag TEXT NOT NULL DEFAULT '', modified TEXT NOT NULL DEFAULT '',
  next REAL NOT NULL DEFAULT 0, fails INTEGER NOT NULL DEFAULT 0, good REAL NOT NULL DEFAULT 0,
  error TEXT NOT NULL DEFAULT '');
CREATE TABLE pages(key TEXT PRIMARY KEY, url TEXT NOT NULL, outlet TEXT NOT NULL, host TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'new', next REAL NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0,
  found REAL NOT NULL, published TEXT NOT NULL DEFAULT '', updated TEXT NOT NULL DEFAULT '',
  readings INTEGER NOT NULL DEFAULT 0, document TEXT NOT NULL DEFAULT '', events INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '', problem TEXT NOT NULL DEFAULT '', done REAL NOT NULL DEFAULT 0);
CREATE INDEX pages_due ON pages(state, next);
CREATE TABLE addresses(key TEXT PRIMARY KEY, document TEXT NOT NULL);
CREATE INDEX addresses_document ON addresses(document);
CREATE TABLE hosts(name TEXT PRIMARY KEY, ready REAL NOT NULL, troubles INTEGER NOT NULL, robots TEXT,
  robots_at REAL NOT NULL);
"""


class State(Database):
    """What is remembered, read and written by any number of threads."""

    def __init__(self, folder: Path, *, create: bool = True) -> None:
        if not create and not (folder / FILE).is_file():
            raise StoreError(folder, "nothing was followed into this store yet")
        super().__init__(folder / FILE, SCHEMA, FORMAT)

    # ── what is followed ────────────────────────────────────────────────────────────────────────────

    def follow(self, sources: Iterable[tuple[str, Kind, str]]) -> None:
        """Follow these (address, kind, outlet) and no others; what is known of those that stay is kept."""
        wanted = {url: (kind, outlet) for url, kind, outlet in sources}
        with self.change() as db:
            db.execute("UPDATE outlets SET active = 0")
            for outlet in {outlet for _, outlet in wanted.values()}:
                db.execute("INSERT INTO outlets VALUES (?, 1) ON CONFLICT DO UPDATE SET active = 1", (outlet,))
            for (url,) in db.execute("SELECT url FROM sources WHERE parent IS NULL").fetchall():
                if url not in wanted:
                    db.execute("DELETE FROM sources WHERE url = ? OR parent = ?", (url, url))
            for url, (kind, outlet) in wanted.items():
                db.execute(
                    "INSERT INTO sources(url, outlet, kind, host) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                    "outlet = excluded.outlet, kind = excluded.kind, parent = NULL, depth = 0",
                    (url, outlet, kind, host_of(url)),
                )

    def wake(self, now: float) -> None:
        """Every source that is not in trouble is due."""
        with self.change() as db:
            db.execute("UPDATE sources SET next = ? WHERE fails = 0", (now,))

    def due(self, now: float, most: int = 50) -> dict[str, list[Source | Page]]:
        """What is to be asked now, by host: sources first, then pages in the order in which they were found."""
        found: dict[str, list[Source | Page]] = {}
        for row in self.ask(
            f"SELECT {', '.join(Source.__struct_fields__)} FROM sources WHERE next <= ? ORDER BY next, url", (now,)
        ):
            found.setdefault(row[3], []).append(Source(*row))
        columns = ", ".join(Page.__struct_fields__)
        for row in self.ask(
            f"SELECT {columns} FROM (SELECT *, row_number() OVER (PARTITION BY host ORDER BY found, rowid) AS n "
            "FROM pages WHERE state = 'new' AND next <= ? AND outlet IN (SELECT name FROM outlets WHERE active)) "
            "WHERE n <= ?",
            (now, most),
        ):
            found.setdefault(row[3], []).append(Page(*row))
        return found

    def next(self, besides: Collection[str] = ()) -> float | None:
        """When something is due again, in seconds of the epoch, but for the sources and pages `besides`; None for
        never."""
        found = self.ask("SELECT kind || ' ' || url, next FROM sources")
        found += self.ask(
            "SELECT key, next FROM pages WHERE state = 'new' AND outlet IN (SELECT name FROM outlets WHERE active) "
            "ORDER BY next LIMIT ?",
            (len(besides) + 1,),
        )
        return min((when for name, when in found if name not in besides), default=None)

    # ── what came of it ─────────────────────────────────────────────────────────────────────────────

    def polled(
        self, source: Source, articles: Iterable[Listed], maps: Iterable[Listed], *,
        etag: str, modified: str, next: float, now: float,
    ) -> int:  # fmt: skip
        """Note what a source lists, and in the same commit how it is asked the next time: were the mark of its version
        kept before its articles, a kill between would lose them. Returns how many articles are new or changed."""
        count = 0
        with self.change() as db:
            for one in articles:
                try:
                    host = host_of(one.url)
                except Refused:
                    continue
                count += self._listed(db, one, source.outlet, host, now)
            if source.depth < DEEP:
                self._maps(db, source, maps)
            db.execute(
                "UPDATE sources SET etag = ?, modified = ?, next = ?, good = ?, fails = 0, error = '' WHERE url = ?",
                (etag, modified, next, now, source.url),
            )
        return count

    def _listed(self, db: sqlite3.Connection, one: Listed, outlet: str, host: str, now: float) -> int:
        name, updated = key(one.url), stamp(one.updated)
        known = db.execute("SELECT document FROM addresses WHERE key = ?", (name,)).fetchone()
        page = db.execute("SELECT state, updated, readings FROM pages WHERE key = ?", (name,)).fetchone()
        if page is None and known is None:
            db.execute(
                "INSERT INTO pages(key, url, outlet, host, found, published, updated) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (name, one.url, outlet, host, now, stamp(one.published), updated),
            )
            return 1
        if page is not None and page[0] in ("done", "dropped") and page[2] <= AGAIN and page[1] and updated > page[1]:
            db.execute(
                "UPDATE pages SET state = 'new', next = 0, tries = 0, found = ?, updated = ? WHERE key = ?",
                (now, updated, name),
            )
            return 1
        return 0

    def _maps(self, db: sqlite3.Connection, source: Source, maps: Iterable[Listed]) -> None:
        listed = {one.url for one in maps}
        for (url,) in db.execute("SELECT url FROM sources WHERE parent = ?", (source.url,)).fetchall():
            if url not in listed:
                db.execute("DELETE FROM sources WHERE url = ?", (url,))
        for url in sorted(listed):
            try:
                row = (url, source.outlet, "sitemap", host_of(url), source.url, source.depth + 1)
            except Refused:
                continue
            db.execute(
                "INSERT INTO sources(url, outlet, kind, host, parent, depth) VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING",
                row,
            )

    def unchanged(self, source: Source, *, next: float, now: float) -> None:
        """A source answered that it has nothing new."""
        with self.change() as db:
            db.execute(
                "UPDATE sources SET next = ?, good = ?, fails = 0, error = '' WHERE url = ?", (next, now, source.url)
            )

    def unpolled(self, source: Source, problem: str, *, next: float) -> None:
        """A source gave nothing; the mark of its version stays, so that nothing is passed over."""
        with self.change() as db:
            db.execute(
                "UPDATE sources SET next = ?, fails = fails + 1, error = ? WHERE url = ?", (next, problem, source.url)
            )

    def wait(self, task: Source | Page, *, next: float) -> None:
        """A task was not begun; it is due at `next`."""
        with self.change() as db:
            if isinstance(task, Source):
                db.execute("UPDATE sources SET next = ? WHERE url = ?", (next, task.url))
            else:
                db.execute("UPDATE pages SET next = ? WHERE key = ?", (next, task.key))

    def later(self, page: Page, problem: str, *, next: float) -> None:
        """A page did not come; it is tried again at `next`."""
        with self.change() as db:
            db.execute(
                "UPDATE pages SET next = ?, tries = tries + 1, problem = ? WHERE key = ?", (next, problem, page.key)
            )

    def dropped(self, page: Page, reason: Reason, problem: str, *, now: float) -> None:
        """A page gives no document, and will not."""
        with self.change() as db:
            db.execute(
                "UPDATE pages SET state = CASE WHEN document = '' THEN 'dropped' ELSE 'done' END, reason = ?, "
                "problem = ?, done = ?, readings = readings + 1 WHERE key = ?",
                (reason, problem, now, page.key),
            )

    def storing(self, found: Iterable[Stored]) -> None:
        """The store will now be asked to acknowledge these."""
        with self.change() as db:
            for one in found:
                db.execute(
                    "UPDATE pages SET state = 'storing', document = ? WHERE key = ?", (one.document, one.page.key)
                )

    def stored(self, found: Iterable[Stored], *, now: float) -> None:
        """The store has acknowledged these."""
        with self.change() as db:
            for one in found:
                self._done(db, one.page.key, one.document, one.events, now)
                for name in one.keys:
                    db.execute("INSERT OR REPLACE INTO addresses VALUES (?, ?)", (name, one.document))

    def _done(self, db: sqlite3.Connection, name: str, document: str, events: int, now: float) -> None:
        db.execute(
            "UPDATE pages SET state = 'done', document = ?, events = ?, done = ?, readings = readings + 1, "
            "reason = '', problem = '' WHERE key = ?",
            (document, events, now, name),
        )

    # ── after a kill ────────────────────────────────────────────────────────────────────────────────

    def doubtful(self) -> list[tuple[str, str]]:
        """Pages (key and document) of which it is not known here whether the store has them."""
        return self.ask("SELECT key, document FROM pages WHERE state = 'storing'")

    def settle(self, held: dict[str, int], *, now: float) -> None:
        """Settle what is in doubt: `held` are the documents that the store has, with the number of their events."""
        with self.change() as db:
            for name, document in self.doubtful():
                ((before,),) = db.execute("SELECT readings FROM pages WHERE key = ?", (name,)).fetchall()
                if before:
                    # The store has a version of it, whichever: read anew, it takes the place of that.
                    db.execute("UPDATE pages SET state = 'new', next = 0 WHERE key = ?", (name,))
                elif document in held:
                    self._done(db, name, document, held[document], now)
                    db.execute("INSERT OR REPLACE INTO addresses VALUES (?, ?)", (name, document))
                else:
                    db.execute("UPDATE pages SET state = 'new', next = 0, document = '' WHERE key = ?", (name,))

    def meet(self, addresses: Iterable[tuple[str, str]]) -> None:
        """Learn of documents (address and id) that are in the store already."""
        with self.change() as db:
            db.executemany(
                "INSERT OR IGNORE INTO addresses VALUES (?, ?)", ((key(url), document) for url, document in addresses)
            )

    def document_at(self, keys: Iterable[str]) -> str | None:
        """The id of the document that the store has from one of these addresses."""
        for name in keys:
            if found := self.ask("SELECT document FROM addresses WHERE key = ?", (name,)):
                return str(found[0][0])
        return None

    def has(self, document: str) -> bool:
        """Whether the store has the document of this id."""
        return bool(self.ask("SELECT 1 FROM addresses WHERE document = ? LIMIT 1", (document,)))

    # ── hosts ────────────────────────────────────────────────────────────────────────────────────────

    def rest(self, host: str) -> Rest:
        """What is remembered of a host."""
        found = self.ask("SELECT ready, troubles, robots, robots_at FROM hosts WHERE name = ?", (host,))
        return Rest(*found[0]) if found else Rest()

    def keep(self, host: str, rest: Rest) -> None:
        """Remember a host."""
        with self.change() as db:
            db.execute(
                "INSERT OR REPLACE INTO hosts VALUES (?, ?, ?, ?, ?)",
                (host, rest.ready, rest.troubles, rest.robots, rest.robots_at),
            )


def stamp(time: datetime | None) -> str:
    """A time as it is kept: UTC, so that texts compare as times do; empty for none."""
    return "" if time is None else time.astimezone(UTC).isoformat()
