"""A folder of the user's own data: what nothing reads is named, with what was probably meant."""

from pathlib import Path

import pytest

from ghatna.errors import DataError
from ghatna.lexicon.tables import SHIPPED, known

MARKS = "hindi/actors/marks.tsv"


def folder(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", "utf-8")
    return root


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("hindi/actors/group.tsv",), "nothing reads hindi/actors/group.tsv (hint: known are hindi/actors/groups.tsv"),
        (("actors/people.tsv",), "nothing reads actors/people.tsv (hint: known are hindi/actors/people.tsv"),
        (("groups.tsv.txt",), "nothing reads groups.tsv.txt (hint: known are hindi/actors/groups.tsv"),
        ((MARKS, "hindi/statsu.toml"), "nothing reads hindi/statsu.toml (hint: known are hindi/status.toml"),
        ((MARKS, "frames/mine.toml"), "nothing reads frames/mine.toml"),
        (tuple(f"{n}.tsv" for n in range(5)), "nothing reads 0.tsv, 1.tsv, 2.tsv and 2 more"),
        ((), "no data file in it"),
        ((".hidden.tsv",), "no data file in it"),
    ],
)
def test_what_nothing_reads_is_named(names: tuple[str, ...], told: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as raised:
        known(folder(tmp_path, *names))
    assert f"{tmp_path}: {told}" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_files_that_are_read_and_notes_beside_them_are_not(tmp_path: Path) -> None:
    known(folder(tmp_path, MARKS, "hindi/frames/mine.toml", "README.md", "notes.txt"))
    known(SHIPPED)


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such data folder"):
        known(tmp_path / "none")
