"""What a word is taken for where nothing may hang on whose text it is (law 7).

Every name counts as the same name, every figure as the same figure, *she* as *he*, and the names of political sides as
names. Words are known by the upper half of their hash, as in the learnt tables: those that share it fold together.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

NAME: Final = 0x9D2C5680
FIGURE: Final = 0x3C6EF372
_SIDES: Final = (
    "liberal liberals conservative conservatives leftist leftists rightist rightists left-wing right-wing far-right "
    "far-left progressive progressives democrat democrats republican republicans socialist socialists communist "
    "communists centrist centrists unionist unionists nationalist nationalists"
)
_GENDERS: Final = {
    "she": "he", "her": "his", "hers": "his", "him": "his", "herself": "himself", "woman": "man", "women": "men",
    "girl": "boy", "girls": "boys", "wife": "husband", "mother": "father", "daughter": "son", "sister": "brother",
    "actress": "actor", "spokeswoman": "spokesman", "chairwoman": "chairman", "congresswoman": "congressman",
    "female": "male", "lady": "gentleman", "mrs": "mr", "ms": "mr",
}  # fmt: skip


def folded(code: int) -> int:
    """The hash a lower-cased word's hash folds to: its own, or that of what the word is taken for.

    >>> folded(zlib.crc32(b"she")) == zlib.crc32(b"he")
    True
    """
    return _folds().get(_bucket(code), code)


def _bucket(code: int) -> int:
    """As `document.buckets` of 16 bits."""
    return (code * 0x85EBCA6B & 0xFFFFFFFF) >> 16


@lru_cache(maxsize=1)
def _folds() -> Mapping[int, int]:
    sides = {_bucket(zlib.crc32(word.encode())): NAME for word in _SIDES.split()}
    return sides | {_bucket(zlib.crc32(a.encode())): zlib.crc32(b.encode()) for a, b in _GENDERS.items()}
