"""Whom a pronoun stands for, inside its sentence.

Hindi binds the subject of a clause with अपना, so उसका, उन्हें and the like point away from it: to a doer or participant
named before. Of those the doer of the clause that governs (who speaks, who leads) comes first, then other doers, then
whoever was named last. After the salience of Centering theory (Grosz, Joshi and Weinstein 1995), cut down to what a
single sentence of news needs.
"""

from collections.abc import Iterator

from msgspec import Struct

from ghatna.frame.groups import Groups
from ghatna.lexicon.cases import DIRECT, ERGATIVE
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Party, Roles
from ghatna.parse.participant import participant

REPORTING = "JRN"
DEEP = 4
"""How far it is looked for who says a clause."""


class Mention(Struct, frozen=True):
    """A participant named in the sentence. `doer` when it is the subject of clause `clause`."""

    party: Party
    chunk: int
    clause: int
    doer: bool
    owner: bool
    """Named only as the owner of something: रूस के हमले में."""


class References:
    """The participants of one sentence, and which of them a pronoun means."""

    def __init__(self, roles: Roles, shapes: ClauseWords) -> None:
        self.roles, self.shapes = roles, shapes
        self.groups = Groups(roles, shapes)
        self._mentions: list[Mention] | None = None
        self._clause = {i: n for n, c in enumerate(roles.clauses) for i in (*c.chunks, *c.outer)}
        for n, clause in enumerate(roles.clauses):
            self._clause.update((i, n) for i in clause.chunks)

    @property
    def mentions(self) -> list[Mention]:
        """Every participant that is named, pronouns left out, in text order."""
        if self._mentions is None:
            self._mentions = list(self._find())
        return self._mentions

    def _find(self) -> Iterator[Mention]:
        tokens = self.roles.tagged.tokens
        kartas = ([r.chunk for r in some if r.karaka == "karta"] for some in self.roles.roles)
        doers = {min(some) for some in kartas if some}  # in चीनी मंत्री काठमांडू पहुंचे the second is where he goes
        for i, chunk in enumerate(self.roles.chunks):
            if chunk.kind != "noun" or self.groups.is_time(chunk):
                continue
            if tokens[chunk.head].pos == "PRON" and chunk.head not in self.groups.named:  # किम जोंग उन is no pronoun
                continue
            if not participant(self.roles.tagged, chunk.head, self.groups.named):
                continue
            if chunk.case in self.shapes.source_cases and self._of_press(i):
                continue  # स्थानीय मीडिया के मुताबिक | उन्हें गिरफ्तार किया गया
            first = self.roles.chunks[self.groups.chain(i)].first
            owner = i + 1 < len(self.roles.chunks) and self.groups.owns(i)
            doer = chunk.case == ERGATIVE or (chunk.case == DIRECT and i in doers)
            yield Mention(Party(first, chunk.body), i, self._clause.get(i, -1), doer, owner)

    def pronouns(self) -> Iterator[int]:
        """The tokens of pronouns that do what a clause tells, and mean nobody whom the sentence names before."""
        tokens = self.roles.tagged.tokens
        kartas = {r.chunk for some in self.roles.roles for r in some if r.karaka == "karta"}
        for i, chunk in enumerate(self.roles.chunks):
            if chunk.kind != "noun" or tokens[chunk.head].pos != "PRON" or chunk.head in self.groups.named:
                continue
            if (chunk.case == ERGATIVE or i in kartas) and self.referent(chunk.head) is None:
                yield chunk.head

    def referent(self, token: int) -> Mention | None:
        """The participant that the pronoun at `token` means; None when nobody fits or it points out of the sentence."""
        reading = self.roles.tagged.tokens[token].readings[0]
        chunk = next((i for i, c in enumerate(self.roles.chunks) if c.first <= token < c.last), -1)
        at = self._clause.get(chunk, -1)
        if reading.person == "1" or reading.lemma in self.shapes.first_person:
            return self.speaker(at)
        if reading.person == "2":
            return None
        doing = any(r.chunk == chunk and r.karaka == "karta" for r in self.roles.roles[at]) if at >= 0 else False
        best: tuple[tuple[int, int], Mention] | None = None
        leader = self.speaker(at)
        bound = () if doing else tuple(m.party for m in self.mentions if m.doer and self._subject(m, at))
        for mention in self.mentions:
            # nor whoever the doer belongs to: सेना के | प्रमुख ने | उन्हें …
            if mention.party.last > token or any(p.first <= mention.party.first < p.last for p in bound):
                continue
            if not self._agrees(mention, reading.number) or self._reports(mention, at):
                continue
            salience = 3 if mention is leader else 2 if mention.doer else 0 if mention.owner else 1
            if best is None or (salience, mention.party.last) > best[0]:
                best = (salience, mention.party.last), mention
        return best[1] if best else None

    def _subject(self, mention: Mention, clause: int) -> bool:
        """Whether a doer is the subject of a clause, its own or shared with what leads up to it: अदालत ने अर्जी खारिज कर
        | उसे फटकारा."""
        if mention.clause == clause or clause < 0:
            return mention.clause == clause
        chunks, one = self.roles.chunks, self.roles.clauses[clause]
        own = any(chunks[i].case == ERGATIVE for i in one.chunks)
        return not own and chunks[mention.chunk].case == ERGATIVE and mention.chunk in one.outer

    def _of_press(self, chunk: int) -> bool:
        name = self.groups.named.get(self.roles.chunks[chunk].head)
        return name is not None and all(REPORTING in n.sectors for n in name.names)

    def _reports(self, mention: Mention, clause: int) -> bool:
        """Whether it is the paper or its reporter that tells a clause, and hardly of itself."""
        return self._of_press(mention.chunk) and mention.clause == self._said(clause)

    def _agrees(self, mention: Mention, number: str) -> bool:
        """A singular pronoun does not mean several; a plural one may mean one person who is honoured."""
        head = self.roles.tagged.tokens[self.roles.chunks[mention.chunk].head].readings[0]
        case = self.roles.chunks[mention.chunk].case
        several = head.number == "pl" and head.case == "obl" and case != DIRECT
        return not (number == "sg" and several)

    def speaker(self, clause: int) -> Mention | None:
        """Who says the clause that is somebody's words."""
        said = self._said(clause)
        if said < 0:
            return None
        chunks = {*self.roles.clauses[said].chunks, *self.roles.clauses[said].outer}
        return next((m for m in self.mentions if m.chunk in chunks and m.doer), None)

    def _said(self, clause: int) -> int:
        """The clause that says another one, or one that it hangs on; -1 for none."""
        for _ in range(DEEP):
            if clause < 0:
                break
            if (said := self.roles.clauses[clause].speaker) >= 0:
                return said
            clause = self.roles.clauses[clause].parent
        return -1
