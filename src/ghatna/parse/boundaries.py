"""Where noun groups begin and end: postpositions, names, brackets, quotes, hyphens, words that only count."""

from functools import cache

from ghatna.lexicon.cases import DIRECT, ERGATIVE, GENITIVE, OBJECT
from ghatna.lexicon.rules import ClauseWords
from ghatna.lexicon.words import Postposition, Words
from ghatna.model import Chunk, Tagged
from ghatna.parse.verbs import NOMINAL, VERBAL, Verbs

STANDS_ALONE = frozenset(("country", "person", "body", "group", "party", "seat"))
"""Names after which another name of `BEGINS` starts a group of its own (`उत्तर कोरिया | रूस`)."""
ALONE = STANDS_ALONE | {"role"}
SOMEBODY = frozenset(("country", "person", "body", "party", "adjective"))
INANIMATE = frozenset(("thing", "speech", "event", "abstract"))
"""Nouns that make no name with the name after them."""
JOINING = frozenset(("country", "party", "region", "place"))
NO_KINDS: frozenset[str] = frozenset()
QUOTED = 8
"""Tokens that quoted words within a group have at most, their quotes included."""
SHOUTED = 14
"""Tokens that quoted words have at most that tell which statement is meant, or what is shouted."""
PLACES = frozenset(("region", "place", "seat"))
OWNERS = frozenset(("country", "group", "party", "body", "role"))
"""Names of those that people belong to."""
BEGINS = frozenset(("country", "body", "group", "party", "seat"))


@cache
def _by_first(phrases: tuple[str, ...]) -> dict[str, list[list[str]]]:
    """Phrases as lists of their words, by the first one."""
    found: dict[str, list[list[str]]] = {}
    for words in (p.split() for p in phrases):
        found.setdefault(words[0], []).append(words)
    return found


class Boundaries:
    """The tokens of one sentence, what has been taken of them (`out`), and the group that is `open` (-1 for none)."""

    def __init__(self, tagged: Tagged, words: Words, shapes: ClauseWords) -> None:
        self.tokens = tagged.tokens
        self.words, self.shapes = words, shapes
        self.norms = [t.norm for t in tagged.tokens]
        self.prose = bool(self.norms) and self.norms[-1] in shapes.full_stops
        self.amounts = _by_first(shapes.amounts)
        self.adverbs = _by_first(shapes.adverbs)
        self.named: dict[int, frozenset[str]] = {}
        self.starts: dict[int, frozenset[str]] = {}
        for at in tagged.names:
            kinds = frozenset(n.kind for n in at.names)
            self.starts[at.first] = kinds
            for i in range(at.first, at.last):
                self.named[i] = kinds
        self.out: list[Chunk] = []
        self.open = -1
        self.closing = -1
        self.verbs = Verbs(self.tokens, words, shapes, self.named, self.out)

    def postposition(self, i: int) -> Postposition | None:
        """The postposition at token `i`; के alone where its second word is the verb of a passive: लोगों के | मारे जाने."""
        post = self.words.postposition_at(self.norms, i)
        if post is None or len(post.words) == 1:
            return post
        end = i + len(post.words)
        if self.norms[end - 1] in self.shapes.roughly and end < len(self.tokens) and self.tokens[end].pos == "NUM":
            if self.named.get(i - 1, NO_KINDS) & OWNERS or self.tokens[i - 1].readings[0].sem in ("human", "group"):
                # इजरायल के | करीब 110 बंधक; but सीमा के करीब | 10 लोग
                return self.words.postposition_at([self.norms[i]], 0)
        passive = end < len(self.tokens) and self.tokens[end].lemma == self.shapes.passive
        if passive and any(r.form == "perf" for r in self.words.readings(self.norms[end - 1])):
            return self.words.postposition_at([self.norms[i]], 0)
        return post

    def amount(self, i: int) -> int:
        """The end of words that only say how many, though they look marked: कम से कम, (50) से ज्यादा."""
        if self.norms[i] == self.shapes.manner and self.span(i):
            return i + 1  # तीन से चार | आतंकवादी
        for parts in self.amounts.get(self.norms[i], ()):
            if self.norms[i : i + len(parts)] == parts and (
                len(parts) > 2
                or (self.open >= 0 and any(t.pos == "NUM" for t in self.tokens[max(self.open, i - 3) : i]))
            ):
                return i + len(parts)
        return i

    def span(self, i: int) -> bool:
        """Whether the two numbers round token `i` tell between how many of something it is."""
        if self.open < 0 or i + 2 >= len(self.tokens) or self.tokens[i - 1].pos != "NUM":
            return False
        one, after = self.tokens[i + 1], self.tokens[i + 2]
        people = after.pos in ("NOUN", "ADJ", "PROPN") and after.readings[0].sem not in ("time", "thing", "place")
        return one.pos == "NUM" and people and self.words.postposition_at(self.norms, i + 2) is None

    def adverbial(self, i: int) -> int:
        """The end of words that only together tell how or when (इस तरह | कंपनी ने), unless a postposition marks them."""
        for parts in self.adverbs.get(self.norms[i], ()):
            end = i + len(parts)
            if self.norms[i:end] == parts and self.words.postposition_at(self.norms, end) is None:
                return end
        return i

    def more(self, i: int) -> bool:
        """Whether और after a number counts on: 15 और लोग."""
        if self.open < 0 or i + 1 >= len(self.tokens) or self.tokens[i].lemma not in self.shapes.join:
            return False
        if self.starts.get(i + 1, NO_KINDS) & STANDS_ALONE:
            return False
        one = self.tokens[i - 1].lemma in self.shapes.another  # एक और मंत्री
        after = self.tokens[i + 1]
        return (one or self.tokens[i - 1].pos == "NUM") and after.pos in ("NOUN", "ADJ") and after.pos != "PROPN"

    def both_kinds(self, i: int) -> bool:
        """Whether और joins two adjectives of one noun: स्वतंत्र और संतुलित रुख की."""
        if self.open < 0 or i + 2 >= len(self.tokens) or self.tokens[i].lemma not in self.shapes.join:
            return False
        last, noun = self.tokens[i + 1], self.tokens[i + 2]
        plain = all(t.pos == "ADJ" for t in (*self.tokens[self.open : i], last))
        return plain and noun.pos == "NOUN" and not any(k in self.named for k in range(self.open, i + 2))

    def bracketed(self, i: int) -> int:
        """The end of a bracketed name inside a group: सतर्कता आयुक्त (सीवीसी) से."""
        opening, closing = self.shapes.brackets
        if self.open < 0 or self.norms[i] != opening:
            return i
        for k in range(i + 1, min(i + 8, len(self.tokens))):
            if self.norms[k] == closing:
                return k + 1
            if self.tokens[k].pos in VERBAL:
                break
        return i

    def quoted(self, i: int) -> bool:
        """Whether a quote opens words that are part of a group (रेल मंत्री की ‘नई सौगात’ पर), and no speech."""
        if self.norms[i] not in self.shapes.quotes:
            return False
        for k in range(i + 1, min(i + QUOTED, len(self.tokens) - 1)):
            if self.norms[k] in self.shapes.quotes:
                goes_on = self.tokens[k + 1].pos == "NOUN" or self.words.postposition_at(self.norms, k + 1) is not None
                self.closing = k if k > i + 1 and goes_on else -1
                return self.closing == k
            if self.tokens[k].pos not in NOMINAL | {"ADP"}:
                return False
        return False

    def told_by(self, i: int) -> int:
        """The end of words in quotes, even a clause, that tell which one is meant (मंत्री के ‘देश छोड़ो’ वाले बयान पर) or
        what is shouted (‘हाय-हाय’ के नारे); else `i`."""
        if self.norms[i] not in self.shapes.quotes:
            return i
        for k in range(i + 2, min(i + SHOUTED, len(self.tokens) - 2)):
            if self.norms[k] not in self.shapes.quotes:
                continue
            after, noun = self.tokens[k + 1], self.tokens[k + 2]
            which = after.lemma in self.shapes.agentive and noun.pos == "NOUN"
            shouted = self.norms[k + 1] in self.shapes.genitive and noun.lemma in self.shapes.shouted
            return k + 1 if which or shouted else i
        return i

    def hyphen(self, i: int) -> bool:
        """Whether token `i` is a hyphen inside a compound: तोड़-फोड़."""
        if not 0 < i < len(self.tokens) - 1 or self.tokens[i].norm not in self.shapes.hyphens:
            return False
        before, after = self.tokens[i - 1], self.tokens[i + 1]
        if before.pos in VERBAL and before.lemma in self.shapes.say:
            return False  # कहा-अखिलेश के
        if before.end == self.tokens[i].start and self.tokens[i].end == after.start:
            return True
        # भारत - पाक, कांग्रेस - झामुमो: two names of one kind with one blank each
        kinds = self.named.get(i - 1, NO_KINDS) & self.named.get(i + 1, NO_KINDS)
        return self.prose and bool(kinds & JOINING) and after.start - before.end == 3

    def measured(self, i: int) -> int:
        """Where a compound postposition ends that a stretch of time divides: रिहा करने के दो दिन बाद; else `i`."""
        k = i + 1
        while k < len(self.tokens) and (
            self.tokens[k].pos in ("NUM", "DET", "ADJ", "PART") or self.tokens[k].readings[0].sem == "time"
        ):
            k += 1
        if k == i + 1 or k >= len(self.tokens):
            return i
        post = self.words.postposition_at([self.norms[i], self.norms[k]], 0)
        return k if post is not None and len(post.words) == 2 else i

    def after_pronoun(self, case: str, i: int) -> Postposition | None:
        """A compound postposition whose first word is fused with the pronoun: उनके + खिलाफ, इससे + पहले."""
        for first in self.shapes.genitive if case == GENITIVE else (case,):
            post = self.words.postposition_at([first, *self.norms[i : i + 4]], 0)
            if post is not None and len(post.words) > 1:
                return post
        return None

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
            return post is not None and post.case not in (GENITIVE, ERGATIVE)  # चरमपंथी | अमेरिका में
        if (
            i in self.starts
            and (i - 1) not in self.named
            and was.sem == "speech"
            and here.lemma in self.shapes.deciding
        ):
            return True  # जमानत याचिका | हाईकोर्ट ने
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

    def given(self, i: int) -> bool:
        """Whether an adjective is somebody's given name, after his office and before a surname: राजदूत | नवीन | श्रीवास्तव."""
        office = "role" in self.named.get(i - 1, NO_KINDS) and self.tokens[i - 1].readings[0].sem == "human"
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if not office or self.tokens[i].pos != "ADJ" or after is None or after.pos != "PROPN":
            return False
        return self.named.get(i + 1, NO_KINDS) <= {"person"} and self.marked(i + 2)

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

    def of_police(self, i: int) -> bool:
        """Whether token `i` is the police whose clash or custody follows, after somebody who is no town."""
        if i + 1 >= len(self.tokens) or self.tokens[i + 1].lemma not in self.shapes.of_police:
            return False
        kinds = self.named.get(i - 1, NO_KINDS)
        somebody = self.tokens[i - 1].readings[0].sem == "human" or "person" in kinds
        unknown = self.tokens[i - 1].pos == "PROPN" and not kinds
        return self.tokens[i].readings[0].sem == "body" and i in self.starts and (somebody or unknown)

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

    def owned(self, head: int) -> int:
        """Where the noun ends that a genitive agrees with, and not with the head of the marked group after it:
        दोनों की | मुलाकात | सम्मेलन में हुई; the open group's beginning when there is none."""
        owner = self.out[-1] if self.out else None
        if owner is None or owner.case != GENITIVE or owner.last != self.open or owner.last == owner.body:
            return self.open
        wanted = self.shapes.agreement.get(self.norms[owner.last - 1], "").split()
        act, other = self.tokens[self.open].readings[0], self.tokens[head].readings[0]
        differ = bool(act.gender and other.gender and wanted) and act.gender == wanted[0] != other.gender
        apart = differ and act.sem == "event" and other.pos == "NOUN" and other.sem in ("event", "place")
        return self.open + 1 if apart else self.open
