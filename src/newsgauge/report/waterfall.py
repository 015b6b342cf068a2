"""The scorecard as a waterfall: from the base, step by step, to the score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor
from typing import Final, NamedTuple

from newsgauge.article import Annotation, Contribution, Finding
from newsgauge.report.visible import one_line
from newsgauge.report.wording import contribution_words, signed

WIDTH: Final = 240.0  # units of a bar's drawing
SMALL: Final = 0.15  # points below which a step rounds to 0.0 or 0.1 and isn't worth a bar of its own
SHOWN: Final = 12  # bars each way; the rest are one bar together, and told apart below it
_LEAST: Final = 1.5  # units: a bar that can be seen
_WORDS: Final = 3


class Words(NamedTuple):
    """Words behind a step, and the number of the finding they are."""

    number: int
    text: str


class Step(NamedTuple):
    """One bar: from ``x`` on, ``width`` long, in units of `WIDTH`.

    ``findings`` are the numbers of all findings behind it, ``words`` the first different ones among them, ``more`` how
    many findings are not among the words.
    """

    points: str
    lowers: bool
    label: str
    item: str
    x: float
    width: float
    findings: tuple[int, ...] = ()
    words: tuple[Words, ...] = ()
    more: int = 0


class Waterfall(NamedTuple):
    """All steps between base and raw score; ``small`` are parts of the last step, too small for bars of their own."""

    low: float
    high: float
    base: float
    raw: float
    base_x: float
    raw_x: float
    steps: tuple[Step, ...]
    small: tuple[Step, ...]
    nothing: int


def waterfall(a: Annotation, numbers: Mapping[str, int]) -> Waterfall | None:
    """Lay out the contributions of an annotation; None where there are none.

    What lowers comes first, the strongest of each kind before the weaker; the points of the bars add up to raw − base.
    """
    if a.base is None or a.raw is None or not a.contributions:
        return None
    counted = sorted((one for one in a.contributions if one.points), key=lambda one: -abs(one.points))
    large = [one for one in counted if abs(one.points) >= SMALL]
    shown = [one for one in large if one.points < 0][:SHOWN] + [one for one in large if one.points > 0][:SHOWN]
    small = [one for one in counted if one not in shown]
    rest = sum(one.points for one in small)
    levels = [a.base]
    for points in (*(one.points for one in shown), rest):
        levels.append(levels[-1] + points)
    low, high = floor(min(levels) / 10) * 10.0, ceil(max(levels) / 10) * 10.0
    scale = WIDTH / max(high - low, 10.0)
    by_id = {finding.id: finding for finding in a.findings}

    def bar(before: float, after: float) -> tuple[float, float]:
        width = max(abs(after - before) * scale, _LEAST)
        return min((min(before, after) - low) * scale, WIDTH - width), width

    steps = [
        _step(one, bar(before, before + one.points), by_id, numbers) for one, before in zip(shown, levels, strict=False)
    ]
    if small:
        label = "1 smaller one" if len(small) == 1 else f"{len(small)} smaller ones together"
        steps.append(Step(signed(rest), rest < 0, label, "", *bar(levels[-2], levels[-1])))
    return Waterfall(
        low,
        max(high, low + 10),
        a.base,
        a.raw,
        (a.base - low) * scale,
        (a.raw - low) * scale,
        tuple(steps),
        tuple(_step(one, (0, 0), by_id, numbers) for one in small),
        len(a.contributions) - len(counted),
    )


def _step(
    one: Contribution, bar: tuple[float, float], by_id: Mapping[str, Finding], numbers: Mapping[str, int]
) -> Step:
    found = [by_id[id_] for id_ in one.findings if id_ in by_id]
    words = _different(found, numbers)
    return Step(
        _exact(one.points) if bar == (0, 0) else signed(one.points),
        one.points < 0,
        contribution_words(one),
        one.item,
        *bar,
        tuple(numbers[finding.id] for finding in found),
        words[:_WORDS],
        len(found) - sum(1 for finding in found if one_line(finding.text) in {word.text for word in words[:_WORDS]}),
    )


def _different(found: Sequence[Finding], numbers: Mapping[str, int]) -> tuple[Words, ...]:
    first: dict[str, int] = {}
    for finding in found:
        first.setdefault(one_line(finding.text) or "(here)", numbers[finding.id])
    return tuple(Words(number, text) for text, number in first.items())


def _exact(points: float) -> str:
    return f"{'−' if points < 0 else '+'}{abs(points):.2f}"
