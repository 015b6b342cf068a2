"""How often edited English writes a word large in mid-sentence, and which pairs of words: hashes, no word can be read from it.

Learnt from the same texts as the known words; ``newsgauge train --corpora DIR --ship`` makes it anew.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.lexicons import arrays
from newsgauge.vocabulary import CAPITAL, LETTERS, NEWLINE, SHOUT, WORD, hash_of

if TYPE_CHECKING:
    from newsgauge.document import Document

NAME: Final = "capitals"
FORMAT: Final = 1
SEEN: Final = 4  # times in mid-sentence: fewer say little about a word
RARE: Final = 0.02  # share of capitals up to which a word takes none, near enough: its entry is left out
PAIRED: Final = 5  # times a pair stands in mid-sentence with two capitals
PAIR_SHARE: Final = 0.8  # share of capitals from which a pair is a name
ALONE: Final = 0.75  # share from which a word is a name by itself; New and White are, mostly, with the word behind them
SHOUTED: Final = 0.02  # share of a word's places from which its capitals throughout are an abbreviation: AIDS, not ELSE
_STEPS: Final = 255


class Capitals(NamedTuple):
    """What is known about capitals.

    Attributes
    ----------
    words : ndarray of uint32, shape (n,)
        CRC-32 of words in lower case, sorted.
    shares : ndarray of uint8, shape (n,)
        Share of capitals in mid-sentence with no other capital beside, in 255ths.
    shouts : ndarray of uint32, shape (k,)
        CRC-32 of words, in lower case, that edited English writes in capitals throughout: AIDS, US.
    pairs : ndarray of uint32, shape (m,)
        CRC-32 of "white house", in lower case, sorted.
    """

    words: NDArray[np.uint32]
    shares: NDArray[np.uint8]
    shouts: NDArray[np.uint32]
    pairs: NDArray[np.uint32]

    def share(self, word: str) -> float:
        """Share of capitals in mid-sentence, by itself; 0 where the word hardly ever takes one, or isn't known at all."""
        code = np.uint32(hash_of(word))
        place = int(np.searchsorted(self.words, code))
        return int(self.shares[place]) / _STEPS if place < len(self.words) and self.words[place] == code else 0.0

    def is_name(self, word: str) -> bool:
        """Whether the word by itself is written large often enough for that."""
        return self.share(word) >= ALONE

    def is_pair(self, first: str, second: str) -> bool:
        """Whether the two words are a name: White House, Social Security."""
        return _has(self.pairs, hash_of(f"{first} {second}"))

    def is_shouted(self, word: str) -> bool:
        """Whether the word in capitals is more than a shouted word."""
        return _has(self.shouts, hash_of(word))


def _has(codes: NDArray[np.uint32], code: int) -> bool:
    place = int(np.searchsorted(codes, np.uint32(code)))
    return place < len(codes) and int(codes[place]) == code


def learn(documents: Iterable[Document]) -> Capitals:
    """Count the capitals of edited texts."""
    hashes: list[NDArray[np.uint32]] = []
    marks: list[NDArray[np.uint64]] = []
    pairs: list[NDArray[np.uint32]] = []
    for document in documents:
        if not len(document):
            continue
        low = document.lower
        hashes.append(document.hashes)
        marks.append(document.marks)
        pairs.append(
            np.array([hash_of(f"{one} {two}") for one, two in zip(low, [*low[1:], ""], strict=True)], np.uint32)
        )
    return counted(np.concatenate(hashes), np.concatenate(marks), np.concatenate(pairs))


def counted(hashes: NDArray[np.uint32], marks: NDArray[np.uint64], pairs: NDArray[np.uint32]) -> Capitals:
    """The table of a stream of tokens and of the pairs that begin with each, shapes (n,)."""

    def carries(bits: int) -> NDArray[np.bool_]:
        return np.asarray((marks & np.uint64(bits)) != 0)

    word = carries(LETTERS) & carries(WORD)
    middle = np.concatenate([[False], carries(WORD)[:-1]]) & ~carries(NEWLINE) & word
    shout = carries(SHOUT)
    large = carries(CAPITAL) & ~shout
    # With no other capital beside it: Images is a name in Getty Images alone.
    single = middle & ~shout & ~np.concatenate([[False], large[:-1]]) & ~np.concatenate([large[1:], [False]])
    words, shares = _shares(hashes[single], large[single])
    shouted, share = _shares(hashes[middle], shout[middle])
    # A pair from its second word on stands in mid-sentence; the first may begin one, where its capital says nothing.
    both = middle & np.concatenate([middle[1:], [False]]) & ~shout
    two = large & np.concatenate([large[1:], [False]])
    paired, of = _shares(pairs[both], two[both], PAIRED)
    kept = shares >= RARE
    return Capitals(
        words[kept],
        np.round(shares[kept] * _STEPS).astype(np.uint8),
        shouted[share >= SHOUTED],
        paired[of >= PAIR_SHARE],
    )


def _shares(
    codes: NDArray[np.uint32], large: NDArray[np.bool_], least: int = SEEN
) -> tuple[NDArray[np.uint32], NDArray[np.float64]]:
    """Codes that are seen often enough, sorted, with their share of capitals."""
    found, place, times = np.unique(codes, return_inverse=True, return_counts=True)
    share = np.bincount(place, weights=large, minlength=len(found)) / np.maximum(times, 1)
    often = times >= least
    return found[often], share[often]


def save(table: Capitals) -> bytes:
    """The table as npz bytes: the same for the same table."""
    stream = io.BytesIO()
    np.savez_compressed(stream, format=np.int64(FORMAT), **table._asdict())
    return stream.getvalue()


@lru_cache(maxsize=1)
def load() -> Capitals:
    """The table that ships.

    Raises
    ------
    ModelError
        The file isn't there or isn't of this format.
    """
    found = arrays.read(NAME, FORMAT)
    return Capitals(*(found[name] for name in Capitals._fields))
