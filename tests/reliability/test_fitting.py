"""Fitting: curves that go their own way only, splits that keep outlets whole, and made-up data with a known answer."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgauge.article import ITEMS
from newsgauge.errors import LabelsError
from newsgauge.reliability.crossvalidation import held_out_scores
from newsgauge.reliability.curves import Floats, nonnegative, ramps
from newsgauge.reliability.fitting import Gold, Settings, fit, fold_numbers, level_cuts
from newsgauge.reliability.model import Model
from newsgauge.reliability.modelfile import dumps, sealed
from newsgauge.reliability.scorecard import score
from newsgauge.reliability.train import train
from reliability.models import Entry

SPECS = (
    Entry("epithets", "loaded_wording", "wording", "per 1,000 words", -1),
    Entry("names", "attribution", "sourcing", "per 1,000 words", 1),
    Entry("typos", "translation", "language", "per 1,000 words", -1),
    Entry("prompts", "residue", "residue", "share", -1),
    Entry("bait", "headline", "headline", "probability", -1),
    Entry("length", "texture", "wording", "words", 0),
    Entry("texture_words_count", "texture", "", "words", 0),
    Entry("never", "translation", "language", "findings", -1),
)
QUICK = Settings(penalties=(1.0, 30.0))


class Sample(NamedTuple):
    matrix: Floats
    gold: Gold


@lru_cache(maxsize=4)
def sample(n: int = 240, seed: int = 0) -> Sample:
    """Items that grow with one feature each, and reliability that falls with wording, damage and bait."""
    chance = np.random.default_rng(seed)
    epithets, names, prompts, bait, typos = chance.gamma(1, 5, (5, n))
    epithets[chance.random(n) < 0.4] = 0
    bait[chance.random(n) < 0.1] = math.nan
    length = chance.normal(600, 200, n)
    never = np.full(n, math.nan)
    matrix = np.column_stack((epithets, names, typos, prompts, bait, length, length, never))
    items = np.clip(np.column_stack((epithets, names, typos, prompts, bait)) / 5, 0, 3)
    known = np.nan_to_num(items[:, 4])
    reliability = np.clip(
        3.5 - items[:, 0] + items[:, 1] / 2 - items[:, 2] / 4 - known / 4 + chance.normal(0, 0.3, n), 1, 5
    )
    genres = tuple(chance.choice(["report", "analysis", "opinion"], n).tolist())
    groups = tuple(f"outlet {k}" for k in chance.integers(0, 40, n))
    return Sample(matrix, Gold(items, reliability, genres, groups))


@lru_cache(maxsize=1)
def fitted() -> Model:
    return sealed(fit(*sample()[:1], SPECS, sample().gold, QUICK), SPECS)


def plain(model: Model) -> dict[str, float]:
    """A text at the reference of every curve."""
    return {c.feature: math.nan if c.reference is None else c.reference for item in model.items for c in item.curves}


def test_the_reference_has_no_points() -> None:
    """At the median of sound reports every curve is 0 and the raw score is the base."""
    scored = score(fitted(), plain(fitted()))
    assert {c.points for c in scored.contributions} == {0.0}
    assert scored.raw == fitted().base


def test_worse_costs_and_better_brings() -> None:
    """Strengths have positive points, weaknesses negative ones."""
    values = plain(fitted())
    worse = score(fitted(), values | {"epithets": 20.0})
    better = score(fitted(), values | {"names": 25.0})
    assert next(c.points for c in worse.contributions if c.feature == "epithets") < -10
    assert next(c.points for c in better.contributions if c.feature == "names") > 1
    assert worse.level < better.level


def test_residue_weighs_nothing_and_the_signs_are_the_laws() -> None:
    """Law 3 and law 6 hold whatever the data say."""
    weights = {item.name: item.weight for item in fitted().items}
    assert weights["residue"] == 0
    assert weights["wording"] < 0 < weights["sourcing"]


def test_shuffled_gold_still_gives_a_lawful_model() -> None:
    """From noise comes a model that promises the same; `sealed` would refuse any other."""
    matrix, gold = sample(120, 1)
    order = np.random.default_rng(5).permutation(len(matrix))
    noise = Gold(gold.items[order], gold.reliability[order], gold.genres, gold.groups)
    assert sealed(fit(matrix, SPECS, noise, QUICK), SPECS).items[0].weight <= 0


@given(
    values=st.lists(st.one_of(st.just(math.nan), st.floats(-50, 50), st.just(0.0)), min_size=30, max_size=60),
    target=st.lists(st.floats(0, 3), min_size=60, max_size=60),
    direction=st.sampled_from((-1, 1)),
)
@settings(deadline=None, max_examples=60)
def test_a_curve_never_turns(values: list[float], target: list[float], direction: int) -> None:
    """Fitted to anything at all, the curve of a wording feature goes its way, is 0 at the reference and for unknown."""
    column = np.array(values)
    basis = ramps(Entry("f", "f", "wording", "u", direction), column, np.ones(len(column), np.bool_))
    shape = basis.curve(nonnegative(basis.design(column), np.array(target[: len(column)]), 1.0).weights)
    climbs = np.diff(shape.y)
    assert (climbs * -direction >= 0).all()
    assert (np.diff(shape.x) > 0).all()
    assert shape.reference is None or shape.y[shape.x.index(shape.reference)] == 0
    assert (basis.design(np.array([math.nan])) == 0).all()


@given(
    values=st.lists(st.one_of(st.just(math.nan), st.floats(0, 1)), min_size=30, max_size=60),
    quiet=st.sampled_from((0.5, 0.75, 0.9)),
    direction=st.sampled_from((-1, 1)),
)
@settings(deadline=None, max_examples=60)
def test_what_is_quiet_can_only_cost(values: list[float], quiet: float, direction: int) -> None:
    """No value brings points, and the share of sound reports that it names has none to lose."""
    column = np.array(values)
    basis = ramps(Entry("f", "f", "wording", "u", direction, quiet=quiet), column, np.ones(len(column), np.bool_))
    falls = np.linspace(0, 3, len(column))[np.argsort(np.argsort(-direction * column))]
    said = basis.design(column) @ nonnegative(basis.design(column), falls, 1.0).weights
    assert (said >= 0).all()  # more of the item wording is worse
    known = said[~np.isnan(column)]
    assert (known == 0).sum() >= math.floor(quiet * len(known)) - 1


def test_nonnegative_least_squares_by_hand() -> None:
    """y = 1 + 2a - b: with b's weight held at 0, a's is its own slope, and the intercept isn't shrunk."""
    a, b = np.array([0.0, 0, 1, 1]), np.array([0.0, 1, 0, 1])
    found = nonnegative(np.column_stack((a, b)), 1 + 2 * a - b, 0.0)
    assert found.weights == pytest.approx([2, 0], abs=1e-6)
    assert found.intercept == pytest.approx(0.5, abs=1e-6)


@given(groups=st.lists(st.integers(0, 12), min_size=20, max_size=60), seed=st.integers(0, 5))
def test_a_group_is_never_split(groups: list[int], seed: int) -> None:
    """Every outlet stands in one fold, and every fold has an outlet."""
    if len(set(groups)) < 4:
        return
    folds = fold_numbers(groups, 4, seed)
    assert set(folds.tolist()) == {0, 1, 2, 3}
    assert len({(group, fold) for group, fold in zip(groups, folds.tolist(), strict=True)}) == len(set(groups))


def test_too_few_outlets_to_split() -> None:
    """Three outlets make no five folds, and the error says so."""
    with pytest.raises(LabelsError, match="3 groups can't be split into 5 folds"):
        fold_numbers(["a", "b", "c"] * 10, 5, 0)


def test_cuts_stand_between_well_parted_levels() -> None:
    """Points at 0, 25, 50, 75, 100 for gold 1 to 5 are told apart without error."""
    gold = np.repeat([1.0, 2, 3, 4, 5], 10)
    cuts = level_cuts(25 * (gold - 1), gold)
    assert (np.searchsorted(cuts, 25 * (gold - 1), side="right") + 1 == gold).all()
    assert list(cuts) == sorted(cuts)


def test_what_a_model_says_of_texts_it_never_saw() -> None:
    """Fitted to half the outlets, it ranks the other half as the rule that made them does."""
    matrix, gold = sample()
    scores = held_out_scores(matrix, SPECS, gold, QUICK)
    assert np.corrcoef(scores.raw, gold.reliability)[0, 1] > 0.85
    assert abs(scores.raw.std() - 25 * gold.reliability.std()) < 0.15 * 25 * gold.reliability.std()
    inside = (scores.low <= 25 * (gold.reliability - 1)) & (25 * (gold.reliability - 1) <= scores.high)
    assert 0.7 < inside.mean() < 0.9


def test_training_repeats_itself_to_the_byte_and_reports_controls() -> None:
    """The same data and seed give the same file; its evaluation puts news-like texts beside all."""
    matrix, gold = sample()
    first, again = (train(matrix, SPECS, gold, QUICK, command="newsgauge train --labels mine") for _ in range(2))
    assert dumps(first) == dumps(again)
    part = first.evaluation["news_like"]
    assert part["texts"] == int(gold.news_like.sum()) < first.evaluation["all"]["texts"] == 240
    value, low, high = part["figures"]["spearman"]
    assert low < value < high
    assert value > 0.8
    assert set(part["items"]) == set(ITEMS)
    assert abs(part["controls"]["shuffled_labels"][0]) < 0.35
    assert set(part["controls"]) == {"genre_mean", "shuffled_labels", "word_count"}


def test_another_seed_or_label_is_another_origin() -> None:
    """The file tells which data it was fitted to."""
    matrix, gold = sample(120, 1)
    changed = Gold(gold.items, gold.reliability + 0.001, gold.genres, gold.groups)
    assert fit(matrix, SPECS, gold, QUICK).created.labels != fit(matrix, SPECS, changed, QUICK).created.labels


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda s: (s.matrix[:, :3], s.gold), "expected a feature matrix of 120 rows and 8 columns"),
        (
            lambda s: (s.matrix, Gold(s.gold.items, np.full(120, math.nan), s.gold.genres, s.gold.groups)),
            "120 texts have no reliability",
        ),
        (
            lambda s: (s.matrix, Gold(s.gold.items, np.full(120, 5.0), s.gold.genres, s.gold.groups)),
            "all texts are on one side of reliability 4",
        ),
    ],
)
def test_gold_that_cannot_be_fitted(change: object, said: str) -> None:
    """Shapes that differ, unknown reliability and one-sided gold are refused in words."""
    assert callable(change)
    matrix, gold = change(sample(120, 1))
    with pytest.raises(LabelsError, match=said):
        fit(matrix, SPECS, gold, QUICK)
