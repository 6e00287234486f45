"""The store: round trip, one commit a change, only acknowledged documents, refusals."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ghatna.errors import StoreError
from ghatna.model import AtLeast, Document, Entity, Event, Numbers, Place
from ghatna.store import Store, tables
from ghatna.store.schema import document_records, document_table, event_records, event_table
from writers import event as an_event

WORDS = st.text(st.sampled_from("कखग ज़ि।'\"a\n"), max_size=8)
COUNT = st.integers(0, 10**6)


def maybe(kind: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | kind


ENTITIES = st.lists(
    st.builds(
        Entity, text=WORDS, start=COUNT, end=COUNT, country=maybe(WORDS), name=maybe(WORDS), id=maybe(WORDS),
        sectors=st.lists(WORDS, max_size=2).map(tuple), why=WORDS,
    ),
    max_size=2,
).map(tuple)  # fmt: skip
REAL = st.floats(-180, 180)
TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(timezone(timedelta(hours=5.5))))
EVENTS = st.builds(
    Event, id=st.uuids().map(str), article=st.just("a"), url=maybe(WORDS), outlet=maybe(WORDS), published=maybe(TIMES),
    type=WORDS, mode=maybe(WORDS), status=WORDS, quad=st.integers(0, 4), score=maybe(REAL), cameo=WORDS,
    actors=ENTITIES, recipients=ENTITIES, trigger=WORDS, start=COUNT, end=COUNT, sentence=WORDS, sentence_start=COUNT,
    source=maybe(WORDS), date=maybe(st.dates(date(1900, 1, 1))), date_text=maybe(WORDS), date_precision=maybe(WORDS),
    place=maybe(st.builds(Place, text=WORDS, name=WORDS, country=WORDS, lat=maybe(REAL), geonames=maybe(COUNT))),
    numbers=maybe(
        st.builds(Numbers, killed=maybe(COUNT), people=maybe(COUNT), at_least=maybe(st.builds(AtLeast, killed=WORDS)))
    ),
    contexts=st.lists(WORDS, max_size=2).map(tuple), frame=WORDS, cue=maybe(WORDS), version=st.just("1"),
)  # fmt: skip


def doc(id: str, text: str = "रूस ने मदद दी।") -> Document:
    return Document(id=id, text=text)


@given(st.lists(EVENTS, max_size=3))
def test_an_event_comes_back_from_arrow_as_it_was(events: list[Event]) -> None:
    assert event_records(event_table(events)) == events


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EVENTS, max_size=4, unique_by=lambda e: e.id))
def test_an_event_comes_back_from_delta_as_it_was(tmp_path: Path, events: list[Event]) -> None:
    store = Store(tmp_path / f"{datetime.now(UTC).timestamp()}")
    store.add(doc("a"), events, version="1")
    assert sorted(event_records(store.events()), key=lambda e: e.id) == sorted(events, key=lambda e: e.id)


def test_the_same_document_twice_changes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    assert store.add(doc("a"), [an_event("1", "a")]) == 1
    before = store.versions()
    assert store.add(doc("a"), [an_event("1", "a")]) == 0
    assert Store(tmp_path / "s").add(doc("a"), [an_event("1", "a")]) == 0
    assert store.versions() == before


def test_another_version_replaces_in_one_commit_and_the_old_can_be_read(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    store.add_all([(doc("a"), [an_event("1", "a")]), (doc("b"), [an_event("2", "b")])])
    store.add(doc("a"), [an_event("3", "a", "2")])
    assert store.events()["id"].to_pylist() == ["3", "2"]
    assert len(store.versions()) == 2
    assert store.events(as_of=1)["id"].to_pylist() == ["1", "2"]
    store.add(doc("a"), [], version="3")
    assert store.events()["id"].to_pylist() == ["2"]
    with pytest.raises(StoreError, match="no version 99"):
        store.events(as_of=99)


def test_events_of_a_document_not_acknowledged_are_not_seen_and_are_written_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    tables.append(tmp_path / "s", "events", event_table([an_event("1", "a")]))
    assert store.events().num_rows == 0
    store.add(doc("a"), [an_event("1", "a")])
    assert store.events().num_rows == 1


def test_filters(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    store.add_all([(doc("o'k"), [an_event("1", "o'k"), an_event("2", "o'k", type="ACCUSE", actors=())])])
    for asked in ({"actor": "RUS"}, {"actor": "russia"}, {"actor": "रूस"}, {"type": "aid"}, {"where": "type = 'AID'"}):
        assert store.events(**asked)["id"].to_pylist() == ["1"], asked
    assert store.events(recipient="RUS").num_rows == 0
    assert store.events(since="2024-12-01").num_rows == 0
    assert store.events(until="2024-11-30").num_rows == 2
    assert store.event("1") == an_event("1", "o'k")
    assert store.document("o'k") == doc("o'k")
    with pytest.raises(StoreError, match="not a day"):
        store.events(since="soon")
    with pytest.raises(StoreError):
        store.sql("select nothing")


@pytest.mark.parametrize(
    ("marker", "problem"), [(None, "not a store"), ({"format": 99}, "newer"), ({}, "damaged"), ([], "damaged")]
)
def test_what_is_no_store_is_refused_and_left_alone(tmp_path: Path, marker: object, problem: str) -> None:
    (tmp_path / "mine.txt").write_text("x", "utf-8")
    if marker is not None:
        (tmp_path / tables.MARKER).write_text(json.dumps(marker), "utf-8")
    before = sorted(p.name for p in tmp_path.iterdir())
    with pytest.raises(StoreError, match=problem):
        Store(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == before


@pytest.mark.parametrize("version", [-1, 10**30, 7])
def test_a_version_that_is_not_there_is_refused(tmp_path: Path, version: int) -> None:
    with pytest.raises(StoreError, match=f"no version {version}"):
        Store(tmp_path / "s").events(as_of=version)


def test_rows_without_their_log_are_no_empty_store(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    (tmp_path / "s" / "events").mkdir()
    (tmp_path / "s" / "events" / "part.parquet").write_bytes(b"PAR1")
    with pytest.raises(StoreError, match="damaged"):
        store.events()


def test_a_store_that_may_not_be_written_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "s")
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(StoreError, match="not written: permission denied"):
        store.add(doc("a"), [an_event("1", "a")])
    assert not (tmp_path / "s" / "events").exists()


def test_a_table_without_a_later_column_takes_new_rows(tmp_path: Path) -> None:
    tables.open_folder(tmp_path / "s")
    old = event_table([an_event("1", "a", numbers=Numbers(killed=3))])
    at = old.schema.get_field_index("numbers")
    plain = pa.struct([field for field in old.schema.field("numbers").type if field.name != "at_least"])
    rows = [{k: v for k, v in row.items() if k != "at_least"} for row in old["numbers"].to_pylist()]
    tables.append(tmp_path / "s", "events", old.set_column(at, "numbers", pa.array(rows, plain)))
    counted = Numbers(killed=100, at_least=AtLeast(killed="सैकड़ों"))
    tables.append(tmp_path / "s", "events", event_table([an_event("2", "b", numbers=counted)]))
    found = tables.table(tmp_path / "s", "events")
    assert found is not None
    kept = {e.id: e.numbers for e in event_records(found.to_pyarrow_table())}
    assert kept == {"1": Numbers(killed=3), "2": counted}


def test_documents_of_an_older_schema_are_read(tmp_path: Path) -> None:
    old = document_table([doc("a")], version="1", added=datetime(2025, 1, 1, tzinfo=UTC))
    tables.open_folder(tmp_path / "s")
    tables.append(tmp_path / "s", "documents", old.drop_columns(["subtitle", "dateline_date", "tags"]))
    new = Document(id="b", text="पाठ", subtitle="उप", dateline_date=date(2025, 1, 2), tags=("नेपाल",))
    Store(tmp_path / "s").add(new, [])
    found = tables.table(tmp_path / "s", "documents")
    assert found is not None
    assert {d.id: d for d in document_records(found.to_pyarrow_table())} == {"a": doc("a"), "b": new}
