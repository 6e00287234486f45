"""Input that cannot be read: one line that names the file, the row or item, and the reason; the rest is read."""

import io
import json
import os
import pickle
from pathlib import Path

import pytest

from ghatna.errors import REASONS, ReadError
from ghatna.model import Document
from ghatna.read import read, read_source
from ghatna.read.patterns import patterns
from ghatna.read.record import read_record
from ghatna.read.source import read_bytes, stream_records

HINDI = "भारत ने नेपाल को राहत सामग्री भेजी और दोनों देशों ने समझौते पर हस्ताक्षर किए।"
MARATHI = "मुख्यमंत्र्यांनी सांगितले की हा निर्णय घेण्यात आला आहे आणि त्यांनी शेतकऱ्यांच्या मागण्या मान्य केल्या आहेत."
NEPALI = "प्रधानमन्त्रीले भने कि सरकारले यो निर्णय गरेको छ र उनले सबै दललाई आग्रह गरेका छन्।"


def found(raw: bytes) -> list[Document | ReadError]:
    return list(read_bytes(raw, "x", patterns()))


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b" \n\t\n", "empty file"),
        (b"\xef\xbb\xbf", "empty file"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"MZ\x00\x01" + bytes(range(256)), "binary"),
        (
            "Le président a été élu, déclare le ministère français à Paris, où il était né.".encode("cp1252"),
            "not UTF-8",
        ),
        (HINDI.encode("utf-16")[:-1], "not utf-16"),
        (f"{HINDI} \ufffd".encode().replace("\ufffd".encode(), b"\xff\xfe\xfa") + HINDI.encode(), "not UTF-8"),
        (MARATHI.encode(), "Marathi"),
        ("पंतप्रधानांनी मुंबईत शेतकऱ्यांची भेट घेतली आणि हा निर्णय महत्त्वाचा आहे असे सांगितले.".encode(), "Marathi"),
        (NEPALI.encode(), "Nepali"),
        ("বাংলাদেশ সরকার আজ ঘোষণা করেছে".encode(), "Bengali"),
        (b"The minister said on Monday that the talks would go on.", "Latin"),
        (b"12345 67890", "no text"),
        (b"<html><head><title>x</title></head><body><nav><a href='/'>a</a></nav></body></html>", "no article"),
        (f"[{json.dumps({'id': '1'})}]".encode(), 'no "text"'),
        (b"[]", "no rows"),
    ],
)
def test_reasons(raw: bytes, reason: str) -> None:
    (wrong,) = found(raw)
    assert isinstance(wrong, ReadError) and reason in wrong.problem
    assert str(wrong).startswith("x") and "\n" not in str(wrong)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (MARATHI.encode(), "hindi"),
        (b"The minister said on Monday that the talks would go on.", "hindi"),
        (json.dumps({"text": HINDI, "language": "mr"}).encode(), "hindi"),
        (b"<html><body><nav><a href='/'>a</a></nav></body></html>", "article"),
        (b"", "article"),
        (b"[]", "article"),
        (b"PK\x03\x04rest", "broken"),
        (HINDI.encode()[:-1], "broken"),
    ],
)
def test_each_reason_is_of_a_kind(raw: bytes, reason: str) -> None:
    (wrong,) = found(raw)
    assert isinstance(wrong, ReadError) and wrong.reason == reason and reason in REASONS
    again = pickle.loads(pickle.dumps(wrong))
    assert (str(again), again.where, again.reason) == (str(wrong), wrong.where, reason)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_that_are_sure(encoding: str) -> None:
    (d,) = found(f"{HINDI}\r\n{HINDI} फिर।".encode(encoding))
    assert isinstance(d, Document) and d.text == f"{HINDI}\n{HINDI} फिर।"


def test_mojibake_is_set_right() -> None:
    (d,) = found(narrow(HINDI).encode())
    assert isinstance(d, Document) and d.text == HINDI


def narrow(text: str) -> str:
    """The text in UTF-8, read as Windows-1252, with Latin-1 where that leaves a byte open."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())


@pytest.mark.parametrize(
    "spoilt",
    [narrow(HINDI), narrow(narrow(HINDI)), HINDI.encode().decode("latin-1").encode().decode("latin-1")],
    ids=["once", "twice", "twice as Latin-1"],
)
def test_mojibake_beside_right_text(spoilt: str) -> None:
    (document,) = found(f"{spoilt} – ₹500 “{spoilt}” भारत".encode())
    assert isinstance(document, Document) and document.text == f"{HINDI} – ₹500 “{HINDI}” भारत"


def test_mojibake_that_lost_letters_is_no_noise() -> None:
    (wrong,) = found((HINDI.encode().decode("cp1252", "replace") * 3).encode())
    assert isinstance(wrong, ReadError) and "lost letters" in wrong.problem and wrong.reason == "broken"


@pytest.mark.parametrize("stray", ["\x00", "\x02", "\x1f"])
def test_a_stray_control_character_costs_no_article(stray: str) -> None:
    text = HINDI * 3
    for raw in (
        f"{text} {stray} {text}",
        f"<html><head><title>सरकार ने कहा</title></head><body><p>{text} {stray} {text}</p></body></html>",
        f'<rss version="2.0"><channel><item><title>सरकार ने कहा</title><description>{text} {stray} {text}</description>'
        "</item></channel></rss>",
        json.dumps({"text": f"{text} @ {text}"}).replace("@", stray) + "\n",
        f'text\n"{text} {stray} {text}"\n',
    ):
        (document,) = stream_records_read(raw.encode())
        assert isinstance(document, Document), document
        assert document.text.count(HINDI) == 6


def stream_records_read(raw: bytes) -> list[Document | ReadError]:
    return [one for record in stream_records(io.BytesIO(raw), "x") for one in read_record(record, patterns())]


def test_rows() -> None:
    rows = ["5", "[1]", '{"id": "1"}', '{"text": " "}', "{", '{"text": 5}', json.dumps({"text": MARATHI})]
    rows += [json.dumps({"text": HINDI, "language": "mr"}), json.dumps({"text": HINDI, "published": "कल"})]
    rows += ['{"id": "1", "text": "भारत \\ud800 ने कहा"}']
    rows += [json.dumps({"id": "fine", "text": HINDI, "published": None, "extra": [1]}, ensure_ascii=False)]
    got = list(read_bytes(('{"text": ""}\n' + "\n".join(rows)).encode(), "x", patterns()))
    *wrong, good = got
    assert [w.where for w in wrong if isinstance(w, ReadError)] == [f"x:{n}" for n in range(1, 12)]
    assert isinstance(good, Document) and (good.id, good.text) == ("fine", HINDI)


def test_references_to_no_character() -> None:
    feed = f"<rss><channel><item><title>{HINDI}</title><description>{{}}</description></item></channel></rss>"
    for reference in ("&#xd800;", "&#0;", "&lt;p&gt;&amp;#1;&lt;/p&gt;"):
        assert len(found(feed.format(reference).encode())) == 1
        assert len(found(f"<html><body><p>{HINDI}{reference}</p></body></html>".encode())) == 1


def test_rows_of_a_list() -> None:
    text = json.dumps([{"id": 7, "text": f" {HINDI} "}, 3], indent=1)
    good, bad = read_bytes(text.encode(), "x", patterns())
    assert isinstance(good, Document) and (good.id, good.text) == ("7", f" {HINDI} ")
    assert isinstance(bad, ReadError) and bad.where == "x:2"


def test_folder_of_many_things(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HINDI, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.css").write_text("p { color: red }", "utf-8")
    (tmp_path / "d.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "README.md").write_text("# About", "utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x", "utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "e").write_text(HINDI, "utf-8")
    first, second, third = read_source(tmp_path)
    assert isinstance(first, Document) and isinstance(third, Document)
    assert isinstance(second, ReadError) and second.where == str(tmp_path / "b.txt")
    # Named by a person, the same files are refused aloud.
    assert [isinstance(w, ReadError) for w in read_source([tmp_path / "c.css", tmp_path / "d.png"])] == [True, True]
    assert len(list(read_source(f"{tmp_path}/*"))) == 3
    assert isinstance(next(read_source(f"{tmp_path}/*.png")), ReadError)


def test_nothing_there(tmp_path: Path) -> None:
    for source, reason in (
        (tmp_path, "nothing to read"),
        (tmp_path / "no", "no such"),
        ("", "an empty name"),
        (tmp_path / "*.txt", "no file"),
    ):
        (wrong,) = read_source(source)
        assert isinstance(wrong, ReadError) and reason in wrong.problem
    with pytest.raises(ReadError, match="no such file"):
        next(read(tmp_path / "no"))


def test_bad_inputs_go_to_the_caller(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(HINDI, "utf-8")
    wrong: list[ReadError] = []
    assert len(list(read(tmp_path, bad=wrong.append))) == 1 and len(wrong) == 1


def test_a_store_within_a_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HINDI, "utf-8")
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "ghatna.json").write_text("{}", "utf-8")
    assert [d.text for d in read(tmp_path)] == [HINDI]


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(HINDI, "utf-8")
    (tmp_path / "sub").mkdir()
    scan = os.scandir

    def denied(path: str) -> object:
        if path.endswith("sub"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", denied)
    good, wrong = read_source(tmp_path)
    assert isinstance(good, Document) and str(wrong) == f"{tmp_path / 'sub'}: Permission denied"
