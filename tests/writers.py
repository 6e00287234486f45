"""Programs that write into a store until they are killed, stopped by a full disk, or done."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from ghatna.errors import StoreError as StoreError
from ghatna.model import Document, Entity, Event
from ghatna.store import Store

EACH = 3
"""Events of each document."""


def document(id: str, size: int = 20) -> Document:
    return Document(id=id, text=f"रूस ने मदद दी। {id} " + "क" * size)


def events(id: str, version: str) -> list[Event]:
    return [event(f"{id}.{n}.{version}", id, version) for n in range(EACH)]


def event(id: str, article: str, version: str = "1", **more: object) -> Event:
    fields: dict[str, object] = {
        "id": id, "article": article, "url": None, "outlet": None, "published": None, "type": "AID", "mode": None,
        "status": "actual", "quad": 2, "score": None, "cameo": "070",
        "actors": (Entity(text="रूस", start=0, end=3, country="RUS", sectors=("GOV",), name="Russia"),),
        "recipients": (), "trigger": "मदद दी", "start": 7, "end": 13, "sentence": "रूस ने मदद दी।", "sentence_start": 0,
        "source": None, "date": date(2024, 11, 30), "date_text": None, "date_precision": "day", "place": None,
        "numbers": None, "contexts": (), "frame": "aid.help", "cue": None, "version": version,
    }  # fmt: skip
    return Event(**(fields | more))


def write(folder: Path, ids: list[str], version: str = "1", each: int = 5) -> None:
    """Add documents, `each` a batch, and print the ids of each batch once it is acknowledged."""
    store = Store(folder)
    for n in range(0, len(ids), each):
        some = ids[n : n + each]
        store.add_all([(document(id), events(id, version)) for id in some], version=version)
        sys.stdout.write(f"{' '.join(some)} {version}\n")
        sys.stdout.flush()


def started(words: str, *more: str) -> subprocess.Popen[str]:
    """A process that runs some Python with `writers` at hand."""
    begin = "import sys; sys.path.insert(0, sys.argv[1]); import writers; from pathlib import Path; "
    told = [sys.executable, "-c", begin + words, str(Path(__file__).parent), *more]
    return subprocess.Popen(told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def whole(folder: Path) -> dict[str, str]:
    """The documents that a reader sees, with the version that coded them; each must have all its events, of that
    version, once, and no event may be without a document."""
    seen = Store(folder).sql(
        "SELECT d.id, d.version, count(e.id) AS n, count(DISTINCT e.id) AS once, min(e.version) AS oldest, "
        "max(e.version) AS newest FROM documents d FULL JOIN events e ON e.article = d.id GROUP BY ALL"
    )
    out: dict[str, str] = {}
    for row in seen.to_pylist():
        assert row["id"] is not None, f"an event without document: {row}"
        assert row["id"] not in out, f"twice: {row}"
        assert row["n"] == row["once"] == EACH, row
        assert row["oldest"] == row["newest"] == row["version"], row
        out[row["id"]] = row["version"]
    return out
