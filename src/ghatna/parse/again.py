"""One word of a name that an article has told in full, where it is a common word as well: धर्मेंद्र प्रधान …, प्रधान ने."""

from msgspec import structs

from ghatna.lexicon.cases import ERGATIVE
from ghatna.model import Name, NameAt, Reading, Tagged

PERSON = "person"
PROPER = "PROPN"


def again(tagged: Tagged, called: dict[str, tuple[Name, ...]]) -> Tagged:
    """The sentence with the persons of `called` who are named in it by one word, as the doer of an act, or before any
    postposition where the word is no other. Adds to `called` those whom the sentence names in full, by the first and
    last word of their name."""
    tokens = list(tagged.tokens)
    taken = {i for at in tagged.names for i in range(at.first, at.last)}
    added = []
    for i, (token, after) in enumerate(zip(tagged.tokens, tagged.tokens[1:], strict=False)):
        if token.norm not in called or i in taken or (i and tokens[i - 1].pos == PROPER):
            continue
        if after.norm == ERGATIVE or (token.pos == PROPER and after.pos == "ADP"):
            added.append(NameAt(i, i + 1, called[token.norm]))
            tokens[i] = structs.replace(token, readings=(Reading(token.norm, PROPER), *token.readings))
    for at in tagged.names:
        if at.last - at.first > 1 and all(name.kind == PERSON for name in at.names):
            called |= {tokens[at.first].norm: at.names, tokens[at.last - 1].norm: at.names}
    if not added:
        return tagged
    names = sorted((*tagged.names, *added), key=lambda at: at.first)
    return Tagged(tagged.sentence, tuple(tokens), tuple(names))
