"""Readability by textstat's formulas on our own counts, and textstat's whole set on request.

textstat splits at every full stop ("Dr.", "U.S.") and drops sentences of two words; our counts come from the document,
without its title and its residue. Each formula equals textstat's function of the same name given the same counts.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from newsgauge.document import Document

# textstat's English set; all but these need a second argument, are deprecated, or are meant for other languages.
TEXTSTAT: Final = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
    "lix",
    "rix",
    "linsear_write_formula",
    "dale_chall_readability_score",
    "dale_chall_readability_score_v2",
    "spache_readability",
    "mcalpine_eflaw",
    "reading_time",
    "char_count",
    "letter_count",
    "lexicon_count",
    "sentence_count",
    "syllable_count",
    "difficult_words",
    "long_word_count",
    "miniword_count",
    "monosyllabcount",
    "polysyllabcount",
)
_patching = threading.Lock()


class Counts(NamedTuple):
    """What the formulas read.

    Attributes
    ----------
    words, sentences, syllables : int
        Words hold a letter; a sentence holds a word.
    characters : int
        Of all tokens, punctuation included, spaces not.
    letters : int
        Characters of the words.
    long_words, polysyllables : int
        Words of more than six letters; of three syllables or more.
    difficult_words : int
        Polysyllables that don't begin with a capital, so that names aren't held against a text (Gunning 1952).
        textstat leaves out a list of easy words instead.
    """

    words: int
    sentences: int
    syllables: int
    characters: int
    letters: int
    long_words: int
    polysyllables: int
    difficult_words: int


def counts(document: Document) -> Counts:
    """Count the body of a settled document, without its title and its residue."""
    counted, readable = document.counts.body, document.sentence_counts.readable
    title = bool(document.title and readable[document.sentence_at(document.starts[document.title.first])])
    return Counts(
        words=int(counted["readable"]),
        sentences=len(readable) - readable.count(0.0) - title,
        syllables=int(counted["syllables"]),
        characters=int(counted["characters"]),
        letters=int(counted["letters"]),
        long_words=int(counted["long"]),
        polysyllables=int(counted["polysyllables"]),
        difficult_words=int(counted["difficult"]),
    )


def _ratio(part: float, whole: int) -> float:
    return part / whole if whole else 0.0


def flesch_reading_ease(c: Counts) -> float:
    """Points, mostly 0 (hard) to 100 (easy); 0 for no text (Flesch 1948)."""
    if not (c.words and c.sentences and c.syllables):
        return 0.0
    return 206.835 - 1.015 * (c.words / c.sentences) - 84.6 * (c.syllables / c.words)


def flesch_kincaid_grade(c: Counts) -> float:
    """US school year; 0 for no text (Kincaid et al. 1975)."""
    if not (c.words and c.sentences and c.syllables):
        return 0.0
    return 0.39 * (c.words / c.sentences) + 11.8 * (c.syllables / c.words) - 15.59


def gunning_fog(c: Counts) -> float:
    """US school year; 0 for no text (Gunning 1952)."""
    if not c.words:
        return 0.0
    return 0.4 * (_ratio(c.words, c.sentences) + 100 * c.difficult_words / c.words)


def smog_index(c: Counts) -> float:
    """US school year; 0 for no sentence (McLaughlin 1969)."""
    return 1.043 * (30 * (c.polysyllables / c.sentences)) ** 0.5 + 3.1291 if c.sentences else 0.0


def automated_readability_index(c: Counts) -> float:
    """US school year; 0 for no text (Senter & Smith 1967)."""
    if not (c.words and c.sentences and c.characters):
        return 0.0
    return 4.71 * (c.characters / c.words) + 0.5 * (c.words / c.sentences) - 21.43


def coleman_liau_index(c: Counts) -> float:
    """US school year; 0 for no text (Coleman & Liau 1975, with textstat's rounded weights)."""
    if not (c.words and c.sentences and c.letters):
        return 0.0
    return 0.058 * (100 * c.letters / c.words) - 0.296 * (100 * c.sentences / c.words) - 15.8


def lix(c: Counts) -> float:
    """Points, about 20 (easy) to 70 (hard); 0 for no text (Björnsson 1968)."""
    return _ratio(c.words, c.sentences) + 100 * c.long_words / c.words if c.words else 0.0


def rix(c: Counts) -> float:
    """Long words per sentence; 0 for no sentence (Anderson 1983)."""
    return _ratio(c.long_words, c.sentences)


def textstat_scores(text: str) -> dict[str, float | str]:
    """Everything textstat says of an English text, by its function's name, on textstat's own counts.

    Reads nothing from the network: syllables come from textstat's second choice, hyphenation patterns.

    Parameters
    ----------
    text : str
        As given: title, residue and all.
    """
    with _offline():
        textstat = import_module("textstat.textstat").textstatistics()  # one of our own: set_lang is shared state
        scores: dict[str, float | str] = {name: float(getattr(textstat, name)(text)) for name in TEXTSTAT}
        scores["text_standard"] = textstat.text_standard(text)
    return scores


@contextmanager
def _offline() -> Iterator[None]:
    """While this lasts, textstat finds no pronouncing dictionary, which it would otherwise download."""
    module: Any = import_module("textstat.backend.counts._count_syllables")
    with _patching:
        original = module.get_cmudict
        module.get_cmudict = _no_dictionary
        try:
            yield
        finally:
            module.get_cmudict = original


def _no_dictionary(lang: str) -> None:
    """Stand in for textstat's ``get_cmudict``."""
    del lang
