"""Which row of the actor files holds on a day: offices begin and end."""

from collections.abc import Sequence
from datetime import date

from ghatna.model import Name

OF_STATE = {"GOV", "JUD", "LEG", "MIL", "COP", "SPY"}
"""Sectors of offices that end: who held one is a former official afterwards."""


def office(rows: Sequence[Name], on: date | None) -> Name:
    """The row that holds on the day: the one that began last, else the one that ended last, else the first to come.

    Without a day, of somebody who holds none any more the last that has a first day: a row without one tells what he
    was beside his offices.
    """
    held = [name for name in rows if valid(name, on)]
    if held:
        return max(held, key=lambda name: name.since)
    if on is None:
        return max(rows, key=lambda name: (bool(name.since), name.until))
    ended = [name for name in rows if name.since <= _day(on, name.since)]
    if not ended:
        return min(rows, key=lambda name: name.since)
    return max(ended, key=lambda name: name.until or "9999")


def valid(name: Name, on: date | None) -> bool:
    """Whether the row holds on the day; without a day, whether it still does."""
    if on is None:
        return not name.until
    return name.since <= _day(on, name.since) and (not name.until or _day(on, name.until) <= name.until)


def _day(on: date, like: str) -> str:
    """The day to the precision of `like` (year, or year and month)."""
    return on.isoformat()[: len(like) or 4]


def in_office(row: Name, rows: Sequence[Name], on: date | None) -> tuple[str, ...]:
    """Sectors of a person on the day, who of his `rows` is `row`: after a state office has ended those of a former
    official. Without a day, of who held an office that has ended, also what he is beside his offices: he may act as
    the one or the other."""
    if on is None and not row.until and not row.since:
        # ममता बनर्जी: what she is beside her offices, and the last of these, for no day tells which
        ended = [n for n in rows if n.name == row.name and n.since and n.until and not OF_STATE.isdisjoint(n.sectors)]
        last = max(ended, key=lambda name: name.until, default=row)
        return tuple(dict.fromkeys((*last.sectors, *row.sectors)))
    if on is None and row.until:
        beside = [n for n in rows if n.name == row.name and not n.since and (n.until or "9999") >= row.until]
        return tuple(dict.fromkeys((*row.sectors, *(s for name in beside for s in name.sectors if s != "OPP"))))
    over = on is not None and row.until and row.until < _day(on, row.until)
    return ("ELI",) if over and not OF_STATE.isdisjoint(row.sectors) else row.sectors
