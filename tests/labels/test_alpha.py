"""Alpha equals the values of the literature, worked out by hand there, and needs no other package."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from newsgauge.labels.alpha import Level, alpha

# Krippendorff (2011), section E: four observers, twelve units, five values, some missing ("."); and sections A and B.
FOUR = ("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")
BINARY = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
LETTERS = ("a a b b d c c c e d d a", "b a b b b c c c e d d d")


def units(rows: Sequence[str], numbers: bool = True) -> list[list[Any]]:
    columns = zip(*(row.split() for row in rows), strict=True)
    return [[int(value) if numbers else value for value in column if value != "."] for column in columns]


@pytest.mark.parametrize(("level", "expected"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_four_observers_with_missing_values(level: Level, expected: float) -> None:
    """The paper's three levels of measurement, to its three digits."""
    assert alpha(units(FOUR), level, rounds=0).value == pytest.approx(expected, abs=5e-4)


def test_two_observers() -> None:
    """The paper's binary and nominal examples."""
    assert alpha(units(BINARY), "nominal", rounds=0).value == pytest.approx(0.095, abs=5e-4)
    assert alpha(units(LETTERS, numbers=False), "nominal", rounds=0).value == pytest.approx(0.692, abs=5e-4)


def test_by_hand() -> None:
    """Units (1 1), (1 2): values 1 three times, 2 once; observed 2 of 4 pairs differ, expected 6 of 12: alpha 0."""
    assert alpha([[1, 1], [1, 2]], "nominal", rounds=0).value == pytest.approx(1 - (2 / 4) / (6 / 12))


def test_nothing_to_say() -> None:
    """Nobody judged twice, or everybody said the same everywhere."""
    assert math.isnan(alpha([[1], [2], []]).value)
    assert math.isnan(alpha([[3, 3], [3, 3, 3]]).value)


def test_perfect_agreement_is_one_with_no_interval_to_speak_of() -> None:
    """Whatever is drawn, all agree."""
    found = alpha([[value, value] for value in (1, 2, 3, 4, 5) * 4])
    assert (found.value, found.low, found.high) == (1.0, 1.0, 1.0)


def test_the_interval_holds_the_value_and_shrinks_with_more_texts() -> None:
    """Forty units have a wider interval than a thousand of the same kind; the same seed gives the same one."""
    chance = np.random.default_rng(1)

    def made(count: int) -> list[list[int]]:
        truth = chance.integers(0, 4, count)
        return [[int(value), int(min(value + (chance.random() < 0.3), 3))] for value in truth]

    few, many = made(40), made(1000)
    small, large = alpha(few), alpha(many)
    assert small.low < small.value < small.high
    assert large.high - large.low < (small.high - small.low) / 2
    assert alpha(few) == small


def test_words_have_no_order() -> None:
    """Ordinal alpha of names is refused rather than sorted by the alphabet."""
    with pytest.raises(TypeError, match="expected a number"):
        alpha([["a", "b"]], "ordinal")


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval"])
def test_equal_to_the_reference_package(level: Level) -> None:
    """Three annotators, 300 texts, a fifth missing: equal to the GPL package `krippendorff`, where somebody installed it."""
    krippendorff = pytest.importorskip("krippendorff", reason="GPL, so no dependency: install it to compare")
    chance = np.random.default_rng(0)
    truth = chance.integers(1, 6, 300)
    data = np.clip(truth + chance.integers(-1, 2, (3, 300)), 1, 5).astype(float)
    data[chance.random(data.shape) < 0.2] = np.nan
    given = [[int(value) for value in column if not np.isnan(value)] for column in data.T]
    expected = krippendorff.alpha(reliability_data=data, level_of_measurement=level)
    assert alpha(given, level, rounds=0).value == pytest.approx(expected, abs=1e-12)
