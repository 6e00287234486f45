"""POLECAT: 40 columns between tabs, with their names in the first line; `None` for what is not known."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from ghatna.lexicon.labels import Labels
from ghatna.lexicon.tables import SHIPPED
from ghatna.model import Entity, Event
from ghatna.resolve.event import day
from ghatna.serve.formats.cells import Put, tabbed
from ghatna.serve.formats.codes import codes
from ghatna.serve.formats.where import level

SIDE = "{0} Name|{0} Country|{0} COW|Primary {0} Sector|{0} Sectors|{0} Title|{0} Name Raw|Wikipedia {0} ID"
COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *SIDE.format("Actor").split("|"),
    *SIDE.format("Recipient").split("|"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
NONE = "None"
FEATURES = {"country": "PCLI", "state": "ADM1", "town": "PPL"}


@contextmanager
def as_polecat(file: TextIO) -> Iterator[Put]:
    """A row an event; several participants of one side stand in each cell in text order, parted by `; `."""
    quads = {int(quad): name.upper() for quad, name in Labels.load((SHIPPED,)).quads.items()}
    with tabbed(file, "polecat", lambda event: [row(event, quads)], header=COLUMNS, empty=NONE) as put:
        yield put


def row(event: Event, quads: dict[int, str]) -> list[object]:
    """The cells of an event in the order of `COLUMNS`."""
    place = event.place
    kind = level(place, codes()) if place else None
    return [
        event.id,
        event.date or day(event.published),
        event.type,
        event.mode,
        event.score,
        quads[event.quad],
        "; ".join(event.contexts),
        *_side(event.actors),
        *_side(event.recipients),
        place and place.name,
        place.name if place and kind == "town" else None,
        None,
        place and place.admin1,
        place and place.country,
        place and place.lat,
        place and place.lon,
        place and place.geonames,
        place and place.text,
        kind and FEATURES[kind],
        event.outlet,
        day(event.published),
        None,
        None,
        None,
        "Hindi",
        event.version,
    ]


def _side(entities: Sequence[Entity]) -> list[object]:
    countries = codes().countries

    def each(*values: str | None) -> str:
        return "; ".join((value or NONE).replace("; ", ", ") for value in values)

    numbers = [home.cow if (home := countries.get(e.country or "")) else None for e in entities]
    return [
        each(*(e.name or e.text for e in entities)),
        each(*(e.country if e.country and ":" not in e.country else None for e in entities)),
        each(*numbers),
        each(*(e.sectors[0] if e.sectors else None for e in entities)),
        each(*dict.fromkeys(s for e in entities for s in e.sectors)),
        None,
        each(*(e.text for e in entities)),
        each(*(e.id if e.id and e.id[0] == "Q" and e.id[1:].isdigit() else None for e in entities)),
    ]
