"""What may be the doer of a clause, and what only looks like it."""

from ghatna.frame.candidate import Candidate
from ghatna.frame.groups import OBLIQUE
from ghatna.frame.owners import GOALS, Owners
from ghatna.lexicon.cases import DIRECT, ERGATIVE, GENITIVE, OBJECT, ON
from ghatna.model import Clause, Party
from ghatna.parse.front import ACTS
from ghatna.parse.participant import participant

COLLECTIVE = frozenset(("body", "group", "place"))
REPRESENTED = frozenset(("country", "party", "body", "group", "seat", "region"))
"""Names of those for whom somebody acts."""


class Subjects(Owners):
    """Which groups of one sentence do what a clause tells."""

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
            if within.kind == "infinitive":  # पुलिस द्वारा गोली चलाने से | मौत हुई
                above = self.chunks[clause.verb].verb if clause.verb >= 0 else None
                group = group if above is not None and above.voice == "passive" else None
                return group is None or group.voice == "passive"
            told = within.kind == "participle" and within.antecedent >= 0
            return told and group is not None and group.voice == "passive"
        made = within.kind == "conjunctive" and i + 1 == within.verb and self.chunks[i].case == DIRECT
        return made and any(self.chunks[k].case == OBJECT for k in within.chunks)

    def becomes(self, clause: Clause) -> bool:
        """Whether a clause tells what its own unmarked subject becomes, so that nobody of another clause does."""
        group = self.chunks[clause.verb].verb if clause.verb >= 0 else None
        if group is None or group.lemmas[0] != self.shapes.be or clause.kind != "coordinate":
            return False
        own = (self.chunks[i] for i in clause.chunks if self.chunks[i].kind == "noun")
        subject = next((c for c in own if c.case == DIRECT), None)
        return subject is not None and participant(self.tagged, subject.first, self.named)

    def issues(self, i: int) -> bool:
        """Whether who stands in group `i` with द्वारा and the like only issued the paper told after it: सेना की ओर से |
        जारी बयान के मुताबिक."""
        tokens, after = self.tagged.tokens, self.chunks[i + 1] if i + 1 < len(self.chunks) else None
        if after is None or after.kind != "noun" or tokens[after.first].pos != "ADJ":
            return False
        return after.body > after.first + 1 and tokens[after.body - 1].lemma in self.shapes.documents

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
        if group is None or (candidate.noun >= 0 and self.tagged.tokens[candidate.noun].pos == "VERB"):
            return False
        some = [self.chunks[i] for i in (*clause.outer, *clause.chunks)]
        given = any(c.case == OBJECT and not self.groups.is_time(c) for c in some)  # but not दोनों गले मिले
        if candidate.noun < 0 and any(c.case in candidate.frame.row.both for c in some):
            return False  # मंत्री | राज्यपाल को बताकर | उनसे मिले
        return given and group.lemmas[0] in self.shapes.received

    def vows(self, clause: Clause) -> bool:
        """Whether somebody says, without saying who, what we shall do: … ने कहा- | चीन पर टैरिफ लगाएंगे."""
        group = self.chunks[clause.verb].verb if clause.verb >= 0 else None
        told = clause.kind == "speech" or clause.speaker >= 0  # … लगाएंगे: मंत्री
        if group is None or not told or group.tense != "fut" or group.voice == "passive":
            return False
        if group.lemmas[0] in (*self.shapes.happen, *self.shapes.received, *self.shapes.arising):
            return False
        said = self.tagged.tokens[self.chunks[clause.verb].body - 1].readings
        ours = any(r.number == "pl" or r.person == "1" for r in said)
        return ours and not any(
            self.chunks[i].case in (DIRECT, ERGATIVE) and self.groups.names_somebody(i) for i in clause.chunks
        )

    def reached(self, i: int, clause: Clause) -> bool:
        """Whether the place right behind a verb is where somebody before it comes: प्रधानमंत्री पहुंचे | दिल्ली."""
        group = self.chunks[clause.verb].verb if clause.verb >= 0 else None
        chunk, name = self.chunks[i], self.named.get(self.chunks[i].head)
        if group is None or i != clause.verb + 1 or chunk.case != DIRECT or name is None:
            return False
        if group.lemmas[0] not in self.shapes.reaching or not {n.kind for n in name.names} <= GOALS:
            return False
        return any(
            k < clause.verb and self.chunks[k].case == DIRECT and self.groups.names_somebody(k) for k in clause.chunks
        )

    def arises(self, clause: Clause, candidate: Candidate | None) -> bool:
        """Whether an act is the subject of its clause, done by somebody unsaid: आरोपी पर | जुर्माना | लगा."""
        group = self.chunks[clause.verb].verb if clause.verb >= 0 else None
        if group is None or candidate is None or candidate.noun < 0 or group.lemmas[0] not in self.shapes.arising:
            return False
        return self.chunks[self.at(candidate.noun_last - 1)].case == DIRECT

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
        """Whose genitive an infinitive has for its subject: लोगों के | मारे जाने की खबर, सौ लोगों के | घायल होने की खबर,
        सेना के | ईरान पर | हमला करने के बाद."""
        group = self.chunks[clause.verb].verb if clause.kind == "infinitive" and clause.verb >= 0 else None
        if group is None:
            return ()
        if voice == "active" and (doing := self.groups.doing.intersection(clause.chunks)):
            i = min(doing)
            return self.groups.phrase(i, self.chunks[i].body, GENITIVE)
        if group.voice != voice:
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
