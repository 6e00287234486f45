"""Declared outlets: found by address, refused by file and line when they do not hold."""

from pathlib import Path

import pytest

from ghatna.errors import DataError
from ghatna.lexicon.tables import known
from ghatna.read.outlets import outlets

GOOD = 'name = "लोकवाणी"\nkind = "regional"\ndomains = ["lokvani.example"]\n'


def test_the_press_is_declared() -> None:
    found = outlets().by_id
    assert len(found) >= 25
    assert {"bhasha", "univarta", "ani", "dd-news", "bbc", "dw"} <= found.keys()
    assert {o.kind for o in found.values()} == {"national", "regional", "broadcaster", "public", "agency", "portal"}
    assert all(o.sections or o.feeds for o in found.values())
    assert [o.id for o in found.values() if (o.kind == "agency") != bool(o.agency)] == []


@pytest.mark.parametrize(
    ("url", "id"),
    [
        ("https://www.jagran.com/news/x-1.html", "jagran"),
        ("https://m.jagran.com/lite/x", "jagran"),
        ("https://www.bbc.com/hindi/articles/c1", "bbc"),
        ("https://www.bbc.com/news/c1", None),
        ("https://zeenews.india.com/hindi/india/x/1", "zee-news"),
        ("https://zeenews.india.com/india/x", None),
        ("https://notjagran.com/x", None),
        ("https://example.org/jagran.com", None),
        ("http://[::1", None),
        ("", None),
    ],
)
def test_an_outlet_is_found_by_the_address(url: str, id: str | None) -> None:
    found = outlets().at(url)
    assert (found and found.id) == id


def test_a_folder_adds_and_replaces(tmp_path: Path) -> None:
    (tmp_path / "outlets").mkdir()
    (tmp_path / "outlets" / "lokvani.toml").write_text(GOOD, "utf-8")
    (tmp_path / "outlets" / "jagran.toml").write_text(GOOD.replace("lokvani.example", "jagran.com"), "utf-8")
    known(tmp_path)
    found = outlets((tmp_path,))
    assert found.at("https://lokvani.example/1") == found.by_id["lokvani"]
    assert found.by_id["jagran"].name == "लोकवाणी" and len(found.by_id) == len(outlets().by_id) + 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (GOOD + 'bylin = [".a"]\n', "bylin"),
        (GOOD + 'byline = [".a[["]\n', r"lokvani\.toml:4: '\.a\[\[' is no CSS selector"),
        (GOOD + 'feeds = ["lokvani.example/feed"]\n', "is no address"),
        (GOOD + 'zone = "Asia/Kolkatta"\n', "unknown zone"),
        (GOOD.replace("lokvani.example", "https://lokvani.example"), "is no domain"),
        (GOOD.replace("lokvani.example", "jagran.com"), "jagran"),
        (GOOD.replace("regional", "village"), "village"),
    ],
)
def test_what_does_not_hold_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "outlets").mkdir()
    (tmp_path / "outlets" / "lokvani.toml").write_text(text, "utf-8")
    with pytest.raises(DataError, match=problem):
        outlets((tmp_path,))
