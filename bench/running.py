"""Runs the command as a user does, and says what that took; `figures` and `sources` measure with it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

GHATNA = str(Path(sys.executable).parent / "ghatna")


class Taken(NamedTuple):
    """Seconds on the clock, seconds of one core, and the most memory held, in megabytes."""

    clock: float
    core: float
    memory: float


def taken(*words: str) -> Taken:
    """What `ghatna words…` takes from start to end. Raises `CalledProcessError` when it breaks off."""
    began = time.perf_counter()
    with subprocess.Popen([GHATNA, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as going:
        _, status, used = os.wait4(going.pid, 0)
        going.returncode = os.waitstatus_to_exitcode(status)
    # 1 is left with when some inputs fail.
    if going.returncode not in (0, 1):
        raise subprocess.CalledProcessError(going.returncode, words)
    return Taken(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def watched(*words: str, every: float = 1) -> Iterator[float]:
    """The megabytes that `ghatna words…` and its processes hold, every so many seconds while it runs (Linux only)."""
    with subprocess.Popen([GHATNA, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as going:
        while going.poll() is None:
            yield held(going.pid)
            with suppress(subprocess.TimeoutExpired):
                going.wait(every)


def held(process: int) -> float:
    """The megabytes that a process and those that it started hold, what they share counted once."""
    total = 0.0
    with suppress(OSError):
        told = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8")
        total = int(told.split("\nPss:")[1].split()[0]) / 1024
        children = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8")
        total += sum(held(int(child)) for child in children.split())
    return total
