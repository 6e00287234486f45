"""Tokens → chunks: noun groups with their postposition, verb groups with voice, aspect, tense and mood.

Shallow on purpose: Hindi marks the end of a noun group (postposition, verb, comma), so one pass from the left finds
the groups; what belongs to what is the business of `clause`.
"""

from ghatna.lexicon.cases import DIRECT, GENITIVE
from ghatna.lexicon.rules import ClauseWords
from ghatna.lexicon.words import Words
from ghatna.model import Chunk, Tagged
from ghatna.parse.boundaries import INANIMATE, Boundaries
from ghatna.parse.front import before, out_of_case
from ghatna.parse.verbs import NOMINAL, VERBAL, with_case


def chunk(tagged: Tagged, words: Words, shapes: ClauseWords) -> tuple[Chunk, ...]:
    """The chunks of a sentence, in order; together they cover every token."""
    return _Chunker(tagged, words, shapes).run()


PERCENT = "%"


class _Chunker(Boundaries):
    def run(self) -> tuple[Chunk, ...]:
        i, n = 0, len(self.tokens)
        while i < n:
            i = self.step(i)
        self.close(n)
        self.share()
        return tuple(self.out)

    def share(self) -> None:
        """Gives groups joined by और or commas the postposition of the last one: भारत और चीन का."""
        for k in range(len(self.out) - 2, 0, -1):
            last = self.out[k + 1]
            if self.out[k].kind != "join" or last.kind != "noun" or last.case == DIRECT:
                continue
            if self.tokens[self.out[k].first].lemma not in self.shapes.join:
                continue
            i = k - 1
            if self.out[i].kind == "mark" and self.tokens[self.out[i].first].norm in self.shapes.commas:
                i -= 1  # कतर, और | जॉर्डन के
            while i >= 0 and (one := self.out[i]).kind == "noun" and one.case == DIRECT:
                if self.tokens[one.head].readings[0].pos == "ADJ":
                    break  # युवक गिरफ्तार, बजरंग दल और … ने
                if self.tokens[one.head].readings[0].sem == "event" and last.head in self.named:
                    break  # जवानों की हत्या और | पाकिस्तान द्वारा
                first = one.first
                pronoun = self.norms[first] in self.shapes.direct and last.case != GENITIVE and one.head > first
                if pronoun and self.tokens[first + 1].pos != "NUM":  # वह | राष्ट्रपति और मंत्री से मिलेंगे
                    self.out[i : i + 1] = [Chunk("noun", first, first + 1, first, first + 1, case=DIRECT), one]
                    i, first = i + 1, first + 1
                self.out[i] = Chunk("noun", first, one.last, one.head, one.body, case=last.case)
                if pronoun:
                    break
                while i > 0 and self.out[i - 1].case == GENITIVE and self.out[i - 1].last == self.out[i].first:
                    i -= 1
                if i < 2 or self.tokens[self.out[i - 1].first].norm not in self.shapes.commas:
                    break
                if i > 2 and self.fronts(self.out[i - 3], self.out[i - 2], self.out[i]):
                    break
                i -= 2

    def fronts(self, verb: Chunk, thing: Chunk, after: Chunk) -> bool:
        """Whether a headline's verb has its object behind it, so that others are listed after the comma: लगाई | रोक,
        कतर और | यूएई ने जताई नाराजगी."""
        if verb.verb is None or verb.verb.form != "perf" or thing.kind != "noun":
            return False
        kinds = [self.tokens[c.head].readings[0].sem for c in (thing, after)]
        return kinds[0] in INANIMATE and kinds[1] not in INANIMATE

    def step(self, i: int) -> int:
        """Takes what begins at token `i`; returns the token after it."""
        token = self.tokens[i]
        reading = token.readings[0]
        pos = reading.pos
        if (end := self.amount(i)) > i:
            self.open = i if self.open < 0 else self.open
            return end
        if (end := self.bracketed(i)) > i:
            if self.tokens[i - 1].readings[0].sem == "time" and not self.marked(end):
                self.close(end)  # नई दिल्ली, 12 मई (भाषा) | अदालत ने
            return end
        if (end := self.told_by(i)) > i:
            self.open = i if self.open < 0 else self.open
            return end
        if (end := self.adverbial(i)) > i:
            self.close(i)
            self.out.append(Chunk("adverb", i, end, end - 1, end))
            return end
        inside_name = i in self.named and i not in self.starts
        post = self.postposition(i) if self.open >= 0 and i not in self.named else None  # के चंद्रशेखर राव
        if token.norm in self.shapes.prepositions and i + 1 < len(self.tokens):
            if (post is None or len(post.words) == 1) and self.tokens[i + 1].pos in NOMINAL | VERBAL:
                return self.single("particle", i)
        if post is not None and (pos == "ADP" or len(post.words) > 1):
            end = i + len(post.words)
            self.close(i, case=post.case, last=end)
            return end
        if self.hyphen(i):
            return i + 2
        if pos in VERBAL and i not in self.named and not self.hyphen(i + 1):
            return self.verb_group(i)
        if token.norm in self.shapes.negation and self.verbs.verbal(self.verbs.past_particles(i + 1)):
            return self.verb_group(i)
        if token.norm == PERCENT and self.open >= 0 and self.tokens[i - 1].pos == "NUM" and not self.marked(i + 1):
            return i + 1  # 50% टैरिफ
        if pos == "PUNCT" or pos == "SYM":
            if i == self.closing or self.quoted(i):
                self.open = i if self.open < 0 else self.open
                return i + 1
            return self.single("mark", i)
        if reading.lemma in self.shapes.relative and pos in ("PRON", "DET") and i not in self.named:
            self.close(i)
            end, case = i + 1, reading.case or DIRECT
            fused = case not in (DIRECT, "obl")
            post = self.after_pronoun(case, end) if fused else self.words.postposition_at(self.norms, end)
            if post is not None and post.case in (*self.shapes.content_cases, *self.shapes.agent_cases):
                end, case = i + len(post.words) + (not fused), post.case  # जिन | पर, जिनके | खिलाफ; but जिसके | बाद
            if case == DIRECT and end < len(self.tokens) and self.tokens[end].lemma in self.shapes.fellows:
                if not self.marked(end + 1):
                    end += 1  # जो लोग | धरने पर बैठे थे
            body = end if case == DIRECT else i + 1
            self.out.append(Chunk("relative", i, end, body - 1, body, case=case))
            return end
        if self.more(i) or self.both_kinds(i):
            return i + 1
        if pos == "CCONJ" and not inside_name:
            return self.single("join", i)
        if pos == "SCONJ":
            return self.single("sub", i)
        if pos == "ADP" and i not in self.named:
            return self.stray(i)
        if pos in NOMINAL or i in self.named or self.hyphen(i + 1):
            return self.nominal(i)
        if self.open >= 0 and pos == "PART" and i + 1 < len(self.tokens):
            if token.norm in self.shapes.honorifics and i - 1 in self.named and self.tokens[i + 1].pos == "PROPN":
                return i + 1  # मुख्यमंत्री श्री चौहान ने
            # किसी भी कंपनी को, दोनों ही पक्षों ने
            any_of = i - 1 == self.open and self.tokens[self.open].lemma in (*self.shapes.anybody, *self.shapes.both)
            if any_of or self.words.postposition_at(self.norms, i + 1):
                return i + 1
        return self.single("adverb" if pos == "ADV" else "particle", i)

    def verb_group(self, i: int) -> int:
        self.close(i)
        self.out.append(self.verbs.at(i))
        end = self.out[-1].last
        if self.agentive(self.out[-1]) and end < len(self.tokens) and self.tokens[end].lemma in self.shapes.states:
            self.people(DIRECT, end)  # नारे लगाने | वाले | गिरफ्तार
        return end

    def single(self, kind: str, i: int) -> int:
        self.close(i)
        self.out.append(Chunk(kind, i, i + 1, i, i + 1))
        return i + 1

    def stray(self, i: int) -> int:
        """A postposition without a noun before it: after an infinitive it marks the clause."""
        before = self.out[-1] if self.out and self.open < 0 else None
        after_inf = before is not None and before.verb is not None and before.verb.form == "inf" and before.last == i
        post = self.words.postposition_at(self.norms, i)
        end = i + (len(post.words) if post else 1)
        if post is not None and before is not None and before.last == i and self.agentive(before):
            self.people(post.case, end)
            return end
        if after_inf and (k := self.measured(i)) > i:
            post, end = self.words.postposition_at([self.norms[i], self.norms[k]], 0), k + 1
        if before is not None and after_inf:
            self.out[-1] = with_case(before, post.case if post else self.norms[i], end, self.shapes, self.tokens[i])
            return end
        if self.tokens[i].lemma in self.shapes.agentive:
            return self.nominal(i)
        self.close(i)
        self.out.append(Chunk("particle", i, end, i, end))
        return end

    def people(self, case: str, end: int) -> None:
        """Makes the last word of the agentive just taken a group of its own, up to token `end`: with no noun after it,
        it stands for people (विरोध करने | वालों को)."""
        verb = self.out.pop()
        at = verb.last - 1
        self.out.append(Chunk("verb", verb.first, at, verb.first, at, verb=verb.verb))
        self.out.append(Chunk("noun", at, end, at, at + 1, case=case))

    def nominal(self, i: int) -> int:
        reading = self.tokens[i].readings[0]
        if reading.pos == "PRON" and reading.case not in ("", DIRECT, "obl"):
            self.close(i)
            self.open = i
            end, case = i + 1, reading.case
            if post := self.after_pronoun(case, i + 1):
                end, case = i + len(post.words), post.case
            elif case == GENITIVE and reading.lemma in self.shapes.reflexive and end < len(self.tokens) - 1:
                end += self.tokens[end].pos == "PART" and self.tokens[end + 1].pos in NOMINAL  # अपने ही | देश के
            self.close(i + 1, case=case, last=end)
            return end
        if self.open >= 0 and self.parts(i):
            self.close(i)
        if self.open < 0:
            self.open = i
        return i + 1

    def close(self, end: int, *, case: str = DIRECT, last: int = -1) -> None:
        if self.open < 0:
            return
        head, body = self.headed(end)
        if case != DIRECT and head > self.open:
            marked = end if last < 0 else last
            start = out_of_case(self.tokens, self.open, head)
            if start == self.open and case != GENITIVE:
                start = before(self.tokens, self.open, head, marked, self.named, self.shapes)
            self.part(start if start > self.open else self.owned(head))
        self.split_time(head)
        self.out.append(Chunk("noun", self.open, end if last < 0 else last, head, body, case=case))
        self.open = -1

    def split_time(self, head: int) -> None:
        """Sets a time expression apart from a noun before it: फ्रांस | नए साल में."""
        if self.tokens[head].readings[0].sem != "time":
            return
        k = head
        while k > self.open and (
            self.tokens[k - 1].pos in ("ADJ", "NUM", "DET") or self.tokens[k - 1].readings[0].sem == "time"
        ):
            if k - 1 in self.named:
                break
            k -= 1
        self.part(k)

    def part(self, at: int) -> None:
        """Sets the words before `at` apart from the open group, in direct case."""
        if at > self.open:
            head, body = self.headed(at)
            self.out.append(Chunk("noun", self.open, at, head, body, case=DIRECT))
            self.open = at
