"""Damaged language beyond the rules' own examples: masks, voices, clean English of many kinds, time."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from growth import grows_at_most
from newsgauge.article import Span
from newsgauge.detectors import translation
from newsgauge.detectors.translation import words
from newsgauge.document import Document


def found(text: str, masks: tuple[Span, ...] = (), title: Span | None = None) -> list[tuple[str, str]]:
    """Kinds and words of the findings of a settled text."""
    document = Document(text)
    document.settle(masks, title, guess_title=False)
    return [(f.kind.partition(".")[2], f.text) for f in translation.find(document)]


def test_glued_words_are_read_in_masked_text() -> None:
    """A seam at the head of a masked line shows how the text was cut; other kinds skip what is masked."""
    text = "Town newsThe bridge fell. He saw the the bridge."
    assert found(text, (Span(0, 25),)) == [("glued_words", "newsThe"), ("typo", "the the")]
    assert found(text, (Span(0, len(text)),)) == [("glued_words", "newsThe")]


def test_quoted_slips_are_the_speakers() -> None:
    """A slip inside quotation marks is found with voice quoted."""
    document = Document("“I saw the the bridge,” he said. She saw the the river.")
    document.settle(guess_title=False)
    assert [(f.text, f.voice) for f in translation.find(document)] == [("the the", "quoted"), ("the the", "author")]


def test_titles_may_be_capitalised() -> None:
    """Title case is no damage."""
    title = "The Bridge It Was Not Meant For a Town Of Bakers"
    assert found(f"{title}\n\nIt rained.\nIt snowed.", title=Span(0, len(title))) == []


CLEAN = (
    "The minister explained the matter to them, and they agreed on it, and that was that.",
    "What he had had to do was done; what it is is not known.",
    "My brother, who is from Orsa, he works very hard, and we are thanking God for it.",
    "The committee have met, and the team are going home; the police are looking into it.",
    "I'm after telling you that he was sat there, so he was, and she was stood by the door.",
    "Kindly revert at the earliest, the clerk wrote, and do the needful.",
    "He ain't going nowhere, she reckoned.",
    "They prepone the meeting and discuss the issue at length.",
)


@pytest.mark.parametrize("text", CLEAN)
def test_other_englishes_are_no_damage(text: str) -> None:
    """Dialects and second languages that are whole give no finding."""
    assert found(text) == []


def test_a_slip_over_a_line_break_is_none() -> None:
    """Words of two paragraphs don't stand side by side."""
    assert found("They came to see the\nthe bridge at Velden.") == []


def test_offsets_slice_the_text() -> None:
    """Mojibake found by characters and words found by tokens both lie where the text says."""
    text = "It\u00e2\u20ac\u2122s old \U0001f3d7 and the the end."
    document = Document(text)
    document.settle(guess_title=False)
    findings = translation.find(document)
    assert sorted(f.text for f in findings) == ["the the", "\u00e2\u20ac\u2122"]
    assert all(text[f.start : f.end] == f.text for f in findings)


def documents() -> Iterator[Document]:
    """Twelve times a word that is always small, once one that is sometimes large."""
    for _ in range(120):
        yield Document("see the small bridge and go to see Bridge street")


def test_learning_counts_capitals() -> None:
    """A word is plain when its share of capitals in mid-sentence is below one in a hundred: bridge has one in two."""
    table = words.learn(documents())
    assert "bridge" in table
    assert table.is_plain("small")
    assert not table.is_plain("bridge")
    assert "river" not in table


def test_a_saved_table_is_the_same() -> None:
    """What was saved gives the same bytes again, and holds no letter of a word."""
    table = words.learn(documents())
    packed = words.save(table)
    assert packed == words.save(table)
    assert b"bridge" not in packed
    assert table.unknown(table.hashes).sum() == 0


def test_the_table_that_ships() -> None:
    """The shipped table knows common words, in order, and not their misspellings."""
    table = words.load()
    assert bool(np.all(np.diff(table.hashes.astype(np.int64)) > 0))
    assert all(word in table for word in ("government", "bridge", "river"))
    assert not any(word in table for word in ("goverment", "recieve"))


def test_nothing_from_nothing() -> None:
    """Empty and tiny texts have no findings."""
    assert [found(text) for text in ("", "a", "?", "the", "“”", "A. B")] == [[]] * 6


def test_linear_time() -> None:
    """Ten times the text costs about ten times the time, on what the rules look at."""
    for piece in ("riverThe ", "a error. ", "the the ", "Velden For a ", "peopleand ", "&amp; Ã© "):
        small, large = (Document(piece * n) for n in (1_000, 10_000))
        for document in (small, large):
            document.settle(guess_title=False)
            assert document.quoted.sum() == 0
            assert document.hits is not None
        find = translation.find
        assert grows_at_most(60, lambda: find(small), lambda: find(large)), piece  # noqa: B023 - called at once
