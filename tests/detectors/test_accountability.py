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
