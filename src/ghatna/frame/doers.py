"""Who did it: the doer of a clause or of a noun."""

from ghatna.frame.candidate import Candidate
from ghatna.frame.subjects import Subjects
from ghatna.lexicon.cases import DIRECT, ERGATIVE, FROM, GENITIVE, INSIDE, OBJECT
from ghatna.model import Clause, Party
from ghatna.parse.participant import participant

DEEP = 3
"""How far a shared doer is looked for through clauses that depend on one another."""


class Doers(Subjects):
    """Finds doers in one sentence."""

    def doer(self, candidate: Candidate, taken: tuple[Party, ...] = ()) -> tuple[Party, ...]:
        def free(found: tuple[Party, ...]) -> tuple[Party, ...]:
            goals = tuple(q for q in taken if q.why == INSIDE)
            found = tuple(rest for p in found if (rest := self.beside_taken(p, goals)) is not None)
            return () if any(p.first < q.last and q.first < p.last for p in found for q in taken) else found

        clause = self.clauses[candidate.clause]
        if candidate.bare in self.shapes.transitive_light:
            aspect = self.tagged.tokens[candidate.noun_last - 1].lemma in self.shapes.aspects
            return self.agent(clause, candidate) or (free(self.owner_of_trigger(candidate)) if aspect else ())
        if candidate.event and self.confirmed(clause, candidate):
            return ()  # X ने Y की गिरफ्तारी की | पुष्टि की
        if candidate.event:
            return (
                free(self.owner_of_trigger(candidate))
                or free(self.agent(clause, candidate))
                or free(self.agent_of(self.at(candidate.noun)))
                or free(self.beside(candidate))
                or free(self.banner(clause, candidate))
                or self.either_side(clause)
            )
        found = self.karta(clause, candidate.clause, candidate, DEEP)
        if found:
            return found
        if candidate.noun >= 0 and clause.verb >= 0:
            group = self.chunks[clause.verb].verb
            if group is not None and group.lemmas[0] in (*self.shapes.happen, *self.shapes.progressive):
                # हड़ताल हुई, हड़ताल जारी रही
                return self.owner_of_trigger(candidate) or free(self.banner(clause, candidate))
        return free(self.banner(clause, candidate))

    def either_side(self, clause: Clause) -> tuple[Party, ...]:
        """Both sides, where only that is told: दोनों ओर से | गोलीबारी हुई."""
        tokens = self.tagged.tokens
        for i in clause.chunks:
            chunk = self.chunks[i]
            if chunk.case == FROM and tokens[chunk.head].lemma in self.shapes.sides:
                if chunk.head > 0 and tokens[chunk.head - 1].lemma in self.shapes.both:
                    return (Party(chunk.head - 1, chunk.body, FROM),)
        return ()

    def confirmed(self, clause: Clause, candidate: Candidate) -> bool:
        """Whether the doer of a clause only tells of an event: वकील ने मंत्री की गिरफ्तारी की | पुष्टि की."""
        told = self.at(candidate.noun)
        after = self.chunks[told + 1] if 0 <= told < len(self.chunks) - 1 else None
        if after is None or clause.verb < 0 or self.chunks[told].case != GENITIVE:
            return False
        news = self.tagged.tokens[after.head].lemma in self.shapes.tidings
        return news and any(self.chunks[i].case == ERGATIVE for i in clause.chunks)

    def banner(self, clause: Clause, candidate: Candidate) -> tuple[Party, ...]:
        """Under whose banner or at whose call something is done by nobody else: यूनियन के बैनर तले | हड़ताल जारी है."""
        for i in self.order(clause, candidate):
            if self.chunks[i].case in self.shapes.banners and i in clause.chunks:
                return self.groups.phrase(i, self.chunks[i].body, self.chunks[i].case)
        return ()

    def beside_taken(self, party: Party, taken: tuple[Party, ...]) -> Party | None:
        """A participant without the part that is a participant already: the owner before it (विपक्ष की | सरकार से मांग)
        or the place that it goes to (मोदी का | नेपाल दौरा); None when nothing is left."""
        for other in taken:
            if other.first >= party.last or party.first >= other.last:
                continue
            owner = next((c for c in self.chunks if c.last == other.first and c.case == GENITIVE), None)
            if other.why == INSIDE and owner is not None and party.first < owner.body:
                party = Party(party.first, owner.body, party.why)
                continue
            if other.first != party.first or other.last >= party.last:
                return None
            end = next(c.last for c in self.chunks if c.first < other.last <= c.last)
            if end >= party.last:
                return None
            party = Party(end, party.last, party.why, pronoun=party.pronoun)
        return party

    def agent(self, clause: Clause, candidate: Candidate) -> tuple[Party, ...]:
        """Who did what a noun tells: द्वारा and the like; ने only where no verb claims it (पिछले साल हुए हमलों के बाद
        सरकार ने …)."""
        claimed = candidate.event and clause.verb >= 0
        for i in self.order(clause, candidate):
            chunk = self.chunks[i]
            by = chunk.case in self.shapes.agent_cases and not self.issues(i)
            if by or (chunk.case == ERGATIVE and not claimed):
                return self.groups.phrase(i, chunk.body, chunk.case)
        return ()

    def karta(self, clause: Clause, index: int, candidate: Candidate | None, depth: int) -> tuple[Party, ...]:
        """The doer of a clause: its own, the noun that a participle tells about, or one shared with its parent."""
        if depth == 0:
            return ()
        told = self.told(clause, "karta") or (self.of_infinitive(clause, candidate, "active") if candidate else ())
        if told:
            return told
        mine = [r.chunk for r in self.roles.roles[index] if r.karaka == "karta" and not self.elsewhere(r.chunk, clause)]
        if self.suffered(clause):  # यूएई ने | धरे गए | तस्कर को सौंपा: ने is the verb's
            mine = [i for i in mine if self.chunks[i].case not in (ERGATIVE, DIRECT)]
        if clause.kind == "infinitive" and clause.parent >= 0 and self.angers(clause, self.clauses[clause.parent]):
            mine = [i for i in mine if self.chunks[i].case != ERGATIVE]  # ने is the verb's
        # ने before द्वारा: the latter may belong to an infinitive of the clause (X ने Y द्वारा जांच का भरोसा दिया)
        first = self.compelled(index)
        marked = sorted(
            (i for i in mine if self.chunks[i].case != DIRECT),
            key=lambda i: (self.chunks[i].case != ERGATIVE, i != first),
        )
        plain = sorted(i for i in mine if self.chunks[i].case == DIRECT and not self.reached(i, clause))
        if plain and self.becomes(clause):
            marked = [i for i in marked if self.chunks[i].case != ERGATIVE]  # उसने गोली चलाई और | एक घायल हो गया
        if nearer := self.nearer(marked, plain, clause):
            marked = []
            plain = [i for i in plain if i >= nearer]
        if candidate is not None and "karta" not in candidate.frame.row.recipient:
            plain = [i for i in plain if not self.befallen(i)] if not self.arises(clause, candidate) else []
        if candidate is not None and self.receives(clause, candidate):
            plain = []
        if candidate is not None and len(plain) > 1:
            plain = [i for i in plain if not self.wanted_object(i, clause, candidate)]
        if clause.verb >= 0 and not self.bids(clause):  # अपने बच्चों को बनाएं ‘सैनिक’: what one ought to make
            plain.sort(key=lambda i: i < clause.verb)  # a headline's subject after its verb: भड़के मुसलमान
        for i in (*marked, *(self.last_joined(k, candidate) for k in plain)):
            end = self.before_act(i) if candidate is None else self.free(self.chunks[i], candidate)
            if candidate is not None and end == self.chunks[i].body:
                end = self.before_act(i)
            if end is not None and (found := self.groups.phrase(i, end, self.chunks[i].case)):
                # An owner inside an unmarked group does not make the group a doer.
                head = self.chunks[i].head if end == self.chunks[i].body else end - 1  # जनता दल (यू)
                if self.chunks[i].case != DIRECT or participant(self.tagged, head, self.named):
                    return found
        if any(i in clause.chunks and self.chunks[i].case == ERGATIVE for i in marked):
            return ()  # somebody did it whom no table knows
        if (i := self.lucky(clause)) >= 0:
            return self.groups.phrase(i, self.chunks[i].body, OBJECT)
        if clause.kind == "conjunctive" and candidate is not None and (before := self.beside_act(candidate)):
            return before
        if clause.parent >= 0 and clause.parent != index:
            parent = self.clauses[clause.parent]
            group = self.chunks[clause.verb].verb if clause.verb >= 0 else None
            above = self.chunks[parent.verb].verb if parent.verb >= 0 else None
            if (group is not None and group.voice == "passive") or self.arises(clause, candidate):
                return ()
            if clause.kind in ("speech", "relative") or (
                above is not None and above.voice == "passive" and clause.kind == "coordinate"
            ):
                return ()
            if clause.verb < 0 and parent.verb < 0 and self.fared(parent):
                return ()
            if self.label(clause.parent) or self.until(parent) or self.angers(clause, parent):
                return ()
            if self.answers(clause, parent):
                return self.karta(self.clauses[parent.parent], parent.parent, None, depth - 1)
            above_it = self.karta(parent, clause.parent, None, depth - 1)
            if candidate is not None and any(p.first < candidate.last and candidate.first < p.last for p in above_it):
                above_it = ()  # बंधक | बनाकर ले गए: the trigger's own noun
            return above_it or (self.owner_of_piece(parent) if clause.verb >= 0 else ())
        return ()

    def beside_act(self, candidate: Candidate) -> tuple[Party, ...]:
        """Who stands in one group with the act's noun, and so does it: पुलिस | मामला दर्ज कर …"""
        i = self.at(candidate.noun) if candidate.noun > 0 else -1
        end = self.free(self.chunks[i], candidate) if i >= 0 else None
        if end is None or end > candidate.noun or not self.acts_itself(end - 1, candidate):
            return ()
        return self.groups.phrase(i, end, DIRECT) if participant(self.tagged, end - 1, self.named) else ()

    def lucky(self, clause: Clause) -> int:
        """The first of two people with को, who has success in what an infinitive tells: पुलिस को | डाकुओं को | पकड़ने में |
        कामयाबी मिली; -1 for none."""
        over = self.clauses[clause.parent].verb if clause.kind == "infinitive" and clause.parent >= 0 else -1
        group = self.chunks[over].verb if over >= 0 else None
        if group is None or group.lemmas[0] not in self.shapes.received:
            return -1
        every = sorted((*clause.outer, *clause.chunks))
        some = [i for i in every if self.chunks[i].case == OBJECT and self.groups.names_somebody(i)]
        some = [i for i in some if not self.groups.is_time(self.chunks[i])]
        return some[0] if len(some) > 1 else -1

    def compelled(self, index: int) -> int:
        """The group of who has to do what clause `index` tells: of two people with को the first, who does it to the
        other (सेना को | बंधकों को | छोड़ना पड़ा); -1 for none."""
        own = self.clauses[index].chunks  # लोगों को | रोकने के लिए | पुलिस को लाठियां चलानी पड़ीं
        chunks = (r.chunk for r in self.roles.roles[index] if r.karaka == "karta" and r.chunk in own)
        marked = (i for i in chunks if self.chunks[i].case == OBJECT and not self.groups.is_time(self.chunks[i]))
        some = sorted(i for i in marked if self.groups.names_somebody(i))
        if len(some) < 2 or any(self.tagged.tokens[self.chunks[i].head].pos == "PRON" for i in some[1:]):
            return -1
        between = self.chunks[some[0] + 1 : some[1]]
        return -1 if any(c.kind in ("mark", "join") for c in between) else some[0]

    def beside(self, candidate: Candidate) -> tuple[Party, ...]:
        """A doer that stands unmarked before an event noun (`पुलिस फायरिंग`), or heads the headline."""
        clause = self.clauses[candidate.clause]
        for i in clause.chunks if clause.verb < 0 else ():
            chunk = self.chunks[i]
            if chunk.kind == "noun" and chunk.case == DIRECT:
                end = self.free(chunk, candidate)
                if end is not None and end - 1 in self.named and participant(self.tagged, end - 1, self.named):
                    return self.groups.phrase(i, end, DIRECT)
        return ()
