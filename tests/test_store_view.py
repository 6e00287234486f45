"""How a store is asked: columns made for searching, a connection that stays open, and how it is measured."""

import threading
from contextlib import suppress
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghatna.errors import StoreError
from ghatna.model import Entity, Event
from ghatna.serve import storebench
from ghatna.serve.made import Made
from ghatna.store import Store, health, overview, view
from ghatna.store.schema import KEYS, event_rows, event_table
from test_store import EVENTS
from writers import document, event, events, whole


@settings(max_examples=25)
@given(st.lists(EVENTS, min_size=1, max_size=3, unique_by=lambda e: e.id))
def test_columns_for_searching_are_derived_as_they_are_written(some: list[Event]) -> None:
    with duckdb.connect() as link:
        link.execute("SET TimeZone = 'UTC'")
        link.register("plain", event_table(some))
        asked = ", ".join(f'{view.DERIVED[name]} AS "{name}"' for name in KEYS.names)
        assert link.sql(f"SELECT {asked} FROM plain").to_arrow_table().cast(KEYS) == event_rows(some).select(KEYS.names)


def test_participants_are_found_by_whole_codes_and_names_and_by_parts_of_words(tmp_path: Path) -> None:
    def one(*whom: tuple[str, str, str]) -> tuple[Entity, ...]:
        return tuple(Entity(text=t, start=0, end=1, country=c, name=n) for t, c, n in whom)

    store = Store(tmp_path / "s")
    both = one(("रूस के राष्ट्रपति", "RUS", "Russia"), ("चीन", "CHN", "People's China"))
    store.add(document("a"), [event("1", "a", actors=both), event("2", "a", actors=(), recipients=both[:1])])
    for who in ("RUS", "CHN", "russia", "RUSSIA", "People's China", "राष्ट्रपति", "रूस के राष्ट्रपति"):
        assert store.events(actor=who)["id"].to_pylist() == ["1"], who
        of_china = who in ("CHN", "People's China")
        assert store.events(recipient=who)["id"].to_pylist() == ([] if of_china else ["2"]), who
    for who in ("RU", "rus", "Russ", "रूस के राष्ट्रपति चीन"):
        assert store.events(actor=who).num_rows == 0, who
    for who in ("RUS|CHN", "", "|", "राष्ट्रपति\nचीन"):
        with pytest.raises(StoreError, match="is no code, name or words"):
            store.events(actor=who)


def test_what_a_query_makes_or_drops_is_gone_with_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    store.add(document("a"), events("a", "1"))
    for query in ("DROP VIEW events", "CREATE TABLE mine AS SELECT 1", "CREATE OR REPLACE VIEW documents AS SELECT 1"):
        with suppress(StoreError):
            store.sql(query)
    assert store.events().num_rows == 3 and store.document("a") == document("a")
    with pytest.raises(StoreError):
        store.sql("SELECT * FROM mine")


def test_many_threads_ask_while_one_writes(tmp_path: Path) -> None:
    store, wrong = Store(tmp_path / "s"), []

    def ask() -> None:
        try:
            for _ in range(20):
                assert store.events(actor="RUS").num_rows % 3 == 0
        except BaseException as told:  # noqa: BLE001 - told by the thread that waits
            wrong.append(told)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for n in range(12):
        store.add(document(f"d{n}"), events(f"d{n}", "1"))
        assert store.events().num_rows == 3 * (n + 1)
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.parametrize("name", ["नाम में जगह", "a'b", "*?#&", "डेटा/भीतर"])
def test_a_store_may_have_any_name(tmp_path: Path, name: str) -> None:
    Store(tmp_path / name).add(document("a"), events("a", "1"))
    assert whole(tmp_path / name) == {"a": "1"}
    assert list(health.verify(tmp_path / name)) == []


@pytest.mark.parametrize("name", ["a%20b", "[x]", "a|b", "a\nb"])
def test_but_for_what_the_delta_library_cannot_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="path cannot have"):
        Store(tmp_path / name)
    assert not (tmp_path / name).exists()


def test_an_overview(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    russia = event("1", "a").actors
    twice = (*russia, *russia)
    some = [event(str(n), "a", actors=twice, recipients=russia, quad=1 + n % 2) for n in range(3)]
    store.add(document("a"), [*some, event("9", "a", recipients=(), date=None)])
    assert store.sql(overview.DAYS)["events"].to_pylist() == [2, 1]
    (dyad,) = store.sql(overview.DYADS, values={"limit": 5}).to_pylist()
    assert dyad == {"actor": "RUS", "recipient": "RUS", "events": 3}


def test_the_measuring_of_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, less in {"COMMIT": 64, "APPENDED": 16, "APPENDS": 2, "ASKED": 8}.items():
        monkeypatch.setattr(storebench, name, less)
    told = list(storebench.measured(100, tmp_path / "s", Made(sentences=120)))
    assert told[0].startswith("64 articles with ") and told[-1].endswith(", 0 faults")
    assert sum("all of these: median" in line for line in told) == 2
    again = [Made(sentences=120).article() for _ in range(2)]
    assert again[0] == again[1]
