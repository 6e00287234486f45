"""Which words can name a participant."""

from ghatna.model import NameAt, Tagged

ACTING = frozenset(("role", "body", "group", "party", "person", "country", "seat"))
SEMS = frozenset(("human", "group", "body"))


def participant(tagged: Tagged, i: int, named: dict[int, NameAt]) -> bool:
    """Whether token `i` can be the head of a participant: a name that acts, a noun for people or an institution, a
    pronoun, or an unknown proper noun."""
    reading = tagged.tokens[i].readings[0]
    name = named.get(i)
    if name is not None:
        kinds = {n.kind for n in name.names}
        return bool(kinds & ACTING) or (kinds == {"adjective"} and reading.sem in SEMS)
    return reading.sem in SEMS or reading.pos == "PRON" or (reading.pos == "PROPN" and not reading.sem)
