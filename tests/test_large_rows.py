"""Rows far larger than any article: read, or dropped with their reason, and the rows behind them are read."""

import gzip
import io
import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read import read_source
from ghatna.read.lines import line_records
from ghatna.read.record import Mark
from ghatna.serve.cli import app

SAID = "राज्य सरकार ने बाढ़ से प्रभावित जिलों के लिए राहत पैकेज का ऐलान किया और केंद्र से मदद मांगी। "
LONG, HUGE = SAID * 3000, SAID * 210_000
"""Characters: some 300,000, and 50 MB."""


def told(path: Path) -> list[str]:
    return [
        d.id if isinstance(d, Document) else f"{d.where.removeprefix(str(path))} {d.problem}" for d in read_source(path)
    ]


def row(id: str, text: str) -> str:
    return json.dumps({"id": id, "text": text}, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("cell", [LONG, f'"{LONG}"', '"' + f"{SAID}\n" * 3000 + '"', f'"{LONG}""हां"""'])
def test_long_cells_are_read(cell: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f"id,text\na,{SAID}\nb,{cell}\nc,{SAID}\n", "utf-8")
    _, long, last = read_source(path)
    assert isinstance(long, Document) and len(long.text) > 131_072 and isinstance(last, Document)
    # A column that nobody asked for may be as long.
    path.write_text(f"id,html,text\na,{cell},{SAID}\nb,x,{SAID}\n", "utf-8")
    assert told(path) == ["a", "b"]


def test_a_line_of_50_mb_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f"id,text\na,{SAID}\nb,{HUGE}\nc,{SAID}\n", "utf-8")
    assert told(path) == ["a", ":3 a line larger than 32 MB", "c"]
    rows = tmp_path / "x.jsonl"
    rows.write_text(row("a", SAID) + row("b", HUGE) + row("c", SAID) + row("d", LONG) + row("e", HUGE), "utf-8")
    assert told(rows) == ["a", ":2 a line larger than 32 MB", "c", "d", ":5 a line larger than 32 MB"]
    packed = tmp_path / "y.jsonl.gz"
    packed.write_bytes(gzip.compress((row("b", HUGE) + row("c", SAID)).encode(), 1))
    assert told(packed) == [":1 a line larger than 32 MB", "c"]


def test_a_cell_of_50_mb_over_many_lines_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    cell = f"{SAID}\n" * 200_000
    path.write_text(f'id,text\na,"{SAID}"\nb,"{cell}"\nc,"{SAID}"\nd,"{SAID}"\n', "utf-8")
    first, large, *lost, last = read_source(path)
    assert isinstance(first, Document) and isinstance(last, Document) and last.id == "d"
    assert isinstance(large, ReadError) and large.where.endswith(":3") and "a cell larger than" in large.problem
    assert all(isinstance(one, ReadError) for one in lost)


def test_the_run_goes_on_and_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(row("a", SAID) + row("b", HUGE) + row("c", SAID), "utf-8")
    kept = tmp_path / "dropped"
    done = CliRunner().invoke(app, ["code", str(path), "--format", "jsonl", "--dropped", str(kept)])
    assert done.exit_code == 1 and "x.jsonl:2: a line larger than 32 MB" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("ghatna: 3 records: 2 articles, ")
    (line,) = map(json.loads, kept.read_text("utf-8").splitlines())
    assert (line["position"], line["reason"]) == ("2", "broken")


def test_a_first_row_longer_than_what_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = row("a", LONG) + row("b", SAID)
    path = tmp_path / "without-a-name"
    path.write_text(text, "utf-8")
    assert told(path) == ["a", "b"]
    raw = io.BytesIO((row("a", HUGE) + row("b", SAID)).encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(raw, encoding="utf-8"))
    wrong, found = read_source("-")
    assert isinstance(wrong, ReadError) and isinstance(found, Document) and found.id == "b"


def test_reading_goes_on_behind_them() -> None:
    raw = (row("a", HUGE) + row("b", SAID) + row("c", SAID)).encode()
    marks = [record.mark for record in line_records(io.BytesIO(raw), "x", Mark())]
    for n, mark in enumerate(marks):
        rest = list(line_records(io.BytesIO(raw), "x", mark))
        assert [r.where for r in rest] == [f"x:{k}" for k in range(n + 2, 4)]
