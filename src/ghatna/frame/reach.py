"""Which noun groups are in reach of an act, and which belong to another."""

from collections.abc import Iterator

from ghatna.frame.candidate import Candidate
from ghatna.frame.groups import Groups
from ghatna.lexicon.cases import (
    ABOUT,
    AFTER,
    AGAINST,
    BEFORE,
    DIRECT,
    DURING,
    ERGATIVE,
    FOR,
    FROM,
    IN,
    INSTEAD,
    OBJECT,
    ON,
    WITH,
)
from ghatna.lexicon.rules import ClauseWords, Rules
from ghatna.model import Chunk, Clause, Roles
from ghatna.parse.participant import participant

INNER = frozenset((OBJECT, FROM, ON, IN, WITH, AGAINST))
"""Cases of groups that belong to an adnominal participle when they touch it."""
OCCASIONS = frozenset((BEFORE, AFTER, DURING))
"""Cases of events that only tell when something else is done."""
BESIDE = 4
"""Groups after a companion in which the event stands that it belongs to."""


class Reach:
    """The groups of one sentence in reach of an act."""

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

    def taken_within(self, i: int, clause: Clause, candidate: Candidate) -> bool:
        """Whether a shared chunk belongs to a clause within."""
        return (
            self.claimed(i, candidate)
            or self.charged(i, clause)
            or self.purposed(i, candidate)
            or self.aimed_at(i, candidate)
            or self.of_other_meeting(i)
            or self.of_another(i)
        )

    def of_another(self, i: int) -> bool:
        """Whether chunk `i` belongs to an infinitive whose doer is told: इजरायल के | गाजा पर | हमला करने के बाद | …"""
        if self.chunks[i].case == OBJECT:
            return False  # लड़के को | गाना गाने पर | सजा दी
        within = next((c for c in self.clauses if i in c.chunks), None)
        return within is not None and bool(self.groups.doing.intersection(within.chunks))

    def aimed_at(self, i: int, candidate: Candidate) -> bool:
        """Whether chunk `i` is what the infinitive is done to that tells what an act is about or instead of what it is
        done: सरकार को | गिराने को लेकर | लगे आरोपों को निराधार बताया."""
        k = i + 1
        between = self.chunks[k] if k < len(self.chunks) else None
        if between is not None and between.case == DIRECT and self.tagged.tokens[between.head].pos == "ADJ":
            k += 1  # तूफान को | शांत | करने के बजाय
        after = self.chunks[k].verb if k < len(self.chunks) else None
        if self.chunks[i].case != OBJECT or after is None or after.form != "inf":
            return False
        rest = self.chunks[k + 1 : self.at(candidate.first)]
        doer = next((n for n, c in enumerate(rest) if c.case == ERGATIVE), len(rest))
        other = any(c.case == OBJECT and participant(self.tagged, c.head, self.named) for c in rest[doer:])
        when = after.case in OCCASIONS and other  # उसे | पकड़ने के बाद | पुलिस ने मंत्री को बताया
        if after.case not in (ABOUT, INSTEAD) and not when:
            return False
        return not candidate.first <= self.chunks[k].first < candidate.last

    def of_other_meeting(self, i: int) -> bool:
        """Whether chunk `i` is with whom there is an event before, in or after which an act is done: जेलेंस्की के साथ |
        होने वाली | बैठक से पहले | पुतिन से बात की."""
        if self.chunks[i].case != WITH:
            return False
        for chunk in self.chunks[i + 1 : i + 1 + BESIDE]:
            if chunk.kind == "noun" and chunk.case in OCCASIONS:
                return self.tagged.tokens[chunk.head].readings[0].sem == "event"
            if (chunk.kind == "noun" and chunk.case != IN) or chunk.kind not in ("noun", "verb"):
                return False
        return False

    def of_event_before(self, i: int) -> bool:
        """Whether chunk `i` is where or to whom that was done after which another act is: काबुल पर | एयरस्ट्राइक के बाद |
        तालिबान का | पलटवार."""
        after = self.chunks[i + 1] if i + 1 < len(self.chunks) else None
        if self.chunks[i].case not in (ON, AGAINST) or after is None or after.kind != "noun" or after.case != AFTER:
            return False
        return self.tagged.tokens[after.head].readings[0].sem == "event"

    def purposed(self, i: int, candidate: Candidate) -> bool:
        """Whether chunk `i` is whom the infinitive deals with that tells what somebody is told to do something for:
        प्रदर्शनकारियों से | निपटने के लिए | पुलिस को | सख्ती बरतने को कहा."""
        if self.chunks[i].case != FROM or not candidate.frame.row.content:
            return False
        within = next((c for c in self.clauses if i in c.chunks), None)
        group = self.chunks[within.verb].verb if within is not None and within.verb >= 0 else None
        if within is None or group is None or group.form != "inf" or group.case != FOR:
            return False
        return any(c.kind == "infinitive" and within.verb < c.verb < len(self.chunks) for c in self.clauses)

    def claimed(self, i: int, candidate: Candidate) -> bool:
        """Whether chunk `i` is a participle's own, and neither that nor the noun that it tells about is the act's."""
        clause = self.inner.get(i)
        if clause is None or self.chunks[clause.antecedent].case == DIRECT:
            return False  # दक्षिण अफ्रीका को मिलने वाली मदद रोकी: who gets the object is who loses it
        verb, told = self.chunks[clause.verb], self.chunks[clause.antecedent]
        return not any(c.first < candidate.last and candidate.first < c.last for c in (verb, told))

    def charged(self, i: int, clause: Clause) -> bool:
        """Whether chunk `i` is to whom somebody did what the charge against them is, who stand unmarked after it:
        छात्रा को | परेशान करने के | आरोप में | शिक्षक गिरफ्तार."""
        group = self.chunks[clause.verb].verb if clause.verb >= 0 else None
        if self.chunks[i].case not in INNER or (group is not None and group.voice != "passive"):
            return False
        inf = next((c.verb for c in self.clauses if c.kind == "infinitive" and i in (*c.chunks, *c.outer)), -1)
        k = next((k for k in range(inf + 1, len(self.chunks)) if self.chunks[k].kind != "mark"), -1)
        if not i < inf or k not in clause.chunks:
            return False
        told = self.chunks[k]
        if not {self.tagged.tokens[t].lemma for t in (told.first, told.head)} & set(self.shapes.charges):
            return False
        return any(
            self.chunks[n].kind == "noun"
            and self.chunks[n].case == DIRECT
            and participant(self.tagged, self.stateless(self.chunks[n]), self.named)
            for n in clause.chunks
            if n > k or (n == k and told.head > told.first)
        )

    def stateless(self, chunk: Chunk) -> int:
        """The token that heads a group but for the state it tells: दो | गिरफ्तार."""
        state = self.tagged.tokens[chunk.head].lemma in self.shapes.states and chunk.head > chunk.first
        return chunk.head - state

    def order(self, clause: Clause, candidate: Candidate) -> list[int]:
        """Chunks near the trigger first: those before it from the right, then those after it, then shared ones."""
        if candidate.event and candidate.first < candidate.noun:  # मुंबई में हुए हमलों के बाद: what follows is another's
            within = [i for i in clause.chunks if candidate.first < self.chunks[i].first < candidate.noun]
            before = [i for i in (*clause.outer, *clause.chunks) if self.chunks[i].last <= candidate.first]
            return [*reversed(within), *reversed(before)]
        before = [i for i in clause.chunks if self.chunks[i].first < candidate.first and not self.of_other_meeting(i)]
        if candidate.event:
            before = [i for i in before if not self.of_event_before(i)]
        inside = [i for i in clause.chunks if candidate.first <= self.chunks[i].first < candidate.last]
        after = [i for i in clause.chunks if self.chunks[i].first >= candidate.last]
        if candidate.event:  # छात्रों में आक्रोश, | शहर में उतरी पुलिस: another piece
            stop = next((c.first for c in self.chunks if c.kind == "mark" and c.first >= candidate.last), None)
            after = [i for i in after if stop is None or self.chunks[i].first < stop]
        shared = [i for i in reversed(clause.outer) if not self.taken_within(i, clause, candidate)]
        if candidate.frame.row.complement and self.speaks_of_infinitive(clause):
            shared.reverse()
        return [*reversed(before), *inside, *after, *shared]

    def speaks_of_infinitive(self, clause: Clause) -> bool:
        """Whether an infinitive stands right before a clause's own groups: its arguments stand nearest, so those of
        the clause itself stand first (प्रधानमंत्री से | मंत्री को पद से हटाने | की मांग की)."""
        first = min((*clause.chunks, clause.verb)) if clause.verb >= 0 else min(clause.chunks, default=0)
        before = self.chunks[first - 1] if first > 0 else None
        return before is not None and before.verb is not None and before.verb.form == "inf"

    def free(self, chunk: Chunk, candidate: Candidate) -> int | None:
        """Where the part of a chunk that is not the trigger ends; None when nothing is left."""
        if candidate.noun >= 0 and chunk.first < candidate.noun_last and candidate.noun < chunk.last:
            end = min(candidate.noun, chunk.body)
            if end < chunk.body and self.tagged.tokens[end].pos == "NOUN":
                while end > chunk.first and self.tagged.tokens[end - 1].pos in ("NUM", "DET"):
                    end -= 1  # सारी | सीमाएं सील कीं: the number is the trigger's
            return end if end > chunk.first else None
        return chunk.body

    def at(self, token: int) -> int:
        """The chunk in which a token stands; -1 for none."""
        return next((k for k, c in enumerate(self.chunks) if c.first <= token < c.last), -1)
