"""Every measure against a value worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from newsgauge import metrics


def test_ties_share_their_mean_rank() -> None:
    """Two values that tie for second and third place both get 2.5."""
    assert metrics.ranks([10, 20, 20, 5]).tolist() == [2, 3.5, 3.5, 1]


def test_spearman_by_hand() -> None:
    """Ranks 1 2 3 4 5 against 2 1 4 3 5 differ by a squared total of 4: 1 - 6*4/120."""
    assert metrics.spearman([1, 2, 3, 4, 5], [20, 10, 40, 30, 90]) == pytest.approx(0.8)


def test_spearman_reads_ranks_only() -> None:
    """Any rising transformation leaves it, and no spread leaves nothing to say."""
    assert metrics.spearman([1, 2, 3], [math.exp(1), math.exp(2), math.exp(30)]) == pytest.approx(1)
    assert math.isnan(metrics.spearman([1, 1, 1], [1, 2, 3]))


def test_auc_by_hand() -> None:
    """Of the 2 x 3 pairs four are in order, one ties and one is wrong: 4.5 of 6."""
    assert metrics.auc([0.9, 0.4, 0.4, 0.8, 0.1], [1, 1, 0, 0, 0]) == pytest.approx(4.5 / 6)
    assert math.isnan(metrics.auc([1, 2], [1, 1]))


def test_weighted_kappa_by_hand() -> None:
    """One case of four is one level off, against what the margins would give by chance."""
    # predicted 1 2 3 3, gold 1 2 3 2: margins (1,1,2) and (1,2,1) of 4.
    expected = (1 * 2 * 1 + 1 * 1 * 4 + 1 * 1 * 1 + 1 * 1 * 1 + 2 * 1 * 4 + 2 * 2 * 1) / 16
    assert metrics.weighted_kappa([1, 2, 3, 3], [1, 2, 3, 2]) == pytest.approx(1 - 0.25 / expected)


def test_half_points_round_up() -> None:
    """A mean judgement of 3.5 is level 4, and levels stay between 1 and 5."""
    assert metrics.whole_levels([3.5, 2.49, 0.2, 7]).tolist() == [4, 2, 1, 5]


def test_stretching_gives_golds_mean_and_spread() -> None:
    """Predictions 2, 3, 4 stretched to gold 1, 3, 5 are gold."""
    assert metrics.stretched([2, 3, 4], [1, 3, 5]).tolist() == pytest.approx([1, 3, 5])


def test_brier_by_hand() -> None:
    """Errors of .2 and .4: mean square .1, against .25 for the base rate of one half."""
    assert metrics.brier([0.8, 0.4], [1, 0]) == pytest.approx(0.1)
    assert metrics.brier_skill([0.8, 0.4], [1, 0]) == pytest.approx(1 - 0.1 / 0.25)


def test_a_logistic_regression_by_hand() -> None:
    """With one yes in four at 0 and three in four at 1, the logits are -ln 3 and ln 3."""
    slope, intercept = metrics.logistic([0] * 4 + [1] * 4, [1, 0, 0, 0, 1, 1, 1, 0])
    assert (slope, intercept) == pytest.approx((2 * math.log(3), -math.log(3)))


def test_the_calibration_slope_of_exaggerated_probabilities() -> None:
    """Said .9 and .1 where 3 of 4 and 1 of 4 come true: ln 3 over ln 9 is one half."""
    said = [0.1] * 4 + [0.9] * 4
    assert metrics.calibration_slope(said, [1, 0, 0, 0, 1, 1, 1, 0]) == pytest.approx(0.5)


def test_calibration_error_by_hand() -> None:
    """Two bins: said .2, came .5; said .9, came 1: (.3 + .1) / 2."""
    assert metrics.calibration_error([0.2, 0.2, 0.9, 0.9], [1, 0, 1, 1], bins=2) == pytest.approx(0.2)


def test_risk_coverage_by_hand() -> None:
    """From the most confident on, errors 0, 1, 0: risks 0, 1/2, 1/3."""
    assert metrics.risk_coverage([0.9, 0.5, 0.7], [0, 0, 1]) == pytest.approx((0 + 1 / 2 + 1 / 3) / 3)


def test_alpha_by_hand() -> None:
    """Two texts judged 1 1 and 2 4 by two: within pairs 0 and 4, over all pairs of 1 1 2 4 the mean square is 4."""
    # Expected: 2 * (1 + 1 + 9 + 9 + 4) / 12 over ordered pairs; observed: 2 * 4 / 4 values.
    assert metrics.alpha([[1, 1], [2, 4], [3]]) == pytest.approx(1 - 2 / 4)
    assert metrics.alpha([[1, 1], [5, 5, 5]]) == 1
    assert math.isnan(metrics.alpha([[1], [2]]))


def test_the_bootstrap_draws_whole_groups() -> None:
    """Rows of one group come together: the sum over a draw of three pairs is even."""
    drawn: list[int] = []

    def measure(rows: NDArray[np.int64]) -> float:
        drawn.append(len(rows))
        return float(np.isin(rows, (0, 1)).sum() % 2)

    estimate = metrics.bootstrap(measure, ["a", "a", "b", "b", "c", "c"], rounds=20)
    assert estimate == (0, 0, 0)
    assert set(drawn) == {6}


def test_the_bootstrap_repeats_itself() -> None:
    """The same seed gives the same interval, and a wider spread of groups a wider interval."""
    values = np.array([0.0, 1, 0, 1, 5, 6])

    def mean(rows: NDArray[np.int64]) -> float:
        return float(values[rows].mean())

    first, again = (metrics.bootstrap(mean, "abcdef", rounds=200, seed=3) for _ in range(2))
    paired = metrics.bootstrap(mean, "aabbcc", rounds=200, seed=3)
    assert first == again
    assert first.value == pytest.approx(13 / 6)
    assert first.low < first.value < first.high
    assert paired.high - paired.low > first.high - first.low
