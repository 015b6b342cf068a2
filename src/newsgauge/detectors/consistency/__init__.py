"""Consistency within one text: figures that disagree, a headline figure the body lacks, a date on the wrong weekday,
plans set yet unconfirmed.

Only what the text itself contradicts, and rather nothing than a wrong finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.consistency import absent, dates, headline_tolls, plans, tolls
from newsgauge.detectors.consistency.rules import KINDS, RULES, SET_AND_NOT, WEEKDAY
from newsgauge.rule import Detector

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

_CLAUSES: Final = 5  # unconfirmed clauses looked into: each may need one reading of the text


def find(document: Document) -> list[Finding]:
    """Contradictions within a document."""
    found = absent.headline_figures(document)
    if not document.hits["consistency"]:
        return found
    found += [*tolls.mismatches(document), *headline_tolls.contradicted(document)]
    dated = [hit for hit in document.hits["consistency"] if hit.entry.rule == WEEKDAY.name]
    found += [finding for hit in dated if (finding := dates.wrong_weekday(document, hit))]
    withheld = [hit for hit in document.hits["consistency"] if hit.entry.rule == SET_AND_NOT.name]
    found += [finding for hit in withheld[:_CLAUSES] if (finding := plans.unconfirmed(document, hit))]
    return found


DETECTOR: Final = Detector(
    "consistency",
    "Whether a text agrees with itself; high precision only.",
    KINDS,
    RULES,
    find,
)
