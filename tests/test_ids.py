"""The lexicon's own ids, and which rows have them."""

from collections import Counter

import pytest

from ghatna import code
from ghatna.lexicon.actors import ACTORS
from ghatna.lexicon.all import Lexicon
from ghatna.lexicon.ids import identity
from ghatna.lexicon.tables import SHIPPED


@pytest.mark.parametrize(
    ("kind", "name", "country", "id_"),
    [
        ("person", "Vladimir Putin", "RUS", "person:vladimir-putin"),
        ("person", "Muhammad al-Jolani", "SYR", "person:muhammad-al-jolani"),
        ("body", "Médecins Sans Frontières", "", "body:medecins-sans-frontieres"),
        ("group", "Ta'ang National Liberation Army", "MMR", "group:taang-national-liberation-army"),
        ("party", "Shiv Sena (UBT)", "IND", "party:shiv-sena-ubt"),
        ("place", "Bihar", "IND", "region:IND-bihar"),
        ("country", "Kosovo", "XKX", "country:XKX"),
        ("seat", "Kosovo", "XKX", "country:XKX"),
        ("body", "", "IND", ""),
        ("place", "", "IND", ""),
    ],
)
def test_an_id_is_made_of_kind_and_name(kind: str, name: str, country: str, id_: str) -> None:
    assert identity(kind, name, country) == id_


def test_every_named_row_has_one_id() -> None:
    """No row of the files that name actors is without an id once loaded, and no name of a kind has two."""
    ids: dict[tuple[str, str, str], set[str]] = {}
    steps = [Lexicon().names._root]
    while steps:
        for step in steps.pop().values():
            steps.append(step.next)
            for name in step.names:
                if name.kind != "role" and (name.name or name.kind == "country"):
                    where = name.country if name.kind in ("place", "country", "adjective", "seat") else ""
                    ids.setdefault((name.kind, name.name, where), set()).add(name.id)
    assert len(ids) > 4000
    assert not [who for who, some in ids.items() if "" in some]
    assert not [(who, some) for who, some in ids.items() if len(some) > 1]


@pytest.mark.parametrize("stem", ["bodies", "groups", "parties"])
def test_organisations_are_named(stem: str) -> None:
    """Nine of ten rows of the files of organisations have an English name, and no two of one country the same form."""
    lines = (SHIPPED / ACTORS / f"{stem}.tsv").read_text("utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert sum(bool(row[3]) for row in rows) >= 0.9 * len(rows)
    forms = Counter((form, row[1], row[5]) for row in rows for form in row[0].split("|"))
    assert not [form for form, times in forms.items() if times > 1]


@pytest.mark.parametrize(
    ("text", "name", "id_"),
    [
        ("बिहार पुलिस ने दो तस्करों को गिरफ्तार किया।", "Bihar Police", "body:bihar-police"),
        ("ओडिशा सरकार ने किसानों का कर्ज माफ किया।", "Government of Odisha", "body:government-of-odisha"),
        ("केन्या की पुलिस ने दो तस्करों को गिरफ्तार किया।", "Kenya Police", "body:kenya-police"),
        ("चीनी सेना ने मिसाइलें दागीं।", "People's Liberation Army", "body:peoples-liberation-army"),
        ("क्रेमलिन ने अमेरिका की निंदा की।", "Russia", "Q159"),
        (
            "पाकिस्तान के रेल मंत्रालय ने भारत की निंदा की।",
            "Ministry of Railways of Pakistan",
            "body:ministry-of-railways-of-pakistan",
        ),
        # whose an institution is may stand elsewhere, or be known
        ("सुप्रीम कोर्ट ने सरकार को फटकार लगाई।", "Supreme Court of India", "body:supreme-court-of-india"),
        ("सरकार ने किसानों का कर्ज माफ किया।", None, None),
    ],
)
def test_records_carry_name_and_id(text: str, name: str | None, id_: str | None) -> None:
    (event, *_) = code(text)
    assert [(one.name, one.id) for one in event.actors] == [(name, id_)]


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        # whose forces: a list of owners of one plural head
        ("पेरू और चिली की सेनाओं ने उग्रवादियों पर हमला किया।", "actors", ["MIL", "MIL"]),
        ("पेरू और चिली की सरकार ने उग्रवादियों पर हमला किया।", "actors", ["GOV", "GOV"]),
        # the same word again is of the same force
        ("बीएसएफ के दो जवान मारे गए और बाद में पांच जवानों को अगवा किया गया।", "recipients", ["COP", "COP"]),
        # strangers with guns
        ("तीन लोगों ने दुकानदार पर गोलियां चलाईं।", "actors", ["UAF"]),
        ("तीन लोगों ने दुकानदार को पीटा।", "actors", ["CVL"]),
    ],
)
def test_sectors_by_company(text: str, side: str, expected: list[str]) -> None:
    found = [one.sectors[0] for event in code(text) for one in getattr(event, side)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "government"),
    [
        ("केंद्र ने राज्यों को चेतावनी दी।", True),
        ("हिंसा पर केंद्र ने राज्यों को चेतावनी दी।", True),
        ("मतदान केंद्र पर हमला हुआ।", False),
        ("सत्ता के केंद्र पर हमला हुआ।", False),
    ],
)
def test_a_centre_is_not_always_the_centre(text: str, government: bool) -> None:
    found = [one.name for event in code(text) for one in (*event.actors, *event.recipients)]
    assert ("Government of India" in found) is government


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # Indian states act; towns where something happens do not
        ("केरल ने तमिलनाडु की निंदा की।", [("IND", "Kerala", ("GOV",))]),
        ("कोच्चि में छात्रों ने सरकार की निंदा की।", [("IND", None, ("EDU",))]),
        # parts of the world with many countries are of none, and no state of a like name
        ("लैटिन अमेरिकी देशों ने इजरायल की निंदा की।", [(None, None, ("GOV",))]),
        ("यूरोप ने रूस की निंदा की।", [(None, "Europe", ("GOV",))]),
        # brackets are part of a name
        ("जनता दल (यू) ने कांग्रेस की निंदा की।", [("IND", "Janata Dal (United)", ("PTY",))]),
        # who governs by whose name a government is called
        ("नेतन्याहू सरकार ने ईरान की निंदा की।", [("ISR", "Government of Israel", ("GOV",))]),
    ],
)
def test_parts_of_countries_and_of_the_world(
    text: str, actors: list[tuple[str | None, str | None, tuple[str, ...]]]
) -> None:
    (event, *_) = code(text)
    assert [(one.country, one.name, one.sectors) for one in event.actors] == actors
