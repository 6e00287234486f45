"""How the cost of coding grows: with the length of a sentence, and with the size of the lexicon.

Both should be near linear or flat. A sentence is read from left to right a fixed number of times, and each clause looks
only at its own groups; what grows faster are lists of clauses that share one subject. Words, names and frames are found
by dictionary or by a tree of words, so that rows which a text does not use cost memory and loading time, not speed.
"""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from ghatna.lexicon.tables import SHIPPED
from ghatna.model import Document
from ghatna.pipeline import Coder
from ghatna.read import plain
from ghatna.serve.bench import generated

LENGTHS = (1, 2, 4, 8, 16)
"""Examples joined into one sentence."""
SIZES = (1, 2, 4)
"""The lexicon as it is, and with as many rows again that no text uses."""
STOP = "\u0964"
MADE = 3000
"""Sentences that each row of a table is measured on."""


def growth(*, made: int = MADE) -> Iterator[str]:
    """Two tables, line by line: time a word by words in a sentence, time a sentence by rows of the lexicon; each
    row measured on `made` sentences."""
    coder = Coder()
    pool = [document.text for document in generated(coder.lexicon, made)]
    yield "words a sentence   us a word"
    for length in LENGTHS:
        documents = list(_joined(pool, length))
        count, spent = coder.timed(documents)
        words = sum(len(d.text.split()) for d in documents)
        yield f"{words / max(count, 1):16.0f} {sum(spent.values()) / words * 1e6:11.1f}"
    yield "rows of the lexicon   us a sentence   loading s"
    documents = generated(coder.lexicon, made)
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            rows = _grown(Path(folder), size)
            began = perf_counter()
            larger = Coder((Path(folder),)) if size > 1 else Coder()
            loading = perf_counter() - began
            count, spent = larger.timed(documents)
            yield f"{rows:19} {sum(spent.values()) / count * 1e6:15.0f} {loading:11.2f}"


def _joined(pool: list[str], length: int) -> Iterator[Document]:
    """Documents whose sentences are `length` examples joined by commas."""
    sentences = [
        s.strip() for text in pool for s in text.replace("?", STOP).replace(".", STOP).split(STOP) if s.strip()
    ]
    for i in range(0, len(sentences) - length + 1, length):
        yield plain(", ".join(sentences[i : i + length]) + STOP)


def _grown(folder: Path, size: int) -> int:
    """Writes `size - 1` times the shipped names and nouns, under words that do not exist; how many rows there are."""
    dice = random.Random(0)
    letters = [chr(letter) for letter in range(0x0915, 0x0928)]
    total = 0
    for name in ("actors/people.tsv", "actors/bodies.tsv", "actors/groups.tsv", "words/nouns.tsv"):
        header, *rows = [line for line in (SHIPPED / "hindi" / name).read_text("utf-8").split("\n") if line]
        total += len(rows) * size
        made = []
        for _ in range((size - 1) * len(rows)):
            cells = dice.choice(rows).split("\t")
            cells[0] = (
                "".join(dice.choice(letters) for _ in range(12)) + cells[0].split("|")[0][-4:].strip()
            )  # a paradigm asks for its ending
            made.append("\t".join(cells))
        path = folder / "hindi" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([header, *sorted(made)]) + "\n", "utf-8")
    return total
