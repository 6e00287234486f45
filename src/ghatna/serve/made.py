"""Articles and events for measuring a store: made from coded examples, any number of them, always the same.

Some hundred generated articles are coded once. Each made article is one of them with an id, day and outlet of its own;
its events get participants and places by how often they are in the news: a few states most of the time, most of
them seldom. Words and offsets stay, so that every event still points at its own words.
"""

import random
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate

from msgspec.structs import replace

from ghatna.lexicon.gazetteer import COLUMNS, DOUBTFUL, spot
from ghatna.lexicon.tables import SHIPPED, Row, rows
from ghatna.model import Document, Entity, Event, Place
from ghatna.pipeline import Coder
from ghatna.serve.bench import generated

FIRST, A_DAY = date(2020, 1, 1), 110
"""The first day, and articles of each: a million events take some two thousand days."""
OUTLETS = 40
SENTENCES = 3000
"""Generated sentences from which all articles are made."""
PLACED = 0.4
"""Share of the events that have a place."""

Coded = tuple[Document, list[Event]]


class Made:
    """An endless supply from so many generated sentences; the same `seed` gives the same articles."""

    def __init__(self, seed: int = 0, *, sentences: int = SENTENCES) -> None:
        self.dice = random.Random(seed)
        coder = Coder()
        self.version = coder.version
        self.patterns: list[Coded] = []
        for document in generated(coder.lexicon, sentences, seed=seed):
            self.patterns.append((document, coder.code(document)))
        named = {
            (entity.country, entity.sectors, entity.name, entity.id)
            for _, events in self.patterns
            for event in events
            for entity in event.actors
            if entity.country
        }
        self.parties = sorted(named, key=str)
        self.dice.shuffle(self.parties)
        self.party_weights = list(accumulate(1 / (n + 1) for n in range(len(self.parties))))
        towns = sorted(rows(SHIPPED / "hindi" / "places.tsv", COLUMNS, key=COLUMNS[:4]), key=_size)
        self.places = [_place(row) for row in towns if row["lat"]]
        self.place_weights = list(accumulate(1 / (n + 5) for n in range(len(self.places))))
        self.count = 0

    @property
    def days(self) -> int:
        """Days from `FIRST` on that have articles."""
        return self.count // A_DAY + 1

    def article(self) -> Coded:
        """The next article."""
        pattern, events = self.dice.choice(self.patterns)
        id = f"{self.dice.getrandbits(128):032x}"
        # News comes in by the day, a little of it late.
        day = self.days - 1
        self.count += 1
        published = datetime.combine(FIRST + timedelta(day), time(self.dice.randrange(24), 30), UTC)
        outlet = f"outlet-{min(int(self.dice.expovariate(0.15)), OUTLETS - 1)}.example"
        url = f"https://{outlet}/{published:%Y/%m/%d}/{id[:12]}"
        document = replace(pattern, id=id, published=published, outlet=outlet, url=url)
        return document, [self.event(event, document) for event in events]

    def event(self, event: Event, document: Document) -> Event:
        """An event of a pattern as it stands in a made article."""
        happened = document.published.date() if document.published else FIRST
        return replace(
            event,
            id=f"{self.dice.getrandbits(48):012x}",
            article=document.id,
            url=document.url,
            outlet=document.outlet,
            published=document.published,
            actors=tuple(self.entity(one) for one in event.actors),
            recipients=tuple(self.entity(one) for one in event.recipients),
            date=happened - timedelta(min(int(self.dice.expovariate(0.7)), 400)),
            date_precision="day",
            place=self.place() if self.dice.random() < PLACED else None,
        )

    def entity(self, entity: Entity) -> Entity:
        """A participant who is somebody else."""
        (found,) = self.dice.choices(self.parties, cum_weights=self.party_weights)
        country, sectors, name, id = found
        return replace(entity, country=country, sectors=sectors, name=name, id=id)

    def place(self) -> Place:
        """A place, a large town more often than a small one."""
        (found,) = self.dice.choices(self.places, cum_weights=self.place_weights)
        return found


def _size(row: Row) -> int:
    return -int(row["population"] or 0)


def _place(row: Row) -> Place:
    found = spot("\t".join(row[name] for name in COLUMNS))
    return Place(
        text=row["form"].removesuffix(DOUBTFUL),
        name=found.name,
        country=found.country,
        admin1=found.admin1 or None,
        lat=found.lat,
        lon=found.lon,
        geonames=found.geonames,
    )
