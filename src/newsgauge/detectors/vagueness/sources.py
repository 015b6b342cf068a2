"""Sources without a name: the media, studies, insiders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.vagueness.crowds import KNOWN_CROWD
from newsgauge.detectors.vagueness.sourcing import FAR, REACH, sentence, sourced, unsourced
from newsgauge.vocabulary import CAPITAL, CLASS, COLON, COMMA, LETTERS, STOP

if TYPE_CHECKING:
    from newsgauge.document import Document, Hit

_QUANTITIES: Final = frozenset("many some several numerous countless various multiple most".split())
_NO_NATION: Final = CLASS["calendar"] | CLASS["function"]
_UNNUMBERED: Final = frozenset("studies polls surveys estimates".split())
_SHOWING: Final = frozenset(
    "show shown showed suggest suggested linked found find place put say indicate indicated claim claimed".split()
)
_QUIET_SOURCES: Final = frozenset(
    "energy water food income power heat data news light revenue funding renewable open primary secondary "
    "information protein of".split()
)
_SOURCE_VERBS: Final = frozenset(
    "say says said tell tells told claim claims claimed confirm confirms confirmed reveal reveals revealed "
    "suggest suggests suggested indicate indicates indicated insist insists insisted allege alleges alleged dish "
    "dishes dished spill spills spilled".split()
)


def rife(document: Document, hit: Hit) -> Range | None:
    """Back to the media or the press that are full of reports."""
    if document.lower[hit.end - 1] not in {"reports", "speculation", "rumours", "rumors", "claims", "theories", "news"}:
        return unsourced(document, hit)
    begin = sentence(document, hit.first).first
    for at in range(hit.first - 1, max(begin, hit.first - 7) - 1, -1):
        if document.lower[at] in {"media", "press", "internet"}:
            return Range(_nation(document, begin, at), hit.end)
    return unsourced(document, hit)


def _nation(document: Document, begin: int, at: int) -> int:
    """Leftwards over the nation's name: “South Korean media”."""
    first = at
    while first > begin and document.mark[first - 1] & CAPITAL and not document.mark[first - 1] & _NO_NATION:
        first -= 1
    return first


def studies(document: Document, hit: Hit) -> Range | None:
    """Silent where a word before or after says whose study it is, or it was spoken of before ("the data show")."""
    before = document.mark[hit.first - 1] if hit.first else 0
    word = document.lower[hit.first - 1] if hit.first else ""
    fresh = (
        not word
        or before & (STOP | COMMA)
        or before & CLASS["conjunction"]
        or word in {"past", "recent", "previous", "other", "new", "that"}
    )
    if (not fresh and word not in _QUANTITIES) or (
        document.mark[hit.first] & CAPITAL
        and document.mark[hit.first + 1] & CAPITAL
        and hit.first > document.body_first
    ):
        return None
    if word in _QUANTITIES:
        hit = hit._replace(first=hit.first - 1)
    if document.lower[hit.end - 1] in _UNNUMBERED and document.lower[hit.first] not in _UNNUMBERED:
        shown = next(
            (at + 1 for at in range(hit.end, min(len(document), hit.end + 2)) if document.lower[at] in _SHOWING), None
        )
        if shown is None:
            return None
        hit = hit._replace(end=shown)
    end = sentence(document, hit.first).end
    tail = document.lower[hit.end : min(end, hit.end + FAR)]
    cited = any(w in {"journal", "university", "published", "http", "https", "("} for w in tail)
    return None if cited or sourced(document, hit) else Range(hit.first, hit.end)


def sources(document: Document, hit: Hit) -> Range | None:
    """Sources and the verb of saying after them; not sources of energy or water."""
    at = hit.first - 1
    word = document.lower[at] if at >= 0 else ""
    if word in _QUIET_SOURCES or word in KNOWN_CROWD:
        return None
    begin = sentence(document, hit.first).first
    first = (
        at if at >= begin and document.mark[at] & LETTERS and not document.mark[at] & CLASS["function"] else hit.first
    )
    lower, size = document.lower, len(document)
    for here in range(hit.end, min(size, hit.end + REACH)):
        if lower[here] in _SOURCE_VERBS:
            return Range(first, here + 1)
        if document.mark[here] & (STOP | COMMA | COLON) or lower[here] in {"of", "for", "that"}:
            return None
    return None


def insider_crowd(document: Document, hit: Hit) -> Range | None:
    """Not the name of a programme: "Reliable Sources"."""
    last = hit.end - 1
    named = document.mark[last] & CAPITAL and last > sentence(document, last).first
    return None if named else unsourced(document, hit)
