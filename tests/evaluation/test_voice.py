"""The 150 texts with hard quotations, and the figure over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from marked import marked
from newsgauge.article import Span
from newsgauge.evaluation.task import Folders
from newsgauge.evaluation.tasks import voice


def test_there_are_150_texts() -> None:
    """150, none twice, in named groups."""
    texts = list(voice.texts())
    assert len(texts) == len({one.text for one in texts}) == 150
    assert all(one.group for one in texts)


def test_no_mark_stands_inside_a_span() -> None:
    """Where a span begins and ends the quotation mark stands outside."""
    for one in voice.texts():
        for start, end in one.spans:
            assert 0 < start < end
            assert one.text[start - 1] in "\"'“‘„«»”「` ", one.text
            assert one.text[end - 1] not in "\n“"


@pytest.mark.parametrize("line", ['"[Go,]" she [said]¶at "[noon [[sharp]]]".', "nothing", "[[sic]]"])
def test_marks_are_read_as_in_the_tests(line: str) -> None:
    """The package's reader of marked lines and the one of the tests agree."""
    text, spans = marked(line.replace("¶", "\n"))
    assert voice.unmarked(line) == (text, tuple(spans))


def test_the_figure_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two texts with one span each; one found exactly, one with a comma too much: 2*1 of 2+2."""
    texts = [voice.Quoted("'a'", (Span(1, 2),), "x"), voice.Quoted("'b',", (Span(1, 2),), "y")]
    monkeypatch.setattr(voice, "texts", lambda: iter(texts))
    monkeypatch.setattr(voice, "found", lambda text: {Span(1, 2)} if text == "'a'" else {Span(1, 4)})
    figures = {(f.part, f.measure): f.value for f in voice.figures(Folders(Path()))}
    assert figures["quotations", "span F1"] == 0.5
    assert figures["quotations", "texts without a mistake"] == 0.5
    assert figures["x", "texts without a mistake"] == 1
