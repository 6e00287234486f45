"""Codings against gold: precision, recall and F1 of events, and the share of right fields.

An event counts when its type stands in the gold sentence, each gold event once; `trigger` asks besides that the acts
share a word, `dyad` that the countries of actors and of recipients are the same. The other figures are over the pairs
matched by type.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from ghatna.errors import DataError

Row = Mapping[str, Any]
ACTS = ("event", "trigger", "dyad")
FIELDS = ("mode", "status", "source", "actor", "recipient", "country", "sectors")


SLACK = 0.02
"""How far a figure that is no F1 may sink below its floor: finding more, and harder, events lowers such shares."""
NOISE = 0.002
"""How far a figure of the analysis may sink: over tens of thousands of words each new name moves some."""


class Report(Struct, frozen=True):
    """A measurement: `figures` by name, between 0 and 1; `told` and `details`, line by line, for people."""

    figures: dict[str, float]
    told: tuple[str, ...]
    details: tuple[str, ...] = ()


def parts(path: Path) -> list[Path]:
    """The files of a gold: itself, or the `*.jsonl` of a folder."""
    return sorted(path.glob("*.jsonl")) if path.is_dir() else [path]


def load(path: Path) -> dict[str, Row]:
    """Sentences by id: rows with their `events`, or one row an event that names its sentence in `article`.

    A folder stands for its `*.jsonl`. Raises `DataError` for a line that is neither.
    """
    found: dict[str, Row] = {}
    for part in parts(path):
        for n, line in enumerate(part.read_text("utf-8").split("\n"), 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                if "events" in row:
                    found[row["id"]] = row
                else:
                    found.setdefault(row["article"], {"id": row["article"], "events": []})["events"].append(row)
            except (ValueError, KeyError, TypeError):
                raise DataError(part, n, "not a row with `id` and `events`, nor an event with `article`") from None
    return found


def tally(gold: Mapping[str, Row], coded: Mapping[str, Row]) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """Counts over all sentences, and per type (`gold`, `pred`, `tp`)."""
    c: Counter[str] = Counter()
    types: dict[str, Counter[str]] = {}
    for key, row in gold.items():
        wanted, got = row["events"], coded.get(key, {"events": []})["events"]
        for label, events in (("gold", wanted), ("pred", got)):
            c[label] += len(events)
            for event in events:
                types.setdefault(event["type"], Counter())[label] += 1
        for g, p in match(wanted, got):
            types[g["type"]]["tp"] += 1
            c.update(_pair(g, p))
    return c, types


def match(gold: Sequence[Row], coded: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Pairs of the same type, those that agree best in act and countries first."""
    near = []
    for i, g in enumerate(gold):
        for j, p in enumerate(coded):
            if g["type"] == p["type"]:
                worth = 2 * _share(g["trigger"], p.get("trigger"))
                worth += sum(_countries(g, role) == _countries(p, role) for role in ("actors", "recipients"))
                near.append((-worth, i, j))
    pairs: list[tuple[Row, Row]] = []
    taken_gold: set[int] = set()
    taken: set[int] = set()
    for _, i, j in sorted(near):
        if i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
            pairs.append((gold[i], coded[j]))
    return pairs


def _pair(g: Row, p: Row) -> Counter[str]:
    c: Counter[str] = Counter(event=1)
    c["trigger"] += _share(g["trigger"], p.get("trigger"))
    c["dyad"] += all(_countries(g, role) == _countries(p, role) for role in ("actors", "recipients"))
    c["mode"] += g["mode"] == p.get("mode")
    c["status"] += g["status"] == p.get("status", "actual")
    says, said = g.get("source"), p.get("source")
    c["source"] += (not says and not said) or _share(says, said)
    for role, label in (("actors", "actor"), ("recipients", "recipient")):
        left = list(p.get(role, []))
        c[f"{label}_gold"] += len(g[role])
        c[f"{label}_pred"] += len(left)
        for entity in g[role]:
            hit = next((e for e in left if _share(e["text"], entity["text"])), None)
            if hit is None:
                continue
            left.remove(hit)
            c[label] += 1
            if entity["country"]:
                c["country_n"] += 1
                c["country"] += hit.get("country") == entity["country"]
            if entity["sectors"]:
                c["sectors_n"] += 1
                c["sectors"] += not set(entity["sectors"]).isdisjoint(hit.get("sectors", []))
    return c


def figures(c: Counter[str]) -> dict[str, Any]:
    """The figures of a tally, to three places."""
    out: dict[str, Any] = {"gold": c["gold"], "predicted": c["pred"]}
    for name in ACTS:
        out[name] = dict(zip("PRF", (round(x, 3) for x in prf(c[name], c["pred"], c["gold"])), strict=True))
    for name in ("mode", "status", "source"):
        out[name] = round(c[name] / max(1, c["event"]), 3)
    for name in ("actor", "recipient"):
        out[name] = round(prf(c[name], c[f"{name}_pred"], c[f"{name}_gold"])[2], 3)
    for name in ("country", "sectors"):
        out[name] = round(c[name] / max(1, c[f"{name}_n"]), 3)
    return out


def prf(right: int, coded: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1; 0 where nothing can be divided."""
    p, r = right / coded if coded else 0.0, right / gold if gold else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def flat(found: Mapping[str, Any]) -> dict[str, float]:
    """Figures by name, as a floor keeps them: `event.F`, `mode` …"""
    out = {f"{name}.{x}": found[name][x] for name in ACTS for x in "PRF"}
    return out | {name: found[name] for name in FIELDS}


def gate(floor: Path, gold: Path, found: Mapping[str, float], *, update: bool, allow: bool) -> list[str]:
    """What fell below the floor kept in `floor` for `gold`; empty when all holds.

    `found` are figures by name. F1s of events may not sink at all, their other figures by `SLACK`, those of the
    analysis by `NOISE` only. With `update` each floor rises to what was found; floors are
    lowered only with `allow`. Another gold (by hash) than the floor's is itself a problem, and needs both.
    """
    kept = json.loads(floor.read_text("utf-8")) if floor.is_file() else {}
    now = {name: round(value, 3) for name, value in found.items()}
    digest = hashlib.sha256()
    for part in parts(gold):
        digest.update(part.read_bytes())
    before = kept.get(gold.name)
    lost = []
    if before is not None:
        if before["sha256"] != digest.hexdigest():
            lost.append(f"{gold.name} is another gold than the floor's")
        for name, least in before["figures"].items():
            if now[name] < round(least - _slack(name), 3):
                lost.append(f"{gold.name}: {name} {now[name]:.3f} is below its floor {least:.3f}")
    elif not update:
        lost.append(f"{floor} has no floor for {gold.name} (hint: --update)")
    if update and (allow or not lost):
        figures = now if allow or before is None else {k: max(v, before["figures"].get(k, v)) for k, v in now.items()}
        kept[gold.name] = {"sha256": digest.hexdigest(), "figures": figures}
        floor.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", "utf-8")
        return []
    return lost


def _slack(name: str) -> float:
    act = name.partition(".")[0] in ACTS
    return 0 if act and name.endswith(".F") else SLACK if act or name in FIELDS else NOISE


def by_status(gold: Mapping[str, Row], coded: Mapping[str, Row]) -> dict[str, Counter[str]]:
    """For each status of the gold: its events (`gold`), those found (`tp`), and the statuses that they were given."""
    out: dict[str, Counter[str]] = {}
    for key, row in gold.items():
        for event in row["events"]:
            out.setdefault(event["status"], Counter())["gold"] += 1
        for g, p in match(row["events"], coded.get(key, {"events": []})["events"]):
            out[g["status"]].update(("tp", p.get("status", "actual")))
    return out


def by_source(gold: Mapping[str, Row], coded: Mapping[str, Row]) -> dict[str, Counter[str]]:
    """For events that the gold gives a source and for those without: found, and the source right, wrong, missing."""
    out: dict[str, Counter[str]] = {"with source": Counter(), "without": Counter()}
    for key, row in gold.items():
        for event in row["events"]:
            out["with source" if event.get("source") else "without"]["gold"] += 1
        for g, p in match(row["events"], coded.get(key, {"events": []})["events"]):
            says, said = g.get("source"), p.get("source")
            right = _share(says, said) if says else not said
            told = "right" if right else "wrong" if said else "missing"
            out["with source" if says else "without"].update(("tp", told))
    return out


def _share(a: str | None, b: str | None) -> bool:
    """Whether two texts have a word in common; a danda is a space."""
    return not set((a or "").replace("।", " ").split()).isdisjoint((b or "").replace("।", " ").split())


def _countries(event: Row, role: str) -> set[str]:
    return {e["country"] for e in event.get(role, []) if e.get("country")}
