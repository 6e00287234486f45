"""The codebook says what is in the store, and means every field and label there is."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ghatna import code
from ghatna.check import unmark
from ghatna.lexicon.tables import SHIPPED, rules
from ghatna.pipeline import Coder
from ghatna.serve import codebook
from ghatna.serve.cli import app
from ghatna.store import Store
from ghatna.store.schema import ENTITY, EVENTS
from test_store import an_event, doc


@pytest.fixture(scope="module")
def shown(coder: Coder) -> dict[tuple[str, str | None], str]:
    return codebook.illustrated(coder)


def test_every_field_and_label_has_its_meaning(coder: Coder) -> None:
    said = rules(SHIPPED / "formats" / "codebook.toml", codebook.Meanings)
    labels = coder.lexicon.labels
    assert list(said.fields) == EVENTS.names
    assert list(said.entities) == [field.name for field in ENTITY]
    assert set(said.statuses) == set(labels.statuses)
    assert list(said.types) == list(labels.types)
    assert list(said.modes) == [f"{name}.{mode}" for name, one in labels.types.items() for mode in one.modes]


def test_examples_are_coded_as_they_are_shown(coder: Coder, shown: dict[tuple[str, str | None], str]) -> None:
    labels = coder.lexicon.labels
    wanted = {(name, mode) for name, one in labels.types.items() for mode in one.modes or (None,)}
    assert wanted - shown.keys() <= {("THREATEN", "expel"), ("THREATEN", "territory")}, "a mode without an example"
    for (name, mode), written in shown.items():
        text, marks = unmark(written)
        assert any(
            (e.type, e.mode) == (name, mode) and marks["actor"] == tuple(x.text for x in e.actors) for e in code(text)
        ), written


def test_it_counts_what_this_store_holds(tmp_path: Path) -> None:
    store = Store(tmp_path / "held")
    store.add_all(
        [
            (doc("a"), [an_event("1", "a", outlet="दैनिक | सांध्य"), an_event("2", "a", status="negated", mode="x")]),
            (doc("b"), [an_event("3", "b", type="ACCUSE", date=None)]),
            (doc("c"), []),
        ],
        version="v1",
    )
    store.add(doc("d"), [an_event("4", "d", version="v2")])
    store.review("3", by="Asha", why="a remark", verdict="reject")
    out = tmp_path / "codebook.md"
    done = CliRunner().invoke(app, ["codebook", "--store", str(store.folder), "--out", str(out)])
    assert (done.exit_code, done.output) == (0, "")
    page = out.read_text("utf-8")
    for line in (
        "# Codebook of `held`",
        "3 events, of 2024-11-30 to 2024-11-30, from 4 documents.",
        "1 events reviewed: 0 accepted, 0 corrected, 1 rejected; 1 of them are in today's coding",
        "| v1 | 3 | 2 |",
        "| v2 | 1 | 1 |",
        "| AID | 3 | 2 |",
        "| 2024 | 3 |",
        "| दैनिक \\| सांध्य | 1 |",
    ):
        assert line in page.splitlines() or line in page, line
    assert "| `mode` | text |" in page and "| 33% |" in page
    assert f"`ghatna events --as-of {store.versions()[0][0]}`" in page
    figures = json.loads((Path(__file__).parent / "gold" / "floor.json").read_text("utf-8"))["aside"]["figures"]
    row = next(line for line in page.splitlines() if line.startswith("| set aside"))
    assert row.split(" | ")[1:4] == [f"{figures[name]:.2f}" for name in ("event.P", "event.R", "event.F")]


def test_an_empty_store_and_none_have_theirs(tmp_path: Path, coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codebook, "illustrated", lambda _: {})
    assert "0 events, from 0 documents." in codebook.codebook(Store(tmp_path / "s"), coder)
    assert codebook.codebook(None, coder).startswith(f"# Codebook of Ghatna {coder.version}\n")
    assert CliRunner().invoke(app, ["codebook", "--store", str(tmp_path / "none")]).exit_code == 1
