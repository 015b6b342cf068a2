"""Two models on the same texts: how scores shift, whether ranks hold, which levels flip. Values in, values out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import metrics

MAJOR: Final = 1.0  # points of median shift from which a release is a major one
LEAST: Final = 50  # texts under which a slice isn't shown


class Seen(NamedTuple):
    """One text as both models score it: raw scores and levels; ``slices`` are name -> slice."""

    id: str
    old: float
    new: float
    old_level: int
    new_level: int
    slices: dict[str, str]


class Difference(NamedTuple):
    """How the new model's scores differ from the old one's.

    Attributes
    ----------
    shift, size : float
        Median of new less old, and of its size; points.
    largest : float
        The largest move.
    rank : float
        Spearman between the two.
    flips : float
        Share of texts whose level changes.
    """

    name: str
    texts: int
    shift: float
    size: float
    largest: float
    rank: float
    flips: float

    @property
    def major(self) -> bool:
        """Whether a release with such a shift is a major one."""
        return abs(self.shift) > MAJOR


def differences(seen: Sequence[Seen]) -> Iterator[Difference]:
    """All texts first, then each slice of 50 texts or more."""
    yield _difference("all", seen)
    for by in sorted({name for one in seen for name in one.slices}):
        for value in sorted({one.slices[by] for one in seen if by in one.slices}):
            part = [one for one in seen if one.slices.get(by) == value]
            if len(part) >= LEAST:
                yield _difference(f"{by}: {value}", part)


def _difference(name: str, seen: Sequence[Seen]) -> Difference:
    old, new = _column([one.old for one in seen]), _column([one.new for one in seen])
    moved = new - old
    flips = float(np.mean([one.old_level != one.new_level for one in seen]))
    return Difference(
        name, len(seen), float(np.median(moved)), float(np.median(np.abs(moved))),
        float(moved[np.abs(moved).argmax()]), metrics.spearman(old, new), flips,
    )  # fmt: skip


def _column(values: Sequence[float]) -> NDArray[np.float64]:
    return np.clip(np.array(values, np.float64), 0, 100)
