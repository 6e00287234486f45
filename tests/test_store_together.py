"""Stories, reviews and upkeep of one store: each sees what the others wrote, and none undoes it."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pytest

from ghatna.errors import StoreError
from ghatna.model import Document
from ghatna.pipeline import Coder
from ghatna.store import Store, health, tables, upkeep
from ghatna.store.reviews import review_table
from ghatna.store.schema import STORIES

TEXTS = {
    "a": "नेपाल ने चीन की निंदा की।",
    "b": "भारत ने सोमवार को भूटान को 20 टन दवा भेजी।",
    "c": "भारत ने सोमवार को भूटान को 20 टन दवा भेजी। पुलिस ने पुणे में चार चोर गिरफ्तार किए।",
}


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.fixture
def store(tmp_path: Path, coder: Coder) -> Store:
    """A store whose documents came one by one, grouped, with a correction and a rejection."""
    kept = Store(tmp_path / "s")
    for id, text in TEXTS.items():
        document = Document(id=id, text=text, title=text.split("।")[0], outlet=f"पत्र {id}")
        kept.add(document, coder.code(document))
        kept.group()
    (blame,) = kept.events(type="ACCUSE")["id"].to_pylist()
    (arrest,) = kept.events(type="COERCE")["id"].to_pylist()
    kept.review(blame, by="Asha", why="not said", set={"status": "negated"})
    kept.review(arrest, by="Asha", why="a joke", verdict="reject")
    return kept


def seen(store: Store) -> list[object]:
    return [
        store.events().to_pylist(),
        store.events(raw=True).to_pylist(),
        store.sql("SELECT * FROM stories ORDER BY number").to_pylist(),
        store.reviews(),
        [(whole.id, one.ids) for whole, one in store.told()],
        [(whole.id, one.ids) for whole, one in store.told(raw=True)],
    ]


def test_stories_count_what_reviewers_left(store: Store) -> None:
    types = [one.event.type for _, one in store.told()]
    assert sorted(types) == ["ACCUSE", "AID"]
    assert sorted(one.event.type for _, one in store.told(raw=True)) == ["ACCUSE", "AID", "COERCE"]
    statuses = {one.event.status for _, one in store.told() if one.event.type == "ACCUSE"}
    assert statuses == {"negated"}
    assert store.events(where="status = 'negated'").num_rows == 1
    assert store.events(where="status = 'negated'", raw=True).num_rows == 0


def test_compaction_and_vacuum_leave_stories_and_reviews(store: Store) -> None:
    before = seen(store)
    again = {number: len(store.reviews(as_of=number)) for number in (1, 2)}
    assert {done.table: done.after for done in upkeep.compact(store.folder)} == {
        "documents": 1, "events": 1, "stories": 1, "reviews": 1
    }  # fmt: skip
    assert seen(store) == before
    shutil.copytree(store.folder, copy := store.folder.parent / "copy")
    later = datetime.now(UTC) + timedelta(days=100)
    gone = {done.table: len(done.files) for done in upkeep.vacuum(copy, versions=1, now=later)}
    assert gone["events"] and gone["stories"]
    assert gone["reviews"] == 0, "what people said can be asked as of any version"
    left = Store(copy, create=False)
    assert seen(left) == before
    assert {number: len(left.reviews(as_of=number)) for number in (1, 2)} == again == {1: 1, 2: 2}
    assert left.group() == 0
    assert list(health.verify(copy)) == []


def test_info_and_verify_know_them(store: Store) -> None:
    rows = {one.table: one.rows for one in health.info(store.folder).tables}
    assert (rows["documents"], rows["stories"], rows["reviews"]) == (3, 3, 2)
    assert list(health.verify(store.folder)) == []
    gone = {"article": "gone", "story": "none", "copy_of": "b", "number": 9}
    row = store.sql("SELECT * FROM stories WHERE article = 'b'").to_pylist()[0] | gone
    tables.append(store.folder, "stories", pa.Table.from_pylist([row], schema=STORIES))
    twice = store.reviews()[0]
    tables.append(store.folder, "reviews", review_table([twice]))
    told = "\n".join(health.verify(store.folder))
    for fault in (
        "article gone is in a story and not in the store",
        "article gone is in story none, whose first article is in none",
        "article gone is a copy of b, which is in another story",
        f"review {twice.id} stands 2 times",
    ):
        assert fault in told


def test_a_lost_file_of_either_is_named(store: Store) -> None:
    for name in ("stories", "reviews"):
        shutil.copytree(store.folder, copy := store.folder.parent / name)
        file = min((copy / name).glob("*.parquet"))
        file.unlink()
        assert any(f"{file.name}: missing" in fault for fault in health.verify(copy))
        assert health.info(copy).health.startswith("damaged")
        with pytest.raises(StoreError, match="store verify"):
            Store(copy, create=False).events()


def test_grouping_afresh_keeps_reviews_and_older_versions(store: Store) -> None:
    before, version = seen(store), store.versions()[0][0]
    older = store.events(as_of=version, raw=True)
    assert store.group(afresh=True) == 3
    after = seen(store)
    assert [after[n] for n in (0, 1, 3)] == [before[n] for n in (0, 1, 3)]
    assert store.story_articles() == {"a": ["a"], "b": ["b", "c"]}
    assert store.events(as_of=version, raw=True) == older


def test_a_view_that_is_open_follows_reviews(store: Store) -> None:
    other = Store(store.folder, create=False)
    rejected = other.events(type="AID")["id"].to_pylist()
    for id in rejected:
        store.review(id, by="Ravi", why="no", verdict="reject")
    assert other.events(type="AID").num_rows == 0
    store.review(rejected[0], by="Asha")
    assert other.events(type="AID")["id"].to_pylist() == rejected[:1]
