"""Whom a relative clause that follows a verb tells about."""

from ghatna.lexicon.cases import DIRECT, ERGATIVE, IN, OBJECT, WITH
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Chunk, Tagged
from ghatna.parse.participant import ACTING, SEMS

PERSONAL_CASES = frozenset((DIRECT, ERGATIVE, OBJECT, WITH))
"""Cases of a relative pronoun that after a verb means somebody rather than what was told."""
PLACES = frozenset(("country", "seat", "region", "place"))


def told_late(nouns: list[int], relative: Chunk, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> int:
    """Whom a relative clause after the verb tells about: those pointed out before (उन लोगों को | सजा मिली, जो …), else
    whoever the last act was done to or by, not its noun (दो युवकों को | गिरफ्तार किया, जो …)."""
    tokens = tagged.tokens
    for k in reversed(nouns):
        if tokens[chunks[k].first].norm in shapes.demonstrative and chunks[k].last - chunks[k].first > 1:
            return k
    last = chunks[nouns[-1]]
    after = chunks[nouns[-1] + 1] if nouns[-1] + 1 < len(chunks) else None
    light = last.case == DIRECT and after is not None and after.kind == "verb"
    several = tokens[relative.first].readings[0].number == "pl"
    personal = relative.case in PERSONAL_CASES or several
    if not personal or not light or len(nouns) < 2 or _somebody(nouns[-1], tagged, chunks):
        return nouns[-1]
    if chunks[nouns[-2]].case == OBJECT:
        return nouns[-2]  # जहाज को | जब्त किया, जिसे …
    return next((k for k in reversed(nouns[:-1]) if _somebody(k, tagged, chunks)), nouns[-1])


def correlates(i: int, tagged: Tagged, chunks: tuple[Chunk, ...]) -> bool:
    """Whether the relative word at chunk `i` only qualifies the noun after it, which is told about later:
    जो लोग …, वे …; जिन नेताओं ने …, उन्हें …"""
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    if chunks[i].body - chunks[i].first > 1:
        return True
    if after is None or after.kind != "noun" or chunks[i].last > chunks[i].body or chunks[i].last != after.first:
        return False
    if chunks[i].case == DIRECT:
        return after.case == DIRECT and _somebody(i + 1, tagged, chunks)
    return chunks[i].case == "obl"


def headless(told: int, relative: Chunk, tagged: Tagged, chunks: tuple[Chunk, ...]) -> bool:
    """Whether only a named place stands before a relative word that means people, not it: ईरान में | जो विरोध कर रहे थे."""
    if told < 0 or chunks[told].case != IN or relative.case not in PERSONAL_CASES:
        return False
    head = chunks[told].head
    return any(at.first <= head < at.last and {n.kind for n in at.names} & PLACES for at in tagged.names)


def _somebody(k: int, tagged: Tagged, chunks: tuple[Chunk, ...]) -> bool:
    """Whether chunk `k` names somebody who acts, or people."""
    head = chunks[k].head
    if tagged.tokens[head].readings[0].sem in SEMS:
        return True
    return any(at.first <= head < at.last and {n.kind for n in at.names} & ACTING for at in tagged.names)
