"""Fetching from servers that misbehave: safe addresses only, and limits on time, size and redirects."""

import gzip
import socket
from collections.abc import Iterator
from ipaddress import ip_address, ip_network

import pytest
from typer.testing import CliRunner

from ghatna.errors import ReadError
from ghatna.read.fetch import Client, Limits, Unreachable, fetch, followed
from ghatna.read.safe import Refused, checked, public
from ghatna.serve.cli import app
from server import misbehaving
from server.misbehaving import Site

HERE = (ip_network("127.0.0.1"),)
LIMITS = Limits(size=1_000_000, silence=1.0, seconds=2.0, redirects=3)


@pytest.fixture
def site() -> Iterator[Site]:
    with misbehaving.site() as found:
        yield found


@pytest.fixture
def client() -> Iterator[Client]:
    found = Client(limits=LIMITS, allowed=HERE)
    yield found
    found.close()


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.9.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.100.100.200"),
        *("0.0.0.0", "224.0.0.1", "255.255.255.255", "240.0.0.1", "198.18.0.1", "192.0.0.192", "168.63.129.16"),
        *("::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::1"),
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not public(ip_address(address))


@pytest.mark.parametrize(
    ("block", "before", "after"),
    [
        ("0.0.0.0/8", "", "1.0.0.0"),
        ("10.0.0.0/8", "9.255.255.255", "11.0.0.0"),
        ("100.64.0.0/10", "100.63.255.255", "100.128.0.0"),
        ("127.0.0.0/8", "126.255.255.255", "128.0.0.0"),
        ("169.254.0.0/16", "169.253.255.255", "169.255.0.0"),
        ("172.16.0.0/12", "172.15.255.255", "172.32.0.0"),
        ("192.0.0.0/24", "191.255.255.255", "192.0.1.0"),
        ("192.0.2.0/24", "192.0.1.255", "192.0.3.0"),
        ("192.88.99.0/24", "192.88.98.255", "192.88.100.0"),
        ("192.168.0.0/16", "192.167.255.255", "192.169.0.0"),
        ("198.18.0.0/15", "198.17.255.255", "198.20.0.0"),
        ("198.51.100.0/24", "198.51.99.255", "198.51.101.0"),
        ("203.0.113.0/24", "203.0.112.255", "203.0.114.0"),
        ("224.0.0.0/4", "223.255.255.255", ""),
        ("240.0.0.0/4", "", ""),
    ],
)
def test_blocks_that_are_refused_however_they_are_written(block: str, before: str, after: str) -> None:
    network = ip_network(block)
    for address in (network[0], network[1], network[-2], network[-1]):
        number = int(address)
        inside = [
            *(f"::ffff:{address}", f"64:ff9b::{address}", f"::{address}", f"64:ff9b:1::{address}"),
            f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1",
            f"2001:0:{number >> 16:x}:{number & 0xFFFF:x}::1",
        ]
        assert not [one for one in (str(address), *inside) if public(ip_address(one))]
    for one in filter(None, (before, after)):
        number = int(ip_address(one))
        assert public(ip_address(one)) and public(ip_address(f"::ffff:{one}"))
        assert public(ip_address(f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1"))


@pytest.mark.parametrize(
    "block",
    [
        *("::/128", "::1/128", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:db8::/32"),
        *("3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"),
    ],
)
def test_blocks_of_version_6_that_are_refused(block: str) -> None:
    network = ip_network(block)
    assert not public(network[0]) and not public(network[-1]) and not public(ip_address("fe80::1%eth0"))


@pytest.mark.parametrize(
    "address", ["100.64.0.1", "198.18.0.1", "192.0.0.8", "64:ff9b::a00:1", "fec0::1", "2002:a00:1::1"]
)
def test_a_name_that_stands_for_one_is_not_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    found = [(family, socket.SOCK_STREAM, 6, "", (address, 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(ReadError, match="is not a public address"):
        fetch("http://paper.test/")


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "2404:6800:4002::200e", "::ffff:8.8.8.8"]
)
def test_addresses_that_are_public(address: str) -> None:
    assert public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        *("file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "javascript:alert(1)", "//example.org/"),
        *("http://", "http:///path", "http://user:secret@example.org/", "http://[::1", "http://example.org:99999/"),
    ],
)
def test_only_addresses_of_the_web(url: str) -> None:
    with pytest.raises(Refused):
        checked(url)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "0"])
def test_this_machine_is_not_asked(site: Site, host: str) -> None:
    site.put("/", "secret")
    with pytest.raises(ReadError, match=r"not a public address|no host"):
        fetch(site.url(host=host))
    assert site.asked == []


def test_this_machine_is_asked_where_that_is_allowed(
    site: Site, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.put("/", "खबर")
    assert client.request(site.url()).body.decode() == "खबर"
    with pytest.raises(ReadError, match=r"hint: GHATNA_ALLOW_PRIVATE=1"):
        fetch(site.url())
    monkeypatch.setenv("GHATNA_ALLOW_PRIVATE", "1")
    assert fetch(site.url()).decode() == "खबर"


def test_a_redirect_to_an_address_that_is_not_allowed(site: Site, client: Client) -> None:
    with misbehaving.site() as inner:
        inner.put("/secret", "secret")
        site.pages["/"] = misbehaving.moved(inner.url("/secret", host="127.0.0.2"))
        with pytest.raises(Refused, match=r"127\.0\.0\.2 is not a public address"):
            followed(site.url(), client.request, 3)
        assert inner.asked == []


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "http://user:pw@127.0.0.1/", "http://127.0.0.1:70000/", "ftp://x/"]
)
def test_a_redirect_to_no_page(site: Site, client: Client, target: str) -> None:
    site.pages["/"] = misbehaving.moved(target)
    with pytest.raises(Refused):
        followed(site.url(), client.request, 3)


def test_a_name_is_looked_up_once_and_what_was_checked_is_connected(
    site: Site, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name leads to an allowed address first and to another one afterwards, as an attacker's would."""
    real = socket.getaddrinfo
    answers = ["127.0.0.1", "127.0.0.2", "127.0.0.2"]

    def lookup(host: str, *args: object, **more: object) -> object:
        return real(answers.pop(0) if host == "turning.test" else host, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    site.put("/", "खबर", Connection="close")
    assert client.request(site.url(host="turning.test")).body
    assert site.headers[0]["host"] == f"turning.test:{site.port}"
    assert answers == ["127.0.0.2", "127.0.0.2"]
    with pytest.raises(Refused, match="not a public address"):
        client.request(site.url(host="turning.test"))


def test_redirects_are_followed_up_to_a_limit(site: Site, client: Client) -> None:
    for n in range(3):
        site.pages[f"/{n}"] = misbehaving.moved(f"/{n + 1}")
    site.put("/3", "here")
    answer = followed(site.url("/0"), client.request, 3)
    assert (answer.url, answer.body) == (site.url("/3"), b"here")
    with pytest.raises(Refused, match="more than 2 redirects"):
        followed(site.url("/0"), client.request, 2)


def test_a_circle_of_redirects(site: Site, client: Client) -> None:
    site.pages["/a"], site.pages["/b"] = misbehaving.moved("/b"), misbehaving.moved("/a#x")
    with pytest.raises(Refused, match="circle"):
        followed(site.url("/a"), client.request, 9)


@pytest.mark.parametrize(
    ("behaviour", "kind", "why"),
    [
        (misbehaving.silent, Unreachable, "timed out"),
        (misbehaving.dripping, Unreachable, "too long as a whole|timed out"),
        (misbehaving.endless, Refused, "larger than 1 MB"),
        (misbehaving.large_head, Unreachable, "cannot be fetched"),
        (misbehaving.cut_off, Unreachable, "cannot be fetched"),
        (misbehaving.no_http, Unreachable, "cannot be fetched"),
        (misbehaving.bomb, Refused, "larger than 1 MB"),
        (misbehaving.page(gzip.compress(b"x" * 500)[:-9], Content_Encoding="gzip"), Unreachable, "cut off"),
        (misbehaving.page(b"no gzip", Content_Encoding="gzip"), Unreachable, "broken gzip"),
        (misbehaving.page(b"?", Content_Encoding="br"), Refused, "'br', which was not asked for"),
    ],
)
def test_limits(site: Site, client: Client, behaviour: misbehaving.Behaviour, kind: type[ReadError], why: str) -> None:
    site.pages["/"] = behaviour
    with pytest.raises(kind, match=why) as wrong:
        client.request(site.url())
    assert str(wrong.value).startswith(site.url()) and "\n" not in str(wrong.value)
    # The connection that went wrong is not used again.
    site.put("/", "good")
    assert client.request(site.url()).body == b"good"


def test_packed_pages(site: Site, client: Client) -> None:
    parts = gzip.compress("भाग ".encode()) + gzip.compress("दो".encode()) + b"\0\0"
    site.put("/", parts, Content_Encoding="gzip")
    assert client.request(site.url()).body.decode() == "भाग दो"


def test_no_server_and_no_host(client: Client) -> None:
    with misbehaving.site() as gone:
        url = gone.url()
    for there in (url, "http://no-such-host.invalid/"):
        with pytest.raises(Unreachable, match="cannot be fetched"):
            client.request(there)


def test_the_shell_codes_an_address(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GHATNA_ALLOW_PRIVATE", "1")
    site.put("/a", misbehaving.article(1))
    site.pages["/moved"], site.pages["/large"] = misbehaving.moved("/a"), misbehaving.bomb
    told = CliRunner().invoke(app, ["code", *map(site.url, ("/moved", "/none", "/large")), "--format", "jsonl"])
    assert told.exit_code == 1 and "Traceback" not in told.output
    assert '"type":"' in told.stdout
    assert f"ghatna: {site.url('/none')}: the server answers 404\n" in told.stderr
    assert f"ghatna: {site.url('/large')}: larger than 10 MB\n" in told.stderr
