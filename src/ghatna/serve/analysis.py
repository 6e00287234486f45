"""Which measurement of the analysis a file asks for: a treebank in CoNLL-U, or a corpus of names in CoNLL columns."""

from pathlib import Path

from ghatna.errors import DataError
from ghatna.pipeline import Coder
from ghatna.serve import naming, treebank
from ghatna.serve.score import Report

SUFFIXES = {".conllu": "conllu", ".conll": "conll"}


def analysed(path: Path, data: tuple[Path, ...] = ()) -> Report | None:
    """The report for a file of one of the two formats, None for any other. Raises `DataError` for a file that has
    their name or look and not their rows, or no sentence."""
    form = format_of(path)
    if form is None:
        return None
    coder = Coder(data)
    report = treebank.measure(path, coder) if form == "conllu" else naming.measure(path, coder)
    if report is None:
        raise DataError(path, 0, "no sentence to measure on")
    return report


def format_of(path: Path) -> str | None:
    """`conllu` or `conll` by suffix, else by the first line that is no comment: ten columns, or a word and a tag."""
    if path.is_dir():
        return None
    if path.suffix in SUFFIXES:
        return SUFFIXES[path.suffix]
    with path.open(encoding="utf-8", errors="replace") as lines:
        first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    cells = first.rstrip("\n").split("\t")
    if len(cells) == 10 and cells[0].isdigit():
        return "conllu"
    return "conll" if len(cells) == 2 and (cells[1] == "O" or cells[1][:2] in ("B-", "I-")) else None
