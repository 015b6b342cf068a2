"""What workers share, by how they are started: ``python tests/benchmarks/sharing.py [--workers 4]`` (Linux).

Each way starts N workers that write the example twenty times as Parquet; memory is proportional (shared pages count once)
over all processes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.watching import family, held


def work(ready: Any, until: Any) -> None:
    from newsgauge.article import Article
    from newsgauge.examples import example_path
    from newsgauge.scale import Settings
    from newsgauge.scale.part import rendered

    article = Article(Path(example_path()).read_text("utf-8"))
    rendered([article] * 20, Settings("", patience=0.0), lambda _: None)
    ready.release()
    until.wait()


def measure(name: str, method: str, workers: int, preload: bool) -> None:
    """Run in a process of its own: a fork server is started once in a process."""
    context: Any = multiprocessing.get_context(method)
    if preload and method == "forkserver":
        context.set_forkserver_preload(["newsgauge.scale.warm"])
    elif preload:
        import newsgauge.scale.warm  # noqa: F401  before the fork
    ready, until = context.Semaphore(0), context.Event()
    begin = time.perf_counter()
    processes = [context.Process(target=work, args=(ready, until), daemon=True) for _ in range(workers)]
    for process in processes:
        process.start()
    for _ in processes:
        ready.acquire()
    took = time.perf_counter() - begin
    everyone = family(os.getpid())
    total = sum(held(pid)[0] for pid in everyone)
    each = sorted(held(process.pid)[0] for process in processes if process.pid)[workers // 2]
    print(f"| {name} | {total:.0f} | {each:.0f} | {took:.1f} |", flush=True)
    until.set()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--workers", type=int, default=4)
    workers = parser.parse_args().workers
    print(
        f"| {workers} workers by | MiB in all | MiB a worker | s until all are ready |\n|---|---|---|---|", flush=True
    )
    ways = (
        ("spawn: each reads its own tables", "spawn", False),
        ("fork server with nothing loaded", "forkserver", False),
        ("fork server that has read the tables (what is used)", "forkserver", True),
        ("fork of a process that has read them", "fork", True),
    )
    for name, method, preload in ways:
        context = multiprocessing.get_context("spawn")
        one = context.Process(target=measure, args=(name, method, workers, preload))
        one.start()
        one.join()


if __name__ == "__main__":
    main()
