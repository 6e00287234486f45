"""How well articles are grouped: B-cubed over articles whose stories are known, and the copies that were found.

A file has rows with `id`, `story`, `text` and the fields of a document; `saga` and `copy_of` where they are known. In
B-cubed each article has a precision (the share of its found story that is of its true one) and a recall, and counts
once.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

from ghatna import read
from ghatna.model import Document, Event
from ghatna.pipeline import Coder
from ghatna.serve.score import Report, parts
from ghatna.store.near import Index
from ghatna.store.stories import Grouper, Placed

ORDERS = 5
"""Orders of arrival that are tried besides that of publication."""

Row = Mapping[str, str | None]


def measure(path: Path, coder: Coder) -> Report | None:
    """Groups the articles of each file in the order of publication and, for the details, in others."""
    figures: dict[str, float] = {}
    told, details = list[str](), list[str]()
    for part in parts(path):
        rows = {row["id"]: row for row in map(json.loads, part.read_text("utf-8").splitlines())}
        documents = sorted(read(str(part)), key=lambda d: (str(d.published), d.id))
        coded = {document.id: coder.code(document) for document in documents}
        placed = grouped(documents, coded, coder)
        precision, recall = bcubed(_column(rows, "story"), {id: one.story for id, one in placed.items()})
        saga = f1(*bcubed(_column(rows, "saga"), {id: one.saga for id, one in placed.items()}))
        copies = copied(rows, placed)
        own = {"P": precision, "R": recall, "F": f1(precision, recall), "copies": copies, "saga": saga}
        figures |= {f"{part.stem}.{name}": value for name, value in own.items()}
        told += [
            f"{part.stem}: {len(rows)} articles, {len(set(_column(rows, 'story').values()))} stories",
            f"B-cubed    P {precision:.3f}  R {recall:.3f}  F1 {own['F']:.3f}   copies {copies:.3f}   sagas {saga:.3f}",
        ]
        details += [
            f"{part.stem}: {line}" for line in (*_orders(rows, documents, coded, coder), *_faults(rows, placed))
        ]
    return Report(figures, tuple(told), tuple(details)) if figures else None


def grouped(documents: Iterable[Document], coded: Mapping[str, Sequence[Event]], coder: Coder) -> dict[str, Placed]:
    """Where documents stand after all have come, one by one."""
    grouper = Grouper(Index(None), coder.lexicon.retelling)
    out: dict[str, Placed] = {}
    for document in documents:
        out |= {one.article: one for one in grouper.place(document, coded[document.id])}
    grouper.index.close()
    return out


def bcubed(wanted: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall of groups, an article a vote."""
    both: dict[tuple[str, str], int] = defaultdict(int)
    left, right = defaultdict[str, int](int), defaultdict[str, int](int)
    for id, group in wanted.items():
        both[group, found[id]] += 1
        left[group] += 1
        right[found[id]] += 1
    total = max(len(wanted), 1)
    precision = sum(n * n / right[group] for (_, group), n in both.items()) / total
    return precision, sum(n * n / left[group] for (group, _), n in both.items()) / total


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def copied(rows: Mapping[str, Row], placed: Mapping[str, Placed]) -> float:
    """The share of copies that were told to be copies, of their original or of another copy of it; 1 without any."""
    root = {id: str(row.get("copy_of") or id) for id, row in rows.items()}
    families = defaultdict[str, list[str]](list)
    for id, first in root.items():
        families[first].append(id)
    asked = found = 0
    for family in families.values():
        roots = [placed[id].copy_of or id for id in family]
        asked += len(family) - 1
        # Of a family one is the original, whichever came first.
        found += max(roots.count(one) for one in set(roots)) - 1
    return found / asked if asked else 1.0


def _column(rows: Mapping[str, Row], name: str) -> dict[str, str]:
    return {id: str(row.get(name) or row["story"]) for id, row in rows.items()}


def _orders(
    rows: Mapping[str, Row], documents: list[Document], coded: Mapping[str, Sequence[Event]], coder: Coder
) -> list[str]:
    """What other orders of arrival make of it."""
    story = _column(rows, "story")
    out = []
    for seed in range(ORDERS):
        mixed = documents[::-1] if seed == 0 else Random(seed).sample(documents, len(documents))
        placed = grouped(mixed, coded, coder)
        precision, recall = bcubed(story, {id: one.story for id, one in placed.items()})
        name = "backwards" if seed == 0 else f"shuffled {seed}"
        out.append(f"{name}: P {precision:.3f}  R {recall:.3f}  F1 {f1(precision, recall):.3f}")
    return out


def _faults(rows: Mapping[str, Row], placed: Mapping[str, Placed]) -> list[str]:
    """Stories that were put together or taken apart."""
    found, wanted = defaultdict[str, list[str]](list), defaultdict[str, set[str]](set)
    for id, one in placed.items():
        found[one.story].append(id)
        wanted[str(rows[id]["story"])].add(one.story)
    mixed = [ids for ids in found.values() if len({rows[id]["story"] for id in ids}) > 1]
    apart = [[found[one] for one in sorted(parts)] for parts in wanted.values() if len(parts) > 1]
    return [
        *(f"one story of {' '.join(ids)}" for ids in mixed),
        *(f"apart: {' | '.join(' '.join(ids) for ids in groups)}" for groups in apart),
    ]
