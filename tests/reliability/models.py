"""Scorecards of our own making: small ones by hand, and any at all for property tests."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from newsgauge.article import ITEMS
from newsgauge.reliability.model import HIGHER_IS_BETTER, SCHEMA, Curve, Item, Logistic, Model, Origin

ORIGIN = Origin(labels="0" * 64, texts=120, groups=30, seed=0, stretch=1.0, reference="sound reports")


@dataclass(frozen=True)
class Entry:
    """A feature of a catalogue, as far as a scorecard reads it."""

    name: str
    family: str
    item: str
    unit: str
    direction: int
    neutral_when_missing: bool = True
    costs: bool = True
    quiet: float = 0.0


def curve(name: str, direction: int, x: tuple[float, ...], y: tuple[float, ...], **rest: Any) -> Curve:
    """A curve seen over its knots, neutral where unknown."""
    given: dict[str, Any] = {
        "family": "made_up",
        "unit": "pieces",
        "neutral_when_missing": True,
        "low": x[0],
        "high": x[-1],
    }
    return Curve(feature=name, direction=direction, x=x, y=y, **({"reference": x[0]} | given | rest))


def card(**curves: tuple[Curve, ...]) -> Model:
    """Wording costs 12 points a step, sourcing brings 10, language costs 5, residue nothing, headline costs 4."""
    weights = {"wording": -12.0, "sourcing": 10.0, "language": -5.0, "residue": 0.0, "headline": -4.0}
    references = {"wording": 0.5, "sourcing": 2.0, "language": 0.25, "residue": 0.5, "headline": 0.5}
    return Model(
        schema=SCHEMA,
        name="made-up",
        version="1",
        sha256="",
        created=ORIGIN,
        base=75.0,
        items=tuple(Item(name, references[name], weights[name], curves.get(name, ())) for name in ITEMS),
        cuts=(20.0, 40.0, 60.0, 80.0),
        calibration=Logistic(0.1, -6.0),
        interval=(-20.0, 15.0),
        evaluation={},
    )


def catalogue(model: Model) -> list[Entry]:
    """The catalogue a model was made for."""
    return [
        Entry(c.feature, c.family, item.name, c.unit, c.direction, c.neutral_when_missing, c.costs)
        for item in model.items
        for c in item.curves
    ]


VALUES = st.one_of(st.just(math.nan), st.floats(-1e3, 1e3), st.sampled_from((math.inf, -math.inf, 0.0)))
_STEPS = st.lists(st.floats(0.001, 50), min_size=1, max_size=6)


@st.composite
def any_curve(draw: st.DrawFn, name: str, item: str) -> Curve:
    """A curve that keeps its promise: rising, falling or free."""
    steps = draw(_STEPS)
    x = tuple(sum(steps[: n + 1]) - 20 for n in range(len(steps)))
    direction = draw(st.sampled_from((-1, 0, 1)))
    climbs = [draw(st.floats(0, 1)) for _ in steps]
    sign = direction * (1 if item in HIGHER_IS_BETTER else -1)
    if not direction:
        y = tuple(draw(st.floats(-2, 2)) for _ in steps)
    else:
        y = tuple(sign * (sum(climbs[: n + 1]) - climbs[0]) for n in range(len(steps)))
    return curve(name, direction, x, y)


@st.composite
def any_model(draw: st.DrawFn) -> Model:
    """A scorecard of up to four features an item."""
    made = {}
    for item in ITEMS:
        number = draw(st.integers(0, 4))
        made[item] = tuple(draw(any_curve(f"{item}_{n}", item)) for n in range(number))
    return card(**made)
