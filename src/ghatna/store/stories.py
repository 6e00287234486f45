"""Articles that report the same event, put together as they arrive.

article ─traits─▶ keys ─index─▶ a few candidates ─likeness─▶ a copy, the story of the likest, or a new story
"""

from collections.abc import Sequence

from msgspec import Struct

from ghatna.lexicon.retelling import Likeness, Retelling
from ghatna.model import Document, Event
from ghatna.store.likeness import Seen, features, likeness
from ghatna.store.near import Index, Near, bands
from ghatna.store.traits import Traits, minutes, traits


class Placed(Struct, frozen=True):
    """Where an article stands."""

    article: str
    story: str
    """The id of the first article of the story."""
    saga: str
    """The id of the first article of the affair."""
    copy_of: str | None
    number: int
    """How many articles came before it, and it."""


class _Place(Struct, frozen=True):
    """The same in numbers of the index; None is the article itself."""

    story: int | None = None
    saga: int | None = None
    original: int | None = None


class Grouper:
    """Puts articles into stories, one by one. `index` remembers those before."""

    def __init__(self, index: Index, known: Retelling) -> None:
        self.index, self.known, self.rule = index, known, known.likeness
        self.last: Traits
        """The traits of the article that was placed last."""

    def place(self, document: Document, events: Sequence[Event]) -> list[Placed]:
        """Where a document goes that the index does not know yet, and articles whose story proves to be the same."""
        one, keys, copies, days = self._met(document, events)
        moved: list[int] = []
        place = self._copy(one, copies, days)
        if place is None:
            place, moved = self._retelling(one, keys, days)
        if place is None:
            place = self._new(one, keys)
        n = self.index.add(one, (*keys, *copies), story=place.story, saga=place.saga, original=place.original)
        return [self._placed(at) for at in (*moved, n)]

    def restore(self, document: Document, events: Sequence[Event], story: str, saga: str, copy_of: str | None) -> None:
        """Remember a document where it was placed before."""
        one, keys, copies, _ = self._met(document, events)
        numbers = (self.index.number(id) if id else None for id in (story, saga, copy_of))
        self.index.add(one, (*keys, *copies), **dict(zip(("story", "saga", "original"), numbers, strict=True)))

    def _met(self, document: Document, events: Sequence[Event]) -> tuple[Traits, list[str], list[str], range]:
        """A document's traits, the keys by which it is found, those for copies, and the days to look at."""
        day = minutes(document.published) // 1440
        days = range(day - self.rule.days, day + self.rule.days + 1)
        one = self.last = traits(document, events, self.known, lambda kinds: self.index.weigh(kinds, days))
        return one, _keys(one), bands(one.marks), days

    def _placed(self, n: int) -> Placed:
        at = self.index.one(n)
        story, saga, original = map(self.index.id, (at.story, at.saga, at.original))
        return Placed(at.seen.traits.id, story, saga, original if at.original != n else None, n)

    def _copy(self, one: Traits, keys: Sequence[str], days: range) -> _Place | None:
        best: tuple[float, Near] | None = None
        for other in self.index.near(keys, days):
            alike = copied(one, other.seen.traits, self.rule)
            if alike and (best is None or alike > best[0]):
                best = alike, other
        return _Place(best[1].story, best[1].saga, best[1].original) if best else None

    def _retelling(self, one: Traits, keys: Sequence[str], days: range) -> tuple[_Place | None, list[int]]:
        """The place in the likest story; where another one is as like, that joins the older of both."""
        stories: dict[int, list[tuple[float, Near]]] = {}
        seen = Seen(one)
        for other in self.index.near(keys, days):
            found = likeness(features(seen, other.seen), self.rule.same)
            stories.setdefault(other.story, []).append((found, other))
        scores = sorted(((self._score([x for x, _ in found]), story) for story, found in stories.items()), reverse=True)
        if not scores or scores[0][0] < self.rule.threshold:
            return None, []
        like = [story for score, story in scores if score >= self.rule.threshold_both or story == scores[0][1]]
        first = min(like)
        into = stories[first][0][1]
        moved = [n for story in like if story != first for n in self.index.merge(story, into)]
        return _Place(into.story, into.saga), moved

    def _score(self, found: list[float]) -> float:
        """One that is very like counts for as much as all of them."""
        return self.rule.likest * max(found) + (1 - self.rule.likest) * sum(found) / len(found)

    def _new(self, one: Traits, keys: Sequence[str]) -> _Place:
        days = range(one.day - self.rule.saga_days, one.day + self.rule.days + 1)
        best: tuple[float, int] | None = None
        seen = Seen(one)
        for other in self.index.near(keys, days):
            found = likeness(features(seen, other.seen), self.rule.affair)
            if found >= self.rule.saga_threshold and (best is None or found > best[0]):
                best = found, other.saga
        return _Place(saga=best[1] if best else None)


def copied(a: Traits, b: Traits, rule: Likeness) -> float:
    """How much of the shorter text is in the other, if that makes it a copy; else 0."""
    if not a.marks or not b.marks or min(a.pieces, b.pieces) < rule.copy_pieces:
        return 0.0
    common = sum(x == y for x, y in zip(a.marks, b.marks, strict=True)) / len(a.marks)
    inside = common * (a.pieces + b.pieces) / (1 + common) / min(a.pieces, b.pieces)
    least = rule.copy if min(a.pieces, b.pieces) >= rule.short else rule.copy_short
    return min(inside, 1.0) if inside >= least else 0.0


def _keys(one: Traits) -> list[str]:
    """The keys by which an article can be found: what its head says, names of the rest, and who did what to whom."""
    acts = (f"{act.type} {side}" for act in one.acts if act.lead for side in act.sides)
    return list(dict.fromkeys((*one.head, *one.names, *acts)))
