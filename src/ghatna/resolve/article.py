"""What an article has told so far, handed from sentence to sentence."""

from datetime import date

from msgspec import Struct

from ghatna.lexicon.names import Names
from ghatna.model import Entity, Place, Tagged
from ghatna.resolve.anchor import Period
from ghatna.resolve.memory import Memory

ABROAD = frozenset(("JRN", "BUS", "NGO"))
"""Sectors of those who are named far from home: the paper that reports, the company that is blocked."""
KINDS = frozenset(("region", "place", "seat", "country", "adjective", "body", "group", "party", "person"))
HEARD = 3
"""Sentences without a dated act in which a day is looked for that `अगले दिन` may count from."""
LONG = 4
"""Sentences that make an article of a text of which nothing else is known."""


def _apart(tagged: Tagged) -> bool:
    """Whether a blank stands before the last mark of a sentence."""
    before, last = tagged.tokens[-2:] if len(tagged.tokens) > 1 else (None, None)
    return before is not None and last is not None and last.pos == "PUNCT" and last.start > before.end


class Context(Struct):
    """What an article has told so far: whom it named, countries of its events, the latest last, who acted last, the
    countries that the last sentence to name any spoke of, and the day told last."""

    memory: Memory
    every: list[str] | None = None
    """Countries that the whole article speaks of, once somebody asked."""
    paper: bool = False
    """Whether it is known to be an article, by when or where it was printed."""
    countries: list[str] = []
    doer: str | None = None
    spoken: list[str] = []
    dateline: Place | None = None
    """Where the report was written, by its own words."""
    front: int = 0
    """Where in the text its dateline ends; 0 where none stands in it."""
    written: date | None = None
    """When the report was written, by its dateline: the day from which its words count (आज, कल)."""
    scenes: list[Place] = []
    """Where its events were, the dateline first."""
    here: tuple[int, Place] | None = None
    """Where the last deed was that said so, with the start of its sentence."""
    day: Period | None = None
    """When the last act with words of time happened."""
    heard: list[Tagged] = []
    """The sentences since then."""
    fresh: bool = False

    def add(self, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]) -> None:
        """Remembers an event's participants."""
        for one in (*recipients, *actors):
            if one.country:
                if one.country in self.countries:
                    self.countries.remove(one.country)
                self.countries.append(one.country)
        named = [e.country for e in actors if e.country]
        if named:
            self.doer = named[-1]

    def hear(self, tagged: Tagged, names: Names) -> None:
        """Remembers what a sentence spoke of, be there an event in it or none."""
        self.spoken = countries(tagged, names) or self.spoken
        self.heard = [] if self.fresh else [*self.heard[1 - HEARD :], tagged]
        self.fresh = False
        self.memory.end(tagged)

    def dated(self, day: Period) -> None:
        """Remembers when an act of this sentence happened."""
        self.day, self.fresh = day, True

    @property
    def only(self) -> str | None:
        """The one country that the article is about so far, if it is one."""
        told = self.countries or self.spoken
        return told[0] if len(told) == 1 else None

    @property
    def article(self) -> bool:
        """Whether the text is an article as papers print them, and no sentence, nor sentences out of a corpus, whose
        stops stand apart."""
        whole = self.memory.whole
        return len(whole) > 1 and (self.paper or len(whole) >= LONG or not any(map(_apart, whole)))

    def about(self, names: Names) -> list[str]:
        """The countries that the whole article speaks of; none for a lone sentence."""
        if not self.article:
            return []
        if self.every is None:
            self.every = list(dict.fromkeys(c for tagged in self.memory.whole for c in countries(tagged, names)))
        return self.every


def countries(tagged: Tagged, names: Names) -> list[str]:
    """Countries that the names of a sentence stand for, in text order, each once; bodies of no country left out."""
    out: list[str] = []
    for at in names.owning(tagged.tokens, tagged.names):
        if any(name.kind == "person" and ":" in name.country for name in at.names):
            continue  # somebody of a state at one time and of a body at another
        for name in at.names:
            if not ABROAD.isdisjoint(name.sectors):
                break
            if name.country and ":" not in name.country and name.kind in KINDS and name.country not in out:
                out.append(name.country)
                break
    return out
