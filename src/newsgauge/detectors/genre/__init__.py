"""Genre: words by which a text shows what kind of text it is. Cues for the genre's probability, no fault of "
"the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsgauge.article import Range
from newsgauge.detectors.genre.rules import KINDS, RULES
from newsgauge.neighbourhood import word_at
from newsgauge.rule import Detector
from newsgauge.vocabulary import CAPITAL, COLON, DIGIT, NEWLINE

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document, Hit


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AT_LINE: Final = _words(
    "genre.opinion_marker:label genre.satire_marker:label genre.not_news:how-to genre.not_news:recipe "
    "genre.live_blog:label"
)
_LABELS: Final = _words(
    "opinion editorial op-ed commentary column our guest viewpoint comment letter satire satirical parody step "
    "live latest"
)
_TURNS: Final = 4  # "NAME: …" lines that make a transcript; an interview printed as report has fewer
_STAMPS: Final = 3  # lines that begin with a time of day
_HOUR: Final = _words("am pm a.m. p.m. et gmt bst est edt cet")


def _keeps(document: Document, hit: Hit) -> bool:
    """Labels only at the beginning of a line; the first person only outside quotations."""
    if hit.entry.rule.startswith("genre.opinion_marker") and document.quoted[hit.first]:
        return False
    if hit.entry.rule in _AT_LINE and document.lower[hit.first] in _LABELS:
        return hit.first == 0 or bool(document.mark[hit.first] & NEWLINE)
    return True


def _turns(document: Document) -> list[Range]:
    """ "JONES: …" or "Jane Roe: …" at the beginning of several lines, one speaker at least twice."""
    found: list[Range] = []
    speakers: list[str] = []
    for colon in document.where(COLON):
        at = colon - 1
        while at > 0 and colon - at < 4 and document.mark[at] & CAPITAL and not document.mark[at] & NEWLINE:
            at -= 1
        begins = at >= 0 and document.mark[at] & CAPITAL and (at == 0 or document.mark[at] & NEWLINE)
        if begins and document.text[document.starts[colon]] == ":" and colon - at <= 3:
            found.append(Range(at, colon + 1))
            speakers.append(document.lower[colon - 1])
    enough = len(found) >= _TURNS and 1 < len(set(speakers)) <= 0.7 * len(speakers)
    return found[:_TURNS] if enough else []


def _stamps(document: Document) -> list[Range]:
    """Lines that begin with a time of day: 10:45, 3:20 p.m."""
    fresh = np.uint64(NEWLINE | DIGIT)
    starts: list[int] = ((document.marks & fresh) == fresh).nonzero()[0].tolist()
    if len(document) and not document.mark[0] & NEWLINE:
        starts.insert(0, 0)
    found: list[Range] = []
    for at in starts:
        if document.masked[at] or ":" not in document.lower[at] or document.lower[at].count(":") > 1:
            continue
        follows = word_at(document, at + 1)
        if follows in _HOUR or (follows and not document.mark[at + 1] & (DIGIT | COLON)):
            found.append(Range(at, at + 2 if follows in _HOUR else at + 1))
    return found[:_STAMPS] if len(found) >= _STAMPS else []


_BY_NAME: Final = {rule.name: rule for rule in RULES}


def find(document: Document) -> list[Finding]:
    """Marks of genre in a document."""
    found = [
        document.finding(_BY_NAME[hit.entry.rule], hit.first, hit.end, weight=hit.entry.weight)
        for hit in document.hits["genre"]
        if _keeps(document, hit)
    ]
    found += [document.finding(_BY_NAME["genre.not_news:transcript"], *turn) for turn in _turns(document)]
    found += [document.finding(_BY_NAME["genre.live_blog:time-stamps"], *stamp) for stamp in _stamps(document)]
    return found


DETECTOR: Final = Detector(
    "genre",
    "Marks of what kind of text this is: opinion, advocacy, press release, satire by its own label, "
    "advertisement, live log, not news.",
    KINDS,
    RULES,
    find,
)
