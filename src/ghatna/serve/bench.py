"""How fast and how large: articles given or made, coded on one core."""

import csv
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from ghatna.check import examples, unmark
from ghatna.errors import ReadError
from ghatna.lexicon.all import Lexicon
from ghatna.model import Document
from ghatna.pipeline import Coder
from ghatna.read import plain, read_source

LENGTH = 12
"""Sentences of a generated article; three make a paragraph."""


def measured(sources: Sequence[str], generate: int, data: tuple[Path, ...]) -> Iterator[str]:
    """Codes all documents once and tells what it took, line by line."""
    began = perf_counter()
    coder = Coder(data)
    loaded = perf_counter() - began
    found = [document for source in sources for document in _documents(source)]
    found += generated(coder.lexicon, generate)
    size = sum(len(document.text) for document in found)
    count, spent = coder.timed(found)
    took = max(sum(spent.values()), 1e-9)
    yield f"{len(found)} documents, {count} sentences, {size / 1e6:.2f} million characters"
    yield f"{count / took:.0f} sentences/s on one core, {took / max(count, 1) * 1e6:.0f} us a sentence"
    yield "  ".join(f"{stage} {seconds / took:.0%}" for stage, seconds in spent.items())
    peak = memory()
    yield f"loading {loaded:.2f} s" + (f", peak memory {peak:.0f} MB" if peak else "")


def generated(lexicon: Lexicon, sentences: int, *, seed: int = 0) -> list[Document]:
    """Articles of the frames' examples: a third acts, with participants exchanged among them, the rest sentences
    that the frames must not code. The same seed makes the same articles."""
    rows = [frame.row for frame in lexicon.rules.frames.values()]
    acts = [
        written.partition(": ")[2] if written.partition(": ")[0].isascii() else written
        for row in rows
        for written in row.yes
    ]
    fill = [example.text for row in rows for example in examples(row) if example.kind == "no"]
    parties = sorted({name for written in acts for name in unmark(written)[1]["actor"]})
    dice = random.Random(seed)

    def sentence() -> str:
        if dice.random() < 2 / 3:
            return dice.choice(fill)
        text, marks = unmark(dice.choice(acts))
        for name in (*marks["actor"], *marks["recipient"]):
            text = text.replace(name, dice.choice(parties), 1)
        return text

    made = [sentence() for _ in range(sentences)]
    articles = [made[i : i + LENGTH] for i in range(0, sentences, LENGTH)]
    return [plain("\n".join(" ".join(some[i : i + 3]) for i in range(0, len(some), 3))) for some in articles]


def memory() -> float:
    """The most memory that this process has held, in megabytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _documents(source: str) -> Iterator[Document]:
    if source.endswith(".csv"):
        with Path(source).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield plain(row["text"])
        return
    for found in read_source(source):
        if isinstance(found, ReadError):
            raise found
        yield found
