"""Residue: what a scraper brought along that is no part of the article, and where the article breaks off.

`find` runs before the document is settled, since its spans are what gets masked: it reads tokens, lines,
marks and words, never titles, sentences, quotations or lexicon hits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.residue import bare, captions, endings, lines, marks, phrases
from newsgauge.detectors.residue.phrases import Leftover
from newsgauge.detectors.residue.rules import KINDS, RULES
from newsgauge.rule import Detector

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

_BY_NAME: Final = {rule.name: rule for rule in RULES}


def leftovers(document: Document) -> list[Leftover]:
    """Ranges of residue, in order and without overlaps; breaks of the text among them.

    Parameters
    ----------
    document : Document
        Need not be settled.
    """
    if not len(document):
        return []
    telling = marks.telling(document)
    found = [*phrases.find(document), *marks.find(document, telling), *endings.pointers(document, telling)]
    if len(document.lines) > 1:
        found += [*lines.labels(document), *lines.repeated(document), *lines.shouted(document)]
        found += [
            *lines.labelled(document),
            *captions.captions(document),
            *lines.blocks(document),
            *lines.lone(document),
            *bare.rules(document),
            *bare.doubled_title(document),
        ]
        found += lines.after_the_end(document, found)
    found += lines.footnotes(document)
    breaks = [*endings.truncated(document), *endings.clipped(document)]
    kept = _apart(found)
    return sorted([*kept, *(broken for broken in breaks if not any(_meet(broken, leftover) for leftover in kept))])


def _meet(a: Leftover, b: Leftover) -> bool:
    return a.first < b.end and b.first < a.end


def _apart(found: list[Leftover]) -> list[Leftover]:
    """Of overlapping leftovers the longest, then the first."""
    kept: list[Leftover] = []
    for leftover in sorted(found, key=lambda one: (one.first, -one.end)):
        if not kept or leftover.first >= kept[-1].end:
            kept.append(leftover)
        elif leftover.end - leftover.first > kept[-1].end - kept[-1].first:
            kept[-1] = leftover
    return kept


def find(document: Document) -> list[Finding]:
    """Findings of residue, in order; the document need not be settled."""
    starts, ends = document.starts, document.ends
    return [
        document.finding_at(_BY_NAME[rule], starts[first], ends[end - 1], "author", weight)
        for first, end, rule, weight in leftovers(document)
    ]


DETECTOR: Final = Detector(
    "residue",
    "What the scraping left in the text: prompts, labels, captions, links, notices, and where the text breaks off.",
    KINDS,
    RULES,
    find,
)
