"""Clauses → roles: which part each noun group plays, after Panini's karaka, by the rules of `karaka.toml`."""

from pathlib import Path

import msgspec

from ghatna.lexicon.cases import ERGATIVE
from ghatna.lexicon.rules import ClauseWords
from ghatna.lexicon.tables import files, rules
from ghatna.lexicon.words import Words
from ghatna.model import Chunk, Clause, Role


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A case, perhaps with conditions on the verb, and the karaka that it means."""

    id: str
    case: str
    karaka: str
    voice: str = ""
    form: str = ""
    aspect: str = ""
    mood: str = ""
    modal: str = ""
    """What a verb after the first must be among the modals of `clauses.toml` (`must`)."""
    after: str = ""
    """What the verb right after the first must be."""
    transitive: bool | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rule: tuple[Rule, ...]


class Karakas(msgspec.Struct, frozen=True):
    """The rules by case, in the order of the file."""

    by_case: dict[str, tuple[Rule, ...]]

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> "Karakas":
        """Reads `karaka.toml` of the last folder that has one."""
        found: dict[str, list[Rule]] = {}
        for rule in rules(files(folders, "hindi/karaka.toml")[-1], _File).rule:
            found.setdefault(rule.case, []).append(rule)
        return cls({case: tuple(some) for case, some in found.items()})


def roles(
    clause: Clause, chunks: tuple[Chunk, ...], words: Words, shapes: ClauseWords, karakas: Karakas
) -> tuple[Role, ...]:
    """The roles of a clause's noun groups, its own first (nearest to the verb first), then the shared ones."""
    verb = chunks[clause.verb].verb if clause.verb >= 0 else None
    voice = verb.voice if verb else ""
    aspect = verb.aspect if verb else ""
    mood = verb.mood if verb else ""
    modals = {shapes.modals.get(lemma) for lemma in verb.lemmas[1:]} if verb else set()
    transitive = (
        verb is not None
        and words.transitivity.get(verb.lemmas[0], "tr") != "intr"
        and not any(lemma in shapes.unergative for lemma in verb.lemmas[1:])
    )
    if verb is not None and verb.lemmas[1:3] == (shapes.be, shapes.be):
        # विपक्ष | दबाव बनाए हुए है: who keeps something so has no ने
        transitive = transitive and any(chunks[i].case == ERGATIVE for i in (*clause.chunks, *clause.outer))
    out: list[Role] = []
    for i in (*reversed(clause.chunks), *reversed(clause.outer)):
        chunk = chunks[i]
        if chunk.kind not in ("noun", "relative"):
            continue
        for rule in karakas.by_case.get(chunk.case, ()):
            if (
                (rule.voice and rule.voice != voice)
                or (rule.form and (verb is None or rule.form != verb.form or i + 1 != clause.verb))
                or (rule.aspect and rule.aspect != aspect)
                or (rule.mood and rule.mood != mood)
                or (rule.modal and rule.modal not in modals)
                or (rule.after and (verb is None or rule.after not in verb.lemmas[1:2]))
            ):
                continue
            if rule.transitive is not None and rule.transitive != transitive:
                continue
            out.append(Role(rule.karaka, i, rule.id))
            break
    return tuple(out)
