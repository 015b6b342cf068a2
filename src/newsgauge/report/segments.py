"""Overlapping findings as a flat run of segments, each knowing the findings over it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from newsgauge.article import Finding

DEEPEST = 8


class Mark(NamedTuple):
    """One span with all findings on exactly that span; ``number`` counts from 1 in reading order."""

    number: int
    start: int
    end: int
    findings: tuple[Finding, ...]


class Segment(NamedTuple):
    """Stretch of text under the same marks; the innermost (latest begun) mark comes last, `DEEPEST` at most.

    ``begins`` are the marks that start here, ``ends`` those that stop here. A segment may be empty: a mark
    without length.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]
    ends: tuple[Mark, ...]


def marks_of(findings: Sequence[Finding]) -> list[Mark]:
    """Number the spans in reading order, outer before inner."""
    spans: dict[tuple[int, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        spans[finding.start, finding.end].append(finding)
    ordered = sorted(spans, key=lambda span: (span[0], -span[1]))
    return [Mark(number, *span, tuple(spans[span])) for number, span in enumerate(ordered, 1)]


def segments(start: int, end: int, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Cut ``start..end`` at every boundary of a mark.

    Parameters
    ----------
    start, end : int
        Stretch to cut, half-open; marks may reach over its ends.
    marks : sequence of Mark
        Only those that touch the stretch count; ordered as `marks_of` gives them.

    Yields
    ------
    Segment
        In order, without gaps; their texts joined are the stretch.
    """
    empty = [mark for mark in marks if start <= mark.start == mark.end <= end]
    solid = [mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end]
    cuts = {start, end}
    for mark in (*empty, *solid):
        cuts.update((max(mark.start, start), min(mark.end, end)))
    points = sorted(cuts)
    begins: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for mark in solid:
        begins[max(mark.start, start)].append(mark)
        ends[min(mark.end, end)].append(mark)
    active: dict[int, Mark] = {}
    for left, right in zip(points, [*points[1:], end], strict=True):
        for mark in empty:
            if mark.start == left:
                yield Segment(left, left, (*_innermost(active), mark), (mark,), (mark,))
        if left == right:
            continue
        active.update((mark.number, mark) for mark in begins[left])
        yield Segment(left, right, _innermost(active), tuple(begins[left]), tuple(ends[right]))
        for mark in ends[right]:
            del active[mark.number]


def _innermost(active: dict[int, Mark]) -> tuple[Mark, ...]:
    # Bounded, or ten thousand nested quotations would cost their square.
    return tuple(islice(reversed(active.values()), DEEPEST))[::-1]
