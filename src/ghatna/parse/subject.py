"""Subjects that nothing marks.

A direct subject stands bare before the next group (`आयोग मामले की पड़ताल कर रहा है`), and the chunker, which cuts at
postpositions, takes both for one group. Where a clause wants a subject and has none, it is looked for at the beginning
of the marked groups. What makes one name of two nouns (`पुलिस अधिकारी`, `महिला पत्रकार`, `वकील संघ`) is left whole.
"""

from collections.abc import Iterator

from ghatna.lexicon.cases import DIRECT, ERGATIVE, GENITIVE, IN, OBJECT, ON
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Chunk, Clause, NameAt, Role, Tagged
from ghatna.parse.participant import ACTING, GOVERNS, SEMS, participant

PEOPLE = frozenset(("person", "group", "role"))
COMPOUND = frozenset(("place", "human", "group", "body"))
"""Kinds of nouns that join a body or country into one name: पुलिस चौकी, भारत सरकार, सेना प्रमुख."""
WHERE = frozenset(("place", "region"))
PLACES = frozenset(("country", "seat", "place"))
NAMED = frozenset(("country", "seat", "body", "party"))
"""Kinds of names that are no common words, so that they begin a subject anywhere."""
CIVIL = frozenset(("AGR", "LAB", "EDU", "CVL"))
"""Sectors of those whose name for what they are is no title of somebody known: किसान, छात्र, मजदूर."""
FIGHTING = frozenset(("REB", "UAF", "MIL"))
"""Sectors of those who bear the name of the group or state that they fight for."""
FORCES = frozenset(("COP", "SPY", "MIL", "JUD"))
"""Sectors of bodies that act against people …"""
PUBLIC = frozenset(("LEG", "ELI", "GOV", "PTY", "OPP", "JRN"))
"""… and of some who are none of theirs."""
DEALING = frozenset(("party", "body", "person"))
"""Names of those who deal with others."""
LATER = 2
"""Groups in which a subject is looked for: it stands first, or after one that tells when, where or why; after two, with
a number or a pronoun that owns it (पार्टी पर | बैन के खिलाफ | उनके समर्थक | सड़कों पर)."""


def bare_subjects(
    tagged: Tagged,
    chunks: tuple[Chunk, ...],
    clauses: tuple[Clause, ...],
    roles: tuple[tuple[Role, ...], ...],
    shapes: ClauseWords,
) -> tuple[Chunk, ...] | None:
    """The chunks anew with bare subjects cut off, or None when no clause lacks its subject."""
    finder = _Finder(tagged, chunks, shapes)
    cuts: dict[int, int] = {}
    direct: set[int] = set()
    for clause, some in zip(clauses, roles, strict=True):
        if finder.wants(clause, some):
            for i, joined, first in finder.places(clause):
                if (at := finder.cut(chunks[i], first=first)) > 0:
                    cuts[i] = at
                    direct.update(joined)
                    break
    if not cuts:
        return None
    out: list[Chunk] = []
    for i, chunk in enumerate(chunks):
        at = cuts.get(i, 0)
        if at:
            out.append(Chunk("noun", chunk.first, at, at - 1, at, case=DIRECT))
            out.append(Chunk("noun", at, chunk.last, chunk.head, chunk.body, case=chunk.case))
        elif i in direct:
            out.append(Chunk("noun", chunk.first, chunk.last, chunk.head, chunk.body, case=DIRECT))
        else:
            out.append(chunk)
    return tuple(out)


class _Finder:
    def __init__(self, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> None:
        self.tagged, self.tokens, self.chunks, self.shapes = tagged, tagged.tokens, chunks, shapes
        self.named: dict[int, NameAt] = {t: at for at in tagged.names for t in range(at.first, at.last)}

    def kinds(self, i: int) -> frozenset[str]:
        name = self.named.get(i)
        return frozenset(n.kind for n in name.names) if name is not None else frozenset()

    def wants(self, clause: Clause, some: tuple[Role, ...]) -> bool:
        """Whether a clause has a verb that agrees with a subject, and no subject. In a headline a perfective before its
        noun will do: BJP में हुए शामिल."""
        if clause.verb < 0:
            return self.stative(clause)
        if clause.kind not in ("main", "coordinate", "speech", "conditional", "relative"):
            return False
        verb = self.chunks[clause.verb].verb
        if verb is None or verb.form not in ("finite", "perf"):
            return False
        if verb.voice == "passive":  # सरगना | मुठभेड़ में | पकड़ा गया
            stood = any(self.chunks[r.chunk].case in (DIRECT, OBJECT) for r in some if r.karaka == "karma")
            return not stood and clause.kind in ("main", "coordinate")
        if any(self.chunks[i].case == ERGATIVE for i in (*clause.outer, *clause.chunks)):
            return False
        if verb.form == "perf" and any(
            self.tokens[self.chunks[i].head].pos == "NOUN" for i in clause.chunks if i > clause.verb
        ):
            return False  # युवाओं पर चलीं लाठियां: what stands after it is its subject
        happens = verb.lemmas[0] in self.shapes.happen or verb.lemmas[0] in self.shapes.happened
        before = self.chunks[clause.verb - 1]
        if happens and before.kind == "noun" and before.case == DIRECT:
            noun, said = self.tokens[before.head].readings[0], self.tokens[self.chunks[clause.verb].first]
            several = noun.number != "pl" and all(r.number == "pl" for r in said.readings)  # हमले का | शिकार हुए
            if noun.sem == "event" and not several:
                return False  # पार्टी नेताओं के साथ | बैठक हुई
        return not any(r.karaka == "karta" and self.stands(r.chunk, clause) for r in some)

    def stative(self, clause: Clause) -> bool:
        """Whether a verbless piece tells the state of somebody who does not stand apart: पूर्व मंत्री हवाईअड्डे से | गिरफ्तार,
        सफाईकर्मी वेतन को लेकर | हड़ताल पर."""
        nouns = [i for i in clause.chunks if self.chunks[i].kind == "noun"]
        if len(nouns) < 2:
            return False
        last = self.chunks[nouns[-1]]
        head = self.tokens[last.head]
        state = last.case == DIRECT and head.lemma in (*self.shapes.states, *self.shapes.belonging)
        if not state and not (last.case in (ON, IN) and head.readings[0].sem == "event"):
            return False
        return not any(
            self.chunks[i].case in (DIRECT, ERGATIVE, OBJECT)
            and participant(self.tagged, self.chunks[i].head, self.named)
            for i in nouns
        )

    def stands(self, i: int, clause: Clause) -> bool:
        """Whether a direct group is a subject: an unknown noun right before the verb is rather its noun part, a place
        there where somebody goes (दोहा पहुंचे)."""
        head = self.chunks[i].head
        if not participant(self.tagged, head, self.named):
            return False
        first = min((k for k in (*clause.outer, *clause.chunks) if self.chunks[k].kind == "noun"), default=i)
        after = self.chunks[i + 1].verb if i + 1 < len(self.chunks) else None
        if after is not None and after.form == "inf" and i in clause.outer and i != first:
            return False  # महिलाओं के | विश्वविद्यालय | जाने पर: where they go
        titled = any("role" in self.kinds(k) for k in range(self.chunks[i].first, head))  # केंद्रीय मंत्री रिजीजू | भड़के
        known = head in self.named and (i == first or not self.kinds(head) <= PLACES)
        return i != clause.verb - 1 or known or (titled and self.tokens[head].pos == "PROPN")

    def places(self, clause: Clause) -> Iterator[tuple[int, list[int], bool]]:
        """The groups that may begin with the subject, each with those joined to it on the left, and whether it stands
        first or goes on with what does (यूरोपीय संघ के | देश तेल को लेकर)."""
        nouns = sorted(i for i in (*clause.outer, *clause.chunks) if self.chunks[i].kind == "noun")
        seen = 0
        for n, i in enumerate(nouns):
            chunk = self.chunks[i]
            owned = n > 0 and nouns[n - 1] == i - 1 and self.chunks[i - 1].case == GENITIVE
            his = self.tokens[self.chunks[i - owned].head].pos == "PRON"
            if seen == LATER and not (his or self.tokens[chunk.first].pos == "NUM"):
                return
            if owned and chunk.case == ON and self.tokens[chunk.first].readings[0].sem != "human":
                seen += 1
                continue  # यमन के हूती ठिकानों पर is one group
            joined = [*self.listed(i), i]
            if self.official(chunk) and i + 1 < len(self.chunks) and self.chunks[i + 1].kind == "join":
                yield i, joined[:-1], n == 0 or owned  # विदेश मंत्री | इजरायल और मिस्र का दौरा करेंगे
            while (
                i + 2 < len(self.chunks)
                and self.chunks[i + 1].kind == "join"
                and self.chunks[i + 2].kind == "noun"
                and participant(self.tagged, self.chunks[i].head, self.named)
            ):
                i += 2  # रूस और | उत्तर कोरिया न्याय की: the last of a list is cut
                joined.append(i)
            if self.chunks[i].case != DIRECT:
                yield i, joined[:-1], n == 0 or owned
            if chunk.case != GENITIVE and not self.aside(chunk) and not self.within(i, clause):
                seen += 1
            if seen > LATER:
                return

    def within(self, i: int, clause: Clause) -> bool:
        """Whether a group belongs to a participle before the clause's own words: सरकार के खिलाफ | नारे | लगाते हुए | छात्र
        विधानसभा की ओर बढ़े."""
        first = min(clause.chunks, default=clause.verb)
        verbs = (self.chunks[k].verb for k in range(i + 1, first))
        return i in clause.outer and any(v is not None and v.form == "impf" for v in verbs)

    def official(self, chunk: Chunk) -> bool:
        """Whether a group is somebody's office and a state after it, which is no part of its name."""
        state = self.named.get(chunk.head)
        if state is None or state.first == chunk.first or not self.kinds(chunk.head) <= {"country", "seat"}:
            return False
        return self.kinds(state.first - 1) <= {"role", "person"} and bool(self.kinds(state.first - 1))

    def aside(self, chunk: Chunk) -> bool:
        """Whether a group says only when (सोमवार को), or what those after it are part of (महागठबंधन में | शामिल दल)."""
        after = self.tokens[chunk.last].lemma if chunk.last < len(self.tokens) else ""
        return self.tokens[chunk.head].readings[0].sem == "time" or (
            chunk.case == IN and after in self.shapes.belonging
        )

    def listed(self, i: int) -> list[int]:
        """The groups before chunk `i` that commas join to it, to which the chunker gave its case: मंत्री, | नेता और |
        कार्यकर्ता सड़कों पर."""
        found: list[int] = []
        while i > 1 and self.tokens[self.chunks[i - 1].first].norm in self.shapes.commas:
            i -= 2
            chunk = self.chunks[i]
            if chunk.kind != "noun" or chunk.last > chunk.body or not participant(self.tagged, chunk.head, self.named):
                break
            found.append(i)
            while i > 0 and self.chunks[i - 1].case == GENITIVE and self.chunks[i - 1].last == self.chunks[i].first:
                i -= 1
        return found

    def cut(self, chunk: Chunk, *, first: bool) -> int:
        """Where the subject at the beginning of a marked group ends; 0 when the group is one name. A group that is not
        the first of its clause begins with somebody only: महासभा हॉल से. Who tells is one group with his agency: समाचार
        एजेंसी भाषा के मुताबिक."""
        if chunk.case in self.shapes.source_cases:
            return 0
        begun = self.modifiers(chunk.first, chunk.body)
        if begun >= chunk.body or not participant(self.tagged, begun, self.named):
            return 0
        at = self.name(begun, chunk.body, titled=self.titled(chunk.first, begun))
        if at < chunk.body - 1 and self.tokens[at - 1].lemma in self.shapes.modifying and self.kinds(at) & PEOPLE:
            at = self.name(at, chunk.body, titled=False)  # विपक्षी सांसद | सदन में
        if at >= chunk.body or at == begun or self.tokens[at].norm in self.shapes.hyphens:
            return 0  # रूस-यूक्रेन के बीच
        if self.tokens[at - 1].readings[0].sem == "place" and self.kinds(at) & (PLACES | WHERE):
            return 0  # राजधानी रियाद में
        if at == chunk.head and self.of_its_arms(at):
            return 0  # हमास | हमलावरों के बीच is one
        head = self.tokens[chunk.head].readings[0]
        several = head.case == "obl" and head.number == "pl"
        last = self.tokens[at - 1]
        deals = last.readings[0].sem == "body" or bool(self.kinds(at - 1) & DEALING)
        if deals and at == chunk.head and self.tokens[at].lemma in self.shapes.befallen:
            return at  # अदालत | अभियुक्त को, भाजपा | देश को
        if at - 1 not in self.named and last.pos == "PROPN":
            whole = self.tokens[at].lemma in (*self.shapes.heading, *self.shapes.led)
            return at if not whole and (self.kinds(at) or (several and head.sem in SEMS)) else 0  # लिपुलेख दर्रे से is one
        people = self.kinds(at - 1) & PEOPLE or last.readings[0].sem == "human"  # as party names are: आप नेता
        if at - 1 not in self.named or (people and last.readings[0].sem != "body"):
            return 0 if self.one_name(begun, at, chunk) else at
        if self.tokens[at].lemma in self.shapes.occasions:
            return 0  # विधानसभा चुनाव में
        if self.tokens[at].lemma in self.shapes.heading and at == chunk.head and not several:
            return 0  # नेपाल नरेश से
        if self.tokens[at].lemma in self.shapes.topics and self.kinds(at - 1) & (PLACES | WHERE):
            return 0  # ताइवान मुद्दे पर | चीन …
        if self.tokens[at].lemma in self.shapes.dossiers and "BUS" in self.sectors(at - 1):
            return 0  # बोफोर्स मामले में | सीबीआई …
        first = first or bool(self.kinds(at - 1) & NAMED) or self.begins(at)
        return at if first and (head.sem not in COMPOUND or several or self.begins(at)) else 0

    def of_its_arms(self, at: int) -> bool:
        """Whether a noun for those who fight stands after an armed group or a state: हमास हमलावर, इजरायल सैनिक."""
        named = self.named.get(at)
        if named is None or self.kinds(at) != {"role"} or not self.kinds(at - 1) & {"group", "country"}:
            return False
        return any(FIGHTING & set(n.sectors) for n in named.names)

    def titled(self, first: int, begun: int) -> bool:
        """Whether a role after the words before `begun` can be somebody's title: पूर्व सचिव, but not दर्जनों राजनयिक."""
        return all(self.tokens[k].pos == "ADJ" or self.more(k) or self.more(k + 1) for k in range(first, begun))

    def more(self, at: int) -> bool:
        """Whether और after एक says that somebody is one more: एक | और | विधायक."""
        joins = self.tokens[at].lemma in self.shapes.join
        return joins and at > 0 and self.tokens[at - 1].lemma in self.shapes.another

    def modifiers(self, at: int, last: int) -> int:
        """The first token after numbers, adjectives and demonyms: हजारों | युवा, भारतीय | सैनिक."""
        while at < last and (
            (at + 1 < last and self.kinds(at) <= WHERE and self.seated(at))
            or (self.tokens[at].pos in ("NUM", "DET", "ADJ", "PART") and at not in self.named)
            or self.tokens[at].lemma in self.shapes.anybody
            or (self.kinds(at) == {"adjective"} and self.tokens[at].readings[0].sem not in SEMS)
            or self.more(at)
        ):
            at += 1
        return at

    def seated(self, at: int) -> bool:
        """Whether a place stands before a body that is there: एस्सेन | पुलिस."""
        place = self.kinds(at) or self.tokens[at].pos == "PROPN"
        return bool(place) and "role" in self.kinds(at + 1) and self.tokens[at + 1].readings[0].sem == "body"

    def name(self, at: int, last: int, *, titled: bool) -> int:
        """The end of a name: a known one, a role with the person who has it (if `titled`: of दर्जनों राजनयिक none has a
        name), unknown proper nouns."""
        begun, role = at, False
        while at < last:
            kinds, known = self.kinds(at), self.named.get(at)
            unknown = known is None and self.tokens[at].pos == "PROPN"
            if known is None and not (unknown and (at == begun or role)) and at > begun:
                break
            if known is not None:
                if not kinds & ACTING or (at > begun and not (role and "person" in kinds)):
                    break
                if at > begun and self.civil(at - 1):
                    break
                if self.fellows(at, last):
                    at, role = self.named[known.last].last, False
                    continue
                at, role = known.last, titled and kinds == {"role"} and self.tokens[at].readings[0].sem != "body"
            else:
                at, role = at + 1, unknown
        return at

    def fellows(self, at: int, last: int) -> bool:
        """Whether a group or party is followed by a word for its people that more follows after: माओवादी विद्रोही | संसद
        के, भाजपा कार्यकर्ता | थाने के."""
        end = self.named[at].last
        mates = self.named.get(end)
        if not self.kinds(at) <= {"group", "party", "role"} or mates is None or mates.last >= last:
            return False
        named = self.tokens[mates.last].pos == "PROPN"  # मेयर किशोरी पेडनेकर के
        if self.kinds(at) == {"role"} and not named and not self.sectors(at) & self.sectors(end):
            return False  # शिक्षक | जिलाधिकारी कार्यालय का
        return self.kinds(end) == {"role"} and self.tokens[end].readings[0].sem == "human"

    def one_name(self, begun: int, at: int, chunk: Chunk) -> bool:
        """Whether a noun for people and the noun after it are one name: छात्र नेता, महिला पत्रकार, वकील मोहन सिंह से."""
        head, after = self.tokens[at - 1], self.tokens[at]
        if self.sectors(at - 1) & PUBLIC and self.sectors(at) in ({"PTY"}, {GOVERNS}) and self.named[at].last == at + 1:
            return False  # तीन विधायक | पार्टी का साथ छोड़ चुके हैं
        if after.lemma in self.shapes.heading or ("person" in self.kinds(at - 1) and after.lemma in self.shapes.led):
            return True
        if head.lemma in self.shapes.modifying and after.readings[0].sem not in ("thing", "abstract"):
            return True
        known = "person" in self.kinds(at)
        title = self.kinds(at - 1) <= {"role"} and head.pos == "NOUN" and self.titled(chunk.first, begun)
        title = title and not (known and self.civil(at - 1))
        return title and after.pos == "PROPN" and (at not in self.named or known)

    def civil(self, i: int) -> bool:
        """Whether a word says what somebody is, and is no title of somebody known: किसान | सोनिया गांधी के."""
        name = self.named.get(i)
        return name is not None and any(CIVIL & set(n.sectors) for n in name.names)

    def begins(self, at: int) -> bool:
        """Whether a token begins a group of its own after a body or country: सीबीआई | पूर्व आयुक्त से, पुलिस | पत्रकार को."""
        kinds = self.kinds(at)
        if kinds == {"role"} and self.elsewhere(at):
            return True
        if kinds:
            return bool(kinds & (ACTING | PLACES | {"adjective"})) and "role" not in kinds
        lemma = self.tokens[at].lemma
        if lemma in self.shapes.titles:
            return True
        return self.tokens[at].pos in ("ADJ", "NUM", "DET") and lemma not in self.shapes.compounding

    def elsewhere(self, at: int) -> bool:
        """Whether somebody is of another part of society than the body before him, so that he cannot be its man
        (अदालत | विधायक को, ईडी | सांसद से, but पुलिस अधिकारी, सेना प्रमुख), or a government that of no party's name before it
        (भाजपा | राज्य सरकार के खिलाफ, but भाजपा सरकार)."""
        if self.tokens[at].lemma in self.shapes.heading:
            return False
        body, his, kinds = self.sectors(at - 1), self.sectors(at), self.kinds(at - 1)
        if "party" in kinds and his == {GOVERNS} and self.named[at].last > at + 1:
            return self.tokens[self.named[at].last - 1].readings[0].sem != "human"
        if not body or not his or body & his:
            return False
        human = self.tokens[at].readings[0].sem == "human"
        forces = "body" in kinds and bool(body & FORCES) and bool(his & PUBLIC) and human
        judged = "party" in kinds and bool(his & FORCES)
        return self.tokens[at - 1].readings[0].sem == "body" or forces or judged

    def sectors(self, i: int) -> set[str]:
        """The sectors of the name at token `i`."""
        return {sector for n in self.named[i].names for sector in n.sectors} if i in self.named else set()
