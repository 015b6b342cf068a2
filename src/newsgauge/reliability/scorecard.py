"""The score: features -> five items -> reliability, in points that add up. Plain Python; needs no scikit-learn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from math import isnan
from typing import NamedTuple

from newsgauge.reliability.model import Model
from newsgauge.reliability.modelfile import load

__all__ = ["Model", "Points", "Scored", "load", "score"]


class Points(NamedTuple):
    """What one feature adds to the raw score; the value is None where it is unknown."""

    feature: str
    family: str
    item: str
    value: float | None
    unit: str
    points: float


class Scored(NamedTuple):
    """A score and its reasons.

    Attributes
    ----------
    raw, base : float
        raw = base + sum of the contributions' points.
    score : float
        raw kept between 0 and 100.
    probability : float
        Calibrated P(gold >= 4).
    level : int
        1 to 5.
    confidence : float
        Probability that the likelier of "gold >= 4" and "gold < 4" is right, drawn towards one half by the share of the
        model's features that lie outside the range of training.
    interval : (float, float)
        80 % prediction interval of the score.
    items : dict
        Name -> 0 to 3; None where none of its features is known.
    contributions : list of Points
    outside : list of str
        Features whose value lies outside the range seen in training.
    """

    raw: float
    base: float
    score: float
    probability: float
    level: int
    confidence: float
    interval: tuple[float, float]
    items: dict[str, float | None]
    contributions: list[Points]
    outside: list[str]


def score(model: Model, features: Mapping[str, float]) -> Scored:
    """Score one text.

    Parameters
    ----------
    model : Model
    features : mapping
        Name -> value, NaN where unknown; names the model doesn't read are left alone.

    Raises
    ------
    KeyError
        A feature of the model is absent: unknown is NaN, never left out.
    """
    sums = [item.reference for item in model.items]
    known = [0] * len(sums)
    contributions: list[Points] = []
    raw = model.base
    outside: list[str] = []
    new, add = tuple.__new__, contributions.append  # a named tuple's own constructor takes twice as long
    for feature, family, item, unit, place, weight, reference, low, high, xs, ys, slopes, missing in model.rows:
        value = features[feature]
        if value == reference:  # half of all values: a rate of 0
            known[place] += 1
            add(new(Points, (feature, family, item, value, unit, 0.0)))
            continue
        shown: float | None = value
        if isnan(value):
            y, shown = missing, None
        else:
            known[place] += 1
            if not low <= value <= high:
                outside.append(feature)
            above = bisect_right(xs, value)
            if not above or above == len(xs):
                y = ys[0] if not above else ys[-1]
            else:
                y = ys[above - 1] + (value - xs[above - 1]) * slopes[above - 1]
        sums[place] += y
        points = weight * y + 0.0  # a weight of 0 would give -0.0
        raw += points
        add(new(Points, (feature, family, item, shown, unit, points)))
    probability = model.calibration.at(raw)
    novelty = len(outside) / len(model.rows) if model.rows else 0.0
    return Scored(
        raw,
        model.base,
        _kept(raw),
        probability,
        bisect_right(model.cuts, raw) + 1,
        0.5 + abs(probability - 0.5) * (1 - novelty),
        (_kept(raw + model.interval[0]), _kept(raw + model.interval[1])),
        {
            item.name: min(item.high, max(item.low, value)) if seen or not item.curves else None
            for item, value, seen in zip(model.items, sums, known, strict=True)
        },
        contributions,
        outside,
    )


def _kept(points: float) -> float:
    return min(100.0, max(0.0, points))
