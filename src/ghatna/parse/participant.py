"""Which words can name a participant."""

from ghatna.lexicon.cases import ERGATIVE, GENITIVE, OBJECT
from ghatna.model import NameAt, Tagged

ACTING = frozenset(("role", "body", "group", "party", "person", "country", "seat"))
GOVERNS = "GOV"
"""The sector of names of places that may stand for their governments."""
SEMS = frozenset(("human", "group", "body"))


def participant(tagged: Tagged, i: int, named: dict[int, NameAt]) -> bool:
    """Whether token `i` can be the head of a participant: a name that acts, a noun for people or an institution, a
    pronoun, or an unknown proper noun."""
    reading = tagged.tokens[i].readings[0]
    name = named.get(i)
    if name is not None:
        kinds = {n.kind for n in name.names}
        if kinds == {"place"}:
            return any(GOVERNS in n.sectors for n in name.names) and marked(tagged, name.last)
        return bool(kinds & ACTING) or (kinds == {"adjective"} and reading.sem in SEMS)
    if reading.pos == "NUM":
        return counted(tagged, i)
    if reading.pos == "DET":
        return alone(tagged, i)
    if reading.pos == "ADP":
        return bool(reading.gender)  # no postposition, but an agentive that stands for people: नारे लगाने वालों को
    if reading.guess and i + 1 < len(tagged.tokens) and tagged.tokens[i + 1].norm == ERGATIVE:
        return True  # केन्याता ने: it only ends like a noun
    return reading.sem in SEMS or reading.pos == "PRON" or (reading.pos == "PROPN" and not reading.sem)


def marked(tagged: Tagged, i: int) -> bool:
    """Whether a part of a country, or of the world, that ends before token `i` acts or is dealt with and is not where
    something happens: बिहार | ने, यूरोप | को."""
    return i < len(tagged.tokens) and tagged.tokens[i].norm in (ERGATIVE, OBJECT)


def alone(tagged: Tagged, i: int) -> bool:
    """Whether a determiner stands for those it tells of, with no noun after it: दोनों गिरफ्तार, कई पर मुकदमा."""
    after = tagged.tokens[i + 1] if i + 1 < len(tagged.tokens) else None
    if after is None:
        return False
    return after.pos == "ADP" or (after.pos == "ADJ" and any(r.pos == "PRON" for r in tagged.tokens[i].readings))


def counted(tagged: Tagged, i: int) -> bool:
    """Whether a number stands for people, as headlines count them (दो को उम्रकैद, छह गिरफ्तार), no year, share or sum
    (करोड़ों की | संपत्ति)."""
    if i > 0 and tagged.tokens[i - 1].pos == "NUM":
        return False  # 25 लाख
    token = tagged.tokens[i]
    after = tagged.tokens[i + 1] if i + 1 < len(tagged.tokens) else None
    if token.norm.isdigit() and len(token.norm) > 3:
        return False
    if any(c in token.norm for c in ".:/%,"):
        return False
    if after is None or after.pos not in ("ADP", "ADJ", "VERB"):
        return False
    owned = tagged.tokens[i + 2].readings[0].sem if i + 2 < len(tagged.tokens) else ""
    return after.lemma != GENITIVE or owned != "thing"
