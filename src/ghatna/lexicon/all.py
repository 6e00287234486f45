"""Everything the coder knows, loaded once and read-only: `Lexicon`."""

import hashlib
from functools import cached_property
from pathlib import Path

from ghatna.lexicon.actors import load_names
from ghatna.lexicon.calendar import Calendar
from ghatna.lexicon.compile import load_rules
from ghatna.lexicon.gazetteer import Gazetteer
from ghatna.lexicon.labels import Labels
from ghatna.lexicon.retelling import Retelling
from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.standins import Standins
from ghatna.lexicon.tables import KINDS, SHIPPED, known
from ghatna.lexicon.words import Words


class Lexicon:
    """The knowledge in the data folders. Raises `DataError`, with file and line, for the first fault found."""

    def __init__(self, data: tuple[Path, ...] = ()) -> None:
        for folder in data:
            known(folder)
        self.folders = (SHIPPED, *data)
        self.labels = Labels.load(self.folders)
        self.spelling = Spelling.load(self.folders)
        self.words = Words.load(self.folders, self.spelling)
        self.names = load_names(self.folders, self.spelling, self.words)
        self.rules = load_rules(self.folders, self.spelling, self.words, self.labels)
        self.calendar = Calendar.load(self.folders, self.spelling)
        self.standins = Standins.load(self.folders, self.spelling)
        self.gazetteer = Gazetteer.load(self.folders, self.spelling)
        self.retelling = Retelling.load(self.folders, self.spelling, self.words, self.names, self.calendar)

    @cached_property
    def version(self) -> str:
        """Package version and the first 12 hex digits of the SHA-256 of all data files."""
        return version_of(self.folders)


def version_of(folders: tuple[Path, ...]) -> str:
    """The version of a lexicon with the data in these folders."""
    from importlib.metadata import version  # slow to load, and an index holds what it told

    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix in KINDS):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return f"{version('ghatna')}+{digest.hexdigest()[:12]}"
