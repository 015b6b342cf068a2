"""A payload some of whose units end the process that reads them; importable by worker processes."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from typing import NamedTuple

from newsgauge.article import Article, Failure
from newsgauge.readers import ReadOptions


class Deadly(NamedTuple):
    """Units 0 to n_units; those of ``by_signal`` and ``by_error`` and ``by_sleep`` do what they say."""

    n_units: int
    by_signal: tuple[int, ...] = ()
    by_error: tuple[int, ...] = ()
    by_sleep: tuple[int, ...] = ()
    once: str = ""

    @property
    def units(self) -> int:
        return self.n_units

    def read(self, options: ReadOptions) -> Iterator[Article | Failure]:
        return self.take(range(self.n_units), options)

    def take(self, units: range, options: ReadOptions) -> Iterator[Article | Failure]:
        for at in units:
            if at in self.by_signal and (not self.once or not os.path.exists(self.once)):
                if self.once:
                    open(self.once, "w").close()
                os.kill(os.getpid(), signal.SIGKILL)
            if at in self.by_error:
                raise RuntimeError("no parser could have known")
            if at in self.by_sleep:
                time.sleep(60)
            yield Article(f"The gate of house {at} is open, said {options.text}.", id=str(at), place=f"deadly:{at}")

    def place_of(self, at: int) -> tuple[str, str]:
        return f"deadly:{at}", str(at)
