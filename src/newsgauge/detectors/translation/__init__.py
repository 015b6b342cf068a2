"""Translation: language that machines, word-spinners, scrapers or haste have damaged.

Only what no dialect of English and no fluent second language explains: very few rules, each nearly always right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.detectors.translation import capitals, glued, slips, spelling
from newsgauge.detectors.translation.rules import KINDS, RULES
from newsgauge.detectors.translation.words import unknown_small
from newsgauge.rule import Detector

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

_BY_NAME: Final = {rule.name: rule for rule in RULES}
_PARTS: Final = (
    capitals.find,
    slips.lexical,
    slips.articles,
    slips.hanging,
    slips.hyphens,
    slips.encoding,
)


def find(document: Document) -> list[Finding]:
    """Findings of damaged language in a settled document."""
    unknown = unknown_small(document)
    found = glued.find(document, _BY_NAME, unknown) + spelling.find(document, _BY_NAME, unknown)
    return found + [finding for part in _PARTS for finding in part(document, _BY_NAME)]


DETECTOR: Final = Detector(
    "translation",
    "Damaged language: glued words, stray capitals, broken grammar and idiom, spun synonyms, typos, encoding.",
    KINDS,
    RULES,
    find,
)
