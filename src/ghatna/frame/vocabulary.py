"""Is this word here? Words and sequences of words looked for in a sentence, by spelling and by lemma."""

from ghatna.lexicon.rules import ClauseWords, Rules, WordSet
from ghatna.model import Roles, Token


def says(token: Token, word: str) -> bool:
    """Whether a token is this word of a trigger: by its spelling or by any of its lemmas."""
    return token.norm == word or any(r.lemma == word for r in token.readings)


def at(tokens: tuple[Token, ...], words: tuple[str, ...], last: int) -> int:
    """First token of the sequence `words` that ends before token `last`; -1 when it does not."""
    i = last - 1
    if i >= 0 and not says(tokens[i], words[-1]):
        return -1  # most often
    for n in range(len(words) - 1, -1, -1):
        while 0 <= i < last - 1 and tokens[i].pos == "PART" and not says(tokens[i], words[n]):
            i -= 1  # a particle may stand between: मामला भी दर्ज किया
        if i < 0 or not says(tokens[i], words[n]):
            return -1
        i -= 1
    return i + 1


def glossed_to(tokens: tuple[Token, ...], end: int, last: int, shapes: ClauseWords) -> bool:
    """Whether tokens `end … last` are a gloss in brackets on the word before: एयरस्ट्राइक | (air strike)."""
    opening, closing = shapes.brackets
    return last > end + 1 and tokens[end].norm == opening and tokens[last - 1].norm == closing


def anywhere(tokens: tuple[Token, ...], words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether the sequence stands within tokens `first … last`."""
    final = words[-1]
    return any(
        says(tokens[i - 1], final) and at(tokens, words, i) >= first for i in range(first + len(words), last + 1)
    )


class Vocabulary:
    """The words of a sentence, by spelling and by lemma, to ask for word sets without reading the sentence anew."""

    def __init__(self, roles: Roles, rules: Rules) -> None:
        self.tokens = roles.tagged.tokens
        self.words = {"", *(t.norm for t in self.tokens), *(r.lemma for t in self.tokens for r in t.readings)}
        self.political = self.find(rules.everywhere)
        """The word that makes the sentence unpolitical (sport, film …); empty in most."""

    def find(self, wanted: WordSet) -> str:
        """A word or sequence of the set that stands in the sentence, empty when none does."""
        if some := wanted.single & self.words:
            return min(some)
        for words in wanted.several:
            if words[-1] in self.words and words[0] in self.words and anywhere(self.tokens, words, 0, len(self.tokens)):
                return " ".join(words)
        return ""

    def within(self, wanted: WordSet, first: int, last: int) -> bool:
        """Whether a word of the set stands at tokens `first` … `last`."""
        some = wanted.single & self.words
        if some and any(says(t, word) for t in self.tokens[first:last] for word in some):
            return True
        return any(
            words[-1] in self.words and words[0] in self.words and anywhere(self.tokens, words, first, last)
            for words in wanted.several
        )
