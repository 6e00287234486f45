"""How the analysis is measured: small treebanks and corpora of names whose figures can be counted by hand."""

from pathlib import Path

import pytest

from ghatna.errors import DataError
from ghatna.pipeline import Coder
from ghatna.serve import naming, treebank
from ghatna.serve.analysis import analysed, format_of
from ghatna.serve.conllu import joined
from ghatna.serve.conllu import treebank as read

ROWS = [
    "1 सरकार सरकार NOUN NN _ 5 nsubj _ _",
    "2 ने ने ADP PSP _ 1 case _ _",
    "3 हमले हमला NOUN NN _ 5 obj _ _",
    "4 की का ADP PSP _ 3 case _ _",
    "5 निंदा निंदा NOUN NN _ 0 root _ _",
    "6 की कर VERB VM _ 5 aux _ SpaceAfter=No",
    "7 । । PUNCT SYM _ 5 punct _ _",
]


def bank(path: Path, *rows: str) -> Path:
    path.write_text("\n".join("\t".join(row.split(" ")) for row in rows) + "\n\n", "utf-8")
    return path


def test_figures_of_a_treebank(tmp_path: Path, coder: Coder) -> None:
    report = treebank.measure(bank(tmp_path / "a.conllu", *ROWS), coder)
    assert report is not None
    assert set(report.figures.values()) == {1.0, 0.0}
    assert report.figures["subject.ergative"] == report.figures["case"] == report.figures["upos"] == 1.0
    assert report.figures["subject.dative"] == 0.0, "there is none"


def test_a_wrong_tag_is_told_by_word_and_kind(tmp_path: Path, coder: Coder) -> None:
    rows = [row.replace("ने ADP", "ने NOUN") if " 1 case" in row else row for row in ROWS]
    report = treebank.measure(bank(tmp_path / "a.conllu", *rows), coder)
    assert report is not None
    assert report.figures["upos"] == pytest.approx(6 / 7)
    assert "  NOUN as ADP 1: ने 1" in report.details


@pytest.mark.parametrize(
    ("was", "now"),
    [("VERB VM", "AUX VAUX"), ("NOUN NN _ 5 nsubj", "PROPN NNP _ 5 nsubj")],
    ids=["second verbs", "common words in names"],
)
def test_conventions_are_evened(tmp_path: Path, coder: Coder, was: str, now: str) -> None:
    report = treebank.measure(bank(tmp_path / "a.conllu", *(row.replace(was, now) for row in ROWS)), coder)
    assert report is not None
    assert report.figures["upos"] == pytest.approx(6 / 7)
    assert report.figures["upos.even"] == 1.0


def test_marks_stand_close_where_a_treebank_says_nothing(tmp_path: Path) -> None:
    (words,) = read(bank(tmp_path / "a.conllu", *(row.replace("SpaceAfter=No", "_") for row in ROWS)))
    assert joined(words)[0] == "सरकार ने हमले की निंदा की।"


def test_figures_of_names(tmp_path: Path, coder: Coder) -> None:
    lines = ["रूस\tB-LOCATION", "ने\tO", "नरेंद्र\tB-PERSON", "मोदी\tI-PERSON", "से\tO", "बात\tO", "की।\tO"]
    path = tmp_path / "names.conll"
    text, k = " ".join(line.split("\t")[0] for line in lines), 0
    while not naming.held_out(f"{text} {k}"):  # a sentence of the fifth that is measured
        k += 1
    path.write_text("\n".join((*lines, f"{k}\tO")) + "\n", "utf-8")
    report = naming.measure(path, coder)
    assert report is not None
    assert {name: f for name, f in report.figures.items() if not name.startswith("organisation")} == {
        "person.F": 1.0,
        "person.over": 1.0,
        "place.F": 1.0,
        "place.over": 1.0,
    }


def test_formats_are_known_by_suffix_or_by_look(tmp_path: Path) -> None:
    assert format_of(bank(tmp_path / "a.conllu", *ROWS)) == "conllu"
    assert format_of(bank(tmp_path / "a.txt", *ROWS)) == "conllu"
    assert format_of(bank(tmp_path / "b.txt", "रूस B-LOCATION")) == "conll"
    assert format_of(bank(tmp_path / "c.jsonl", "{}")) is None
    assert format_of(tmp_path) is None


@pytest.mark.parametrize(
    ("name", "row"), [("a.conllu", "1 सरकार NOUN"), ("a.conll", "सरकार NOUN"), ("b.conllu", ""), ("b.conll", "")]
)
def test_what_is_no_treebank_is_refused(tmp_path: Path, name: str, row: str) -> None:
    with pytest.raises(DataError):
        analysed(bank(tmp_path / name, row))
