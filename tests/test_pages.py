"""Pages in the markup styles of the Hindi press, written for this project: what is read from each lies beside it."""

import json
import re
from collections import Counter
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from ghatna.model import Document
from ghatna.read import read

PAGES = sorted(
    p for p in (Path(__file__).parent / "pages").glob("*.json") if "body" in json.loads(p.read_text("utf-8"))
)
WORD = re.compile(r"[\w\u0900-\u0963]+")
ENOUGH = 0.95


def f1(found: str, wanted: str) -> float:
    """Agreement of two texts in words, counting each as often as it stands there."""
    a, b = Counter(WORD.findall(found)), Counter(WORD.findall(wanted))
    return 2 * (a & b).total() / (a.total() + b.total())


def test_there_are_pages_of_many_styles() -> None:
    assert len(PAGES) >= 25


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_page(page: Path) -> None:
    (document,) = read(page.with_suffix(".html"))
    wanted = json.loads(page.read_text("utf-8"))
    body = "\n".join(wanted.pop("body"))
    found = json.loads(msgspec.json.encode(document))
    for time in ("published", "updated"):
        if wanted.get(time) is not None:
            instant = datetime.fromisoformat(wanted.pop(time))
            assert (getattr(document, time), time) == (instant, time)
    assert {key: found[key] for key in wanted} == wanted
    assert f1(document.body, body) >= ENOUGH, document.body
    assert document.text.startswith(document.title) and document.headline_end == len(document.title)


def test_what_was_cut_is_kept() -> None:
    found: dict[str, Document] = {page.stem: next(read(page.with_suffix(".html"))) for page in PAGES}
    assert any("खाता खोलने" in piece for piece in found["nested-adverts"].cut)
    assert any("99 रुपये" in piece for piece in found["paywall-stub"].cut)
    assert any("डाउनलोड" in piece for piece in found["css-modules"].cut)
    assert any("COMMERCIAL BREAK" in piece for piece in found["commercial-break"].cut)
