"""Single words that are loaded: marked words of the corpora, and the tagger learnt from them."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import learnt
from newsgauge.article import Span
from newsgauge.detectors.loaded_wording import learnt_spans
from newsgauge.document import Document
from newsgauge.evaluation.vectors import Vectors

NEARBY: Final = 0.5  # scale of buckets beside the rules: a prior four times as strong
VECTORS: Final = (1.5, 1.0, 1.0)  # scale of the vectors of the word, the one before and the one behind
STEPS: Final = 60  # of the optimiser: held-out figures stop rising long before it converges
SPAN_STRENGTH: Final = 0.1  # inverse regularisation C
TECHNIQUES: Final = ("emotive", "name_calling", "exaggeration")
Buckets = NDArray[np.intp]


class Tagged(NamedTuple):
    """The words of one example, and what its corpus marks.

    Attributes
    ----------
    words : ndarray of int, shape (n,)
        Buckets; names all stand in one.
    pairs : ndarray of int, shape (n - 1,)
        Buckets of pairs; -1 with a name.
    strength : ndarray, shape (n,)
        Of the rules over each word.
    seen : ndarray, shape (3, n)
        From `learnt_spans.span_flags`.
    marked : ndarray of bool, shape (n,)
        Whether the corpus marks it.
    technique : ndarray of int8, shape (n,)
        Place among `TECHNIQUES`, -1 where the corpus says none.
    domain : bool
        From a second corpus, whose base rate is not to be learnt.
    weight : float
        How much it counts.
    """

    words: Buckets
    pairs: Buckets
    strength: NDArray[np.float32]
    seen: NDArray[np.float32]
    marked: NDArray[np.bool_]
    technique: NDArray[np.int8]
    domain: bool = False
    weight: float = 1.0


def listed(text: str) -> list[str]:
    """A Python list written as text; empty where it is none."""
    try:
        found = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return []
    return [str(one) for one in found] if isinstance(found, list) else []


def places(document: Document, phrases: Iterable[str]) -> Iterator[Span]:
    """Everywhere the phrases stand, word by word, case ignored."""
    for phrase in phrases:
        sought = Document(phrase).lower
        for at in range(len(document) - len(sought) + 1 if sought else 0):
            if document.lower[at : at + len(sought)] == sought:
                yield document.span(at, at + len(sought))


def covered(document: Document, spans: Iterable[Span]) -> NDArray[np.bool_]:
    """Tokens that a span touches, shape (n,)."""
    made = np.zeros(len(document), np.bool_)
    for start, end in spans:
        first, last = document.tokens_of(start, end)
        made[first:last] = True
    return made


def fit(examples: Sequence[Tagged], known: Vectors) -> learnt.Table:
    """Logistic regression of each word on itself, its neighbours, their vectors, its pairs and the rules.

    A word's weight is the sum of its bucket's and its vector's, each with a prior of its own, so that nothing need be
    multiplied out: one look-up a word, one product a vector.
    """
    from scipy.optimize import minimize

    problem = _Problem.of(examples, known)
    found = minimize(problem.loss, np.zeros(problem.size), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    columns, dense = problem.unfold(found.x)
    return learnt.Table(
        "loaded words",
        np.stack(columns[:3], axis=1).astype(np.float32),
        np.stack(columns[3:], axis=1).astype(np.float32),
        np.array([[dense[1]]], np.float32),
        dense[:1].round(6),
        ("yes",),
        {},
    )


class _Problem(NamedTuple):
    """Minus log likelihood and prior of the single words.

    Attributes
    ----------
    places : list of ndarray, each of shape (n,)
        Where each word, the one before, the one behind and both pairs stand in their tables; the last row where none is.
    dense : ndarray, shape (n, 3)
        One, strength of the rules, domain.
    """

    places: list[NDArray[np.int64]]
    dense: NDArray[np.float64]
    marked: NDArray[np.float64]
    weights: NDArray[np.float64]
    known: Vectors

    @classmethod
    def of(cls, examples: Sequence[Tagged], known: Vectors) -> _Problem:
        columns = np.concatenate([_columns(one) for one in examples])
        rows = 1 << learnt.BITS
        strength = np.concatenate([one.strength for one in examples])
        domain = np.concatenate([np.full(len(one.words), float(one.domain)) for one in examples])
        dense = np.column_stack([np.ones(len(columns)), strength, domain])
        marked = np.concatenate([one.marked for one in examples]).astype(np.float64)
        return cls(
            [np.where(column < 0, rows, column) for column in columns.T], dense, marked, _weights(examples), known
        )

    @property
    def size(self) -> int:
        return 5 * (1 << learnt.BITS) + 3 * int(self.known.shape[1]) + int(self.dense.shape[1])

    def _split(self, x: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
        """Weights of buckets, shape (5, rows); of vectors, shape (3, dimensions); of the dense columns."""
        rows, wide = 5 * (1 << learnt.BITS), 3 * self.known.shape[1]
        return x[:rows].reshape(5, -1), x[rows : rows + wide].reshape(3, -1), x[rows + wide :]

    def unfold(self, x: NDArray[np.float64]) -> tuple[list[NDArray[np.float64]], NDArray[np.float64]]:
        """Weights of each of the five tables, vectors added, and of the dense columns."""
        hashed, vectors, dense = self._split(x)
        columns = list(hashed * NEARBY)
        for k, scale in enumerate(VECTORS):
            columns[k] = columns[k] + self.known @ (vectors[k] * scale).astype(np.float32)
        return columns, dense

    def loss(self, x: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        """The value and its gradient."""
        columns, dense = self.unfold(x)
        odds = self.dense @ dense
        for column, place in zip(columns, self.places, strict=True):
            odds += np.append(column, 0.0)[place]
        wrong = (learnt.logistic(odds) - self.marked) * self.weights
        rows = 1 << learnt.BITS
        sums = np.stack([np.bincount(place, wrong, rows + 1)[:rows] for place in self.places])
        lent = (sums[:3].astype(np.float32) @ self.known) * np.array(VECTORS)[:, None]
        prior = x.copy()
        prior[-self.dense.shape[1] :] = 0
        gradient = np.concatenate([(sums * NEARBY).ravel(), lent.ravel(), self.dense.T @ wrong]) + prior
        lost = np.logaddexp(0, odds) - self.marked * odds
        return float(self.weights @ lost + 0.5 * prior @ prior), gradient


def _weights(examples: Sequence[Tagged]) -> NDArray[np.float64]:
    return np.concatenate([np.full(len(one.words), one.weight) for one in examples])


def fit_spans(examples: Sequence[Tagged], words: Sequence[learnt.Singles], known: Vectors) -> learnt.Table:
    """What joins words to spans, learnt on log odds by taggers that never saw the example; and the techniques."""
    from sklearn.linear_model import LogisticRegression

    bounds = [np.array([0, len(one.words)], np.intp) for one in examples]
    shapes = np.concatenate(
        [
            learnt_spans.span_shapes(odds, one.strength, one.seen, bound)
            for one, odds, bound in zip(examples, words, bounds, strict=True)
        ],
        axis=1,
    )[:-1]
    domain = np.concatenate([np.full(len(one.words), float(one.domain)) for one in examples])
    mean, spread = shapes.mean(axis=1), shapes.std(axis=1) + 1e-3
    model = LogisticRegression(C=SPAN_STRENGTH, max_iter=STEPS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # STEPS is a choice, not an accident
        model.fit(np.vstack([(shapes - mean[:, None]) / spread[:, None], domain]).T, _marks(examples))
    weights = model.coef_[0][:-1] / spread
    bias = model.intercept_[0] - weights @ mean
    kinds, start = _techniques(examples, known)
    return learnt.Table(
        "loaded spans", kinds, np.zeros((0, len(TECHNIQUES)), np.float32),
        np.append(weights, bias).astype(np.float32)[:, None], start, TECHNIQUES, {},
    )  # fmt: skip


def _marks(examples: Sequence[Tagged]) -> NDArray[np.bool_]:
    return np.concatenate([one.marked for one in examples])


def _techniques(examples: Sequence[Tagged], known: Vectors) -> tuple[learnt.Singles, NDArray[np.float64]]:
    """Weight of each word for each technique, learnt on the marked words that aren't function words."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression

    rows = 1 << learnt.BITS
    technique = np.concatenate([one.technique for one in examples])
    content = np.concatenate([one.seen[1] - one.seen[0] for one in examples]) > 0
    keep = (technique >= 0) & content
    made = np.zeros((rows, len(TECHNIQUES)), np.float32)
    if len(set(technique[keep].tolist())) < 2:
        return made, np.eye(len(TECHNIQUES))[0]
    words = np.concatenate([one.words for one in examples])[keep]
    hashed = csr_matrix((np.ones(len(words), np.float32), words, np.arange(len(words) + 1)), shape=(len(words), rows))
    model = LogisticRegression(C=1.0, max_iter=STEPS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as above
        model.fit(hstack([hashed, csr_matrix(known[words] * VECTORS[0])]).tocsr(), technique[keep])
    bias = np.full(len(TECHNIQUES), -20.0)
    weights, start = (model.coef_, model.intercept_) if len(model.classes_) > 2 else _both(model)
    made[:, model.classes_] = (weights[:, :rows] + (known @ weights[:, rows:].T.astype(np.float32)).T * VECTORS[0]).T
    bias[model.classes_] = start
    return made.astype(np.float16).astype(np.float32), bias.round(6)


def _both(model: Any) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights of two classes as if there were more."""
    return np.vstack([-model.coef_, model.coef_]) / 2, np.array([-model.intercept_[0], model.intercept_[0]]) / 2


def _columns(one: Tagged) -> NDArray[np.int64]:
    """Word, word before, word after, pair that ends here, pair that begins here; -1 beyond the range. Shape (n, 5)."""
    made = np.full((len(one.words), 5), -1, np.int64)
    made[:, 0] = one.words
    made[1:, 1], made[:-1, 2] = one.words[:-1], one.words[1:]
    made[1:, 3], made[:-1, 4] = one.pairs, one.pairs  # -1 with a name stays -1
    return made


def mean(one: learnt.Table, other: learnt.Table) -> learnt.Table:
    """The tagger between two, as it is stored."""

    def half(a: learnt.Singles, b: learnt.Singles) -> learnt.Singles:
        return ((a + b) / 2).astype(np.float16).astype(np.float32)

    return learnt.Table(
        one.name, half(one.weights, other.weights), half(one.pairs, other.pairs), half(one.shapes, other.shapes),
        ((one.bias + other.bias) / 2).round(6), one.classes, one.about,
    )  # fmt: skip


def scores(tagger: learnt.Table, one: Tagged) -> learnt.Singles:
    """Log odds of each word, as `learnt.scores` and the rules give them, shape (n,)."""
    own, before, after = tagger.weights[one.words].T
    left, right = np.where(one.pairs < 0, 0, tagger.pairs[one.pairs].T)
    made = own + tagger.shapes[0, 0] * one.strength + np.float32(tagger.bias[0])
    made[1:] += before[:-1] + left
    made[:-1] += after[1:] + right
    return np.asarray(made, np.float32)


def shapes(tagger: learnt.Table, one: Tagged) -> learnt.Singles:
    """`learnt.loaded_shapes` of the whole example."""
    none = np.zeros(1, np.float32)
    words = np.concatenate([scores(tagger, one), none])
    bounds = np.array([0, len(one.words)], np.intp)
    return np.asarray(learnt.loaded_shapes(words, np.concatenate([one.strength, none]), bounds)[0])
