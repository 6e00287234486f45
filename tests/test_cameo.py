"""CAMEO codes and back."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from ghatna.errors import DataError
from ghatna.lexicon.tables import SHIPPED
from ghatna.model import Document
from ghatna.pipeline import Coder
from ghatna.resolve.cameo import Cameo, cameo, plover


@cache
def table() -> Cameo:
    return Cameo.load((SHIPPED,))


@pytest.mark.parametrize(
    ("type_", "mode", "status", "contexts", "code"),
    [
        ("CONSULT", None, "actual", (), "040"),
        ("CONSULT", "visit", "actual", (), "042"),
        ("CONSULT", None, "future", (), "036"),
        ("AID", None, "actual", ("military",), "072"),
        ("AID", None, "actual", (), "070"),
        ("AID", None, "actual", ("asylum",), "075"),
        ("AGREE", None, "actual", ("economic",), "0311"),
        ("COOPERATE", None, "actual", ("intelligence", "military"), "064"),
        ("ACCUSE", "disapprove", "actual", (), "111"),
        ("ACCUSE", "allege", "actual", ("crime", "corruption"), "1121"),
        ("ACCUSE", "allege", "actual", (), "112"),
        ("COERCE", "arrest", "actual", ("legal",), "173"),
        ("ASSAULT", "drone", "actual", ("military",), "195"),
        ("ASSAULT", "firearms", "actual", (), "193"),
        ("SANCTION", "convict", "actual", ("legal",), "116"),
        ("PROTEST", "demo", "actual", (), "141"),
        ("MOBILIZE", "troops", "actual", ("military",), "154"),
        ("MOBILIZE", "police", "actual", (), "153"),
        ("MOBILIZE", None, "actual", (), "150"),
        ("AGREE", None, "actual", ("military",), "0312"),
        ("AGREE", None, "actual", ("legal",), "0313"),
        ("AGREE", None, "actual", ("health",), "030"),
        ("AGREE", None, "actual", (), "030"),
        ("COOPERATE", None, "future", (), "031"),
        ("SUPPORT", None, "future", (), "032"),
        ("AID", None, "future", (), "033"),
        ("AID", None, "actual", ("human_security",), "073"),
        ("AID", None, "actual", ("peacekeeping", "military"), "074"),
        ("SUPPORT", None, "actual", ("diplomatic",), "051"),
        ("CONSULT", None, "actual", ("diplomatic", "economic"), "040"),
        ("CONSULT", "phone", "actual", ("diplomatic",), "041"),
        ("CONSULT", "multilateral", "actual", (), "046"),
        ("CONSULT", "third-party", "actual", (), "044"),
        ("CONCEDE", None, "actual", ("diplomatic",), "080"),
        ("CONCEDE", None, "actual", ("legal",), "081"),
        ("RETREAT", "release", "actual", (), "0841"),
        ("RETREAT", "ceasefire", "actual", (), "0871"),
        ("RETREAT", "withdraw", "actual", ("military",), "0872"),
        ("RETREAT", "disarm", "actual", ("terrorism",), "0873"),
        ("RETREAT", "access", "actual", ("human_security",), "0863"),
        ("RETREAT", "resign", "actual", ("election",), "083"),
        ("REQUEST", None, "actual", ("legal",), "100"),
        ("REQUEST", "meet", "actual", ("diplomatic",), "106"),
        ("REQUEST", "assist", "actual", ("military",), "1012"),
        ("REQUEST", "change", "actual", ("executive",), "1042"),
        ("ACCUSE", None, "actual", (), "111"),
        ("ACCUSE", "disapprove", "actual", ("legal",), "111"),
        ("ACCUSE", "allege", "actual", ("corruption",), "1121"),
        ("ACCUSE", "allege", "actual", ("human_rights",), "1122"),
        ("ACCUSE", "allege", "actual", ("legal", "military"), "115"),
        ("ACCUSE", "investigate", "actual", ("crime",), "091"),
        ("ACCUSE", "investigate", "actual", (), "090"),
        ("REJECT", None, "actual", ("economic",), "120"),
        ("REJECT", "assist", "actual", ("economic",), "1211"),
        ("REJECT", "meet", "actual", (), "125"),
        ("REJECT", "yield", "actual", (), "124"),
        ("THREATEN", None, "actual", (), "130"),
        ("THREATEN", "violence", "actual", (), "138"),
        ("THREATEN", "violence", "actual", ("cbrn",), "1385"),
        ("THREATEN", "restrict", "actual", ("economic",), "1312"),
        ("PROTEST", None, "actual", (), "140"),
        ("PROTEST", "hunger", "actual", ("rights_freedoms",), "1423"),
        ("PROTEST", "strike", "actual", (), "143"),
        ("PROTEST", "riot", "actual", (), "145"),
        ("SANCTION", None, "actual", ("economic",), "160"),
        ("SANCTION", "expel", "actual", ("military",), "166"),
        ("SANCTION", "discontinue", "actual", ("military",), "1622"),
        ("COERCE", "censor", "actual", (), "1721"),
        ("COERCE", "curfew", "actual", (), "1723"),
        ("COERCE", "seize", "actual", ("military",), "171"),
        ("COERCE", "seize", "actual", ("military", "territory"), "192"),
        ("COERCE", "cyber", "actual", ("cyber",), "176"),
        ("COERCE", "deport", "actual", ("migration",), "174"),
        ("ASSAULT", None, "actual", ("religion_ethnicity",), "190"),
        ("ASSAULT", None, "actual", ("crime",), "180"),
        ("ASSAULT", None, "negated", ("military",), "190"),
        ("ASSAULT", "targeted", "actual", ("military",), "186"),
        ("ASSAULT", "sexual", "actual", ("gender",), "1821"),
        ("ASSAULT", "abduct", "actual", ("crime",), "181"),
        ("ASSAULT", "crowd-control", "actual", (), "175"),
        ("ASSAULT", "destroy", "actual", (), "1712"),
        ("ASSAULT", "heavy-weapons", "actual", ("military",), "194"),
        ("ASSAULT", "unconventional", "actual", ("cbrn",), "204"),
        ("NOTHING", None, "actual", (), ""),
    ],
)
def test_codes(type_: str, mode: str | None, status: str, contexts: tuple[str, ...], code: str) -> None:
    assert cameo(type_, mode, status, contexts, table()) == code


OTHERWISE = {("RETREAT", "resign"): "CONCEDE", ("SANCTION", "convict"): "ACCUSE"}
"""Where CAMEO files an act under a code that PLOVER's table gives to another type."""


def test_every_type_mode_and_status_has_a_code_that_leads_back() -> None:
    ontology = tomllib.loads((SHIPPED / "plover.toml").read_text("utf-8"))
    for type_, entry in ontology["types"].items():
        for mode in (None, *entry.get("modes", {})):
            for status in ontology["statuses"]:
                code = cameo(type_, mode, status, (), table())
                assert any(one.type == type_ for one in table().by_code[code]), (type_, mode, status)
            told = plover(cameo(type_, mode, "actual", (), table()), table())
            assert told is not None
            assert told[0] == OTHERWISE.get((type_, mode), type_), mode


def test_no_context_leads_to_another_type() -> None:
    ontology = tomllib.loads((SHIPPED / "plover.toml").read_text("utf-8"))
    for type_, entry in ontology["types"].items():
        for mode in (None, *entry.get("modes", {})):
            for context in ontology["contexts"]:
                told = plover(cameo(type_, mode, "actual", (context,), table()), table())
                assert told is not None
                assert told[0] == OTHERWISE.get((type_, mode), type_), (mode, context)


@pytest.mark.parametrize(
    ("of_frame", "status", "contexts", "code"),
    [
        ("070", "actual", ("military",), "072"),
        ("070", "actual", (), "070"),
        ("073", "actual", ("military",), "073"),
        ("073", "future", (), "033"),
    ],
)
def test_a_code_of_a_frame(of_frame: str, status: str, contexts: tuple[str, ...], code: str) -> None:
    """Contexts narrow only a code that says no more than the type and mode."""
    assert cameo("AID", None, status, contexts, table(), of_frame) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # what is to come has the code of that, not of the deed
        ("फिजी टोंगा को राहत सामग्री देगा।", "033"),
        ("फिजी के प्रधानमंत्री टोंगा का दौरा करेंगे।", "036"),
        ("फिजी टोंगा से बातचीत नहीं करेगा।", "125"),
        # a mode told by the words has its own code
        ("फिजी ने टोंगा से मदद की मांग की।", "101"),
        ("फिजी ने टोंगा से युद्धविराम की मांग की।", "1056"),
        ("फिजी के प्रधानमंत्री ने टोंगा के प्रधानमंत्री से फोन पर बात की।", "041"),
        # but not where the frame's own code says more
        ("फिजी ने मिसाइल का परीक्षण किया।", "150"),
    ],
)
def test_the_code_of_a_sentence(text: str, code: str, coder: Coder) -> None:
    (event,) = coder.code(Document(id="x", text=text))
    assert event.cameo == code
    told = plover(code, table())
    assert told is not None
    assert told[0] == event.type


CONVERSION = Path(__file__).parents[2] / "shared" / "ontology" / "cameo2plover.txt"
LINE = re.compile(r"(\d{2,4}): ([A-Z]+)(?:,([^,]*),.*)?$")


def test_the_conversion_table_of_plover() -> None:
    """Each code has the table's type, and its mode where that is one of PLOVER's; coded again it keeps its type."""
    if not CONVERSION.exists():
        pytest.skip("the evaluation data is not here")
    types = tomllib.loads((SHIPPED / "plover.toml").read_text("utf-8"))["types"]
    lines = [found for line in CONVERSION.read_text("utf-8").splitlines() if (found := LINE.match(line))]
    wanted: dict[str, set[str]] = {}
    for line in lines:
        wanted.setdefault(line[1], set()).add(line[2])
    assert len(wanted) > 250
    for line in lines:
        told = plover(line[1], table())
        assert told is not None, line[0]
        type_, mode, contexts = told
        assert type_ in wanted[line[1]], line[0]
        if (given := (line[3] or "").strip()) in types[line[2]].get("modes", {}):
            assert mode == given, line[0]
        again = plover(cameo(type_, mode, "actual", contexts, table()), table())
        assert again is not None
        assert again[0] == type_, line[0]


def test_a_frame_with_a_code_of_no_table_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "hindi" / "frames" / "mine.toml"
    file.parent.mkdir(parents=True)
    file.write_text(
        '[[frame]]\nid = "mine.help"\ntype = "AID"\ntrigger = ["मदद देना"]\ncameo = "9999"\n'
        'yes = ["[भारत] ने <मदद दी>।"]\nno = ["भारत ने कहा।"]\n',
        "utf-8",
    )
    with pytest.raises(DataError, match=r"mine\.toml:2: mine\.help: '9999' is no CAMEO code"):
        Coder((tmp_path,))


def test_back() -> None:
    assert plover("036", table()) == ("AGREE", None, ("diplomatic",))
    assert plover("141", table()) == ("PROTEST", "demo", ())
    assert plover("1999", table()) == ("ASSAULT", None, ("military",))
    assert plover("", table()) is None
