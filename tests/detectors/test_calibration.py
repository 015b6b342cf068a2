"""What the calibration family does beyond its rules' own examples."""

from __future__ import annotations

import pytest

from newsgauge.article import Finding
from newsgauge.detectors import calibration
from newsgauge.document import Document


def findings(text: str) -> list[Finding]:
    document = Document(text)
    document.settle(guess_title=False)
    return calibration.DETECTOR.find(document)


def test_an_overclaim_inside_a_quotation_is_found_as_quoted() -> None:
    """Voice is an attribute of the finding, never a filter."""
    (finding,) = findings("“The plan is undeniably bad,” Roe said.")
    assert (finding.kind, finding.voice) == ("calibration.overclaim", "quoted")


def test_an_overclaim_reported_of_somebody_is_not_the_authors() -> None:
    """Indirect speech says what the speaker claims, not what the author claims."""
    assert findings("There is no question that the dam leaks, Roe argued.") == []


@pytest.mark.parametrize("words", ["The theorem proves that the sum is even.", "It is not undeniably so."])
def test_literal_and_negated_words_are_left_alone(words: str) -> None:
    """Mathematics may prove, and a negated claim claims nothing."""
    assert findings(words) == []


def test_honest_uncertainty_and_overclaim_are_told_apart() -> None:
    """One sentence may hold both, each of its own kind."""
    found = findings("It is not clear who fired. The letter is undeniable proof of the plot.")
    assert [f.kind for f in found] == ["calibration.honest_uncertainty", "calibration.overclaim"]


def test_doubt_in_court_is_the_laws_word() -> None:
    """The standard of proof is no overclaim."""
    assert findings("Guilt must be shown beyond a reasonable doubt.") == []
