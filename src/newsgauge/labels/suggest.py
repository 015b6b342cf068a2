"""Which texts to label next: those the program is unsure of, and unlike what was labelled, from many outlets.

Three views of one text, each turned into its rank among the candidates: uncertainty (one less the
scorecard's confidence; a half where it abstains), disagreement (a committee of ridge regressions, each fitted to other outlets of what was
labelled: Seung et al. 1992, "Query by committee"), novelty (distance to the nearest labelled text). The mean of the ranks
is a text's worth; each text taken makes its outlet, and its kind of text, worth less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.labels.duplicates import clusters
from newsgauge.labels.texts import Text
from newsgauge.metrics import ranks

Floats = NDArray[np.float64]
MEMBERS: Final = 25  # of the committee
RIDGE: Final = 30.0  # penalty on standardised features; of the size that wins cross-validation on 865 texts
SHARED_OUTLET: Final = 0.7  # worth of a further text of an outlet: own choice, the fourth one counts a third
_CLIP: Final = 3.0  # standard deviations: one odd feature makes no text new by itself


@dataclass(frozen=True, slots=True)
class Known:
    """What was labelled: features of shape (n, k), reliability (n,) and outlets."""

    matrix: Floats
    reliability: Floats
    groups: tuple[str, ...]


class Views(NamedTuple):
    """Per candidate, shape (n,); each the larger the more a label would tell."""

    uncertainty: Floats
    disagreement: Floats
    novelty: Floats


class Suggestion(NamedTuple):
    """A text to label, how much it is worth (0 to 1), and the ranks (0 to 1) it comes from."""

    text: Text
    worth: float
    uncertainty: float
    disagreement: float
    novelty: float


def views(matrix: Floats, uncertainty: Floats, known: Known | None) -> Views:
    """The three views; without labels, novelty is distance from the candidates' middle and nobody disagrees.

    Parameters
    ----------
    matrix : ndarray, shape (n, k)
        Features, NaN where unknown.
    uncertainty : ndarray, shape (n,)
    """
    reference = matrix if known is None else known.matrix
    middle, spread = _scale(reference)
    candidates = _standard(matrix, middle, spread)
    if known is None:
        return Views(uncertainty, np.zeros(len(matrix)), np.sqrt((candidates**2).mean(1)))
    labelled = _standard(known.matrix, middle, spread)
    return Views(uncertainty, _disagreement(candidates, labelled, known), _distance(candidates, labelled))


def _scale(matrix: Floats) -> tuple[Floats, Floats]:
    known = np.where(np.isnan(matrix).all(0), 0.0, matrix)  # a column nobody knows says nothing
    spread = np.nanstd(known, axis=0)
    return np.nanmedian(known, axis=0), np.where(spread > 0, spread, 1.0)


def _standard(matrix: Floats, middle: Floats, spread: Floats) -> Floats:
    return np.asarray(np.clip(np.nan_to_num((matrix - middle) / spread, nan=0.0), -_CLIP, _CLIP), np.float64)


def _disagreement(candidates: Floats, labelled: Floats, known: Known) -> Floats:
    """Spread of the committee's answers."""
    _, member = np.unique(np.array(known.groups), return_inverse=True)
    chance = np.random.default_rng(0)
    answers = []
    for _ in range(MEMBERS):
        weight = chance.multinomial(member.max() + 1, np.full(member.max() + 1, 1 / (member.max() + 1)))[member]
        answers.append(_ridge(labelled, known.reliability, weight.astype(np.float64), candidates))
    return np.asarray(np.std(answers, axis=0), np.float64)


def _ridge(x: Floats, y: Floats, weight: Floats, at: Floats) -> Floats:
    if not weight.any():
        return np.zeros(len(at))
    centre, mean = np.average(x, axis=0, weights=weight), float(np.average(y, weights=weight))
    moved = x - centre
    gram = moved.T @ (moved * weight[:, None]) + RIDGE * np.eye(x.shape[1])
    slopes = np.linalg.solve(gram, moved.T @ ((y - mean) * weight))
    return np.asarray(mean + (at - centre) @ slopes, np.float64)


def _distance(candidates: Floats, labelled: Floats) -> Floats:
    """Distance of each candidate to the nearest labelled text, in blocks so that memory stays small."""
    size = (labelled**2).sum(1)
    found = [((block**2).sum(1)[:, None] - 2 * block @ labelled.T + size).min(1) for block in _blocks(candidates, 1024)]
    squared: Floats = np.concatenate([np.empty(0), *found])
    return np.asarray(np.sqrt(np.maximum(squared, 0.0)), np.float64)


def _blocks(matrix: Floats, size: int) -> list[Floats]:
    return [matrix[at : at + size] for at in range(0, len(matrix), size)]


def rank(texts: Sequence[Text], seen: Views, count: int) -> list[Suggestion]:
    """The texts most worth a label, best first; of near-duplicates one, of one outlet few.

    Parameters
    ----------
    texts : sequence of Text
        Unlabelled, in the order of ``seen``.
    count : int
        How many to suggest; fewer where there are fewer.
    """
    if not texts:
        return []
    columns = [_share(view) for view in seen]
    worth = np.mean(columns, axis=0)
    copies = np.array(clusters([text.text for text in texts]))
    _, outlets = np.unique(np.array([text.outlet or text.id for text in texts]), return_inverse=True)
    left = worth.copy()
    found = []
    for _ in range(min(count, len(set(copies.tolist())))):
        best = int(np.argmax(left))
        found.append(Suggestion(texts[best], float(worth[best]), *(float(column[best]) for column in columns)))
        left[outlets == outlets[best]] *= SHARED_OUTLET
        left[copies == copies[best]] = -1.0
    return found


def _share(values: Floats) -> Floats:
    """Ranks from 0 to 1; a view that says the same of all is a half everywhere."""
    return (
        (ranks(values) - 1) / (len(values) - 1) if len(values) > 1 and np.ptp(values) > 0 else np.full(len(values), 0.5)
    )
