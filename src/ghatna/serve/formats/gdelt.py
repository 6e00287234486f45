"""GDELT 2.0 events: 61 columns between tabs, without their names; empty for what is not known."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date
from hashlib import blake2b
from itertools import combinations, product
from typing import TextIO

from ghatna.model import Entity, Event, Place
from ghatna.resolve.event import day
from ghatna.serve.formats.cells import Put, tabbed
from ghatna.serve.formats.codes import codes
from ghatna.serve.formats.where import level

ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{n}{name}" for n in (1, 2) for name in ACTOR.split()),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in GEO.split()),
    *("DATEADDED", "SOURCEURL"),
)
MUTUAL = ("CONSULT", "COOPERATE")
"""Types of acts that several actors without a recipient do with each other."""
QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))
"""The last root code of each quad class."""
UNITED_STATES = "USA"
NO_GEO: tuple[object, ...] = (None,) * len(GEO.split())
GEO_TYPES = {"country": 1, "state": 5, "town": 4}
US_TYPES = {"country": 1, "state": 2, "town": 3}

Pair = tuple[Entity | None, Entity | None]


@contextmanager
def as_gdelt(file: TextIO) -> Iterator[Put]:
    """A row for each pair of an actor and a recipient."""
    with tabbed(file, "gdelt", rows) as put:
        yield put


def rows(event: Event) -> Iterator[list[object]]:
    """The rows of an event, in text order; the first has the event's own number."""
    when = event.date or day(event.published)
    root = int(event.cameo[:2]) if event.cameo[:2].isdigit() else 0
    for n, (one, other) in enumerate(pairs(event)):
        yield [
            number(event.id, n),
            *_dated(when),
            *_actor(one),
            *_actor(other),
            int(event.sentence_start == 0),
            event.cameo,
            event.cameo[:3],
            event.cameo[:2],
            next((quad for last, quad in QUADS if root <= last), None),
            codes().goldstein(event.cameo),
            *(1, 1, 1, None),
            *_home(one),
            *_home(other),
            *(_geo(event.place) if event.place else NO_GEO),
            event.published and event.published.astimezone(UTC).strftime("%Y%m%d%H%M%S"),
            event.url or event.article,
        ]


def pairs(event: Event) -> list[Pair]:
    """Who acts on whom: each actor with each recipient; of those who meet or work together, each two."""
    if event.type in MUTUAL and not event.recipients and len(event.actors) > 1:
        return list(combinations(event.actors, 2))
    return list(product(event.actors or (None,), event.recipients or (None,)))


def number(id: str, n: int) -> int:
    """A number that stays the same for the same event and pair, below 2**60 so that any reader holds it."""
    if n == 0 and len(id) >= 15 and all(c in "0123456789abcdef" for c in id[:15]):
        return int(id[:15], 16)
    return int(blake2b(f"{id}|{n}".encode(), digest_size=8).hexdigest()[:15], 16)


def _dated(when: date | None) -> tuple[object, ...]:
    if when is None:
        return (None,) * 4
    # As GDELT counts it: months of 30 days, parts of a year of 365.
    part = ((when.month - 1) * 30 + when.day) / 365
    return when.strftime("%Y%m%d"), when.strftime("%Y%m"), when.year, f"{when.year + part:.4f}"


def _actor(entity: Entity | None) -> tuple[object, ...]:
    if entity is None:
        return (None,) * len(ACTOR.split())
    known = codes()
    home = known.countries.get(entity.country or "")
    country = home.cameo if home else ""
    kind, _, body = (entity.country or "").partition(":")
    group = known.groups.get(body, "") if kind == "IGO" else ""
    types = list(dict.fromkeys(known.sectors[s] for s in entity.sectors if s in known.sectors))
    if kind == "IGO":
        types = ["IGO", *(t for t in types if t != "IGO")]
    first, second, third = (*types[:3], *(None,) * 3)[:3]
    code = f"IGO{group}{''.join(types[1:3])}" if kind == "IGO" else country + "".join(types[:3])
    return code, (entity.name or entity.text).upper(), country, group, None, None, None, first, second, third


def _home(entity: Entity | None) -> tuple[object, ...]:
    home = codes().countries.get(entity.country or "") if entity else None
    if home is None or not home.fips:
        return NO_GEO
    return GEO_TYPES["country"], home.name, home.fips, home.fips, None, None, None, home.fips


def _geo(place: Place) -> tuple[object, ...]:
    known = codes()
    home = known.countries.get(place.country)
    kind = level(place, known)
    types = US_TYPES if place.country == UNITED_STATES else GEO_TYPES
    country = home.name if home else None
    named = dict.fromkeys([place.name, place.admin1, country if kind != "country" else None])
    fips = home.fips if home else ""
    admin = fips + known.states.get((place.admin1 or "", place.country), "")
    feature = None if kind == "town" else admin
    return types[kind], ", ".join(filter(None, named)), fips, admin, None, place.lat, place.lon, feature
