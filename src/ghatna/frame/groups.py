"""Who a noun group names: genitive chains, coordination, owners of things, names inside a group."""

from ghatna.lexicon.cases import DIRECT, ERGATIVE, GENITIVE, IN, ON
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Chunk, NameAt, Party, Roles
from ghatna.parse.participant import participant

PEOPLE = frozenset(("person", "role"))
OWNING = frozenset(("country", "adjective", "body", "group", "party", "person", "seat"))


class Groups:
    """The noun groups of one sentence, and who they name."""

    def __init__(self, roles: Roles, shapes: ClauseWords) -> None:
        self.roles, self.shapes = roles, shapes
        self.tagged, self.chunks, self.clauses = roles.tagged, roles.chunks, roles.clauses
        self.named: dict[int, NameAt] = {t: name for name in self.tagged.names for t in range(name.first, name.last)}

    def chain(self, i: int) -> int:
        """The first chunk of the genitive chain that ends in chunk `i`."""
        while i > 0 and self.owns(i - 1):
            i -= 1
        return i

    def owns(self, i: int) -> bool:
        """Whether chunk `i` is a genitive of the chunk after it: it touches it and agrees with its gender and case."""
        before, after = self.chunks[i], self.chunks[i + 1]
        if before.kind != "noun" or before.case != GENITIVE or before.last != after.first:
            return False
        wanted = self.shapes.agreement.get(self.tagged.tokens[before.last - 1].norm, "").split()
        gender = self.tagged.tokens[after.head].readings[0].gender
        if not wanted or before.last == before.body:
            return True
        name = self.named.get(before.head)
        if name is not None and any(n.kind == "person" for n in name.names) and self.is_time(after):
            return False  # मोदी की | शनिवार रात | बातचीत
        if gender and gender != wanted[0] and after.head not in self.named:
            return False
        return wanted[-1] != "dir" or after.case == DIRECT

    def phrase(self, i: int, end: int, why: str, *, thing: bool = False) -> tuple[Party, ...]:
        """The participants that chunk `i` (up to token `end`) names, with those coordinated to it on the left."""
        chunk = self.chunks[i]
        if chunk.kind == "relative":
            return self.antecedent(i)
        start = self.chain(i)
        head = self.tagged.tokens[chunk.head].readings[0]
        if self.is_time(chunk) or head.lemma in self.shapes.reflexive:
            return ()
        if head.pos == "PRON" and head.lemma in self.shapes.proposition and head.number != "pl":
            return ()  # इसकी निंदा की: what was told, not somebody
        last = end - 1
        while last > chunk.first and self.tagged.tokens[last].pos == "PART":
            last -= 1
        named = chunk.head if last + 1 == chunk.body else last  # before a bracketed short form
        if thing or participant(self.tagged, named, self.named):
            single = start == i and last == chunk.first and self.tagged.tokens[last].pos == "PRON"
            party = Party(self.chunks[start].first, last + 1, why, pronoun=single)
        else:
            return self.owners(i, why) or self.inside(chunk.first, end, why) or self.beyond(start, why)
        return (*self.coordinated(start, why), party)

    def owners(self, i: int, why: str) -> tuple[Party, ...]:
        """The nearest participant in the genitives before chunk `i`."""
        start = self.chain(i)
        for k in range(i - 1, start - 1, -1):
            chunk = self.chunks[k]
            if self.tagged.tokens[chunk.head].lemma in self.shapes.reflexive:
                return ()
            if participant(self.tagged, chunk.head, self.named) and not self.is_time(chunk):
                party = Party(self.chunks[start].first, chunk.body, why)
                return (*self.coordinated(start, why), party)
            if found := self.inside(chunk.first, chunk.body, why):
                return found
        return ()

    def beyond(self, start: int, why: str) -> tuple[Party, ...]:
        """The named owner before a participle that stands before a thing: रूस की … रक्षा करने वाली नीति."""
        before = self.chunks[start - 1] if start > 0 else None
        if before is None or before.verb is None or before.verb.form not in ("agentive", "perf"):
            return ()
        for k in range(start - 2, -1, -1):
            chunk = self.chunks[k]
            if chunk.verb is not None or chunk.case == ERGATIVE:
                return ()
            if chunk.kind == "noun" and chunk.case == GENITIVE and chunk.head in self.named:
                return self.phrase(k, chunk.body, why)
        return ()

    def inside(self, first: int, end: int, why: str) -> tuple[Party, ...]:
        """A name (or a country's adjective) within a group that itself names a thing: `रूसी नीति`."""
        for t in range(end - 1, first - 1, -1):
            name = self.named.get(t)
            acts = self.tagged.tokens[t].pos in ("NOUN", "PROPN")
            if name is not None and any(n.kind in OWNING or (n.kind == "role" and acts) for n in name.names):
                return (Party(max(first, name.first), min(end, name.last), why),)
        return ()

    def before_scene(self, first: int, last: int) -> tuple[Party, ...]:
        """Somebody whose genitive agrees with the noun at `first … last` though a scene stands between them:
        महिला की होटल में हत्या."""
        i = next((k for k, c in enumerate(self.chunks) if c.first == first), 0)
        if i < 2:
            return ()
        scene, who = self.chunks[i - 1], self.chunks[i - 2]
        if scene.kind != "noun" or scene.case not in (IN, ON) or who.kind != "noun" or who.case != GENITIVE:
            return ()
        name = self.named.get(who.head)
        human = self.tagged.tokens[who.head].readings[0].sem == "human"
        if not human and (name is None or not {n.kind for n in name.names} <= PEOPLE):
            return ()
        wanted = self.shapes.agreement.get(self.tagged.tokens[who.last - 1].norm, "").split()
        gender = self.tagged.tokens[last - 1].readings[0].gender
        return self.phrase(i - 2, who.body, GENITIVE) if wanted and wanted[0] == gender else ()

    def coordinated(self, start: int, why: str) -> tuple[Party, ...]:
        """Participants joined to the left by और or commas, which share the postposition."""
        out: list[Party] = []
        k = start - 1
        if k >= 0 and self.chunks[k].case in self.shapes.including:
            return self.phrase(k, self.chunks[k].body, why)  # कांग्रेस सहित | कई दलों ने
        while k > 0:
            mark = self.chunks[k]
            word = self.tagged.tokens[mark.first]
            joined = mark.kind == "join" and word.lemma in self.shapes.join
            if not joined and not (out and mark.kind == "mark" and word.norm in self.shapes.commas):
                break  # a comma joins only in a list that has its और: A, B और C ने
            before = self.chunks[k - 1]
            if (
                before.kind != "noun"
                or before.case not in (DIRECT, self.chunks[start].case)
                or not (participant(self.tagged, before.head, self.named) or before.head in self.named)
                or self.is_time(before)
            ):
                break
            first = self.chain(k - 1)
            out.append(Party(self.chunks[first].first, before.body, why))
            k = first - 1
        return tuple(reversed(out))

    def antecedent(self, i: int) -> tuple[Party, ...]:
        for clause in self.clauses:
            if (i in clause.chunks or i in clause.outer) and clause.antecedent >= 0 and clause.kind == "relative":
                chunk = self.chunks[clause.antecedent]
                return self.phrase(clause.antecedent, chunk.body, "relative")
        chunk = self.chunks[i]
        return (Party(chunk.first, chunk.body, "relative"),)

    def is_time(self, chunk: Chunk) -> bool:
        return self.tagged.tokens[chunk.head].readings[0].sem == "time"
