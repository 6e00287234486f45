"""Treebanks in CoNLL-U (universaldependencies.org/format): sentences as rows of words, and the text they make."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from ghatna.errors import DataError

FIRST_VERSION = {"CONJ": "CCONJ"}
"""Tags of UD version 1 under their names of today."""

CLOSING, OPENING = frozenset("।,.?!;:)]}”’…-"), frozenset("([{“‘-")
"""Marks that stand close to the word before or after them, for treebanks that say nothing of blanks."""


class Word(Struct, frozen=True):
    """A row of a treebank. `head` counts words of its sentence from 0, -1 for the root."""

    form: str
    upos: str
    xpos: str
    proper: bool
    head: int
    relation: str
    blank: bool
    """Whether a blank follows."""


def treebank(path: Path) -> list[list[Word]]:
    """The sentences of a CoNLL-U file. Raises `DataError` for a row without ten columns."""
    found: list[list[Word]] = []
    words: list[Word] = []
    for n, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line.strip():
            if words:
                found.append(words)
            words = []
            continue
        cells = line.split("\t")
        if line.startswith("#") or not cells[0].isdigit():
            continue
        if len(cells) != 10 or not cells[6].isdigit():
            raise DataError(path, n, "not a row of CoNLL-U", hint="ten columns, the seventh a number")
        upos = FIRST_VERSION.get(cells[3], cells[3])
        proper = "Proper=True" in cells[9] or cells[4].startswith("NNP")
        blank = "SpaceAfter=No" not in cells[9]
        words.append(Word(cells[1], upos, cells[4], proper, int(cells[6]) - 1, cells[7], blank))
    if words:
        found.append(words)
    if all(word.blank for sentence in found for word in sentence):
        return [_closed_up(sentence) for sentence in found]
    return found


def _closed_up(words: Sequence[Word]) -> list[Word]:
    """The words with marks set close to their neighbours, as papers print them."""
    out = []
    for word, after in zip(words, [*words[1:], None], strict=True):
        close = word.form in OPENING or (after is not None and after.form in CLOSING)
        out.append(Word(word.form, word.upos, word.xpos, word.proper, word.head, word.relation, not close))
    return out


def joined(words: Sequence[Word]) -> tuple[str, list[tuple[int, int]]]:
    """The text that the words make, and where each stands in it."""
    text, spans = "", []
    for word in words:
        spans.append((len(text), len(text) + len(word.form)))
        text += word.form + " " * word.blank
    return text.rstrip(), spans
