"""Which noun group owns which: genitive chains, and what parts them."""

from ghatna.frame.infinitives import doers
from ghatna.lexicon.cases import AMONG, DIRECT, ERGATIVE, FROM, GENITIVE, IN, OBJECT, ON, WITH
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Chunk, NameAt, Roles
from ghatna.parse.front import ACTS
from ghatna.parse.participant import SEMS, participant

PEOPLE = frozenset(("person", "role"))
WHERE = frozenset(("place", "region"))
STATES = frozenset(("country", "adjective", "body", "seat"))
COURT = "JUD"
SIDES = frozenset(("body", "party", "group"))
"""Names of those that no body or party owns."""
FACED = frozenset((FROM, WITH, OBJECT))
"""Cases of the other side of a talk or of who is given something."""


class Genitives:
    """The noun groups of one sentence, and which of them own which."""

    def __init__(self, roles: Roles, shapes: ClauseWords) -> None:
        self.roles, self.shapes = roles, shapes
        self.tagged, self.chunks, self.clauses = roles.tagged, roles.chunks, roles.clauses
        self.prose = bool(self.tagged.tokens) and self.tagged.tokens[-1].norm in shapes.full_stops
        self.named: dict[int, NameAt] = {t: name for name in self.tagged.names for t in range(name.first, name.last)}
        self.doing = frozenset(doers(roles, shapes, self.named))

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
        if i in self.doing or self.parted(i):
            return False
        if self.tagged.tokens[after.first].pos == "PRON" and self.tagged.tokens[before.head].readings[0].sem == "human":
            return False  # व्यक्ति की | उसके | भाई ने हत्या कर दी
        wanted = self.shapes.agreement.get(self.tagged.tokens[before.last - 1].norm, "").split()
        gender = self.tagged.tokens[self.agreeing(after)].readings[0].gender
        if not wanted or before.last == before.body:
            return not (gender == "m" and self.mark(i) == ["f"] and self.tagged.tokens[before.head].pos == "PRON")
        if self.befalls(before, after) or (gender == "m" and wanted == ["f"] and self.envoy(before, after)):
            return gender == "m"
        if wanted == ["f"] and any(t.lemma in self.shapes.women for t in self.tagged.tokens[after.first : after.head]):
            return True  # पार्टी की | महिला नेता पर
        name = self.named.get(before.head)
        if name is not None and any(n.kind == "person" for n in name.names) and self.is_time(after):
            return False  # मोदी की | शनिवार रात | बातचीत
        own = self.named.get(after.head)
        persons = [n is not None and any(x.kind == "person" for x in n.names) for n in (name, own)]
        if all(persons) and ((own and own.first == after.first) or self.official(after.first)):
            return False  # देउबा की | प्रधानमंत्री मोदी से | वार्ता
        if after.case == OBJECT and self.spoken_to(i):
            return False  # अदालत की | ईडी को | फटकार
        common = own is None or {n.kind for n in own.names} == {"role"} or self.tagged.tokens[after.head].pos == "NOUN"
        if after.case == GENITIVE and after.last > after.body and self.measures(after):
            return self.tagged.tokens[before.last - 1].norm == self.tagged.tokens[after.last - 1].norm
        if gender and gender != wanted[0] and common:
            return False  # नीतीश की | अफसरों को | चेतावनी
        return wanted[-1] != "dir" or after.case == DIRECT

    def spoken_to(self, i: int) -> bool:
        """Whether a court, body or party does to the body or party behind it what the noun after that tells."""
        before, after = self.chunks[i], self.chunks[i + 1]
        told = self.chunks[i + 2] if i + 2 < len(self.chunks) else None
        name, own = self.named.get(before.head), self.named.get(after.head)
        if told is None or name is None or own is None or own.first != after.first or told.first != after.last:
            return False
        agrees = self.shapes.agreement.get(self.tagged.tokens[before.last - 1].norm, "").split()
        head = self.tagged.tokens[told.head].readings[0]
        if told.case != DIRECT or head.gender not in agrees or head.sem not in ("speech", "event"):
            return False
        judges = any(COURT in n.sectors for n in name.names)
        return {n.kind for n in own.names} <= SIDES and (judges or {n.kind for n in name.names} <= SIDES)

    def befalls(self, before: Chunk, after: Chunk) -> bool:
        """Whether a genitive of one person stands before those who belong to nobody: युवक की | भीड़ ने हत्या कर दी."""
        tokens = self.tagged.tokens
        one = tokens[before.head].readings[0]
        person = one.sem == "human" or tokens[before.head].pos == "PROPN"
        somewhere = before.head in self.named and not {n.kind for n in self.named[before.head].names} & PEOPLE
        crowd = tokens[after.head].lemma in self.shapes.unowned and after.case == ERGATIVE
        return crowd and person and not somewhere and one.number != "pl"

    def envoy(self, before: Chunk, after: Chunk) -> bool:
        """Whether a state's genitive tells by its gender that a woman holds the office after it, where she acts
        (ब्रिटेन की | गृह मंत्री ने), or somebody else does: सांसदों ने | जर्मनी की | राजदूत को."""
        name, office = self.named.get(before.head), self.named.get(after.head)
        state = name is not None and name.last == before.body and {n.kind for n in name.names} <= {"country", "seat"}
        held = office is not None and {n.kind for n in office.names} == {"role"} and office.last == after.body
        acts = any(c.case == ERGATIVE and c.first < before.first for c in self.chunks)
        one = self.tagged.tokens[after.head].readings[0]
        if after.case == ERGATIVE:
            body = self.tagged.tokens[before.head].readings[0].sem == "body"  # विदेश मंत्रालय की | प्रवक्ता ने
            known = name is not None and name.last == before.body
            state = known and (body or (name is not None and not {n.kind for n in name.names} & PEOPLE))
            acts = not self.praised(after)
        return state and held and acts and one.sem == "human" and one.number != "pl"

    def praised(self, after: Chunk) -> bool:
        """Whether an act that a genitive may belong to follows right after somebody:
        पाकिस्तान की | प्रधानमंत्री ने | निंदा की."""
        told = next((c for c in self.chunks if c.first == after.last), None)
        if told is None or told.kind != "noun" or told.case != DIRECT:
            return False
        act = self.tagged.tokens[told.head].readings[0]
        return act.gender == "f" and act.sem in ACTS

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
        if after is not None and self.official(after.first) and self.theirs(i):
            return True  # उनकी | राष्ट्रपति पुतिन से | मुलाकात
        if own is None and after is not None and self.tagged.tokens[self.chunks[i].head].pos in ("PROPN", "PRON"):
            called = self.tagged.tokens[self.chunks[i].head].pos == "PRON" and "person" in self.kinds(after.first)
            return called or self.state(i + 1)  # Rajnath Singh की | चीन को, उनकी | पुतिन से
        if own is None or after is None:
            return False
        if self.mark(i) == ["f"] and self.chunks[i + 1].case in FACED and self.judges(own, self.chunks[i + 1].head):
            return True  # कोर्ट की | राज्य सरकार को | फटकार
        kinds, named = ({n.kind for n in at.names} for at in (own, after))
        human = self.tagged.tokens[self.chunks[i].head].readings[0].sem == "human"
        if ("person" in kinds or (kinds == {"role"} and human)) and self.state(i + 1):
            return True  # राजनाथ सिंह की | चीन को, प्रधानमंत्री की | जापान के विदेश मंत्री से
        if "person" in kinds or "group" in kinds or ("role" in kinds and human):
            return bool(named & {"person", "group"}) and "role" not in named
        if kinds == {"role"}:  # अमेरिकी सेना के | इराकी प्रशासन
            own = self.named.get(self.chunks[i].first, own)
            kinds = {n.kind for n in own.names}
        if after.last < self.chunks[i + 1].body and self.tagged.tokens[after.last].lemma in self.shapes.backed:
            return False  # यमन के | ईरान समर्थित विद्रोहियों ने
        here, there = ({n.country for n in at.names if n.country} for at in (own, after))
        return bool(kinds & STATES and named & STATES and here and there and not here & there)

    def judges(self, own: NameAt, head: int) -> bool:
        """Whether a court's name stands before a government, party or police, which is none of its own."""
        after = self.named.get(head)
        his, theirs = ({sector for n in at.names for sector in n.sectors} if at else set() for at in (own, after))
        body = self.tagged.tokens[head].readings[0].sem == "body"
        return his == {COURT} and bool(theirs) and COURT not in theirs and body

    def theirs(self, i: int) -> bool:
        """Whether chunk `i` is the genitive of a person, or in the feminine of a pronoun for one."""
        chunk, tokens = self.chunks[i], self.tagged.tokens
        if "person" in self.kinds(chunk.head):
            return True
        pronoun = tokens[chunk.head].pos == "PRON" and tokens[chunk.head].lemma in self.shapes.himself
        return pronoun and self.mark(i) == ["f"]

    def mark(self, i: int) -> list[str]:
        """How the genitive of chunk `i` agrees, by its mark or the ending of a pronoun: उनकी."""
        norm, agreement = self.tagged.tokens[self.chunks[i].last - 1].norm, self.shapes.agreement
        if norm in agreement or self.tagged.tokens[self.chunks[i].head].pos != "PRON":
            return agreement.get(norm, "").split()
        return next((agrees.split() for mark, agrees in agreement.items() if norm.endswith(mark[-1])), [])

    def state(self, i: int) -> bool:
        """Whether chunk `i` names a state and no more, which no person owns."""
        chunk, name = self.chunks[i], self.named.get(self.chunks[i].first)
        whole = name is not None and (name.first, name.last) == (chunk.first, chunk.body)
        return whole and name is not None and {n.kind for n in name.names} == {"country"}

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
        wanted = self.mark(at)
        gender = self.tagged.tokens[noun].readings[0].gender
        return at if wanted and gender in ("", wanted[0]) else k

    def befell(self, i: int) -> bool:
        """Whether chunk `i` is what befell whoever owns it: गिरफ्तारी, हत्या."""
        return self.tagged.tokens[self.chunks[i].head].lemma in self.shapes.befalling

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

    def somewhere(self, i: int) -> bool:
        """Whether chunk `i` names a town or part of a country only."""
        name = self.named.get(self.chunks[i].head)
        return name is not None and {n.kind for n in name.names} <= WHERE

    def names_somebody(self, i: int) -> bool:
        """Whether the head of chunk `i` can be a participant."""
        return participant(self.tagged, self.chunks[i].head, self.named)

    def kinds(self, t: int) -> set[str]:
        """The kinds of the name that token `t` belongs to."""
        name = self.named.get(t)
        return {n.kind for n in name.names} if name is not None else set()

    def is_time(self, chunk: Chunk) -> bool:
        tokens, head = self.tagged.tokens, chunk.head
        year = tokens[head].pos == "NUM" and head > chunk.first and tokens[head - 1].readings[0].sem == "time"
        return year or tokens[head].readings[0].sem == "time"  # छह दिसंबर 1992 को
