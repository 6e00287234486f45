"""One request for one address: safe, limited in time and size, redirects followed one by one."""

import os
import zlib
from collections.abc import Callable, Iterable

import httpx
from msgspec import Struct

from ghatna.errors import ReadError, Reason
from ghatna.read.safe import ANYWHERE, Line, Network, Private, Refused, Transport, checked

AGENT = "ghatna (reads one page on a person's request)"
FORBIDDEN = (401, 403, 429, 451)
PRIVATE = "GHATNA_ALLOW_PRIVATE"
MOVED = (301, 302, 303, 307, 308)
ZIPPED = ("gzip", "x-gzip")
GZIP = b"\x1f\x8b"


class Limits(Struct, frozen=True):
    """How much is taken from a server: bytes of a body, unpacked; seconds without a byte and as a whole; redirects."""

    size: int = 10_000_000
    silence: float = 20.0
    seconds: float = 60.0
    redirects: int = 5


class Answer(Struct, frozen=True):
    """What a server said: the address that said it, the status, headers by small letters, the body unpacked.

    The body is empty for any status but those from 200 to 299.
    """

    url: str
    status: int
    headers: dict[str, str]
    body: bytes = b""


class Unreachable(ReadError):
    """Nothing whole came: no connection, too slow, cut off, against the protocol. Another time it may."""


class Client:
    """Asks servers, one request a call, from any thread; `allowed` as in `Line`."""

    def __init__(self, agent: str = AGENT, *, limits: Limits | None = None, allowed: tuple[Network, ...] = ()) -> None:
        self.limits = limits or Limits()
        self._line = Line(allowed)
        # Proxies and passwords of the environment would go round the check of addresses.
        self._http = httpx.Client(
            transport=Transport(self._line),
            timeout=self.limits.silence,
            headers={"User-Agent": agent, "Accept-Encoding": "gzip", "Accept-Language": "hi,en;q=0.5"},
            trust_env=False,
        )

    def close(self) -> None:
        """Close the connections that are kept open."""
        self._http.close()

    def request(self, url: str, headers: dict[str, str] | None = None, *, cut: int | None = None) -> Answer:
        """The answer to one GET, redirects not followed. A body larger than `cut` bytes is cut there.

        Raises `Refused` for an address that may not be asked for and a body that is too large, `Unreachable` when
        nothing whole came.
        """
        checked(url)
        self._line.limit(self.limits.seconds)
        try:
            with self._http.stream("GET", url, headers=headers, follow_redirects=False) as answer:
                body = self._body(answer, url, cut) if answer.is_success else b""
                return Answer(url, answer.status_code, dict(answer.headers), body)
        except Refused as wrong:
            raise type(wrong)(url, wrong.problem, wrong.reason) from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as wrong:
            raise Unreachable(url, f"cannot be fetched: {_told(wrong)}") from None

    def _body(self, answer: httpx.Response, url: str, cut: int | None) -> bytes:
        coding = answer.headers.get("content-encoding", "identity").strip().lower()
        most = self.limits.size if cut is None else cut
        if coding in ZIPPED:
            return unzipped(answer.iter_raw(), url, most, cut=cut is not None)
        if coding not in ("identity", ""):
            raise Refused(url, f"packed as {coding!r}, which was not asked for")
        body = bytearray()
        for part in answer.iter_raw():
            body += part
            if len(body) > most:
                if cut is None:
                    raise too_large(url, most)
                break
        return bytes(body[:most])


def unzipped(parts: Iterable[bytes], where: str, most: int, *, cut: bool = False) -> bytes:
    """What gzip packed, never more than `most` bytes of it in memory: a small file may unpack to any size.

    Raises `Refused` when there is more (with `cut`, gives the beginning), `Unreachable` when it is broken or cut off.
    """
    out = bytearray()
    reader = zlib.decompressobj(wbits=31)
    try:
        for part in parts:
            rest = part
            while rest:
                out += reader.decompress(rest, most + 1 - len(out))
                if len(out) > most:
                    if cut:
                        return bytes(out[:most])
                    raise too_large(where, most)
                # Several packed parts may follow each other; anything else behind the end is padding.
                rest = reader.unused_data if reader.eof else b""
                if rest.startswith(GZIP):
                    reader = zlib.decompressobj(wbits=31)
                else:
                    rest = b""
    except zlib.error as wrong:
        raise Unreachable(where, f"broken gzip data: {wrong}") from None
    if not reader.eof:
        raise Unreachable(where, "gzip data that is cut off")
    return bytes(out)


def too_large(where: str, most: int) -> Refused:
    """The error for a body of more than `most` bytes."""
    return Refused(where, f"larger than {most / 1_000_000:g} MB", "broken")


def followed(url: str, ask: Callable[[str], Answer], most: int) -> Answer:
    """The answer at the end of the redirects that begin at `url`; `ask` makes one request, and each is checked anew.

    Raises `Refused` for more than `most` of them or a circle.
    """
    asked = [url]
    while True:
        answer = ask(asked[-1])
        if answer.status not in MOVED or not (target := answer.headers.get("location")):
            return answer
        try:
            there = str(httpx.URL(asked[-1]).join(target).copy_with(fragment=None))
        except (httpx.InvalidURL, ValueError):
            raise Refused(url, f"leads to {target[:100]!r}, which is no address") from None
        if there in asked:
            raise Refused(url, "redirects in a circle")
        if len(asked) > most:
            raise Refused(url, f"more than {most} redirects")
        asked.append(there)


def fetch(url: str) -> bytes:
    """The body of a page that a person asks for. Raises `ReadError` for an answer other than 200, a slow server, a body
    too large, and an address that is not public, unless the environment allows those (`PRIVATE`)."""
    client = Client(allowed=ANYWHERE if os.environ.get(PRIVATE) == "1" else ())
    try:
        answer = followed(url, client.request, client.limits.redirects)
    except Private as wrong:
        raise Refused(url, f"{wrong.problem} (hint: {PRIVATE}=1 allows it)") from None
    finally:
        client.close()
    if answer.status != 200:
        reason: Reason = "blocked" if answer.status in FORBIDDEN else "broken"
        raise ReadError(url, f"the server answers {answer.status}", reason)
    return answer.body


def _told(wrong: Exception) -> str:
    """What went wrong in words: the libraries below say it with a class, or in several lines."""
    return " ".join(str(wrong).split()) or type(wrong).__name__
