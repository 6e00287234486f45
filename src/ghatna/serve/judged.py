"""Reviews as a gold: sentences with the events that people upheld, and the coder measured by them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from ghatna.model import Entity, Event
from ghatna.serve import score
from ghatna.store.reviews import Held, Review
from ghatna.store.schema import EVENTS, event_records

if TYPE_CHECKING:
    from ghatna.store import Store

SHARED = ("type", "mode", "status", "actors", "recipients", "date", "place")
Rows = dict[str, dict[str, Any]]


def gold_event(said: Event | Review) -> dict[str, Any]:
    """An event in the form of the gold files: as coded, or as a review upheld it."""
    what = said.upheld if isinstance(said, Review) else said
    return {
        "type": what.type,
        "mode": what.mode,
        "status": what.status,
        "trigger": said.trigger,
        "actors": [_entity(e) for e in what.actors],
        "recipients": [_entity(e) for e in what.recipients],
        "source": said.source,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {"text": entity.text, "country": entity.country, "sectors": list(entity.sectors)}


def exported(store: "Store") -> tuple[list[dict[str, Any]], int]:
    """Rows like those of `tests/gold/*.jsonl`: sentences of which every event of today's coding was reviewed; and how
    many sentences were left out, since nobody has said what their other events are worth."""
    held = store.reviewed()
    sentences: dict[tuple[str, int], list[Event]] = {}
    for event in _of_articles(store, {review.article for review in held.now.values()}):
        sentences.setdefault((event.article, event.sentence_start), []).append(event)
    rows, left = [], 0
    for (article, start), events in sentences.items():
        reviews = [held.now[e.id] for e in events if e.id in held.now]
        if len(reviews) == len(events):
            upheld = [review for review in reviews if review.verdict != "reject"]
            people = ", ".join(sorted({review.reviewer for review in reviews}))
            rows.append(
                {
                    "id": f"{article}-{start}",
                    "from": f"reviewed by {people}",
                    "text": events[0].sentence,
                    "events": [gold_event(review) for review in upheld],
                }
            )
        elif reviews:
            left += 1
    return rows, left


def _of_articles(store: "Store", articles: Iterable[str]) -> list[Event]:
    query = "SELECT * FROM coded WHERE article IN (SELECT unnest($articles)) ORDER BY article, start, id"
    return event_records(store.sql(query, values={"articles": sorted(articles)}).cast(EVENTS))


def measured(store: "Store", *, per_type: bool = False) -> Iterator[str]:
    """How today's coding stands against the reviews, line by line."""
    held = store.reviewed()
    if not held.now and not held.loose:
        yield "no reviews"
        return
    gold, coded, pairs = _compared(store, held)
    counts, types = score.tally(gold, coded)
    out = score.figures(counts)
    told = Counter(review.verdict for review in (*held.now.values(), *held.loose))
    yield (
        f"{told.total()} events reviewed: {told['accept']} accepted, {told['correct']} corrected, "
        f"{told['reject']} rejected; {out['predicted']} of them are in today's coding"
    )
    for name in score.ACTS:
        yield f"{name:10} P {out[name]['P']:.3f}  R {out[name]['R']:.3f}  F1 {out[name]['F']:.3f}"
    yield "  ".join(f"{name} {out[name]:.3f}" for name in score.FIELDS)
    if pairs:
        plain = [(msgspec.to_builtins(review.upheld), msgspec.to_builtins(event)) for review, event in pairs]
        shares = (f"{name} {sum(_same(a, b, name) for a, b in plain) / len(plain):.3f}" for name in SHARED)
        yield f"of {len(pairs)} upheld, as the reviewers have it: " + "  ".join(shares)
    if per_type:
        for name, c in sorted(types.items()):
            p, r, f = score.prf(c["tp"], c["pred"], c["gold"])
            yield f"  {name:10} upheld {c['gold']:4} coded {c['pred']:4}  P {p:.2f} R {r:.2f} F1 {f:.2f}"
    yield "R is the share of upheld events that are still found; what the coder never found nobody reviewed."
    yield from unattached(held)


def _compared(store: "Store", held: Held) -> tuple[Rows, Rows, list[tuple[Review, Event]]]:
    """Upheld events, the coded ones that were reviewed, by sentence; and the pairs of both."""
    gold: Rows = {}
    coded: Rows = {}
    pairs = []
    events = {e.id: e for e in _of_articles(store, {review.article for review in held.now.values()})}
    for id, review in held.now.items():
        key = f"{review.article}|{review.sentence_start}"
        gold.setdefault(key, {"id": key, "events": []})
        coded.setdefault(key, {"id": key, "events": []})["events"].append(gold_event(events[id]))
        if review.verdict != "reject":
            pairs.append((review, events[id]))
    for review in (*held.now.values(), *held.loose):
        if review.verdict != "reject":
            key = f"{review.article}|{review.sentence_start}"
            gold.setdefault(key, {"id": key, "events": []})["events"].append(gold_event(review))
    return gold, coded, pairs


def _same(a: dict[str, Any], b: dict[str, Any], name: str) -> bool:
    if name in ("actors", "recipients"):
        left, right = ([(e["text"], e["country"], e["sectors"]) for e in side[name]] for side in (a, b))
        return left == right
    return bool(a[name] == b[name])


def unattached(held: Held) -> Iterator[str]:
    """Reviews whose event today's coding does not have, a line each."""
    for review in held.loose:
        yield (
            f"no longer there: {review.event} {review.type} <{review.trigger}> of {review.article}, "
            f"{review.verdict} by {review.reviewer} ({review.id})"
        )
