"""What stands before a marked group without belonging to it: the subject, or the noun of the light verb to come."""

from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Reading, Token

ACTS = frozenset(("speech", "event", "abstract"))
"""Classes of the nouns that a light verb makes happen."""
REACH = 8
"""Tokens after the marked group in which its light verb must stand."""


def before(
    tokens: tuple[Token, ...],
    first: int,
    head: int,
    last: int,
    named: dict[int, frozenset[str]],
    shapes: ClauseWords,
) -> int:
    """Where the group that ends at `head`, marked up to `last`, truly begins: after an act that is told before who did
    it (`यह हमला | आतंकियों ने किया`), or after a pronoun that the mark cannot mean (`वे | राष्ट्रपति से`); else `first`."""
    k = first
    if tokens[k].norm in shapes.direct and tokens[k + 1].pos != "NUM":
        k += 1
    if k < head and k not in named and (act := tokens[k].readings[0]).sem in ACTS:
        after = tokens[k + 1].readings[0]
        somebody = k + 1 in named or after.sem in ("human", "group") or after.pos in ("DET", "NUM", "PROPN")
        if somebody and _light_ahead(act, tokens, last, shapes):
            return k + 1
    return k


def out_of_case(tokens: tuple[Token, ...], first: int, head: int) -> int:
    """Where a noun in direct case ends that its adjective betrays, since it agrees with no marked noun (पुराना गठबंधन |
    सीटों के); `first` when there is none."""
    for k in range(first, head - 1):
        here, noun = tokens[k], tokens[k + 1]
        direct = here.pos == "ADJ" and all(r.pos == "ADJ" and r.case == "dir" for r in here.readings)
        if direct and noun.pos == "NOUN" and noun.readings[0].gender != "f" and noun.readings[0].sem != "time":
            return k + 2
    return first


def _light_ahead(act: Reading, tokens: tuple[Token, ...], last: int, shapes: ClauseWords) -> bool:
    """Whether the next verb after token `last` is the light verb of an act: right after a mark, without a noun of its
    own before or behind it, and alike in gender."""
    for v in range(last, min(last + REACH, len(tokens))):
        token = tokens[v]
        if token.pos in ("PUNCT", "CCONJ", "SCONJ"):
            return False
        if token.pos not in ("VERB", "AUX"):
            continue
        own = v - 1
        while own >= last and (tokens[own].pos == "PART" or tokens[own].norm in shapes.negation):
            own -= 1
        verb = token.readings[0]
        end = next((t for t in tokens[v:] if t.pos not in ("VERB", "AUX", "PART")), None)
        alike = not verb.gender or not act.gender or verb.gender == act.gender
        return (
            verb.lemma in (*shapes.transitive_light, shapes.be)
            and tokens[own].pos == "ADP"
            and alike
            and (end is None or end.pos not in ("NOUN", "ADJ", "ADV", "PROPN"))
        )
    return False
