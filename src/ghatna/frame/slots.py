"""Who did it and to whom: the slots of a frame filled from the roles of its clause."""

from msgspec import Struct

from ghatna.frame.match import Candidate
from ghatna.frame.vocabulary import says
from ghatna.lexicon.cases import AGAINST, DIRECT, ERGATIVE, FROM, GENITIVE, OBJECT
from ghatna.lexicon.rules import ClauseWords, Rules
from ghatna.model import Chunk, Clause, NameAt, Party, Roles
from ghatna.parse.participant import participant

KARAKAS = frozenset(("karta", "karma", "sampradan", "apadan", "sahakarta", "karan", "adhikaran"))
DEEP = 3
"""How far a shared doer is looked for through clauses that depend on one another."""
OWNING = frozenset(("country", "adjective", "body", "group", "party", "person", "seat"))


REGIONS = frozenset(("karma", OBJECT, AGAINST, "apadan", FROM))
"""Slots in which a region is somebody (गाजा को मदद), not the scene."""
GOALS = frozenset(("country", "seat", "region", "place"))


class Slot(Struct, frozen=True):
    """A slot as written in a frame: `पर?thing`, `पर/का`, `@attack में/का`, `karta`."""

    case: str
    thing: bool = False
    owner: bool = False
    among: str = ""

    @classmethod
    def read(cls, text: str) -> "Slot":
        thing = text.endswith("?thing")
        text = text.removesuffix("?thing")
        owner = "/" in text
        text = text.split("/")[0]
        among = ""
        if text.startswith("@"):
            among, _, text = text[1:].partition(" ")
        return cls(text, thing, owner, among)


class Filler:
    """Finds participants for one sentence."""

    def __init__(self, roles: Roles, rules: Rules) -> None:
        self.roles, self.rules = roles, rules
        self.tagged, self.chunks, self.clauses = roles.tagged, roles.chunks, roles.clauses
        self.shapes: ClauseWords = rules.clauses
        self.named: dict[int, NameAt] = {}
        for name in self.tagged.names:
            for t in range(name.first, name.last):
                self.named[t] = name

    def fill(self, slots: tuple[str, ...], candidate: Candidate, *, taken: tuple[Party, ...] = ()) -> tuple[Party, ...]:
        """Participants of the first slot that has any; `taken` ones do not count again."""
        for text in slots:
            slot = Slot.read(text)
            found = self.slot(slot, candidate, taken)
            found = tuple(p for p in found if not any(p.first < q.last and q.first < p.last for q in taken))
            if found:
                return found
        return ()

    def slot(self, slot: Slot, candidate: Candidate, taken: tuple[Party, ...] = ()) -> tuple[Party, ...]:
        clause = self.clauses[candidate.clause]
        if slot.case == "karta":
            return self.doer(candidate, taken)
        if slot.case == GENITIVE:
            return self.owner_of_trigger(candidate)
        if slot.case == "karma":
            told = self.told(clause, "karma")
            if told:
                return told
        for i in self.order(clause, candidate):
            chunk = self.chunks[i]
            if not self.fits(slot, i, chunk, candidate):
                continue
            if slot.among and not self.among(slot.among, chunk):
                continue
            end = self.free(chunk, candidate)
            if end is None:
                continue
            if slot.owner:
                found = self.inside(chunk.first, chunk.head, slot.case) or self.owners(i, slot.case)
            else:
                placed = self.named.get(end - 1)
                region = slot.case in REGIONS and placed is not None and any(n.kind == "region" for n in placed.names)
                found = self.phrase(i, end, slot.case, thing=slot.thing or region)
            if found:
                return found
        return self.whose(candidate) if slot.case == "karma" else ()

    def whose(self, candidate: Candidate) -> tuple[Party, ...]:
        """Whose the trigger's own noun is, where that noun is the object: गांव की बिजली काट दी."""
        i = next((k for k, c in enumerate(self.chunks) if c.first == candidate.noun), 0)
        before = self.chunks[i - 1] if i else None
        if before is None or before.kind != "noun" or before.case != GENITIVE or before.last != candidate.noun:
            return ()
        return self.phrase(i - 1, before.body, GENITIVE)

    def order(self, clause: Clause, candidate: Candidate) -> list[int]:
        """Chunks near the trigger first: those before it from the right, then those after it, then shared ones."""
        before = [i for i in clause.chunks if self.chunks[i].first < candidate.first]
        inside = [i for i in clause.chunks if candidate.first <= self.chunks[i].first < candidate.last]
        after = [i for i in clause.chunks if self.chunks[i].first >= candidate.last]
        shared = list(reversed(clause.outer))
        if candidate.frame.row.complement and self.speaks_of_infinitive(clause):
            shared.reverse()
        return [*reversed(before), *inside, *after, *shared]

    def speaks_of_infinitive(self, clause: Clause) -> bool:
        """Whether an infinitive stands right before a clause's own groups: its arguments stand nearest, so those of
        the clause itself stand first (प्रधानमंत्री से | मंत्री को पद से हटाने | की मांग की)."""
        first = min((*clause.chunks, clause.verb)) if clause.verb >= 0 else min(clause.chunks, default=0)
        before = self.chunks[first - 1] if first > 0 else None
        return before is not None and before.verb is not None and before.verb.form == "inf"

    def fits(self, slot: Slot, i: int, chunk: Chunk, candidate: Candidate) -> bool:
        if chunk.kind not in ("noun", "relative"):
            return False
        if candidate.bare and slot.case == "karma":
            return chunk.case == DIRECT and candidate.bare in self.shapes.transitive_light
        if slot.case == "karma" and chunk.case == DIRECT and i + 1 == self.clauses[candidate.clause].verb:
            name = self.named.get(chunk.head)  # the goal of a verb of motion: दोहा पहुंचे
            if name is not None and any(n.kind in GOALS for n in name.names) and self.others(i, candidate):
                return True
        if slot.case in KARAKAS:
            return any(r.chunk == i and r.karaka == slot.case for r in self.roles.roles[candidate.clause])
        return chunk.case == slot.case

    def others(self, i: int, candidate: Candidate) -> bool:
        """Whether a clause has another unmarked group before chunk `i`, or none is needed."""
        clause = self.clauses[candidate.clause]
        return any(
            self.chunks[k].case in (DIRECT, ERGATIVE) and self.chunks[k].kind == "noun"
            for k in (*clause.outer, *clause.chunks)
            if k < i
        )

    def among(self, name: str, chunk: Chunk) -> bool:
        head = self.tagged.tokens[chunk.head]
        return any(says(head, words[-1]) for words in self.rules.classes.get(name, ()))

    def free(self, chunk: Chunk, candidate: Candidate) -> int | None:
        """Where the part of a chunk that is not the trigger ends; None when nothing is left."""
        if candidate.noun >= 0 and chunk.first < candidate.noun_last and candidate.noun < chunk.last:
            return min(candidate.noun, chunk.body) if candidate.noun > chunk.first else None
        return chunk.body

    # ── the doer ──

    def doer(self, candidate: Candidate, taken: tuple[Party, ...] = ()) -> tuple[Party, ...]:
        def free(found: tuple[Party, ...]) -> tuple[Party, ...]:
            return () if any(p.first < q.last and q.first < p.last for p in found for q in taken) else found

        clause = self.clauses[candidate.clause]
        if candidate.bare in self.shapes.transitive_light and candidate.bare:
            return self.agent(clause, candidate)
        if candidate.event:
            return (
                free(self.owner_of_trigger(candidate))
                or free(self.agent(clause, candidate))
                or free(self.beside(candidate))
            )
        found = self.karta(clause, candidate.clause, candidate, DEEP)
        if found:
            return found
        if candidate.noun >= 0 and clause.verb >= 0:
            group = self.chunks[clause.verb].verb
            if group is not None and group.lemmas[0] in self.shapes.happen:
                return self.owner_of_trigger(candidate)
        return ()

    def speaker(self, clause: Clause) -> tuple[Party, ...]:
        """Who speaks where no doer is marked: the genitive of `X का कहना है`, the single noun before a colon."""
        for i in (*clause.chunks, *clause.outer):
            chunk = self.chunks[i]
            if (
                chunk.kind == "noun"
                and chunk.case in (GENITIVE, DIRECT, ERGATIVE)
                and (found := self.phrase(i, chunk.body, "speaker"))
            ):
                return found
        return ()

    def agent(self, clause: Clause, candidate: Candidate) -> tuple[Party, ...]:
        for i in self.order(clause, candidate):
            chunk = self.chunks[i]
            if chunk.case in self.shapes.agent_cases or chunk.case == ERGATIVE:
                return self.phrase(i, chunk.body, chunk.case)
        return ()

    def karta(self, clause: Clause, index: int, candidate: Candidate | None, depth: int) -> tuple[Party, ...]:
        """The doer of a clause: its own, the noun that a participle tells about, or one shared with its parent."""
        if depth == 0 or clause is None:
            return ()
        told = self.told(clause, "karta")
        if told:
            return told
        mine = [r.chunk for r in self.roles.roles[index] if r.karaka == "karta"]
        marked = [i for i in mine if self.chunks[i].case != DIRECT]
        plain = sorted(i for i in mine if self.chunks[i].case == DIRECT)
        if clause.verb >= 0:
            plain.sort(key=lambda i: i < clause.verb)  # a headline's subject after its verb: भड़के मुसलमान
        for i in (*marked, *(self.last_joined(k) for k in plain)):
            end = self.chunks[i].body if candidate is None else self.free(self.chunks[i], candidate)
            if end is not None and (found := self.phrase(i, end, self.chunks[i].case)):
                if self.chunks[i].case != DIRECT or self.heads_group(i, end):
                    return found
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
            return self.karta(parent, clause.parent, None, depth - 1)
        return ()

    def last_joined(self, i: int) -> int:
        """The last of the unmarked groups that are joined to chunk `i`: रूस और उत्तर कोरिया."""
        while i + 2 < len(self.chunks):
            word = self.tagged.tokens[self.chunks[i + 1].first]
            joined = self.chunks[i + 1].kind == "join" and word.lemma in self.shapes.join
            after = self.chunks[i + 2]
            if not joined or after.kind != "noun" or after.case != DIRECT:
                break
            if not participant(self.tagged, after.head, self.named):
                break
            i += 2
        return i

    def heads_group(self, i: int, end: int) -> bool:
        """Whether an unmarked group itself names somebody (an owner inside it does not make it a doer)."""
        return participant(self.tagged, end - 1, self.named)

    def told(self, clause: Clause, karaka: str) -> tuple[Party, ...]:
        """The noun that a participle tells about: doer of an active one, object of a passive one."""
        if clause.kind not in ("participle", "agentive") or clause.antecedent < 0 or clause.verb < 0:
            return ()
        group = self.chunks[clause.verb].verb
        assert group is not None
        if (group.voice == "passive") == (karaka == "karma"):
            chunk = self.chunks[clause.antecedent]
            i = clause.antecedent
            while self.chunks[i].case == GENITIVE and i + 1 < len(self.chunks) and self.chunks[i + 1].kind == "noun":
                if participant(self.tagged, self.chunks[i].head, self.named):
                    break
                i += 1
            chunk = self.chunks[i]
            return self.phrase(i, chunk.body, "told")
        return ()

    def beside(self, candidate: Candidate) -> tuple[Party, ...]:
        """A doer that stands unmarked before an event noun (`पुलिस फायरिंग`), or heads the headline."""
        clause = self.clauses[candidate.clause]
        for i in clause.chunks if clause.verb < 0 else ():
            chunk = self.chunks[i]
            if chunk.kind == "noun" and chunk.case == DIRECT:
                end = self.free(chunk, candidate)
                if end is not None and end - 1 in self.named and participant(self.tagged, end - 1, self.named):
                    return self.phrase(i, end, DIRECT)
        return ()

    def owner_of_trigger(self, candidate: Candidate) -> tuple[Party, ...]:
        """The genitive of the trigger's noun, or a country's adjective before it: `रूस का हमला`, `रूसी हमला`."""
        if candidate.noun < 0:
            return ()
        i = next((k for k, c in enumerate(self.chunks) if c.first <= candidate.noun < c.last), -1)
        if i < 0:
            return ()
        chunk = self.chunks[i]
        if chunk.first < candidate.noun:
            found = self.inside(chunk.first, candidate.noun, GENITIVE)
            if found:
                return found
        k = i - 1
        while k >= 0 and self.passes(k, candidate.event and self.clauses[candidate.clause].verb < 0):
            scene = self.chunks[k].kind == "noun" and self.chunks[k].case not in (DIRECT, self.shapes.manner)
            # नेता की तेहरान में हत्या, but स्कूल के पास धमाका: nobody owns a named place, a common one may be owned
            name = self.named.get(self.chunks[k].head)
            placed = name is not None and any(n.kind in GOALS for n in name.names)
            owned = scene and not self.mannered(k) and not placed
            k = (self.chain(k) if owned else k) - 1
        while k >= 0 and self.chunks[k].kind == "noun" and self.chunks[k].case == GENITIVE:
            found = self.phrase(k, self.chunks[k].body, GENITIVE)
            if found:
                return found
            k = self.chain(k) - 1  # नेता की | परमाणु हमले की | धमकी: both own the last
        if (
            candidate.event
            and candidate.noun_last - candidate.noun > 1
            and participant(self.tagged, candidate.noun, self.named)
        ):
            return (Party(candidate.noun, candidate.noun + 1, GENITIVE),)
        return ()

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
        return verbless and chunk.kind in ("noun", "verb") and chunk.case != GENITIVE

    # ── phrases ──

    def chain(self, i: int) -> int:
        """The first chunk of the genitive chain that ends in chunk `i`."""
        while i > 0 and self.owns(i - 1):
            i -= 1
        return i

    def owns(self, i: int) -> bool:
        """Whether chunk `i` is a genitive of the chunk after it: it touches it and agrees with its gender and case."""
        before, after = self.chunks[i], self.chunks[i + 1]
        if before.kind != "noun" or before.case != GENITIVE or before.last != after.first:
            return False
        wanted = self.shapes.agreement.get(self.tagged.tokens[before.last - 1].norm, "").split()
        gender = self.tagged.tokens[after.head].readings[0].gender
        if not wanted or before.last == before.body:
            return True
        if gender and gender != wanted[0] and after.head not in self.named:
            return False
        return wanted[-1] != "dir" or after.case == DIRECT

    def phrase(self, i: int, end: int, why: str, *, thing: bool = False) -> tuple[Party, ...]:
        """The participants that chunk `i` (up to token `end`) names, with those coordinated to it on the left."""
        chunk = self.chunks[i]
        if chunk.kind == "relative":
            return self.antecedent(i)
        start = self.chain(i)
        if self.is_time(chunk) or self.tagged.tokens[chunk.head].lemma in self.shapes.reflexive:
            return ()
        last = end - 1
        while last > chunk.first and self.tagged.tokens[last].pos == "PART":
            last -= 1
        named = chunk.head if last + 1 == chunk.body else last  # before a bracketed short form
        if thing or participant(self.tagged, named, self.named):
            single = start == i and last == chunk.first and self.tagged.tokens[last].pos == "PRON"
            party = Party(self.chunks[start].first, last + 1, why, pronoun=single)
        else:
            return self.owners(i, why) or self.inside(chunk.first, end, why) or self.beyond(start, why)
        return (*self.coordinated(start, why), party)

    def owners(self, i: int, why: str) -> tuple[Party, ...]:
        """The nearest participant in the genitives before chunk `i`."""
        start = self.chain(i)
        for k in range(i - 1, start - 1, -1):
            chunk = self.chunks[k]
            if self.tagged.tokens[chunk.head].lemma in self.shapes.reflexive:
                return ()
            if participant(self.tagged, chunk.head, self.named) and not self.is_time(chunk):
                party = Party(self.chunks[start].first, chunk.body, why)
                return (*self.coordinated(start, why), party)
            if found := self.inside(chunk.first, chunk.body, why):
                return found
        return ()

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
        return ()

    def inside(self, first: int, end: int, why: str) -> tuple[Party, ...]:
        """A name (or a country's adjective) within a group that itself names a thing: `रूसी नीति`."""
        for t in range(end - 1, first - 1, -1):
            name = self.named.get(t)
            acts = self.tagged.tokens[t].pos in ("NOUN", "PROPN")
            if name is not None and any(n.kind in OWNING or (n.kind == "role" and acts) for n in name.names):
                return (Party(max(first, name.first), min(end, name.last), why),)
        return ()

    def coordinated(self, start: int, why: str) -> tuple[Party, ...]:
        """Participants joined to the left by और or commas, which share the postposition."""
        out: list[Party] = []
        k = start - 1
        while k > 0:
            mark = self.chunks[k]
            word = self.tagged.tokens[mark.first]
            joined = mark.kind == "join" and word.lemma in self.shapes.join
            if not joined and not (out and mark.kind == "mark" and word.norm in self.shapes.commas):
                break  # a comma joins only in a list that has its और: A, B और C ने
            before = self.chunks[k - 1]
            if (
                before.kind != "noun"
                or before.case not in (DIRECT, self.chunks[start].case)
                or not (participant(self.tagged, before.head, self.named) or before.head in self.named)
                or self.is_time(before)
            ):
                break
            first = self.chain(k - 1)
            out.append(Party(self.chunks[first].first, before.body, why))
            k = first - 1
        return tuple(reversed(out))

    def antecedent(self, i: int) -> tuple[Party, ...]:
        for clause in self.clauses:
            if (i in clause.chunks or i in clause.outer) and clause.antecedent >= 0 and clause.kind == "relative":
                chunk = self.chunks[clause.antecedent]
                return self.phrase(clause.antecedent, chunk.body, "relative")
        chunk = self.chunks[i]
        return (Party(chunk.first, chunk.body, "relative"),)

    def is_time(self, chunk: Chunk) -> bool:
        return self.tagged.tokens[chunk.head].readings[0].sem == "time"
