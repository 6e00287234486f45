"""The data folder is what its README tells: every file has its line, every key of a rule its meaning."""

import re
import unicodedata
from fnmatch import fnmatch

import pytest

from ghatna.lexicon.rules import Cue, FrameRow
from ghatna.lexicon.tables import SHIPPED

README = (SHIPPED / "README.md").read_text("utf-8")
NAMED = [line.split("`")[1] for line in README.split("## Frames")[0].splitlines() if line.startswith("| `")]
FILES = [path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*") if path.suffix in (".tsv", ".toml")]


def test_every_file_has_its_line() -> None:
    assert [file for file in FILES if not any(fnmatch(file, name) for name in NAMED)] == []
    assert [name for name in NAMED if not any(fnmatch(file, name) for file in FILES)] == []


@pytest.mark.parametrize("file", [file for file in FILES if file.endswith(".tsv")])
def test_columns_are_those_told(file: str) -> None:
    line = next(line for line in README.splitlines() if line.startswith(f"| `{file}`"))
    lines = (SHIPPED / file).read_text("utf-8").splitlines()
    header = next(line for line in lines if not line.startswith("#")).split("\t")
    told = re.findall(r"`([^`]*)`", line)[1:]
    assert " ".join(header) in told or line.endswith("the same |")


def test_every_key_of_a_rule_has_its_meaning() -> None:
    frames, _, cues = README.partition("## Status cues")
    assert [key for key in FrameRow.__struct_fields__ if f"`{key}`" not in frames] == []
    assert [key for key in Cue.__struct_fields__ if f"`{key}`" not in cues and key not in ("yes", "no")] == []


def test_data_is_text_in_nfc_and_all_hindi_is_there() -> None:
    for file in FILES:
        raw = (SHIPPED / file).read_bytes()
        assert b"\r" not in raw, file
        assert unicodedata.is_normalized("NFC", raw.decode("utf-8")), file


def test_no_hindi_in_code() -> None:
    """Letters of Hindi stand in docstrings and comments, as examples; what the code compares with stands in data.

    The labels of the cases are what they are called after: they may be named, once.
    """
    found = []
    for path in sorted(SHIPPED.parent.rglob("*.py")):
        if path.as_posix().endswith(("lexicon/cases.py", "lexicon/words.py")):
            continue
        text = re.sub(r'"""(.|\n)*?"""', "", path.read_text("utf-8"))
        for line in text.splitlines():
            if re.search(r"[\u0904-\u0939\u0958-\u0961]", re.sub(r"\s#.*", "", line)):
                found.append(f"{path.name}: {line.strip()}")
    assert found == []


@pytest.mark.parametrize("name", ["people", "bodies", "groups", "parties", "countries", "regions"])
def test_every_row_names_its_source(name: str) -> None:
    lines = (SHIPPED / "hindi" / "actors" / f"{name}.tsv").read_text("utf-8").splitlines()
    header, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert header[-1] == "source"
    assert [row[0] for row in rows if not row[-1]] == []


def test_there_are_a_thousand_people_with_the_days_of_their_offices() -> None:
    lines = (SHIPPED / "hindi" / "actors" / "people.tsv").read_text("utf-8").splitlines()
    _, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len({row[3] for row in rows if row[6] or row[7]}) >= 3000
    assert len({row[3] for row in rows if row[6] and row[7]}) >= 1000
