"""What an article has named so far, sentence by sentence.

A sentence is remembered as it was tagged. Whom it names is read only when a later one asks, and sentences without
events, which nobody parsed, are parsed then.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from datetime import date

from msgspec import structs

from ghatna.lexicon.names import Names
from ghatna.lexicon.rules import ClauseWords
from ghatna.lexicon.standins import Standins
from ghatna.model import Party, Roles, Tagged
from ghatna.resolve.actor import Who
from ghatna.resolve.antecedent import BACK, pronoun
from ghatna.resolve.heard import SURE, Heard, Index, Record
from ghatna.resolve.known import BODY, PEOPLE, STATE, Known, met
from ghatna.resolve.recall import pronoun_of, recall
from ghatna.resolve.reference import References

FAR_BACK, LEAD = 30, 5
"""Sentences back, and at the start of an article, in which a name is looked for."""
SHARE = 2.5
"""A story plays where at least one in so many countries is that one."""
DEEDS = frozenset(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"))
"""Types of deeds against somebody."""
RESIGNED = "resign"
"""The mode of those who give up their office."""
ASKED = frozenset(("ACCUSE", "REQUEST"))
"""Types of acts that somebody answers."""


class Memory:
    """The sentences of one article, read on the day `on`."""

    def __init__(
        self,
        names: Names,
        shapes: ClauseWords,
        words: Standins,
        parse: Callable[[Tagged], Roles],
        on: date | None = None,
    ) -> None:
        self.names, self.shapes, self.words, self.parse, self.on = names, shapes, words, parse, on
        self.whole: tuple[Tagged, ...] = ()
        """All sentences of the article."""
        self.heard: list[Heard] = []
        self.size = 0
        """Sentences that count: all but for who reads an earlier one."""
        self.now: Heard | None = None
        self.index = Index()
        self.indexed = 0

    def begin(self, tagged: Tagged, references: References) -> None:
        """A sentence with events is being read."""
        self.now = Heard(tagged, references)

    def record(self, record: Record) -> None:
        """Remembers a participant of the sentence that is being read."""
        if self.now is not None:
            self.now.records.append(record)
            self.now.known = None

    def end(self, tagged: Tagged) -> None:
        """The sentence is over."""
        self.heard.append(self.now if self.now is not None and self.now.tagged is tagged else Heard(tagged))
        self.size = len(self.heard)
        self.now = None

    @property
    def sentence(self) -> int:
        """The number of the sentence that is being read, from 1."""
        return self.size + 1

    def recent(self, back: int, token: int) -> list[Known]:
        """Those named in the last `back` sentences and before `token` of this one, in text order."""
        found = [one for n in range(max(0, self.size - back), self.size) for one in self._read(n)]
        return found + [one for one in (self.here() if token > 0 else ()) if one.last <= token]

    def together(self, back: int) -> frozenset[str]:
        """The countries of the two that the last of `back` sentences to do so counted as both, or told to have acted
        together; empty for none."""
        for heard in reversed(self.heard[max(0, self.size - back) : self.size]):
            halves = {r.entity.country for r in heard.records if r.half and r.entity.country}
            acting = {r.entity.country for r in heard.records if r.acts and not r.half and r.entity.country}
            for two in (halves, acting):
                if len(two) == 2:
                    return frozenset(two)
        return frozenset()

    def having(self, words: Iterable[str], token: int, *, officials: bool = False) -> list[Known]:
        """Those named in sentences with a word that begins like one of `words`, and before `token` of this one; with
        `officials` also in those that name somebody in an office."""
        begins = {word[:SURE] for word in words}
        index = self._index()
        some = {n for begin in begins for n in index.begins.get(begin, ())}
        some.update(index.officials if officials else ())
        return self._of(some, token, begins, officials=officials)

    def later(self, words: Sequence[str]) -> list[Known]:
        """Those named in the next sentence that holds the words, for the headline and lead of an article: papers name
        somebody in full after they did so in short."""
        if self.now is None or self.size >= LEAD:
            return []
        for n in range(self.size + 1, len(self.whole)):
            if set(words) <= {token.norm for token in self.whole[n].tokens}:
                references = References(self.parse(self.whole[n]), self.shapes)
                return list(met(self.whole[n], references, self.names, self.on, n + 1))
        return []

    def bodies(self, token: int) -> list[Known]:
        """Those named in sentences that name a body, and before `token` of this one."""
        return self._of(set(self._index().bodies), token, set(), officials=True)

    def _of(self, some: set[int], token: int, begins: set[str], *, officials: bool) -> list[Known]:
        first = self.size - FAR_BACK
        found = [one for n in sorted(some) if n < self.size and (n >= first or n < LEAD) for one in self._read(n)]
        if self.now is None or token <= 0:
            return found
        tagged = self.now.tagged
        if any(t.norm[:SURE] in begins for t in tagged.tokens[:token]) or (
            officials and any(at.last <= token for at in tagged.names)
        ):
            found += [one for one in self.here() if one.last <= token]
        return found

    def _index(self) -> Index:
        for n in range(self.indexed, len(self.heard)):
            self.index.add(n, self.heard[n].tagged)
        self.indexed = max(self.indexed, len(self.heard))
        return self.index

    def here(self) -> tuple[Known, ...]:
        """Those named in the sentence that is being read."""
        return self._known(self.now, self.size) if self.now is not None else ()

    def _read(self, n: int) -> tuple[Known, ...]:
        return self._known(self.heard[n], n)

    def _until(self, n: int) -> "Memory":
        """The memory of the first `n` sentences."""
        self._index()
        view = copy(self)
        view.size, view.now = n, None
        return view

    def _known(self, heard: Heard, n: int) -> tuple[Known, ...]:
        """Those whom sentence `n` (from 0) names, as they were coded."""
        if heard.known is not None:
            return heard.known
        if heard.named is None:
            heard.named = tuple(self._named(heard, n))
        start, tokens = heard.tagged.sentence.start, heard.tagged.tokens
        records = {record.entity.start - start: record for record in heard.records}
        found: dict[tuple[int, int], list[Known]] = {}
        for one in heard.named:
            record = records.get(tokens[one.first].start)
            if record is not None and len(record.entity.text) == tokens[one.last - 1].end - tokens[one.first].start:
                if record.half:
                    continue
                one = structs.replace(
                    one.of(record.entity),
                    hit=record.done in DEEDS,
                    asked=record.done in ASKED,
                    left=record.done == RESIGNED,
                )
            found[one.first, one.last] = [one]
        spans = set(found)
        for record in heard.records:
            again = _again(heard.tagged, record, n + 1)
            if again is not None and (again.first, again.last) not in spans:
                found.setdefault((again.first, again.last), []).append(again)
        heard.known = tuple(one for span in sorted(found) for one in found[span])
        return heard.known

    def _named(self, heard: Heard, n: int) -> Iterator[Known]:
        """Those whom a sentence names, its pronouns too where they do something."""
        if heard.references is None:
            heard.references = References(self.parse(heard.tagged), self.shapes)
        before = self._until(n)
        for one in met(heard.tagged, heard.references, self.names, self.on, n + 1):
            yield self._recalled(one, heard, before) if n else one
        if n:
            yield from self._pronouns(heard.references, heard.tagged, before)

    def _recalled(self, one: Known, heard: Heard, before: "Memory") -> Known:
        """The same with what the article told of him before, where his words stand for another."""
        if one.who.name is not None or one.kind == STATE:
            return one
        who, known = recall(heard.tagged, Party(one.first, one.last), one.who, (), before)
        if known is None:
            return structs.replace(one, who=who)
        return structs.replace(one, who=who, names=known.names or one.names, roles=one.roles | known.roles)

    def _pronouns(self, references: References, tagged: Tagged, before: "Memory") -> Iterator[Known]:
        """Whom the pronouns of a sentence mean that do something in it: उन्होंने कहा कि …"""
        for token in references.pronouns():
            found = pronoun_of(tagged.tokens[token])
            if found is None:
                continue
            one = pronoun(*found, before.recent(BACK, 0), (), before.sentence, acting=True)
            if one is not None:
                yield structs.replace(
                    one,
                    doer=True,
                    aside=False,
                    again=True,
                    sentence=before.sentence,
                    origin=one.origin or one.sentence,
                    first=token,
                    last=token + 1,
                )

    def topic(self, scenes: Sequence[str], without: Sequence[str]) -> str | None:
        """The country where the story plays so far: the one that its sentences speak of most, the first counted
        twice; the countries of its `scenes` count too, the last most. None of those `without`."""
        told = self._index().countries + Counter([*scenes, *scenes[-1:]])
        for country in without:
            del told[country]
        best = told.most_common(1)  # of equals the one told first
        return best[0][0] if best and SHARE * best[0][1] >= told.total() else None


def _again(tagged: Tagged, record: Record, number: int) -> Known | None:
    """Somebody whom a pronoun or the like names once more, as one named in this sentence."""
    entity = record.entity
    start, end = entity.start - tagged.sentence.start, entity.end - tagged.sentence.start
    inside = [i for i, token in enumerate(tagged.tokens) if start <= token.start and token.end <= end]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    if record.known is not None:
        return structs.replace(
            record.known.of(entity),
            doer=record.acts,
            aside=False,
            again=True,
            hit=record.done in DEEDS,
            asked=record.done in ASKED,
            sentence=number,
            origin=record.known.origin or record.known.sentence,
            first=first,
            last=last,
        )
    if tagged.tokens[first].pos not in ("PRON", "DET", "ADJ", "NUM") or not entity.country:
        return None
    plural = any(reading.number == "pl" for reading in tagged.tokens[first].readings)
    who = Who(entity.country, entity.sectors, entity.name, entity.id)
    return Known(
        who,
        PEOPLE if plural else BODY,
        entity.text,
        doer=record.acts,
        hit=record.done in DEEDS,
        sentence=number,
        first=first,
        last=last,
    )
