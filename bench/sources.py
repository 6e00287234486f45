"""Measures how fast sources are read and coded, and how much memory that takes, on files that it makes.

    .venv/bin/python bench/sources.py speed [PAGES]
    .venv/bin/python bench/sources.py memory csv|jsonl|warc.gz MEGABYTES …
    .venv/bin/python bench/sources.py growth csv|jsonl|warc.gz MEGABYTES
    .venv/bin/python bench/sources.py coding csv|jsonl|warc.gz MEGABYTES [JOBS]

`speed` prints rows of the figures of README.md; `memory`, `growth` (of a long reading, by its tenths) and `coding` (of
a long run into a store, by its tenths) those of docs/sources.md. None is a test.
"""

import gzip
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from running import taken, watched

from ghatna.lexicon.all import Lexicon
from ghatna.model import Document
from ghatna.run.reading import NAME
from ghatna.serve.bench import LENGTH, generated


def page(document: Document, n: int) -> str:
    """An article in the markup of a paper: menus, scripts, adverts and other headlines take most of the page."""
    first, *rest = document.text.split("\n")
    title = f"{first[:80]} {n}"
    menu = "".join(f'<li class="item-{i}"><a href="/section/{i}/">विषय {i}</a></li>' for i in range(80))
    others = "".join(f'<div class="card"><a href="/news/{i}.html"><h3>अन्य शीर्षक {i}</h3></a></div>' for i in range(40))
    told = {"@type": "NewsArticle", "headline": title, "datePublished": "2025-02-01T10:00:00+05:30"}
    script = "window.dataLayer=window.dataLayer||[];" * 400
    slot = '<div class="ad-slot"><script>show()</script></div>'
    body = "".join(f"<p>{paragraph}</p>{slot}" for paragraph in (first, *rest))
    return (
        f'<!doctype html><html lang="hi"><head><meta charset="utf-8"><title>{title}</title><script>{script}</script>'
        f'<script type="application/ld+json">{json.dumps(told, ensure_ascii=False)}</script></head><body>'
        f"<nav><ul>{menu}</ul></nav><main><article><h1>{title}</h1>{body}</article></main>"
        f'<aside class="related">{others}</aside><footer>{menu}</footer></body></html>'
    )


def record(url: str, body: str) -> bytes:
    """A packed record of an archive, with its HTTP headers."""
    raw = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:{url}>\r\nWARC-Date: 2025-02-01T00:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http;msgtype=response\r\n"
        f"Content-Length: {len(raw)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + raw + b"\r\n\r\n", 6)


def articles(count: int) -> Iterator[Document]:
    """Articles of generated sentences, a thousand of them over and over with another number."""
    made = generated(Lexicon(), min(count, 1000) * LENGTH)
    for n in range(count):
        yield made[n % len(made)]


def made(form: str, path: Path, *, size: int = 0, count: int = 0) -> int:
    """Writes a file of at least `size` bytes, or of `count` articles; returns how many articles it holds."""
    n = 0
    with path.open("wb") as out:
        if form == "csv":
            out.write(b"id,text\n")
        for n, article in enumerate(articles(count or 1 << 40), 1):
            if form == "warc.gz":
                out.write(record(f"https://paper.example/{n}", page(article, n)))
            elif form == "csv":
                text = article.text.replace('"', '""')
                out.write(f'a{n},"{text}\n{n}"\n'.encode())
            else:
                row = {"id": f"a{n}", "text": f"{article.text}\n{n}"}
                out.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
            if size and out.tell() >= size:
                break
    return n


def speed(count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = folder / "pages"
        pages.mkdir()
        for n, article in enumerate(articles(count)):
            (pages / f"{n:06}.html").write_text(page(article, n), "utf-8")
        made("warc.gz", folder / "x.warc.gz", count=count)
        made("jsonl", folder / "x.jsonl", count=count)
        empty = folder / "one.txt"
        empty.write_text("भारत ने नेपाल को मदद दी।", "utf-8")
        start = {verb: min(taken(verb, str(empty)).core for _ in range(3)) for verb in ("read", "code")}
        for what, source in (("HTML", pages), ("WARC.gz", folder / "x.warc.gz"), ("JSONL", folder / "x.jsonl")):
            for verb, more in (("read", ()), ("code", ("--jobs", "1"))):
                seconds = min(taken(verb, str(source), *more).core for _ in range(3)) - start[verb]
                print(f"| articles a second, {what}, {verb} | {count / seconds:.0f} |", flush=True)


def memory(form: str, sizes: list[int]) -> None:
    print("| file | read | read, coded and stored |\n|---|---|---|")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / f"x.{form}"
            count = made(form, path, size=size * 1_000_000)
            reading = taken("read", str(path)).memory
            coding = taken("code", str(path), "--jobs", "1", "--store", f"{name}/s", "--out", "/dev/null").memory
            print(f"| {form}, {size} MB, {count:,} articles | {reading:.0f} MB | {coding:.0f} MB |", flush=True)


def growth(form: str, size: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / f"x.{form}"
        count = made(form, path, size=size * 1_000_000)
        began = time.perf_counter()
        held = list(watched("read", str(path), "--jobs", "1"))
        rate = count / (time.perf_counter() - began)
        tenth = max(len(held) // 10, 1)
        told = " ".join(f"{max(held[at : at + tenth]):.0f}" for at in range(0, tenth * 10, tenth))
        print(f"{form}, {size} MB, {count:,} articles, {rate:.0f} a second; MB in each tenth: {told}", flush=True)


def coding(form: str, size: int, jobs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        path, store = Path(name) / f"x.{form}", Path(name) / "s"
        count = made(form, path, size=size * 1_000_000)
        began = time.perf_counter()
        seen: list[tuple[float, float, float]] = []
        words = ("code", str(path), "--store", str(store), "--out", "/dev/null", "--jobs", str(jobs))
        for megabytes in watched(*words, every=10):
            seen.append((time.perf_counter() - began, megabytes, reached(store) / path.stat().st_size))
        seconds = time.perf_counter() - began
        took = f"{seconds / 60:.0f} min, {count / seconds:.0f} a second"
        print(f"{form}, {size} MB, {count:,} articles, {jobs} processes: {took}")
        tenth = max((len(seen) - 1) // 10, 1)
        parts = [seen[at : at + tenth + 1] for at in range(0, len(seen) - 1, tenth)]
        print("MB:", *(f"{max(held for _, held, _ in part):.0f}" for part in parts))
        print("articles a second:", *(f"{count * (p[-1][2] - p[0][2]) / (p[-1][0] - p[0][0]):.0f}" for p in parts))
        done = sum(file.stat().st_size for file in store.rglob("*") if file.is_file())
        print(f"store: {done / 1e6:.0f} MB in {sum(1 for _ in store.rglob('*.parquet'))} files", flush=True)


def reached(store: Path) -> int:
    """How many bytes of its source a run has put into its store."""
    try:
        return int(json.loads((store / NAME).read_text("utf-8").splitlines()[-1])["mark"]["offset"])
    except (OSError, IndexError, ValueError):
        return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["memory"]:
        memory(sys.argv[2], [int(word) for word in sys.argv[3:]])
    elif sys.argv[1:2] == ["growth"]:
        growth(sys.argv[2], int(sys.argv[3]))
    elif sys.argv[1:2] == ["coding"]:
        coding(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    else:
        speed(int(sys.argv[2]) if len(sys.argv) > 2 else 500)
