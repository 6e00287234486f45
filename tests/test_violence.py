"""What the engine reads for acts of violence: subjects that are things, scenes before an event, who owns it."""

import pytest

import ghatna


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("महिला की होटल में हत्या", ["महिला"]),  # the genitive agrees with हत्या, though होटल stands between
        ("हमले में कई ट्रक नष्ट हो गए।", ["कई ट्रक"]),
        ("हमले में 8 मरे, 20 घायल", ["8", "20"]),
        ("बदमाशों ने पांच गोलियां मारकर सरपंच की हत्या कर दी।", ["सरपंच"]),  # पांच counts bullets
    ],
)
def test_who_suffers(text: str, recipients: list[str]) -> None:
    found = [e for e in ghatna.code(text) if e.type == "ASSAULT"]
    assert [r.text for e in found for r in e.recipients] == recipients


@pytest.mark.parametrize("text", ["हमला काबुल में हुआ।", "हमला उस समय हुआ जब लोग सो रहे थे।"])
def test_a_scene_may_stand_before_the_verb_of_happening(text: str) -> None:
    assert [e.type for e in ghatna.code(text)] == ["ASSAULT"]


@pytest.mark.parametrize("text", ["झील में गिरा विमान", "यूक्रेन बना साजिश का शिकार"])
def test_a_perfective_is_no_stem_of_its_causative(text: str) -> None:
    assert not ghatna.code(text)


@pytest.mark.parametrize(
    "text",
    [
        "बदमाशों ने सरपंच की गोली मारकर हत्या कर दी।",
        "पिता ने बेटी की गला घोंटकर हत्या की",
        "वकील की चाकू मारकर हत्या, दो गिरफ्तार",
    ],
)
def test_how_somebody_was_killed_is_no_second_act(text: str) -> None:
    assert len([e for e in ghatna.code(text) if e.type == "ASSAULT"]) == 1


def test_the_dead_of_those_who_killed_are_no_victims_of_theirs() -> None:
    killed, fallen = ghatna.code("सेना ने दो उग्रवादियों को मार गिराया जबकि तीन जवान शहीद हो गए।")
    assert [[e.text for e in event.recipients] for event in (killed, fallen)] == [["दो उग्रवादियों"], ["तीन जवान"]]
    assert not fallen.actors
