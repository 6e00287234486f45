"""Snapshots of the stages: sentences as `ghatna explain` tells them. `pytest --snapshot-update` writes them anew."""

from pathlib import Path

import pytest

from ghatna.pipeline import Coder, explain

STAGES = Path(__file__).parent / "stages"


@pytest.mark.parametrize("path", sorted(STAGES.glob("*.txt")), ids=lambda path: path.stem)
def test_stages(path: Path, coder: Coder, request: pytest.FixtureRequest) -> None:
    kept = path.read_text("utf-8")
    lines = explain(kept.split("\n")[0], using=coder).split("\n")
    # Frames that were near stand last and have no order of their own.
    told = "\n".join(sorted(lines, key=lambda line: line if line.startswith("not ") else "")) + "\n"
    if request.config.getoption("--snapshot-update"):
        path.write_text(told, "utf-8")
    else:
        assert told == kept, "if this is meant: pytest tests/test_stages.py --snapshot-update"


def test_there_are_snapshots() -> None:
    assert len(list(STAGES.glob("*.txt"))) >= 6
