"""Lines about an article: who wrote it, when, at which desk."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from ghatna.model import Link
from ghatna.read.names import person, places
from ghatna.read.patterns import Patterns
from ghatna.read.times import parse

EDGE = " \t\u00a0,;|:•·-–—"
# Longer than this it is prose, not a line about the article.
META = 160
NAME = 60
COMMA = re.compile(r"^([^\s,:]+),\s+")
CREDIT, CREDIT_WORDS, ALONE = 80, 4, 3


@dataclass(slots=True)
class Piece:
    """What has been found so far; the working copy behind a `Document`."""

    byline: str = ""
    desk: str = ""
    agency: str = ""
    dateline: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    links: list[Link] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)


def meta(line: str, piece: Piece, patterns: Patterns) -> bool:
    """Takes a line of byline and times apart; `False` for any other line, which is then left alone."""
    if len(line) > META or line.endswith("।"):
        return False
    # लेखक, रवि कुमार
    if (apart := COMMA.sub(r"\1: ", line)) != line and patterns.label.match(apart):
        if spot(line.partition(",")[2].strip(EDGE), patterns):
            # संवाददाता, लखनऊ
            return False
        line = apart
    found = list(patterns.label.finditer(line))
    if not found:
        time = parse(line, patterns)
        if time is None:
            return False
        piece.published = piece.published or time
        return True
    head = line[: found[0].start()].strip(EDGE)
    if len(head) > NAME:
        return False
    names: list[str] = []
    times: dict[str, datetime] = {}
    before, day, time = ending(head, patterns)
    if time is not None:
        times["published"] = time
    for at, after in zip(found, [*found[1:], None], strict=True):
        value = line[at.end() : after.start() if after else len(line)].strip(EDGE)
        if at.lastgroup == "byline":
            name, _, time = ending(value, patterns)
            first, *more = (part.strip(EDGE) for part in re.split(r"[|•·]", name))
            if time is None:
                first, _, time = ending(first, patterns)
            names += [first, *(part for part in more if patterns.desk_end.search(part))]
            if time is not None:
                times.setdefault("published", time)
        # `5 दिसंबर 2024, अपडेटेड 8:13 PM`: the day stands before the label.
        elif (time := parse(value, patterns) or parse(f"{day} {value}", patterns)) is not None:
            times[str(at.lastgroup)] = time
        else:
            return False
    if any(len(n) > NAME for n in names) or (not times and head):
        return False
    # By: a paper's staff, Edited By: a person.
    names = sorted((n for n in names if n), key=lambda n: patterns.paper_end.search(n) is not None)
    for name in names:
        name = placed(name, piece, patterns)
        if patterns.desk_end.search(name):
            piece.desk = piece.desk or name
        else:
            piece.byline = piece.byline or name
    if before:
        credited(before, piece, patterns)
    piece.published = piece.published or times.get("published")
    piece.updated = piece.updated or times.get("updated")
    return True


def placed(name: str, piece: Piece, patterns: Patterns) -> str:
    """A name without the place or agency behind it (`रवि कुमार, मंदसौर`), which become fields."""
    first, _, last = (part.strip(EDGE) for part in name.rpartition(","))
    if not first:
        return name
    if patterns.credited.fullmatch(last):
        piece.agency = piece.agency or last
    elif spot(last, patterns):
        piece.dateline = piece.dateline or last
    else:
        return name
    return first


def spot(text: str, patterns: Patterns) -> bool:
    """Whether this is the name of a place and nothing else."""
    return patterns.city.fullmatch(text) is not None or text in places()


def ending(text: str, patterns: Patterns) -> tuple[str, str, datetime | None]:
    """`text` as what stands before a time, the words of the time, and the time; all but the first empty if none."""
    # From the left: the longest ending that is a time.
    for at in re.finditer(r"(?:^|(?<=[\s,|•·]))(?=\S)", text):
        if (time := parse(text[at.start() :], patterns)) is not None:
            return text[: at.start()].strip(EDGE), text[at.start() :], time
    return text, "", None


def credit(line: str, piece: Piece, patterns: Patterns, *, first: bool) -> bool:
    """Takes a line that credits a desk, bureau, agency or reporter beside a place (`एजेंसियां, वाशिंगटन`;
    `नई दिल्ली | रवि कुमार`; `हमारे संवाददाता`); `False` for any other.

    The `first` line of an article is more likely its headline.
    """
    if len(line) > CREDIT or line.endswith(("।", "?", "!", ":")):
        return False
    parts = [p.strip(EDGE) for p in re.split(r"[,|•·/]", line) if p.strip(EDGE)]
    if not parts or any(len(p.split()) > CREDIT_WORDS for p in parts):
        return False
    city = any(patterns.city.fullmatch(p) for p in parts)
    if not any(patterns.credited.fullmatch(p) or patterns.office_end.search(p) for p in parts):
        if not (city and "|" in line and len(parts) == 2):
            return False
    # A headline may end in such a word too (`मौके पर पहुंची टीम`).
    elif not city and (first or (len(parts) == 1 and len(parts[0].split()) > ALONE)):
        return False
    credited(line, piece, patterns)
    return True


def credited(line: str, piece: Piece, patterns: Patterns) -> None:
    """Sorts the parts of such a line into its fields; a paper's name among them counts as a byline of last resort."""
    names: list[str] = []
    for part in (p.strip(EDGE) for p in re.split(r"[,|•·/]", line)):
        if patterns.desk_end.search(part):
            piece.desk = piece.desk or part
        elif patterns.city.fullmatch(part) or (part in places() and not person(part)):
            piece.dateline = piece.dateline or part
        elif patterns.credited.fullmatch(part):
            piece.agency = piece.agency or part
        elif part:
            names.append(part)
    piece.byline = piece.byline or ", ".join(names)
