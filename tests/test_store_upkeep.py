"""A store that is compacted, vacuumed, verified, and whose versions are cited."""

import json
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from deltalake import write_deltalake
from typer.testing import CliRunner

from ghatna.errors import StoreError
from ghatna.model import Document
from ghatna.pipeline import Coder
from ghatna.serve.cli import app
from ghatna.store import Store, health, log, snapshot, tables, upkeep, writer
from ghatna.store.schema import EVENTS, document_table, event_rows, event_table
from test_store_promises import half
from writers import EACH, document, event, events, whole

RUN = CliRunner()


def filled(folder: Path, count: int = 6) -> Store:
    """A store of so many documents, one a commit, the first of them coded again."""
    store = Store(folder)
    for n in range(count):
        store.add(document(f"d{n}"), events(f"d{n}", "1"))
    store.add(document("d0"), events("d0", "2"))
    return store


def answers(folder: Path) -> dict[int, tuple[pa.Table, pa.Table]]:
    """What each version answers: events, and how many documents."""
    store = Store(folder)
    asked = "SELECT count(*) FROM documents"
    return {n: (store.events(as_of=n), store.sql(asked, as_of=n)) for n, _ in store.versions()}


def aged(folder: Path, days: int) -> None:
    """As if all that is there had been written so many days ago."""
    moved = timedelta(days=days)
    for path in folder.rglob("*.parquet"):
        then = path.stat().st_mtime - moved.total_seconds()
        os.utime(path, (then, then))
    for path in folder.rglob("*.json"):
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for line in lines:
            if "commitInfo" in line:
                line["commitInfo"]["timestamp"] -= int(moved.total_seconds() * 1000)
        path.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines), "utf-8")


def test_a_version_gives_the_same_answer_for_ever(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    store = filled(folder)
    before = answers(folder)
    assert len(before) == 7
    half(folder, ["d1"], "9")
    store.add_all([(document(id), events(id, "3")) for id in ("d1", "d2", "new")])
    upkeep.compact(folder)
    upkeep.vacuum(folder)
    half(folder, ["d1"], "9")
    store.add(document("d4"), [], version="4")
    after = answers(folder)
    assert {number: after[number] for number in before} == before and len(after) > len(before)
    # Fewer versions than are kept, all of them of today: nothing has gone.
    assert health.readable(folder) == {n for n, _ in store.versions()}


def test_compaction_leaves_few_files_and_all_rows_by_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "s"
    store = Store(folder)
    for n in range(5):
        days = (date(2024, 1, 1 + (7 * n + m) % 10) for m in range(EACH))
        some = [event(f"e{n}.{m}", f"d{n}", date=day) for m, day in enumerate(days)]
        store.add(document(f"d{n}"), some)
    before = store.events()
    half(folder, ["d1"], "9")
    assert [(d.table, d.after) for d in upkeep.compact(folder)] == [("documents", 1), ("events", 1)]
    assert store.events() == before and whole(folder) == {f"d{n}": "1" for n in range(5)}
    found = tables.table(folder, "events")
    assert found is not None
    (file,) = log.files(found)
    days = pq.read_table(file)["day"].to_pylist()
    assert days == sorted(days) and len(days) == 15
    versions = store.versions()
    assert [(d.before, d.after) for d in upkeep.compact(folder)] == [(1, 1), (1, 1)]
    assert store.versions() == versions
    store.add(document("more"), events("more", "1"))
    upkeep.compact(folder)
    # A writer that was open meanwhile knows what is there without reading it anew, also beside another writer.
    opened = []
    monkeypatch.setattr(writer, "_rows", lambda files, _: opened.extend(files) or ())
    assert store.add(document("d1"), events("d1", "1")) == 0 and opened == []
    monkeypatch.undo()
    Store(folder).add(document("other"), events("other", "1"))
    upkeep.compact(folder)
    assert store.add(document("other"), events("other", "1")) == 0
    assert len(whole(folder)) == 7


def test_vacuum_keeps_what_it_says_and_what_went_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    store = filled(folder)
    store.add(document("d5"), events("d5", "2"))
    aged(folder, 100)
    # Version 8 was the latest when the last thirty days began.
    store.add(document("d3"), events("d3", "5"))
    upkeep.compact(folder)
    before = answers(folder)
    latest = max(before)
    half(folder, ["lost"], "1")
    dry = upkeep.vacuum(folder, versions=1, cited=[3], dry=True)
    assert answers(folder) == before and sum(len(v.files) for v in dry) > 0
    assert upkeep.vacuum(folder, versions=1, cited=[3]) == dry
    kept = {3, latest - 2, latest - 1, latest}
    assert health.readable(folder) >= kept and 6 not in health.readable(folder)
    for number in health.readable(folder):
        assert (store.events(as_of=number), store.sql("SELECT count(*) FROM documents", as_of=number)) == before[number]
    for number in before.keys() - health.readable(folder):
        with pytest.raises(StoreError, match=f"version {number} was vacuumed"):
            store.events(as_of=number)
    with pytest.raises(StoreError, match="was vacuumed"):
        upkeep.vacuum(folder, cited=[6])
    assert list(health.verify(folder)) == []
    told = RUN.invoke(app, ["events", "--store", str(folder), "--as-of", "6"])
    assert isinstance(told.exception, StoreError) and "\n" not in str(told.exception)


def test_vacuum_of_now_leaves_only_the_latest_and_nothing_of_killed_writers(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    filled(folder)
    half(folder, ["lost"], "1")
    upkeep.compact(folder)
    seen = whole(folder)
    upkeep.vacuum(folder, days=0, versions=1, now=datetime.now(UTC) + timedelta(seconds=5))
    assert whole(folder) == seen
    assert {name: len(list((folder / name).glob("*.parquet"))) for name in ("events", "documents")} == {
        "events": 1,
        "documents": 1,
    }
    assert health.info(folder).oldest == health.info(folder).latest


def test_a_sound_store_is_verified_with_what_the_coder_makes(tmp_path: Path, coder: Coder) -> None:
    found = [
        Document(id=str(n), text=text) for n, text in enumerate(("भारत ने नेपाल को मदद दी।\nचीन ने जापान की निंदा की।",))
    ]
    Store(tmp_path / "s").add_all([(d, coder.code(d)) for d in found])
    assert list(health.verify(tmp_path / "s")) == []
    done = RUN.invoke(app, ["store", "verify", "--store", str(tmp_path / "s")])
    assert (done.exit_code, done.stdout) == (0, f"{tmp_path / 's'}: sound\n")


BAD = {
    "its trigger 'सहायता' does not stand at 7": event("e", "d", trigger="सहायता"),
    "a participant does not stand": event(
        "e", "d", actors=(event("x", "x").actors[0].__class__(text="चीन", start=0, end=3),)
    ),
    "is of document gone, which is not there": event("e", "gone"),
    "was coded by 7, its document by 1": event("e", "d", "7"),
    "event a stands 2 times": event("a", "d"),
}


@pytest.mark.parametrize("fault", BAD)
def test_what_is_wrong_with_rows_is_told_by_file(tmp_path: Path, fault: str) -> None:
    folder = tmp_path / "s"
    Store(folder).add(document("d"), [event("a", "d")])
    assert list(health.verify(folder)) == []
    tables.append(folder, "events", event_rows([BAD[fault]]))
    (told,) = health.verify(folder)
    assert fault in told and ".parquet: " in told
    assert RUN.invoke(app, ["store", "verify", "--store", str(folder)]).exit_code == 1


def test_files_that_are_missing_or_damaged_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    filled(folder)
    gone, cut, *_ = log.files(snapshot.latest(folder).events)
    Path(gone).unlink()
    Path(cut).write_bytes(Path(cut).read_bytes()[:-40])
    told = list(health.verify(folder))
    assert f"{gone}: missing" in told and any(line.startswith(f"{cut}: cannot be read: ") for line in told)
    assert "damaged: 1 files are missing" in health.info(folder).health
    with pytest.raises(StoreError) as wrong:
        Store(folder).events()
    assert "\n" not in str(wrong.value)


def test_info(tmp_path: Path) -> None:
    filled(tmp_path / "s")
    told = RUN.invoke(app, ["store", "info", "--store", str(tmp_path / "s"), "--format", "json"]).stdout
    found = json.loads(told)
    assert [(t["table"], t["rows"], t["files"]) for t in found["tables"]] == [("documents", 6, 6), ("events", 18, 6)]
    assert (found["versions"], found["oldest"], found["latest"], found["health"]) == (7, 1, 7, "sound")
    assert all(t["bytes"] > 1000 for t in found["tables"])
    plain = RUN.invoke(app, ["store", "info", "--store", str(tmp_path / "s")]).stdout
    assert "versions: 7, 7 of them can be read: 1 to 7\nhealth: sound\n" in plain
    empty = Store(tmp_path / "empty").folder
    assert RUN.invoke(app, ["store", "info", "--store", str(empty)]).stdout == "health: sound\n"
    assert RUN.invoke(app, ["store", "info", "--store", str(tmp_path / "none")]).exit_code == 1


# ── schemas ─────────────────────────────────────────────────────────────────────────────────────────


def older(folder: Path) -> None:
    """A store as an older package wrote it: no notes, fewer columns, and events that a killed writer left."""
    tables.open_folder(folder)
    for name, rows in (
        ("events", event_table([*events("a", "1"), *events("lost", "1")]).drop_columns(["contexts", "place"])),
        ("documents", document_table([document("a")], version="1", added=datetime.now(UTC)).drop_columns(["tags"])),
    ):
        write_deltalake(str(folder / name), rows)


def test_a_store_of_an_older_package_is_read_and_written(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    older(folder)
    store = Store(folder)
    before = store.events()
    assert before.schema == EVENTS and before.num_rows == EACH and store.events(actor="RUS") == before
    assert store.events(since="2024-11-30", actor="russia", as_of=0) == before
    assert [n for n, _ in store.versions()] == [0] and whole(folder) == {"a": "1"}
    store.add(document("b"), events("b", "1"))
    assert whole(folder) == {"a": "1", "b": "1"} and store.events(actor="RUS").num_rows == 2 * EACH
    assert store.events(as_of=0) == before
    assert list(health.verify(folder)) == []


@pytest.mark.parametrize("name", ["events", "documents", "runs"])
@pytest.mark.parametrize("extra", [{"mood": "glad"}, {"version": 7}])
def test_columns_that_are_not_ours_are_refused(tmp_path: Path, name: str, extra: dict[str, object]) -> None:
    store = filled(tmp_path / "s", 1)
    write_deltalake(
        str(tmp_path / "s" / name), pa.Table.from_pylist([extra]), mode="overwrite", schema_mode="overwrite"
    )
    for ask in (store.events, lambda: Store(tmp_path / "s").add(document("x"), events("x", "1"))):
        with pytest.raises(StoreError, match=r"column '(mood|version)'") as wrong:
            ask()
        assert "\n" not in str(wrong.value)
        if name == "runs":
            break
