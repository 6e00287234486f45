"""A run: what fails is named, what was acknowledged stays, what is there is not coded again."""

from pathlib import Path

import pytest

from ghatna.errors import GhatnaError
from ghatna.model import Document, Event
from ghatna.run import local
from ghatna.store import Store


class Fake:
    version = "1"

    def __init__(self) -> None:
        self.seen: list[str] = []

    def code(self, document: Document) -> list[Event]:
        self.seen.append(document.id)
        if "stop" in document.id:
            raise KeyboardInterrupt
        if "bad" in document.id:
            raise GhatnaError("no sense in it")
        return []


def rows(folder: Path, *ids: str) -> str:
    path = folder / "rows.jsonl"
    text = "भारत ने नेपाल को राहत सामग्री भेजी।"
    path.write_text("".join(f'{{"id": "{i}", "text": "{text}"}}\n' for i in ids), "utf-8")
    return str(path)


def test_failures_are_named_and_the_rest_is_stored(tmp_path: Path) -> None:
    store, coder, report = Store(tmp_path / "s"), Fake(), local.Report()
    source = rows(tmp_path, "a", "bad", "b")
    done = [d.id for d, _ in local.run([source, str(tmp_path / "none.txt")], coder, store, report=report)]
    assert done == ["a", "b"]
    assert len(report.failed) == 2
    assert store.sql("select documents, len(errors) as n from runs").to_pylist() == [{"documents": 2, "n": 2}]
    assert [d.id for d, _ in local.run([source], coder, store)] == ["a", "b"]
    assert coder.seen == ["a", "bad", "b", "bad"]


def test_an_interrupted_run_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    with pytest.raises(KeyboardInterrupt):
        list(local.run([rows(tmp_path, "a", "b", "c", "stop", "d")], Fake(), store, batch=2))
    assert store.sql("select id from documents order by id")["id"].to_pylist() == ["a", "b"]


def test_an_id_with_two_texts_is_named_and_the_first_kept(tmp_path: Path) -> None:
    source = tmp_path / "rows.jsonl"
    texts = ("भारत ने नेपाल को राहत भेजी।", "चीन ने जापान की निंदा की।", "भारत ने नेपाल को राहत भेजी।")
    source.write_text("".join(f'{{"id": "a", "text": "{text}"}}\n' for text in texts), "utf-8")
    store = Store(tmp_path / "s")
    for _ in range(2):
        report = local.Report()
        assert [d.text for d, _ in local.run([str(source)], Fake(), store, report=report)] == [texts[0]]
        (failed,) = report.failed
        assert "'a' stands for another text" in failed
    found = store.document("a")
    assert found is not None and found.text == texts[0]
