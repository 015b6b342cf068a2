"""How likely a candidate word is a cue where it stands: a hashed linear model over its neighbours.

The table ``cue`` is learnt on the training part of PolNeAR by ``newsgauge train --corpora``. It never finds a cue by itself:
it drops candidates that are hardly ever one before they are read, and lets a verb speak whose frame alone leaves doubt.
"""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from newsgauge.detectors.attribution import cues
from newsgauge.document import buckets
from newsgauge.errors import ModelError
from newsgauge.vocabulary import CAPITAL, CLASS, FIRST_CLASS

if TYPE_CHECKING:
    from newsgauge.document import Document

NAME: Final = "cue"
BITS: Final = 16
CANDIDATES: Final = CLASS["cue"] | CLASS["cue_noun"] | CLASS["attitude"]
HOPELESS: Final = -1.7  # log odds of .15
SURE: Final = 0.2  # log odds of .55; figures on training articles left out hardly move between 0 and .4
_REACH: Final = 4  # words read on either side
_WIDTH: Final = 2 * _REACH + 1
_FACTOR: Final = np.uint32(0x9E3779B1)  # 2^32 / golden ratio, as in `document.pair_hashes`
_OFFSETS: Final = np.arange(-_REACH, _REACH + 1)
_PLACES: Final = (np.arange(1, _WIDTH + 1) * 1000003).astype(
    np.uint32
)  # a prime apart: the same word elsewhere is another
_LEFT: Final = np.array([3, 4, 2, 5, 2, 4])  # pairs of places: the word with its neighbours, and these with theirs
_RIGHT: Final = np.array([4, 5, 3, 6, 4, 6])
_PAIRS: Final = (np.arange(31, 37) * 7919).astype(np.uint32)
_NEAR: Final = np.array([_REACH - 2, _REACH - 1, _REACH + 1, _REACH + 2])
_CLASSES: Final = np.uint64(FIRST_CLASS)
_SIGNS: Final = np.uint64((1 << 13) - 1)  # shapes up to the comma
_ONES: Final = np.ones(_WIDTH + 10, np.float32)
_SHAPES: Final = (np.arange(1, 5) * 104729).astype(np.uint32)
# Names say nothing about a cue: all capitals but these share one hash.
_NAMED: Final = np.uint64(CAPITAL | CLASS["role"] | CLASS["honorific"] | CLASS["institution"])
_BEHIND: Final = np.array([1, 2])
_ATTITUDE: Final = np.uint64(CLASS["attitude"])
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
    window = places[:, None] + _OFFSETS  # over the edge the first and the last token stand again
    marks = document.marks.take(window, mode="clip")
    words = document.hashes.take(window, mode="clip")
    words[(marks & _NAMED) == CAPITAL] = _NAMES
    words *= _FACTOR
    found = np.empty((len(places), _WIDTH + len(_PAIRS) + len(_SHAPES)), np.uint32)
    np.bitwise_xor(words, _PLACES, out=found[:, :_WIDTH])
    pairs = words[:, _RIGHT] * _FACTOR
    pairs ^= words[:, _LEFT]
    pairs *= _FACTOR
    np.bitwise_xor(pairs, _PAIRS, out=found[:, _WIDTH : -len(_SHAPES)])
    near = marks[:, _NEAR]
    shapes = ((near >> _CLASSES) ^ (near & _SIGNS)).astype(np.uint32) * _FACTOR
    np.bitwise_xor(shapes, _SHAPES, out=found[:, -len(_SHAPES) :])
    return buckets(found, bits)


@lru_cache(maxsize=1)
def _column() -> tuple[NDArray[np.float32], float] | None:
    """Weights of the table and its bias; None where it doesn't ship (``train --without cue``)."""
    file = resources.files("newsgauge.lexicons") / "weights" / f"{NAME}.npz"
    if not file.is_file():
        return None
    with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as arrays:
        about = json.loads(arrays["about"].tobytes())
        if about["name"] != NAME or arrays["weights"].shape != (1 << BITS,):
            raise ModelError(f"{file}: expected {1 << BITS} weights of {NAME!r}, found those of {about['name']!r}")
        return arrays["weights"].astype(np.float32), float(arrays["bias"])


def forget() -> None:
    """Drop the lists and the table in memory, so that the files are read again."""
    for kept in (_column, cues.verbs, cues.likely):
        kept.cache_clear()


def save(weights: NDArray[np.float64], bias: float, about: Mapping[str, Any]) -> bytes:
    """The table as npz bytes, with what it was learnt from: the same for the same table."""
    stream = io.BytesIO()
    origin = json.dumps({"name": NAME, **about}, sort_keys=True).encode()
    np.savez_compressed(
        stream, weights=weights.astype(np.float16), bias=np.float64(bias), about=np.frombuffer(origin, np.uint8)
    )
    return stream.getvalue()


def odds(document: Document, places: NDArray[np.int64]) -> NDArray[np.float32]:
    """Logarithm of the odds that each place is a cue, shape (len(places),); NaN without the table."""
    column = _column()
    if column is None:
        return np.full(len(places), np.nan, np.float32)
    weights, bias = column
    return np.asarray(weights[features(document, places)] @ _ONES + np.float32(bias))


def worth_reading(document: Document) -> list[tuple[int, bool]]:
    """Candidates that are not hopeless, and whether the table alone is sure enough to let them speak."""
    places = candidates(document)
    likely = odds(document, places)
    sure = likely >= SURE
    read = ~(likely < HOPELESS)  # NaN, where the table isn't there, keeps all
    after = document.hashes.take(places[:, None] + _BEHIND, mode="clip")
    read |= (after == _BY).any(axis=1)  # the rules for by-phrases are strict by themselves
    read &= sure | ((document.marks[places] & _ATTITUDE) == 0)
    return list(zip(places[read].tolist(), sure[read].tolist(), strict=True))
