"""Measures the figures of README.md and prints them as its table.

    .venv/bin/python bench/figures.py [HEADLINES.csv]

Each is the best of several runs on this machine; none is a test. Starts are measured in processor time, which depends
little on what else the machine does.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from running import GHATNA, taken

SENTENCE = "रूस ने सोमवार को कीव पर मिसाइलें दागीं, 12 लोग मारे गए।"
ARTICLE = str(Path(__file__).parent.parent / "examples" / "scraped-1.txt")
RUNS = 10


def core(*words: str) -> float:
    """The least processor time, user's and system's, that `ghatna words…` takes from start to end."""
    return min(taken(*words).core for _ in range(RUNS))


def row(what: str, figure: str, *words: str) -> None:
    print(f"| {what} | {figure} | `ghatna {' '.join(words)}` |", flush=True)


def main() -> None:
    print("| what | figure | command |\n|---|---|---|")
    row("start-up", f"{core('--help'):.2f} s", "--help")
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one.txt"
        one.write_text(SENTENCE, encoding="utf-8")
        row("one sentence to printed events, cold", f"{core('code', str(one)):.2f} s", "code", "one.txt")
    row("one article to printed events, cold", f"{core('code', ARTICLE):.2f} s", "code", "examples/scraped-1.txt")
    memory = taken("code", ARTICLE).memory
    row("memory for that", f"{memory:.0f} MB", "code", "examples/scraped-1.txt")
    for what, *words in (("generated articles", "--generate", "6000"), *(("headlines", name) for name in sys.argv[1:])):
        told = subprocess.run([GHATNA, "bench", *words], capture_output=True, check=True, encoding="utf-8").stdout
        lines = told.splitlines()
        row(f"sentences a second, {what}, one core", lines[1].split("/s")[0].replace(" sentences", ""), "bench", *words)
        row("share of each stage", lines[2], "bench", *words)


if __name__ == "__main__":
    main()
