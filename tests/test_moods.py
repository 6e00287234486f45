"""Whether it happened, where a word of the clause, a year or the sentence around it says so."""

import pytest

import ghatna


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("समझा जाता है कि उग्रवादियों ने चौकी पर हमला किया।", "हमला किया", "hypothetical"),
        ("अंदेशा है कि उग्रवादियों ने चौकी पर हमला किया।", "हमला किया", "hypothetical"),
        ("माना जा रहा था कि बातचीत होगी, लेकिन उग्रवादियों ने चौकी पर हमला किया।", "हमला किया", "actual"),
        ("विपक्ष ने शांति की अपील की और न सरकार ने हमले की निंदा की।", "निंदा की", "negated"),
        ("न सिर्फ सरकार ने हमले की निंदा की।", "निंदा की", "actual"),
        ("पिछले साल उग्रवादियों ने चौकी पर हमला किया।", "हमला किया", "historical"),
        ("तीन साल पहले उग्रवादियों ने चौकी पर हमला किया था।", "हमला किया था", "historical"),
        ("वर्ष 2001 - उग्रवादियों ने चौकी पर हमला किया।", "हमला किया", "historical"),
        ("इस साल उग्रवादियों ने चौकी पर हमला किया।", "हमला किया", "actual"),
        ("पिछले हफ्ते हुए हमले के बाद सेना पीछे नहीं हटेगी।", "हुए हमले", "actual"),
    ],
)
def test_status(text: str, trigger: str, status: str) -> None:
    assert [e.status for e in ghatna.code(text) if e.trigger == trigger] == [status]


def test_what_is_asked_for_before_who_asks() -> None:
    (event,) = ghatna.code("पाकिस्तान को भारत से बात करनी चाहिए- बोले पूर्व राजदूत")
    assert (event.type, event.mode, [a.text for a in event.actors]) == ("REQUEST", "meet", ["पूर्व राजदूत"])


@pytest.mark.parametrize(
    "text", ["मंत्री ने कहा कि सरकार को किसानों से बात करनी चाहिए थी।", "मंत्री को किसानों से मिलना चाहिए था।"]
)
def test_what_was_due_was_not_done(text: str) -> None:
    assert not [e for e in ghatna.code(text) if e.type == "CONSULT"]


def test_a_participle_keeps_its_year() -> None:
    found = {e.trigger: e.status for e in ghatna.code("विपक्ष ने पिछले साल हुए हमलों की निंदा की।")}
    assert found["निंदा की"] == "actual"


@pytest.mark.parametrize(
    "text",
    ["क्या सरकार ने विपक्षी नेता को गिरफ्तार किया?", "सेना ने गांव पर क्यों किया हमला? जानिए पूरा मामला"],
)
def test_what_is_asked_is_no_event(text: str) -> None:
    assert not ghatna.code(text)


@pytest.mark.parametrize(
    "text",
    [
        "ऐसे धरनों में प्रदर्शन नहीं किए जाने चाहिए।",
        "सरकार किसानों की मदद करे।",
        "अगर पुलिस ने उसे गिरफ्तार किया होता तो वह भाग नहीं पाता।",
        "पुलिस ने मंत्री को क्यों नहीं गिरफ्तार किया।",
    ],
)
def test_what_is_wished_or_would_have_been_is_no_event(text: str) -> None:
    assert not [e for e in ghatna.code(text) if e.type != "REQUEST"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("पुलिस ने मंत्री को नहीं गिरफ्तार किया।", "negated"),
        ("इतना ही नहीं पुलिस ने मंत्री को गिरफ्तार किया।", "actual"),
        ("इतना ही नहीं गिरफ्तार किए गए लोगों को पुलिस ने पीटा।", "actual"),
    ],
)
def test_a_negation_before_the_noun_of_a_light_verb(text: str, status: str) -> None:
    found = [e.status for e in ghatna.code(text) if e.type in ("COERCE", "ASSAULT")]
    assert found and set(found) == {status}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("यह फैसला मुकदमे को प्रभावित कर सकता है।", "ACCUSE"),
        ("मुख्यमंत्री ने अपने वादे पूरे नहीं किए।", "AGREE"),
        ("संघ ने हिंसा को स्वीकार नहीं किया।", "PROTEST"),
    ],
)
def test_a_verb_whose_predicate_is_another_word(text: str, type_: str) -> None:
    assert not [e for e in ghatna.code(text) if e.type == type_]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("मारे गए लोगों की पहचान नहीं हो सकी।", []),
        ("हमले में मारे गए लोगों की पहचान नहीं हो सकी।", ["मारे गए"]),
        ("धरने पर बैठे किसानों ने पानी मांगा।", ["धरने पर बैठे"]),
        ("पता नहीं चला कि हमले में कितने लोग मारे गए।", []),
        ("आप हमारे सैनिकों पर कब तक हमला करते रहेंगे।", []),
        ("क्या आप इन हमलों की निंदा करते हैं ? .", []),
    ],
)
def test_what_only_names_or_asks_is_no_event(text: str, found: list[str]) -> None:
    assert [e.trigger for e in ghatna.code(text) if e.type in ("ASSAULT", "PROTEST", "ACCUSE")] == found


@pytest.mark.parametrize(
    "text",
    ["स्कूल पर हमला निंदनीय है।", "दोनों देशों के बीच समझौता जरूरी है।", "हिंसा अस्वीकार्य है।"],
)
def test_what_an_event_is_like_does_not_tell_it(text: str) -> None:
    assert not list(ghatna.code(text))


def test_what_is_decided_not_to_be_done_is_refused() -> None:
    (event,) = ghatna.code("समिति ने प्रबंधन से बातचीत न करने का फैसला किया।")
    assert (event.type, event.mode, event.status) == ("REJECT", "meet", "actual")


def test_how_something_is_to_come_is_asked() -> None:
    assert not ghatna.code("राजनीति: कैसे मिलेगी किसानों को मदद")
    assert ghatna.code("सरकार ने बताया कैसे मिली किसानों को मदद")
