"""`feeds.toml`: what to follow, how often and how gently; checked before anything is asked of a server."""

import re
from difflib import get_close_matches
from ipaddress import ip_network
from pathlib import Path

from msgspec import Struct, structs

from ghatna import __version__
from ghatna.errors import DataError
from ghatna.lexicon.tables import line_with, rules
from ghatna.read.fetch import Limits
from ghatna.read.listing import Kind
from ghatna.read.outlets import outlets
from ghatna.read.polite import Manners
from ghatna.read.safe import ANYWHERE, Network, Refused, checked

LENGTH = re.compile(r"(\d+(?:\.\d+)?) ?(s|m|h|d)")
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
CONTACT = re.compile(r"[\x21-\x7e]+@[\x21-\x7e]+\.[a-z]{2,}|https?://[\x21-\x7e]+\.[\x21-\x7e]+", re.IGNORECASE)
NOBODY = re.compile(r"[@./]example\.(?:org|com|net)\b", re.IGNORECASE)
MEGA = 1_000_000


class Outlet(Struct, frozen=True, forbid_unknown_fields=True):
    """`[[outlet]]`: one that is followed. Lists given here stand in the place of those that its declaration has."""

    id: str = ""
    name: str = ""
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    articles: str = ""
    """A regular expression that addresses of articles on section pages match."""

    @property
    def called(self) -> str:
        """The name that logs and status use."""
        return self.id or self.name

    def sources(self) -> list[tuple[str, Kind]]:
        """What lists its articles."""
        kinds: tuple[tuple[Kind, tuple[str, ...]], ...] = (
            ("feed", self.feeds), ("sitemap", self.sitemaps), ("section", self.sections)
        )  # fmt: skip
        return [(url, kind) for kind, urls in kinds for url in urls]


class File(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `feeds.toml`. Lengths of time are texts: `90s`, `15m`, `2h`, `3d`."""

    contact: str = ""
    store: str = ""
    every: str = "15m"
    since: str = "3d"
    delay: str = "2s"
    backoff: str = "30s"
    patience: str = "60s"
    silence: str = "20s"
    seconds: str = "60s"
    size: float = 10.0
    """Megabytes of one page."""
    redirects: int = 5
    jobs: int = 16
    allow_private: bool | tuple[str, ...] = False
    outlet: tuple[Outlet, ...] = ()


class Plan(Struct, frozen=True):
    """A checked `feeds.toml`; times in seconds."""

    file: Path
    agent: str
    followed: dict[str, Outlet]
    """By what they are called."""
    store: Path | None
    every: float
    since: float
    jobs: int
    manners: Manners
    limits: Limits
    allowed: tuple[Network, ...]
    folders: tuple[Path, ...] = ()
    """A user's folders, whose outlets count."""


def plan(file: Path, *, allow_private: bool = False, data: tuple[Path, ...] = ()) -> Plan:
    """The plan of a file; `data` are a user's folders, which may declare outlets.

    Raises `DataError`, one line with file, key and what to do, for one that does not hold.
    """
    said = rules(file, File)
    if not CONTACT.fullmatch(said.contact) or NOBODY.search(said.contact):
        problem = f"contact {said.contact!r} reaches nobody" if said.contact else "contact is missing"
        raise fault(file, "contact", problem, "your e-mail or web address: servers are told who asks")
    if not said.outlet:
        raise fault(file, "outlet", "no outlet to follow", "[[outlet]] with an id, or a name and feeds")
    followed: dict[str, Outlet] = {}
    for outlet in said.outlet:
        ready = outlet_of(outlet, file, data)
        if ready.called in followed:
            raise fault(file, ready.called, f"outlet {ready.called!r} stands twice", "put its lists in one [[outlet]]")
        followed[ready.called] = ready
    times = {name: seconds(file, name, getattr(said, name)) for name in
             ("every", "since", "delay", "backoff", "patience", "silence", "seconds")}  # fmt: skip
    for name, least in (("size", 0.001), ("redirects", 0), ("jobs", 1)):
        if getattr(said, name) < least:
            raise fault(file, name, f"{name} = {getattr(said, name)} is below {least}", "leave it out for the default")
    return Plan(
        file=file,
        agent=f"ghatna/{__version__} (+{said.contact})",
        followed=followed,
        store=file.parent / said.store if said.store else None,
        every=times["every"],
        since=times["since"],
        jobs=said.jobs,
        manners=Manners(delay=times["delay"], backoff=times["backoff"], patience=times["patience"]),
        limits=Limits(int(said.size * MEGA), times["silence"], times["seconds"], said.redirects),
        allowed=ANYWHERE if allow_private else networks(file, said.allow_private),
        folders=data,
    )


def outlet_of(outlet: Outlet, file: Path, data: tuple[Path, ...] = ()) -> Outlet:
    """An outlet whose lists can be asked: its own, else those of the outlet that is declared with its id."""
    if not outlet.called:
        raise fault(file, "outlet", "an outlet without id and name", 'add name = "…"')
    declared = outlets(data).by_id.get(outlet.id)
    if declared is not None:
        outlet = structs.replace(outlet, name=outlet.name or declared.name)
        if not outlet.sources():
            outlet = structs.replace(
                outlet, feeds=declared.feeds, sitemaps=declared.sitemaps, sections=declared.sections
            )
    elif outlet.id and not outlet.sources():
        near = ", ".join(get_close_matches(outlet.id, outlets(data).by_id)) or "see data/outlets"
        raise fault(file, outlet.id, f"no outlet {outlet.id!r} is declared", f"{near}; or give it feeds")
    if not outlet.sources():
        raise fault(file, outlet.called, f"outlet {outlet.called!r} lists nothing", "add feeds, sitemaps or sections")
    for url, _ in outlet.sources():
        try:
            checked(url)
        except Refused as wrong:
            raise fault(file, url, f"{url!r}: {wrong.problem}", "such as https://example.in/rss.xml") from None
    try:
        re.compile(outlet.articles)
    except re.error as wrong:
        raise fault(file, outlet.articles, f"articles of {outlet.called!r} is no regular expression: {wrong}") from None
    return outlet


def seconds(file: Path, name: str, value: str) -> float:
    """A length of time in seconds."""
    at = LENGTH.fullmatch(value.strip())
    if at is None:
        raise fault(file, name, f"{name} = {value!r} is no length of time", f'{name} = "90s", "15m", "2h" or "3d"')
    return float(at[1]) * UNITS[at[2]]


def networks(file: Path, said: bool | tuple[str, ...]) -> tuple[Network, ...]:
    """The networks that may be reached though they are not public."""
    if isinstance(said, bool):
        return ANYWHERE if said else ()
    found = []
    for one in said:
        try:
            found.append(ip_network(one))
        except ValueError as wrong:
            hint = 'allow_private = ["10.1.0.0/16"], or true for all'
            raise fault(file, one, f"allow_private: {wrong}", hint) from None
    return tuple(found)


def fault(file: Path, key: str, problem: str, hint: str = "") -> DataError:
    """An error at the line of `file` that has `key`."""
    return DataError(file, line_with(file, key), problem, hint=hint)
