"""What the accountability family does beyond its rules' own examples."""

from __future__ import annotations

import pytest

from newsgauge.article import Finding
from newsgauge.detectors import accountability
from newsgauge.document import Document


def findings(text: str) -> list[Finding]:
    document = Document(text)
    document.settle(guess_title=False)
    return accountability.DETECTOR.find(document)


def test_anonymity_counts_only_with_its_reason() -> None:
    """The bare condition names no reason; "because" does."""
    assert findings("The aide spoke on condition of anonymity.") == []
    (finding,) = findings("The aide spoke on condition of anonymity because she was ill.")
    assert finding.kind == "accountability.anonymity_reason"


@pytest.mark.parametrize("thing", ["car", "plan", "man"])
def test_things_seen_are_no_documents(thing: str) -> None:
    """Only papers and recordings are seen in the reporter's sense."""
    assert findings(f"The {thing} was seen by two boys.") == []


def test_a_reply_sought_is_one_finding() -> None:
    """The opening and the request belong together."""
    found = findings("Velden Tin did not respond to several requests for comment on Monday.")
    assert [f.text for f in found] == ["did not respond to several requests"]


def test_being_denied_is_no_denial() -> None:
    """Who is denied something denies nothing."""
    assert findings("He was denied the charges he wanted.") == []


def test_the_polices_interviews_are_not_the_reporters() -> None:
    """A method is the author's or the study's own."""
    assert findings("Detectives interviewed more than 40 people.") == []
    assert [f.kind for f in findings("The Gazette interviewed more than 40 people.")] == ["accountability.method"]


@pytest.mark.parametrize(
    "text",
    [
        "A clerk who refused to be named told of the leak.",
        "Quill refused to answer questions before the committee.",
        "She declined to say whether she would run again.",
        "The miller refused to give up his seat.",
    ],
)
def test_a_refusal_is_a_reply_only_where_somebody_asked_for_one(text: str) -> None:
    """Anonymity, a stance kept back, a seat and a hearing are no right of reply."""
    assert findings(text) == []


def test_a_body_or_a_reporter_makes_the_refusal_a_reply() -> None:
    """The same verb counts where reporters asked or an office answers."""
    (finding,) = findings("The police declined to say how many men they hold.")
    assert finding.rule == "accountability.reply_sought:no-reply"
    (finding,) = findings("Asked by a reporter, Quill refused to say more.")
    assert finding.rule == "accountability.reply_sought:no-reply"


@pytest.mark.parametrize("text", ["The heat has contributed to the feud.", "Donors have donated more to the left."])
def test_causes_and_donors_are_no_interests(text: str) -> None:
    """A tie is disclosed of somebody; a cause ties nobody."""
    assert findings(text) == []


@pytest.mark.parametrize(
    "text",
    ["There aren't any randomised trials of it.", "How the Study Was Conducted", "A randomised trial is needed."],
)
def test_a_method_is_one_that_was_used(text: str) -> None:
    """Lacking, wished-for and announced methods tell nothing of how something is known."""
    assert findings(text) == []
