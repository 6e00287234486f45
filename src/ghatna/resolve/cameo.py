"""CAMEO codes: the one nearest to a PLOVER type, mode, status and contexts, and back."""

from pathlib import Path

from msgspec import Struct

from ghatna.lexicon.tables import files, rows

COLUMNS = ("code", "type", "mode", "contexts", "status", "default")


class Code(Struct, frozen=True):
    """A row of `cameo.tsv`."""

    code: str
    type: str
    mode: str
    contexts: tuple[str, ...]
    status: str
    default: bool


class Cameo(Struct, frozen=True):
    """The table, by type and by code."""

    by_type: dict[str, tuple[Code, ...]]
    by_code: dict[str, tuple[Code, ...]]

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> "Cameo":
        """Reads `cameo.tsv` of all folders; a later folder's row replaces one of the same code, type and mode."""
        found: dict[tuple[str, str, str], Code] = {}
        for path in files(folders, "cameo.tsv"):
            for row in rows(path, COLUMNS, key=("code", "type", "mode")):
                if not row["code"].isdigit():
                    raise row.fault(f"{row['code']!r} is no CAMEO code")
                if row["default"] not in ("", "yes"):
                    raise row.fault(f"default is {row['default']!r}", hint="yes or empty")
                found[row["code"], row["type"], row["mode"]] = Code(
                    row["code"], row["type"], row["mode"], row.many("contexts"), row["status"], bool(row["default"])
                )
        types: dict[str, list[Code]] = {}
        codes: dict[str, list[Code]] = {}
        for one in found.values():
            types.setdefault(one.type, []).append(one)
            codes.setdefault(one.code, []).append(one)
        return cls({k: tuple(v) for k, v in types.items()}, {k: tuple(v) for k, v in codes.items()})


def cameo(type_: str, mode: str | None, status: str, contexts: tuple[str, ...], table: Cameo) -> str:
    """The code nearest to an act; empty for a type without codes.

    The mode decides first, then a code made for the status, then the contexts in their order (all that the code asks
    for must be there), then the default of that type and mode.
    """
    wanted = mode or ""

    def fit(one: Code) -> tuple[bool, bool, bool, int, int, bool, int]:
        held = bool(one.contexts) and set(one.contexts) <= set(contexts)
        first = min((contexts.index(c) for c in one.contexts), default=0) if held else 0
        return (
            one.mode == wanted,
            one.mode == "",
            bool(one.status) and one.status == status,
            len(one.contexts) if held else 0,
            -first,
            one.default,
            -len(one.code),
        )

    rivals = [c for c in table.by_type.get(type_, ()) if c.status in ("", status)]
    # Contexts that the words do not carry must not pick a narrow code: such rows only stand as defaults.
    rivals = [c for c in rivals if c.default or (c.contexts and set(c.contexts) <= set(contexts))]
    return max(rivals, key=fit).code if rivals else ""


def plover(code: str, table: Cameo) -> tuple[str, str | None, tuple[str, ...]] | None:
    """Type, mode and contexts of a CAMEO code; of a code not in the table those of the code above it, None without."""
    while len(code) >= 2:
        found = [c for c in table.by_code.get(code, ()) if not c.status]
        if found:
            # Rows without a mode or with the table's own contexts are the code's first meaning.
            best = max(found, key=lambda c: (bool(c.contexts), not c.default))
            return best.type, best.mode or None, best.contexts
        code = code[:-1] if len(code) > 3 else (code[:2] + "0" if not code.endswith("0") else "")
    return None
