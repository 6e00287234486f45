"""How fast and how large a store is: filled with made events, then asked what people and pages ask."""

import random
import statistics
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from ghatna.serve.made import FIRST, Coded, Made
from ghatna.store import Store, health, overview, upkeep

EVENTS = 1_000_000
COMMIT = 1024
"""Articles of a commit, as in a long run."""
APPENDED, APPENDS = 1000, 5
ASKED = 40
"""Questions of each kind."""
PAGE = 100
"""Rows of an answer, as a page shows them."""

Ask = Callable[[], int]


def measured(events: int, folder: Path | None, made: Made | None = None) -> Iterator[str]:
    """Fill a store with so many events and measure it, line by line; in `folder`, or in one that is gone after that."""
    with tempfile.TemporaryDirectory() as beside:
        made, store = made or Made(), Store(folder or Path(beside) / "s")
        began, count, articles = perf_counter(), 0, 0
        while count < events:
            batch = [made.article() for _ in range(COMMIT)]
            store.add_all(batch, version=made.version)
            count, articles = count + sum(len(some) for _, some in batch), articles + COMMIT
        yield f"{articles} articles with {count} events made and stored in {perf_counter() - began:.0f} s"
        yield from _sizes(store)
        yield from _appends(store, made)
        yield from _asked(store, made, "as written")
        began = perf_counter()
        upkeep.compact(store.folder)
        yield f"compacted in {perf_counter() - began:.1f} s"
        yield from _sizes(store)
        yield from _asked(store, made, "compacted")
        yield from _appends(store, made)
        began = perf_counter()
        faults = len(list(health.verify(store.folder)))
        yield f"verified in {perf_counter() - began:.1f} s, {faults} faults"


def _sizes(store: Store) -> Iterator[str]:
    for one in health.info(store.folder).tables:
        yield f"{one.table}: {one.rows} rows, {one.files} files, {one.bytes / max(one.rows, 1):.0f} bytes a row"


def _appends(store: Store, made: Made) -> Iterator[str]:
    spent = []
    for _ in range(APPENDS):
        batch: list[Coded] = [made.article() for _ in range(APPENDED)]
        began = perf_counter()
        store.add_all(batch, version=made.version)
        spent.append(perf_counter() - began)
    yield f"append of {APPENDED} articles: median {statistics.median(spent):.2f} s, slowest {max(spent):.2f} s"


def _asked(store: Store, made: Made, state: str) -> Iterator[str]:
    """Milliseconds of each kind of question; who is asked for is drawn as often as he is in the news."""
    began = perf_counter()
    Store(store.folder).sql("SELECT count(*) FROM events")
    yield f"{state}: first question to a store that is opened {(perf_counter() - began) * 1000:.0f} ms"
    dice = random.Random(7)
    pairs = store.sql(overview.DYADS, values={"limit": 100_000})
    actors, recipients, counts = (pairs[name].to_pylist() for name in ("actor", "recipient", "events"))
    dyads = dice.choices(list(zip(actors, recipients, strict=True)), counts, k=ASKED)
    types = dice.choices([event.type for _, some in made.patterns for event in some], k=ASKED)
    days = [FIRST + timedelta(dice.randrange(made.days)) for _ in range(ASKED)]
    places = dice.choices(made.places, cum_weights=made.place_weights, k=ASKED)
    kinds: dict[str, list[Ask]] = {
        "actor": [_rows(store, actor=actor) for actor, _ in dyads],
        "actor and recipient": [_rows(store, actor=actor, recipient=recipient) for actor, recipient in dyads],
        "type": [_rows(store, type=type) for type in types],
        "seven days": [_rows(store, since=day, until=day + timedelta(6)) for day in days],
        "place": [_rows(store, where="place.name = '{}'".format(place.name.replace("'", "''"))) for place in places],
        "actor, type, a year": [
            _rows(store, actor=actor, type=type, since=day, until=day + timedelta(365))
            for (actor, _), type, day in zip(dyads, types, days, strict=True)
        ],
        "overview: days and quads": [lambda: store.sql(overview.DAYS).num_rows] * ASKED,
        "overview: top dyads": [lambda: store.sql(overview.DYADS, values={"limit": 20}).num_rows] * ASKED,
    }
    everything: list[float] = []
    for kind, asks in kinds.items():
        spent, rows = _timed(asks)
        everything += spent
        yield f"{state}: {kind}: {_told(spent)}, {rows:.0f} rows"
    yield f"{state}: all of these: {_told(everything)}"
    whole = [_rows(store, limit=None, actor=a, recipient=r) for a, r in dyads[: ASKED // 4]]
    spent, rows = _timed(whole)
    yield f"{state}: actor and recipient, whole answer: {_told(spent)}, {rows:.0f} rows"


def _rows(store: Store, *, limit: int | None = PAGE, **asked: object) -> Ask:
    return lambda: store.events(limit=limit, **asked).num_rows  # type: ignore[arg-type]


def _timed(asks: list[Ask]) -> tuple[list[float], float]:
    """Milliseconds of each question, and the rows of an answer on the average."""
    spent, rows = [], []
    for ask in asks:
        began = perf_counter()
        rows.append(ask())
        spent.append((perf_counter() - began) * 1000)
    return spent, statistics.mean(rows)


def _told(spent: list[float]) -> str:
    cuts = statistics.quantiles(spent, n=20)
    return f"median {statistics.median(spent):.0f} ms, p95 {cuts[18]:.0f} ms"
