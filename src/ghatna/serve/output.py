"""Events as a table for people, and as JSONL, CSV or Parquet for programs."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ghatna.model import Entity, Event

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

INDENT = " " * 12
FORMATS = ("table", "jsonl", "csv", "parquet")


def write(events: Sequence[Event], form: str, out: Path | None) -> None:
    """Write events in one of `FORMATS` to a file, or to standard output. Parquet needs a file."""
    import sys

    if form == "parquet":
        import pyarrow.parquet as pq

        from ghatna.store.schema import event_table

        pq.write_table(event_table(events), out)
    elif form == "table":
        if out is None:
            show(events)
        else:
            with out.open("w", encoding="utf-8") as file:
                show(events, file=file)
    else:
        text = jsonl(events) if form == "jsonl" else as_csv(events)
        if out is None:
            sys.stdout.write(text)
        else:
            out.write_text(text, "utf-8", newline="")


def jsonl(events: Sequence[Event]) -> str:
    """One JSON object a line, fields in the order of `Event`, Devanagari as it is."""
    return "".join(msgspec.json.encode(event).decode() + "\n" for event in events)


def as_csv(events: Sequence[Event]) -> str:
    """A line an event; participants, place, numbers and contexts are JSON in their cells."""
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\n")
    sheet.writerow(Event.__struct_fields__)
    for event in events:
        sheet.writerow(cell(getattr(event, name)) for name in Event.__struct_fields__)
    return out.getvalue()


def cell(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float):
        return value
    return msgspec.json.encode(value).decode()


def show(events: Sequence[Event], *, file: object = None) -> None:
    """Events for people: day, actor → act → recipient, status; the sentence with its act marked; frame and id."""
    screen = console(file)
    for event in events:
        screen.print(headline(event))
        below(screen, marked(event))
        below(screen, f"{event.frame}  {event.id[:12]}", "dim")
    screen.print(f"{len(events)} events" if len(events) != 1 else "1 event", style="dim")


def console(file: object = None) -> "Console":
    """A screen that does not cut Devanagari: on a terminal long lines wrap at words, elsewhere they stay whole."""
    from rich.console import Console

    screen = Console(file=file, highlight=False)  # type: ignore[arg-type]
    screen.soft_wrap = not screen.is_terminal
    return screen


def headline(event: Event) -> "Text":
    """`2024-11-30  रूस (RUS) → AID → उत्तर कोरिया (PRK)  actual`."""
    from rich.text import Text

    act = event.type + (f"/{event.mode}" if event.mode else "")
    line = Text(f"{event.date or '????-??-??'}  ", style="cyan")
    line.append(parties(event.actors) + " → ", style="default")
    line.append(act, style="bold magenta")
    line.append(" → " + parties(event.recipients), style="default")
    line.append(f"  {event.status}", style="dim")
    return line


def below(screen: "Console", told: "Text | str", style: str = "") -> None:
    """Print what stands under a headline, set in by the width of its date, however many lines it takes."""
    from rich.text import Text

    text = told if isinstance(told, Text) else Text(told, style=style)
    wide = screen.width - len(INDENT)
    for line in text.wrap(screen, max(wide, 20)) if screen.is_terminal else [text]:
        screen.print(Text(INDENT).append_text(line))


def parties(entities: Sequence[Entity]) -> str:
    """`रूस (RUS), ईरान (IRN)`; a dash for nobody named."""
    return ", ".join(f"{e.text} ({e.country})" if e.country else e.text for e in entities) or "–"


def marked(event: Event) -> "Text":
    """The sentence with its act between ‹ ›, also bold where the terminal can, and its participants underlined."""
    from rich.text import Text

    shift, text = event.sentence_start, event.sentence
    first, last = event.start - shift, event.end - shift
    line = Text()
    if not 0 <= first <= last <= len(text):
        return line.append(text)
    line.append(text[:first]).append("‹").append(text[first:last], style="bold").append("›").append(text[last:])
    for entity in (*event.actors, *event.recipients):
        a, b = entity.start - shift, entity.end - shift
        if 0 <= a < b <= first:
            line.stylize("underline", a, b)
        elif last <= a < b <= len(text):
            line.stylize("underline", a + 2, b + 2)
    return line
