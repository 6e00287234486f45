"""Cases that are known to fail, one id a line in `known_faults.txt`.

Each is a strict expected failure: one that passes fails the run until its line is gone, so the list only shrinks.
`python scripts/known_faults.py` drops the lines that are mended.
"""

from pathlib import Path

import pytest

LIST = Path(__file__).parent / "known_faults.txt"


def known() -> tuple[str, ...]:
    """The ids listed."""
    lines = LIST.read_text("utf-8").splitlines() if LIST.is_file() else []
    return tuple(line for line in lines if line and not line.startswith("#"))


def case(label: str, *values: object) -> object:
    """A parameter set with `label` as its id, expected to fail where the list has it."""
    marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason="known")] if label in known() else []
    return pytest.param(*values, id=label, marks=marks)
