"""How likely a candidate word is a cue where it stands: a hashed linear model over its neighbours.

The table ``cue`` is learnt on the training part of PolNeAR by ``newsgauge train --corpora``. It never finds a cue by itself:
it drops candidates that are hardly ever one before they are read, and lets a verb speak whose frame alone leaves doubt.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.document import buckets
from newsgauge.errors import ModelError
from newsgauge.vocabulary import CAPITAL, CLASS, FIRST_CLASS

if TYPE_CHECKING:
    from newsgauge.document import Document

NAME: Final = "cue"
BITS: Final = 17
FORM_BITS: Final = 16  # of the forms that are cues on their own, as in `learnt`
LISTED: Final = CLASS["cue"] | CLASS["cue_noun"] | CLASS["attitude"]
HOPELESS: Final = -1.7  # log odds of .15
SURE: Final = -0.4  # log odds; chosen with GUESSED on training articles left out
GUESSED: Final = -0.2  # from here the table alone makes a cue of a word no rule reads
_REACH: Final = 4  # words read on either side
_WIDTH: Final = 2 * _REACH + 1
_FACTOR: Final = np.uint32(0x9E3779B1)  # 2^32 / golden ratio, as in `document.pair_hashes`
_OFFSETS: Final = np.arange(-_REACH, _REACH + 1)[:, None]
# A prime apart: the same word elsewhere is another.
_PLACES: Final = (np.arange(1, _WIDTH + 1) * 1000003).astype(np.uint32)[:, None]
# Pairs of places: six of neighbours, from three words before to three behind, and three of the words around one.
_PAIRS: Final = (np.arange(31, 40) * 7919).astype(np.uint32)[:, None]
_NEAR: Final = slice(_REACH - 2, _REACH + 3)
_CLASSES: Final = np.uint64(FIRST_CLASS)
_SIGNS: Final = np.uint64((1 << 13) - 1)  # shapes up to the comma
_SHAPED: Final = 5  # words of `_NEAR`
_SHAPES: Final = (np.arange(1, _SHAPED + 1) * 104729).astype(np.uint32)[:, None]
FEATURES: Final = _WIDTH + len(_PAIRS) + _SHAPED
_ONES: Final = np.ones(FEATURES, np.float32)
# Names say nothing about a cue: all capitals but these share one hash.
_NAMED: Final = np.uint64(CAPITAL | CLASS["role"] | CLASS["honorific"] | CLASS["institution"])
_ATTITUDE: Final = CLASS["attitude"]
_LISTED: Final = np.uint64(LISTED)
_HOPELESS, _SURE, _GUESSED = (float(np.float32(bound)) for bound in (HOPELESS, SURE, GUESSED))  # as the odds are held
_NAMES: Final = np.uint32(77777)


class Table(NamedTuple):
    """The table ``cue``.

    Attributes
    ----------
    weights : ndarray of float16, shape (2 ** BITS,)
        As they are stored: half the memory that look-ups all over it must fetch.
    bias : float
    forms : ndarray of bool, shape (2 ** FORM_BITS,)
        Buckets of the words that were the head of a cue often enough, listed by hand or not.
    """

    weights: NDArray[np.float16]
    bias: float
    forms: NDArray[np.bool_]


def candidates(document: Document, forms: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
    """Unmasked, unquoted tokens that may be a cue, by the lists or by the forms learnt; shape (n,)."""
    found = (document.marks & _LISTED) != 0
    if forms is not None and len(document):
        found |= forms.take(document.buckets(FORM_BITS)[0])
    found = found > document.masked
    if document.quotations:
        found = found > document.quoted
    return np.flatnonzero(found)


def features(document: Document, places: NDArray[np.int64], bits: int = BITS) -> NDArray[np.intp]:
    """Buckets of the words, pairs and shapes around each place, shape (len(places), FEATURES).

    Reckoned the other way round, a row per feature, since numpy is quick along long rows.
    """
    window = _OFFSETS + places  # over the edge the first and the last token stand again
    marks = document.marks.take(window, mode="clip")
    words = document.hashes.take(window, mode="clip")
    np.copyto(words, _NAMES, where=(marks & _NAMED) == CAPITAL)
    words *= _FACTOR
    found = np.empty((FEATURES, len(places)), np.uint32)
    pairs, shapes = found[_WIDTH:-_SHAPED], found[-_SHAPED:]
    np.bitwise_xor(words, _PLACES, out=found[:_WIDTH])
    rights = words * _FACTOR
    np.bitwise_xor(rights[2:8], words[1:7], out=pairs[:6])
    np.bitwise_xor(rights[4:7], words[2:5], out=pairs[6:])
    pairs *= _FACTOR
    pairs ^= _PAIRS
    near = marks[_NEAR]
    shapes[:] = (near >> _CLASSES) ^ (near & _SIGNS)
    shapes *= _FACTOR
    shapes ^= _SHAPES
    return buckets(found, bits).T


_instead: Final[list[Table]] = []  # the last one is read instead of the shipped one


def table() -> Table | None:
    """What was learnt; None where it doesn't ship (``train --without cue``)."""
    return _instead[-1] if _instead else _shipped()


@contextmanager
def in_place(made: Table) -> Iterator[None]:
    """Read attributions with this table instead of the shipped one."""
    _instead.append(made)
    try:
        yield
    finally:
        _instead.pop()


@lru_cache(maxsize=1)
def _shipped() -> Table | None:
    file = resources.files("newsgauge.lexicons") / "weights" / f"{NAME}.npz"
    if not file.is_file():
        return None
    with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as arrays:
        about = json.loads(arrays["about"].tobytes())
        if about["name"] != NAME or arrays["weights"].shape != (1 << BITS,):
            raise ModelError(f"{file}: expected {1 << BITS} weights of {NAME!r}, found those of {about['name']!r}")
        forms = np.unpackbits(arrays["forms"]).astype(np.bool_)
        return Table(arrays["weights"].astype(np.float16), float(arrays["bias"]), forms)


def save(made: Table, about: Mapping[str, Any]) -> bytes:
    """The table as npz bytes, with what it was learnt from: the same for the same table."""
    stream = io.BytesIO()
    origin = json.dumps({"name": NAME, **about}, sort_keys=True).encode()
    np.savez_compressed(
        stream,
        weights=made.weights.astype(np.float16),
        bias=np.float64(made.bias),
        forms=np.packbits(made.forms),
        about=np.frombuffer(origin, np.uint8),
    )
    return stream.getvalue()


def odds(document: Document, places: NDArray[np.int64]) -> NDArray[np.float32]:
    """Logarithm of the odds that each place is a cue, shape (len(places),); NaN without the table."""
    known = table()
    if known is None:
        return np.full(len(places), np.nan, np.float32)
    weights = known.weights.take(features(document, places)).astype(np.float32)
    return np.asarray(weights @ _ONES + np.float32(known.bias))


def worth_reading(document: Document) -> list[tuple[int, bool, bool]]:
    """Candidates that are not hopeless, in order.

    Returns
    -------
    list of tuple
        Token; whether it is likely enough to speak whatever follows it; whether it is likely enough to be a cue where no
        rule reads it.
    """
    known = table()
    places = candidates(document, known.forms if known else None)
    likely = odds(document, places)
    document.cue_odds = places, likely
    low, mark = document.lower, document.mark
    found: list[tuple[int, bool, bool]] = []
    for at, odd in zip(places.tolist(), likely.tolist(), strict=True):
        if odd >= _GUESSED:
            found.append((at, True, True))
        elif not mark[at] & LISTED:
            continue
        elif odd >= _SURE:
            found.append((at, True, False))
        elif mark[at] & _ATTITUDE:
            continue
        elif not odd < _HOPELESS or _strict(low[at + 1 : at + 3]):  # NaN, where there is no table, keeps all listed
            found.append((at, False, False))
    return found


def _strict(behind: list[str]) -> bool:
    """By-phrases and "points out": their rules are strict by themselves."""
    return "by" in behind or behind[:1] == ["out"]
