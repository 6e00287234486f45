"""Who does what an infinitive tells, in a genitive that belongs to no noun.

The doer of an infinitive stands in the genitive (`भारत के चीन से बातचीत करने के बाद`), and so looks like the owner of the
group after it (`भारत के किसानों से`). It is its doer where that group can have no such owner.
"""

from collections.abc import Iterator

from ghatna.lexicon.cases import DIRECT, GENITIVE
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Chunk, NameAt, Roles
from ghatna.parse.front import ACTS
from ghatna.parse.participant import participant

OBLIQUE = "m obl"
"""How the genitive mark of an infinitive's doer agrees."""
STATES = frozenset(("country", "seat"))
SOMEWHERE = frozenset(("region", "place"))
CALLED = frozenset(("person", "party", "group"))
"""Names of those who own no place and no state."""
ARMS = frozenset(("JUD", "COP", "MIL"))
"""Sectors whose people are known by their names: who is called otherwise is not of them."""
COURT = frozenset(("JUD",))
OFFICIAL = ARMS | {"GOV"}
THINGS = frozenset(("thing", "event", "speech", "place"))


def doers(roles: Roles, shapes: ClauseWords, named: dict[int, NameAt]) -> Iterator[int]:
    """The chunks that are the genitive doers of infinitives and are followed by another group."""
    for clause in roles.clauses:
        group = roles.chunks[clause.verb].verb if clause.kind == "infinitive" and clause.verb >= 0 else None
        if group is None or group.form != "inf":
            continue
        owners = [i for i in clause.chunks if i + 1 < clause.verb and _oblique(roles, shapes, i)]
        for i in owners:
            after = roles.chunks[i + 1]
            if after.kind != "noun" or roles.chunks[i].last != after.first:
                continue
            acted = i + 2 == clause.verb and _acted(roles, shapes, named, i)
            if acted or _unlike(roles, named, i) or (group.voice == "active" and _apart(roles, shapes, named, i)):
                yield i
                break


def _unlike(roles: Roles, named: dict[int, NameAt], i: int) -> bool:
    """Whether the mark of a state or body does not agree with the thing after it: ईरान के | मिसाइल का परीक्षण करने पर."""
    tokens = roles.tagged.tokens
    who, what = roles.chunks[i], roles.chunks[i + 1]
    owner = named.get(who.head)
    body = tokens[who.head].readings[0].sem == "body"
    if owner is None or what.head in named or not (body or {n.kind for n in owner.names} & (STATES | CALLED)):
        return False
    thing = next((t for t in reversed(tokens[what.first : what.body]) if t.pos == "NOUN"), None)  # याचिका खारिज
    head = thing.readings[0] if thing is not None else None
    return head is not None and head.gender == "f" and head.number != "pl" and head.sem in THINGS


def _acted(roles: Roles, shapes: ClauseWords, named: dict[int, NameAt], i: int) -> bool:
    """Whether somebody's mark does not agree with the noun of a light verb, which is no plural: युवक के | विरोध करने पर,
    but युवक का | विरोध करने पर."""
    tokens = roles.tagged.tokens
    who, what, verb = roles.chunks[i : i + 3]
    act, group = tokens[what.head], verb.verb
    light = group is not None and group.lemmas[0] in shapes.transitive_light
    alone = what.body - what.first == 1 and what.case == DIRECT and act.pos == "NOUN"
    event = act.readings[0].sem in ACTS and act.readings[0].number != "pl"
    return light and alone and event and participant(roles.tagged, who.head, named) and tokens[who.head].pos != "VERB"


def _oblique(roles: Roles, shapes: ClauseWords, i: int) -> bool:
    chunk = roles.chunks[i]
    if chunk.kind != "noun" or chunk.case != GENITIVE or chunk.last == chunk.body:
        return False
    return shapes.agreement.get(roles.tagged.tokens[chunk.last - 1].norm, "") == OBLIQUE


def _apart(roles: Roles, shapes: ClauseWords, named: dict[int, NameAt], i: int) -> bool:
    """Whether what stands after chunk `i`, which is somebody, cannot be somebody's of that kind."""
    tokens = roles.tagged.tokens
    who, what = roles.chunks[i], roles.chunks[i + 1]
    if not participant(roles.tagged, who.head, named) or tokens[who.head].readings[0].sem == "time":
        return False
    if tokens[what.first].lemma in shapes.reflexive:
        return True  # मंत्री के | अपने बयान पर | खेद जताने
    owner, owned = named.get(who.head), named.get(what.head)
    human = tokens[who.head].readings[0].sem == "human" or owner is None
    kinds = frozenset(n.kind for n in owner.names) if owner is not None else frozenset[str]()
    if owned is None or what.case == DIRECT:
        return False
    whole = owned.first == what.first and owned.last == what.body
    others = frozenset(n.kind for n in owned.names)
    if whole and others <= STATES | SOMEWHERE:
        one = _countries(owner) & _countries(owned)
        abroad = bool(_countries(owner)) and bool(_countries(owned)) and not one  # इजरायल के | गाजा पर
        nobody_s = human or bool(kinds & CALLED) or (others <= STATES and not one) or abroad
        return nobody_s and not kinds & SOMEWHERE  # भारत के | ईरान से, किसानों के | दिल्ली में
    if others <= {"person"} and kinds and kinds <= STATES:
        return whole and bool(_countries(owned)) and not _countries(owner) & _countries(owned)  # रूस के | असद को
    if others <= {"party"} or (others <= {"role"} and tokens[what.head].norm in shapes.highest):
        return human and whole  # नीतीश के | भाजपा से, नेता के | मुख्यमंत्री को
    return _of_others(who, what, roles, owner, owned)


def _of_others(who: Chunk, what: Chunk, roles: Roles, owner: NameAt | None, owned: NameAt) -> bool:
    """Whether a court, police or army stands before people who are not its own: पुलिस के | छात्रों पर."""
    if roles.tagged.tokens[who.head].readings[0].sem != "body" or owner is None:
        return False
    his, theirs = _sectors(owner), _sectors(owned)
    person = roles.tagged.tokens[what.head].readings[0].sem == "human"
    own = COURT if his & COURT else OFFICIAL
    return bool(his & ARMS and theirs) and person and not theirs & own


def _countries(at: NameAt | None) -> set[str]:
    return {n.country for n in at.names if n.country} if at is not None else set()


def _sectors(at: NameAt) -> set[str]:
    return {sector for n in at.names for sector in n.sectors}
