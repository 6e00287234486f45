"""What the pages show runs: Python of the README, verbs of the shell, files that are linked."""

import re
import shutil
from pathlib import Path

import pytest

from ghatna.serve.cli import VERBS
from ghatna.store import Store

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "docs" / "accuracy.md",
    ROOT / "docs" / "cli.md",
    ROOT / "docs" / "formats.md",
    ROOT / "docs" / "reviews.md",
    ROOT / "docs" / "sources.md",
    ROOT / "docs" / "store.md",
    ROOT / "docs" / "stories.md",
]


def test_python_of_the_readme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGES[0].read_text("utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples", "examples")
    Store("ghatna-store")
    exec(code, {})
    assert capsys.readouterr().out.startswith("AID ['IND'] मदद दी\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_verbs_and_links_are_there(page: Path) -> None:
    text = page.read_text("utf-8")
    verbs = {verb.__name__.replace("_", "-") for verb in VERBS} | {"store"}
    used = set(re.findall(r"(?:^|[`/$] ?)ghatna ([a-z][a-z-]*)", text, re.MULTILINE))
    assert used <= verbs
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if not (page.parent / link).exists()] == []
