"""Slips of the fingers: an unknown word that becomes a common one when a letter is taken out, doubled or swapped."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from newsgauge.detectors.translation.words import MEMO, KnownWords, load
from newsgauge.vocabulary import JOINED

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document
    from newsgauge.rule import Rule

_LEAST: Final = 8  # letters: among shorter ones rare words lie next to common ones
_LONG: Final = 10  # letters from which a known word will do; below, a common one
_BRITISH: Final = frozenset(
    ("ou", "ae", "oe", "ll", "pp", "ss", "tt", "ee", "ea")
)  # pairs that dialects write otherwise
_DIALECTS: Final = ("tre", "tres", "iality", "ialities", "ise", "ised", "ize", "ized")
_ENDS: Final = 2  # letters at either end that are left alone: prefixes and endings make other words


def find(document: Document, rules: dict[str, Rule], unknown: list[int]) -> list[Finding]:
    """Slips in unmasked words in small letters that stand in the text once; ``unknown`` are from `words.unknown_small`."""
    known = load()
    lower = document.lower
    return [
        document.finding(rules["translation.typo:slip"], at, at + 1)
        for at in unknown
        if len(lower[at]) >= _LEAST
        and not document.masked[at]
        and not document.mark[at] & JOINED
        and _slipped(lower[at], known)
        and not _follows_hyphen(document, at)
        and lower.count(lower[at]) == 1
    ]


def _follows_hyphen(document: Document, at: int) -> bool:
    """Half of a compound or an address."""
    return (
        at + 1 < len(document)
        and bool(document.mark[at + 1] & JOINED)
        and document.lower[at + 1] in ("-", "/", "@", "_")
    )


@lru_cache(maxsize=MEMO)  # the same unknown words come back in text after text
def _slipped(word: str, known: KnownWords) -> bool:
    if word in known or word.endswith(_DIALECTS):
        return False
    sure = known.__contains__ if len(word) >= _LONG else known.is_plain
    return any(map(sure, _nearby(word)))


_INFLECTED: Final = ("ing", "ed", "es", "s", "er", "ers")  # a rare verb's forms lie a letter from a common one's


def _nearby(word: str) -> Iterator[str]:
    """The word with two neighbours swapped, with one inner letter less, with one consonant doubled."""
    inflected = word.endswith(_INFLECTED)
    for at in range(_ENDS, len(word) - _ENDS):
        before, here, after = word[at - 1], word[at], word[at + 1]
        if here != after:
            yield word[:at] + after + here + word[at + 2 :]
        if inflected:
            continue
        if before + here not in _BRITISH and here + after not in _BRITISH:
            yield word[:at] + word[at + 1 :]
        if here not in "aeioulpst" and here not in (before, after):
            yield word[:at] + here + word[at:]
