"""Transparency: byline, dateline, date, credits to the origin of a story, links and contact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.transparency import addresses, lines, outlets
from newsgauge.detectors.transparency.outlets import outlet
from newsgauge.detectors.transparency.rules import CREDIT, KINDS, RULES, SELF, WRITE
from newsgauge.rule import Detector

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

__all__ = ["DETECTOR", "KINDS", "RULES", "find", "outlet"]


def find(document: Document) -> list[Finding]:
    """Marks of transparency in a document; bylines, dates and links are looked for in masked text too."""
    found: list[Finding] = []
    credited: set[int] = set()
    for hit in document.hits["transparency"]:
        if hit.entry.rule == WRITE.name:
            found.append(document.finding(WRITE, hit.first, hit.end, weight=hit.entry.weight))
        elif hit.entry.rule == CREDIT.name and (kept := outlets.credit(document, hit)):
            credited.update(range(*kept))
            found.append(document.finding(CREDIT, *kept, weight=hit.entry.weight))
    signs = addresses.signs(document)
    for first, end in outlets.by_outlets(document, signs):
        if credited.isdisjoint(range(first, end)):
            found.append(document.finding(SELF, first, end))
    return [
        *found,
        *outlets.bracketed(document),
        *addresses.links(document, signs),
        *addresses.mailboxes(document, signs),
        *lines.find(document),
    ]


DETECTOR: Final = Detector(
    "transparency",
    "Who wrote it, where, when, after whom, and how to reach them.",
    KINDS,
    RULES,
    find,
)
