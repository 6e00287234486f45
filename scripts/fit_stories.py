"""Fits the weights of `hindi/stories.toml` on tests/stories/tuning.jsonl and prints them.

Logistic regression over pairs of articles. Each saga is also moved to a day of one week, so that other towns have the
same on the same day; a weight that would speak for the wrong side is 0. Story weights come from pairs within days, saga
weights from pairs of one saga and of others.

    python scripts/fit_stories.py
"""

import json
import sys
from datetime import date, timedelta
from itertools import combinations
from math import exp
from pathlib import Path
from random import Random

import msgspec

from ghatna import read
from ghatna.model import Document
from ghatna.pipeline import Coder
from ghatna.store.likeness import AGAINST, Seen, features
from ghatna.store.near import Index
from ghatna.store.stories import Grouper

SET = Path(__file__).parent.parent / "tests" / "stories" / "tuning.jsonl"
STEPS, SPEED = 500, 0.15
SHRINK = 0.0003
"""How much a great weight costs."""
SAGA = 2.0
"""How much more a pair of one saga counts: near misses are rare and matter."""
IN_AFFAIR = (
    "head",
    "heads",
    "words",
    "names",
    "nothing named",
    "strangers",
    "stranger",
    "place",
    "other place",
    "other states",
    "numbers",
)

Pair = tuple[dict[str, float], bool, float]


def moved(rows: dict[str, dict[str, str]], documents: list[Document], days: int, seed: int) -> list[Document]:
    """The documents in order of time, each saga moved to begin within so many days."""
    random, starts = Random(seed), {}
    out = []
    for document in documents:
        saga = rows[document.id]["saga"]
        assert document.published is not None
        if saga not in starts:
            starts[saga] = date(2026, 2, 1).toordinal() + random.randrange(days) - document.published.toordinal()
        shift = timedelta(days=starts[saga] if days else 0)
        out.append(msgspec.structs.replace(document, published=document.published + shift))
    return sorted(out, key=lambda d: (d.published, d.id))


def traits_of(documents: list[Document], coder: Coder) -> list[Seen]:
    """Their traits, as they come to be when the documents arrive in order."""
    grouper = Grouper(Index(None), coder.lexicon.retelling)
    out = []
    for document in documents:
        grouper.place(document, coder.code(document))
        out.append(Seen(grouper.last))
    return out


def fit(pairs: list[Pair], names: list[str]) -> dict[str, float]:
    """Weights by feature, and `base`."""
    xs = [([1.0, *(found[name] for name in names)], same, worth) for found, same, worth in pairs]
    weights, first, second = ([0.0] * (len(names) + 1) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = [0.0] * len(weights)
        for x, same, worth in xs:
            z = sum(a * b for a, b in zip(weights, x, strict=True))
            wrong = (1 / (1 + exp(-max(min(z, 30.0), -30.0))) - same) * worth
            for j, value in enumerate(x):
                if value:
                    slope[j] += wrong * value
        for j, total in enumerate(slope):
            g = total / len(xs) + (SHRINK * weights[j] if j else 0)
            first[j] = 0.9 * first[j] + 0.1 * g
            second[j] = 0.999 * second[j] + 0.001 * g * g
            weights[j] -= SPEED * (first[j] / (1 - 0.9**step)) / ((second[j] / (1 - 0.999**step)) ** 0.5 + 1e-9)
            if j and names[j - 1] != "no act" and weights[j] * (-1 if names[j - 1] in AGAINST else 1) < 0:
                weights[j] = 0.0
    return {"base": weights[0], **dict(zip(names, weights[1:], strict=True))}


def main() -> None:
    rows = {row["id"]: row for row in map(json.loads, SET.read_text("utf-8").splitlines())}
    coder = Coder()
    documents = list(read(SET))
    same: list[Pair] = []
    affair: list[Pair] = []
    for days, seed in ((0, 0), (3, 1), (7, 2)):
        for a, b in combinations(traits_of(moved(rows, documents, days, seed) if days else documents, coder), 2):
            story, saga = (rows[a.traits.id][kind] == rows[b.traits.id][kind] for kind in ("story", "saga"))
            apart = abs(a.traits.time - b.traits.time) / 1440
            found = features(a, b)
            if apart <= 4 and (story or found["words"] > 0.03):
                same.append((found, story, SAGA if saga and not story else 1.0))
            if apart <= 14 and not story and (saga or found["words"] > 0.03):
                affair.append((found, saga, 1.0))
    for name, pairs, used in (("same", same, list(same[0][0])), ("affair", affair, list(IN_AFFAIR))):
        print(f"{name}: {sum(p[1] for p in pairs)} of {len(pairs)} pairs", file=sys.stderr)
        print(f"\n[likeness.{name}]")
        for feature, weight in fit(pairs, used).items():
            if weight or feature == "base":
                print(f'"{feature}" = {weight:.2f}')


if __name__ == "__main__":
    main()
