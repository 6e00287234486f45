"""What was loaded from `data/`, kept as a file: reading and checking 30,000 rows takes a second, reading this a fifth.

The file stands in the user's cache folder and is made anew when a data file or a module of the package changes. It is a
pickle, which can run code, so only this user's own file is read, and nothing in it but the package's classes.
"""

import gc
import hashlib
import io
import os
import pickle
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

from platformdirs import user_cache_path

PACKAGE = Path(__file__).parent.parent
ELSEWHERE = frozenset((("re", "_compile"), ("pathlib", "PosixPath"), ("pathlib", "WindowsPath")))
"""What an index holds besides instances of the package's own classes."""
KEPT = 8
"""Indexes that are kept: one for the shipped data, others for folders that users add."""

T = TypeVar("T")


def kept(folders: tuple[Path, ...], make: Callable[[], T]) -> T:
    """What `make` loads from data `folders`: from the index if one of the same files is there, else made and kept.

    Where nothing can be written it is made each time. Raises what `make` raises; a fault is never kept.
    """
    folder = user_cache_path("ghatna", appauthor=False)
    key = state(folders)
    names = hashlib.sha256("\n".join(str(f.absolute()) for f in (PACKAGE, *folders)).encode()).hexdigest()
    path = folder / f"lexicon-{names[:16]}.index"
    with _no_collection():
        found: T | None = _read(path, key)
        if found is None:
            found = make()
            with suppress(OSError):
                _write(path, key, found)
    return found


def state(folders: tuple[Path, ...]) -> bytes:
    """A digest that changes with any file in `folders`, the package's code, and the Python that runs it.

    Files count by name, size and time of change, as `make` counts them: reading them all would take as long as half of
    loading the index.
    """
    digest = hashlib.sha256(f"{sys.implementation.cache_tag} {sys.platform}".encode())
    for folder, pattern in ((PACKAGE, "*.py"), *((folder, "*") for folder in folders)):
        for path in sorted(folder.rglob(pattern)):
            with suppress(OSError):
                told = path.stat()
                if stat.S_ISREG(told.st_mode):
                    digest.update(f"\n{path.absolute()}\t{told.st_size}\t{told.st_mtime_ns}".encode())
    return digest.digest()


@contextmanager
def _no_collection() -> Iterator[None]:
    """Loading makes many small objects that all stay: looking for garbage among them took a third of the time. Then
    they count as old, so that the next look at young objects passes them over."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # else somebody keeps his own objects aside
            gc.freeze()
            gc.unfreeze()  # to the oldest generation, without a look at them
        if was:
            gc.enable()


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if not module.startswith("ghatna.") and (module, name) not in ELSEWHERE:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in an index")
        return super().find_class(module, name)


def _read(path: Path, key: bytes) -> T | None:
    """The index if it is this user's, whole and of `key`; else None."""
    try:
        with path.open("rb") as file:
            told = os.fstat(file.fileno())
            if hasattr(os, "getuid") and (told.st_uid != os.getuid() or told.st_mode & (stat.S_IWGRP | stat.S_IWOTH)):
                return None
            if file.read(len(key)) != key:
                return None
            whole, body = file.read(len(key)), file.read()
        if hashlib.sha256(body).digest() != whole:
            return None
        found: T = _Reader(io.BytesIO(body)).load()
    except (OSError, pickle.UnpicklingError, AttributeError, ImportError, TypeError, ValueError, EOFError):
        return None
    return found


def _write(path: Path, key: bytes, found: object) -> None:
    """Puts the index in place in one step: another process reads the old one or the new one. Raises `OSError`."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    body = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
    with NamedTemporaryFile(dir=path.parent, prefix=path.name, suffix=".part", delete=False) as file:
        try:
            file.write(key + hashlib.sha256(body).digest() + body)
            file.close()
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
    for old in sorted(path.parent.glob("lexicon-*.index"), key=lambda p: p.stat().st_mtime, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)
