"""Who did it and to whom: the slots of a frame filled from the roles of its clause."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from ghatna.frame.groups import Groups
from ghatna.frame.match import Candidate
from ghatna.frame.vocabulary import says
from ghatna.lexicon.cases import AGAINST, DIRECT, ERGATIVE, FROM, GENITIVE, IN, OBJECT, ON, WITH
from ghatna.lexicon.rules import ClauseWords, Rules
from ghatna.model import Chunk, Clause, Party, Roles
from ghatna.parse.participant import ACTING, participant

KARAKAS = frozenset(("karta", "karma", "sampradan", "apadan", "sahakarta", "karan", "adhikaran"))
DEEP = 3
"""How far a shared doer is looked for through clauses that depend on one another."""


REGIONS = frozenset(("karma", OBJECT, AGAINST, "apadan", FROM))
"""Slots in which a region is somebody (गाजा को मदद), not the scene."""
INNER = frozenset((OBJECT, FROM, ON, IN, WITH, AGAINST))
"""Cases of groups that belong to an adnominal participle when they touch it."""
GOALS = frozenset(("country", "seat", "region", "place"))


class Slot(Struct, frozen=True):
    """A slot as written in a frame: `पर?thing`, `पर/का`, `@attack में/का`, `karta`, `में:party`."""

    case: str
    thing: bool = False
    owner: bool = False
    among: str = ""
    kind: str = ""

    @classmethod
    @cache
    def read(cls, text: str) -> "Slot":
        """The slot of its written form; frames have few, so each is read once."""
        text, _, kind = text.partition(":")
        thing = text.endswith("?thing")
        text = text.removesuffix("?thing")
        owner = "/" in text
        text = text.split("/")[0]
        among = ""
        if text.startswith("@"):
            among, _, text = text[1:].partition(" ")
        return cls(text, thing, owner, among, kind)


class Filler:
    """Finds participants for one sentence."""

    def __init__(self, roles: Roles, rules: Rules) -> None:
        self.roles, self.rules = roles, rules
        self.tagged, self.chunks, self.clauses = roles.tagged, roles.chunks, roles.clauses
        self.shapes: ClauseWords = rules.clauses
        self.groups = Groups(roles, self.shapes)
        self.named = self.groups.named
        self.inner = dict(self._inner())

    def _inner(self) -> Iterator[tuple[int, Clause]]:
        """Marked groups right before a participle that tells about a noun, with their owners: they are that
        participle's (किसानों को | दिए जाने वाले | ऋण पर), not shared with the verb after it."""
        for clause in self.clauses:
            if clause.kind in ("participle", "agentive") and clause.antecedent >= 0 and clause.chunks:
                last = clause.chunks[-1]
                if last + 1 == clause.verb and self.chunks[last].case in INNER:
                    yield from ((i, clause) for i in range(self.groups.chain(last), last + 1))

    def claimed(self, i: int, candidate: Candidate) -> bool:
        """Whether chunk `i` is a participle's own, and neither that nor the noun that it tells about is the act's."""
        clause = self.inner.get(i)
        if clause is None or self.chunks[clause.antecedent].case == DIRECT:
            return False  # दक्षिण अफ्रीका को मिलने वाली मदद रोकी: who gets the object is who loses it
        verb, told = self.chunks[clause.verb], self.chunks[clause.antecedent]
        return not any(c.first < candidate.last and candidate.first < c.last for c in (verb, told))

    def fill(self, slots: tuple[str, ...], candidate: Candidate, *, taken: tuple[Party, ...] = ()) -> tuple[Party, ...]:
        """Participants of the first slot that has any; `taken` ones do not count again."""
        for text in slots:
            slot = Slot.read(text)
            found = tuple(
                rest for p in self.slot(slot, candidate, taken) if (rest := self.beside_taken(p, taken)) is not None
            )
            if found:
                return found
        return ()

    def beside_taken(self, party: Party, taken: tuple[Party, ...]) -> Party | None:
        """A participant without the owner before it that is a participant already: विपक्ष की | सरकार से मांग."""
        for other in taken:
            if other.first < party.last and party.first < other.last:
                if other.first != party.first or other.last >= party.last:
                    return None
                end = next(c.last for c in self.chunks if c.first < other.last <= c.last)
                if end >= party.last:
                    return None
                party = Party(end, party.last, party.why, pronoun=party.pronoun)
        return party

    def slot(self, slot: Slot, candidate: Candidate, taken: tuple[Party, ...] = ()) -> tuple[Party, ...]:
        clause = self.clauses[candidate.clause]
        if slot.case == "karta":
            return self.doer(candidate, taken) or (self.thing(candidate) if slot.thing else ())
        if slot.case == "speaker":
            return self.said_by(clause)
        if slot.case == GENITIVE:
            found = (
                self.owner_of_trigger(candidate)
                or self.owner_of_object(candidate, thing=slot.thing)
                or self.groups.before_scene(candidate.noun, candidate.noun_last)
                or self.groups.doer_of_infinitive(GENITIVE, candidate.noun)
            )
            return found if not slot.kind or (found and self.of_kind(slot.kind, found[-1].last - 1)) else ()
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
            if slot.kind and not self.of_kind(slot.kind, chunk.body - 1):
                continue
            end = self.free(chunk, candidate)
            if end is None:
                continue
            if chunk.last == chunk.body and (whole := self.groups.last_listed(i)) > i:
                i, chunk = whole, self.chunks[whole]
                end = chunk.body
            if slot.owner:
                found = self.groups.inside(chunk.first, chunk.head, slot.case) or self.groups.owners(i, slot.case)
            else:
                placed = self.named.get(end - 1)
                region = slot.case in REGIONS and placed is not None and any(n.kind == "region" for n in placed.names)
                found = self.groups.phrase(i, end, slot.case, thing=slot.thing or region)
            if found:
                return found
        if slot.case == "karma":
            return self.whose(candidate)
        return self.groups.doer_of_infinitive(slot.case, candidate.first) if slot.case == ON else ()

    def owner_of_object(self, candidate: Candidate, *, thing: bool) -> tuple[Party, ...]:
        """Whose the object is that a verb alone is told of: पाकिस्तान की | सहायता | रोक दी."""
        verb = self.clauses[candidate.clause].verb
        if not candidate.frame.row.direct or verb < 2 or self.chunks[verb - 1].case != DIRECT:
            return ()
        if 0 <= candidate.noun < self.chunks[verb].first:
            return ()
        at = verb - 1
        while at > 2 and self.chunks[at - 1].kind == "join" and self.chunks[at - 2].case == DIRECT:
            at -= 2  # गांवों की | बिजली और पानी
        owner = self.chunks[at - 1]
        if owner.kind != "noun" or owner.case != GENITIVE or not self.groups.owns(at - 1):
            return ()
        return self.groups.phrase(at - 1, owner.body, GENITIVE, thing=thing)

    def thing(self, candidate: Candidate) -> tuple[Party, ...]:
        """The unmarked subject of a clause as it stands, be it a thing: कई वाहन क्षतिग्रस्त हो गए."""
        for role in reversed(self.roles.roles[candidate.clause]):
            chunk = self.chunks[role.chunk]
            end = self.free(chunk, candidate) if role.karaka == "karta" and chunk.case == DIRECT else None
            if end is not None and end > chunk.first:
                return self.groups.phrase(role.chunk, end, "karta", thing=True)
        return ()

    def whose(self, candidate: Candidate) -> tuple[Party, ...]:
        """Whose the trigger's own noun is, where that noun is the object: गांव की बिजली काट दी."""
        i = next((k for k, c in enumerate(self.chunks) if c.first == candidate.noun), 0)
        before = self.chunks[i - 1] if i else None
        if before is None or before.kind != "noun" or before.case != GENITIVE or before.last != candidate.noun:
            return ()
        placed = self.named.get(before.head)
        region = placed is not None and any(n.kind in GOALS for n in placed.names)
        return self.groups.phrase(i - 1, before.body, GENITIVE, thing=region)

    def order(self, clause: Clause, candidate: Candidate) -> list[int]:
        """Chunks near the trigger first: those before it from the right, then those after it, then shared ones."""
        if candidate.event and candidate.first < candidate.noun:  # मुंबई में हुए हमलों के बाद: what follows is another's
            within = [i for i in clause.chunks if candidate.first < self.chunks[i].first < candidate.noun]
            before = [i for i in (*clause.outer, *clause.chunks) if self.chunks[i].last <= candidate.first]
            return [*reversed(within), *reversed(before)]
        before = [i for i in clause.chunks if self.chunks[i].first < candidate.first]
        inside = [i for i in clause.chunks if candidate.first <= self.chunks[i].first < candidate.last]
        after = [i for i in clause.chunks if self.chunks[i].first >= candidate.last]
        shared = [i for i in reversed(clause.outer) if not self.claimed(i, candidate)]
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
        """Whether a clause has another unmarked group before chunk `i`, or somebody after its verb (काबुल पहुंचे मंत्री)."""
        clause = self.clauses[candidate.clause]
        behind = clause.verb + 1
        while behind < len(self.chunks) and self.chunks[behind].case == GENITIVE:
            behind += 1
        return any(
            self.chunks[k].case in (DIRECT, ERGATIVE) and self.chunks[k].kind == "noun"
            for k in (*clause.outer, *clause.chunks)
            if k < i or (k == behind and participant(self.tagged, self.chunks[k].head, self.named))
        )

    def among(self, name: str, chunk: Chunk) -> bool:
        head = self.tagged.tokens[chunk.head]
        return any(says(head, words[-1]) for words in self.rules.classes.get(name, ()))

    def of_kind(self, kind: str, token: int) -> bool:
        """Whether the head of a group is a name of this kind: भाजपा में शामिल, not बैठक में शामिल."""
        name = self.named.get(token)
        return name is not None and any(n.kind == kind for n in name.names)

    def homes(self, party: Party) -> frozenset[str]:
        """The countries that the names of a participant are of."""
        names = (self.named[t] for t in range(party.first, party.last) if t in self.named)
        return frozenset(n.country for name in names for n in name.names if n.country)

    def public(self, party: Party) -> bool:
        """Whether a participant is somebody of public life; a pronoun is one when the sentence has named one before."""
        if any(t in self.named for t in range(party.first, party.last)):
            return True
        chunk = next(c for c in self.chunks if c.first <= party.first < c.last)
        doer = chunk.case in (DIRECT, ERGATIVE) and self.tagged.tokens[party.first].lemma in self.shapes.personal
        return doer and any(
            bool({n.kind for n in at.names} & ACTING) for at in self.tagged.names if at.last <= party.first
        )

    def free(self, chunk: Chunk, candidate: Candidate) -> int | None:
        """Where the part of a chunk that is not the trigger ends; None when nothing is left."""
        if candidate.noun >= 0 and chunk.first < candidate.noun_last and candidate.noun < chunk.last:
            end = min(candidate.noun, chunk.body)
            if end < chunk.body and self.tagged.tokens[end].pos == "NOUN":
                while end > chunk.first and self.tagged.tokens[end - 1].pos in ("NUM", "DET"):
                    end -= 1  # सारी | सीमाएं सील कीं: the number is the trigger's
            return end if end > chunk.first else None
        return chunk.body

    def two(self, party: Party) -> bool:
        """Whether one group names both sides: दोनों देशों ने."""
        return self.tagged.tokens[party.first].lemma in self.shapes.both

    # ── the doer ──

    def doer(self, candidate: Candidate, taken: tuple[Party, ...] = ()) -> tuple[Party, ...]:
        def free(found: tuple[Party, ...]) -> tuple[Party, ...]:
            return () if any(p.first < q.last and q.first < p.last for p in found for q in taken) else found

        clause = self.clauses[candidate.clause]
        if candidate.bare in self.shapes.transitive_light:
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

    def said_by(self, clause: Clause) -> tuple[Party, ...]:
        """Who says what the clause says: उन्होंने कहा कि …"""
        said = clause.speaker
        if said < 0:
            return ()
        told = self.clauses[said]
        if told.verb < 0:
            return self.speaker(told) or self.karta(told, said, None, 2)
        return self.karta(told, said, None, 2) or self.speaker(told)

    def speaker(self, clause: Clause) -> tuple[Party, ...]:
        """Who speaks where no doer is marked: the genitive of `X का कहना है`, the single noun before a colon."""
        order = [*clause.chunks, *clause.outer]
        if clause.verb < 0:
            order.reverse()  # … पर मंत्री का दावा: nearest to what is claimed
        for cases in ((GENITIVE, DIRECT, ERGATIVE), (OBJECT,)):  # पुलिस को शक है कि …
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
        for i in reversed((*clause.outer, *clause.chunks)):
            chunk = self.chunks[i]
            if chunk.case == IN and self.tagged.tokens[chunk.head].lemma in self.shapes.documents:
                return self.groups.owners(i, IN) or self.groups.phrase(i, chunk.body, IN, thing=True)
        return ()

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
        told = self.told(clause, "karta")
        if told:
            return told
        mine = [r.chunk for r in self.roles.roles[index] if r.karaka == "karta"]
        # ने before द्वारा: the latter may belong to an infinitive of the clause (X ने Y द्वारा जांच का भरोसा दिया)
        marked = sorted(
            (i for i in mine if self.chunks[i].case != DIRECT), key=lambda i: self.chunks[i].case != ERGATIVE
        )
        plain = sorted(i for i in mine if self.chunks[i].case == DIRECT)
        if clause.verb >= 0 and not self.bids(clause):  # अपने बच्चों को बनाएं ‘सैनिक’: what one ought to make
            plain.sort(key=lambda i: i < clause.verb)  # a headline's subject after its verb: भड़के मुसलमान
        for i in (*marked, *(self.last_joined(k) for k in plain)):
            end = self.chunks[i].body if candidate is None else self.free(self.chunks[i], candidate)
            if end is not None and (found := self.groups.phrase(i, end, self.chunks[i].case)):
                # An owner inside an unmarked group does not make the group a doer.
                if self.chunks[i].case != DIRECT or participant(self.tagged, end - 1, self.named):
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
            if self.label(clause.parent):
                return ()
            if self.answers(clause, parent):
                return self.karta(self.clauses[parent.parent], parent.parent, None, depth - 1)
            above_it = self.karta(parent, clause.parent, None, depth - 1)
            return above_it or (self.owner_of_piece(parent) if clause.verb >= 0 else ())
        return ()

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

    def owner_of_piece(self, clause: Clause) -> tuple[Party, ...]:
        """Whose the last noun of a verbless piece is, for the verb after it: मंत्री का बड़ा बयान, कहा- …"""
        nouns = [i for i in clause.chunks if self.chunks[i].kind == "noun"]
        if clause.verb >= 0 or not nouns or self.chunks[nouns[-1]].case != DIRECT:
            return ()
        for i in reversed(nouns[:-1]):
            chunk = self.chunks[i]
            own = chunk.case == GENITIVE and participant(self.tagged, chunk.head, self.named)
            if own and (i + 1 == nouns[-1] or not self.groups.owns(i)):
                return self.groups.phrase(i, chunk.body, GENITIVE)
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

    def told(self, clause: Clause, karaka: str) -> tuple[Party, ...]:
        """The noun that a participle tells about: doer of an active one, object of a passive one."""
        if clause.kind not in ("participle", "agentive") or clause.antecedent < 0 or clause.verb < 0:
            return ()
        group = self.chunks[clause.verb].verb
        assert group is not None
        if (group.voice == "passive") == (karaka == "karma"):
            i = clause.antecedent
            while self.chunks[i].case == GENITIVE and i + 1 < len(self.chunks) and self.chunks[i + 1].kind == "noun":
                if participant(self.tagged, self.chunks[i].head, self.named):
                    break
                i += 1
            return self.groups.phrase(i, self.chunks[i].body, "told")
        return ()

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

    def owner_of_trigger(self, candidate: Candidate) -> tuple[Party, ...]:
        """The genitive of the trigger's noun, or a country's adjective before it: `रूस का हमला`, `रूसी हमला`."""
        if candidate.noun < 0:
            return ()
        i = next((k for k, c in enumerate(self.chunks) if c.first <= candidate.noun < c.last), -1)
        if i < 0:
            return ()
        chunk = self.chunks[i]
        if chunk.body <= candidate.noun:  # पुलिसवालों | की जान ली: the mark is the trigger's
            return self.groups.phrase(i, chunk.body, GENITIVE)
        if chunk.first < candidate.noun:
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
            owned = scene and not self.mannered(k) and not placed
            k = (self.groups.chain(k) if owned else k) - 1
        while k >= 0 and self.chunks[k].kind == "noun" and self.chunks[k].case == GENITIVE:
            found = self.groups.phrase(k, self.chunks[k].body, GENITIVE)
            if found:
                return found
            k = self.groups.chain(k) - 1  # नेता की | परमाणु हमले की | धमकी: both own the last
        if (
            candidate.event
            and candidate.noun_last - candidate.noun > 1
            and participant(self.tagged, candidate.noun, self.named)
        ):
            return (Party(candidate.noun, candidate.noun + 1, GENITIVE),)
        return ()

    def reaches_over(self, k: int, i: int, candidate: Candidate) -> bool:
        """Whether a genitive may belong to the trigger's noun in chunk `i` though chunk `k` stands between them."""
        verb, chunk = self.clauses[candidate.clause].verb, self.chunks[k]
        if self.passes(k, candidate.event and verb < 0) or self.meets(k, candidate):
            return True
        if 0 <= verb < i and k == verb:
            return True  # बच्ची का | एक महीने तक | किया | शोषण
        between = chunk.kind == "noun" and (chunk.case != DIRECT or self.groups.is_time(chunk))
        return between and self.dangling(k, candidate)

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
