"""Loaded wording, by technique: the words that judge, frighten, mock or wave a flag instead of telling.

The lexicon holds the words; most fire wherever they stand, the ambiguous ones ask their neighbours. What is part of
a name, denied, spoken *about* or meant literally is left alone. A learnt table adds the spans it is sure of. Words
inside quotations are found too, with voice ``quoted``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.loaded_wording import learnt_spans, reading, scare_quotes, shouting, words
from newsgauge.detectors.loaded_wording.rules import KINDS, RULES
from newsgauge.rule import Detector

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document


def find(document: Document) -> list[Finding]:
    """Loaded words, scare quotes, shouted words and exclamations of a settled document, and spans a table has learnt."""
    known = reading.read(document)
    return learnt_spans.find(known, _ruled(known))


def ruled(document: Document) -> list[Finding]:
    """What the rules alone find: the learnt tables read it."""
    return _ruled(reading.read(document))


def _ruled(known: reading.Reading) -> list[Finding]:
    worded = words.find(known)
    covered = [(finding.start, finding.end) for finding in worded]
    return [
        *worded,
        *scare_quotes.sneering(known),
        *shouting.emphasis(known, covered),
        *shouting.exclamations(known),
    ]


DETECTOR: Final = Detector(
    "loaded_wording",
    "Words that judge, frighten, mock or wave a flag instead of telling what happened, by technique and by voice.",
    KINDS,
    RULES,
    find,
)
