"""Sentences that point at what isn't there any more, and paragraphs that break off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsgauge.article import Range
from newsgauge.detectors.residue.phrases import Leftover
from newsgauge.detectors.residue.reach import sentence_end, sentence_start
from newsgauge.vocabulary import (
    CAPITAL,
    CLOSING,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    DOUBLE,
    INNER_CAPITAL,
    JOINED,
    LETTERS,
    NEWLINE,
    STOP,
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.document import Document

POINTERS: Final = frozenset(["below", "above", "here"])
_ORDERS: Final = frozenset(
    "see watch view check listen read look take click tap scroll enter sign subscribe vote donate find "
    "download visit play buy".split()
)
_THINGS: Final = frozenset(
    "video videos clip clips tweet tweets photo photos gallery interview link links footage trailer segment "
    "post thread comments comment form button chart graphic map image images episode audio podcast story "
    "article report page slideshow poll email address newsletter here".split()
)
_POINTING: Final = 34  # tokens
_HANGING: Final = frozenset(
    "the a an of to by with and or from for at that which who whose whom because as into than its their his "
    "our your my if whether between among under onto upon when where although is are was were be been has "
    "have had will would can could should may might must".split()
)
_PARAGRAPH: Final = 12  # tokens; shorter lines may be labels or verses
_LARGE: Final = CAPITAL | DIGIT | INNER_CAPITAL  # iPhone
_ENDED: Final = STOP | DOUBLE | CLOSING
_SHOWN: Final = 5  # tokens of a clipped paragraph that are marked


def pointers(document: Document, telling: list[int]) -> list[Leftover]:
    """“See a video of the parade in the tweet below!”: an order to look at something on the page.

    ``telling`` are from `marks.telling`.
    """
    found: list[Leftover] = []
    lower = document.lower
    for at in telling:
        reach = _pointing(document, at) if lower[at] in POINTERS else None
        if reach and (not found or reach.first >= found[-1].end):
            found.append(Leftover(*reach, "residue.site_prompt:pointer", 0.8))
    return found


def _pointing(document: Document, at: int) -> Range | None:
    mark, lower = document.mark, document.lower
    start = sentence_start(document, at)
    end = sentence_end(document, at)
    first = next((i for i in range(start, min(start + 4, at)) if lower[i] in _ORDERS), -1)
    if first < 0 or end - start > _POINTING or any(mark[i] & DOUBLE for i in range(start, end)):
        return None
    if first > start and not all(
        lower[i] in ("please", "you", "can", "just", "also", "and", ",", "but", "go") for i in range(start, first)
    ):
        return None
    if lower[first] in ("take", "look") and not {"look", "at"} & set(lower[first : first + 3]):
        return None
    named = any(word in _THINGS for word in lower[first + 1 : end])
    last = end - at <= 3 or lower[at + 1] in (":", "and", "to", "or")
    return Range(start, end) if last and (named or at - first <= 4) else None


def truncated(document: Document) -> list[Leftover]:
    """Paragraphs that end in a word that can't end one, and texts whose last sentence stops half way."""
    lines, mark = document.lines, document.mark
    ended = STOP | DOUBLE | COLON | CLOSING | DASH
    if len(lines) == 1:
        return _cut_short(document) + _dotted(document)
    if not any(not mark[end - 1] & ended and end - first >= _PARAGRAPH for first, end in lines):
        return _dotted(document)
    paragraphs = document.paragraphs
    found: list[Leftover] = []
    for number, (first, end) in enumerate(paragraphs):
        last = number + 1 == len(paragraphs)
        if (
            mark[end - 1] & ended
            or end - first < _PARAGRAPH
            or (last and document.cut)
            or _title_case(document, first, end)
        ):
            continue
        if (
            document.lower[end - 1] in _HANGING
            and not mark[end - 1] & (CAPITAL | JOINED)
            and not mark[end - 2] & COLON
            and _in_prose(document, first, end)
        ):
            found.append(Leftover(_clause(document, first, end), end, "residue.truncated:hanging-word", 0.9))
        elif last and number >= 2 and _broken_off(document, first, end):
            found.append(Leftover(_clause(document, first, end), end, "residue.truncated:last-sentence", 0.7))
    return found + _dotted(document)


def clipped(document: Document) -> list[Leftover]:
    """Paragraphs whose first words are missing: they begin in small letters after a paragraph that ended."""
    if document.wrapped:
        return []
    mark, lines = document.mark, document.lines
    small = [line for line in lines[1:] if mark[line.first] & LETTERS and not mark[line.first] & _LARGE]
    if not small or 2 * len(small) > len(lines):  # where most lines begin so, that is how the author writes
        return []
    return [
        Leftover(first, min(end, first + _SHOWN), "residue.truncated:clipped-start", 0.8)
        for first, end in small
        if end - first >= _PARAGRAPH
        and mark[first - 1] & _ENDED
        and mark[end - 1] & _ENDED
        and not mark[first + 1] & JOINED
    ]


def _cut_short(document: Document) -> list[Leftover]:
    """A text of one line whose last word can't end it."""
    first, end = document.lines[0]
    hanging = document.lower[end - 1] in _HANGING and not document.mark[end - 1] & CAPITAL
    stops = sum(1 for mark in document.mark[:end] if mark & STOP) if hanging and not document.cut else 0
    return [Leftover(_clause(document, first, end), end, "residue.truncated:hanging-word", 0.9)] if stops >= 3 else []


def _title_case(document: Document, first: int, end: int) -> bool:
    words = [mark for mark in document.mark[first:end] if mark & LETTERS]
    return sum(1 for mark in words if mark & CAPITAL) > 0.6 * max(len(words), 1)


def _in_prose(document: Document, first: int, end: int) -> bool:
    """The line reads as prose: a sentence ended in it, or it is long."""
    return end - first >= 16 or any(mark & STOP for mark in document.mark[first : end - 1])


def _broken_off(document: Document, first: int, end: int) -> bool:
    """The last paragraph holds whole sentences and then begins one that is left open on a lower-case word."""
    mark = document.mark
    stops = [
        at for at in range(first, end - 1) if mark[at] & STOP and mark[at + 1] & CAPITAL and not mark[at + 1] & JOINED
    ]
    small = (
        mark[end - 1] & LETTERS and not mark[end - 1] & (CAPITAL | DIGIT | JOINED) and document.lower[end - 2] != "@"
    )
    return bool(stops and small and 4 <= end - stops[-1] <= 60 and end - first >= 2 * _PARAGRAPH)


def _dotted(document: Document) -> list[Leftover]:
    """A text that ends in dots, or dots with “Read more” behind them."""
    lower = document.lower
    found: list[Leftover] = []
    if "…" not in document.text and "..." not in document.text:
        return found
    places = ((document.marks & np.uint64(STOP)) != 0).nonzero()[0]
    for at in places.tolist():
        dots = lower[at] == "…" or (at > 1 and lower[at - 2 : at + 1] == [".", ".", "."])
        if not dots or (at + 1 < len(lower) and document.mark[at + 1] & STOP):
            continue
        follows = lower[at + 1 : at + 3]
        teaser = follows in (
            ["read", "more"],
            ["continue", "reading"],
            ["read", "the"],
            ["read", "full"],
            ["keep", "reading"],
        )
        if teaser and document.mark[at + 1] & CAPITAL and document.mark[at - 1] & (WORD | STOP):
            first = max(sentence_start(document, at), at - 6)
            found.append(Leftover(first, at + 1, "residue.truncated:dots", 0.8))
    return found


def _clause(document: Document, first: int, end: int) -> int:
    """First token of the clause that breaks off: after the last comma, at most eight tokens back."""
    for at in range(end - 2, max(first, end - 9), -1):
        if document.mark[at] & (COMMA | STOP | NEWLINE):
            return at + 1 if document.mark[at] & (COMMA | STOP) else at
    return max(first, end - 5)
