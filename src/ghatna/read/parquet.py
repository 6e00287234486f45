"""Parquet → rows, a few at a time; columns are named as those of a CSV."""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import BinaryIO

from ghatna.errors import ReadError
from ghatna.read.record import Mark, Record
from ghatna.read.tables import COLUMNS, named, shown

ROWS = 256
"""Rows that are held at a time."""


def parquet_records(stream: BinaryIO, source: str, since: Mark) -> Iterator[Record]:
    """A record for each row after `since`, named by its number from 1. Raises `ReadError` for a file that is none."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not stream.seekable():
        # What a Parquet file holds stands at its end.
        with tempfile.TemporaryFile() as kept:
            shutil.copyfileobj(stream, kept)
            kept.seek(0)
            yield from parquet_records(kept, source, since)
        return
    size = stream.seek(0, 2)
    try:
        file = pq.ParquetFile(stream)
        names = file.schema_arrow.names
        wanted = {name: column for name, column in zip(names, named(names), strict=True) if column in COLUMNS}
        if "text" not in wanted.values():
            raise ReadError(source, f'no column "text" in this table (it has: {shown(names)})')
        number, groups = since.number, list(range(file.num_row_groups))
        skipped = 0
        while groups and skipped + file.metadata.row_group(groups[0]).num_rows <= number:
            skipped += file.metadata.row_group(groups.pop(0)).num_rows
        total = file.metadata.num_rows
        skipped = number - skipped
        for batch in file.iter_batches(ROWS, row_groups=groups, columns=list(wanted)) if groups else ():
            rows, skipped = batch.to_pylist()[skipped:], max(0, skipped - batch.num_rows)
            for row in rows:
                number += 1
                told = {wanted[name]: plain(value) for name, value in row.items()}
                passed = size * number // total
                yield Record(
                    source=source, where=f"{source}:{number}", body=told, mark=Mark(number=number), passed=passed
                )
    except (pa.ArrowException, OSError) as wrong:
        raise ReadError(source, f"not readable as Parquet: {str(wrong).splitlines()[0]}") from None


def plain(value: object) -> object:
    """A value as a row of JSONL would write it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else value
