"""Every type that travels, in the order in which it travels. Read this first.

    bytes ─read─▶ Document ─parse─▶ Roles ─frame─▶ Draft ─resolve─▶ Event ─store─▶ tables

All types are frozen. Positions are **characters of `Document.text`** in `Document`, `Sentence`, `Token`
and `Event`; inside one sentence the later stages count **tokens** (`first` included, `last` excluded).
Text is never rewritten: a normal form stands beside it (`Token.norm`).
"""

from datetime import date, datetime

from msgspec import Struct

# ── read ────────────────────────────────────────────────────────────────────────────────────────────


class Link(Struct, frozen=True):
    """A related article that the page points to; its headline is not news of this page."""

    text: str
    url: str = ""


class Document(Struct, frozen=True, kw_only=True):
    """One article as it was read.

    `text` is what is coded, byte for byte as read (headline first where there is one, then paragraphs, one a
    line); what is not news was set apart into the other fields. Times carry a zone, India's where none is given.
    """

    id: str
    text: str
    title: str = ""
    subtitle: str = ""
    """What stands between headline and text; no part of `text`, since the text says it again."""
    headline_end: int = 0
    """Characters of `text` that are the headline; 0 where the text has none."""
    published: datetime | None = None
    updated: datetime | None = None
    byline: str = ""
    desk: str = ""
    agency: str = ""
    dateline: str = ""
    """Place and day as they stand before the first sentence: `लखनऊ, 12 मार्च`."""
    dateline_place: str = ""
    dateline_date: date | None = None
    """The day of the dateline; the year is that of publication where the dateline says none."""
    outlet: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    url: str = ""
    """The canonical address where the page names one, else where it was found."""
    language: str = "hi"
    links: tuple[Link, ...] = ()
    cut: tuple[str, ...] = ()
    """Pieces that were in the source and are neither news nor a field (adverts, share lines), kept to be seen."""

    @property
    def body(self) -> str:
        """The text without its headline."""
        return self.text[self.headline_end :].lstrip("\n")


# ── parse ───────────────────────────────────────────────────────────────────────────────────────────


class Sentence(Struct, frozen=True):
    """A stretch of `Document.text`: `text == document.text[start:end]`."""

    text: str
    start: int
    kind: str = "prose"
    """`headline` or `prose`."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Reading(Struct, frozen=True):
    """One way to understand a word.

    `pos` is a Universal Dependencies tag. `form` is the shape of a verb: `stem` (कर), `perf` (किया), `impf`
    (करता), `inf` (करना), `subj` (करे), `fut` (करेगा), `imp` (करो), `cp` (करके), `pres` (है), `past` (था).
    `gender` m/f, `number` sg/pl, `case` dir/obl, `person` 1/2/3; empty where the word does not tell.
    `sem` says what kind of thing a noun names: human, group, body, place, time, event, speech, thing, abstract.
    """

    lemma: str
    pos: str
    form: str = ""
    gender: str = ""
    number: str = ""
    case: str = ""
    person: str = ""
    sem: str = ""
    guess: bool = False
    """True when no table has the word."""


class Name(Struct, frozen=True):
    """A row of `data/hindi/actors/` (or of a user's folder) that some words of a sentence match."""

    kind: str
    """country, adjective, seat, body, group, party, person, role, place."""
    country: str
    sectors: tuple[str, ...]
    name: str
    id: str
    since: str = ""
    until: str = ""
    row: str = ""
    """`file:form`, the row that says so."""
    of: str = ""
    """Of a head of government: the English name of the state or country."""
    office: str = ""
    """Of a person: the office, in English."""


class Token(Struct, frozen=True, gc=False):
    """A word, number or mark. `start`, `end` are characters of the *sentence's* text.

    `norm` is the word as the lexicon spells it: NFC, no nukta, no joiners, one spelling of nasals.
    `readings` has at least one; the first is the most likely in this sentence.
    """

    text: str
    start: int
    end: int
    norm: str
    readings: tuple[Reading, ...]

    @property
    def pos(self) -> str:
        return self.readings[0].pos

    @property
    def lemma(self) -> str:
        return self.readings[0].lemma


class NameAt(Struct, frozen=True):
    """A `Name` found at tokens `first` … `last` (excluded)."""

    first: int
    last: int
    names: tuple[Name, ...]
    """Usually one; several when rows share the form (a person of two offices, a homonym)."""


class Tagged(Struct, frozen=True):
    """A sentence cut into tokens, with the names of the gazetteer found in it (longest first, never crossing)."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    names: tuple[NameAt, ...] = ()


class VerbGroup(Struct, frozen=True):
    """A verb with all that hangs on it: auxiliaries, vectors (दे, ले, डाल), modals, negation.

    `form` says how the group ends its clause: `finite`, `cp` (करके), `impf` (करते हुए), `perf` (किया हुआ, गए +
    noun), `inf` (करने + postposition or case), `agentive` (करने वाला).
    """

    lemma: str
    form: str
    voice: str = "active"
    """active or passive"""
    aspect: str = ""
    """perf, impf, prog, prosp (about to) or empty"""
    tense: str = ""
    """past, pres, fut or empty"""
    mood: str = "ind"
    """ind, subj, imp, ability, duty, presumptive"""
    negated: bool = False
    lemmas: tuple[str, ...] = ()
    """Every verb lemma of the group in order, vectors and auxiliaries too."""
    case: str = ""
    """The postposition after an infinitive (`के बाद`, `पर`, `की`)."""


class Chunk(Struct, frozen=True):
    """A run of tokens that move together.

    `kind`: `noun` (a noun group; `case` is its postposition, `dir` without one), `verb`, `adverb`, `join`
    (conjunctions), `sub` (कि, अगर …), `relative` (जो, जिसने …), `mark` (punctuation), `particle`.
    `first … last` covers the group with its postposition; `body` ends before the postposition; `head` is the
    token that names it. Genitive chains are separate noun chunks with case `का`, linked by position.
    """

    kind: str
    first: int
    last: int
    head: int
    body: int
    case: str = ""
    verb: VerbGroup | None = None


class Clause(Struct, frozen=True):
    """A verb group (or none, in a headline) with the chunks that belong to it; all numbers are indexes of chunks,
    but for `parent` (an index of clauses). -1 stands for none.

    `kind`: main, coordinate, speech, relative, conditional, headline for what ends a region (the stretch up to a
    finite verb); conjunctive, participle, infinitive, agentive for what depends on the region's verb.
    """

    kind: str
    verb: int
    chunks: tuple[int, ...]
    """Its own chunks: those between the verb before it and its own verb, and in a headline those after it."""
    outer: tuple[int, ...] = ()
    """Chunks further left in the same region: a subject or object that several verbs may share."""
    parent: int = -1
    """The clause that it depends on; for a coordinate clause, the one whose subject it may share."""
    antecedent: int = -1
    """For a relative, participle or agentive clause, the chunk that it tells about."""
    speaker: int = -1
    """For reported speech, the clause whose doer says it."""


class Role(Struct, frozen=True):
    """The part that a chunk plays in its clause, after Panini: karta (doer), karma (object), sampradan
    (receiver), apadan (source), sahakarta (companion), karan (instrument), adhikaran (place, time), sambandh
    (genitive). `why` is the id of the rule in `karaka.toml` that says so."""

    karaka: str
    chunk: int
    why: str


class Roles(Struct, frozen=True):
    """A parsed sentence: what `parse` gives to `frame`. `roles[i]` belongs to `clauses[i]`."""

    tagged: Tagged
    chunks: tuple[Chunk, ...]
    clauses: tuple[Clause, ...]
    roles: tuple[tuple[Role, ...], ...]


# ── frame ───────────────────────────────────────────────────────────────────────────────────────────


class Party(Struct, frozen=True):
    """Tokens that name a participant, before anybody knows who that is."""

    first: int
    last: int
    why: str = ""
    """The slot that took it (`karta`, `पर`, `का`, `shared`)."""
    pronoun: bool = False


class Draft(Struct, frozen=True):
    """An event in words: what a frame made of a clause. Positions are tokens of the sentence."""

    frame: str
    type: str
    mode: str | None
    status: str
    cue: str
    """Id of the status cue that decided, empty for plain assertion."""
    first: int
    last: int
    """The trigger."""
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    source: Party | None
    clause: int


class Miss(Struct, frozen=True):
    """A frame that was near and did not match; `reason` is for people."""

    frame: str
    reason: str
    first: int
    last: int


# ── resolve ─────────────────────────────────────────────────────────────────────────────────────────


class Entity(Struct, frozen=True, kw_only=True):
    """A participant: `document.text[start:end] == text`."""

    text: str
    start: int
    end: int
    country: str | None = None
    """ISO 3166-1 alpha-3, or `IGO:` and an acronym."""
    sectors: tuple[str, ...] = ()
    name: str | None = None
    """Canonical English name where known."""
    id: str | None = None
    """Wikidata or lexicon id."""
    why: str = ""
    """The row or rule that resolved it."""


class When(Struct, frozen=True):
    """The day it happened; `text` the words that say so, `precision` day, week, month, year or published."""

    date: date
    precision: str
    text: str | None = None


class Place(Struct, frozen=True, kw_only=True):
    """Where it happened."""

    text: str
    name: str
    country: str
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


class AtLeast(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The words by which a number is a lower bound: `सैकड़ों`, `50 से ज्यादा`, `कम से कम 20`, `10-12`."""

    killed: str | None = None
    injured: str | None = None
    arrested: str | None = None
    people: str | None = None


class Numbers(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """People counted as the toll of an act, or as taking part; `at_least` names those that are lower bounds."""

    killed: int | None = None
    injured: int | None = None
    arrested: int | None = None
    people: int | None = None
    at_least: AtLeast | None = None


class Event(Struct, frozen=True, kw_only=True):
    """The record of design and codebook: one act, its parties, and the words that say it.

    `start`, `end` are the trigger's characters in `Document.text`; `sentence_start` those of `sentence`, so that
    everything can be marked in the text. `score` is PLOVER's, −10 … 10, null where PLOVER gives none.
    """

    id: str
    article: str
    url: str | None
    outlet: str | None
    published: datetime | None
    type: str
    mode: str | None
    status: str
    quad: int
    score: float | None
    cameo: str
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    trigger: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    source: str | None
    date: date | None
    date_text: str | None
    date_precision: str | None
    place: Place | None
    numbers: Numbers | None
    contexts: tuple[str, ...]
    frame: str
    cue: str | None
    version: str
