"""The score: hand-made scorecards worked out on paper, and laws 4 to 6 on any scorecard and any text."""

from __future__ import annotations

import math
import timeit
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgauge.core import annotate
from newsgauge.examples import example_path
from newsgauge.reliability.model import Model
from newsgauge.reliability.modelfile import load
from newsgauge.reliability.scorecard import Points, score
from reliability.models import VALUES, any_model, card, curve
from reports import body

NAN = math.nan
SMALL = card(
    wording=(curve("epithets", -1, (0.0, 10.0, 20.0), (0.0, 1.0, 1.5)),),
    sourcing=(curve("names", 1, (0.0, 4.0), (-1.0, 0.5), reference=2.667),),
    residue=(curve("prompts", -1, (0.0, 5.0), (0.0, 3.0)),),
    headline=(curve("bait", -1, (0.0, 1.0), (0.0, 2.0)),),
)


def test_a_score_by_hand() -> None:
    """Half a step of wording costs 6 points, half a step of sourcing brings 5: 75 - 6 + 5."""
    scored = score(SMALL, {"epithets": 5.0, "names": 4.0, "prompts": 0.0, "bait": 0.0})
    assert scored.contributions[0] == Points("epithets", "made_up", "wording", 5.0, "pieces", -6.0)
    assert scored.contributions[1].points == pytest.approx(5)
    assert (scored.base, scored.raw, scored.score) == pytest.approx((75, 74, 74))
    assert scored.items == {"wording": 1.0, "sourcing": 2.5, "language": 0.25, "residue": 0.5, "headline": 0.5}
    assert scored.level == 4
    assert scored.probability == pytest.approx(1 / (1 + math.exp(-1.4)))
    assert scored.confidence == pytest.approx(scored.probability)
    assert scored.interval == pytest.approx((54, 89))


def test_items_are_shown_within_their_scale_and_scores_within_theirs() -> None:
    """Wording of 0.5 + 1.5 and headline of 0.5 + 2 fit; sourcing of 2 + 0.5 does; residue of 3.5 is shown as 3."""
    scored = score(SMALL, {"epithets": 99.0, "names": 9.0, "prompts": 99.0, "bait": 1.0})
    assert scored.items == {"wording": 2.0, "sourcing": 2.5, "language": 0.25, "residue": 3.0, "headline": 2.5}
    assert scored.raw == pytest.approx(75 - 18 + 5 - 8)


def test_residue_costs_nothing() -> None:
    """Law 3: it says how the text was scraped, so its item has weight 0 and its points are a plain 0."""
    dirty = score(SMALL, {"epithets": 0.0, "names": 3.0, "prompts": 5.0, "bait": 0.0})
    clean = score(SMALL, {"epithets": 0.0, "names": 3.0, "prompts": 0.0, "bait": 0.0})
    assert dirty.raw == clean.raw
    assert str(dirty.contributions[2].points) == "0.0"


def test_what_is_unknown_costs_nothing_and_is_shown_as_unknown() -> None:
    """Without a title there is no headline item and no points for it."""
    scored = score(SMALL, {"epithets": 0.0, "names": NAN, "prompts": 0.0, "bait": NAN})
    assert scored.items["headline"] is None
    assert scored.items["sourcing"] is None
    assert scored.raw == 75
    assert [(c.feature, c.points) for c in scored.contributions if c.value is None] == [("names", 0.0), ("bait", 0.0)]


def test_a_missing_value_may_cost_where_the_catalogue_says_so() -> None:
    """A curve that isn't neutral adds its own y for an unknown value."""
    model = card(language=(curve("typos", -1, (0.0, 1.0), (0.0, 1.0), neutral_when_missing=False, missing=0.4),))
    assert score(model, {"typos": NAN}).raw == pytest.approx(73)


def test_a_score_on_a_cut_belongs_above_it() -> None:
    """Levels are parted at 20, 40, 60 and 80."""
    model = card(wording=(curve("w", -1, (0.0, 10.0), (0.0, 10.0)),))
    by_raw = {score(model, {"w": w}).raw: score(model, {"w": w}).level for w in (0.0, 1.25, 10.0)}
    assert by_raw == {75: 4, 60: 4, -45: 1}


def test_raw_may_leave_the_scale_but_score_and_interval_stay() -> None:
    """120 points below 75 is raw -45 and score 0."""
    model = card(wording=(curve("w", -1, (0.0, 10.0), (0.0, 10.0)),))
    scored = score(model, {"w": 10.0})
    assert (scored.raw, scored.score, scored.interval) == (-45, 0, (0, 0))


def test_confidence_shrinks_outside_the_range_of_training() -> None:
    """One of two features beyond what was seen: the distance from one half is halved."""
    model = card(
        wording=(curve("w", 0, (0.0, 1.0), (0.0, 0.0)),),
        sourcing=(curve("s", 0, (0.0, 1.0), (0.0, 0.0)),),
    )
    inside, half, outside = (score(model, {"w": w, "s": s}) for w, s in ((0.5, 0.5), (7.0, 0.5), (7.0, -7.0)))
    assert inside.raw == half.raw == outside.raw
    assert half.confidence - 0.5 == pytest.approx((inside.confidence - 0.5) / 2)
    assert outside.confidence == 0.5


def test_a_feature_left_out_is_an_error() -> None:
    """Unknown is NaN; a name that isn't there is a mistake of the caller."""
    with pytest.raises(KeyError, match="epithets"):
        score(SMALL, {"names": 1.0})


def test_a_value_at_the_reference_is_read_off_the_curve_like_any_other() -> None:
    """A free curve that isn't 0 at its reference keeps its points there."""
    model = card(wording=(curve("w", 0, (0.0, 1.0), (0.5, 1.0)),))
    assert score(model, {"w": 0.0}).raw == 75 - 6


def values_for(model: Model, data: st.DataObject) -> dict[str, float]:
    return {name: data.draw(VALUES, name) for name in model.features}


@given(model=any_model(), data=st.data())
def test_points_add_up(model: Model, data: st.DataObject) -> None:
    """Law 5: base and points give the raw score, and so do the items by their weights."""
    scored = score(model, values_for(model, data))
    assert math.fsum((scored.base, *(c.points for c in scored.contributions))) == pytest.approx(scored.raw, abs=1e-9)
    by_items = model.base
    for item in model.items:
        points = math.fsum(c.points for c in scored.contributions if c.item == item.name)
        value = scored.items[item.name]
        if value is not None and item.low < value < item.high:
            assert points == pytest.approx(item.weight * (value - item.reference), abs=1e-9)
        by_items += points
    assert by_items == pytest.approx(scored.raw, abs=1e-9)
    assert 0 <= scored.score <= 100
    assert scored.interval[0] <= scored.score <= scored.interval[1]
    assert 0 <= scored.probability <= 1
    assert 0.5 <= scored.confidence <= 1
    assert 1 <= scored.level <= 5


@given(model=any_model(), data=st.data(), more=st.floats(0, 1e3))
def test_more_of_a_feature_moves_the_score_its_own_way(model: Model, data: st.DataObject, more: float) -> None:
    """Law 6: with all else equal, no feature goes against its direction, in score, probability or level."""
    if not model.rows:
        return
    values = values_for(model, data)
    item, shape = data.draw(st.sampled_from([(item, c) for item in model.items for c in item.curves]))
    if math.isnan(values[shape.feature]):
        return
    less = score(model, values)
    raised = score(model, values | {shape.feature: values[shape.feature] + more})
    if shape.direction:
        assert (raised.raw - less.raw) * shape.direction >= -1e-9
        assert (raised.probability - less.probability) * shape.direction >= -1e-9
    if not item.weight:
        assert raised.raw == pytest.approx(less.raw, abs=1e-9)


@given(model=any_model(), data=st.data())
def test_unknown_is_neutral(model: Model, data: st.DataObject) -> None:
    """Laws 4 and 6: a feature that can't be measured adds nothing, whatever the others are."""
    if not model.rows:
        return
    values = values_for(model, data)
    name = data.draw(st.sampled_from(model.features))
    scored = score(model, values | {name: NAN})
    assert next(c for c in scored.contributions if c.feature == name).points == 0


def test_a_score_is_quick() -> None:
    """Sixty features in less time than counting to 8,000 takes: 40 microseconds where a round of a loop takes 12 ns."""
    many = tuple(curve(f"f{n}", -1, (0.0, 1.0, 2.0, 3.0, 4.0), (0.0, 0.1, 0.2, 0.3, 0.4)) for n in range(60))
    model = card(wording=many)
    values = {name: 0.37 * n % 5 for n, name in enumerate(model.features)}
    best = min(timeit.repeat(lambda: score(model, values), number=100, repeat=9)) / 100
    assert best < 0.8 * min(timeit.repeat("for _ in range(10_000): pass", number=10, repeat=9)) / 10


def test_what_costs_nothing_moves_its_item_alone() -> None:
    """A curve that doesn't cost is seen in the item's value, and its points are a plain 0."""
    model = card(language=(curve("slips", -1, (0.0, 2.0), (0.0, 1.0), costs=False),))
    scored = score(model, {"slips": 2.0})
    assert scored.items["language"] == pytest.approx(1.25)
    assert scored.raw == 75
    assert str(scored.contributions[0].points) == "0.0"


SHIPPED = load()
RANGES = {row.feature: (row.low, row.high) for row in SHIPPED.rows}
DIRECTIONS = {curve.feature: curve.direction for item in SHIPPED.items for curve in item.curves}
REAL = [
    annotate(text).features for text in (Path(example_path()).read_text("utf-8"), body(0, True, 5), body(1, False, 5))
]


@st.composite
def vectors(draw: st.DrawFn) -> dict[str, float]:
    """A real vector, some of whose values are drawn anew, from the range of training or beyond it."""
    real = draw(st.sampled_from(REAL))
    found = {name: NAN if real.get(name) is None else float(real[name] or 0.0) for name in RANGES}
    for name in draw(st.lists(st.sampled_from(sorted(RANGES)), max_size=len(RANGES))):
        low, high = RANGES[name]
        found[name] = draw(st.one_of(st.just(NAN), st.floats(low - 1, high + 1)))
    return found


@given(vectors())
def test_the_shipped_models_points_add_up(values: dict[str, float]) -> None:
    """Law 5 on real and random vectors: base and points make the raw score to 1e-9, and items are sums of their curves."""
    scored = score(SHIPPED, values)
    assert scored.base + sum(one.points for one in scored.contributions) == pytest.approx(scored.raw, abs=1e-9)
    assert scored.score == min(100.0, max(0.0, scored.raw))


@given(vectors(), st.sampled_from(sorted(RANGES)), st.floats(0, 1), st.floats(0, 1))
def test_the_shipped_model_keeps_its_directions(values: dict[str, float], name: str, one: float, other: float) -> None:
    """Law 6 on real and random vectors: each feature, all others equal, never moves the score against its direction."""
    low, high = RANGES[name]
    less, more = (low + share * (high - low) for share in sorted((one, other)))
    before, after = (score(SHIPPED, values | {name: value}).raw for value in (less, more))
    assert (after - before) * DIRECTIONS[name] >= -1e-9
    assert DIRECTIONS[name] != 0


def test_absence_of_what_is_neutral_costs_nothing() -> None:
    """Law 6: unknown is neither better nor worse than the reference."""
    unknown = score(SHIPPED, dict.fromkeys(RANGES, NAN))
    assert unknown.raw == SHIPPED.base
