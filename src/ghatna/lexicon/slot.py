"""The slots of a frame as written (`पर?thing`, `@attack में/का`, `karta`), refused where nothing can fill them."""

from collections.abc import Container
from functools import cache

from msgspec import Struct

from ghatna.lexicon.cases import DIRECT, INSIDE

KARAKAS = frozenset(("karta", "karma", "sampradan", "apadan", "sahakarta", "karan", "adhikaran"))
SPEAKER = "speaker"
"""The slot of who says the clause that the act stands in."""
PEOPLE = "people"
"""The kind of head that is no name: a noun for several persons."""
KINDS = ("country", "adjective", "seat", "place", "body", "group", "party", "person", "role", PEOPLE)
"""What a slot may ask its head to be."""
NEEDS = ("actor", "recipient", "both", "party", "abroad")


class Slot(Struct, frozen=True):
    """A slot as written in a frame: `पर?thing`, `पर/का`, `पर>का`, `@attack में/का`, `@clash में/के साथ`, `karta`,
    `में:party`."""

    case: str
    thing: bool = False
    owner: str = ""
    among: str = ""
    kind: str = ""
    before: bool = False
    """`पर>का`: only right before the genitive of the trigger's noun: रूस पर | हमले की | धमकी."""

    @classmethod
    @cache
    def read(cls, text: str) -> "Slot":
        """The slot of its written form; frames have few, so each is read once."""
        text, _, kind = text.partition(":")
        text, before, _ = text.partition(">")
        thing = text.endswith("?thing")
        text = text.removesuffix("?thing")
        text, _, owner = text.partition("/")
        among = ""
        if text.startswith("@"):
            among, _, text = text[1:].partition(" ")
        return cls(text, thing, owner, among, kind, bool(before))

    def fault(self, labels: Container[str], classes: Container[str], forms: dict[str, str]) -> tuple[str, str] | None:
        """What keeps every participant out of the slot, and what to write instead; None for a slot that holds.

        `labels` are the cases that postpositions have, `forms` the case of each postposition that is written otherwise.
        """
        for case, karakas in ((self.case, KARAKAS | {SPEAKER, INSIDE, DIRECT}), (self.owner, frozenset[str]())):
            if case and case not in labels and case not in karakas:
                hint = f"write {forms[case]!r}" if case in forms else "a case of postpositions.tsv or a karaka"
                return f"no group is marked {case!r}", hint
        if not self.case:
            return "no case", "a case of postpositions.tsv or a karaka"
        if self.among and self.among not in classes:
            return f"no class @{self.among}", "a class of [classes]"
        if self.kind and self.kind not in KINDS:
            return f"no kind of name {self.kind!r}", f"one of {' '.join(KINDS)}"
        return None
