"""Single words that are loaded: marked words of the corpora, and the tagger learnt from them."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import learnt
from newsgauge.article import Span
from newsgauge.document import Document
from newsgauge.evaluation.vectors import Vectors

STRENGTH: Final = 1.0  # inverse regularisation C
NEARBY: Final = 0.5  # scale of neighbours and pairs beside the word itself: a stronger prior
STEPS: Final = 60  # of the optimiser: held-out figures stop rising long before it converges
Buckets = NDArray[np.intp]


class Tagged(NamedTuple):
    """The words of one example: buckets, strength of the rules over each, and whether the corpus marks it."""

    words: Buckets
    pairs: Buckets
    strength: NDArray[np.float32]
    marked: NDArray[np.bool_]


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
    """Logistic regression of each word on itself, its vector, its neighbours, its pairs and the rules."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression

    columns = np.concatenate([_columns(one) for one in examples])
    size = 1 << learnt.BITS
    values = np.tile(np.array([1, NEARBY, NEARBY, NEARBY, NEARBY], np.float32), len(columns))
    absent = (columns < 0).ravel()
    values[absent] = 0
    flat = (np.maximum(columns, 0) + np.arange(5) * size).ravel()
    hashed = csr_matrix((values, flat, np.arange(0, len(flat) + 1, 5)), shape=(len(columns), 5 * size))
    dense = np.column_stack([known[columns[:, 0]], np.concatenate([one.strength for one in examples])])
    marked = np.concatenate([one.marked for one in examples])
    model = LogisticRegression(C=STRENGTH, max_iter=STEPS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # STEPS is a choice, not an accident
        model.fit(hstack([hashed, csr_matrix(dense)]).tocsr(), marked)
    weights = model.coef_[0]
    own, before, after, left, right = weights[: 5 * size].reshape(5, size) * np.array([[1], *[[NEARBY]] * 4])
    own = own + known @ weights[5 * size : -1]
    return learnt.Table(
        "loaded words",
        np.stack([own, before, after], axis=1).astype(np.float32),
        np.stack([left, right], axis=1).astype(np.float32),
        np.array([[weights[-1]]], np.float32),
        model.intercept_.round(6),
        ("yes",),
        {},
    )


def _columns(one: Tagged) -> NDArray[np.int64]:
    """Word, word before, word after, pair that ends here, pair that begins here; -1 beyond the range. Shape (n, 5)."""
    made = np.full((len(one.words), 5), -1, np.int64)
    made[:, 0] = one.words
    made[1:, 1], made[:-1, 2] = one.words[:-1], one.words[1:]
    made[1:, 3], made[:-1, 4] = one.pairs, one.pairs
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
    left, right = tagger.pairs[one.pairs].T
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
