"""Lines of a scraped article → `Document`: what is not news goes from the text into fields."""

import hashlib
import re
from collections import deque
from datetime import datetime

from ghatna.model import Document, Link
from ghatna.read.byline import Piece, credit, meta
from ghatna.read.language import require_hindi
from ghatna.read.patterns import Patterns
from ghatna.read.times import clock, dated

ENDS = ("।", ".", "?", "!", "|", "…", '"', "”", "…")
# Longer than these it is prose, not a headline.
HEADLINE, LINK = 160, 220
# A short line without a letter of Devanagari is a label of the page, not a sentence of Hindi news.
FOREIGN = 100
DEVANAGARI = re.compile("[\u0900-\u097f]")
QUOTES = "\"'‘“"
TEASER = ("..", "…")
INITIALS = re.compile(r"(?:[^\s/]{1,6}/){1,5}[^\s/]{1,6}")
"""Who wrote and typed a government's release: एमजी/एआर/एसके."""
NAMED, WORDS = 40, 3
LEAD = 3
"""A dateline stands in one of so many first lines."""
# Desk, dateline and agency stand within so many characters.
FRONT = 200
MARKED = re.compile(r".{2,90}?[:：ः।|/)\]–—.-]\s*\S")  # noqa: RUF001
"""A line that may open with a dateline: a mark, and words behind it."""
ASIDE = re.compile(r"[(\[][^()\[\]।]{2,40}[)\]]|\d{1,3}\s*/\s*\d{1,3}")
"""A line in brackets that is no sentence (who took a picture), or the number of a picture among others."""
SIGNATURE = 60
# Fewer characters may be said twice by chance.
TWICE = 20
NEAR = 20


def read_text(text: str, where: str, patterns: Patterns) -> Document:
    """The document of a plain text. Raises `ReadError` when no Hindi text is left in it."""
    return document(text.split("\n"), where, patterns)


def document(
    lines: list[str],
    where: str,
    patterns: Patterns,
    *,
    title: str = "",
    subtitle: str = "",
    url: str = "",
    outlet: str = "",
    section: str = "",
    tags: tuple[str, ...] = (),
    known: Piece | None = None,
    agency: str = "",
    published: datetime | None = None,
    updated: datetime | None = None,
    links: tuple[Link, ...] = (),
    cut: tuple[str, ...] = (),
) -> Document:
    """The document of some paragraphs; what the caller already knows (`known` and the rest) wins over what the lines
    say. `agency` is that of all articles of an agency's own pages."""
    known = known or Piece()
    piece = clean([line.strip("\ufeff \t\u00a0") for line in lines], patterns, known=title)
    body = piece.body
    if title:
        body = [title, *(line for line in body if bare(line) != bare(title))]
    elif len(body) > 1 and len(body[0]) <= HEADLINE and not body[0].endswith(ENDS):
        title = body[0]
    text = "\n".join(body)
    require_hindi(text, where, patterns)
    published = published or piece.published
    # One that opens the text is the report's own; else that beside its reporter or desk.
    dateline = piece.dateline or known.dateline
    place, day = dated(dateline, published or updated or piece.updated, patterns)
    return Document(
        id=identity(url, text),
        text=text,
        title=title,
        subtitle=subtitle,
        headline_end=len(title),
        url=url,
        outlet=outlet,
        section=section,
        tags=tuple(dict.fromkeys(tags or piece.tags)),
        published=published,
        updated=updated or piece.updated,
        byline=known.byline or piece.byline,
        desk=known.desk or piece.desk,
        agency=agency or known.agency or piece.agency,
        dateline=dateline,
        dateline_place=place,
        dateline_date=day,
        links=tuple(dict.fromkeys((*links, *piece.links))),
        cut=tuple(dict.fromkeys((*cut, *piece.cut))),
    )


def identity(url: str, text: str) -> str:
    """Sixteen hexadecimal digits: the same address and text give the same id."""
    return hashlib.sha256(f"{url}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def clean(lines: list[str], patterns: Patterns, *, known: str = "") -> Piece:
    """The lines sorted into news, fields, links and cuttings."""
    piece = Piece()
    queue = deque(line for line in lines if line)
    hindi = any(DEVANAGARI.search(line) for line in queue)
    # What stands behind the last whole paragraph signs the report.
    tail = 0
    while tail < len(queue):
        last = queue[-1 - tail]
        if (len(last) >= SIGNATURE or last.endswith("।")) and not idle(last, patterns):
            break
        tail += 1
    opening, signed = True, False
    while queue:
        line = queue.popleft()
        if queue and len(queue[0]) <= NAMED and patterns.label.fullmatch(line):
            line = f"{line.rstrip(' :')}: {queue.popleft()}"
        if meta(line, piece, patterns):
            continue
        if at := patterns.label_tags.match(line):
            piece.tags += [tag for raw in re.split("[,|#]", line[at.end() :]) if (tag := raw.strip())]
            continue
        if (
            idle(line, patterns)
            or patterns.ago.fullmatch(line)
            or pictured(line, patterns)
            or clock(line, patterns)
            or (piece.body and ASIDE.fullmatch(line) and not patterns.agency_name.search(line))
        ):
            piece.cut.append(line)
            continue
        if piece.body and len(queue) < tail and INITIALS.fullmatch(line):
            piece.cut.append(line)
            continue
        if at := patterns.link.match(line):
            rest = line[at.end() :]
            if not rest and queue and len(queue[0]) <= LINK and not queue[0].endswith("।"):
                rest = queue.popleft()
            if rest and len(rest) <= LINK:
                piece.links.append(Link(rest.strip(" )]")))
                continue
            if not rest:
                piece.cut.append(line)
                continue
        # `भाषा सीमा रंजन` signs a report; `वार्ता विफल` is a headline unless it stands at the end.
        signs = patterns.agency_line if piece.body and len(queue) < tail else patterns.credited
        if len(line) < SIGNATURE and signs.fullmatch(line):
            piece.agency = piece.agency or agency_of(line.strip("()[]।. "), patterns)
            signed = len(queue) < tail
            continue
        # Behind the agency's name stand those who wrote and typed the report.
        if signed and len(line) <= NAMED and not line.endswith(ENDS):
            piece.cut.append(line)
            continue
        if opening and queue and credit(line, piece, patterns, first=not (known or piece.body)):
            continue
        if hindi and len(line) <= FOREIGN and not DEVANAGARI.search(line):
            piece.cut.append(line)
            continue
        line = unlinked(line, piece, patterns)
        prose = line.endswith(ENDS) or len(line) > HEADLINE or not queue
        if opening:
            line = opened(line, piece, patterns, prose=prose)
        opening = opening and (not prose or line.endswith(TEASER))
        if at := patterns.agency_end.search(line):
            piece.agency = piece.agency or agency_of(at[1], patterns)
            line = line[: at.start()]
        if line:
            piece.body.append(line)
    said_twice(piece)
    return piece


def agency_of(text: str, patterns: Patterns) -> str:
    """Of a credit in many words (`समाचार एजेंसी भाषा से इनपुट के साथ`) the agency's name, any other as it is."""
    named = [one[0] for one in patterns.agency_name.finditer(text)]
    return named[-1] if len(text.split()) > WORDS and named else text


def idle(line: str, patterns: Patterns) -> bool:
    """Whether a line is the paper's own and tells nothing: what is cut whole, invitations, where a report is from."""
    return bool(patterns.cut.match(line) or patterns.origin.match(line)) or invites(line, patterns)


def invites(line: str, patterns: Patterns) -> bool:
    """Whether a line invites readers to an app, channel or group of the paper, and tells nothing."""
    return (
        len(line) <= LINK
        and patterns.channel.search(line) is not None
        and patterns.come.search(line) is not None
        and patterns.told.search(line) is None
    )


def pictured(line: str, patterns: Patterns) -> bool:
    """Whether a line is what stands under a picture, with its credit."""
    return not line.endswith(("।", ".", "?", "!")) and patterns.photo.fullmatch(line) is not None


def unlinked(line: str, piece: Piece, patterns: Patterns) -> str:
    """The line without a related link that follows its last sentence."""
    for at in patterns.link.finditer(line):
        before, rest = line[: at.start()].rstrip(), line[at.end() :]
        if before.endswith(ENDS) and len(rest) <= LINK:
            if rest:
                piece.links.append(Link(rest.strip(" )]")))
            return before
    return line


def opened(line: str, piece: Piece, patterns: Patterns, *, prose: bool) -> str:
    """The line without desk, reporter, dateline and agency in front of its first sentence."""
    if at := patterns.desk.match(line, 0, FRONT):
        piece.desk, line = piece.desk or at[1], line[at.end() :]
    if at := patterns.reporter.match(line, 0, FRONT):
        piece.byline, line = piece.byline or at[1], line[at.end() :]
        place = at[2]
        piece.dateline = place
        return line[len(place) :].lstrip(" :।–—-")
    if not MARKED.match(line):
        return line
    at = patterns.dateline.match(line, 0, FRONT)
    if prose:
        at = at or patterns.unsure.match(line, 0, FRONT)
    # A headline keeps the place in front of it (`मुंबई: …`); an agency shows that the line is a report.
    elif at is not None and not any(v for k, v in at.groupdict().items() if k.endswith("_agency")):
        at = None
    if at is not None and at.end() < len(line):
        groups = {k: v for k, v in at.groupdict().items() if v}
        for name, value in groups.items():
            if name.endswith("_agency"):
                piece.agency = piece.agency or value
            elif name.endswith("_byline"):
                piece.byline = piece.byline or value
            else:
                piece.dateline = piece.dateline or value
        line = line[at.end() :]
        # बीजिंग: (एजेंसी) …
        if "agency" not in "".join(groups) and (at := patterns.dateline.match(line, 0, FRONT)) and at["f_agency"]:
            piece.agency, line = piece.agency or at["f_agency"], line[at.end() :]
    return line


def dateline(text: str, patterns: Patterns) -> str:
    """The dateline of a text that nobody has cleaned: in front of its first lines, headlines before it."""
    for line in text.split("\n", LEAD)[:LEAD]:
        piece = Piece()
        opened(line, piece, patterns, prose=True)
        if piece.dateline:
            return piece.dateline
    return ""


def bare(line: str) -> str:
    """Letters and figures only, to compare two lines."""
    return "".join(c for c in line if c.isalnum() or "\u0900" <= c <= "\u0963")


def quotes(line: str, words: str) -> bool:
    """Whether a line has these words in quotation marks."""
    return (at := line.find(words)) > 0 and line[at - 1] in QUOTES


def said_twice(piece: Piece) -> None:
    """Moves teasers that are said again in full, and paragraphs that repeat an earlier one, to the cuttings."""
    kept: list[str] = []
    plain = [bare(line) for line in piece.body]
    said: set[str] = set()
    for n, (line, now) in enumerate(zip(piece.body, plain, strict=True)):
        # A teaser stands close above what it announces.
        teaser = line.endswith(TEASER) and any(later.startswith(now) for later in plain[n + 1 : n + 1 + NEAR])
        # What is set apart in large letters is said in a paragraph as well.
        apart = line.endswith(ENDS) and any(quotes(one, line[:-1]) for one in piece.body[max(n - NEAR, 0) : n + NEAR])
        if len(now) >= TWICE and (teaser or apart or now in said):
            piece.cut.append(line)
        else:
            kept.append(line)
            said.add(now)
    piece.body = kept
