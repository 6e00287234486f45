"""What a long run does, as JSON lines that programs can follow."""

import threading
from contextlib import suppress
from datetime import UTC, datetime
from typing import TextIO

import msgspec


class Journal:
    """Writes one JSON object a line: `time`, `event`, and what belongs to it; from any thread. None writes nothing."""

    def __init__(self, out: TextIO | None) -> None:
        self._out = out
        self._lock = threading.Lock()

    def tell(self, event: str, **what: object) -> None:
        """Write a line."""
        if self._out is None:
            return
        line = msgspec.json.encode(
            {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **what}
        )
        # Reading the news is worth more than the log of it: a full disk or a reader that left ends only the log.
        with self._lock, suppress(OSError):
            self._out.write(line.decode() + "\n")
            self._out.flush()
