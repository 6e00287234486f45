"""Verb groups: which verbs stand together, and what voice, aspect, tense and mood they have."""

import msgspec

from ghatna.lexicon.cases import ERGATIVE, GENITIVE
from ghatna.lexicon.rules import ClauseWords
from ghatna.lexicon.words import Words
from ghatna.model import Chunk, Reading, Token, VerbGroup

VERBAL = frozenset(("VERB", "AUX"))
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "X"))


class Verbs:
    """Finds verb groups in one sentence. `before` are the groups found so far; `named` the tokens of names."""

    def __init__(
        self,
        tokens: tuple[Token, ...],
        words: Words,
        shapes: ClauseWords,
        named: dict[int, frozenset[str]],
        before: list[Chunk],
    ) -> None:
        self.tokens, self.words, self.shapes, self.named, self.before = tokens, words, shapes, named, before

    def verbal(self, i: int) -> bool:
        return i < len(self.tokens) and self.tokens[i].pos in VERBAL and i not in self.named

    def past_particles(self, i: int) -> int:
        while i < len(self.tokens) and self.tokens[i].pos == "PART":
            i += 1
        return i

    def at(self, i: int) -> Chunk:
        """The group that begins at token `i`; a particle where no verb follows a negation."""
        first, negated, taken = i, False, list[Token]()
        while i < len(self.tokens):
            token = self.tokens[i]
            if token.norm in self.shapes.negation and (taken or self.verbal(self.past_particles(i + 1))):
                if taken and not self.verbal(self.past_particles(i + 1)):
                    break
                negated = True
                i += 1
            elif token.pos == "PART" and taken and self.verbal(i + 1) and self.goes_on(taken[-1], self.tokens[i + 1]):
                if token.norm in self.shapes.then and self.tokens[i + 1].pos != "AUX":
                    break  # रोका तो | किया, but किया तो है
                i += 1
            elif self.verbal(i) and (not taken or self.goes_on(taken[-1], token)):
                taken.append(token)
                i += 1
            else:
                break
        if not taken:
            return Chunk("particle", first, max(i, first + 1), first, max(i, first + 1))
        if (met := self.met(taken, i)) is not None:
            return Chunk("verb", first, met.last, first, met.last, verb=met.verb)
        taken[-1] = self.wished(taken[-1], i)
        if (
            i < len(self.tokens)
            and taken[-1].readings[0].form == "inf"
            and self.tokens[i].lemma in self.shapes.agentive
        ):
            i += 1
            after = self.tokens[i] if i < len(self.tokens) else None
            form = "finite" if after is not None and after.pos == "AUX" else "agentive"
            if form == "finite":
                i += 1
            group = self.group(taken, negated, form, aspect="prosp" if form == "finite" else "")
        else:
            group = self.group(taken, negated, self.ending(taken, i), owned=self.owned())
        return Chunk("verb", first, i, first, i, verb=group)

    def met(self, taken: list[Token], i: int) -> Chunk | None:
        """A verb of seeing that with the words up to token `i` only says that something happens: हिंसा | देखने को मिली."""
        last = taken[-1]
        if last.lemma not in self.shapes.seeing or last.readings[0].form != "inf" or not self.verbal(i + 1):
            return None
        if self.tokens[i].norm != self.shapes.seen_by or self.tokens[i + 1].lemma not in self.shapes.meeting:
            return None
        rest = self.at(i + 1)
        group = rest.verb
        if group is None:
            return None
        verb = msgspec.structs.replace(group, lemma=self.shapes.be, lemmas=(self.shapes.be, *group.lemmas[1:]))
        return Chunk("verb", i, rest.last, i, rest.last, verb=verb)

    def wished(self, token: Token, i: int) -> Token:
        """The last verb of a group that ends at token `i` as what is wished, where it can be: after कि, at the end of
        the sentence, with nobody marked ने (चाहता है कि भारत तेल न खरीदे; कहा कि वह राहत आने दे)."""
        subj = next((r for r in self.words.readings(token.norm) if r.form == "subj"), None)
        if subj is None or token.readings[0].form not in ("stem", "perf"):
            return token
        if i < len(self.tokens) and self.tokens[i].norm not in self.shapes.stops:
            return token
        for chunk in reversed(self.before):
            if chunk.case == ERGATIVE:
                return token
            quoted = chunk.kind == "mark" and self.tokens[chunk.first].norm in self.shapes.colons and self.said(chunk)
            if chunk.kind == "sub" or quoted:
                transitive = self.words.transitivity.get(token.lemma, "tr") != "intr"
                if token.readings[0].form == "stem" or transitive:
                    return msgspec.structs.replace(token, readings=(subj,))
                return token
        return token

    def said(self, mark: Chunk) -> bool:
        """Whether a verb of saying stands before a dash or colon: टिकैत बोले- …"""
        before = next((c for c in reversed(self.before) if c.last <= mark.first), None)
        return before is not None and before.verb is not None and before.verb.lemmas[0] in self.shapes.say

    def goes_on(self, last: Token, token: Token) -> bool:
        """Whether `token` belongs to the verb group that ends in `last`."""
        form, lemma = last.readings[0].form, token.lemma
        if form == "inf":
            return lemma in self.shapes.modals or token.pos == "AUX"
        if form == "cp":
            return False
        if form == "perf":
            return token.pos == "AUX" or lemma in self.shapes.perfect_after
        if last.norm in self.shapes.conjunctive and form == "stem":
            helps = (*self.shapes.vectors, *self.shapes.modals, *self.shapes.progressive, self.shapes.passive)
            return token.pos == "AUX" or lemma in (*helps, *self.shapes.conjunctive, self.shapes.be)
        if form in ("impf", "pres", "past", "fut", "subj"):
            return token.pos == "AUX" or lemma in ("", self.shapes.be, *self.shapes.progressive, self.shapes.passive)
        return True

    def reading(self, token: Token, after: Token | None) -> Reading:
        """The reading of a verb in its group: before a vector the stem (लगा दीं: लगा, not लग)."""
        if after is not None and (
            after.lemma in self.shapes.vectors or self.shapes.modals.get(after.lemma) == "ability"
        ):
            for reading in token.readings:
                if reading.form == "stem" and len(token.readings) > 1:
                    return reading
        return token.readings[0]

    def ending(self, taken: list[Token], i: int) -> str:
        """How the group ends its clause; `i` is the token after it."""
        last = taken[-1]
        form = last.readings[0].form
        nxt = self.tokens[i] if i < len(self.tokens) else None
        nominal = (
            nxt is not None
            and (nxt.pos in NOMINAL or i in self.named)
            and (nxt.pos != "PRON" or nxt.lemma in self.shapes.reflexive)  # दी | खुद निपटने की | सलाह
            and nxt.lemma not in self.shapes.relative
        )
        if last.norm in self.shapes.hue and len(taken) > 1:
            before = taken[-2].readings[0].form
            if before == "impf":
                return "impf"
            if before in ("perf", "stem") and (nominal or last.readings[0].number == "pl"):
                return "perf" if nominal else "finite"
        if form == "cp":
            return "cp"
        if form == "stem":
            return "cp"
        if form == "inf":
            return "inf"
        if form in ("perf", "impf") and nominal:
            return "perf"
        if form == "impf" and nxt is not None and nxt.pos == "VERB" and nxt.readings[0].form == "perf":
            return "impf"  # घूस लेते | पकड़ा गया
        return "finite"

    def owned(self) -> bool:
        """Whether a genitive stands right before: the infinitive after it is a noun, no duty (का कहना है)."""
        return bool(self.before) and self.before[-1].kind == "noun" and self.before[-1].case == GENITIVE

    def group(
        self, taken: list[Token], negated: bool, form: str, *, aspect: str = "", owned: bool = False
    ) -> VerbGroup:
        shapes = self.shapes
        chosen = [self.reading(t, taken[k + 1] if k + 1 < len(taken) else None) for k, t in enumerate(taken)]
        lemmas = tuple(r.lemma for r in chosen)
        forms = [r.form for r in chosen]
        voice = "active"
        for k in range(1, len(taken)):
            if lemmas[k] == shapes.passive and forms[k - 1] == "perf" and lemmas[k - 1] not in shapes.going:
                voice = "passive"
        mood = "ind"
        for k in range(1, len(taken)):
            modal = shapes.modals.get(lemmas[k], "")
            if modal == "ability" and forms[k - 1] == "stem":
                did = all(r.form == "perf" for r in taken[k].readings)  # पकड़ा जा सका: who could, did
                mood = "ind" if did else "ability"
            elif modal == "wish" and forms[k - 1] in ("inf", "perf"):
                mood = "wish"
            elif modal in ("duty", "must") and forms[k - 1] == "inf":
                mood = "duty" if modal == "duty" else "ind"
            elif modal == "prosp" and forms[k - 1] == "inf" and not (owned and lemmas[k] == shapes.be):
                aspect = "prosp"
        if lemmas[0] in shapes.modals and shapes.modals[lemmas[0]] == "duty":
            mood = "duty"
        end = forms[-1]
        tense = {"pres": "pres", "past": "past", "fut": "fut"}.get(end, "")
        if mood == "ind" and end in ("subj", "imp"):
            mood = end
        if (
            mood == "ind"
            and end == "fut"
            and len(taken) > 1
            and lemmas[-1] == shapes.be
            and forms[-2] in ("perf", "impf")
        ):
            mood = "presumptive"
        if not aspect:
            body = [f for f in forms if f in ("perf", "impf")]
            prog = any(lemma in shapes.progressive for lemma in lemmas[1:])
            aspect = "prog" if prog else (body[0] if body else "")
        if not tense and aspect == "perf":
            tense = "past"
        return VerbGroup(lemmas[0], form, voice, aspect, tense, mood, negated, lemmas)


def with_case(chunk: Chunk, case: str, last: int, shapes: ClauseWords, token: Token) -> Chunk:
    """A verb group with the postposition after it: करने | पर."""
    verb = chunk.verb
    assert verb is not None
    marked = VerbGroup(
        verb.lemma, verb.form, verb.voice, verb.aspect, verb.tense, verb.mood, verb.negated, verb.lemmas, case
    )
    return Chunk("verb", chunk.first, last, chunk.head, chunk.body, verb=marked)
