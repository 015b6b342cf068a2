"""Parquet and Arrow: rows to articles, a few hundred at a time, and only the columns that are read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from newsgauge.article import Article, Failure
from newsgauge.errors import ArticleError, MissingExtraError
from newsgauge.readers.fields import BYLINE, PUBLISHED, URL, article_from, require_fields
from newsgauge.readers.options import ReadOptions
from newsgauge.readers.streams import binary

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

ROWS = 256
"""Rows unpacked at once; a few megabytes of articles."""


def read_parquet(path: str, place: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """Read a file's rows; the place of one is ``file:row``, counted from 1.

    Raises
    ------
    ArticleError
        When the file is damaged, or lacks a column that is needed.
    MissingExtraError
        When pyarrow isn't installed.
    """
    with parquet_file(path, place) as file:
        for first, batch in batches(file, place, options):
            yield from rows(batch, place, options, first)


@contextmanager
def parquet_file(path: str, place: str) -> Iterator[pq.ParquetFile]:
    """Open a file; what goes wrong inside becomes an `ArticleError`."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError("parquet", "Reading Parquet files") from error
    try:
        with binary(path) as stream:
            yield pq.ParquetFile(stream)
    except pa.ArrowException as error:
        raise ArticleError(place, f"this Parquet file is damaged ({error})", "write or fetch it again") from error


def batches(
    file: pq.ParquetFile, place: str, options: ReadOptions, groups: Sequence[int] | None = None, size: int = ROWS
) -> Iterator[tuple[int, pa.RecordBatch]]:
    """Row number (from 1, within the file) of each batch, and the batch with the columns that are read.

    Raises
    ------
    ArticleError
        When the text's column, or one named otherwise than by default, isn't there.
    """
    names = file.schema_arrow.names
    require_fields(dict.fromkeys(names, ""), place, options)
    chosen = range(file.num_row_groups) if groups is None else groups
    first = 1 + sum(file.metadata.row_group(at).num_rows for at in range(min(chosen, default=0)))
    for batch in file.iter_batches(batch_size=size, row_groups=list(chosen), columns=wanted(names, options)):
        yield first, batch
        first += batch.num_rows


def wanted(names: Sequence[str], options: ReadOptions) -> list[str]:
    """Columns that are read, in the file's order."""
    read = {options.text, options.title, options.id, *BYLINE, *PUBLISHED, *URL, "cut"}
    return [name for name in names if name in read]


def rows(batch: pa.RecordBatch, place: str, options: ReadOptions, first: int = 1) -> Iterator[Article | Failure]:
    """Read the rows of one batch; a row without a text is a Failure."""
    names = wanted(batch.schema.names, options)
    columns = [_plain(batch.column(name)) for name in names]
    for at in range(batch.num_rows):
        row = {name: column[at] for name, column in zip(names, columns, strict=True)}
        yield article_from(row, f"{place}:{first + at}" if place else "", options)


def _plain(column: Any) -> list[object]:
    """Python values; dates and times as ISO 8601, which is how JSON would give them."""
    return [value.isoformat() if isinstance(value, datetime.date) else value for value in column.to_pylist()]
