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


@pytest.mark.parametrize(
    "text",
    [
        "Is this undeniable proof?",
        "If the letter proves that the council lied, he must go.",
        "She proved that she can sing.",
        "The guards obey without question.",
        "The truth is in the small print.",
        "“The truth is, I don't remember,” Roe said.",
        "The fact is that 12 mills closed.",
    ],
)
def test_supposed_literal_and_conceded_words_claim_nothing(text: str) -> None:
    """Only a plain assertion without its evidence goes too far."""
    assert findings(text) == []


def test_no_note_names_the_writer() -> None:
    """The words may be a speaker's; the finding's voice says whose they are."""
    assert not [rule.name for rule in calibration.DETECTOR.rules if "writer" in rule.note]


def test_a_gap_of_the_past_is_no_uncertainty() -> None:
    """What was unclear then may be clear now; what is unclear now is said."""
    assert findings("At the time it was unclear whether tea helps.") == []
    assert [f.text for f in findings("It is unclear whether tea helps.")] == ["It is unclear"]
