"""How two annotators' spans agree: F1 over spans that share a character, with and without their labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.labels.judgement import Judgement
from newsgauge.labels.marks import Mark
from newsgauge.metrics import Estimate

Counts = NDArray[np.float64]
ROUNDS: Final = 1000


class SpanAgreement(NamedTuple):
    """Agreement of one label over all pairs of annotators.

    Attributes
    ----------
    label : str
        ``all`` for every label.
    marked : int
        Spans of both annotators of every pair.
    position : Estimate
        F1 of spans that share a character with one of the other annotator's, whatever its label.
    labelled : Estimate
        The same, with the same label.
    exact : Estimate
        F1 of spans with the same label, start and end.
    """

    label: str
    marked: int
    position: Estimate
    labelled: Estimate
    exact: Estimate


def span_agreement(by_text: Iterable[Sequence[Judgement]], *, seed: int = 0) -> list[SpanAgreement]:
    """Agreement of all labels together and of each, most marked first.

    Parameters
    ----------
    by_text : iterable
        The judgements of each text; texts are drawn again for the interval.
    """
    texts = [rows for rows in by_text if len(rows) > 1]
    if not texts:
        return []
    labels = sorted({mark.label for rows in texts for one in rows for mark in one.spans})
    found = [_one(texts, label, seed) for label in ["", *labels]]
    return sorted(found, key=lambda one: (-one.marked, one.label))


def _one(texts: Sequence[Sequence[Judgement]], label: str, seed: int) -> SpanAgreement:
    counts = np.array([_counts(rows, label) for rows in texts], np.float64).reshape(-1, 4)
    drawn = np.random.default_rng(seed).multinomial(len(texts), np.full(len(texts), 1 / len(texts)), ROUNDS)
    sums, draws = counts.sum(0), drawn @ counts
    estimates = [_estimate(sums[k], sums[3], draws[:, k], draws[:, 3]) for k in range(3)]
    return SpanAgreement(label or "all", int(sums[3]), *estimates)


def _counts(rows: Sequence[Judgement], label: str) -> tuple[int, int, int, int]:
    """Spans met by position, by label too, exactly, and all, of both sides of every pair."""
    position = labelled = exact = marked = 0
    for one, other in combinations(rows, 2):
        for mine, theirs in ((one.spans, other.spans), (other.spans, one.spans)):
            own = [mark for mark in mine if not label or mark.label == label]
            marked += len(own)
            position += _met(own, theirs, _overlap)
            labelled += _met(own, theirs, lambda a, b: a.label == b.label and _overlap(a, b))
            exact += _met(own, theirs, lambda a, b: a[:3] == b[:3])
    return position, labelled, exact, marked


def _met(own: Sequence[Mark], theirs: Sequence[Mark], same: Callable[[Mark, Mark], bool]) -> int:
    return sum(any(same(mark, other) for other in theirs) for mark in own)


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


def _estimate(met: float, marked: float, drawn_met: Counts, drawn_marked: Counts) -> Estimate:
    if not marked:
        return Estimate(float("nan"), float("nan"), float("nan"))
    shares = np.divide(drawn_met, drawn_marked, out=np.full(len(drawn_met), np.nan), where=drawn_marked > 0)
    low, high = np.nanquantile(shares, (0.025, 0.975))
    return Estimate(float(met / marked), float(low), float(high))
