"""Stories for people and programs: a table, or JSON lines."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import TextIO

import msgspec

from ghatna.serve.output import below, console, headline, marked, parties
from ghatna.store.story import Said, Story, Told

FORMATS = ("table", "jsonl")
SHOWN = 3
"""Events of a story in a table."""


def stories(found: Sequence[Story], form: str, out: Path | None) -> None:
    """Write stories."""
    with _open(out) as file:
        if form == "jsonl":
            file.writelines(msgspec.json.encode(one).decode() + "\n" for one in found)
        else:
            for one in found:
                _story(one, file)
            console(file).print(f"{len(found)} {'story' if len(found) == 1 else 'stories'}", style="dim")


def told(found: Sequence[tuple[Story, Told]], form: str, out: Path | None) -> None:
    """Write events that are counted once, with who tells them."""
    with _open(out) as file:
        if form == "jsonl":
            file.writelines(msgspec.json.encode(_record(one)).decode() + "\n" for one in found)
        else:
            for one in found:
                _told(one, file)
            console(file).print(_many(len(found), "event"), style="dim")


def _open(out: Path | None) -> AbstractContextManager[TextIO]:
    return nullcontext(sys.stdout) if out is None else out.open("w", encoding="utf-8")


def _record(one: tuple[Story, Told]) -> dict[str, object]:
    """The fields of the event, and what the story adds."""
    whole, event = one
    more = {
        "story": whole.id, "saga": whole.saga, "headline": whole.headline, "articles": event.articles,
        "outlets": event.outlets, "of_outlets": len(whole.outlets), "told": event.ids, "said": event.numbers,
    }  # fmt: skip
    fields: dict[str, object] = msgspec.to_builtins(event.event, builtin_types=(datetime,))
    return fields | more


def _story(one: Story, file: TextIO) -> None:
    from rich.text import Text

    screen = console(file)
    day = one.first.date().isoformat() if one.first else "????-??-??"
    screen.print(Text(f"{day}  ", style="cyan").append(one.headline, style="bold"))
    copies = f" ({len(one.copies)} {'copy' if len(one.copies) == 1 else 'copies'})" if one.copies else ""
    times = " – ".join(dict.fromkeys(f"{time:%d.%m. %H:%M}" for time in (one.first, one.last) if time))
    below(screen, f"{_many(len(one.articles), 'article')}{copies}, {_many(len(one.outlets), 'outlet')}  {times} UTC")
    for event in one.events[:SHOWN]:
        act = event.event.type + (f"/{event.event.mode}" if event.event.mode else "")
        below(
            screen, f"{parties(event.event.actors)} → {act} → {parties(event.event.recipients)}  {_agreed(event, one)}"
        )
    saga = f"  saga {one.saga}" if one.saga != one.id else ""
    below(screen, f"{one.id}{saga}", "dim")


def _told(one: tuple[Story, Told], file: TextIO) -> None:
    whole, event = one
    screen = console(file)
    screen.print(headline(event.event))
    below(screen, marked(event.event))
    below(screen, f"{_agreed(event, whole)}  {whole.headline}")
    below(screen, f"{event.event.frame}  {event.event.id[:12]}", "dim")


def _agreed(event: Told, whole: Story) -> str:
    """`4 of 6 outlets; killed 12 (3), 9 (1)`."""
    numbers = [f"{name} {_said(said)}" for name, said in event.numbers.items()]
    return "; ".join((f"{len(event.outlets)} of {_many(len(whole.outlets), 'outlet')}", *numbers))


def _said(said: Iterable[Said]) -> str:
    return ", ".join(f"{one.value} ({len(one.outlets)})" for one in said)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("s" if count != 1 else "")
