"""How spans agree: exactly, by touching every part, by tokens, and by SemEval's share of length."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from newsgauge.article import Span

Parts = tuple[Span, ...]


def exact(predicted: Iterable[Parts], gold: Iterable[Parts]) -> tuple[int, int, int]:
    """Hits, predicted and gold where a span counts only if all its parts are the same."""
    said, marked = set(predicted), set(gold)
    return len(said & marked), len(said), len(marked)


def touching(predicted: Iterable[Parts], gold: Iterable[Parts]) -> tuple[int, int, int, int]:
    """Predicted spans that are right, predicted, gold spans that were found, gold.

    A gold span is found where one predicted span shares a character with *every* part of it; a predicted span is right
    where it finds one.
    """
    said, marked = sorted(set(predicted)), sorted(set(gold))
    right, found = set(), 0
    for parts in marked:
        finders = [one for one in said if all(any(_meet(a, b) for b in one) for a in parts)]
        right.update(finders)
        found += bool(finders)
    return len(right), len(said), found, len(marked)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def covered(size: int, spans: Iterable[Parts]) -> NDArray[np.bool_]:
    """Which of ``size`` positions any part covers."""
    inside = np.zeros(size, np.bool_)
    for parts in spans:
        for start, end in parts:
            inside[start:end] = True
    return inside


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, overlapping ones made one: techniques without their names."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return joined


def semeval(predicted: Sequence[Span], gold: Sequence[Span]) -> tuple[float, int, float, int]:
    """Partial matches of one text: precision's sum and number of spans, recall's sum and number of spans.

    A pair of spans s, t scores ``|s ∩ t| / |s|`` for precision and ``|s ∩ t| / |t|`` for recall; the sums go over all
    pairs and are divided by the number of predicted and of gold spans (Da San Martino et al. 2019, "Fine-grained analysis
    of propaganda in news articles", equations 1 to 3, without techniques; both sides are merged first).
    """
    said, marked = merged(predicted), merged(gold)
    precision = recall = 0.0
    for s in said:
        for t in marked:
            shared = min(s.end, t.end) - max(s.start, t.start)
            if shared > 0:
                precision += shared / (s.end - s.start)
                recall += shared / (t.end - t.start)
    return precision, len(said), recall, len(marked)
