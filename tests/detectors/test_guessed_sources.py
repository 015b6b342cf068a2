"""Who speaks where the learnt table alone says that a word attributes: the table is left out, the word is given."""

from __future__ import annotations

import pytest

from newsgauge.article import Range
from newsgauge.detectors.attribution import guess
from newsgauge.document import Document


def guessed(text: str, word: str) -> str | None:
    """The source of the cue, "" where it is nobody, None where no attribution is made."""
    document = Document(text)
    document.settle(guess_title=False)
    at = document.lower.index(word)
    sentence = next(one for one in document.sentences if one.first <= at < one.end)
    reading = guess.read(document, at, sentence, None, None)
    if reading is None:
        return None
    return document.words(*reading.source) if reading.source.end > reading.source.first else ""


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("Ruth Ostrow mulled a sale of the mill.", "mulled", "Ruth Ostrow"),
        ("The plan drew scorn from the critics.", "scorn", "the critics"),
        ("The law was mourned by Ruth Ostrow.", "mourned", "Ruth Ostrow"),
        ("His long-held worry is the dam.", "worry", "His"),
        ("Others joined Ostrow's plea for help.", "plea", "Ostrow's"),
        ("Novak drew heed to the dam.", "heed", "Novak"),
        ("OSTROW: The bridge is closed.", ":", "OSTROW"),
        ("Ruth Ostrow: The bridge is closed.", ":", "Ruth Ostrow"),
        ("The bridge is rumoured to be shut.", "rumoured", ""),
        ("The bridge is allegedly shut.", "allegedly", ""),
    ],
)
def test_the_nearest_phrase_that_can_speak_is_the_source(text: str, word: str, source: str) -> None:
    """Subjects, owners, by-phrases, a speaker's line; or nobody, where something is said all the same."""
    assert guessed(text, word) == source


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ruth Ostrow would not mull a sale.", "mull"),
        ("I mulled a sale of the mill.", "mulled"),
        ("The storm mulled over the hills.", "mulled"),
        ("Economic Warning: The bridge is closed.", ":"),
        ("The doors were called back at once.", "called"),
    ],
)
def test_nothing_is_guessed_of_denials_things_and_headlines(text: str, word: str) -> None:
    """Negations, the first person, what can't speak, labels before a colon, passives that say nothing."""
    assert guessed(text, word) is None


def test_the_cue_is_the_word_itself() -> None:
    """One token, whatever stands around it."""
    document = Document("Ruth Ostrow has mulled a sale.")
    document.settle(guess_title=False)
    reading = guess.read(document, 3, document.sentences[0], None, None)
    assert reading is not None
    assert reading.cue == Range(3, 4)
