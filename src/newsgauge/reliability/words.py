"""Learning `newsgauge.impressions` on judged texts: ridge regression on their words, cross-fitted so that it stacks.

A text's own judgement must not reach the feature made for it: within training, each text's impression comes from a table
learnt on the other folds; a text outside training gets that of the table learnt on all of it. With some hundreds of
texts the regression is solved over texts, not words, so that a whole nested cross-validation takes seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import impressions, learnt
from newsgauge.article import ITEMS
from newsgauge.impressions import Bag, Impressions
from newsgauge.reliability.curves import Floats

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

LEAST: Final = 300  # texts from which a table of their own is learnt; fewer take the shipped one
RIDGE: Final = 0.5  # of a kernel whose diagonal is 1 in the mean; from .25 to 1 makes no difference
SHARES: Final = {"words": 1.0, "pairs": 1.0, "title": 0.3, "known": 0.5}  # of the kernel
_ITEMS: Final = [place for place, item in enumerate(ITEMS) if item in impressions.TARGETS]
_GENRES: Final = {
    "opinion": frozenset(("opinion", "advocacy")),
    "report": frozenset(("report",)),
    "invention": frozenset(("satire", "fabrication")),
}
Rows = NDArray[np.int64]


class Words(NamedTuple):
    """The words of some texts, and how alike the texts are in them.

    Attributes
    ----------
    bags : sequence of csr_matrix, each of shape (n, 2 ** BITS)
        Words, pairs, title.
    known : ndarray, shape (2 ** BITS, k)
        What other learnt tables know of a word, so that words of one kind share what is learnt.
    kernel : ndarray, shape (n, n)
    scales : tuple
        What each part of the kernel was multiplied by; the last belongs to ``known``.
    """

    bags: Sequence[csr_matrix]
    known: Floats
    kernel: Floats
    scales: tuple[float, ...]

    @classmethod
    def of(cls, read: Iterable[Sequence[Bag]], known: Floats) -> Words:
        """From the `impressions.bags` of each text."""
        texts = list(read)
        bags = [_matrix([text[part] for text in texts]) for part in range(len(impressions.PARTS))]
        kinds = np.asarray(bags[0] @ known)
        kernels = [*(np.asarray((bag @ bag.T).todense(), np.float64) for bag in bags), kinds @ kinds.T]
        scales = tuple(
            share / (float(np.trace(kernel)) / len(texts) or 1.0)
            for share, kernel in zip(SHARES.values(), kernels, strict=True)
        )
        return cls(bags, known, sum(s * k for s, k in zip(scales, kernels, strict=True)), scales)

    def rows(self, at: Rows) -> Words:
        """The texts at these positions."""
        return self._replace(bags=[bag[at] for bag in self.bags], kernel=self.kernel[np.ix_(at, at)])

    def predicted(self, inside: Rows, outside: Rows, wanted: Floats) -> Floats:
        """Impressions of texts by a table learnt on others, shape (len(outside), 7); ``targets`` of ``inside``."""
        weights, mean = _solved(self.kernel[np.ix_(inside, inside)], wanted)
        return np.asarray(self.kernel[np.ix_(outside, inside)] @ weights + mean, np.float64)

    def crossfitted(self, wanted: Floats, folds: NDArray[np.int64]) -> Floats:
        """Impressions of each text by a table learnt on the other folds, shape (n, 7)."""
        found = np.zeros((len(folds), wanted.shape[1]))
        for fold in np.unique(folds):
            inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
            found[outside] = self.predicted(inside, outside, wanted[inside])
        return found

    def table(self, wanted: Floats, texts: Iterable[str]) -> Impressions:
        """The table learnt on all texts, as it is stored."""
        weights, mean = _solved(self.kernel, wanted)
        parts = [
            scale * np.asarray(bag.T @ weights)
            for bag, scale in zip(self.bags, self.scales, strict=False)  # the last scale is that of what is known
        ]
        kinds = np.asarray(self.bags[0] @ self.known)
        parts[0] = parts[0] + self.scales[-1] * (self.known @ (kinds.T @ weights))
        stored = np.stack(parts).astype(np.float16).astype(np.float32)
        return Impressions(stored, mean.round(6), impressions.fingerprints(texts), {"texts": len(wanted)})


def _matrix(bags: Sequence[Bag]) -> csr_matrix:
    from scipy.sparse import csr_matrix

    ends = np.cumsum([0, *(len(bag.buckets) for bag in bags)])
    values = np.concatenate([bag.values for bag in bags]).astype(np.float64)
    places = np.concatenate([bag.buckets for bag in bags]).astype(np.int64)
    return csr_matrix((values, places, ends), shape=(len(bags), 1 << impressions.BITS))


def targets(items: Floats, genres: Sequence[str]) -> Floats:
    """What is learnt of each text, shape (n, 7): its items but language, and 1 or 0 for each kind of genre.

    A language learnt from words takes edited Nigerian, Indian or Pakistani English for damage: sixty clean reports stood
    a standard deviation above US ones by words, by pairs and by grammatical frames alike (law 7).
    """
    kinds = [[float(genre in kind) for kind in _GENRES.values()] for genre in genres]
    return np.hstack([items[:, _ITEMS], np.array(kinds).reshape(-1, len(_GENRES))])


def _solved(kernel: Floats, wanted: Floats) -> tuple[Floats, Floats]:
    """Weights of the texts and the means; a missing headline counts as the mean."""
    known_ = ~np.isnan(wanted)
    mean = np.where(known_, wanted, 0).sum(axis=0) / np.maximum(known_.sum(axis=0), 1)
    deviation = np.nan_to_num(wanted - mean)
    return np.linalg.solve(kernel + RIDGE * np.eye(len(kernel)), deviation), mean


def known() -> Floats:
    """What the tables learnt elsewhere know of each bucket, standardised; shape (2 ** BITS, k).

    Only tables that never saw a judged text: the genre's did.
    """
    columns = []
    for name in ("loaded", "attributed", "residue", "clickbait"):
        if learnt.available(name):
            table = learnt.load(name)
            columns += [table.weights, *([table.tagger.weights] if table.tagger else [])]
    found = np.hstack(columns).astype(np.float64) if columns else np.zeros((1 << impressions.BITS, 1))
    return np.asarray((found - found.mean(0)) / (found.std(0) + 1e-9), np.float64)


def filled(matrix: Floats, names: Sequence[str], values: Floats) -> Floats:
    """The features with impressions put in their columns, unknown where they were unknown (no title, too short)."""
    places = [names.index(name) for name in impressions.FEATURES]
    made = matrix.copy()
    made[:, places] = np.where(np.isnan(matrix[:, places]), np.nan, values)
    return made
