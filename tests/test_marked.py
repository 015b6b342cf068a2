"""The marks that rule tests are written with."""

from __future__ import annotations

import pytest

from marked import marked
from newsgauge.article import Span


@pytest.mark.parametrize(
    ("text", "plain", "spans"),
    [
        ("He refused.", "He refused.", []),
        ("He [reportedly] refused.", "He reportedly refused.", [Span(3, 13)]),
        ("[One] and [two]", "One and two", [Span(0, 3), Span(8, 11)]),
        ("“[[sic]]” and [é🎈]", "“[sic]” and é🎈", [Span(12, 14)]),
        ("The river froze.[[[1]]] Then", "The river froze.[1] Then", [Span(16, 19)]),
        ("[See [[1]]] and [[[a]] b]", "See [1] and [a] b", [Span(0, 7), Span(12, 17)]),
        ("[[[[x]]]]", "[[x]]", []),
    ],
)
def test_marks_become_spans(text: str, plain: str, spans: list[Span]) -> None:
    """Brackets vanish from the text, and each pair becomes a span of code points; doubled ones stay, single."""
    assert marked(text) == (plain, spans)


@pytest.mark.parametrize("text", ["an [open mark", "a closed] mark", "one [in [ another]"])
def test_unbalanced_marks_are_refused(text: str) -> None:
    """A test with a bracket too few must not pass by finding nothing."""
    with pytest.raises(ValueError, match=r"partner|never closed"):
        marked(text)
