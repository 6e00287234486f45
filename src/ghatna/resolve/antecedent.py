"""Which of those whom an article has named a later word means.

A pronoun means whoever is most salient: of those that agree with it in kind and number the doer of the sentence before,
then others of it, then those of sentences further back (after Centering theory: Grosz, Joshi and Weinstein 1995). An
office, a short name and one word of a name mean the last one that was called so.
"""

from collections.abc import Iterable, Iterator, Sequence

from ghatna.lexicon.standins import Standins
from ghatna.model import Reading
from ghatna.resolve.actor import Who
from ghatna.resolve.known import BODY, PEOPLE, PERSON, STATE, Known

HONOURED = frozenset(("GOV", "LEG", "PTY", "OPP", "JUD", "MIL", "ELI", "IGO", "REL"))
"""Sectors of persons who are not called by a singular pronoun."""
CROWDS = frozenset(("REB", "PTY", "OPP", "SOC", "LAB", "CVL", "EDU"))
"""Sectors of bodies that a plural pronoun may mean, for their members."""
FAR = 2.0
"""What a sentence in between costs."""
BACK = 5
"""Sentences back in which a pronoun finds somebody."""
DOER, OTHER, ASIDE = 3.0, 2.0, 0.5
SUITS = 0.4
DOUBTFUL, SELDOM = 0.5, 0.2
"""How well somebody agrees with a pronoun who is rather not meant by it, and the least."""
AGAIN = 1.2
"""How much likelier somebody is meant who was not called by his full name."""
SUFFERER = 1.3
"""How much likelier an object that is dealt with once more is a person than the institution that dealt with him."""


def agrees(pronoun: Reading, number: str, one: Known) -> float:
    """How well somebody suits a pronoun: 0 not at all, 1 well, less where it is said so seldom."""
    if number == "pl":
        if one.kind == PEOPLE:
            return 1.0
        if one.kind == PERSON:
            return 1.0 if one.who.name or not HONOURED.isdisjoint(one.who.sectors) else 0.7
        return 0.2 if one.kind == BODY and not CROWDS.isdisjoint(one.who.sectors) else 0.0
    if one.kind in (STATE, BODY):
        return 1.0
    if one.kind == PEOPLE:
        return 0.0
    return 0.6 if pronoun.case == "dir" or HONOURED.isdisjoint(one.who.sectors) else 0.1


def pronoun(
    reading: Reading,
    number: str,
    before: Sequence[Known],
    others: Sequence[Who],
    now: int,
    *,
    acting: bool,
    blamed: bool = False,
    answers: bool = False,
) -> Known | None:
    """Whom a pronoun of sentence `now` means among those named before; `others` are the other side of its act, `blamed`
    tells that it is blamed for what was told, and so did it, `answers` that it turns down what it was asked."""
    best: tuple[float, int, Known] | None = None
    for n, one in enumerate(before):
        suits = agrees(reading, number, one)
        if suits < SELDOM or now - one.sentence > BACK or any(same(one.who, other) for other in others):
            continue
        worth = ASIDE if one.aside else DOER if one.doer else OTHER
        worth += SUITS * suits - FAR * (now - one.sentence) - (2.0 if suits < DOUBTFUL else 0.0)
        worth += AGAIN if one.again and one.doer == acting else 0.0
        plain = number == "sg" and one.kind == PERSON and suits > DOUBTFUL and not one.doer
        if (answers and one.asked) if acting else not blamed and ((one.hit and not one.doer) or plain):
            worth += SUFFERER
        key = (worth, -n if one.doer else n)
        if best is None or key > (best[0], best[1]):
            best = (*key, one)
    return best[2] if best else None


def same(one: Who, other: Who) -> bool:
    """Whether two are the same, as far as their records tell."""
    if one.name or other.name:
        return one.name == other.name
    return bool(one.country and one.sectors) and (one.country, one.sectors) == (other.country, other.sectors)


def bearer(words: Sequence[str], before: Sequence[Known], *, exactly: bool = False) -> Known | None:
    """The last one whose name has these words and more, spelled `exactly` so or nearly."""
    for one in reversed(before):
        if len(one.names) > len(words) and all(
            word in one.names or (not exactly and any(alike(word, name) for name in one.names)) for word in words
        ):
            return one
    return None


def alike(a: str, b: str) -> bool:
    """Whether two words are one unknown name, which papers spell in several ways: equal but for one letter of at
    least five, never the first."""
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(1, len(long)))


def holder(
    roles: Iterable[str], country: str | None, before: Sequence[Known], others: Sequence[Who], words: Standins
) -> Known | None:
    """The last person called by one of the roles, or who holds such an office; of `country` where it is given, and
    none of the `others`."""
    wanted = tuple(roles)
    said = tuple(begin for role in wanted for begin in words.offices.get(role, ()))
    twins = {role for role, begins in words.offices.items() if not set(begins).isdisjoint(said)}
    otherwise = {one.who.name for one in before if one.who.name and any(role in words.offices for role in one.roles)}
    otherwise -= {one.who.name for one in before if any(_ends(m, r) for m in one.roles for r in (*wanted, *twins))}
    best: Known | None = None
    for one in _nearest(before):
        if one.kind != PERSON or (country and one.who.country != country):
            continue
        if any(same(one.who, other) for other in others):
            continue
        if any(_ends(mine, role) for mine in one.roles for role in (*wanted, *twins)) or any(
            office.startswith(said) for office in one.offices if said
        ):
            if (one.names or one.who.name) and one.who.name not in otherwise:
                return one
            best = best or one  # unnamed, or called by another office: in the month of a change he holds both
    return best


def _ends(mine: str, role: str) -> bool:
    """Whether a role is the other or ends in it: विदेश मंत्री, मंत्री."""
    return mine == role or mine.endswith(f" {role}")


def called(roles: Iterable[str], before: Sequence[Known], others: Sequence[Who]) -> Known | None:
    """The last ones called by the same common noun, and none of the `others`: इराकी पत्रकार …, पत्रकार को."""
    wanted = tuple(roles)
    return next(
        (
            one
            for one in _nearest(before)
            if any(_ends(m, role) for m in one.roles for role in wanted) and not any(same(one.who, o) for o in others)
        ),
        None,
    )


def shortened(word: str, before: Sequence[Known], words: Standins) -> Known | None:
    """The last body that a word may stand for alone: one whose name ends in it, else one of its sectors."""
    fit = words.bodies.get(word)
    if fit is None:
        return None
    for one in reversed(before):
        if one.kind != BODY:
            continue
        if one.words.split()[-1] == word or any(_ends(role, word) for role in one.roles):
            return one
        if not fit.isdisjoint(one.who.sectors) and (one.who.name or one.names or one.who.country):
            return one
    return None


def pair(before: Sequence[Known], others: Sequence[Who], *, persons: bool, sides: bool) -> tuple[Known, ...]:
    """The last two that were named: persons, any two sides, or those of two states; owners and scenes only where no
    others are."""
    parties = [one for one in before if not one.aside]
    return _pair(parties, others, persons, sides) or _pair(before, others, persons, sides)


def _pair(before: Sequence[Known], others: Sequence[Who], persons: bool, sides: bool) -> tuple[Known, ...]:
    countries = {other.country for other in others if other.country}
    found: list[Known] = []
    for one in _nearest(before):
        if persons and one.kind != PERSON:
            continue
        country = one.who.country
        if not country or (":" in country and not sides):
            continue
        if any(same(one.who, other) for other in others) or (country in countries and not persons and not sides):
            continue
        if any(_one(one, other, persons=persons, sides=sides) for other in found):
            continue
        found.append(one)
        if len(found) == 2:
            return tuple(sorted(found, key=lambda k: (k.who.country or "", k.words)))
    return ()


def _one(a: Known, b: Known, *, persons: bool, sides: bool) -> bool:
    """Whether two are one for who counts persons, sides or states."""
    if persons:
        return a.who.name == b.who.name if a.who.name and b.who.name else a.words == b.words
    if sides:
        if a.who.name and b.who.name:
            return a.who.name == b.who.name
        return a.who.country == b.who.country and a.who.sectors == b.who.sectors
    return a.who.country == b.who.country


def _nearest(before: Sequence[Known]) -> Iterator[Known]:
    """Those named, the last sentence first, and of each the doers, others and owners, in text order."""
    yield from sorted(before, key=lambda one: (-one.sentence, one.aside, not one.doer, one.first))
