"""Hedges that pile up in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.vocabulary import CAPITAL, DIGIT

if TYPE_CHECKING:
    from newsgauge.document import Document, Hit

_MONTH_FOLLOWS: Final = DIGIT


def third(document: Document, hits: list[Hit]) -> list[tuple[Hit, Range]]:
    """The third hedge of a sentence, where at least two words are different; a pair counts as two."""
    found: list[tuple[Hit, Range]] = []
    numbers = [int(document.sentence_of[hit.first]) for hit in hits]
    for at in range(2, len(hits)):
        same = numbers[at] >= 0 and numbers[at] == numbers[at - 2] and (at < 3 or numbers[at] != numbers[at - 3])
        if same and len({document.lower[hit.first] for hit in hits[at - 2 : at + 1]}) > 1:
            found.append((hits[at], Range(hits[at].first, hits[at].end)))
    return found


def is_hedge(document: Document, hit: Hit) -> bool:
    """May is a month where it stands with a capital inside a sentence or before a figure."""
    if document.lower[hit.first] != "may":
        return document.lower[hit.first] != "likely" or document.lower[hit.first - 1] not in {"most", "more", "less"}
    follows = document.mark[hit.end] if hit.end < len(document) else 0
    return not document.mark[hit.first] & CAPITAL and not follows & _MONTH_FOLLOWS
