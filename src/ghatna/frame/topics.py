"""What the pieces of a headline are about: their label, whom they name, where they play."""

from ghatna.frame.content import Found
from ghatna.frame.slots import Filler
from ghatna.lexicon.cases import AGAINST, ERGATIVE, GENITIVE, IN, OBJECT, ON, WITH
from ghatna.lexicon.labels import Labels
from ghatna.model import Clause, Party, Roles
from ghatna.parse.front import ACTS
from ghatna.parse.participant import SEMS

TOPIC = (OBJECT, WITH, ON, AGAINST, GENITIVE)
"""Cases in which a piece without an act of its own names whom it is about: मंत्री को राहत नहीं, …"""
TELLING = frozenset(("main", "coordinate", "headline", "speech"))
"""Clauses that tell something by themselves."""
LAW = frozenset(("COP", "JUD", "SPY"))
"""Sectors of those who charge, judge and arrest others."""


class Topics:
    """Looks at the clauses of one sentence: what they are about, who is at work in them."""

    def __init__(self, roles: Roles, filler: Filler, labels: Labels) -> None:
        self.roles, self.filler, self.labels = roles, filler, labels

    def says(self, index: int) -> bool:
        verb = self.roles.clauses[index].verb
        group = self.roles.chunks[verb].verb if verb >= 0 else None
        return group is not None and group.lemmas[0] in self.filler.shapes.say

    def known(self, party: Party) -> bool:
        """Whether a group surely names somebody: an unknown word may be any thing, but only somebody acts with ने."""
        return (party.why == ERGATIVE and not party.pronoun) or any(
            t in self.filler.named or self.roles.tagged.tokens[t].readings[0].sem in SEMS
            for t in range(party.first, party.last)
        )

    def label(self, index: int) -> bool:
        """Whether a clause is only the label of a headline: दिल्ली: …"""
        clause = self.roles.clauses[index]
        if clause.verb >= 0 or not clause.chunks:
            return clause.verb < 0
        end = self.roles.chunks[clause.chunks[-1]].last
        tokens = self.roles.tagged.tokens
        return end < len(tokens) and tokens[end].norm in self.filler.shapes.colons and index == 0

    def named(self, index: int) -> tuple[Party, ...]:
        clause = self.roles.clauses[index]
        for case in TOPIC if clause.verb < 0 else TOPIC[:-1]:
            for i in clause.chunks:
                chunk = self.roles.chunks[i]
                if chunk.kind == "noun" and chunk.case == case and not self.placed(i):
                    if found := self.filler.groups.phrase(i, chunk.body, case):
                        return found
        return ()

    def concerned(self, one: Found) -> tuple[Party, ...]:
        """Whom a decision of a court or of somebody unsaid is about, who gets its fruit in the piece before: मंत्री को
        राहत, अदालत ने जमानत दी."""
        if one.actors and not self.law(one.actors):
            return ()
        for i in self.fortune(one.candidate.clause):
            chunk = self.roles.chunks[i]
            if chunk.case == OBJECT and (found := self.filler.groups.phrase(i, chunk.body, OBJECT)):
                return found
        return ()

    def fortune(self, index: int) -> list[int]:
        """The groups of the piece before clause `index`, if it tells what somebody gets."""
        clauses, tokens = self.roles.clauses, self.roles.tagged.tokens
        if index < 1 or clauses[index - 1].speaker != clauses[index].speaker:
            return []
        nouns = [i for i in clauses[index - 1].chunks if self.roles.chunks[i].kind == "noun"]
        got = any(tokens[self.roles.chunks[i].head].lemma in self.filler.shapes.fortunes for i in nouns)
        return nouns if got else []

    def placed(self, i: int) -> bool:
        """Whether group `i` only tells where something is: दोस्त के | घर पर, or whose place that is: संत की | दरगाह में."""
        chunk, tokens = self.roles.chunks[i], self.roles.tagged.tokens
        if chunk.case == GENITIVE and i + 1 < len(self.roles.chunks):
            after = self.roles.chunks[i + 1]
            return after.case in (IN, ON) and tokens[after.head].readings[0].sem == "place"
        if chunk.case != ON:
            return False
        head = tokens[chunk.head]
        where = head.readings[0].sem in ("place", "time") and chunk.head not in self.filler.named
        return where or head.lemma in self.filler.shapes.aims  # दुश्मन के | निशाने पर

    def law(self, parties: tuple[Party, ...]) -> bool:
        """Whether participants are police, courts or services, who accuse and are not accused by the way."""
        names = [self.filler.named.get(p.last - 1) for p in parties]
        return all(n is not None and any(LAW & set(each.sectors) for each in n.names) for n in names)

    def owned(self, one: Found) -> bool:
        """Whether a genitive stands right before an act's own noun."""
        i = self.filler.at(one.candidate.noun) if one.candidate.noun > 0 else 0
        chunks = self.roles.chunks
        return i > 0 and chunks[i - 1].case == GENITIVE and chunks[i - 1].last == chunks[i].first

    def ensues(self, one: Found) -> bool:
        """Whether a relative clause tells what came of an act: पथराव किया, | जिसके कारण लाठीचार्ज करना पड़ा."""
        told = self.roles.clauses[one.candidate.clause].antecedent
        return told >= 0 and self.roles.tagged.tokens[self.roles.chunks[told].head].readings[0].sem in ACTS

    def operates(self, index: int) -> tuple[Party, ...]:
        """The institution that a piece says is at work (एनआईए की बड़ी कार्रवाई) or has had success (पुलिस को कामयाबी)."""
        clause, tokens, shapes = self.roles.clauses[index], self.roles.tagged.tokens, self.filler.shapes
        nouns = [i for i in clause.chunks if self.roles.chunks[i].kind == "noun"]
        told = tokens[self.roles.chunks[nouns[-1]].head].lemma if nouns else ""
        found: tuple[Party, ...] = ()
        if told in shapes.operations:
            found = self.filler.owner_of_piece(clause)
        elif told in shapes.successes:
            receiver = next((i for i in nouns if self.roles.chunks[i].case == OBJECT), -1)
            found = (
                self.filler.groups.phrase(receiver, self.roles.chunks[receiver].body, OBJECT) if receiver >= 0 else ()
            )
        bodies = all(self.filler.institution(p) for p in found)
        return found if bodies else ()

    def organised(self, party: Party) -> bool:
        """Whether a participant is an institution or an armed group."""
        name = self.filler.named.get(party.last - 1)
        known = name is not None and any(n.kind in ("body", "group") for n in name.names)
        return known or self.roles.tagged.tokens[party.last - 1].readings[0].sem in ("body", "group")

    def turned_to(self, index: int) -> tuple[Party, ...]:
        """The group with को in a clause, who is somebody."""
        for i in self.roles.clauses[index].chunks:
            chunk = self.roles.chunks[i]
            if chunk.kind == "noun" and chunk.case == OBJECT:
                return self.filler.groups.phrase(i, chunk.body, OBJECT)
        return ()

    def told_next(self, one: Found) -> tuple[Party, ...]:
        """Whom the piece after a verbless one is turned to: मंत्री का पलटवार, | विपक्ष को | बताया झूठा."""
        index, clauses = one.candidate.clause + 1, self.roles.clauses
        if index >= len(clauses) or clauses[index].verb < 0:
            return ()
        if clauses[index].speaker not in (index - 1, clauses[index - 1].speaker):
            return ()
        if any(self.roles.chunks[i].case == ERGATIVE for i in clauses[index].chunks):
            return ()
        found = self.turned_to(index)
        return found if all(self.known(p) for p in found) else ()

    def written_to(self, one: Found) -> tuple[Party, ...]:
        """To whom the piece before has a letter go, in which a verbless one asks something: मंत्री को | लिखा पत्र, | फंड
        देने की मांग."""
        clauses, tokens = self.roles.clauses, self.roles.tagged.tokens
        if clauses[one.candidate.clause].verb >= 0:
            return ()
        index = self.telling_before(one)
        if index < 0 or not any(
            tokens[self.roles.chunks[i].head].lemma in self.filler.shapes.handed for i in clauses[index].chunks
        ):
            return ()
        return self.turned_to(index)

    def telling_before(self, one: Found) -> int:
        """The nearest clause before that of an act that tells something by itself; -1 for none."""
        index = one.candidate.clause - 1
        while index >= 0 and self.roles.clauses[index].kind not in TELLING:
            index -= 1
        return index

    def charges(self, one: Found) -> bool:
        """Whether a verbless piece is what somebody says against others whom it names: केंद्र पर भेदभाव का आरोप."""
        noun = self.roles.tagged.tokens[one.candidate.last - 1].lemma
        blames = self.labels.types[one.candidate.frame.row.type].blames
        return blames and bool(one.recipients) and noun in self.filler.shapes.claims

    def passive(self, clause: Clause) -> bool:
        """Whether a clause tells in the passive what was done: पकड़ा गया पटवारी."""
        group = self.roles.chunks[clause.verb].verb
        return group is not None and group.voice == "passive" and group.aspect == "perf" and not group.negated

    def force(self, one: Found) -> tuple[Party, ...]:
        """The institution whose doing the verbless piece before tells: सेना का अभियान जारी, किले पर कब्जा."""
        index = self.telling_before(one)
        after = one.candidate.clause + 1
        ends = after == len(self.roles.clauses) - 1 and self.roles.clauses[after].kind in TELLING
        late = self.operates(after) if ends else ()  # पकड़ा गया पटवारी, | एसीबी की कार्रवाई
        if index < 0 or self.roles.clauses[index].speaker != self.roles.clauses[one.candidate.clause].speaker:
            return () if shared(late, one.recipients) else late
        found = self.operates(index) or late
        if not found and one.candidate.event:
            found = self.filler.owner_of_piece(self.roles.clauses[index])
            if not all(self.organised(p) for p in found):
                return ()
        return () if shared(found, one.recipients) else found


def shared(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """Whether any of some participants shares a word with any of the others."""
    return any(p.first < q.last and q.first < p.last for p in some for q in others)
