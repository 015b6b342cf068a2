"""Intervals and bands: worked by hand, and never an order where intervals overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgauge.summary import LEAST, Group, banded

QUARTILES = (50.0, 60.0, 70.0)


def group(name: str, mean: float, n: int = 100, deviation: float = 10.0, genre: str = "report") -> Group:
    return Group(genre, name, n, mean, deviation, QUARTILES)


def test_the_interval_is_that_of_the_mean() -> None:
    """One group of 100 with s = 10: mean ± 1.96; two of them: ± 2.24 each (Bonferroni)."""
    (one,) = banded([group("a", 60.0)])
    assert (one.low, one.high) == pytest.approx((60 - 1.95996, 60 + 1.95996), abs=1e-4)
    one, _ = banded([group("a", 60.0), group("b", 20.0)])
    assert one.high - one.mean == pytest.approx(2.2414, abs=1e-3)


def test_few_articles_have_no_mean() -> None:
    """29 of one genre are not shown, however many of another there are."""
    shown = banded([group("a", 60.0, n=LEAST - 1), group("a", 60.0, n=LEAST, genre="opinion")])
    assert [(one.name, one.genre) for one in shown] == [("a", "opinion")]


def test_what_overlaps_through_a_third_is_one_band() -> None:
    """a and c don't overlap, b reaches both: nobody is above anybody, and names decide."""
    shown = banded([group("c", 66.0), group("b", 63.0), group("a", 60.0), group("z", 90.0)])
    assert [(one.name, one.band) for one in shown] == [("z", 1), ("a", 2), ("b", 2), ("c", 2)]


def test_genres_are_never_compared() -> None:
    """Each genre has its own bands."""
    shown = banded([group("a", 90.0), group("b", 20.0, genre="opinion")])
    assert {one.band for one in shown} == {1}


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdefgh"), st.floats(0, 100), st.integers(1, 400), st.floats(0, 40)), max_size=12
    )
)
def test_bands_order_only_what_does_not_overlap(rows: list[tuple[str, float, int, float]]) -> None:
    """Two groups of different bands never overlap; within a band rows stand in order of names."""
    shown = banded(group(name, mean, n, deviation) for name, mean, n, deviation in rows)
    assert all(one.n >= LEAST and 0 <= one.low <= one.mean <= one.high <= 100 for one in shown)
    for one in shown:
        for other in shown:
            if one.band < other.band:
                assert one.low > other.high
    names = [(one.band, one.name) for one in shown]
    assert names == sorted(names)
