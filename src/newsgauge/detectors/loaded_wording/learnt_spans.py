"""Spans that no list holds: a learnt table's single words, joined to spans by what stands around them.

The table of single words gives each its log odds of being loaded; a linear model over a word, its neighbours and its
sentence says where a span runs. What is sure enough is read as the lexicon's words are: names, denied words and words
spoken about are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from newsgauge import learnt
from newsgauge import vocabulary as v
from newsgauge.article import Range
from newsgauge.detectors.loaded_wording.rules import BY_NAME
from newsgauge.detectors.loaded_wording.words import denied, mentioned

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.detectors.loaded_wording.reading import Reading
    from newsgauge.document import Document

# Log odds that a content word of a span must reach: held-out precision of the findings stays where the rules' is.
SPAN_HIGH: Final = -1.1
SPAN_LOW: Final = -1.5  # and how far its neighbours may fall
SPAN_OWN: Final = -2.0  # log odds of the sure word by itself and its neighbours
# And of one in a span right behind a rule's words, which lend to it: “vile” makes no “behaviour” vile.
SPAN_BEHIND: Final = -1.0
# Of a word right behind one that judges, which then runs on over it: of such words readers of PTC marked 57 %.
SPAN_LENT: Final = -1.8
# Kinds whose words judge the one behind them; a label is whole, and an absolute word says how sure one is.
_JUDGING: Final = frozenset(
    f"loaded_wording.{name}" for name in ("epithet", "emotive", "exaggeration", "mockery", "fear", "doubt")
)
_UNSURE: Final = np.float32(SPAN_HIGH - 0.01)
_FAR: Final = -5.0  # log odds beyond the sentence's ends
_SPAN_FLAGS: Final = np.array([v.CLASS["function"], v.WORD, v.CAPITAL], np.uint64)[:, None]
_EDGE: Final = np.array([_FAR, 0, 0, 0, 0, 0], np.float32)[:, None]
SPAN_SHAPES: Final = 28


def span_flags(marks: NDArray[np.uint64]) -> learnt.Singles:
    """Whether each token is a function word, a word, and capitalised; shape (3, n)."""
    return np.asarray((marks & _SPAN_FLAGS) != 0, np.float32)


def span_shapes(
    words: learnt.Singles, strength: learnt.Singles, seen: learnt.Singles, bounds: NDArray[np.intp]
) -> learnt.Singles:
    """What says of each token whether it stands in a span of loaded wording, shape (28, n).

    Its own log odds, the rules' strength, its class and the same of the words before and behind; whether it joins two
    likely words; what the sentence holds.

    Parameters
    ----------
    words : ndarray, shape (n,)
        Log odds that each word is loaded, with what the rules add.
    strength : ndarray, shape (n,)
        From `learnt.strengths`.
    seen : ndarray, shape (3, n)
        From `span_flags`.
    bounds : ndarray
        From `learnt.edges`, of sentences in order; what lies between them counts with the one before.
    """
    firsts, lasts = bounds[::2], bounds[1::2] - 1
    made = np.empty((SPAN_SHAPES, len(words)), np.float32)
    own, before, behind = made[:6], made[6:12], made[12:18]
    odds = np.minimum(words, np.float32(4), out=own[0])
    np.maximum(odds, np.float32(-6), out=odds)
    np.maximum(odds + np.float32(2.5), 0, out=own[1])
    own[2] = strength
    own[3:] = seen
    before[:, 1:] = own[:, :-1]
    before[:, 0], before[:, firsts] = _EDGE[:, 0], _EDGE
    behind[:, :-1] = own[:, 1:]
    behind[:, -1], behind[:, lasts] = _EDGE[:, 0], _EDGE
    made[5, firsts] = 0  # a sentence's first capital says nothing
    left, right = before[0], behind[0]
    made[18, 1:], made[19, :-1] = left[:-1], right[1:]
    made[18, 0], made[18, firsts] = _FAR, _FAR
    made[19, -1], made[19, lasts] = _FAR, _FAR
    np.maximum(odds + np.float32(1), 0, out=made[20])
    np.multiply(own[3], np.minimum(left, right), out=made[21])
    content = own[4] - own[3]
    np.multiply(content, left, out=made[22])
    np.multiply(content, right, out=made[23])
    _of_sentences(made, odds, firsts)
    made[27] = 1
    return made


def _of_sentences(made: learnt.Singles, odds: learnt.Singles, firsts: NDArray[np.intp]) -> None:
    """Write mean chance, greatest log odds and length of each token's sentence into their rows."""
    starts, counts = firsts.copy(), np.empty_like(firsts)
    starts[0] = 0
    counts[:-1], counts[-1] = starts[1:] - starts[:-1], len(odds) - starts[-1]
    held = np.empty((3, len(starts)), np.float32)
    held[0] = np.log(np.add.reduceat(learnt.logistic(odds), starts) / counts + np.float32(0.01))
    held[1] = np.maximum.reduceat(odds, starts)
    held[2] = np.log(counts)
    made[24:27] = held.repeat(counts, axis=1)


def _content(seen: learnt.Singles, firsts: NDArray[np.intp], named_from: int) -> learnt.Singles:
    """Words that a span may begin or end with: no function word, and no name from that token on; shape (n,)."""
    content = seen[1] - seen[0]
    names = seen[2].copy()
    names[firsts] = 0
    names[:named_from] = 0
    return np.asarray(content * (1 - names))


def loaded_spans(document: Document, findings: Iterable[Finding], named_from: int) -> list[tuple[Range, str]]:
    """Stretches of words beyond the rules' findings that the learnt table is sure of, each with its technique; and words
    right behind a rule's, without one, that may belong to it: by what stands beside them alone, so that a speaker or a
    longer sentence changes nothing.

    From the token ``named_from`` on a capital makes a name: where a title capitalises every word it says nothing.
    """
    table = learnt.load("loaded") if len(document) and document.sentences and learnt.available("loaded") else None
    if table is None or table.spans is None:
        return []
    found, strength = learnt.scores(document), learnt.strengths(document, findings)
    seen = span_flags(document.marks)
    shapes = span_shapes(learnt.ruled(table, found.words, strength)[:-1], strength[:-1], seen, found.sentence_edges)
    odds = table.spans.shapes[:, 0] @ shapes
    odds = np.where(found.words < SPAN_OWN, np.minimum(odds, _UNSURE), odds)
    firsts = found.sentence_edges[::2]
    closed = (strength[:-1] > 0) | (document.sentence_of < 0) | (found.flags[4, :-1] > 0)  # nor over a mark
    odds[closed] = -np.inf
    content = _content(seen, firsts, named_from)
    content[(document.marks & np.uint64(v.DIGIT)) != 0] = 0
    ranges = span_ranges(odds, content, firsts)
    words = document.buckets(learnt.BITS)[0]
    own = [
        (place, _technique(table.spans, words[place.first : place.end]))
        for place in ranges
        if not strength[place.first - 1] or found.words[place.first : place.end].max() >= SPAN_BEHIND
    ]
    content[closed] = content[firsts] = 0
    lent = content[1:] * (strength[:-2] > 0) * (found.words[1:] >= SPAN_LENT)
    return own + [(Range(at, at + 1), "") for at in (lent.nonzero()[0] + 1).tolist()]


def span_ranges(odds: learnt.Singles, content: learnt.Singles, firsts: NDArray[np.intp]) -> list[Range]:
    """Runs of tokens over `SPAN_LOW` within a sentence, one content word of which is over `SPAN_HIGH`, cut to content words."""
    high = ((odds >= SPAN_HIGH) & (content > 0)).nonzero()[0]
    if not len(high):
        return []
    warm = np.zeros(len(odds) + 1, np.bool_)
    warm[:-1] = odds >= SPAN_LOW
    begins = warm[:-1].copy()
    begins[1:] &= ~warm[:-2]
    begins[firsts] = warm[firsts]
    ends = warm[:-1] & ~warm[1:]
    ends[firsts[1:] - 1] |= warm[firsts[1:] - 1]
    starts, stops = begins.nonzero()[0], ends.nonzero()[0] + 1
    hot = sorted(set((starts.searchsorted(high, "right") - 1).tolist()))
    found = []
    for first, end in zip(starts[hot].tolist(), stops[hot].tolist(), strict=True):
        inner = content[first:end].nonzero()[0]
        if len(inner):
            found.append(Range(first + int(inner[0]), first + int(inner[-1]) + 1))
    return found


def _technique(spans: learnt.Table, words: NDArray[np.intp]) -> str:
    """The technique whose words these are most like."""
    sums = spans.weights[words].sum(0) / np.sqrt(np.float32(len(words))) + spans.bias
    return spans.classes[int(sums.argmax())]


def find(reading: Reading, known: Sequence[Finding]) -> list[Finding]:
    """What the rules found and the learnt spans; what stands right behind a word that judges lengthens its finding."""
    document = reading.document
    found = list(known)
    for (first, end), technique in loaded_spans(document, known, reading.title_end if reading.title_cased else 0):
        if not _lengthen(document, found, first) and technique and not _spared(reading, first):
            found.append(document.finding(BY_NAME[f"loaded_wording.{technique}{learnt.LEARNT}"], first, end))
    return found


def _lengthen(document: Document, found: list[Finding], at: int) -> bool:
    """Let a finding that judges and ends right before a word run over it, “vile behaviour”; whether there is one."""
    stop, new_end = document.ends[at - 1], document.ends[at]
    for number, one in enumerate(found):
        if one.end == stop and one.kind in _JUDGING and one.text[-1].isalnum():  # not over a scare quote's mark
            found[number] = one._replace(end=new_end, text=document.text[one.start : new_end])
            return True
    return False


def _spared(reading: Reading, first: int) -> bool:
    """Whether the words are denied or spoken about."""
    document = reading.document
    return denied(document, first) or bool(first and mentioned(document, first))
