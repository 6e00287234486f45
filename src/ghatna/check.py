"""`ghatna check`: the data files hold, and every example of every rule comes out as its marks say."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ghatna.errors import DataError
from ghatna.lexicon.rules import Cue, FrameRow
from ghatna.lexicon.tables import SHIPPED, files
from ghatna.model import Event
from ghatna.parse.unknown import Unknown
from ghatna.pipeline import Coder
from ghatna.read import plain
from ghatna.read.outlets import outlets

MARKS = {
    "[": "actor",
    "]": "actor",
    "{": "recipient",
    "}": "recipient",
    "<": "trigger",
    ">": "trigger",
    "(": "source",
    ")": "source",
}
PREFIX = re.compile(r"^((?:[a-z-]+ ?)+): ")


class Example(Struct, frozen=True):
    """An example as its rule states it: the bare sentence and what its marks claim."""

    rule: str
    kind: str
    n: int
    text: str
    marks: dict[str, tuple[str, ...]]
    expected: tuple[str, ...]
    """Mode and status named in front."""

    @property
    def label(self) -> str:
        return f"{self.rule}::{self.kind}[{self.n}]"


def unmark(written: str) -> tuple[str, dict[str, tuple[str, ...]]]:
    """An example without its marks, and the words between them.

    >>> unmark("[रूस] ने {यूक्रेन} पर <हमला किया>।")[1]["actor"]
    ('रूस',)
    """
    found: dict[str, list[str]] = {"actor": [], "recipient": [], "trigger": [], "source": []}
    text = ""
    begun: dict[str, int] = {}
    for letter in written:
        kind = MARKS.get(letter)
        if kind is None:
            text += letter
        elif letter in "[{<(":
            begun[kind] = len(text)
        elif kind in begun:
            found[kind].append(text[begun.pop(kind) :])
    return text, {kind: tuple(some) for kind, some in found.items()}


def examples(rule: FrameRow | Cue) -> Iterator[Example]:
    """The examples of a rule."""
    for kind, some in (("yes", rule.yes), ("no", rule.no)):
        for n, written in enumerate(some):
            front = PREFIX.match(written)
            text, marks = unmark(written[front.end() :] if front else written)
            yield Example(rule.id, kind, n, text, marks, tuple(front[1].split()) if front else ())


def rules(coder: Coder) -> list[FrameRow | Cue]:
    """Every rule that has examples: frames and status cues."""
    return [*(frame.row for frame in coder.lexicon.rules.frames.values()), *coder.lexicon.rules.cues]


def judge(example: Example, coder: Coder) -> str:
    """What is wrong with how an example is coded; empty when nothing is."""
    events = [e for e in coder.code(plain(example.text)) if example.rule in (e.frame, e.cue)]
    if example.kind == "no":
        return f"coded as <{events[0].trigger}>" if events else ""
    if not events:
        others = ", ".join(f"{e.frame} <{e.trigger}>" for e in coder.code(plain(example.text)))
        return f"not coded{f' (but {others})' if others else ''}"
    complaints = [_compare(example, event) for event in events]
    return "" if "" in complaints else complaints[0]


def _compare(example: Example, event: Event) -> str:
    for kind, entities in (("actor", event.actors), ("recipient", event.recipients)):
        got = tuple(e.text for e in entities)
        if set(got) != set(example.marks[kind]):
            return f"{kind} is {list(got)}, marked {list(example.marks[kind])}"
    if example.marks["trigger"] and not _shares(event.trigger, example.marks["trigger"][0]):
        return f"trigger is {event.trigger!r}, marked {example.marks['trigger'][0]!r}"
    for label in example.expected:
        if label not in (event.mode, event.status, event.type.lower()):
            return f"mode {event.mode}, status {event.status}; expected {label}"
    return ""


def _shares(a: str, b: str) -> bool:
    return bool(set(a.split()) & set(b.split()))


class Checked(Struct):
    """What was looked at, and every fault found, one line each."""

    faults: list[str] = []
    files: int = 0
    rules: int = 0
    examples: int = 0


def check(folders: tuple[Path, ...] = (SHIPPED,), *, only: str = "") -> Checked:
    """Checks the data folders: files first; if they hold, the examples.

    `only` keeps to the rules whose id starts so.
    """
    tables = files(folders, "**/*.tsv")
    found = Checked([str(fault) for path in tables for fault in _table(path)], len(tables))
    found.files += len(files(folders, "**/*.toml"))
    try:
        coder = Coder(tuple(f for f in folders if f != SHIPPED))
        Unknown.load(coder.lexicon.folders)
        outlets(tuple(f for f in folders if f != SHIPPED))
    except DataError as fault:
        found.faults.append(str(fault))
        return found
    for row in rules(coder):
        if row.id.startswith(only):
            found.rules += 1
            for example in examples(row):
                found.examples += 1
                if wrong := judge(example, coder):
                    found.faults.append(f"{example.label}: {wrong}: {example.text}")
    return found


def _table(path: Path) -> Iterator[DataError]:
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        return  # the loader names it
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line and line[0] != "#"]
    for n, line in lines:
        if not unicodedata.is_normalized("NFC", line):
            yield DataError(path, n, "not in NFC", hint="`ghatna check --fix` rewrites it")
    keys = [line.split("\t")[0] for _, line in lines[1:]]
    for (n, _), before, here in zip(lines[2:], keys, keys[1:], strict=False):
        if here < before:
            yield DataError(path, n, f"{here} is not sorted after {before}", hint="`ghatna check --fix` sorts it")
            break


def fix(folders: tuple[Path, ...]) -> None:
    """Rewrites the tables in canonical form: NFC, comments first, rows sorted, no trailing blanks."""
    for path in files(folders, "**/*.tsv"):
        try:
            lines = unicodedata.normalize("NFC", path.read_text("utf-8")).split("\n")
        except UnicodeDecodeError as wrong:
            raise DataError(path, 0, f"not UTF-8 at byte {wrong.start}", hint="save the file as UTF-8") from None
        comments = [line for line in lines if line.startswith("#")]
        header, *body = [line for line in lines if line and not line.startswith("#")] or [""]
        if not header:
            continue
        body.sort(key=lambda line: (line.split("\t")[0], line))
        path.write_text("\n".join([*comments, header, *body]) + "\n", "utf-8")


if __name__ == "__main__":
    for fault in check(only=sys.argv[1] if len(sys.argv) > 1 else "").faults:
        sys.stdout.write(fault + "\n")
