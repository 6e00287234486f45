"""Names of actors and places: `Names` finds the rows of the actor files in a sentence. `actors` reads the files."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from ghatna.lexicon.cases import ERGATIVE, IN, OBJECT
from ghatna.lexicon.shelf import Shelf
from ghatna.lexicon.sounds import Sounds
from ghatna.lexicon.tree import Step, down, longer, parts_of, walk
from ghatna.model import Name, NameAt, Token


class Role(Struct, frozen=True):
    """What a common noun for somebody who acts says: `kind` is person, group, body, or `member`, for words such as
    `प्रवक्ता` whose sectors are those of whoever they belong to and `sectors` only when nobody is named; a `leader`
    (`नेता`) is such a member too, and of the government when a state is all that he belongs to.

    `home` is the country that Hindi papers mean by the word when nothing places it (`सरपंच`), `STRANGER` for those
    whom a sentence does not place (`बंदूकधारी`)."""

    kind: str
    sectors: tuple[str, ...]
    home: str = ""


ABROAD = frozenset(("country", "adjective", "seat", "region", "place"))
"""Kinds of names that tell of a state or a part of it."""
ORGANISED = ("group", "party")
"""Kinds of names of those whose namesakes in another state are others …"""
MOVEMENTS = frozenset((*ORGANISED, "role"))
"""… and of what their people are called."""
ACTING = ("human", "group", "body", "place", "time")
"""Senses of nouns that stand beside a name without belonging to it."""
ALIKE = 0.6
"""Share of letters that two spellings of one given name have in common, in order."""
THING = "thing"
ACTORS = ("role", "body")
"""Kinds of names that an adjective of a state stands before."""
PROPER = "PROPN"
LONGEST = 6
"""Tokens of a name."""
STRANGER = "-"
"""The `home` of strangers."""


class Names:
    """The rows of the actor files by the words of their forms. Read-only once loaded."""

    def __init__(
        self,
        root: Step,
        roles: dict[str, Role],
        marks: dict[str, str],
        countries: dict[str, Name],
        origins: dict[str, tuple[str, ...]],
        organs: dict[tuple[str, str], str],
        sounds: Sounds,
    ) -> None:
        self._root = Shelf(root.next)
        self._roles = roles
        self._marks = marks
        self._origins = origins
        self._organs = organs
        self._sounds = sounds
        self.countries = countries
        """The row of each country by its code."""
        self._namesakes = dict(_namesakes(root.next))

    def find(self, tokens: Sequence[Token]) -> tuple[NameAt, ...]:
        """The names in `tokens`: the longest at each place, left to right, never crossing.

        All words but the last match as written, the last also inflected (`रूसियों` → `रूसी`) or by its lemma; a hyphen
        may stand for a space and a space for a hyphen.
        """
        found: list[NameAt] = []
        root, size, i = self._root, len(tokens), 0
        while i < size:
            token = tokens[i]
            step = root.get(token.norm)
            if step is not None and step.next:
                last, names = walk(tokens, i, root)
            else:
                last, names = i + 1, (step.names if step is not None else [])
            if not names:
                last, names = i + 1, self._inflected(token)
            if not names and "." in token.norm:
                last, names = walk(tokens, i, root)
            if names and last == i + 1 and (token.pos == "PRON" or self._no_name(tokens, i, names)):
                names = []  # आप is a party only where it is no pronoun
            if last > i + 1 and longer(tokens, last, root):
                last, names = i + 1, self._inflected(token) if step is None else step.names  # सीएम मोहन | यादव
            if not names and token.pos == PROPER:
                last, names = self._sounding(tokens, i)
            if names:
                found.append(NameAt(i, last, tuple(names)))
                i = last
            else:
                i += 1
        return _again(tokens, self._abroad(tokens, found))

    def _sounding(self, tokens: Sequence[Token], i: int) -> tuple[int, list[Name]]:
        """A person whose name, no word of which many bear, begins at token `i` in a spelling that no row has."""
        ends: list[tuple[int, tuple[str, ...]]] = []
        parts: tuple[str, ...] = ()
        for k in range(i, min(i + LONGEST, len(tokens))):
            more = parts_of(tokens[k].norm)
            if more and tokens[k].pos != PROPER:
                break
            parts += more
            if more:
                ends.append((k + 1, parts))
        for last, words in reversed(ends):
            if not any(word in self._origins for word in words) and (names := self._sounds.person(words)):
                return last, list(names)
        return i + 1, []

    def _abroad(self, tokens: Sequence[Token], found: list[NameAt]) -> list[NameAt]:
        """The names, those of movements and parties taken for their namesakes where a sentence plays in the one state
        that has them: नेपाल में | माओवादी are those that नेपाली माओवादी names."""
        scenes = {n.country for at in found if _scene(tokens, at) for n in at.names if n.country}
        if len(scenes) != 1:
            return found
        (scene,) = scenes
        out: list[NameAt] = []
        for at in found:
            token = tokens[at.first]
            words = (token.norm, *(reading.lemma for reading in token.readings))
            other = next((n for word in words if (n := self._namesakes.get((word, scene)))), None)
            alone = at.last - at.first == 1 and any(n.kind in ORGANISED for n in at.names)
            alone = alone and all(n.kind in MOVEMENTS and n.country != scene for n in at.names)
            out.append(NameAt(at.first, at.last, other) if alone and other is not None else at)
        return out

    def _no_name(self, tokens: Sequence[Token], i: int, names: list[Name]) -> bool:
        """Whether the one word by which a person is known (राहुल, शाह) is part of somebody else's name (राहुल वर्मा), or
        a body's name is a common noun that the words before it belong to (मतदान केंद्र, विवाद का केंद्र), a region's name
        says in which part of somewhere else, or the adjective of a state is a noun for something."""
        if self._marks.get(tokens[i].norm) == "alone":
            return i > 0 and (_common(tokens[i - 1]) or self.mark(tokens[i - 1]) == "genitive")
        if self._marks.get(tokens[i].norm) == "compass":
            of = i > 0 and self.mark(tokens[i - 1]) == "genitive"  # देश के पूर्वोत्तर में, पूर्वोत्तर नाइजीरिया में
            return of or (i + 1 < len(tokens) and tokens[i + 1].pos == "PROPN")
        if tokens[i].readings[0].sem == THING and all(name.kind == "adjective" for name in names):
            _, after = walk(tokens, i + 1, self._root) if i + 1 < len(tokens) else (0, [])
            return not any(name.kind in ACTORS for name in after)  # चेक बाउंस, but चेक राष्ट्रपति
        if any(name.kind != "person" for name in names):
            return False
        if tokens[i].norm not in self._origins:
            return i > 0 and self._titles(tokens[i - 1]) and self._surnamed(tokens, i)  # विदेश मंत्री एंटनी ब्लिंकेन ने
        beside = (tokens[j] for j in (i - 1, i + 1) if 0 <= j < len(tokens))
        return any(self.origin(token) for token in beside) or self._surnamed(tokens, i) or self._given(tokens, i, names)

    def _titles(self, token: Token) -> bool:
        """Whether a word is a role, as before a name."""
        step = self._root.get(token.norm)
        return step is not None and any(name.kind == "role" for name in step.names)

    def _given(self, tokens: Sequence[Token], i: int, names: list[Name]) -> bool:
        """Whether a word that no file knows stands as given name before a surname that many bear, and is not the given
        name of its best-known bearer in another spelling: आसिम | शरीफ."""
        before = tokens[i - 1] if i else None
        if before is None or before.pos != "PROPN" or not before.readings[0].guess:
            return False
        if before.text.isascii() != tokens[i].text.isascii():
            return False  # BREAKING मायावती
        known = self._root.get(before.norm)
        if known is not None and known.names:
            return False
        own = {word for name in names for word in name.row.partition(":")[2].split()}
        return not any(SequenceMatcher(None, before.norm, word).ratio() >= ALIKE for word in own)

    def _surnamed(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a word that no file knows stands as surname after a given name: नीतीश | सारदा को."""
        if i + 1 >= len(tokens) or tokens[i + 1].pos != "PROPN" or self._root.get(tokens[i + 1].norm) is not None:
            return False
        after = tokens[i + 2].norm if i + 2 < len(tokens) else OBJECT  # the words of a participant alone
        return after in (ERGATIVE, OBJECT) or self._marks.get(after) == "genitive"

    def of_word(self, *forms: str) -> list[Name]:
        """The names of one word alone, by the first of its forms that has any."""
        return next((step.names for form in forms if (step := self._root.get(form)) is not None and step.names), [])

    def role(self, name: Name) -> Role | None:
        """What the role row `name` says; None for a name of another kind."""
        return self._roles.get(name.row)

    def organ(self, role: str, country: str, of: str = "") -> str:
        """The English name of the institution that a role means in a state or a part of it: `role` is the row of the
        role, `of` the English name of its owner, `country` the state if that is one. Empty for roles that name no
        institution, and where no owner is named for those that have no name of their own in the country."""
        named = self._organs.get((role, country)) if country else None
        return named or (self._organs.get((role, ""), "").format(of) if of else "")

    def origin(self, token: Token) -> tuple[str, ...]:
        """Countries whose people bear a given name or surname, the likeliest first; none for words that are no such, or
        are read as common words (शांति)."""
        common = token.pos == "ADJ" or token.readings[0].sem
        return () if common else self._origins.get(token.norm, ())

    def borne(self, token: Token) -> bool:
        """Whether people are called by a word, be it a common one, too: विकास, नवीन."""
        return token.norm in self._origins

    def mark(self, token: Token) -> str:
        """The kind of a word of `marks.tsv`, else empty."""
        return self._marks.get(token.norm, "")

    def owning(self, tokens: Sequence[Token], found: Sequence[NameAt]) -> tuple[NameAt, ...]:
        """The names without those of states and places that only tell what somebody is for or against:
        यूरोप समर्थक भीड़."""
        return tuple(
            at
            for at in found
            if at.last >= len(tokens)
            or self.mark(tokens[at.last]) != "about"
            or not {name.kind for name in at.names} <= ABROAD
        )

    def _inflected(self, token: Token) -> list[Name]:
        """Names of a single word that is inflected, or of a hyphenated one (`भारत-पाकिस्तान` names two)."""
        root, norm = self._root, token.norm
        for reading in token.readings:
            if (
                reading.pos != "VERB"
                and reading.lemma != norm
                and (step := root.get(reading.lemma)) is not None
                and step.names
            ):
                return step.names
        if "-" not in norm:
            return []
        parts = parts_of(norm)
        step = down(root, parts)
        if step is not None and step.names:
            return step.names
        each = [root.get(part) for part in parts]
        return [name for step in each if step is not None for name in step.names] if all(each) else []


def _namesakes(root: Mapping[str, Step]) -> Iterator[tuple[tuple[str, str], tuple[Name, ...]]]:
    """Movements and parties that are called by the adjective of their state and one more word: by that word and the
    state."""
    for step in root.values():
        for country in {n.country for n in step.names if n.kind == "adjective" and n.country}:
            for word, inner in step.next.items():
                names = tuple(n for n in inner.names if n.kind in ORGANISED and n.country == country)
                if names:
                    yield (word, country), names


def _scene(tokens: Sequence[Token], at: NameAt) -> bool:
    """Whether a name of a state, or of a place of one, tells where a sentence plays: नेपाल | में, बुनेर | जिले में."""
    i = at.last
    if i < len(tokens) and tokens[i].readings[0].sem == "place":
        i += 1
    return i < len(tokens) and tokens[i].norm == IN and all(n.kind in ABROAD for n in at.names)


def _again(tokens: Sequence[Token], found: list[NameAt]) -> tuple[NameAt, ...]:
    """The names with those added by which somebody is called once more by one word of his name, before a postposition:
    राज ठाकरे …, राज को."""
    begins = {at.first: at for at in found}
    taken = {t for at in found for t in range(at.first, at.last)}
    called: dict[str, NameAt] = {}
    out: list[NameAt] = []
    for i, token in enumerate(tokens):
        if (at := begins.get(i)) is not None:
            out.append(at)
            if at.last - at.first > 1 and any(name.kind == "person" for name in at.names):
                called |= {tokens[at.first].norm: at, tokens[at.last - 1].norm: at}
        elif i not in taken and token.norm in called and token.pos in ("NOUN", "PROPN"):
            alone = tokens[i - 1].pos != "PROPN" and i + 1 < len(tokens) and tokens[i + 1].pos == "ADP"
            if alone:
                out.append(NameAt(i, i + 1, called[token.norm].names))
    return tuple(out)


def _common(before: Token) -> bool:
    """Whether a word makes a common noun of the one after it: मतदान | केंद्र, not राज्य | केंद्र."""
    return before.pos == "ADJ" or (before.pos == "NOUN" and before.readings[0].sem not in ACTING)
