"""Fitting additive, monotone curves: ramps between quantiles, each allowed to go its feature's way only."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.reliability.model import HIGHER_IS_BETTER, Curve, Spec

Floats = NDArray[np.float64]
DIGITS: Final = 6  # of the file
_QUANTILES: Final = (0.0, 0.25, 0.5, 0.75, 0.95)
_QUANTILES_OF_THE_REST: Final = (0.25, 0.5, 0.75, 0.95)  # where many values are the least one, of the others
_LEAST_ROWS: Final = 8  # values other than the commonest that a curve must rest on
_UNSHOWN: Final = frozenset(("impression",))  # families whose points lead to no words of the text
_TRUST: Final = (
    0.06  # their columns' size: the ridge weighs 1 / .06² = 280 times as heavy on them as on what can be shown
)
_HEAVY: Final = 0.25  # share of values at the least from which the others are looked at by themselves


class Ramps(NamedTuple):
    """One feature's basis: ramps from 0 to 1 between neighbouring knots, shifted to be 0 at the reference.

    Attributes
    ----------
    knots : ndarray, shape (k,)
        Rising; the reference is one of them. A single knot is a flat curve.
    sign : int
        Which way the item may go as the feature grows; 0 for either.
    trust : float
        Size of the columns: the smaller, the dearer their weights under the ridge.
    """

    spec: Spec
    knots: Floats
    reference: float
    low: float
    high: float
    sign: int
    trust: float = 1.0

    @property
    def columns(self) -> int:
        ramps = len(self.knots) - 1
        return ramps if self.sign else 2 * ramps

    def design(self, values: Floats) -> Floats:
        """Basis of a feature's values, shape (n, columns); 0 where unknown, so that absence is neutral."""
        start, width = self.knots[:-1], np.diff(self.knots)
        known = np.where(np.isnan(values), self.reference, values)
        ramps = np.clip((known[:, None] - start) / width, 0, 1) - np.clip((self.reference - start) / width, 0, 1)
        ramps *= self.trust
        return np.asarray(ramps * self.sign if self.sign else np.hstack((ramps, -ramps)), np.float64)

    def curve(self, weights: Floats) -> Curve:
        """The curve that fitted weights make, with the knots that matter."""
        y = self.design(self.knots) @ weights
        return Curve(
            feature=self.spec.name,
            family=self.spec.family,
            unit=self.spec.unit,
            direction=self.spec.direction,
            neutral_when_missing=self.spec.neutral_when_missing,
            costs=self.spec.costs,
            reference=None if math.isnan(self.reference) else self.reference,
            low=self.low,
            high=self.high,
            x=tuple(self.knots.tolist()),
            y=tuple((np.round(y, DIGITS) + 0.0).tolist()),
        )


def ramps(spec: Spec, values: Floats, sound: NDArray[np.bool_]) -> Ramps:
    """The basis of one feature.

    What is quiet may only cost, never bring points, and only beyond what that share of sound reports have. What can't be
    shown on the text is believed after what can be: else words that nobody can point at would outweigh damage or bait
    that everybody sees.

    Parameters
    ----------
    spec : Spec
    values : ndarray, shape (n,)
        Its values in training, NaN where unknown.
    sound : ndarray of bool, shape (n,)
        The reports whose median is the reference.
    """
    sign = spec.direction * (1 if spec.item in HIGHER_IS_BETTER else -1)
    known = values[~np.isnan(values)]
    good = values[sound & ~np.isnan(values)]
    if not len(known):
        return Ramps(spec, np.zeros(1), math.nan, 0.0, 0.0, sign)
    beyond = (spec.quiet or 0.5) if spec.direction < 0 else 1 - (spec.quiet or 0.5)
    reference = round(float(np.quantile(good if len(good) else known, beyond)), DIGITS)
    low, high = (round(float(edge), DIGITS) for edge in (known.min(), known.max()))
    trust = _TRUST if spec.family in _UNSHOWN else 1.0
    if not spec.quiet:
        return Ramps(spec, _knots(known, reference), reference, low, high, sign, trust)
    worse = known[known <= reference] if spec.direction > 0 else known[known >= reference]
    knots = _knots(worse, reference) if len(worse) else np.array([reference])
    return Ramps(spec, knots, reference, low, high, sign, trust)


def _knots(known: Floats, reference: float) -> Floats:
    """Four to six values at quantiles, and the reference; the reference alone where nearly all values are the same."""
    least = known.min()
    rest = known[known > least]
    values, counts = np.unique(known, return_counts=True)
    if len(known) - counts.max() < _LEAST_ROWS or len(values) < 2:
        return np.array([reference])
    heavy = len(rest) < (1 - _HEAVY) * len(known)
    quantiles = np.quantile(rest, _QUANTILES_OF_THE_REST) if heavy else np.quantile(known, _QUANTILES)
    knots = np.unique(np.round(np.concatenate(([least, reference], quantiles)), DIGITS))
    # Two knots a hair apart would make a cliff of a ramp.
    apart = np.concatenate(([True], np.diff(knots) > 1e-3 * (knots[-1] - knots[0])))
    return np.asarray(knots[apart | (knots == reference)], np.float64)


class Fit(NamedTuple):
    """An item's intercept and the weights of its columns."""

    intercept: float
    weights: Floats

    def __call__(self, design: Floats) -> Floats:
        return np.asarray(self.intercept + design @ self.weights, np.float64)


def design_of(bases: Sequence[Ramps], matrix: Floats) -> Floats:
    """Columns of all bases side by side; ``matrix`` holds one column a basis, shape (n, len(bases))."""
    parts = [basis.design(matrix[:, at]) for at, basis in enumerate(bases)]
    return np.hstack(parts) if parts else np.zeros((len(matrix), 0))


def costing(bases: Sequence[Ramps]) -> NDArray[np.bool_]:
    """Columns whose features move the score; shape (columns,)."""
    return np.repeat([basis.spec.costs for basis in bases], [basis.columns for basis in bases]).astype(np.bool_)


def curves_of(bases: Sequence[Ramps], weights: Floats) -> tuple[Curve, ...]:
    """The curves of an item from its fitted weights."""
    if not bases:
        return ()
    ends = np.cumsum([basis.columns for basis in bases])
    return tuple(basis.curve(part) for basis, part in zip(bases, np.split(weights, ends[:-1]), strict=True))


def nonnegative(design: Floats, target: Floats, penalty: float) -> Fit:
    """Least squares with weights that are never negative, and a ridge on them but not on the intercept.

    Solved exactly (scikit-learn's non-negative least squares on the triangle of the normal equations), so that another
    machine rounds to the same file.
    """
    from sklearn.linear_model import LinearRegression

    middle, mean = design.mean(0), float(target.mean())
    if not design.shape[1]:
        return Fit(mean, np.zeros(0))
    centred = design - middle
    gram = centred.T @ centred + (penalty + 1e-9 * len(target)) * np.eye(design.shape[1])
    triangle = np.linalg.cholesky(gram).T
    goal = np.linalg.solve(triangle.T, centred.T @ (target - mean))
    weights = LinearRegression(positive=True, fit_intercept=False).fit(triangle, goal).coef_
    return Fit(mean - float(middle @ weights), np.asarray(weights, np.float64))
