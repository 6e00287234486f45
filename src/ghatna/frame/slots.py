"""Who did it and to whom: the slots of a frame filled from the roles of its clause."""

from ghatna.frame.candidate import Candidate
from ghatna.frame.owners import GOALS
from ghatna.frame.speakers import Speakers
from ghatna.frame.vocabulary import says
from ghatna.lexicon.cases import AGAINST, BETWEEN, DIRECT, ERGATIVE, FROM, GENITIVE, IN, INSIDE, OBJECT, ON
from ghatna.lexicon.slot import KARAKAS, PEOPLE, SPEAKER, Slot
from ghatna.model import Chunk, Clause, Party
from ghatna.parse.participant import ACTING, participant

REGIONS = frozenset(("karma", OBJECT, AGAINST, "apadan", FROM))
"""Slots in which a region is somebody (गाजा को मदद), not the scene."""


DECIDING = frozenset(("GOV", "JUD", "COP", "MIL", "LEG", "PTY", "OPP", "AGR", "EDU"))
"""Sectors of those whose word decides what is done."""


PERSONS = frozenset(("human", "group"))


class Filler(Speakers):
    """Finds participants for one sentence."""

    def fill(
        self,
        slots: tuple[str, ...],
        candidate: Candidate,
        *,
        taken: tuple[Party, ...] = (),
        suffering: bool = False,
    ) -> tuple[Party, ...]:
        """Participants of the first slot that has any; `taken` ones do not count again. `suffering`: those to whom the
        act is done are asked for."""
        fallback: tuple[Party, ...] = ()
        for text in slots:
            slot = Slot.read(text)
            found = tuple(
                each
                for p in self.slot(slot, candidate, taken, suffering=suffering)
                if (rest := self.beside_taken(p, taken)) is not None
                for each in self.groups.pair(rest)
            )
            if found and suffering and slot.case == "karta":
                if self.before_clause(found, self.clauses[candidate.clause]):
                    fallback = fallback or found  # पुलिस ने गोली चलाई, जिससे | दो लोगों की | मौत हुई
                    continue
            if found:
                return found
        return fallback

    def fellows(self, slot: str, candidate: Candidate, taken: tuple[Party, ...]) -> tuple[Party, ...]:
        """Who takes part in a mutual act beside those `taken`. A capital with में is only where it is done (मॉस्को में |
        समझौता हुआ), and the owner of a thing with से or में takes no part (कतर की | मध्यस्थता से, ईरान की | जेल में)."""
        found = self.fill((slot,), candidate, taken=taken)
        if slot in (IN, FROM):
            found = tuple(p for p in found if self.chunks[self.at(p.last - 1)].case != GENITIVE)
        return tuple(p for p in found if slot != IN or not self.of_kind("seat", p.last - 1))

    def slot(
        self, slot: Slot, candidate: Candidate, taken: tuple[Party, ...] = (), *, suffering: bool = False
    ) -> tuple[Party, ...]:
        clause = self.clauses[candidate.clause]
        if slot.case == "karta" and slot.owner:  # ईरान का | कदम
            things = self.thing(candidate)
            return self.groups.owners(self.at(things[0].last - 1), slot.case) if things else ()
        if slot.case == "karta":
            found, own = self.doer(candidate, taken), self.thing(candidate) if slot.thing else ()
            held = (self.held(candidate) or self.counted(candidate)) if suffering else ()
            before = self.before_clause(found, clause)
            return (own or held or found) if before else found or own or held
        if slot.case == SPEAKER:
            return self.said_by(clause)
        if slot.case == INSIDE:
            return self.before_trigger(candidate)
        if slot.case == GENITIVE and slot.owner:
            k = self.at(candidate.noun) - 1  # चीन की | घुसपैठ का | जवाब
            return self.groups.owners(k, GENITIVE) if k > 0 and self.chunks[k].case == GENITIVE else ()
        if slot.case == GENITIVE:
            found = (
                (self.patient_of_trigger(candidate) if suffering else self.owner_of_trigger(candidate))
                or self.owner_of_object(candidate, thing=slot.thing)
                or self.groups.before_scene(candidate.noun, candidate.noun_last)
                or self.groups.doer_of_infinitive(GENITIVE, candidate.noun)
                or (self.thing_of_trigger(candidate) if slot.thing else ())
                or self.filed_by(candidate)
            )
            return found if not slot.kind or (found and self.of_kind(slot.kind, found[-1].last - 1)) else ()
        if slot.case == "karma":
            told = self.told(clause, "karma") or self.of_infinitive(clause, candidate, "passive")
            if told:
                return told
        for i in self.ordered(slot.case, clause, candidate):
            chunk = self.chunks[i]
            if not self.fits(slot, i, chunk, candidate):
                continue
            if slot.among and not self.among(slot.among, chunk):
                continue
            if slot.before and not self.whose_blow(i, candidate):
                continue
            if slot.kind and not self.of_kind(slot.kind, chunk.body - 1):
                continue
            end = self.free(chunk, candidate)
            if end is None:
                continue
            if chunk.last == chunk.body and (whole := self.groups.last_listed(i)) > i:
                i, chunk = whole, self.chunks[whole]
                end = chunk.body
            if slot.owner and slot.owner != GENITIVE:
                found = self.companion(i, slot.owner)
            elif slot.owner:
                found = (
                    self.groups.inside(chunk.first, chunk.head, slot.case)
                    or self.groups.owners(i, slot.case)
                    or self.agent_of(i)
                )
            else:
                placed = self.named.get(end - 1)
                region = slot.case in REGIONS and placed is not None and any(n.kind == "region" for n in placed.names)
                found = self.groups.phrase(i, end, slot.case, thing=slot.thing or region)
            if found:
                return found
        if slot.case == "karma":
            return self.whose(candidate)
        return self.groups.doer_of_infinitive(slot.case, candidate.first) if slot.case == ON else ()

    def whose_blow(self, i: int, candidate: Candidate) -> bool:
        """Whether group `i` stands right before the genitive that tells what a trigger's noun is about."""
        k = self.at(candidate.noun) - 1
        return 0 <= i == k - 1 and self.chunks[k].kind == "noun" and self.chunks[k].case == GENITIVE

    def thing_of_trigger(self, candidate: Candidate) -> tuple[Party, ...]:
        """Whatever owns the trigger's noun and stands right before it: प्रभावित इलाकों का | दौरा किया."""
        i = next((k for k, c in enumerate(self.chunks) if c.last == candidate.noun and c.case == GENITIVE), -1)
        if i < 0 or self.tagged.tokens[self.chunks[i].head].pos == "NUM":
            return ()  # 400 करोड़ की संपत्ति
        return self.groups.phrase(i, self.chunks[i].body, GENITIVE, thing=True)

    def filed_by(self, candidate: Candidate) -> tuple[Party, ...]:
        """Whose words a trigger is about that a participle says he gave: वकील द्वारा | दायर | याचिका खारिज की."""
        for i in self.order(self.clauses[candidate.clause], candidate):
            chunk = self.chunks[i]
            words = chunk.kind == "noun" and self.tagged.tokens[chunk.head].readings[0].sem == "speech"
            if words and chunk.case in (DIRECT, OBJECT) and (found := self.agent_of(i)):
                return found
        return ()

    def companion(self, i: int, case: str) -> tuple[Party, ...]:
        """Who stands, marked `case`, right before group `i`: पुलिस के साथ | मुठभेड़ में."""
        before = self.chunks[i - 1] if i else None
        if before is None or before.kind != "noun" or before.case != case:
            return ()
        return self.groups.phrase(i - 1, before.body, case)

    def thing(self, candidate: Candidate) -> tuple[Party, ...]:
        """The unmarked subject of a clause as it stands, be it a thing: कई वाहन क्षतिग्रस्त हो गए."""
        for role in reversed(self.roles.roles[candidate.clause]):
            chunk = self.chunks[role.chunk]
            end = self.free(chunk, candidate) if role.karaka == "karta" and chunk.case == DIRECT else None
            if end is not None and end > chunk.first:
                return self.groups.phrase(role.chunk, end, "karta", thing=True)
        return ()

    def before_clause(self, found: tuple[Party, ...], clause: Clause) -> bool:
        """Whether a doer is only the one of the clause before: सेना ने हमला किया, जिससे | दो घर | तबाह हो गए."""
        first = min((self.chunks[i].first for i in clause.chunks), default=0)
        return bool(found) and clause.kind == "coordinate" and all(p.last <= first for p in found)

    def tied(self, i: int, candidate: Candidate) -> bool:
        """Whether what stands between two sides is told right after group `i`, and is not the act: दोनों देशों के बीच |
        संबंधों पर | चर्चा की."""
        clause = self.clauses[candidate.clause]
        if not any(self.chunks[k].case == ERGATIVE for k in (*clause.outer, *clause.chunks)):
            return False  # दोनों देशों के बीच | व्यापार पर | बातचीत हुई: nobody else did it
        for after in self.chunks[self.groups.last_listed(i) + 1 :]:
            if after.kind not in ("noun", "adverb") or after.first <= candidate.noun < after.last:
                return False
            if self.tagged.tokens[after.head].lemma in self.shapes.ties:
                return True
            if after.kind == "noun" and after.case not in (IN, GENITIVE):
                return False
        return False

    def fits(self, slot: Slot, i: int, chunk: Chunk, candidate: Candidate) -> bool:
        if chunk.kind not in ("noun", "relative"):
            return False
        if slot.case == ON and self.tagged.tokens[chunk.head].lemma in self.shapes.upon:
            return False
        if slot.case == BETWEEN and self.tied(i, candidate):
            return False
        if slot.case == ON and self.of_another_act(i, candidate):
            return False
        if slot.case == IN and not slot.owner and self.tagged.tokens[chunk.head].lemma in self.shapes.dossiers:
            return False  # बिल्डर मामले में | याचिका दाखिल
        if slot.case == FROM and self.in_charge(i, candidate):
            return False
        if slot.case == OBJECT and i == self.compelled(candidate.clause):
            return False
        if candidate.bare and slot.case == "karma":
            return chunk.case == DIRECT and candidate.bare in self.shapes.transitive_light
        if slot.case == "karma" and chunk.case == DIRECT and i + 1 == self.clauses[candidate.clause].verb:
            name = self.named.get(chunk.head)  # the goal of a verb of motion: दोहा पहुंचे
            place = self.tagged.tokens[chunk.head].readings[0].sem == "place"
            goal = name is not None and any(n.kind in GOALS for n in name.names)
            if (goal or place) and self.others(i, candidate):
                return True
        if slot.case == "karma" and self.reached(i, self.clauses[candidate.clause]):
            return True
        if slot.case in KARAKAS:
            return any(r.chunk == i and r.karaka == slot.case for r in self.roles.roles[candidate.clause])
        return chunk.case == slot.case

    def in_charge(self, i: int, candidate: Candidate) -> bool:
        """Whether somebody with से belongs to what others are charged with: दुकानदार से | वसूली के | आरोप में | निलंबित."""
        chunk, tokens = self.chunks[i], self.tagged.tokens
        if tokens[chunk.head].readings[0].sem != "human":
            return False
        for after in self.chunks[i + 1 : self.at(candidate.first)]:
            if after.kind != "noun":
                return False
            if tokens[after.head].lemma in self.shapes.charges and after.case in (IN, ON):
                return True
        return False

    def others(self, i: int, candidate: Candidate) -> bool:
        """Whether a clause has another unmarked group before chunk `i`, or somebody after its verb (काबुल पहुंचे मंत्री)."""
        clause = self.clauses[candidate.clause]
        behind = clause.verb + 1
        while behind < len(self.chunks) and self.chunks[behind].case == GENITIVE:
            behind += 1
        return any(
            self.chunks[k].case in (DIRECT, ERGATIVE) and self.chunks[k].kind == "noun"
            for k in (*clause.outer, *clause.chunks)
            if k < i or (k == behind and participant(self.tagged, self.chunks[k].head, self.named))
        )

    def among(self, name: str, chunk: Chunk) -> bool:
        head = self.tagged.tokens[chunk.head]
        return any(says(head, words[-1]) for words in self.rules.classes.get(name, ()))

    def of_kind(self, kind: str, token: int) -> bool:
        """Whether the head of a group is a name of this kind (भाजपा में शामिल, not बैठक में शामिल), or several `people`
        (प्रतिनिधियों में बातचीत)."""
        if kind == PEOPLE:
            reading = self.tagged.tokens[token].readings[0]
            return reading.sem in PERSONS and reading.number == "pl"
        name = self.named.get(token)
        return name is not None and any(n.kind == kind for n in name.names)

    def homes(self, party: Party) -> frozenset[str]:
        """The countries that the names of a participant are of."""
        names = (self.named[t] for t in range(party.first, party.last) if t in self.named)
        return frozenset(n.country for name in names for n in name.names if n.country)

    def public(self, party: Party, *, says: bool = False) -> bool:
        """Whether a participant is somebody of public life; a pronoun is one when the sentence has named one before,
        or when it stands with respect for who `says` something."""
        if any(t in self.named for t in range(party.first, party.last)):
            return True
        chunk = next(c for c in self.chunks if c.first <= party.first < c.last)
        doer = chunk.case in (DIRECT, ERGATIVE) and self.tagged.tokens[party.first].lemma in self.shapes.personal
        token = self.tagged.tokens[party.first]
        if says and doer and chunk.case == ERGATIVE and token.readings[0].number == "pl":
            return True  # उन्होंने चेतावनी दी: papers quote those whom they have named
        return doer and any(
            bool({n.kind for n in at.names} & ACTING) for at in self.tagged.names if at.last <= party.first
        )

    def institution(self, party: Party) -> bool:
        """Whether a participant is one that decides for others: a body, its head, a state; no witness, no paper."""
        name = self.named.get(party.last - 1)
        return name is not None and any(DECIDING & set(n.sectors) for n in name.names)

    def two(self, party: Party) -> bool:
        """Whether one group names both sides: दोनों देशों ने, छात्रों के दो गुटों में."""
        tokens = self.tagged.tokens
        paired = party.last - party.first > 1 and tokens[party.last - 2].norm in self.shapes.pairs
        return tokens[party.first].lemma in self.shapes.both or paired
