"""Who a noun group names: genitive chains, coordination, owners of things, names inside a group."""

from ghatna.lexicon.cases import AMONG, DIRECT, ERGATIVE, FOR, FROM, GENITIVE, IN, OBJECT, ON, WITH
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Chunk, NameAt, Party, Roles, Token
from ghatna.parse.participant import SEMS, participant

PEOPLE = frozenset(("person", "role"))
PAIRED = frozenset(("person", "country", "party", "group"))
WHERE = frozenset(("place", "region"))
STATES = frozenset(("country", "adjective", "body", "seat"))
FACED = frozenset((FROM, WITH, OBJECT))
"""Cases of the other side of a talk or of who is given something."""
SCENES = 2
"""How many groups that tell when and where may stand between whom an act befalls and its noun."""
OBLIQUE = "m obl"
"""How the genitive mark of an infinitive's subject agrees."""
OWNING = frozenset(("country", "adjective", "body", "group", "party", "person", "seat"))


class Groups:
    """The noun groups of one sentence, and who they name."""

    def __init__(self, roles: Roles, shapes: ClauseWords) -> None:
        self.roles, self.shapes = roles, shapes
        self.tagged, self.chunks, self.clauses = roles.tagged, roles.chunks, roles.clauses
        self.prose = bool(self.tagged.tokens) and self.tagged.tokens[-1].norm in shapes.full_stops
        self.named: dict[int, NameAt] = {t: name for name in self.tagged.names for t in range(name.first, name.last)}

    def chain(self, i: int) -> int:
        """The first chunk of the genitive chain that ends in chunk `i`."""
        while i > 0 and (self.owns(i - 1) or self.out_of(i)):
            i -= 1
        return i

    def out_of(self, i: int) -> bool:
        """Whether chunk `i` counts some out of those whom the group before counts: परिषद के | 15 में से | 14 सदस्यों ने."""
        before, chunk = self.chunks[i - 1], self.chunks[i]
        tokens = self.roles.tagged.tokens
        some, all_ = tokens[chunk.first], tokens[before.head]
        touching = before.kind == "noun" and before.case == AMONG and before.last == chunk.first
        return touching and some.pos == "NUM" and all_.pos == "NUM"

    def owns(self, i: int) -> bool:
        """Whether chunk `i` is a genitive of the chunk after it: it touches it and agrees with its gender and case."""
        before, after = self.chunks[i], self.chunks[i + 1]
        if before.kind != "noun" or before.case != GENITIVE or before.last != after.first:
            return False
        if self.parted(i):
            return False
        wanted = self.shapes.agreement.get(self.tagged.tokens[before.last - 1].norm, "").split()
        gender = self.tagged.tokens[self.agreeing(after)].readings[0].gender
        if not wanted or before.last == before.body:
            return True
        if self.befalls(before, after) or (gender == "m" and wanted == ["f"] and self.envoy(before, after)):
            return gender == "m"
        name = self.named.get(before.head)
        if name is not None and any(n.kind == "person" for n in name.names) and self.is_time(after):
            return False  # मोदी की | शनिवार रात | बातचीत
        own = self.named.get(after.head)
        persons = [n is not None and any(x.kind == "person" for x in n.names) for n in (name, own)]
        if all(persons) and ((own and own.first == after.first) or self.official(after.first)):
            return False  # देउबा की | प्रधानमंत्री मोदी से | वार्ता
        common = own is None or {n.kind for n in own.names} == {"role"} or self.tagged.tokens[after.head].pos == "NOUN"
        if after.case == GENITIVE and after.last > after.body and self.measures(after):
            return self.tagged.tokens[before.last - 1].norm == self.tagged.tokens[after.last - 1].norm
        if gender and gender != wanted[0] and common:
            return False  # नीतीश की | अफसरों को | चेतावनी
        return wanted[-1] != "dir" or after.case == DIRECT

    def befalls(self, before: Chunk, after: Chunk) -> bool:
        """Whether a genitive of one person stands before those who belong to nobody: युवक की | भीड़ ने हत्या कर दी."""
        tokens = self.tagged.tokens
        one = tokens[before.head].readings[0]
        person = one.sem == "human" or tokens[before.head].pos == "PROPN"
        somewhere = before.head in self.named and not {n.kind for n in self.named[before.head].names} & PEOPLE
        crowd = tokens[after.head].lemma in self.shapes.unowned and after.case == ERGATIVE
        return crowd and person and not somewhere and one.number != "pl"

    def envoy(self, before: Chunk, after: Chunk) -> bool:
        """Whether a state's genitive tells by its gender that a woman holds the office after it, where somebody else
        acts: सांसदों ने | जर्मनी की | राजदूत को."""
        name, office = self.named.get(before.head), self.named.get(after.head)
        state = name is not None and name.last == before.body and {n.kind for n in name.names} <= {"country", "seat"}
        held = office is not None and {n.kind for n in office.names} == {"role"} and office.last == after.body
        acts = any(c.case == ERGATIVE and c.first < before.first for c in self.chunks)
        one = self.tagged.tokens[after.head].readings[0]
        return state and held and acts and one.sem == "human" and one.number != "pl"

    def official(self, token: int) -> bool:
        """Whether a word is an office of state, and no tie to somebody: प्रधानमंत्री मोदी, not चाचा शिवपाल."""
        name, tokens = self.named.get(token), self.roles.tagged.tokens
        return name is not None and " ".join(t.norm for t in tokens[name.first : name.last]) in self.shapes.highest

    def measures(self, chunk: Chunk) -> bool:
        """Whether a group tells how much of something: सांसद की | 315 करोड़ रुपये की | संपत्ति."""
        tokens = self.tagged.tokens[chunk.first : chunk.head]
        return any(t.pos == "NUM" for t in tokens) and self.tagged.tokens[chunk.head].readings[0].sem not in SEMS

    def agreeing(self, chunk: Chunk) -> int:
        """The noun of a group with which a genitive before it agrees: the head, but the one before वाली in
        नाटो के | नेतृत्व वाली सेना."""
        tokens = self.tagged.tokens
        held = (t for t in range(chunk.first + 1, chunk.head) if tokens[t].lemma in self.shapes.agentive)
        return next(held, chunk.head + 1) - 1

    def parted(self, i: int) -> bool:
        """Whether chunk `i` is a genitive of somebody that the one named right after it cannot be owned by: a person
        another person (अमित शाह की | नीतीश कुमार से), a state or its body those of another state (भारत के | रूसी सेना)."""
        own, after = self.named.get(self.chunks[i].head), self.named.get(self.chunks[i + 1].first)
        event = self.tagged.tokens[self.chunks[i].head].readings[0].sem == "event"
        if own is None and after is not None and event:
            whole = (after.first, after.last) == (self.chunks[i + 1].first, self.chunks[i + 1].body)
            return whole and {n.kind for n in after.names} <= {"country", "seat"}  # हमले की | अमेरिका ने निंदा की
        if own is None or after is None:
            return False
        kinds, named = ({n.kind for n in at.names} for at in (own, after))
        human = self.tagged.tokens[self.chunks[i].head].readings[0].sem == "human"
        if "person" in kinds or "group" in kinds or ("role" in kinds and human):
            return bool(named & {"person", "group"}) and "role" not in named
        if kinds == {"role"}:  # अमेरिकी सेना के | इराकी प्रशासन
            own = self.named.get(self.chunks[i].first, own)
            kinds = {n.kind for n in own.names}
        here, there = ({n.country for n in at.names if n.country} for at in (own, after))
        return bool(kinds & STATES and named & STATES and here and there and not here & there)

    def across(self, k: int, noun: int) -> int:
        """The chunk whose genitive belongs to token `noun` though the other side stands between them, else `k` itself:
        मोदी की | शनिवार को | पुतिन से | बातचीत."""
        faced = k
        if k > 0 and self.chunks[k].kind == "noun" and self.chunks[k].case in (IN, ON):
            faced = self.chain(k) - 1  # फोन पर
        if faced < 1 or self.chunks[faced].kind != "noun" or self.chunks[faced].case not in FACED:
            return k
        at = self.chain(faced) - 1
        while (
            at > 0 and self.chunks[at].kind == "noun" and (self.is_time(self.chunks[at]) or self.chunks[at].case == IN)
        ):
            at -= 1  # बलों की | गरियाबंद में | नक्सलियों से | मुठभेड़
        if at < 0 or self.chunks[at].kind != "noun" or self.chunks[at].case != GENITIVE or not self.names_somebody(at):
            return k
        wanted = self.shapes.agreement.get(self.tagged.tokens[self.chunks[at].last - 1].norm, "").split()
        gender = self.tagged.tokens[noun].readings[0].gender
        return at if wanted and gender in ("", wanted[0]) else k

    def last_listed(self, i: int) -> int:
        """The last of the groups that are joined to chunk `i` and share its case: A, | B के | मंत्री और | C को. Commas
        count where a word joins the last one."""
        last = at = i
        while (found := self.listed_after(at)) is not None:
            if self.names_somebody(at) and not self.names_somebody(found[0]):
                break
            at, joined = found
            last = at if joined else last
        return last

    def listed_after(self, i: int) -> tuple[int, bool] | None:
        """The group that a word or a comma adds to chunk `i`, and whether it is a word; None for none."""
        chunk = self.chunks[i]
        if i + 2 >= len(self.chunks) or chunk.last > chunk.body:
            return None
        mark, k = self.chunks[i + 1], i + 2
        word = self.tagged.tokens[mark.first]
        joined = mark.kind == "join" and word.lemma in self.shapes.join
        if not joined and not (mark.kind == "mark" and word.norm in self.shapes.commas):
            return None
        if not joined and self.chunks[k].kind == "join" and k + 1 < len(self.chunks):
            joined, k = True, k + 1  # कतर, और | जॉर्डन
        while k + 1 < len(self.chunks) and self.owns(k):
            k += 1
        after = self.chunks[k]
        return (k, joined) if after.kind == "noun" and after.case == chunk.case else None

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

    def somewhere(self, i: int) -> bool:
        """Whether chunk `i` names a town or part of a country only."""
        name = self.named.get(self.chunks[i].head)
        return name is not None and {n.kind for n in name.names} <= WHERE

    def names_somebody(self, i: int) -> bool:
        """Whether the head of chunk `i` can be a participant."""
        return participant(self.tagged, self.chunks[i].head, self.named)

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
        if (thing and not bare) or participant(self.tagged, named, self.named):
            single = start == i and last == chunk.first and self.tagged.tokens[last].pos == "PRON"
            start = self.apposed(start, i)
            party = Party(*self.trimmed(self.chunks[self.told(start)].first, last + 1), why, pronoun=single)
        elif self.seated(start, last):
            party = Party(*self.trimmed(self.chunks[start].first, last + 1), why)
        elif why == ERGATIVE and self.called(last):
            party = Party(*self.trimmed(self.chunks[start].first, last + 1), why)
        else:
            return self.owners(i, why) or self.inside(chunk.first, end, why) or self.beyond(start, why)
        if (bearer := self.titled(start)) < start:
            start, party = bearer, Party(self.chunks[bearer].first, party.last, why)
        return (*self.coordinated(start, why, thing=thing), *self.pair(party))

    def counted(self, i: int) -> int:
        """The last of the groups that a word for both counts once more: भाजपा और कांग्रेस | दोनों दलों ने; -1 for none."""
        chunk, before = self.chunks[i], self.chunks[i - 1] if i else None
        if before is None or self.tagged.tokens[chunk.first].lemma not in self.shapes.both:
            return -1
        beside = before.kind == "noun" and before.case == DIRECT and before.last == chunk.first
        joined = i > 1 and self.tagged.tokens[self.chunks[i - 2].first].lemma in self.shapes.join
        return i - 1 if beside and joined and self.names_somebody(i - 1) else -1

    def titled(self, start: int) -> int:
        """The first chunk of another title of the person whose title and name begin at chunk `start`, else that itself:
        जदयू के नेता और | पूर्व मंत्री राम सिंह ने. An office that one person has is somebody else's (प्रधानमंत्री और मंत्री शाह)."""
        tokens = self.tagged.tokens
        if start < 2 or tokens[self.chunks[start - 1].first].lemma not in self.shapes.join:
            return start
        before, end = self.chunks[start - 2], start
        while self.chunks[end].case == GENITIVE and self.owns(end):
            end += 1
        name = self.named.get(self.chunks[end].head)
        person = tokens[self.chunks[end].head].pos == "PROPN" or (
            name is not None and any(n.kind == "person" for n in name.names)
        )
        also = any(
            t in self.named and any(n.kind == "role" for n in self.named[t].names)
            for t in range(self.chunks[end].first, self.chunks[end].head)
        )
        many = tokens[before.head].lemma in self.shapes.one_of_many or tokens[before.first].lemma in self.shapes.titles
        one = all(t.pos not in ("NUM", "DET") for t in tokens[before.first : before.head])
        singular = tokens[before.head].pos == "NOUN" and tokens[before.head].readings[0].sem == "human"
        plain = before.kind == "noun" and before.last == before.body and before.head + 1 == before.body
        return self.chain(start - 2) if person and also and many and one and singular and plain else start

    def told(self, i: int) -> int:
        """The first chunk of what tells who group `i` is, where that is what they do: नारे | लगाने | वालों को."""
        verb = self.chunks[i - 1].verb if i else None
        if self.tagged.tokens[self.chunks[i].first].lemma not in self.shapes.agentive or verb is None:
            return i
        i -= 1
        what = self.chunks[i - 1] if i else None
        return self.chain(i - 1) if what is not None and what.kind == "noun" and what.case != ERGATIVE else i

    def seated(self, i: int, last: int) -> bool:
        """Whether a place is told of the officer before it: तहसीलदार डिंडोरी को."""
        place, office = self.named.get(last), self.named.get(last - 1)
        if place is None or office is None or last - 1 < self.chunks[i].first:
            return False
        human = self.tagged.tokens[last - 1].readings[0].sem == "human"
        return human and {n.kind for n in place.names} <= WHERE and "role" in {n.kind for n in office.names}

    def apposed(self, start: int, i: int) -> int:
        """The first chunk of the office that a comma sets before the name of who holds it, in prose: सोमालिया के |
        प्रधानमंत्री, | हसन अली खैरे ने; else `start`. Lists have और."""
        tokens = self.tagged.tokens
        if start < 2 or start != i or not self.prose or self.listed_after(i) is not None:
            return start
        mark, office, name = self.chunks[start - 1], self.chunks[start - 2], self.chunks[start]
        if (
            mark.kind != "mark"
            or tokens[mark.first].norm not in self.shapes.commas
            or tokens[name.first].pos != "PROPN"
        ):
            return start
        kinds, role = (self.kinds(t) for t in (name.first, office.head))
        holder = not kinds or kinds & (WHERE | {"person"})
        titled = role == {"role"} and office.case == DIRECT and office.kind == "noun" and office.head == office.last - 1
        owned = start > 2 and self.chunks[start - 3].case == GENITIVE and self.owns(start - 3)
        return self.chain(start - 2) if holder and titled and owned else start

    def kinds(self, t: int) -> set[str]:
        """The kinds of the name that token `t` belongs to."""
        name = self.named.get(t)
        return {n.kind for n in name.names} if name is not None else set()

    def called(self, last: int) -> bool:
        """Whether a common noun before ने is the surname of the person before it, since only people do things:
        राहुल राज ने."""
        before = self.named.get(last - 1)
        return before is not None and any(n.kind == "person" for n in before.names)

    def pair(self, party: Party) -> tuple[Party, ...]:
        """The two that a hyphen joins in one group: मोदी-शाह को."""
        tokens = self.tagged.tokens
        for t in range(party.first + 1, party.last - 1):
            if tokens[t].norm in self.shapes.hyphens and self.alike(t - 1, t + 1):
                return Party(party.first, t, party.why), Party(t + 1, party.last, party.why)
        return (party,)

    def alike(self, a: int, b: int) -> bool:
        """Whether two tokens are names of one kind of those who act."""
        one, other = self.named.get(a), self.named.get(b)
        if one is None or other is None or one is other:
            return False
        return all({n.kind for n in at.names} & PAIRED for at in (one, other))

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """The words at `first … last` without what only hedges their number (कम से कम आठ लोग), and without a quote that
        has no mate among them."""
        tokens = self.tagged.tokens
        for hedge in (phrase.split() for phrase in self.shapes.amounts):
            if first + len(hedge) < last and [t.norm for t in tokens[first : first + len(hedge)]] == hedge:
                first += len(hedge)
        while first + 2 < last and self.timed(first):
            first += 1 + (tokens[first].pos == "ADJ")  # पिछले साल | 200 आतंकवादी
        cut = (*self.shapes.aspects, *self.shapes.limiting, *self.shapes.belonging)
        while first + 1 < last and (tokens[first].lemma in cut or _adverbial(tokens[first])):
            first += 1  # महीनों से जारी | इजरायल-हमास की जंग में, भीड़ में शामिल | लोगों ने, तत्काल | परिजनों को
        quotes = [t for t in range(first, last) if tokens[t].norm in self.shapes.quotes]
        if len(quotes) % 2 == 0:
            return first, last
        if quotes[0] == first:
            return first + 1, last
        closes = last < len(tokens) and tokens[last].norm in self.shapes.quotes
        return first, last + closes

    def timed(self, t: int) -> bool:
        """Whether a word of time stands at token `t`, perhaps after its adjective, before a number."""
        tokens = self.tagged.tokens
        t += tokens[t].pos == "ADJ"
        return t + 1 < len(tokens) and tokens[t].readings[0].sem == "time" and tokens[t + 1].pos == "NUM"

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
        return self.shared_owner(start, why) if why != FOR else ()  # लापता लोगों की तलाश और बचाव के लिए

    def befell(self, i: int) -> bool:
        """Whether chunk `i` is what befell whoever owns it: गिरफ्तारी, हत्या."""
        return self.tagged.tokens[self.chunks[i].head].lemma in self.shapes.befalling

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
        """The named owner before a participle that stands before a thing: रूस की … रक्षा करने वाली नीति."""
        before = self.chunks[start - 1] if start > 0 else None
        if before is None or before.verb is None or before.verb.form not in ("agentive", "perf"):
            return ()
        for k in range(start - 2, -1, -1):
            chunk = self.chunks[k]
            if chunk.verb is not None or chunk.case == ERGATIVE:
                return ()
            if chunk.kind == "noun" and chunk.case == GENITIVE and chunk.head in self.named:
                return self.phrase(k, chunk.body, why)
            if chunk.kind == "noun" and chunk.case in self.shapes.agent_cases and k + 1 == start - 1:
                return self.phrase(k, chunk.body, why)  # पुलिस द्वारा | किए गए | लाठीचार्ज की निंदा
        return ()

    def inside(self, first: int, end: int, why: str) -> tuple[Party, ...]:
        """A name (or a country's adjective) within a group that itself names a thing: `रूसी नीति`."""
        for t in range(end - 1, first - 1, -1):
            name = self.named.get(t)
            if t + 1 < end and self.tagged.tokens[t + 1].lemma in self.shapes.occasions:
                continue  # राष्ट्रपति चुनाव
            acts = self.tagged.tokens[t].pos in ("NOUN", "PROPN")
            if name is not None and any(n.kind in OWNING or (n.kind == "role" and acts) for n in name.names):
                begin = max(first, name.first)
                while (
                    begin > first
                    and {n.kind for n in name.names} == {"role"}
                    and (self.kinds(begin - 1) == {"adjective"} or self.tagged.tokens[begin - 1].pos == "NUM")
                ):
                    begin -= 1  # पाकिस्तानी पुलिस | ट्रेनिंग सेंटर पर, तीन जवान | घायल
                return (Party(begin, min(end, name.last), why),)
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

    def suffers(self, i: int, noun: int) -> bool:
        """Whether chunk `i` is the genitive of somebody that agrees with token `noun`."""
        who = self.chunks[i]
        if who.kind != "noun" or who.case != GENITIVE:
            return False
        name, reading = self.named.get(who.head), self.tagged.tokens[who.head].readings[0]
        unknown = name is None and reading.pos == "PROPN" and not reading.sem
        if reading.sem != "human" and not unknown and (name is None or not {n.kind for n in name.names} <= PEOPLE):
            return False
        wanted = self.shapes.agreement.get(self.tagged.tokens[who.last - 1].norm, "").split()
        return bool(wanted) and wanted[0] == self.tagged.tokens[noun].readings[0].gender

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

    def past_participle(self, start: int) -> int:
        """The first chunk of the participle that tells about the group at chunk `start`, else that itself: दस्ते और |
        होटल में छिपे | चरमपंथियों के बीच."""
        for clause in self.clauses:
            told = clause.kind == "participle" and start <= clause.antecedent and clause.verb + 1 == start
            if told:
                k = start
                while k > 0 and self.chunks[k - 1].kind in ("noun", "verb", "adverb", "particle"):
                    if self.chunks[k - 1].case in (ERGATIVE, DIRECT) and self.chunks[k - 1].kind == "noun":
                        return start
                    k -= 1
                return k
        return start

    def hyphened(self, k: int) -> bool:
        """Whether mark `k` is a hyphen with blanks round it between two proper names of a sentence in prose."""
        tokens = self.tagged.tokens
        at = self.chunks[k].first
        prose = tokens[-1].norm in self.shapes.full_stops
        if not prose or not 0 < at < len(tokens) - 1:
            return False
        return all(t.pos == "PROPN" and len(t.norm) > 1 for t in (tokens[at - 1], tokens[at + 1]))

    def antecedent(self, i: int) -> tuple[Party, ...]:
        for clause in self.clauses:
            if (i in clause.chunks or i in clause.outer) and clause.antecedent >= 0 and clause.kind == "relative":
                chunk = self.chunks[clause.antecedent]
                return self.phrase(clause.antecedent, chunk.body, "relative")
        chunk = self.chunks[i]
        return (Party(chunk.first, chunk.body, "relative"),)

    def is_time(self, chunk: Chunk) -> bool:
        tokens, head = self.tagged.tokens, chunk.head
        year = tokens[head].pos == "NUM" and head > chunk.first and tokens[head - 1].readings[0].sem == "time"
        return year or tokens[head].readings[0].sem == "time"  # छह दिसंबर 1992 को


def _adverbial(token: Token) -> bool:
    """Whether an adjective is as well an adverb, and so is told of the act: लगातार, तत्काल."""
    return token.pos == "ADJ" and any(r.pos == "ADV" for r in token.readings)
