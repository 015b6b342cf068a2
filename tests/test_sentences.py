"""Sentences: where a stop ends one and where it doesn't; | stands for a boundary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgauge.document import Document

TEXTS = (
    "The barn burnt. | Nobody was hurt.",
    "Dr. Ann Vale met Mr. Roe of Vale Corp. in St. Oddo on Jan. 5.",
    "The U.S. Senate voted. | It passed.",
    "He moved to the U.S. in May. | She stayed.",
    "Ann B. Vale spoke at 5 p.m. on Friday.",
    "Costs rose 3.5 percent. | Prices fell.",
    "“It burnt.” | She wept.",
    "“It burnt!” she said. | “All of it.”",
    "“Why?” he asked. | Nobody knew.",
    "She asked (twice.) | He left.",
    "Is it true? | Yes! | It is…",
    "It cost $4.5 million, e.g. for roofs. | 12 people came.",
    "The firm is Vale Inc. | The owner is Ann Vale.",
    "They left ... and came back.",
    "See example.com for more. | Then leave.",
    "The vote (see No. 7) was close. | It stands.",
)


def sentences(text: str) -> list[str]:
    document = Document(text)
    document.settle(guess_title=False)
    return [document.words(*s) for s in document.sentences]


@pytest.mark.parametrize("example", TEXTS)
def test_boundaries(example: str) -> None:
    """Sentences end at the bars and nowhere else."""
    assert sentences(example.replace(" | ", " ")) == example.split(" | ")


def test_glued_sentences_are_two() -> None:
    """A stop without a space ends a sentence where a capital follows a word."""
    assert sentences("It burnt.The herd fled.") == ["It burnt.", "The herd fled."]


def test_lines_end_sentences() -> None:
    """A line break ends a sentence, with or without a stop."""
    assert sentences("A heading\nThe barn burnt.\nMore text") == ["A heading", "The barn burnt.", "More text"]


def test_wrapped_lines_do_not() -> None:
    """Where lines are broken at a width only a blank line ends a paragraph."""
    text = "The barn that stood on\nthe hill burnt in the\nnight and nobody was\nhurt by the fire or\nthe smoke.\n\nIt stood for years."
    assert sentences(text) == [text.split("\n\n", maxsplit=1)[0], "It stood for years."]


def test_masked_text_stands_in_no_sentence() -> None:
    """Residue in mid-paragraph cuts the sentence and belongs to none."""
    text = "The barn burnt (Photo: A. Roe) in the night."
    document = Document(text)
    start = text.index("(")
    from newsgauge.article import Span

    document.settle([Span(start, text.index(")") + 1)], guess_title=False)
    assert [document.words(*s) for s in document.sentences] == ["The barn burnt", "in the night."]


@given(st.text(alphabet="aB .,!?'\"“”()\n1", max_size=80))
def test_sentences_cover_every_token_once(text: str) -> None:
    """Every token stands in exactly one sentence, in order."""
    document = Document(text)
    document.settle(guess_title=False)
    covered = [at for first, end in document.sentences for at in range(first, end)]
    assert covered == list(range(len(document)))
