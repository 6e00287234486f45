"""Tables in any encoding: rows of JSONL and CSV, each refused by itself; the same text is the same document."""

import json
from pathlib import Path

import pytest

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read import read_source
from ghatna.run import local
from ghatna.store import Store
from test_run import Fake

HINDI = "भारत ने नेपाल को राहत सामग्री भेजी और दोनों देशों ने समझौते पर हस्ताक्षर किए।"
ROWS = "".join(json.dumps({"id": f"r{n}", "text": f"{HINDI} {n}"}, ensure_ascii=False) + "\n" for n in (1, 2))
TABLE = f'id,text,published\r\nr1,{HINDI} 1,2025-01-01\r\nr2,"{HINDI}, ""हां""\r\n2",\r\n'
PAGE = f"<html><head><title>{HINDI}</title></head><body><h1>{HINDI}</h1><p>{HINDI} {HINDI}</p></body></html>"
FEED = f"<rss><channel><item><title>{HINDI}</title><description>{HINDI} फिर।</description></item></channel></rss>"
KINDS = {"rows.jsonl": ROWS, "table.csv": TABLE, "page.html": PAGE, "feed.xml": FEED, "text.txt": f"{HINDI}\n{HINDI}"}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "gb18030")


def found(path: Path, raw: bytes) -> list[Document | ReadError]:
    path.write_bytes(raw)
    return list(read_source(path))


@pytest.mark.parametrize("name", KINDS)
def test_another_encoding_adds_no_version(name: str, tmp_path: Path) -> None:
    store = Store(tmp_path / "s")
    once = found(tmp_path / name, KINDS[name].encode())
    assert once and all(isinstance(one, Document) for one in once)
    commits = []
    for raw in (*(KINDS[name].encode(e) for e in ENCODINGS), b"\xef\xbb\xbf\xef\xbb\xbf" + KINDS[name].encode()):
        assert found(tmp_path / name, raw) == once
        list(local.run([str(tmp_path / name)], Fake(), store))
        commits.append(len(list((tmp_path / "s" / "documents" / "_delta_log").glob("*.json"))))
    assert store.sql("select count(*) as n from documents").to_pylist() == [{"n": len(once)}]
    assert set(commits) == {commits[0]}


@pytest.mark.parametrize("cut", [1, 2])
def test_a_file_cut_inside_a_character_is_refused(cut: int, tmp_path: Path) -> None:
    raw = HINDI.encode()
    (wrong,) = found(tmp_path / "a.txt", raw[:-cut])
    assert str(wrong).startswith(f"{tmp_path / 'a.txt'}: not UTF-8 at byte {len(raw) - 3} of {len(raw) - cut}: cut off")
    *good, wrong = found(
        tmp_path / "a.jsonl", ROWS.encode() + json.dumps(HINDI, ensure_ascii=False).encode()[: -cut - 1]
    )
    assert len(good) == 2 and "a.jsonl:3: not UTF-8 at byte" in str(wrong)
    *good, wrong = found(tmp_path / "a.csv", TABLE.encode() + b"r3," + raw[:-cut] + b",")
    assert len(good) == 2 and "a.csv:5: not UTF-8 at character" in str(wrong)
    (wrong,) = found(tmp_path / "a.txt", HINDI.encode("utf-16-le")[:-1])
    assert "not utf-16-le at byte" in str(wrong)


def test_rows_of_another_encoding_are_refused_by_name(tmp_path: Path) -> None:
    french = '{"text": "Le président a été élu, déclare le ministère français à Paris, où il était né."}\n'
    *good, wrong, last = found(
        tmp_path / "a.jsonl", ROWS.encode() + french.encode("cp1252") + ROWS.encode()[: ROWS.encode().find(b"\n")]
    )
    assert len(good) == 2 and isinstance(last, Document)
    assert isinstance(wrong, ReadError) and "looks like cp12" in wrong.problem
    (wrong,) = found(tmp_path / "a.jsonl", b"\x1f\x8b\x08\x00rest")
    assert isinstance(wrong, ReadError) and "gzip" in wrong.problem


def test_a_table_of_rows(tmp_path: Path) -> None:
    one, two = found(tmp_path / "a.csv", TABLE.encode())
    assert isinstance(one, Document) and isinstance(two, Document)
    assert (one.id, one.text, str(one.published)[:10]) == ("r1", f"{HINDI} 1", "2025-01-01")
    assert (two.id, two.text, two.published) == ("r2", f'{HINDI}, "हां"\n2', None)
    assert [d.text for d in found(tmp_path / "a.csv", f"Text\n{HINDI}\n".encode()) if isinstance(d, Document)] == [
        HINDI
    ]
    # Whatever it is called, and whatever separates its cells.
    for name, mark in (("a.jsonl", ","), ("a.tsv", "\t"), ("a.txt", ";")):
        assert found(tmp_path / name, f"id{mark}text\nr1{mark}{HINDI}\n".encode()) == found(
            tmp_path / "b.csv", f"id,text\nr1,{HINDI}\n".encode()
        )


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (f"id,body\nr1,{HINDI}\n", 'a.csv: no column "text" in this table (its first line: id body)'),
        (f"id,text\nr1,{HINDI},x\n", "a.csv:2: 3 cells, but 2 columns"),
        ("id,text\nr1\n", "a.csv:2: 1 cells, but 2 columns"),
        ("id,text\nr1,\n", 'a.csv:2: no "text" in this row'),
        (f'id,text\nr1,"{HINDI}\n', "a.csv:2: not CSV: unexpected end of data"),
        (f'id,text\nr1,"{HINDI}"x\n', "a.csv:2: not CSV: "),
        ("id,text\nr1,The minister said so.\n", "a.csv:2: text in Latin script, not Hindi"),
        ("id,text\nr1," + "क" * 10_700_000 + "\n", "a.csv:2: a line larger than 32 MB"),
        ("id,text\nr1," + "x" * 10_700_000 + "\n", "a.csv:2: a cell larger than 10 million characters"),
    ],
)
def test_a_bad_row_is_named(table: str, reason: str, tmp_path: Path) -> None:
    (wrong,) = found(tmp_path / "a.csv", table.encode())
    assert isinstance(wrong, ReadError) and reason in str(wrong) and "\n" not in str(wrong)


def test_a_list_called_jsonl(tmp_path: Path) -> None:
    (d,) = found(tmp_path / "a.jsonl", json.dumps([{"id": "a", "text": HINDI}], indent=1).encode())
    assert isinstance(d, Document) and d.id == "a"
