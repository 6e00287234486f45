"""The tree of words that forms of names make: its steps, and how they are walked."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from msgspec import Struct

from ghatna.model import Name, Token

WITHIN = re.compile(r"[-‐‑–.·()'’\s]+")  # noqa: RUF001 - the hyphens that newspapers write
"""What stands between the parts of a name: `जी-20`, `जी 20`, `द. कोरिया`, `जनता दल (यू)`, `कोट डी'आइवर`."""


class Step(Struct):
    """A place in the tree of forms: what may follow, and the names of the form that ends here."""

    next: dict[str, "Step"]
    names: list[Name]


class Steps(Protocol):
    """What may follow: a dictionary, or the shelf of first words."""

    def get(self, word: str, /) -> Step | None: ...


def walk(tokens: Sequence[Token], first: int, root: Steps) -> tuple[int, list[Name]]:
    """The longest form that starts at `first`: where it ends and its names."""
    best, names = first + 1, list[Name]()
    steps, i = root, first
    while i < len(tokens):
        token = tokens[i]
        norm = token.norm
        step = steps.get(norm)
        if step is None and (parts := parts_of(norm)) != (norm,):
            if not parts:  # a hyphen or a dot of its own
                i += 1
                continue
            step = down(steps, parts)
        if i > first and (step is None or not step.names):
            for reading in token.readings:
                bent = steps.get(reading.lemma)
                if bent is not None and bent.names:
                    best, names = i + 1, bent.names
                    break
        if step is None:
            break
        if step.names:
            best, names = i + 1, step.names
        steps = step.next
        i += 1
    return best, names


def longer(tokens: Sequence[Token], last: int, root: Steps) -> bool:
    """Whether the last word of a form begins a person's name that goes on after `last`, which the form would cut."""
    begun = root.get(tokens[last - 1].norm)
    if begun is None or not begun.next or last >= len(tokens):
        return False
    end, names = walk(tokens, last - 1, root)
    return end > last and any(name.kind == "person" for name in names)


def down(steps: Steps, parts: Iterable[str]) -> Step | None:
    """The step that `parts` lead to."""
    step: Step | None = None
    for part in parts:
        step = steps.get(part)
        if step is None:
            return None
        steps = step.next
    return step


@lru_cache(maxsize=65536)
def parts_of(norm: str) -> tuple[str, ...]:
    return tuple(part for part in WITHIN.split(norm) if part)
