"""Large runs by hand: what two processes give, what memory does, what a cluster costs, how the rate holds.

``python tests/benchmarks/scale.py pairs|run|cluster --corpora DIR [--articles N] [--repeats N] [--work DIR]``

pairs    one run with two workers against two processes that know nothing of each other, in turn, several times: medians.
run      1,000 articles, all distinct ones, then N repeated with changed ids: rate, CPU, memory of all processes as it goes
         (proportional set size: shared pages count once).
cluster  ``--cluster`` with two worker processes on this machine against ``--workers 2``, in turn.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

ALONE = """
import sys
from newsgauge.scale import Settings, score_all
score_all([sys.argv[1]], sys.argv[2], Settings(""), workers=0)
"""
SCORE = [sys.executable, "-m", "newsgauge", "score"]
MIB = 1024.0


def rows(corpora: Path, count: int) -> Iterator[str]:
    """Articles as lines of JSON; from the second time round with other ids."""
    path = corpora / "articles.jsonl.gz"
    made = 0
    for times in range(1_000_000):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if made == count:
                    return
                made += 1
                row["id"] = f"{row['id']}-{times}" if times else row["id"]
                yield json.dumps(row, ensure_ascii=False) + "\n"


def written(corpora: Path, path: Path, count: int, first: int = 0) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(islice(rows(corpora, first + count), first, None))
    return path


class Spent(NamedTuple):
    """Wall and CPU seconds, and the memory as it went: seconds, MiB proportional, MiB resident."""

    wall: float
    cpu: float
    curve: list[tuple[float, float, float]]


def spent(commands: list[list[str]], beside: Sequence[int] = ()) -> Spent:
    """Run commands at once and watch them and their children until all have ended; CPU of processes beside counts too."""
    before = sum(cpu_of(pid) for one in beside for pid in family(one))
    begin = time.perf_counter()
    running = [subprocess.Popen(command, stderr=subprocess.DEVNULL) for command in commands]
    cpu: dict[int, float] = {}
    curve = []
    while any(process.poll() is None for process in running):
        everyone = [pid for process in running for pid in family(process.pid)]
        for pid in everyone:
            cpu[pid] = max(cpu.get(pid, 0.0), cpu_of(pid))
        memories = [held(pid) for pid in everyone]
        curve.append((time.perf_counter() - begin, sum(m[0] for m in memories), sum(m[1] for m in memories)))
        time.sleep(max(0.1, (time.perf_counter() - begin) / 300))  # looking takes time from those looked at
    if any(process.returncode for process in running):
        raise SystemExit("a run failed: try its command by hand")
    more = sum(cpu_of(pid) for one in beside for pid in family(one)) - before
    return Spent(time.perf_counter() - begin, sum(cpu.values()) + more, curve)


def family(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        below = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return [pid]
    return [pid, *(one for child in below for one in family(child))]


def cpu_of(pid: int) -> float:
    """CPU seconds of a process so far, 0 where it has gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def held(pid: int) -> tuple[float, float]:
    """MiB of a process: its share of pages (proportional), and all it sees (resident)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0.0, 0.0
    values = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:] if line.endswith("kB")}
    return values.get("Pss", 0) / MIB, values.get("Rss", 0) / MIB


def command(source: Path, out: Path, workers: int, *rest: str) -> list[str]:
    shutil.rmtree(out, ignore_errors=True)
    return [*SCORE, str(source), "--out", str(out), "--workers", str(workers), "--no-progress", *rest]


def alone(source: Path, out: Path) -> list[str]:
    """The same work in one process that has no workers to talk to."""
    shutil.rmtree(out, ignore_errors=True)
    return [sys.executable, "-c", ALONE, str(source), str(out)]


def pairs(corpora: Path, work: Path, count: int, repeats: int) -> None:
    half = count // 2
    whole = written(corpora, work / "whole.jsonl", count)
    halves = [written(corpora, work / f"half{at}.jsonl", half, at * half) for at in (0, 1)]
    walls, cpus = [], []
    for _ in range(repeats):
        apart = spent([alone(path, work / f"out{at}") for at, path in enumerate(halves)])
        together = spent([command(whole, work / "out", 2)])
        walls.append(apart.wall / together.wall)
        cpus.append(apart.cpu / together.cpu)
        print(
            f"  apart {apart.wall:6.1f} s, CPU {apart.cpu:6.1f}   together {together.wall:6.1f} s, CPU {together.cpu:6.1f}",
            flush=True,
        )
    print(f"{count:,} articles, --workers 2 against two independent processes of half each, median of {repeats}:")
    print(
        f"  throughput {statistics.median(walls):.3f} (wall: noisy on a busy machine), {statistics.median(cpus):.3f} (by CPU)"
    )


# -- a long run ------------------------------------------------------------------------------------------------------------


def long_run(corpora: Path, work: Path, count: int, workers: int = 2) -> None:
    with gzip.open(corpora / "articles.jsonl.gz") as lines:
        distinct = sum(1 for _ in lines)
    peaks = []
    for name, articles in (("first", 1_000), ("distinct", min(distinct, count)), ("repeated with changed ids", count)):
        source = written(corpora, work / "r.jsonl", articles)
        run = spent([command(source, work / "out", workers)])
        report(name, articles, source, run, work / "out", workers)
        peaks.append(max(pss for _, pss, _ in run.curve))
    print(f"peak memory at {count:,} over that at 1,000: {peaks[-1] / peaks[0]:.3f}")


def report(name: str, articles: int, source: Path, run: Spent, out: Path, workers: int) -> None:
    log = [json.loads(line) for line in (out / "_done.jsonl").read_text().splitlines()]
    busy = sum(one["seconds"] for one in log)
    words, size = (sum(one[key] for one in log) / articles for key in ("words", "size"))
    print(
        f"{name}: {articles:,} articles of {words:.0f} words, {source.stat().st_size / 1e6:.0f} MB, in {run.wall:.0f} s:"
        f" {articles / run.wall:.0f} a second; {run.cpu / articles * 1e3:.2f} ms CPU an article, all processes,"
        f" {run.cpu / articles * 1e6 / 3600:.2f} core hours a million; workers at work {busy / (run.wall * workers):.0%} of the time;"
        f" output {size:.0f} bytes an article; {sum(one['failed'] for one in log)} failed"
    )
    tenth = max(len(log) // 10, 1)
    tenths = [log[at : at + tenth] for at in range(0, len(log), tenth)]
    rates = [sum(one["rows"] for one in some) / sum(one["seconds"] for one in some) for some in tenths]
    print("  articles a second and process, by tenths: " + " ".join(f"{rate:.0f}" for rate in rates))
    marks = [run.curve[min(int(share / 10 * len(run.curve)), len(run.curve) - 1)][1] for share in range(1, 10)]
    most = max(run.curve, key=lambda one: one[1])
    print("  MiB (proportional), by tenths: " + " ".join(f"{mark:.0f}" for mark in marks))
    print(f"  peak {most[1]:.0f} MiB proportional, {most[2]:.0f} MiB resident summed over processes", flush=True)


# -- cluster ---------------------------------------------------------------------------------------------------------------


@contextmanager
def dask(work: Path, workers: int) -> Iterator[tuple[str, list[int]]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": work}
    begun = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "dask",
                "scheduler",
                "--host",
                "127.0.0.1",
                "--port",
                address.rpartition(":")[2],
                "--no-dashboard",
            ],
            **options,  # type: ignore[call-overload]  # as Popen takes them
        )
    ]
    worker = [
        sys.executable,
        "-m",
        "dask",
        "worker",
        address,
        "--nthreads",
        "1",
        "--no-dashboard",
        "--local-directory",
        str(work),
    ]
    begun += [subprocess.Popen(worker, **options) for _ in range(workers)]  # type: ignore[call-overload]  # as above
    try:
        time.sleep(8)  # both have joined: start-up is a cluster's own affair
        yield address, [process.pid for process in begun]
    finally:
        for process in begun:
            process.terminate()
        for process in begun:
            process.wait(30)


def on_cluster(corpora: Path, work: Path, count: int, repeats: int) -> None:
    import pyarrow.json
    import pyarrow.parquet

    lines = written(corpora, work / "c.jsonl", count)
    table = pyarrow.json.read_json(lines, read_options=pyarrow.json.ReadOptions(block_size=1 << 26)).select(
        ["id", "title", "text", "url"]
    )
    source = work / "c.parquet"
    pyarrow.parquet.write_table(table, source, row_group_size=1_000)
    walls, cpus = [], []
    with dask(work, 2) as (address, beside):
        there = [*SCORE, str(source), "--out", str(work / "outc"), "--cluster", address, "--no-progress"]
        spent([there])  # the workers read their tables: start-up is a cluster's own affair
        for _ in range(repeats):
            alone_ = spent([command(source, work / "out", 2)])
            shutil.rmtree(work / "outc", ignore_errors=True)
            spread = spent([there], beside)
            walls.append(spread.wall / alone_.wall)
            cpus.append(spread.cpu / alone_.cpu)
            print(f"  --workers 2 {alone_.wall:6.1f} s, CPU {alone_.cpu:6.1f}   ", end="")
            print(f"--cluster {spread.wall:6.1f} s, CPU {spread.cpu:6.1f}", flush=True)
    print(f"{count:,} articles, --cluster of two workers against --workers 2, median of {repeats}:")
    print(
        f"  time {statistics.median(walls):.3f} (wall: noisy on a busy machine), {statistics.median(cpus):.3f} (by CPU)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=("pairs", "run", "cluster"))
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=4_000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--work", type=Path)
    given = parser.parse_args()
    work = given.work or Path(tempfile.mkdtemp(prefix="newsgauge-scale-"))
    work.mkdir(exist_ok=True)
    try:
        if given.what == "pairs":
            pairs(given.corpora, work, given.articles, given.repeats)
        elif given.what == "run":
            long_run(given.corpora, work, given.articles)
        else:
            on_cluster(given.corpora, work, given.articles, given.repeats)
    finally:
        if given.work is None:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
