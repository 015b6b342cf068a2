"""Word vectors counted on the reference articles: what the learnt tables know of words their own corpus never shows.

Neighbours within five words, weighted by 1/distance; positive pointwise mutual information with the context's counts to
the power .75 (Levy, Goldberg & Dagan 2015); the first 100 singular vectors, scaled by the root of their values, each of
length one. Nothing of them ships: a table adds its weights for them to its words' weights.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from newsgauge import learnt
from newsgauge.document import Document, buckets
from newsgauge.evaluation.corpora import rows

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

DIMENSIONS: Final = 100
WORDS: Final = 30_000
LEAST: Final = 8  # times a word must occur
WINDOW: Final = 5
READ: Final = 6_000  # characters of each article
_ARTICLES: Final = "articles"
Vectors = NDArray[np.float32]


@lru_cache(maxsize=2)
def vectors(corpora: Path) -> Vectors:
    """Vector of each bucket's most frequent word, shape (2 ** learnt.BITS, DIMENSIONS); zero where no word is known.

    All zero where the corpora hold no articles.
    """
    made = np.zeros((1 << learnt.BITS, DIMENSIONS), np.float32)
    texts = list(_hashes(corpora))
    if not texts:
        return made
    words, counts = np.unique(np.concatenate(texts), return_counts=True)
    order = np.argsort(-counts, kind="stable")[:WORDS]
    order = order[counts[order] >= LEAST]
    if len(order) <= DIMENSIONS:
        return made
    by_hash = np.sort(order)
    found = _factors(_information(_neighbours(texts, words[by_hash])))
    rare_first = np.argsort(counts[by_hash], kind="stable")
    made[buckets(words[by_hash][rare_first], learnt.BITS)] = found[rare_first]
    return made


def _hashes(corpora: Path) -> Iterator[NDArray[np.uint32]]:
    if any((corpora / f"{_ARTICLES}{end}").is_file() for end in (".jsonl.gz", ".jsonl")):
        for row in rows(corpora, _ARTICLES):
            yield Document(row["text"][:READ]).hashes


def _neighbours(texts: list[NDArray[np.uint32]], known: NDArray[np.uint32]) -> csr_matrix:
    """How often words stand near each other, shape (len(known), len(known))."""
    from scipy.sparse import coo_matrix, csr_matrix

    gap = np.full(WINDOW, -1)
    places = [part for text in texts for part in (_numbers(text, known), gap)]
    ids = np.concatenate(places)
    total = csr_matrix((len(known), len(known)), dtype=np.float32)
    for distance in range(1, WINDOW + 1):
        left, right = ids[:-distance], ids[distance:]
        both = (left >= 0) & (right >= 0)
        weight = np.full(int(both.sum()), 1 / distance, np.float32)
        near = coo_matrix((weight, (left[both], right[both])), shape=total.shape).tocsr()
        total = total + near + near.T
    return csr_matrix(total)


def _numbers(hashes: NDArray[np.uint32], known: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Place of each hash among the sorted known ones, -1 for another."""
    at = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    return np.where(known[at] == hashes, at, -1)


def _information(counts: csr_matrix) -> csr_matrix:
    """Positive pointwise mutual information."""
    from scipy.sparse import csr_matrix

    sums = np.maximum(np.asarray(counts.sum(axis=1)).ravel(), 1e-9)
    context = sums**0.75
    context /= context.sum()
    cells = counts.tocoo()
    values = np.log(cells.data / (sums[cells.row] * context[cells.col]))
    keep = values > 0
    return csr_matrix((values[keep].astype(np.float32), (cells.row[keep], cells.col[keep])), shape=counts.shape)


def _factors(information: csr_matrix) -> Vectors:
    from sklearn.utils.extmath import randomized_svd

    left, values, _ = randomized_svd(information, n_components=DIMENSIONS, n_iter=3, random_state=0)
    scaled = left * np.sqrt(values)
    return np.asarray(scaled / (np.linalg.norm(scaled, axis=1, keepdims=True) + 1e-9), np.float32)
