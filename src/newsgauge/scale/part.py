"""The work on one part: read, annotate, write. The same on this machine's processes and on a cluster's workers."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import signal
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from newsgauge.article import Annotation, Article, Failure
from newsgauge.core import annotate_many
from newsgauge.scale import store
from newsgauge.scale.payloads import Job, articles
from newsgauge.scale.settings import Outcome, Settings
from newsgauge.writers import json_lines

if TYPE_CHECKING:
    import pyarrow as pa

PARTS, REJECTS, ALL_REJECTS = "parts", "_rejects", "_rejects.jsonl"
GROUP = 256
"""Rows of a Parquet row group: written at once 500 take 14 MiB more of a worker's peak; 128 make the file 12 % larger, these 5 %."""


def write_part(job: Job, settings: Settings, without: Collection[int] = (), reason: str = "") -> Outcome:
    """Annotate a job and write its part, whole or not at all, its rejects first.

    Raises
    ------
    OSError
        When it can't be written.
    """
    begin = time.perf_counter()
    seen = _Seen()
    data = rendered(articles(job.payload, settings.options, without, reason), settings, seen)
    rejects = store.join(settings.folder, REJECTS, f"{job.part}.jsonl")
    if seen.rejects:
        store.write(rejects, b"".join(json.dumps({"part": job.part, **one}).encode() + b"\n" for one in seen.rejects))
    store.write(store.join(settings.folder, PARTS, f"{job.part}.{settings.form}"), data)
    status = seen.status
    return Outcome(
        job.part,
        sum(status.values()),
        status["scored"],
        status["abstained"],
        status["failed"],
        seen.words,
        len(data),
        hashlib.sha256(data).hexdigest(),
        round(time.perf_counter() - begin, 3),
        job.read,
    )


def read_only(job: Job, settings: Settings, units: range) -> None:
    """Annotate some units and write nothing: whether they end the process is the answer."""
    records = _patient(job.payload.take(units, settings.options), settings.patience)
    for _ in annotate_many(records, config=settings.config, model=settings.model):
        pass


class _Seen:
    """Counts what passes; the only thing here that changes."""

    def __init__(self) -> None:
        self.status: Counter[str] = Counter()
        self.words = 0
        self.rejects: list[dict[str, Any]] = []

    def __call__(self, annotation: Annotation) -> None:
        self.status[annotation.status] += 1
        self.words += annotation.n_words
        if annotation.status == "failed":
            self.rejects.append({"place": annotation.place, "id": annotation.id, "reason": annotation.reason})


def rendered(records: Iterable[Article | Failure], settings: Settings, watch: Callable[[Annotation], None]) -> bytes:
    """Annotate records and give the bytes of a part."""
    patient = _patient(records, settings.patience)
    if settings.form == "parquet":
        return _parquet(patient, settings, watch)
    lines = b"".join(json_lines(_watched(patient, settings, watch), settings.with_text))
    return gzip.compress(lines, 6, mtime=0) if settings.form == "jsonl.gz" else lines


def _watched(
    records: Iterable[Article | Failure], settings: Settings, watch: Callable[[Annotation], None]
) -> Iterator[Annotation]:
    for annotation in annotate_many(records, config=settings.config, model=settings.model):
        watch(annotation)
        yield annotation


def _parquet(records: Iterable[Article | Failure], settings: Settings, watch: Callable[[Annotation], None]) -> bytes:
    from newsgauge.batch import record_batches, schema

    kinds = schema(settings.with_text)
    return encoded(
        record_batches(
            records, config=settings.config, model=settings.model, with_text=settings.with_text, watch=watch
        ),
        kinds,
    )


def encoded(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> bytes:
    """Give batches as the bytes of a Parquet file, a group of rows at a time: what is written needs no room as Arrow."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = io.BytesIO()
    held: list[pa.RecordBatch] = []
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        for batch in chain(batches, (None,)):
            if batch is not None:
                held.append(batch)
            if held and (batch is None or sum(one.num_rows for one in held) >= GROUP):
                writer.write_table(pa.Table.from_batches(held, schema))
                held.clear()
    return sink.getvalue()


def _patient(records: Iterable[Article | Failure], seconds: float) -> Iterator[Article | Failure]:
    """Let the system end the process when one article takes too long: no regex can be interrupted from inside.

    The clock runs from asking for a record (reading a page is part of it) until the next one is asked for. Only where the
    system has such a clock, and only in a process of ours that is there to be ended: elsewhere ``seconds`` is 0.
    """
    timer = getattr(signal, "setitimer", None)
    if not seconds or timer is None:
        yield from records
        return
    stream = iter(records)
    try:
        while True:
            timer(signal.ITIMER_REAL, seconds)
            try:
                record = next(stream)
            except StopIteration:
                return
            yield record
    finally:
        timer(signal.ITIMER_REAL, 0)
