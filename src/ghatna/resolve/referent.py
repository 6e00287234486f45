"""Whom the words of a participant stand for: pronouns, owners, names told before, in one event's surroundings."""

from collections.abc import Sequence

from msgspec import structs

from ghatna.lexicon.names import Names
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Party, Roles
from ghatna.resolve.actor import Who, entity
from ghatna.resolve.antecedent import BACK, DOUBTFUL, agrees, pronoun
from ghatna.resolve.article import Context
from ghatna.resolve.known import PEOPLE, Known
from ghatna.resolve.recall import pronoun_of, recall, stands_for, two_of
from ghatna.resolve.reference import Mention, References


class Referents:
    """Finds those meant in one event; `Setting` fills it."""

    roles: Roles
    names: Names
    shapes: ClauseWords
    references: References
    context: Context
    blamed: bool
    """Whether the act blames its object for what that did."""
    answers: bool
    """Whether its doer answers what it was accused of or asked."""

    def country(self, mention: Mention) -> str | None:
        """The country of somebody named in the sentence."""
        raise NotImplementedError

    def refer(self, party: Party, who: Who, others: Sequence[Who], *, acting: bool) -> tuple[Who, Known | None]:
        """Who is meant by words that stand for somebody named before, in the sentence or the article; else `who`."""
        if party.last - party.first > 1:
            if who.country and who.name:
                return who, None
            return recall(self.roles.tagged, party, who, others, self.context.memory)
        token = self.roles.tagged.tokens[party.first]
        if pronoun_of(token) is None:
            return recall(self.roles.tagged, party, who, others, self.context.memory)
        one = self._meant(party.first, others, acting=acting)
        twice = token.lemma in self.shapes.both
        if twice and not self._counted(one) and two_of(party.first, others, self.context.memory):
            return who, None  # `both` tells which two
        if one is None:
            return who, None
        meant = stands_for(one, who)
        return (structs.replace(meant, name=None, id=None) if twice else meant), one

    def _counted(self, one: Known | None) -> bool:
        """Whether somebody is several that were told by their number: दो युवकों को …, दोनों ने."""
        memory = self.context.memory
        if one is None or one.kind != PEOPLE or not 0 < one.sentence <= memory.size:
            return False
        return any(t.pos == "NUM" for t in memory.heard[one.sentence - 1].tagged.tokens[one.first : one.last])

    def _meant(self, token: int, others: Sequence[Who], *, acting: bool) -> Known | None:
        """Whom the pronoun at `token` means; None where nobody fits."""
        tokens = self.roles.tagged.tokens
        read = pronoun_of(tokens[token])
        if read is None:
            return None
        reading, number = read
        if reading.lemma in (*self.shapes.reflexive, *self.shapes.relative) or reading.person == "2":
            return None
        memory = self.context.memory
        mention = self.references.referent(token)
        here = next((one for one in memory.here() if mention is not None and one.last == mention.party.last), None)
        if here is not None and mention is not None:
            country = here.who.country or self.country(mention)
            here = structs.replace(here, who=structs.replace(here.who, country=country))
            if not memory.size or (here.doer and agrees(reading, number, here) > DOUBTFUL):
                return here
        # उन्होंने कहा कि वे …: whoever a pronoun before means
        told = [one for one in memory.here() if one.again and one.doer and one.last <= token]
        told = [one for one in told if not self._beside(token, one)]
        if reading.lemma in self.shapes.first_person:
            return here or next(iter(told), None)
        before = memory.recent(BACK, 0) + told
        if here is not None and not (acting and self._beside(token, here)):
            before.append(here)
        found = pronoun(
            reading, number, before, others, memory.sentence, acting=acting, blamed=self.blamed, answers=self.answers
        )
        return found or here

    def _beside(self, token: int, one: Known) -> bool:
        """Whether somebody stands in the clause of a pronoun that does something there, and so is another."""
        return any(
            {token, one.last - 1} <= {i for c in (*clause.chunks, *clause.outer) for i in self._tokens(c)}
            for clause in self.roles.clauses
        )

    def _tokens(self, chunk: int) -> range:
        return range(self.roles.chunks[chunk].first, self.roles.chunks[chunk].last)

    def _owner(self, token: int, others: Sequence[Who], *, acting: bool) -> tuple[str | None, str]:
        """The country of whom a pronoun means that owns something: उनके समर्थक."""
        one = self._meant(token, (), acting=False)
        if one is not None:
            return one.who.country, f"stands for {one.words}" if one.who.country else ""
        return self._told(others, acting=acting)

    def _named_owner(self, party: Party) -> tuple[str, str] | None:
        """The country of an owner that stands for somebody named before: तारासेंको के समर्थक."""
        tokens = self.roles.tagged.tokens
        marks = [i for i in range(party.first, party.last) if self.names.mark(tokens[i]) == "genitive"]
        if not marks or marks[0] == party.first:
            return None
        part = Party(party.first, marks[0])
        who = entity(self.roles.tagged, part.first, part.last, self.names, on=self.context.memory.on)
        found, one = recall(self.roles.tagged, part, who, (), self.context.memory)
        return (found.country, f"of {one.words}") if one is not None and found.country else None

    def _told(self, others: Sequence[Who], *, acting: bool) -> tuple[str | None, str]:
        """The country of somebody spoken of before whom nothing names."""
        if acting and self.context.doer is not None:
            return self.context.doer, "the doer of the sentence before"
        spoken = self.context.spoken
        if len(spoken) == 1 and not any(o.country == spoken[0] for o in others):
            return spoken[0], "only country of the sentence before"
        if self.context.memory.size and (told := self.context.only):
            return told, "only country of the article so far"
        return None, ""
