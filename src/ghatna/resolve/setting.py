"""Where a participant belongs whose own words do not say it.

Police, officials, citizens and pronouns have no country by themselves; what stands around them usually tells it. In
order: the pronoun or owner that refers to somebody named, a place that is marked as the scene, the country of an
institution that acts at home, the only country that the sentence speaks of, what the word means in the Hindi press
(`home`), the country of the other side, and what the article told before. Strangers (attackers, foreigners, bodies that
work in many countries) take no country from the sentence.
"""

from collections.abc import Sequence

from msgspec import structs

from ghatna.lexicon.cases import INSIDE
from ghatna.lexicon.names import STRANGER
from ghatna.model import Draft, Party
from ghatna.parse.participant import GOVERNS
from ghatna.resolve.actor import Who, entity
from ghatna.resolve.article import Context
from ghatna.resolve.reference import Mention
from ghatna.resolve.referent import Referents
from ghatna.resolve.surroundings import Surroundings

STATES = frozenset(("country", "adjective", "seat"))
DOMESTIC = frozenset(("COP", "JUD", "LEG", "PTY", "OPP", "LAB", "EDU", "CVL", "AGR"))
"""Sectors whose members act in their own country, so that whoever they deal with is there too."""

STATE = frozenset(("GOV", "LEG", "OPP", "JUD", "EDU", "PTY", "COP", "AGR", "LAB"))
"""Sectors of institutions that deal with those of their own state."""
HOME_SECTORS = frozenset(("GOV", "COP", "JUD", "LEG"))
"""Sectors of institutions and officials that are a Hindi paper's own where its article names no country."""
HOME = "IND"
"""Where Hindi papers are at home."""
BLAME, ANSWER, TALK = "ACCUSE", "REJECT", "CONSULT"
"""The types of acts whose object is blamed for what it did, whose doer answers what it was accused of or asked, and by
which people meet."""
ABROAD = frozenset(("GOV", "MIL", "SPY"))
"""Sectors of those who speak for a state to others."""
REBELS = "REB"
ARMED = frozenset((REBELS, "UAF"))
"""Sectors of armed groups, and of armed men whom nobody knows."""
AT_HOME = frozenset(("COP", "LEG", "JUD", "PTY", "MIL"))
"""Sectors of those whom others meet where both are at home."""
STATE_ID = "country:"
"""How the ids of states begin."""
SIDES = frozenset(("GOV", "PTY", "LEG", "MIL", "ELI"))
"""Sectors of those of whom `दोनों` may mean one of each side."""


class Setting(Referents):
    """One event's surroundings: decides the countries of its participants."""

    def __init__(
        self, draft: Draft, around: Surroundings, context: Context, *, attack: bool = False, hostile: bool = False
    ) -> None:
        self.around, self.context = around, context
        self.strikers = self._states(draft.actors) if attack else frozenset()
        """Countries by whose name alone an attack goes: whom it befalls is hardly one of theirs."""
        self.goals = self._states(tuple(p for p in draft.recipients if p.why == INSIDE))
        """Countries that somebody goes to, and so is not of: भारत दौरे पर पहुंचे | राष्ट्रपति."""
        self.blamed, self.answers, self.meets = draft.type == BLAME, draft.type == ANSWER, draft.type == TALK
        self.hostile = hostile
        self.parties = (*draft.actors, *draft.recipients)
        self.addressed = self._states(draft.recipients)
        """Countries that somebody speaks of or to by their name alone, and so is hardly of."""
        self.against = self.addressed if context.memory.size else frozenset()
        """States that are dealt with in an article, and so hardly where it plays: फ्रांस पर आरोप लगाया."""
        self.roles, self.names, self.shapes = around.roles, around.names, around.shapes
        self.references, self.every = around.references, around.every
        clause = self.roles.clauses[draft.clause]
        aside = around.aside(draft.clause)
        own = sorted((*clause.chunks, *clause.outer))
        every = range(len(self.roles.chunks))
        self.scene = around.scene([i for i in (*own, *every) if i not in aside], self.strikers)

    def _states(self, parties: Sequence[Party]) -> frozenset[str]:
        """The countries among participants that are named by nothing else: अमेरिका ने, अमेरिकी हमले में."""
        named = {at.last: at for at in self.around.roles.tagged.names}
        alone = (named[p.last] for p in parties if p.last in named and named[p.last].first == p.first)
        return frozenset(n.country for at in alone for n in at.names if n.kind in STATES)

    def place(
        self, party: Party, who: Who, others: Sequence[Who], *, acting: bool, again: bool = False
    ) -> tuple[str | None, str]:
        """The country of a participant that has none by its own words, and why; None where nothing tells."""
        tokens = self.roles.tagged.tokens
        pronoun = next((i for i in range(party.first, party.last) if tokens[i].pos == "PRON"), -1)
        if party.last - party.first == 1 and pronoun >= 0:
            return self._told(others, acting=acting)
        if any(self.names.mark(token) == "many" for token in tokens[party.first : party.last]):
            return None, ""
        if pronoun == party.first and not acting and tokens[pronoun].lemma in self.shapes.reflexive:
            doers = {o.country for o in others if o.country}
            if len(doers) == 1 and who.sectors:
                return doers.pop(), "who did it owns it"  # अपने नागरिकों को
        if pronoun == party.first and tokens[pronoun].readings[0].case:
            country, why = self._owner(pronoun, others, acting=acting)
            if country:
                return country, f"{why} that owns it"
        if owner := self._named_owner(party) or self._shared_owner(party, who):
            return owner
        after = [i + 1 for i in range(party.first, party.last) if self.names.mark(tokens[i]) == "about"]
        if town := next(iter(self.around.towns(max(after, default=party.first), party.last - 1)), None):
            return town, "a town that it belongs to"
        if who.homes == (STRANGER,):
            return None, ""
        if tokens[party.first].lemma in self.shapes.both and self._two_sides(who, others):
            return None, ""
        if acting and not ABROAD.isdisjoint(who.sectors):
            # जनरल कुरैशी ने, विदेश मंत्रालय ने | भारत की निंदा की: who speaks for a state does so against another
            least = () if self.hostile and not who.native else who.homes
            who = structs.replace(who, homes=tuple(c for c in who.homes if c not in self.addressed) or least)
        if self._host(party, who):
            return self.scene, "host of the other side"
        if likely := next((c for c in who.homes if c in self.every), None):
            return likely, "the country of the sentence that such names have"
        if who.native and not (self.scene and "GOV" in who.sectors):
            return who.homes[0], "where such names are"
        told = self.context.countries or self.context.spoken
        if who.homes and (not told or who.homes[0] in told) and not self._abroad(who, others, acting=acting):
            return who.homes[0], "what the word means in Hindi papers"
        facing = self._facing(who, others)
        if facing and not self.context.memory.size:
            return facing, "where the other side is"
        country, why = self._around(party, who, others, suffers=not acting, again=again)
        return (facing, "where the other side is") if facing and not country else (country, why)

    def _host(self, party: Party, who: Who) -> bool:
        """Whether an official is met abroad by one of the state where he is likely at home: जयशंकर ने ढाका में | विदेश
        मंत्री से मुलाकात की."""
        if not self.meets or self.scene in (None, *who.homes) or who.native or ABROAD.isdisjoint(who.sectors):
            return False
        return any(one.country in who.homes for one in self._rest(party))

    def _rest(self, party: Party) -> list[Who]:
        """The other participants by their own words."""
        rest = (p for p in self.parties if p.first != party.first)
        return [entity(self.roles.tagged, p.first, p.last, self.names, on=self.context.memory.on) for p in rest]

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

    def _around(
        self, party: Party, who: Who, others: Sequence[Who], *, suffers: bool, again: bool
    ) -> tuple[str | None, str]:
        """The scene places those who act there and whoever or whatever an act befalls."""
        # कोलिन्स ने रूस की निंदा की: whoever speaks of a state to itself is hardly of it
        not_of = self.strikers if suffers else self.goals | self.addressed
        faced = () if suffers else self.goals | self.against
        if self.scene is not None and (who.sectors or suffers) and self.scene not in faced:
            return self.scene, "scene of the sentence"
        if not self.context.memory.words.domestic.isdisjoint(who.sectors) and (told := self._story(others)):
            return told, "where the story plays"
        if len(self.every) == 1 and self.every[0] not in not_of and not self._at_large(party, who, suffers=suffers):
            return self.every[0], "only country of the sentence"
        told = self.context.only
        if not self.every and who.sectors and told and not (":" in told and self.context.memory.size):
            return told, "only country of the article so far"
        if not self.every and (who.sectors or who.why or suffers or again):
            story = self._story(others)
            return (story, "where the story plays") if story else self._article(who)
        return None, ""

    def _at_large(self, party: Party, who: Who, *, suffers: bool) -> bool:
        """Whether the only state of a sentence tells nothing of somebody: of an armed group known by its name, which
        has none (अल कायदा अमेरिका के लिए खतरा है), or of strangers where it is that of those whom they meet or attack
        (जापान के पत्रकार को; मैर्केल ने | पुतिन से)."""
        if who.name and REBELS in who.sectors:
            return True
        foreign = self.every[0] != HOME  # whom a paper does not introduce is of its own country
        strange = foreign and (not who.sectors or (self.meets and GOVERNS in who.sectors))
        if suffers or not (strange or not ARMED.isdisjoint(who.sectors)):
            return False
        theirs = [one for one in self._rest(party) if one.country == self.every[0]]
        return bool(theirs) and all(AT_HOME.isdisjoint(one.sectors) for one in theirs)

    def _story(self, others: Sequence[Who]) -> str | None:
        """The country where the article plays, as far as its sentences before tell."""
        memory = self.context.memory
        if not memory.size:
            return None
        faced = [o.country for o in others if o.country and (o.id or "").startswith(STATE_ID)]
        return memory.topic([place.country for place in self.context.scenes], faced)

    def _article(self, who: Who) -> tuple[str | None, str]:
        """The country of whom an article does not place: its only one, India for institutions of which nothing tells
        more."""
        about = self.context.about(self.names)
        if len(about) == 1:
            return about[0], "only country of the article"
        if self.context.article and not about and not HOME_SECTORS.isdisjoint(who.sectors):
            return HOME, "no country told in a Hindi paper"
        return None, ""

    def country(self, mention: Mention) -> str | None:
        """The country of somebody named in the sentence, by his own words or where they stand."""
        who = entity(self.roles.tagged, mention.party.first, mention.party.last, self.names)
        return who.country or self.place(mention.party, who, (), acting=mention.doer)[0]

    def _shared_owner(self, party: Party, who: Who) -> tuple[str, str] | None:
        """The country of an owner before the first of two offices, who both are his: नेपाल के प्रधानमंत्री और | विदेश मंत्री ने.
        Of those who talk to each other each may be somebody else's."""
        tokens = self.roles.tagged.tokens
        joined = party.first > 0 and tokens[party.first - 1].lemma in self.shapes.join
        before = next((p for p in self.parties if p.last == party.first - 1 and p.why == party.why), None)
        if not joined or before is None or self.meets or GOVERNS not in who.sectors:
            return None
        owned = any(self.names.mark(tokens[i]) == "genitive" for i in range(before.first, before.last))
        first = entity(self.roles.tagged, before.first, before.last, self.names, on=self.context.memory.on)
        return (first.country, "of the office before it") if owned and first.country else None
