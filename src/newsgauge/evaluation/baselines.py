"""What a reliability score is held against: genre alone, characters alone, the judged items, and other families of models.

All are fitted on the folds of the scorecard and read on texts whose outlet they didn't see.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.article import ITEMS
from newsgauge.evaluation.judged import NAMES, Judged
from newsgauge.features import CATALOGUE
from newsgauge.reliability.curves import Floats
from newsgauge.reliability.fitting import Settings, fold_numbers
from newsgauge.reliability.model import HIGHER_IS_BETTER
from newsgauge.reliability.words import filled, targets

Rows = NDArray[np.int64]
Predict = Callable[[Rows, Rows], Floats]  # rows to fit, rows to read -> predictions
_SEED: Final = 0


class Family(NamedTuple):
    """A way from texts to reliability, and what it costs."""

    name: str
    predictions: Floats
    seconds: float
    note: str


def held_out(judged: Judged, predict: Predict) -> Floats:
    """Predictions of every text by what was fitted to the other folds."""
    settings = Settings()
    folds = fold_numbers(judged.gold.groups, settings.folds, settings.seed)
    found = np.zeros(len(folds))
    for fold in range(settings.folds):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        found[outside] = predict(inside, outside)
    return found


def by_group(judged: Judged, names: NDArray[np.str_]) -> Floats:
    """The mean gold of a text's group (genre, corpus) in the other folds."""
    gold = judged.gold.reliability

    def predict(inside: Rows, outside: Rows) -> Floats:
        means = {name: gold[inside][names[inside] == name].mean() for name in set(names[inside].tolist())}
        return np.array([means.get(name, gold[inside].mean()) for name in names[outside].tolist()])

    return held_out(judged, predict)


def known_items(judged: Judged) -> Floats:
    """Reliability from the judged items, a missing headline counting as 0: what obedience to the codebook gives."""
    items = np.nan_to_num(judged.gold.items)

    def predict(inside: Rows, outside: Rows) -> Floats:
        design = np.column_stack((items, np.ones(len(items))))
        weights = np.linalg.lstsq(design[inside], judged.gold.reliability[inside], rcond=None)[0]
        return np.asarray(design[outside] @ weights)

    return held_out(judged, predict)


def characters(judged: Judged, outcome: Floats | None = None) -> Floats:
    """Ridge regression on tf-idf of 2 to 5 characters within words."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import Ridge

    texts = np.array([text.article.text for text in judged.texts], object)
    wanted = judged.gold.reliability if outcome is None else outcome

    def predict(inside: Rows, outside: Rows) -> Floats:
        read = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, max_features=60_000, sublinear_tf=True)
        model = Ridge(alpha=1.0, solver="sparse_cg", random_state=_SEED).fit(
            read.fit_transform(texts[inside]), wanted[inside]
        )
        return np.asarray(model.predict(read.transform(texts[outside])))

    return held_out(judged, predict)


def families(judged: Judged) -> Iterator[Family]:
    """The families that were tried on the same features and folds, and the one that ships."""
    yield Family("additive, monotone, by items (ships)", judged.held_out.raw, float("nan"), "readable; laws 5 and 6")
    for name, note, make in _FAMILIES:
        begin = time.process_time()
        yield Family(name, held_out(judged, make(judged)), time.process_time() - begin, note)


def _stacked(judged: Judged, inside: Rows, outside: Rows) -> tuple[Floats, Floats]:
    """Features of both sides, with impressions that never saw the text's own judgement."""
    used = [at for at, feature in enumerate(CATALOGUE) if feature.item]
    own, other = judged.matrix[inside], judged.matrix[outside]
    if judged.words is not None:
        settings, gold = Settings(), judged.gold.rows(inside)
        wanted = targets(gold.items, gold.genres)
        folds = fold_numbers(gold.groups, settings.folds, settings.seed)
        own = filled(own, NAMES, judged.words.rows(inside).crossfitted(wanted, folds))
        other = filled(other, NAMES, judged.words.predicted(inside, outside, wanted))
    own, other = own[:, used], other[:, used]
    unknown = np.isnan(own).all(axis=0)  # what no text of these has can't be binned
    return np.where(unknown, 0.0, own), np.where(unknown, 0.0, other)


def _signs() -> list[int]:
    """Direction of each used feature on reliability."""
    return [feature.direction for feature in CATALOGUE if feature.item]


def _scaled(own: Floats, other: Floats) -> tuple[Floats, Floats]:
    middle = np.nanmedian(own, axis=0)
    middle = np.where(np.isnan(middle), 0.0, middle)
    own, other = (np.where(np.isnan(side), middle, side) for side in (own, other))
    mean, spread = own.mean(0), own.std(0) + 1e-9
    return (own - mean) / spread, np.clip((other - mean) / spread, -4, 4)


def _logistic(judged: Judged) -> Predict:
    from sklearn.linear_model import LogisticRegression

    def predict(inside: Rows, outside: Rows) -> Floats:
        own, other = _scaled(*_stacked(judged, inside, outside))
        model = LogisticRegression(C=0.05, max_iter=1000).fit(own, judged.gold.sound[inside])
        return np.asarray(model.decision_function(other))

    return predict


def _ordinal(judged: Judged) -> Predict:
    """Cumulative logits with one slope: the mean of four logistic regressions on gold of 2, 3, 4, 5 or more."""
    from sklearn.linear_model import LogisticRegression

    def predict(inside: Rows, outside: Rows) -> Floats:
        own, other = _scaled(*_stacked(judged, inside, outside))
        gold = judged.gold.reliability[inside]
        stacked = np.concatenate([np.column_stack((own, np.full(len(own), bound))) for bound in (2.0, 3.0, 4.0, 5.0)])
        above = np.concatenate([gold >= bound for bound in (2.0, 3.0, 4.0, 5.0)])
        model = LogisticRegression(C=0.05, max_iter=1000).fit(stacked, above)
        return np.asarray(other @ model.coef_[0, :-1])

    return predict


def _boosted(judged: Judged, additive: bool) -> Predict:
    from sklearn.ensemble import HistGradientBoostingRegressor

    rules: dict[str, Any] = (
        {"monotonic_cst": _signs(), "interaction_cst": "no_interactions", "max_leaf_nodes": 4} if additive else {}
    )

    def predict(inside: Rows, outside: Rows) -> Floats:
        own, other = _stacked(judged, inside, outside)
        model = HistGradientBoostingRegressor(
            learning_rate=0.05, max_iter=200, min_samples_leaf=15, l2_regularization=1.0, random_state=_SEED, **rules
        )
        return np.asarray(model.fit(own, judged.gold.reliability[inside]).predict(other))

    return predict


def _straight(judged: Judged) -> Predict:
    """Ridge from the features to reliability, no items between."""
    from sklearn.linear_model import Ridge

    def predict(inside: Rows, outside: Rows) -> Floats:
        own, other = _scaled(*_stacked(judged, inside, outside))
        return np.asarray(Ridge(alpha=50.0).fit(own, judged.gold.reliability[inside]).predict(other))

    return predict


def _stack(judged: Judged) -> Predict:
    """The scorecard's held-out items with a character model's held-out reliability, by least squares."""
    text = characters(judged)
    columns = np.column_stack((np.nan_to_num(judged.held_out.items), text, np.ones(len(text))))

    def predict(inside: Rows, outside: Rows) -> Floats:
        weights = np.linalg.lstsq(columns[inside], judged.gold.reliability[inside], rcond=None)[0]
        return np.asarray(columns[outside] @ weights)

    return predict


_FAMILIES: Final[tuple[tuple[str, str, Callable[[Judged], Predict]], ...]] = (
    ("logistic regression, features", "signs not kept", _logistic),
    ("ordinal regression, features", "signs not kept", _ordinal),
    ("ridge straight to reliability", "no items to show", _straight),
    ("boosted, additive and monotone", "exports to steps; no items", lambda judged: _boosted(judged, additive=True)),
    ("boosted, unconstrained", "not additive, not monotone", lambda judged: _boosted(judged, additive=False)),
    ("items and tf-idf characters, stacked", "reads names; can't be shown", _stack),
)


def direction(item: str) -> int:
    """Which way an item goes with reliability."""
    return 1 if item in HIGHER_IS_BETTER else -1


def item_characters(judged: Judged) -> dict[str, Floats]:
    """Each item by tf-idf of characters; a missing headline counts as the mean."""
    found = {}
    for place, item in enumerate(ITEMS):
        wanted = judged.gold.items[:, place]
        found[item] = characters(judged, np.where(np.isnan(wanted), np.nanmean(wanted), wanted))
    return found
