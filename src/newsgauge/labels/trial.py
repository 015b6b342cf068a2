"""Does choosing by `suggest` beat chance? Played through on labels one has: some at random first, then more of either kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.errors import LabelsError
from newsgauge.labels.suggest import Known, rank, views
from newsgauge.labels.texts import Text
from newsgauge.metrics import spearman
from newsgauge.reliability.curves import Floats
from newsgauge.reliability.fitting import Gold, Settings, fit, fold_numbers
from newsgauge.reliability.model import Model, Spec
from newsgauge.reliability.scorecard import Scored, score

BEGIN: Final = 60  # texts labelled at random first
MORE: Final = 100  # texts added
FOLDS: Final = 4
Rows = NDArray[np.int64]


class Trial(NamedTuple):
    """Spearman on unseen outlets after the first texts, after more at random, after more by `suggest`, and the difference.

    ``error`` is the standard error of the difference over draws and folds.
    """

    begun: float
    random: float
    suggested: float
    difference: float
    error: float


class _Data(NamedTuple):
    matrix: Floats
    specs: Sequence[Spec]
    gold: Gold
    texts: Sequence[Text]


def trial(
    matrix: Floats, specs: Sequence[Spec], gold: Gold, texts: Sequence[Text], *, draws: int = 3, seed: int = 0
) -> Trial:
    """Play it through.

    Parameters
    ----------
    texts : sequence of Text
        In the order of ``matrix``; `suggest` looks at outlets and near-duplicates.

    Raises
    ------
    LabelsError
        Too few labels: a fold must leave enough to begin with and to choose from.
    """
    needed = 2 * (BEGIN + MORE) * FOLDS // (FOLDS - 1)
    if len(matrix) < needed:
        raise LabelsError(f"this takes {needed} labelled texts, found {len(matrix)}")
    data = _Data(matrix, specs, gold, texts)
    fold, chance = fold_numbers(gold.groups, FOLDS, seed), np.random.default_rng(seed)
    found = np.array(
        [
            _draw(data, chance.permutation(np.flatnonzero(fold != number)), np.flatnonzero(fold == number))
            for number in range(FOLDS)
            for _ in range(draws)
        ]
    )
    apart = found[:, 2] - found[:, 1]
    begun, by_chance, suggested = found.mean(0)
    return Trial(
        float(begun), float(by_chance), float(suggested), float(apart.mean()), float(apart.std() / len(apart) ** 0.5)
    )


def _draw(data: _Data, pool: Rows, test: Rows) -> tuple[float, float, float]:
    begun, rest = pool[:BEGIN], pool[BEGIN:]
    model = _fit(data, begun)
    unsure = np.array([0.5 - abs(one.probability - 0.5) for one in _scored(data, model, rest)])
    groups = tuple(str(data.gold.groups[row]) for row in begun)
    known = Known(data.matrix[begun], data.gold.reliability[begun], groups)
    candidates = [data.texts[row] for row in rest]
    best = rank(candidates, views(data.matrix[rest], unsure, known), MORE)
    place = {text.sha256: row for text, row in zip(candidates, rest.tolist(), strict=True)}
    chosen = np.array([place[one.text.sha256] for one in best], np.int64)
    at_random, by_suggest = (np.concatenate([begun, more]) for more in (rest[: len(chosen)], chosen))
    return (
        _value(data, model, test),
        _value(data, _fit(data, at_random), test),
        _value(data, _fit(data, by_suggest), test),
    )


def _fit(data: _Data, rows: Rows) -> Model:
    return fit(data.matrix[rows], data.specs, data.gold.rows(rows), Settings())


def _scored(data: _Data, model: Model, rows: Rows) -> list[Scored]:
    names = [spec.name for spec in data.specs]
    return [score(model, dict(zip(names, data.matrix[row].tolist(), strict=True))) for row in rows]


def _value(data: _Data, model: Model, rows: Rows) -> float:
    return spearman([one.raw for one in _scored(data, model, rows)], data.gold.reliability[rows])
