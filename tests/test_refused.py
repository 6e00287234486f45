"""Rows and rules of a user's folder that do not hold are refused by file, line and reason; none is taken in silence."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from ghatna.check import check
from ghatna.errors import DataError
from ghatna.lexicon import actors
from ghatna.lexicon.actors import load_names
from ghatna.lexicon.calendar import Calendar
from ghatna.lexicon.compile import load_rules
from ghatna.lexicon.gazetteer import Gazetteer
from ghatna.lexicon.labels import Labels
from ghatna.lexicon.names import Names
from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import SHIPPED, known
from ghatna.lexicon.words import Words
from ghatna.parse.karaka import Karakas
from ghatna.parse.tag import Readings
from ghatna.pipeline import Coder
from ghatna.resolve.cameo import Cameo
from ghatna.resolve.contexts import Contexts
from plain import spelling

Folders = tuple[Path, ...]
GROUPS, PEOPLE, PLACES = "hindi/actors/groups.tsv", "hindi/actors/people.tsv", "hindi/places.tsv"
COUNTRIES, REGIONS, ROLES = "hindi/actors/countries.tsv", "hindi/actors/regions.tsv", "hindi/actors/roles.tsv"
MARKS, ORIGINS, INITIALS = "hindi/actors/marks.tsv", "hindi/actors/origins.tsv", "hindi/actors/initials.tsv"
NUMBERS, FRAMES = "hindi/numbers.tsv", "hindi/frames/mine.toml"
NOT_NFC = "क\u0958"


@cache
def words() -> Words:
    return Words.load((SHIPPED,), spelling())


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A shipped folder of little more than the countries: all names take long to load."""
    folder = tmp_path_factory.mktemp("few")
    for name in ("plover.toml", COUNTRIES):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SHIPPED / name, folder / name)
    monkeypatch.setattr("ghatna.lexicon.actors.SHIPPED", folder)


def names(folders: Folders) -> Names:
    return load_names((actors.SHIPPED, *folders[1:]), spelling())


def frames(folders: Folders) -> object:
    return load_rules(folders, spelling(), words(), Labels.load(folders))


def refused(file: str, text: str, told: str, load: Callable[[Folders], object], folder: Path, line: int) -> None:
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(text, "utf-8")
    with pytest.raises(DataError) as raised:
        load((SHIPPED, folder))
    where = f"{folder / file}:{line}: " if line else f"{folder / file}: "
    assert str(raised.value).startswith(where + told), raised.value


def header(file: str) -> str:
    return next(line for line in (SHIPPED / file).read_text("utf-8").splitlines() if not line.startswith("#"))


A_GROUP, A_PLACE = "अपना मोर्चा\tIND\tREB\tMine\t\t\t\town", "मेरापुर\tMerapur\tIND\tBihar\t25.1\t80.2\t\t"


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("file", "row", "told"),
    [
        (GROUPS, A_GROUP.replace("REB", "XYZ"), "unknown sector 'XYZ'"),
        (GROUPS, A_GROUP.replace("IND", "QQQ"), "unknown country 'QQQ'"),
        (GROUPS, A_GROUP.replace("IND", "IGO:un"), "unknown country 'IGO:un'"),
        (GROUPS, "अपना मोर्चा\tIND\tREB", "3 cells, expected 8"),
        (GROUPS, A_GROUP + "\tx", "9 cells, expected 8"),
        (GROUPS, A_GROUP.replace("अपना", NOT_NFC), "not in NFC"),
        (GROUPS, A_GROUP.replace("अपना मोर्चा", ""), "empty form"),
        (GROUPS, " " + A_GROUP, "blanks around a cell"),
        (GROUPS, A_GROUP.replace("मोर्चा", "मोर्चा|"), "form is 'अपना मोर्चा|': a value is empty or stands twice"),
        (GROUPS, A_GROUP.replace("REB", "REB|REB"), "sectors is 'REB|REB': a value is empty or stands twice"),
        (GROUPS, "", "1 cells, expected 8"),
        (PEOPLE, "राम लाल\tIND\tGOV\tRam Lal\tchief\t\t2024\t2020\town", "ends in 2020 before it begins in 2024"),
        (PEOPLE, "राम लाल\tIND\tGOV\t\tchief\t\t\t\town", "empty name"),
        (PEOPLE, "राम लाल\tIND\tGOV\tRam Lal\tchief\tQ 5\t\t\town", "id is 'Q 5'"),
        (PEOPLE, "123\tIND\tGOV\tRam Lal\tchief\t\t\t\town", "no word in '123'"),
        (GROUPS, A_GROUP.replace("REB", ""), "empty sectors"),
        (COUNTRIES, "मेरा देश\tXMY\tcountry\t\t\town", "empty name"),
        (PLACES, A_PLACE.replace("मेरापुर", "!"), "no word in '!'"),
        (PEOPLE, "राम लाल\tIND\tGOV\tRam Lal\tchief\t\t2024-13\t\town", "from is '2024-13'"),
        (PEOPLE, "राम लाल\tIND\tGOV\tRam Lal\tchief\t\t\t2024-00\town", "to is '2024-00'"),
        (PEOPLE, "राम लाल\tIND\tGOV\tRam Lal\tchief\t\t2024-01-05\t\town", "from is '2024-01-05'"),
        (COUNTRIES, "मेरा देश\tMYY\tcountry\tMine\t\town", "no country code: 'MYY'"),
        (COUNTRIES, "मेरा देश\tind\tcountry\tMine\t\town", "no country code: 'ind'"),
        (COUNTRIES, "मेरा देश\tIND\tstate\tMine\t\town", "kind is 'state'"),
        (REGIONS, "मेरा प्रांत\tMYY\tMine\tstate\t\town", "unknown country 'MYY'"),
        (REGIONS, "मेरा प्रांत\t\tMine\tstate\t\town", "empty country"),
        (REGIONS, "मेरा प्रांत\tIND\tMine\tlake\t\town", "kind is 'lake'"),
        (ROLES, "कबूतर\tGOV\tbird\t\t", "kind is 'bird'"),
        (ROLES, "कबूतर\tGOV\tperson\tQQQ\t", "unknown country 'QQQ'"),
        (MARKS, "कबूतर\tbird\t", "kind is 'bird'"),
        (ORIGINS, "कबूतर\tQQQ\t", "unknown country 'QQQ'"),
        (ORIGINS, "कबूतर\t\t", "empty country"),
        (INITIALS, "कख\t12", "'12' is no letter"),
        (PLACES, A_PLACE.replace("25.1", "95"), "lat is '95'"),
        (PLACES, A_PLACE.replace("80.2", "190"), "lon is '190'"),
        (PLACES, A_PLACE.replace("25.1", "north"), "lat is 'north'"),
        (PLACES, A_PLACE.replace("25.1", "nan"), "lat is 'nan'"),
        (PLACES, A_PLACE.replace("80.2", ""), "lat and lon stand together or not at all"),
        (PLACES, A_PLACE.replace("IND", "QQQ"), "unknown country 'QQQ'"),
        (PLACES, A_PLACE.replace("Merapur", ""), "empty name"),
        (PLACES, A_PLACE + "many", "population is 'many'"),
        (PLACES, A_PLACE + "-5", "population is '-5'"),
        (PLACES, A_PLACE.replace("80.2\t", "80.2\tx"), "geonames is 'x'"),
        (PLACES, "मेरापुर\tMerapur\tIND", "3 cells, expected 8"),
        (PLACES, A_PLACE.replace("मेरापुर", NOT_NFC), "not in NFC"),
    ],
)
def test_names_and_places(file: str, row: str, told: str, tmp_path: Path) -> None:
    refused(file, f"{header(file)}\n{row}\n", told, names, tmp_path, 2)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("row", [A_GROUP, A_PLACE])
def test_doubled_rows(row: str, tmp_path: Path) -> None:
    file = GROUPS if row == A_GROUP else PLACES
    refused(file, f"{header(file)}\n{row}\n{row}\n", row.split("\t")[0], names, tmp_path, 3)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("code", ["XAB", "JEY"])
def test_codes_that_iso_leaves_to_users_are_taken(code: str, tmp_path: Path) -> None:
    (tmp_path / COUNTRIES).parent.mkdir(parents=True)
    (tmp_path / COUNTRIES).write_text(f"{header(COUNTRIES)}\nमेरा देश\t{code}\tcountry\tMine\t\town\n", "utf-8")
    assert code in names((SHIPPED, tmp_path)).countries


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("file", [GROUPS, PEOPLE, COUNTRIES, MARKS])
def test_columns(file: str, tmp_path: Path) -> None:
    refused(file, "form\tland\nक\tIND\n", "columns are 'form\\tland'", names, tmp_path, 1)


@pytest.mark.parametrize(
    ("file", "row", "told", "load"),
    [
        (NUMBERS, "सत्तरह\t17\tbig", "unknown kind 'big'", Calendar.load),
        (NUMBERS, "सत्तरह\tmany\tunit", "'many' is no number", Calendar.load),
        (NUMBERS, "सत्तरह\tinf\tunit", "'inf' is no number", Calendar.load),
        ("hindi/spelling.tsv", "क\tख\tmagic", "unknown kind 'magic'", lambda f, _: Spelling.load(f)),
        ("hindi/spelling.tsv", "(क\tख\tpattern", "not a pattern: '(क'", lambda f, _: Spelling.load(f)),
        ("hindi/spelling.tsv", "क\t\\9\tpattern", "not a pattern: 'क'", lambda f, _: Spelling.load(f)),
        ("hindi/words/nouns.tsv", "कबूतर\tzzz\thuman\t", "no noun paradigm 'zzz'", Words.load),
        ("hindi/words/nouns.tsv", "कबूतर\tm\tbird\t", "unknown sem 'bird'", Words.load),
        ("cameo.tsv", "9x\tAID\t\t\t\tyes", "'9x' is no CAMEO code", lambda f, _: Cameo.load(f)),
        ("cameo.tsv", "999\tAID\t\t\t\tyes", "'999' is no CAMEO code", lambda f, _: Cameo.load(f)),
        ("cameo.tsv", "070\tHELP\t\t\t\tyes", "no such type 'HELP'", lambda f, _: Cameo.load(f)),
        ("cameo.tsv", "070\tAID\tfast\t\t\tyes", "AID has no mode 'fast'", lambda f, _: Cameo.load(f)),
        ("cameo.tsv", "070\tAID\t\tlove\t\tyes", "no such context 'love'", lambda f, _: Cameo.load(f)),
        ("cameo.tsv", "070\tAID\t\t\tmaybe\tyes", "no such status 'maybe'", lambda f, _: Cameo.load(f)),
        ("cameo.tsv", "070\tAID\t\t\t\tno", "default is 'no'", lambda f, _: Cameo.load(f)),
    ],
)
def test_other_tables(
    file: str, row: str, told: str, load: Callable[[Folders, Spelling], object], tmp_path: Path
) -> None:
    refused(file, f"{header(file)}\n{row}\n", told, lambda folders: load(folders, spelling()), tmp_path, 2)


FRAME = '[[frame]]\nid = "mine.help"\ntype = "AID"\ntrigger = ["मदद देना"]\nyes = ["<मदद दी>"]\nno = ["क"]\n'
CUE = '[[cue]]\nid = "mine"\nstatus = "actual"\nform = ["क"]\n'


@pytest.mark.parametrize(
    ("file", "text", "line", "told", "load"),
    [
        ("hindi/counts.toml", '[words\npeople = ["क"]\n', 1, "not TOML", Calendar.load),
        ("hindi/counts.toml", '[words]\npeple = ["क"]\n', 2, "unknown name 'peple'", Calendar.load),
        ("hindi/counts.toml", '[words]\npeople = "क"\n', 1, "Expected `array`, got `str`", Calendar.load),
        ("hindi/counts.toml", '[words]\npeople = ["क", ""]\n', 2, "an empty text in a list", Calendar.load),
        ("hindi/time.toml", '[words]\nsomday = ["क"]\n', 2, "unknown name 'somday'", Calendar.load),
        ("hindi/time.toml", '[weekdays]\nfunday = ["क"]\n', 2, "unknown name 'funday'", Calendar.load),
        ("hindi/contexts.toml", '[contexts]\nlove = ["क"]\n', 2, "unknown context 'love'", Contexts.load),
        ("hindi/contexts.toml", f'[contexts]\nhealth = ["{NOT_NFC}"]\n', 2, "not in NFC", Contexts.load),
        ("hindi/where.toml", 'inn = ["क"]\n', 1, "Object contains unknown field `inn`", Gazetteer.load),
        ("hindi/karaka.toml", '[[rule]]\nid = "x"\nfoo = "y"\n', 1, "Object contains", lambda f, _: Karakas.load(f)),
        ("hindi/readings.toml", '[[rule]]\nid = "x"\nfoo = "y"\n', 1, "Object contains", Readings.load),
        ("hindi/paradigms.toml", "foo = 3\n", 1, "Object contains unknown field `foo`", Words.load),
        ("plover.toml", 'statuses = ["actual"]\n', 0, "Object missing", lambda f, _: Labels.load(f)),
        ("hindi/status.toml", CUE.replace("actual", "maybe"), 2, "mine: no such status", lambda f, _: frames(f)),
        ("hindi/status.toml", CUE + 'reach = "x"\n', 2, "mine: no such reach 'x'", lambda f, _: frames(f)),
        ("hindi/status.toml", CUE + 'frm = "x"\n', 1, "Object contains", lambda f, _: frames(f)),
        ("hindi/classes.toml", 'everywhere = ["nope"]\n', 1, "no class 'nope'", lambda f, _: frames(f)),
        ("hindi/clauses.toml", 'speach = ["कि"]\n', 1, "Object contains", lambda f, _: frames(f)),
        (FRAMES, FRAME.replace("AID", "HELP"), 2, "mine.help: no such type 'HELP'", lambda f, _: frames(f)),
        (FRAMES, FRAME + 'mode = "fast"\n', 2, "mine.help: AID has no mode 'fast'", lambda f, _: frames(f)),
        (FRAMES, FRAME + 'beats = ["no.such"]\n', 2, "mine.help: beats no frame", lambda f, _: frames(f)),
        (FRAMES, FRAME.replace("मदद देना", ""), 4, "an empty text in a list", lambda f, _: frames(f)),
        (FRAMES, FRAME.replace("देना", "दान"), 2, "mine.help: 'दान' is no verb", lambda f, _: frames(f)),
        (FRAMES, FRAME + FRAME, 2, "frame 'mine.help' stands twice", lambda f, _: frames(f)),
        (
            FRAMES,
            FRAME + 'recipient = ["के समक्ष"]\n',
            2,
            "mine.help: recipient 'के समक्ष': no group is marked 'के समक्ष' (hint: write 'के सामने')",
            lambda f, _: frames(f),
        ),
        (
            FRAMES,
            FRAME + 'both = ["पर/के घर"]\n',
            2,
            "mine.help: both 'पर/के घर': no group is marked 'के घर'",
            lambda f, _: frames(f),
        ),
        (
            FRAMES,
            FRAME + 'actor = ["kartaa"]\n',
            2,
            "mine.help: actor 'kartaa': no group is marked 'kartaa'",
            lambda f, _: frames(f),
        ),
        (FRAMES, FRAME + 'actor = ["/का"]\n', 2, "mine.help: actor '/का': no case", lambda f, _: frames(f)),
        (
            FRAMES,
            FRAME + 'recipient = ["@nope पर"]\n',
            2,
            "mine.help: recipient '@nope पर': no class @nope",
            lambda f, _: frames(f),
        ),
        (
            FRAMES,
            FRAME + 'recipient = ["का:region"]\n',
            2,
            "mine.help: recipient 'का:region': no kind of name 'region'",
            lambda f, _: frames(f),
        ),
        (FRAMES, FRAME + 'needs = ["somebody"]\n', 2, "mine.help: no such need 'somebody'", lambda f, _: frames(f)),
    ],
)
def test_rules(
    file: str,
    text: str,
    line: int,
    told: str,
    load: Callable[[Folders, Spelling], object],
    tmp_path: Path,
) -> None:
    refused(file, text, told, lambda folders: load(folders, spelling()), tmp_path, line)


@pytest.mark.usefixtures("few")
def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / GROUPS).parent.mkdir(parents=True)
    (tmp_path / GROUPS).write_bytes(b"\xff\xfe")
    with pytest.raises(DataError, match=r"groups\.tsv: not UTF-8 at byte 0"):
        names((SHIPPED, tmp_path))


def test_a_file_that_only_the_package_has(tmp_path: Path) -> None:
    (tmp_path / "read.toml").write_text("foo = 1\n", "utf-8")
    with pytest.raises(DataError, match=r"nothing reads read\.toml"):
        known(tmp_path)


def test_weights_of_unknown_names_are_checked(tmp_path: Path) -> None:
    file = tmp_path / "hindi" / "unknown.tsv"
    file.parent.mkdir(parents=True)
    columns = header("hindi/unknown.tsv")
    file.write_text(columns + "\nx" + "\tmuch" * columns.count("\t") + "\n", "utf-8")
    assert check((SHIPPED, tmp_path), only="none").faults[0].startswith(f"{file}:2: could not convert")


@pytest.mark.parametrize(
    ("file", "text", "told", "load", "line"),
    [
        ("hindi/time.toml", '# mine\n[weekdays]\nmonday = "सोमवार"\n', "Expected `array`", Calendar.load, 2),
        ("hindi/counts.toml", '# mine\n\nbogus = ["क"]\n', "Object contains unknown field `bogus`", Calendar.load, 3),
        ("hindi/where.toml", 'inn = ["में"]\n', "Object contains unknown field `inn`", Gazetteer.load, 1),
        ("hindi/paradigms.toml", '[noun.zz]\nforms = ["ा q sg"]\n', "noun.zz: unknown feature", Words.load, 1),
    ],
)
def test_where_a_rule_file_does_not_hold(
    file: str, text: str, told: str, load: Callable[[Folders, Spelling], object], line: int, tmp_path: Path
) -> None:
    refused(file, text, told, lambda folders: load(folders, spelling()), tmp_path, line)


def test_outlets_of_ones_own_are_checked_before_they_are_needed(tmp_path: Path) -> None:
    (tmp_path / "outlets").mkdir()
    (tmp_path / "outlets" / "mine.toml").write_text("name = 5\n", "utf-8")
    with pytest.raises(DataError, match=r"mine\.toml:1: Expected `str`"):
        Coder((tmp_path,))
