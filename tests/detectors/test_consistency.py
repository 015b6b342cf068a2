"""What the consistency family does beyond its rules' own examples."""

from __future__ import annotations

import pytest

from newsgauge.article import Finding, Span
from newsgauge.detectors import consistency
from newsgauge.document import Document

BODY = "The flood took the mill and the old bridge with it, and the baker gave away his bread. " * 6


def findings(title: str, body: str, *, cut: bool = False) -> list[Finding]:
    document = Document(f"{title}\n\n{body}", cut=cut)
    document.settle(title=Span(0, len(title)), guess_title=False)
    return consistency.DETECTOR.find(document)


def test_a_headlines_figure_must_stand_in_the_body() -> None:
    """340 occurs nowhere below."""
    (finding,) = findings("Flood leaves 340 homeless", BODY)
    assert (finding.kind, finding.text) == ("consistency.headline_figure_absent", "340")


@pytest.mark.parametrize("figure", ["340", "347", "340,000", "0.34", "200 men and 140"])
def test_the_figure_may_be_rounded_scaled_or_a_sum(figure: str) -> None:
    """The same digits at another scale, a tenth more or less, and two parts of the whole all keep the promise."""
    assert findings("Flood leaves 340 homeless", f"{BODY}It drove {figure} women from home.") == []


def test_a_sample_that_was_cut_is_not_judged() -> None:
    """What is missing may stand behind the cut."""
    assert findings("Flood leaves 340 homeless", BODY, cut=True) == []


def test_a_body_without_its_end_is_not_judged() -> None:
    """A body that breaks off in mid-sentence was cut by somebody else."""
    assert findings("Flood leaves 340 homeless", BODY + "And then the") == []


@pytest.mark.parametrize("title", ["Flood of 2031 recalled", "Top 40 rained out in 24 hours", "Velden wins 3-2"])
def test_years_idioms_and_scores_are_left_alone(title: str) -> None:
    """Figures that count nothing in the story are no promise."""
    assert "2031" not in [f.text for f in findings(title, BODY)]
    assert "24" not in [f.text for f in findings(title, BODY)]
    assert "2" not in [f.text for f in findings(title, BODY)]


def test_three_numbers_are_an_update_not_a_mismatch() -> None:
    """A toll that rises through the text is told in steps."""
    body = "The blast killed 12 people. Then 13 people died. Candles were lit for the 14 people killed."
    assert findings("Blast in Velden", body) == []
