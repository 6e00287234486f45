"""What several test files share: the coder, and the option that rewrites snapshots."""

from pathlib import Path

import pytest

from ghatna.pipeline import Coder
from ghatna.pipeline import coder as shipped

TESTS = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--snapshot-update", action="store_true", help="Rewrite tests/stages/*.txt as it is coded now.")


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder with the shipped data."""
    return shipped()
