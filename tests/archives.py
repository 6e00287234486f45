"""Makes WARC files for tests, as crawlers ship them."""

import gzip
import io
from collections.abc import Sequence

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

SAID = "भारत ने नेपाल को राहत सामग्री भेजी और दोनों देशों ने समझौते पर हस्ताक्षर किए।"
REST = (
    "मंत्रालय के प्रवक्ता ने बताया कि यह सामग्री पिछले सप्ताह की बाढ़ से प्रभावित जिलों में बांटी जाएगी। "
    "अधिकारियों के अनुसार काम अगले महीने पूरा होगा।"
)
HTML = ("Content-Type", "text/html; charset=utf-8")


def page(n: int | str = 1, *, said: str = SAID, rest: str = REST) -> str:
    """An article; its number makes it another one."""
    title = f"राहत सामग्री की खेप {n}"
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p>{said} खेप संख्या {n} है।</p><p>{rest}</p></article></body></html>"
    )


def chunked(raw: bytes, size: int = 50) -> bytes:
    """The bytes as a server sends them that does not know their length."""
    pieces = [raw[i : i + size] for i in range(0, len(raw), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


class Archive:
    """A WARC file in the making."""

    def __init__(self, *, packed: bool = True) -> None:
        self.out = io.BytesIO()
        self._writer = WARCWriter(self.out, gzip=packed)
        self.at: list[int] = []
        """Where each record begins."""
        self._add(self._writer.create_warcinfo_record("x.warc.gz", {"software": "tests"}))

    def _add(self, record: object) -> None:
        self.at.append(self.out.tell())
        self._writer.write_record(record)

    def answer(
        self,
        url: str,
        body: str | bytes,
        *,
        status: str = "200 OK",
        headers: Sequence[tuple[str, str]] = (HTML,),
        kind: str = "response",
    ) -> None:
        """A request and what a server answered to it."""
        sent = StatusAndHeaders("GET / HTTP/1.1", [("Host", "example.in")], is_http_request=True)
        self._add(self._writer.create_warc_record(url, "request", payload=io.BytesIO(), http_headers=sent))
        raw = body.encode() if isinstance(body, str) else body
        told = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1")
        self._add(self._writer.create_warc_record(url, kind, payload=io.BytesIO(raw), http_headers=told))

    def file(self, url: str, body: str, kind: str, *, type: str = "conversion") -> None:
        """A record without HTTP headers."""
        raw = io.BytesIO(body.encode())
        self._add(self._writer.create_warc_record(url, type, payload=raw, warc_content_type=kind))

    def revisit(self, url: str) -> None:
        told = StatusAndHeaders("200 OK", [HTML], protocol="HTTP/1.1")
        self._add(
            self._writer.create_revisit_record(url, "sha1:" + "A" * 32, url, "2025-01-01T00:00:00Z", http_headers=told)
        )

    @property
    def raw(self) -> bytes:
        return self.out.getvalue()


def gzipped(body: str) -> bytes:
    return gzip.compress(body.encode())
