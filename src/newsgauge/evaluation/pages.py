"""Learn what stands around a line of residue: neighbours, the page, and whether the line is about the same thing.

A line's own words are read first, by a table that never saw its host; then these few weights settle it. A third of the
weight goes to every line alone, as if it were its whole text, so that a single line is read as well as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import learnt

_WORD: Final = re.compile(r"\w+")
ALONE: Final = 0.3  # weight of a line by itself beside the line on its page
STRENGTH: Final = 1.0  # inverse regularisation C
_NOTHING_AROUND: Final = np.array([[0.5], [0], [0]], np.float32)  # `learnt.topics` of a text of one line


class Placed(NamedTuple):
    """The page a line stands on, and its `learnt.topics`, shape (3,)."""

    page: str
    topic: NDArray[np.float32]


def distinct(lines: Sequence[str]) -> dict[str, str]:
    """Each line -> the one that stands for it: extractors give one line in several spellings, and a page has it once."""
    first: dict[tuple[str, ...], str] = {}
    return {line: first.setdefault(tuple(_WORD.findall(line.lower())) or (line,), line) for line in lines}


def _rows(placed: Sequence[Placed]) -> Iterator[NDArray[np.intp]]:
    """Rows of each page; lines of a page follow each other."""
    for _, own in groupby(range(len(placed)), key=lambda at: placed[at].page):
        yield np.fromiter(own, np.intp)


def around(placed: Sequence[Placed], shapes: learnt.Singles, odds: learnt.Singles) -> learnt.Singles:
    """`learnt.page_shapes` of every line, shape (n, n_context)."""
    topic = np.stack([one.topic for one in placed], axis=1)
    return np.concatenate([learnt.page_shapes(odds[own], shapes[own], topic[:, own]) for own in _rows(placed)])


def _alone(shapes: learnt.Singles, odds: learnt.Singles) -> learnt.Singles:
    return np.concatenate(
        [learnt.page_shapes(odds[k : k + 1], shapes[k : k + 1], _NOTHING_AROUND) for k in range(len(odds))]
    )


def fit(
    placed: Sequence[Placed], shapes: learnt.Singles, odds: learnt.Singles, labels: NDArray[np.float64]
) -> learnt.Singles:
    """Weights of `learnt.page_shapes` and their bias, shape (n_context + 1,).

    Parameters
    ----------
    odds : ndarray, shape (n,)
        Log odds of each line by its own words, from a table that never saw its group.
    """
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=STRENGTH, solver="newton-cholesky", tol=1e-10)
    weight = np.repeat([1.0, ALONE], len(labels))
    both = np.concatenate([around(placed, shapes, odds), _alone(shapes, odds)])
    model.fit(both.astype(np.float64), np.tile(labels, 2), sample_weight=weight)
    return np.append(model.coef_[0], model.intercept_).astype(np.float32).round(5)


def settle(
    context: learnt.Singles, placed: Sequence[Placed], shapes: learnt.Singles, odds: learnt.Singles
) -> NDArray[np.float64]:
    """Log odds of each line with what stands around it, shape (n,)."""
    return np.asarray(around(placed, shapes, odds) @ context[:-1] + context[-1], np.float64)
