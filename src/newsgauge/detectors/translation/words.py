"""Which words edited English writes small, as hashes: learnt from highly rated news, no word can be read from it.

Learnt by `learn` from 6,000 texts, 7 million tokens: the allsides part of articles.jsonl with a rating of .75 or more,
and the BBC articles of reference_bbc.jsonl; ``newsgauge train --corpora DIR --ship`` makes them anew. Kept are words seen
five times in lower case.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from newsgauge.lexicons import arrays
from newsgauge.vocabulary import CAPITAL, LETTERS, NEWLINE, SHOUT, WORD, hash_of

if TYPE_CHECKING:
    from newsgauge.document import Document

FORMAT: Final = 1
SEEN: Final = 5  # times in lower case: fewer are typos and foreign words as often as not
OFTEN: Final = 100  # times in mid-sentence, so that a rate of one in a hundred means something
RATE: Final = 0.01  # share of capitals in mid-sentence up to which a capital there is a slip
LONGEST: Final = (
    40  # letters: what is longer is no word, nor two of them; trying every place in a megabyte would never end
)
_SHORTEST: Final = 5  # letters: shorter words that aren't known are mostly names
_LETTERS: Final = np.uint64(LETTERS)
_LETTERS_OR_CAPITAL: Final = np.uint64(LETTERS | CAPITAL)
_BITS: Final = 18
MEMO: Final = 1 << 13  # unknown words whose verdicts are kept: about a megabyte


@dataclass(frozen=True, slots=False, eq=False)
class KnownWords:
    """Words of edited English; one table is another than the next, so that verdicts can be kept by table.

    Attributes
    ----------
    hashes : ndarray of uint32, shape (n,)
        CRC-32 of each word in lower case, sorted.
    plain : ndarray of bool, shape (n,)
        The word hardly ever takes a capital in mid-sentence.
    """

    hashes: NDArray[np.uint32]
    plain: NDArray[np.bool_]

    @cached_property
    def _known(self) -> frozenset[int]:
        return frozenset(self.hashes.tolist())

    @cached_property
    def _plain(self) -> frozenset[int]:
        return frozenset(self.hashes[self.plain].tolist())

    @cached_property
    def bitmap(self) -> NDArray[np.bool_]:
        """Known words by the upper bits of their hashes, shape (2 ** 18,): wrong for one unknown word in twelve."""
        seen = np.zeros(1 << _BITS, np.bool_)
        seen[self.hashes >> np.uint32(32 - _BITS)] = True
        return seen

    @cached_property
    def plain_bitmap(self) -> NDArray[np.bool_]:
        """Plain words by the upper bits of their hashes, shape (2 ** 18,)."""
        seen = np.zeros(1 << _BITS, np.bool_)
        seen[self.hashes[self.plain] >> np.uint32(32 - _BITS)] = True
        return seen

    def may_be_plain(self, hashes: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """False for words that are surely not plain, shape (n,)."""
        return np.asarray(self.plain_bitmap[hashes >> np.uint32(32 - _BITS)])

    def unknown(self, hashes: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """Words that are surely not among the known ones, shape (n,)."""
        return np.asarray(~self.bitmap[hashes >> np.uint32(32 - _BITS)])

    def __contains__(self, word: str) -> bool:
        return hash_of(word) in self._known

    def is_plain(self, word: str) -> bool:
        """Whether a capital in mid-sentence would be a slip; the word in lower case."""
        return hash_of(word) in self._plain


@dataclass(frozen=True)
class Forms:
    """How often the words of a document stand in it, counted at most once."""

    document: Document

    @cached_property
    def times(self) -> Counter[str]:
        """Tokens in lower case."""
        return Counter(self.document.lower)

    @cached_property
    def large(self) -> Counter[str]:
        """Tokens that begin with a capital, in lower case."""
        lower = self.document.lower
        return Counter(lower[at] for at in ((self.document.marks & np.uint64(CAPITAL)) != 0).nonzero()[0].tolist())

    def alone(self, word: str) -> bool:
        """The word stands somewhere by itself, with the same first letter."""
        small = word.lower()
        return self.large[small] > 0 if word[0].isupper() else self.times[small] > self.large[small]


def unknown_small(document: Document) -> list[int]:
    """Tokens in small letters, five of them or more, that edited English doesn't know; some it doesn't know are missed."""
    sized = (document.sizes >= _SHORTEST) & (document.sizes <= LONGEST)
    small = (((document.marks & _LETTERS_OR_CAPITAL) == _LETTERS) & sized).nonzero()[0]
    unknown = small[load().unknown(document.hashes.take(small))]
    lower = document.lower
    return [at for at in unknown.tolist() if lower[at].isascii() and lower[at].isalpha()]


def learn(documents: Iterable[Document]) -> KnownWords:
    """Count the words of edited texts."""
    read = [(document.hashes, document.marks) for document in documents if len(document)]
    return known(np.concatenate([hashes for hashes, _ in read]), np.concatenate([marks for _, marks in read]))


def known(hashes: NDArray[np.uint32], marks: NDArray[np.uint64]) -> KnownWords:
    """The table of a stream of tokens, shapes (n,)."""

    def carries(bits: int) -> NDArray[np.bool_]:
        return np.asarray((marks & np.uint64(bits)) != 0)

    letters, capital = carries(LETTERS), carries(CAPITAL)
    middle = np.concatenate([[False], carries(WORD)[:-1]]) & ~carries(NEWLINE)
    words, seen = np.unique(hashes[letters & ~capital], return_counts=True)
    words = words[seen >= SEEN]
    small = _count(hashes[letters & ~capital & middle], words)
    large = _count(hashes[letters & capital & middle & ~carries(SHOUT)], words)
    return KnownWords(words, (small >= OFTEN) & (large < RATE * (small + large)))


def _count(hashes: NDArray[np.uint32], words: NDArray[np.uint32]) -> NDArray[np.int64]:
    """How often each of the sorted words stands among the hashes, shape (len(words),)."""
    found, times = np.unique(hashes, return_counts=True)
    if not len(found):
        return np.zeros(len(words), np.int64)
    place = np.minimum(np.searchsorted(found, words), len(found) - 1)
    return np.asarray(np.where(found[place] == words, times[place], 0))


def save(table: KnownWords) -> bytes:
    """The table as npz bytes: the same for the same table."""
    stream = io.BytesIO()
    np.savez_compressed(stream, format=np.int64(FORMAT), hashes=table.hashes, plain=np.packbits(table.plain))
    return stream.getvalue()


@lru_cache(maxsize=1)
def load() -> KnownWords:
    """The table that ships.

    Raises
    ------
    ModelError
        The file isn't there or isn't of this format.
    """
    found = arrays.read("known_words", FORMAT)
    plain = np.unpackbits(found["plain"], count=len(found["hashes"])).astype(np.bool_)
    return KnownWords(found["hashes"], plain)
