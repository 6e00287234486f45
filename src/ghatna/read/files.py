"""What a path, folder or glob stands for: files, in order."""

import os
from collections.abc import Sequence
from pathlib import Path

from ghatna.errors import ReadError

# Files that lie beside saved pages and hold no article: passed over in a folder, read (and refused) when named.
ASSETS = (
    *(".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot"),
    *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff"),
    *(".mp3", ".mp4", ".m4a", ".webm", ".ogg", ".wav", ".avi", ".mov", ".pyc", ".tmp", ".lock"),
)
# A folder with this file in it is a store of ours: what lies there has been read.
STORE = "ghatna.json"
ABOUT = ("readme", "license", "licence", "copying", "notice")


def files(path: Path) -> Sequence[Path | ReadError]:
    """The files that a path, folder or glob stands for, in order, and an error for each folder in it that cannot be
    opened. Raises `ReadError` when there are none."""
    try:
        if path.is_dir():
            if there := inside(path):
                return there
            raise ReadError(path, "nothing to read in this folder")
        if path.exists():
            return [path]
        if any(c in str(path) for c in "*?["):
            root = Path(path.anchor) if path.anchor else Path()
            pattern = str(path.relative_to(path.anchor)) if path.anchor else str(path)
            # As in a shell, `*` does not stand for what is hidden.
            found = [p for p in sorted(root.glob(pattern)) if path.name.startswith(".") or not p.name.startswith(".")]
            # A pattern that takes in everything is meant like a folder, one that only fits assets names them.
            kept: list[Path | ReadError] = []
            for p in found:
                kept += inside(p) if p.is_dir() else [p] * (p.is_file() and wanted(p))
            if kept:
                return list(dict.fromkeys(kept))
            if any(p.is_file() for p in found):
                return [p for p in found if p.is_file()]
            raise ReadError(path, "no file matches")
    except OSError as wrong:
        raise ReadError(path, wrong.strerror or "cannot be opened") from None
    except ValueError as wrong:
        raise ReadError(path, str(wrong)) from None
    raise ReadError(path, "no such file")


def inside(folder: Path) -> list[Path | ReadError]:
    """The files of a folder and its subfolders that may hold articles, in order; nothing hidden, no store."""
    closed: list[Path | ReadError] = []

    def refused(wrong: OSError) -> None:
        closed.append(ReadError(wrong.filename, wrong.strerror or "cannot be opened"))

    found: list[Path | ReadError] = []
    for here, folders, names in os.walk(folder, onerror=refused):
        folders[:] = [] if STORE in names else [name for name in folders if not name.startswith(".")]
        if STORE not in names:
            paths = [Path(here, name) for name in names if not name.startswith(".")]
            found += [path for path in paths if path.is_file() and wanted(path)]
    return [*sorted(found, key=str), *closed]


def wanted(path: Path) -> bool:
    """Neither a page's asset nor a file about the folder."""
    return path.suffix.lower() not in ASSETS and path.stem.lower() not in ABOUT
