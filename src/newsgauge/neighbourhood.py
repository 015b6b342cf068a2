"""Walking from a token to its neighbours: how far a run goes, whether a word stands near.

Positions are indices into a `Document`'s tokens; nothing here leaves the text at either end.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from newsgauge.vocabulary import NEWLINE, STOP

if TYPE_CHECKING:
    from newsgauge.document import Document


def word_at(document: Document, at: int) -> str:
    """The lower-cased token, "" outside the text."""
    return document.lower[at] if 0 <= at < len(document) else ""


def mark_at(document: Document, at: int) -> int:
    """The token's bits, 0 outside the text."""
    return document.mark[at] if 0 <= at < len(document) else 0


def run_end(document: Document, at: int, bits: int, most: int) -> int:
    """End of the run of tokens from `at` on that carry all of the bits, on one line and at most so many."""
    mark, end = document.mark, at
    last = min(len(mark), at + most)
    while end < last and mark[end] & bits == bits and not (end > at and mark[end] & NEWLINE):
        end += 1
    return end


def run_first(document: Document, at: int, bits: int, most: int) -> int:
    """Beginning of the run that ends with the token `at`: tokens before it that carry all of the bits, on its line."""
    mark, first = document.mark, at
    while first and at - first < most and mark[first - 1] & bits == bits and not mark[first] & NEWLINE:
        first -= 1
    return first


def next_of(document: Document, at: int, words: Collection[str], most: int) -> int | None:
    """The first of the words among so many tokens from `at` on, in the same sentence."""
    for here in range(at, min(len(document), at + most)):
        if document.mark[here] & STOP:
            return None
        if document.lower[here] in words:
            return here
    return None


def before(document: Document, at: int, words: Collection[str], most: int) -> bool:
    """Whether one of the words stands among so many tokens before `at`."""
    return any(word in words for word in document.lower[max(0, at - most) : at])
