"""Reading: what becomes text, what becomes a field, what is refused."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read import read, read_source
from ghatna.read.patterns import patterns
from ghatna.read.source import read_bytes
from ghatna.read.times import parse

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed"


def one(raw: bytes) -> Document | ReadError:
    return next(iter(read_bytes(raw, "x", patterns())))


def test_scraped_text_loses_what_is_not_news() -> None:
    (d,) = read(ROOT / "examples" / "scraped-1.txt")
    assert (d.byline, d.desk) == ("Meera", "International Desk")
    assert d.published is None
    assert d.updated == datetime.fromisoformat("2025-02-14T21:40+05:30")
    assert len(d.links) == len(d.cut) == 1
    assert d.text.startswith("नेपाल और भारत") and "Desk" not in d.text and "श्रीलंका" not in d.text


@pytest.mark.skipif(not SEED.is_dir(), reason="no seed here")
def test_seed() -> None:
    (d,) = read(SEED)
    assert d.byline == "Tanuja" and d.published is None
    assert d.updated == datetime.fromisoformat("2024-11-30T11:26+05:30")
    assert len(d.links) == 2 and len(d.cut) == 1 and "International Desk" not in d.text


@pytest.mark.parametrize(
    "text", ["30 Nov, 2024 11:26 AM", "शनिवार, 30 नवंबर 2024, 11:26 IST", "३० नवंबर २०२४ सुबह ११:२६ बजे"]
)
def test_times(text: str) -> None:
    assert parse(text, patterns()) == datetime.fromisoformat("2024-11-30T11:26+05:30")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"The minister said that talks will go on.", "Latin"),
        ("मंत्री म्हणाले की चर्चा सुरू आहे आणि त्यांनी निर्णय घेतला आहे.".encode(), "Marathi"),
        (b"<html><body></body></html>", "no article"),
        (b'{"id": "1"}', "no"),
    ],
)
def test_refused(raw: bytes, reason: str) -> None:
    found = one(raw)
    assert isinstance(found, ReadError) and reason in found.problem


def test_rows_keep_their_text() -> None:
    assert [d.id for d in read(ROOT / "examples" / "rows.jsonl")] == [f"ex-{n}" for n in range(1, 6)]
    found = list(read_bytes('{"id":"a","text":" भारत ने कहा। "}\n{bad'.encode(), "x", patterns()))
    assert isinstance(found[0], Document) and found[0].text == " भारत ने कहा। "
    assert isinstance(found[1], ReadError) and found[1].where == "x:2"


def test_missing() -> None:
    assert isinstance(next(read_source("no/such/*.txt")), ReadError)


@given(st.binary() | st.text().map(lambda t: t.encode("utf-8", "replace")))
def test_any_bytes(raw: bytes) -> None:
    for found in read_bytes(raw, "x", patterns()):
        assert isinstance(found, Document | ReadError)
