"""Vagueness: passives without an agent, crowds nobody can ask, hearsay, hedges on hedges, filler."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.vagueness import hedges
from newsgauge.detectors.vagueness.checks import CHECKS
from newsgauge.detectors.vagueness.rules import BY_NAME, KINDS, PAIR, RULES, THIRD
from newsgauge.detectors.vagueness.sourcing import as_it_stands
from newsgauge.rule import Detector

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document, Hit


def find(document: Document) -> list[Finding]:
    """Vague words of a document."""
    found: list[Finding] = []
    weakened: list[Hit] = []
    for hit in document.hits["vagueness"]:
        name = hit.entry.rule
        if name == THIRD:
            if hedges.is_hedge(document, hit):
                weakened.append(hit)
            continue
        kept = CHECKS.get(name, as_it_stands)(document, hit)
        if kept and not (name == PAIR and document.lower[hit.first] == "may" and not hedges.is_hedge(document, hit)):
            found.append(document.finding(BY_NAME[name], *kept, weight=hit.entry.weight))
    for hit, kept in hedges.third(document, weakened):
        found.append(document.finding(BY_NAME[THIRD], *kept, weight=hit.entry.weight))
    return _outermost(found)


def _outermost(found: list[Finding]) -> list[Finding]:
    """Findings without those that lie inside another: one vague turn is one finding."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (f.start, -f.end, f.rule)):
        if not kept or finding.end > kept[-1].end:
            kept.append(finding)
    return kept


DETECTOR: Final = Detector(
    "vagueness",
    "Words that hide who says, believes or fears something, and words that say nothing.",
    KINDS,
    RULES,
    find,
)
