"""How a cost grows with the length of a text: for tests that nothing quadratic hides in a rule.

Time on a shared machine is noise upwards, so one fair look out of several is enough; what is quadratic fails all of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable

TRIES = 6
LEAST = 0.002  # seconds below which a clock says nothing


def grows_at_most(factor: float, short: Callable[[], object], long: Callable[[], object]) -> bool:
    """Whether the long call ever costs less than `factor` times the short one, in CPU seconds of this process."""
    return any(_seconds(long) < factor * max(_seconds(short), LEAST) for _ in range(TRIES))


def _seconds(call: Callable[[], object]) -> float:
    begin = time.process_time()
    call()
    return time.process_time() - begin
