"""What the words of a text say of each item and of its genre: a hashed table learnt on judged texts, blind to names, figures and sides.

It gives a feature an item beside the measured ones, for what no lexicon holds: turns of phrase of reports, of columns, of
spun pages. Every word that begins with a capital counts as the same name, every figure as the same figure, *she* as
*he*, and the names of political sides as names, so that nothing hangs on whose text it is (law 7). A word's weight is
divided by the root of the text's length and multiplied by the root of its count: saying a thing fifty times says it
seven times. The table travels with its model, as ``words.npz`` beside ``model.json``.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.blindness import NAME
from newsgauge.document import Document, buckets, pair_hashes
from newsgauge.errors import ModelError

FORMAT: Final = 1
BITS: Final = 16
PARTS: Final = ("words", "pairs", "title")
TARGETS: Final = {  # what is learnt -> the item it speaks to; language isn't: its words are those of foreign news
    "wording": "wording",
    "sourcing": "sourcing",
    "residue": "residue",
    "headline": "headline",
    "opinion": "wording",  # opinion and advocacy
    "report": "headline",
    "invention": "sourcing",  # satire and fabrication: their sources are invented
}
FEATURES: Final = tuple(f"impression_{target}_value" for target in TARGETS)
_OF_TITLE: Final = tuple(f"impression_{target}_value" for target, item in TARGETS.items() if item == "headline")
LEAST: Final = 50  # words, as for a rate
_NAME: Final = np.uint32(NAME)
Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Buckets = NDArray[np.uint16]


class Bag(NamedTuple):
    """The buckets of one part of a text, each once, rising, and the root of its share of the part."""

    buckets: Buckets
    values: Singles


@dataclass(frozen=True, slots=True, eq=False)
class Impressions:
    """A learnt table.

    Attributes
    ----------
    weights : ndarray of float32, shape (3, 2 ** BITS, 7)
        By part, bucket and target.
    bias : ndarray, shape (7,)
        What a text of no known word is taken for: the means in training.
    seen : ndarray of uint64
        The first eight bytes of the SHA-256 of each text it was learnt on, so that a leak is noticed.
    about : mapping
        What it was learnt on.
    """

    weights: Singles
    bias: Floats
    seen: NDArray[np.uint64]
    about: Mapping[str, Any]

    def of(self, document: Document) -> dict[str, float]:
        """The features of a settled document; NaN where it is too short, or has no title."""
        rows, values = _counted(document)
        weights = self.weights.reshape(-1, self.weights.shape[2]).take(rows, axis=0)
        total = self.bias.copy()
        for part in _edges(rows):
            total += values[part] @ weights[part]
        known = measurable(document)
        return {name: value + known[name] for name, value in zip(FEATURES, total.tolist(), strict=True)}


def measurable(document: Document) -> dict[str, float]:
    """0 for each feature that the document allows, NaN for the others."""
    if document.counts.body["words"] < LEAST:
        return unknown()
    values = dict.fromkeys(FEATURES, 0.0)
    return values if document.title else values | dict.fromkeys(_OF_TITLE, math.nan)


def unknown() -> dict[str, float]:
    """The features where a model has no table."""
    return dict.fromkeys(FEATURES, math.nan)


def bags(document: Document) -> tuple[Bag, Bag, Bag]:
    """What a settled document is read by: its author's words, all its pairs, the words and pairs of its title."""
    rows, values = _counted(document)
    words, pairs, title = (Bag(rows[part].astype(np.uint16), values[part]) for part in _edges(rows))
    return words, pairs, title


def _edges(rows: NDArray[np.uint32]) -> tuple[slice, ...]:
    """Where each part's rows stand."""
    first, second = rows.searchsorted(_OFFSETS[1:]).tolist()
    return slice(first), slice(first, second), slice(second, None)


def _counted(document: Document) -> tuple[NDArray[np.uint32], Singles]:
    """The bags of all parts in one: part times 2 ** BITS plus bucket, each once, rising, and the roots of their shares.

    All at once they need a third of the calls, which are most of the cost.
    """
    parts = _parts(document)
    sizes = np.array([len(part) for part in parts])
    found = buckets(np.concatenate(parts), BITS).astype(np.uint32)
    found += _OFFSETS.repeat(sizes)
    if not len(found):
        return found, np.zeros(0, np.float32)
    found.sort()
    new = np.empty(len(found) + 1, np.bool_)
    new[0] = new[-1] = True
    np.not_equal(found[1:], found[:-1], out=new[1:-1])
    edges = new.nonzero()[0]
    rows, counts = found[edges[:-1]], edges[1:] - edges[:-1]
    return rows, np.sqrt(counts / sizes.astype(np.float32).take(rows >> np.uint32(BITS)), dtype=np.float32)


_OFFSETS: Final = (np.arange(len(PARTS)) << BITS).astype(np.uint32)


def _parts(document: Document) -> tuple[NDArray[np.uint32], ...]:
    """Hashes of the author's words, of all pairs, and of the words and pairs of the title."""
    hashes, own = document.blind, ~document.quoted
    kept = hashes
    if document.masked.any():
        open_ = ~document.masked
        kept, own = hashes[open_], own & open_
    own &= hashes != _NAME
    first, end = document.title or (0, 0)
    title = hashes[first:end]
    words = np.concatenate([title[title != _NAME], _pairs(title)])
    return hashes[own], _pairs(kept), words


def _pairs(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return pair_hashes(hashes) if len(hashes) > 1 else hashes[:0]


def fingerprints(texts: Iterable[str]) -> NDArray[np.uint64]:
    """The first eight bytes of the SHA-256 of each text, rising."""
    heads = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8] for text in texts]
    return np.unique(np.array([int.from_bytes(head, "little") for head in heads], np.uint64))


def dumps(table: Impressions) -> bytes:
    """The table as npz bytes: the same for the same table."""
    stream = io.BytesIO()
    about = json.dumps({"format": FORMAT, "targets": list(TARGETS), **table.about}, sort_keys=True)
    np.savez_compressed(
        stream,
        about=np.frombuffer(about.encode(), np.uint8),
        weights=table.weights.astype(np.float16),
        bias=table.bias,
        seen=table.seen,
    )
    return stream.getvalue()


def loads(content: bytes, place: str = "words.npz") -> Impressions:
    """A table from the bytes of its file.

    Raises
    ------
    ModelError
        The bytes aren't of this format.
    """
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        about = json.loads(arrays["about"].tobytes())
        if about.get("format") != FORMAT or about.get("targets") != list(TARGETS):
            raise ModelError(
                f"{place}: expected format {FORMAT} of {', '.join(TARGETS)}, found {about.get('format')} of "
                f"{', '.join(about.get('targets', ())) or 'nothing'}; retrain with `newsgauge train`"
            )
        weights = arrays["weights"].astype(np.float32)
        return Impressions(weights, arrays["bias"], arrays["seen"], about)


def read(place: Path) -> Impressions:
    """A table from its file."""
    return loads(place.read_bytes(), str(place))
