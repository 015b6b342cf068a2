"""Whose words they are: quotations of every shape, marked in the text with [brackets]."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_at_most
from marked import marked
from newsgauge.document import Document
from newsgauge.quotations import MAX_DEPTH

TEXTS = (
    '"[We will rebuild it,]" said Ann Vale.',
    "“[We will rebuild it,]” said Ann Vale. “[Every stone of it.]”",
    "‘[We will rebuild it,]’ said Ann Vale.",
    "'[We will rebuild it,]' said Ann Vale.",
    "“[She told me, ‘Leave now,’ and I left,]” he said.",
    "'[The players' union agreed to it,]' she said.",
    "‘[The players’ union agreed to it,]’ she said.",
    "The players’ union agreed, and the owners’ lawyers did too.",
    "The players' union agreed, and the owners' lawyers did too.",
    "He didn't say it's the Vales' fault, nor the town's.",
    "The '90s were kinder, and rock 'n' roll paid the rent.",
    "Tell 'em the bridge is shut 'til May.",
    "A 6' fence and a 12\" pipe were stolen.",
    'It "[collapsed,]" he said, and "[nobody was told.]"',
    "„[So geht es nicht,]“ he said.",
    "«[Not like this,]» he said.",
    "The so-called “[reform]” was dropped.",
    "He called it a “[ridiculous contradiction]”.",
    '("[Never,]" she wrote.)',
    'The mayor—"[a friend]"—left.',
    'She asked: "[Why us?]" Nobody answered.',
    "Residents’ anger grew. ‘[Enough,]’ they wrote.",
    "“[One.]” “[Two.]” “[Three.]”",
    "‘[Like slaves]’: workers tell of the mine",
)


@pytest.mark.parametrize("example", TEXTS)
def test_outermost_quotations(example: str) -> None:
    """The outermost quotations are the marked ones, marks of the quotation excluded."""
    text, spans = marked(example)
    document = Document(text)
    assert [document.span(q.first, q.end) for q in document.quotations if q.depth == 0] == spans


def test_nested_voice_is_quoted() -> None:
    """A quotation within a quotation has its own entry, one level deeper."""
    document = Document("“She told me, ‘Leave now,’ and I left,” he said.")
    assert [(q.depth, document.words(q.first, q.end)) for q in document.quotations] == [
        (0, "She told me, ‘Leave now,’ and I left,"),
        (1, "Leave now,"),
    ]


def test_a_quotation_runs_over_paragraphs() -> None:
    """A paragraph left open goes on where the next one opens with a mark, and is quoted to its end."""
    document = Document("“We lost the barn.\n\n“We lost the herd,” said Ann Vale.\n\nShe left.")
    assert [(document.words(q.first, q.end), q.continued) for q in document.quotations] == [
        ("We lost the barn.", True),
        ("We lost the herd,", False),
    ]


def test_a_stray_mark_spoils_one_sentence_at_most() -> None:
    """A mark that never closes, in a long paragraph without breaks, is believed for its sentence only."""
    text = "He called it “a shame. " + "The council met again on Monday. " * 30
    document = Document(text)
    assert [document.words(q.first, q.end) for q in document.quotations] == ["a shame"]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    """A short paragraph whose closing mark was lost is quoted to its end, and the next is not."""
    document = Document("“We lost the barn, she said. It burnt.\n\nThe fire brigade came late.")
    assert [document.words(q.first, q.end) for q in document.quotations] == ["We lost the barn, she said. It burnt."]


def test_a_new_quotation_ends_one_left_open() -> None:
    """A second opening mark means that the first was never closed."""
    document = Document("He said “it burnt. She said “it fell” and left.")
    assert [document.words(q.first, q.end) for q in document.quotations] == ["it burnt", "it fell"]


def test_voices_cover_the_text() -> None:
    """The runs of voices join without gap or overlap, and name title, author and quotation."""
    text = "Vale fire: ‘all lost’\n\nThe barn burnt. “All lost,” said Ann Vale."
    document = Document(text)
    document.settle()
    runs = document.voices()
    assert "".join(text[a:b] for (a, b), _ in runs) == text
    assert [(text[a:b], voice) for (a, b), voice in runs if voice != "author"] == [
        ("Vale fire: ‘", "headline"),
        ("all lost", "quoted"),
        ("’", "headline"),
        ("All lost,", "quoted"),
    ]


def test_masked_marks_open_nothing() -> None:
    """Marks inside residue are not read."""
    text = "“See also: the fair\nThe barn burnt, said Ann Vale."
    document = Document(text)
    document.settle([document.span(*document.lines[0])], guess_title=False)
    assert document.quotations == []


@pytest.mark.parametrize("mark", ["“", '"', "‘", "'"])
def test_ten_thousand_marks_are_linear(mark: str) -> None:
    """Ten times as many nested marks take about ten times as long, never a hundred times."""

    def read(count: int) -> None:
        quotations = Document(f"{mark}word " * count).quotations
        assert all(q.depth < MAX_DEPTH for q in quotations)

    assert grows_at_most(40, lambda: read(1_000), lambda: read(10_000))


@given(st.text(alphabet="ab .,'\"“”‘’\n—(-", max_size=80))
def test_any_marks_give_ordered_ranges(text: str) -> None:
    """Whatever the marks, quotations are non-empty ranges inside the document, in order."""
    document = Document(text)
    found = document.quotations
    assert found == sorted(found)
    assert all(0 <= q.first < q.end <= len(document) for q in found)
