"""Writes `tests/known_faults.txt` anew: the cases of the examples and of the seed that fail.

    python scripts/known_faults.py [--allow-new]

Those that are mended go. A case that fails and is not listed yet is to be mended: it comes in only with `--allow-new`.
"""

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent / "tests"
LIST = TESTS / "known_faults.txt"
HEAD = "# Cases that fail, known and to be mended: `python scripts/known_faults.py` drops those that are.\n"
SEED = TESTS.parent.parent / "shared" / "seed" / "000_6c7c41e83eceb362.txt"
FILES = ("test_examples.py", "test_seed.py")


def failing() -> list[str]:
    """Ids of the cases that fail when nothing is excused."""
    words = [sys.executable, "-m", "pytest", "-q", "--runxfail", "--tb=no", "-rf", *(str(TESTS / f) for f in FILES)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False, cwd=TESTS.parent)
    if done.returncode not in (0, 1):
        sys.exit(done.stdout + done.stderr)
    lines = [line for line in done.stdout.splitlines() if line.startswith("FAILED ") and "::" in line]
    return sorted(label for line in lines if (label := case(line)))


def case(line: str) -> str:
    """`accuse.angry::yes[0]` of a line of pytest's summary; empty for a test without cases."""
    return line.split(" - ")[0].partition("[")[2].removesuffix("]")


if __name__ == "__main__":
    lines = LIST.read_text("utf-8").splitlines() if LIST.is_file() else []
    before = [line for line in lines if not line.startswith("#")]
    now = failing()
    if not SEED.is_file():  # skipped here, so nothing is known about them
        now = sorted({*now, *(label for label in before if label.startswith("seed::"))})
    new = [label for label in now if label not in before]
    kept = now if "--allow-new" in sys.argv else [label for label in now if label in before]
    LIST.write_text(HEAD + "".join(f"{label}\n" for label in kept), "utf-8")
    print(f"{len(kept)} known faults, {len(set(before) - set(now))} mended")
    if kept != now:
        sys.exit("\n".join(["not listed and failing:", *new]))
