"""Near-duplicates: texts that share much of their wording, whoever published them.

A wire story runs in ten outlets, so a split by outlet alone lets it stand on both sides. Texts are compared by the runs of
five words they share (Broder 1997, "On the resemblance and containment of documents"); containment, not resemblance,
because one copy is often cut. All runs are compared, not a sketch: sixteen thousand articles take some seconds.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Whole = NDArray[np.int64]

RUN: Final = 5  # words; shorter runs are common phrases
SHARED: Final = (
    0.2  # of the shorter text's runs: over it stand copies and one wire story told twice, under it common quotations
)
CROWD: Final = 40  # a run that stands in more texts than this links each to the next alone: boilerplate links few
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ODD: Final = np.array([0x9E3779B97F4A7C15 * (2 * n + 1) & (2**64 - 1) | 1 for n in range(RUN)], np.uint64)


def clusters(texts: Sequence[str], shared: float = SHARED) -> list[int]:
    """Which texts belong together, as numbers in order of first appearance.

    Parameters
    ----------
    texts : sequence of str
    shared : float
        Share of the shorter text's runs of five words from which two texts count as copies. Copies of copies belong
        together.

    Returns
    -------
    list of int
        One number per text; a text without words stands alone.

    Examples
    --------
    >>> from newsgauge.labels.duplicates import clusters
    >>> story = "The mill on the lower river was sold on Friday to its workers."
    >>> clusters([story, "Nothing was sold.", "UPDATE: " + story])
    [0, 1, 0]
    """
    runs = [_runs(text) for text in texts]
    pairs, counts = _shared_runs(runs, len(texts))
    sizes = np.array([len(one) for one in runs], np.int64)
    smaller = np.minimum(sizes[pairs[:, 0]], sizes[pairs[:, 1]])
    return _joined(len(texts), pairs[counts >= shared * smaller])


def _runs(text: str) -> Hashes:
    """Hashes of a text's runs of words, each once; a text shorter than one run is a run."""
    words = np.array([_word(word) for word in _WORD.findall(text.lower())], np.uint64)
    if not len(words):
        return words
    size = min(RUN, len(words))
    hashed = np.zeros(len(words) - size + 1, np.uint64)
    for place in range(size):
        hashed += words[place : place + len(hashed)] * _ODD[place]
        hashed ^= hashed >> np.uint64(29)
    return np.unique(hashed)


@lru_cache(maxsize=1 << 18)
def _word(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def _shared_runs(runs: Sequence[Hashes], n: int) -> tuple[Whole, Whole]:
    """Pairs of texts (first < second) and how many runs they share."""
    hashed = np.concatenate([np.empty(0, np.uint64), *runs])
    owner = np.repeat(np.arange(n, dtype=np.int64), [len(one) for one in runs])
    order = np.argsort(hashed, kind="stable")  # stable: owners of one run stay in order
    hashed, owner = hashed[order], owner[order]
    starts = np.flatnonzero(np.append(True, hashed[1:] != hashed[:-1])) if len(hashed) else np.empty(0, np.int64)
    held = np.diff(np.append(starts, len(hashed)))
    coded = [np.empty(0, np.int64)]
    for size in np.unique(held[held > 1]):
        members = owner[starts[held == size][:, None] + np.arange(size)]
        first, second = np.triu_indices(size, 1) if size <= CROWD else (np.arange(size - 1), np.arange(1, size))
        coded.append((members[:, first] * n + members[:, second]).ravel())
    pairs, counts = np.unique(np.concatenate(coded), return_counts=True)
    return np.column_stack(np.divmod(pairs, max(n, 1))), counts


def _joined(n: int, pairs: Whole) -> list[int]:
    """Connected texts as numbers in order of first appearance (union by the earlier one)."""
    parent = list(range(n))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    for one, other in pairs.tolist():
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    number: dict[int, int] = {}
    return [number.setdefault(root(at), len(number)) for at in range(n)]
