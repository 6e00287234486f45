"""The index of what was loaded: found again, made anew when something changed, never trusted when it is not ours."""

import hashlib
import pickle
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ghatna import Coder
from ghatna.errors import DataError
from ghatna.lexicon.index import PACKAGE, kept, state
from ghatna.lexicon.labels import Labels
from ghatna.lexicon.shelf import PIECES, Shelf
from ghatna.lexicon.tables import SHIPPED
from ghatna.model import Document


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def index(cache: Path) -> Path:
    (found,) = cache.rglob("lexicon-*.index")
    return found


def labels(folder: Path) -> tuple[Labels, list[int]]:
    """The labels by way of the index, and how often they were really loaded."""
    loaded: list[int] = []

    def make() -> Labels:
        loaded.append(1)
        return Labels.load((SHIPPED,))

    return kept((folder,), make), loaded


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    shutil.copy(SHIPPED / "plover.toml", made)
    return made


def test_the_second_start_reads_the_index(folder: Path) -> None:
    first, loaded = labels(folder)
    again, not_loaded = labels(folder)
    assert loaded and not not_loaded
    assert again == first


@pytest.mark.parametrize("change", ["edit", "add", "remove"])
def test_a_change_of_data_makes_it_anew(folder: Path, change: str) -> None:
    (folder / "more.tsv").write_text("x\n")
    labels(folder)
    if change == "edit":
        (folder / "plover.toml").write_text("# less")
    elif change == "add":
        (folder / "hindi").mkdir()
        (folder / "hindi" / "places.tsv").write_text("y\n")
    else:
        (folder / "more.tsv").unlink()
    assert labels(folder)[1]
    assert not labels(folder)[1]


def test_a_module_of_the_package_counts(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "package"
    shutil.copytree(PACKAGE / "lexicon", copy)
    monkeypatch.setattr("ghatna.lexicon.index.PACKAGE", copy)
    before = state((folder,))
    (copy / "words.py").write_text("")
    assert state((folder,)) != before


@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "other"])
def test_a_broken_index_is_made_anew(folder: Path, cache: Path, harm: str) -> None:
    first, _ = labels(folder)
    path = index(cache)
    body = path.read_bytes()
    harmed = {"cut": body[:-5], "flip": body[:-5] + b"\x00" + body[-4:], "empty": b"", "other": b"no index" * 20}
    path.write_bytes(harmed[harm])
    again, loaded = labels(folder)
    assert loaded and again == first


def test_foreign_code_is_not_run(folder: Path, cache: Path) -> None:
    class Harm:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return Path.mkdir, (cache / "harm",)

    labels(folder)
    path = index(cache)
    body = pickle.dumps(Harm())
    path.write_bytes(state((folder,)) + hashlib.sha256(body).digest() + body)
    assert labels(folder)[1]
    assert not (cache / "harm").exists()


def test_a_file_that_others_may_write_is_not_read(folder: Path, cache: Path) -> None:
    labels(folder)
    index(cache).chmod(0o666)
    assert labels(folder)[1]


def test_no_cache_folder_does_no_harm(folder: Path, cache: Path) -> None:
    (cache / "cache").write_text("a file where the folder should be")
    assert labels(folder)[1]
    assert labels(folder)[1]


def test_few_are_kept(tmp_path: Path, cache: Path) -> None:
    for n in range(12):
        (tmp_path / str(n)).mkdir()
        labels(tmp_path / str(n))
    assert len(list(cache.rglob("*.index"))) == 8
    assert not list(cache.rglob("*.part"))


def test_it_codes_alike(cache: Path) -> None:
    text = "रूस ने सोमवार को कीव पर मिसाइलें दागीं, 12 लोग मारे गए। भारत ने हमले की निंदा की।"
    first, again = (
        Coder().code(Document(id="x", text=text, published=datetime(2024, 11, 20, tzinfo=UTC))) for _ in range(2)
    )
    assert first and again == first
    assert index(cache)


def test_a_fault_is_told_each_time(tmp_path: Path) -> None:
    bad = tmp_path / "bad" / "hindi" / "actors"
    bad.mkdir(parents=True)
    (bad / "groups.tsv").write_text("form\n")
    for _ in range(2):
        with pytest.raises(DataError, match=r"groups\.tsv"):
            Coder((tmp_path / "bad",))


def test_a_shelf_is_a_dictionary_in_pieces() -> None:
    found = {f"शब्द{n}": (n,) for n in range(5000)}
    shelf = pickle.loads(pickle.dumps(Shelf(found)))
    assert {word: shelf.get(word) for word in found} == found
    assert shelf.get("और") is None
    assert "शब्द7" in shelf and "और" not in shelf and "\udc80" not in shelf


def test_a_shelf_half_open_is_kept_whole() -> None:
    found = {f"शब्द{n}": n for n in range(5000)}
    half = pickle.loads(pickle.dumps(Shelf(found)))
    for n in range(100):
        half.get(f"शब्द{n}")
    again = pickle.loads(pickle.dumps(half))
    assert {word: again.get(word) for word in found} == found


def test_a_sentence_opens_few_pieces(cache: Path) -> None:
    Coder()
    known = Coder()
    known.code(Document(id="x", text="रूस ने सोमवार को कीव पर मिसाइलें दागीं, 12 लोग मारे गए।"))
    assert index(cache)
    for shelf in (known.hindi.words._forms, known.hindi.names._root):
        assert PIECES * 0.9 < len(shelf._closed) < PIECES


def test_a_run_takes_little_memory(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    (tmp_path / "one.txt").write_text("भारत ने नेपाल को मदद दी।", "utf-8")
    words = [sys.executable, "-m", "ghatna", "code", str(tmp_path / "one.txt")]
    code = f"import subprocess, resource; [subprocess.run({words!r}, check=True) for _ in range(2)]; "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8").stdout
    unit = 1 if sys.platform == "darwin" else 1024
    assert resource and int(told.split()[-1]) * unit < 400_000_000
