"""What the pieces of a headline are about: their label, whom they name, where they play."""

from ghatna.frame.content import Found
from ghatna.frame.slots import Filler
from ghatna.lexicon.cases import AGAINST, ERGATIVE, GENITIVE, IN, OBJECT, ON, WITH
from ghatna.lexicon.labels import Labels
from ghatna.model import Party, Roles
from ghatna.parse.front import ACTS
from ghatna.parse.participant import SEMS

TOPIC = (OBJECT, WITH, ON, AGAINST, GENITIVE)
"""Cases in which a piece without an act of its own names whom it is about: मंत्री को राहत नहीं, …"""
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
