"""Whether a sentence names its source after all, and how far it is read for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.vocabulary import CAPITAL

if TYPE_CHECKING:
    from newsgauge.document import Document, Hit

FAR: Final = 40  # tokens of a sentence that are read for a source; bounds the work on endless sentences
REACH: Final = 8  # tokens between a crowd and its verb; the longest among the labelled spans is seven


def sentence(document: Document, at: int) -> Range:
    """The sentence a token stands in, or the token alone."""
    number = int(document.sentence_of[at])
    return document.sentences[number] if number >= 0 else Range(at, at + 1)


def as_it_stands(_document: Document, hit: Hit) -> Range | None:
    """The phrase is enough."""
    return Range(hit.first, hit.end)


def sourced(document: Document, hit: Hit) -> bool:
    """A name follows that answers "who": "including Jane Roe", "such as …", or "according to" with a source of "
    "its own."""
    lower, end = document.lower, sentence(document, hit.first).end
    for at in range(hit.end, min(end - 1, hit.end + FAR)):
        word = lower[at]
        if word in {"including", "like", "namely"} or (word == "as" and lower[at - 1] == "such"):
            if document.mark[at + 1] & CAPITAL:
                return True
        elif word == "according" and lower[at + 1] == "to" and at + 2 < end:
            return bool(document.mark[at + 2] & CAPITAL) or lower[at + 2] in {
                "a",
                "an",
                "the",
                "his",
                "her",
                "court",
                "police",
            }
    return False


def unsourced(document: Document, hit: Hit) -> Range | None:
    """The phrase, where its sentence names no source."""
    return None if sourced(document, hit) else Range(hit.first, hit.end)
