"""Advice: each act is named at its place, speaks to its item, and does what it says when it is followed."""

from __future__ import annotations

import pytest

from newsgauge.article import Annotation, Article
from newsgauge.core import annotate
from newsgauge.report.advice import ACTS, MOST, advice_lines, advise

BODY = (
    "The harbour board closed the east quay on Monday, harbourmaster Ann Tolley said. Two cranes will be moved to the "
    "west quay, according to a plan that the board published on its website. {}\n\nThe work is to take eleven weeks. Tolley "
    "told reporters that boats could use the north steps. The union's secretary, Mark Ibbot, said that crews had asked for "
    "the repairs in March, and that he had seen the engineer's letter.\n\nThe board met for two hours. It will meet again "
    "on Thursday at noon. Minutes are kept by its clerk, June Hale, who said that they were open to everybody."
)


def told(sentence: str, title: str = "Board closes east quay for eleven weeks") -> Annotation:
    return annotate(Article.of(BODY.format(sentence), title))


def acts(annotation: Annotation) -> str:
    return " ".join(one.act for one in advise(annotation))


# What is wrong, what the advice asks, and the sentence as it stands once the advice was followed.
CASES = (
    (
        "Experts say that the quay will sink.",
        "Who are “Experts",
        "Engineer Ruth Abara, who inspected it, said that the quay will sink.",
        "attribution_vague_per_1000_words",
    ),
    (
        "Insiders reportedly believe that the quay will sink.",
        "Who",
        "Ruth Abara, an engineer of the board, said that the quay will sink.",
        "vagueness_per_1000_words",
    ),
    (
        "It was a disgraceful decision.",
        "disgraceful",
        "Ibbot said that he would have voted against the decision.",
        "loaded_wording_author_per_1000_words",
    ),
    (
        "This proves beyond any doubt that the quay was neglected.",
        "What shows it",
        "The engineer's letter, dated May 4, lists nine cracks.",
        "calibration_overclaim_per_1000_words",
    ),
)


@pytest.mark.parametrize(("wrong", "asked", "better", "feature"), CASES)
def test_advice_does_what_it_says(wrong: str, asked: str, better: str, feature: str) -> None:
    """It is given for the sentence, and following it lowers the measure behind it and doesn't lower the score."""
    before, after = told(wrong), told(better)
    assert asked in acts(before)
    assert (after.features[feature] or 0) < (before.features[feature] or 0)
    assert after.raw is not None
    assert before.raw is not None
    assert after.raw >= before.raw


def test_the_headline_is_asked_about() -> None:
    """A figure that only the headline has; the same figure in the text, and nothing is asked."""
    missing = told("", "Board closes quay for 900 days")
    assert "The headline's figure" in acts(missing)
    assert "The headline's figure" not in acts(
        told("It will be closed for 900 days, Hale said.", "Board closes quay for 900 days")
    )


def test_paragraphs_are_counted_without_the_headline() -> None:
    """The first paragraph after the headline is the first one."""
    assert "in paragraph 1" in acts(told("Experts say that the quay will sink."))


def test_quoted_words_are_left_to_who_said_them() -> None:
    """No advice for loaded words inside quotation marks."""
    assert "disgraceful" not in acts(told("“It was a disgraceful decision,” Ibbot said."))


def test_a_text_without_any_source_is_told_so() -> None:
    """Who says so, of those concerned?"""
    assert "No claim in the text has a source" in acts(annotate("The quay is closed. Boats wait. Rain fell. " * 12))


def test_points_only_when_asked() -> None:
    """The same lines without and with points; both say which item."""
    annotation = told("Experts say that the quay will sink.")
    plain, counted = " ".join(advice_lines(annotation, 100)), " ".join(advice_lines(annotation, 100, points=True))
    assert "points" not in plain
    assert "points now" in counted
    assert "sourcing" in plain


def test_at_most_eight() -> None:
    """Many faults, eight pieces of advice, the weightiest first."""
    found = advise(
        told(" ".join(["Critics say it is a disgraceful farce. Insiders claim the shameful truth is hidden."] * 9))
    )
    assert len(found) == MOST
    assert [one.points for one in found] == sorted((one.points for one in found), reverse=True)


def test_nothing_is_to_be_invented_dropped_or_unquoted() -> None:
    """No act asks for less: only for asking, naming, checking, reporting."""
    for act in ACTS.values():
        assert not any(
            word in act.lower()
            for word in ("remove", "delete", "drop", "cut ", "leave out", "quotation marks", "invent")
        )


def test_nothing_found_is_no_praise() -> None:
    """A clean text gets a line that says so."""
    assert "that is no praise" in " ".join(advice_lines(told(""), 100))
