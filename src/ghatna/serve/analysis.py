"""Which measurement a file asks for: a treebank in CoNLL-U, a corpus of names in CoNLL columns, articles whose
references are annotated, or articles whose stories are known."""

from pathlib import Path

from ghatna.errors import DataError
from ghatna.pipeline import Coder
from ghatna.serve import naming, referring, storied, treebank
from ghatna.serve.score import Report, parts

SUFFIXES = {".conllu": "conllu", ".conll": "conll"}
MEASURES = {
    "conllu": treebank.measure,
    "conll": naming.measure,
    "references": referring.measure,
    "stories": storied.measure,
}
REFERRED = '"references":'
STORIED = '"story":'


def analysed(path: Path, data: tuple[Path, ...] = ()) -> Report | None:
    """The report for a file of one of the formats, None for any other. Raises `DataError` for a file that has
    their name or look and not their rows, or no sentence."""
    form = format_of(path)
    if form is None:
        return None
    coder = Coder(data)
    report = MEASURES[form](path, coder)
    if report is None:
        raise DataError(path, 0, "no sentence to measure on")
    return report


def format_of(path: Path) -> str | None:
    """`conllu` or `conll` by suffix, else by the first line that is no comment: ten columns, or a word and a tag, or an
    article with `references` or a `story`; a folder is what all its files are, where they are of the last two."""
    if path.is_dir():
        some = {format_of(one) for one in parts(path)}
        return some.pop() if len(some) == 1 and some <= {"references", "stories"} else None
    if path.suffix in SUFFIXES:
        return SUFFIXES[path.suffix]
    with path.open(encoding="utf-8", errors="replace") as lines:
        first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    if first.startswith("{"):
        if STORIED in first and '"events":' not in first:
            return "stories"
        return "references" if REFERRED in first and '"events":' not in first else None
    cells = first.rstrip("\n").split("\t")
    if len(cells) == 10 and cells[0].isdigit():
        return "conllu"
    return "conll" if len(cells) == 2 and (cells[1] == "O" or cells[1][:2] in ("B-", "I-")) else None
