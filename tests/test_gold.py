"""Accuracy does not sink: the gold sets against the floors of `gold/floor.json`.

The floors rise with `ghatna score GOLD --gate tests/gold/floor.json --update`. The shared sets are for evaluation only
and are not part of the project: where they are absent, their tests are skipped.
"""

from pathlib import Path

import msgspec
import pytest

from ghatna.model import Document
from ghatna.pipeline import Coder
from ghatna.serve import score
from ghatna.serve.analysis import analysed

GOLD = Path(__file__).parent / "gold"
ASIDE = Path(__file__).parent / "aside"
"""Sentences that are scored and not read when rules are made: what to expect of unseen text."""
FLOOR = GOLD / "floor.json"
EVALUATION = Path(__file__).parents[2] / "shared" / "gold"
TREEBANKS = EVALUATION.parent / "treebanks"


@pytest.mark.parametrize(
    "gold",
    [GOLD, ASIDE, EVALUATION / "dev.jsonl", EVALUATION / "written.jsonl"],
    ids=["own", "aside", "dev", "written"],
)
def test_no_figure_is_below_its_floor(gold: Path, coder: Coder) -> None:
    if not gold.exists():
        pytest.skip("the evaluation data is not here")
    rows = score.load(gold)
    coded = {
        key: {"events": msgspec.to_builtins(coder.code(Document(id=key, text=row["text"])))}
        for key, row in rows.items()
    }
    counts, _ = score.tally(rows, coded)
    assert score.gate(FLOOR, gold, score.flat(score.figures(counts)), update=False, allow=False) == []


@pytest.mark.parametrize("name", ["hi_pud.conllu", "hi_hdtb_dev.conllu", "hiner_ner.conll"])
def test_no_figure_of_the_analysis_is_below_its_floor(name: str) -> None:
    if not (TREEBANKS / name).exists():
        pytest.skip("the evaluation data is not here")
    report = analysed(TREEBANKS / name)
    assert report is not None
    assert score.gate(FLOOR, TREEBANKS / name, report.figures, update=False, allow=False) == []


@pytest.mark.parametrize("gold", [GOLD, ASIDE], ids=["own", "aside"])
def test_own_gold_is_well_formed(gold: Path) -> None:
    for row in score.load(gold).values():
        for event in row["events"]:
            assert event["trigger"] in row["text"], row["id"]
            for entity in (*event["actors"], *event["recipients"]):
                assert entity["text"] in row["text"], row["id"]
            assert not event["source"] or event["source"] in row["text"], row["id"]
