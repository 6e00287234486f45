"""Frames, word classes, clause words and status cues: `data/hindi/**.toml` → `Rules`.

A trigger such as `हमला करना|बोलना` becomes patterns of lemmas, indexed by their verb (or event noun), so that a
sentence without any of those words is never parsed.
"""

from itertools import product
from pathlib import Path

import msgspec

from ghatna.errors import DataError
from ghatna.lexicon.labels import Labels
from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import files, line_with, rules
from ghatna.lexicon.words import Words


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


class _FrameFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    modes: dict[str, tuple[str, ...]] = {}
    classes: dict[str, tuple[str, ...]] = {}
    frame: tuple[FrameRow, ...] = ()


class _ClassFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    everywhere: tuple[str, ...] = ()
    classes: dict[str, tuple[str, ...]] = {}


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


class _CueFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cue: tuple[Cue, ...] = ()


class ClauseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that shape clauses, all as lemmas."""

    speech: tuple[str, ...]
    say: tuple[str, ...]
    say_nouns: tuple[str, ...]
    signing: tuple[str, ...]
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    tidings: tuple[str, ...]
    claimed: tuple[str, ...]
    affairs: tuple[str, ...]
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
    adverbial: tuple[str, ...]
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
    happened: tuple[str, ...]
    reflexive: tuple[str, ...]
    angered: tuple[str, ...]
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
    sides: tuple[str, ...]
    because: tuple[str, ...]
    seeing: tuple[str, ...]
    seen_by: str
    meeting: tuple[str, ...]
    led: tuple[str, ...]
    modifying: tuple[str, ...]
    both: tuple[str, ...]
    fellows: tuple[str, ...]
    another: tuple[str, ...]
    honorifics: tuple[str, ...]
    deciding: tuple[str, ...]
    belonging: tuple[str, ...]
    one_of_many: tuple[str, ...]
    anybody: tuple[str, ...]
    asking: tuple[str, ...]
    amounts_asked: tuple[str, ...]
    befallen: tuple[str, ...]
    adverbs: tuple[str, ...]
    aspects: tuple[str, ...]
    transitive_light: tuple[str, ...]
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

    @classmethod
    def load(cls, folders: tuple[Path, ...], spelling: Spelling, words: Words, labels: Labels) -> "Rules":
        return _Loader(folders, spelling, words, labels).load()


def _by_noun(patterns: list[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        found.setdefault(pattern.nouns[-1] if pattern.nouns else "", []).append(pattern)
    return {noun: tuple(some) for noun, some in found.items()}


class _Loader:
    def __init__(self, folders: tuple[Path, ...], spelling: Spelling, words: Words, labels: Labels) -> None:
        self.folders, self.fold, self.words, self.labels = folders, spelling.fold, words, labels
        self.clauses = self._folded(rules(files(folders, "hindi/clauses.toml")[-1], ClauseWords))

    def phrase(self, text: str) -> tuple[str, ...]:
        """Words as tokens are cut: a hyphenated compound is one word only where a table has it."""
        out: list[str] = []
        for word in text.split():
            folded = self.fold(word)
            if "-" in folded.strip("-") and folded not in self.words:
                first, *rest = folded.split("-")
                out.append(first)
                for part in rest:
                    out.extend(("-", part))
            else:
                out.append(folded)
        return tuple(out)

    def load(self) -> Rules:
        everywhere: dict[str, Path] = {}
        classes: dict[str, tuple[tuple[str, ...], ...]] = {}
        for path in files(self.folders, "hindi/classes.toml"):
            file = rules(path, _ClassFile)
            everywhere |= dict.fromkeys(file.everywhere, path)
            self._classes(path, file.classes, classes)
        found = [(path, rules(path, _FrameFile)) for path in files(self.folders, "hindi/frames/*.toml")]
        for path, frames in found:
            self._classes(path, frames.classes, classes)
        for name, path in everywhere.items():
            if name not in classes:
                raise DataError(path, line_with(path, name), f"no class {name!r}", hint="a class of [classes]")
        all_frames: dict[str, Frame] = {}
        verbs: dict[str, list[Pattern]] = {}
        events: dict[str, list[Pattern]] = {}
        for path, frames in found:
            modes = tuple((m, WordSet.of(tuple(self.phrase(w) for w in ws))) for m, ws in frames.modes.items())
            for row in frames.frame:
                if row.id in all_frames and all_frames[row.id].path == str(path):
                    raise DataError(path, line_with(path, row.id), f"frame {row.id!r} stands twice")
                self._labels(path, row)
                frame = Frame(
                    row=row,
                    path=str(path),
                    modes=modes,
                    near=WordSet.of(self._words(path, row, row.near, classes)),
                    unless=WordSet.of(self._words(path, row, row.unless, classes)),
                    direct=self._words(path, row, row.direct, classes),
                )
                all_frames[row.id] = frame
                for pattern in self._patterns(path, frame):
                    (
                        verbs.setdefault(pattern.verb, []) if pattern.verb else events.setdefault(pattern.nouns[-1], [])
                    ).append(pattern)
        for frame in all_frames.values():
            for name in frame.row.beats:
                if name not in all_frames:
                    path = Path(frame.path)
                    raise DataError(path, line_with(path, frame.id), f"{frame.id}: beats no frame {name!r}")
        bare: dict[str, list[Pattern]] = {}
        for pattern in (p for some in verbs.values() for p in some if p.nouns):
            bare.setdefault(pattern.nouns[-1], []).append(pattern)
        cues = tuple(cue for path in files(self.folders, "hindi/status.toml") for cue in self._cues(path))
        return Rules(
            frames=all_frames,
            verbs={verb: _by_noun(some) for verb, some in verbs.items()},
            events={k: tuple(v) for k, v in events.items()},
            bare={k: tuple(v) for k, v in bare.items()},
            classes=classes,
            everywhere=WordSet.of(tuple(w for name in everywhere for w in classes[name])),
            clauses=self.clauses,
            cues=tuple(msgspec.structs.replace(c, form=tuple(" ".join(self.phrase(f)) for f in c.form)) for c in cues),
        )

    def _folded(self, clauses: ClauseWords) -> ClauseWords:
        changed: dict[str, object] = {}
        for name in clauses.__struct_fields__:
            value = getattr(clauses, name)
            if isinstance(value, dict):
                changed[name] = {self.fold(k): v for k, v in value.items()}
            elif isinstance(value, str):
                changed[name] = self.fold(value)
            else:
                changed[name] = tuple(" ".join(self.phrase(v)) for v in value)
        return msgspec.structs.replace(clauses, **changed)

    def _classes(
        self, path: Path, new: dict[str, tuple[str, ...]], into: dict[str, tuple[tuple[str, ...], ...]]
    ) -> None:
        for name, words in new.items():
            if name in into:
                raise DataError(path, line_with(path, name), f"class {name!r} stands twice")
            into[name] = tuple(self.phrase(w) for w in words)

    def _words(
        self, path: Path, row: FrameRow, words: tuple[str, ...], classes: dict[str, tuple[tuple[str, ...], ...]]
    ) -> tuple[tuple[str, ...], ...]:
        out: list[tuple[str, ...]] = []
        for word in words:
            if word.startswith("@"):
                if word[1:] not in classes:
                    raise DataError(
                        path,
                        line_with(path, row.id),
                        f"{row.id}: no class {word}",
                        hint=f"one of {' '.join(sorted(classes))}",
                    )
                out.extend(classes[word[1:]])
            else:
                out.append(self.phrase(word))
        return tuple(out)

    def _cues(self, path: Path) -> tuple[Cue, ...]:
        cues = rules(path, _CueFile).cue
        for cue in cues:
            known = {"status": self.labels.statuses, "reach": REACHES}
            for key, names in known.items():
                if (value := getattr(cue, key)) not in names:
                    problem = f"{cue.id}: no such {key} {value!r}"
                    raise DataError(path, line_with(path, cue.id), problem, hint=f"one of {', '.join(names)}")
        return cues

    def _labels(self, path: Path, row: FrameRow) -> None:
        kind = self.labels.types.get(row.type)
        problem = ""
        if kind is None:
            problem = f"no such type {row.type!r}"
        elif row.mode and row.mode not in kind.modes:
            problem = f"{row.type} has no mode {row.mode!r}"
        elif row.status and row.status not in self.labels.statuses:
            problem = f"no such status {row.status!r}"
        elif not (row.trigger or row.event):
            problem = "neither trigger nor event"
        elif not (row.yes and row.no):
            problem = "without a yes and a no example"
        if problem:
            raise DataError(path, line_with(path, row.id), f"{row.id}: {problem}")

    def _patterns(self, path: Path, frame: Frame) -> list[Pattern]:
        out: dict[tuple[tuple[str, ...], str, bool], Pattern] = {}
        for written in frame.row.trigger:
            for choice in product(*(part.split("|") for part in written.split())):
                *nouns, verb = self.phrase(" ".join(choice))
                stem, passive = self._stem(verb), False
                if nouns and stem == self.clauses.passive and (before := self._perfective(nouns[-1])):
                    stem, passive = before, True
                    nouns.pop()
                if not stem:
                    raise DataError(
                        path,
                        line_with(path, frame.id),
                        f"{frame.id}: {verb!r} is no verb",
                        hint="the last word of a trigger is an infinitive, its stem in words/verbs.tsv",
                    )
                out.setdefault((tuple(nouns), stem, passive), Pattern(frame, tuple(nouns), stem, passive))
        for written in frame.row.event:
            for choice in product(*(part.split("|") for part in written.split())):
                event = self.phrase(" ".join(choice))
                out.setdefault((event, "", False), Pattern(frame, event, ""))
        return list(out.values())

    def _stem(self, infinitive: str) -> str:
        """The stem of a verb in dictionary form; empty when no table knows it as a verb."""
        ending = self.clauses.infinitive
        known = next((r.lemma for r in self.words.readings(infinitive) if r.form == "inf"), "")
        return known or (infinitive.removesuffix(ending) if infinitive.endswith(ending) else "")

    def _perfective(self, word: str) -> str:
        return next((r.lemma for r in self.words.readings(word) if r.form == "perf"), "")
