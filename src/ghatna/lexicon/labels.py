"""`plover.toml` → `Labels`: types, modes, scores, contexts, sectors, statuses."""

from pathlib import Path
from typing import Literal

import msgspec

from ghatna.lexicon.tables import files, rules


class Type(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the 16 types. `future` is the type that it turns into when it is announced or planned,
    `declined` when somebody says that he will not do it;
    `complement_modes` gives this type's mode by the type of the act that it speaks of.

    `factive`: what is praised or blamed has happened. `answers`: what is answered is
    said or asked by somebody. `saying`: the act is the saying, what is said no act of its own.
    `ordered`: who orders it does it (or only in these modes). `blames`: what is said is what its recipient did.
    `decided`: an institution decides it, which the next piece of a headline may name (तीन को उम्रकैद, अदालत ने कहा …).
    `unsaid`: who its recipient is where its own clause names none, by mode or for all: the `offender` or the `victim`
    of the act before (else whom the clause before is about), its `suspect` (no one else), the `other side` (who
    acted before), or the `favoured` (who gets relief in the piece before). `armed`: modes that take weapons of war, so
    that strangers who do it are no civilians.
    `toll`: what people it may kill, injure or arrest; a type without counts only who takes part.
    """

    quad: int
    score: float
    recipient_required: bool
    future: str = ""
    declined: str = ""
    factive: bool = False
    saying: bool = False
    blames: bool = False
    answers: bool = False
    ordered: bool | tuple[str, ...] = False
    decided: bool = False
    unsaid: str | dict[str, str] = ""
    armed: tuple[str, ...] = ()
    toll: tuple[Literal["killed", "injured", "arrested"], ...] = ()
    modes: dict[str, float | Literal["none"]] = {}
    complement_modes: dict[str, str] = {}


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The labels that any record may use; scores are PLOVER's (−10 … 10)."""

    statuses: tuple[str, ...]
    quads: dict[str, str]
    types: dict[str, Type]
    contexts: dict[str, str]
    sectors: dict[str, str]

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> "Labels":
        """The ontology of the last folder that has one (a user may bring a whole other one)."""
        return rules(files(folders, "plover.toml")[-1], cls)

    def mode_of_content(self, type_: str, content: str, mode: str | None) -> str | None:
        """The mode of an act about another one: by its type and mode (`RETREAT.resign`), else by its type."""
        modes = self.types[type_].complement_modes
        return modes.get(f"{content}.{mode}", modes.get(content))

    def unsaid(self, type_: str, mode: str | None) -> str:
        """Who the recipient of an act is where its clause names none; empty where nobody is looked for."""
        told = self.types[type_].unsaid
        return told if isinstance(told, str) else told.get(mode or "", "")

    def armed(self, type_: str, mode: str | None) -> bool:
        """Whether an act takes weapons of war."""
        return mode in self.types[type_].armed

    def score(self, type_: str, mode: str | None) -> float | None:
        """The score of a mode, else of its type; null where PLOVER gives none."""
        kind = self.types[type_]
        if mode is None:
            return kind.score
        found = kind.modes.get(mode, kind.score)
        return None if isinstance(found, str) else found
