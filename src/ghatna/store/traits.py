"""What of an article tells the event that it reports: its words, names, numbers, places, acts and day.

A word counts by what it says (`lexicon/retelling.py`) and weighs the more the rarer it is (`store/near.py`). `head` is
what stands in the headline and the first sentences: there a paper says what happened, and further down what led to it.
"""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from msgspec import Struct
from rensa import RMinHash

from ghatna.lexicon.retelling import WORD, Retelling
from ghatna.model import Document, Event, Token
from ghatna.resolve.numerals import count

HEAD = 42
"""Words of the headline and of what follows that are the head …"""
WHOLE = 300
"""… and those that are looked at at all."""
LEAST = 3
"""The smallest number that tells one event from others."""
YEARS = range(1900, 2101)
HASHES = 64
SHINGLE = 2
"""Words of a piece by which copies are found."""
DATELINE = re.compile(r"[^\n।:]{2,40}?(?::|।|\)|--|—|–)\s")
FIRST = re.compile(r"[^\n।?!]{12,}[\n।?!]")
"""A sentence."""
HOME = "IND"
STATE = re.compile(r"[A-Z]{3}|IGO:.+")

Weigh = Callable[[dict[str, str]], dict[str, float]]
"""Kinds of keys → weights."""


class Act(Struct, frozen=True, array_like=True):
    """An event, as far as another report of it would say the same."""

    type: str
    mode: str
    sides: tuple[str, ...]
    """States but for India, and names of participants."""
    day: int
    """0 where none is said."""
    lead: bool
    """Whether it stands in the head."""
    numbers: tuple[int, ...]


class Traits(Struct, frozen=True, array_like=True):
    """An article as it is compared. `words` are the weights of its keys, numbers (`#12`) and states (`=UKR`) too."""

    id: str
    outlet: str
    time: int
    """Of publication, in minutes; 0 where it is not known."""
    words: dict[str, float]
    head: tuple[str, ...]
    title: int
    """How many keys of `head`, the first ones, stand in the headline."""
    names: tuple[str, ...]
    """Keys of `words` that are names and no states."""
    acts: tuple[Act, ...]
    places: tuple[str, ...]
    """Keys of the places of the acts of the head."""
    marks: tuple[int, ...]
    """The MinHash of the pieces of its text."""
    pieces: int

    @property
    def day(self) -> int:
        """Days since the year 1 of its publication."""
        return self.time // 1440


def traits(document: Document, events: Sequence[Event], known: Retelling, weight: Weigh) -> Traits:
    """The traits of a coded document; `weight` says how much its keys weigh."""
    told = _Told()
    title, body, start = _parts(document)
    # A text without a headline begins with what would stand there.
    first = FIRST.match(body) if not title else None
    pieces = [(title, 0)] if title else []
    pieces += [(body[: first.end()], start), (body[first.end() :], start + first.end())] if first else [(body, start)]
    plain: list[str] = []
    for n, (text, at) in enumerate(pieces):
        tokens = [
            Token(word[0], word.start(), word.end(), known.spelling.fold(word[0]), ()) for word in WORD.finditer(text)
        ]
        if not title or n:
            plain += [token.norm for token in tokens]
        told.hear(tokens, at, known)
        if not n:
            told.title = len(told.head)
    if title and not document.headline_end:
        told.end = max(told.end, start)
    acts = tuple(_acts(events, told.end))
    for side in (side for act in acts if act.lead for side in act.sides):
        name, kind = (f"={side}", "state") if STATE.fullmatch(side) else (f"@{side}", "body")
        told.kinds.setdefault(name, kind)
        told.head[name] = None
    places = dict.fromkeys(
        key.text
        for event in events
        if event.place is not None and event.start < told.end
        for word in WORD.findall(event.place.text)
        if (key := known.key(word)) is not None and key.kind == "name"
    )
    shingles = {" ".join(plain[i : i + SHINGLE]) for i in range(max(len(plain) - SHINGLE + 1, 0))}
    return Traits(
        document.id,
        document.outlet,
        minutes(document.published),
        weight(told.kinds),
        tuple(told.head),
        told.title,
        tuple(name for name, kind in told.kinds.items() if kind == "name"),
        acts,
        tuple(places),
        tuple(marks(shingles)),
        len(shingles),
    )


class _Told:
    """The keys of a text, as it is read."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self.head: dict[str, None] = {}
        self.title = self.words = self.end = 0
        """Keys of the headline, words that were read, and where in the document the head ends."""

    def hear(self, tokens: Sequence[Token], start: int, known: Retelling) -> None:
        """Read on; the tokens begin at `start` of the document."""
        skip = 0
        for i, token in enumerate(tokens):
            self.words += 1
            if self.words > WHOLE:
                break
            lead = self.words <= HEAD
            if lead:
                self.end = start + token.end
            if i < skip:
                continue
            if (number := count(tokens, i, len(tokens), known.calendar)) is not None:
                skip = number[2]
                if number[0] >= LEAST and number[0] == int(number[0]) and not _year(token, number[0]):
                    self._keep(f"#{int(number[0])}", "number", lead)
            elif (key := known.key(token.text)) is not None:
                self._keep(key.text, key.kind, lead)

    def _keep(self, key: str, kind: str, lead: bool) -> None:
        self.kinds.setdefault(key, kind)
        if lead:
            self.head[key] = None


def marks(pieces: set[str]) -> list[int]:
    """The MinHash of pieces of text; empty for none."""
    if not pieces:
        return []
    hashed = RMinHash(HASHES, 1)
    hashed.update(sorted(pieces))
    return hashed.digest()  # type: ignore[no-any-return]


def minutes(moment: datetime | None) -> int:
    """Minutes since the year 1; 0 for no time."""
    if moment is None:
        return 0
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    return moment.toordinal() * 1440 + moment.hour * 60 + moment.minute


def _parts(document: Document) -> tuple[str, str, int]:
    """Headline, text behind the dateline, and where that starts."""
    title = document.text[: document.headline_end] or document.title
    start = document.headline_end
    while start < len(document.text) and document.text[start].isspace():
        start += 1
    if (at := DATELINE.match(document.text, start)) is not None and len(WORD.findall(at[0])) <= 5:
        start = at.end()
    return title, document.text[start:], start


def _year(token: Token, value: float) -> bool:
    return value in YEARS and token.text.isdecimal()


def _acts(events: Sequence[Event], head_end: int) -> list[Act]:
    return [
        Act(
            event.type,
            event.mode or "",
            tuple(
                dict.fromkeys(
                    side
                    for entity in (*event.actors, *event.recipients)
                    for side in (entity.country if entity.country != HOME else None, entity.name)
                    if side
                )
            ),
            event.date.toordinal() if event.date and event.date_precision == "day" else 0,
            event.start < head_end,
            tuple(
                value
                for name in ("killed", "injured", "arrested", "people")
                if event.numbers is not None and (value := getattr(event.numbers, name)) is not None
            ),
        )
        for event in events
        if event.status in ("actual", "future")
    ]
