"""Residue beyond the rules' own examples: order, masks, extents, laws and time."""

from __future__ import annotations

import time
from itertools import pairwise

from newsgauge.article import Span
from newsgauge.detectors import residue
from newsgauge.document import Document

PARAGRAPH = "The council of Velden met on Monday and voted for the new bridge after a debate that lasted five hours."


def texts(text: str, *, cut: bool = False) -> list[tuple[str, str]]:
    """Kinds and words of the findings."""
    return [(f.kind, f.text) for f in residue.find(Document(text, cut=cut))]


def test_before_settling() -> None:
    """The family reads an unsettled document and leaves it so: nothing masked, no hits computed."""
    document = Document(f"A bridge falls\n\n{PARAGRAPH}\n\nLeave a Reply")
    assert [f.text for f in residue.find(document)] == ["Leave a Reply"]
    assert not document.masked.any()
    assert not {"hits", "sentences"} & set(vars(document))


def test_offsets_slice_the_text() -> None:
    """Every finding's words are the text between its offsets, with carriage returns and wide characters too."""
    text = f"A bridge falls\r\n\r\n{PARAGRAPH} 🏗\r\n\r\nSee also: bakers strike\r\n\r\n© 2024 Velden Courier"
    findings = residue.find(Document(text))
    assert [f.text for f in findings] == ["See also: bakers strike", "© 2024 Velden Courier"]
    assert all(text[f.start : f.end] == f.text for f in findings)


def test_findings_never_overlap() -> None:
    """Where two rules meet, the longer finding stands and the other is dropped."""
    document = Document(
        "The bridge. (Photo: Ada Quill/Getty Images) It fell. Read more: https://velden.example Share this article"
    )
    findings = residue.find(document)
    assert all(a.end <= b.start for a, b in pairwise(findings))


def test_a_title_is_no_link() -> None:
    """“Watch:” on the first line is a headline's beginning, further down a link."""
    assert texts(f"Watch: a bridge falls\n\n{PARAGRAPH}") == []
    assert texts(f"A bridge falls\n\nWatch: a tower falls\n{PARAGRAPH}") == [
        ("residue.see_also", "Watch: a tower falls")
    ]


def test_the_end_of_a_cut_sample_is_no_truncation() -> None:
    """Law 4: the same open end is a finding in a whole text and none in a cut one."""
    text = f"A bridge falls\n\n{PARAGRAPH}\n{PARAGRAPH} Nobody could say why it had fallen or who was to"
    assert texts(text) == [("residue.truncated", "fallen or who was to")]
    assert texts(text, cut=True) == []


def test_a_break_in_the_middle_of_a_cut_sample_counts() -> None:
    """Only the very end of a cut sample is excused."""
    broken = "Nobody in the valley could cross the river for a week, a view that is shared by"
    found = texts(f"A bridge falls\n\n{broken}\n{PARAGRAPH}", cut=True)
    assert [kind for kind, _ in found] == ["residue.truncated"]


def test_wrapped_lines_are_no_breaks() -> None:
    """A text wrapped at a width ends its lines in any word."""
    wrapped = "\n".join(
        [
            "The council of Velden met on Monday and voted for the",
            "new bridge after a debate that lasted five hours and the",
            "mayor said that work would begin in spring and that the",
            "old crossing would stay open until it was done and the",
            "baker was glad about it and the smith was glad about the",
            "bridge as well.",
        ]
    )
    assert texts(wrapped) == []


def test_line_breaks_are_not_needed() -> None:
    """Prompts run into one long line are found as sentences."""
    text = f"{PARAGRAPH} Sign up for our daily newsletter. {PARAGRAPH} Follow us on Facebook. {PARAGRAPH}"
    assert [words for _, words in texts(text)] == ["Sign up for our daily newsletter.", "Follow us on Facebook."]


def test_what_follows_the_end() -> None:
    """After a source line short lines are other stories; a paragraph among them means the article goes on."""
    tail = "Source: https://velden.example/bridge\nThe bakers of Orsa went on strike on Monday."
    head = f"A bridge falls\n\n{PARAGRAPH}\n{PARAGRAPH} It rained.\n{PARAGRAPH} It rained again."
    assert [kind for kind, _ in texts(f"{head}\n{tail}")][-1] == "residue.related_headline"
    long = f"{PARAGRAPH} {PARAGRAPH} {PARAGRAPH}"
    assert "residue.related_headline" not in [kind for kind, _ in texts(f"{head}\n{tail}\n{long}")]


def test_masks_are_spans() -> None:
    """Inside a line only the words of the leftover are found, so that the rest stays readable."""
    text = "The bridge fell. pic.twitter.com/a1b2c3 The mayor wept."
    document = Document(text)
    document.settle([f.span for f in residue.find(document)], guess_title=False)
    assert [document.words(*s) for s in document.sentences] == ["The bridge fell.", "The mayor wept."]
    assert Span(17, 39) == next(f.span for f in residue.find(Document(text)))


def test_nothing_from_nothing() -> None:
    """Empty and tiny texts have no residue."""
    assert texts("") == []
    assert texts("\n\n") == []
    assert texts("a") == []


def test_linear_time() -> None:
    """Ten times the text costs about ten times the time, on lines, brackets and marks that invite looking around."""
    for piece in ("( [ { < @ # © ", "Read more: A\n", "a/b/AP ", "word "):
        small, large = (Document(piece * n) for n in (2_000, 20_000))
        residue.find(Document(piece * 100))
        began = time.process_time()
        residue.leftovers(small)
        middle = time.process_time()
        residue.leftovers(large)
        assert time.process_time() - middle < 40 * max(middle - began, 0.02), piece
