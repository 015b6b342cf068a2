"""What a scorecard is: curves of features that add up to items, items that add up to reliability. Values only.

Every curve is a piecewise-linear function of one feature, 0 at the reference (the median of sound reports), so that
``item = item.reference + sum of curves`` and ``raw = base + sum of item.weight * curve``: what is better than the
reference adds, what is worse takes away, and what is unknown does neither.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from newsgauge.document import Document

SCHEMA: Final = "newsgauge/scorecard/2"
HIGHER_IS_BETTER: Final = frozenset(("sourcing",))  # of the items; more of the others is worse


class Spec(Protocol):
    """What the scorecard asks of a feature of the catalogue."""

    @property
    def name(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def item(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def direction(self) -> int: ...
    @property
    def neutral_when_missing(self) -> bool: ...
    @property
    def costs(self) -> bool: ...
    @property
    def quiet(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Curve:
    """What one feature adds to its item.

    Attributes
    ----------
    direction : int
        Of the feature on reliability: +1 never lowers, -1 never raises, 0 no promise.
    reference : float or None
        The feature's value in sound reports, where y is 0; None where training never saw it.
    low, high : float
        Range seen in training.
    x, y : tuple of float
        Knots, x rising; constant outside them, linear between. y in units of the item.
    missing : float
        What an unknown value adds: 0 where absence costs nothing.
    costs : bool
        It moves the score; else the item alone.
    """

    feature: str
    family: str
    unit: str
    direction: int
    neutral_when_missing: bool
    reference: float | None
    low: float
    high: float
    x: tuple[float, ...]
    y: tuple[float, ...]
    missing: float = 0.0
    costs: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the codebook: 0 to 3, its value at the reference, and the points one step of it is worth."""

    name: str
    reference: float
    weight: float
    curves: tuple[Curve, ...]
    low: float = 0.0
    high: float = 3.0


@dataclass(frozen=True, slots=True)
class Logistic:
    """P(gold >= 4) = 1 / (1 + exp(-(slope * raw + intercept)))."""

    slope: float
    intercept: float

    def at(self, raw: float) -> float:
        return 1 / (1 + math.exp(-max(-35.0, min(35.0, self.slope * raw + self.intercept))))


@dataclass(frozen=True, slots=True)
class Origin:
    """What a model was fitted to, so that it can be rebuilt to the byte.

    Attributes
    ----------
    labels : str
        SHA-256 of the features and the gold that were fitted.
    stretch : float
        What predictions were multiplied by around their mean, so that scores have gold's spread.
    reference : str
        Whose medians the reference is.
    """

    labels: str
    texts: int
    groups: int
    seed: int
    stretch: float
    reference: str


class Reads(Protocol):
    """What reads the impressions of a document: `newsgauge.impressions.Impressions`."""

    def of(self, document: Document) -> dict[str, float]: ...


class Row(NamedTuple):
    """A curve made ready for scoring."""

    feature: str
    family: str
    item: str
    unit: str
    place: int
    weight: float
    reference: float | None
    low: float
    high: float
    x: tuple[float, ...]
    y: tuple[float, ...]
    slopes: tuple[float, ...]
    missing: float


@dataclass(frozen=True)
class Content:
    """What stands in ``models/<name>/model.json``.

    Attributes
    ----------
    sha256 : str
        Of the content without this field.
    base : float
        Raw score of a text at the reference.
    cuts : tuple of float
        Four rising raw scores that part the levels 1 to 5; a score on a cut belongs above it.
    calibration : Logistic
        Raw score -> probability of gold >= 4.
    interval : (float, float)
        Gold's points less the raw score, 10th and 90th percentile over texts the fit hadn't seen.
    evaluation : dict
        What `train.cross_validate` reported; the card is made of it.
    words : str
        SHA-256 of ``words.npz``, the learnt words that stand beside the file; empty where there are none.
    """

    schema: str
    name: str
    version: str
    sha256: str
    created: Origin
    base: float
    items: tuple[Item, ...]
    cuts: tuple[float, ...]
    calibration: Logistic
    interval: tuple[float, float]
    evaluation: dict[str, Any]
    words: str = ""


@dataclass(frozen=True)
class Model(Content):
    """A scorecard: its file's content, and the learnt words that stand beside it.

    Attributes
    ----------
    table : Impressions or None
        What ``words.npz`` holds.
    """

    table: Reads | None = field(default=None, compare=False)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row_of(curve, item, place) for place, item in enumerate(self.items) for curve in item.curves)

    @property
    def features(self) -> tuple[str, ...]:
        return tuple(row.feature for row in self.rows)


def row_of(curve: Curve, item: Item, place: int) -> Row:
    """The curve with its item's weight and its slopes worked out."""
    slopes = tuple((b - a) / (q - p) for (p, q), (a, b) in zip(pairwise(curve.x), pairwise(curve.y), strict=True))
    return Row(
        curve.feature,
        curve.family,
        item.name,
        curve.unit,
        place,
        item.weight if curve.costs else 0.0,
        next((x for x, y in zip(curve.x, curve.y, strict=True) if x == curve.reference and not y), None),
        curve.low,
        curve.high,
        curve.x,
        curve.y,
        slopes,
        curve.missing,
    )
