"""Prompts and labels by their words: the phrases of ``lexicons/residue.tsv``, looked up before anything is masked."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import lexicons
from newsgauge.detectors.residue.reach import REACHES
from newsgauge.document import pair_hashes

if TYPE_CHECKING:
    from newsgauge.document import Document

_BITS: Final = 18
_SHIFT: Final = np.uint32(32 - _BITS)


class Leftover(NamedTuple):
    """Tokens of residue and the rule that found them."""

    first: int
    end: int
    rule: str
    weight: float


class _Table(NamedTuple):
    """Phrases by their first two words (those of two) or three, and bitmaps of the hashes of these beginnings."""

    heads: dict[tuple[str, ...], tuple[lexicons.Entry, ...]]
    pairs: NDArray[np.bool_]
    triples: NDArray[np.bool_]


@lru_cache(maxsize=1)
def _table() -> _Table:
    gathered: dict[tuple[str, ...], list[lexicons.Entry]] = {}
    for entries in lexicons.load().phrases.values():
        for entry in entries:
            if entry.family == "residue":
                gathered.setdefault(entry.words[:3], []).append(entry)
    pairs, triples = (np.zeros(1 << _BITS, np.bool_) for _ in range(2))
    for head in gathered:
        hashes = pair_hashes(np.array([zlib.crc32(word.encode()) for word in head], np.uint32))
        if len(head) == 2:
            pairs[hashes >> _SHIFT] = True
        else:
            triples[pair_hashes(hashes) >> _SHIFT] = True
    heads = {head: tuple(sorted(found, key=lambda e: -len(e.words))) for head, found in gathered.items()}
    return _Table(heads, pairs, triples)


def find(document: Document) -> list[Leftover]:
    """Prompts in order; of phrases that begin at one word the longest that fits, and none inside one already found."""
    if len(document) < 2:
        return []
    table = _table()
    two = np.flatnonzero(table.pairs[document.pairs >> _SHIFT]).tolist()
    three = np.flatnonzero(table.triples[pair_hashes(document.pairs) >> _SHIFT]).tolist()
    found: list[Leftover] = []
    reached = 0
    lower = document.lower
    for at, size in sorted([*((at, -3) for at in three), *((at, -2) for at in two)]):
        if at < reached:
            continue
        for entry in table.heads.get(tuple(lower[at : at - size]), ()):
            end = at + len(entry.words)
            if tuple(lower[at:end]) != entry.words:
                continue
            reach = REACHES[entry.rule.partition(":")[2]](document, at, end)
            if reach:
                found.append(Leftover(*reach, entry.rule, entry.weight))
                reached = reach.end
                break
    return found
