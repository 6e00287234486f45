"""What several test files share: the coder, the option that rewrites snapshots, how hypothesis searches.

A run tries the same texts each time; `pytest --hypothesis-profile=wide` looks for others, and for longer.
"""

import pytest
from hypothesis import settings

from ghatna.pipeline import Coder
from ghatna.pipeline import coder as shipped

settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("wide", deadline=None, max_examples=5000)
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--snapshot-update", action="store_true", help="Rewrite tests/stages/*.txt as it is coded now.")


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder with the shipped data."""
    return shipped()
