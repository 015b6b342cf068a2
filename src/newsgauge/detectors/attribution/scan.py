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
_MARKS: Final = DOUBLE | SINGLE
_BEFORE_NOUNS: Final = phrases.DETERMINER | phrases.PREPOSITION


def read(document: Document) -> list[Reading]:
    """All cues of the text outside quotations, with their sources."""
    found: list[Reading] = []
    low, mark = document.lower, document.mark
    tables = cues.verbs(), cues.likely()
    sentences = document.sentences
    number, sentence = -1, NO_RANGE
    last: Reading | None = None
    for at, sure, alone in likelihood.worth_reading(document):
        while at >= sentence.end:
            number, last = number + 1, None
            sentence = sentences[number]
        verb = tables[sure].get(low[at])
        reading = None
        if at > sentence.first and low[at].endswith("ed") and guess.modifies(document, at):
            continue
        if verb is not None and not (verb.tense == "base" and at > sentence.first and _makes_noun(document, at, sure)):
            reading = _read(document, at, sentence, verb, last)
        if reading is None and mark[at] & CUE_NOUN:
            reading = mentions.noun(document, at, sentence, sure)
        if reading is None and alone and (verb is None or verb.tense != "base"):
            reading = guess.read(document, at, sentence, tables[True].get(low[at]), last)
        if reading is not None:
            found.append(reading)
            if reading.source.end > reading.source.first:
                last = reading
    return found


def _read(document: Document, at: int, sentence: Range, verb: cues.Verb, last: Reading | None) -> Reading | None:
    if verb.frames.startswith("a"):
        return mentions.according(document, at, sentence)
    if (
        document.mark[at] & CAPITAL
        and at > sentence.first
        and not document.mark[at - 1] & _MARKS
        and not _in_title(document, at)
    ):
        return None
    if guess.spoken_of(document, at, sentence, verb) or (verb.tense == "third" and guess.plural_noun(document, at)):
        return None
    before = verbs.left_of(document, at, sentence.first, verb)
    if before is None:
        return None
    place, helpers, by = before
    if by or verb.frames.startswith("y") or (verb.tense == "participle" and not helpers):
        return mentions.by_phrase(document, at, sentence, verb)
    return verbs.active(document, at, place, helpers, sentence, verb, last)


def _makes_noun(document: Document, at: int, sure: bool) -> bool:
    """An article or preposition before a bare form: "the claim"; but "many claim", and "seemed to claim"."""
    before = document.mark[at - 1]
    if sure and document.lower[at - 1] == "to":
        return False
    return bool(before & _BEFORE_NOUNS and not before & CLASS["collective"])


def _in_title(document: Document, at: int) -> bool:
    return document.title is not None and document.title.first <= at < document.title.end
