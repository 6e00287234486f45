"""How well words are split and tagged, measured on treebanks in CoNLL-U."""

import collections
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ghatna.model import Document, Sentence
from ghatna.parse.split import split
from ghatna.parse.tag import Hindi, tag

SAME = {"CONJ": "CCONJ"}
"""Tags of UD version 1 under their names of today."""


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """Shares between 0 and 1; `confused` counts (expected, given) tags, `wrong` counts (word, expected, given)."""

    sentences: float
    tokens: float
    tags: float
    """Over tokens whose limits are right; AUX and VERB told apart."""
    cases: float
    """F1 of the tag ADP."""
    confused: tuple[tuple[tuple[str, str], int], ...]
    wrong: tuple[tuple[tuple[str, str, str], int], ...]


def treebank(path: Path) -> Iterator[list[tuple[str, str, bool]]]:
    """The sentences of a CoNLL-U file as (word, tag, blank after it)."""
    words: list[tuple[str, str, bool]] = []
    for line in path.read_text("utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) > 9 and cells[0].isdigit():
            words.append((cells[1], SAME.get(cells[3], cells[3]), "SpaceAfter=No" not in cells[9]))
        elif not line and words:
            yield words
            words = []


def measure(path: Path, lexicon: Hindi, *, most: int = 40) -> Score:
    """Compares the tagger with a treebank; spans are positions in the text that the treebank's words make up."""
    right_tokens = given_tokens = expected_tokens = right_tags = compared = 0
    given_adp = expected_adp = right_adp = right_ends = given_ends = expected_ends = 0
    confused: collections.Counter[tuple[str, str]] = collections.Counter()
    wrong: collections.Counter[tuple[str, str, str]] = collections.Counter()
    group: list[str] = []
    found = list(treebank(path))
    for n, words in enumerate(found):
        text, expected = "", {}
        for word, pos, blank in words:
            expected[len(text), len(text) + len(word)] = pos
            text += word + " " * blank
        tokens = tag(Sentence(text.rstrip(), 0), lexicon).tokens
        given = {(t.start, t.end): t.pos for t in tokens}
        both = given.keys() & expected.keys()
        right_tokens, given_tokens = right_tokens + len(both), given_tokens + len(given)
        expected_tokens += len(expected)
        for at in both:
            compared += 1
            right_tags += given[at] == expected[at]
            if given[at] != expected[at]:
                confused[expected[at], given[at]] += 1
                wrong[text[at[0] : at[1]], expected[at], given[at]] += 1
        adp = {at for at, pos in expected.items() if pos == "ADP"}
        mine = {at for at, pos in given.items() if pos == "ADP"}
        right_adp, given_adp, expected_adp = right_adp + len(adp & mine), given_adp + len(mine), expected_adp + len(adp)
        group.append(text.rstrip())
        if len(group) == 5 or n == len(found) - 1:  # paragraphs of five sentences, as in papers
            ends, length = set(), -1
            for sentence in group:
                length += len(sentence) + 1
                ends.add(length)
            mine_ends = {s.end for s in split(Document(id="", text=" ".join(group)), lexicon.words)}
            right_ends, given_ends = right_ends + len(ends & mine_ends), given_ends + len(mine_ends)
            expected_ends += len(ends)
            group = []
    return Score(
        sentences=2 * right_ends / (given_ends + expected_ends),
        tokens=2 * right_tokens / (given_tokens + expected_tokens),
        tags=right_tags / compared,
        cases=2 * right_adp / (given_adp + expected_adp),
        confused=tuple(confused.most_common(most)),
        wrong=tuple(wrong.most_common(most)),
    )
