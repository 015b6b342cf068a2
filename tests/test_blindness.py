"""What a blind reader takes words for."""

from __future__ import annotations

import zlib

import pytest

from newsgauge.blindness import FIGURE, NAME, folded
from newsgauge.document import Document


def code(word: str) -> int:
    return zlib.crc32(word.encode())


@pytest.mark.parametrize(("word", "other"), [("she", "he"), ("spokeswoman", "spokesman"), ("mrs", "mr")])
def test_women_count_as_men(word: str, other: str) -> None:
    """What is said of her weighs as what is said of him."""
    assert folded(code(word)) == folded(code(other)) == code(other)


@pytest.mark.parametrize("side", ["liberal", "conservatives", "left-wing", "republican"])
def test_sides_count_as_names(side: str) -> None:
    """The name of a political side says no more than any name."""
    assert folded(code(side)) == NAME


def test_tokens_are_told_apart_by_shape_before_word() -> None:
    """Names, figures, quotation marks and dashes count as one each; other words stay themselves."""
    hashes = Document("Ann Lee paid 40 or 1,000.5 “marks” — a sum - today").blind.tolist()
    assert hashes[:2] == [NAME, NAME]
    assert hashes[3] == hashes[5] == FIGURE
    assert hashes[6] == hashes[8] != hashes[9] == hashes[12]
    assert hashes[-1] == code("today")
