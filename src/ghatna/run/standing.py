"""How following stands, outlet by outlet."""

from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from ghatna.run.state import State


class Standing(Struct, frozen=True):
    """How following an outlet stands. Times are UTC; `dropped` counts pages by reason."""

    outlet: str
    success: datetime | None
    articles: int
    events: int
    waiting: int
    dropped: dict[str, int]
    errors: int
    error: str


def standing(folder: Path) -> list[Standing]:
    """How each outlet followed into this store stands, by name. Raises `StoreError` where nothing was followed."""
    state = State(folder, create=False)
    try:
        return [of(state, name) for (name,) in state.ask("SELECT name FROM outlets WHERE active ORDER BY name")]
    finally:
        state.close()


def of(state: State, outlet: str) -> Standing:
    """How one outlet stands."""
    ((good,),) = state.ask("SELECT max(good) FROM sources WHERE outlet = ?", (outlet,))
    ((articles, events),) = state.ask(
        "SELECT count(DISTINCT document), coalesce(sum(events), 0) FROM pages WHERE outlet = ? AND state = 'done'",
        (outlet,),
    )
    ((waiting,),) = state.ask("SELECT count(*) FROM pages WHERE outlet = ? AND state IN ('new', 'storing')", (outlet,))
    dropped = state.ask(
        "SELECT reason, count(*) FROM pages WHERE outlet = ? AND state = 'dropped' GROUP BY reason ORDER BY reason",
        (outlet,),
    )
    problems = state.ask(
        "SELECT url, error FROM sources WHERE outlet = ? AND error != '' UNION ALL "
        "SELECT url, problem FROM pages WHERE outlet = ? AND problem != '' AND state = 'new'",
        (outlet, outlet),
    )
    return Standing(
        outlet,
        datetime.fromtimestamp(good, UTC) if good else None,
        articles,
        events,
        waiting,
        dict(dropped),
        len(problems),
        ": ".join(problems[0]) if problems else "",
    )
