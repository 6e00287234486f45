"""Persons, places and organisations against a corpus of names in CoNLL columns (word, tag in BIO)."""

import zlib
from collections import Counter
from pathlib import Path

from msgspec import Struct

from ghatna.errors import DataError
from ghatna.model import Document
from ghatna.parse.named import called
from ghatna.parse.split import split
from ghatna.parse.tag import tag
from ghatna.parse.unknown import CLASSES, NONE
from ghatna.pipeline import Coder
from ghatna.serve.score import Report, prf

OF_TAG = {"PER": "person", "LOC": "place", "ORG": "organisation"}
"""First letters of tags; names of anything else (times, numbers, games) count as no name."""
EDGES = "।,.?!;:|)]}([{\"'“”‘’"
"""Marks that such corpora leave hanging on words."""
PARTS = 5
"""One sentence of so many is held out from training."""


class Named(Struct, frozen=True):
    """Characters `start` … `end` (excluded) of a sentence and what they name."""

    start: int
    end: int
    what: str


def held_out(text: str) -> bool:
    """Whether a sentence is kept from training: a fifth of all, by a checksum of their text."""
    return zlib.crc32(text.encode()) % PARTS == 0


def corpus(path: Path) -> list[tuple[str, list[Named]]]:
    """Sentences with their names. Raises `DataError` for a row that is not a word and a tag."""
    found: list[tuple[str, list[Named]]] = []
    text, names, inside = "", list[Named](), ""
    for n, line in enumerate((*path.read_text("utf-8").split("\n"), ""), 1):
        if not line.strip():
            if text:
                found.append((text.rstrip(), names))
            text, names, inside = "", [], ""
            continue
        cells = line.split("\t")
        if len(cells) < 2 or not (cells[-1] == "O" or cells[-1][:2] in ("B-", "I-")):
            raise DataError(path, n, f"not a word and a tag: {line!r}", hint="word, tab, O or B-… or I-…")
        word, what = cells[0], OF_TAG.get(cells[-1][2:5], "")
        start = len(text) + len(word) - len(word.lstrip(EDGES))
        end = max(start, len(text) + len(word.rstrip(EDGES)))
        if what and what == inside and cells[-1].startswith("I-"):
            names[-1] = Named(names[-1].start, end, what)
        elif what:
            names.append(Named(start, end, what))
        inside = what
        text += word + " "
    return found


def measure(path: Path, coder: Coder) -> Report | None:
    """F1 of each kind of name over the sentences held out from training, None where there are none: `.F` asks for the
    same characters, `.over` that they overlap."""
    n, given, right = Counter[str](), Counter[str](), Counter[str]()
    missed, made = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
    sentences = [(text, names) for text, names in corpus(path) if held_out(text)]
    if not sentences:
        return None
    for text, wanted in sentences:
        ours = _ours(text, coder)
        n.update(one.what for one in wanted)
        given.update(one.what for one in ours)
        left = list(ours)
        for one in wanted:
            right[f"{one.what}.F"] += one in ours
            hit = next((o for o in left if o.what == one.what and o.start < one.end and one.start < o.end), None)
            if hit is not None:
                left.remove(hit)
                right[f"{one.what}.over"] += 1
            else:
                missed[one.what, _what_at(ours, one), text[one.start : one.end]] += 1
        for other in left:
            made[_what_at(wanted, other), other.what, text[other.start : other.end]] += 1
    kinds = [name for name in CLASSES if name != NONE]
    counts = {f"{k}.{x}": prf(right[f"{k}.{x}"], given[k], n[k]) for k in kinds for x in ("F", "over")}
    told = [f"{len(sentences)} sentences held out, {sum(n.values())} names"]
    for name, (p, r, f) in counts.items():
        told.append(f"{name:18} P {p:.3f}  R {r:.3f}  F1 {f:.3f}")
    details = [f"  gold {a} as {b}: {_commonest(missed, a, b)}" for a, b in _pairs(missed)]
    details += [f"  {b} in place of {a}: {_commonest(made, a, b)}" for a, b in _pairs(made)]
    return Report({name: f for name, (_, _, f) in counts.items()}, tuple(told), tuple(details))


def _ours(text: str, coder: Coder) -> list[Named]:
    found = []
    for sentence in split(Document(id="", text=text), coder.hindi.words):
        tagged = tag(sentence, coder.hindi)
        for one in called(tagged, coder.lexicon.gazetteer, coder.unknown):
            start = sentence.start + tagged.tokens[one.first].start
            end = sentence.start + tagged.tokens[one.last - 1].end
            found.append(Named(start, start + len(text[start:end].rstrip(EDGES)), one.what))
    return found


def _what_at(found: list[Named], one: Named) -> str:
    return next((o.what for o in found if o.start < one.end and one.start < o.end), NONE)


def _pairs(counted: Counter[tuple[str, str, str]]) -> list[tuple[str, str]]:
    sums: Counter[tuple[str, str]] = Counter()
    for (a, b, _), k in counted.items():
        sums[a, b] += k
    return [pair for pair, _ in sums.most_common()]


def _commonest(counted: Counter[tuple[str, str, str]], a: str, b: str) -> str:
    some = [(word, k) for (x, y, word), k in counted.most_common() if (x, y) == (a, b)]
    return f"{sum(k for _, k in some)}, as {', '.join(f'{word} {k}' for word, k in some[:6])}"
