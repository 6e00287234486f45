"""Manners: robots.txt, one request at a time, rest for a server in trouble."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from ipaddress import ip_network
from random import Random

import pytest

from ghatna.read.fetch import Client, Limits
from ghatna.read.polite import Manners, Polite, Rest, Stopped, Trouble, Waiting, host_of, retry_after
from ghatna.read.safe import Refused
from server import misbehaving
from server.misbehaving import Site

LIMITS = Limits(silence=1.0)
MANNERS = Manners(delay=0.01, backoff=0.02, patience=0.5)


class Kept:
    """A memory that lives as long as the test."""

    def __init__(self) -> None:
        self.hosts: dict[str, Rest] = {}

    def rest(self, host: str) -> Rest:
        return self.hosts.get(host, Rest())

    def keep(self, host: str, rest: Rest) -> None:
        self.hosts[host] = rest


Asking = Callable[..., Polite]


@pytest.fixture
def polite() -> Iterator[Asking]:
    with ExitStack() as open_:

        def make(memory: Kept | None = None, manners: Manners = MANNERS, stop: threading.Event | None = None) -> Polite:
            client = Client("ghatna/1 (+you@example.org)", limits=LIMITS, allowed=(ip_network("127.0.0.1"),))
            open_.callback(client.close)
            return Polite(client, memory or Kept(), manners, stop=stop, random=Random(1))

        yield make


@pytest.fixture
def site() -> Iterator[Site]:
    with misbehaving.site() as found:
        for n in range(9):
            found.put(f"/{n}", str(n))
        yield found


def test_robots_are_asked_once_and_obeyed(site: Site, polite: Asking) -> None:
    site.put("/robots.txt", "User-agent: *\nAllow: /\n\nUser-agent: ghatna\nDisallow: /2\n")
    memory = Kept()
    asker = polite(memory)
    assert asker.get(site.url("/1")).body == b"1"
    with pytest.raises(Refused, match=r"robots\.txt does not allow it"):
        asker.get(site.url("/2"))
    assert polite(memory).get(site.url("/3")).body == b"3"
    assert site.asked == ["/robots.txt", "/1", "/3"]
    assert {h["user-agent"] for h in site.headers} == {"ghatna/1 (+you@example.org)"}


def test_robots_behind_a_byte_order_mark(site: Site, polite: Asking) -> None:
    site.put("/robots.txt", "\ufeffUser-Agent: GHATNA\r\nDisallow: /2\r\n")
    with pytest.raises(Refused, match=r"robots\.txt does not allow it"):
        polite().get(site.url("/2"))


def test_robots_of_the_host_that_a_redirect_leads_to(site: Site, polite: Asking) -> None:
    with misbehaving.site() as other:
        other.put("/robots.txt", "User-agent: *\nDisallow: /")
        site.pages["/moved"] = misbehaving.moved(other.url("/1"))
        with pytest.raises(Refused, match=r"robots\.txt does not allow it"):
            polite().get(site.url("/moved"))
        assert other.asked == ["/robots.txt"]


@pytest.mark.parametrize("status", [404, 403, 410])
def test_a_host_without_robots_allows_everything(site: Site, polite: Asking, status: int) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /", status=status)
    assert polite().get(site.url("/1")).body == b"1"


@pytest.mark.parametrize(
    "behaviour",
    [misbehaving.answers(503), misbehaving.cut_off, misbehaving.silent, misbehaving.moved("/robots.txt")],
)
def test_a_host_whose_robots_cannot_be_read_is_not_asked(
    site: Site, polite: Asking, behaviour: misbehaving.Behaviour
) -> None:
    site.pages["/robots.txt"] = behaviour
    with pytest.raises(Trouble, match=r"robots\.txt"):
        polite().get(site.url("/1"))
    assert "/1" not in site.asked


def test_of_a_huge_robots_the_beginning_counts(site: Site, polite: Asking) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /2\n" + "# nothing\n" * 100_000)
    asker = polite()
    assert asker.get(site.url("/1")).body == b"1"
    with pytest.raises(Refused):
        asker.get(site.url("/2"))


def test_one_request_at_a_time_with_a_pause(site: Site, polite: Asking) -> None:
    for n in range(6):
        site.pages[f"/{n}"] = misbehaving.late(misbehaving.page(str(n)), 0.01)
    asker = polite()
    threads = [threading.Thread(target=asker.get, args=(site.url(f"/{n}"),)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(p for p in site.asked if p != "/robots.txt") == [f"/{n}" for n in range(6)]
    assert site.most_at_once == 1


def test_the_pause_that_robots_ask_for(site: Site, polite: Asking) -> None:
    """Longer than any asker waits, so that no time needs to pass."""
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 3600")
    asker = polite()
    asker.rules(site.url())
    asker.get(site.url("/1"))
    before = time.time()
    with pytest.raises(Waiting) as wrong:
        asker.get(site.url("/2"))
    assert 3500 < wrong.value.until - before <= 3600
    assert "/2" not in site.asked


def test_trouble_grows_and_ends(site: Site, polite: Asking) -> None:
    site.pages["/1"] = misbehaving.at_first(
        *[misbehaving.answers(s) for s in (500, 502, 429)], then=misbehaving.page("1")
    )
    memory = Kept()
    asker = polite(memory, Manners(delay=0.0, backoff=0.1, patience=60.0))
    for n in range(3):
        before = time.time()
        with pytest.raises(Trouble) as wrong:
            asker.get(site.url("/1"))
        assert wrong.value.until - before >= 0.05 * 2**n
        assert memory.rest(host_of(site.url())).troubles == n + 1
    assert asker.get(site.url("/1")).body == b"1"
    assert memory.rest(host_of(site.url())).troubles == 0


def test_retry_after_is_kept_by_the_next_run_too(site: Site, polite: Asking) -> None:
    site.pages["/1"] = misbehaving.answers(429, Retry_After="120")
    memory = Kept()
    before = time.time()
    with pytest.raises(Trouble) as wrong:
        polite(memory).get(site.url("/1"))
    assert 119 < wrong.value.until - before < 125
    with pytest.raises(Waiting):
        polite(memory).get(site.url("/2"))
    assert "/2" not in site.asked


def test_a_short_retry_after_is_waited_for(site: Site, polite: Asking) -> None:
    site.pages["/1"] = misbehaving.at_first(misbehaving.answers(503, Retry_After="0"), then=misbehaving.page("1"))
    asker = polite()
    with pytest.raises(Trouble):
        asker.get(site.url("/1"))
    assert asker.get(site.url("/1")).body == b"1"


def test_what_retry_after_says() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(minutes=5), usegmt=True)
    assert 290 < (retry_after(later) or 0) <= 300
    assert retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    assert [retry_after(v) for v in (" 7 ", "soon", "", "-1", "५")] == [7, None, None, None, None]
    assert retry_after("9" * 50) == 7 * 86_400


def test_who_waits_can_be_stopped(site: Site, polite: Asking) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        polite(stop=stop).get(site.url("/1"))
    assert site.asked == []
