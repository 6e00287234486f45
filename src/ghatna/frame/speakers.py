"""Who says it: whoever a clause, a piece before a colon or a report names as its source."""

from ghatna.frame.candidate import Candidate
from ghatna.frame.doers import Doers
from ghatna.lexicon.cases import DIRECT, ERGATIVE, GENITIVE, IN, OBJECT
from ghatna.model import Clause, Party


class Speakers(Doers):
    """Finds who says what a clause of one sentence says."""

    def doer(self, candidate: Candidate, taken: tuple[Party, ...] = ()) -> tuple[Party, ...]:
        """Who did it, or who says that he will: ट्रंप ने कहा- | चीन पर टैरिफ लगाएंगे."""
        found, clause = super().doer(candidate, taken), self.clauses[candidate.clause]
        return found or (self.said_by(clause) if not candidate.event and self.vows(clause, candidate) else ())

    def said_by(self, clause: Clause) -> tuple[Party, ...]:
        """Who says what the clause says: उन्होंने कहा कि …"""
        said = clause.speaker
        if said < 0:
            return self.according(clause)
        told = self.clauses[said]
        named, doer = self.speaker, self.karta(told, said, None, 2)
        found = named(told) or doer if told.verb < 0 else doer or named(told)
        return self.said_by(told) if self.unnamed(found, told) else found

    def unnamed(self, found: tuple[Party, ...], told: Clause) -> bool:
        """Whether what tells something names nobody (यह माना जा रहा है कि …), or whoever speaks and is named before:
        मैं देख रहा था कि …"""
        if len(found) != 1 or found[0].last - found[0].first > 1:
            return False
        lemma = self.tagged.tokens[found[0].first].lemma
        return lemma in self.shapes.proposition or (lemma in self.shapes.first_person and told.speaker >= 0)

    def according(self, clause: Clause) -> tuple[Party, ...]:
        """Who is named with के अनुसार and the like: वादी के अनुसार यह कदम धोखा है."""
        for i in (*clause.outer, *clause.chunks):
            chunk = self.chunks[i]
            if chunk.kind != "noun" or chunk.case not in self.shapes.source_cases:
                continue
            report = self.tagged.tokens[chunk.head].lemma in self.shapes.documents  # सूत्रों के मुताबिक
            if not report and self.groups.names_somebody(i):
                return self.groups.phrase(i, chunk.body, chunk.case)
        return ()

    def speaker(self, clause: Clause) -> tuple[Party, ...]:
        """Who speaks where no doer is marked: the genitive of `X का कहना है`, the single noun before a colon."""
        order = [*clause.chunks, *clause.outer]
        if clause.verb < 0:
            order.reverse()  # … पर मंत्री का दावा: nearest to what is claimed
        group = self.chunks[clause.verb].verb if clause.verb >= 0 else None
        told = group is not None and group.lemmas[0] in self.shapes.say  # आपको बता दें कि …: to whom
        for cases in ((GENITIVE, DIRECT, ERGATIVE), () if told else (OBJECT,)):  # पुलिस को शक है कि …
            for i in order:
                chunk = self.chunks[i]
                if chunk.kind != "noun" or chunk.case not in cases:
                    continue
                if chunk.case == GENITIVE and self.chunks[i + 1].case == GENITIVE and self.groups.owns(i):
                    continue  # रूस के | मंत्री का | कहना है
                if found := self.groups.phrase(i, chunk.body, "speaker"):
                    return found
        return self.document(clause)

    def document(self, clause: Clause) -> tuple[Party, ...]:
        """A report in which something is said, or who made it: एजेंसी की रिपोर्ट में कहा गया है."""
        i = self.written(clause)
        return self.author(clause) or (self.groups.phrase(i, self.chunks[i].body, IN, thing=True) if i >= 0 else ())

    def author(self, clause: Clause) -> tuple[Party, ...]:
        """Who made the report in which something is said."""
        i = self.written(clause)
        return self.groups.owners(i, IN) if i >= 0 else ()

    def written(self, clause: Clause) -> int:
        """The group of a clause that is a report in which something is said; -1 for none."""
        every = (*clause.outer, *clause.chunks)
        lemmas = {i: self.tagged.tokens[self.chunks[i].head].lemma for i in every if self.chunks[i].case == IN}
        return next((i for i in reversed(every) if lemmas.get(i) in self.shapes.documents), -1)
