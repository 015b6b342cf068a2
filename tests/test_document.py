"""The document: offsets that slice the given text, lines, titles, lexicon hits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgauge import lexicons, vocabulary
from newsgauge.article import Span
from newsgauge.document import Document


@given(st.text(max_size=200))
def test_tokens_are_the_text(text: str) -> None:
    """Tokens slice the text as it was given, in order, and leave nothing but white space out."""
    document = Document(text)
    place = 0
    for start, end in zip(document.starts, document.ends, strict=True):
        assert text[place:start].strip() == ""
        assert text[start:end].strip() == text[start:end] != ""
        place = end
    assert text[place:].strip() == ""


@given(st.text(alphabet="a\r\n .", max_size=60))
def test_lines_hold_every_token(text: str) -> None:
    """Lines are what splitlines gives, without the empty ones, for all kinds of line ends."""
    document = Document(text)
    assert [document.words(*line) for line in document.lines] == [s.strip() for s in text.splitlines() if s.strip()]


def test_carriage_returns_stay() -> None:
    """Offsets count carriage returns, since the text is never changed."""
    text = "Title here now\r\n\r\nThe barn burnt."
    document = Document(text)
    document.settle()
    assert document.title is not None
    assert document.words(*document.title) == "Title here now"
    assert text[document.starts[document.body_first] :] == "The barn burnt."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Barn burns in Oddo\n\nA barn burnt.", "Barn burns in Oddo"),
        ("Barn burns in Oddo\nA barn burnt in the night.", "Barn burns in Oddo"),
        ("Who burnt the barn?\n\nNobody knows.", "Who burnt the barn?"),
        ("A barn burnt. Nobody was hurt.\n\nIt stood on a hill.", None),
        ("The barn burnt in the night.\n\nIt stood on a hill.", None),
        ("Barn\n\nIt stood on a hill.", None),
        ("Barn burns in Oddo", None),
        ("", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    """The first line is the title where it looks like one and something follows."""
    document = Document(text)
    document.settle()
    assert (document.words(*document.title) if document.title else None) == title


def test_title_stands_after_residue() -> None:
    """The first title-like line after residue is the title."""
    text = "barn_fire_77.jpg\n\nBarn burns in Oddo\n\nA barn burnt."
    document = Document(text)
    document.settle([Span(0, 16)])
    assert document.title is not None
    assert document.words(*document.title) == "Barn burns in Oddo"


def test_given_title_wins() -> None:
    """A title that the input named is the title, whatever it looks like."""
    document = Document("Fire.\n\nBarn burns in Oddo\n\nA barn burnt.")
    document.settle(title=Span(0, 5))
    assert document.title is not None
    assert document.words(*document.title) == "Fire."


def test_phrases_expand() -> None:
    """Brackets are optional words, parentheses alternatives."""
    assert sorted(lexicons.expand("it (is|was) [now] said")) == [
        "it is now said",
        "it is said",
        "it was now said",
        "it was said",
    ]


def test_hits_ignore_case_space_and_apostrophe() -> None:
    """A phrase is found across line ends and in capitals, and nowhere inside other words."""
    phrase = next(e for found in lexicons.load().phrases.values() for e in found if len(e.words) == 3)
    words = phrase.words
    document = Document(f"{words[0].upper()}  {words[1]}\n{words[2]} and x{' '.join(words)}")
    document.settle(guess_title=False)
    assert [(h.first, h.end) for h in document.hits[phrase.family] if h.entry.words == words] == [(0, 3)]


@given(st.integers(0, 60), st.integers(0, 60))
def test_tokens_of_a_span_touch_it(a: int, b: int) -> None:
    """The tokens of a span are exactly those that share a code point with it."""
    document = Document("The barn on the hill burnt, said Ann Vale (58), a farmer…")
    start, end = min(a, b), max(a, b)
    first, last = document.tokens_of(start, end)
    touching = [k for k in range(len(document)) if document.starts[k] < end and document.ends[k] > start]
    assert list(range(first, last)) == (touching if start < end else list(range(first, last)))


def test_ids_are_stable() -> None:
    """A finding's id depends on its rule, its words and which occurrence it is, not on what stands before it."""
    from newsgauge.rule import Rule

    rule = Rule("family.kind:rule", 0.5, "A note.", "", "")
    one, two = Document("so bad, so bad"), Document("Well! so bad, so bad")
    assert [one.finding(rule, 0, 2).id, one.finding(rule, 3, 5).id] == [
        two.finding(rule, 2, 4).id,
        two.finding(rule, 5, 7).id,
    ]


def test_a_full_memo_keeps_what_came_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forms of one text alone go, those that a later text had too stay under new numbers; what a text is read as stays the same."""
    monkeypatch.setattr(vocabulary, "LIMIT", 40)
    monkeypatch.setattr(vocabulary, "_current", vocabulary.Vocabulary())
    common = "The mayor said the gate was shut."
    first = Document(common)
    again = Document(common + " Unlikely words: " + " ".join(f"w{at}" for at in range(40)))
    assert len(again.vocabulary) > 40
    last = Document(common)
    assert last.vocabulary is not first.vocabulary
    assert set(last.vocabulary) == {"The", " mayor", " said", " the", " gate", " was", " shut", "."}
    assert (last.lower, last.starts, last.mark) == (first.lower, first.starts, first.mark)
    assert last.hashes.tolist() == first.hashes.tolist()
    assert last.vocabulary.lower[:9].tolist() == ["the", "mayor", "said", "the", "gate", "was", "shut", ".", None]
    kept = last.vocabulary
    assert all(kept.lower[number] == form.strip().lower() for form, number in kept.items())
    marks = kept.forms["marks"][: len(kept)].tolist()
    lexicon_words = {number for number, mark in enumerate(marks) if mark & vocabulary.ENTRY}
    assert lexicon_words == set(kept.entries)


def test_counts_part_title_residue_body_and_quotations() -> None:
    """All parts of a text are counted at once: the whole, what isn't masked, the body, and what its author says."""
    document = Document("A Plain Title\n\nAnn said “No more” today.\nShare this\nThe end came late.")
    start = document.text.index("Share")
    document.settle([Span(start, start + len("Share this"))])
    counted = document.counts
    assert [counts["words"] for counts in counted] == [14, 12, 9, 7]
    assert counted.own["letters"] == len("AnnsaidtodayTheendcamelate")
    assert counted.own["characters"] == counted.own["letters"] + len("“”..")
    assert document.sentence_counts.quoted == [0, 2, 0]


def test_a_form_met_again_is_no_new_one() -> None:
    """The memo holds a form once, whatever the text; another case is another form."""
    first, again = Document("Quibblesome zorbles quibblesome"), Document(" zorbles quibblesome")
    assert first.vocabulary is again.vocabulary
    assert again.ids.tolist() == first.ids.tolist()[1:]
    assert first.ids[0] != first.ids[2]
    assert first.lower == ["quibblesome", "zorbles", "quibblesome"]
