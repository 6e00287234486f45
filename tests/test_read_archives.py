"""Web archives: pages as crawlers keep them, with codings and character sets; what is damaged costs nothing else."""

import gzip
import io
import zlib
from itertools import pairwise
from pathlib import Path

import brotli
import pytest

from archives import HTML, SAID, Archive, chunked, gzipped, page
from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read import read_source
from ghatna.read.record import Mark, Record
from ghatna.read.source import START, stream_records

MARATHI = "मुख्यमंत्र्यांनी सांगितले की हा निर्णय घेण्यात आला आहे आणि त्यांनी शेतकऱ्यांच्या मागण्या मान्य केल्या आहेत."


def read(raw: bytes, folder: Path) -> list[Document | ReadError]:
    # Found by what it is, whatever it is called.
    path = folder / "crawl.dat"
    path.write_bytes(raw)
    return list(read_source(path))


def records(raw: bytes, since: Mark = START) -> list[Record]:
    return list(stream_records(io.BytesIO(raw), "x", since=since))


def three(*, packed: bool) -> Archive:
    made = Archive(packed=packed)
    for n in (1, 2, 3):
        made.answer(f"https://example.in/{n}", page(n))
    return made


@pytest.mark.parametrize("packed", [True, False])
def test_pages_of_an_archive(packed: bool, tmp_path: Path) -> None:
    found = read(three(packed=packed).raw, tmp_path)
    assert [d.url for d in found if isinstance(d, Document)] == [f"https://example.in/{n}" for n in (1, 2, 3)]
    assert all(isinstance(d, Document) and d.title in d.text and SAID in d.text for d in found)
    # The same page, saved as a file, is the same text.
    (tmp_path / "page.html").write_text(page(2), "utf-8")
    (alone,) = read_source(tmp_path / "page.html")
    assert isinstance(alone, Document) and isinstance(found[1], Document) and alone.text == found[1].text


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ([("Transfer-Encoding", "chunked")], chunked(page().encode())),
        ([("Content-Encoding", "gzip")], gzipped(page())),
        ([("Content-Encoding", "x-gzip"), ("Transfer-Encoding", "chunked")], chunked(gzipped(page()))),
        ([("Content-Encoding", "deflate")], zlib.compress(page().encode())),
        ([("Content-Encoding", "deflate")], zlib.compress(page().encode())[2:-4]),
        ([("Content-Encoding", "br")], brotli.compress(page().encode())),
        # Crawlers that undid the codings and kept the headers.
        ([("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")], page().encode()),
        ([("Content-Encoding", "br")], page().encode()),
        ([("Content-Encoding", "deflate")], page().encode()),
    ],
)
def test_codings_are_undone(headers: list[tuple[str, str]], body: bytes, tmp_path: Path) -> None:
    made = Archive()
    made.answer("https://example.in/1", body, headers=[HTML, *headers])
    (found,) = read(made.raw, tmp_path)
    assert isinstance(found, Document) and SAID in found.text


def test_a_page_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    made = Archive()
    made.answer("https://example.in/1", gzip.compress(b"\0" * 40_000_000), headers=[HTML, ("Content-Encoding", "gzip")])
    made.answer("https://example.in/2", page(2))
    bomb, good = read(made.raw, tmp_path)
    assert isinstance(bomb, ReadError) and "larger than" in bomb.problem and bomb.url == "https://example.in/1"
    assert isinstance(good, Document)


def test_a_character_set_that_only_the_server_names(tmp_path: Path) -> None:
    made = Archive()
    raw = page().encode("utf-16-le")
    made.answer("https://example.in/1", raw, headers=[("Content-Type", "text/html; charset=utf-16le")])
    referred = "".join(c if c.isascii() else f"&#{ord(c)};" for c in page().replace("<p>", "<p>ñ ")).replace(
        "&#241;", "ñ"
    )
    made.answer(
        "https://example.in/2", referred.encode("latin-1"), headers=[("Content-Type", "text/html; charset=ISO-8859-1")]
    )
    wide, narrow = read(made.raw, tmp_path)
    assert isinstance(wide, Document) and SAID in wide.text
    assert isinstance(narrow, Document) and SAID in narrow.text


def test_each_answer_that_is_no_article_has_its_reason(tmp_path: Path) -> None:
    made = Archive()
    made.answer("https://example.in/gone", page(), status="404 Not Found")
    made.answer("https://example.in/closed", page(), status="403 Forbidden")
    made.answer("https://example.in/picture", b"\xff\xd8\xff", headers=[("Content-Type", "image/jpeg")])
    made.answer("https://example.in/feed", f"<rss><channel><item><title>{SAID}</title></item></channel></rss>")
    made.answer("https://example.in/mr", page(said=MARATHI, rest=MARATHI).replace("राहत सामग्री की खेप", "निर्णय"))
    made.answer(
        "https://example.in/en", "<html><body><p>" + "The minister said so on Monday. " * 9 + "</p></body></html>"
    )
    made.answer("https://example.in/stub", page(rest="").replace(SAID, "भारत ने नेपाल को राहत दी।"))
    made.answer("https://example.in/torn", gzipped(page())[:-30], headers=[HTML, ("Content-Encoding", "gzip")])
    made.answer("https://example.in/nothing", "")
    made.revisit("https://example.in/same")
    made.file("https://example.in/text", f"{SAID}\n{SAID} फिर से कहा गया।", "text/plain")
    made.file("https://example.in/note", "via: https://example.in", "application/warc-fields", type="metadata")
    *found, text = read(made.raw, tmp_path)
    assert [(w.url.rpartition("/")[2], w.reason) for w in found if isinstance(w, ReadError)] == [
        ("gone", "article"),
        ("closed", "blocked"),
        ("picture", "article"),
        ("feed", "article"),
        ("mr", "hindi"),
        ("en", "hindi"),
        ("stub", "short"),
        ("torn", "broken"),
        ("nothing", "article"),
        ("same", "duplicate"),
    ]
    assert isinstance(text, Document) and text.url == "https://example.in/text"
    assert all(str(w).startswith(f"{tmp_path / 'crawl.dat'}@") for w in found)


@pytest.mark.parametrize("packed", [True, False])
def test_a_cut_archive_loses_its_last_record_only(packed: bool) -> None:
    one, two, cut = records(three(packed=packed).raw[:-60])
    assert isinstance(one.body, bytes) and isinstance(two.body, bytes)
    assert isinstance(cut.body, ReadError) and cut.url == "https://example.in/3" and cut.body.reason == "broken"


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("length", ["20", "900000", "word"])
def test_a_record_of_a_wrong_length_costs_no_other(length: str, packed: bool) -> None:
    made = three(packed=False)
    starts = [*made.at, len(made.raw)]
    pieces = [made.raw[a:b] for a, b in pairwise(starts)]
    # The second answer: an archive begins with a note on itself, and each answer follows its request.
    head, _, rest = pieces[4].partition(b"Content-Length: ")
    pieces[4] = head + b"Content-Length: " + length.encode() + rest[rest.index(b"\r\n") :]
    found = records(b"".join(map(gzip.compress, pieces) if packed else pieces))
    good = [r.url[-1] for r in found if isinstance(r.body, bytes)]
    assert good == ["1", "3"]
    assert [r.body.reason for r in found if isinstance(r.body, ReadError)] == ["broken"]


@pytest.mark.parametrize("packed", [True, False])
def test_noise_between_records_is_passed_over(packed: bool) -> None:
    made = three(packed=packed)
    raw = made.raw[: made.at[5]] + b"\x1f\x8b\x08noise WARC/ " * 40 + made.raw[made.at[5] :]
    found = records(raw)
    assert [r.url[-1] for r in found if isinstance(r.body, bytes)] == ["1", "2", "3"]
    assert [r.where for r in found if isinstance(r.body, ReadError)] == [f"x@{made.at[5]}"]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("broken", [0, 1, 3])
def test_damage_to_a_record_that_is_no_page_costs_no_page(broken: int, packed: bool) -> None:
    made = three(packed=False)
    pieces = [made.raw[a:b] for a, b in pairwise([*made.at, len(made.raw)])]
    pieces[broken] = pieces[broken].replace(b"Content-Length: ", b"Content-Length: -", 1)
    found = records(b"".join(map(gzip.compress, pieces) if packed else pieces))
    assert [r.url[-1] for r in found if isinstance(r.body, bytes)] == ["1", "2", "3"]
    assert sum(isinstance(r.body, ReadError) for r in found) == 1


def test_records_damaged_one_after_the_other_cost_themselves_only() -> None:
    made = three(packed=True)
    raw = bytearray(made.raw)
    for at in (made.at[2], made.at[4]):
        raw[at + 300 : at + 320] = b"?" * 20
    found = records(bytes(raw))
    assert [r.url[-1] for r in found if isinstance(r.body, bytes)] == ["3"]
    assert [r.where for r in found if isinstance(r.body, ReadError)] == [f"x@{made.at[n]}" for n in (2, 4)]


@pytest.mark.parametrize("form", ["plain", "packed", "packed as a whole"])
def test_reading_goes_on_behind_any_record(form: str) -> None:
    made = three(packed=form == "packed").raw
    raw = gzip.compress(made) if form == "packed as a whole" else made
    whole = records(raw)
    assert len(whole) == 3
    for n, record in enumerate(whole, 1):
        assert [r.url for r in records(raw, record.mark)] == [r.url for r in whole[n:]]
        assert [r.mark for r in records(raw, record.mark)] == [r.mark for r in whole[n:]]


def test_an_archive_from_a_stream_that_cannot_be_wound_back(tmp_path: Path) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    for packed in (True, False):
        found = list(stream_records(Pipe(three(packed=packed).raw), "-"))
        assert [r.url[-1] for r in found] == ["1", "2", "3"]
