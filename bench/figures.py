"""Measures the figures of README.md and prints them as its table.

    .venv/bin/python bench/figures.py [HEADLINES.csv]

Each is the best of several runs on this machine; none is a test.
"""

import subprocess
import sys
from pathlib import Path

from running import GHATNA, taken

ARTICLE = str(Path(__file__).parent.parent / "examples" / "scraped-1.txt")
RUNS = 5


def row(what: str, figure: str, *words: str) -> None:
    print(f"| {what} | {figure} | `ghatna {' '.join(words)}` |", flush=True)


def main() -> None:
    print("| what | figure | command |\n|---|---|---|")
    row("start-up", f"{min(taken('--help').clock for _ in range(RUNS)):.2f} s", "--help")
    cold = [taken("code", ARTICLE) for _ in range(RUNS)]
    row("one article to printed events, cold", f"{min(cold).clock:.2f} s", "code", "examples/scraped-1.txt")
    row("memory for that", f"{max(one.memory for one in cold):.0f} MB", "code", "examples/scraped-1.txt")
    for what, *words in (("generated articles", "--generate", "6000"), *(("headlines", name) for name in sys.argv[1:])):
        told = subprocess.run([GHATNA, "bench", *words], capture_output=True, check=True, encoding="utf-8").stdout
        lines = told.splitlines()
        row(f"sentences a second, {what}, one core", lines[1].split("/s")[0].replace(" sentences", ""), "bench", *words)
        row("share of each stage", lines[2], "bench", *words)


if __name__ == "__main__":
    main()
