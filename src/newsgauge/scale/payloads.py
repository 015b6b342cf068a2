"""What a worker is given to read: bytes of lines, rows, pages, files, or records read already.

Each payload is a list of units (a line, a row, a page, a file, a record). Units can be read apart, and some of them left
out: that is how a unit which ends its process is found and set aside.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from typing import NamedTuple, Protocol

from newsgauge.article import Article, Failure
from newsgauge.readers import ReadOptions
from newsgauge.readers.json_records import read_jsonl
from newsgauge.readers.parquet import rows
from newsgauge.readers.reading import read_input
from newsgauge.readers.streams import Input, Opened
from newsgauge.readers.warc import Response

Records = Iterator[Article | Failure]


class Payload(Protocol):
    """Units of input, read lazily."""

    @property
    def units(self) -> int: ...
    def read(self, options: ReadOptions) -> Records:
        """Read all units."""
        ...

    def take(self, units: range, options: ReadOptions) -> Records:
        """Read neighbouring units, counted from 0."""
        ...

    def place_of(self, at: int) -> tuple[str, str]:
        """Place and id of a unit, as far as they are known without reading it."""
        ...


class Lines(NamedTuple):
    """Whole lines of JSON, and how many lines of the file come before them."""

    place: str
    before: int
    data: bytes

    @property
    def units(self) -> int:
        return self.data.count(b"\n") + (not self.data.endswith(b"\n"))

    def read(self, options: ReadOptions) -> Records:
        # The file's head was looked at where it was cut: no part of it is taken for binary or UTF-16 again.
        return read_jsonl(Opened(self.place, io.BytesIO(self.data), b"", self.before), options)

    def take(self, units: range, options: ReadOptions) -> Records:
        lines = self.data.split(b"\n")[units.start : units.stop]
        return Lines(self.place, self.before + units.start, b"\n".join(lines)).read(options)

    def place_of(self, at: int) -> tuple[str, str]:
        return f"{self.place}:{self.before + at + 1}", ""


class Rows(NamedTuple):
    """An Arrow record batch in its stream format, and the number of its first row."""

    place: str
    first: int
    n_rows: int
    data: bytes

    @property
    def units(self) -> int:
        return self.n_rows

    def read(self, options: ReadOptions) -> Records:
        import pyarrow as pa

        first = self.first
        for batch in pa.ipc.open_stream(self.data):
            yield from rows(batch, self.place, options, first)
            first += batch.num_rows

    def take(self, units: range, options: ReadOptions) -> Records:
        import pyarrow as pa

        first = self.first + units.start
        for batch in pa.ipc.open_stream(self.data).read_all().slice(units.start, len(units)).to_batches():
            yield from rows(batch, self.place, options, first)
            first += batch.num_rows

    def place_of(self, at: int) -> tuple[str, str]:
        return f"{self.place}:{self.first + at}", ""


class Pages(NamedTuple):
    """Pages of an archive, not extracted yet."""

    responses: tuple[Response, ...]

    @property
    def units(self) -> int:
        return len(self.responses)

    def read(self, options: ReadOptions) -> Records:
        return (response.article(options) for response in self.responses)

    def take(self, units: range, options: ReadOptions) -> Records:
        return (self.responses[at].article(options) for at in units)

    def place_of(self, at: int) -> tuple[str, str]:
        return self.responses[at].place, self.responses[at].id


class Files(NamedTuple):
    """Files that are read where the worker is."""

    inputs: tuple[Input, ...]

    @property
    def units(self) -> int:
        return len(self.inputs)

    def read(self, options: ReadOptions) -> Records:
        return (record for one in self.inputs for record in read_input(one, options))

    def take(self, units: range, options: ReadOptions) -> Records:
        return (record for at in units for record in read_input(self.inputs[at], options))

    def place_of(self, at: int) -> tuple[str, str]:
        return self.inputs[at].place, ""


class Read(NamedTuple):
    """Records that had to be read where the file was cut: rows of a table, or the reason why a file breaks off."""

    records: tuple[Article | Failure, ...]

    @property
    def units(self) -> int:
        return len(self.records)

    def read(self, options: ReadOptions) -> Records:  # noqa: ARG002  the protocol's
        return iter(self.records)

    def take(self, units: range, options: ReadOptions) -> Records:  # noqa: ARG002  the protocol's
        return (self.records[at] for at in units)

    def place_of(self, at: int) -> tuple[str, str]:
        return self.records[at].place, self.records[at].id


class Job(NamedTuple):
    """One part of the output: its name, what it is made from, and the bytes of input that took."""

    part: str
    payload: Payload
    read: int = 0


def articles(payload: Payload, options: ReadOptions, without: Collection[int] = (), reason: str = "") -> Records:
    """Read a payload; a unit that ends its process stands as a Failure in its place."""
    start = 0
    for at in sorted(without):
        yield from payload.take(range(start, at), options)
        place, id_ = payload.place_of(at)
        yield Failure(id_, place, reason)
        start = at + 1
    yield from payload.read(options) if not without else payload.take(range(start, payload.units), options)
