"""What a reviewer sets, in words or values, as fields of an event."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from hashlib import sha256

from msgspec import Struct, structs

from ghatna.errors import StoreError
from ghatna.lexicon.gazetteer import Gazetteer
from ghatna.lexicon.labels import Labels
from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import SHIPPED, rows
from ghatna.model import Entity, Event, Place
from ghatna.resolve.cameo import Cameo, cameo
from ghatna.store.reviews import Review, Upheld, Verdict

FIELDS = ("type", "mode", "status", "actors", "recipients", "date", "place")
"""What may be set."""
DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
BODY = re.compile(r"IGO:[A-Z0-9-]+")
NOBODY = "-"


class Known(Struct, frozen=True):
    """Labels and codes that may be set."""

    labels: Labels
    cameo: Cameo
    countries: frozenset[str]
    gazetteer: Gazetteer
    spelling: Spelling


@cache
def known() -> Known:
    """Those of the package."""
    folders = (SHIPPED,)
    columns = ("form", "country", "kind", "name", "id", "source")
    states = rows(SHIPPED / "hindi" / "actors" / "countries.tsv", columns, key=("form", "kind"))
    spelling = Spelling.load(folders)
    return Known(
        Labels.load(folders),
        Cameo.load(folders),
        frozenset(row["country"] for row in states),
        Gazetteer.load(folders, spelling),
        spelling,
    )


def review(
    event: Event,
    text: str,
    *,
    verdict: Verdict,
    by: str,
    why: str,
    asked: Mapping[str, object] | None,
    at: datetime,
) -> Review:
    """A review of an event of an article with this `text`; what is `asked` makes it a correction. Raises `StoreError`
    without a name, without a reason for what is not accepted, and as `corrected` does."""
    if asked is not None:
        verdict = "correct"
    elif verdict not in ("accept", "reject"):
        raise _wrong(event, f"{verdict!r} is neither accept nor reject")
    if not by.strip():
        raise _wrong(event, "nobody is named who says so")
    if verdict != "accept" and not why.strip():
        raise _wrong(event, "no reason is given")
    to = corrected(event, text, asked) if asked is not None else event
    return Review(
        id=sha256(f"{event.id}|{by}|{at.isoformat()}".encode()).hexdigest()[:16],
        event=event.id,
        article=event.article,
        verdict=verdict,
        fields=tuple(asked or ()),
        reviewer=by,
        reviewed=at,
        why=why,
        type=event.type,
        trigger=event.trigger,
        start=event.start,
        end=event.end,
        sentence=event.sentence,
        sentence_start=event.sentence_start,
        source=event.source,
        version=event.version,
        upheld=Upheld.of(to),
    )


def corrected(event: Event, text: str, asked: Mapping[str, object]) -> Event:
    """The event with the fields that are asked for; `text` is the article's, in which participants must stand.

    `type`, `mode`, `status` are labels (an empty mode is none). `date` is `2024-11-30`, `2024-11` or `2024`, or empty.
    `actors` and `recipients` are `words/COUNTRY/SECTOR,SECTOR` parted by `;`, or `Entity` values: the words as they
    stand in the article, with country and sectors (`-` for none); what is left out stays as coded. `place` is the
    words, or `words/English name/COUNTRY/state`; words alone are looked up in the gazetteer. Raises `StoreError` for
    what is no field, label, code or words of the text.
    """
    for name in asked:
        if name not in FIELDS:
            raise _wrong(event, f"no field {name!r}: one of {', '.join(FIELDS)}")
    if not asked:
        raise _wrong(event, "nothing is set")
    event = _labelled(event, asked)
    if "date" in asked:
        event = _dated(event, asked["date"])
    for role in ("actors", "recipients"):
        if role in asked:
            value = asked[role]
            entities = _entities(event, text, value) if isinstance(value, str) else _values(event, text, value)
            event = structs.replace(event, **{role: entities})
    if "place" in asked:
        value = asked["place"]
        if value is not None and not isinstance(value, str | Place):
            raise _wrong(event, f"place {value!r} is neither text nor a Place")
        event = structs.replace(event, place=value if isinstance(value, Place) else _place(event, text, value or ""))
    return event


def _wrong(event: Event, problem: str) -> StoreError:
    return StoreError(f"review of {event.id}", problem)


def _labelled(event: Event, asked: Mapping[str, object]) -> Event:
    """With type, mode and status, and what follows from them."""
    if not {"type", "mode", "status"} & asked.keys():
        return event
    labels, table = known().labels, known().cameo
    type_ = str(asked.get("type", event.type)).upper()
    if type_ not in labels.types:
        raise _wrong(event, f"no type {type_!r}: one of {' '.join(labels.types)}")
    modes = labels.types[type_].modes
    mode = (str(asked["mode"] or "") or None) if "mode" in asked else event.mode if event.mode in modes else None
    if mode is not None and mode not in modes:
        raise _wrong(event, f"{type_} has no mode {mode!r}: {' '.join(modes) or 'none'}")
    status = str(asked.get("status", event.status))
    if status not in labels.statuses:
        raise _wrong(event, f"no status {status!r}: one of {' '.join(labels.statuses)}")
    return structs.replace(
        event,
        type=type_,
        mode=mode,
        status=status,
        quad=labels.types[type_].quad,
        score=labels.score(type_, mode),
        cameo=cameo(type_, mode, status, event.contexts, table),
    )


def _dated(event: Event, value: object) -> Event:
    if isinstance(value, date):
        value = value.isoformat()
    if not value:
        return structs.replace(event, date=None, date_text=None, date_precision=None)
    found = DAY.fullmatch(str(value))
    if found is None:
        raise _wrong(event, f"{value!r} is no day, month or year like 2024-11-30, 2024-11, 2024")
    year, month, day = (int(part or 1) for part in found.groups())
    if not (1 <= month <= 12 and year and 1 <= day <= monthrange(year, month)[1]):
        raise _wrong(event, f"there is no day {value!r}")
    precision = "day" if found[3] else "month" if found[2] else "year"
    return structs.replace(event, date=date(year, month, day), date_text=None, date_precision=precision)


def _values(event: Event, text: str, value: object) -> tuple[Entity, ...]:
    found = tuple(value) if isinstance(value, list | tuple) else (value,)
    for one in found:
        if not isinstance(one, Entity):
            raise _wrong(event, f"{one!r} is no Entity")
        if text[one.start : one.end] != one.text:
            raise _wrong(event, f"{one.text!r} does not stand at {one.start} of the article")
    return found


def _entities(event: Event, text: str, value: str) -> tuple[Entity, ...]:
    return tuple(_entity(event, text, part.strip()) for part in value.split(";") if part.strip())


def _entity(event: Event, text: str, told: str) -> Entity:
    words, *rest = (part.strip() for part in told.split("/"))
    if len(rest) > 2:
        raise _wrong(event, f"{told!r} is not words/COUNTRY/SECTOR,SECTOR")
    before = next((e for e in (*event.actors, *event.recipients) if e.text == words), None)
    start = before.start if before else _found(event, text, words)
    country = before.country if before else None
    sectors = before.sectors if before else ()
    if rest:
        country = None if rest[0] in ("", NOBODY) else rest[0]
        if country is not None and country not in known().countries and not BODY.fullmatch(country):
            raise _wrong(event, f"no country {country!r} (hint: ISO 3166-1 alpha-3, IGO:UN, or -)")
    if len(rest) > 1:
        sectors = tuple(s for s in (s.strip() for s in rest[1].split(",")) if s not in ("", NOBODY))
        for sector in sectors:
            if sector not in known().labels.sectors:
                raise _wrong(event, f"no sector {sector!r}: one of {' '.join(known().labels.sectors)}")
    same = before is not None and before.country == country
    return Entity(
        text=words,
        start=start,
        end=start + len(words),
        country=country,
        sectors=sectors,
        name=before.name if before and same else None,
        id=before.id if before and same else None,
        why="review",
    )


def _found(event: Event, text: str, words: str) -> int:
    """Where words stand: in the event's sentence, else where they stand first in the article."""
    at = event.sentence.find(words) if words else -1
    if at >= 0:
        return event.sentence_start + at
    if not words or (at := text.find(words)) < 0:
        raise _wrong(event, f"{words!r} does not stand in the article")
    return at


def _place(event: Event, text: str, value: str) -> Place | None:
    words, *rest = (part.strip() for part in value.split("/"))
    if not words:
        return None
    _found(event, text, words)
    if not rest:
        spots = known().gazetteer.named(" ".join(map(known().spelling.fold, words.split())))
        if not spots:
            raise _wrong(event, f"{words!r} is no place of the gazetteer (hint: words/English name/COUNTRY/state)")
        spot = max(spots, key=lambda s: s.population)
        return Place(
            text=words, name=spot.name, country=spot.country, admin1=spot.admin1 or None,
            lat=spot.lat, lon=spot.lon, geonames=spot.geonames,
        )  # fmt: skip
    if len(rest) not in (2, 3) or rest[1] not in known().countries:
        raise _wrong(event, f"{value!r} is not words/English name/COUNTRY/state")
    return Place(text=words, name=rest[0], country=rest[1], admin1=rest[2] if len(rest) > 2 and rest[2] else None)
