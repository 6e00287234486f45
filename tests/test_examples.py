"""Every example of every frame: a `yes` is coded as its marks say, a `no` is not coded by its frame."""

import pytest

from ghatna.check import Example, examples, judge
from ghatna.pipeline import Coder, coder
from known import case, known

EXAMPLES = [one for frame in coder().lexicon.rules.frames.values() for one in examples(frame.row)]


@pytest.mark.parametrize("example", [case(one.label, one) for one in EXAMPLES])
def test_example(example: Example, coder: Coder) -> None:
    wrong = judge(example, coder)
    assert not wrong, f"{example.text}: {wrong}"


def test_known_faults_are_of_examples_that_are_there() -> None:
    labels = {one.label for one in EXAMPLES}
    assert not [label for label in known() if not label.startswith("seed::") and label not in labels]
    assert len(set(known())) == len(known())


def test_every_frame_has_examples() -> None:
    kinds = {(one.rule, one.kind) for one in EXAMPLES}
    assert not [id for id in coder().lexicon.rules.frames for kind in ("yes", "no") if (id, kind) not in kinds]
