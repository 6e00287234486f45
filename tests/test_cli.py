"""The shell: starts at once, one line an error, exit codes, figures equal to the reference scorer's."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from ghatna.check import Checked
from ghatna.serve import score
from ghatna.serve.cli import app, main
from ghatna.store import Store
from test_store import an_event, doc

RUN = CliRunner()


def event(trigger: str, type: str = "AID", **more: Any) -> dict[str, Any]:
    plain = {"mode": None, "status": "actual", "actors": [], "recipients": [], "source": None}
    return {"type": type, "trigger": trigger, **plain, **more}


def write(path: Path, *rows: dict[str, Any]) -> str:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return str(path)


def test_help_loads_nothing_heavy() -> None:
    ask = "import sys, ghatna.serve.cli; print([m for m in ('rich', 'duckdb', 'pyarrow', 'httpx') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


def test_events_show_and_sql(tmp_path: Path) -> None:
    folder = str(tmp_path / "s")
    Store(folder).add(doc("a"), [an_event("e1", "a")])
    listed = RUN.invoke(app, ["events", "--store", folder]).output
    assert "रूस (RUS) → AID → –" in listed
    assert "रूस ने ‹मदद दी›।" in listed
    line = RUN.invoke(app, ["events", "--store", folder, "--format", "jsonl"]).output
    assert json.loads(line)["url"] is None
    assert "मदद" in line
    assert RUN.invoke(app, ["events", "--store", folder, "--format", "csv"]).output.startswith("id,article,url")
    assert "frame: aid.help" in RUN.invoke(app, ["show", "e1", "--store", folder]).output
    assert RUN.invoke(app, ["show", "x", "--store", folder]).exit_code == 1
    assert RUN.invoke(app, ["sql", "select id from events", "--store", folder]).output == "id\ne1\n"


@pytest.mark.parametrize(
    "words",
    [
        ["events", "--format", "xml"],
        ["events", "--type", "Foo"],
        ["events", "--format", "parquet"],
        ["events", "--out", "/no/such/folder/x"],
        ["nonsense"],
        ["code", ""],
        ["read", "x.txt", " "],
    ],
)
def test_wrong_usage_is_2(words: list[str]) -> None:
    assert RUN.invoke(app, words).exit_code == 2


def test_an_error_is_one_line(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "ghatna", "events", "--store", str(tmp_path / "none")]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "no store there" in done.stderr


def test_stopped_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ghatna.run.local.documents", stop)
    monkeypatch.setattr(sys, "argv", ["ghatna", "read", "x.txt"])
    with pytest.raises(SystemExit) as raised:
        main()
    assert raised.value.code == 130
    *_, how, last = capsys.readouterr().err.splitlines()
    assert (how, last) == (
        "ghatna: with --out FILE a run that was stopped goes on where it was",
        "ghatna: stopped; what was stored stays",
    )


def test_score_and_its_gate(tmp_path: Path) -> None:
    gold = write(
        tmp_path / "g.jsonl", {"id": "1", "text": "x", "events": [event("मदद दी"), event("निंदा की", "ACCUSE")]}
    )
    good = write(tmp_path / "good.jsonl", {"article": "1", **event("मदद दी")})
    bad = write(tmp_path / "bad.jsonl", {"article": "1", **event("मदद दी", "ASSAULT")})
    floor = str(tmp_path / "floor.json")

    def gate(coding: str, *more: str) -> int:
        return RUN.invoke(app, ["score", gold, "--coded", coding, "--gate", floor, *more]).exit_code

    assert "P 1.000  R 0.500  F1 0.667" in RUN.invoke(app, ["score", gold, "--coded", good]).output
    assert gate(good) == 1, "no floor yet"
    assert gate(good, "--update") == 0
    assert gate(good) == 0
    assert gate(bad) == 1
    assert gate(bad, "--update") == 1
    assert gate(good) == 0, "the floor was not lowered"
    assert gate(bad, "--update", "--allow-regression") == 0
    assert gate(bad) == 0


def test_diff_of_two_codings(tmp_path: Path) -> None:
    def coded(start: int, status: str) -> dict[str, Any]:
        more = {"start": start, "end": start + 1, "sentence": "x", "frame": "aid.help", "article": "1"}
        return event("मदद दी") | more | {"status": status}

    old = write(tmp_path / "old.jsonl", coded(0, "actual"), coded(5, "actual"))
    new = write(tmp_path / "new.jsonl", coded(0, "future"), coded(9, "actual"))
    assert RUN.invoke(app, ["diff", old, new]).output.splitlines()[-1] == "+1  -1  ~1"


SAID = "भारत ने नेपाल को मदद दी।"
RECORD = """id article url outlet published type mode status quad score cameo actors recipients trigger start end
    sentence sentence_start source date date_text date_precision place numbers contexts frame cue version"""


def test_a_coding_is_the_record(tmp_path: Path) -> None:
    rows = write(tmp_path / "rows.jsonl", {"id": "r1", "text": SAID, "published": "2025-03-01", "outlet": "कागज"})
    done = RUN.invoke(app, ["code", rows, "--format", "jsonl"])
    (found,) = (json.loads(line) for line in done.stdout.splitlines())
    assert list(found) == RECORD.split()
    assert (found["article"], found["outlet"], found["type"], found["quad"]) == ("r1", "कागज", "AID", 2)
    assert SAID[found["start"] : found["end"]] == found["trigger"] == "मदद दी"
    (actor,) = found["actors"]
    assert {"text": "भारत", "start": 0, "end": 4, "country": "IND"}.items() <= actor.items()
    assert json.loads(RUN.invoke(app, ["code", rows, "--format", "jsonl"]).stdout)["id"] == found["id"]


def test_the_same_input_gives_the_same_output_in_another_process() -> None:
    examples = str(Path(__file__).parent.parent / "examples")
    words = [sys.executable, "-m", "ghatna", "code", examples, "--format", "jsonl"]
    told = [
        subprocess.run(words, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1] != b""


def test_a_bad_input_is_named_and_the_others_coded(tmp_path: Path) -> None:
    good, bad, folder = tmp_path / "good.txt", tmp_path / "bad.txt", str(tmp_path / "s")
    good.write_text(SAID, "utf-8")
    bad.write_bytes(b"\x00\x01\x02")
    done = RUN.invoke(app, ["code", str(bad), str(good), str(tmp_path / "none"), "--store", folder])
    assert done.exit_code == 1
    *named, summary = done.stderr.splitlines()
    assert [line.split(": ")[1] for line in named] == [str(bad), str(tmp_path / "none")]
    assert summary == "ghatna: 3 records: 1 article, 1 event; 2 dropped: 2 broken"
    assert "‹मदद दी›" in done.stdout
    assert len(Store(folder).sql("select id from documents")) == 1


def test_check_excuses_what_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faults = ["a.b::yes[0]: not coded: x", "f.tsv:3: not in NFC"]
    monkeypatch.setattr("ghatna.check.check", lambda folders: Checked(faults, 4, 2, 6))
    known = tmp_path / "tests" / "known_faults.txt"
    known.parent.mkdir()
    known.write_text("a.b::yes[0]\n", "utf-8")
    # A list is taken only when it is named, wherever the command is run.
    monkeypatch.chdir(tmp_path)
    done = RUN.invoke(app, ["check"])
    assert (done.exit_code, done.stderr.count("\n")) == (1, 2)
    assert done.stdout == "4 files, 2 rules, 6 examples: 2 faults\n"
    done = RUN.invoke(app, ["check", "--known", str(known)])
    assert (done.exit_code, done.stderr) == (1, "f.tsv:3: not in NFC\n")
    assert done.stdout == f"4 files, 2 rules, 6 examples: 1 faults, 1 more are known ({known})\n"


def test_bench_counts_sentences_and_stages(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"text,section\n{SAID} {SAID},x\n", "utf-8")
    told = RUN.invoke(app, ["bench", str(table), "--generate", "24"]).output.splitlines()
    assert told[0].startswith("3 documents, ")
    assert "sentences/s on one core" in told[1]
    assert [word for word in told[2].split() if word.isalpha()] == ["split", "tag", "parse", "frame", "resolve"]
    assert RUN.invoke(app, ["bench"]).exit_code == 2


def test_figures_by_status_and_source() -> None:
    told = event("मदद दी", source="मंत्री", status="future")
    gold = {"1": {"events": [told, event("मदद दी")]}}
    coded = {"1": {"events": [{**told, "source": None, "status": "actual"}]}}
    assert score.by_status(gold, coded) == {"future": {"gold": 1, "tp": 1, "actual": 1}, "actual": {"gold": 1}}
    found = score.by_source(gold, coded)
    assert found["with source"] == {"gold": 1, "tp": 1, "missing": 1}


def test_figures_equal_the_reference(tmp_path: Path) -> None:
    reference = Path(__file__).parents[2] / "shared" / "gold"
    if not (reference / "score.py").is_file():
        pytest.skip("the reference scorer is not here")
    gold = reference / "written.jsonl"
    rows = score.load(gold)
    coded = []
    for n, row in enumerate(rows.values()):
        events = json.loads(json.dumps(row["events"]))[: None if n % 3 else 1]
        for event in events:
            if n % 4 == 0:
                event["actors"], event["recipients"] = event["recipients"], event["actors"]
            if n % 5 == 0:
                event |= {"type": "ACCUSE", "mode": None, "source": row["text"]}
        coded.append({"id": row["id"], "events": events})
    path = write(tmp_path / "coded.jsonl", *coded)
    words = [sys.executable, str(reference / "score.py"), str(gold), path, "--json"]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True)
    counts, _ = score.tally(rows, score.load(Path(path)))
    assert {"sentences": len(rows)} | score.figures(counts) == json.loads(done.stdout)
