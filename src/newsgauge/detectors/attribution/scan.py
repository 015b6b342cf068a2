"""From text to readings: every candidate word is tried as a cue, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.attribution import cues, guess, likelihood, mentions, phrases, verbs
from newsgauge.detectors.attribution.reading import NO_RANGE, Reading
from newsgauge.vocabulary import CAPITAL, CLASS, DOUBLE, SINGLE

if TYPE_CHECKING:
    from newsgauge.document import Document

CUE_NOUN: Final = CLASS["cue_noun"]
_COLLECTIVE: Final = CLASS["collective"]
_MARKS: Final = DOUBLE | SINGLE
_BEFORE_NOUNS: Final = phrases.DETERMINER | phrases.PREPOSITION


def read(document: Document) -> list[Reading]:
    """All cues of the text outside quotations, with their sources."""
    found: list[Reading] = []
    low, mark = document.lower, document.mark
    tables = cues.verbs(), cues.likely()
    sentences = document.sentences
    number, sentence = -1, NO_RANGE
    first, end = sentence
    last: Reading | None = None
    for at, sure, alone in likelihood.worth_reading(document):
        while at >= end:
            number, last = number + 1, None
            first, end = sentence = sentences[number]
        word = low[at]
        if at > first and word.endswith("ed") and guess.modifies(document, at):
            continue
        verb = tables[sure].get(word)
        bare = verb is not None and verb.tense == "base"
        reading = None
        if verb is not None and not (bare and at > first and _makes_noun(document, at, sure)):
            reading = _read(document, at, sentence, verb, last)
        if reading is None and mark[at] & CUE_NOUN:
            reading = mentions.noun(document, at, sentence, sure)
        if reading is None and alone and not bare:
            reading = guess.read(document, at, sentence, tables[True].get(word), last)
        if reading is not None:
            found.append(reading)
            begins, ends = reading.source
            if ends > begins:
                last = reading
    return found


def _read(document: Document, at: int, sentence: Range, verb: cues.Verb, last: Reading | None) -> Reading | None:
    kind = verb.frames[:1]
    if kind == "a":
        return mentions.according(document, at, sentence)
    mark, first = document.mark, sentence.first
    if mark[at] & CAPITAL and at > first and not mark[at - 1] & _MARKS and not _in_title(document, at):
        return None
    tense = verb.tense
    if guess.spoken_of(document, at, sentence, verb) or (tense == "third" and guess.plural_noun(document, at)):
        return None
    before = verbs.left_of(document, at, first, verb)
    if before is None:
        return None
    place, helpers, by = before
    if by or kind == "y" or (tense == "participle" and not helpers):
        return mentions.by_phrase(document, at, sentence, verb)
    return verbs.active(document, at, place, helpers, sentence, verb, last)


def _makes_noun(document: Document, at: int, sure: bool) -> bool:
    """An article or preposition before a bare form: "the claim"; but "many claim", and "seemed to claim"."""
    before = document.mark[at - 1]
    if sure and document.lower[at - 1] == "to":
        return False
    return bool(before & _BEFORE_NOUNS and not before & _COLLECTIVE)


def _in_title(document: Document, at: int) -> bool:
    return document.title is not None and document.title.first <= at < document.title.end
