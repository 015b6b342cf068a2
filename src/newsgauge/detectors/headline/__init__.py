"""Headlines: capitals that shout, phrases that withhold, bait, questions, promises not kept. Only the title is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.headline import promises, shouting, teasing
from newsgauge.detectors.headline.body import overlap
from newsgauge.detectors.headline.rules import KINDS, RULES
from newsgauge.rule import Detector

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

__all__ = ["DETECTOR", "KINDS", "RULES", "find", "overlap"]


def find(document: Document) -> list[Finding]:
    """What the title of a document does to be clicked; nothing without a title."""
    title = document.title
    if not title:
        return []
    return [
        *shouting.capitals(document, title),
        *teasing.phrases(document, title),
        *teasing.bracketed(document, title),
        *teasing.labelled(document, title),
        *teasing.shapes(document, title),
        *promises.unkept(document, title),
    ]


DETECTOR: Final = Detector(
    "headline",
    "What the headline does to be clicked: shouting, teasing, bait, questions, broken promises.",
    KINDS,
    RULES,
    find,
)
