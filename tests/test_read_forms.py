"""Forms of sources besides text and pages: Parquet, sitemaps, packed rows; each row a place to go on from."""

import gzip
import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from archives import SAID, Archive, page
from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read import read_source
from ghatna.read.record import Record
from ghatna.read.source import START, stream_records

SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://example.in/1</loc><image:image><image:loc>https://example.in/1.jpg</image:loc>
  <image:title>चित्र</image:title></image:image><lastmod>2025-02-01T11:00:00+05:30</lastmod>
  <n:news><n:publication><n:name>दैनिक</n:name><n:language>hi</n:language></n:publication>
  <n:publication_date>2025-02-01T10:00:00+05:30</n:publication_date>
  <n:title>भारत ने नेपाल को राहत सामग्री भेजी</n:title></n:news></url>
<url><loc>https://example.in/2</loc><n:news><n:publication><n:name>The Daily</n:name><n:language>en</n:language>
  </n:publication><n:publication_date>2025-02-01</n:publication_date><n:title>India sends aid</n:title></n:news></url>
<!-- nothing more is said of this one --><url><loc>https://example.in/3</loc></url>
</urlset>
"""
ROWS = "".join(json.dumps({"id": f"r{n}", "text": f"{SAID} {n}"}, ensure_ascii=False) + "\n" for n in range(40))
TABLE = "id,text\r\n" + "".join(f'r{n},"{SAID}\r\n{n}"\r\n' for n in range(40))


def zstd(raw: bytes) -> bytes:
    out = pa.BufferOutputStream()
    with pa.CompressedOutputStream(out, "zstd") as stream:
        stream.write(raw)
    return bytes(out.getvalue())


def parquet(rows: list[dict[str, object]], path: Path, **how: object) -> Path:
    pq.write_table(pa.Table.from_pylist(rows), path, **how)
    return path


def records(raw: bytes, since: Record | None = None) -> list[Record]:
    return list(stream_records(io.BytesIO(raw), "x", since=since.mark if since else START))


def test_a_news_sitemap(tmp_path: Path) -> None:
    path = tmp_path / "map"
    path.write_text(SITEMAP, "utf-8")
    d, english, bare = read_source(path)
    assert isinstance(d, Document)
    assert (d.url, d.outlet, d.title, d.text) == (
        "https://example.in/1",
        "दैनिक",
        "भारत ने नेपाल को राहत सामग्री भेजी",
        "भारत ने नेपाल को राहत सामग्री भेजी",
    )
    assert d.headline_end == len(d.text)
    assert d.published is not None and d.published.isoformat() == "2025-02-01T10:00:00+05:30"
    assert d.updated is not None and d.updated.isoformat() == "2025-02-01T11:00:00+05:30"
    assert isinstance(english, ReadError) and (english.reason, english.url) == ("hindi", "https://example.in/2")
    assert isinstance(bare, ReadError) and (bare.reason, bare.where) == ("article", f"{path}#3")


def test_a_sitemap_of_addresses_alone_says_so(tmp_path: Path) -> None:
    path = tmp_path / "sitemap.xml"
    for text in (
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://example.in/1</loc></url></urlset>",
        "<sitemapindex><sitemap><loc>https://example.in/a.xml</loc></sitemap></sitemapindex>",
    ):
        path.write_text(text, "utf-8")
        (wrong,) = read_source(path)
        assert isinstance(wrong, ReadError) and "1 addresses without headlines" in wrong.problem


def test_entities_of_a_sitemap_are_not_looked_up(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("गोपनीय", "utf-8")
    doctype = f'<!DOCTYPE urlset [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
    (tmp_path / "a.xml").write_text(SITEMAP.replace("<urlset", doctype + "<urlset", 1).replace("राहत", "&s;"), "utf-8")
    assert not any("गोपनीय" in d.text for d in read_source(tmp_path / "a.xml") if isinstance(d, Document))


def test_rows_of_parquet(tmp_path: Path) -> None:
    when = datetime(2025, 2, 1, 4, 30, tzinfo=UTC)
    rows: list[dict[str, object]] = [
        {"ID": 7, "Text": SAID, "published": when, "extra": 1.5},
        {"ID": 8, "Text": None, "published": None, "extra": None},
    ]
    good, bad = read_source(parquet(rows, tmp_path / "rows"))
    assert isinstance(good, Document) and (good.id, good.text, good.published) == ("7", SAID, when)
    assert isinstance(bad, ReadError) and (bad.where, bad.reason) == (f"{tmp_path / 'rows'}:2", "article")
    (wrong,) = read_source(parquet([{"body": SAID}], tmp_path / "other"))
    assert isinstance(wrong, ReadError) and 'no column "text"' in wrong.problem and "body" in wrong.problem
    (tmp_path / "rows").write_bytes((tmp_path / "rows").read_bytes()[:-20])
    (cut,) = read_source(tmp_path / "rows")
    assert isinstance(cut, ReadError) and "not readable as Parquet" in cut.problem and "\n" not in str(cut)


def test_parquet_goes_on_within_and_between_row_groups(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [{"id": n, "text": f"{SAID} {n}"} for n in range(700)]
    raw = parquet(rows, tmp_path / "rows", row_group_size=300).read_bytes()
    whole = records(raw)
    assert [r.body for r in whole] == [{"id": n, "text": f"{SAID} {n}"} for n in range(700)]
    for n in (1, 255, 256, 257, 299, 300, 301, 600, 699, 700):
        assert records(raw, whole[n - 1]) == whole[n:]


@pytest.mark.parametrize("text", [ROWS, TABLE, TABLE.replace("\r\n", "\n"), TABLE.replace("\r\n", "\r")])
@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstd])
def test_rows_go_on_behind_any(text: str, pack: type[bytes]) -> None:
    raw = pack(text.encode())
    whole = records(raw)
    assert len(whole) == 40
    for n in (0, 1, 20, 38, 39):
        again = records(raw, whole[n])
        # With line ends of another age a little may be read again, and nothing is passed over.
        assert again == whole[n + 1 :] or ("\n" not in text and [r.body for r in again] == [r.body for r in whole])


@pytest.mark.parametrize("pack", [gzip.compress, zstd])
def test_packed_forms(pack: type[bytes], tmp_path: Path) -> None:
    for name, text in (("rows.jsonl", ROWS), ("t.csv", TABLE), ("p.html", page()), ("t.txt", SAID), ("m.xml", SITEMAP)):
        (tmp_path / name).write_text(text, "utf-8", newline="")
        plain = list(read_source(tmp_path / name))
        # By what it is, not only by its name.
        for other in (f"{name}.gz", "anything"):
            (tmp_path / other).write_bytes(pack(text.encode()))
            packed = list(read_source(tmp_path / other))
            assert [d for d in packed if isinstance(d, Document)] == [d for d in plain if isinstance(d, Document)]
            assert len(packed) == len(plain)


@pytest.mark.parametrize("pack", [gzip.compress, zstd])
def test_packed_rows_that_are_cut_off_are_read_up_to_there(pack: type[bytes], tmp_path: Path) -> None:
    rows = "".join(
        json.dumps({"id": n, "text": f"{SAID} {n * 7919 % 10007}"}, ensure_ascii=False) + "\n" for n in range(9000)
    )
    raw = pack(rows.encode())
    (tmp_path / "a.jsonl.gz").write_bytes(raw[: len(raw) * 2 // 3])
    *good, wrong = read_source(tmp_path / "a.jsonl.gz")
    assert len(good) > 3000 and all(isinstance(d, Document) for d in good)
    assert isinstance(wrong, ReadError) and "cut off" in wrong.problem and wrong.reason == "broken"


def test_packed_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(gzip.compress(SAID.encode())))
    (wrong,) = read_source(tmp_path / "a.gz")
    assert isinstance(wrong, ReadError) and "packed twice" in wrong.problem


def test_jsonl_is_known_by_its_first_row(tmp_path: Path) -> None:
    (tmp_path / "rows").write_text(f"\n{ROWS}" + "{not json\n", "utf-8")
    *good, wrong = read_source(tmp_path / "rows")
    assert len(good) == 40 and isinstance(wrong, ReadError) and wrong.where.endswith("rows:42")


@pytest.mark.parametrize("name", ["rows.csv", "rows.tsv", "rows.txt", "rows.html"])
def test_jsonl_under_another_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(ROWS, "utf-8")
    good = list(read_source(tmp_path / name))
    assert len(good) == 40 and all(isinstance(d, Document) for d in good)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes under a name here")
def test_a_pipe_under_a_name(tmp_path: Path) -> None:
    archive = Archive()
    archive.answer("https://example.in/1", page())
    os.mkfifo(tmp_path / "pipe")
    for raw in (archive.raw, ROWS.encode(), gzip.compress(ROWS.encode()), page().encode()):
        writer = Thread(target=(tmp_path / "pipe").write_bytes, args=(raw,))
        writer.start()
        found = list(read_source(tmp_path / "pipe"))
        writer.join()
        assert found and all(isinstance(d, Document) for d in found)


def test_all_forms_from_standard_input(tmp_path: Path) -> None:
    archive = Archive()
    archive.answer("https://example.in/1", page())
    table = parquet([{"id": 1, "text": SAID}], tmp_path / "t").read_bytes()
    for raw in (archive.raw, table, gzip.compress(ROWS[: ROWS.index("\n")].encode()), page().encode(), SAID.encode()):
        words = [sys.executable, "-m", "ghatna", "read", "-"]
        done = subprocess.run(words, input=raw, capture_output=True, check=True)
        (line,) = done.stdout.decode().splitlines()
        assert SAID in json.loads(line)["text"]
