"""Participants that the clause of an act leaves out because a clause beside it names them.

Headlines tell a story in pieces (`पार्षद ने तोड़ा गेट, निगम ने कराई रिपोर्ट`), and prose tells what follows from an
act without naming its people again. Who is meant depends on the act: one is arrested for what one did, and wounded
where one was attacked; `unsaid` in `plover.toml` says which of the two a type and mode wants.
"""

import msgspec

from ghatna.frame.content import Found, receivers
from ghatna.frame.topics import TELLING, Topics, shared
from ghatna.lexicon.cases import AGAINST, ERGATIVE, FOR, FROM, GENITIVE, OBJECT, ON, WITH
from ghatna.model import Draft, Party

BEFORE, AFTER = "clause before", "clause after"
SOMEBODY = frozenset(("karma", OBJECT, FROM, ON, AGAINST, GENITIVE, WITH))
"""Slots that take somebody to whom an act is done."""
OFFENDER, SUSPECT, VICTIM, OTHER, FAVOURED = "offender", "suspect", "victim", "other side", "favoured"
ACCUSED = (OFFENDER, SUSPECT)
CONFLICT = (3, 4)
FORCE = 4
NEAR = 2
"""Clauses back in which a topic is looked for."""


class Carrier(Topics):
    """Looks for unsaid participants in one sentence."""

    def recipients(self, one: Found, mode: str | None, earlier: list[Found]) -> tuple[Party, ...]:
        """Whom an act is done to that names nobody, from the act or the clause before it."""
        row = one.candidate.frame.row
        needed = "recipient" in row.needs and self.labels.types[row.type].quad in CONFLICT
        if one.candidate.event and self.labels.types[row.type].saying:
            if asked := self.met_before(one, earlier) or self.written_to(one):
                return _unlike(asked, one)
        wanted = self.labels.unsaid(row.type, mode) or (VICTIM if needed else "")
        if not wanted or not SOMEBODY & {slot.split("?")[0] for slot in row.recipient}:
            return ()
        clause = self.roles.clauses[one.candidate.clause]
        if clause.kind in ("conditional", "participle", "agentive") or (
            clause.kind == "relative" and not self.ensues(one)
        ):
            return ()
        if wanted == SUSPECT and self.owned(one):
            return ()  # दो लोग गिरफ्तार, | धमाके की जांच जारी: it is told what is looked into
        if wanted == VICTIM and (meant := self.purpose(one)):
            return meant
        if wanted in (FAVOURED, OTHER) and (meant := self.concerned(one)):
            return _unlike(meant, one)
        if wanted == FAVOURED:
            return ()
        before = self.act_before(one, earlier)
        if before is not None and self.again(before, one):
            return tuple(Party(p.first, p.last, BEFORE, pronoun=p.pronoun) for p in before.recipients)
        found = self.of_act(wanted, before, one) if before is not None else self.of_topic(wanted, one)
        if before is not None and not found and self.judged_by(wanted, before):
            found = self.of_topic(wanted, one)
        if not found and wanted == OTHER and clause.verb < 0:
            found = self.told_next(one)
        if {self.words(p) for p in found} & {self.words(p) for p in one.actors}:
            return ()  # सेना ने रोकने का प्रयास किया, फिर | सेना ने गोली चलाई
        return tuple(Party(p.first, p.last, BEFORE, pronoun=p.pronoun) for p in found)

    def lead(self, met: Found) -> tuple[Party, ...]:
        """Who of those that meet is told to have met the others."""
        if not met.candidate.frame.row.both or len(met.actors) < 2:
            return ()
        lead = tuple(p for p in met.actors if p.why == ERGATIVE)
        return lead if len(lead) < len(met.actors) else ()

    def partners(self, one: Found, earlier: list[Found]) -> tuple[Party, ...]:
        """With whom somebody does what a piece tells who met them before: मोदी से | मिले पुतिन, | होगी वार्ता."""
        before = self.act_before(one, earlier)
        first = min(self.roles.clauses[one.candidate.clause].chunks, default=0)
        own = any(p.last > self.roles.chunks[first].first for p in one.actors)
        if before is None or own or not before.candidate.frame.row.both:
            return ()
        return before.actors if shared(before.actors, one.actors) else ()

    def met_before(self, one: Found, earlier: list[Found]) -> tuple[Party, ...]:
        """Whom somebody met who asks something in the verbless piece after that."""
        met = self.act_before(one, earlier) if self.roles.clauses[one.candidate.clause].verb < 0 else None
        lead = self.lead(met) if met is not None else ()
        return tuple(p for p in met.actors if p not in lead) if met is not None and lead else ()

    def words(self, party: Party) -> tuple[str, ...]:
        return tuple(t.norm for t in self.roles.tagged.tokens[party.first : party.last])

    def again(self, before: Found, one: Found) -> bool:
        """Whether the same doer blames the same people once more: मंत्री पर बरसे और | कई आरोप लगाए."""
        a, b = before.candidate.frame.row.type, one.candidate.frame.row.type
        return a == b and self.labels.types[b].blames and _spans(before.actors) == _spans(one.actors) != set()

    def purpose(self, one: Found) -> tuple[Party, ...]:
        """Whom the infinitive that tells what an act is for is done to: भीड़ को | रोकने के लिए | सेना ने की गोलीबारी."""
        for n, clause in enumerate(self.roles.clauses):
            if clause.kind != "infinitive" or clause.parent != one.candidate.clause or clause.verb < 0:
                continue
            group = self.roles.chunks[clause.verb].verb
            if group is not None and group.case == FOR and self.roles.chunks[clause.verb].last <= one.candidate.first:
                return receivers(n, self.roles, self.filler, one.actors, (OBJECT,))
        return ()

    def doers(self, one: Found, earlier: list[Found]) -> tuple[Party, ...]:
        """Who says what a verbless piece tells, from the clause before: किसानों ने किया प्रदर्शन, कर्ज माफी की मांग."""
        row, clause = one.candidate.frame.row, self.roles.clauses[one.candidate.clause]
        if clause.verb >= 0 and not self.passive(clause):
            return ()
        if self.labels.types[row.type].quad == FORCE:
            return self.force(one)
        told = self.labels.types[row.type].saying or self.charges(one)
        if not one.candidate.event or not told:
            return ()
        before = self.act_before(one, earlier)
        if before is not None and not self.beside(before, one):
            before = None  # X ने दागी मिसाइल, Y में हड़कंप, | लोगों को निर्देश
        found = before.actors if before is not None else ()
        if before is not None and (lead := self.lead(before)):
            found = lead  # सांसद ने मंत्री से | की मुलाकात, | सड़क बनाने की मांग
        if before is not None and not found and self.roles.clauses[before.candidate.clause].verb < 0:
            return ()  # नर्स सस्पेंड, | डॉक्टरों को नोटिस: to whom it was done
        if not found:
            index = self.telling_before(one)
            apart = index < 0 or self.roles.clauses[index].speaker != clause.speaker or self.label(index)
            found = () if apart else self.filler.karta(self.roles.clauses[index], index, None, 1)
        if shared(found, one.recipients) or not all(self.known(p) for p in found):
            return ()
        return tuple(Party(p.first, p.last, BEFORE, pronoun=p.pronoun) for p in found)

    def act_before(self, one: Found, earlier: list[Found]) -> Found | None:
        """The act told last before this one: of the frames that fit its words the most specific."""
        told = [f for f in earlier if self.follows(f, one)]
        if not told:
            return None
        nearest = max(f.candidate.clause for f in told)
        return max((f for f in told if f.candidate.clause == nearest), key=lambda f: f.rank)

    def follows(self, before: Found, one: Found) -> bool:
        """Whether an act is told after another one in the same voice."""
        clauses = self.roles.clauses
        a, b = before.candidate, one.candidate
        within = clauses[a.clause].kind == "infinitive" and clauses[a.clause].parent == b.clause  # हटाने की | मांग
        same = clauses[a.clause].speaker == clauses[b.clause].speaker
        return a.clause != b.clause and a.last <= b.first and same and not within

    def addressee(self, one: Found) -> tuple[Party, ...]:
        """Whom the piece before a verb of saying that names no speaker is turned to, who is spoken to in the words that
        follow, too: भारत ने | कनाडा को | दिया झटका, कहा- अपने राजनयिक वापस बुलाएं."""
        clauses, index = self.roles.clauses, one.candidate.clause - 1
        if index < 0 or clauses[index].speaker != clauses[one.candidate.clause].speaker:
            return ()
        inside = range(min((*clauses[index + 1].chunks, len(self.roles.chunks))), len(self.roles.chunks))
        if any(self.roles.chunks[i].first <= p.first < self.roles.chunks[i].last for p in one.actors for i in inside):
            return ()  # he is named anew: …, मंत्री ने कहा- …
        found = self.turned_to(index)
        return found if all(self.known(p) for p in found) and not shared(found, one.actors) else ()

    def of_act(self, wanted: str, before: Found, one: Found) -> tuple[Party, ...]:
        row = before.candidate.frame.row
        did = self.labels.unsaid(row.type, row.mode)
        if (wanted in ACCUSED and did in ACCUSED) or (wanted == did == OTHER and self.joins(one)):
            found = before.recipients
        elif wanted == did == VICTIM and (
            not one.actors or not before.actors or not _apart(before, one) or self.does_too(before, one)
        ):
            found = before.recipients
        elif self.judged_by(wanted, before):
            found = before.recipients
        elif wanted == did == VICTIM and not before.recipients:
            found = ()  # two did it to one whom nobody names
        elif self.labels.types[row.type].quad in CONFLICT or wanted not in ACCUSED:
            found = () if _himself(one) else before.actors
        else:
            found = ()
        return found if not shared(found, one.actors) else ()

    def judged_by(self, wanted: str, before: Found) -> bool:
        """Whether an act is one by which police or a court deal with somebody: अदालत ने अर्जी ठुकराई, | ये हैं आरोप."""
        quad = self.labels.types[before.candidate.frame.row.type].quad
        spoken = quad in CONFLICT and quad != FORCE
        return wanted in ACCUSED and spoken and bool(before.actors) and self.law(before.actors)

    def does_too(self, before: Found, one: Found) -> bool:
        """Whether others do the same once more: पिता ने बेटी से किया दुष्कर्म, | दो और ने भी किया."""
        return before.candidate.frame.row.id == one.candidate.frame.row.id and self.joins(one)

    def beside(self, before: Found, one: Found) -> bool:
        """Whether no piece that tells something stands between two acts."""
        between = range(before.candidate.clause + 1, one.candidate.clause)
        return not any(self.roles.clauses[n].kind in TELLING for n in between)

    def joins(self, one: Found) -> bool:
        """Whether a doer does what was told of another one: …, अनुपम खेर ने भी साधा निशाना."""
        tokens, shapes = self.roles.tagged.tokens, self.filler.shapes
        clause = self.roles.clauses[one.candidate.clause]
        if any(tokens[self.roles.chunks[i].first].norm in shapes.then for i in clause.chunks):
            return False  # … ने कसा तंज तो मंत्री ने भी किया पलटवार: an answer
        return any(t.norm in shapes.too for p in one.actors for t in tokens[p.last : p.last + 2])

    def of_topic(self, wanted: str, one: Found) -> tuple[Party, ...]:
        """Whom the clauses before are about: who acts there, else whom they name with a postposition."""
        clauses = self.roles.clauses
        speaker = clauses[one.candidate.clause].speaker
        if wanted == SUSPECT or (wanted == OTHER and clauses[one.candidate.clause].verb < 0):
            return ()  # ‘…’, विपक्ष का तंज: what stands before is what was said
        near = [
            n
            for n in range(one.candidate.clause - 1, -1, -1)
            if clauses[n].speaker == speaker
            and clauses[n].kind in TELLING
            and clauses[n].parent != one.candidate.clause
            and not self.label(n)
            and n != speaker
            and not (wanted == VICTIM and self.says(n))
        ]
        for n in near[:NEAR]:
            doer = () if _himself(one) else self.filler.karta(self.roles.clauses[n], n, None, 1)
            named = self.named(n)
            if wanted == OTHER and _himself(one) and len(named) == 1 and not doer:
                named = ()  # रूस को यह रास नहीं आया और | उसने इसे उकसावा बताया: he is the one named
            if wanted in ACCUSED and doer and self.law(doer):
                doer = ()
            for found in (named, doer) if wanted == VICTIM else (doer, named):
                known = all(self.known(p) for p in found) and not shared(found, one.actors)
                if found and known and found[-1].last <= one.candidate.first:
                    return found
        return ()

    def judged(self, draft: Draft, found: list[Draft]) -> tuple[Party, ...]:
        """Who did what somebody is blamed, praised or punished for in the clause that it hangs on: किसानों को रोकने पर |
        सरकार की आलोचना की, पथराव करने पर | तीन लोगों को गिरफ्तार किया."""
        clause = self.roles.clauses[draft.clause]
        group = self.roles.chunks[clause.verb].verb if clause.verb >= 0 else None
        if group is None or group.form != "inf" or group.case not in (ON, *self.filler.shapes.because):
            return ()
        for other in found:
            answers = self.labels.types[other.type].factive or self.labels.unsaid(other.type, other.mode) in ACCUSED
            over = other.clause == clause.parent and answers
            if over and _spans(other.actors) == _spans(draft.actors) and not shared(other.recipients, draft.recipients):
                return other.recipients
        return ()

    def actors(self, found: list[Draft]) -> list[Draft]:
        """Drafts whose doer a later piece names: तीन की हत्या, बदमाशों ने मारी गोली; अर्जी खारिज, हाईकोर्ट ने कहा …"""
        out = list(found)
        for n, draft in enumerate(out):
            if judged := self.judged(draft, found):
                out[n] = msgspec.structs.replace(draft, actors=_behind(judged))
        for n, draft in enumerate(out):
            kind = self.labels.types[draft.type]
            if draft.actors or not (kind.quad in CONFLICT or kind.decided):
                continue
            clause = self.roles.clauses[draft.clause]
            twin = next(
                (d for d in out[n + 1 :] if d.type == draft.type and d.status == draft.status and d.actors), None
            )
            doers: tuple[Party, ...] = ()
            verbless = clause.verb < 0
            if (
                verbless
                and twin is not None
                and twin.clause != draft.clause
                and _spans(twin.recipients) == _spans(draft.recipients)
            ):
                doers = twin.actors
            elif verbless and self.labels.types[draft.type].decided:
                doers = self.body_after(draft) or self.body_before(draft)
            if doers and not shared(doers, draft.recipients):
                out[n] = msgspec.structs.replace(draft, actors=_behind(doers))
        return out

    def body_after(self, draft: Draft) -> tuple[Party, ...]:
        """The institution that acts in the next clause: it decided what the piece before tells."""
        index = draft.clause + 1
        if index >= len(self.roles.clauses):
            return ()
        for i in self.roles.clauses[index].chunks:
            chunk = self.roles.chunks[i]
            if chunk.kind == "noun" and chunk.case == ERGATIVE:
                body = self.roles.tagged.tokens[chunk.head].readings[0].sem == "body"
                return self.filler.groups.phrase(i, chunk.body, ERGATIVE) if body else ()
        return ()

    def body_before(self, draft: Draft) -> tuple[Party, ...]:
        """The court from which somebody gets his fortune in the piece before: मंत्री को | अदालत से | झटका, अर्जी खारिज."""
        for i in self.fortune(draft.clause):
            chunk = self.roles.chunks[i]
            if chunk.case == FROM and (found := self.filler.groups.phrase(i, chunk.body, FROM)) and self.law(found):
                return found
        return ()


def _unlike(parties: tuple[Party, ...], one: Found) -> tuple[Party, ...]:
    if shared(parties, one.actors):
        return ()
    return tuple(Party(p.first, p.last, BEFORE, pronoun=p.pronoun) for p in parties)


def _behind(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(Party(p.first, p.last, AFTER, pronoun=p.pronoun) for p in parties)


def _himself(one: Found) -> bool:
    """Whether a pronoun did it, which most likely means who acted before: अदालत ने जवाब मांगा, हालांकि | उसने मना किया."""
    return any(p.pronoun for p in one.actors)


def _apart(a: Found, b: Found) -> bool:
    return not shared(a.actors, b.actors)


def _spans(parties: tuple[Party, ...]) -> set[tuple[int, int]]:
    return {(p.first, p.last) for p in parties}
