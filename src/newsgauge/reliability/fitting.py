"""Fitting a scorecard to gold: features -> items -> reliability, split by outlet, calibrated on texts not fitted to.

Items are fitted first, each to its own features; reliability then to the items as predicted for texts that were held
out, so that it knows how far they can be trusted. Genre takes no part in the score.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import metrics
from newsgauge.article import ITEMS
from newsgauge.errors import LabelsError
from newsgauge.reliability.curves import Fit, Floats, Ramps, costing, curves_of, design_of, nonnegative, ramps
from newsgauge.reliability.model import HIGHER_IS_BETTER, SCHEMA, Item, Logistic, Model, Origin, Spec
from newsgauge.reliability.words import Words, filled, targets

PENALTIES: Final = (1.0, 3.0, 10.0, 30.0, 100.0, 300.0)
LANGUAGE_LEAST: Final = (
    0.6  # levels a step: the codebook caps reliability at 4 for language of 2, at 3 for language of 3
)
COSTS_NOTHING: Final = frozenset(("residue",))  # law 3
SOUND: Final = 4.0  # gold reliability from which a report is sound
INTERVAL: Final = (0.1, 0.9)
NEWS_LIKE: Final = frozenset(("report", "analysis", "aggregation", "press_release"))
_POINTS: Final = 25.0  # a step of gold's 1 to 5 on the scale of 0 to 100
_MIDDLES: Final = (12.5, 37.5, 62.5, 87.5)  # half-way between the points of two levels
# Half the standard error of kappa, so that a handful of texts doesn't move a cut by ten points.
_ALIKE: Final = 0.01
_REFERENCE: Final = "medians of news-like texts with gold reliability of 4 or more; quantiles where a feature is quiet"


@dataclass(frozen=True, slots=True)
class Gold:
    """What readers said, mean over annotators.

    Attributes
    ----------
    items : ndarray, shape (n, 5)
        `newsgauge.article.ITEMS` in order, 0 to 3; NaN where there is no headline.
    reliability : ndarray, shape (n,)
        1 to 5.
    genres : tuple of str
        The genre most annotators named.
    groups : tuple
        Texts of one group are never on both sides of a split: outlets, near-duplicates.
    """

    items: Floats
    reliability: Floats
    genres: tuple[str, ...]
    groups: tuple[Hashable, ...]

    @property
    def sound(self) -> NDArray[np.bool_]:
        return self.reliability >= SOUND

    @property
    def news_like(self) -> NDArray[np.bool_]:
        return np.array([genre in NEWS_LIKE for genre in self.genres], np.bool_)

    def rows(self, at: NDArray[np.int64]) -> Gold:
        """The texts at these positions."""
        genres, groups = tuple(self.genres[k] for k in at), tuple(self.groups[k] for k in at)
        return Gold(self.items[at], self.reliability[at], genres, groups)


@dataclass(frozen=True, slots=True)
class Settings:
    """How a model is fitted; a seed and the data give the file."""

    folds: int = 5
    seed: int = 0
    penalties: tuple[float, ...] = PENALTIES


class _FittedItem(NamedTuple):
    bases: tuple[Ramps, ...]
    columns: tuple[int, ...]
    fit: Fit
    held_out: Floats  # deviation from the reference predicted for texts of the held-out fold, shape (n,)


def fold_numbers(groups: Sequence[Hashable], folds: int, seed: int) -> NDArray[np.int64]:
    """The fold of each row, shape (n,): groups stay whole, the largest are dealt first, each to the lightest fold."""
    names, member = np.unique(np.array([str(group) for group in groups]), return_inverse=True)
    if len(names) < folds:
        raise LabelsError(
            f"{len(names)} groups can't be split into {folds} folds; label more outlets (those that print the same stories "
            "count as one), or ask for fewer folds"
        )
    sizes = np.bincount(member)
    order = np.random.default_rng(seed).permutation(len(names))
    load = np.zeros(folds, np.int64)
    fold = np.zeros(len(names), np.int64)
    for group in order[np.argsort(-sizes[order], kind="stable")]:
        fold[group] = int(load.argmin())
        load[fold[group]] += sizes[group]
    return np.asarray(fold[member], np.int64)


def fit(
    matrix: Floats,
    specs: Sequence[Spec],
    gold: Gold,
    settings: Settings,
    name: str = "mine",
    version: str = "1",
    words: Words | None = None,
) -> Model:
    """Fit a scorecard; its figures for unseen texts come from `cross_validate`.

    Parameters
    ----------
    matrix : ndarray, shape (n, len(specs))
        Features, NaN where unknown.
    specs : sequence of Spec
        What each column is. Those without an item take no part.
    words : Words, optional
        The texts' words: impressions are then learnt anew, on the other folds for each text.

    Returns
    -------
    Model
        Not yet rounded or hashed: see `modelfile.sealed`.
    """
    _check(matrix, specs, gold)
    folds = fold_numbers(gold.groups, settings.folds, settings.seed)
    labels = _fingerprint(matrix, specs, gold)
    if words is not None:
        matrix = filled(
            matrix, [spec.name for spec in specs], words.crossfitted(targets(gold.items, gold.genres), folds)
        )
    fitted = [_fit_item(matrix, specs, gold, place, folds, settings) for place in range(len(ITEMS))]
    held_out = np.column_stack([item.held_out for item in fitted])
    judged = np.nan_to_num(gold.items - np.array([one.fit.intercept for one in fitted]))
    reliability = _fit_reliability(held_out, judged, gold.reliability)
    raw = reliability.intercept + held_out @ reliability.weights
    mean = float(raw.mean())
    stretch = float(gold.reliability.std() / (raw.std() or 1.0))
    weights = _POINTS * stretch * reliability.weights
    base = _POINTS * (mean + stretch * (reliability.intercept - mean) - 1)
    points = base + held_out @ weights
    slope, intercept = metrics.logistic(points, gold.sound, ridge=1e-3)
    low, high = np.quantile(_POINTS * (gold.reliability - 1) - points, INTERVAL)
    return Model(
        schema=SCHEMA,
        name=name,
        version=version,
        sha256="",
        created=Origin(labels, len(matrix), len(set(gold.groups)), settings.seed, stretch, _REFERENCE),
        base=base,
        items=tuple(
            Item(item, one.fit.intercept, float(weight), curves_of(one.bases, one.fit.weights))
            for item, one, weight in zip(ITEMS, fitted, weights, strict=True)
        ),
        cuts=level_cuts(points, gold.reliability, -intercept / slope if slope > 0 else None),
        calibration=Logistic(max(0.0, slope), intercept),
        interval=(float(low), float(high)),
        evaluation={},
    )


def _check(matrix: Floats, specs: Sequence[Spec], gold: Gold) -> None:
    n = len(gold.reliability)
    if matrix.shape != (n, len(specs)) or gold.items.shape != (n, len(ITEMS)) or len(gold.genres) != n:
        raise LabelsError(
            f"expected a feature matrix of {n} rows and {len(specs)} columns and {n} rows of {len(ITEMS)} items, found "
            f"{matrix.shape} and {gold.items.shape}"
        )
    if np.isnan(gold.reliability).any():
        raise LabelsError(f"{int(np.isnan(gold.reliability).sum())} texts have no reliability; leave them out")
    if gold.sound.all() or not gold.sound.any():
        raise LabelsError("all texts are on one side of reliability 4; label sound and unsound ones")


def _fit_item(
    matrix: Floats, specs: Sequence[Spec], gold: Gold, place: int, folds: NDArray[np.int64], settings: Settings
) -> _FittedItem:
    """One item, with the penalty that does best on held-out folds."""
    columns = tuple(at for at, spec in enumerate(specs) if spec.item == ITEMS[place])
    reference = gold.sound & gold.news_like
    bases = tuple(ramps(specs[at], matrix[:, at], reference) for at in columns)
    design = design_of(bases, matrix[:, columns])
    target = gold.items[:, place]
    known = ~np.isnan(target)
    counted = costing(bases)
    tried = []
    for penalty in settings.penalties:
        held_out = np.zeros(len(target))
        error = 0.0
        for fold in range(settings.folds):
            inside, out = known & (folds != fold), folds == fold
            one = nonnegative(design[inside], target[inside], penalty)
            held_out[out] = design[out] @ (one.weights * counted)  # what the score may know of the item
            error += float(((one(design[out & known]) - target[out & known]) ** 2).sum())
        tried.append((error, penalty, held_out))
    _, penalty, held_out = min(tried, key=lambda trial: trial[0])
    return _FittedItem(bases, columns, nonnegative(design[known], target[known], penalty), held_out)


def _fit_reliability(held_out: Floats, judged: Floats, reliability: Floats) -> Fit:
    """Reliability from the items' deviations: more sourcing never lowers it, more of the others never raises it.

    Each text counts twice, with its held-out items and with the judged ones: on held-out items alone an item that is rare
    and hard to measure (language) would hardly count even where it is plainly seen, on judged ones the score would be
    too sure of itself. Damaged language costs at least what the codebook's caps say, since few judged texts are damaged.
    """
    sign = np.array([1.0 if item in HIGHER_IS_BETTER else -1.0 for item in ITEMS])
    counts = np.array([item not in COSTS_NOTHING for item in ITEMS])
    both, target = np.concatenate([held_out, judged]) * sign, np.concatenate([reliability, reliability])
    weights = np.zeros(len(ITEMS))
    fitted = nonnegative(both[:, counts], target, 0.0)
    weights[counts] = fitted.weights
    language = ITEMS.index("language")
    if weights[language] < LANGUAGE_LEAST:
        counts[language] = False
        fitted = nonnegative(both[:, counts], target - LANGUAGE_LEAST * both[:, language], 0.0)
        weights[counts], weights[language] = fitted.weights, LANGUAGE_LEAST
    return Fit(fitted.intercept, weights * sign + 0.0)


def level_cuts(points: Floats, reliability: Floats, even: float | None = None) -> tuple[float, ...]:
    """Four rising raw scores that part five levels with the highest quadratic weighted kappa.

    To one point, each within 12 of the middle between two levels: kappa alone would now and then give a level no room.

    Parameters
    ----------
    even : float, optional
        The raw score at which gold of 4 or more is as likely as not. It parts levels 3 and 4, so that a level never
        contradicts the probability beside it.
    """
    gold = metrics.whole_levels(reliability)
    cuts = np.array(_MIDDLES)
    fixed = None
    if even is not None:
        fixed = 2
        cuts[fixed] = min(max(even, _MIDDLES[1] + 12.5), _MIDDLES[3] - 12.5)
    for _ in range(4):
        before = cuts.copy()
        for k, middle in enumerate(_MIDDLES):
            if k != fixed:
                cuts[k] = _best_cut(cuts, k, middle, points, gold)
        if (cuts == before).all():
            break
    return tuple(cuts.tolist())


def _best_cut(cuts: Floats, k: int, middle: float, points: Floats, gold: NDArray[np.int64]) -> float:
    """The middle one of the places for a cut that do as well as the best one, the others as they are."""
    options = np.arange(middle - 12, middle + 13)
    trials = [np.concatenate((cuts[:k], [option], cuts[k + 1 :])) for option in options]
    kappas = [metrics.weighted_kappa(np.searchsorted(trial, points, side="right") + 1, gold) for trial in trials]
    best = np.flatnonzero(np.array(kappas) >= max(kappas) - _ALIKE)
    return float(options[best[len(best) // 2]])


def _fingerprint(matrix: Floats, specs: Sequence[Spec], gold: Gold) -> str:
    """SHA-256 of what was fitted: names, features, gold and groups."""
    seen = hashlib.sha256("\n".join((*(spec.name for spec in specs), *map(str, gold.groups), *gold.genres)).encode())
    for numbers in (matrix, gold.items, gold.reliability):
        seen.update(np.round(numbers, 6).astype("<f8").tobytes())
    return seen.hexdigest()
