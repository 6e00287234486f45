"""Who did it: the doer of a clause, of a noun, of what somebody says."""

from ghatna.frame.groups import OBLIQUE
from ghatna.frame.match import Candidate
from ghatna.frame.owners import Owners
from ghatna.lexicon.cases import DIRECT, ERGATIVE, FROM, GENITIVE, IN, INSIDE, OBJECT, ON
from ghatna.model import Clause, Party
from ghatna.parse.front import ACTS
from ghatna.parse.participant import participant

COLLECTIVE = frozenset(("body", "group", "place"))
REPRESENTED = frozenset(("country", "party", "body", "group", "seat", "region"))
"""Names of those for whom somebody acts."""
DEEP = 3
"""How far a shared doer is looked for through clauses that depend on one another."""


class Doers(Owners):
    """Finds doers in one sentence."""

    def doer(self, candidate: Candidate, taken: tuple[Party, ...] = ()) -> tuple[Party, ...]:
        def free(found: tuple[Party, ...]) -> tuple[Party, ...]:
            goals = tuple(q for q in taken if q.why == INSIDE)
            found = tuple(rest for p in found if (rest := self.beside_taken(p, goals)) is not None)
            return () if any(p.first < q.last and q.first < p.last for p in found for q in taken) else found

        clause = self.clauses[candidate.clause]
        if candidate.bare in self.shapes.transitive_light:
            return self.agent(clause, candidate)
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

    def agent(self, clause: Clause, candidate: Candidate) -> tuple[Party, ...]:
        """Who did what a noun tells: द्वारा and the like; ने only where no verb claims it (पिछले साल हुए हमलों के बाद
        सरकार ने …)."""
        claimed = candidate.event and clause.verb >= 0
        for i in self.order(clause, candidate):
            chunk = self.chunks[i]
            if chunk.case in self.shapes.agent_cases or (chunk.case == ERGATIVE and not claimed):
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
        # ने before द्वारा: the latter may belong to an infinitive of the clause (X ने Y द्वारा जांच का भरोसा दिया)
        marked = sorted(
            (i for i in mine if self.chunks[i].case != DIRECT), key=lambda i: self.chunks[i].case != ERGATIVE
        )
        plain = sorted(i for i in mine if self.chunks[i].case == DIRECT)
        if nearer := self.nearer(marked, plain, clause):
            marked = []
            plain = [i for i in plain if i >= nearer]
        if candidate is not None and "karta" not in candidate.frame.row.recipient:
            plain = [i for i in plain if not self.befallen(i)]
        if candidate is not None and self.receives(clause, candidate):
            plain = []
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
        if clause.parent >= 0 and clause.parent != index:
            parent = self.clauses[clause.parent]
            group = self.chunks[clause.verb].verb if clause.verb >= 0 else None
            above = self.chunks[parent.verb].verb if parent.verb >= 0 else None
            if group is not None and group.voice == "passive":
                return ()
            if clause.kind in ("speech", "relative") or (
                above is not None and above.voice == "passive" and clause.kind == "coordinate"
            ):
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

    def elsewhere(self, i: int, clause: Clause) -> bool:
        """Whether a shared group belongs to a clause within: with द्वारा to a participle (पुलिस द्वारा की गई | कार्रवाई में),
        or as what somebody is made (300 लोगों को | बंधक | बनाकर | ले गए)."""
        if i not in clause.outer:
            return False
        within = next((c for c in self.clauses if i in c.chunks), clause)
        if self.chunks[i].case in self.shapes.agent_cases:
            if i + 1 == within.verb and within.antecedent >= 0:
                return True  # नक्सलियों द्वारा बिछाए | बम से
            group = self.chunks[within.verb].verb if within.verb >= 0 else None
            told = within.kind == "infinitive" or (within.kind == "participle" and within.antecedent >= 0)
            return told and group is not None and group.voice == "passive"
        made = within.kind == "conjunctive" and i + 1 == within.verb and self.chunks[i].case == DIRECT
        return made and any(self.chunks[k].case == OBJECT for k in within.chunks)

    def nearer(self, marked: list[int], plain: list[int], clause: Clause) -> int:
        """The unmarked subject that a clause shares with the one before it, which has done more since the one with ने:
        पुलिस ने नेता को पकड़ा, समर्थक जमा हो गए और | पथराव किया. 0 for none."""
        if not marked or not plain or clause.kind != "coordinate" or any(i in clause.chunks for i in (*marked, *plain)):
            return 0
        last = plain[-1]
        within = next((c for c in self.clauses if last in c.chunks), clause)
        group = self.chunks[within.verb].verb if within.verb > last else None
        own = within.kind in ("main", "coordinate") and group is not None and group.form == "finite"
        named = participant(self.tagged, self.chunks[last].head, self.named)
        return last if own and named and last > max(marked) and within.verb < clause.verb else 0

    def angers(self, clause: Clause, parent: Clause) -> bool:
        """Whether somebody is angry at what a clause tells, and so has not done it: गद्दार कहने पर | भड़के नेता."""
        group, above = (self.chunks[c.verb].verb if c.verb >= 0 else None for c in (clause, parent))
        at_it = group is not None and group.form == "inf" and group.case == ON
        return at_it and above is not None and above.lemmas[0] in self.shapes.angered

    def until(self, clause: Clause) -> bool:
        """Whether a clause says how long something lasts that its own doer does not do: जब तक | मंत्री जवाब नहीं देंगे."""
        tokens = self.tagged.tokens
        firsts = [self.chunks[i].first for i in clause.chunks]
        return any(
            self.chunks[i].kind == "sub" and b < len(tokens) and tokens[b].norm == self.shapes.until
            for i, b in zip(clause.chunks, firsts[1:], strict=False)
        )

    def receives(self, clause: Clause, candidate: Candidate) -> bool:
        """Whether an act is what somebody gets: देश को | राहत | मिली."""
        group = self.chunks[clause.verb].verb if clause.verb >= 0 else None
        if group is None or candidate.noun < 0 or self.tagged.tokens[candidate.noun].pos == "VERB":
            return False
        given = any(self.chunks[i].case == OBJECT for i in (*clause.outer, *clause.chunks))  # but not दोनों गले मिले
        return given and group.lemmas[0] in self.shapes.received

    def suffered(self, clause: Clause) -> bool:
        """Whether a clause is a passive participle that tells what befell a noun."""
        group = self.chunks[clause.verb].verb if clause.verb >= 0 else None
        return group is not None and group.voice == "passive" and clause.kind == "participle" and clause.antecedent >= 0

    def befallen(self, i: int) -> bool:
        """Whether a group is those whom something befell: 24 मरे और | 48 घायल."""
        chunk = self.chunks[i]
        return chunk.head > chunk.first and self.tagged.tokens[chunk.head].lemma in self.shapes.states

    def before_act(self, i: int) -> int:
        """Where a subject ends that runs into the noun of an infinitive (भारत | बातचीत करने को तैयार है) or into what it
        becomes."""
        chunk, tokens = self.chunks[i], self.tagged.tokens
        after = self.chunks[i + 1].verb if i + 1 < len(self.chunks) else None
        last = chunk.body - 1
        done = last - 1  # अमेरिका | युद्ध समाप्त करने के आह्वान को
        if tokens[last].pos == "ADJ" and done > chunk.first and tokens[done].readings[0].sem in ACTS:
            last = done
        act = chunk.case == DIRECT and last > chunk.first and tokens[last].readings[0].sem in ACTS
        if act and after is not None and after.form == "inf" and after.lemmas[0] in self.shapes.transitive_light:
            return last if participant(self.tagged, last - 1, self.named) else chunk.body
        last = chunk.body - 1
        became = after is not None and after.lemmas[0] == self.shapes.be and tokens[last].pos == "ADJ"
        if chunk.case == DIRECT and last > chunk.first and became and last not in self.named:
            return last  # एक जवान | घायल हो गया
        return chunk.body

    def label(self, index: int) -> bool:
        """Whether a clause is only the label of a headline, in Latin letters: World News: …, Delhi Crime: …"""
        clause = self.clauses[index]
        if clause.verb >= 0 or not clause.chunks or index:
            return False
        end = self.chunks[clause.chunks[-1]].last
        tokens = self.tagged.tokens
        return (
            end < len(tokens) and tokens[end].norm in self.shapes.colons and all(t.text.isascii() for t in tokens[:end])
        )

    def bids(self, clause: Clause) -> bool:
        group = self.chunks[clause.verb].verb
        return group is not None and group.mood in ("subj", "imp")

    def answers(self, clause: Clause, before: Clause) -> bool:
        """Whether after तो the first doer goes on, not the one in between: युवक जा रहा था, पुलिस ने रोका तो | भागा."""
        first = min(clause.chunks, default=-1)
        opened = first >= 0 and self.tagged.tokens[self.chunks[first].first].norm in self.shapes.then
        return opened and before.parent >= 0 and any(self.chunks[i].case == ERGATIVE for i in before.chunks)

    def last_joined(self, i: int, candidate: Candidate | None) -> int:
        """The last of the unmarked groups that are joined to chunk `i`: रूस और उत्तर कोरिया."""
        last = at = i
        while (found := self.groups.listed_after(at)) is not None:
            at, joined = found
            after = self.chunks[at]
            end = self.free(after, candidate) if candidate is not None else after.body
            if end is None or not participant(self.tagged, end - 1, self.named):
                break  # पार्टियां और वकील | प्रदर्शन कर रहे हैं: the act's noun aside
            last = at if joined else last
        return last

    def told(self, clause: Clause, karaka: str) -> tuple[Party, ...]:
        """The noun that a participle tells about: doer of an active one, object of a passive one."""
        if clause.kind not in ("participle", "agentive") or clause.antecedent < 0 or clause.verb < 0:
            return ()
        group = self.chunks[clause.verb].verb
        assert group is not None
        if (group.voice == "passive") == (karaka == "karma"):
            i = clause.antecedent
            while self.chunks[i].case == GENITIVE and i + 1 < len(self.chunks) and self.chunks[i + 1].kind == "noun":
                if participant(self.tagged, self.chunks[i].head, self.named) and not self.represented(i):
                    break
                i += 1
            return self.groups.phrase(i, self.chunks[i].body, "told")
        return ()

    def of_infinitive(self, clause: Clause, candidate: Candidate, voice: str) -> tuple[Party, ...]:
        """Whose genitive an infinitive has for its subject: लोगों के | मारे जाने की खबर, सौ लोगों के | घायल होने की खबर."""
        group = self.chunks[clause.verb].verb if clause.kind == "infinitive" and clause.verb >= 0 else None
        if group is None or group.voice != voice:
            return ()
        for i in reversed(clause.chunks):
            chunk = self.chunks[i]
            mark = self.shapes.agreement.get(self.tagged.tokens[chunk.last - 1].norm, "")
            if chunk.kind == "noun" and chunk.case == GENITIVE and mark == OBLIQUE:
                beside = chunk.last == candidate.first and self.groups.names_somebody(i)
                return self.groups.phrase(i, chunk.body, GENITIVE) if beside else ()
        return ()

    def represented(self, i: int) -> bool:
        """Whether a participle tells about who belongs to a state, body or party, and not about that: भारत आए | रूस के |
        विदेश मंत्री ने."""
        owner, head = (self.tagged.tokens[self.chunks[k].head].readings[0] for k in (i, i + 1))
        name = self.named.get(self.chunks[i].head)
        kinds = {n.kind for n in name.names} if name is not None else set()
        collective = owner.sem in COLLECTIVE or bool(kinds & REPRESENTED)
        if not collective or not self.groups.owns(i) or head.sem not in ("human", ""):
            return False
        verb = next(c.verb for c in self.clauses if c.antecedent >= 0 and c.antecedent <= i and c.verb >= 0)
        told = self.tagged.tokens[self.chunks[verb].body - 1].readings[0].gender
        return not told or told != owner.gender or told == head.gender  # जांच कर रही | टीम के विशेषज्ञ

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
