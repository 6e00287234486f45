"""What the pieces of a headline are about: their label, whom they name, where they play."""

from ghatna.frame.slots import Filler
from ghatna.lexicon.cases import AGAINST, ERGATIVE, GENITIVE, IN, OBJECT, ON, WITH
from ghatna.lexicon.labels import Labels
from ghatna.model import Party, Roles
from ghatna.parse.participant import SEMS

TOPIC = (OBJECT, WITH, ON, AGAINST, GENITIVE)
"""Cases in which a piece without an act of its own names whom it is about: मंत्री को राहत नहीं, …"""
LAW = frozenset(("COP", "JUD", "SPY"))
"""Sectors of those who charge, judge and arrest others."""


class Topics:
    """Looks at the clauses of one sentence."""

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

    def placed(self, i: int) -> bool:
        """Whether group `i` only tells where something is: दोस्त के | घर पर, or whose place that is: संत की | दरगाह में."""
        chunk, tokens = self.roles.chunks[i], self.roles.tagged.tokens
        if chunk.case == GENITIVE and i + 1 < len(self.roles.chunks):
            after = self.roles.chunks[i + 1]
            return after.case in (IN, ON) and tokens[after.head].readings[0].sem == "place"
        if chunk.case != ON:
            return False
        head = tokens[chunk.head]
        where = head.readings[0].sem == "place" and chunk.head not in self.filler.named
        return where or head.lemma in self.filler.shapes.aims  # दुश्मन के | निशाने पर

    def law(self, parties: tuple[Party, ...]) -> bool:
        """Whether participants are police, courts or services, who accuse and are not accused by the way."""
        names = [self.filler.named.get(p.last - 1) for p in parties]
        return all(n is not None and any(LAW & set(each.sectors) for each in n.names) for n in names)
