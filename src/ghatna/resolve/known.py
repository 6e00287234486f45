"""Whom a sentence names: its participants as an article remembers them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct, structs

from ghatna.lexicon.cases import DIRECT, IN
from ghatna.lexicon.names import Names
from ghatna.model import Entity, NameAt, Reading, Tagged, Token
from ghatna.resolve.actor import ORGANISED, Who, entity
from ghatna.resolve.office import office
from ghatna.resolve.reference import Mention, References

PERSON, PEOPLE, STATE, BODY = "person", "people", "state", "body"
STATES = frozenset(("country", "seat", "adjective", "place"))
PROPER = frozenset(("PROPN", "NOUN", "ADJ", "X"))


class Known(Struct, frozen=True):
    """Somebody whom a sentence names."""

    who: Who
    kind: str
    """`person`, `people`, `state` or `body` (institutions, parties, armed groups)."""
    words: str
    """As the sentence names him."""
    names: tuple[str, ...] = ()
    """The words of a name of his own, folded."""
    roles: frozenset[str] = frozenset()
    """What he is called by common nouns, as lemmas of `roles.tsv`."""
    offices: tuple[str, ...] = ()
    """Offices that he holds on the day, as `people.tsv` writes them."""
    doer: bool = False
    aside: bool = False
    """Named only as the owner of something, where something is, or what somebody becomes: रूस के हमले में, पेरिस में,
    बंधक बनाया."""
    again: bool = False
    """Named by a pronoun or a short name."""
    hit: bool = False
    """Whether a deed befell him."""
    asked: bool = False
    """Whether he was accused, or asked for something."""
    left: bool = False
    """Whether he gave up his office."""
    sentence: int = 0
    """Which of the article, from 1."""
    origin: int = 0
    """The sentence that named him in full, where this is another."""
    first: int = 0
    last: int = 0
    """His tokens there."""

    def of(self, entity: Entity) -> "Known":
        """The same with what a record tells of him."""
        who = structs.replace(
            self.who,
            country=entity.country or self.who.country,
            sectors=entity.sectors or self.who.sectors,
            name=entity.name or self.who.name,
            id=entity.id or self.who.id,
        )
        return structs.replace(self, who=who)


def met(tagged: Tagged, references: References, names: Names, on: date | None, sentence: int) -> Iterator[Known]:
    """The participants that a sentence names, pronouns left out, in text order."""
    for mention in references.mentions:
        yield _known(tagged, mention, references, names, on, sentence)


def _known(
    tagged: Tagged, mention: Mention, references: References, names: Names, on: date | None, sentence: int
) -> Known:
    party, tokens = mention.party, tagged.tokens
    who = entity(tagged, party.first, party.last, names, on=on)
    head = references.roles.chunks[mention.chunk]
    inside = [at for at in tagged.names if party.first <= at.first and at.last <= party.last]
    kind = kind_of(tokens, head.first, min(head.body, party.last), references.groups.named, names)
    return Known(
        who,
        kind,
        tagged.sentence.text[tokens[party.first].start : tokens[party.last - 1].end],
        own_name(tokens, max(head.first, party.first), min(head.body, party.last), tagged.names),
        frozenset(
            lemma(name.row) for at in inside if at.first >= head.first for name in at.names if name.kind == "role"
        ),
        tuple(_offices(inside, who, on)) if who.name and kind == PERSON else (),
        mention.doer,
        mention.owner or _aside(mention, kind, references),
        sentence=sentence,
        first=party.first,
        last=party.last,
    )


def _aside(mention: Mention, kind: str, references: References) -> bool:
    """Whether somebody is no party to what is told: a state where it happens, a noun that stands before its verb."""
    chunks = references.roles.chunks
    chunk = chunks[mention.chunk]
    if kind == STATE:
        return chunk.case == IN
    verb = mention.chunk + 1 < len(chunks) and chunks[mention.chunk + 1].verb is not None
    return verb and not mention.doer and chunk.case == DIRECT and kind != BODY


def lemma(row: str) -> str:
    """The words of a row: `roles.tsv:विदेश मंत्री` → `विदेश मंत्री`."""
    return row.partition(":")[2]


def own_name(tokens: Sequence[Token], first: int, last: int, named: Sequence[NameAt]) -> tuple[str, ...]:
    """The words at tokens `first` … `last` by which nobody else is called: names of persons and bodies, and words that
    no table has."""
    common = {
        i
        for at in named
        if all(name.kind in ("role", "country", "adjective", "seat", "place") for name in at.names)
        for i in range(at.first, at.last)
    }
    inside = {
        i
        for at in named
        if any(name.kind in ("person", *ORGANISED) for name in at.names)
        for i in range(at.first, at.last)
    }
    return tuple(
        tokens[i].norm for i in range(first, last) if i in inside or (i not in common and tokens[i].pos == "PROPN")
    )


def kind_of(tokens: Sequence[Token], first: int, last: int, named: Mapping[int, NameAt], names: Names) -> str:
    """What kind of participant a group is, whose head is its last word."""
    head = tokens[last - 1]
    at = named.get(last - 1)
    kinds = {name.kind for name in at.names} if at is not None else set[str]()
    several = _several(tokens[first:last], head.readings[0])
    if "person" in kinds and kinds.isdisjoint(ORGANISED):
        return PERSON
    if not kinds.isdisjoint(ORGANISED):
        return PEOPLE if several else BODY
    if kinds and kinds <= STATES and not (kinds == {"adjective"} and head.readings[0].sem == "human"):
        return STATE
    if at is not None and "role" in kinds:
        roles = [role for name in at.names if (role := names.role(name)) is not None]
        if head.readings[0].sem in ("group", "body") or all(role.kind == "body" for role in roles):
            return BODY
        return PEOPLE if several or all(role.kind == "group" for role in roles) else PERSON
    if head.readings[0].sem in ("group", "body"):
        return BODY
    return PEOPLE if several else PERSON


def _several(tokens: Sequence[Token], head: Reading) -> bool:
    """Whether a group is of more than one: by its last word, or by a number before it."""
    counted = any(token.pos == "NUM" for token in tokens[:-1]) or tokens[-1].pos == "NUM"
    return counted or (head.number == "pl" and head.case == "obl")


def _offices(inside: Sequence[NameAt], who: Who, on: date | None) -> Iterator[str]:
    for at in inside:
        rows = [name for name in at.names if name.kind == "person" and name.name == who.name]
        if rows:
            yield from office(rows, on).office.split(", ")
