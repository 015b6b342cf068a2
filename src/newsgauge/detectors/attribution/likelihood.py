"""How likely a candidate word is a cue where it stands: a hashed linear model over its neighbours.

The table ``cue`` is learnt on the training part of PolNeAR by ``newsgauge train --corpora``. It never finds a cue by itself:
it drops candidates that are hardly ever one before they are read, and lets a verb speak whose frame alone leaves doubt.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from newsgauge import learnt
from newsgauge.document import buckets
from newsgauge.vocabulary import CAPITAL, CLASS

if TYPE_CHECKING:
    from newsgauge.document import Document

NAME: Final = "cue"
BITS: Final = 16
CANDIDATES: Final = CLASS["cue"] | CLASS["cue_noun"] | CLASS["attitude"]
HOPELESS: Final = 0.05  # below it one candidate in fifty is a cue, and the rules are wrong on most they take
SURE: Final = 0.55  # from it four in five are cues on training articles left out
_REACH: Final = 4  # words read on either side
_WIDTH: Final = 2 * _REACH + 1
_PAD: Final = 8
_FACTOR: Final = np.uint32(0x9E3779B1)  # 2^32 / golden ratio, as in `document.pair_hashes`
_OFFSETS: Final = np.arange(_PAD - _REACH, _PAD + _REACH + 1)
_PLACES: Final = (np.arange(1, _WIDTH + 1) * 1000003).astype(
    np.uint32
)  # a prime apart: the same word elsewhere is another
_LEFT: Final = np.array([3, 4, 2, 5, 2, 4])  # pairs of places: the word with its neighbours, and these with theirs
_RIGHT: Final = np.array([4, 5, 3, 6, 4, 6])
_PAIRS: Final = (np.arange(31, 37) * 7919).astype(np.uint32)
_NEAR: Final = np.array([_PAD - 2, _PAD - 1, _PAD + 1, _PAD + 2])
_SHAPES: Final = (np.arange(1, 5) * 104729).astype(np.uint32)
# Names say nothing about a cue: all capitals but these share one hash.
_TITLES: Final = CLASS["role"] | CLASS["honorific"] | CLASS["institution"]
_BY: Final = np.uint32(zlib.crc32(b"by"))
_NAMES: Final = np.uint32(77777)


def candidates(document: Document) -> NDArray[np.int64]:
    """Unmasked, unquoted tokens that may be a cue, shape (n,)."""
    found = (document.marks & np.uint64(CANDIDATES)) != 0
    found &= ~document.masked
    if document.quotations:
        found &= ~document.quoted
    return np.flatnonzero(found)


def features(document: Document, places: NDArray[np.int64], bits: int = BITS) -> NDArray[np.intp]:
    """Buckets of the words, pairs and shapes around each place, shape (len(places), 19)."""
    n = len(document)
    marks = np.zeros(n + 2 * _PAD, np.uint64)
    marks[_PAD : n + _PAD] = document.marks
    words = np.zeros(n + 2 * _PAD, np.uint32)
    names = (document.marks & np.uint64(CAPITAL | _TITLES)) == np.uint64(CAPITAL)
    words[_PAD : n + _PAD] = np.where(names, _NAMES, document.hashes)
    around = words[places[:, None] + _OFFSETS] * _FACTOR
    pairs = (around[:, _LEFT] ^ around[:, _RIGHT] * _FACTOR) * _FACTOR ^ _PAIRS
    near = marks[places[:, None] + _NEAR]
    shapes = ((near >> np.uint64(21)) ^ (near & np.uint64(0x1FFF))).astype(np.uint32) * _FACTOR ^ _SHAPES
    return buckets(np.concatenate([around ^ _PLACES, pairs, shapes], axis=1), bits)


@lru_cache(maxsize=1)
def _column() -> tuple[NDArray[np.float32], float] | None:
    """Weights of the table and its bias; None where it doesn't ship."""
    if not learnt.available(NAME):
        return None
    table = learnt.load(NAME)
    return np.ascontiguousarray(table.weights[:, 0]), float(table.bias[0])


def probabilities(document: Document, places: NDArray[np.int64]) -> NDArray[np.float64]:
    """Probability that each place is a cue, shape (len(places),); NaN without the table."""
    column = _column()
    if column is None or not len(places):
        return np.full(len(places), np.nan)
    weights, bias = column
    return learnt.logistic(weights[features(document, places)].sum(axis=1, dtype=np.float64) + bias)


def worth_reading(document: Document) -> list[tuple[int, bool]]:
    """Candidates that are not hopeless, and whether the table alone is sure enough to let them speak."""
    places = candidates(document)
    likely = probabilities(document, places)
    sure = likely >= SURE
    kept = ~(likely < HOPELESS)  # NaN, where the table isn't there, keeps all
    by = np.flatnonzero(document.hashes == _BY)
    kept |= np.isin(places + 1, by) | np.isin(places + 2, by)  # the rules for by-phrases are strict by themselves
    kept &= sure | ((document.marks[places] & np.uint64(CLASS["attitude"])) == 0)
    return list(zip(places[kept].tolist(), sure[kept].tolist(), strict=True))
