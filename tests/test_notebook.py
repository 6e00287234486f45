"""The notebook of docs/ runs from top to bottom and ends in a plot; the pages show what it puts out."""

import warnings
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_the_notebook_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the kernel's libraries say of each other is not ours
        import run_notebook

        book = run_notebook.run(ROOT / "docs" / "relations.ipynb")
    outputs = [output for cell in book.cells for output in cell.get("outputs", [])]
    assert [output.output_type for output in outputs] == ["execute_result"] * 3
    events, pairs, chart = (output.data for output in outputs)
    assert events["text/plain"].count("2025-") == 14, "an event an article"
    assert "NPL" in pairs["text/plain"] and "PAK" in pairs["text/plain"]
    assert chart["image/svg+xml"].count('aria-roledescription="line mark"') == 2, "a line for each neighbour"
