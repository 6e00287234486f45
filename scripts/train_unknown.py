"""Learns `data/hindi/unknown.tsv`: what unknown proper nouns name, by the words beside them and their letters.

Run: `python scripts/train_unknown.py CORPUS OUT`, with a corpus of names in CoNLL columns under an open licence (HiNER,
IIT Bombay, CC BY-SA 4.0) and the file to write. An averaged perceptron (Freund and Schapire 1999) over the runs of
unknown words; one sentence of five is held out (`ghatna.serve.naming.held_out`) and measured at the end. The same
corpus and the same tables give the same file.
"""

import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from ghatna.model import Document
from ghatna.parse.split import split
from ghatna.parse.tag import tag
from ghatna.parse.unknown import CLASSES, NONE, Unknown, features, runs
from ghatna.pipeline import Coder
from ghatna.serve.naming import Named, corpus, held_out

ROUNDS = 8
LEAST = 4
"""How often a feature must occur: rarer ones are learned by heart."""
SMALLEST = 0.05
"""Weights below this are left out."""
ALIKE = 12
"""Runs of one shape (their features without the words and letters) that are trained on: a corpus full of one-line
village articles must not teach that whatever is unknown is a village."""

Case = tuple[list[str], str]


def cases(path: Path, coder: Coder, *, held: bool) -> list[Case]:
    """Features and class of each run of unknown words, in the sentences held out or in the others."""
    found: list[Case] = []
    for text, names in corpus(path):
        if held_out(text) != held:
            continue
        for sentence in split(Document(id="", text=text), coder.hindi.words):
            tagged = tag(sentence, coder.hindi)
            for first, last in runs(tagged.tokens, tagged.names):
                start = sentence.start + tagged.tokens[first].start
                end = sentence.start + tagged.tokens[last - 1].end
                found.append((features(tagged.tokens, first, last, tagged.names), _class(names, start, end)))
    return found


def _class(names: list[Named], start: int, end: int) -> str:
    """What most of the run's characters name."""
    best, what = 0, NONE
    for one in names:
        shared = min(end, one.end) - max(start, one.start)
        if shared > best:
            best, what = shared, one.what
    return what


def thinned(found: list[Case]) -> list[Case]:
    """The cases with at most `ALIKE` of one shape."""
    seen: Counter[str] = Counter()
    kept = []
    for about, what in found:
        shape = " ".join(f for f in about if f[:2] not in ("w=", "b=", "e="))
        seen[shape] += 1
        if seen[shape] <= ALIKE:
            kept.append((about, what))
    return kept


def learned(found: list[Case], *, seed: int = 0) -> dict[str, tuple[float, ...]]:
    """The averaged weights of each feature, in the order of `CLASSES`."""
    often = Counter(f for about, _ in found for f in about)
    rows = [([f for f in about if often[f] >= LEAST], CLASSES.index(what)) for about, what in found]
    weights: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * len(CLASSES))
    sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * len(CLASSES))
    step, order = 0, random.Random(seed)
    for _ in range(ROUNDS):
        order.shuffle(rows)
        for about, right in rows:
            step += 1
            scores = [sum(weights[f][k] for f in about if f in weights) for k in range(len(CLASSES))]
            told = scores.index(max(scores))
            for f in about if told != right else ():
                for k, by in ((right, 1.0), (told, -1.0)):
                    weights[f][k] += by
                    sums[f][k] += by * step
    out = {f: tuple(w - s / step for w, s in zip(weights[f], sums[f], strict=True)) for f in weights}
    return {f: w for f, w in out.items() if max(map(abs, w)) >= SMALLEST}


def report(found: list[Case], model: Unknown) -> None:
    right, given, n = Counter[str](), Counter[str](), Counter[str]()
    for about, what in found:
        told = model.told(about)[0]
        n[what] += 1
        given[told] += 1
        right[what] += told == what
    print(f"{len(found)} runs held out, {sum(right.values()) / len(found):.3f} right")
    for k in CLASSES:
        p, r = right[k] / max(1, given[k]), right[k] / max(1, n[k])
        print(f"{k:13} {n[k]:5}  P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}")


def main() -> None:
    path, out = map(Path, sys.argv[1:])
    coder = Coder()
    weights = learned(thinned(cases(path, coder, held=False)))
    lines = ["\t".join((f, *(f"{x:.2f}" if abs(x) >= SMALLEST else "" for x in w))) for f, w in weights.items()]
    out.write_text("\n".join(("\t".join(("feature", *CLASSES)), *sorted(lines))) + "\n", "utf-8")
    print(f"{len(lines)} features, {out.stat().st_size / 1e3:.0f} kB")
    held = cases(path, coder, held=True)
    for title, some in (("all", held), ("one-line articles thinned", thinned(held))):
        print(title)
        report(some, Unknown(weights))


if __name__ == "__main__":
    main()
