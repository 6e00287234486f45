"""CAMEO codes: the one nearest to a PLOVER type, mode, status and contexts, and back."""

import re
from pathlib import Path

from msgspec import Struct

from ghatna.errors import DataError
from ghatna.lexicon.labels import Labels
from ghatna.lexicon.rules import FrameRow, Rules
from ghatna.lexicon.tables import SHIPPED, Row, files, line_with, rows

CODE = re.compile(r"(0[1-9]|1\d|20)\d{1,2}")
COLUMNS = ("code", "type", "mode", "contexts", "status", "default")


class Code(Struct, frozen=True):
    """A row of `cameo.tsv`."""

    code: str
    type: str
    mode: str
    contexts: tuple[tuple[str, ...], ...]
    """Alternatives; an act must have all contexts of one of them."""
    status: str
    default: bool
    back: bool
    """Whether the row is the code's first meaning."""
    given: bool
    """Whether acts get the code by this row."""

    def held(self, contexts: tuple[str, ...]) -> tuple[str, ...]:
        """The alternative with the most contexts that an act of these contexts has; empty for none."""
        return max((one for one in self.contexts if set(one) <= set(contexts)), key=len, default=())


class Cameo(Struct, frozen=True):
    """The table, by type and by code."""

    by_type: dict[str, tuple[Code, ...]]
    by_code: dict[str, tuple[Code, ...]]

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> "Cameo":
        """Reads `cameo.tsv` of all folders; a later folder's row replaces one of the same code, type and mode."""
        found: dict[tuple[str, str, str], Code] = {}
        labels = Labels.load(folders)
        for path in files(folders, "cameo.tsv"):
            for row in rows(path, COLUMNS, key=("code", "type", "mode")):
                if not CODE.fullmatch(row["code"]):
                    raise row.fault(f"{row['code']!r} is no CAMEO code", hint="01 to 20 and one or two digits more")
                if SHIPPED not in path.parents:  # a user's ontology may lack labels of the shipped rows
                    labelled(row, labels)
                if row["default"] not in ("", "yes", "back", "both"):
                    raise row.fault(f"default is {row['default']!r}", hint="yes, back, both or empty")
                found[row["code"], row["type"], row["mode"]] = Code(
                    row["code"],
                    row["type"],
                    row["mode"],
                    tuple(tuple(one.split("+")) for one in row.many("contexts")),
                    row["status"],
                    default=row["default"] in ("yes", "both"),
                    back=row["default"] in ("back", "both"),
                    given=row["default"] != "back",
                )
        types: dict[str, list[Code]] = {}
        codes: dict[str, list[Code]] = {}
        for one in found.values():
            types.setdefault(one.type, []).append(one)
            codes.setdefault(one.code, []).append(one)
        return cls({k: tuple(v) for k, v in types.items()}, {k: tuple(v) for k, v in codes.items()})


def labelled(row: Row, labels: Labels) -> None:
    """Raises `DataError` for a row with a label that the ontology does not have."""
    kind = labels.types.get(row["type"])
    if kind is None:
        raise row.fault(f"no such type {row['type']!r}")
    if row["mode"] and row["mode"] not in kind.modes:
        raise row.fault(f"{row['type']} has no mode {row['mode']!r}")
    if row["status"] and row["status"] not in labels.statuses:
        raise row.fault(f"no such status {row['status']!r}")
    for name in (one for some in row.many("contexts") for one in some.split("+")):
        if name not in labels.contexts:
            raise row.fault(f"no such context {name!r}")


def cameo(
    type_: str, mode: str | None, status: str, contexts: tuple[str, ...], table: Cameo, of_frame: str = ""
) -> str:
    """The code nearest to an act; empty for a type without codes.

    The mode decides first, then a code made for the status, then the contexts in their order (all that the code asks
    for must be there), then the default of that type and mode. A frame's own code (`of_frame`) stands for acts that
    are told as done; where it says no more than that default, contexts may narrow it.
    """
    if of_frame and status == "actual" and of_frame != cameo(type_, mode, status, (), table):
        return of_frame
    wanted = mode or ""

    def fit(one: Code) -> tuple[bool, bool, bool, int, int, bool, int]:
        held = one.held(contexts)
        first = min((contexts.index(c) for c in held), default=0)
        return (
            one.mode == wanted,
            one.mode == "",
            bool(one.status) and one.status == status,
            len(held),
            -first,
            one.default,
            -len(one.code),
        )

    # Contexts that the words do not carry must not pick a narrow code: such rows only stand as defaults.
    rivals = [
        c
        for c in table.by_type.get(type_, ())
        if c.given and c.status in ("", status) and (c.default or c.held(contexts))
    ]
    return max(rivals, key=fit).code if rivals else ""


def of_act(
    type_: str, mode: str | None, status: str, contexts: tuple[str, ...], table: Cameo, row: FrameRow | None
) -> str:
    """The code of an act that a frame's `row` told. Where the status made another type of it (मदद देगा: AGREE), the code
    of what is to come, if that is of this type; the row's own code never. Nor does that stand where words of the
    sentence tell a mode that is not its own (फोन पर)."""
    if row is None:
        return cameo(type_, mode, status, contexts, table)
    if row.type != type_:
        code = cameo(row.type, None, "future", contexts, table)
        told = plover(code, table)
        return code if told is not None and told[0] == type_ else cameo(type_, mode, status, contexts, table)
    if mode and not row.mode and not any(one.mode == mode for one in table.by_code.get(row.cameo, ())):
        code = cameo(type_, mode, "actual", (), table)
        told = plover(code, table)
        vague = row.cameo == cameo(type_, None, "actual", (), table)
        if vague or (told is not None and told[1] == mode):
            return cameo(type_, mode, status, contexts, table)
    return cameo(type_, mode, status, contexts, table, row.cameo)


def plover(code: str, table: Cameo) -> tuple[str, str | None, tuple[str, ...]] | None:
    """Type, mode and contexts of a CAMEO code; of a code not in the table those of the code above it, None without."""
    while len(code) >= 2:
        found = [c for c in table.by_code.get(code, ()) if not c.status]
        if found:
            # Rows with the table's own contexts are the code's first meaning.
            best = max(found, key=lambda c: (c.back, bool(c.contexts), not c.default))
            return best.type, best.mode or None, tuple(dict.fromkeys(c for one in best.contexts for c in one))
        code = code[:-1] if len(code) > 3 else (code[:2] + "0" if code[2:] != "0" else "")
    return None


def held(rules: Rules, table: Cameo) -> None:
    """Raises `DataError` for a frame whose code stands in no table."""
    for frame in rules.frames.values():
        if frame.row.cameo and frame.row.cameo not in table.by_code:
            raise DataError(
                frame.path,
                line_with(Path(frame.path), frame.row.id),
                f"{frame.row.id}: {frame.row.cameo!r} is no CAMEO code",
                hint="codes stand in cameo.tsv",
            )
