"""Our cues and sources widened to PolNeAR's, for measuring alone."""

from __future__ import annotations

import numpy as np
import pytest

from marked import marked
from newsgauge.article import Range
from newsgauge.document import Document
from newsgauge.evaluation import cues, widening

# Cues are marked as annotators of that corpus would: with their helpers and particles.
TEXTS = (
    "Lindholm [has repeatedly said] that the dam would hold. Ostrow [has said] that it leaks.",
    "Novak [has denied] the charge. Keller [said] that the mill was shut.",
    "The mayor [called for] calm. The council [called for] a vote. The crew [called for] a strike. Novak works for it.",
    "Brandt [said] that it rained. Hale [has repeatedly denied] the charge.",
)


def seen(example: str) -> cues.Seen:
    text, spans = marked(example)
    return cues.seen(text, [("", "Cue", [(span.start, span.end)]) for span in spans])


@pytest.fixture(scope="module")
def learnt() -> widening.Widening:
    return widening.learn([seen(text) for text in TEXTS])


@pytest.mark.parametrize(
    ("text", "verb", "wide"),
    [
        ("Okafor has repeatedly said that the gate is shut.", "said", "has repeatedly said"),
        ("Okafor said that the gate is shut.", "said", "said"),
        ("The union called for a strike.", "called", "called for"),
    ],
)
def test_a_cue_takes_in_what_annotators_took_in(learnt: widening.Widening, text: str, verb: str, wide: str) -> None:
    """Helpers and particles as in the marked texts, and nothing else."""
    document = Document(text)
    at = document.lower.index(verb)
    assert document.words(*learnt.cue(document, Range(at, at + 1))) == wide


def test_without_weights_nothing_is_taken_in() -> None:
    """The verb stays as it is where the model says no everywhere."""
    none = widening.Widening(np.zeros(1 << widening.BITS), -1.0)
    document = Document("Okafor has said so.")
    assert none.cue(document, Range(2, 3)) == Range(2, 3)


@pytest.mark.parametrize(
    ("text", "first", "source"),
    [
        ("Lindholm, who built the dam, said it would hold.", "said", "Lindholm, who built the dam,"),
        ("Lindholm said it would hold.", "said", "Lindholm"),
        ("Lindholm, however said it would hold.", "said", "Lindholm"),
    ],
)
def test_a_source_takes_in_its_apposition(text: str, first: str, source: str) -> None:
    """Up to the cue, where a comma closes it."""
    document = Document(text)
    at = document.lower.index(first)
    assert document.words(*widening.source(document, Range(0, 1), Range(at, at + 1))) == source
