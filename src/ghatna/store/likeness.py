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
AGAINST = frozenset(
    ("strangers", "stranger", "other act", "other states", "other place", "other numbers", "distance", "other day")
)
"""Features that speak against one event."""


def features(a: Traits, b: Traits) -> dict[str, float]:
    """What speaks for and against one event, each between 0 and 1."""
    ab, ba = _inside(a.head, a.words, b.words), _inside(b.head, b.words, a.words)
    own_a, own_b = _named(a), _named(b)
    named_ab, named_ba = _inside(own_a, a.words, b.words), _inside(own_b, b.words, a.words)
    shared = sum(min(a.words[k], b.words[k]) for k in {*a.names} & {*b.names})
    acts_ab, acts_ba = _acts(a, b), _acts(b, a)
    acting = acts_ab is not None and acts_ba is not None
    numbers_a, numbers_b = _numbers(a.head), _numbers(b.head)
    both = numbers_a & {*b.words} | numbers_b & {*a.words}
    here, there = {*a.places}, {*b.places}
    told = here & {*b.words} or there & {*a.words}
    title_a, title_b = a.head[: a.title], b.head[: b.title]
    days_a, days_b = _days(a), _days(b)
    states_a, states_b = _states(a.head), _states(b.head)
    common = states_a & {*b.words} | states_b & {*a.words}
    return {
        "title": (_inside(title_a, a.words, b.words) + _inside(title_b, b.words, a.words)) / 2,
        "head": max(ab, ba),
        "heads": min(ab, ba),
        "words": _cosine(a.words, b.words),
        "names": min(shared / FEW, 1.0),
        "strangers": 1 - max(named_ab, named_ba) if own_a and own_b else 0.0,
        "stranger": 1 - min(named_ab, named_ba) if own_a and own_b else 0.0,
        "act": ((acts_ab or 0.0) + (acts_ba or 0.0)) / 2 if acting else 0.0,
        "other act": float(acting and max(acts_ab or 0, acts_ba or 0) == 0),
        "no act": float(not acting),
        "states": min(len(common) / TWO, 1.0),
        "other states": float(bool(states_a and states_b) and not common),
        "place": float(bool(here & there)),
        "place told": float(bool(told) and not here & there),
        "other place": float(bool(here and there) and not told),
        "numbers": min(len(both) / MANY, 1.0),
        "other numbers": float(bool(numbers_a and numbers_b) and not both),
        "distance": min(abs(a.time - b.time) / 1440, FAR) / FAR if a.time and b.time else 0.0,
        "same day": float(bool(days_a & days_b)),
        "other day": float(bool(days_a and days_b) and not days_a & days_b),
    }


def likeness(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The likelihood, between 0 and 1, that features speak of one event."""
    total = weights["base"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + exp(-max(min(total, 30.0), -30.0)))


def _inside(keys: Iterable[str], weights: Mapping[str, float], others: Mapping[str, float]) -> float:
    """The share, by weight, of keys that the other article has too."""
    total = shared = 0.0
    for key in keys:
        weight = weights[key]
        total += weight
        if key in others:
            shared += weight
    return shared / total if total else 0.0


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    product = sum(weight * b[key] for key, weight in a.items() if key in b)
    if not product:
        return 0.0
    return product / sqrt(sum(w * w for w in a.values()) * sum(w * w for w in b.values()))


def _named(one: Traits) -> list[str]:
    names = {*one.names}
    return [key for key in one.head if key in names]


def _numbers(keys: Iterable[str]) -> set[str]:
    return {key for key in keys if key[0] == "#"}


def _states(keys: Iterable[str]) -> set[str]:
    return {key for key in keys if key[0] == "=" and key != HERE}


def _days(one: Traits) -> set[int]:
    return {act.day for act in one.acts if act.lead and act.day}


def _acts(a: Traits, b: Traits) -> float | None:
    """How much the best of the acts of `a`'s head is told in `b`; None where either tells none."""
    leads = [act for act in a.acts if act.lead] or a.acts[:1]
    if not leads or not b.acts:
        return None
    return max(_same(mine, its) for mine in leads for its in b.acts)


def _same(a: Act, b: Act) -> float:
    if a.type != b.type:
        return 0.0
    mode = 0.25 if a.mode == b.mode else 0.15 if not a.mode or not b.mode else 0.0
    mine, its = {*a.sides}, {*b.sides}
    sides = len(mine & its) / min(len(mine), len(its)) if mine and its else 0.5
    return 0.5 + mode + 0.25 * sides
