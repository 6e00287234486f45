"""What typing, portals and converters do to a sentence does not change what it tells."""

import pytest

from ghatna import code
from ghatna.model import Event

HEADLINE = "मेयर के दफ्तर पर उग्रवादियों का हमला, चार गिरफ्तार; पार्षद ने मांगा इस्तीफा, कहा- सुरक्षा में हुई थी चूक"
PROSE = "पुलिस ने 12 तस्करों को पकड़ा और लड़ाई में दो जवान घायल हो गए।"


def told(text: str) -> list[tuple[str, str | None, int, int]]:
    def sides(event: Event) -> tuple[str, str | None, int, int]:
        return event.type, event.mode, len(event.actors), len(event.recipients)

    return [sides(event) for event in code(text)]


@pytest.mark.parametrize("mark", ["।", ".", " .", "|", "!"])
def test_a_headline_with_a_full_stop_is_a_headline(mark: str) -> None:
    assert told(HEADLINE + mark) == told(HEADLINE)
    assert {kind for kind, *_ in told(HEADLINE)} == {"ASSAULT", "COERCE", "REQUEST"}


@pytest.mark.parametrize("unseen", ["\u200b", "\u200e", "\u200f", "\u2060", "\ufeff", "\u00ad"])
def test_signs_that_nobody_sees_change_nothing(unseen: str) -> None:
    assert told(PROSE.replace(" ", " " + unseen)) == told(PROSE) != []
    assert told(PROSE.replace(" ", unseen + " ")) == told(PROSE)


def test_words_typed_without_the_dot_below() -> None:
    assert told(PROSE.replace("ड़", "ड")) == told(PROSE)
    assert told("विपक्ष ने अडानी पर हमला बोला।") == told("विपक्ष ने अदाणी पर हमला बोला।") != []
