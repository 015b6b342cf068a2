"""A job whose worker ended is run alone: which units did it, set them aside, keep their neighbours."""

from __future__ import annotations

from newsgauge.scale.halving import killers
from newsgauge.scale.payloads import Job
from newsgauge.scale.processes import Answer, Order, Worker, pack
from newsgauge.scale.settings import Outcome, Settings

_AGAIN = 2


class Alone:
    """Runs orders one at a time in a process of its own, and a new one after each end."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._worker: Worker | None = None
        self.ending = ""

    def ask(self, order: Order) -> Answer:
        """Answer of an order; how the process ended is a fault like any other."""
        self._worker = self._worker or Worker(self._settings)
        answered = self._worker.receive() if self._worker.send(pack(order)) else None
        if answered is None:
            answered = Answer(fault=self._worker.ending())
            self.close()
        if answered.unwritable is not None:
            raise answered.unwritable
        self.ending = answered.fault or self.ending
        return answered

    def close(self) -> None:
        if self._worker is not None:
            self._worker.close()
            self._worker = None


def rescue(job: Job, settings: Settings) -> Outcome:
    """Write a job's part though some of its units end the process that reads them.

    Raises
    ------
    OSError
        When the part can't be written.
    """
    alone = Alone(settings)

    def survives(units: range) -> bool:
        return not alone.ask(Order(job, units=units)).fault

    try:
        found = killers(survives, job.payload.units)
        for _ in range(_AGAIN):
            reason = f"this text was set aside: {alone.ending}; the rest of its part was kept"
            answered = alone.ask(Order(job, found, reason))
            if answered.outcome is not None:
                return answered.outcome
            # Each unit survives alone, all together don't: none of them can be trusted.
            found = frozenset(range(job.payload.units))
        raise OSError(f"{job.part}: a part without articles ended its process ({alone.ending})")
    finally:
        alone.close()
