"""Addresses written out: links and mailboxes, found by the few tokens that show one."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from newsgauge.detectors.transparency.rules import LEAD_IN, LINK, MAILBOX
from newsgauge.neighbourhood import word_at
from newsgauge.vocabulary import JOINED, WORD

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document

_SIGNS: Final = frozenset("https http www @ com org net".split())
_BITS: Final = 13  # a table that stays in the cache; a token in a thousand is looked at for nothing
_SHIFT: Final = np.uint32(32 - _BITS)
_LINK_SIGNS: Final = frozenset("https http www".split())


def _bitmap(words: frozenset[str]) -> NDArray[np.bool_]:
    """The upper bits of the words' hashes: one look-up finds the few tokens that may be one of them."""
    table = np.zeros(1 << _BITS, np.bool_)
    for word in words:
        table[zlib.crc32(word.encode()) >> 32 - _BITS] = True
    return table


_SIGN_TABLE: Final = _bitmap(_SIGNS)


def signs(document: Document) -> list[int]:
    """Tokens that show an address: https, www, @, com …; masked ones included."""
    found = _SIGN_TABLE.take(document.hashes >> _SHIFT).nonzero()[0].tolist()
    return [at for at in found if document.lower[at] in _SIGNS]


def _joined_end(document: Document, at: int) -> int:
    end = at + 1
    while end < len(document) and document.mark[end] & JOINED and end - at < 120:
        end += 1
    while end > at + 1 and not document.mark[end - 1] & WORD and document.lower[end - 1] not in {"/", "="}:
        end -= 1
    return end


def links(document: Document, signs: list[int]) -> list[Finding]:
    """Web addresses, and those that a word such as “Source:” gives as the origin."""
    found: list[Finding] = []
    reached = 0
    for at in signs:
        if document.lower[at] not in _LINK_SIGNS:
            continue
        follows = word_at(document, at + 1)
        if at < reached or follows != (":" if document.lower[at] != "www" else "."):
            continue
        reached = _joined_end(document, at)
        found.append(document.finding(LINK, at, reached))
        before = document.lower[max(0, at - 2) : at]
        if len(before) == 2 and before[1] == ":" and before[0] in {"source", "sources", "via", "original"}:
            found.append(document.finding(LEAD_IN, at, reached))
    return found


def mailboxes(document: Document, signs: list[int]) -> list[Finding]:
    """Addresses for mail, whole."""
    found: list[Finding] = []
    for at in signs:
        if document.lower[at] != "@":
            continue
        if not (0 < at < len(document) - 1 and document.mark[at] & JOINED and document.mark[at + 1] & JOINED):
            continue
        first = at - 1
        while first and document.mark[first] & JOINED and at - first < 6:
            first -= 1
        end = _joined_end(document, at)
        if "." in document.lower[at + 1 : end] or "." in document.words(at + 1, end):
            found.append(document.finding(MAILBOX, first, end))
    return found
