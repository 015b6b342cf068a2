"""Calibration: honest words for what is not known, and claims that go further than anyone can know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.calibration.overclaim import overclaimed
from newsgauge.detectors.calibration.rules import BY_NAME, KINDS, RULES
from newsgauge.detectors.calibration.uncertainty import uncertain
from newsgauge.rule import Detector

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document


def find(document: Document) -> list[Finding]:
    """Words of honest uncertainty and of overclaim; of two that overlap the first."""
    found: list[Finding] = []
    reached = 0
    for hit in document.hits["calibration"]:
        rule = BY_NAME[hit.entry.rule]
        keep = overclaimed if rule.kind == "calibration.overclaim" else uncertain
        if hit.first >= reached and keep(document, hit):
            reached = hit.end
            found.append(document.finding(rule, hit.first, hit.end, weight=hit.entry.weight))
    return found


DETECTOR: Final = Detector(
    "calibration",
    "Whether the text says how sure it can be: honest uncertainty, and claims without any.",
    KINDS,
    RULES,
    find,
)
