"""A real HTTP server on loopback whose pages behave as badly as they are told."""

import contextlib
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Behaviour = Callable[["Handler"], None]


class Site:
    """What the server has, by path, and what it was asked: paths, headers, how many requests at once."""

    def __init__(self) -> None:
        self.pages: dict[str, Behaviour] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()
        self.over = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.site = self  # type: ignore[attr-defined]
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, body: str | bytes = b"", *, status: int = 200, **headers: str) -> None:
        """A page that is as it should be; `_` in a header's name stands for `-`."""
        self.pages[path] = lambda handler: handler.say(status, body, **headers)

    def count(self, path: str) -> int:
        return self.asked.count(path)

    def close(self) -> None:
        self.over.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def site(self) -> Site:
        return self.server.site  # type: ignore[attr-defined,no-any-return]

    def do_GET(self) -> None:
        site = self.site
        with site.lock:
            site.asked.append(self.path)
            site.headers.append({k.lower(): v for k, v in self.headers.items()})
            site.at_once += 1
            site.most_at_once = max(site.most_at_once, site.at_once)
        try:
            site.pages.get(self.path, lambda handler: handler.say(404))(self)
        except OSError:
            self.close_connection = True
        finally:
            with site.lock:
                site.at_once -= 1

    def say(self, status: int = 200, body: str | bytes = b"", **headers: str) -> None:
        raw = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def handle(self) -> None:
        # A client that was killed is nothing to tell.
        with contextlib.suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def site() -> Iterator[Site]:
    """A server, closed at the end."""
    found = Site()
    try:
        yield found
    finally:
        found.close()


# ── behaviours ──────────────────────────────────────────────────────────────────────────────────────


def dripping(handler: Handler) -> None:
    """A head that comes byte by byte and never ends."""
    handler.close_connection = True
    for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 10_000:
        if handler.site.over.wait(0.02):
            return
        handler.wfile.write(bytes([byte]))


def silent(handler: Handler) -> None:
    """No answer at all."""
    handler.close_connection = True
    handler.site.over.wait(10)


def endless(handler: Handler) -> None:
    """A body without an end."""
    handler.close_connection = True
    handler.send_response(200)
    handler.end_headers()
    while not handler.site.over.is_set():
        handler.wfile.write(b"<p>" + b"x" * 60_000)


def large_head(handler: Handler) -> None:
    """Far too many headers."""
    handler.close_connection = True
    handler.send_response(200)
    for n in range(5000):
        handler.send_header(f"X-{n}", "x" * 100)
    handler.end_headers()


def cut_off(handler: Handler) -> None:
    """A body shorter than its length says."""
    handler.close_connection = True
    handler.say(200, b"<p>short</p>", Content_Length="5000")


def no_http(handler: Handler) -> None:
    """Something that is not HTTP."""
    handler.close_connection = True
    handler.wfile.write(b"220 mail.example ready\r\n\r\n")


def bomb(handler: Handler) -> None:
    """50 MB of zeros in 50 KB."""
    handler.say(200, BOMB, Content_Encoding="gzip")


def moved(target: str, status: int = 302) -> Behaviour:
    """A redirect."""
    return lambda handler: handler.say(status, Location=target)


def at_first(*first: Behaviour, then: Behaviour) -> Behaviour:
    """Some behaviours, one a request, and then another for good."""
    left = list(first)
    return lambda handler: (left.pop(0) if left else then)(handler)


def answers(status: int, **headers: str) -> Behaviour:
    """A status and no body."""
    return lambda handler: handler.say(status, **headers)


def page(body: str | bytes, **headers: str) -> Behaviour:
    """A page."""
    return lambda handler: handler.say(200, body, **headers)


def tagged(body: Callable[[], str], etag: Callable[[], str]) -> Behaviour:
    """A page that says 304 to who has it already."""

    def behave(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == etag():
            handler.say(304, ETag=etag())
        else:
            handler.say(200, body(), ETag=etag())

    return behave


def late(behaviour: Behaviour, seconds: float) -> Behaviour:
    """The same, later."""

    def behave(handler: Handler) -> None:
        time.sleep(seconds)
        behaviour(handler)

    return behave


BOMB = gzip.compress(b"\0" * 50_000_000, 9)


# ── what a paper has ────────────────────────────────────────────────────────────────────────────────


def article(n: int, *, canonical: str = "", more: str = "") -> str:
    """A page with a short report, its own for each number."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return (
        f"<html><head><title>मंत्री ने गांव {n} का दौरा किया</title>{link}</head>"
        f"<body><article><h1>मंत्री ने गांव {n} का दौरा किया</h1>"
        f"<p>कृषि मंत्री ने शुक्रवार को गांव संख्या {n} का दौरा किया और किसानों से मुलाकात की।</p>"
        f"<p>पुलिस ने सड़क पर पथराव करने वाले {n} युवकों को गिरफ्तार किया।{more}</p></article></body></html>"
    )


def feed(*links: str, updated: str = "") -> str:
    """An Atom feed of these addresses."""
    when = f"<updated>{updated}</updated>" if updated else ""
    items = "".join(f'<entry><title>खबर</title><id>{u}</id><link href="{u}"/>{when}</entry>' for u in links)
    return f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>अखबार</title>{items}</feed>'


def sitemap(*links: tuple[str, str]) -> str:
    """A sitemap of addresses and the times of their last change."""
    rows = "".join(f"<url><loc>{u}</loc><lastmod>{when}</lastmod></url>" for u, when in links)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'
