"""A run that was stopped, killed or shared among processes: no article lost or coded twice, all of it counted."""

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from archives import SAID, Archive, page
from ghatna.errors import GhatnaError
from ghatna.model import Document, Event
from ghatna.run import local
from ghatna.run.dropped import Dropped, DroppedFile
from ghatna.run.reading import NAME
from ghatna.serve.cli import app
from ghatna.store import Store

RUN = CliRunner()
MARATHI = "मुख्यमंत्र्यांनी सांगितले की हा निर्णय घेण्यात आला आहे आणि त्यांनी शेतकऱ्यांच्या मागण्या मान्य केल्या आहेत."


class Noting:
    """A coder that notes each document that it codes in a file, and stops or fails where it is told to."""

    version = "1"

    def __init__(self, folder: Path, *, stop: str = "") -> None:
        self.folder, self.stop = folder, stop

    def code(self, document: Document) -> list[Event]:
        if document.id == self.stop:
            raise KeyboardInterrupt
        with (self.folder / "coded").open("a", encoding="utf-8") as notes:
            notes.write(f"{document.id}\n")
        return []

    @property
    def coded(self) -> list[str]:
        return (self.folder / "coded").read_text("utf-8").split()


class Breaking:
    version = "1"

    def code(self, document: Document) -> list[Event]:
        if document.id == "r1":
            raise GhatnaError("no sense in it")
        if document.id == "r2":
            raise ZeroDivisionError("division by zero")
        return []


def rows(folder: Path, count: int, name: str = "rows.jsonl") -> Path:
    path = folder / name
    text = "".join(json.dumps({"id": f"r{n}", "text": f"{SAID} {n}"}, ensure_ascii=False) + "\n" for n in range(count))
    path.write_text(text, "utf-8")
    return path


def archive(folder: Path, count: int) -> Path:
    made = Archive()
    for n in range(count):
        made.answer(f"https://example.in/{n}", page(n))
    (folder / "x.warc.gz").write_bytes(made.raw)
    return folder / "x.warc.gz"


@pytest.mark.parametrize("form", ["rows", "archive", "files"])
def test_a_stopped_run_goes_on_where_it_was(form: str, tmp_path: Path) -> None:
    store, source = Store(tmp_path / "s"), tmp_path / "in"
    source.mkdir()
    if form == "files":
        for n in range(9):
            (source / f"{n}.txt").write_text(f"{SAID} {n}", "utf-8")
    else:
        (rows if form == "rows" else archive)(source, 9)
    ids = [d.id for d in local.documents([str(source)], local.Report())]
    run = partial(local.run, [str(source)], store=store, batch=2)
    with pytest.raises(KeyboardInterrupt):
        list(run(coder=Noting(tmp_path, stop=ids[5])))
    assert (tmp_path / "s" / NAME).is_file()
    report = local.Report()
    rest = [d.id for d, _ in run(coder=Noting(tmp_path), report=report)]
    # Rows and pages are handed on by twos: the first of the two that were being coded is coded once more.
    done = 5 if form == "files" else 4
    assert rest == ids[done:] and report.held == 0
    # What was coded is put away when a run is stopped, and not even read again.
    assert Noting(tmp_path).coded == [*ids[:5], *ids[done:]]
    assert sorted(store.sql("select id from documents")["id"].to_pylist()) == sorted(ids)
    # A run that came to its end leaves nothing behind, and the next one sees all again.
    assert not (tmp_path / "s" / NAME).exists()
    assert [d.id for d, _ in run(coder=Noting(tmp_path))] == ids


def test_a_changed_file_another_coder_or_afresh_begin_at_the_start(tmp_path: Path) -> None:
    store, source = Store(tmp_path / "s"), rows(tmp_path, 9)

    def seen(coder: Noting, **how: bool) -> int:
        report = local.Report()
        list(local.run([str(source)], coder, store, batch=2, report=report, **how))
        return report.records

    newer = Noting(tmp_path)
    newer.version = "2"
    with pytest.raises(KeyboardInterrupt):
        list(local.run([str(source)], Noting(tmp_path, stop="r5"), store, batch=2))
    held = (tmp_path / "s" / NAME).read_bytes()
    assert seen(Noting(tmp_path), afresh=True) == 9
    (tmp_path / "s" / NAME).write_bytes(held)
    assert seen(newer) == 9
    (tmp_path / "s" / NAME).write_bytes(held)
    os.utime(source, ns=(1, 1))
    assert seen(Noting(tmp_path)) == 9
    # A line that a kill tore is passed over.
    (tmp_path / "s" / NAME).write_bytes(b'{"source": "/x", "si')
    assert seen(Noting(tmp_path)) == 9


class Slow(Noting):
    def code(self, document: Document) -> list[Event]:
        time.sleep(0.02)
        return super().code(document)


KILLED = """
import sys
sys.path.insert(0, sys.argv[1])
from functools import partial
from pathlib import Path
from test_resume import Slow
from ghatna.run import local
from ghatna.store import Store

folder = Path(sys.argv[2])
make = partial(Slow, folder)
for _ in local.run([sys.argv[3]], make(), Store(folder / "s"), batch=5, jobs=int(sys.argv[4]), make=make):
    pass
"""


def gone(group: int) -> bool:
    """Whether no process of the group is left within a while."""
    for _ in range(500):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize(("form", "jobs"), [(rows, 1), (archive, 1), (rows, 2)])
def test_a_killed_run_loses_nothing_and_codes_nothing_twice(form: type[Path], jobs: int, tmp_path: Path) -> None:
    count = 60 * jobs
    source = form(tmp_path, count)
    words = [sys.executable, "-c", KILLED, str(Path(__file__).parent), str(tmp_path), str(source), str(jobs)]
    notes, kills = tmp_path / "coded", 0
    for goal in (12, 30):
        going = subprocess.Popen(words, stderr=subprocess.PIPE, start_new_session=True)
        while going.poll() is None and not (notes.exists() and len(notes.read_text("utf-8").split()) >= goal):
            time.sleep(0.01)
        going.send_signal(signal.SIGKILL)
        _, told = going.communicate()
        kills += going.returncode == -signal.SIGKILL
        assert gone(going.pid) and b"Traceback" not in told
    assert kills == 2
    before = Store(tmp_path / "s").sql("select id from documents")["id"].to_pylist()
    assert 0 < len(before) < count
    coded = notes.read_text("utf-8").split()
    subprocess.run(words, check=True)
    after = Store(tmp_path / "s").sql("select id from documents")["id"].to_pylist()
    ids = [d.id for d in local.documents([str(source)], local.Report())]
    assert sorted(after) == sorted(ids)
    # What the store had acknowledged was not coded again.
    assert not set(notes.read_text("utf-8").split()[len(coded) :]) & set(before)


def test_processes_change_nothing(tmp_path: Path) -> None:
    source = [str(archive(tmp_path, 40)), str(rows(tmp_path, 70)), str(tmp_path / "none")]
    told = []
    for jobs in (1, 3):
        store, report = Store(tmp_path / f"s{jobs}"), local.Report()
        make = partial(Noting, tmp_path)
        found = [d.id for d, _ in local.run(source, make(), store, report=report, jobs=jobs, make=make, batch=10)]
        report.resumed = {}
        told.append((found, report, sorted(store.sql("select id from documents")["id"].to_pylist())))
    assert told[0] == told[1] and len(told[0][0]) == 110


def interruptible() -> None:
    """Ctrl-C counts in a process that was started by one in the background, too, where shells switch it off."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_processes_of_a_stopped_run_end_with_it(tmp_path: Path) -> None:
    words = [
        sys.executable,
        "-m",
        "ghatna",
        "code",
        str(rows(tmp_path, 20_000)),
        "--jobs",
        "2",
        "--store",
        str(tmp_path / "s"),
    ]
    going = subprocess.Popen(
        [*words, "--out", str(tmp_path / "out")],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=interruptible,
    )
    while not (tmp_path / "s" / NAME).exists() and going.poll() is None:
        time.sleep(0.05)
    os.killpg(going.pid, signal.SIGINT)
    _, told = going.communicate(timeout=60)
    # A shell calls both 130: the exit code, and the end by the signal should it come while Python is ending.
    assert going.returncode in (130, -signal.SIGINT)
    *before, again, last = told.splitlines()
    assert (again, last) == (
        "ghatna: the same command goes on where this one stopped",
        "ghatna: stopped; what was stored stays",
    )
    assert all(" records: " in line for line in before)
    assert gone(going.pid)


def test_a_document_that_breaks_the_coder_stops_nothing(tmp_path: Path) -> None:
    report = local.Report()
    done = [d.id for d, _ in local.run([str(rows(tmp_path, 4))], Breaking(), report=report)]
    assert done == ["r0", "r3"]
    assert report.failed == ["r1: no sense in it", "r2: coding it failed: ZeroDivisionError: division by zero"]
    assert report.dropped == {"broken": 2}


def test_what_a_kill_left_behind_the_position_is_not_kept(tmp_path: Path) -> None:
    kept, one = tmp_path / "dropped", Dropped("x", "1", "", "broken", "not JSON")
    with DroppedFile(kept) as first:
        first.write([one])
        done = first.length
        first.write([one, one])
    for _ in range(2):
        with DroppedFile(kept, keep=done) as again:
            assert again.length == done == kept.stat().st_size
            again.write([one])
            assert again.length == kept.stat().st_size == 2 * done
    # A file that somebody made shorter is added to as it is.
    kept.write_bytes(b"")
    with DroppedFile(kept, keep=done) as again:
        again.write([one])
    assert kept.stat().st_size == done


def test_what_is_dropped_is_counted_and_kept(tmp_path: Path) -> None:
    made = Archive()
    made.answer("https://example.in/1", page(1))
    made.answer("https://example.in/1", page(1))
    made.answer("https://example.in/2", page(2), status="404 Not Found")
    made.answer("https://example.in/3", "<html><body><p>" + "The minister said so. " * 20 + "</p></body></html>")
    (tmp_path / "x.warc.gz").write_bytes(made.raw)
    (tmp_path / "rows.jsonl").write_text(json.dumps({"id": "a", "text": MARATHI}) + "\n{\n", "utf-8")
    sources = [str(tmp_path / "x.warc.gz"), str(tmp_path / "rows.jsonl")]
    kept = tmp_path / "dropped.jsonl"
    for verb in ("read", "code"):
        done = RUN.invoke(app, [verb, *sources, "--dropped", str(kept)])
        # Pages of an archive that are no Hindi news are no failures; rows that somebody gave are.
        assert done.exit_code == 1
        *named, summary = done.stderr.splitlines()
        assert [line.split(": ")[1] for line in named] == [f"{sources[1]}:1", f"{sources[1]}:2"]
        assert summary.startswith("ghatna: 6 records: 1 article, ")
        assert summary.endswith("; 5 dropped: 2 not Hindi, 1 no article, 1 duplicate, 1 broken")
        lines = [json.loads(line) for line in kept.read_text("utf-8").splitlines()]
        assert [(line["source"], line["reason"]) for line in lines] == [
            (sources[0], "duplicate"),
            (sources[0], "article"),
            (sources[0], "hindi"),
            (sources[1], "hindi"),
            (sources[1], "broken"),
        ]
        at = [str(made.at[n]) for n in (4, 6, 8)]
        assert [line["position"] for line in lines] == [*at, "1", "2"]
        assert lines[1]["url"] == "https://example.in/2" and lines[1]["detail"] == "the server answered 404"
