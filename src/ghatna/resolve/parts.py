"""The parts of a noun group between its postpositions, and the names in them that tell who somebody is."""

from collections.abc import Sequence

from msgspec import Struct

from ghatna.lexicon.names import Names
from ghatna.model import NameAt, Token

ACTING = ("role", "body", "group", "party", "person")
"""Kinds of names that tell what somebody is; the others tell where from."""


class Part(Struct, frozen=True):
    """A stretch of the group up to a postposition; `owns` when that is a genitive."""

    first: int
    last: int
    names: tuple[NameAt, ...]
    owns: bool


def unbracketed(tokens: Sequence[Token], found: tuple[NameAt, ...]) -> tuple[NameAt, ...]:
    """The names without a short form in brackets after one that says who acts: पाकिस्तान तहरीक-ए-इंसाफ | (पीटीआई)."""
    ends = {at.last for at in found if any(name.kind in ACTING for name in at.names)}
    return tuple(at for at in found if not (at.first > 1 and tokens[at.first - 1].norm == "(" and at.first - 1 in ends))


def of_their_own(tokens: Sequence[Token], found: tuple[NameAt, ...], names: Names) -> tuple[NameAt, ...]:
    """The names without those in what somebody does: पाकिस्तान की जीत पर खुशी मनाने वाली | शिक्षिका."""
    does = [names.mark(t) == "doer" for t in tokens]
    doing = [i for i in range(1, len(tokens)) if does[i] and tokens[i - 1].readings[0].form == "inf"]

    def within(at: NameAt) -> bool:
        owns = names.mark(tokens[at.last]) == "genitive" if at.last < len(tokens) else False
        return owns and at.last + 1 < doing[-1] and tokens[at.last + 1].pos == "NOUN"

    return tuple(at for at in found if not within(at)) if doing else found


def parts_of(tokens: Sequence[Token], found: tuple[NameAt, ...], names: Names) -> list[Part]:
    """The group cut at its postpositions; names never cross a cut."""
    inside = {i for at in found for i in range(at.first, at.last)}
    parts: list[Part] = []
    start = 0
    for i, token in enumerate(tokens):
        genitive = names.mark(token) == "genitive"
        if i not in inside and (genitive or token.pos == "ADP"):
            if start < i:
                parts.append(_part(start, i, found, owns=genitive))
            start = i + 1
    if start < len(tokens):
        parts.append(_part(start, len(tokens), found, owns=False))
    return parts


def _part(first: int, last: int, found: tuple[NameAt, ...], *, owns: bool) -> Part:
    return Part(first, last, tuple(at for at in found if first <= at.first and at.last <= last), owns)
