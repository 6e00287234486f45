"""Events as a table for people, as JSONL, CSV or Parquet for programs, and in the formats of the field."""

import csv
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec

from ghatna.model import Entity, Event
from ghatna.serve.formats.cells import Put, cell
from ghatna.serve.formats.gdelt import as_gdelt
from ghatna.serve.formats.plover import as_plover
from ghatna.serve.formats.polecat import as_polecat

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

INDENT = " " * 12
GROUP = 10_000
"""Events that a row group of Parquet has at least, but for the last."""


def write(events: Sequence[Event], form: str, out: Path | None) -> None:
    """Write events in one of `FORMATS` to a file, or to standard output. Parquet needs a file."""
    with writing(form, out) as put:
        put(events)


@contextmanager
def writing(form: str, out: Path | None) -> Iterator[Put]:
    """Takes events as they come and writes them in one of `FORMATS`, in little memory.

    A file stands in its place when it is whole: at the end, or with what has come until then when the work is stopped.
    """
    if out is None:
        with FORMS[form](sys.stdout) as put:
            yield put
        return
    if out.exists() and not out.is_file():
        part = out
    else:
        part = out.with_name(f".{out.name}.part")
    count = 0
    try:
        with part.open("w", encoding="utf-8", newline="") as file, FORMS[form](file) as put:

            def counted(events: Sequence[Event]) -> None:
                nonlocal count
                count += len(events)
                put(events)

            yield counted
    except BaseException:
        if part != out:
            part.replace(out) if count else part.unlink(missing_ok=True)
        raise
    if part != out:
        part.replace(out)


@contextmanager
def as_jsonl(file: TextIO) -> Iterator[Put]:
    """One JSON object a line, fields in the order of `Event`, Devanagari as it is."""
    yield lambda events: file.writelines(msgspec.json.encode(event).decode() + "\n" for event in events) or None


@contextmanager
def as_csv(file: TextIO) -> Iterator[Put]:
    """A line an event; participants, place, numbers and contexts are JSON in their cells."""
    sheet = csv.writer(file, lineterminator="\n")
    sheet.writerow(Event.__struct_fields__)
    yield lambda events: sheet.writerows([cell(getattr(e, name)) for name in Event.__struct_fields__] for e in events)


@contextmanager
def as_parquet(file: TextIO) -> Iterator[Put]:
    """The columns of the store's table `events`."""
    import pyarrow.parquet as pq

    from ghatna.store.schema import EVENTS, event_table

    waiting: list[Event] = []
    with pq.ParquetWriter(file.buffer, EVENTS) as table:

        def put(events: Sequence[Event], least: int = GROUP) -> None:
            waiting.extend(events)
            if len(waiting) >= least:
                table.write_table(event_table(waiting))
                waiting.clear()

        yield put
        put((), 0)


@contextmanager
def as_table(file: TextIO) -> Iterator[Put]:
    """Events for people, and how many they were."""
    count = 0

    def put(events: Sequence[Event]) -> None:
        nonlocal count
        count += len(events)
        show(events, file=file)

    yield put
    console(file).print(f"{count} events" if count != 1 else "1 event", style="dim")


def show(events: Sequence[Event], *, file: object = None) -> None:
    """Events for people: day, actor → act → recipient, status; the sentence with its act marked; frame and id."""
    screen = console(file)
    for event in events:
        screen.print(headline(event))
        below(screen, marked(event))
        below(screen, f"{event.frame}  {event.id[:12]}", "dim")


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


FORMS = {
    "table": as_table,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "parquet": as_parquet,
    "plover": as_plover,
    "polecat": as_polecat,
    "gdelt": as_gdelt,
}
FORMATS = tuple(FORMS)
