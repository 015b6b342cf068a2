"""What a body says of its title's words: which it uses too, and which words are too common to count."""

from __future__ import annotations

from itertools import compress
from math import nan
from typing import TYPE_CHECKING, Final

from newsgauge.vocabulary import CLASS, WORD

if TYPE_CHECKING:
    from newsgauge.document import Document

_SMALL: Final = (
    CLASS["function"]
    | CLASS["determiner"]
    | CLASS["preposition"]
    | CLASS["conjunction"]
    | CLASS["auxiliary"]
    | CLASS["modal"]
)
COMMON: Final = (
    _SMALL
    | CLASS["cue"]
    | CLASS["role"]
    | CLASS["document"]
    | CLASS["negation"]
    | CLASS["number_word"]
    | CLASS["kinship"]
)


def overlap(document: Document) -> float:
    """Share of the title's content words that the body uses too.

    Parameters
    ----------
    document : Document
        A settled document.

    Returns
    -------
    float
        In [0, 1]; NaN without a title, a body or a content word in the title.
    """
    if not document.title or document.title.end >= len(document):
        return nan
    wanted = {
        stem(document.lower[at])
        for at in range(*document.title)
        if document.mark[at] & WORD and not document.mark[at] & _SMALL and len(document.lower[at]) > 2
    }
    body = set(_body(document))
    if not wanted or not body:
        return nan
    return sum(1 for word in wanted if _stands_in(word, body)) / len(wanted)


def _stands_in(stemmed: str, body: set[str]) -> bool:
    """Whether a word with this stem is among the words."""
    return (
        f"{stemmed}'s" in body
        or (stemmed in body and stem(stemmed) == stemmed)
        or (f"{stemmed}s" in body and stem(f"{stemmed}s") == stemmed)
    )


def stem(word: str) -> str:
    """A word without its possessive and plural ending."""
    if word.endswith("'s"):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def body_words(document: Document) -> set[str]:
    """Unmasked words after the title, each once, without possessives and plural endings."""
    return {stem(word) for word in set(_body(document)) if word[0].isalnum()}


def _body(document: Document) -> list[str]:
    """Lower-cased unmasked tokens after the title."""
    first = document.body_first
    words = document.lower[first:]
    return list(compress(words, (~document.masked[first:]).tolist())) if document.masked.any() else words
