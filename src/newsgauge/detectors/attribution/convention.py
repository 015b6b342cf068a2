"""Our spans widened to PolNeAR's convention, for measuring against it alone.

The product marks the bare verb and the name. PolNeAR's cue takes in auxiliaries, negation and adverbs before the verb and a colon,
particle or preposition that belongs to it; its source takes in appositions and relative clauses up to the cue. The rules
are fixed: they read the document and the range, never the gold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.attribution import cues
from newsgauge.vocabulary import BRACKET_OPEN, CAPITAL, CLASS, COMMA, DASH, WORD

if TYPE_CHECKING:
    from newsgauge.document import Document

_HELPING: Final = CLASS["auxiliary"] | CLASS["modal"] | CLASS["negation"]
# Counted on the training part: more than half of the cues with this word behind them take it in.
_BEHIND: Final = frozenset((":", "about", "for", "against", "out", "back"))
_TO: Final = frozenset("point points pointed pointing refer refers referred referring continue continued".split())
_ON: Final = frozenset("call calls called calling comment commented focus focused focuses".split())
_OF: Final = frozenset("accuse think thinks complain warned approve approves disapprove speak speaks spoke".split())
_FAR: Final = 30  # tokens an apposition may have


def polnear_cue(document: Document, cue: Range) -> Range:
    """The cue as PolNeAR's annotators mark it."""
    low, mark = document.lower, document.mark
    first, end = cue
    if end - first > 1 and low[end - 1] == "by":
        end -= 1
    while first > 0 and mark[first - 1] & WORD and _goes_before(document, first - 1):
        first -= 1
    while first < cue.first and not mark[first] & _HELPING and low[first] in ("both", "all"):
        first += 1
    if end < len(document):
        verb, word = low[end - 1], low[end]
        belongs = (word == "to" and verb in _TO) or (word == "on" and verb in _ON) or (word == "of" and verb in _OF)
        end += word in _BEHIND or belongs
    return Range(first, end)


def _goes_before(document: Document, at: int) -> bool:
    word, mark = document.lower[at], document.mark[at]
    return bool(
        mark & _HELPING
        or word in cues.ADVERBS
        or (word.endswith("ly") and not mark & CAPITAL and not mark & (CLASS["cue"] | CLASS["role"]))
    )


def polnear_source(document: Document, source: Range, cue: Range) -> Range:
    """The source as PolNeAR's annotators mark it: with its apposition, and the comma that closes it."""
    first, end = source
    if end <= cue.first and cue.first - end <= _FAR and end < len(document):
        start = polnear_cue(document, cue).first
        mark = document.mark
        if mark[end] & (COMMA | DASH | BRACKET_OPEN) and start > end + 1 and not mark[start - 1] & WORD:
            return Range(first, start)
    return source
