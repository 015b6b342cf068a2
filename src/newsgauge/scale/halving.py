"""Which units end the process that reads them: run the whole, halve what doesn't survive."""

from __future__ import annotations

from collections.abc import Callable


def killers(survives: Callable[[range], bool], units: int) -> frozenset[int]:
    """Find the units that don't survive on their own.

    Parameters
    ----------
    survives : callable
        Whether a process gets through these units; asked about ranges.
    units : int
        How many there are, counted from 0.

    Returns
    -------
    frozenset of int
        Empty where the whole survives, or where only a combination of units doesn't. With k killers among n units about
        2 k log2(n) questions are asked.
    """
    found: set[int] = set()
    pending = [range(units)] if units else []
    while pending:
        part = pending.pop()
        if survives(part):
            continue
        if len(part) == 1:
            found.add(part[0])
            continue
        middle = len(part) // 2
        pending += [part[middle:], part[:middle]]
    return frozenset(found)
