"""Bootstrap over groups for measures made of counts, and figures from probabilities.

A measure made of counts (F1, recall, a rate) needs only the sums of each group, so all draws are one matrix product.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsgauge.evaluation.task import ROUNDS
from newsgauge.metrics import Estimate, auc, bootstrap

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Measure = Callable[[Floats], Floats]


def f1(sums: Floats) -> Floats:
    """F1 from hits, predicted and gold; shape (…, 3) -> (…)."""
    hits, predicted, gold = np.moveaxis(sums, -1, 0)
    return _ratio(2 * hits, predicted + gold)


def pooled_f1(sums: Floats) -> Floats:
    """F1 from precision's numerator and denominator and recall's; shape (…, 4) -> (…)."""
    exact, predicted, found, gold = np.moveaxis(sums, -1, 0)
    precision, recall = _ratio(exact, predicted), _ratio(found, gold)
    return _ratio(2 * precision * recall, precision + recall)


def ratio(sums: Floats) -> Floats:
    """First count over the second; shape (…, 2) -> (…)."""
    return _ratio(sums[..., 0], sums[..., 1])


def per_10000(sums: Floats) -> Floats:
    """First count per 10,000 of the second."""
    return np.asarray(10_000 * ratio(sums), np.float64)


def macro_f1(sums: Floats) -> Floats:
    """Mean F1 of classes from true positives, predicted and gold of each; shape (…, 3 classes) -> (…)."""
    classes = sums.reshape(*sums.shape[:-1], -1, 3)
    both = classes[..., 1] + classes[..., 2]
    scores = np.divide(2 * classes[..., 0], both, out=np.zeros(both.shape), where=both > 0)
    present = classes[..., 2] > 0
    return _ratio((scores * present).sum(-1), present.sum(-1).astype(np.float64))


def _ratio(a: Floats, b: Floats) -> Floats:
    shares = np.divide(a, b, out=np.full(np.shape(b), np.nan), where=np.asarray(b) != 0)
    return np.asarray(shares, np.float64)


def of_counts(
    counts: Floats | Sequence[Sequence[float]], groups: Sequence[Hashable], measure: Measure, rounds: int = ROUNDS
) -> Estimate:
    """A measure of summed counts with its 95 % percentile interval over groups drawn with replacement.

    Parameters
    ----------
    counts : array_like, shape (n, k)
        Counts of each row (a text, a sentence).
    groups : sequence of n
        Rows of one group come and go together.
    measure : callable
        Sums of shape (…, k) -> figures of shape (…).
    """
    table = np.asarray(counts, np.float64)
    _, member = np.unique(np.array([str(group) for group in groups]), return_inverse=True)
    size = int(member.max()) + 1
    sums = np.zeros((size, table.shape[1]))
    np.add.at(sums, member, table)
    drawn = np.random.default_rng(0).multinomial(size, np.full(size, 1 / size), rounds)
    values = measure(drawn @ sums)
    known = values[~np.isnan(values)]
    low, high = np.quantile(known, (0.025, 0.975)) if len(known) else (np.nan, np.nan)
    return Estimate(float(measure(sums.sum(0))), float(low), float(high))


def yes_no_counts(truth: Bools, said: Bools) -> Floats:
    """Hits, predicted and gold of each row, shape (n, 3)."""
    return np.column_stack([truth & said, said, truth]).astype(np.float64)


def both_classes(truth: Bools, said: Bools) -> Floats:
    """The same for yes and for no, shape (n, 6): what `macro_f1` reads."""
    return np.concatenate([yes_no_counts(truth, said), yes_no_counts(~truth, ~said)], axis=1)


def auc_of(p: Floats, truth: Bools, groups: Sequence[Hashable]) -> Estimate:
    """AUC with its interval over groups."""
    return bootstrap(lambda rows: auc(p[rows], truth[rows]), groups, rounds=ROUNDS)


def average_precision(p: Floats, truth: Bools) -> float:
    """Mean precision at each positive, ties taken together (Manning et al. 2008, 8.4)."""
    order = np.argsort(-p, kind="stable")
    hits = np.cumsum(truth[order])
    last = np.append(np.flatnonzero(np.diff(p[order])), len(p) - 1)
    found = np.diff(hits[last], prepend=0)
    return float((found * hits[last] / (last + 1)).sum() / max(hits[-1], 1)) if hits[-1] else float("nan")


def average_precision_of(p: Floats, truth: Bools, groups: Sequence[Hashable]) -> Estimate:
    """Average precision with its interval over groups."""
    return bootstrap(lambda rows: average_precision(p[rows], truth[rows]), groups, rounds=ROUNDS)


def mean_of(values: Floats, groups: Sequence[Hashable]) -> Estimate:
    """A mean with its interval over groups."""
    return of_counts(np.column_stack([values, np.ones(len(values))]), groups, ratio)


_GRID: Final = np.linspace(0.02, 0.98, 97)


def fold_thresholds(
    p: Floats, truth: Bools, fold: NDArray[np.int64], counts: Callable[[Bools, Bools], Floats], measure: Measure
) -> Bools:
    """Yes or no for every row, at the threshold that is best on the held-out rows of the *other* folds."""
    said = np.zeros(len(p), np.bool_)
    for one in np.unique(fold):
        other, own = fold != one, fold == one
        reached = [float(measure(counts(truth[other], p[other] >= at).sum(0))) for at in _GRID]
        said[own] = p[own] >= _GRID[int(np.nanargmax(reached))]
    return said
