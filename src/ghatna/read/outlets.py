"""Outlets of the Hindi press as declared in `data/outlets/`, found by the address of a page."""

import re
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct, structs

from ghatna.errors import DataError
from ghatna.lexicon.tables import OUTLETS, SHIPPED, files, line_with, rules

# What stands before a domain and is no other outlet: `m.example.in` and `www.example.in` are `example.in`.
FRONTS = ("www", "m", "amp", "mobile", "hindi-amp")
DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[\w-]+)*")
SELECTORS = ("body", "title", "subtitle", "byline", "published", "updated", "section", "cut")


class Outlet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One outlet. Its file's name is its id; `selectors` are CSS.

    A page is read by the general path; what is declared here wins over it where it finds anything.
    """

    id: str = ""
    name: str
    kind: Literal["national", "regional", "broadcaster", "public", "agency", "portal"]
    domains: tuple[str, ...]
    """`example.in`, or with the beginning of a path (`example.com/hindi`) where the host has other things too."""
    sections: tuple[str, ...] = ()
    """Addresses of pages that list articles."""
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    agency: str = ""
    """Of a news agency: the name by which papers credit it; that of all its articles."""
    language: str = "hi"
    zone: str = "Asia/Kolkata"
    """Of times that are written without one."""
    body: tuple[str, ...] = ()
    """The element with the text; the first selector that finds one counts, here and below."""
    title: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    """Elements within the text that are no part of it, all of them."""
    lines: tuple[str, ...] = ()
    """Beginnings of lines that are no news."""


class Outlets:
    """All outlets by id (`by_id`), and by address."""

    def __init__(self, found: list[Outlet]) -> None:
        self.by_id = {outlet.id: outlet for outlet in found}
        self._by_domain = {domain: outlet for outlet in self.by_id.values() for domain in outlet.domains}

    def at(self, url: str) -> Outlet | None:
        """The outlet that has an address; None for an unknown one. The longest declared domain counts."""
        try:
            parts = urlsplit(url)
            host = (parts.hostname or "").lower()
        except ValueError:
            return None
        labels = host.split(".")
        while labels and labels[0] in FRONTS:
            labels = labels[1:]
        steps = [step for step in parts.path.split("/") if step]
        for first in range(len(labels)):
            name = ".".join(labels[first:])
            for last in range(min(len(steps), 3), -1, -1):
                if outlet := self._by_domain.get("/".join((name, *steps[:last]))):
                    return outlet
        return None


@cache
def outlets(folders: tuple[Path, ...] = ()) -> Outlets:
    """The outlets of the package and of a user's `folders`, whose files replace those of the same name.

    Raises `DataError` for a file that does not hold: an unknown key, a selector that is none, a domain of two outlets.
    """
    found: dict[str, Outlet] = {}
    owner: dict[str, str] = {}
    for path in files((SHIPPED, *folders), f"{OUTLETS}/*.toml"):
        found[path.stem] = checked(structs.replace(rules(path, Outlet), id=path.stem), path)
    for outlet in found.values():
        for domain in outlet.domains:
            if (other := owner.setdefault(domain, outlet.id)) != outlet.id:
                raise DataError(f"{OUTLETS}/{outlet.id}.toml", 0, f"{domain} is also a domain of {other}")
    return Outlets(list(found.values()))


def checked(outlet: Outlet, path: Path) -> Outlet:
    """`outlet`, when its values hold; raises `DataError` otherwise."""
    from lxml.cssselect import CSSSelector
    from lxml.etree import XPathError

    if not outlet.domains:
        raise DataError(path, line_with(path, "domains"), "no domain")
    for domain in outlet.domains:
        if not DOMAIN.fullmatch(domain):
            raise DataError(path, line_with(path, domain), f"{domain!r} is no domain", hint="such as example.in")
    for url in (*outlet.sections, *outlet.feeds, *outlet.sitemaps):
        if urlsplit(url).scheme not in ("http", "https"):
            raise DataError(path, line_with(path, url), f"{url!r} is no address", hint="such as https://example.in/")
    for key in SELECTORS:
        for selector in getattr(outlet, key):
            try:
                CSSSelector(selector)
            except (SyntaxError, XPathError) as wrong:  # cssselect's own errors are SyntaxErrors
                raise DataError(path, line_with(path, key), f"{selector!r} is no CSS selector: {wrong}") from None
    try:
        ZoneInfo(outlet.zone)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        hint = "such as Asia/Kolkata"
        raise DataError(path, line_with(path, "zone"), f"unknown zone {outlet.zone!r}", hint=hint) from None
    return outlet
