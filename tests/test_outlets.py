"""Declared outlets: found by address, refused by file and line when they do not hold."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ghatna.errors import DataError
from ghatna.lexicon.tables import known
from ghatna.read.html import read_html
from ghatna.read.outlets import outlets
from ghatna.read.patterns import patterns

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


PAGE = """<html><head><link rel="canonical" href="https://lokvani.example/desh/1"><title>x</title></head><body>
<h1>लोकवाणी</h1><div class="hd">पुल के उद्घाटन पर विवाद</div><div class="sec">देश</div>
<div class="sub">विपक्ष ने किया बहिष्कार</div>
<p class="w"><b>रवि कुमार</b></p><p class="t1">2 मार्च 2025, 10:00</p><p class="t2">2 मार्च 2025, 11:30</p>
<div class="txt"><p>मुख्यमंत्री ने रविवार को पुल का उद्घाटन किया और विपक्ष पर विकास रोकने का आरोप लगाया।</p>
<div class="strip">लोकवाणी के साथ जुड़े रहिए, हर पल की खबर।</div><p>लोकवाणी ऐप से पाइए खबर।</p>
<p>विपक्ष के नेता ने समारोह का बहिष्कार किया।</p></div></body></html>"""
DECLARED = """byline = [".w b"]
title = [".hd"]
subtitle = [".sub"]
section = [".sec"]
published = [".t1"]
updated = [".t2"]
body = [".txt"]
cut = [".strip"]
lines = ["लोकवाणी ऐप"]
zone = "Asia/Dubai"
"""


def test_what_is_declared_wins(tmp_path: Path) -> None:
    (tmp_path / "outlets").mkdir()
    (tmp_path / "outlets" / "lokvani.toml").write_text(GOOD + DECLARED, "utf-8")
    d = read_html(PAGE, "x", patterns(folders=(tmp_path,)))
    assert (d.outlet, d.title, d.subtitle) == ("लोकवाणी", "पुल के उद्घाटन पर विवाद", "विपक्ष ने किया बहिष्कार")
    assert (d.byline, d.section, d.url) == ("रवि कुमार", "देश", "https://lokvani.example/desh/1")
    assert (str(d.published), str(d.updated)) == ("2025-03-02 10:00:00+04:00", "2025-03-02 11:30:00+04:00")
    assert [line[:10] for line in d.body.split("\n")] == ["मुख्यमंत्र", "विपक्ष के "]
    assert len(d.cut) == 2


def test_selectors_that_find_nothing_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "outlets").mkdir()
    stale = DECLARED.replace(".w b", ".gone").replace(".txt", ".gone").replace(".hd", ".gone")
    (tmp_path / "outlets" / "lokvani.toml").write_text(GOOD + stale, "utf-8")
    d = read_html(PAGE.replace("<title>x", "<title>पुल के उद्घाटन पर विवाद"), "x", patterns(folders=(tmp_path,)))
    assert d.title == "पुल के उद्घाटन पर विवाद" and "बहिष्कार किया।" in d.body


REPORT = """<html><head><link rel="canonical" href="https://lokvani.example/desh/{n}.html"><title>{title}</title></head>
<body><h1>{title}</h1><div class="naam">अनिल वर्मा</div><article>
<p>{title}। जिलाधिकारी ने दोनों पक्षों की बात सुनी और सबको शांति रखने की सलाह दी।</p>
<p>बैठक देर शाम तक चली और उसमें तय हुआ कि अगली बातचीत सोमवार को होगी, जिसमें विभाग के अधिकारी भी रहेंगे।</p>
</article></body></html>"""


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("verb", ["read", "code"])
def test_outlets_of_ones_own_are_read(tmp_path: Path, verb: str, jobs: str) -> None:
    mine, pages = tmp_path / "mine", tmp_path / "pages"
    (mine / "outlets").mkdir(parents=True)
    (mine / "outlets" / "lokvani.toml").write_text(GOOD + 'byline = [".naam"]\n', "utf-8")
    pages.mkdir()
    for n, title in enumerate(("किसानों ने धरना दिया", "छात्रों ने जुलूस निकाला")):
        (pages / f"{n}.html").write_text(REPORT.format(n=n, title=title), "utf-8")
    words = [verb, str(pages), "--data", str(mine), "--jobs", jobs, *(["--format", "jsonl"] if verb == "code" else [])]
    done = subprocess.run([sys.executable, "-m", "ghatna", *words], capture_output=True, encoding="utf-8", check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) >= 2 and {row["outlet"] for row in rows} == {"लोकवाणी"}
    if verb == "read":
        assert {row["byline"] for row in rows} == {"अनिल वर्मा"}
