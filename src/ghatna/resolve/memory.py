"""What an article has named so far, sentence by sentence.

A sentence is remembered as it was tagged. Whom it names is read only when a later one asks, and sentences without
events, which nobody parsed, are parsed then.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from msgspec import Struct, structs

from ghatna.lexicon.names import Names
from ghatna.lexicon.rules import ClauseWords
from ghatna.lexicon.standins import Standins
from ghatna.model import Entity, Roles, Tagged
from ghatna.resolve.actor import Who
from ghatna.resolve.known import BODY, PEOPLE, Known, met
from ghatna.resolve.reference import References

SURE = 3
"""Letters by which it is looked up whether a sentence may hold a word, however it goes on."""


class Record(Struct, frozen=True):
    """A participant as it was coded."""

    entity: Entity
    known: Known | None
    """Whom its words stand for, if for another."""
    acts: bool
    hit: bool = False
    """Whether a deed befell it."""
    half: bool = False
    """One of the two of `दोनों`."""


class Heard(Struct):
    """A sentence of the article."""

    tagged: Tagged
    references: References | None = None
    records: list[Record] = []
    known: tuple[Known, ...] | None = None


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
        self.heard: list[Heard] = []
        self.now: Heard | None = None

    def begin(self, tagged: Tagged, references: References) -> None:
        """A sentence with events is being read."""
        self.now = Heard(tagged, references)

    def record(self, record: Record) -> None:
        """Remembers a participant of the sentence that is being read."""
        if self.now is not None:
            self.now.records.append(record)

    def end(self, tagged: Tagged) -> None:
        """The sentence is over."""
        now = self.now if self.now is not None and self.now.tagged is tagged else Heard(tagged)
        now.known = None
        self.heard.append(now)
        self.now = None

    @property
    def sentence(self) -> int:
        """The number of the sentence that is being read, from 1."""
        return len(self.heard) + 1

    def recent(self, back: int, token: int) -> list[Known]:
        """Those named in the last `back` sentences and before `token` of this one, in text order."""
        first = max(0, len(self.heard) - back)
        return [one for n in range(first, len(self.heard)) for one in self._read(n)] + self._here(token)

    def having(self, words: Iterable[str], token: int, *, persons: bool = False) -> list[Known]:
        """Those named in sentences with one of the words, also begun alike, and before `token` of this one; with
        `persons` also in those that name a known person."""
        begins = tuple(word[:SURE] for word in words)
        found: list[Known] = []
        for n, heard in enumerate(self.heard):
            fit = any(t.norm.startswith(begins) for t in heard.tagged.tokens) if begins else False
            if fit or (persons and any(name.office for at in heard.tagged.names for name in at.names)):
                found += self._read(n)
        return found + self._here(token)

    def bodies(self, token: int) -> list[Known]:
        """Those named in sentences that name a body, and before `token` of this one."""
        found: list[Known] = []
        for n, heard in enumerate(self.heard):
            if heard.references is not None or any(at.names[0].kind != "place" for at in heard.tagged.names):
                found += self._read(n)
        return found + self._here(token)

    def _here(self, token: int) -> list[Known]:
        if self.now is None or self.now.references is None or token <= 0:
            return []
        return [one for one in self._met(self.now, self.sentence) if one.last <= token]

    def _read(self, n: int) -> tuple[Known, ...]:
        heard = self.heard[n]
        if heard.known is None:
            heard.known = self._met(heard, n + 1)
        return heard.known

    def _met(self, heard: Heard, number: int) -> tuple[Known, ...]:
        if heard.references is None:
            heard.references = References(self.parse(heard.tagged), self.shapes)
        start = heard.tagged.sentence.start
        told = {record.entity.start - start: record.entity for record in heard.records}
        halves = {record.entity.start - start for record in heard.records if record.half}
        hit = {record.entity.start - start for record in heard.records if record.hit}
        tokens = heard.tagged.tokens
        found = [
            structs.replace(one, hit=tokens[one.first].start in hit)
            for one in met(heard.tagged, heard.references, self.names, self.on, told, number)
            if tokens[one.first].start not in halves
        ]
        spans = {(one.first, one.last) for one in found}
        for record in heard.records:
            one = _again(heard.tagged, record, number)
            if one is not None and (one.first, one.last) not in spans:
                found.append(one)
        return tuple(sorted(found, key=lambda one: (one.first, one.last)))

    def topic(self, scenes: Sequence[str], without: Sequence[str]) -> str | None:
        """The country where the story plays so far: the one that its sentences speak of most, the first counted
        twice, and so the countries of its `scenes`. None of those `without`."""
        told: Counter[str] = Counter([*scenes, *scenes])
        for n, heard in enumerate(self.heard):
            some = {c for at in heard.tagged.names if (c := _country(at.names[0].country)) is not None}
            told.update(some)
            if n == 0:
                told.update(some)
        for country in without:
            del told[country]
        best = told.most_common(2)
        return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _country(code: str) -> str | None:
    return code if code and ":" not in code else None


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
            hit=record.hit,
            sentence=number,
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
        hit=record.hit,
        sentence=number,
        first=first,
        last=last,
    )
