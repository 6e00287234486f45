"""Frame words found in a clause: `Candidate`."""

from msgspec import Struct

from ghatna.lexicon.rules import Frame
from ghatna.model import Roles


class Candidate(Struct, frozen=True):
    """Frame words found: trigger tokens `first … last` (excluded), noun part `noun … noun_last` (-1 for none)."""

    frame: Frame
    clause: int
    first: int
    last: int
    noun: int
    noun_last: int
    event: bool = False
    """True for a bare event noun (of a verbless headline, a happening, a participle)."""
    bare: str = ""
    """In a headline without its verb (`पांच गिरफ्तार`, `सेना हाई अलर्ट पर`): the verb that is left out."""

    gap: int = 0
    """Tokens between the noun part and its verb."""

    @property
    def weight(self) -> int:
        return (self.noun_last - self.noun if self.noun >= 0 else 0) * 2 + (0 if self.event else 1)


def scope(candidate: Candidate, roles: Roles) -> tuple[int, int]:
    """The tokens of a candidate's clause: from its first shared chunk to its verb."""
    clause = roles.clauses[candidate.clause]
    some = [roles.chunks[i] for i in (*clause.outer, *clause.chunks)]
    if clause.verb >= 0:
        some.append(roles.chunks[clause.verb])
    first = min((c.first for c in some), default=candidate.first)
    last = max((c.last for c in some), default=candidate.last)
    return min(first, candidate.first), max(last, candidate.last)
