"""Frames, word classes, clause words and status cues as the coder uses them; `compile` makes them of the rule files.

A trigger such as `हमला करना|बोलना` becomes patterns of lemmas, indexed by their verb (or event noun), so that a
sentence without any of those words is never parsed.
"""

import msgspec


class FrameRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A `[[frame]]` as written; `data/README.md` gives the meaning of each key."""

    id: str
    type: str
    mode: str = ""
    trigger: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("karta",)
    recipient: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    complement: bool = False
    performs: bool = False
    outcome: bool = False
    manner: bool = False
    within: bool = False
    alone: bool = False
    content: str = ""
    negated: bool = False
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    everywhere: bool = True
    needs: tuple[str, ...] = ()
    direct: tuple[str, ...] = ()
    status: str = ""
    cameo: str = ""
    beats: tuple[str, ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A status cue. `form`: words (lemmas) in its reach; or features of the verb group (`tense`, `mood`, `aspect`,
    `negated`), of which all that are given must hold; with features, `form` is what the group's first verb must be, and
    `types` are the types of acts that the cue holds for. `reach`: `verb` (inside the verb group), `clause` (anywhere in
    the clause of the act), `head` (its first word, none of `unless` after it), `after` (the word after an act without a
    verb), `over` (the predicate that the act's infinitive or noun depends on), `speech` (the predicate whose कि clause
    the act is), `opening` (the first word of the sentence, for acts told with था)."""

    id: str
    status: str
    reach: str = "verb"
    form: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    tense: str = ""
    mood: str = ""
    aspect: str = ""
    negated: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


REACHES = ("verb", "clause", "head", "after", "over", "speech", "opening", "condition")


class ClauseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that shape clauses, all as lemmas."""

    speech: tuple[str, ...]
    say: tuple[str, ...]
    say_nouns: tuple[str, ...]
    signing: tuple[str, ...]
    claims: tuple[str, ...]
    reactions: tuple[str, ...]
    documents: tuple[str, ...]
    series: tuple[str, ...]
    tidings: tuple[str, ...]
    claimed: tuple[str, ...]
    affairs: tuple[str, ...]
    works: tuple[str, ...]
    surfaced: tuple[str, ...]
    arriving: tuple[str, ...]
    words: tuple[str, ...]
    relative: tuple[str, ...]
    condition: tuple[str, ...]
    then: tuple[str, ...]
    until: str
    afterwards: tuple[str, ...]
    conjunctive: tuple[str, ...]
    join: tuple[str, ...]
    including: tuple[str, ...]
    happen: tuple[str, ...]
    vectors: tuple[str, ...]
    negation: tuple[str, ...]
    only: tuple[str, ...]
    agentive: tuple[str, ...]
    infinitive: str
    hue: tuple[str, ...]
    passive: str
    going: tuple[str, ...]
    progressive: tuple[str, ...]
    be: str
    genitive: tuple[str, ...]
    perfect_after: tuple[str, ...]
    source_cases: tuple[str, ...]
    agent_cases: tuple[str, ...]
    banners: tuple[str, ...]
    nameless: tuple[str, ...]
    content_cases: tuple[str, ...]
    backed: tuple[str, ...]
    relating: tuple[str, ...]
    pleas: tuple[str, ...]
    dealing_cases: tuple[str, ...]
    adverbial: tuple[str, ...]
    effects: tuple[str, ...]
    managed: tuple[str, ...]
    closing: tuple[str, ...]
    decided: tuple[str, ...]
    operations: tuple[str, ...]
    successes: tuple[str, ...]
    too: tuple[str, ...]
    charges: tuple[str, ...]
    scene_cases: tuple[str, ...]
    first_person: tuple[str, ...]
    direct: tuple[str, ...]
    himself: tuple[str, ...]
    whereas: tuple[str, ...]
    but: tuple[str, ...]
    personal: tuple[str, ...]
    quotes: tuple[str, ...]
    colons: tuple[str, ...]
    amounts: tuple[str, ...]
    roughly: tuple[str, ...]
    limiting: tuple[str, ...]
    demonstrative: tuple[str, ...]
    stops: tuple[str, ...]
    full_stops: tuple[str, ...]
    trailing: tuple[str, ...]
    questions: tuple[str, ...]
    why: tuple[str, ...]
    hyphens: tuple[str, ...]
    unergative: tuple[str, ...]
    brackets: tuple[str, ...]
    manner: str
    manners: tuple[str, ...]
    fronted: tuple[str, ...]
    received: tuple[str, ...]
    reversing: tuple[str, ...]
    prepositions: tuple[str, ...]
    states: tuple[str, ...]
    willing: tuple[str, ...]
    welling: tuple[str, ...]
    happened: tuple[str, ...]
    staying: tuple[str, ...]
    reflexive: tuple[str, ...]
    angered: tuple[str, ...]
    outcries: tuple[str, ...]
    unowned: tuple[str, ...]
    dossiers: tuple[str, ...]
    dossier_cases: tuple[str, ...]
    proposition: tuple[str, ...]
    compounding: tuple[str, ...]
    titles: tuple[str, ...]
    highest: tuple[str, ...]
    heading: tuple[str, ...]
    occasions: tuple[str, ...]
    topics: tuple[str, ...]
    befalling: tuple[str, ...]
    upon: tuple[str, ...]
    aims: tuple[str, ...]
    sending: tuple[str, ...]
    taking: tuple[str, ...]
    taken_to: tuple[str, ...]
    reaching: tuple[str, ...]
    women: tuple[str, ...]
    premises: tuple[str, ...]
    formed: tuple[str, ...]
    forming: tuple[str, ...]
    fortunes: tuple[str, ...]
    resolves: tuple[str, ...]
    of_police: tuple[str, ...]
    fighters: tuple[str, ...]
    fought: tuple[str, ...]
    crowds: tuple[str, ...]
    localities: tuple[str, ...]
    takers: tuple[str, ...]
    takable: tuple[str, ...]
    shouted: tuple[str, ...]
    arising: tuple[str, ...]
    sides: tuple[str, ...]
    because: tuple[str, ...]
    seeing: tuple[str, ...]
    seen_by: str
    meeting: tuple[str, ...]
    led: tuple[str, ...]
    modifying: tuple[str, ...]
    both: tuple[str, ...]
    pairs: tuple[str, ...]
    fellows: tuple[str, ...]
    another: tuple[str, ...]
    honorifics: tuple[str, ...]
    deciding: tuple[str, ...]
    belonging: tuple[str, ...]
    one_of_many: tuple[str, ...]
    deputies: tuple[str, ...]
    ministries: tuple[str, ...]
    anybody: tuple[str, ...]
    asking: tuple[str, ...]
    amounts_asked: tuple[str, ...]
    ways_asked: tuple[str, ...]
    handed: tuple[str, ...]
    ties: tuple[str, ...]
    befallen: tuple[str, ...]
    adverbs: tuple[str, ...]
    aspects: tuple[str, ...]
    transitive_light: tuple[str, ...]
    otherwise: tuple[str, ...]
    commas: tuple[str, ...]
    breaks: tuple[str, ...]
    agreement: dict[str, str]
    modals: dict[str, str]


class WordSet(msgspec.Struct, frozen=True):
    """Words and sequences of words, split so that a sentence's vocabulary rules out nearly all of them at once."""

    single: frozenset[str]
    several: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, words: tuple[tuple[str, ...], ...]) -> "WordSet":
        return cls(frozenset(w[0] for w in words if len(w) == 1), tuple(w for w in words if len(w) > 1))


class Pattern(msgspec.Struct, frozen=True):
    """One way to say a frame: `nouns` are lemmas that stand together before the verb; `verb` its stem, empty for an
    event noun alone."""

    frame: "Frame"
    nouns: tuple[str, ...]
    verb: str
    passive: bool = False


class Frame(msgspec.Struct, frozen=True):
    """A frame with its words folded; `row` keeps it as written."""

    row: FrameRow
    path: str
    modes: tuple[tuple[str, WordSet], ...]
    near: WordSet
    unless: WordSet
    direct: tuple[tuple[str, ...], ...]

    @property
    def id(self) -> str:
        return self.row.id


class Rules(msgspec.Struct, frozen=True):
    """All rules, indexed by the lemma that can start them."""

    frames: dict[str, Frame]
    verbs: dict[str, dict[str, tuple[Pattern, ...]]]
    """Verbal patterns by their verb and the last word of their noun part (empty for a verb alone): कर has thousands,
    a sentence has few of their nouns."""
    events: dict[str, tuple[Pattern, ...]]
    """Event patterns by their last noun."""
    bare: dict[str, tuple[Pattern, ...]]
    """Verbal patterns by the last word of their noun part, for headlines that leave the verb out."""
    classes: dict[str, tuple[tuple[str, ...], ...]]
    everywhere: WordSet
    clauses: ClauseWords
    cues: tuple[Cue, ...]
