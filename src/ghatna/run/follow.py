"""`feeds.toml` → store: polls what lists articles, fetches the new ones, codes and stores them.

Hosts are asked in parallel by threads, each host by one at a time (`ask`); one thread codes and writes. An article is
written to the store first and marked as done after that; what was in doubt when the process was killed is settled at
the next start by asking the store (`state`).
"""

import queue
import threading
import time
from datetime import UTC, datetime
from random import Random

from msgspec import Struct, structs

from ghatna.errors import StoreError
from ghatna.model import Document, Event
from ghatna.pipeline import Coder
from ghatna.read.fetch import Client
from ghatna.read.listing import key
from ghatna.read.polite import Polite
from ghatna.run.ask import Asker, Fetched, Report, told
from ghatna.run.database import Lock
from ghatna.run.journal import Journal
from ghatna.run.local import Coding
from ghatna.run.plan import Plan, plan
from ghatna.run.standing import Standing, standing
from ghatna.run.state import State
from ghatna.run.tasks import Page, Source, Stored
from ghatna.store import Store

__all__ = ["Journal", "Plan", "Report", "Standing", "follow", "plan", "standing"]

BATCH = 32
"""Documents a commit, and …"""
BATCH_SECONDS = 10.0
"""… seconds for which one waits for others."""
WAITING = 64
"""Pages fetched ahead of the coder."""
IDLE = 30.0
LOOK = 0.2
"""Seconds between two looks at what is due."""
ENDING = 5.0
"""Seconds for which the end waits for servers that are being asked."""


def follow(
    plan: Plan,
    coder: Coding,
    store: Store,
    *,
    once: bool = False,
    journal: Journal | None = None,
    stop: threading.Event | None = None,
    random: Random | None = None,
) -> Report:
    """Follow the outlets of `plan` into `store` until `stop` is set, or with `once` until everything that is listed now
    has been read or must wait longer than the plan's patience.

    Raises `StoreError` when the store cannot be written; whatever goes wrong with an outlet is noted and told by
    `standing`, and the others go on.
    """
    lock = Lock(store.folder)
    try:
        follower = _Follower(plan, coder, store, journal or Journal(None), stop or threading.Event(), random)
        try:
            return follower.run(once=once)
        finally:
            follower.close()
    finally:
        lock.close()


class _Ended(Struct, frozen=True):
    host: str


class _Follower:
    def __init__(
        self, plan: Plan, coder: Coding, store: Store, journal: Journal, stop: threading.Event, random: Random | None
    ) -> None:
        self.plan, self.coder, self.store, self.journal, self.stop = plan, coder, store, journal, stop
        random = random or Random()
        self.state = State(store.folder)
        self.client = Client(plan.agent, limits=plan.limits, allowed=plan.allowed)
        self.polite = Polite(self.client, self.state, plan.manners, stop=stop, random=random)
        self.asker = Asker(plan, self.state, self.polite, journal, stop, random)
        self.report = self.asker.report
        self.queue: queue.Queue[Fetched | _Ended] = queue.Queue(WAITING)
        self.active: dict[str, threading.Thread] = {}
        self.ended: dict[str, float] = {}
        self.seen = 0
        """Documents that the store had when it was looked at."""
        self.batch: list[tuple[Stored, Document, list[Event]]] = []
        self.batch_since = 0.0
        self.looked = 0.0

    def close(self) -> None:
        """Let the threads end, and close what is open."""
        self.stop.set()
        until = time.monotonic() + ENDING
        while self.active and time.monotonic() < until:
            try:
                # What is fetched and not coded yet is due again at the next start.
                found = self.queue.get(timeout=0.1)
            except queue.Empty:
                continue
            if isinstance(found, _Ended):
                self.active.pop(found.host).join()
        self.client.close()
        if not self.active:
            self.state.close()

    # ── the one thread that codes and writes ────────────────────────────────────────────────────────

    def run(self, *, once: bool) -> Report:
        started = datetime.now(UTC)
        self.recover()
        lists = ((url, kind, o.called) for o in self.plan.followed.values() for url, kind in o.sources())
        self.state.follow(lists)
        if once:
            self.state.wake(time.time())
        self.journal.tell("start", outlets=len(self.plan.followed), once=once, agent=self.plan.agent)
        try:
            while not self.stop.is_set() and self.step(once=once):
                pass
        finally:
            self.flush()
            self.journal.tell("end", **structs.asdict(structs.replace(self.report, failed=[])))
            self.store.log(
                {
                    "started": started,
                    "ended": datetime.now(UTC),
                    "version": self.coder.version,
                    "sources": [str(self.plan.file)],
                    "documents": self.report.articles,
                    "events": self.report.events,
                    "errors": self.report.failed,
                }
            )
        return self.report

    def step(self, *, once: bool) -> bool:
        """Begin what is due and take one result; False when there is no more to do."""
        if not self.active or time.monotonic() - self.looked > LOOK:
            self.begin(once=once)
        try:
            found = self.queue.get(timeout=LOOK) if self.active else None
        except queue.Empty:
            found = None
        if isinstance(found, Fetched):
            self.take(found)
        elif isinstance(found, _Ended):
            self.active.pop(found.host).join()
            self.ended[found.host] = time.monotonic()
        if self.batch and (
            not self.active or len(self.batch) >= BATCH or time.monotonic() - self.batch_since > BATCH_SECONDS
        ):
            self.flush()
        if self.active or not self.queue.empty():
            return True
        return self.rest(once=once)

    def _work(self, host: str, tasks: list[Source | Page]) -> None:
        try:
            for found in self.asker.ask(host, tasks):
                self.queue.put(found)
        finally:
            self.queue.put(_Ended(host))

    def begin(self, *, once: bool) -> None:
        """A thread for each host that may be asked and has something due."""
        self.looked = time.monotonic()
        now = time.time()
        held = {stored.page.key for stored, _, _ in self.batch}
        # The host that has waited longest first.
        for host, tasks in sorted(self.state.due(now).items(), key=lambda due: self.ended.get(due[0], 0.0)):
            if once:
                tasks = [t for t in tasks if t.name not in self.asker.through]
            tasks = [t for t in tasks if t.name not in held]
            if tasks and host not in self.active and len(self.active) < self.plan.jobs:
                if self.polite.ready(host) > now + self.plan.manners.patience:
                    for task in tasks:
                        self.state.wait(task, next=self.polite.ready(host))
                    continue
                thread = threading.Thread(target=self._work, args=(host, tasks), name=host, daemon=True)
                self.active[host] = thread
                thread.start()

    def rest(self, *, once: bool) -> bool:
        """Wait until something is due; with `once`, False when that is later than patience lasts."""
        now = time.time()
        when = self.state.next(besides=self.asker.through if once else ())
        if once and (when is None or when > now + self.plan.manners.patience):
            return False
        left = IDLE if when is None else min(max(when - now, 0.01), IDLE)
        self.stop.wait(left)
        return True

    def take(self, found: Fetched) -> None:
        """Code a page and put it into the batch, unless the store has it from another address."""
        page, document = found.page, found.document
        canonical = self.canonical(document)
        addresses = (page.key, key(found.answer.url), *([key(canonical)] if canonical else []))
        keys = tuple(dict.fromkeys(addresses))
        here = {name: stored.document for stored, _, _ in self.batch for name in stored.keys}
        other = next((here[name] for name in keys if name in here), None) or self.state.document_at(keys)
        if other is not None and other != page.document:
            self.asker.drop(page, "duplicate", f"the store has it as {other}")
            return
        if not page.document and self.known(document.id):
            self.asker.drop(page, "duplicate", f"the store has it as {document.id}")
            return
        outlet = self.plan.followed.get(page.outlet)
        document = structs.replace(
            document,
            id=page.document or document.id,
            url=canonical or found.answer.url,
            outlet=document.outlet or (outlet.name if outlet else "") or page.outlet,
            published=document.published or (datetime.fromisoformat(page.published) if page.published else None),
        )
        try:
            events = self.coder.code(document)
        except Exception as wrong:  # noqa: BLE001 - a fault of ours on one page must not stop the other outlets
            self.asker.drop(page, "broken", f"cannot be coded: {told(wrong)}")
            return
        if not self.batch:
            self.batch_since = time.monotonic()
        self.batch.append((Stored(page, keys, document.id, len(events)), document, events))

    def known(self, id: str) -> bool:
        """Whether the store has, or is about to get, the document of this id."""
        return any(stored.document == id for stored, _, _ in self.batch) or self.state.has(id)

    def canonical(self, document: Document) -> str:
        """The address that a page names for itself; empty where it cannot be a single article's: some sites name their
        front page on every page."""
        return "" if self.asker.many(document.url) else document.url

    def flush(self) -> None:
        """Store the batch: first the doubt is written down, then the store is asked, then the doubt is settled."""
        if not self.batch:
            return
        batch, self.batch = self.batch, []
        if self.held() != self.seen:
            self.learn()
            batch = [one for one in batch if self.still_new(one[0])]
        self.state.storing(stored for stored, _, _ in batch)
        self.store.add_all([(document, events) for _, document, events in batch], version=self.coder.version)
        self.state.stored((stored for stored, _, _ in batch), now=time.time())
        self.seen = self.held()
        self.group([(document, events) for _, document, events in batch])
        for stored, document, _ in batch:
            self.report.articles += 1
            self.report.events += stored.events
            self.journal.tell(
                "stored", outlet=stored.page.outlet, url=stored.page.url, article=document.id, events=stored.events
            )

    def group(self, batch: list[tuple[Document, list[Event]]]) -> None:
        """Put what was stored into stories. What cannot be done now is done when somebody asks for them."""
        known = self.coder.lexicon.retelling if isinstance(self.coder, Coder) else None
        try:
            self.store.group(batch, known=known)
        except StoreError as wrong:
            self.journal.tell("not grouped", articles=len(batch), problem=str(wrong))

    def still_new(self, stored: Stored) -> bool:
        """Whether no other program has put the article into the store meanwhile; notes it if one has."""
        other = self.state.document_at(stored.keys)
        if other is None or other == stored.page.document:
            return True
        self.asker.drop(stored.page, "duplicate", f"the store has it as {other}")
        return False

    def held(self) -> int:
        """How many documents the store has."""
        return int(self.store.sql("SELECT count(*) AS n FROM documents")["n"][0].as_py())

    def learn(self) -> None:
        """Learn what is in the store."""
        found = self.store.sql("SELECT id, url FROM documents WHERE url != ''").to_pydict()
        self.state.meet(zip(found["url"], found["id"], strict=True))

    def recover(self) -> None:
        """Settle what the last run left in doubt, and learn what is in the store."""
        ids = sorted({document for _, document in self.state.doubtful()})
        if ids:
            there = self.store.sql("SELECT id FROM documents WHERE list_contains($ids, id)", values={"ids": ids})
            events = self.store.events_of(there["id"].to_pylist())
            self.state.settle({id: len(found) for id, found in events.items()}, now=time.time())
            self.journal.tell("recovered", doubtful=len(ids), stored=len(events))
        self.learn()
        self.seen = self.held()
