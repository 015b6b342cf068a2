"""Logistic regression to the last digit."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from newsgauge.errors import LabelsError
from newsgauge.evaluation import newton


def _drawn(seed: int = 0) -> tuple[csr_matrix, newton.Floats]:
    """Two hundred examples of thirty sparse columns, and probabilities."""
    random = np.random.default_rng(seed)
    matrix = random.normal(size=(200, 30)) * (random.random((200, 30)) < 0.2)
    return csr_matrix(matrix), random.random(200)


def test_one_column_by_hand() -> None:
    """Three of four are yes and the column is empty: the bias is log 3, the weight nothing."""
    weights, bias = newton.weigh(csr_matrix((4, 1)), np.array([1.0, 1.0, 1.0, 0.0]), 1.0)
    assert bias == pytest.approx(np.log(3), abs=1e-12)
    assert weights.tolist() == [0.0]


def test_the_gradient_is_gone() -> None:
    """At the optimum the prior's pull equals the examples', to rounding."""
    matrix, labels = _drawn()
    weights, bias = newton.weigh(matrix, labels, 2.0)
    wrong = 1 / (1 + np.exp(-(matrix @ weights + bias))) - labels
    assert np.abs(matrix.T @ wrong + weights / 2.0).max() < 1e-10
    assert abs(wrong.sum()) < 1e-10


def test_it_is_the_same_optimum_as_scikit_learn_s() -> None:
    """A probability counts as that much of a yes and the rest of a no."""
    matrix, labels = _drawn(1)
    both = np.vstack([matrix.toarray()] * 2)
    model = LogisticRegression(C=0.5, solver="newton-cholesky", tol=1e-12)
    model.fit(both, np.repeat([1, 0], 200), sample_weight=np.concatenate([labels, 1 - labels]))
    weights, bias = newton.weigh(matrix, labels, 0.5)
    assert weights == pytest.approx(model.coef_[0], abs=1e-9)
    assert bias == pytest.approx(model.intercept_[0], abs=1e-9)


def test_the_order_of_examples_leaves_no_trace() -> None:
    """Turned round, the sums round otherwise, and the weights are the same to ten digits."""
    matrix, labels = _drawn(2)
    weights, bias = newton.weigh(matrix, labels, 1.0)
    turned, other = newton.weigh(matrix[::-1], labels[::-1], 1.0)
    assert np.abs(weights - turned).max() < 1e-11
    assert abs(bias - other) < 1e-11


def test_a_weight_counts_as_so_many_examples() -> None:
    """An example of weight two is the example twice."""
    matrix, labels = _drawn(3)
    twice = csr_matrix(np.vstack([matrix.toarray(), matrix.toarray()[:5]]))
    weighted = newton.weigh(matrix, labels, 1.0, np.where(np.arange(200) < 5, 2.0, 1.0))
    repeated = newton.weigh(twice, np.append(labels, labels[:5]), 1.0)
    assert weighted[0] == pytest.approx(repeated[0], abs=1e-10)


def test_without_an_optimum_it_says_so() -> None:
    """Where every answer is yes the bias has no end, nor where it is always no."""
    matrix, _ = _drawn(4)
    for labels in (np.ones(200), np.zeros(200)):
        with pytest.raises(LabelsError, match="both answers"):
            newton.weigh(matrix, labels, 1.0)
