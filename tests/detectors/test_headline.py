"""Headlines beyond the examples: titles only, bodies as witnesses, overlap by hand."""

from __future__ import annotations

from math import isnan

import pytest

from newsgauge.article import Finding, Span
from newsgauge.detectors.headline import DETECTOR, overlap
from newsgauge.document import Document

BODY = "The board met on Monday. It voted for the bridge by five to four."


def document(title: str, body: str = BODY, *, cut: bool = False) -> Document:
    made = Document(f"{title}\n\n{body}" if body else title, cut=cut)
    made.settle(title=Span(0, len(title)) if title else None, guess_title=False)
    return made


def find(title: str, body: str = BODY, *, cut: bool = False) -> list[Finding]:
    return DETECTOR.find(document(title, body, cut=cut))


def kinds(title: str, body: str = BODY) -> set[str]:
    return {f.kind for f in find(title, body)}


def test_only_the_title_is_read() -> None:
    """The same words in the body are no headline."""
    assert find("Board votes for bridge", "You won't believe what happened next! BREAKING: (Video)") == []


def test_without_a_title_there_is_nothing_to_find() -> None:
    """A text without a title has no headline findings."""
    assert find("", "You won't believe it.") == []


def test_a_title_alone_is_read_too() -> None:
    """A title without a body still teases."""
    assert kinds("You won't believe this vote", "") == {"headline.teasing"}


@pytest.mark.parametrize(
    ("title", "words"), [("Board HATES Bridge", ["HATES"]), ("NATO and FBI meet", []), ("Storm HITS Holm", [])]
)
def test_capitals_shout_where_the_body_writes_the_word_small(title: str, words: list[str]) -> None:
    """A word the body knows in small letters is shouted; acronyms and words unknown to the body are not."""
    body = "The board hates the bridge, and the board of the treaty met."
    assert [f.text for f in find(title, body) if f.kind == "headline.shouting"] == words


def test_neighbouring_shouts_are_one_finding() -> None:
    """Two shouted words side by side are marked together."""
    body = "The board never voted for the bridge."
    assert [f.text for f in find("Board NEVER VOTED for it", body) if f.kind == "headline.shouting"] == ["NEVER VOTED"]


def test_a_page_wholly_in_capitals_does_not_shout() -> None:
    """Where the body is in capitals too, capitals say nothing."""
    assert find("BOARD VOTES FOR THE BRIDGE", BODY.upper()) == []
    assert kinds("BOARD VOTES FOR THE BRIDGE") == {"headline.shouting"}


def test_a_clean_headline_is_clean() -> None:
    """Plain headlines carry no finding."""
    for title in (
        "Board votes for bridge",
        "Two hurt as bus leaves road",
        "Holm FC 2-1 Lund: late goal settles match",
        "Lund, 54, elected",
    ):
        assert find(title) == []


def test_a_cut_sample_keeps_its_promises() -> None:
    """What was cut off may hold the video, so nothing is said."""
    long = " ".join([BODY] * 14)
    assert "headline.promise" in {f.kind for f in find("Board votes (Video)", long)}
    assert "headline.promise" not in {f.kind for f in find("Board votes (Video)", long, cut=True)}


def test_overlap_counts_the_content_words_that_return() -> None:
    """Of board, votes, harbour and bridges two return, so a half; plurals and possessives count as the word."""
    assert overlap(document("Board votes on harbour bridges", "The board's bridge is old.")) == 0.5


def test_overlap_is_unknown_without_title_or_body() -> None:
    """NaN is unknown, never nought."""
    assert isnan(overlap(document("Board votes", "")))
    assert isnan(overlap(document("", BODY)))
    assert isnan(overlap(document("Of the and", BODY)))


def test_masked_words_are_no_body() -> None:
    """A title that returns only in residue doesn't overlap."""
    text = "Harbour vote\n\nThe board met. Share harbour vote"
    made = Document(text)
    made.settle([Span(text.index("Share"), len(text))], title=Span(0, 12), guess_title=False)
    assert overlap(made) == 0.0


def test_every_kind_has_eight_hits_or_its_family_does() -> None:
    """The family is shown by far more than eight hits and misses."""
    assert sum(len(rule.fires) for rule in DETECTOR.rules) >= 40
    assert sum(len(rule.silent) for rule in DETECTOR.rules) >= 40
    assert {rule.kind for rule in DETECTOR.rules} == {kind.name for kind in DETECTOR.kinds}
