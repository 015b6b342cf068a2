"""Two models on the same texts, by hand."""

from __future__ import annotations

import pytest

from newsgauge.reliability.difference import Seen, differences


def seen(number: int, moved: float, flips: bool = False) -> Seen:
    """A text whose score moves from its number; long ones have even numbers."""
    length = "long" if number % 2 == 0 else "short"
    return Seen(str(number), float(number), number + moved, 3, 4 if flips else 3, {"length": length})


def test_a_uniform_shift_is_a_major_release() -> None:
    """All texts two points up: ranks hold, half the levels flip, median shift and size are 2."""
    (whole,) = differences([seen(number, 2.0, flips=number < 20) for number in range(40)])
    assert (whole.name, whole.texts, whole.shift, whole.size, whole.largest) == ("all", 40, 2, 2, 2)
    assert whole.rank == pytest.approx(1)
    assert whole.flips == 0.5
    assert whole.major


def test_moves_that_cancel_out_are_minor() -> None:
    """Half go up by three and half down: no shift, but a size."""
    (whole,) = differences([seen(number, 3.0 if number % 2 else -3.0) for number in range(10, 30)])
    assert (whole.shift, whole.size, whole.major) == (0, 3, False)


def test_slices_of_fifty_are_shown() -> None:
    """Fifty long and fifty short texts: three rows; forty-nine would have none."""
    assert [one.name for one in differences([seen(number, 0.0) for number in range(100)])] == [
        "all",
        "length: long",
        "length: short",
    ]
    assert len(list(differences([seen(number, 0.0) for number in range(99)]))) == 2


def test_scores_are_kept_to_their_scale() -> None:
    """From 98 to 120 is from 98 to 100."""
    (whole,) = differences([Seen("a", 98.0, 120.0, 5, 5, {})])
    assert whole.largest == 2
