"""Quotations as the attributions see them: with their marks, in chains over paragraphs, alone."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from newsgauge.article import Form, Range
from newsgauge.vocabulary import CAPITAL, COLON, COMMA, JOINED, SINGLE, WORD

if TYPE_CHECKING:
    from newsgauge.document import Document
    from newsgauge.quotations import Quotation

FLOATING_WORDS: Final = 5  # shorter quotations without a cue are scare quotes, titles and terms


@dataclass(frozen=True, slots=True)
class Quotes:
    """The outermost quotations, found by the tokens their marks stand at."""

    all: list[Quotation]
    wholes: list[Range]
    firsts: list[int]
    opens: dict[int, int]
    closes: dict[int, int]
    pauses: list[int]  # commas and semicolons outside quotations


def quotes_of(document: Document) -> Quotes:
    outer = [q for q in document.quotations if q.depth == 0]
    wholes = [_with_marks(document, q) for q in outer]
    return Quotes(
        outer,
        wholes,
        [q.first for q in outer],
        {whole.first: n for n, whole in enumerate(wholes)},
        {whole.end - 1: n for n, (whole, q) in enumerate(zip(wholes, outer, strict=True)) if q.closed},
        _pauses(document),
    )


def _pauses(document: Document) -> list[int]:
    found = (document.marks & np.uint64(COMMA | COLON)) != 0
    if document.quotations:
        found = found > document.quoted
    places: list[int] = found.nonzero()[0].tolist()
    return places


def _with_marks(document: Document, quotation: Quotation) -> Range:
    """A quotation with its marks; a double mark may be two single ones."""
    mark = document.mark
    first, end = quotation.first - 1, quotation.end + quotation.closed
    if not quotation.double:
        if first > 0 and mark[first] & JOINED and mark[first - 1] & SINGLE and not mark[first - 1] & JOINED:
            first -= 1
        if quotation.closed and end < len(mark) and mark[end] & SINGLE and mark[end] & JOINED:
            end += 1
    return Range(first, end)


def chain(quotes: Quotes, number: int) -> list[Range]:
    """A quotation and the paragraphs it runs on through."""
    parts = [quotes.wholes[number]]
    while quotes.all[number].continued and number + 1 < len(quotes.all):
        number += 1
        parts.append(quotes.wholes[number])
    return parts


def form(parts: list[Range], quotes: Quotes) -> Form:
    """Direct where all content is quotation, mixed where some is, else indirect."""
    firsts = quotes.firsts
    if not firsts or not parts:
        return "indirect"
    opens, inside = quotes.opens, 0
    for first, end in parts:
        if first in opens and quotes.wholes[opens[first]].end >= end:
            inside += 1
    if inside == len(parts):
        return "direct"
    for first, end in parts:
        number = bisect_right(firsts, first)
        if number < len(firsts) and firsts[number] < end:
            return "mixed"
    return "mixed" if inside else "indirect"


def stands_alone(document: Document, quotation: Quotation) -> bool:
    """A quotation long enough to be somebody's words, and no title of a work."""
    words = [mark for mark in document.mark[quotation.first : quotation.end] if mark & WORD]
    capitals = sum(1 for mark in words if mark & CAPITAL)
    return quotation.double and len(words) >= FLOATING_WORDS and capitals * 2 < len(words)
