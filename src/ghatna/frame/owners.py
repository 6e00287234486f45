"""Whose a noun is: the genitives that belong to an act's words, though other groups stand between."""

from ghatna.frame.candidate import Candidate
from ghatna.frame.reach import Reach
from ghatna.lexicon.cases import DIRECT, ERGATIVE, GENITIVE, IN, INSIDE, OBJECT, ON
from ghatna.model import Clause, Party
from ghatna.parse.participant import participant

LEADING = frozenset(("party", "country", "person"))
"""Names of those who are hardly owned by whoever stands before them."""
DOING = frozenset(("role", "body"))
"""Names of those who do what a noun right after them tells."""
GOALS = frozenset(("country", "seat", "region", "place"))


class Owners(Reach):
    """Who owns the words of an act."""

    def blamed(self, parties: tuple[Party, ...], own: int) -> tuple[Party, ...]:
        """Those of whom praise or blame speaks, but for whom what was done befell, in whose place stands who did it, if
        that is told: (पुलिस द्वारा) | नेता की | गिरफ्तारी की निंदा."""
        for p in parties:
            i = next((k for k, c in enumerate(self.chunks) if c.first < p.last <= c.last), -1)
            if i >= 0 and self.chunks[i].case == GENITIVE and i + 1 < len(self.chunks) and self.groups.befell(i + 1):
                return self.groups.agent_before(self.groups.chain(i))
            if i >= 0 and (clause := self.undergone(i, own)) is not None:
                by = next((k for k in clause.chunks if self.chunks[k].case in self.shapes.agent_cases), -1)
                return self.groups.phrase(by, self.chunks[by].body, self.chunks[by].case) if by >= 0 else ()
        return parties

    def undergone(self, i: int, own: int) -> Clause | None:
        """The passive infinitive, not clause `own` itself, that tells what befell group `i`: किए जाने की | निंदा."""
        for n, clause in enumerate(self.clauses):
            group = self.chunks[clause.verb].verb if clause.verb >= 0 else None
            if (
                n != own
                and clause.kind == "infinitive"
                and i in clause.chunks
                and group is not None
                and group.voice == "passive"
            ):
                return clause if self.chunks[i].case in (OBJECT, DIRECT) else None
        return None

    def owner_of_object(self, candidate: Candidate, *, thing: bool) -> tuple[Party, ...]:
        """Whose the object is that a verb alone is told of: पाकिस्तान की | सहायता | रोक दी."""
        verb = self.clauses[candidate.clause].verb
        at = verb - 1
        while at > 1 and self.chunks[at].kind == "particle":
            at -= 1  # बिजली | भी | काट दी
        if not candidate.frame.row.direct or at < 1 or self.chunks[at].case != DIRECT:
            return ()
        if 0 <= candidate.noun < self.chunks[verb].first:
            return ()
        while at > 2 and self.chunks[at - 1].kind == "join" and self.chunks[at - 2].case == DIRECT:
            at -= 2  # गांवों की | बिजली और पानी
        owner = self.chunks[at - 1]
        if owner.kind != "noun" or owner.case != GENITIVE or not self.groups.owns(at - 1):
            return ()
        return self.groups.phrase(at - 1, owner.body, GENITIVE, thing=thing)

    def whose(self, candidate: Candidate) -> tuple[Party, ...]:
        """Whose the trigger's own noun is, where that noun is the object: गांव की बिजली काट दी."""
        i = next((k for k, c in enumerate(self.chunks) if c.first == candidate.noun), 0)
        before = self.chunks[i - 1] if i else None
        if before is None or before.kind != "noun" or before.case != GENITIVE or before.last != candidate.noun:
            return ()
        if i - 1 in self.groups.doing:
            return ()  # अदालत के | याचिका खारिज करने के बाद
        placed = self.named.get(before.head)
        region = placed is not None and any(n.kind in GOALS for n in placed.names)
        return self.groups.phrase(i - 1, before.body, GENITIVE, thing=region)

    def owner_of_piece(self, clause: Clause) -> tuple[Party, ...]:
        """Whose the last noun of a verbless piece is, for the verb after it: मंत्री का बड़ा बयान, कहा- …"""
        nouns = [i for i in clause.chunks if self.chunks[i].kind == "noun"]
        if not nouns or self.chunks[nouns[-1]].case != DIRECT:
            return ()
        if clause.verb >= 0:  # मंत्री का | छलका | दर्द, बोले- …
            at = clause.verb - 1
            behind = nouns[-1] == clause.verb + 1 and at >= 0 and self.chunks[at].case == GENITIVE
            group = self.chunks[clause.verb].verb
            wells = group is not None and group.lemmas[0] in self.shapes.welling
            return self.groups.phrase(at, self.chunks[at].body, GENITIVE) if behind and wells else ()
        for i in reversed(nouns[:-1]):
            chunk = self.chunks[i]
            somebody = participant(self.tagged, chunk.head, self.named) or self.groups.seated(i, chunk.body - 1)
            own = chunk.case == GENITIVE and somebody
            if own and (i + 1 == nouns[-1] or not self.groups.owns(i)):
                return self.groups.phrase(i, chunk.body, GENITIVE)
        return ()

    def patient_of_trigger(self, candidate: Candidate) -> tuple[Party, ...]:
        """Whom the trigger's noun is done to by its genitive; who stands unmarked before it, does it: टीम | जांच की."""
        owners = self.owner_of_trigger(candidate, suffering=True)
        found = tuple(p for p in owners if self.at(p.last - 1) not in self.groups.doing)
        own = next((c for c in self.chunks if c.first <= candidate.noun < c.body), None)
        if own is None or own.body < candidate.noun_last <= own.last:  # दो आरोपी | हिरासत में
            return found
        return tuple(p for p in found if p.first < own.first or not self.acts_itself(p.last - 1, candidate))

    def acts_itself(self, t: int, candidate: Candidate) -> bool:
        """Whether token `t`, right before a trigger's noun, is who does it: those who act together, and in prose any
        people before an active verb (सैनिक | सीमा पार कर …), since a genitive bears its mark there."""
        clause = self.clauses[candidate.clause]
        group = self.chunks[clause.verb].verb if clause.verb >= 0 else None
        active = group is not None and group.voice == "active" and group.lemmas[0] in self.shapes.transitive_light
        active = active and not any(self.chunks[i].case == ERGATIVE for i in (*clause.outer, *clause.chunks))
        human = self.tagged.tokens[t].readings[0].sem == "human"
        return self.collective(t) or (self.groups.prose and active and human and not candidate.event)

    def collective(self, t: int) -> bool:
        """Whether token `t` is a word for those who act together and for others: टीम, पुलिस."""
        return self.groups.kinds(t) <= DOING and self.tagged.tokens[t].readings[0].sem in ("body", "group")

    def held(self, candidate: Candidate) -> tuple[Party, ...]:
        """Those who stand unmarked, with their number, before the state that they are in: दो लोग | हिरासत में."""
        i = self.at(candidate.noun) if candidate.noun > 0 else -1
        chunk = self.chunks[i] if i >= 0 else None
        if chunk is None or not chunk.first < candidate.noun < chunk.body < candidate.noun_last <= chunk.last:
            return ()
        human = self.tagged.tokens[candidate.noun - 1].readings[0].sem == "human"
        return (Party(chunk.first, candidate.noun, GENITIVE),) if human else ()

    def counted(self, candidate: Candidate) -> tuple[Party, ...]:
        """Those who are told by their number alone before what became of them: चार लोग मारे गए और | दस | घायल हो गए."""
        told = candidate.noun > 0 and self.clauses[candidate.clause].verb >= 0
        i = self.at(candidate.noun) if told else -1
        if i < 0 or self.chunks[i].first + 1 != candidate.noun:
            return ()
        number, state = self.tagged.tokens[candidate.noun - 1], self.tagged.tokens[candidate.noun]
        alone = number.pos == "NUM" and state.pos == "ADJ"
        return (Party(candidate.noun - 1, candidate.noun, "karta"),) if alone else ()

    def ordered(self, case: str, clause: Clause, candidate: Candidate) -> list[int]:
        """The groups of a clause as a slot of `case` looks at them. Of two marked पर before the event that somebody is
        accused of, the nearer is that event's: यूक्रेन पर | राष्ट्रपति के आवास पर | हमले का | आरोप लगाया."""
        order = self.order(clause, candidate)
        if case != ON or not candidate.frame.row.complement:
            return order
        told = next((k for k, c in enumerate(self.chunks) if c.last == candidate.noun and c.case == GENITIVE), -1)
        event = told > 0 and self.tagged.tokens[self.chunks[told].head].readings[0].sem == "event"
        own = max((k for k in range(told) if self.chunks[k].kind == "verb"), default=-1)  # मौके पर | पहुंचकर | मंत्री पर
        at = [
            i for i in order if self.chunks[i].case == ON and own < i < told and not self.of_another_act(i, candidate)
        ]
        if not event or len(at) < 2 or at[0] != told - 1:
            return order
        return [i for i in order if i != at[0]]

    def of_another_act(self, i: int, candidate: Candidate) -> bool:
        """Whether a group marked पर belongs to another act, named right after it: सेना पर | हमले के | अगले दिन … लगाया."""
        after = self.chunks[i + 1] if i + 1 < len(self.chunks) else None
        if after is None or after.kind != "noun" or after.case in (DIRECT, IN) or after.first != self.chunks[i].last:
            return False
        named = self.tagged.tokens[after.head]
        if named.readings[0].sem != "event" or named.lemma in self.shapes.occasions:
            return False
        own = self.at(candidate.first)
        begun = self.chunks[own].first if own >= 0 else candidate.first
        k = i + 2
        while k < len(self.chunks) and self.chunks[k].last <= begun and self.chunks[k - 1].case == GENITIVE:
            k += 1  # हमले की | आशंका की | चेतावनी
        return self.chunks[k - 1].last < begun

    def owner_of_trigger(self, candidate: Candidate, *, suffering: bool = False) -> tuple[Party, ...]:
        """The genitive of the trigger's noun, or a country's adjective before it: `रूस का हमला`, `रूसी हमला`."""
        if candidate.noun < 0:
            return ()
        i = self.at(candidate.noun)
        if i < 0:
            return ()
        chunk = self.chunks[i]
        if chunk.body <= candidate.noun:  # पुलिसवालों | की जान ली: the mark is the trigger's
            return self.groups.phrase(i, chunk.body, GENITIVE)
        goal = self.before_trigger(candidate) if INSIDE in candidate.frame.row.recipient else ()
        if chunk.first < candidate.noun and not goal:
            if held := self.held(candidate):
                return held if GENITIVE in candidate.frame.row.recipient else ()  # not who holds them
            found = self.groups.inside(chunk.first, candidate.noun, GENITIVE)
            if found:
                return found
        k = self.groups.across(i - 1, candidate.noun_last - 1)
        while k >= 0 and self.reaches_over(k, i, candidate):
            abstract = self.tagged.tokens[self.chunks[k].head].readings[0].sem == "abstract"
            manner = self.chunks[k].case == self.shapes.manner and (abstract or candidate.event)
            scene = self.chunks[k].kind == "noun" and self.chunks[k].case != DIRECT and not manner
            # नेता की तेहरान में हत्या, but स्कूल के पास धमाका: nobody owns a named place, a common one may be owned
            name = self.named.get(self.chunks[k].head)
            placed = name is not None and any(n.kind in GOALS for n in name.names)
            owned = scene and not self.mannered(k) and (not placed or self.within(k))
            k = (self.groups.chain(k) if owned else k) - 1
        if k >= 0 and not suffering and self.chunks[k].case == GENITIVE and self.groups.befell(k):
            return ()  # बंधकों की | रिहाई की | मांग: whom it befell
        while k >= 0 and self.chunks[k].kind == "noun" and self.chunks[k].case == GENITIVE:
            found = self.groups.phrase(k, self.chunks[k].body, GENITIVE)
            if found and not self.only_told(found, k, candidate):
                return found
            timed = self.groups.is_time(self.chunks[k])  # जर्मनी की | पांच दिन की | यात्रा
            k = (k if timed else self.groups.chain(k)) - 1  # नेता की | परमाणु हमले की | धमकी: both own the last
        if (
            candidate.event
            and candidate.noun_last - candidate.noun > 1
            and candidate.noun in self.named
            and not {n.kind for n in self.named[candidate.noun].names} & GOALS  # भारत बंद: where, not who
            and participant(self.tagged, candidate.noun, self.named)
        ):
            return (Party(candidate.noun, candidate.noun + 1, GENITIVE),)
        return ()

    def only_told(self, found: tuple[Party, ...], k: int, candidate: Candidate) -> bool:
        """Whether the owners found own what a charge or threat is about, told by group `k`, and not the charge itself,
        with which their genitive does not agree: मंत्री के | इशारे का | आरोप, but नेता की | हमले की | धमकी."""
        row = candidate.frame.row
        if not row.complement or GENITIVE in row.recipient or found[-1].last > self.chunks[k].first:
            return False
        i = self.at(found[-1].last - 1)
        wanted = self.shapes.agreement.get(self.tagged.tokens[self.chunks[i].last - 1].norm, "").split()
        noun = self.tagged.tokens[candidate.noun_last - 1].readings[0]
        return bool(wanted) and bool(noun.gender) and (wanted[0] != noun.gender or "obl" in wanted[1:])

    def agent_of(self, i: int) -> tuple[Party, ...]:
        """By whom a participle says that what group `i` names was done: सेना द्वारा | की गई | गोलीबारी में."""
        if i < 0:
            return ()
        before, first = self.chunks[i - 1] if i else None, self.chunks[i].first
        if before is not None and before.last == first and before.case in self.shapes.agent_cases:
            if self.tagged.tokens[first].pos == "ADJ":  # वकील द्वारा | दायर याचिका
                return self.groups.phrase(i - 1, before.body, before.case)
        told = next((c for c in self.clauses if c.kind == "participle" and c.antecedent == i), None)
        for k in told.chunks if told is not None else ():
            if self.chunks[k].case in self.shapes.agent_cases:
                return self.groups.phrase(k, self.chunks[k].body, self.chunks[k].case)
        return ()

    def within(self, k: int) -> bool:
        """Whether chunk `k` is a place of the state whose genitive stands before it: पाकिस्तान के | लाहौर में."""
        state, place = (self.named.get(self.chunks[i].head) if i >= 0 else None for i in (k - 1, k))
        if state is None or place is None or self.chunks[k - 1].case != GENITIVE:
            return False
        here, there = ({n.country for n in at.names if n.country} for at in (state, place))
        return bool(here & there) and any(n.kind in GOALS for n in state.names)

    def before_trigger(self, candidate: Candidate) -> tuple[Party, ...]:
        """The state or place that stands unmarked before the trigger's noun in one group: मोदी का | नेपाल दौरा."""
        before = self.named.get(candidate.noun - 1) if candidate.noun > 0 else None
        chunk = next((c for c in self.chunks if c.first <= candidate.noun < c.last), None)
        if before is None or chunk is None or before.first < chunk.first:
            return ()
        if not any(n.kind in GOALS for n in before.names):
            return ()
        return (Party(before.first, before.last, INSIDE),)

    def reaches_over(self, k: int, i: int, candidate: Candidate) -> bool:
        """Whether a genitive may belong to the trigger's noun in chunk `i` though chunk `k` stands between them."""
        verb, chunk = self.clauses[candidate.clause].verb, self.chunks[k]
        if chunk.kind == "mark" and self.tagged.tokens[chunk.first].norm in self.shapes.quotes:
            return True  # चोर का | निकाल दिया | ‘ | जुलूस
        if self.passes(k, candidate.event and verb < 0) or self.meets(k, candidate):
            return True
        if 0 <= verb < i and k == verb:
            return True  # बंधक का | तीन दिन तक | किया | शोषण
        if 0 <= verb < i and k < verb and self.leads(k, candidate):
            return True  # प्रत्याशी का | भाजपा | कर सकती है | समर्थन
        between = chunk.kind == "noun" and (chunk.case != DIRECT or self.groups.is_time(chunk))
        return between and self.dangling(k, candidate)

    def leads(self, k: int, candidate: Candidate) -> bool:
        """Whether chunk `k` is who acts, named by itself, and the genitive before it agrees with the trigger's noun."""
        name, before = self.named.get(self.chunks[k].head), self.chunks[k - 1] if k else None
        known = name is not None and any(n.kind in LEADING for n in name.names)
        if not known or self.chunks[k].case != DIRECT or before is None or before.case != GENITIVE:
            return False
        tokens = self.tagged.tokens
        wanted = self.shapes.agreement.get(tokens[before.last - 1].norm, "").split()
        return bool(wanted) and wanted[0] == tokens[candidate.noun_last - 1].readings[0].gender

    def dangling(self, k: int, candidate: Candidate) -> bool:
        """Whether a genitive before chunk `k` agrees with the trigger's noun and not with what stands right after it:
        दो आरोपियों का | पुलिस ने | एनकाउंटर किया; महिला की | मार्च में | हत्या हुई."""
        while k > 0 and (self.chunks[k - 1].case != GENITIVE or self.groups.owns(k - 1)):
            k -= 1
            if self.chunks[k].kind not in ("noun", "adverb", "particle"):
                return False
        if k == 0:
            return False
        tokens = self.tagged.tokens
        wanted = self.shapes.agreement.get(tokens[self.chunks[k - 1].last - 1].norm, "").split()
        gender = tokens[candidate.noun_last - 1].readings[0].gender
        return bool(wanted) and (not gender or wanted[0] == gender)

    def meets(self, k: int, candidate: Candidate) -> bool:
        """Whether the genitive before a companion in chunk `k` is not that one's but the trigger noun's, with which it
        agrees: किम की | पुतिन से | मुलाकात."""
        before = self.chunks[k - 1] if k else None
        if before is None or before.case != GENITIVE or self.chunks[k].case not in candidate.frame.row.both:
            return False
        tokens = self.tagged.tokens
        wanted = self.shapes.agreement.get(tokens[before.last - 1].norm, "").split()
        if not wanted or wanted[0] != tokens[candidate.noun_last - 1].readings[0].gender:
            return False
        name = self.named.get(self.chunks[k].head)
        alone = name is not None and bool({n.kind for n in name.names} & {"person", "country"})
        return not self.groups.owns(k - 1) or (alone and self.chunks[k].first == name.first if name else False)

    def mannered(self, k: int) -> bool:
        """Whether chunk `k` tells in what manner: कड़े शब्दों में."""
        return self.tagged.tokens[self.chunks[k].head].lemma in self.shapes.manners

    def passes(self, k: int, verbless: bool) -> bool:
        """Whether a genitive may reach over chunk `k` to the noun that it belongs to: X की बेरहमी से पिटाई."""
        chunk = self.chunks[k]
        if chunk.kind in ("adverb", "particle") or (chunk.verb is not None and chunk.verb.form == "perf"):
            return True
        if chunk.kind == "noun" and chunk.case == self.shapes.manner:
            return self.tagged.tokens[chunk.head].readings[0].sem == "abstract" or verbless
        if self.mannered(k):
            return True
        return verbless and chunk.kind in ("noun", "verb", "join") and chunk.case != GENITIVE
