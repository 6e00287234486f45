"""Who a participant is: the country and sectors of a noun group, by its head and by what the head belongs to.

A noun group is read from its end: the last part names who acts, and each part before it, up to a genitive mark,
says whose it is (`उत्तर कोरिया के | नेता किम जोंग उन`). A known person outranks a role, a role or body outranks a
bare country, and the owner that stands nearest to the head gives the country.
"""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from msgspec import Struct

from ghatna.lexicon.ids import identity
from ghatna.lexicon.names import STRANGER, Names
from ghatna.model import Name, NameAt, Tagged, Token
from ghatna.resolve.office import in_office, office, valid
from ghatna.resolve.parts import ACTING, Part, of_their_own, parts_of, unbracketed

ORGANISED = ("body", "group", "party")

SEMS = ("human", "group", "body")

COUNTED = ("NUM", "ADP", "DET", "ADV", "PART")
"""Words that tell how many, when no word tells of whom."""
AS_PEOPLE = " as people"


class Who(Struct, frozen=True):
    """What the words of a participant tell. `why` names the rows and the rule."""

    country: str | None = None
    sectors: tuple[str, ...] = ()
    name: str | None = None
    id: str | None = None
    why: str = ""
    homes: tuple[str, ...] = ()
    """Where somebody without a country is likely at home: of the role (`STRANGER` for those whom nothing places), or
    the countries whose people bear such a name, the likeliest first."""
    organ: str = ""
    """The row of the role that an institution has, when nobody is named whose it is."""
    native: bool = False
    """Whether it is the name that tells where he is likely at home, so that no country of a sentence places him."""


def entity(tagged: Tagged, first: int, last: int, names: Names, *, on: date | None = None) -> Who:
    """The participant that stands at tokens `first` … `last` (excluded).

    `on` is the day of the news, by which offices are chosen; without it a person's most recent office counts.
    Words that name nobody give an empty `Who`, as pronouns do: what they refer to is `reference`'s business.
    """
    tokens = tagged.tokens[first:last]
    told = {(at.first - first, at.last - first): at.names for at in tagged.names}  # by the whole sentence
    read = tuple(NameAt(at.first, at.last, told.get((at.first, at.last), at.names)) for at in names.find(tokens))
    found = unbracketed(tokens, names.owning(tokens, read))
    found = of_their_own(tokens, found, names)
    parts = parts_of(tokens, found, names)
    if not parts:
        return Who()
    who = _who(tokens, parts, names, on)
    if not who.sectors and all(token.pos in COUNTED for token in tokens):
        who = msgspec.structs.replace(who, sectors=("CVL",), why="people who are counted")  # हमले में 10 की मौत
    elif not who.sectors and tokens[-1].pos == "ADP" and tokens[-1].readings[0].gender:
        who = msgspec.structs.replace(
            who, sectors=("CVL",), why=f"people told by what they do{who.why and ' < '}{who.why}"
        )
    elif who.sectors and who.why.endswith(AS_PEOPLE) and not _people(tagged, last - 1):
        who = msgspec.structs.replace(who, sectors=())  # what stands for a thing of theirs: चीनी | जहाज पर
    if not who.country and any(_many(at) for part in parts for at in part.names):
        return msgspec.structs.replace(who, homes=(STRANGER,))  # मध्य पूर्व के नेता
    return who if who.country else _at_home(who, tokens, parts, names)


def _at_home(who: Who, tokens: Sequence[Token], parts: Sequence[Part], names: Names) -> Who:
    """Where somebody whom his own words do not place is likely at home, by his name, else by his role, or that of the
    body that he speaks for: विदेश मंत्रालय के | प्रवक्ता."""
    head = parts[-1]
    if _last(head.names, ORGANISED) is not None and "NGO" in who.sectors:
        return msgspec.structs.replace(who, homes=(STRANGER,))  # works in many countries
    taken = {i for at in head.names for i in range(at.first, at.last)}
    origins = [names.origin(tokens[i]) for i in range(head.first, head.last) if i not in taken]
    if some := [o for o in origins if o]:
        shared = tuple(c for c in some[-1] if all(c in o for o in some))
        return msgspec.structs.replace(who, homes=shared or some[-1], native=True)
    roles = [role for at in head.names for name in at.names if (role := names.role(name)) is not None]
    home = roles[-1].home if roles else ""
    if roles and not home and len(parts) == 2 and parts[0].owns:
        bodies = [role for at in parts[0].names for n in at.names if (role := names.role(n)) is not None]
        home = bodies[-1].home if bodies else ""
    return msgspec.structs.replace(who, homes=(home,) if home else ())


def _who(tokens: Sequence[Token], parts: Sequence[Part], names: Names, on: date | None) -> Who:
    head = parts[-1]
    owners = [at for part in parts[:-1] if part.owns for at in part.names]
    loose = [at for part in parts[:-1] if not part.owns for at in part.names]
    actor = _last(head.names, ACTING)
    if actor is None:
        return _bare(tokens, head, owners, loose, on)
    beside = [at for at in head.names if at.last <= actor.first]
    world = {i for part in parts for at in part.names if _many(at) for i in range(at.first, at.last)}
    former = any(names.mark(token) == "former" for i, token in enumerate(tokens) if i not in world)  # मध्य पूर्व
    kinds = {name.kind for name in actor.names}
    if "person" in kinds and kinds.isdisjoint(ORGANISED):
        return _person(actor, beside, [*owners, *beside], loose, names, former, on)
    after = [at for at in head.names if at.first >= actor.last]
    towns = [at for at in after if all(name.kind == "place" for name in at.names)]  # सोमालिया के मंत्री | हसन अली: no town
    return _acting(
        actor, [*towns, *owners, *beside, *(at for at in after if at not in towns)], loose, names, former, on
    )


def _last(found: Sequence[NameAt], kinds: tuple[str, ...]) -> NameAt | None:
    """The last name of one of `kinds`; in `नेतन्याहू सरकार` the government acts and the person only owns it."""
    fit = [at for at in found if any(name.kind in kinds for name in at.names)]
    return fit[-1] if fit else None


def _bare(
    tokens: Sequence[Token], head: Part, owners: Sequence[NameAt], loose: Sequence[NameAt], on: date | None
) -> Who:
    """A group whose head is no actor we know: a state itself, its people, or somebody or something of an owner."""
    own = _last(head.names, ("country", "seat"))
    if own is not None and all(_light(token) for token in tokens[own.last : head.last]):
        name = own.names[0]
        return Who(name.country, name.sectors, name.name or None, name.id or None, f"{name.row} is a state")
    part = _last(head.names, ("place",))
    if part is not None and all(_light(token) for token in tokens[part.last : head.last]):
        name = office([name for name in part.names if name.kind == "place"], on)
        return Who(name.country or None, name.sectors, name.name or None, name.id or None, name.row)
    people = _last(head.names, ("adjective",))
    if people is not None and people.last == head.last:
        name = people.names[0]
        return Who(name.country, ("CVL",), why=name.row + AS_PEOPLE)
    country, why = _country([*loose, *owners, *head.names], on)
    sectors, whose = _sectors_of_owner(owners, on)
    return Who(country, sectors, why=" < ".join(w for w in (whose, why) if w))


def _person(
    actor: NameAt,
    beside: Sequence[NameAt],
    owners: Sequence[NameAt],
    loose: Sequence[NameAt],
    names: Names,
    former: bool,
    on: date | None,
) -> Who:
    """A known person: the country is his; the sectors those of the office that the text gives him, else of the day."""
    rows = [name for name in actor.names if name.kind == "person"]
    row = office(_named(rows, owners) if former or on is None else rows, on)
    sectors, why = in_office(row, rows, on), row.row
    stated = _last(beside, ("role", *ORGANISED))
    if row.country.startswith("IGO:"):
        pass  # the director of the fund is the fund's
    elif former:
        sectors, why = ("ELI",), f"{why} + former"
    elif stated is not None and (said := _acting(stated, owners, loose, names, False, on)).sectors:
        sectors, why = said.sectors, f"{why} + {said.why}"
    one = len({name.name for name in rows}) == 1
    country = row.country if one or len({name.country for name in rows}) == 1 or on is not None else None
    called, id_ = (row.name, row.id) if one or on is not None else ("", "")
    return Who(country or None, sectors, called or None, id_ or None, why)


def _named(rows: Sequence[Name], owners: Sequence[NameAt]) -> Sequence[Name]:
    """The rows of offices in a country that the text names, where some are: पूर्व जापानी मंत्री …, who is now of a body."""
    countries = {name.country for at in owners for name in at.names if name.kind in ("country", "adjective")}
    return [row for row in rows if row.country in countries] or rows


def _acting(
    actor: NameAt, owners: Sequence[NameAt], loose: Sequence[NameAt], names: Names, former: bool, on: date | None
) -> Who:
    """A role, body, group or party; `owners` own it (the nearest last), `loose` names tell where it is."""
    owners = [at for at in owners if at != actor]
    acts = [n for n in actor.names if n.kind in ACTING and (n.kind == "role" or n.name or n.country)]
    row = office([name for name in acts if name.kind != "person"] or acts, on)
    roles = [role for name in actor.names if (role := names.role(name)) is not None]
    where, why = _country([*loose, *owners], on)
    organised = next((n for n in actor.names if n.kind in ORGANISED and valid(n, on) and (n.name or n.country)), None)
    body = organised is not None and organised.country.startswith("IGO:")
    country = where or None
    if organised is not None and (body or not _placed(owners)):
        country = organised.country or where
    if organised is not None and country != row.country and "GOV" in row.sectors:
        # A group that governs one state is not the government of another (`पाकिस्तान के तालिबान`).
        row = next((name for name in actor.names if name.kind == "group" and "GOV" not in name.sectors), row)
    sectors = row.sectors
    if roles and organised is None:
        role = roles[0]
        sectors = role.sectors
        if role.kind in ("member", "leader"):
            inherited, whose = _sectors_of_owner(owners, on, names)
            states = _last(owners, ("country", "adjective", "seat")) is not None or any(_many(at) for at in owners)
            state = role.kind == "leader" and states
            sectors, why = inherited or (("GOV",) if state else sectors), whose or why
        elif role.kind in ("person", "group") and country is not None and country.startswith("IGO:"):
            sectors = ("IGO",)
        if former and role.kind in ("person", "member", "leader") and sectors != ("PTY",):
            sectors = ("ELI",)  # who has left an office, not a party
    if organised is None:
        called = _organ(actor, owners, names, on)
        of_kind = identity("body", called)
    else:  # a body, but not of a state that has one of the same name
        here = body or organised.country in ("", country)
        called, of_kind = (row.name, row.id) if here else ("", "")
    reason = row.row if why in ("", row.row) else f"{row.row} < {why}"
    unowned = roles and organised is None and not owners
    return Who(country, sectors, called or None, of_kind or None, reason, organ=row.row if unowned else "")


def _organ(actor: NameAt, owners: Sequence[NameAt], names: Names, on: date | None) -> str:
    """The English name of an institution told by a role and whose it is: बिहार | पुलिस, रूसी | विदेश मंत्रालय,
    नीतीश | सरकार. Empty where the nearest owner is no state, part of one, or head of a government."""
    before = [at for at in owners if at.last <= actor.first]
    role = next((name for name in actor.names if name.kind == "role"), None)
    if role is None or not before:
        return ""
    owner = office(before[-1].names, on)
    if owner.kind in ("country", "adjective"):
        return names.organ(role.row, owner.country, owner.name)
    return names.organ(role.row, "", owner.name if owner.kind == "place" else owner.of)


def _sectors_of_owner(
    owners: Iterable[NameAt], on: date | None, names: Names | None = None
) -> tuple[tuple[str, ...], str]:
    """The sectors that a member or a thing takes from the nearest organisation or role that it belongs to."""
    for at in reversed(list(owners)):
        for name in at.names:
            role = names.role(name) if names is not None else None
            if (name.kind in ORGANISED and valid(name, on)) or (
                role is not None and role.kind not in ("member", "leader")
            ):
                return name.sectors, name.row
    return (), ""


def _country(owners: Sequence[NameAt], on: date | None) -> tuple[str | None, str]:
    """The country of the nearest name that has one."""
    for at in reversed(list(owners)):
        placed = [name for name in at.names if name.country]
        if placed:
            row = office(placed, on)
            return row.country, row.row
    return None, ""


def _placed(owners: Iterable[NameAt]) -> bool:
    """Whether a state or place owns the head, which then tells more than the head's own row (`पाकिस्तान के तालिबान`)."""
    return any(name.kind in ("country", "adjective", "place") for at in owners for name in at.names)


def _many(at: NameAt) -> bool:
    """Whether a name is of a part of the world with many countries."""
    return any(name.kind == "place" and not name.country for name in at.names)


def _light(token: Token) -> bool:
    """A word after the head that adds nothing (particles, brackets)."""
    return token.pos in ("PUNCT", "PART", "ADP")


def _people(tagged: Tagged, i: int) -> bool:
    """Whether a demonym is used for its people (`रूसियों को`): tagged as a noun with no noun after it."""
    after = tagged.tokens[i + 1].pos if i + 1 < len(tagged.tokens) else "PUNCT"
    return tagged.tokens[i].pos in ("NOUN", "PROPN") and after not in ("NOUN", "PROPN", "ADJ", "NUM")
