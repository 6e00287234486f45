"""Names that are common words as well, behind an office: राजदूत | नवीन श्रीवास्तव ने, विधायक | आनंद प्रकाश को."""

from collections.abc import Sequence

from msgspec import structs

from ghatna.lexicon.cases import ERGATIVE
from ghatna.lexicon.names import Names
from ghatna.model import NameAt, Reading, Token

MOST = 4
"""Words of a name."""
WORDS = frozenset(("PROPN", "NOUN", "ADJ", "X"))
PROPER = "PROPN"
OFFICES = frozenset(("person", "member", "leader"))
"""Kinds of roles that a name may follow."""
PEOPLE = frozenset(("human", "group", "body"))


def titled(
    tokens: tuple[Token, ...], found: tuple[NameAt, ...], names: Names
) -> tuple[tuple[Token, ...], tuple[NameAt, ...]]:
    """The tokens with the words between an office and its postposition read as proper, where they are a name, and the
    names without a place that is a surname there (रमेश | चंदेल).

    Before ने one word that only names have is enough, since somebody of the office acts; before other postpositions the
    first and the last must be such words.
    """
    kept, read = list(found), list(tokens)
    at_first = {at.first: at for at in found}
    for at in found:
        if not _office(at, names) or tokens[at.last - 1].readings[0].number == "pl":
            continue
        end = _end(tokens, at.last, at_first, names)
        if not at.last + 1 < end < len(tokens) or tokens[end].pos != "ADP":
            continue
        sure = [_only_name(tokens[i], names) or _place(at_first.get(i)) for i in range(at.last, end)]
        if not (any(sure) if tokens[end].norm == ERGATIVE else sure[0] and sure[-1]):
            continue
        if not sure[-1] and tokens[end - 1].readings[0].sem in PEOPLE:
            continue  # मंत्री नवीन के समर्थक
        for i in range(at.last, end):
            name = at_first.get(i)
            if name is not None and i > at.last and _place(name):
                kept.remove(name)
            if name is None and read[i].pos != PROPER:
                read[i] = structs.replace(read[i], readings=(Reading(read[i].norm, PROPER), *read[i].readings))
    return tuple(read), tuple(kept)


def _office(at: NameAt, names: Names) -> bool:
    roles = [names.role(name) for name in at.names]
    return bool(roles) and all(role is not None and role.kind in OFFICES for role in roles)


def _end(tokens: Sequence[Token], first: int, named: dict[int, NameAt], names: Names) -> int:
    """Where words that may be a name end."""
    i = first
    while i < len(tokens) and i - first < MOST:
        at = named.get(i)
        if at is not None and not (_place(at) or all(name.kind == "person" for name in at.names)):
            return first
        if tokens[i].pos not in WORDS and at is None and not names.borne(tokens[i]):
            break
        i = at.last if at is not None else i + 1
    return i


def _only_name(token: Token, names: Names) -> bool:
    """Whether a word is a name of people or one that no table has."""
    return names.borne(token) or (token.pos == PROPER and not token.readings[0].sem)


def _place(at: NameAt | None) -> bool:
    """Whether a name of one word is only that of a place."""
    return at is not None and at.last == at.first + 1 and all(name.kind == "place" for name in at.names)
