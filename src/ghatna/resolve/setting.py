"""Where a participant belongs whose own words do not say it.

Police, officials, citizens and pronouns have no country by themselves; what stands around them usually tells it. In
order: the pronoun or owner that refers to somebody named, a place that is marked as the scene, the country of an
institution that acts at home, the only country that the sentence speaks of, what the word means in the Hindi press
(`home`), the country of the other side, and what the article told before. Strangers (attackers, foreigners, bodies that
work in many countries) take no country from the sentence.
"""

from collections.abc import Sequence

from msgspec import Struct, structs

from ghatna.lexicon.cases import INSIDE
from ghatna.lexicon.gazetteer import Gazetteer
from ghatna.lexicon.names import STRANGER, Names
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Draft, Entity, Party, Place, Roles, Tagged
from ghatna.resolve.actor import Who, entity
from ghatna.resolve.anchor import Period
from ghatna.resolve.place import choose
from ghatna.resolve.place import names as places
from ghatna.resolve.reference import Mention, References

PLACED = frozenset(("region", "seat", "country", "place"))
ABROAD = frozenset(("JRN", "BUS", "NGO"))
"""Sectors of those who are named far from home: the paper that reports, the company that is blocked."""
STATES = frozenset(("country", "adjective", "seat"))
KINDS = frozenset(("region", "place", "seat", "country", "adjective", "body", "group", "party", "person"))
HEARD = 3
"""Sentences without a dated act in which a day is looked for that `अगले दिन` may count from."""
DOMESTIC = frozenset(("COP", "JUD", "LEG", "PTY", "OPP", "LAB", "EDU", "CVL", "AGR"))
"""Sectors whose members act in their own country, so that whoever they deal with is there too."""

STATE = frozenset(("GOV", "LEG", "OPP", "JUD", "EDU", "PTY", "COP", "AGR", "LAB"))
"""Sectors of institutions that deal with those of their own state."""
SIDES = frozenset(("GOV", "PTY", "LEG", "MIL", "ELI"))
"""Sectors of those of whom `दोनों` may mean one of each side."""


class Context(Struct):
    """What an article has told so far: countries of its events, the latest last, who acted last, the countries that
    the last sentence to name any spoke of, and the day told last."""

    countries: list[str] = []
    doer: str | None = None
    spoken: list[str] = []
    dateline: Place | None = None
    """Where the report was written, by its own words."""
    scenes: list[Place] = []
    """Where its events were, the dateline first."""
    here: tuple[int, Place] | None = None
    """Where the last deed was that said so, with the start of its sentence."""
    day: Period | None = None
    """When the last act with words of time happened."""
    heard: list[Tagged] = []
    """The sentences since then."""
    fresh: bool = False

    def add(self, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]) -> None:
        """Remembers an event's participants."""
        for one in (*recipients, *actors):
            if one.country:
                if one.country in self.countries:
                    self.countries.remove(one.country)
                self.countries.append(one.country)
        named = [e.country for e in actors if e.country]
        if named:
            self.doer = named[-1]

    def hear(self, tagged: Tagged, names: Names) -> None:
        """Remembers what a sentence spoke of, be there an event in it or none."""
        self.spoken = countries(tagged, names) or self.spoken
        self.heard = [] if self.fresh else [*self.heard[1 - HEARD :], tagged]
        self.fresh = False

    def dated(self, day: Period) -> None:
        """Remembers when an act of this sentence happened."""
        self.day, self.fresh = day, True

    @property
    def only(self) -> str | None:
        """The one country that the article is about so far, if it is one."""
        told = self.countries or self.spoken
        return told[0] if len(told) == 1 else None


def both(entities: tuple[Entity, ...], context: Context, words: tuple[str, ...]) -> tuple[Entity, ...]:
    """`दोनों देश`, `दोनों पक्ष` stand for the last two countries that the article spoke of: one entity each."""
    out: list[Entity] = []
    for one in entities:
        if one.country is None and one.text.split()[0] in words and len(context.countries) >= 2:
            for country in sorted(context.countries[-2:]):
                out.append(
                    structs.replace(one, country=country, sectors=("GOV",), why=f"{one.why}; both of the article")
                )
        else:
            out.append(one)
    return tuple(out)


def countries(tagged: Tagged, names: Names) -> list[str]:
    """Countries that the names of a sentence stand for, in text order, each once; bodies of no country left out."""
    out: list[str] = []
    for at in names.owning(tagged.tokens, tagged.names):
        if any(name.kind == "person" and ":" in name.country for name in at.names):
            continue  # somebody of a state at one time and of a body at another
        for name in at.names:
            if not ABROAD.isdisjoint(name.sectors):
                break
            if name.country and ":" not in name.country and name.kind in KINDS and name.country not in out:
                out.append(name.country)
                break
    return out


class Surroundings:
    """What a sentence tells of where it plays, read once for all its events."""

    def __init__(self, roles: Roles, names: Names, gazetteer: Gazetteer, shapes: ClauseWords) -> None:
        self.roles, self.names, self.gazetteer, self.shapes = roles, names, gazetteer, shapes
        self.references = References(roles, shapes)
        self.every = countries(roles.tagged, names)
        """Countries that the sentence speaks of; where none is named, those of its towns."""
        self.topic = self._topic()
        if not self.every:
            tokens = roles.tagged.tokens
            self.every = list(dict.fromkeys(self.towns(0, len(tokens))))

    def towns(self, first: int, last: int) -> list[str]:
        """Countries of the towns named at tokens `first … last`."""
        tokens = self.roles.tagged.tokens
        found = places(tokens, first, last, self.gazetteer)
        return [choose(one.spots, [], self.every).country for one in found]

    def _topic(self) -> str | None:
        """The country named before the first colon of a headline: `नेपाल: …`, `Nepal Violence: …`."""
        for i, chunk in enumerate(self.roles.chunks[:4]):
            if chunk.kind == "mark" and self.roles.tagged.tokens[chunk.first].norm in self.shapes.colons:
                return self._placed(0, chunk.first) if i else None
            if chunk.verb is not None:
                break
        return None

    def _placed(self, first: int, last: int) -> str | None:
        """The country of the first place at tokens `first … last`."""
        for at in self.roles.tagged.names:
            if first <= at.first < last:
                for name in at.names:
                    if name.country and ":" not in name.country and name.kind in PLACED:
                        return name.country
        return next(iter(self.towns(first, last)), None)

    def scene(self, chunks: Sequence[int]) -> str | None:
        """The country of the first of `chunks` that is a place marked में or पर, its owners too (काठमांडू की सड़कों पर);
        else that of the headline's topic."""
        for i in chunks:
            chunk = self.roles.chunks[i]
            if chunk.kind == "noun" and chunk.case in self.shapes.scene_cases:
                first = self.roles.chunks[self.references.groups.chain(i)].first
                if found := self._placed(first, chunk.last):
                    return found
        return self.topic


class Setting:
    """One event's surroundings: decides the countries of its participants."""

    def __init__(self, draft: Draft, around: Surroundings, context: Context, *, attack: bool = False) -> None:
        self.around, self.context = around, context
        self.strikers = self._states(draft.actors) if attack else frozenset()
        """Countries by whose name alone an attack goes: whom it befalls is hardly one of theirs."""
        self.goals = self._states(tuple(p for p in draft.recipients if p.why == INSIDE))
        """Countries that somebody goes to, and so is not of: भारत दौरे पर पहुंचे | राष्ट्रपति."""
        self.roles, self.names, self.shapes = around.roles, around.names, around.shapes
        self.references, self.every = around.references, around.every
        clause = self.roles.clauses[draft.clause]
        own = sorted((*clause.chunks, *clause.outer))
        every = range(len(self.roles.chunks))
        self.scene = around.scene((*own, *every))

    def _states(self, parties: Sequence[Party]) -> frozenset[str]:
        """The countries among participants that are named by nothing else: अमेरिका ने, अमेरिकी हमले में."""
        named = {at.last: at for at in self.around.roles.tagged.names}
        alone = (named[p.last] for p in parties if p.last in named and named[p.last].first == p.first)
        return frozenset(n.country for at in alone for n in at.names if n.kind in STATES)

    def place(self, party: Party, who: Who, others: Sequence[Who], *, acting: bool) -> tuple[str | None, str]:
        """The country of a participant that has none by its own words, and why; None where nothing tells."""
        tokens = self.roles.tagged.tokens
        pronoun = next((i for i in range(party.first, party.last) if tokens[i].pos == "PRON"), -1)
        if party.last - party.first == 1 and pronoun >= 0:
            return self._pronoun(pronoun, others, acting=acting)
        if any(self.names.mark(token) == "many" for token in tokens[party.first : party.last]):
            return None, ""
        if pronoun == party.first and not acting and tokens[pronoun].lemma in self.shapes.reflexive:
            doers = {o.country for o in others if o.country}
            if len(doers) == 1 and who.sectors:
                return doers.pop(), "who did it owns it"  # अपने नागरिकों को
        if pronoun == party.first and tokens[pronoun].readings[0].case:
            country, why = self._pronoun(pronoun, others, acting=acting)
            if country:
                return country, f"{why} that owns it"
        after = [i + 1 for i in range(party.first, party.last) if self.names.mark(tokens[i]) == "about"]
        if owner := next(iter(self.around.towns(max(after, default=party.first), party.last - 1)), None):
            return owner, "a town that it belongs to"
        if who.homes == (STRANGER,):
            return None, ""
        if tokens[party.first].lemma in self.shapes.both and self._two_sides(who, others):
            return None, ""
        if likely := next((c for c in who.homes if c in self.every), None):
            return likely, "the country of the sentence that such names have"
        if who.native:
            return who.homes[0], "where such names are"
        told = self.context.countries or self.context.spoken
        if who.homes and (not told or who.homes[0] in told) and not self._abroad(who, others, acting=acting):
            return who.homes[0], "what the word means in Hindi papers"
        if facing := self._facing(who, others):
            return facing, "where the other side is"
        return self._around(who, suffers=not acting)

    def _abroad(self, who: Who, others: Sequence[Who], *, acting: bool) -> bool:
        """Whether the sentence plays elsewhere than where somebody is likely at home: it speaks of a country that
        is not the other side's, or of one only while institutions of a state's inside act."""
        if not DOMESTIC.isdisjoint(who.sectors):
            return len(self.every) == 1
        if acting and self.scene is None and "GOV" in who.sectors:
            return False  # विदेश मंत्रालय ने पाकिस्तान के बयान को खारिज किया
        return bool([c for c in self.every if c not in {o.country for o in others}])

    def _two_sides(self, who: Who, others: Sequence[Who]) -> bool:
        """Whether two of a kind may be of two countries: दोनों नेता, but not दोनों आरोपी."""
        return not SIDES.isdisjoint(who.sectors) or any(o.country in self.every for o in others)

    def _facing(self, who: Who, others: Sequence[Who]) -> str | None:
        """The country of the other side, for institutions of a state's inside in a sentence that speaks of none: they
        deal with their own."""
        if self.every or STATE.isdisjoint(who.sectors):
            return None
        homes = {o.country or next(iter(o.homes), "") for o in others} - {"", STRANGER}
        return homes.pop() if len(homes) == 1 else None

    def _around(self, who: Who, *, suffers: bool) -> tuple[str | None, str]:
        """The scene places those who act there and whoever or whatever an act befalls."""
        not_of = self.strikers if suffers else self.goals
        if self.scene is not None and (who.sectors or suffers) and not (self.scene in self.goals and not suffers):
            return self.scene, "scene of the sentence"
        if len(self.every) == 1 and self.every[0] not in not_of:
            return self.every[0], "only country of the sentence"
        if not self.every and who.sectors and (told := self.context.only):
            return told, "only country of the article so far"
        return None, ""

    def _pronoun(self, token: int, others: Sequence[Who], *, acting: bool) -> tuple[str | None, str]:
        reading = self.roles.tagged.tokens[token].readings[0]
        if reading.lemma in self.shapes.reflexive or reading.person == "2":
            return None, ""
        found = self.references.referent(token)
        if found is not None:
            country = self.country(found)
            return country, "stands for " + self._text(found.party) if country else ""
        if acting and self.context.doer is not None:
            return self.context.doer, "the doer of the sentence before"
        spoken = self.context.spoken
        if len(spoken) == 1 and not any(o.country == spoken[0] for o in others):
            return spoken[0], "only country of the sentence before"
        return None, ""

    def sectors(self, party: Party) -> tuple[str, ...]:
        """The sectors of whom a pronoun stands for; none for other words."""
        if party.last - party.first > 1 or self.roles.tagged.tokens[party.first].pos != "PRON":
            return ()
        if self.roles.tagged.tokens[party.first].lemma in self.shapes.relative:
            return ()  # जो विरोध करते हैं, …: nobody who was named before
        found = self.references.referent(party.first)
        if found is None:
            return ()
        return entity(self.roles.tagged, found.party.first, found.party.last, self.names).sectors

    def country(self, mention: Mention) -> str | None:
        """The country of somebody named in the sentence, by his own words or where they stand."""
        who = entity(self.roles.tagged, mention.party.first, mention.party.last, self.names)
        return who.country or self.place(mention.party, who, (), acting=mention.doer)[0]

    def _text(self, party: Party) -> str:
        tokens = self.roles.tagged.tokens
        return self.roles.tagged.sentence.text[tokens[party.first].start : tokens[party.last - 1].end]
