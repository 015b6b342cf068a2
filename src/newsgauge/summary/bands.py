"""Means with intervals, and bands of what can't be told apart: pure functions on numbers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

LEAST = 30
"""Articles of one genre below which no mean is shown."""

CONFIDENCE = 0.95


class Example(NamedTuple):
    """A finding behind a row, and the article it stands in."""

    kind: str
    text: str
    voice: str
    id: str
    place: str
    url: str | None


class Group(NamedTuple):
    """Scores of one outlet's (or day's) articles within one genre.

    Attributes
    ----------
    band : int
        1 for the highest; groups of one band can't be told apart. 0 before `banded`.
    low, high : float
        Interval of the mean, all of a genre's at once (Bonferroni).
    """

    genre: str
    name: str
    n: int
    mean: float
    deviation: float
    quartiles: tuple[float, float, float]
    band: int = 0
    low: float = 0.0
    high: float = 100.0
    kinds: tuple[tuple[str, float], ...] = ()
    examples: tuple[Example, ...] = ()


def banded(groups: Iterable[Group]) -> list[Group]:
    """Give groups their intervals and bands: by genre, then band, then name.

    The interval is mean ± z s / √n with z for all groups of the genre together: with a hundred outlets, five of a hundred
    single intervals would miss. Intervals that overlap, directly or through others between them, make one band.

    Examples
    --------
    >>> flat = Group("report", "a", 100, 60.0, 10.0, (50.0, 60.0, 70.0))
    >>> [(one.name, one.band) for one in banded([flat, flat._replace(name="b", mean=61.0), flat._replace(name="c", mean=40.0)])]
    [('a', 1), ('b', 1), ('c', 2)]
    """
    found: list[Group] = []
    for _, same in groupby(sorted(groups, key=lambda one: one.genre), key=lambda one: one.genre):
        found += _one_genre([one for one in same if one.n >= LEAST])
    return found


def _one_genre(groups: list[Group]) -> list[Group]:
    known = sorted((_with_interval(one, len(groups)) for one in groups), key=lambda one: -one.high)
    bands: list[list[Group]] = []
    lowest = float("inf")
    for one in known:
        if not bands or one.high < lowest:
            bands.append([])
            lowest = one.low
        bands[-1].append(one)
        lowest = min(lowest, one.low)
    return [
        one._replace(band=number)
        for number, band in enumerate(bands, 1)
        for one in sorted(band, key=lambda one: one.name)
    ]


def _with_interval(group: Group, comparisons: int) -> Group:
    z = NormalDist().inv_cdf(1 - (1 - CONFIDENCE) / 2 / comparisons)
    half = z * group.deviation / sqrt(group.n)
    return group._replace(low=max(group.mean - half, 0.0), high=min(group.mean + half, 100.0))
