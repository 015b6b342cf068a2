"""Lines that say who, where and when: bylines, datelines, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.transparency.outlets import OUTLET
from newsgauge.detectors.transparency.rules import BYLINE, DATE, DATELINE
from newsgauge.vocabulary import (
    BRACKET_CLOSE,
    BRACKET_OPEN,
    CAPITAL,
    CLASS,
    COMMA,
    DASH,
    DIGIT,
    JOINED,
    LETTERS,
    SHOUT,
    STOP,
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

_TIME_WORDS: Final = frozenset(
    "am pm est edt gmt bst utc et pt pst pdt cet ist at on the by a.m. p.m. e.t. p.t. u.t.c.".split()
)
_DATE_LEADS: Final = frozenset("published updated posted modified created date last first".split())
_BY: Final = frozenset("by written reporting words report story editing".split())
_AFTER_PLACE: Final = BRACKET_OPEN | COMMA
_CALENDAR_OR_DIGIT: Final = CLASS["calendar"] | DIGIT
_DATELINE_LINES: Final = 8  # a dateline opens the story


def find(document: Document) -> list[Finding]:
    """Bylines, datelines and dates, one at most on each line."""
    found: list[Finding] = []
    for number, (first, end) in enumerate(document.lines):
        word, mark = document.lower[first], document.mark[first]
        if word in _BY and (kept := _byline(document, first, end)):
            found.append(document.finding(BYLINE, *kept))
        elif (
            (word in _DATE_LEADS or mark & _CALENDAR_OR_DIGIT)
            and end - first <= 14
            and (kept := _date(document, first, end))
        ):
            found.append(document.finding(DATE, *kept))
        elif number < _DATELINE_LINES and mark & CAPITAL and (kept := _dateline(document, first, end)):
            found.append(document.finding(DATELINE, *kept))
    return found


def _byline(document: Document, first: int, end: int) -> Range | None:
    """ "By Jane Roe" on a short line of its own, "Reporting by Jane Roe; Editing by John Doe" anywhere on a line."""
    lower, mark = document.lower, document.mark
    at = first + 1
    if lower[first] != "by":
        if at >= end or lower[at] != "by":
            return None
        at += 1
    names = at
    if not mark[first] & CAPITAL:
        return None
    while names < min(end, at + 16) and (
        mark[names] & CAPITAL or lower[names] in {"and", ",", ".", "de", "van", "von", "bin", "al", "-", "la", "|"}
    ):
        names += 1
    house = next(
        (here for here in range(at, names) if lower[here] == "," and any(m & OUTLET for m in mark[here:names])), names
    )
    names = house
    while names > at and not mark[names - 1] & WORD:
        names -= 1
    short = end - first <= 16 or lower[first] in {"reporting", "editing"}
    capitals = sum(1 for here in range(at, names) if mark[here] & CAPITAL and mark[here] & LETTERS)
    rest = end - names
    closes = (
        rest == 0 or not mark[names] & LETTERS or lower[names] in {"in", "for", "of", "published", "updated", "with"}
    )
    return Range(first, names) if short and capitals >= 2 and names - at <= 9 and closes and rest < 10 else None


def _date(document: Document, first: int, end: int) -> Range | None:
    """A line that says when: nothing but a date, or one that begins with "Published", "Updated"."""
    lower, mark = document.lower, document.mark
    led = lower[first] in _DATE_LEADS
    months = days = 0
    for at in range(first, end):
        if mark[at] & CLASS["calendar"]:
            months += 1
        elif mark[at] & DIGIT:
            days += 1
        elif mark[at] & WORD and lower[at] not in _TIME_WORDS | _DATE_LEADS:
            return None
    dated = (months and days) or (led and days >= 2)
    return Range(first, end) if dated else None


def _dateline(document: Document, first: int, end: int) -> Range | None:
    """PARIS, May 3 — or Jakarta (ANTARA) –: capitals, then a dash, then the sentence."""
    lower, mark = document.lower, document.mark
    shouted = bool(mark[first] & SHOUT) and len(lower[first]) > 2
    if not shouted and not (end - first > 4 and (mark[first + 1] | mark[first + 2] | mark[first + 3]) & _AFTER_PLACE):
        return None
    bracket = dated = False
    for at in range(first, min(end - 1, first + 14)):
        here = mark[at]
        if here & DASH and at > first:
            spaced = not here & JOINED or (at + 1 < end and not mark[at + 1] & JOINED) or lower[at] in "—–"
            keeps = spaced and (shouted or dated or bracket) and mark[at + 1] & (CAPITAL | DIGIT) and at - first < 13
            return Range(first, at) if keeps and end - at > 6 else None
        if here & (BRACKET_OPEN | BRACKET_CLOSE):
            bracket = True
        elif here & CLASS["calendar"]:
            dated = True
        elif not (
            here & (CAPITAL | COMMA | DIGIT)
            or (here & STOP and lower[at] == ".")
            or lower[at] in {"/", "de", "al", "com"}
        ) or (
            shouted
            and at > first
            and here & CAPITAL
            and not here & SHOUT
            and not bracket
            and not dated
            and mark[at - 1] & CAPITAL
        ):
            return None
    return None
