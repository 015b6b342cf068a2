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


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("Ada Quill, 65, leads the town", "She is the mayor of 3 towns."),
        ("Flood leaves 400+ homeless", "The count is 527 homeless."),
        ("Flood reaches 39 bridges yet to fall", "It is the 11th bridge of the flood."),
        ("Flood hits mill of 48,000 workers", "The school has 12 rooms."),
    ],
)
def test_an_implied_or_merely_unrepeated_figure_is_no_fault(title: str, more: str) -> None:
    """Ages, lower bounds, what is left of fifty, and a number that nothing rivals."""
    assert findings(title, BODY + more) == []


def test_a_headline_of_another_text_is_called_that() -> None:
    """The note names the fault: title and body don't belong together."""
    (finding,) = findings("Parliament rejects 220 amendments to pension reform", BODY)
    assert finding.rule == "consistency.headline_figure_absent:another-text"


def test_a_toll_of_the_headline_is_held_against_the_opening() -> None:
    """Both numbers stand in the note."""
    (finding,) = findings("Blast kills 20 in Velden", "A blast left 31 people dead on Sunday. " + BODY)
    assert (finding.rule, finding.text) == ("consistency.figure_mismatch:headline-toll", "kills 20")
    assert finding.note == "The headline counts 20 killed, the text 31."


def test_a_sum_of_tolls_keeps_the_headline() -> None:
    """Twelve and eight make twenty."""
    assert findings("Raids kill 20 in Velden", "A raid killed 12 people. Eight more died later. " + BODY) == []


def test_the_calendar_names_the_right_weekday() -> None:
    """2 January 2024 was a Tuesday, two days after a leap year's eve on Sunday (ISO 8601)."""
    (finding,) = findings("Mill opens", "The mill opened on Friday, Jan. 2, 2024. " + BODY)
    assert (finding.text, finding.note) == ("Friday, Jan. 2, 2024", "By the calendar this date is a Tuesday.")
    assert findings("Mill opens", "The mill opened on Tuesday, Jan. 2, 2024. " + BODY) == []
