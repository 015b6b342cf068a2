"""Worker processes of this machine: how they are started, what is said to them, how their end is noticed."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import sys
from collections.abc import Collection
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import NamedTuple

from newsgauge.scale.part import read_only, write_part
from newsgauge.scale.payloads import Job
from newsgauge.scale.settings import Outcome, Settings


class Order(NamedTuple):
    """Write a job's part, or (where ``units`` are named) only read those."""

    job: Job
    without: Collection[int] = ()
    reason: str = ""
    units: range | None = None


class Answer(NamedTuple):
    """An outcome, or what went wrong: in reading and annotating, or in writing."""

    outcome: Outcome | None = None
    fault: str = ""
    unwritable: OSError | None = None


def serve(connection: Connection, settings: Settings) -> None:
    """Answer orders until nobody asks any more: the body of a worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    while True:
        try:
            order: Order = pickle.loads(connection.recv_bytes())
        except (EOFError, OSError):
            return
        try:
            connection.send(answer(order, settings))
        except OSError:
            return  # whoever asked has ended
        del order
        give_back()


def answer(order: Order, settings: Settings) -> Answer:
    """Do one order; whatever an article does to the code is an answer, not an end."""
    try:
        if order.units is not None:
            read_only(order.job, settings, order.units)
            return Answer()
        return Answer(write_part(order.job, settings, order.without, order.reason))
    except OSError as error:
        return Answer(unwritable=error)
    except Exception as error:  # noqa: BLE001  the parent finds out which article it was, and sets it aside
        return Answer(fault=f"{type(error).__name__}: {error}")


def give_back() -> None:
    """Return what a part took to the system: allocators keep it for a next time, and a long run would grow by it."""
    if "pyarrow" in sys.modules:
        sys.modules["pyarrow"].default_memory_pool().release_unused()
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):  # another C library than GNU's
            ctypes.CDLL(None).malloc_trim(0)


class Worker:
    """One process and the line to it."""

    def __init__(self, settings: Settings) -> None:
        context = _context(settings)
        self.connection, other = context.Pipe()
        self.process = context.Process(target=serve, args=(other, settings), daemon=True, name="newsgauge")
        self.process.start()
        other.close()

    def send(self, packed: bytes) -> bool:
        """Send a packed order; False where the process has gone."""
        try:
            self.connection.send_bytes(packed)
        except OSError:
            return False
        return True

    def receive(self) -> Answer | None:
        """Wait for the answer; None where the process ended instead."""
        try:
            answered: Answer = self.connection.recv()
        except (EOFError, OSError):
            return None
        return answered

    def ending(self) -> str:
        """How the process ended, for a reader."""
        self.process.join(10)
        code = self.process.exitcode
        if code is not None and code < 0:
            if -code == getattr(signal, "SIGALRM", None):
                return "it took too long"
            return f"it ended its process (signal {signal.Signals(-code).name})"
        return f"it ended its process (exit code {code})"

    def kill(self) -> None:
        """End the process in the middle of its work."""
        self.process.kill()

    def close(self) -> None:
        """Let the process end, having nobody to answer."""
        self.connection.close()
        self.process.join(1)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def pack(order: Order) -> bytes:
    """Pickle an order ahead, so that a worker that has finished doesn't wait for it."""
    return pickle.dumps(order, pickle.HIGHEST_PROTOCOL)


def _context(settings: Settings) -> multiprocessing.context.SpawnContext | multiprocessing.context.ForkServerContext:
    """Fork from a process that holds the tables and nothing else: pages are shared, threads aren't copied."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    extractor = [f"newsgauge.scale.warm_{settings.options.html}"] if settings.pages else []
    context.set_forkserver_preload([*extractor, "newsgauge.scale.warm", "newsgauge.scale.processes"])
    return context
