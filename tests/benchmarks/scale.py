"""Large runs by hand: what two processes give, what memory does, what a cluster costs, how the rate holds.

``python tests/benchmarks/scale.py pairs|memory|run|cluster --corpora DIR [--articles N] [--repeats N] [--work DIR]``

pairs    one run with two workers against two processes that know nothing of each other, in turn, several times: medians.
memory   peak of all processes at 1,000 and at N articles: proportional set size, so that shared pages count once.
run      distinct articles first, then N articles repeated with changed ids: rate, memory, and where the time goes.
cluster  ``--cluster`` with two worker processes on this machine against ``--workers 2``, in turn.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

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


def timed(commands: list[list[str]]) -> float:
    """Wall seconds until all of them have ended."""
    begin = time.perf_counter()
    running = [subprocess.Popen(command, stderr=subprocess.DEVNULL) for command in commands]
    if any(process.wait() for process in running):
        raise SystemExit("a run failed: try its command by hand")
    return time.perf_counter() - begin


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
    ratios = []
    for _ in range(repeats):
        apart = timed([alone(path, work / f"out{at}") for at, path in enumerate(halves)])
        together = timed([command(whole, work / "out", 2)])
        ratios.append(apart / together)
        print(
            f"  two processes of {half} articles {apart:6.1f} s   one run with two processes {together:6.1f} s   {apart / together:.3f}",
            flush=True,
        )
    print(
        f"throughput of --workers 2 over two independent processes: median {statistics.median(ratios):.3f} of {repeats}"
    )


# -- memory ----------------------------------------------------------------------------------------------------------------


def family(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        below = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return [pid]
    return [pid, *(one for child in below for one in family(child))]


def held(pid: int) -> tuple[float, float]:
    """MiB of a family: proportional (shared pages once) and resident (shared pages in each)."""
    pss = rss = 0
    for one in family(pid):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
        values = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:] if line.endswith("kB")}
        pss, rss = pss + values.get("Pss", 0), rss + values.get("Rss", 0)
    return pss / MIB, rss / MIB


def watched(arguments: list[str]) -> tuple[float, list[tuple[float, float, float]]]:
    """Seconds of a run, and its memory as it went: seconds, proportional, resident."""
    curve = []
    begin = time.perf_counter()
    process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        curve.append((time.perf_counter() - begin, *held(process.pid)))
        time.sleep(0.25)
    if process.returncode:
        raise SystemExit(f"the run failed: {' '.join(arguments)}")
    return time.perf_counter() - begin, curve


def memory(corpora: Path, work: Path, count: int, workers: int = 2) -> None:
    peaks = {}
    for articles in (1_000, count):
        source = written(corpora, work / "m.jsonl", articles)
        took, curve = watched(command(source, work / "out", workers))
        peaks[articles] = max(pss for _, pss, _ in curve)
        most = max(curve, key=lambda one: one[1])
        print(
            f"{articles:>9,} articles: peak {most[1]:.0f} MiB proportional, {most[2]:.0f} MiB resident summed, {took:.0f} s",
            flush=True,
        )
        for share in (0.1, 0.25, 0.5, 0.75, 0.95):
            at = curve[min(int(share * len(curve)), len(curve) - 1)]
            print(f"      at {share:4.0%} of the time: {at[1]:.0f} MiB", flush=True)
    print(f"peak at {count:,} over peak at 1,000: {peaks[count] / peaks[1_000]:.3f}")


# -- a long run ------------------------------------------------------------------------------------------------------------


def long_run(corpora: Path, work: Path, count: int, workers: int = 2) -> None:
    with gzip.open(corpora / "articles.jsonl.gz") as lines:
        distinct = sum(1 for _ in lines)
    for name, articles in (("distinct", min(distinct, count)), ("repeated with changed ids", count)):
        source = written(corpora, work / "r.jsonl", articles)
        took, curve = watched(command(source, work / "out", workers))
        log = [json.loads(line) for line in (work / "out" / "_done.jsonl").read_text().splitlines()]
        busy = sum(one["seconds"] for one in log)
        words, size = (sum(one[key] for one in log) / articles for key in ("words", "size"))
        print(
            f"{name}: {articles:,} articles of {words:.0f} words, {source.stat().st_size / 1e6:.0f} MB, in {took:.0f} s:"
            f" {articles / took:.0f} a second; {took * workers / articles * 1e6 / 3600:.2f} core hours a million;"
            f" workers busy {busy / (took * workers):.0%}; output {size:.0f} bytes an article; {sum(one['failed'] for one in log)} failed"
        )
        tenth = max(len(log) // 10, 1)
        rates = [
            sum(one["rows"] for one in log[at : at + tenth]) / sum(one["seconds"] for one in log[at : at + tenth])
            for at in range(0, len(log), tenth)
        ]
        print("  articles a second and process, by tenths: " + " ".join(f"{rate:.0f}" for rate in rates))
        marks = [curve[min(int(share / 10 * len(curve)), len(curve) - 1)][1] for share in range(1, 10)]
        print(
            "  MiB (proportional), by tenths: "
            + " ".join(f"{mark:.0f}" for mark in marks)
            + f"; peak {max(c[1] for c in curve):.0f}",
            flush=True,
        )


# -- cluster ---------------------------------------------------------------------------------------------------------------


@contextmanager
def dask(work: Path, workers: int) -> Iterator[str]:
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
        yield address
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
    ratios = []
    with dask(work, 2) as address:
        timed([[*command(source, work / "warm", 2)[:-3], "--cluster", address, "--no-progress"]])
        for _ in range(repeats):
            here = timed([command(source, work / "out", 2)])
            shutil.rmtree(work / "outc", ignore_errors=True)
            there = timed([[*SCORE, str(source), "--out", str(work / "outc"), "--cluster", address, "--no-progress"]])
            ratios.append(there / here)
            print(f"  --workers 2 {here:6.1f} s   --cluster {there:6.1f} s   {there / here:.3f}", flush=True)
    print(
        f"--cluster over --workers on the same cores, {count:,} articles: median {statistics.median(ratios):.3f} of {repeats}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=("pairs", "memory", "run", "cluster"))
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
        elif given.what == "memory":
            memory(given.corpora, work, given.articles)
        elif given.what == "run":
            long_run(given.corpora, work, given.articles)
        else:
            on_cluster(given.corpora, work, given.articles, given.repeats)
    finally:
        if given.work is None:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
