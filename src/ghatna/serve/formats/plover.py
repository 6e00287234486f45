"""PLOVER JSON: a record an event, one a line, with the fields of the manual's chapter "JSON Data Fields" (2021)."""

from calendar import monthrange
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any, TextIO

import msgspec

from ghatna.model import Entity, Event, Place
from ghatna.resolve.event import day
from ghatna.serve.formats.cells import Put

AUXILIARY = {"negated": "negation"}
"""Statuses that PLOVER's auxiliary modes call otherwise."""
SIZES = {"killed": "dead", "injured": "injured", "arrested": "arrested"}


@contextmanager
def as_plover(file: TextIO) -> Iterator[Put]:
    """One JSON record a line; a field without a value is left out."""
    yield lambda events: file.writelines(msgspec.json.encode(record(e)).decode() + "\n" for e in events) or None


def record(event: Event) -> dict[str, Any]:
    """The record of an event. `source` are those who act; who is reported as saying so stands in `comment`."""
    when = event.date or day(event.published)
    modes = [event.mode, None if event.status == "actual" else AUXILIARY.get(event.status, event.status)]
    numbers = event.numbers
    people = {SIZES[name]: getattr(numbers, name, None) for name in SIZES}
    place = event.place
    return held(
        id=event.id,
        hasEvent=True,
        date=when and when.isoformat(),
        enddate=(end := _end(event)) and end.isoformat(),
        source=[_actor(e) for e in event.actors],
        target=[_actor(e) for e in event.recipients],
        event=[event.type],
        mode=[mode for mode in modes if mode],
        context=list(event.contexts),
        eventLoc=place and _location(place),
        eventText=event.trigger,
        quadCode=event.quad,
        eventScale=event.score,
        sizeInfo=held(**people),
        link=event.url,
        text=event.sentence,
        textInfo=held(start=event.start, end=event.end, textStory=event.article),
        citeInfo=held(
            url=event.url,
            publication=event.outlet,
            language="hi",
            codebook="PLOVER",
            version=event.version,
        ),
        coder="ghatna",
        comment=f"frame {event.frame}" + (f"; reported by {event.source}" if event.source else ""),
    )


def held(**fields: object) -> dict[str, Any]:
    """The fields that have a value; an empty list of targets, modes or contexts has none."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {}) or name == "source"}


def _actor(entity: Entity) -> dict[str, Any]:
    country = entity.country or ""
    sectors = list(entity.sectors)
    return held(
        code="IGO" if country.startswith("IGO:") else country,
        sector=sectors[0] if sectors else None,
        other_sector_codes=sectors[1:],
        identifier=entity.id or (country if country.startswith("IGO:") else None),
        entity_name=entity.name,
        actorText=entity.text,
    )


def _location(place: Place) -> dict[str, Any]:
    return held(
        name=place.name,
        cc3=place.country,
        adminName1=place.admin1,
        lat=place.lat,
        lng=place.lon,
        geonameId=place.geonames,
    )


def _end(event: Event) -> date | None:
    """The last day of a week, month or year of which the event's date is the first."""
    first = event.date
    if first is None:
        return None
    if event.date_precision == "week":
        return first + timedelta(days=6)
    if event.date_precision == "month":
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first.replace(month=12, day=31) if event.date_precision == "year" else None
