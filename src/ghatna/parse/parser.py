"""A sentence from text to roles, stage by stage."""

from ghatna.lexicon.rules import ClauseWords
from ghatna.lexicon.words import Words
from ghatna.model import Roles, Tagged
from ghatna.parse.chunk import chunk
from ghatna.parse.clause import clauses
from ghatna.parse.karaka import Karakas, roles
from ghatna.parse.subject import bare_subjects


def parse(tagged: Tagged, words: Words, shapes: ClauseWords, karakas: Karakas) -> Roles:
    """Tagged words → chunks → clauses → roles."""
    chunks = chunk(tagged, words, shapes)
    found = clauses(tagged, chunks, shapes)
    parts = tuple(roles(c, chunks, words, shapes, karakas) for c in found)
    if (cut := bare_subjects(tagged, chunks, found, parts, shapes)) is not None:
        chunks = cut
        found = clauses(tagged, chunks, shapes)
        parts = tuple(roles(c, chunks, words, shapes, karakas) for c in found)
    return Roles(tagged, chunks, found, parts)
