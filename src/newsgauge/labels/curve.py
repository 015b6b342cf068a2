"""A learning curve: how good a scorecard on unseen outlets was with fewer labels, and what more would buy.

Outlets are left out whole. The rest is thinned, outlet by outlet, to a share of its texts; the same held-out texts judge every
share. A power law through the means says what twice as many texts would give; it is a guess, and said to be one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.errors import LabelsError
from newsgauge.metrics import spearman
from newsgauge.reliability.curves import Floats
from newsgauge.reliability.fitting import Gold, Settings, fit, fold_numbers
from newsgauge.reliability.model import Spec
from newsgauge.reliability.scorecard import score

SHARES: Final = (0.125, 0.25, 0.5, 0.75, 1.0)
LEAST: Final = 20  # texts to fit on: below, folds are smaller than the codebook has values
_BENDS: Final = np.linspace(0.1, 1.5, 57)  # exponents tried: learning curves lie between (Hestness et al. 2017)


class Point(NamedTuple):
    """One size: texts fitted to (mean over draws), Spearman on unseen outlets, its spread over draws and folds."""

    texts: float
    value: float
    spread: float


class Curve(NamedTuple):
    """Points, and what the power law through them expects of more texts: (texts, Spearman)."""

    points: tuple[Point, ...]
    expected: tuple[tuple[int, float], ...]


def curve(matrix: Floats, specs: Sequence[Spec], gold: Gold, *, draws: int = 3, folds: int = 4, seed: int = 0) -> Curve:
    """Fit scorecards to ever more of the labels.

    Parameters
    ----------
    matrix : ndarray, shape (n, len(specs))
        Features, NaN where unknown.
    draws : int
        Ways of thinning per size and fold.

    Raises
    ------
    LabelsError
        Too few labels, or too few outlets, for a curve.
    """
    if len(matrix) < 2 * LEAST or len(set(gold.groups)) < folds:
        raise LabelsError(
            f"a learning curve needs {2 * LEAST} labelled texts of {folds} outlets or more, found {len(matrix)} of"
            f" {len(set(gold.groups))}; label more first"
        )
    fold = fold_numbers(gold.groups, folds, seed)
    chance = np.random.default_rng(seed)
    points = []
    for share in SHARES:
        found = [
            _held_out(matrix, specs, gold, kept, np.flatnonzero(fold == number))
            for number in range(folds)
            for kept in _thinned(gold, np.flatnonzero(fold != number), share, draws, chance)
        ]
        known = [(size, value) for size, value in found if not math.isnan(value)]
        if known:
            sizes, values = np.array(known, np.float64).T
            points.append(Point(float(sizes.mean()), float(values.mean()), float(values.std())))
    return Curve(tuple(points), _expected(points))


def _thinned(
    gold: Gold, rows: NDArray[np.int64], share: float, draws: int, chance: np.random.Generator
) -> list[NDArray[np.int64]]:
    """Whole outlets in random order, until the share of texts is reached."""
    if share == 1.0:
        return [rows]
    found = []
    for _ in range(draws):
        groups = [gold.groups[row] for row in rows]
        order = {
            group: number for number, group in enumerate(chance.permutation(sorted(set(groups), key=str)).tolist())
        }
        ranked = rows[np.argsort([order[group] for group in groups], kind="stable")]
        kept = ranked[: round(share * len(rows))]
        if len(kept) >= LEAST:
            found.append(kept)
    return found


def _held_out(
    matrix: Floats, specs: Sequence[Spec], gold: Gold, kept: NDArray[np.int64], test: NDArray[np.int64]
) -> tuple[int, float]:
    try:
        model = fit(matrix[kept], specs, gold.rows(kept), Settings())
    except LabelsError:  # the share holds texts of one value or one outlet: no scorecard, and no point on the curve
        return len(kept), math.nan
    names = [spec.name for spec in specs]
    raw = [score(model, dict(zip(names, matrix[row].tolist(), strict=True))).raw for row in test]
    return len(kept), spearman(raw, gold.reliability[test])


def _expected(points: Sequence[Point]) -> tuple[tuple[int, float], ...]:
    """Value = a - b size^-c by least squares over a grid of c; nothing where three points don't rise."""
    if len(points) < 3:
        return ()
    sizes, values = np.array([(point.texts, point.value) for point in points], np.float64).T
    fits = []
    for bend in _BENDS:
        design = np.column_stack((np.ones_like(sizes), -(sizes**-bend)))
        (a, b), *_ = np.linalg.lstsq(design, values, rcond=None)
        fits.append((float(((design @ (a, b) - values) ** 2).sum()), float(a), float(b), float(bend)))
    _, a, b, bend = min(fits)
    if b <= 0:
        return ()
    now = float(sizes[-1])
    return tuple((round(now * times), a - b * (now * times) ** -bend) for times in (1.5, 2.0, 4.0))
