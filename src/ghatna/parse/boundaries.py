"""Where noun groups begin and end."""

from ghatna.lexicon.cases import DIRECT, ERGATIVE, FROM, GENITIVE, IN, OBJECT
from ghatna.model import Chunk
from ghatna.parse.joins import NO_KINDS, STANDS_ALONE, Joins
from ghatna.parse.verbs import VERBAL

ALONE = STANDS_ALONE | {"role"}
SOMEBODY = frozenset(("country", "person", "body", "party", "adjective"))
INANIMATE = frozenset(("thing", "speech", "event", "abstract"))
"""Nouns that make no name with the name after them."""
MATES = frozenset(("human", "group", "body"))
"""Nouns that make a compound with the word for people before them: तीन छात्र | नेता."""
DIRECTLY = "dir"
"""The case of the noun that a genitive agrees with, as `agreement` in `clauses.toml` names it."""
PLACES = frozenset(("region", "place", "seat"))
BEGINS = frozenset(("country", "body", "group", "party", "seat"))


class Boundaries(Joins):
    """Tells where a group of its own begins though nothing marks the end of the open one."""

    def agentive(self, chunk: Chunk) -> bool:
        """Whether a verb group tells who does something: करने वालों."""
        return chunk.verb is not None and chunk.verb.form == "agentive"

    def times(self, i: int) -> bool:
        """Whether a word of time, perhaps after an adjective, stands at token `i`."""
        if i < len(self.tokens) and self.tokens[i].pos == "ADJ":
            i += 1
        return i < len(self.tokens) and self.tokens[i].readings[0].sem == "time"

    def marked(self, i: int) -> bool:
        """Whether a postposition stands at token `i`."""
        return i < len(self.tokens) and self.words.postposition_at(self.norms, i) is not None

    def parts(self, i: int) -> bool:
        """Whether token `i` begins a new group though nothing marks the end of the open one."""
        before, here = self.tokens[i - 1], self.tokens[i]
        was, now = before.readings[0], here.readings[0]
        if i in self.named and i not in self.starts:
            return False
        if self.open == i - 2 and before.lemma in self.shapes.fellows and self.tokens[self.open].pos == "PRON":
            return True  # हम लोग | सरकार का
        if self.again(i) and (now.sem in ("human", "group") or self.starts.get(i, NO_KINDS) & SOMEBODY):
            return True  # पीट-पीटकर | पड़ोसी को
        if here.lemma in self.shapes.formed and i in self.starts and i + 1 < len(self.tokens):
            made = self.tokens[i + 1]
            if made.pos in VERBAL and made.lemma in self.shapes.forming and "person" in self.named.get(i - 1, NO_KINDS):
                return True  # नीतीश और तेजस्वी | सरकार बनाने पर
        if was.sem != "place" and self.of_police(i):
            return True  # इनामी बदमाश | पुलिस मुठभेड़ में
        if self.open == i - 1 and before.lemma in self.shapes.takers and self.takable(i):
            return True  # पुलिस | युवक को
        if before.lemma in self.shapes.fighters and here.lemma in self.shapes.fought and self.marked(i + 1):
            return True  # नक्सली | जवानों पर
        if before.lemma in self.shapes.crowds and self.somewhere(i):
            return True  # लड़ाके | गोबू गांव में
        if self.closes(i):
            return True  # किसानों की मौत | पुलिस की गोली से
        if now.pos == "PRON" and was.pos in ("NOUN", "PROPN") and i not in self.named and self.marked(i + 1):
            return True  # तमाम देश | उस पर
        if i in self.starts and i - 1 not in self.named and self.open == 0 and self.starts[i] & STANDS_ALONE:
            if before.text.isascii() and before.text.isalpha() and not here.text.isascii():
                return True  # Drones | रूस ने
        if now.lemma in self.shapes.anybody and i - 1 in self.named and i not in self.named:
            return True  # भारत | किसी भी हाल में
        if was.pos == "PRON" and before.norm != here.norm:
            return self.open < i - 1 or here.lemma not in self.shapes.fellows  # हम लोग
        if was.pos == "NOUN" and all(r.number == "pl" and r.case == DIRECT for r in before.readings):
            return True  # inside a compound nouns stand in the singular: राज्य सरकारें | फसलों के लिए
        if before.lemma in self.shapes.works and now.sem in MATES:
            return True  # राहत बांटने का काम | सेना कर रही है
        if self.several(i) and now.pos in ("NOUN", "ADJ", "PROPN") and now.sem not in MATES:
            return True  # दोनों पक्ष | युद्धविराम पर, तीन विधायक | बैठक में
        if was.pos == "NOUN" and now.pos == "DET" and now.lemma not in self.shapes.compounding:
            return True  # प्रस्ताव | सभी पक्षों से
        if now.pos == "NUM" and was.pos == "NOUN" and was.sem != "time" and self.times(i + 1):
            return True  # हड़ताल | 21 वें दिन भी
        if was.sem == "time" and now.sem != "time" and now.pos != "NUM" and (i - 1) not in self.named:
            return True
        if now.sem == "time" and was.pos in ("NOUN", "PROPN") and was.sem != "time":
            return True
        if i in self.starts and (i - 1) not in self.named and was.pos == "NOUN" and self.starts[i] & PLACES:
            return was.sem in ("human", "thing", "group", "event", "speech", "abstract")
        if was.sem == "place" and now.sem == "body" and self.marked(i + 1) and i in self.starts:
            owned = self.open == i - 1 and i - 1 not in self.named and bool(self.out) and self.out[-1].case == GENITIVE
            if owned and before.lemma in self.shapes.premises:
                return True  # कारोबारी के घर | पुलिस की
        if i in self.starts and (i - 1) not in self.named and was.pos == "NOUN" and self.starts[i] & SOMEBODY:
            mine = self.open == i - 1 and bool(self.out) and self.out[-1].case == GENITIVE
            if was.sem == "place":
                return mine and bool(self.starts[i] & {"body", "person"})  # कारोबारी के घर | सीबीआई की
            return was.sem in INANIMATE  # सूचना | पाकिस्तान के साथ, हथियार | संयुक्त राष्ट्र के हवाले
        if (
            i in self.starts
            and (i - 1) in self.named
            and self.starts[i] & PLACES
            and self.named[i - 1] == frozenset(("role",))
        ):
            post = self.words.postposition_at(self.norms, i + 1) if was.sem == "human" else None
            officer = post is not None and post.case in (ERGATIVE, OBJECT)
            if was.sem == "human" and i + 1 < len(self.tokens) and self.tokens[i + 1].pos == "PROPN":
                officer = (
                    i + 1 not in self.named or "person" in self.named[i + 1]
                )  # एसएसपी सहारनपुर रोहित सिंह को  # तहसीलदार डिंडोरी को, but मंत्री | दिल्ली में
            return was.sem != "place" and not officer  # राजधानी रियाद में is one
        if i in self.starts and "person" in self.starts[i] and self.named.get(i - 1) == frozenset(("person",)):
            return True  # two known persons side by side: ट्रंप | पुतिन से
        if self.starts.get(i) == frozenset(("country",)) and any(r.sem == "human" for r in before.readings):
            post = self.words.postposition_at(self.norms, i + 1)
            if post is None and i + 1 < len(self.tokens):
                goes = self.tokens[i + 1]
                return goes.pos in VERBAL and goes.lemma in self.shapes.sending  # सैनिक | अफगानिस्तान भेजेगा
            return post is not None and post.case not in (GENITIVE, ERGATIVE)  # चरमपंथी | अमेरिका में
        if (
            i in self.starts
            and (i - 1) not in self.named
            and was.sem == "speech"
            and here.lemma in self.shapes.deciding
        ):
            return True  # जमानत याचिका | हाईकोर्ट ने
        if i in self.starts and i - 1 not in self.named and was.pos == "NOUN" and was.sem in INANIMATE:
            post = self.words.postposition_at(self.norms, i + 1) if here.lemma in self.shapes.deciding else None
            if post is not None and post.case == ERGATIVE:
                return True  # टैक्सी पर लगी रोक | हाईकोर्ट ने
        if i in self.starts and before.lemma in self.shapes.handed and now.sem in ("human", "body", "group"):
            return True  # इस्तीफा | पार्टी अध्यक्ष को
        if here.norm in self.shapes.highest and before.norm in self.shapes.highest and here.norm != before.norm:
            return True  # प्रधानमंत्री | राष्ट्रपति मुर्मू से मिलेंगे
        if i in self.starts and (i - 1) in self.named:
            return bool(self.named[i - 1] & STANDS_ALONE) and bool(self.starts[i] & (BEGINS | PLACES))
        known = was.pos != "ADJ" and bool(self.named.get(i - 1, NO_KINDS) & ALONE)  # but संदिग्ध इस्लामी विद्रोही
        ends = i not in self.named and (known or was.pos == "PROPN") and not self.given(i)
        if ends and now.pos in ("ADJ", "NUM", "DET") and now.lemma not in self.shapes.compounding:
            return True  # an adjective or number begins a group: थलसेना | हाई अलर्ट पर
        return False

    def several(self, i: int) -> bool:
        """Whether people told by a number above one, or as both, end before token `i`: they are plural, and no part of
        a compound with what follows."""
        first, last = self.tokens[self.open], self.tokens[i - 1].readings[0]
        if self.open != i - 2 or last.pos != "NOUN" or last.case == "obl" or last.number == "pl":
            return False
        if first.lemma in self.shapes.both:
            return last.sem in ("human", "group", "body")
        return first.pos == "NUM" and first.lemma not in self.shapes.another and last.sem in ("human", "group")

    def again(self, i: int) -> bool:
        """Whether a verb said twice, joined by a hyphen, ends before token `i`: पीट-पीटकर | …"""
        if self.open != i - 3 or self.norms[i - 2] not in self.shapes.hyphens:
            return False
        verbs = [{r.lemma for r in self.tokens[k].readings if r.pos in VERBAL} for k in (i - 3, i - 1)]
        return bool(verbs[0] & verbs[1])

    def closes(self, i: int) -> bool:
        """Whether token `i` is somebody else after an act whose owner stands before it, and no compound with it."""
        owner = self.out[-1] if self.out else None
        mine = self.open == i - 1 and owner is not None and owner.case == GENITIVE and owner.last == self.open
        if not mine or self.tokens[i - 1].lemma not in self.shapes.closing:
            return False
        end = i
        while end < i + 4 and end < len(self.tokens) and self.tokens[end].pos in ("NOUN", "PROPN", "ADJ"):
            end += 1
        last = self.tokens[end - 1]
        somebody = last.readings[0].sem in ("human", "body", "group") or last.pos == "PROPN"
        return end > i and self.marked(end) and somebody and self.tokens[i].lemma not in self.shapes.charges

    def given(self, i: int) -> bool:
        """Whether an adjective is somebody's given name, after an office, before a surname: राजदूत | नवीन श्रीवास्तव."""
        office = "role" in self.named.get(i - 1, NO_KINDS) and self.tokens[i - 1].readings[0].sem == "human"
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if not office or self.tokens[i].pos != "ADJ" or after is None or after.pos != "PROPN":
            return False
        return self.named.get(i + 1, NO_KINDS) <= {"person"} and self.marked(i + 2)

    def of_police(self, i: int) -> bool:
        """Whether token `i` is the police whose clash or custody follows, after somebody who is no town."""
        if i + 1 >= len(self.tokens) or self.tokens[i + 1].lemma not in self.shapes.of_police:
            return False
        kinds = self.named.get(i - 1, NO_KINDS)
        somebody = self.tokens[i - 1].readings[0].sem == "human" or "person" in kinds
        unknown = self.tokens[i - 1].pos == "PROPN" and not kinds
        return self.tokens[i].readings[0].sem == "body" and i in self.starts and (somebody or unknown)

    def somewhere(self, i: int) -> bool:
        """Whether token `i` is an unknown name of the village or quarter that follows, where something is done."""
        if self.tokens[i].pos != "PROPN" or i + 1 >= len(self.tokens):
            return False
        post = self.words.postposition_at(self.norms, i + 2)
        return post is not None and post.case in (IN, FROM) and self.tokens[i + 1].lemma in self.shapes.localities

    def takable(self, i: int) -> bool:
        """Whether token `i`, marked को, is somebody whom the police take, and nobody's ने stands before it."""
        post = self.words.postposition_at(self.norms, i + 1) if self.tokens[i].lemma in self.shapes.takable else None
        return post is not None and post.case == OBJECT and all(c.case not in (ERGATIVE, GENITIVE) for c in self.out)

    def headed(self, end: int) -> tuple[int, int]:
        """The head of the open group up to `end` and where its words end: particles, quotes and brackets left out."""
        head = end - 1
        while head > self.open and (self.tokens[head].pos == "PART" or self.norms[head] in self.shapes.quotes):
            head -= 1
        body = head + 1
        opening, closing = self.shapes.brackets
        if self.norms[head] == closing and opening in self.norms[self.open + 1 : head]:
            head = self.norms.index(opening, self.open) - 1
        return head, body

    def direct(self, head: int) -> int:
        """Where the noun in direct case ends that का wants before a marked group (हार का | ठीकरा | पार्टी ने);
        0 where no noun of its gender stands before the head."""
        for k in range(self.open, head):
            reading = self.tokens[k].readings[0]
            if reading.pos == "NOUN" and reading.gender == "m" and reading.number != "pl":
                return k + 1 if k + 1 not in self.named or k + 1 in self.starts else 0
            if reading.pos not in ("ADJ", "NUM", "DET", "NOUN"):
                return 0
        return 0

    def owned(self, head: int) -> int:
        """Where the noun ends that a genitive agrees with, and not with the head of the marked group after it:
        दोनों की | मुलाकात | सम्मेलन में हुई; the open group's beginning when there is none."""
        owner = self.out[-1] if self.out else None
        if owner is None or owner.case != GENITIVE or owner.last != self.open or owner.last == owner.body:
            return self.open
        wanted = self.shapes.agreement.get(self.norms[owner.last - 1], "").split()
        if wanted[1:] == [DIRECTLY] and (end := self.direct(head)):
            return end
        act, other = self.tokens[self.open].readings[0], self.tokens[head].readings[0]
        differ = bool(act.gender and other.gender and wanted) and act.gender == wanted[0] != other.gender
        apart = differ and act.sem == "event" and other.pos == "NOUN" and other.sem in ("event", "place")
        return self.open + 1 if apart else self.open
