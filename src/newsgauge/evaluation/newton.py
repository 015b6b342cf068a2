"""Logistic regression to the last digit: what the learnt tables are fitted with.

A fit that stops early keeps a trace of its path: another order of additions, another thread, another token in the corpus
and every weight differs. The penalised likelihood has one optimum; Newton's method reaches it to rounding, so that what is
then stored in half precision doesn't depend on how it was reached. Steps are found by conjugate gradients, each as exact
as the gradient asks for (Nash & Sofer 1990; Nocedal & Wright 2006, chapter 7).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.errors import LabelsError
from newsgauge.learnt import logistic

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
CLOSE: Final = (
    1e-12  # norm of the gradient at the end, as a share of the one at zero: a thousand times finer than float16
)
STALLED: Final = 1e-9  # what rounding may leave of it where steps no longer help
NEAR: Final = 1e-5  # from here on Newton's step is right as it is, and the loss too flat to show it
TOLERANCE: Final = 1e-9  # of scikit-learn's Newton, where there are more than two classes
ROUNDS: Final = 60  # Newton steps; some ten are needed
INNER: Final = 500  # products in one step
_HALVINGS: Final = 30  # of a step


class Design(NamedTuple):
    """A matrix of examples, as what is needed of it.

    Attributes
    ----------
    times : callable
        Weights, shape (p,) -> log odds, shape (n,).
    back : callable
        One number an example, shape (n,) -> their sums by column, shape (p,).
    solver : callable
        Curvature of each example, shape (n,) -> a function that solves roughly for the whole matrix's curvature.
    prior : ndarray, shape (p,)
        Inverse variances; 0 for a weight without a prior.
    """

    times: Callable[[Floats], Floats]
    back: Callable[[Floats], Floats]
    solver: Callable[[Floats], Callable[[Floats], Floats]]
    prior: Floats


def weigh(matrix: csr_matrix, labels: Floats, strength: float, weights: Floats | None = None) -> tuple[Floats, float]:
    """Weight of each column of a sparse matrix, and the bias, which alone has no prior.

    Parameters
    ----------
    labels, weights : ndarray, shape (n,)
        As for `fit`.
    strength : float
        Variance of the prior: the C of scikit-learn.
    """
    from scipy.sparse import csr_matrix, hstack

    counted = np.ones(len(labels)) if weights is None else weights
    x = fit(of_matrix(csr_matrix(hstack([matrix, np.ones((len(labels), 1))])), strength), labels, counted)
    return x[:-1], float(x[-1])


def of_matrix(matrix: csr_matrix, strength: float) -> Design:
    """A sparse matrix whose last column, of ones, has no prior; ``strength`` is the variance of the others."""
    turned, squares = matrix.T.tocsr(), matrix.multiply(matrix).T.tocsr()
    prior = np.full(matrix.shape[1], 1 / strength)
    prior[-1] = 0.0

    def solver(curvature: Floats) -> Callable[[Floats], Floats]:
        diagonal = squares @ curvature + prior + 1e-12
        return lambda rest: np.asarray(rest / diagonal)

    return Design(lambda x: np.asarray(matrix @ x), lambda rest: np.asarray(turned @ rest), solver, prior)


def fit(design: Design, labels: Floats, weights: Floats) -> Floats:
    """The weights at the optimum, shape (p,).

    Parameters
    ----------
    labels : ndarray, shape (n,)
        Probability of a yes.
    weights : ndarray, shape (n,)
        How much each example counts.

    Raises
    ------
    LabelsError
        There is no optimum: all answers are alike, or the examples leave a weight without a prior free.
    """
    if not 0 < weights @ labels < weights.sum():
        raise LabelsError("expected examples of both answers, found one answer alone")
    x = np.zeros(len(design.prior))
    first = last = np.inf
    for number in range(ROUNDS):
        odds = design.times(x)
        p = logistic(odds)
        gradient = design.back((p - labels) * weights) + design.prior * x
        size = float(np.linalg.norm(gradient))
        first = first if number else size
        if size <= CLOSE * first or last / 2 < size <= STALLED * first:
            return x
        step = _step(design, p * (1 - p) * weights, gradient, min(0.1, (size / first) ** 0.5))
        x = x + step * (_share(design, labels, weights, (x, step, odds)) if size > NEAR * first else 1.0)
        last = size
    raise LabelsError(
        f"expected an optimum within {ROUNDS} steps, found the gradient still at {last / first:.0e} of the first; "
        "what sets the examples apart has no prior"
    )


def _step(design: Design, curvature: Floats, gradient: Floats, rest: float) -> Floats:
    """Newton's step by preconditioned conjugate gradients, until ``rest`` of the gradient is left."""
    solve = design.solver(curvature)
    step, left = np.zeros_like(gradient), -gradient
    easy = solve(left)
    way, power = easy, float(left @ easy)
    for _ in range(INNER):
        bent = design.back(design.times(way) * curvature) + design.prior * way
        along = power / float(way @ bent)
        step = step + along * way
        left = left - along * bent
        if np.linalg.norm(left) <= rest * np.linalg.norm(gradient):
            break
        easy = solve(left)
        before, power = power, float(left @ easy)
        way = easy + (power / before) * way
    return step


def _share(design: Design, labels: Floats, weights: Floats, line: tuple[Floats, Floats, Floats]) -> float:
    """The largest of 1, ½, ¼ … of a step that lowers the loss."""
    x, step, odds = line
    moved = design.times(step)

    def loss(share: float) -> float:
        at, there = x + share * step, odds + share * moved
        return float(weights @ (np.logaddexp(0, there) - labels * there) + 0.5 * (design.prior * at) @ at)

    start = loss(0.0)
    return next((share for share in 0.5 ** np.arange(_HALVINGS) if loss(share) < start), 0.0)
