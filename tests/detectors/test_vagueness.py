"""What the vagueness family does beyond its rules' own examples."""

from __future__ import annotations

import pytest

from growth import grows_at_most
from newsgauge.article import Finding, Span
from newsgauge.detectors import vagueness
from newsgauge.document import Document


def findings(text: str, title: Span | None = None) -> list[Finding]:
    document = Document(text)
    document.settle(title=title, guess_title=False)
    return vagueness.DETECTOR.find(document)


def test_a_crowd_inside_a_quotation_is_found_as_quoted() -> None:
    """Voice is an attribute of the finding, never a filter."""
    (finding,) = findings("“Experts say the dam is safe,” Quill said.")
    assert (finding.text, finding.voice) == ("Experts say", "quoted")


def test_the_headline_is_the_headlines_voice() -> None:
    """A weasel in the title is found with the headline's voice."""
    (finding,) = findings("Critics say dam leaks\n\nThe dam was built in May.", Span(0, 21))
    assert finding.voice == "headline"


@pytest.mark.parametrize(
    "named", ["including Jane Roe of Velden College", "such as Ada Quill of the Norvale Institute"]
)
def test_a_crowd_with_one_of_its_names_is_no_weasel(named: str) -> None:
    """Whoever names one of the crowd can be asked."""
    assert findings(f"Experts, {named}, say the dam is safe.") == []
    assert findings(f"Many experts, {named}, believe the dam is safe.") == []


@pytest.mark.parametrize("body", ["the Velden Institute", "Norvale College"])
def test_experts_of_a_named_body_are_no_weasel(body: str) -> None:
    """The body that employs them answers for them."""
    assert findings(f"Experts at {body} say the dam is safe.") == []


@pytest.mark.parametrize(("left", "right"), [("liberals", "conservatives"), ("Republicans", "Democrats")])
def test_both_camps_are_treated_alike(left: str, right: str) -> None:
    """What is said of one side gives the same findings as what is said of the other."""
    sentence = "Many {} believe the toll is unfair, and some {} say so."
    spans = [[f.rule for f in findings(sentence.format(camp, camp))] for camp in (left, right)]
    assert spans[0] == spans[1] == ["vagueness.weasel_crowd:some-say"] * 2


def test_a_scheduled_event_is_ordinary_news() -> None:
    """ "Expected to" with somebody who does something on a day is not vague."""
    assert findings("Mayor Quill is expected to meet Roe in Velden on Monday and to arrive at noon.") == []


def test_may_is_also_a_month() -> None:
    """A date is no hedge."""
    assert findings("In May it could rain, and on May 3 it might snow.") == []


def test_findings_lie_on_the_text_and_are_short() -> None:
    """Offsets slice the words, and none is over twelve words long."""
    text = "It is widely believed that the dam leaks. Sources say so. Analysts and mayors alike, as they wonder, wait."
    for finding in findings(text):
        assert text[finding.start : finding.end] == finding.text
        assert len(finding.text.split()) <= 12


def test_time_grows_with_the_length_and_not_faster() -> None:
    """Eight times the text costs less than twenty times the time."""

    def read(times: int) -> Document:
        text = "".join(f"Many experts in V{n} say the dam could leak, and people in V{n} agree. " for n in range(times))
        document = Document(text)
        document.settle(guess_title=False)
        assert len(document.hits["vagueness"]) > times
        assert len(document.sentence_of) == len(document.quoted) == len(document)
        return document

    short, long = read(500), read(4000)
    assert grows_at_most(20, lambda: vagueness.DETECTOR.find(short), lambda: vagueness.DETECTOR.find(long))
