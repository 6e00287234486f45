"""Rule files → `Rules`: words folded, classes put in, each trigger taken apart into patterns of lemmas.

A fault of a rule is a `DataError` with its file and line.
"""

from itertools import product
from pathlib import Path

import msgspec

from ghatna.errors import DataError
from ghatna.lexicon.labels import Labels
from ghatna.lexicon.rules import REACHES, ClauseWords, Cue, Frame, FrameRow, Pattern, Rules, WordSet
from ghatna.lexicon.slot import NEEDS, Slot
from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import files, line_with, rules
from ghatna.lexicon.words import Words


class _FrameFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    modes: dict[str, tuple[str, ...]] = {}
    classes: dict[str, tuple[str, ...]] = {}
    frame: tuple[FrameRow, ...] = ()


class _ClassFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    everywhere: tuple[str, ...] = ()
    classes: dict[str, tuple[str, ...]] = {}


class _CueFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cue: tuple[Cue, ...] = ()


def load_rules(folders: tuple[Path, ...], spelling: Spelling, words: Words, labels: Labels) -> Rules:
    """The rules in the data folders. Raises `DataError`."""
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
        some = [one for found in words.postpositions.values() for one in found]
        self.cases = {" ".join(one.words): one.case for one in some}
        self.labelled = frozenset(self.cases.values())

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
                self._slots(path, row, classes)
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

    def _slots(self, path: Path, row: FrameRow, classes: dict[str, tuple[tuple[str, ...], ...]]) -> None:
        """Refuses a slot that no participant can fill, and a need that no frame has."""
        for key in ("actor", "recipient", "both"):
            for written in getattr(row, key):
                if wrong := Slot.read(written).fault(self.labelled, classes, self.cases):
                    problem = f"{row.id}: {key} {written!r}: {wrong[0]}"
                    raise DataError(path, line_with(path, row.id), problem, hint=wrong[1])
        for need in row.needs:
            if need not in NEEDS:
                problem = f"{row.id}: no such need {need!r}"
                raise DataError(path, line_with(path, row.id), problem, hint=f"one of {' '.join(NEEDS)}")

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
