"""Jobs over several processes of this machine: one job a process at a time, the next one packed and ready."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import wait

from newsgauge.scale.alone import rescue
from newsgauge.scale.payloads import Job
from newsgauge.scale.processes import Answer, Order, Worker, pack
from newsgauge.scale.settings import Outcome, Settings

_GLANCE = 0.2  # seconds between looks at a rescue that goes on beside the pool


def run(jobs: Iterator[Job], settings: Settings, workers: int) -> Iterator[Outcome]:
    """Run jobs on ``workers`` processes; outcomes come as they are ready.

    A job whose process ends is run again once, since the process may have been ended from outside; then alone, to find the
    article that does it. Memory holds one job a process and one ahead.

    Raises
    ------
    OSError
        When a part can't be written: a full disk is no fault of an article.
    """
    pool = _Pool(jobs, settings, workers)
    try:
        yield from pool.outcomes()
    finally:
        pool.close()


class _Pool:
    def __init__(self, jobs: Iterator[Job], settings: Settings, workers: int) -> None:
        self._jobs = jobs
        self._settings = settings
        self._again: list[Job] = []
        self._ended: set[str] = set()
        self._ahead: tuple[Job, bytes] | None = None
        self._busy: dict[Worker, Job] = {}
        self._idle = [Worker(settings) for _ in range(workers)]
        self._rescues: list[Future[Outcome]] = []
        self._beside = ThreadPoolExecutor(1, "rescue")

    def outcomes(self) -> Iterator[Outcome]:
        while True:
            while self._idle and (order := self._next()) is not None:
                self._give(*order)
            if not self._busy and not self._rescues:
                return
            self._ahead = self._ahead or self._next()
            yield from self._finished()
            yield from self._rescued()

    def _next(self) -> tuple[Job, bytes] | None:
        if self._ahead is not None:
            order, self._ahead = self._ahead, None
            return order
        job = self._again.pop() if self._again else next(self._jobs, None)
        return None if job is None else (job, pack(Order(job)))

    def _give(self, job: Job, packed: bytes) -> None:
        worker = self._idle.pop()
        if worker.send(packed):
            self._busy[worker] = job
        else:
            self._lost(worker, job)

    def _finished(self) -> Iterator[Outcome]:
        if not self._busy:
            return
        by_line = {worker.connection: worker for worker in self._busy}
        for line in wait(list(by_line), _GLANCE if self._rescues else None):
            worker = by_line[line]  # type: ignore[index]  # wait gives back what it was given
            job = self._busy.pop(worker)
            answered = worker.receive()
            if answered is None:
                self._lost(worker, job)
                continue
            self._idle.append(worker)
            yield from self._outcome(job, answered)

    def _outcome(self, job: Job, answered: Answer) -> Iterator[Outcome]:
        if answered.unwritable is not None:
            raise answered.unwritable
        if answered.outcome is not None:
            yield answered.outcome
        else:
            self._suspect(job)

    def _lost(self, worker: Worker, job: Job) -> None:
        worker.close()
        self._idle.append(Worker(self._settings))
        if job.part in self._ended:
            self._suspect(job)
        else:
            self._ended.add(job.part)
            self._again.append(job)

    def _suspect(self, job: Job) -> None:
        self._rescues.append(self._beside.submit(rescue, job, self._settings))

    def _rescued(self) -> Iterator[Outcome]:
        if self._rescues and not self._busy:
            self._rescues[0].exception()  # nothing else to wait for
        done = [one for one in self._rescues if one.done()]
        self._rescues = [one for one in self._rescues if one not in done]
        for one in done:
            yield one.result()

    def close(self) -> None:
        """End the processes; the one of a rescue ends with its thread."""
        for worker in self._busy:
            worker.kill()
        for worker in (*self._busy, *self._idle):
            worker.close()
        self._beside.shutdown(wait=True, cancel_futures=True)
