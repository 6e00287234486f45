"""The stages in order: `Coder`, and what `explain` tells.

bytes ─read─▶ Document ─parse─▶ Roles ─frame─▶ Draft ─resolve─▶ Event
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from time import perf_counter

from ghatna.frame.drafts import drafts
from ghatna.frame.match import wanted
from ghatna.lexicon.all import Lexicon
from ghatna.lexicon.index import kept
from ghatna.lexicon.tables import SHIPPED
from ghatna.model import Document, Draft, Event, Miss, Name, Roles, Sentence, Tagged
from ghatna.parse.again import again
from ghatna.parse.karaka import Karakas
from ghatna.parse.parser import parse
from ghatna.parse.split import split
from ghatna.parse.tag import Readings, tag
from ghatna.parse.unknown import Unknown, runs
from ghatna.parse.unknown import features as beside
from ghatna.resolve.article import Context
from ghatna.resolve.cameo import Cameo, held
from ghatna.resolve.contexts import Contexts
from ghatna.resolve.event import Knowledge, day, events
from ghatna.resolve.memory import Memory
from ghatna.resolve.place import dateline

LATE = 7
"""Days within which a report is printed after the day of its dateline; another date there is no such day."""
OPENED = re.compile(r"(?:.*\n){0,2}.{2,100}?[:।)|–—-]\s*\S")
"""Texts that may open with a dateline; the patterns that tell take half a second to make."""


class _Hindi:
    """What tagging reads."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.spelling, self.words, self.names = lexicon.spelling, lexicon.words, lexicon.names
        self.readings = Readings.load(lexicon.folders, lexicon.spelling)


class _Loaded:
    """Everything read from the data folders, in the shapes that the stages want."""

    def __init__(self, data: tuple[Path, ...]) -> None:
        self.lexicon = Lexicon(data)
        if data:
            from ghatna.read.outlets import outlets

            outlets(data)  # a fault in them is told before the first page of one of theirs is read
        self.hindi = _Hindi(self.lexicon)
        self.karakas = Karakas.load(self.lexicon.folders)
        self.known = Knowledge(
            labels=self.lexicon.labels,
            names=self.lexicon.names,
            rules=self.lexicon.rules,
            calendar=self.lexicon.calendar,
            gazetteer=self.lexicon.gazetteer,
            contexts=Contexts.load(self.lexicon.folders, self.lexicon.spelling),
            cameo=Cameo.load(self.lexicon.folders),
            version=self.lexicon.version,
        )
        held(self.lexicon.rules, self.known.cameo)


class Coder:
    """Codes documents with the knowledge of `data/` and of the folders given.

    Loading takes two seconds the first time and a tenth of that later (`lexicon/index.py`). Raises `DataError` for a
    fault in a data folder.
    """

    def __init__(self, data: tuple[Path, ...] = ()) -> None:
        loaded = kept((SHIPPED, *data), lambda: _Loaded(data))
        self.lexicon, self.hindi, self.karakas, self.known = loaded.lexicon, loaded.hindi, loaded.karakas, loaded.known

    @cached_property
    def unknown(self) -> Unknown:
        """What unknown proper nouns name. Coding does not ask it; `explain` and the measuring of names do."""
        return Unknown.load(self.lexicon.folders)

    @property
    def version(self) -> str:
        """Package version and hash of the data: the same version codes the same text alike."""
        return self.known.version

    def code(self, document: Document) -> list[Event]:
        """Every event that the document asserts, in text order."""
        context = self.context(document)
        context.memory.whole = tuple(self.tagged(split(document, self.hindi.words)))
        return [one for tagged in context.memory.whole for one in self.sentence(tagged, document, context)]

    def tagged(self, sentences: Iterable[Sentence]) -> Iterator[Tagged]:
        """The sentences of an article, tagged one after the other."""
        called: dict[str, tuple[Name, ...]] = {}
        for sentence in sentences:
            yield again(tag(sentence, self.hindi), called)

    def context(self, document: Document) -> Context:
        """What an article tells before its first sentence: where it was written."""
        from ghatna.read.patterns import patterns
        from ghatna.read.text import dateline as opening
        from ghatna.read.times import dated

        text = document.dateline or (opening(document.text, patterns()) if OPENED.match(document.text) else "")
        where = dateline(tag(Sentence(text, 0), self.hindi), self.known.gazetteer) if text else None
        moment = document.published or document.updated
        published = day(moment)
        written = document.dateline_date or (dated(text, moment, patterns())[1] if text else None)
        memory = Memory(self.known.names, self.lexicon.rules.clauses, self.lexicon.standins, self.parse, published)
        paper = bool(published or document.outlet or document.url or document.headline_end)
        front = document.text.find(text) + len(text) if text and not document.dateline else 0
        return Context(
            memory,
            paper=paper,
            dateline=where,
            front=front,
            written=recent(written, published),
            scenes=[where] if where else [],
        )

    def parse(self, tagged: Tagged) -> Roles:
        """The clauses and roles of a tagged sentence."""
        return parse(tagged, self.hindi.words, self.lexicon.rules.clauses, self.karakas)

    def sentence(self, tagged: Tagged, document: Document, context: Context) -> Iterator[Event]:
        """The events of one sentence; `context` takes and gives what its article told before."""
        if wanted(tagged.tokens, self.lexicon.rules):
            roles = self.parse(tagged)
            found = drafts(roles, self.lexicon.rules, self.lexicon.labels)
            yield from events(found, roles, document, self.known, context)
        context.hear(tagged, self.known.names)

    def analyse(self, sentence: Sentence | Tagged) -> tuple[Roles, tuple[Draft, ...], list[Miss]]:
        """The analysis of a sentence with the frames that matched and those that nearly did."""
        misses: list[Miss] = []
        roles = self.parse(tag(sentence, self.hindi) if isinstance(sentence, Sentence) else sentence)
        return roles, drafts(roles, self.lexicon.rules, self.lexicon.labels, misses), misses

    def timed(self, documents: Iterable[Document]) -> tuple[int, dict[str, float]]:
        """Sentences coded and seconds spent by stage, for benchmarks."""
        spent = dict.fromkeys(("split", "tag", "parse", "frame", "resolve"), 0.0)
        count = 0
        for document in documents:
            t0 = perf_counter()
            context = self.context(document)
            sentences = split(document, self.hindi.words)
            spent["split"] += perf_counter() - t0
            t0 = perf_counter()
            context.memory.whole = tuple(self.tagged(sentences))
            spent["tag"] += perf_counter() - t0
            for tagged in context.memory.whole:
                count += 1
                t0 = perf_counter()
                found = wanted(tagged.tokens, self.lexicon.rules)
                t1 = perf_counter()
                spent["tag"] += t1 - t0
                if not found:
                    context.hear(tagged, self.known.names)
                    continue
                roles = self.parse(tagged)
                t2 = perf_counter()
                some = drafts(roles, self.lexicon.rules, self.lexicon.labels)
                t3 = perf_counter()
                for _ in events(some, roles, document, self.known, context):
                    pass
                context.hear(tagged, self.known.names)
                spent["parse"] += t2 - t1
                spent["frame"] += t3 - t2
                spent["resolve"] += perf_counter() - t3
        return count, spent


def recent(written: date | None, published: date | None) -> date | None:
    """The day of a dateline, unless that is not shortly before the day of publication."""
    if written is None or published is None:
        return written
    return written if 0 <= (published - written).days <= LATE else None


@cache
def coder() -> Coder:
    """The coder with the shipped data, loaded once."""
    return Coder()


def code(text: str | Document) -> list[Event]:
    """The events of a text or document.

    >>> [e.type for e in code("रूस ने यूक्रेन पर हमला किया।")]
    ['ASSAULT']
    """
    if isinstance(text, str):
        from ghatna.read import plain

        text = plain(text)
    return coder().code(text)


def explain(text: str, *, using: Coder | None = None) -> str:
    """How a text was read: words, groups, clauses, roles, the frames that matched, and why the nearest did not."""
    from ghatna.read import plain

    using = using or coder()
    document = plain(text)
    context = using.context(document)
    context.memory.whole = tuple(using.tagged(split(document, using.hindi.words)))
    return "\n".join(line for tagged in context.memory.whole for line in _told(using, tagged, document, context))


def _told(using: Coder, tagged: Tagged, document: Document, context: Context) -> Iterator[str]:
    sentence = tagged.sentence
    roles, found, misses = using.analyse(tagged)
    tokens = roles.tagged.tokens

    def words(first: int, last: int) -> str:
        return sentence.text[tokens[first].start : tokens[last - 1].end] if first < last else ""

    yield sentence.text
    yield "words    " + " ".join(f"{t.text}/{t.pos}" for t in tokens)
    for first, last in runs(tokens, roles.tagged.names):
        name, _, why = using.unknown.told(beside(tokens, first, last, roles.tagged.names))
        yield f"unknown  {words(first, last)} = {name} ({'; '.join(why)})"
    for i, chunk in enumerate(roles.chunks):
        group = chunk.verb
        told = chunk.case
        if group is not None:
            features = (
                group.form,
                group.voice,
                group.aspect,
                group.tense,
                group.mood,
                "negated" if group.negated else "",
                group.case,
            )
            told = f"{'+'.join(group.lemmas)} ({' '.join(f for f in features if f)})"
        yield f"group    {i:2} {chunk.kind:8} [{words(chunk.first, chunk.last)}] {told}"
    for n, clause in enumerate(roles.clauses):
        depends = "".join(
            f" {k} {v}"
            for k, v in (("under", clause.parent), ("about", clause.antecedent), ("said in", clause.speaker))
            if v >= 0
        )
        groups = f"groups {list(clause.chunks)} shared {list(clause.outer)}"
        yield f"clause   {n:2} {clause.kind} verb {clause.verb} {groups}{depends}"
        for role in roles.roles[n]:
            chunk = roles.chunks[role.chunk]
            yield f"role        {role.karaka} = [{words(chunk.first, chunk.body)}] ({role.why})"
    for one in events(found, roles, document, using.known, context):
        yield (
            f"event    {one.type} {one.mode or ''} {one.status} <{one.trigger}> frame {one.frame}"
            + (f" cue {one.cue}" if one.cue else "")
        )
        for kind, entities in (("actor", one.actors), ("recipient", one.recipients)):
            for e in entities:
                yield f"{kind:9}   {e.text} = {e.country} {','.join(e.sectors)} ({e.why})"
        if one.source:
            yield f"source      {one.source}"
    for miss in misses:
        yield f"not      {miss.frame} at <{words(miss.first, miss.last)}>: {miss.reason}"
    context.hear(tagged, using.known.names)
