"""Cells: widths, cutting and wrapping, with styles that cost nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgauge.report.cells import Piece, cells, cut, cut_middle, fill, wrap, wrapped

ANSI = re.compile(r"\x1b\[[\d;]*m")


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("“é”", 3), ("e\u0301", 1), ("東京", 4), ("Ａ", 2), ("⟦a⟧¹", 4)]
)
def test_widths(text: str, width: int) -> None:
    """Wide characters take two cells, combining marks none."""
    assert cells(text) == width


def test_cutting() -> None:
    """The end goes, or the middle with more of the tail left; a wide character is never halved."""
    assert cut("abcdef", 4) == "abc…"
    assert cut("abcd", 4) == "abcd"
    assert cut("東京都", 4) == "東…"
    assert cut_middle("folder/very/long/name.txt", 13) == "fold…name.txt"
    assert fill("東", 4) == "東  "
    assert fill("7", 3, right=True) == "  7"


def test_wrapping() -> None:
    """Lines break at spaces; the first line and the rest have indents of their own."""
    assert wrapped("aa bb cc dd", 8, first="* ", rest="  ") == ["* aa bb", "  cc dd"]


def test_a_word_wider_than_the_line_is_split() -> None:
    """A long address goes on in the next line without losing a character."""
    assert wrapped("see abcdefghij", 6) == ["see", "abcdef", "ghij"]
    assert wrapped("東京都", 4) == ["東京", "都"]


def test_styles_cost_no_width_and_end_with_the_line() -> None:
    """A styled stretch over two lines is closed in each."""
    rows = wrap([Piece("aa bb", "31")], 3, colour=True)
    assert [row.text for row in rows] == ["\x1b[31maa\x1b[0m", "\x1b[31mbb\x1b[0m"]
    assert [row.width for row in rows] == [2, 2]


@given(st.lists(st.tuples(st.text(), st.sampled_from(["", "31"])), max_size=6), st.integers(4, 30), st.booleans())
def test_no_row_is_too_wide_and_no_word_is_lost(parts: list[tuple[str, str]], width: int, colour: bool) -> None:
    """Whatever the text: each row fits, its width is told right, and all that isn't white space is still there."""
    clean = [Piece(ANSI.sub("", text).replace("\x1b", ""), style) for text, style in parts]
    rows = wrap(clean, width, colour)
    plain = [ANSI.sub("", row.text) for row in rows]
    assert [cells(text) for text in plain] == [row.width for row in rows]
    assert all(row.width <= width for row in rows)
    assert "".join("".join(plain).split()) == "".join("".join(piece.text for piece in clean).split())
