"""A story as it is shown: its articles, outlets, times, headline, and what they say, once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from ghatna.lexicon.retelling import WORD
from ghatna.model import Entity, Event
from ghatna.store.schema import COUNTED

NIGHT = 1
"""Days between which papers differ over what happened at night."""

STATE = frozenset("COP GOV JUD LEG MIL PRM SPY".split())
ARMED = frozenset("CRM REB UAF".split())
"""Sectors of those who are told apart from other people, however a paper calls them."""


class Said(Struct, frozen=True):
    """A number of people, and the outlets that give it."""

    value: int
    outlets: tuple[str, ...]


class Told(Struct, frozen=True):
    """An event as all articles of a story tell it."""

    event: Event
    """The fullest telling."""
    ids: tuple[str, ...]
    """The events that say the same, of all articles."""
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    numbers: dict[str, tuple[Said, ...]]
    """What is said of the killed, injured, arrested and people, the number that most outlets give first."""

    @property
    def contradicted(self) -> list[str]:
        """What the outlets do not agree on."""
        return [name for name, said in self.numbers.items() if len(said) > 1]


class Story(Struct, frozen=True):
    """Articles that report one event; `id` is that of the first to arrive."""

    id: str
    saga: str
    headline: str
    """Of the article whose headline shares most with those of the others."""
    first: datetime | None
    last: datetime | None
    articles: tuple[str, ...]
    copies: tuple[str, ...]
    """Those that are copies of another one."""
    outlets: tuple[str, ...]
    events: tuple[Told, ...]
    """The one that most outlets tell first."""


def story(rows: Sequence[Mapping[str, Any]], events: Iterable[Event]) -> Story:
    """The story of rows of `stories`, which are of one, with the events of their articles."""
    rows = sorted(rows, key=lambda row: row["number"])
    times = sorted(row["published"] for row in rows if row["published"])
    outlets = {row["article"]: row["outlet"] for row in rows}
    return Story(
        rows[0]["story"],
        rows[0]["saga"],
        central([row["title"] for row in rows]),
        times[0] if times else None,
        times[-1] if times else None,
        tuple(row["article"] for row in rows),
        tuple(row["article"] for row in rows if row["copy_of"]),
        _named(row["outlet"] for row in rows),
        merged(events, outlets),
    )


def central(titles: Sequence[str]) -> str:
    """The headline that shares most words with the others; of equals the first."""
    words = [set(WORD.findall(title)) for title in titles]
    spread = Counter(word for some in words for word in some)

    def shared(at: int) -> float:
        return sum(spread[word] - 1 for word in words[at]) / (len(words[at]) + 2)

    return titles[max(range(len(titles)), key=lambda at: (shared(at), -at))]


def merged(events: Iterable[Event], outlets: Mapping[str, str]) -> tuple[Told, ...]:
    """Events of several articles, those that say the same put together; `outlets` by article."""
    groups: list[list[Event]] = []
    # The fullest first, so that one without participants joins what it may be part of.
    for event in sorted(events, key=lambda e: (-fullness(e), e.article, e.start, e.id)):
        home = next((group for group in groups if same(event, group[0])), None)
        if home is None:
            groups.append([event])
        else:
            home.append(event)
    told = [_told(group, outlets) for group in groups]
    return tuple(sorted(told, key=lambda one: (-len(one.outlets), -len(one.articles), one.event.start, one.event.id)))


def same(a: Event, b: Event) -> bool:
    """Whether two events of one story are one: the same act, by and to people who may be the same."""
    if (
        a.type != b.type
        or (a.mode and b.mode and a.mode != b.mode)
        or (a.status == "negated") != (b.status == "negated")
    ):
        return False
    days = [e.date.toordinal() for e in (a, b) if e.date is not None and e.date_precision == "day"]
    if len(days) == len((a, b)) and abs(days[0] - days[1]) > NIGHT:
        return False
    return _agree(a.actors, b.actors) and _agree(a.recipients, b.recipients)


def _agree(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """Whether one side is not named, or somebody may stand on both."""
    return not a or not b or any(_may_be(x, y) for x in a for y in b)


def _may_be(a: Entity, b: Entity) -> bool:
    if a.name and a.name == b.name:
        return True
    if a.country and b.country and a.country != b.country:
        return False
    # Papers call one side the state, its army or its police, and one girl a pupil, a minor or a neighbour.
    return not a.sectors or not b.sectors or _camp(a) == _camp(b) or bool({*a.sectors} & {*b.sectors})


def _camp(one: Entity) -> str:
    return "state" if STATE & {*one.sectors} else "armed" if ARMED & {*one.sectors} else "people"


def fullness(event: Event) -> int:
    """How much an event says of who, when, where and how many."""
    people = (*event.actors, *event.recipients)
    return (
        2 * bool(event.actors) + 2 * bool(event.recipients) + sum(bool(x.name) for x in people)
        + (event.date_precision == "day") + (event.place is not None) + (event.numbers is not None) + bool(event.mode)
    )  # fmt: skip


def _told(group: Sequence[Event], outlets: Mapping[str, str]) -> Told:
    numbers = {}
    for name in COUNTED:
        said: dict[int, list[str]] = {}
        for event in group:
            value = getattr(event.numbers, name) if event.numbers is not None else None
            if value is not None:
                said.setdefault(value, []).append(outlets.get(event.article, ""))
        if said:
            some = [Said(value, _named(who)) for value, who in said.items()]
            numbers[name] = tuple(sorted(some, key=lambda one: (-len(one.outlets), one.value)))
    articles = tuple(dict.fromkeys(event.article for event in group))
    return Told(
        group[0],
        tuple(event.id for event in group),
        articles,
        _named(outlets.get(id, "") for id in articles),
        numbers,
    )


def _named(outlets: Iterable[str]) -> tuple[str, ...]:
    """Each outlet once; those that are not known count as one."""
    return tuple(dict.fromkeys(outlets))
