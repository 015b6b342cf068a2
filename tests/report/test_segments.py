"""Overlapping findings become a flat run of segments that loses nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsgauge.article import Finding
from newsgauge.report.segments import marks_of, segments

TEXT = "abcdefghij"


def flag(start: int, end: int, kind: str = "vagueness.crowd") -> Finding:
    return Finding(f"{kind}{start}{end}", kind, start, end, TEXT[start:end], "author", 0.5, kind, "")


def test_crossing_findings_share_the_middle() -> None:
    """2–6 and 4–8 give five stretches; only the middle one is under both."""
    run = list(segments(0, 10, marks_of([flag(2, 6), flag(4, 8)])))
    assert [(s.start, s.end, len(s.marks)) for s in run] == [(0, 2, 0), (2, 4, 1), (4, 6, 2), (6, 8, 1), (8, 10, 0)]


def test_the_same_span_is_one_mark_with_two_findings() -> None:
    """Two findings on the same words get one number."""
    (mark,) = marks_of([flag(2, 6), flag(2, 6, "loaded_wording.epithet")])
    assert len(mark.findings) == 2


def test_outer_comes_before_inner() -> None:
    """Numbers follow the text; of two that begin together the longer is first."""
    assert [(m.number, m.start, m.end) for m in marks_of([flag(1, 3), flag(1, 9), flag(0, 2)])] == [
        (1, 0, 2),
        (2, 1, 9),
        (3, 1, 3),
    ]


def test_a_mark_that_reaches_over_the_stretch_opens_and_closes_in_it() -> None:
    """A residue block over two lines is marked in each of them."""
    marks = marks_of([flag(2, 8)])
    (first, second), (third, fourth) = segments(0, 5, marks), segments(5, 10, marks)
    assert [len(one.begins) for one in (first, second, third, fourth)] == [0, 1, 1, 0]
    assert [len(one.ends) for one in (first, second, third, fourth)] == [0, 1, 1, 0]


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)).map(sorted), max_size=8))
def test_segments_join_to_the_text(spans: list[list[int]]) -> None:
    """Whatever overlaps: the stretches follow each other, and every mark begins and ends exactly once."""
    marks = marks_of([flag(start, end) for start, end in spans])
    run = list(segments(0, 10, marks))
    assert "".join(TEXT[s.start : s.end] for s in run) == TEXT
    assert sorted(m.number for s in run for m in s.begins) == [m.number for m in marks]
    assert sorted(m.number for s in run for m in s.ends) == [m.number for m in marks]
    for s in run:
        assert all(m.start <= s.start and s.end <= m.end for m in s.marks)


def test_nesting_costs_no_square() -> None:
    """Of two thousand marks inside each other a segment names the innermost eight, and all still open and close."""
    deep = [Finding(str(i), "vagueness.crowd", i, 4001 - i, "", "author", 0.5, "", "") for i in range(2000)]
    run = list(segments(0, 4001, marks_of(deep)))
    assert max(len(s.marks) for s in run) == 8
    assert run[1999].marks[-1].number == 2000
    assert sum(len(s.ends) for s in run) == sum(len(s.begins) for s in run) == 2000
