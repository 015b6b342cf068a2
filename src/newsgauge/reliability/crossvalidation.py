"""How a scorecard does on outlets it wasn't fitted to, news-like texts first, with intervals and controls."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import metrics
from newsgauge.article import ITEMS
from newsgauge.reliability.curves import Floats
from newsgauge.reliability.fitting import Gold, Settings, fit, fold_numbers
from newsgauge.reliability.model import Spec
from newsgauge.reliability.scorecard import Scored, score
from newsgauge.reliability.words import Words, filled, targets

Rows = NDArray[np.int64]
ROUNDS: Final = 300
LEAST: Final = 50  # texts under which a figure isn't shown
WEAK: Final = 2.0  # gold reliability up to which a report is weak
FEATURE_OF_LENGTH: Final = "texture_words_count"


class HeldOut(NamedTuple):
    """Scores of texts by models that saw neither them nor their outlets.

    All of shape (n,) but ``items``, which is (n, 5) with NaN where unknown; ``low`` and ``high`` are the 80 % interval.
    Items are put on one reference: most texts stand at their fold's, and its accidents would rank them.
    """

    raw: Floats
    probability: Floats
    level: NDArray[np.int64]
    confidence: Floats
    low: Floats
    high: Floats
    items: Floats


def held_out_scores(
    matrix: Floats, specs: Sequence[Spec], gold: Gold, settings: Settings, words: Words | None = None
) -> HeldOut:
    """Score every text by a model fitted to the other folds; everything is chosen within those."""
    folds = fold_numbers(gold.groups, settings.folds, settings.seed)
    names = [spec.name for spec in specs]
    scored: list[Scored | None] = [None] * len(folds)
    references = np.zeros((len(folds), len(ITEMS)))
    for fold in range(settings.folds):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        model = fit(matrix[inside], specs, gold.rows(inside), settings, words=words.rows(inside) if words else None)
        references[outside] = [item.reference for item in model.items]
        read = matrix[outside]
        if words is not None:
            read = filled(read, names, words.predicted(inside, outside, targets(gold.items, gold.genres)[inside]))
        for at, values in zip(outside, read.tolist(), strict=True):
            scored[at] = score(model, dict(zip(names, values, strict=True)))
    found = held_out_of([one for one in scored if one is not None])
    return found._replace(items=found.items - references + references.mean(axis=0))


def held_out_of(known: Sequence[Scored]) -> HeldOut:
    """Scores as arrays."""
    return HeldOut(
        np.array([one.raw for one in known]),
        np.array([one.probability for one in known]),
        np.array([one.level for one in known], np.int64),
        np.array([one.confidence for one in known]),
        np.array([one.interval[0] for one in known]),
        np.array([one.interval[1] for one in known]),
        _items(known),
    )


def _items(scored: Sequence[Scored]) -> Floats:
    """Items of texts, NaN where unknown, shape (n, 5)."""
    return np.array([[math.nan if one.items[i] is None else one.items[i] for i in ITEMS] for one in scored], np.float64)


def report(
    matrix: Floats,
    specs: Sequence[Spec],
    gold: Gold,
    settings: Settings,
    command: str = "",
    words: Words | None = None,
) -> dict[str, Any]:
    """Cross-validate and say how it went, as it stands in the model's file under ``evaluation``.

    Returns
    -------
    dict
        ``news_like`` and ``all``, each with ``texts``, ``groups``, ``figures``, ``items`` and ``controls`` (name ->
        [value, low, high]); ``genres`` (name -> [texts, median score]); None where there is too little to say.
    """
    held_out = held_out_scores(matrix, specs, gold, settings, words)
    controls = _controls(matrix, specs, gold, settings, words)
    everything, news = np.arange(len(gold.reliability)), np.flatnonzero(gold.news_like)
    return {
        "command": command,
        "protocol": f"{settings.folds}-fold by group; penalty, calibration and cuts chosen within the training folds; "
        f"95 % intervals over groups drawn with replacement, {ROUNDS} times; seed {settings.seed}",
        "news_like": _part(news, held_out, gold, controls, settings.seed),
        "all": _part(everything, held_out, gold, controls, settings.seed),
        "genres": {
            genre: [len(rows), float(np.median(held_out.raw[rows])) if len(rows) >= LEAST else None]
            for genre in sorted(set(gold.genres))
            for rows in [np.flatnonzero(np.array(gold.genres) == genre)]
        },
    }


def _part(rows: Rows, scores: HeldOut, gold: Gold, controls: dict[str, Floats], seed: int) -> dict[str, Any]:
    groups = [gold.groups[at] for at in rows]
    if len(rows) < LEAST:
        return {"texts": len(rows), "groups": len(set(groups)), "figures": {}, "items": {}, "controls": {}}

    def over(measure: Callable[[Rows], float]) -> list[float]:
        return list(metrics.bootstrap(lambda at: measure(rows[at]), groups, rounds=ROUNDS, seed=seed))

    return {
        "texts": len(rows),
        "groups": len(set(groups)),
        "figures": {name: over(measure) for name, measure in _figures(scores, gold).items()},
        "items": {item: over(_item_rank(scores, gold, place)) for place, item in enumerate(ITEMS)},
        "controls": {name: over(_rank(values, gold)) for name, values in controls.items()},
        "diagram": diagram(scores.probability[rows], gold.sound[rows]),
    }


def diagram(probability: Floats, sound: NDArray[np.bool_], bins: int = 10) -> list[list[float]]:
    """A reliability diagram as rows: mean probability, share of gold of 4 or more, texts; bins of equal size."""
    parts = np.array_split(np.argsort(probability, kind="stable"), bins)
    return [[float(probability[part].mean()), float(sound[part].mean()), len(part)] for part in parts if len(part)]


def _figures(scores: HeldOut, gold: Gold) -> dict[str, Callable[[Rows], float]]:
    """Measures of some rows, by name."""
    sound, weak = gold.sound, gold.reliability <= WEAK
    levels = metrics.whole_levels(gold.reliability)
    points = 25 * (gold.reliability - 1)
    wrong = (scores.probability >= 0.5) != sound
    return {
        "spearman": _rank(scores.raw, gold),
        "auc_sound": lambda at: metrics.auc(scores.raw[at], sound[at]),
        "auc_weak": lambda at: metrics.auc(-scores.raw[at], weak[at]),
        "kappa_level": lambda at: metrics.weighted_kappa(scores.level[at], levels[at]),
        "kappa_stretched": lambda at: metrics.weighted_kappa(
            metrics.whole_levels(metrics.stretched(scores.raw[at], gold.reliability[at])), levels[at]
        ),
        "brier_skill": lambda at: metrics.brier_skill(scores.probability[at], sound[at]),
        "calibration_slope": lambda at: metrics.calibration_slope(scores.probability[at], sound[at]),
        "calibration_error": lambda at: metrics.calibration_error(scores.probability[at], sound[at]),
        "overall_error": lambda at: float(wrong[at].mean()),
        "risk_coverage": lambda at: metrics.risk_coverage(scores.confidence[at], wrong[at]),
        "interval_coverage": lambda at: float(
            ((scores.low[at] <= points[at]) & (points[at] <= scores.high[at])).mean()
        ),
        "absolute_error": lambda at: float(np.abs(np.clip(scores.raw[at], 0, 100) - points[at]).mean()),
    }


def _rank(values: Floats, gold: Gold) -> Callable[[Rows], float]:
    return lambda at: metrics.spearman(values[at], gold.reliability[at])


def _item_rank(scores: HeldOut, gold: Gold, place: int) -> Callable[[Rows], float]:
    known = ~np.isnan(scores.items[:, place]) & ~np.isnan(gold.items[:, place])

    def measure(at: Rows) -> float:
        at = at[known[at]]
        return metrics.spearman(scores.items[at, place], gold.items[at, place])

    return measure


def _controls(
    matrix: Floats, specs: Sequence[Spec], gold: Gold, settings: Settings, words: Words | None
) -> dict[str, Floats]:
    """What does without reading: a text's length, its genre's mean in the other folds, a model of shuffled gold."""
    folds = fold_numbers(gold.groups, settings.folds, settings.seed)
    genres = np.array(gold.genres)
    genre_mean = np.zeros(len(folds))
    for fold in range(settings.folds):
        for genre in sorted(set(gold.genres)):
            inside = (folds != fold) & (genres == genre)
            mean = gold.reliability[inside if inside.any() else folds != fold].mean()
            genre_mean[(folds == fold) & (genres == genre)] = mean
    order = np.random.default_rng(settings.seed).permutation(len(folds))
    shuffled = Gold(gold.items[order], gold.reliability[order], gold.genres, gold.groups)
    found = {
        "genre_mean": genre_mean,
        # Held-out scores of a model that saw shuffled gold, against the gold it should have predicted by chance only.
        "shuffled_labels": held_out_scores(matrix, specs, shuffled, settings, words).raw[np.argsort(order)],
    }
    names = [spec.name for spec in specs]
    if FEATURE_OF_LENGTH in names:
        found["word_count"] = matrix[:, names.index(FEATURE_OF_LENGTH)]
    return found
