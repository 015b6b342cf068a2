"""A real scheduler and real worker processes on this machine: killed, added, restarted; the table stays the same."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from newsgauge.errors import ConfigError
from newsgauge.scale import Settings, Totals, score_all
from scale import invented

pytest.importorskip("distributed")
pq: Any = pytest.importorskip("pyarrow.parquet")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends processes by POSIX signals")

SETTINGS = Settings("", "parquet", rows=20)
POISON = "the word that ends its process"
SITE = f"""
import os, signal
import newsgauge.core as core
real = core._annotate
def deadly(article, config, model):
    if {POISON!r} in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(article, config, model)
core._annotate = deadly
"""


class Cluster:
    """A scheduler's address, and its processes by hand."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self._folder = folder
        self._environment = environment
        self.workers: list[subprocess.Popen[bytes]] = []
        self.start_scheduler()

    def start_scheduler(self) -> None:
        self.scheduler = self._started("scheduler", "--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard")

    def add_worker(self, *options: str) -> None:
        arguments = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(self._folder), *options)
        self.workers.append(self._started("worker", self.address, *arguments, env={**os.environ, **self._environment}))

    def _started(self, *arguments: str, env: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
        with (self._folder / "log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments], stdout=log, stderr=log, env=env, cwd=self._folder
            )

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.terminate()
        for process in (*self.workers, self.scheduler):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def cluster(folder: Path, **environment: str) -> Iterator[Cluster]:
    folder.mkdir()
    made = Cluster(folder, environment)
    try:
        yield made
    finally:
        made.close()


def table(folder: Path) -> list[dict[str, Any]]:
    return [row for path in sorted((folder / "parts").iterdir()) for row in pq.read_table(path).to_pylist()]


def disturbed(path: Path, out: Path, address: str, after: int, disturb: Callable[[], None]) -> Totals:
    """Run on a cluster, and disturb it once some parts are there: while others are in work."""
    parts = out / "parts"
    ended = threading.Event()

    def watch() -> None:
        while not ended.is_set() and not (parts.is_dir() and len(list(parts.iterdir())) >= after):
            time.sleep(0.02)
        if not ended.is_set():
            disturb()

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        return score_all([str(path)], str(out), SETTINGS, cluster=address)
    finally:
        ended.set()
        watcher.join()


@pytest.mark.slow
def test_workers_come_and_go_and_the_scheduler_too(tmp_path: Path) -> None:
    """One of two workers is killed in mid-run and another added; then the scheduler is restarted: same rows, same order."""
    path = invented.parquet(tmp_path / "a.parquet", 1200, group=40)
    score_all([str(path)], str(tmp_path / "alone"), SETTINGS, workers=0)
    expected = table(tmp_path / "alone")
    disturbances: list[str] = []
    with cluster(tmp_path / "dask") as made:
        made.add_worker("--no-nanny")
        made.add_worker("--no-nanny")

        def lose_a_worker() -> None:
            made.workers[0].kill()
            made.add_worker("--no-nanny")
            disturbances.append("worker")

        totals = disturbed(path, tmp_path / "first", made.address, 6, lose_a_worker)
        assert (totals.rows, totals.failed) == (1200, 0)
        assert table(tmp_path / "first") == expected

        def restart_the_scheduler() -> None:
            made.scheduler.kill()
            made.scheduler.wait()
            made.start_scheduler()
            made.add_worker("--no-nanny")
            disturbances.append("scheduler")

        totals = disturbed(path, tmp_path / "second", made.address, 6, restart_the_scheduler)
        assert (totals.rows, totals.failed) == (1200, 0)
        assert table(tmp_path / "second") == expected
    assert disturbances == ["worker", "scheduler"]


@pytest.mark.slow
def test_a_text_that_ends_its_worker_is_set_aside_and_its_neighbours_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dask gives a piece up after some deaths, and an innocent one with it; apart, the text is found by halving."""
    import pyarrow as pa

    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "1")  # 3 by default: two more restarts
    rows = [invented.article(at) for at in range(120)]
    rows[47] = {**rows[47], "text": f"This is {POISON}."}
    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=40)
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(SITE)
    with cluster(tmp_path / "dask", PYTHONPATH=str(site)) as made:
        made.add_worker()  # with its nanny, which starts it again
        totals = score_all([str(path)], str(tmp_path / "out"), SETTINGS, cluster=made.address)
    found = table(tmp_path / "out")
    assert [row["id"] for row in found] == ["a%05d" % at if at != 47 else "" for at in range(120)]  # noqa: UP031  brace-free
    assert (totals.rows, totals.failed) == (120, 1)
    assert "set aside: it ended its process (signal SIGKILL)" in found[47]["reason"]
    assert found[47]["place"] == f"{path}:48"


def test_no_scheduler_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the address and how to start one."""
    from newsgauge.scale import cluster as room

    monkeypatch.setattr(room, "_CONNECT", 0.5)
    path = invented.jsonl(tmp_path / "a.jsonl", 2)
    with pytest.raises(ConfigError, match=r"--cluster tcp://127\.0\.0\.1:9: no scheduler answered.*dask scheduler"):
        score_all([str(path)], str(tmp_path / "out"), SETTINGS, cluster="tcp://127.0.0.1:9")
