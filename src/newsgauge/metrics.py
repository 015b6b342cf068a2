"""Measures of agreement between predictions and gold, small enough to be checked by hand, and a bootstrap over groups.

All take arrays of shape (n,) without NaN and answer NaN where the measure isn't defined (one class only, no spread).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
_EDGE: Final = 1e-6  # probabilities are kept this far from 0 and 1 where a logarithm is taken


def ranks(values: ArrayLike) -> Floats:
    """Ranks from 1, ties sharing their mean rank."""
    v = np.asarray(values, np.float64)
    _, place, count = np.unique(v, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    return np.asarray((last - (count - 1) / 2)[place], np.float64)


def pearson(a: ArrayLike, b: ArrayLike) -> float:
    """Correlation of two variables."""
    x, y = np.asarray(a, np.float64), np.asarray(b, np.float64)
    if len(x) < 2:
        return math.nan
    x, y = x - x.mean(), y - y.mean()
    scale = math.sqrt(float(x @ x) * float(y @ y))
    return float(x @ y) / scale if scale > 0 else math.nan


def spearman(predicted: ArrayLike, gold: ArrayLike) -> float:
    """Correlation of ranks (Spearman 1904)."""
    return pearson(ranks(predicted), ranks(gold))


def auc(predicted: ArrayLike, positive: ArrayLike) -> float:
    """Probability that a positive is ranked above a negative, ties half (Mann & Whitney 1947)."""
    yes = np.asarray(positive, np.bool_)
    n_yes = int(yes.sum())
    n_no = len(yes) - n_yes
    if not n_yes or not n_no:
        return math.nan
    return float((ranks(predicted)[yes].sum() - n_yes * (n_yes + 1) / 2) / (n_yes * n_no))


def weighted_kappa(predicted: ArrayLike, gold: ArrayLike, levels: int = 5) -> float:
    """Quadratic weighted kappa of whole levels from 1 (Cohen 1968)."""
    p, g = np.asarray(predicted, np.int64) - 1, np.asarray(gold, np.int64) - 1
    seen = np.bincount(p * levels + g, minlength=levels * levels).reshape(levels, levels) / len(p)
    chance = np.outer(seen.sum(1), seen.sum(0))
    steps = np.arange(levels)
    cost = (steps[:, None] - steps[None, :]) ** 2
    expected = float((cost * chance).sum())
    return 1 - float((cost * seen).sum()) / expected if expected > 0 else math.nan


def whole_levels(values: ArrayLike, levels: int = 5) -> NDArray[np.int64]:
    """Mean judgements as whole levels from 1; half points round up."""
    return np.clip(np.floor(np.asarray(values, np.float64) + 0.5), 1, levels).astype(np.int64)


def stretched(predicted: ArrayLike, gold: ArrayLike) -> Floats:
    """Predictions with the mean and spread of gold: what is asked of ranks alone."""
    p, g = np.asarray(predicted, np.float64), np.asarray(gold, np.float64)
    return np.asarray(g.mean() + (p - p.mean()) * (g.std() / (p.std() or 1.0)), np.float64)


def brier(probability: ArrayLike, outcome: ArrayLike) -> float:
    """Mean squared error of probabilities (Brier 1950)."""
    return float(np.mean((np.asarray(probability, np.float64) - np.asarray(outcome, np.float64)) ** 2))


def brier_skill(probability: ArrayLike, outcome: ArrayLike) -> float:
    """Share of the base rate's Brier score that the probabilities save."""
    y = np.asarray(outcome, np.float64)
    base = float(y.mean() * (1 - y.mean()))
    return 1 - brier(probability, y) / base if base > 0 else math.nan


def calibration_slope(probability: ArrayLike, outcome: ArrayLike) -> float:
    """Slope of a logistic regression of the outcome on the logit of the probability; 1 is right (Cox 1958)."""
    p = np.clip(np.asarray(probability, np.float64), _EDGE, 1 - _EDGE)
    return logistic(np.log(p / (1 - p)), outcome)[0]


def logistic(x: ArrayLike, outcome: ArrayLike, ridge: float = 0.0) -> tuple[float, float]:
    """Slope and intercept of a logistic regression on one variable, by Newton's steps.

    Parameters
    ----------
    x, outcome : array_like, shape (n,)
        The variable, and 0 or 1.
    ridge : float
        Penalty on the squared slope, for data that can be parted without error.
    """
    v, y = np.asarray(x, np.float64), np.asarray(outcome, np.float64)
    if len(v) < 2 or v.std() == 0 or y.min() == y.max():
        return math.nan, math.nan
    design = np.column_stack((v, np.ones_like(v)))
    penalty = np.diag((ridge, 0.0))
    weights = np.zeros(2)
    for _ in range(100):
        p = 1 / (1 + np.exp(-np.clip(design @ weights, -35, 35)))
        gradient = design.T @ (y - p) - penalty @ weights
        curvature = (design * (p * (1 - p))[:, None]).T @ design + penalty + 1e-12 * np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        weights = weights + np.clip(step, -5, 5)
        if float(np.abs(step).max()) < 1e-10:
            break
    return float(weights[0]), float(weights[1])


def calibration_error(probability: ArrayLike, outcome: ArrayLike, bins: int = 10) -> float:
    """Expected calibration error over bins of equal size (Naeini et al. 2015)."""
    p, y = np.asarray(probability, np.float64), np.asarray(outcome, np.float64)
    parts = np.array_split(np.argsort(p, kind="stable"), bins)
    return float(sum(abs(p[part].mean() - y[part].mean()) * len(part) for part in parts if len(part)) / len(p))


def risk_coverage(confidence: ArrayLike, wrong: ArrayLike) -> float:
    """Area under the risk–coverage curve: mean error over all shares of the most confident cases."""
    order = np.argsort(-np.asarray(confidence, np.float64), kind="stable")
    errors = np.asarray(wrong, np.float64)[order]
    return float(np.mean(np.cumsum(errors) / np.arange(1, len(errors) + 1)))


def alpha(units: Iterable[Sequence[float]]) -> float:
    """Agreement of annotators beyond chance on numbers, whoever judged what (Krippendorff's alpha, interval).

    Parameters
    ----------
    units : iterable of sequences
        The judgements of each text; texts judged once say nothing.
    """
    judged = [np.asarray(unit, np.float64) for unit in units if len(unit) > 1]
    if not judged:
        return math.nan
    together = np.concatenate(judged)
    # The squared differences of all ordered pairs of n values are 2 n times their squared deviations from the mean.
    observed = sum(2 * len(unit) * float(((unit - unit.mean()) ** 2).sum()) / (len(unit) - 1) for unit in judged)
    expected = 2 * len(together) * float(((together - together.mean()) ** 2).sum()) / (len(together) - 1)
    return 1 - observed / expected if expected > 0 else math.nan


class Estimate(NamedTuple):
    """A figure and its interval over resampled groups."""

    value: float
    low: float
    high: float


def bootstrap(
    measure: Callable[[NDArray[np.int64]], float],
    groups: Sequence[Hashable],
    *,
    rounds: int = 500,
    level: float = 0.95,
    seed: int = 0,
) -> Estimate:
    """A measure with its percentile interval over whole groups drawn with replacement.

    Parameters
    ----------
    measure : callable
        Takes the rows to look at (positions, repeated as drawn).
    groups : sequence
        Group of each row; rows of one group come and go together.
    """
    _, member = np.unique(np.array([str(group) for group in groups]), return_inverse=True)
    rows = [np.flatnonzero(member == number) for number in range(int(member.max()) + 1)]
    chance = np.random.default_rng(seed)
    drawn = [
        measure(np.concatenate([rows[k] for k in chance.integers(0, len(rows), len(rows))])) for _ in range(rounds)
    ]
    tail = (1 - level) / 2
    known = [value for value in drawn if not math.isnan(value)]
    low, high = np.quantile(known, (tail, 1 - tail)) if known else (math.nan, math.nan)
    return Estimate(measure(np.arange(len(member))), float(low), float(high))
