"""Whatever the text: items slice it, stand in their sentences, and none is lost between forms."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import newsgauge
from newsgauge.article import Article
from newsgauge.checklist import KINDS, checklist, checklist_html, checklist_markdown

WORDS = (
    "Ann", "Vale", "the", "mayor", "said", "on", "Monday", "3", "March", "£4.5", "million", "“", "”", '"', "‘", "’", ".", ",",
    "\n", "\n\n", "first", "one", "of", "U.S.", "al-Qasr", "12\"", "“We", "told", "Radio", "(", ")", "—", "\u202e", "é", "😀", "2019", "?",
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.booleans())
def test_items_slice_the_text(words: list[str], guess: bool) -> None:
    """Offsets, order, numbers, sentences and later places hold."""
    text = " ".join(words)
    a = newsgauge.annotate(Article(text, guess_title=guess))
    found = checklist(a)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert one.kind in KINDS
        assert text[one.start : one.end] == one.text != ""
        assert one.sentence.start <= one.start < one.sentence.end
        assert all(one.end <= again.start < again.end <= len(text) for again in one.again)
        assert one.distance is None or 0 <= one.distance <= 2
    assert sum(line.startswith("- [ ] ") for line in checklist_markdown([a])) == len(found)
    assert checklist_html([a]).count('autocomplete="off"><span') == len(found)
