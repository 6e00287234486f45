"""Runs the command as a user does, and says what that took; `figures` and `sources` measure with it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
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


def watched(*words: str) -> Iterator[float]:
    """The megabytes that `ghatna words…` holds, once a second while it runs (Linux only)."""
    with subprocess.Popen([GHATNA, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as going:
        while going.poll() is None:
            told = Path(f"/proc/{going.pid}/status").read_text("utf-8")
            if "VmRSS:" in told:
                yield int(told.split("VmRSS:")[1].split()[0]) / 1024
            time.sleep(1)
