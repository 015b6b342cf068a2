"""Single words that are loaded: marked words of the corpora, and the tagger learnt from them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import learnt
from newsgauge.article import Span
from newsgauge.detectors.loaded_wording import learnt_spans
from newsgauge.document import Document
from newsgauge.evaluation import newton
from newsgauge.evaluation.vectors import Vectors

NEARBY: Final = 0.7  # scale of buckets beside the rules: a prior twice as strong; by three folds of both corpora
VECTORS: Final = (1.5, 1.0, 1.0)  # scale of the vectors of the word, the one before and the one behind
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
    problem = _Problem.of(examples, known)
    columns, dense = problem.unfold(newton.fit(problem.design(), problem.marked, problem.weights))
    return learnt.Table(
        "loaded words",
        np.stack(columns[:3], axis=1).astype(np.float32),
        np.stack(columns[3:], axis=1).astype(np.float32),
        np.array([[dense[1]]], np.float32).round(5),
        dense[:1].round(6),
        ("yes",),
        {},
    )


class _Place(NamedTuple):
    """One of the five places of a word, from itself to the pair that begins here: the buckets that occur there.

    Attributes
    ----------
    seen : ndarray of int, shape (m,)
        Buckets, in order.
    at : ndarray of int, shape (n,)
        Which of them each word has; m where none.
    vectors : ndarray, shape (m, dimensions)
        Theirs, scaled; no dimensions for pairs.
    """

    seen: NDArray[np.int64]
    at: NDArray[np.int64]
    vectors: NDArray[np.float64]

    @classmethod
    def of(cls, column: NDArray[np.int64], known: Vectors, scale: float) -> _Place:
        rows = 1 << learnt.BITS
        seen, at = np.unique(np.where(column < 0, rows, column), return_inverse=True)
        seen = seen[seen < rows]
        return cls(seen, at, known[seen, : known.shape[1] if scale else 0].astype(np.float64) * scale)

    @property
    def width(self) -> tuple[int, int]:
        return len(self.seen), self.vectors.shape[1]

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(np.bincount(self.at, values, len(self.seen) + 1)[:-1], np.float64)

    def weights(self, hashed: NDArray[np.float64], lent: NDArray[np.float64]) -> NDArray[np.float64]:
        """Of each bucket seen: its own and its vector's."""
        return hashed * NEARBY + self.vectors @ lent


class _Problem(NamedTuple):
    """What single words are learnt from: weights of the buckets and of the vectors at each place, then the dense ones.

    Attributes
    ----------
    places : list of _Place
        Five.
    dense : ndarray, shape (n, 3)
        One, strength of the rules, domain.
    """

    places: list[_Place]
    dense: NDArray[np.float64]
    marked: NDArray[np.float64]
    weights: NDArray[np.float64]

    @classmethod
    def of(cls, examples: Sequence[Tagged], known: Vectors) -> _Problem:
        columns = np.concatenate([_columns(one) for one in examples])
        strength = np.concatenate([one.strength for one in examples])
        domain = np.concatenate([np.full(len(one.words), float(one.domain)) for one in examples])
        kept = [np.ones(len(columns)), strength, *([domain] if len(set(domain.tolist())) > 1 else [])]
        places = [_Place.of(column, known, scale) for column, scale in zip(columns.T, (*VECTORS, 0, 0), strict=True)]
        return cls(places, np.column_stack(kept), _marks(examples).astype(np.float64), _weights(examples))

    def _split(self, x: NDArray[np.float64]) -> list[NDArray[np.float64]]:
        """Weights of buckets and of vectors by place, and the dense ones."""
        return np.split(x, np.cumsum([size for place in self.places for size in place.width]))

    def unfold(self, x: NDArray[np.float64]) -> tuple[list[NDArray[np.float64]], NDArray[np.float64]]:
        """Weights of each of the five tables, vectors added, and of the dense columns."""
        *parts, dense = self._split(x)
        columns = [np.zeros(1 << learnt.BITS) for _ in self.places]
        for column, place, hashed, lent in zip(columns, self.places, parts[::2], parts[1::2], strict=True):
            column[place.seen] = place.weights(hashed, lent)
        return columns, dense

    def design(self) -> newton.Design:
        """As the solver takes it: hashed weights by themselves, vectors and dense columns by their own curvature."""
        prior = np.ones(sum(size for place in self.places for size in place.width) + self.dense.shape[1])
        prior[-self.dense.shape[1] :] = 0
        return newton.Design(self._times, self._back, self._solver, prior)

    def _times(self, x: NDArray[np.float64]) -> NDArray[np.float64]:
        *parts, dense = self._split(x)
        odds = self.dense @ dense
        for place, hashed, lent in zip(self.places, parts[::2], parts[1::2], strict=True):
            odds += np.append(place.weights(hashed, lent), 0.0)[place.at]
        return odds

    def _back(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        sums = [(place, place.sums(values)) for place in self.places]
        parts = [part for place, one in sums for part in (one * NEARBY, place.vectors.T @ one)]
        return np.concatenate([*parts, self.dense.T @ values])

    def _solver(self, curvature: NDArray[np.float64]) -> Callable[[NDArray[np.float64]], NDArray[np.float64]]:
        sums = [place.sums(curvature) for place in self.places]
        diagonals = [one * NEARBY**2 + 1 for one in sums]
        blocks = [
            np.linalg.inv((place.vectors.T * one) @ place.vectors + np.eye(place.vectors.shape[1]))
            for place, one in zip(self.places, sums, strict=True)
        ]
        free = np.linalg.inv((self.dense.T * curvature) @ self.dense + 1e-9 * np.eye(self.dense.shape[1]))

        def solve(rest: NDArray[np.float64]) -> NDArray[np.float64]:
            *parts, dense = self._split(rest)
            pairs = zip(diagonals, blocks, parts[::2], parts[1::2], strict=True)
            return np.concatenate(
                [*(p for d, block, one, lent in pairs for p in (one / d, block @ lent)), free @ dense]
            )

        return solve


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
    model = LogisticRegression(C=SPAN_STRENGTH, solver="newton-cholesky", tol=1e-10)
    model.fit(np.vstack([(shapes - mean[:, None]) / spread[:, None], domain]).T.astype(np.float64), _marks(examples))
    weights = model.coef_[0][:-1] / spread
    bias = model.intercept_[0] - weights @ mean
    kinds, start = _techniques(examples, known)
    return learnt.Table(
        "loaded spans", kinds, np.zeros((0, len(TECHNIQUES)), np.float32),
        np.append(weights, bias).astype(np.float32).round(5)[:, None], start, TECHNIQUES, {},
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
    hashed = csr_matrix((np.ones(len(words)), words, np.arange(len(words) + 1)), shape=(len(words), rows))
    model = LogisticRegression(C=1.0, solver="newton-cg", tol=newton.TOLERANCE, max_iter=newton.ROUNDS)
    lent = csr_matrix(known[words].astype(np.float64) * VECTORS[0])
    model.fit(hstack([hashed, lent]).tocsr(), technique[keep])
    bias = np.full(len(TECHNIQUES), -20.0)
    weights, start = (model.coef_, model.intercept_) if len(model.classes_) > 2 else _both(model)
    made[:, model.classes_] = (weights[:, :rows] + (known @ weights[:, rows:].T).T * VECTORS[0]).T
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
