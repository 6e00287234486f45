"""Whom words stand for, against articles whose references are annotated: `{"id", "text", "published", "references"}`.

A reference is `{"text", "start", "country"}`: at which character of the article it stands, and the countries that it
stands for (two for `दोनों देश`, none for whom nothing places), and where they are asked `sectors` (any of them), `name`
(English names) or `for` (words of somebody whom no table has).
"""

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from ghatna.errors import DataError
from ghatna.model import Document, Entity
from ghatna.pipeline import Coder
from ghatna.serve.score import Report

ASKED = {"country": "country", "sectors": "sectors", "name": "name", "for": "name"}
"""Keys of a reference and the figure that they count for."""


def articles(path: Path) -> list[dict[str, Any]]:
    """The rows of a file or folder. Raises `DataError` for what is no article, or a reference that stands elsewhere."""
    if path.is_dir():
        return [row for one in sorted(path.glob("*.jsonl")) for row in articles(one)]
    found = []
    for n, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            for one in row["references"]:
                if not row["text"].startswith(one["text"], one["start"]):
                    raise DataError(path, n, f"{one['text']!r} does not stand at character {one['start']}")
                list(one["country"])
        except (ValueError, KeyError, TypeError):
            raise DataError(path, n, "not a row with `id`, `text` and `references`") from None
        found.append(row)
    return found


def measure(path: Path, coder: Coder) -> Report | None:
    """Shares of references that a record has (`found`), and of those whose country, sectors and name are right, of all
    that ask for it; one that no record has is wrong. None for a file without references."""
    asked, right = Counter[str](), Counter[str]()
    details = []
    rows = articles(path)
    for row in rows:
        when = row.get("published")
        published = datetime.fromisoformat(when) if when else None
        events = coder.code(Document(id=row["id"], text=row["text"], published=published))
        entities = [one for event in events for one in (*event.actors, *event.recipients)]
        for one in row["references"]:
            ours = _at(one, entities)
            asked["found"] += 1
            right["found"] += bool(ours)
            for key in ASKED:
                if key in one:
                    good = bool(ours) and _right(key, one[key], ours)
                    asked[ASKED[key]] += 1
                    right[ASKED[key]] += good
                    if not good:
                        said = "; ".join(f"{e.country} {','.join(e.sectors)} {e.name} ({e.why})" for e in ours)
                        details.append(f"  {row['id']} {one['text']} {key} {one[key]}: {said or 'in no record'}")
    if not asked:
        return None
    shares = {f"reference.{name}": right[name] / count for name, count in asked.items()}
    told = [f"{len(rows)} articles, {asked['found']} references"]
    told.append("  ".join(f"{name.partition('.')[2]} {share:.3f}" for name, share in shares.items()))
    return Report(shares, tuple(told), tuple(details))


def _at(one: dict[str, Any], entities: list[Entity]) -> list[Entity]:
    """The entities of the words of a reference: those that begin with it, else those that hold it; all of one place."""
    end = one["start"] + len(one["text"])
    near = [e for e in entities if e.start < end and e.end > one["start"]]
    begun = [e for e in near if e.start == one["start"]] or near
    return [e for e in begun if (e.start, e.end) == (begun[0].start, begun[0].end)]


def _right(key: str, wanted: Any, ours: list[Entity]) -> bool:
    match key:
        case "country":
            return {e.country for e in ours if e.country} == set(wanted)
        case "sectors":
            return any(not set(wanted).isdisjoint(e.sectors) for e in ours)
        case "name":
            return {e.name for e in ours if e.name} == set(wanted)
        case _:
            return any(str(wanted).split()[-1] in e.why for e in ours)
