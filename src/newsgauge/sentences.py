"""Sentence boundaries: stops, with abbreviations, initials and quotations minded; headlines and line breaks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.vocabulary import (
    BRACKET_CLOSE,
    CAPITAL,
    CLASS,
    CLOSING,
    COMMA,
    DIGIT,
    DOTTED,
    DOUBLE,
    JOINED,
    OPENING,
    SINGLE,
    STOP,
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.document import Document

_MARK: Final = DOUBLE | SINGLE
_ABBREVIATION: Final = CLASS["abbreviation"]
# Dotted abbreviations after which a capital usually begins a sentence only if it is one of these.
_STARTERS: Final = frozenset(
    "the a an it he she they we i in on at but and this that these those there his her their its our as after before when "
    "while for if officials however meanwhile".split()
)


def split(document: Document) -> list[Range]:
    """Ranges of tokens, one a sentence; a paragraph or title break always ends one, masked tokens stand outside."""
    found: list[Range] = []
    stops = document.where(STOP)
    place = 0
    new = tuple.__new__  # a named tuple's own constructor takes twice as long
    for first, end in _blocks(document):
        begin = first
        while place < len(stops) and stops[place] < end:
            after = _boundary(document, stops[place], end)
            place += 1
            if begin < after < end:
                found.append(new(Range, (begin, after)))
                begin = after
        if begin < end:
            found.append(new(Range, (begin, end)))
    return found


def _blocks(document: Document) -> list[tuple[int, int]]:
    """Paragraphs cut at the borders of the title and of masked stretches."""
    edges = {first for first, _ in document.paragraphs}
    if document.title:
        edges.update(document.title)
    masked = document.masked
    if masked.any():
        edges.update(int(at) + 1 for at in (masked[1:] != masked[:-1]).nonzero()[0])
    edges.add(len(document))
    edges.add(0)
    ordered = sorted(edges)
    return [(a, b) for a, b in pairwise(ordered) if a < b and not masked[a]]


def _boundary(document: Document, at: int, end: int) -> int:
    """Token that begins the next sentence after the stop at ``at``, or 0 where the stop ends none."""
    mark = document.mark
    after = at + 1
    while after < end and (
        mark[after] & (STOP | BRACKET_CLOSE | CLOSING)
        or (mark[after] & _MARK and not mark[after] & OPENING and mark[after] & JOINED)
    ):
        after += 1
    if after >= end:
        return 0
    follows = after
    while follows < end and mark[follows] & _MARK:  # an opening mark belongs to the next sentence
        follows += 1
    if follows >= end:
        return 0
    shape = mark[follows]
    if document.lower[at] == "." and at and mark[at] & JOINED and _inside(document, at, follows):
        return 0
    if shape & COMMA or (shape & WORD and not shape & (CAPITAL | DIGIT)):
        return 0
    closed = after > at + 1 and mark[after - 1] & _MARK
    if closed and shape & CLASS["cue"]:
        return 0
    if mark[after] & JOINED and not mark[after] & _MARK and not closed:
        return after if document.lower[at] != "." or shape & CAPITAL else 0
    return after


def _inside(document: Document, at: int, follows: int) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial."""
    before, shape = document.lower[at - 1], document.mark[at - 1]
    if shape & _ABBREVIATION:
        return before not in ("inc", "co", "corp", "ltd", "jr", "sr", "etc") or document.lower[follows] not in _STARTERS
    if shape & CAPITAL and len(before) == 1 and before != "i":
        return True
    return bool(shape & DOTTED)
