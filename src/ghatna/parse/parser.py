"""A sentence from text to roles, stage by stage."""

from ghatna.lexicon.rules import ClauseWords
from ghatna.lexicon.words import Words
from ghatna.model import Roles, Tagged
from ghatna.parse.chunk import chunk
from ghatna.parse.clause import clauses
from ghatna.parse.karaka import Karakas, roles


def parse(tagged: Tagged, words: Words, shapes: ClauseWords, karakas: Karakas) -> Roles:
    """Tagged words → chunks → clauses → roles."""
    chunks = chunk(tagged, words, shapes)
    found = clauses(tagged, chunks, shapes)
    return Roles(tagged, chunks, found, tuple(roles(c, chunks, words, shapes, karakas) for c in found))
