"""Quotations that the text left open: a mark that pairs with nothing still tells that somebody's words stand beside it.

One that goes on over several lines, each a sentence, is closed at the mark some lines below; a single mark counts where it
stands at a line's beginning, or behind a colon or comma, before a capital.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from newsgauge.article import Span
from newsgauge.vocabulary import CAPITAL, CLOSING, COLON, COMMA, DIGIT, DOUBLE, JOINED, NEWLINE, OPENING, SINGLE, STOP

if TYPE_CHECKING:
    from newsgauge.document import Document

_LONGEST: Final = 600  # code points that one mark alone may vouch for


def stray_quotations(document: Document, known: Sequence[Span]) -> Iterator[Span]:
    """Words before a closing mark, or behind an opening one, that no known quotation begins or ends at.

    Parameters
    ----------
    document : Document
    known : sequence of Span
        Quotations that are found already, in order and without their marks.
    """
    paired = {span.start for span in known} | {span.end for span in known}
    lines = [line.first for line in document.lines]
    yield from _single(document, paired, lines, known)
    opened = -1  # token of the last double mark
    for at in document.where(DOUBLE):
        before, opened = opened, at
        start, end = document.starts[at], document.ends[at]
        if end in paired or start in paired or _inches(document, at):
            continue
        span = (
            _rest(document, before, at, known) or _before(document, at, lines)
            if _closes(document, at)
            else _behind(document, at)
        )
        if span is not None and span.end - span.start <= _LONGEST and not _touches(span, known):
            yield span


def _single(document: Document, paired: set[int], lines: Sequence[int], known: Sequence[Span]) -> Iterator[Span]:
    """Words behind a single mark that opens a line, or follows a colon or comma, up to the next mark or the line's end."""
    mark = document.mark
    for at in document.where(SINGLE):
        if document.ends[at] in paired or document.starts[at] in paired or at + 1 >= len(document):
            continue
        opens = at == 0 or mark[at] & NEWLINE or (mark[at - 1] & (COLON | COMMA) and not mark[at] & JOINED)
        if not (opens and mark[at + 1] & CAPITAL and mark[at + 1] & JOINED) or mark[at + 1] & NEWLINE:
            continue
        place = bisect_right(lines, at)
        end = lines[place] if place < len(lines) else len(document)
        near = range(at + 2, min(end, at + _LONGEST // 3))  # words are longer than that, marks apart
        inside = (one for one in near if mark[one] & SINGLE and mark[one - 1] & (STOP | COMMA))
        span = document.span(at + 1, next(inside, end))
        if span.end - span.start <= _LONGEST and not _touches(span, known):
            yield span


def _rest(document: Document, opening: int, at: int, known: Sequence[Span]) -> Span | None:
    """What a quotation goes on with behind its first sentence, where only the mark lines below closes it."""
    if opening < 0 or _closes(document, opening):
        return None
    place = bisect_right(known, document.ends[opening], key=lambda one: one.start) - 1
    if place < 0 or known[place].start < document.ends[opening]:
        return None
    first = bisect_right(document.starts, known[place].end - 1)
    return document.span(first, at) if first < at else None


def _inches(document: Document, at: int) -> bool:
    """12" is a length; “in 2019” isn't."""
    mark = document.mark
    straight = not mark[at] & (OPENING | CLOSING)
    return straight and at > 0 and bool(mark[at - 1] & DIGIT and mark[at] & JOINED)


def _closes(document: Document, at: int) -> bool:
    """A closing mark, or a straight one that is joined to the word before it alone."""
    if document.mark[at] & (OPENING | CLOSING):
        return bool(document.mark[at] & CLOSING)
    return bool(document.mark[at] & JOINED) and not (at + 1 < len(document) and document.mark[at + 1] & JOINED)


def _before(document: Document, at: int, lines: Sequence[int]) -> Span | None:
    first = lines[bisect_right(lines, at) - 1]
    return document.span(first, at) if first < at else None


def _behind(document: Document, at: int) -> Span | None:
    number = int(document.sentence_of[at])
    end = document.sentences[number].end if number >= 0 else at
    return document.span(at + 1, end) if at + 1 < end else None


def _touches(span: Span, known: Sequence[Span]) -> bool:
    place = bisect_right(known, span.end, key=lambda one: one.start) - 1
    return place >= 0 and known[place].end > span.start
