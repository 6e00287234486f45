"""What an act is about: PLOVER contexts from the words of its sentence (`hindi/contexts.toml`)."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from ghatna.errors import DataError
from ghatna.lexicon.calendar import Folds, Phrases
from ghatna.lexicon.tables import SHIPPED, files, line_with, rules
from ghatna.model import Tagged, Token

PLACES = frozenset(("seat", "place", "country"))
"""Kinds of names whose words tell nothing else: तेल अवीव."""


class ContextsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `contexts.toml`: context → words and sequences; sequences `apart` tell nothing."""

    contexts: dict[str, tuple[str, ...]]
    apart: tuple[str, ...] = ()


class LabelsFile(Struct, frozen=True):
    """What is needed of `plover.toml` here."""

    contexts: dict[str, str]


class Contexts(Struct, frozen=True):
    """Words of every context, and those that hide what their words tell alone."""

    words: dict[str, Phrases]
    apart: Phrases

    @classmethod
    def load(cls, folders: tuple[Path, ...], spelling: Folds) -> "Contexts":
        """Reads all folders; raises `DataError` for a context that `plover.toml` does not know."""
        known = {c for path in files((SHIPPED, *folders), "plover.toml") for c in rules(path, LabelsFile).contexts}
        words: dict[str, list[str]] = {}
        apart: list[str] = []
        for path in files(folders, "hindi/contexts.toml"):
            file = rules(path, ContextsFile)
            apart.extend(file.apart)
            for name, forms in file.contexts.items():
                if name not in known:
                    raise DataError(
                        path, line_with(path, name), f"unknown context {name!r}", hint="labels are born in plover.toml"
                    )
                words.setdefault(name, []).extend(forms)
        return cls({name: Phrases.of(forms, spelling) for name, forms in words.items()}, Phrases.of(apart, spelling))


def contexts(tagged: Tagged, first: int, last: int, table: Contexts) -> tuple[str, ...]:
    """Contexts of tokens `first` … `last` and their sentence, the surest first.

    Words of the span itself count twice; of equals the one said earlier stands first.
    """
    return weighed(mentions(tagged, table), first, last)


def mentions(tagged: Tagged, table: Contexts) -> dict[str, tuple[int, ...]]:
    """The tokens where words of each context begin; the same for all events of a sentence.

    Words within a longer sequence, of another context or of none (`apart`), do not count.
    """
    words = {word for token in tagged.tokens for word in (token.norm, token.lemma)}
    told = ((name, phrases) for name, phrases in table.words.items() if not phrases.by_first.keys().isdisjoint(words))
    found = {name: where for name, phrases in told if (where := hits(tagged.tokens, phrases))}
    if not found:
        return {}
    longer = [(at.first, at.last - at.first) for at in tagged.names if all(n.kind in PLACES for n in at.names)]
    longer += [*hits(tagged.tokens, table.apart), *(hit for where in found.values() for hit in where if hit[1] > 1)]
    kept = {name: tuple(at for at, size in where if not _within(at, size, longer)) for name, where in found.items()}
    return {name: where for name, where in kept.items() if where}


def _within(at: int, size: int, longer: Sequence[tuple[int, int]]) -> bool:
    """Whether the tokens are part of a longer sequence."""
    return any(first <= at and at + size <= first + n and n > size for first, n in longer)


def weighed(found: Mapping[str, Sequence[int]], first: int, last: int) -> tuple[str, ...]:
    """The contexts of mentions, as seen from tokens `first` … `last`."""
    ranked = [(-len(at) - sum(first <= i < last for i in at), at[0], name) for name, at in found.items()]
    return tuple(name for _, _, name in sorted(ranked))


def hits(tokens: Sequence[Token], phrases: Phrases) -> tuple[tuple[int, int], ...]:
    """The tokens where a phrase begins and how many it takes."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        size = phrases.lemmas_at(tokens, at, len(tokens))
        if size:
            found.append((at, size))
        at += max(size, 1)
    return tuple(found)
