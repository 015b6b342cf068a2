"""What the transparency family does beyond its rules' own examples."""

from __future__ import annotations

import pytest

from newsgauge.article import Finding, Span
from newsgauge.detectors import transparency
from newsgauge.document import Document


def findings(text: str, residue: tuple[Span, ...] = ()) -> list[Finding]:
    document = Document(text)
    document.settle(residue, guess_title=False)
    return transparency.DETECTOR.find(document)


def test_a_byline_is_found_in_masked_text_too() -> None:
    """A scraper's leftover may be the very line that names the author."""
    text = "By Jane Roe\nThe dam broke."
    (finding,) = findings(text, (Span(0, 11),))
    assert (finding.kind, finding.text) == ("transparency.byline", "By Jane Roe")


@pytest.mark.parametrize("name", ["NorvaleOnline.com", "the Velden Gazette", "Reuters", "the Norvale Daily News"])
def test_outlets_are_known_by_word_and_shape(name: str) -> None:
    """A domain, a list word, or a name that ends in Gazette, News …"""
    (finding,) = findings(f"The dam leaks, according to {name}, and the road is shut.")
    assert finding.text == f"according to {name}"


@pytest.mark.parametrize("name", ["Ada Quill", "the FBI", "NATO", "the Velden fire brigade", "the post office"])
def test_other_names_are_no_outlets(name: str) -> None:
    """People, agencies and bodies are sources, not outlets."""
    assert findings(f"The dam leaks, according to {name}, and the road is shut.") == []


def test_a_source_line_is_link_and_credit() -> None:
    """The address is a link, and behind “Source:” also the origin."""
    found = findings("The dam broke.\nSource: https://norvale.example/a?b=c")
    assert sorted(f.kind for f in found) == ["transparency.credit", "transparency.link"]
    assert {f.text for f in found} == {"https://norvale.example/a?b=c"}


def test_a_handle_is_no_address() -> None:
    """Only mail addresses are contact."""
    assert findings("Follow @velden for more.") == []
