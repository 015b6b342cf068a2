"""What the genre family does beyond its rules' own examples."""

from __future__ import annotations

import pytest

from newsgauge.article import Finding
from newsgauge.detectors import genre
from newsgauge.document import Document


def findings(text: str) -> list[Finding]:
    document = Document(text)
    document.settle(guess_title=False)
    return genre.DETECTOR.find(document)


@pytest.mark.parametrize("words", ["I believe the dam is safe", "We must mend the dam"])
def test_opinion_belongs_to_the_author(words: str) -> None:
    """Whoever is quoted may hold opinions; that makes no opinion piece."""
    assert findings(f"“{words},” Roe said.") == []
    assert [f.kind for f in findings(f"{words}.")] == ["genre.opinion_marker"]


def test_satire_needs_its_own_label() -> None:
    """A text about satire is no satire, and satire can't be read off a text."""
    assert findings("Roe wrote a satire of the council. The mayor married a dam.") == []
    assert [f.kind for f in findings("This is satire.")] == ["genre.satire_marker"]


def test_three_lines_do_not_make_a_transcript() -> None:
    """Four turns, and a speaker who comes back."""
    three = "ROE: Good day.\nQUILL: Good day.\nROE: Tea?"
    assert findings(three) == []
    assert len(findings(three + "\nQUILL: Please.")) == 4


def test_labels_stand_at_the_beginning_of_a_line() -> None:
    """“Opinion:” inside a sentence is a word like another."""
    assert findings("He has an opinion: none.") == []
    assert [f.text for f in findings("Opinion: None.")] == ["Opinion:"]
