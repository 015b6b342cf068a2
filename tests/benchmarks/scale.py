"""Large runs by hand: what two processes give, what memory does, what a cluster costs, how the rate holds.

``python tests/benchmarks/scale.py pairs|run|cluster --corpora DIR [--articles N] [--repeats N] [--work DIR]``, then
``python tests/benchmarks/scale.py table``, which fills docs/benchmarks.md from what was kept in docs/measured/.

pairs    one run with two workers against two processes that know nothing of each other, in turn, several times: medians.
run      1,000 articles, all distinct ones, then N repeated with changed ids: rate, CPU, memory of all processes as it goes
         (proportional set size: shared pages count once), where the time goes, a day of CC-NEWS, a billion pages.
cluster  ``--cluster`` with two worker processes on this machine against ``--workers 2``, in turn; the rows must be the same.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.kept import FOLDER, keep
from benchmarks.long_run import run
from benchmarks.tables import TABLES, fill
from benchmarks.watching import cpu_of, held, spent, tenths

ALONE = """
import sys
from newsgauge.scale import Settings, score_all
score_all([sys.argv[1]], sys.argv[2], Settings(""), workers=0)
"""
SCORE = [sys.executable, "-m", "newsgauge", "score"]


def rows(corpora: Path, count: int, distinct: int = 1 << 40) -> Iterator[str]:
    """Articles as lines of JSON; from the second time round with other ids."""
    path = corpora / "articles.jsonl.gz"
    made = 0
    for times in range(1_000_000):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, islice(lines, distinct)):
                if made == count:
                    return
                made += 1
                row["id"] = f"{row['id']}-{times}" if times else row["id"]
                yield json.dumps(row, ensure_ascii=False) + "\n"


def written(corpora: Path, path: Path, count: int, first: int = 0, distinct: int = 1 << 40) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(islice(rows(corpora, first + count, distinct), first, None))
    return path


def command(source: Path, out: Path, workers: int, *rest: str) -> list[str]:
    shutil.rmtree(out, ignore_errors=True)
    return [*SCORE, str(source), "--out", str(out), "--workers", str(workers), "--no-progress", *rest]


def alone(source: Path, out: Path) -> list[str]:
    """The same work in one process that has no workers to talk to."""
    shutil.rmtree(out, ignore_errors=True)
    return [sys.executable, "-c", ALONE, str(source), str(out)]


def pairs(corpora: Path, work: Path, count: int, repeats: int, folder: Path) -> None:
    half = count // 2
    whole = written(corpora, work / "whole.jsonl", count)
    halves = [written(corpora, work / f"half{at}.jsonl", half, at * half) for at in (0, 1)]
    found = []
    for _ in range(repeats):
        apart = spent([alone(path, work / f"out{at}") for at, path in enumerate(halves)])
        together = spent([command(whole, work / "out", 2)])
        found.append([round(value, 1) for value in (apart.wall, apart.cpu, together.wall, together.cpu)])
        print("  apart {:6.1f} s, CPU {:6.1f}   together {:6.1f} s, CPU {:6.1f}".format(*found[-1]), flush=True)
    line = f"python tests/benchmarks/scale.py pairs --corpora DIR --articles {count} --repeats {repeats}"
    print(f"kept in {keep('pairs', line, {'articles': count, 'pairs': found}, folder)}\n")
    print("\n".join(TABLES["pairs"](folder)))


# -- a long run ------------------------------------------------------------------------------------------------------------


def long_run(corpora: Path, work: Path, count: int, distinct: int, workers: int, folder: Path) -> None:
    value = run(corpora, work, count, distinct, lambda source, out: command(source, out, workers))
    line = f"python tests/benchmarks/scale.py run --corpora DIR --articles {count}"
    print(f"kept in {keep('run', line, {'workers': workers, **value}, folder)}\n")
    for name in ("run", "memory", "stages", "billion", "breaks"):
        print("\n".join(TABLES[name](folder)) + "\n")


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


def parquet(corpora: Path, target: Path, count: int, group: int = 1_000) -> Path:
    """The articles as Parquet, a row group at a time: 100,000 of them are half a gigabyte."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = pa.schema([(name, pa.string()) for name in ("id", "title", "text", "url")])
    stream = map(json.loads, rows(corpora, count))
    with pq.ParquetWriter(target, kinds) as writer:
        while some := list(islice(stream, group)):
            writer.write_table(pa.Table.from_pylist([{name: row[name] for name in kinds.names} for row in some], kinds))
    return target


def on_cluster(corpora: Path, work: Path, count: int, repeats: int, folder: Path) -> None:
    few, source = parquet(corpora, work / "few.parquet", 200, 100), parquet(corpora, work / "many.parquet", count)
    found = []
    with dask(work, 2) as (address, beside):

        def there(path: Path, out: Path) -> list[str]:
            shutil.rmtree(out, ignore_errors=True)
            return [*SCORE, str(path), "--out", str(out), "--cluster", address, "--no-progress"]

        spent([there(few, work / "outc")])  # the workers read their tables: start-up is a cluster's own affair
        for _ in range(repeats):
            alone_ = spent([command(source, work / "out", 2)])
            before, begun = cpu_of(beside[0]), held(beside[0])[0]
            spread = spent([there(source, work / "outc")], beside)
            found.append({
                "alone_wall": round(alone_.wall, 1), "alone_cpu": round(alone_.cpu, 1),
                "wall": round(spread.wall, 1), "cpu": round(spread.cpu, 1), "client_cpu": round(spread.parents, 2),
                "scheduler_cpu": round(cpu_of(beside[0]) - before, 2), "client_mib": tenths(spread.curve),
                "scheduler_mib": [round(begun), round(held(beside[0])[0])],
            })  # fmt: skip
            print(f"  --workers 2 {alone_.wall:6.1f} s, CPU {alone_.cpu:6.1f}   ", end="")
            print(f"--cluster {spread.wall:6.1f} s, CPU {spread.cpu:6.1f}", flush=True)
        same = tables_agree(work / "out", work / "outc")
    if not same:
        raise SystemExit("the cluster's rows are not those of --workers 2")
    line = f"python tests/benchmarks/scale.py cluster --corpora DIR --articles {count} --repeats {repeats}"
    print(f"kept in {keep('cluster', line, {'articles': count, 'pairs': found}, folder)}\n")
    print("\n".join(TABLES["cluster"](folder)))


def tables_agree(one: Path, other: Path) -> bool:
    """Whether two runs wrote the same rows in the same order; parts are compared one at a time."""
    import pyarrow.parquet as pq

    names = sorted(path.name for path in (one / "parts").iterdir())
    return names == sorted(path.name for path in (other / "parts").iterdir()) and all(
        pq.read_table(one / "parts" / name).equals(pq.read_table(other / "parts" / name)) for name in names
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=("pairs", "run", "cluster", "table"))
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--articles", type=int, default=4_000)
    parser.add_argument(
        "--distinct", type=int, default=1 << 40, help="of run: use only so many articles  [default: all there are]"
    )
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--workers", type=int, default=2, help="of run")
    parser.add_argument("--work", type=Path, help="for files of the run; kept where it is named")
    parser.add_argument("--kept", type=Path, default=FOLDER, help="where results are kept")
    given = parser.parse_args()
    if given.what == "table":
        fill(given.kept)
        return
    if given.corpora is None:
        parser.error(f"{given.what} needs --corpora DIR")
    work = given.work or Path(tempfile.mkdtemp(prefix="newsgauge-scale-"))
    work.mkdir(exist_ok=True)
    try:
        if given.what == "pairs":
            pairs(given.corpora, work, given.articles, given.repeats, given.kept)
        elif given.what == "run":
            long_run(given.corpora, work, given.articles, given.distinct, given.workers, given.kept)
        else:
            on_cluster(given.corpora, work, given.articles, given.repeats, given.kept)
    finally:
        if given.work is None:
            shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
