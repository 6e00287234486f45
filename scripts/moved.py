"""What a change of rules or data gains, loses and alters: codes the project's own sentences and examples with the rules
of an earlier commit and with those of now, and prints `ghatna diff`.

    .venv/bin/python scripts/moved.py [BASE]

BASE is a commit; without it, where this branch left `origin/main`, or on main itself the state before the latest commit
that changed what codes. Prints one line and ends when nothing that codes has changed, when the history is not here (an
archive, a shallow clone), or when the earlier state does not code.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
CODING = ("src/ghatna/data", "src/ghatna/parse", "src/ghatna/frame", "src/ghatna/resolve", "src/ghatna/lexicon")
CORPUS = ("tests/gold", "examples")


def git(*words: str) -> str:
    """What git says, empty when it cannot."""
    told = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, encoding="utf-8")
    return told.stdout.strip() if told.returncode == 0 else ""


def base() -> str:
    """The commit to compare with, empty when there is none."""
    head, left = git("rev-parse", "HEAD"), git("merge-base", "HEAD", "origin/main")
    if left and left != head:
        return left
    latest = git("log", "-1", "--no-merges", "--format=%H", "--", *CODING)
    return git("rev-parse", "--verify", "--quiet", f"{latest}~1") if latest else ""


def coded(source: Path, out: Path) -> None:
    """Codes the corpus with the package in `source`."""
    files = sorted(
        str(f) for name in CORPUS for f in (ROOT / name).iterdir() if f.suffix in (".jsonl", ".txt", ".html")
    )
    words = [sys.executable, "-m", "ghatna", "code", *files, "--format", "jsonl", "--out", str(out)]
    subprocess.run(words, check=True, env=os.environ | {"PYTHONPATH": str(source)}, capture_output=True)


def main() -> None:
    old = sys.argv[1] if len(sys.argv) > 1 else base()
    if not old:
        print("no earlier commit here to compare the coding with")
        return
    if not git("diff", "--name-only", old, "--", *CODING):
        print(f"nothing that codes has changed since {old[:7]}")
        return
    print(f"coding of {' and '.join(CORPUS)} since {old[:7]}:", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "old.jsonl"), Path(folder, "new.jsonl")
        tree = subprocess.run(["git", "archive", old, "src"], cwd=ROOT, capture_output=True, check=True).stdout
        subprocess.run(["tar", "-x", "-C", folder], input=tree, check=True)
        try:
            coded(Path(folder, "src"), before)
        except subprocess.CalledProcessError as failed:  # a state between two merges need not have been whole
            print(f"that state does not code: {failed.stderr.decode().strip().splitlines()[-1]}")
            return
        coded(ROOT / "src", after)
        subprocess.run([sys.executable, "-m", "ghatna", "diff", str(before), str(after)], check=True)


if __name__ == "__main__":
    main()
