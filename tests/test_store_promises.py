"""What a store promises, with processes that are really killed and disks that are really full."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ghatna.errors import StoreError
from ghatna.store import Store, tables
from writers import document, events, started, whole

WRITE = "writers.write(Path(sys.argv[2]), sys.argv[3].split(), sys.argv[4])"


def names(first: int, last: int) -> str:
    return " ".join(f"d{n}" for n in range(first, last))


def said(told: str) -> dict[str, str]:
    """What a writer printed as acknowledged: documents with the version that coded them."""
    lines = [line.split() for line in told.split("\n")[:-1]]
    return {id: line[-1] for line in lines for id in line[:-1]}


# ── killed ──────────────────────────────────────────────────────────────────────────────────────────


def test_what_was_acknowledged_survives_a_kill_at_any_moment(tmp_path: Path) -> None:
    """New documents and recoded ones; after each kill a reader sees all that was printed, and only whole documents."""
    folder, dice = tmp_path / "s", random.Random(1)
    acknowledged: dict[str, str] = {}
    for n in range(6):
        # Versions alternate between adding a further hundred and coding the last hundred again.
        first, version = 100 * (n // 2), str(n % 2)
        going = started(WRITE, str(folder), names(first, first + 100), version)
        assert going.stdout is not None
        told = going.stdout.readline()
        time.sleep(dice.random() * 0.6)
        going.send_signal(signal.SIGKILL)
        rest, errors = going.communicate()
        assert going.returncode == -signal.SIGKILL and not errors
        acknowledged |= said(told + rest)
        found = whole(folder)
        assert (
            acknowledged.items() <= {**found, **{k: v for k, v in acknowledged.items() if found.get(k, "") > v}}.items()
        )
        # At most the batch under way was acknowledged without being printed.
        assert len(found.items() - acknowledged.items()) <= 5
        acknowledged = found
    assert len(acknowledged) > 30 and set(acknowledged.values()) == {"0", "1"}


@pytest.mark.parametrize("again", ["same", "other"])
def test_what_a_killed_writer_left_waiting_is_never_seen(tmp_path: Path, again: str) -> None:
    folder = tmp_path / "s"
    store = Store(folder)
    store.add_all([(document(id), events(id, "1")) for id in ("a", "b")])
    half(folder, ["a", "c"], "2")
    assert whole(folder) == {"a": "1", "b": "1"}
    assert Store(folder).events(as_of=1).num_rows == 6
    with pytest.raises(StoreError, match="no version 2: it was never acknowledged"):
        Store(folder).events(as_of=2)
    assert [n for n, _ in Store(folder).versions()] == [1]
    ids = ["a", "c"] if again == "same" else ["d"]
    store.add_all([(document(id), events(id, "2")) for id in ids])
    assert whole(folder) == {"a": "1", "b": "1"} | dict.fromkeys(ids, "2")
    with pytest.raises(StoreError, match="never acknowledged"):
        Store(folder).events(as_of=2)


def test_a_kill_in_the_first_write_leaves_an_empty_store(tmp_path: Path) -> None:
    half(tmp_path / "s", ["a"], "1")
    assert whole(tmp_path / "s") == {} and Store(tmp_path / "s").versions() == []
    Store(tmp_path / "s").add(document("b"), events("b", "1"))
    assert whole(tmp_path / "s") == {"b": "1"}


def half(folder: Path, ids: list[str], version: str) -> None:
    """A writer that dies between its two commits."""
    words = (
        "from ghatna.store import tables; import os; done = tables.commit\n"
        "def commit(folder, name, *rest, **more):\n"
        "    if name == 'documents': os.kill(os.getpid(), 9)\n"
        "    return done(folder, name, *rest, **more)\n"
        "tables.commit = commit\n"
    )
    going = started(words + WRITE, str(folder), " ".join(ids), version)
    going.communicate()
    assert going.returncode == -signal.SIGKILL


# ── at once ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("locked", [True, False])
def test_two_writers_at_once_both_succeed(tmp_path: Path, locked: bool) -> None:
    """With documents of their own and some in common; without the lock too, as on a disk that cannot lock."""
    Store(tmp_path / "s")
    free = (
        ""
        if locked
        else "from contextlib import nullcontext; from ghatna.store import lock; lock.writing = nullcontext; "
    )
    both = [started(free + WRITE, str(tmp_path / "s"), names(n, n + 40), "1") for n in (0, 20)]
    for one in both:
        _, errors = one.communicate(timeout=60)
        assert one.returncode == 0, errors
    assert whole(tmp_path / "s") == {f"d{n}": "1" for n in range(60)}


def test_two_make_a_store_at_once(tmp_path: Path) -> None:
    both = [started(WRITE, str(tmp_path / "s"), names(n, n + 5), "1") for n in (0, 3)]
    for one in both:
        _, errors = one.communicate(timeout=60)
        assert one.returncode == 0, errors
    assert whole(tmp_path / "s") == {f"d{n}": "1" for n in range(8)}


def test_readers_see_whole_documents_while_a_writer_works(tmp_path: Path) -> None:
    """One that adds, and codes again by another version, as fast as it can."""
    folder = tmp_path / "s"
    Store(folder).add(document("d0"), events("d0", "0"))
    loop = (
        "store = writers.Store(Path(sys.argv[2]))\n"
        "for n in range(10_000):\n"
        "    ids = [f'd{m}' for m in range(n // 2 * 4, n // 2 * 4 + 4)]\n"
        "    version = str(n % 2)\n"
        "    store.add_all([(writers.document(i), writers.events(i, version)) for i in ids], version=version)\n"
        "    print(*ids, version, flush=True)\n"
    )
    going = started(loop, str(folder))
    assert going.stdout is not None
    printed: dict[str, str] = {}
    try:
        for _ in range(12):
            printed |= said(going.stdout.readline())
            seen = whole(folder)
            assert printed.keys() <= seen.keys()
    finally:
        going.kill()
        going.communicate()
    assert len(printed) > 10


# ── no room ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small file system")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)], check=False).returncode:
        pytest.skip("this system does not let a small file system be mounted")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_leaves_the_last_good_version(small_disk: Path) -> None:
    folder, ballast = small_disk / "s", small_disk / "ballast"
    ballast.write_bytes(b"x" * 700_000)
    store, acknowledged = Store(folder), {}
    with pytest.raises(StoreError) as told:
        for n in range(200):
            store.add(document(f"d{n}"), events(f"d{n}", "1"))
            acknowledged[f"d{n}"] = "1"
    assert len(acknowledged) > 2
    assert "the disk is full (hint: make room" in str(told.value) and "\n" not in str(told.value)
    assert whole(folder) == acknowledged
    with pytest.raises(StoreError, match="the disk is full"):
        Store(folder).add_all([(document("new", 300_000), events("new", "1")), *many(500)])
    assert whole(folder) == acknowledged
    ballast.unlink()
    for one in (store, Store(folder)):
        one.add(document(f"d{n}"), events(f"d{n}", "1"))
        assert whole(folder) == acknowledged | {f"d{n}": "1"}


def many(count: int) -> list[tables.Coded]:
    dice = random.Random(count)
    return [(document(f"m{n}{dice.random()}", 50), events(f"m{n}{dice.random()}", "1")) for n in range(count)]


def test_a_file_that_may_not_grow_leaves_the_last_good_version(tmp_path: Path) -> None:
    """As a full disk does, on systems that let nobody mount one: files end at 40 kB."""
    words = (
        "import random, resource\n"
        "store = writers.Store(Path(sys.argv[2]))\n"
        "store.add(writers.document('a'), writers.events('a', '1'))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, resource.RLIM_INFINITY))\n"
        "large = writers.Document(id='b', text=''.join(random.choices('कखगघचछजझ', k=200_000)))\n"
        "try: store.add(large, writers.events(large.id, '1'))\n"
        "except writers.StoreError as wrong: print(wrong, flush=True)\n"
        "store.add(writers.document('c'), writers.events('c', '1'))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
        "store.add(large, writers.events(large.id, '1'))\n"
    )
    going = started(words, str(tmp_path / "s"))
    told, errors = going.communicate()
    assert going.returncode == 0, errors
    assert "documents: not written: the disk is full (hint: make room" in told and told.count("\n") == 1
    assert [id[0] for id in sorted(whole(tmp_path / "s"))] == ["a", "b", "c"]
