"""From a piece to jobs: read it once from its start and cut it into parts of a bounded size."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from newsgauge.article import Failure
from newsgauge.errors import ArticleError, MissingExtraError
from newsgauge.readers.encodings import HEAD, refuse_binary, wide_encoding
from newsgauge.readers.fields import failure
from newsgauge.readers.options import ReadOptions
from newsgauge.readers.parquet import batches, parquet_file
from newsgauge.readers.reading import records
from newsgauge.readers.streams import BREAKS, Input, Opened, binary, explained, opened
from newsgauge.readers.warc import responses
from newsgauge.scale.payloads import Files, Job, Lines, Pages, Payload, Read, Rows
from newsgauge.scale.plan import Piece, Source

if TYPE_CHECKING:
    import pyarrow as pa

JOB_BYTES = 8 * 1024 * 1024
"""Bytes of input in a part at most: articles of 5 kB come to a part's 500 rows first, pages of 100 kB don't."""

T = TypeVar("T")


def jobs(piece: Piece, rows: int, options: ReadOptions) -> Iterator[Job]:
    """Cut a piece into jobs of at most ``rows`` units, lazily; names of parts sort as the input runs.

    A piece that breaks off gives what came before, and the reason as a record in its place.
    """
    for number, (payload, read) in enumerate(_explained(piece, rows, options)):
        yield Job(f"part-{piece.number:06}-{number:06}", payload, read)


def _explained(piece: Piece, rows: int, options: ReadOptions) -> Iterator[tuple[Payload, int]]:
    place = piece.sources[0].place
    try:
        yield from _payloads(piece, rows, options)
    except ArticleError as error:
        yield Read((failure(error),)), 0
    except MissingExtraError:
        raise  # no fault of the input: nothing of the run would work
    except BREAKS as error:
        yield Read((failure(explained(place, error)),)), 0


def _payloads(piece: Piece, rows: int, options: ReadOptions) -> Iterator[tuple[Payload, int]]:
    source = piece.sources[0]
    if piece.kind == "files":
        yield Files(tuple(Input(one.path, one.place) for one in piece.sources)), sum(s.size for s in piece.sources)
    elif piece.kind == "lines":
        yield from _range(piece, source, rows, options)
    elif piece.kind == "groups":
        yield from _groups(piece, source, rows, options)
    else:
        yield from _stream(source, rows, options)


# -- lines -----------------------------------------------------------------------------------------------------------------


def _range(piece: Piece, source: Source, rows: int, options: ReadOptions) -> Iterator[tuple[Payload, int]]:
    with binary(source.path) as stream:
        head = stream.read(HEAD)
        refuse_binary(head, source.place)
        stream.seek(piece.start)
        for block in _blocks(stream, source.place, piece.before, rows, options.max_bytes, piece.stop - piece.start):
            yield block, len(block.data)


def _blocks(
    stream: BinaryIO, place: str, before: int, rows: int, limit: int, left: int | None = None
) -> Iterator[Lines]:
    """Blocks of whole lines; what is whole is given before a fault is raised."""
    held: list[bytes] = []
    size, lines, fault = 0, before, None
    while left is None or left > 0:
        try:
            line, passed = _line(stream, limit)
        except BREAKS as error:
            fault = explained(f"{place}:{lines + len(held) + 1}", error)
            break
        if not line:
            break
        held.append(line)
        size += len(line)
        left = None if left is None else left - passed
        if len(held) == rows or size >= JOB_BYTES:
            yield Lines(place, lines, b"".join(held))
            held, size, lines = [], 0, lines + len(held)
    if held:
        yield Lines(place, lines, b"".join(held))
    if fault is not None:
        raise fault


def _line(stream: BinaryIO, limit: int) -> tuple[bytes, int]:
    """Next line and the bytes it took; of one that is too long so much that the reader says so."""
    line = stream.readline(limit + 1)
    passed = len(line)
    if passed <= limit or line.endswith(b"\n"):
        return line, passed
    while rest := stream.readline(HEAD):
        passed += len(rest)
        if rest.endswith(b"\n"):
            break
    return line + b"\n", passed


# -- streams ---------------------------------------------------------------------------------------------------------------


def _stream(source: Source, rows: int, options: ReadOptions) -> Iterator[tuple[Payload, int]]:
    with opened(Input(source.path, source.place)) as stream:
        measured = _Measured(stream.position)
        if source.form == "jsonl" and options.encoding is None and wide_encoding(stream.head) is None:
            refuse_binary(stream.head, source.place)
            for block in _blocks(stream.stream, source.place, 0, rows, options.max_bytes):
                yield block, measured.since()
        elif source.form == "warc":
            for pages in _chunks(responses(stream, options), rows, lambda page: len(page.data)):
                yield Pages(tuple(pages)), measured.since()
        else:
            yield from _read(stream, source, rows, options, measured)


class _Measured:
    """Bytes read since it was last asked."""

    def __init__(self, position: Callable[[], int]) -> None:
        self._position = position
        self._last = 0

    def since(self) -> int:
        last, self._last = self._last, self._position()
        return self._last - last


def _read(
    stream: Opened, source: Source, rows: int, options: ReadOptions, measured: _Measured
) -> Iterator[tuple[Payload, int]]:
    def size(one: object) -> int:
        return 0 if isinstance(one, Failure) else len(getattr(one, "text", ""))

    for held in _chunks(records(stream, source.path, options), rows, size):
        yield Read(tuple(held)), measured.since()


def _chunks(values: Iterable[T], rows: int, size: Callable[[T], int]) -> Iterator[list[T]]:
    """Lists of at most ``rows`` values and about `JOB_BYTES`; what is whole is given before a fault is raised."""
    held: list[T] = []
    total = 0
    fault: ArticleError | None = None
    stream = iter(values)
    while True:
        try:
            value = next(stream)
        except StopIteration:
            break
        except ArticleError as error:
            fault = error
            break
        held.append(value)
        total += size(value)
        if len(held) == rows or total >= JOB_BYTES:
            yield held
            held, total = [], 0
    if held:
        yield held
    if fault is not None:
        raise fault


# -- Parquet ---------------------------------------------------------------------------------------------------------------


def _groups(piece: Piece, source: Source, rows: int, options: ReadOptions) -> Iterator[tuple[Payload, int]]:
    import pyarrow as pa

    with parquet_file(source.path, source.place) as file:
        groups = range(piece.start, piece.stop)
        share = source.size / max(file.metadata.num_rows, 1)
        for first, batch in batches(file, source.place, options, groups, rows):
            for at, part in _bounded(batch):
                sink = io.BytesIO()
                with pa.ipc.new_stream(sink, part.schema) as writer:
                    writer.write_batch(part)
                yield Rows(source.place, first + at, part.num_rows, sink.getvalue()), int(share * part.num_rows)


def _bounded(batch: pa.RecordBatch) -> Iterator[tuple[int, pa.RecordBatch]]:
    """Slices of a batch of about `JOB_BYTES`, and where each begins."""
    step = max(1, int(batch.num_rows * JOB_BYTES / max(batch.nbytes, JOB_BYTES)))
    for at in range(0, batch.num_rows, step):
        yield at, batch.slice(at, step)
