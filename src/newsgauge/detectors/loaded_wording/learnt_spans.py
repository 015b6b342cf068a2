"""Spans that no list holds: a learnt table's single words, joined to spans by what stands around them.

The table of single words gives each its log odds of being loaded; a linear model over a word, its neighbours and its
sentence says where a span runs. What is sure enough is read as the lexicon's words are: names, denied words and words
spoken about are left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
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
_FUNCTION: Final = v.CLASS["function"]
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


def content(mark: int, naming: bool) -> bool:
    """Whether a span may begin or end with a word of these marks: no function word, figure, or name where a capital makes one."""
    if mark & v.DIGIT or (naming and mark & v.CAPITAL):
        return False
    return (mark & v.WORD > 0) != (mark & _FUNCTION > 0)


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
    odds = table.spans.shapes[:, 0] @ span_shapes(
        learnt.ruled(table, found.words, strength)[:-1], strength[:-1], span_flags(document.marks), found.sentence_edges
    )
    mark, words = document.mark, document.buckets(learnt.BITS)[0]
    firsts = set(found.sentence_edges[::2].tolist())

    def holds(at: int) -> bool:
        return content(mark[at], at >= named_from and at not in firsts)

    own = [
        (place, _technique(table.spans, words[place.first : place.end]))
        for place in span_ranges(_likely(document, odds, found.words, strength), holds, firsts)
        if not strength[place.first - 1] or found.words[place.first : place.end].max() >= SPAN_BEHIND
    ]
    behind = (((strength[:-2] > 0) & (found.words[1:] >= SPAN_LENT)).nonzero()[0] + 1).tolist()
    lent = [at for at in behind if at not in firsts and holds(at) and not strength[at] and _open(document, at)]
    return own + [(Range(at, at + 1), "") for at in lent]


def _open(document: Document, at: int) -> bool:
    """Whether a span may run over a token: it stands in a sentence and is no quotation mark."""
    return not document.mark[at] & v.DOUBLE and document.sentence_of[at] >= 0


def _likely(
    document: Document, odds: learnt.Singles, words: learnt.Singles, strength: learnt.Singles
) -> list[tuple[int, bool]]:
    """Tokens over `SPAN_LOW` that no rule found, and whether each is a word that is sure, by itself and in its place."""
    places = (odds >= SPAN_LOW).nonzero()[0]
    sure = (odds[places] >= SPAN_HIGH) & (words[places] >= SPAN_OWN)
    if not sure.any():
        return []
    free = strength[places] <= 0
    found = zip(places[free].tolist(), sure[free].tolist(), strict=True)
    return [(at, high and document.mark[at] & v.WORD > 0) for at, high in found if _open(document, at)]


def span_ranges(
    likely: Iterable[tuple[int, bool]], holds: Callable[[int], bool], firsts: Container[int]
) -> list[Range]:
    """Runs of neighbouring tokens within a sentence, one content word of which is sure, cut to content words.

    Parameters
    ----------
    likely : iterable of tuple
        Tokens in order, each with whether it is sure.
    holds : callable
        Whether a token is a content word.
    firsts : container of int
        First tokens of the sentences.
    """
    runs: list[list[tuple[int, bool]]] = []
    for at, sure in likely:
        if not runs or at in firsts or runs[-1][-1][0] != at - 1:
            runs.append([])
        runs[-1].append((at, sure))
    inner = ([(at, sure) for at, sure in run if holds(at)] for run in runs)
    return [Range(run[0][0], run[-1][0] + 1) for run in inner if any(sure for _, sure in run)]


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
