"""Asking servers for a follower: sources are polled, pages fetched and read; whatever goes wrong is noted."""

import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from email.message import Message
from random import Random
from threading import Event as Flag
from threading import Lock

from msgspec import Struct

from ghatna.errors import GhatnaError, ReadError, Reason, StoreError
from ghatna.model import Document
from ghatna.read.fetch import FORBIDDEN, Answer
from ghatna.read.listing import Listed, key, listing
from ghatna.read.patterns import patterns
from ghatna.read.polite import Polite, Stopped, Trouble, Waiting
from ghatna.read.record import Answer as Said
from ghatna.read.record import Record, read_record
from ghatna.read.safe import Private, Refused
from ghatna.run.journal import Journal
from ghatna.run.plan import Plan
from ghatna.run.state import State
from ghatna.run.tasks import Page, Source

GIVEN_UP = 5
"""Tries after which a page older than `since` is given up."""
LONGEST = 21_600.0
"""Seconds to which back-off grows."""
REFUSED = 3600.0
"""Seconds, at least, for which a source that may not be asked is left alone."""
UNCHANGED, GONE = 304, 404
NOT_YET = 2
"""Times that a page which is not there is looked for again."""
UNPACKED = 5
"""Times the size of a page that a packed sitemap may unpack to."""
SHOWN = 1000


class Report(Struct):
    """What a run did; `failed` has one line for each source or page that failed, the first thousand of them."""

    polled: int = 0
    articles: int = 0
    events: int = 0
    dropped: int = 0
    failed: list[str] = []


class Fetched(Struct, frozen=True):
    """A page that was fetched and read."""

    page: Page
    answer: Answer
    document: Document


class Asker:
    """Asks for one plan; any number of threads may call, one a host."""

    def __init__(self, plan: Plan, state: State, polite: Polite, journal: Journal, stop: Flag, random: Random) -> None:
        self.plan, self.state, self.polite, self.journal = plan, state, polite, journal
        self.stop, self.random = stop, random
        self.report = Report()
        self.through: set[str] = set()
        """Sources and pages that a run which ends need not ask again."""
        self.patterns = patterns(folders=plan.folders)
        self.lists = {key(url) for outlet in plan.followed.values() for url, _ in outlet.sources()}
        self._counting = Lock()

    def ask(self, host: str, tasks: Iterable[Source | Page]) -> Iterator[Fetched]:
        """Do the tasks of one host, one after the other, as long as it may be asked."""
        for task in tasks:
            if self.stop.is_set() or self.polite.ready(host) > time.time() + self.plan.manners.patience:
                return
            try:
                if isinstance(task, Source):
                    self.poll(task)
                elif found := self.fetch(task):
                    yield found
            except (Stopped, StoreError):
                return
            except Waiting as wrong:
                self.state.wait(task, next=wrong.until)
            except Exception as wrong:  # noqa: BLE001 - a fault of ours on one page must not stop the other outlets
                self.failed(task, told(wrong), time.time() + self.plan.every)

    def poll(self, source: Source) -> None:
        """Ask a source what it lists."""
        headers = {}
        if source.etag:
            headers["If-None-Match"] = source.etag
        if source.modified:
            headers["If-Modified-Since"] = source.modified
        now = time.time()
        following = now + self.plan.every
        try:
            answer = self.polite.get(source.url, headers)
            if answer.status == UNCHANGED:
                self.state.unchanged(source, next=following, now=now)
                self.told_poll(source, 0, unchanged=True)
                return
            if answer.status != 200:
                raise ReadError(source.url, f"the server answers {answer.status}")
            outlet = self.plan.followed[source.outlet]
            found = listing(
                answer.body, answer.url, source.kind, self.patterns, articles=outlet.articles,
                size=UNPACKED * self.plan.limits.size,
            )  # fmt: skip
        except Trouble as wrong:
            self.failed(source, wrong.problem, max(wrong.until, self.backed_off(source.fails)))
            return
        except Refused as wrong:
            self.failed(source, hinted(wrong), now + max(self.plan.every, REFUSED))
            return
        except (Waiting, Stopped):
            raise
        except ReadError as wrong:
            self.failed(source, wrong.problem, max(following, self.backed_off(source.fails)))
            return
        new = self.state.polled(
            source, self.fresh(found.articles), self.fresh(found.maps), etag=answer.headers.get("etag", ""),
            modified=answer.headers.get("last-modified", ""), next=following, now=now,
        )  # fmt: skip
        self.told_poll(source, new, listed=len(found.articles))

    def told_poll(self, source: Source, new: int, **more: object) -> None:
        """Note that a source was asked."""
        self.through.add(source.name)
        with self._counting:
            self.report.polled += 1
        self.journal.tell("polled", outlet=source.outlet, url=source.url, new=new, **more)

    def fresh(self, listed: Iterable[Listed]) -> list[Listed]:
        """Those not older than the plan wants; those without a time too."""
        oldest = datetime.now(UTC) - timedelta(seconds=self.plan.since)
        times = ((one, one.updated or one.published) for one in listed)
        return [one for one, when in times if when is None or when >= oldest]

    def fetch(self, page: Page) -> Fetched | None:
        """A page fetched and read; None when it gave no document, which is noted."""
        if (other := self.state.document_at([page.key])) and other != page.document:
            self.drop(page, "duplicate", f"the store has it as {other}")
            return None
        try:
            answer = self.polite.get(page.url)
        except Trouble as wrong:
            self.failed(page, wrong.problem, max(wrong.until, self.backed_off(page.tries)))
            return None
        except Refused as wrong:
            self.drop(page, wrong.reason, hinted(wrong))
            return None
        if answer.status == GONE and page.tries < NOT_YET:
            # Lists are sometimes ahead of the pages that they name.
            self.failed(page, f"the server answers {GONE}", time.time() + self.plan.every)
            return None
        if answer.status != 200:
            reason: Reason = "blocked" if answer.status in FORBIDDEN else "article"
            self.drop(page, reason, f"the server answers {answer.status}")
            return None
        if self.many(answer.url) and not self.many(page.url):
            self.drop(page, "article", f"leads to {answer.url}, which is no article")
            return None
        documents: list[Document] = []
        for one in read_record(record(answer), self.patterns):
            if isinstance(one, ReadError):
                self.drop(page, one.reason, one.problem)
                return None
            documents.append(one)
        if len(documents) != 1:
            self.drop(page, "article", f"{len(documents)} articles in this page, not one")
            return None
        return Fetched(page, answer, documents[0])

    def many(self, url: str) -> bool:
        """Whether an address cannot be a single article's: it is none, a front page or a list."""
        return not url or key(url) in self.lists or key(url) == key("/".join(url.split("/", 3)[:3]))

    def backed_off(self, tries: int) -> float:
        """When something that failed so often may be tried again."""
        grown = min(self.plan.manners.backoff * 2.0 ** min(tries, 20), LONGEST)
        return time.time() + grown * self.random.uniform(0.5, 1.0)

    def failed(self, task: Source | Page, problem: str, next: float) -> None:
        """Note that a task failed and is tried again at `next`, or, a page that is too old by now, never."""
        if next > time.time() + self.plan.manners.patience:
            self.through.add(task.name)
        if isinstance(task, Source):
            self.state.unpolled(task, problem, next=next)
        elif task.tries + 1 >= GIVEN_UP and task.found < time.time() - self.plan.since:
            self.drop(task, "broken", problem)
            return
        else:
            self.state.later(task, problem, next=next)
        if len(self.report.failed) < SHOWN:
            self.report.failed.append(f"{task.url}: {problem}")
        self.journal.tell("failed", outlet=task.outlet, url=task.url, problem=problem, again=stamp(next))

    def drop(self, page: Page, reason: Reason, problem: str) -> None:
        """Note that a page gives no document."""
        self.state.dropped(page, reason, problem, now=time.time())
        with self._counting:
            self.report.dropped += 1
        self.journal.tell("dropped", outlet=page.outlet, url=page.url, reason=reason, problem=problem)


def record(answer: Answer) -> Record:
    """A fetched page as something to be read: of text in an encoding that its server names."""
    message = Message()
    # Without a type it would count as plain text.
    message["content-type"] = answer.headers.get("content-type") or "text/html"
    said = Said(kind=message.get_content_type(), charset=message.get_content_charset() or "")
    return Record(source=answer.url, where=answer.url, body=answer.body, url=answer.url, answer=said)


def hinted(wrong: Refused) -> str:
    """Why something was refused, and what allows it."""
    return wrong.problem + (" (hint: allow_private)" if isinstance(wrong, Private) else "")


def told(wrong: Exception) -> str:
    """An error in one line; of one that nobody foresaw, its kind too."""
    words = " ".join(str(wrong).split())
    return words if isinstance(wrong, GhatnaError) else f"{type(wrong).__name__}: {words}"


def stamp(when: float) -> str:
    """Seconds of the epoch as a time of day in UTC."""
    return datetime.fromtimestamp(when, UTC).isoformat(timespec="seconds")
