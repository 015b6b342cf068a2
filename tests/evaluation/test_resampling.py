"""Measures made of counts, their intervals, and thresholds that don't look at their own fold."""

from __future__ import annotations

import numpy as np
import pytest

from newsgauge.evaluation import resampling

YES = np.array([True, True, False, False])


def test_f1_by_hand() -> None:
    """Two hits of three said and five marked: 4 of 8; nothing said and nothing marked is unknown."""
    assert resampling.f1(np.array([[2.0, 3, 5], [0, 0, 0]])).tolist() == pytest.approx([0.5, np.nan], nan_ok=True)


def test_macro_f1_by_hand() -> None:
    """Yes 2/3 and no 4/5, as counted from four rows with one yes missed; an absent class counts nothing."""
    said = np.array([True, False, False, False])
    counts = resampling.both_classes(YES, said)
    assert float(resampling.macro_f1(counts.sum(0))) == pytest.approx((2 / 3 + 4 / 5) / 2)
    nobody = np.concatenate([counts.sum(0), [0.0, 3, 0]])
    assert float(resampling.macro_f1(nobody)) == pytest.approx((2 / 3 + 4 / 5) / 2)


def test_average_precision_by_hand() -> None:
    """Right at ranks 1 and 3: (1/1 + 2/3) / 2; a tie between right and wrong is worth one half."""
    right = np.array([True, False, True])
    assert resampling.average_precision(np.array([0.9, 0.8, 0.7]), right) == pytest.approx((1 + 2 / 3) / 2)
    assert resampling.average_precision(np.array([0.5, 0.5]), np.array([False, True])) == 0.5
    assert np.isnan(resampling.average_precision(np.array([0.5, 0.5]), np.array([False, False])))


def test_a_rate() -> None:
    """Three findings in 6,000 words are five in ten thousand."""
    assert float(resampling.per_10000(np.array([3.0, 6000]))) == 5


def test_the_interval_is_over_groups() -> None:
    """Ten equal rows are certain; two groups of five, one all right and one all wrong, are anything from 0 to 1."""
    counts = np.array([[1.0, 1]] * 5 + [[0.0, 1]] * 5)
    assert resampling.of_counts(counts[:5], "abcde", resampling.ratio) == (1, 1, 1)
    assert resampling.of_counts(counts, "aaaaabbbbb", resampling.ratio) == (0.5, 0, 1)
    each = resampling.of_counts(counts, "abcdefghij", resampling.ratio)
    assert 0 < each.low < 0.5 < each.high < 1


def test_the_interval_repeats_itself() -> None:
    """The draw has a fixed seed."""
    counts = [[float(k % 3 == 0), 1.0] for k in range(30)]
    assert resampling.of_counts(counts, range(30), resampling.ratio) == resampling.of_counts(
        counts, range(30), resampling.ratio
    )


def test_a_threshold_comes_from_the_other_folds() -> None:
    """Fold 0 is parted at .6 and fold 1 at .3; each is read at the other's threshold, whatever its own rows say."""
    p = np.array([0.7, 0.5, 0.4, 0.2])
    truth = np.array([True, False, True, False])
    fold = np.array([0, 0, 1, 1])
    said = resampling.fold_thresholds(p, truth, fold, resampling.yes_no_counts, resampling.f1)
    # The lowest best threshold of fold 1 is just over .2, that of fold 0 just over .5.
    assert said.tolist() == [True, True, False, False]
    other = np.array([False, True, True, False])
    again = resampling.fold_thresholds(p, other, fold, resampling.yes_no_counts, resampling.f1)
    assert again[:2].tolist() == said[:2].tolist()


def test_an_auc_with_its_interval() -> None:
    """Three of four pairs in order."""
    p = np.array([0.9, 0.3, 0.5, 0.1])
    assert resampling.auc_of(p, YES, "abcd").value == 0.75
