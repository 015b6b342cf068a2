"""Krippendorff's alpha: agreement beyond chance, whoever judged what, with an interval over texts drawn again.

Klaus Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", sections D and E: coincidence matrices, so that missing
judgements need no filling in.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from newsgauge.metrics import Estimate

Floats = NDArray[np.float64]
Level = Literal["nominal", "ordinal", "interval"]
ROUNDS: Final = 1000


def alpha(
    units: Sequence[Sequence[Hashable]], level: Level = "ordinal", *, rounds: int = ROUNDS, seed: int = 0
) -> Estimate:
    """Alpha with its 95 % percentile interval over units drawn with replacement.

    Parameters
    ----------
    units : sequence of sequences
        The values given to each text, without missing ones; texts judged once say nothing. Numbers for ordinal and
        interval.
    level : {"nominal", "ordinal", "interval"}
    rounds : int
        Draws of the bootstrap; 0 for no interval.

    Returns
    -------
    Estimate
        1 is perfect, 0 is chance; NaN where nobody was judged twice or all values are the same.
    """
    judged = [unit for unit in units if len(unit) > 1]
    if not judged:
        return Estimate(math.nan, math.nan, math.nan)
    seen = {value for unit in judged for value in unit}
    values = sorted(seen, key=str) if level == "nominal" else sorted(seen, key=_number)
    pairs = _coincidences(judged, {value: at for at, value in enumerate(values)})
    numbers = np.arange(len(values)) if level == "nominal" else np.array([_number(value) for value in values])
    found = float(_alpha(pairs.sum(0)[None], numbers.astype(np.float64), level)[0])
    if not rounds:
        return Estimate(found, math.nan, math.nan)
    drawn = np.random.default_rng(seed).multinomial(len(judged), np.full(len(judged), 1 / len(judged)), rounds)
    sums = (drawn @ pairs.reshape(len(judged), -1)).reshape(rounds, len(values), len(values))
    spread = _alpha(sums, numbers.astype(np.float64), level)
    known = spread[~np.isnan(spread)]
    low, high = np.quantile(known, (0.025, 0.975)) if len(known) else (math.nan, math.nan)
    return Estimate(found, float(low), float(high))


def _number(value: Hashable) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"expected a number on an ordinal or interval scale, found {value!r}")
    return float(value)


def _coincidences(units: Sequence[Sequence[Hashable]], place: Mapping[Hashable, int]) -> Floats:
    """Ordered pairs of values within each unit, each weighing 1 / (judgements - 1); shape (units, values, values)."""
    counts = np.zeros((len(units), len(place)))
    for row, unit in enumerate(units):
        for value in unit:
            counts[row, place[value]] += 1
    pairs = counts[:, :, None] * counts[:, None, :]
    diagonal = np.arange(len(place))
    pairs[:, diagonal, diagonal] -= counts
    return np.asarray(pairs / (counts.sum(1) - 1)[:, None, None], np.float64)


def _alpha(coincidences: Floats, values: Floats, level: Level) -> Floats:
    """Alpha of matrices of shape (draws, values, values) -> (draws,)."""
    totals = coincidences.sum(2)
    n = totals.sum(1)
    distance = _distances(totals, values, level)
    observed = (coincidences * distance).sum((1, 2))
    expected = (totals[:, :, None] * totals[:, None, :] * distance).sum((1, 2))
    ratio = np.divide((n - 1) * observed, expected, out=np.full(len(n), np.nan), where=expected > 0)
    return np.asarray(1 - ratio, np.float64)


def _distances(totals: Floats, values: Floats, level: Level) -> Floats:
    """Squared distances between values, shape (draws or 1, values, values)."""
    if level == "nominal":
        return np.asarray(1 - np.eye(len(values))[None], np.float64)
    if level == "interval":
        return np.asarray(((values[:, None] - values[None, :]) ** 2)[None], np.float64)
    # Between two ordinal values lie all judgements from one to the other, half of those at both ends.
    middle = np.cumsum(totals, axis=1) - totals / 2
    return np.asarray((middle[:, :, None] - middle[:, None, :]) ** 2, np.float64)
