"""One polite request for one address."""

import httpx

from ghatna.errors import ReadError

SECONDS = 20.0
LARGEST = 10_000_000
AGENT = "ghatna (reads one page on a person's request)"


def fetch(url: str) -> bytes:
    """The body of a page. Raises `ReadError` for an answer other than 200, a slow server, or a body too large."""
    try:
        with httpx.stream("GET", url, timeout=SECONDS, follow_redirects=True, headers={"User-Agent": AGENT}) as answer:
            if answer.status_code != 200:
                raise ReadError(url, f"the server answers {answer.status_code}")
            body = bytearray()
            for part in answer.iter_bytes():
                body += part
                if len(body) > LARGEST:
                    raise ReadError(url, f"larger than {LARGEST // 1_000_000} MB")
            return bytes(body)
    except (httpx.HTTPError, httpx.InvalidURL) as wrong:
        raise ReadError(url, f"cannot be fetched: {wrong or type(wrong).__name__}") from None
