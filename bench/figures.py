"""Measures the figures of README.md and prints them as its table.

    .venv/bin/python bench/figures.py [HEADLINES.csv]

Each is the best of several runs on this machine; none is a test.
"""

import resource
import subprocess
import sys
import time
from pathlib import Path

GHATNA = str(Path(sys.executable).parent / "ghatna")
ARTICLE = str(Path(__file__).parent.parent / "examples" / "scraped-1.txt")


def seconds(*words: str, runs: int = 5) -> float:
    """The least time that `ghatna words…` takes from start to end."""
    best = float("inf")
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run([GHATNA, *words], capture_output=True, check=True)
        best = min(best, time.perf_counter() - began)
    return best


def row(what: str, figure: str, *words: str) -> None:
    print(f"| {what} | {figure} | `ghatna {' '.join(words)}` |", flush=True)


def main() -> None:
    print("| what | figure | command |\n|---|---|---|")
    row("start-up", f"{seconds('--help'):.2f} s", "--help")
    row("one article to printed events, cold", f"{seconds('code', ARTICLE):.2f} s", "code", "examples/scraped-1.txt")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    row("memory for that", f"{peak:.0f} MB", "code", "examples/scraped-1.txt")
    for what, *words in (("generated articles", "--generate", "6000"), *(("headlines", name) for name in sys.argv[1:])):
        told = subprocess.run([GHATNA, "bench", *words], capture_output=True, check=True, encoding="utf-8").stdout
        lines = told.splitlines()
        row(f"sentences a second, {what}, one core", lines[1].split("/s")[0].replace(" sentences", ""), "bench", *words)
        row("share of each stage", lines[2], "bench", *words)


if __name__ == "__main__":
    main()
