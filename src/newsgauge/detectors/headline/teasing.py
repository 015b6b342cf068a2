"""Teasing, bait and questions: set phrases, prompts, labels, marks and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.headline.rules import BY_NAME
from newsgauge.detectors.headline.shouting import LABELS
from newsgauge.vocabulary import BRACKET_CLOSE, BRACKET_OPEN, CAPITAL, CLASS, COLON, DASH, DIGIT, SHOUT

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

_PROMPTS: Final = frozenset(
    "watch video videos listen photos pics photo pictures audio gallery look must-watch must-see slideshow tweet "
    "tweets poll".split()
)
_STRONG_LABELS: Final = LABELS - frozenset(
    "report warning exclusive revealed exposed just watch video listen photos caught must confirmed".split()
)
_LISTED: Final = frozenset(
    "things reasons ways facts signs photos pictures times tips secrets tricks moments celebs celebrities stars "
    "people questions myths lessons foods habits gifs tweets memes quotes mistakes stories items gifts ideas "
    "hacks products books movies shows songs dogs cats steps rules lies charts maps takeaways truths places women "
    "men images videos recipes brands jobs words".split()
)
_TEASERS: Final = frozenset("you that about to we your for every who which from why only : ,".split())


def phrases(document: Document, title: Range) -> list[Finding]:
    """Set phrases of the lexicon in the title, unless denied."""
    found = []
    for hit in document.hits["headline"]:
        if hit.first >= title.end:
            break
        if hit.first >= title.first and hit.end <= title.end and not _denied(document, hit.first, title.first):
            found.append(document.finding(BY_NAME[hit.entry.rule], hit.first, hit.end, weight=hit.entry.weight))
    return found


def _denied(document: Document, at: int, first: int) -> bool:
    return at > first and bool(document.mark[at - 1] & CLASS["negation"])


def bracketed(document: Document, title: Range) -> list[Finding]:
    """(Video), [WATCH], and the same after a dash or bar at the end."""
    rule = BY_NAME["headline.teasing:media"]
    found = []
    for at in range(title.first, title.end - 2):
        if document.mark[at] & BRACKET_OPEN:
            end = next((k for k in range(at + 1, min(at + 5, title.end)) if document.mark[k] & BRACKET_CLOSE), 0)
            if end and any(document.lower[k] in _PROMPTS for k in range(at + 1, end)):
                found.append(document.finding(rule, at, end + 1))
    last = title.end - 1
    if (
        last - title.first > 2
        and document.lower[last] in _PROMPTS
        and (document.mark[last - 1] & DASH or document.lower[last - 1] == "|")
    ):
        found.append(document.finding(rule, last, title.end))
    return found


def labelled(document: Document, title: Range) -> list[Finding]:
    """A teaser before a colon, or in capitals at the head: BREAKING:, Shock:, WATCH."""
    colon = document.mark[title.first + 1] & COLON if title.end - title.first > 3 else 0
    word = document.lower[title.first]
    shouted = document.mark[title.first] & SHOUT
    if (colon and (word in _STRONG_LABELS or (shouted and word in LABELS))) or (shouted and word in _STRONG_LABELS):
        return [document.finding(BY_NAME["headline.bait:label"], title.first, title.first + (2 if colon else 1))]
    return []


def shapes(document: Document, title: Range) -> list[Finding]:
    """A question, dots, an exclamation, a list."""
    first, end = title
    lower = document.lower
    found = []
    last = lower[end - 1]
    if last == "?" and end - first > 3:
        found.append(document.finding(BY_NAME["headline.question:mark"], max(first, _clause(document, title)), end))
    elif last == "…" or (end - first > 5 and lower[end - 3 : end] == [".", ".", "."]):
        found.append(document.finding(BY_NAME["headline.teasing:ellipsis"], max(first, end - 6), end))
    loud = next((at for at in range(first + 1, end) if lower[at] == "!" and not document.quoted[at]), 0)
    if loud and (loud + 1 == end or document.mark[loud + 1] & CAPITAL or lower[loud + 1] == "!"):
        found.append(document.finding(BY_NAME["headline.bait:exclamation"], max(first, loud - 2), loud + 1))
    listed = _list(document, title)
    if listed:
        found.append(document.finding(BY_NAME["headline.bait:list"], *listed))
    return found


def _clause(document: Document, title: Range) -> int:
    """Where the question begins: after the last colon, stop or dash, at most twelve tokens before its mark."""
    for at in range(title.end - 2, max(title.first, title.end - 13), -1):
        if document.mark[at] & COLON or document.lower[at] in (".", "!", "?", "–", "—"):
            return at + 1
    return title.end - 13


def _list(document: Document, title: Range) -> Range | None:
    """A number and what is counted, at the head of the title: “7 things …”, “The 10 best dogs …”."""
    start = title.first + (1 if document.lower[title.first] in ("the", "these", "top", "here") else 0)
    if (
        start >= title.end
        or not document.mark[start] & (DIGIT | CLASS["number_word"])
        or len(document.lower[start]) > 5
    ):
        return None
    for at in range(start + 1, min(start + 5, title.end)):
        if document.lower[at] in _LISTED and _promises_more(document, at, title.end):
            return Range(title.first, at + 1)
    return None


def _promises_more(document: Document, at: int, end: int) -> bool:
    """“7 people died” counts; “7 things you”, “9 facts about”, “5 ways to” tease."""
    return (
        at + 1 >= end
        or document.lower[at + 1] in _TEASERS
        or document.lower[at] not in ("people", "women", "men", "dogs", "cats", "jobs", "times")
    )
