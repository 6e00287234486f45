"""Fonts of eight bits that show Hindi for Latin letters (Kruti Dev, Chanakya): recognised, and refused by name.

No package of an open licence was found that converts them without faults, and a wrong letter is a wrong event.
"""

from collections import Counter

from ghatna.read.patterns import Patterns

SHARE = 0.08
"""The share of frequent words, in running Hindi about a quarter."""
DIFFERENT = 3
SAMPLE = 20_000
MARKS = ".,;:!?()\"'|-"


def font(text: str, patterns: Patterns) -> str:
    """The name of the font that `text` is meant for; empty for text that means what it says."""
    found = Counter(text[:SAMPLE].split()) + Counter(
        w.strip(MARKS) for w in text[:SAMPLE].split() if w != w.strip(MARKS)
    )
    best = ("", 0)
    for one in patterns.rules.fonts.values():
        known = [word for word in one.words if word in found]
        hits = sum(found[word] for word in known)
        # Walkman Chanakya spells most words as Kruti Dev does, so a later font needs only as many.
        if len(known) >= DIFFERENT and hits >= SHARE * found.total() and hits > best[1]:
            best = (one.name, hits)
    return best[0]
