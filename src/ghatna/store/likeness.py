"""How likely two articles report the same event: features that can be named, weighed (`data/hindi/stories.toml`)."""

from collections.abc import Iterable, Mapping
from math import exp, sqrt

from ghatna.store.traits import HOME, Act, Traits

FEW = 12.0
"""Weight of shared names from which more of them tell no more."""
MANY = 3
"""Shared numbers from which more of them tell no more."""
TWO = 2
"""Shared states from which more of them tell no more."""
HERE = f"={HOME}"
"""The state that most of what Hindi papers write is about, and which tells nothing."""
FAR = 4.0
"""Days from which a greater distance tells no more."""
TYPE, MODE, SIDES = 0.5, 0.25, 0.25
"""What of the likeness of two acts is in their type, mode and participants."""
AGAINST = frozenset(
    (
        "nothing named",
        "strangers",
        "stranger",
        "other act",
        "other states",
        "other place",
        "other numbers",
        "distance",
        "other day",
    )
)
"""Features that speak against one event."""


class Seen:
    """Traits with what is asked of them again and again."""

    def __init__(self, traits: Traits) -> None:
        self.traits = traits
        words, head = traits.words, traits.head
        self.keys = words.keys()
        self.length = sqrt(sum(w * w for w in words.values()))
        self.names = frozenset(traits.names)
        self.head, self.title, self.named = (
            _Part(keys, words) for keys in (head, head[: traits.title], [key for key in head if key in self.names])
        )
        self.numbers = frozenset(key for key in head if key[0] == "#")
        self.states = frozenset(key for key in head if key[0] == "=" and key != HERE)
        self.places = frozenset(traits.places)
        self.leads = [act for act in traits.acts if act.lead] or traits.acts[:1]
        self.days = frozenset(act.day for act in traits.acts if act.lead and act.day)


class _Part:
    """Some keys of an article, and what they weigh together."""

    def __init__(self, keys: Iterable[str], words: Mapping[str, float]) -> None:
        self.keys = frozenset(keys)
        self.words = words
        self.weight = sum(words[key] for key in self.keys)

    def inside(self, other: Seen) -> float:
        """The share, by weight, of the keys that the other article has too."""
        if not self.weight:
            return 0.0
        words = self.words
        return sum([words[key] for key in self.keys & other.keys]) / self.weight


def features(a: Seen, b: Seen) -> dict[str, float]:
    """What speaks for and against one event, each between 0 and 1."""
    ab, ba = a.head.inside(b), b.head.inside(a)
    named = bool(a.named.keys and b.named.keys)
    named_ab, named_ba = (a.named.inside(b), b.named.inside(a)) if named else (1.0, 1.0)
    acts_ab, acts_ba = _acts(a, b), _acts(b, a)
    acting = acts_ab is not None and acts_ba is not None
    numbers = (a.numbers & b.keys) | (b.numbers & a.keys)
    states = (a.states & b.keys) | (b.states & a.keys)
    places = bool(a.places & b.places)
    told = bool(a.places & b.keys or b.places & a.keys)
    mine, its = a.traits.words, b.traits.words
    return {
        "title": (a.title.inside(b) + b.title.inside(a)) / 2,
        "head": max(ab, ba),
        "heads": min(ab, ba),
        "words": sum([mine[key] * its[key] for key in a.keys & b.keys]) / (a.length * b.length or 1.0),
        "names": min(sum([min(mine[k], its[k]) for k in a.names & b.names]) / FEW, 1.0),
        "nothing named": float(not (a.names & b.names or states or numbers or places or told)),
        "strangers": 1 - max(named_ab, named_ba),
        "stranger": 1 - min(named_ab, named_ba),
        "act": ((acts_ab or 0.0) + (acts_ba or 0.0)) / 2 if acting else 0.0,
        "other act": float(acting and not acts_ab and not acts_ba),
        "no act": float(not acting),
        "states": min(len(states) / TWO, 1.0),
        "other states": float(bool(a.states and b.states) and not states),
        "place": float(places),
        "place told": float(told and not places),
        "other place": float(bool(a.places and b.places) and not told),
        "numbers": min(len(numbers) / MANY, 1.0),
        "other numbers": float(bool(a.numbers and b.numbers) and not numbers),
        "distance": _distance(a.traits, b.traits),
        "same day": float(bool(a.days & b.days)),
        "other day": float(bool(a.days and b.days) and not a.days & b.days),
    }


def likeness(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The likelihood, between 0 and 1, that features speak of one event."""
    total = weights["base"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + exp(-max(min(total, 30.0), -30.0)))


def _distance(a: Traits, b: Traits) -> float:
    return min(abs(a.time - b.time) / 1440, FAR) / FAR if a.time and b.time else 0.0


def _acts(a: Seen, b: Seen) -> float | None:
    """How much the best of the acts of `a`'s head is told in `b`; None where either tells none."""
    if not a.leads or not b.traits.acts:
        return None
    return max(_same(mine, its) for mine in a.leads for its in b.traits.acts)


def _same(a: Act, b: Act) -> float:
    if a.type != b.type:
        return 0.0
    mode = MODE if a.mode == b.mode else MODE / 2 if not a.mode or not b.mode else 0.0
    sides = 0.5
    if a.sides and b.sides:
        both = sum([side in b.sides for side in a.sides])
        sides = both / min(len(a.sides), len(b.sides))
    return TYPE + mode + SIDES * sides
