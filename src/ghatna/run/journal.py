"""What a long run does, as JSON lines that programs can follow."""

import threading
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
        with self._lock:
            self._out.write(line.decode() + "\n")
            self._out.flush()
