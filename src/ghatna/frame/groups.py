"""Who a noun group names: itself, those listed with it, the owner of a thing, a name inside it."""

from ghatna.frame.extents import Extents
from ghatna.lexicon.cases import AGAINST, DIRECT, ERGATIVE, FOR, GENITIVE, IN, OBJECT, ON
from ghatna.model import Party
from ghatna.parse.participant import participant

BEFALLING = frozenset((GENITIVE, ON, OBJECT, AGAINST))
"""Marks of what is praised, blamed or asked for."""
OWNING = frozenset(("country", "seat", "body", "party", "group", "person"))
SPOTS = frozenset(("place", "region", "seat"))
SCENES = 2
"""How many groups that tell when and where may stand between whom an act befalls and its noun."""
OBLIQUE = "m obl"
"""How the genitive mark of an infinitive's subject agrees."""


class Groups(Extents):
    """The noun groups of one sentence, and who they name."""

    def doer_of_infinitive(self, case: str, before: int) -> tuple[Party, ...]:
        """Who does what an infinitive with `case` tells that stands before token `before`: X द्वारा Y को हटाए जाने पर,
        महिलाओं के | घर से निकलने पर | रोक."""
        for clause in reversed(self.clauses):
            group = self.chunks[clause.verb].verb if clause.verb >= 0 else None
            if group is None or group.form != "inf" or group.case != case or self.chunks[clause.verb].last > before:
                continue
            if any(c.verb is not None for c in self.chunks[clause.verb + 1 :] if c.first < before):
                return ()
            for i in reversed(clause.chunks):
                if self.chunks[i].case in self.shapes.agent_cases:
                    return self.phrase(i, self.chunks[i].body, self.chunks[i].case)
            if group.voice == "passive" or case == GENITIVE:
                return ()
            for i in clause.chunks:
                chunk = self.chunks[i]
                mark = self.shapes.agreement.get(self.tagged.tokens[chunk.last - 1].norm, "")
                if chunk.kind != "noun" or chunk.case != GENITIVE or mark != OBLIQUE:
                    continue
                human = self.tagged.tokens[chunk.head].readings[0].sem == "human"
                if self.owns(i) and self.chunks[i + 1].case in (GENITIVE, ERGATIVE, *(() if human else (IN,))):
                    continue  # देश के | मंत्री के जाने पर, दल के | कार्यक्रम में जाने पर
                return self.phrase(i, chunk.body, GENITIVE) if self.names_somebody(i) else ()
            return ()
        return ()

    def phrase(self, i: int, end: int, why: str, *, thing: bool = False) -> tuple[Party, ...]:
        """The participants that chunk `i` (up to token `end`) names, with those coordinated to it on the left."""
        chunk = self.chunks[i]
        if chunk.kind == "relative":
            return self.antecedent(i)
        if (counted := self.counted(i)) >= 0:
            return self.phrase(counted, self.chunks[counted].body, why)
        start = self.chain(i)
        head = self.tagged.tokens[chunk.head].readings[0]
        if i + 2 < len(self.chunks) and chunk.case == DIRECT and self.apposed(i + 2, i + 2) < i + 1:
            return ()  # प्रधानमंत्री, | हसन खैरे ने: told with the name
        if self.is_time(chunk) or head.lemma in (*self.shapes.reflexive, *self.shapes.asking):
            return ()
        told = head.pos == "PRON" and head.lemma in self.shapes.proposition and head.number != "pl"
        if told and why != ERGATIVE:
            return ()  # इसकी निंदा की: what was told, not somebody; but इसने धमकी दी
        last = end - 1
        while last > chunk.first and self.tagged.tokens[last].pos == "PART":
            last -= 1
        named = chunk.head if last + 1 == chunk.body else last  # before a bracketed short form
        bare = thing and self.tagged.tokens[named].pos == "ADJ" and named not in self.named  # अवैध | कब्जा हटाया
        done = self.chunks[i + 1].verb if i + 1 < len(self.chunks) and chunk.case == DIRECT else None
        alone = named == chunk.first and head.sem == "event"  # धावा | बोल
        bare = bare or (thing and alone and done is not None and done.form == "cp")
        if (thing and not bare) or participant(self.tagged, named, self.named):
            single = start == i and last == chunk.first and self.tagged.tokens[last].pos == "PRON"
            start = self.apposed(start, i)
            party = Party(*self.trimmed(self.chunks[self.told(start)].first, last + 1), why, pronoun=single)
        elif self.seated(start, last):
            party = Party(*self.trimmed(self.chunks[start].first, last + 1), why)
        elif why == ERGATIVE and self.called(i, last):
            party = Party(*self.trimmed(self.chunks[start].first, last + 1), why)
        else:
            found = self.owners(i, why) or self.inside(chunk.first, end, why)
            return found or self.across_group(start, i, why) or self.beyond(start, why)
        if (field := self.fields(start)) < start:
            start, party = field, Party(self.chunks[field].first, party.last, why, pronoun=party.pronoun)
        if (bearer := self.titled(start)) < start:
            start, party = bearer, Party(self.chunks[bearer].first, party.last, why)
        return (*self.coordinated(start, why, thing=thing), *self.pair(party))

    def owners(self, i: int, why: str) -> tuple[Party, ...]:
        """The nearest participant in the genitives before chunk `i`; none where it tells what befell them, which others
        are blamed for (पत्रकारों की | गिरफ्तारी पर चिंता)."""
        start = self.chain(i)
        if why == ON and self.befell(i):
            return self.agent_before(start)
        for k in range(i - 1, start - 1, -1):
            chunk = self.chunks[k]
            if self.tagged.tokens[chunk.head].lemma in self.shapes.reflexive:
                return ()
            if participant(self.tagged, chunk.head, self.named) and not self.is_time(chunk):
                party = Party(*self.trimmed(self.chunks[start].first, chunk.body), why)
                return (*self.coordinated(start, why), party)
            if found := self.inside(chunk.first, chunk.body, why):
                return found
        if why == GENITIVE and self.tagged.tokens[self.chunks[i].head].readings[0].sem == "event":
            told = next((c.verb for c in self.chunks[i:] if c.verb is not None), None)
            if told is not None and told.voice != "passive" and (by := self.agent_before(start)):
                return by  # यमन पर | इजरायल द्वारा | हमले की निंदा की
        return self.shared_owner(start, why) if why != FOR else ()  # लापता लोगों की तलाश और बचाव के लिए

    def agent_before(self, start: int) -> tuple[Party, ...]:
        """Who stands with द्वारा and the like right before chunk `start`: पुलिस द्वारा | नेता की गिरफ्तारी."""
        before = self.chunks[start - 1] if start > 0 else None
        if before is None or before.kind != "noun" or before.case not in self.shapes.agent_cases:
            return ()
        return self.phrase(start - 1, before.body, before.case)

    def shared_owner(self, start: int, why: str) -> tuple[Party, ...]:
        """The owner that things joined by और share, before the first of them: रूस के | हमलों और | धमकियों की निंदा."""
        k = start - 1
        joined = k > 0 and self.chunks[k].kind == "join"
        if not joined or self.tagged.tokens[self.chunks[k].first].lemma not in self.shapes.join:
            return ()
        before = self.chunks[k - 1]
        alike = before.kind == "noun" and before.case in (DIRECT, self.chunks[start].case)
        thing = alike and before.last == before.body and not self.names_somebody(k - 1)
        return self.owners(k - 1, why) if thing else ()

    def beyond(self, start: int, why: str) -> tuple[Party, ...]:
        """The named owner before a participle that stands before a thing (रूस की … रक्षा करने वाली नीति), or before what
        that is about (विधायक की | चुनाव लड़ने संबंधी | याचिका)."""
        before = self.chunks[start - 1] if start > 0 else None
        if before is None or before.verb is None:
            return ()
        if before.verb.form not in ("agentive", "perf") and before.verb.case not in self.shapes.relating:
            return ()
        for k in range(start - 2, -1, -1):
            chunk = self.chunks[k]
            if chunk.verb is not None or chunk.case == ERGATIVE:
                return ()
            plea = before.verb.form == "inf"
            somebody = self.names_somebody(k) and not self.owns(k) if plea else chunk.head in self.named
            if chunk.kind == "noun" and chunk.case == GENITIVE and somebody:
                return self.phrase(k, chunk.body, why)
            if chunk.kind == "noun" and chunk.case in self.shapes.agent_cases and k + 1 == start - 1:
                return self.phrase(k, chunk.body, why)  # पुलिस द्वारा | किए गए | लाठीचार्ज की निंदा
        return ()

    def before_scene(self, first: int, last: int) -> tuple[Party, ...]:
        """Somebody whose genitive agrees with the noun at `first … last` though a scene stands between them:
        महिला की होटल में हत्या."""
        k = next((n for n, c in enumerate(self.chunks) if c.first == first), 0) - 1
        for _ in range(SCENES):
            if k < 1 or self.chunks[k].kind != "noun" or self.chunks[k].case not in (IN, ON):
                return ()
            for at in dict.fromkeys((k - 1, self.chain(k) - 1)):
                if at >= 0 and self.suffers(at, last - 1):
                    return self.phrase(at, self.chunks[at].body, GENITIVE)
            k = self.chain(k) - 1
        return ()

    def across_group(self, start: int, i: int, why: str) -> tuple[Party, ...]:
        """The state or body whose genitive agrees with the thing in chunk `i` though who or where it deals with stands
        between them: अमेरिका के | ईरान पर | हमले की निंदा."""
        if why not in BEFALLING or self.befell(i) or start != i or start < 2:
            return ()
        between, owner = self.chunks[start - 1], self.chunks[start - 2]
        touching = owner.last == between.first and between.last == self.chunks[start].first
        if not touching or between.kind != "noun" or between.case not in self.shapes.dealing_cases:
            return ()
        if owner.kind != "noun" or owner.case != GENITIVE or not self.kinds(owner.head) & OWNING:
            return ()
        wanted = self.shapes.agreement.get(self.tagged.tokens[owner.last - 1].norm, "").split()
        head = self.tagged.tokens[self.chunks[i].head].readings[0]
        if not wanted or (head.gender and head.gender != wanted[0]) or self.abode(owner.head, between.head):
            return ()
        if self.owns(start - 2) and self.tagged.tokens[between.head].readings[0].sem in ("human", "group", "body"):
            return ()  # संघ के | संस्थापक के खिलाफ | मुकदमे की
        return self.phrase(start - 2, owner.body, why)

    def abode(self, owner: int, place: int) -> bool:
        """Whether a place is one of the state before it (पाकिस्तान के | लाहौर में), or no name."""
        state, there = self.named.get(owner), self.named.get(place)
        if there is None:
            return self.tagged.tokens[place].readings[0].sem in ("place", "time", "thing")
        home = {n.country for n in state.names} if state is not None else set()
        return bool(home & {n.country for n in there.names}) and {n.kind for n in there.names} <= SPOTS

    def coordinated(self, start: int, why: str, *, thing: bool = False) -> tuple[Party, ...]:
        """Participants joined to the left by और or commas, which share the postposition; things, too, if the last is
        one that counts as it stands (`thing`)."""
        out: list[Party] = []
        first = self.past_participle(start)
        shared = {DIRECT, self.chunks[start].case, *(self.chunks[i].case for i in range(first, start))}
        k = first - 1
        if k >= 0 and self.chunks[k].case in self.shapes.including:
            return self.phrase(k, self.chunks[k].body, why)  # कांग्रेस सहित | कई दलों ने
        while k > 0:
            mark = self.chunks[k]
            word = self.tagged.tokens[mark.first]
            joined = mark.kind == "join" and word.lemma in self.shapes.join
            if mark.kind == "mark" and word.norm in self.shapes.hyphens and self.hyphened(k):
                joined = True
            if not joined and not (out and mark.kind == "mark" and word.norm in self.shapes.commas):
                break  # a comma joins only in a list that has its और: A, B और C ने
            comma = self.chunks[k - 1]
            if joined and comma.kind == "mark" and self.tagged.tokens[comma.first].norm in self.shapes.commas:
                k -= 1  # कतर, और | जॉर्डन के
            before = self.chunks[k - 1]
            if (
                before.kind != "noun"
                or (not joined and not self.prose and self.behind_verb(k - 1, start))
                or before.case not in shared
                or not (thing or participant(self.tagged, before.head, self.named) or before.head in self.named)
                or self.is_time(before)
                or (self.somewhere(k - 1) and not self.somewhere(start))
            ):
                break
            first = self.chain(k - 1)
            out.append(Party(*self.trimmed(self.chunks[first].first, before.body), why))
            k = first - 1
        return tuple(reversed(out))

    def behind_verb(self, i: int, start: int) -> bool:
        """Whether group `i` ends another clause, behind its verb: … ने माना | आरोपी, | दरोगा और सिपाही ने …"""
        clause = next((c for c in self.clauses if i in c.chunks), None)
        return clause is not None and 0 <= clause.verb < i and start not in (*clause.chunks, *clause.outer)

    def antecedent(self, i: int) -> tuple[Party, ...]:
        for clause in self.clauses:
            if (i in clause.chunks or i in clause.outer) and clause.antecedent >= 0 and clause.kind == "relative":
                chunk = self.chunks[clause.antecedent]
                return self.phrase(clause.antecedent, chunk.body, "relative")
        chunk = self.chunks[i]
        return (Party(chunk.first, chunk.body, "relative"),)
