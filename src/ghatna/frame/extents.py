"""How far the words of a participant reach: titles, apposition, lists, pairs, what only hedges or dates them."""

from ghatna.frame.genitives import WHERE, Genitives
from ghatna.lexicon.cases import DIRECT, ERGATIVE, GENITIVE, IN
from ghatna.model import Party, Token

NO_FIELD = frozenset(("human", "group", "body", "time"))
"""What nouns name that are no field of a ministry."""
PAIRED = frozenset(("person", "country", "party", "group"))
OWNING = frozenset(("country", "adjective", "body", "group", "party", "person", "seat"))


class Extents(Genitives):
    """Where the words of a participant begin and end, and who is listed beside them."""

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
        if tokens[before.first].lemma in self.shapes.deputies:  # उप प्रधानमंत्री और | रक्षा मंत्री राम सिंह ने
            many = any(
                tokens[t].lemma in self.shapes.one_of_many for t in range(self.chunks[end].first, self.chunks[end].head)
            )
        one = all(t.pos not in ("NUM", "DET") for t in tokens[before.first : before.head])
        singular = tokens[before.head].pos == "NOUN" and tokens[before.head].readings[0].sem == "human"
        plain = before.kind == "noun" and before.last == before.body and before.head + 1 == before.body
        return self.chain(start - 2) if person and also and many and one and singular and plain else start

    def fields(self, start: int) -> int:
        """The first chunk of what an office or a ministry that begins at chunk `start` is for: सड़क परिवहन और | राजमार्ग
        मंत्री राम सिंह ने; else `start`."""
        tokens = self.tagged.tokens
        chunk = self.chunks[start]
        office = next((t for t in range(chunk.first + 1, chunk.body) if tokens[t].lemma in self.shapes.ministries), 0)
        if not office or any(tokens[t].pos == "PROPN" and t not in self.named for t in range(chunk.first, office)):
            return start
        while start > 1 and tokens[self.chunks[start - 1].first].lemma in self.shapes.join:
            field = self.chunks[start - 2]
            head = tokens[field.head]
            kinds = {n.kind for n in self.named[field.head].names} if field.head in self.named else set[str]()
            if (
                field.kind != "noun"
                or field.last != field.body
                or head.pos not in ("NOUN", "ADJ")
                or head.norm != head.lemma
                or head.readings[0].sem in NO_FIELD
                or kinds
            ):
                break
            start = self.chain(start - 2)
            owner = self.chunks[start - 1] if start else None  # बिहार के | कृषि और | गन्ना मंत्री: agrees with the minister
            if owner is not None and owner.case == GENITIVE and owner.last == self.chunks[start].first:
                start = self.chain(start - 1) if owner.head in self.named and start - 1 not in self.doing else start
        return start

    def told(self, i: int) -> int:
        """The first chunk of what tells who group `i` is, where that is what they do: नारे | लगाने | वालों को."""
        verb = self.chunks[i - 1].verb if i else None
        if self.tagged.tokens[self.chunks[i].first].lemma not in self.shapes.agentive or verb is None:
            return i
        i -= 1
        what = self.chunks[i - 1] if i else None
        return self.chain(i - 1) if what is not None and what.kind == "noun" and what.case != ERGATIVE else i

    def seated(self, i: int, last: int) -> bool:
        """Whether a place is told of the officer or body before it: तहसीलदार डिंडोरी को, सीबीआई पटना की."""
        place, office = self.named.get(last), self.named.get(last - 1)
        if place is None or office is None or last - 1 < self.chunks[i].first:
            return False
        human = self.tagged.tokens[last - 1].readings[0].sem == "human"
        kinds = {n.kind for n in office.names}
        return {n.kind for n in place.names} <= WHERE and ((human and "role" in kinds) or kinds == {"body"})

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

    def called(self, i: int, last: int) -> bool:
        """Whether a common noun before ने, or the name of a town, is the surname of the person before it, since only
        people do things: राहुल राज ने, किरण बरनाला ने."""
        before, place = self.named.get(last - 1), self.named.get(last)
        if before is not None:
            return any(n.kind == "person" for n in before.names)
        town = place is not None and place.first == last and {n.kind for n in place.names} <= WHERE
        return town and last > self.chunks[i].first and self.tagged.tokens[last - 1].pos == "PROPN"

    def pair(self, party: Party) -> tuple[Party, ...]:
        """The two that a hyphen joins in one group (मोदी-शाह को), or two states that nothing joins (केन्या युगांडा ने)."""
        tokens = self.tagged.tokens
        for t in range(party.first + 1, party.last):
            if tokens[t].norm in self.shapes.hyphens and t + 1 < party.last and self.alike(t - 1, t + 1):
                return Party(party.first, t, party.why), Party(t + 1, party.last, party.why)
            if party.why in (DIRECT, ERGATIVE) and self.states(t - 1, t):
                return Party(party.first, t, party.why), Party(t, party.last, party.why)
        return (party,)

    def states(self, a: int, b: int) -> bool:
        """Whether two tokens beside each other are the names of two states and nothing else."""
        return self.alike(a, b) and self.kinds(a) == self.kinds(b) == {"country"}

    def mates(self, party: Party) -> tuple[Party, ...]:
        """The state that stands beside another in a headline with nothing between them: केन्या | युगांडा में वार्ता."""
        first, last = party.first, party.last
        if last - first != 1:
            return ()
        for t, near in ((first - 1, first), (last, last - 1)):
            if 0 <= t < len(self.tagged.tokens) and self.states(t, near):
                chunk = next(c for c in self.chunks if c.first <= t < c.last)
                if chunk.case in (DIRECT, IN, ERGATIVE):
                    return (Party(t, t + 1, party.why),)
        return ()

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

    def inside(self, first: int, end: int, why: str) -> tuple[Party, ...]:
        """A name (or a country's adjective) within a group that itself names a thing: `रूसी नीति`."""
        for t in range(end - 1, first - 1, -1):
            name = self.named.get(t)
            after = name.last if name is not None else t + 1
            if after < end and self.tagged.tokens[after].lemma in self.shapes.occasions:
                continue  # राष्ट्रपति चुनाव, विदेश सचिव स्तर की
            acts = self.tagged.tokens[t].pos in ("NOUN", "PROPN")
            if name is not None and any(n.kind in OWNING or (n.kind == "role" and acts) for n in name.names):
                begin = max(first, name.first)
                while (
                    begin > first
                    and {n.kind for n in name.names} == {"role"}
                    and (self.kinds(begin - 1) == {"adjective"} or self.tagged.tokens[begin - 1].pos == "NUM")
                ):
                    begin -= 1  # पाकिस्तानी पुलिस | ट्रेनिंग सेंटर पर, तीन जवान | घायल
                if (
                    begin - 2 >= first
                    and self.tagged.tokens[begin - 1].norm in self.shapes.hyphens
                    and self.alike(begin - 2, t)
                ):
                    begin = self.named[begin - 2].first  # अमेरिका-इजरायल | हमले की
                return self.pair(Party(begin, min(end, name.last), why))
        return ()

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


def _adverbial(token: Token) -> bool:
    """Whether an adjective is as well an adverb, and so is told of the act: लगातार, तत्काल."""
    return token.pos == "ADJ" and any(r.pos == "ADV" for r in token.readings)
