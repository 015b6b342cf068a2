"""Our cues and sources widened to PolNeAR's, for measuring against it alone: how far its annotators reach is learnt on its training part.

The product marks the bare verb. PolNeAR's cue takes in auxiliaries, adverbs, particles, objects and settings ("has since
denied", "said in an interview on Monday"), by no rule that could be written down. A linear model says word by word,
outwards from the verb, whether the next one still belongs to the cue. It reads text and verb, never dev's gold, and
doesn't ship.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.article import Range
from newsgauge.evaluation import cues
from newsgauge.vocabulary import BRACKET_OPEN, CAPITAL, CLASS, COMMA, DASH, FIRST_CLASS, WORD

if TYPE_CHECKING:
    from newsgauge.document import Document

BITS: Final = 18
STRENGTH: Final = 0.3  # inverse regularisation C, chosen on a fifth of the training articles
FAR: Final = 14  # tokens a cue may reach from its verb
APPOSITION: Final = 30  # tokens an apposition may have
_NAMED: Final = CAPITAL | CLASS["role"] | CLASS["honorific"] | CLASS["institution"]
_SIGNS: Final = (1 << 13) - 1


class Widening(NamedTuple):
    """Weights of the hashed features, shape (2 ** BITS,), and the bias."""

    weights: NDArray[np.float64]
    bias: float

    def cue(self, document: Document, cue: Range) -> Range:
        """The cue as PolNeAR's annotators would mark it."""
        first, end = cue
        while first > 0 and cue.first - first < FAR and self._belongs(document, cue, first - 1, -1):
            first -= 1
        while end < len(document) and end - cue.end < FAR and self._belongs(document, cue, end, 1):
            end += 1
        return Range(first, end)

    def _belongs(self, document: Document, cue: Range, at: int, step: int) -> bool:
        return bool(self.weights[_features(document, cue, at, step)].sum() + self.bias > 0)


def source(document: Document, found: Range, cue: Range) -> Range:
    """The source as PolNeAR's annotators mark it: with its apposition, and the comma that closes it.

    ``cue`` is the widened cue, up to which an apposition may reach.
    """
    first, end = found
    if end < cue.first and document.lower[cue.first - 1] in ("who", "which", "that"):
        return Range(cue.first - 1, cue.first)  # the relative pronoun, not what it stands for
    if end <= cue.first and cue.first - end <= APPOSITION and end < len(document):
        mark = document.mark
        if mark[end] & (COMMA | DASH | BRACKET_OPEN) and cue.first > end + 1 and not mark[cue.first - 1] & WORD:
            return Range(first, cue.first)
    return found


def learn(articles: Sequence[cues.Seen]) -> Widening:
    """Fitted on the marked cues of the articles: every word of a cue outwards from its verb, and the first beyond."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    found, labels = zip(*_steps(articles), strict=True)
    columns = np.array(found, np.int32)
    n, width = columns.shape
    matrix = csr_matrix((np.ones(n * width), columns.ravel(), np.arange(0, n * width + 1, width)), shape=(n, 1 << BITS))
    matrix.sum_duplicates()
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(matrix, np.array(labels))
    return Widening(model.coef_[0], float(model.intercept_[0]))


def _steps(articles: Sequence[cues.Seen]) -> Iterator[tuple[list[int], bool]]:
    counts = cues.count(articles)
    for document, marked in articles:
        for cue in marked:
            at = cues.head(document, cue, counts)
            verb = Range(at, at + 1)
            for step in (-1, 1):
                place = at + step
                while 0 <= place < len(document):
                    inside = cue.first <= place < cue.end
                    yield _features(document, verb, place, step), inside
                    if not inside:
                        break
                    place += step


def _features(document: Document, cue: Range, at: int, step: int) -> list[int]:
    """Buckets of the word, its neighbours on both sides, the verb, the distance and the shapes."""
    verb = _word(document, cue.first)
    here, beyond, further, inner = (_word(document, place) for place in (at, at + step, at + 2 * step, at - step))
    shape, next_shape, far_shape = (_shape(document, place) for place in (at, at + step, at + 2 * step))
    distance = cue.first - at if step < 0 else at - cue.end + 1
    other = _word(document, cue.end if step < 0 else cue.first - 1)
    keys = (
        ("w", here), ("o", beyond), ("i", inner), ("wo", here, beyond), ("iw", inner, here), ("v", verb),
        ("vw", verb, here), ("d", min(distance, 6)), ("wd", here, min(distance, 4)), ("s", shape), ("so", next_shape),
        ("sso", shape, next_shape), ("f", further), ("wof", here, beyond, further), ("vwo", verb, here, beyond),
        ("iwo", inner, here, beyond), ("x", other), ("vo", verb, beyond), ("sf", far_shape),
    )  # fmt: skip
    return [zlib.crc32(f"{step} {key}".encode()) & ((1 << BITS) - 1) for key in keys]


def _word(document: Document, at: int) -> str:
    if not 0 <= at < len(document):
        return ""
    return "NAME" if document.mark[at] & _NAMED == CAPITAL else document.lower[at]


def _shape(document: Document, at: int) -> int:
    if not 0 <= at < len(document):
        return 0
    return (document.mark[at] & _SIGNS) | (document.mark[at] >> FIRST_CLASS << 13)
