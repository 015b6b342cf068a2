"""Readability: counts by hand, formulas as textstat has them, and textstat's own set without a network."""

from __future__ import annotations

import math
import socket
from collections.abc import Callable
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgauge import readability
from newsgauge.article import Span
from newsgauge.document import Document
from newsgauge.readability import Counts, counts, textstat_scores

FORMULAS = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
    "lix",
    "rix",
)
ANY_COUNTS = st.builds(Counts, *(st.integers(0, 5000) for _ in Counts._fields))  # impossible ones too


def settled(text: str, residue: tuple[Span, ...] = (), *, guess_title: bool = False) -> Document:
    document = Document(text)
    document.settle(residue, guess_title=guess_title)
    return document


def theirs(name: str, c: Counts, monkeypatch: pytest.MonkeyPatch) -> float:
    """textstat's function where every count it asks for is ours."""
    answers: dict[str, Callable[..., int]] = {
        "count_words": lambda *_, **__: c.words,
        "count_sentences": lambda *_, **__: c.sentences,
        "count_syllables": lambda *_, **__: c.syllables,
        "count_chars": lambda *_, **__: c.characters,
        "count_letters": lambda *_, **__: c.letters,
        "count_long_words": lambda *_, **__: c.long_words,
        "count_polysyllable_words": lambda *_, **__: c.polysyllables,
        "count_difficult_words": lambda *_, **__: c.difficult_words,
    }
    uncached = {}
    for part in (
        "words_per_sentence",
        "syllables_per_word",
        "chars_per_word",
        "letters_per_word",
        "sentences_per_word",
    ):
        uncached[part] = import_module(f"textstat.backend.metrics._{part}")
    function = import_module(f"textstat.backend.metrics._{name}")
    for module in (*uncached.values(), function):
        for counter, answer in answers.items():
            if hasattr(module, counter):
                monkeypatch.setattr(module, counter, answer)
    for part, module in uncached.items():  # textstat remembers answers by text, and the text here is always the same
        if hasattr(function, part):
            monkeypatch.setattr(function, part, getattr(module, part).__wrapped__)
    arguments = (
        ("x",) if name in ("automated_readability_index", "coleman_liau_index", "lix", "rix") else ("x", "en_US")
    )
    return float(getattr(function, name).__wrapped__(*arguments))


@pytest.mark.parametrize("name", FORMULAS)
@settings(deadline=None)  # the first call imports textstat, which takes seconds
@given(c=ANY_COUNTS)
def test_each_formula_is_textstats(name: str, c: Counts) -> None:
    """Given the same counts, both answer the same, zeros included."""
    pytest.importorskip("textstat")
    with pytest.MonkeyPatch.context() as patch:
        expected = theirs(name, c, patch)
    assert math.isclose(getattr(readability, name)(c), expected, rel_tol=1e-12, abs_tol=1e-9)


def test_formulas_by_hand() -> None:
    """100 words in 5 sentences, 150 syllables, 520 characters, 500 letters, 20 long words, 15 polysyllables."""
    c = Counts(100, 5, 150, 520, 500, 20, 15, 12)
    assert readability.flesch_reading_ease(c) == pytest.approx(206.835 - 20.3 - 126.9)
    assert readability.flesch_kincaid_grade(c) == pytest.approx(7.8 + 17.7 - 15.59)
    assert readability.gunning_fog(c) == pytest.approx(0.4 * 32)
    assert readability.smog_index(c) == pytest.approx(1.043 * math.sqrt(90) + 3.1291)
    assert readability.automated_readability_index(c) == pytest.approx(4.71 * 5.2 + 10 - 21.43)
    assert readability.coleman_liau_index(c) == pytest.approx(29 - 1.48 - 15.8)
    assert (readability.lix(c), readability.rix(c)) == pytest.approx((40, 4))


def test_counts_by_hand() -> None:
    """Figures and signs are no words; an abbreviation ends no sentence; names aren't difficult."""
    document = settled("Dr. Amberley left in 2021. Considerable damage remains, officials say.")
    assert counts(document) == Counts(
        words=9,  # Dr Amberley left in | Considerable damage remains officials say
        sentences=2,
        syllables=2 + 3 + 1 + 1 + 5 + 2 + 2 + 3 + 1,
        characters=61,
        letters=2 + 8 + 4 + 2 + 12 + 6 + 7 + 9 + 3,
        long_words=4,  # Amberley, Considerable, remains, officials
        polysyllables=3,  # Amberley, Considerable, officials
        difficult_words=1,
    )


def test_title_and_residue_are_not_read() -> None:
    """What a formula sees is the body, as if the title and the scraper's leftovers weren't there."""
    body = "The council met. It adjourned at noon without a decision on the bridge."
    title = "Council Delays Incomprehensible Infrastructural Reconsideration\n\n"
    leftover = "\n\nRecommended advertisement: extraordinary opportunities"
    text = title + body + leftover
    document = settled(text, (Span(len(title + body), len(text)),), guess_title=True)
    assert document.title is not None
    assert counts(document) == counts(settled(body))


def test_no_text_gives_zeros() -> None:
    """As textstat does, every formula answers 0 where there is nothing to read."""
    nothing = counts(settled("2021 – 17%"))
    assert (nothing.words, nothing.sentences) == (0, 0)
    assert {getattr(readability, name)(nothing) for name in FORMULAS} == {0.0}


def test_textstats_whole_set_needs_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No name is looked up and no connection opened, and textstat is left as it was found."""
    pytest.importorskip("textstat")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("textstat went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    module = import_module("textstat.backend.counts._count_syllables")
    before = module.get_cmudict
    scores = textstat_scores("The harbour of Little Penrow reopened on Monday. Ferries were delayed by an hour.")
    assert module.get_cmudict is before
    assert scores["lexicon_count"] == 14
    assert scores["sentence_count"] == 2
    assert scores["rix"] == 4 / 2  # harbour, reopened, Ferries, delayed
    assert isinstance(scores["text_standard"], str)
    assert set(readability.TEXTSTAT) < scores.keys()
