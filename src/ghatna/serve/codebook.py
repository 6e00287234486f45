"""The codebook of a store: what is in it, what fields and labels mean, how right they are; Markdown."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pyarrow as pa

from ghatna.check import Example, examples, judge
from ghatna.lexicon.rules import FrameRow
from ghatna.lexicon.tables import FORMATS, SHIPPED, rules
from ghatna.pipeline import Coder
from ghatna.read import plain
from ghatna.serve.judged import measured
from ghatna.store.schema import ENTITY, EVENTS

if TYPE_CHECKING:
    from ghatna.store import Store

PACKAGE = Path(__file__).parent.parent
FLOORS = (PACKAGE / "accuracy.json", PACKAGE.parent.parent / "tests" / "gold" / "floor.json")
"""Where the measured figures are: in an installed package, in a checkout."""
SETS = {
    "aside": "set aside: not looked at when rules were made",
    "gold": "written for the project: in sight when rules were made",
}
FIGURES = ("event.P", "event.R", "event.F", "dyad.F", "mode", "status", "source", "country")
MANY = 40
"""Outlets that are listed; the others are counted together."""


class Meanings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`formats/codebook.toml`."""

    fields: dict[str, str]
    entities: dict[str, str]
    statuses: dict[str, str]
    types: dict[str, str]
    modes: dict[str, str]


def codebook(store: "Store | None", coder: Coder) -> str:
    """The codebook as Markdown; without a store that of the installed coder. Raises `StoreError`."""
    said = rules(SHIPPED / FORMATS / "codebook.toml", Meanings)
    parts = [
        _title(store, coder),
        *([_holdings(store), _reviews(store)] if store is not None else []),
        _fields(store, said),
        _labels(coder, said),
        _accuracy(coder),
        _reading(),
    ]
    return "\n\n".join(part.strip() for part in parts if part) + "\n"


def _title(store: "Store | None", coder: Coder) -> str:
    if store is None:
        return f"# Codebook of Ghatna {coder.version}\n\nNo store is named: this is what the installed coder writes."
    versions = store.versions()
    last = f"version {versions[0][0]} of {versions[0][1].date().isoformat()}" if versions else "empty"
    hint = f"; `ghatna events --as-of {versions[0][0]}` gives the same rows for ever" if versions else ""
    return (
        f"# Codebook of `{store.folder.name}`\n\nEvents in Hindi news, coded by rules of Ghatna. Table of events: "
        f"{last}{hint}. This page was written by Ghatna {coder.version}."
    )


def _holdings(store: "Store") -> str:
    def rows(query: str) -> list[Sequence[object]]:
        return [tuple(row.values()) for row in store.sql(query).to_pylist()]

    ((events, first, last),) = rows(
        "select count(*), min(coalesce(date, published::date)), max(coalesce(date, published::date)) from events"
    )
    ((documents,),) = rows("select count(*) from documents")
    versions = rows(
        "select d.version, count(*), coalesce(sum(n), 0)::bigint from documents d "
        "left join (select article, count(*) n from events group by 1) e on e.article = d.id group by 1 order by 1"
    )
    years = rows(
        "select year(coalesce(date, published::date)) y, count(*) from events group by 1 order by 1 nulls last"
    )
    types = rows("select type, count(*), count(*) filter (status = 'actual') from events group by 1 order by 2 desc, 1")
    outlets = rows("select coalesce(nullif(outlet, ''), '–'), count(*) from events group by 1 order by 2 desc, 1")
    rest = outlets[MANY:]
    if rest:
        outlets = [*outlets[:MANY], (f"{len(rest)} more", sum(int(str(n)) for _, n in rest))]
    span = f", of {first} to {last}" if first else ""
    return "\n\n".join(
        (
            f"## What is in it\n\n{events} events{span}, from {documents} documents.",
            table(("coded by (package + hash of data)", "documents", "events"), versions),
            table(("type", "events", "of them actual"), types),
            table(("year of the event", "events"), [("none" if y is None else y, n) for y, n in years]),
            table(("outlet", "events"), outlets),
        )
    )


def _reviews(store: "Store") -> str:
    if not (reviews := store.reviews()):
        return ""
    people = len({review.reviewer for review in reviews})
    told = "\n".join(measured(store))
    return (
        f"## Reviews\n\n{len(reviews)} reviews by {people} people; rows here are as they corrected them "
        f"(`ghatna events --raw` gives the coder's own).\n\n```\n{told}\n```"
    )


def _fields(store: "Store | None", said: Meanings) -> str:
    filled = _filled(store) if store is not None else {}
    lines = [(f"`{f.name}`", kind(f.type), said.fields[f.name], filled.get(f.name, "–")) for f in EVENTS]
    inside = [(f"`{f.name}`", kind(f.type), said.entities[f.name]) for f in ENTITY]
    return (
        f"## Fields\n\n{table(('field', 'type', 'meaning', 'filled'), lines)}\n\n"
        f"A participant, in `actors` and `recipients`:\n\n{table(('field', 'type', 'meaning'), inside)}"
    )


def _filled(store: "Store") -> dict[str, str]:
    """The share of events that have something in each field."""
    asked = ", ".join(
        f'avg((len("{f.name}") > 0)::int)' if pa.types.is_list(f.type) else f'avg(("{f.name}" is not null)::int)'
        for f in EVENTS
    )
    (row,) = store.sql(f"select {asked} from events").to_pylist()
    shares = dict(zip(EVENTS.names, row.values(), strict=True))
    return {name: f"{share:.0%}" for name, share in shares.items() if share is not None}


def kind(of: pa.DataType) -> str:
    """The type of a column as a reader of tables calls it."""
    if pa.types.is_list(of):
        return f"list of {kind(of.value_type)}"
    if pa.types.is_struct(of):
        return "record"
    names = {pa.string(): "text", pa.int64(): "integer", pa.float64(): "number", pa.date32(): "day"}
    return names.get(of, "time" if pa.types.is_timestamp(of) else str(of))


def _labels(coder: Coder, said: Meanings) -> str:
    labels = coder.lexicon.labels
    shown = illustrated(coder)
    lines = ["## Types and modes", "", "In examples, `[actor]`, `{recipient}`, `<act>` and `(source)` are marked."]
    for name, one in labels.types.items():
        score = f"score {one.score:g}"
        lines += ["", f"### {name}", "", f"{said.types.get(name, '–')} Quad {one.quad}, {score}."]
        lines += ["", *_example(shown.get((name, None)))] if (name, None) in shown else []
        if one.modes:
            rows = [
                (
                    f"`{mode}`",
                    said.modes.get(f"{name}.{mode}", "–"),
                    labels.score(name, mode),
                    _shown(shown, name, mode),
                )
                for mode in one.modes
            ]
            lines += ["", table(("mode", "meaning", "score", "example"), rows)]
    statuses = [(f"`{name}`", said.statuses.get(name, "–")) for name in labels.statuses]
    contexts = [(f"`{name}`", meaning) for name, meaning in labels.contexts.items()]
    sectors = [(f"`{name}`", meaning) for name, meaning in labels.sectors.items()]
    lines += ["", "## Statuses", "", table(("status", "meaning"), statuses)]
    lines += ["", "## Contexts", "", table(("context", "meaning"), contexts)]
    lines += ["", "## Sectors", "", table(("sector", "meaning"), sectors)]
    return "\n".join(lines)


def illustrated(coder: Coder) -> dict[tuple[str, str | None], str]:
    """For each type and mode, the first example of a frame that is coded just as its marks say, as it is written."""
    found: dict[tuple[str, str | None], str] = {}
    for frame in coder.lexicon.rules.frames.values():
        modes = coder.lexicon.labels.types[frame.row.type].modes
        wanted = {(frame.row.type, mode) for mode in (None, *modes)} - found.keys()
        if frame.row.mode:
            wanted &= {(frame.row.type, frame.row.mode)}
        for written, example in zip(frame.row.yes, _yes(frame.row), strict=True) if wanted else ():
            for event in coder.code(plain(example.text)):
                key = (event.type, event.mode)
                right = event.frame == example.rule and event.status == "actual" and key in wanted - found.keys()
                if right and not judge(example, coder):
                    found[key] = written.rpartition(": ")[2] if example.expected else written
    return found


def _yes(row: FrameRow) -> Iterator[Example]:
    return (example for example in examples(row) if example.kind == "yes")


def _example(written: str | None) -> list[str]:
    return [f"> {written}"] if written else []


def _shown(shown: dict[tuple[str, str | None], str], name: str, mode: str) -> str:
    return shown.get((name, mode), "–")


def _accuracy(coder: Coder) -> str:
    kept = next((path for path in FLOORS if path.is_file()), None)
    head = "## Accuracy\n\n"
    if kept is None:
        return head + "No figures are at hand; they stand in docs/accuracy.md of the project."
    figures = json.loads(kept.read_text("utf-8"))
    rows = [(told, *(f"{figures[key]['figures'][name]:.2f}" for name in FIGURES)) for key, told in SETS.items()]
    return (
        f"{head}Measured for the package {coder.version.partition('+')[0]} on annotated sentences. An event counts "
        "when its type is right, in `dyad` only when the countries of both sides are right too; the other figures are "
        "shares of the events found. To measure this store, review a sample of it: `ghatna review`, "
        "`ghatna score --reviews`.\n\n" + table(("sentences", *FIGURES), rows)
    )


def _reading() -> str:
    return (
        "## Reading it\n\nOne clause gives one event per act. The same event told by several articles is several rows. "
        "`negated`, `hypothetical` and `future` events have not happened: what happened has `status = 'actual'`. Where "
        "`date_precision` is `published`, no words told the day. Ontology: PLOVER (Open Event Data Alliance, "
        "CC BY-SA 4.0)."
    )


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown; a bar in a cell does not end it."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(value) for value in row) + " |" for row in lines)


def _cell(value: object) -> str:
    text = "–" if value is None or value == "" else f"{value:g}" if isinstance(value, float) else str(value)
    return " ".join(text.replace("|", "\\|").split())
