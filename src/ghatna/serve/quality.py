"""Verbs that judge: check, score, diff, bench."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ghatna.serve.coding import Data
from ghatna.serve.questions import HERE, Folder

if TYPE_CHECKING:
    from ghatna.model import Document


def check(
    fix: Annotated[bool, typer.Option("--fix", help="Rewrite TSV files in canonical form.")] = False,
    known: Annotated[
        Path | None, typer.Option(help="File of examples known to fail, one id a line.", exists=True, dir_okay=False)
    ] = None,
    data: Data = None,
) -> None:
    """Check the data files: schema, order, spelling, and every example of every rule."""
    from ghatna import check as room
    from ghatna.lexicon.tables import SHIPPED

    folders = (SHIPPED, *(data or ()))
    if fix:
        room.fix(folders)
    excused = set(known.read_text("utf-8", "replace").split("\n")) if known else set()
    found = room.check(folders)
    faults = [fault for fault in found.faults if fault.split(": ")[0] not in excused]
    for fault in faults:
        typer.echo(fault, err=True)
    told = f", {len(found.faults) - len(faults)} more are known ({known})" if known else ""
    typer.echo(f"{found.files} files, {found.rules} rules, {found.examples} examples: {len(faults)} faults{told}")
    if faults:
        raise typer.Exit(1)


def score(
    gold: Annotated[
        Path | None,
        typer.Argument(
            exists=True,
            help="JSONL of annotated sentences or a folder of them, a treebank, a corpus of names, stories.",
        ),
    ] = None,
    coded: Annotated[Path | None, typer.Option(help="A coding as JSONL; without it the gold is coded now.")] = None,
    per_type: Annotated[
        bool, typer.Option("--per-type", help="Figures by type, status and source; confusions.")
    ] = False,
    errors: Annotated[int, typer.Option(help="Print the first N sentences that differ.")] = 0,
    gate: Annotated[Path | None, typer.Option(help="File of floors; a figure below its floor fails.")] = None,
    update: Annotated[bool, typer.Option("--update", help="Raise the floors to what was found.")] = False,
    allow_regression: Annotated[bool, typer.Option("--allow-regression", help="Let --update lower them.")] = False,
    reviews: Annotated[bool, typer.Option("--reviews", help="Compare the coding of a store with its reviews.")] = False,
    store: Folder = HERE,
    data: Data = None,
) -> None:
    """Compare a coding with gold annotations, the analysis with a treebank or names, or the grouping with stories."""
    if reviews == (gold is not None):
        raise typer.BadParameter("a gold, or --reviews with --store DIR", param_hint="GOLD")
    if gold is None:
        from ghatna.serve.judged import measured
        from ghatna.store import Store

        for line in measured(Store(store, create=False), per_type=per_type):
            typer.echo(line)
        return
    from ghatna.serve import score as room
    from ghatna.serve.analysis import analysed

    if (report := analysed(gold, tuple(data or ()))) is not None:
        for line in (*report.told, *(report.details if per_type else ())):
            typer.echo(line)
        _hold(gate, gold, report.figures, update=update, allow=allow_regression)
        return
    wanted = room.load(gold)
    found = room.load(coded) if coded else _codings(gold, tuple(data or ()))
    counts, types = room.tally(wanted, found)
    out = room.figures(counts)
    for key, row in wanted.items():
        got = found.get(key, {"events": []})["events"]
        if errors and not len(room.match(row["events"], got)) == len(got) == len(row["events"]):
            errors -= 1
            typer.echo(f"{key} {row.get('text', '')}")
            for label, events in (("gold", row["events"]), ("coded", got)):
                for e in events:
                    sides = [", ".join(x["text"] for x in e.get(role, ())) for role in ("actors", "recipients")]
                    typer.echo(f"   {label:5} {e['type']} {e.get('status')} | {e.get('trigger')} | {' → '.join(sides)}")
    typer.echo(f"{len(wanted)} sentences, {out['gold']} gold events, {out['predicted']} predicted")
    for name in ("event", "trigger", "dyad"):
        typer.echo(f"{name:10} P {out[name]['P']:.3f}  R {out[name]['R']:.3f}  F1 {out[name]['F']:.3f}")
    typer.echo("  ".join(f"{name} {out[name]:.3f}" for name in room.FIELDS))
    if per_type:
        for name, c in sorted(types.items()):
            p, r, f = room.prf(c["tp"], c["pred"], c["gold"])
            typer.echo(f"  {name:10} gold {c['gold']:4} pred {c['pred']:4}  P {p:.2f} R {r:.2f} F1 {f:.2f}")
        for name, c in sorted(room.by_status(wanted, found).items()):
            given = ", ".join(f"{status} {n}" for status, n in c.most_common() if status not in ("gold", "tp"))
            typer.echo(f"  {name:12} gold {c['gold']:4} found {c['tp']:4}  as {given or 'nothing'}")
        for name, c in room.by_source(wanted, found).items():
            told = "  ".join(f"{part} {c[part]}" for part in ("right", "wrong", "missing"))
            typer.echo(f"  {name:12} gold {c['gold']:4} found {c['tp']:4}  {told}")
    _hold(gate, gold, room.flat(out), update=update, allow=allow_regression)


def _hold(gate: Path | None, gold: Path, figures: dict[str, float], *, update: bool, allow: bool) -> None:
    """Tells what fell below its floor, and ends with 1 where something did."""
    from ghatna.serve import score as room

    lost = room.gate(gate, gold, figures, update=update, allow=allow) if gate is not None else []
    for line in lost:
        typer.echo(f"ghatna: {line}", err=True)
    if lost:
        raise typer.Exit(1)


def diff(
    old: Annotated[Path, typer.Argument(exists=True, help="A coding as JSONL, or a folder of data.")],
    new: Annotated[Path, typer.Argument(exists=True, help="The same, later.")],
    corpus: Annotated[Path | None, typer.Option(help="What to code, when folders of data are compared.")] = None,
) -> None:
    """List events gained (+), lost (-) and changed (~) between two codings, by frame."""
    from ghatna.serve import score as room

    if (old.is_dir() or new.is_dir()) and corpus is None:
        raise typer.BadParameter("folders of data need --corpus FILE", param_hint="--corpus")
    sides = []
    for side in (old, new):
        rows = _codings(corpus, (side,)) if corpus and side.is_dir() else room.load(side)
        sides.append({(a, e["start"], e["end"], e["type"]): e for a, row in rows.items() for e in row["events"]})
    before, after = sides
    lines = [(after[k]["frame"], "+", after[k]) for k in after.keys() - before.keys()]
    lines += [(before[k]["frame"], "-", before[k]) for k in before.keys() - after.keys()]
    lines += [(after[k]["frame"], "~", after[k]) for k in after.keys() & before.keys() if _differ(before[k], after[k])]
    for frame, sign, event in sorted(lines, key=lambda x: (x[0], x[1], x[2]["article"], x[2]["start"])):
        typer.echo(f"{sign} {frame}  {event['type']} {event['status']}  {event['trigger']}  | {event['sentence']}")
    typer.echo("  ".join(f"{sign}{sum(s == sign for _, s, _ in lines)}" for sign in "+-~"))


def bench(
    source: Annotated[
        list[str] | None,
        typer.Argument(help="Hindi text, or CSV with a column `text`; `store` measures a store instead."),
    ] = None,
    generate: Annotated[
        int, typer.Option(help="Sentences to make from the frames' own examples; of a store, events.", min=0)
    ] = 0,
    growth: Annotated[
        bool, typer.Option("--growth", help="How cost grows with sentence length and lexicon size instead.")
    ] = False,
    store: Annotated[
        Path | None, typer.Option(help="Of `store`: folder to fill and keep; else one that is gone after that.")
    ] = None,
    data: Data = None,
) -> None:
    """Measure coding from raw text on one core: sentences per second, the share of each stage, memory. Or, with
    `store`, a store of a million events: filters, overview, appends, size."""
    if source == ["store"]:
        from ghatna.serve import storebench

        for line in storebench.measured(generate or storebench.EVENTS, store):
            typer.echo(line)
        return
    if growth:
        from ghatna.serve import growth as room

        for line in room.growth():
            typer.echo(line)
        return
    if not source and generate < 1:
        raise typer.BadParameter("give text, --generate N or --growth", param_hint="SOURCE")
    from ghatna.serve.bench import measured

    for line in measured(source or [], generate, tuple(data or ())):
        typer.echo(line)


def _differ(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return any(a.get(k) != b.get(k) for k in a.keys() | b.keys() if k not in ("id", "version"))


def _codings(gold: Path, data: tuple[Path, ...]) -> dict[str, Any]:
    """The rows of a JSONL of sentences, coded now, in the shape of a gold."""
    import msgspec

    from ghatna.pipeline import Coder
    from ghatna.serve import score as room

    coder = Coder(data=data)
    out: dict[str, Any] = {}
    for key, row in room.load(gold).items():
        events = coder.code(_document(key, row["text"]))
        out[key] = {"id": key, "events": msgspec.json.decode(msgspec.json.encode(events))}
    return out


def _document(key: str, text: str) -> "Document":
    from ghatna.model import Document

    return Document(id=key, text=text)
