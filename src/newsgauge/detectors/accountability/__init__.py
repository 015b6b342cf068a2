"""Accountability: reply sought, documents seen, reasons for anonymity, interests disclosed, corrections, method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.accountability.checks import CHECKS
from newsgauge.detectors.accountability.replies import as_it_stands
from newsgauge.detectors.accountability.rules import BY_NAME, KINDS, RULES
from newsgauge.rule import Detector

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document


def find(document: Document) -> list[Finding]:
    """Marks of accountable reporting in a document."""
    found: list[Finding] = []
    reached = 0
    for hit in document.hits["accountability"]:
        rule = BY_NAME[hit.entry.rule]
        kept = CHECKS.get(rule.name, as_it_stands)(document, hit)
        if kept and kept.first >= reached:
            reached = kept.end
            found.append(document.finding(rule, *kept, weight=hit.entry.weight))
    return found


DETECTOR: Final = Detector(
    "accountability",
    "What lets a reader check the reporter: replies, papers, reasons, interests, corrections, method.",
    KINDS,
    RULES,
    find,
)
