"""Bytes → text: UTF-8 as a rule, other encodings only when it is sure that they give Hindi."""

import codecs
import json
import re

from ghatna.errors import ReadError
from ghatna.read.fonts import font
from ghatna.read.patterns import patterns

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
KINDS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"PAR1", "a Parquet file"),
)
CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
# A letter of UTF-8 has at most four bytes, so a cut leaves at most three of them.
TAIL = 3
GUESSED = 200_000
DECLARED = re.compile(rb"""<(?:\?xml|meta)\s[^>]*?(?:encoding|charset)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
REFERENCE = re.compile(r"&#(?:2[34]\d\d|[xX]0?9[0-7][0-9a-fA-F]);")
ENOUGH = 20
# One mistake in so many characters may be passed over.
PAGE, TEXT = 100, 500
# Every Devanagari letter begins with the byte E0, in Windows-1252 `à`, and then A4 or A5.
NARROWED = re.compile("à[¤¥]|Ã\xa0Â[¤¥]")
LETTERS = 5
# What the bytes 80 to BF are in Windows-1252, or in Latin-1 where that leaves them open.
_LATER = "".join(
    dict.fromkeys(bytes([b]).decode(how, "ignore") for how in ("cp1252", "latin-1") for b in range(128, 192))
)
LETTER = re.compile(f"[Â-ß][{_LATER}]|[à-ï][{_LATER}]{{2}}|[ð-ô][{_LATER}]{{3}}")
TAGS = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^<>]{0,2000}>", re.IGNORECASE | re.DOTALL)


def decode(raw: bytes, where: str, *, charset: str = "") -> str:
    """The text of `raw`, without a byte order mark and with `\\n` line ends; `charset` is what a server called it.

    Raises `ReadError`: empty, binary, or an encoding that is not surely known, which is named.
    """
    if not raw.strip():
        raise ReadError(where, "empty file", "article")
    for start, kind in KINDS:
        if raw.startswith(start):
            raise ReadError(where, f"not text but {kind}")
    text = decoded(raw, where, charset)
    if binary(text):
        raise ReadError(where, "not text but binary data")
    # A browser shows a page with a few of them, too.
    text = CONTROL.sub("\ufffd", text)
    # A file that was put together from others may have their marks in front of it, one behind the other.
    text = repaired(text)
    if len(NARROWED.findall(text)) > len(text) // PAGE:
        raise ReadError(
            where, "UTF-8 that was read as Windows-1252 and lost letters by it (hint: get it from its source)"
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if not text.strip():
        raise ReadError(where, "empty file", "article")
    return text


def rowwise(head: bytes) -> bool:
    """Whether a table that begins so can be read row by row: text in UTF-8, as far as can be seen here."""
    if json.detect_encoding(head) not in ("utf-8", "utf-8-sig") or any(head.startswith(start) for start, _ in KINDS):
        return False
    if binary(head.decode("utf-8", "replace")):
        return False
    whole = head[: head.rfind(b"\n") + 1] or head
    try:
        whole.decode("utf-8")
    except UnicodeDecodeError as wrong:
        # A damaged row is named by its reader, and the rows beside it are read; only another encoding is not.
        return len(whole) - wrong.start <= TAIL or guessed(whole)[0] is None
    return True


def decoded(raw: bytes, where: str, charset: str = "") -> str:
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError as wrong:
                raise ReadError(
                    where, f"not {encoding} at byte {wrong.start} of {len(raw)}, though it begins so"
                ) from None
    # Most bytes of Devanagari in UTF-16 are good ASCII too, so this is asked before UTF-8.
    if raw[:GUESSED].count(b"\x00") > len(raw[:GUESSED]) // PAGE:
        return wide(raw, where)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        bad, cut = wrong.start, wrong.reason == "unexpected end of data"
    if (text := declared(raw, charset)) is not None:
        return text
    if (text := mended(raw)) is not None:
        return text
    if binary(raw[:GUESSED].decode("latin-1")):
        raise ReadError(where, "not text but binary data")
    if cut and devanagari(raw[:bad].decode("utf-8")):
        raise ReadError(
            where, f"not UTF-8 at byte {bad} of {len(raw)}: cut off inside a character? (hint: get it whole)"
        )
    text, _ = guessed(raw)
    if text is not None and len(raw) <= GUESSED:
        return text
    raise ReadError(where, f"not UTF-8 at byte {bad}, {resembles(raw)}")


def mended(raw: bytes) -> str | None:
    """Hindi in UTF-8 with a few mistakes, each of them a mark `\ufffd`: a browser shows a page so too."""
    text = raw.decode("utf-8", "replace")
    page = raw[:GUESSED].lstrip()[:1] == b"<"
    mistakes = text.count("\ufffd")
    return text if mistakes <= len(text) // (PAGE if page else TEXT) and devanagari(shown(text)) else None


def binary(text: str) -> bool:
    """Whether it holds more control characters than stray into a text."""
    return CONTROL.search(text) is not None and len(CONTROL.findall(text)) > len(text) // PAGE


def shown(text: str) -> str:
    """A text without the tags, scripts and styles of a page."""
    return TAGS.sub(" ", text[:GUESSED])


def resembles(raw: bytes) -> str:
    """What is said of bytes that are not UTF-8."""
    if name := font(raw[:GUESSED].decode("cp1252", "replace"), patterns()):
        return f"it is Hindi in the font {name}: convert it to Unicode first"
    seen = guessed(raw)[1]
    return f"it looks like {seen}: save it as UTF-8" if seen else "nor another known encoding"


def guessed(raw: bytes) -> tuple[str | None, str]:
    """The text in the encoding that it looks like, if that gives Hindi, and the name of the encoding, if any fits."""
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:GUESSED]).best()
    if best is None:
        return None, ""
    return (str(best) if devanagari(str(best)) else None), best.encoding


def declared(raw: bytes, charset: str = "") -> str | None:
    """The text in the encoding that its server, or a page or feed for itself, names, when that gives Hindi."""
    at = DECLARED.search(raw[:2048])
    for name in (charset, at[1].decode("ascii") if at else ""):
        try:
            text = raw.decode(name or "undefined")
        except (LookupError, ValueError):
            continue
        # An encoding without Devanagari writes it as `&#2349;`.
        if devanagari(text) or len(REFERENCE.findall(text)) >= ENOUGH:
            return text
    return None


def wide(raw: bytes, where: str) -> str:
    """UTF-32 or UTF-16 without a mark: sure when it gives Devanagari."""
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text, cut = raw.decode(encoding), -1
        except UnicodeDecodeError as wrong:
            text, cut = raw[: wrong.start].decode(encoding), wrong.start
        if devanagari(text):
            if cut < 0:
                return text
            raise ReadError(where, f"not {encoding} at byte {cut} of {len(raw)}, though it begins so")
    raise ReadError(where, "not text but binary data")


def devanagari(text: str) -> bool:
    """Most of its letters are Devanagari."""
    letters = [c for c in text[:20_000] if c.isalpha()]
    return bool(letters) and sum("\u0900" <= c <= "\u097f" for c in letters) > len(letters) / 2


def repaired(text: str) -> str:
    """Hindi in UTF-8 that was read as Windows-1252 (`à¤­à¤¾à¤°à¤¤`), once or twice, set right letter by letter, since
    right text may stand beside it; any other text as it is."""
    for _ in range(2):
        if len(NARROWED.findall(text)) < LETTERS:
            break
        text = LETTER.sub(widened, text)
    return text


def widened(letter: re.Match[str]) -> str:
    """The letter whose bytes in UTF-8 were read as letters of their own."""
    try:
        return b"".join(narrow(c) for c in letter[0]).decode("utf-8")
    except UnicodeError:
        return letter[0]


def narrow(char: str) -> bytes:
    """The byte of a character in Windows-1252, with the five bytes that it leaves open as in Latin-1."""
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")
