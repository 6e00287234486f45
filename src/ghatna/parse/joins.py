"""What holds the words of a noun group together: postpositions of several words, amounts, brackets, quotes, hyphens."""

from functools import cache

from ghatna.lexicon.cases import GENITIVE
from ghatna.lexicon.rules import ClauseWords
from ghatna.lexicon.words import Postposition, Words
from ghatna.model import Chunk, Tagged
from ghatna.parse.verbs import NOMINAL, VERBAL, Verbs

STANDS_ALONE = frozenset(("country", "person", "body", "group", "party", "seat"))
"""Names after which another name of `BEGINS` starts a group of its own (`उत्तर कोरिया | रूस`)."""
JOINING = frozenset(("country", "party", "region", "place"))
DATING = frozenset(("event", "time", "abstract", "speech"))
"""Meanings of nouns before which or after which something is done."""
NO_KINDS: frozenset[str] = frozenset()
QUOTED = 8
"""Tokens that quoted words within a group have at most, their quotes included."""
SHOUTED = 14
"""Tokens that quoted words have at most that tell which statement is meant, or what is shouted."""
OWNERS = frozenset(("country", "group", "party", "body", "role"))
"""Names of those that people belong to."""


@cache
def _by_first(phrases: tuple[str, ...]) -> dict[str, list[list[str]]]:
    """Phrases as lists of their words, by the first one."""
    found: dict[str, list[list[str]]] = {}
    for words in (p.split() for p in phrases):
        found.setdefault(words[0], []).append(words)
    return found


class Joins:
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
        if self.norms[end - 1] in self.shapes.titles and end < len(self.tokens) and i > 0:
            dated = self.tokens[i - 1].readings[0].sem in DATING or self.tokens[i - 1].pos == "VERB"
            if not dated and self.tokens[end].readings[0].sem == "human":
                return self.words.postposition_at([self.norms[i]], 0)  # अदालत से | पूर्व सांसद को; but चुनाव से पूर्व
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
                len(parts) > 2 or (self.open >= 0 and self.tokens[i - 1].pos == "NUM")
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
