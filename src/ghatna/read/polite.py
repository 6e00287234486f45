"""Requests as servers want them: robots.txt, one at a time with a pause, patience when a server is in trouble."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import Random
from typing import Protocol

from msgspec import Struct
from protego import Protego

from ghatna.errors import ReadError
from ghatna.read.fetch import Answer, Client, Unreachable, followed
from ghatna.read.safe import Private, Refused, authority, checked

ROBOT = "ghatna"
"""The name that robots.txt may speak to."""
ROBOTS_SIZE = 512_000
"""Of a robots.txt, so many bytes count (RFC 9309 asks for at least 500 KiB)."""
ROBOTS_AGE = 86_400.0
LONGEST = 21_600.0
"""Seconds to which back-off grows."""
FURTHEST = 7 * 86_400.0
"""Seconds for which a server's Retry-After is believed."""
PAUSE = 600.0
"""Seconds of the longest pause between two requests that is waited for, however long robots.txt wants it."""
LATER = (408, 425, 429)
"""Answers that mean: another time."""


class Trouble(ReadError):
    """The server had too many requests or could not answer; ask again at `until` (seconds of the epoch)."""

    def __init__(self, where: str, problem: str, until: float) -> None:
        super().__init__(where, problem)
        self.until = until


class Waiting(ReadError):
    """Nothing was asked: the host wants rest until `until`, longer than this run waits."""

    def __init__(self, where: str, until: float) -> None:
        super().__init__(where, "the server asked for rest")
        self.until = until


class Stopped(ReadError):
    """Nothing was asked: the run is ending."""


class Rest(Struct):
    """What is remembered of a host between runs: when it may be asked again, troubles in a row, its robots.txt."""

    ready: float = 0.0
    troubles: int = 0
    robots: str | None = None
    robots_at: float = 0.0


class Memory(Protocol):
    """Where `Rest` is kept."""

    def rest(self, host: str) -> Rest: ...

    def keep(self, host: str, rest: Rest) -> None: ...


class Manners(Struct, frozen=True):
    """Seconds between two requests to a host, of the first back-off, and for which the end of a rest is waited for."""

    delay: float = 2.0
    backoff: float = 30.0
    patience: float = 60.0


class _Host:
    def __init__(self, rest: Rest) -> None:
        self.turn = threading.Lock()
        self.rest = rest
        self.pause = 0.0
        """End of the pause after the last request."""
        self.rules: Protego | None = None
        self.rules_of: str | None = None


class Polite:
    """Asks hosts one request at a time; any number of threads may call."""

    def __init__(
        self, client: Client, memory: Memory, manners: Manners, *, stop: threading.Event | None = None,
        random: Random | None = None,
    ) -> None:  # fmt: skip
        self.client, self.memory, self.manners = client, memory, manners
        self.stop = stop or threading.Event()
        self.random = random or Random()
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def get(self, url: str, headers: dict[str, str] | None = None) -> Answer:
        """The answer to a GET, redirects followed, each host of them asked in its turn and under its robots.txt.

        Raises `Refused`, `Trouble`, `Waiting` or `Stopped`.
        """

        def ask(there: str) -> Answer:
            if not self.rules(there).can_fetch(there, ROBOT):
                raise Refused(there, "robots.txt does not allow it")
            return self._ask(there, lambda: self.client.request(there, headers))

        return followed(url, ask, self.client.limits.redirects)

    def ready(self, name: str) -> float:
        """Until when the host of this name rests after trouble, in seconds of the epoch."""
        return self._host(name).rest.ready

    def rules(self, url: str) -> Protego:
        """What robots.txt of this address's host says. A host without one allows everything, and one that cannot tell
        allows nothing until it can, which raises `Trouble`."""
        parts = checked(url)
        host = self._host(host_of(url))
        rest = host.rest
        if rest.robots is None or time.time() - rest.robots_at > ROBOTS_AGE:
            where = str(parts.copy_with(path="/robots.txt", query=None, fragment=None))
            try:
                answer = followed(
                    where,
                    lambda there: self._ask(there, lambda: self.client.request(there, cut=ROBOTS_SIZE)),
                    self.client.limits.redirects,
                )
            except Trouble as wrong:
                raise Trouble(wrong.where, f"robots.txt: {wrong.problem}", wrong.until) from None
            except Refused as wrong:
                # A robots.txt that leads astray may be mended; a host that must not be asked stays one.
                if isinstance(wrong, Private) and wrong.where == where:
                    raise
                raise self._trouble(host, where, f"robots.txt: {wrong.problem}") from None
            rest.robots = answer.body.decode("utf-8-sig", "replace") if answer.status == 200 else ""
            rest.robots_at = time.time()
            self.memory.keep(host_of(url), rest)
        if host.rules is None or host.rules_of != rest.robots:
            host.rules, host.rules_of = Protego.parse(rest.robots), rest.robots
        return host.rules

    def _ask(self, url: str, request: Callable[[], Answer]) -> Answer:
        """One request in its turn."""
        name = host_of(url)
        host = self._host(name)
        with host.turn:
            self._wait(url, host)
            try:
                answer = request()
            except Unreachable as wrong:
                raise self._trouble(host, url, wrong.problem) from None
            finally:
                host.pause = time.time() + self._pause(host)
            if answer.status in LATER or answer.status >= 500:
                after = retry_after(answer.headers.get("retry-after", ""))
                raise self._trouble(host, url, f"the server answers {answer.status}", after)
            if host.rest.troubles:
                host.rest.troubles = 0
                self.memory.keep(name, host.rest)
            return answer

    def _pause(self, host: _Host) -> float:
        wanted = [self.manners.delay]
        if host.rules is not None:
            wanted.append(host.rules.crawl_delay(ROBOT) or 0.0)
            if rate := host.rules.request_rate(ROBOT):
                wanted.append(rate.seconds / max(rate.requests, 1))
        return max(wanted)

    def _wait(self, url: str, host: _Host) -> None:
        now = time.time()
        if host.rest.ready > now + self.manners.patience:
            raise Waiting(url, host.rest.ready)
        # A pause between two requests is no trouble, and is waited for in all but mad cases.
        if host.pause > now + PAUSE:
            raise Waiting(url, host.pause)
        if self.stop.wait(max(host.rest.ready - now, host.pause - now, 0.0)):
            raise Stopped(url, "stopped")

    def _trouble(self, host: _Host, url: str, problem: str, after: float | None = None) -> Trouble:
        """Lets the host rest: as long as it says, else twice as long each time, never for all clients the same."""
        rest = host.rest
        grown = min(self.manners.backoff * 2 ** min(rest.troubles, 20), LONGEST) * self.random.uniform(0.5, 1.0)
        seconds = grown if after is None else after + self.random.uniform(0.0, 0.1) * grown
        rest.troubles += 1
        rest.ready = max(rest.ready, time.time() + seconds)
        self.memory.keep(host_of(url), rest)
        return Trouble(url, problem, rest.ready)

    def _host(self, name: str) -> _Host:
        with self._lock:
            if name not in self._hosts:
                rest = self.memory.rest(name)
                # A clock that was wrong must not silence a host for ever.
                rest.ready = min(rest.ready, time.time() + FURTHEST)
                self._hosts[name] = _Host(rest)
            return self._hosts[name]


def host_of(url: str) -> str:
    """The host of an address with its port where that is not the usual one. Raises `Refused` for no address."""
    return authority(checked(url))


def retry_after(value: str) -> float | None:
    """Seconds that a Retry-After header asks for, as a number or a date; None where it says neither."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:12]), FURTHEST)
    try:
        day = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    day = day if day.tzinfo else day.replace(tzinfo=UTC)
    return min(max((day - datetime.now(UTC)).total_seconds(), 0.0), FURTHEST)
