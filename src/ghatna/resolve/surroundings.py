"""What a sentence tells of where it plays."""

from collections.abc import Sequence

from ghatna.lexicon.cases import ON
from ghatna.lexicon.gazetteer import Gazetteer
from ghatna.lexicon.names import Names
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Roles
from ghatna.parse.front import ACTS
from ghatna.resolve.article import countries
from ghatna.resolve.place import choose
from ghatna.resolve.place import names as places
from ghatna.resolve.reference import References

PLACED = frozenset(("region", "seat", "country", "place"))


class Surroundings:
    """What a sentence tells of where it plays, read once for all its events."""

    def __init__(self, roles: Roles, names: Names, gazetteer: Gazetteer, shapes: ClauseWords) -> None:
        self.roles, self.names, self.gazetteer, self.shapes = roles, names, gazetteer, shapes
        self.references = References(roles, shapes)
        self.every = countries(roles.tagged, names)
        """Countries that the sentence speaks of; where none is named, those of its towns."""
        self.topic = self._topic()
        if not self.every:
            tokens = roles.tagged.tokens
            self.every = list(dict.fromkeys(self.towns(0, len(tokens))))

    def towns(self, first: int, last: int) -> list[str]:
        """Countries of the towns named at tokens `first … last`."""
        tokens = self.roles.tagged.tokens
        found = places(tokens, first, last, self.gazetteer)
        return [choose(one.spots, [], self.every).country for one in found]

    def _topic(self) -> str | None:
        """The country named before the first colon of a headline: `नेपाल: …`, `Nepal Violence: …`."""
        for i, chunk in enumerate(self.roles.chunks[:4]):
            if chunk.kind == "mark" and self.roles.tagged.tokens[chunk.first].norm in self.shapes.colons:
                return self._placed(0, chunk.first) if i else None
            if chunk.verb is not None:
                break
        return None

    def _placed(self, first: int, last: int) -> str | None:
        """The country of the first place at tokens `first … last`."""
        for at in self.roles.tagged.names:
            if first <= at.first < last:
                for name in at.names:
                    if name.country and ":" not in name.country and name.kind in PLACED:
                        return name.country
        return next(iter(self.towns(first, last)), None)

    def aside(self, index: int) -> frozenset[int]:
        """The chunks of participles that tell where something was said, and so nothing of where the act of clause
        `index` plays: लंदन में | दिए गए | बयान को लेकर."""
        found: set[int] = set()
        for n, clause in enumerate(self.roles.clauses):
            if n == index or clause.kind != "participle" or clause.antecedent < 0:
                continue
            about = self.roles.chunks[clause.antecedent]
            if self.roles.tagged.tokens[about.head].readings[0].sem == "speech":
                found.update(clause.chunks)
        return frozenset(found)

    def scene(self, chunks: Sequence[int], strikers: frozenset[str] = frozenset()) -> str | None:
        """The country of the first of `chunks` that is a place marked में or पर, its owners too (काठमांडू की सड़कों पर);
        else that of the headline's topic. The attack of one of `strikers` is no place: रूस के हमलों में."""
        for i in chunks:
            chunk = self.roles.chunks[i]
            if chunk.kind == "noun" and chunk.case in self.shapes.scene_cases:
                if chunk.case == ON and self.roles.tagged.tokens[chunk.head].readings[0].sem in ACTS:
                    continue  # पाकिस्तान की | जीत पर
                first = self.roles.chunks[self.references.groups.chain(i)].first
                found = self._placed(first, chunk.last)
                if found and not (
                    found in strikers and self.roles.tagged.tokens[chunk.head].readings[0].sem == "event"
                ):
                    return found
        return self.topic
