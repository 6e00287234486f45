"""Ghatna reads Hindi news and codes who does what to whom.

The public names below are loaded when they are first used: importing the package costs nothing.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ghatna.pipeline import Coder, code, explain
    from ghatna.read import read
    from ghatna.store import Store

__version__ = "0.1.0"
__all__ = ["Coder", "Store", "__version__", "code", "explain", "read"]

_ROOMS = {"Coder": "pipeline", "code": "pipeline", "explain": "pipeline", "Store": "store"}


class _Package(ModuleType):
    """The room `ghatna.read` and the function of that name share it; to the outside it is the function."""

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value.read if name == "read" and isinstance(value, ModuleType) else value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "read":
        return import_module("ghatna.read").read
    if room := _ROOMS.get(name):
        return getattr(import_module(f"ghatna.{room}"), name)
    raise AttributeError(f"module 'ghatna' has no attribute {name!r}")
