"""Both sides: loaded wording on BABE's sentences from the left and from the right, and on slant pairs of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from newsgauge.evaluation.task import ROUNDS, Figure, Folders
from newsgauge.evaluation.tasks import slants
from newsgauge.evaluation.tasks.loaded import Bools, babe
from newsgauge.metrics import auc

Of = Callable[[NDArray[np.int64]], float]


def figures(folders: Folders) -> Iterator[Figure]:
    """Left against right: AUC and false alarms of both, and the difference with its interval; then pairs of our own."""
    read = [one for one in babe(folders.corpora) if one.side in ("left", "right")]
    truth = np.array([one.biased for one in read])
    p = np.array([one.probability for one in read])
    left = np.array([one.side == "left" for one in read])
    found = np.array([one.found for one in read])
    groups = [one.outlet for one in read]
    threshold = float(np.quantile(p, 1 - truth.mean())) if len(p) else 0.5
    for measure, of in (
        ("AUC", lambda rows: auc(p[rows], truth[rows])),
        ("false alarms, probability", lambda rows: _alarms(p[rows] >= threshold, truth[rows])),
        ("false alarms, findings", lambda rows: _alarms(found[rows], truth[rows])),
    ):
        yield from _compared(measure, of, left, groups)
    yield from slants.figures()


def _alarms(said: Bools, truth: Bools) -> float:
    clean = ~truth
    return float(said[clean].mean()) if clean.any() else float("nan")


def _compared(measure: str, of: Of, left: Bools, groups: list[str]) -> Iterator[Figure]:
    """A figure for left, for right, and the absolute difference's signed value; the draw is of outlets within a side."""
    names = np.array(groups)
    chance = np.random.default_rng(0)
    drawn: dict[bool, list[float]] = {}
    values: dict[bool, float] = {}
    for is_left in (True, False):
        own = np.flatnonzero(left == is_left)
        outlets = [np.flatnonzero((names == name) & (left == is_left)) for name in sorted(set(names[own]))]
        values[is_left] = of(own)
        drawn[is_left] = [
            of(np.concatenate([outlets[k] for k in chance.integers(0, len(outlets), len(outlets))]))
            for _ in range(ROUNDS)
        ]
        low, high = np.nanquantile(drawn[is_left], (0.025, 0.975))
        yield Figure("left" if is_left else "right", measure, values[is_left], float(low), float(high), len(own), "")
    low, high = np.nanquantile(np.array(drawn[True]) - np.array(drawn[False]), (0.025, 0.975))
    yield Figure(
        "left minus right", measure, values[True] - values[False], float(low), float(high), len(names), "",
        "alike where the interval holds 0",
    )  # fmt: skip
