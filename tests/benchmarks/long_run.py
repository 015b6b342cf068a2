"""The long run of ``scale.py run``: three passes, where the time goes, and what that makes of a day and of a billion pages."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.pages import pages
from benchmarks.watching import Spent, spent, tenths

PROFILED, PAGES, PARTS = 600, 60, 10_000


def passes(
    corpora: Path, work: Path, count: int, most: int, command: Callable[[Path, Path], list[str]]
) -> list[dict[str, Any]]:
    """1,000 articles, all distinct ones, then as many as wanted: repeats flatter caches, so they are reported apart."""
    from benchmarks.scale import written

    with gzip.open(corpora / "articles.jsonl.gz") as lines:
        distinct = min(sum(1 for _ in lines), most, count)
    wanted = [("the first", min(1_000, count)), ("all distinct", distinct)]
    if count > distinct:
        wanted.append(("repeated with changed ids", count))
    found = []
    for name, articles in wanted:
        source = written(corpora, work / "run.jsonl", articles, distinct=distinct)
        run = spent([command(source, work / "out")])
        found.append(measured(name, articles, source, run, work / "out"))
        print(told(found[-1]), flush=True)
    return found


def measured(name: str, articles: int, source: Path, run: Spent, out: Path) -> dict[str, Any]:
    """One pass in numbers."""
    log = [json.loads(line) for line in (out / "_done.jsonl").read_text().splitlines()]
    step = max(len(log) // 10, 1)
    some = [log[at : at + step] for at in range(0, step * min(len(log) // step, 10), step)]
    later = [pss for at, pss, _ in run.curve if at > run.curve[-1][0] * 0.3]
    return {
        "name": name,
        "articles": articles,
        "failed": sum(one["failed"] for one in log),
        "words": round(sum(one["words"] for one in log) / articles),
        "input_mb": round(source.stat().st_size / 1e6),
        "output_bytes": round(sum(one["size"] for one in log) / articles),
        "wall": round(run.wall, 1),
        "cpu_ms": round(run.cpu / articles * 1e3, 3),
        "parent_ms": round(run.parents / articles * 1e3, 3),
        "busy": round(sum(one["seconds"] for one in log) / run.wall, 2),
        "rates": [round(sum(one["rows"] for one in part) / sum(one["seconds"] for one in part)) for part in some],
        "peak_mib": round(run.peak),
        "later_mib": round(statistics.median(later or [run.peak])),
        "tenths_mib": tenths(run.curve),
        "curve": [[round(at), round(pss)] for at, pss, _ in run.curve[:: max(len(run.curve) // 60, 1)]],
    }


def told(one: dict[str, Any]) -> str:
    """A pass for a reader."""
    return (
        f"{one['name']}: {one['articles']:,} articles of {one['words']} words, {one['input_mb']} MB, in {one['wall']:.0f} s: "
        f"{one['articles'] / one['wall']:.0f} a second; {one['cpu_ms']:.2f} ms CPU an article, all processes (the parent: "
        f"{one['parent_ms']:.2f}), {one['cpu_ms'] / 3.6:.2f} core hours a million; {one['busy']:.2f} workers at work; output "
        f"{one['output_bytes']} bytes an article; {one['failed']} failed\n"
        f"  articles a second and worker, by tenths: {' '.join(map(str, one['rates']))}\n"
        f"  most MiB (proportional), by tenths of the time: {' '.join(map(str, one['tenths_mib']))}; peak {one['peak_mib']}"
    )


# -- where the time goes ---------------------------------------------------------------------------------------------------


class Stage(NamedTuple):
    """A step of a worker's and its CPU an article."""

    name: str
    ms: float


def stages(lines: Iterator[str], work: Path, count: int = PROFILED) -> list[Stage]:
    """What a worker does with a part, a step at a time over the same articles, in this process; articles not seen before."""
    import pyarrow as pa

    import newsgauge.scale.warm  # noqa: F401  imports aren't an article's cost
    from newsgauge.batch.annotating import ROWS, Row
    from newsgauge.batch.columns import arrays
    from newsgauge.batch.schema import schema
    from newsgauge.core import annotate_many
    from newsgauge.readers import ReadOptions
    from newsgauge.scale import store
    from newsgauge.scale.part import encoded
    from newsgauge.scale.payloads import Lines

    for annotation in annotate_many(Lines("warm", 0, "".join(islice(lines, 200)).encode()).read(ReadOptions())):
        assert annotation.status != "failed"
    data = "".join(islice(lines, count)).encode()
    clock = _Clock(count)
    articles = list(Lines("profiled", 0, data).read(ReadOptions()))
    clock.lap("reading JSON")
    kinds, batches = schema(), []
    for at in range(0, count, ROWS):
        some = articles[at : at + ROWS]
        found = list(annotate_many(some))
        clock.lap("annotating")
        rows = [Row(one, article) for one, article in zip(found, some, strict=True)]  # type: ignore[arg-type]  # none failed
        batches.append(pa.RecordBatch.from_arrays(arrays(rows, kinds), schema=kinds))
        clock.lap("Arrow columns")
    part = encoded(batches, kinds)
    clock.lap("Parquet")
    hashlib.sha256(part).hexdigest()
    store.write(str(work / "profiled.parquet"), part)
    clock.lap("hash and file")
    return clock.stages()


class _Clock:
    def __init__(self, articles: int) -> None:
        self._articles = articles
        self._sums: dict[str, float] = {}
        self._last = time.process_time()

    def lap(self, name: str) -> None:
        now = time.process_time()
        self._sums[name] = self._sums.get(name, 0.0) + now - self._last
        self._last = time.process_time()

    def stages(self) -> list[Stage]:
        return [Stage(name, round(took / self._articles * 1e3, 3)) for name, took in self._sums.items()]


def extraction(corpora: Path, count: int = PAGES) -> dict[str, float]:
    """Mean CPU in ms of a page, by way of reading HTML."""
    from newsgauge.readers.fastpages import extract_fast
    from newsgauge.readers.pages import extract

    sample = [html for html, _ in islice(pages(corpora), count)]
    found = {}
    for name, extractor in (("full", extract), ("fast", extract_fast)):
        extractor(sample[0])  # imports aren't a page's cost
        begin = time.process_time()
        for html in sample:
            extractor(html)
        found[name] = round((time.process_time() - begin) / len(sample) * 1e3, 2)
    return found


def resuming(work: Path, parts: int = PARTS) -> dict[str, float]:
    """What a run pays at its start for the parts that are there: seconds and MiB, of a log with so many lines."""
    from newsgauge.scale import ledger
    from newsgauge.scale.settings import Outcome

    folder = work / "resumed"
    (folder / "parts").mkdir(parents=True)
    with (folder / ledger.DONE).open("w") as log:
        for at in range(parts):
            name = f"part-{at // 100:06}-{at % 100:06}"
            (folder / "parts" / f"{name}.parquet").write_bytes(b"PAR1")
            log.write(json.dumps(Outcome(name, 500, 490, 10, 0, 430_000, 4, "0" * 64, 2.5, 2_900_000)._asdict()) + "\n")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.perf_counter()
    found = ledger.finished(str(folder))
    took = time.perf_counter() - begin
    assert len(found) == parts
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return {"parts": parts, "seconds": round(took, 2), "mib": round(grown, 1)}


def run(corpora: Path, work: Path, count: int, most: int, command: Callable[[Path, Path], list[str]]) -> dict[str, Any]:
    """Everything, as it is kept."""
    from benchmarks.scale import rows

    work.mkdir(exist_ok=True)
    resumed = resuming(work)  # first: the peak of this process is still low
    found = passes(corpora, work, count, most, command)
    steps = stages(islice(rows(corpora, 1 << 40), 3_000, None), work)
    for step in steps:
        print(
            f"  {step.name:<16}{step.ms:6.2f} ms an article, {step.ms / sum(one.ms for one in steps):4.0%} of a worker's CPU"
        )
    value: dict[str, Any] = {
        "passes": found,
        "stages": [step._asdict() for step in steps],
        "html_ms": extraction(corpora),
        "resume": resumed,
    }
    value["load_after"] = round(os.getloadavg()[2], 1)
    return value
