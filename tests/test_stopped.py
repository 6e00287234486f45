"""`code` and `read` ended from outside, by SIGTERM or SIGKILL, for real: what is done stays, the rest comes later."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archives import SAID, Archive, page
from ghatna.run import local
from ghatna.run.lines import write
from ghatna.run.local import Report
from ghatna.run.reading import NAME, Reading
from ghatna.store import Store
from test_run import Fake

GHATNA = (sys.executable, "-m", "ghatna")
AGAIN = "ghatna: the same command goes on where this one stopped"
Made = Callable[[Path], Path]


def rows(folder: Path, count: int = 12_000) -> Path:
    text = "".join(json.dumps({"id": f"r{n}", "text": f"{SAID} {n}"}, ensure_ascii=False) + "\n" for n in range(count))
    (folder / "rows.jsonl").write_text(text, "utf-8")
    return folder / "rows.jsonl"


def table(folder: Path) -> Path:
    text = "id,text\n" + "".join(f'r{n},"{SAID}\n{n}"\n' for n in range(12_000)) + "broken\n"
    (folder / "rows.csv").write_text(text, "utf-8")
    return folder / "rows.csv"


def archive(folder: Path) -> Path:
    made = Archive()
    for n in range(400):
        made.answer(f"https://example.in/{n}", page(n))
        made.answer(f"https://example.in/{n}", page(n) if n % 9 == 0 else "<p>The minister said so.</p>")
    (folder / "x.warc.gz").write_bytes(made.raw)
    return folder / "x.warc.gz"


def files(folder: Path) -> Path:
    (folder / "in").mkdir()
    for n in range(400):
        (folder / "in" / f"{n}.html").write_text(page(n), "utf-8")
    return folder / "in"


def ended(words: list[str], by: signal.Signals, when: Callable[[], bool]) -> tuple[int, list[str]]:
    """Start a command and end it when something is so; its exit code and what it said."""
    with subprocess.Popen([*GHATNA, *words], stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True) as going:
        while going.poll() is None and not when():
            time.sleep(0.01)
        if going.poll() is None:
            # All of them, as a service manager does.
            os.killpg(going.pid, by)
        _, told = going.communicate(timeout=60)
    return going.returncode, told.splitlines()


def run(words: list[str]) -> tuple[int, list[str]]:
    done = subprocess.run([*GHATNA, *words], stderr=subprocess.PIPE, encoding="utf-8", check=False)
    return done.returncode, done.stderr.splitlines()


@pytest.mark.parametrize(("made", "jobs"), [(rows, 1), (table, 2), (archive, 1), (files, 1)])
def test_reading_into_a_file_goes_on_where_it_was(made: Made, jobs: int, tmp_path: Path) -> None:
    source, out = str(made(tmp_path)), tmp_path / "out.jsonl"
    state = tmp_path / f"out.jsonl.{NAME}"

    def words(to: str) -> list[str]:
        more = ["--out", str(tmp_path / f"{to}.jsonl"), "--dropped", str(tmp_path / f"{to}-lost.jsonl")]
        return ["read", source, "--jobs", str(jobs), *more]

    def size() -> int:
        return state.stat().st_size if state.exists() else 0

    code, _ = ended(words("out"), signal.SIGKILL, lambda: size() > 0)
    assert code == -signal.SIGKILL and out.stat().st_size > 0
    # What a kill leaves half-written behind the position.
    with out.open("ab") as torn:
        torn.write(b'{"id": "torn')
    first = size()
    code, told = ended(words("out"), signal.SIGTERM, lambda: size() > first)
    assert code == 130 and told[-2:] == [AGAIN, "ghatna: stopped; what was stored stays"]
    assert not any("Traceback" in line for line in told)
    second = out.stat().st_size
    _, told = run(words("out"))
    assert made is files or any("goes on behind position" in line for line in told)
    run(words("whole"))
    assert out.read_bytes() == (tmp_path / "whole.jsonl").read_bytes() and 0 < second < out.stat().st_size
    assert (tmp_path / "out-lost.jsonl").read_bytes() == (tmp_path / "whole-lost.jsonl").read_bytes()
    assert not list(tmp_path.glob(f"*{NAME}"))


def test_what_a_stopped_reading_had_is_not_read_again(tmp_path: Path) -> None:
    source, out = str(rows(tmp_path, 30_000)), tmp_path / "out.jsonl"
    words = ["read", source, "--jobs", "1", "--out", str(out)]
    code, _ = ended(words, signal.SIGTERM, (tmp_path / f"out.jsonl.{NAME}").exists)
    assert code == 130
    had = len(out.read_bytes().splitlines())
    assert 0 < had < 30_000
    _, told = run(words)
    assert told[-1].startswith(f"ghatna: {30_000 - had:,} records: {30_000 - had:,} articles")


@pytest.mark.parametrize("change", ["nothing", "sources", "version", "afresh", "shorter", "touched"])
def test_another_run_begins_at_the_start(change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources, out = [str(rows(tmp_path, 90))], tmp_path / "out.jsonl"

    def stop() -> None:
        if (tmp_path / f"out.jsonl.{NAME}").exists():
            raise KeyboardInterrupt

    monkeypatch.setattr("ghatna.run.lines.SECONDS", 0.0)
    with pytest.raises(KeyboardInterrupt):
        write(sources, out, Report(), version="1", step=stop)
    had = len(out.read_bytes().splitlines())
    assert 0 < had < 90
    if change == "sources":
        sources.append(str(tmp_path / "none"))
    elif change == "shorter":
        out.write_bytes(out.read_bytes()[:-5])
    elif change == "touched":
        os.utime(sources[0], ns=(1, 1))
    write(sources, out, report := Report(), version="2" if change == "version" else "1", afresh=change == "afresh")
    assert report.records - (change == "sources") == (90 - had if change == "nothing" else 90)
    ids = [json.loads(line)["id"] for line in out.read_bytes().splitlines()]
    # A source that was changed is read again; what it gave before stands in the file already.
    assert ids == [f"r{n}" for n in range(90)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_terminated_coding_run_commits_what_is_done(jobs: int, tmp_path: Path) -> None:
    source, store = rows(tmp_path, 900), tmp_path / "s"
    words = ["code", str(source), "--jobs", str(jobs), "--store", str(store), "--format", "jsonl"]
    words += ["--out", str(tmp_path / "out.jsonl")]
    code, told = ended(words, signal.SIGTERM, (store / NAME).exists)
    assert code == 130
    summary, again, last = told
    assert (again, last) == (AGAIN, "ghatna: stopped; what was stored stays")
    held = Store(store).sql("select count(*) as n from documents").to_pylist()[0]["n"]
    # Whatever was coded and counted is in the store, also what waited for a commit.
    assert f" {held:,} articles" in summary and 0 < held < 900
    done, told = run(words)
    assert done == 0 and "goes on behind position" in told[0]
    assert Store(store).sql("select count(*) as n from documents").to_pylist() == [{"n": 900}]


@pytest.mark.parametrize("verb", ["code", "read"])
def test_without_a_place_to_go_on_from_it_is_told_how_to_get_one(verb: str, tmp_path: Path) -> None:
    words = [verb, str(rows(tmp_path, 30_000)), "--jobs", "1"]
    out = tmp_path / "stdout"
    with (
        out.open("wb") as to,
        subprocess.Popen([*GHATNA, *words], stdout=to, stderr=subprocess.PIPE, encoding="utf-8") as going,
    ):
        while going.poll() is None and not out.stat().st_size:
            time.sleep(0.01)
        going.terminate()
        _, told = going.communicate(timeout=60)
    assert going.returncode == 130 and "Traceback" not in told
    option = "--store FOLDER" if verb == "code" else "--out FILE"
    assert f"ghatna: with {option} a run that was stopped goes on where it was" in told.splitlines()


def test_an_end_in_the_middle_of_putting_away_doubles_no_loss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, lost = str(archive(tmp_path)), tmp_path / "lost.jsonl"

    def read() -> None:
        write([source], tmp_path / "out.jsonl", Report(), version="1", dropped=lost)

    real, waited = os.fsync, []

    def ended_here(file: int) -> None:
        if not waited:
            waited.append(file)
            raise KeyboardInterrupt
        real(file)

    monkeypatch.setattr("ghatna.run.lines.SECONDS", 0.05)
    monkeypatch.setattr("ghatna.run.lines.os.fsync", ended_here)
    with pytest.raises(KeyboardInterrupt):
        read()
    assert waited
    read()
    told = lost.read_text("utf-8").splitlines()
    assert len(told) == len(set(told)) == 400


def test_a_coding_run_ended_while_it_puts_away_doubles_no_loss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, lost, store = str(archive(tmp_path)), tmp_path / "lost.jsonl", Store(tmp_path / "s")
    real, waited = Reading.move, []

    def ended_here(reading: Reading, *args: Any, **more: Any) -> None:
        if not waited:
            waited.append(more)
            raise KeyboardInterrupt
        real(reading, *args, **more)

    monkeypatch.setattr(Reading, "move", ended_here)
    with pytest.raises(KeyboardInterrupt):
        list(local.run([source], Fake(), store, batch=20, dropped=lost))
    assert waited and waited[0]["dropped"] > 0
    list(local.run([source], Fake(), store, batch=20, dropped=lost))
    list(local.run([source], Fake(), Store(tmp_path / "whole"), dropped=tmp_path / "whole.jsonl"))
    assert lost.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    kept = store.sql("select count(*) as n, count(distinct id) as d from documents").to_pylist()
    assert kept == Store(tmp_path / "whole").sql("select count(*) as n, count(*) as d from documents").to_pylist()
