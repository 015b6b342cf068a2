"""How spans agree, against values worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from newsgauge.article import Span
from newsgauge.evaluation import overlap, resampling


def test_semeval_by_hand() -> None:
    """[0,10) meets [5,10) by 5 of 10 and 5 of 5; [20,30) meets [20,40) by 10 of 10 and 10 of 20: 1.5 of 2 both ways."""
    sums = overlap.semeval([Span(0, 10), Span(20, 30)], [Span(5, 10), Span(20, 40)])
    assert sums == pytest.approx((1.5, 2, 1.5, 2))
    assert float(resampling.pooled_f1(np.array(sums, np.float64))) == pytest.approx(0.75)


def test_semeval_normalises_each_side_by_its_own_spans() -> None:
    """One short span, wholly right, of two marked: precision 1, recall (4/8 + 0)/2 = .25, F1 .4."""
    sums = overlap.semeval([Span(0, 4)], [Span(0, 8), Span(10, 12)])
    assert sums == pytest.approx((1, 1, 0.5, 2))
    assert float(resampling.pooled_f1(np.array(sums, np.float64))) == pytest.approx(0.4)


def test_semeval_merges_what_overlaps_on_either_side() -> None:
    """Two techniques on the same words are one marked span; neighbours that only touch stay two."""
    assert overlap.merged([Span(3, 9), Span(0, 5), Span(9, 10)]) == [Span(0, 9), Span(9, 10)]
    assert overlap.semeval([Span(0, 9)], [Span(3, 9), Span(0, 5)]) == pytest.approx((1, 1, 1, 1))


def test_semeval_without_spans() -> None:
    """Nothing said and nothing marked add nothing, and no spans at all make no figure."""
    assert overlap.semeval([], [Span(0, 3)]) == (0, 0, 0, 1)
    assert np.isnan(resampling.pooled_f1(np.zeros(4)))


def test_an_exact_span_has_all_its_parts() -> None:
    """The first part alone is no hit; the same span said twice counts once."""
    gold = [(Span(0, 3), Span(8, 9)), (Span(20, 25),)]
    assert overlap.exact([(Span(0, 3),), (Span(20, 25),), (Span(20, 25),)], gold) == (1, 2, 2)
    assert overlap.exact([(Span(0, 3), Span(8, 9))], gold) == (1, 1, 2)


def test_a_discontinuous_span_is_found_where_every_part_is_touched() -> None:
    """One long span touches both parts, two short spans touch one each, and neither of these finds it alone."""
    gold = [(Span(0, 3), Span(8, 10))]
    assert overlap.touching([(Span(2, 9),)], gold) == (1, 1, 1, 1)
    assert overlap.touching([(Span(0, 3),), (Span(8, 10),)], gold) == (0, 2, 0, 1)
    assert overlap.touching([(Span(3, 8),)], gold) == (0, 1, 0, 1)


def test_covered_positions() -> None:
    """Parts of all spans, each position once."""
    assert overlap.covered(6, [(Span(0, 2), Span(4, 5)), (Span(1, 2),)]).tolist() == [1, 1, 0, 0, 1, 0]
