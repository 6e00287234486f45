"""What an act is about: PLOVER contexts from the words of its sentence (`hindi/contexts.toml`)."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from ghatna.errors import DataError
from ghatna.lexicon.calendar import Folds, Phrases
from ghatna.lexicon.tables import SHIPPED, files, rules
from ghatna.model import Tagged, Token


class ContextsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `contexts.toml`: context → words and sequences."""

    contexts: dict[str, tuple[str, ...]]


class LabelsFile(Struct, frozen=True):
    """What is needed of `plover.toml` here."""

    contexts: dict[str, str]


class Contexts(Struct, frozen=True):
    """Words of every context."""

    words: dict[str, Phrases]

    @classmethod
    def load(cls, folders: tuple[Path, ...], spelling: Folds) -> "Contexts":
        """Reads all folders; raises `DataError` for a context that `plover.toml` does not know."""
        known = {c for path in files((SHIPPED, *folders), "plover.toml") for c in rules(path, LabelsFile).contexts}
        words: dict[str, list[str]] = {}
        for path in files(folders, "hindi/contexts.toml"):
            for name, forms in rules(path, ContextsFile).contexts.items():
                if name not in known:
                    raise DataError(path, 0, f"unknown context {name!r}", hint="labels are born in plover.toml")
                words.setdefault(name, []).extend(forms)
        return cls({name: Phrases.of(forms, spelling) for name, forms in words.items()})


def contexts(tagged: Tagged, first: int, last: int, table: Contexts) -> tuple[str, ...]:
    """Contexts of tokens `first` … `last` and their sentence, the surest first.

    Words of the span itself count twice; of equals the one said earlier stands first.
    """
    return weighed(mentions(tagged, table), first, last)


def mentions(tagged: Tagged, table: Contexts) -> dict[str, tuple[int, ...]]:
    """The tokens where words of each context begin; the same for all events of a sentence."""
    words = {word for token in tagged.tokens for word in (token.norm, token.lemma)}
    told = ((name, phrases) for name, phrases in table.words.items() if not phrases.by_first.keys().isdisjoint(words))
    found = {name: hits(tagged.tokens, phrases) for name, phrases in told}
    return {name: where for name, where in found.items() if where}


def weighed(found: Mapping[str, Sequence[int]], first: int, last: int) -> tuple[str, ...]:
    """The contexts of mentions, as seen from tokens `first` … `last`."""
    ranked = [(-len(at) - sum(first <= i < last for i in at), at[0], name) for name, at in found.items()]
    return tuple(name for _, _, name in sorted(ranked))


def hits(tokens: Sequence[Token], phrases: Phrases) -> tuple[int, ...]:
    """The tokens where a phrase begins."""
    found: list[int] = []
    at = 0
    while at < len(tokens):
        size = phrases.lemmas_at(tokens, at, len(tokens))
        if size:
            found.append(at)
        at += max(size, 1)
    return tuple(found)
