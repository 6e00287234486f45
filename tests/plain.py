"""Sentences as tokens without the tagger, for tests of what looks at words alone."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import SHIPPED
from ghatna.model import Reading, Sentence, Tagged, Token

GOLD = Path(__file__).parent / "gold"
WORD = re.compile(r"[\u0900-\u0963\u0971-\u097f]+|[0-9\u0966-\u096f]+(?:[.,/-][0-9\u0966-\u096f]+)*|[A-Za-z]+|\S")


@cache
def spelling() -> Spelling:
    """The shipped spelling."""
    return Spelling.load((SHIPPED,))


def plain(text: str) -> Tagged:
    """A sentence of tokens whose only reading is the word itself."""
    text = unicodedata.normalize("NFC", text)
    tokens = []
    for found in WORD.finditer(text):
        norm = spelling().fold(found[0])
        tokens.append(Token(found[0], found.start(), found.end(), norm, (Reading(norm, "X"),)))
    return Tagged(Sentence(text, 0), tuple(tokens))


def gold(name: str) -> list[dict[str, str]]:
    """Rows of a table of `tests/gold`."""
    lines = [line for line in (GOLD / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]
