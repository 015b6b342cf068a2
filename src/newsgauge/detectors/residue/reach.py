"""How far a prompt reaches: from the phrase that gives it away to the words that belong to it.

The text has no mask yet, so nothing here may ask for sentences, quotations or hits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.vocabulary import (
    BRACKET_CLOSE,
    CAPITAL,
    CLASS,
    CLOSING,
    COLON,
    DASH,
    DOUBLE,
    JOINED,
    NEWLINE,
    STOP,
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.document import Document

LONGEST: Final = 60  # tokens: no prompt of a page template is longer
_TITLE: Final = 22  # tokens of another story's title that runs on without a stop
_BEGINS_AFTER: Final = STOP | DOUBLE | BRACKET_CLOSE | DASH | COLON


def line_at(document: Document, at: int) -> Range:
    """The line that holds a token."""
    first = at
    mark = document.mark
    while first and not mark[first] & NEWLINE and at - first <= LONGEST * 4:
        first -= 1
    end = at + 1
    while end < len(mark) and not mark[end] & NEWLINE and end - at <= LONGEST * 4:
        end += 1
    return Range(first, end)


def starts_line(document: Document, at: int) -> bool:
    return at == 0 or bool(document.mark[at] & NEWLINE)


def sentence_start(document: Document, at: int) -> int:
    """First token of the sentence that holds a token, judged by stops and line breaks alone."""
    mark = document.mark
    first = at
    while first and not mark[first] & NEWLINE and at - first < LONGEST:
        if (
            mark[first - 1] & STOP
            and not mark[first] & JOINED
            and mark[first] & WORD
            and not _abbreviated(document, first - 1)
        ):
            return first
        first -= 1
    return first


def sentence_end(document: Document, at: int, limit: int = LONGEST) -> int:
    """Token after the sentence that holds a token: after a stop and its closing marks, or at a line break."""
    mark = document.mark
    last = min(len(mark), at + limit)
    for end in range(at, last):
        if end > at and mark[end] & NEWLINE:
            return end
        if mark[end] & STOP and _abbreviated(document, end):
            continue
        if mark[end] & STOP and (end + 1 == len(mark) or not mark[end + 1] & (JOINED | STOP)):
            return end + 1
        if mark[end] & STOP and mark[end + 1] & (DOUBLE | CLOSING | BRACKET_CLOSE) and mark[end + 1] & JOINED:
            return end + 2
    return last


def _abbreviated(document: Document, stop: int) -> bool:
    """The stop belongs to “Feb.”, “St.” or an initial."""
    before = stop - 1
    if before < 0 or document.lower[stop] != "." or (stop + 1 < len(document) and document.mark[stop + 1] & NEWLINE):
        return False
    return bool(document.mark[before] & CLASS["abbreviation"]) or (
        len(document.lower[before]) == 1 and bool(document.mark[before] & CAPITAL)
    )


def title_end(document: Document, at: int) -> int:
    """Token after another story's title that begins at a token: a stop, a line break, or a new sentence without one."""
    mark = document.mark
    last = min(sentence_end(document, at - 1), at + _TITLE)
    for end in range(at + 3, last - 1):
        fresh = mark[end] & CAPITAL and mark[end] & CLASS["determiner"] and not mark[end + 1] & CAPITAL
        if fresh and not mark[end - 1] & (COLON | DASH | STOP) and mark[end - 1] & WORD:
            return end
    return last


def _alone(document: Document, first: int, end: int) -> Range | None:
    """The phrase is its whole line; numbers and marks may stand around it."""
    line = line_at(document, first)
    if line.end - line.first > end - first + 6:
        return None
    around = (*range(line.first, first), *range(end, line.end))
    return None if any(document.mark[at] & WORD and not document.lower[at].isdigit() for at in around) else line


def _line(document: Document, first: int, end: int) -> Range | None:
    """The phrase begins a line below the first: the line, or its first sentence where the line is long."""
    if not starts_line(document, first) or first == 0 or document.lower[first] == "[":
        return None
    line = line_at(document, first)
    return line if line.end - line.first <= 30 else Range(first, max(end, title_end(document, end)))


def _sentence(document: Document, first: int, end: int) -> Range | None:
    """The phrase begins a sentence: the sentence; a line of one prompt whole."""
    if first and not starts_line(document, first) and not _may_begin(document, first):
        return None
    return Range(first, max(end, sentence_end(document, end - 1)))


def _may_begin(document: Document, at: int) -> bool:
    """A capital after a stop, a closing mark or a bracket; a capital in mid-sentence where a prompt was run in."""
    before = document.mark[at - 1]
    run_in = before & WORD and not before & CAPITAL
    return bool(document.mark[at] & CAPITAL and (before & _BEGINS_AFTER or run_in))


def _linked(document: Document, first: int, end: int) -> Range | None:
    """The phrase begins a sentence and a title follows it."""
    if first == 0 or (not starts_line(document, first) and not _may_begin(document, first)):
        return None
    return Range(first, max(end, title_end(document, end)))


def _inside(document: Document, first: int, end: int) -> Range | None:
    """The phrase stands anywhere in a sentence of a prompt: the sentence, unless it quotes somebody."""
    start, last = sentence_start(document, first), sentence_end(document, end - 1)
    if any(mark & DOUBLE for mark in document.mark[start:last]) and last - start > 25:
        return Range(first, end)
    return Range(start, last)


def _words(document: Document, first: int, end: int) -> Range | None:
    """The phrase itself; its line where nothing else stands in it."""
    return _alone(document, first, end) or Range(first, end)


def _bracketed(document: Document, first: int, end: int) -> Range | None:
    """From the opening bracket to the closing one."""
    for at in range(end, min(len(document), end + 40)):
        if document.mark[at] & BRACKET_CLOSE:
            return Range(first, at + 1)
    return None


REACHES: Final[Mapping[str, Callable[[Document, int, int], Range | None]]] = {
    "alone": _alone,
    "line": _line,
    "sentence": _sentence,
    "linked": _linked,
    "inside": _inside,
    "words": _words,
    "bracketed": _bracketed,
}
