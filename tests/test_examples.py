"""Every example: a `yes` is coded as its marks say, a `no` is not coded by its frame, or not given its cue's status."""

import pytest

from ghatna.check import Example, examples, judge
from ghatna.pipeline import Coder, coder
from ghatna.read import plain
from known import case, known

EXAMPLES = [one for frame in coder().lexicon.rules.frames.values() for one in examples(frame.row)]

CUES = [(one, cue.status) for cue in coder().lexicon.rules.cues for one in examples(cue)]
CUE_CASES = [case(f"cue.{one.label}", one, status) for one, status in CUES]


@pytest.mark.parametrize("example", [case(one.label, one) for one in EXAMPLES])
def test_example(example: Example, coder: Coder) -> None:
    wrong = judge(example, coder)
    assert not wrong, f"{example.text}: {wrong}"


@pytest.mark.parametrize(("example", "status"), CUE_CASES)
def test_cue(example: Example, status: str, coder: Coder) -> None:
    events = coder.code(plain(example.text))
    given = [event.status for event in events if event.cue == example.rule]
    assert given == ([] if example.kind == "no" else [status] * max(1, len(given))), example.text
    assert events, f"not coded at all: {example.text}"


def test_known_faults_are_of_examples_that_are_there() -> None:
    labels = {one.label for one in EXAMPLES} | {f"cue.{one.label}" for one, _ in CUES}
    assert not [label for label in known() if not label.startswith("seed::") and label not in labels]
    assert len(set(known())) == len(known())


def test_every_frame_has_examples() -> None:
    kinds = {(one.rule, one.kind) for one in EXAMPLES}
    assert not [id for id in coder().lexicon.rules.frames for kind in ("yes", "no") if (id, kind) not in kinds]
