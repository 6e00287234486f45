"""Pages and feeds whose tags, attributes or quotes never end: in time that grows no faster than they do."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.listing import listing
from ghatna.read.markup import MOST, mended
from ghatna.read.patterns import patterns
from ghatna.read.source import read_bytes
from ghatna.serve.cli import app

SECONDS = 30
"""What took time by the square of the text took minutes to hours here; what does not takes a second or two."""
HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>क</title>'
SAID = "राज्य सरकार ने बाढ़ से प्रभावित जिलों के लिए राहत पैकेज का ऐलान किया और केंद्र से मदद मांगी।"
ITEM = f"<item><title>राहत पैकेज का ऐलान</title><description>{SAID}</description></item>"
MANY = " ".join(f'a{n}="b"' for n in range(1_000_000))
TWICE = "<p " * 300_000


@contextmanager
def within(seconds: int) -> Iterator[None]:
    def late(*_: object) -> None:
        raise AssertionError(f"took longer than {seconds} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


CUT = {
    "an attribute": HEAD + ITEM + '<item a="' + "x" * 1_000_000,
    "an attribute with tags in it": HEAD + ITEM + '<item a="' + "<" * 500_000,
    "the same element": "<rss " * 100_000,
    "a tag": HEAD + ITEM + "<item " * 30_000,
    "CDATA": HEAD + ITEM + "<item><title><![CDATA[" + "]>" * 400_000,
    "comments": HEAD + ITEM + "<!--" * 250_000,
    "an item": HEAD + ITEM + "<item><title>राहत",
}


@pytest.mark.parametrize("what", CUT)
def test_a_feed_that_breaks_off(what: str) -> None:
    with within(SECONDS):
        *found, last = read_bytes(CUT[what].encode(), "f.xml", patterns())
    assert isinstance(last, ReadError) and last.reason == "broken" and "never ends" in last.problem
    assert what in ("the same element",) or any(isinstance(one, Document) for one in found)


@pytest.mark.parametrize("end", ["", "/></channel></rss>"])
@pytest.mark.parametrize("root", ["", "rss", "urlset"])
def test_a_million_attributes(root: str, end: str) -> None:
    text = f"<{root} {MANY}{end}" if root else f"{HEAD}{ITEM}<item {MANY}{end}"
    with within(SECONDS):
        (wrong,) = read_bytes(text.encode(), "f.xml", patterns())
        assert isinstance(wrong, ReadError)
        with pytest.raises(ReadError, match="attributes"):
            listing(text.encode(), "https://example.in/", "sitemap" if root == "urlset" else "feed", patterns())
    assert (wrong.reason, wrong.problem) == ("broken", f"an element with more than {MOST} attributes: not read")


def test_broken_feeds_are_counted(tmp_path: Path) -> None:
    for name in ("an attribute", "an item"):
        (tmp_path / f"{name}.xml").write_text(CUT[name], "utf-8")
    (tmp_path / "many.xml").write_text(f"{HEAD}<item {MANY}", "utf-8")
    done = CliRunner().invoke(app, ["read", str(tmp_path), "--dropped", str(tmp_path / "dropped.jsonl")])
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1].endswith("3 broken")
    assert "never ends" in done.stderr and "more than 1000 attributes" in done.stderr
    assert (tmp_path / "dropped.jsonl").read_text("utf-8").count('"broken"') == 3


PAGES = {
    "attributes": f"<p {MANY}>",
    "attributes in quotes that hold tags": "<p " + " ".join(f'a{n}="<"' for n in range(200_000)) + ">",
    "attributes without blanks": "<p " + "".join(f'a{n}="b"' for n in range(200_000)) + ">",
    "attributes of an open tag": f"<p {MANY}",
    "tags in JSON-LD": f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{TWICE}"}}</script>',
    "tags": TWICE,
    "paragraphs": "<p>क</p>" * 30_000,
    "cells": "<table>" + "<tr><td>क</td></tr>" * 20_000,
    "breaks": "<br>" * 50_000,
    "lists": "<ul><li>" * 50_000,
    "blanks": "<p>" + " " * 1_000_000,
}


@pytest.mark.parametrize("what", PAGES)
def test_a_page_that_never_ends(what: str) -> None:
    page = f"<html><body><h1>राहत पैकेज का ऐलान</h1><p>{SAID}</p><p>{SAID}</p>{PAGES[what]}"
    with within(SECONDS):
        (found,) = read_bytes(page.encode(), "x", patterns())
        assert isinstance(found, Document | ReadError)
        listing(page.encode(), "https://example.in/", "section", patterns())


def test_an_item_with_a_page_that_never_ends() -> None:
    for inside in (f"<![CDATA[<p {MANY}>]]>", "&lt;p " * 50_000, "<![CDATA[" + "<p>क</p>" * 10_000 + "]]>"):
        text = f"{HEAD}<item><title>राहत पैकेज का ऐलान</title><description>{inside}</description></item></channel></rss>"
        with within(SECONDS):
            assert list(read_bytes(text.encode(), "f.xml", patterns()))


def test_elements_of_real_pages_stay_as_they_are() -> None:
    picture = f"<img src='data:image/png;base64,{'iVBORw0KGgo/AAA+' * 9000}' alt=क>"
    for text in (picture, "<p a=1 b='2' c>ख</p>"):
        assert mended(text) == text
    script = "<script>for(i=0;i<b.length;i++){" + "x = y + z; s = 'it is'; " * 3000 + "}</script>"
    for tag in (f"<p {MANY}>", script):
        assert mended(f"{tag}<p class='a'>क</p>").endswith("<p class='a'>क</p>")
