"""Acts that are about other acts: a demand, a promise, a threat, an order and what each of them speaks of.

The content belongs to the trigger and is no draft of its own (`हमला करने की धमकी दी`); it gives the act its mode and the
participants that the act itself does not name.
"""

from msgspec import Struct

from ghatna.frame.candidate import Candidate
from ghatna.frame.slots import Filler
from ghatna.lexicon.cases import AGAINST, DIRECT, GENITIVE, OBJECT, ON
from ghatna.lexicon.labels import Labels
from ghatna.model import Party, Roles, VerbGroup

BIDDING = frozenset(("subj", "imp"))
"""Moods in which who ought to act is the doer, and को marks somebody else: लोगों को राहत दें."""


DUE = frozenset(("duty", "must"))
"""Moods of what ought to be done, whoever is spoken of before."""
TOLD = frozenset(("speech", "coordinate"))
"""Clauses in which somebody's words are told."""
CONFLICT = (3, 4)
"""Quads of acts against somebody."""


class Found(Struct):
    """A candidate on its way to a draft."""

    candidate: Candidate
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    content: Candidate | None = None
    first: int = 0
    last: int = -1
    governed: int = -1
    """The clause of the order that performs this act."""
    infinitive: int = -1
    """The chunk of the infinitive that it is about: कार्रवाई करने की मांग."""

    @property
    def rank(self) -> tuple[int, int, int, int, int]:
        row = self.candidate.frame.row
        filled = bool(self.actors) + bool(self.recipients)
        conditions = bool(row.direct) + (bool(row.near) or row.negated) + bool(row.content)
        beside = int(not self.candidate.gap)
        return self.candidate.weight, beside, conditions, filled, self.candidate.last - self.candidate.first


def performed(order: Found, labels: Labels) -> bool:
    """Whether an order is itself the act that it orders: a ban, an arrest, a deployment, an inquiry."""
    assert order.content is not None
    row = order.content.frame.row
    ordered = labels.types[row.type].ordered
    return ordered if isinstance(ordered, bool) else row.mode in ordered


def _chunk(token: int, roles: Roles) -> int:
    """The chunk in which a token stands; -1 for none."""
    return next((i for i, c in enumerate(roles.chunks) if c.first <= token < c.last), -1)


def _time(k: int, roles: Roles) -> bool:
    chunk = roles.chunks[k]
    return chunk.kind == "noun" and roles.tagged.tokens[chunk.head].readings[0].sem == "time"


def _infinitive(k: int, roles: Roles) -> bool:
    group = roles.chunks[k].verb
    return group is not None and group.form == "inf"


def find_contents(kept: list[Found], roles: Roles) -> None:
    """Gives each act that may be about another one its content, and stretches its trigger over it."""
    for one in kept:
        if not one.candidate.frame.row.complement:
            continue
        # Before all of it (आने से | किया इनकार), else between its parts (दी | हमला करने की | धमकी).
        k = _chunk(one.candidate.first, roles)
        k -= not (_infinitive(k, roles) and roles.chunks[k].first < one.candidate.first)  # मदद करने | को तैयार है
        inside = _chunk(one.candidate.noun, roles) - 1
        if one.candidate.noun > one.candidate.first and inside > k and _infinitive(inside, roles):
            k = inside
        while k >= 0 and (roles.chunks[k].kind in ("adverb", "particle") or _time(k, roles)):
            k -= 1  # करने से | सोमवार को | इनकार किया
        if k < 0:
            continue
        before = roles.chunks[k]
        if before.verb is not None and before.verb.form == "inf":
            one.infinitive = k
            inner = next(
                (
                    f
                    for f in kept
                    if roles.clauses[f.candidate.clause].verb == k and f is not one and not f.candidate.event
                ),
                None,
            )
            own = roles.chunks[k - 1] if k else None
            bare = own is not None and own.kind == "noun" and own.case == DIRECT
            one.first = (
                inner.candidate.first if inner is not None else own.first if bare and own is not None else before.first
            )
            one.content = inner.candidate if inner is not None else None
        elif before.kind == "noun" and before.case == GENITIVE:
            inner = next((f for f in kept if f is not one and f.candidate.last == before.body), None)
            if inner is not None:
                one.first, one.content = inner.candidate.first, inner.candidate


def beside(act: Found, kept: list[Found], roles: Roles) -> list[Found]:
    """The acts of infinitives joined to that of an order's content: अधिकारियों को | निलंबित करने और | जांच कराने के आदेश."""
    clause = roles.clauses[act.candidate.clause]
    first = min((*clause.chunks, clause.verb))
    first += roles.chunks[first].kind == "join"
    if first < 2 or roles.chunks[first - 1].kind != "join" or not _infinitive(first - 2, roles):
        return []
    return [f for f in kept if roles.clauses[f.candidate.clause].verb == first - 2 and not f.candidate.event]


def judged(over: tuple[int, int], kept: list[Found], roles: Roles, labels: Labels) -> bool:
    """Whether an infinitive is what somebody praises or condemns, and so has happened: मान्यता दिए जाने का स्वागत, but not
    मारने की | धमकी के | आरोप की जांच."""
    return any(
        labels.types[f.candidate.frame.row.type].factive
        and not f.candidate.frame.row.complement
        and over[0] <= f.candidate.first
        and f.candidate.last <= over[1]
        and not any(
            c.kind == "noun" and c.case == GENITIVE and over[0] <= c.first and c.last <= f.candidate.first
            for c in roles.chunks
        )
        for f in kept
    )


def told_in_content(candidate: Candidate, roles: Roles) -> bool:
    """Whether a कि clause tells what an act is about: आश्चर्य जताया कि मंत्री …"""
    return any(c.kind == "speech" and c.parent == candidate.clause for c in roles.clauses)


def said(candidate: Candidate, roles: Roles, kept: list[Found]) -> tuple[int, Found | None] | None:
    """The first कि clause of an act, and what was found in it."""
    mine = [n for n, c in enumerate(roles.clauses) if c.speaker == candidate.clause]
    if not mine:  # हामी भरी कि …: no verb of saying, and yet what it is about
        mine = [n for n, c in enumerate(roles.clauses) if c.parent == candidate.clause and c.kind == "speech"]
        mine = mine or _upon(candidate.clause, roles)
    mine = after(mine, candidate, roles) or mine  # ‘…’, मंत्री बोले- …
    moods = candidate.frame.row.content.split("|")
    index = next((n for n in mine if _of_mood(n, roles, moods)), -1)  # … मौका गंवा दिया है और | देशों को … करना चाहिए
    if index < 0:
        index = next((n for n in mine if roles.clauses[n].kind == "speech"), -1)
    if index < 0:  # before it: … को बात करनी चाहिए- बोले मंत्री
        told = [n for n in mine if roles.clauses[n].kind not in ("relative", "conditional")] or mine
        index = next((n for n in told if _finite(n, roles)), told[0] if told else -1)
    if index < 0:
        return None
    return index, next((f for f in kept if f.candidate.clause in mine), None)


def _upon(clause: int, roles: Roles) -> list[int]:
    """What will be done if something else is, as `clause` says: चेतावनी दी कि | मांगें न मानीं | तो हड़ताल करेंगे."""
    ifs = {n for n, c in enumerate(roles.clauses) if c.kind == "conditional" and c.parent == clause}
    return [n for n, c in enumerate(roles.clauses) if c.kind == "conditional" and c.parent in ifs]


def after(mine: list[int], candidate: Candidate, roles: Roles) -> list[int]:
    """Those clauses of what somebody says that stand after the verb of saying."""
    return [n for n in mine if (v := roles.clauses[n].verb) >= 0 and roles.chunks[v].first > candidate.first]


def content_mood(candidate: Candidate, roles: Roles, mood: str) -> bool:
    """Whether what somebody says is of this mood: said as a duty, bidden, to come."""
    told = [
        group
        for c in roles.clauses
        # कहा कि अगर आप न आएं …: the condition is not what is asked for; a future may hang on one
        if (c.speaker == candidate.clause or (c.kind == "speech" and c.parent == candidate.clause))
        and c.verb >= 0
        and (c.kind not in ("conditional", "relative") or mood == "fut")
        and (mood != "fut" or roles.chunks[c.verb].first > candidate.first)
        if (group := roles.chunks[c.verb].verb) is not None
        and (group.form == "finite" or (group.form == "perf" and c.kind in TOLD))  # नहीं मिला न्याय
    ]
    if mood in BIDDING:
        told = told[:1]  # what is bidden comes first: not कहा कि वे चाहते थे कि लोग … रहें
    return any(_is(group, mood) for group in told)


def _is(group: VerbGroup, mood: str) -> bool:
    """Whether a verb group is of a mood as frames name them."""
    return (
        group.mood == mood
        or (mood == "fut" and group.tense == "fut")
        or (mood == "must" and group.aspect == "prosp" and group.tense == "fut")  # करना होगा
    )


def _of_mood(n: int, roles: Roles, moods: list[str]) -> bool:
    """Whether clause `n` tells something that is due, by one of these moods."""
    verb = roles.clauses[n].verb
    group = roles.chunks[verb].verb if verb >= 0 else None
    told = roles.clauses[n].kind in TOLD
    return told and group is not None and any(mood in DUE and _is(group, mood) for mood in moods)


def _finite(n: int, roles: Roles) -> bool:
    verb = roles.clauses[n].verb
    group = roles.chunks[verb].verb if verb >= 0 else None
    return group is not None and group.form == "finite"


def spoken_of(
    one: Found, index: int, inner: Found | None, roles: Roles, filler: Filler, actors: tuple[Party, ...], labels: Labels
) -> tuple[Party, ...]:
    """Whom the कि clause (`index`) of an act is about: who ought to act, who is blamed, else whom the act told there
    is done to; without a frame of its own, its marked groups."""
    row = one.candidate.frame.row
    if row.content:
        verb = roles.clauses[index].verb
        group = roles.chunks[verb].verb if verb >= 0 else None
        marked = () if group is not None and group.mood in BIDDING else (OBJECT,)
        found = receivers(index, roles, filler, actors, marked) or blamed(index, roles, filler, actors)
        if not found and inner is not None and inner.candidate.clause == index:
            found = apart(inner.actors, actors)  # बोले- राज्यपाल | इस्तीफा दें
        own = filler.shapes.first_person  # कहा कि हम … करें asks nobody else, and वे … लेंगे vows it
        if group is not None and group.mood == "ind" and group.tense == "fut":
            own += filler.shapes.himself
        found = tuple(p for p in found if p.last - p.first > 1 or roles.tagged.tokens[p.first].lemma not in own)
        if not found and "fut" in row.content.split("|"):
            found = _if_they(index, roles, filler, actors)
            if not found and inner is not None and inner.candidate.clause == index:
                found = apart(inner.recipients, actors)  # चीन पर | टैरिफ लगाएंगे
            found = found or receivers(index, roles, filler, actors, (ON, AGAINST))
        return found
    if labels.types[row.type].blames:
        return blamed(index, roles, filler, actors)
    verb = roles.clauses[index].verb
    bids = verb >= 0 and (said := roles.chunks[verb].verb) is not None and said.mood in BIDDING
    if bids and (found := blamed(index, roles, filler, actors)):
        return found  # मांग की कि | प्रधानमंत्री | बयान दें
    if inner is not None and inner.recipients:
        return apart(inner.recipients, actors)
    mine = [n for n, c in enumerate(roles.clauses) if c.speaker == one.candidate.clause]
    hung = {c.parent for c in roles.clauses if c.kind == "conditional"}
    mine = [n for n in mine if n not in hung]  # not चेताया कि | दोषियों को गिरफ्तार नहीं किया | तो …
    told = (receivers(n, roles, filler, actors, filler.shapes.content_cases) for n in mine or [index])
    found = next((found for found in told if found), ())
    return found or (_if_they(index, roles, filler, actors) if labels.types[row.type].quad in CONFLICT else ())


def _if_they(index: int, roles: Roles, filler: Filler, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """On whose doing it hangs what a clause says will be done: अगर | इजरायल ने हमला किया तो …"""
    ifs = (n for n, c in enumerate(roles.clauses) if c.kind == "conditional" and n < index and c.verb >= 0)
    return next((who for n in ifs if (who := blamed(n, roles, filler, actors))), ())


def blamed(index: int, roles: Roles, filler: Filler, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who is said to have done it: the doer of a कि clause, unless it is the speaker."""
    return apart(filler.karta(roles.clauses[index], index, None, 1), actors)


def receivers(
    index: int, roles: Roles, filler: Filler, actors: tuple[Party, ...], cases: tuple[str, ...]
) -> tuple[Party, ...]:
    """Whom the content of an act is about, when it has no frame: the group of one of `cases` nearest to its verb."""
    first = filler.compelled(index)  # सरकार को | किसानों को | राहत देनी चाहिए
    for i in (*((first,) if first in roles.clauses[index].chunks else ()), *reversed(roles.clauses[index].chunks)):
        chunk = roles.chunks[i]
        if chunk.kind == "noun" and chunk.case in cases:
            if found := apart(filler.groups.phrase(i, chunk.body, chunk.case), actors):
                return found
    return ()


def apart(found: tuple[Party, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those found who share no word with the actors."""
    return tuple(p for p in found if not any(p.first < q.last and q.first < p.last for q in actors))


def from_infinitive(
    one: Found, roles: Roles, filler: Filler, actors: tuple[Party, ...], *, offers: bool
) -> tuple[Party, ...]:
    """A recipient for an act whose content has no frame: the group with को, से, के खिलाफ … of the infinitive, and of what
    somebody `offers` also the owner of its noun."""
    if one.infinitive < 0:
        return ()
    index = next(n for n, c in enumerate(roles.clauses) if c.verb == one.infinitive)
    found = receivers(index, roles, filler, actors, filler.shapes.content_cases)
    own = roles.chunks[one.infinitive - 1] if one.infinitive else None
    if found or own is None or own.case != DIRECT or not offers:
        return found
    return apart(filler.groups.owners(one.infinitive - 1, GENITIVE), actors)  # भारत की | सहायता | करने को तैयार है
