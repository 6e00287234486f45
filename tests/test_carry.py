"""Participants that a clause leaves out and the clause before names."""

import pytest

from ghatna import code


@pytest.mark.parametrize(
    ("text", "type_", "recipient"),
    [
        ("विधायक ने दफ्तर में फाड़े कागज, पुलिस ने दर्ज किया केस", "ACCUSE", "विधायक"),
        ("नौकर ने की मालिक की हत्या, पुलिस ने धर दबोचा", "COERCE", "नौकर"),
        ("तस्कर गिरफ्तार, अदालत ने सुनाई दस साल की सजा", "SANCTION", "तस्कर"),
        ("किसान पर भीड़ ने किया हमला, लाठियों से पीटा", "ASSAULT", "किसान"),
        ("मुख्यमंत्री ने विपक्ष पर कसा तंज तो नेता प्रतिपक्ष ने किया पलटवार", "ACCUSE", "मुख्यमंत्री"),
        ("घोटाले में फंसे मंत्री को राहत नहीं, अदालत ने भेजा जेल", "COERCE", "घोटाले में फंसे मंत्री"),
    ],
)
def test_recipient_of_the_clause_before(text: str, type_: str, recipient: str) -> None:
    event = [e for e in code(text) if e.type == type_][-1]
    assert [p.text for p in event.recipients][-1].endswith(recipient.split()[-1])
    assert event.recipients[0].why.startswith("clause before")


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        # police and courts accuse; whom they deal with is accused
        ("विधायक की पत्नी की अर्जी हाईकोर्ट ने ठुकराई, घूसखोरी के हैं आरोप", "ACCUSE", ["विधायक की पत्नी"]),
        ("पूर्व सचिव को मिली राहत, सुप्रीम कोर्ट ने अपील की खारिज, घूस लेने का लगा था आरोप", "ACCUSE", ["पूर्व सचिव"]),
        # but not where they have used force
        ("पुलिस ने छात्रों को पीटा, मामला दर्ज", "ACCUSE", ["पुलिस"]),
        # where somebody is names nobody
        ("मौलाना की मजार में हंगामा, शहर में दो गुटों में मारपीट", "ASSAULT", []),
        ("मंत्री के घर के बाहर पड़ा मिला शव, युवक की हत्या का केस दर्ज", "ACCUSE", []),
        # others do the same to the same people
        ("चाचा ने बच्ची से किया दुष्कर्म, बचाने आए दो युवकों ने भी किया दुष्कर्म", "ASSAULT", ["बच्ची"]),
    ],
)
def test_whom_a_piece_means(text: str, type_: str, recipients: list[str]) -> None:
    assert [p.text for p in [e for e in code(text) if e.type == type_][-1].recipients] == recipients


@pytest.mark.parametrize(
    "text",
    [
        "रूस ने दागी मिसाइल, पोलैंड में अफरातफरी, नागरिकों को घर में रहने के निर्देश",
        "अस्पताल में हंगामा, नर्स सस्पेंड, दो डॉक्टरों को नोटिस",
    ],
)
def test_who_stands_before_another_piece_orders_nothing(text: str) -> None:
    assert all(not e.actors for e in code(text) if e.type == "REQUEST")


@pytest.mark.parametrize(
    "text",
    [
        "मंत्री ने बताया, सीमा पर सेना ने गोली चलाई",
        "शहर में पानी की किल्लत, पुलिस ने लाठी भांजी",
    ],
)
def test_nobody_is_invented(text: str) -> None:
    assert all(not e.recipients for e in code(text))


def test_doer_of_a_piece_is_named_by_the_next() -> None:
    first = code("बाजार में दुकानदार की हत्या, नकाबपोश बदमाशों ने मारी गोली")[0]
    assert [p.text for p in first.actors] == ["नकाबपोश बदमाशों"]


def test_after_to_the_first_doer_goes_on() -> None:
    last = code("छात्र दे रहे थे धरना, पुलिस ने रोका तो किया पथराव")[-1]
    assert [p.text for p in last.actors] == ["छात्र"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("एनआईए की बड़ी कार्रवाई, दो नक्सली गिरफ्तार", ["एनआईए"]),
        ("ED का एक्शन, बिल्डर के 12 ठिकानों पर छापेमारी", ["ED"]),
        ("पुलिस को मिली बड़ी कामयाबी, फरार तस्कर गिरफ्तार", ["पुलिस"]),
        ("मंत्री का बड़ा बयान, दो नक्सली गिरफ्तार", []),
    ],
)
def test_institution_at_work_did_it(text: str, actors: list[str]) -> None:
    assert [p.text for p in code(text)[-1].actors] == actors


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("महापौर पर भड़के सांसद, विधायक ने भी साधा निशाना", ["महापौर"]),
        ("प्रदीप चौहान ने किया ट्वीट तो लोगों ने कर दी खिंचाई", ["प्रदीप चौहान"]),
    ],
)
def test_target_of_the_clause_before(text: str, recipients: list[str]) -> None:
    assert [p.text for p in code(text)[-1].recipients] == recipients


def test_who_speaks_in_a_talk_has_met_the_other_side() -> None:
    event = code("ईरान के विदेश मंत्री के साथ हुई बातचीत में जयशंकर ने बंदरगाह का मुद्दा उठाया।")[0]
    assert [p.text for p in event.actors] == ["ईरान के विदेश मंत्री", "जयशंकर"]


def test_to_ends_a_fronted_clause() -> None:
    event = code("अदालत ने अफसर को दी माफी मांगने की सलाह तो सांसद ने दिया जवाब")[0]
    assert [p.text for p in event.actors] == ["अदालत"]


def test_whose_saying_it_is_vows() -> None:
    event = code("सेना का कहना है कि घुसपैठियों का सफाया कर दिया जाएगा।")[0]
    assert ([p.text for p in event.actors], [p.text for p in event.recipients]) == (["सेना"], ["घुसपैठियों"])


def test_whoever_is_blamed_did_it() -> None:
    blocked, blamed = code("मंत्री ने पत्रकार को गिरफ्तार करने पर केंद्र सरकार की आलोचना की।")
    assert (blocked.type, blamed.type) == ("COERCE", "ACCUSE")
    assert [one.text for one in blocked.actors] == ["केंद्र सरकार"]
    assert [one.text for one in blamed.actors] == ["मंत्री"]


def test_an_order_to_kill_is_no_killing() -> None:
    assert "ASSAULT" not in {e.type for e in code("प्रशासन ने दंगाइयों को देखते ही गोली मारने का आदेश दिया।")}


def test_whoever_is_arrested_for_something_did_it() -> None:
    blame, arrest = code("मुख्यमंत्री पर आपत्तिजनक टिप्पणी करने पर पुलिस ने युवक को पकड़ लिया।")
    assert [e.text for e in blame.actors] == [e.text for e in arrest.recipients] == ["युवक"]
