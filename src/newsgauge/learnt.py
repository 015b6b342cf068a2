"""Learnt tables: hashed linear models over the tokens of a document, scored with numpy.

A table gives every word and every pair of neighbouring words a weight, and a few dense shapes theirs; a stretch of text
gets ``sigmoid(bias + sum of word and pair weights / sqrt(their number) + shapes)``. The tables lie side by side in one
array, so that a document is looked up once. Weights are ``lexicons/weights/<name>.npz`` (no pickle); what each was
learnt from stands in the file itself. They are rebuilt by ``newsgauge train --corpora DIR``.
"""

from __future__ import annotations

import io
import json
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import vocabulary as v
from newsgauge.article import Attribution, Finding, Range
from newsgauge.document import Document, buckets, pair_hashes
from newsgauge.errors import ModelError

FORMAT: Final = 2
BITS: Final = 16  # of every table over words, so that one look-up serves all
NAMES: Final = ("loaded", "attributed", "residue", "clickbait", "translation", "genre")
Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
LEARNT: Final = ":learnt"  # end of the name of every rule that stands for a learnt table
NO_SHAPES: Final = np.zeros((0, 1), np.float32)


@dataclass(frozen=True, slots=True)
class Table:
    """One learnt table.

    Attributes
    ----------
    name : str
        The task, one of `NAMES`.
    weights : ndarray of float32, shape (2 ** bits, classes)
        Weight of each word's bucket; a single class for a yes/no question.
    pairs : ndarray of float32, shape (2 ** bits or 0, classes)
        Weight of each pair's bucket.
    shapes : ndarray of float32, shape (n_shapes, classes)
        Weights of the task's own dense features; may be empty.
    bias : ndarray, shape (classes,)
    classes : tuple of str
        Names of the classes; ``("yes",)`` for a yes/no question.
    about : mapping
        What it was learnt from, with counts, licence, seed and figures.
    tagger : Table or None
        A table over single words whose scores are among the shapes. Its columns are a word's own weight and its weight
        before and after another; its pairs' are those of the pair that ends and that begins with the word.
    spans : Table or None
        What joins single words to spans: its shapes are the weights of `span_shapes`; its columns over words say which
        of its classes, the techniques, a span is.
    context : ndarray of float32, shape (n_context + 1,), or None
        Weights of what stands around a line, from `page_shapes`, the bias last: they settle what its own words say.
    """

    name: str
    weights: Singles
    pairs: Singles
    shapes: Singles
    bias: Floats
    classes: tuple[str, ...]
    about: Mapping[str, Any]
    tagger: Table | None = None
    spans: Table | None = None
    context: Singles | None = None

    @property
    def bits(self) -> int:
        return len(self.weights).bit_length() - 1


class Scores(NamedTuple):
    """Sums of weights over a document.

    Attributes
    ----------
    sentences : ndarray, shape (2, n_sentences)
        Of the tables ``loaded`` and ``attributed``, over the root of the number of words and pairs.
    lines : ndarray, shape (n_lines,)
        Of the table ``residue``.
    words : ndarray, shape (n_tokens,)
        Log odds that a word is loaded, before any rule is asked.
    genres : ndarray, shape (n_genres,)
    sentence_edges, line_edges : ndarray
        From `edges`.
    flags : ndarray
        From `flags`.
    """

    sentences: Singles
    lines: Singles
    words: Singles
    genres: Singles
    sentence_edges: NDArray[np.intp]
    line_edges: NDArray[np.intp]
    flags: Singles


class _Side(NamedTuple):
    """All tables over words and pairs, side by side: a row of 16 columns is one line of the cache."""

    words: Singles  # loaded, attributed, residue, tagger's own, before, after, genres
    pairs: Singles  # loaded, attributed, residue, tagger's last, next


@lru_cache(maxsize=1)
def _side() -> _Side:
    rows = 1 << BITS
    tables = [load(name) if available(name) else None for name in ("loaded", "attributed", "residue")]
    unknown = np.full((rows, 1), np.nan, np.float32)
    tagger = tables[0].tagger if tables[0] else None
    genre = [load("genre").weights] if available("genre") else []
    words = [t.weights if t else unknown for t in tables] + [tagger.weights if tagger else np.zeros((rows, 3)), *genre]
    pairs = [t.pairs if t else unknown for t in tables] + [tagger.pairs if tagger else np.zeros((rows, 2))]
    return _Side(_aligned(np.hstack(words).astype(np.float32)), np.hstack(pairs).astype(np.float32))


_LINE: Final = 64  # bytes of a line of the cache


def _aligned(table: Singles) -> Singles:
    """The table where a line of the cache begins, so that a row of 16 columns touches one line and not two."""
    room = np.empty(table.nbytes + _LINE, np.uint8)
    begin = -room.ctypes.data % _LINE
    made = room[begin : begin + table.nbytes].view(table.dtype).reshape(table.shape)
    made[:] = table
    return made


def edges(ranges: Sequence[Range]) -> NDArray[np.intp]:
    """First and end of each range, one after the other: what ``reduceat`` wants; shape (2 n,)."""
    return np.fromiter(chain.from_iterable(ranges), np.intp, 2 * len(ranges))


_MASKED: Final = 5  # row of `flags`
_FLAGS: Final = np.array(
    [v.CAPITAL, v.DIGIT, v.CLASS["function"], v.STOP | v.COMMA, v.DOUBLE, 0, v.CLASS["cue"]], np.uint64
)[:, None]  # fmt: skip


def flags(document: Document) -> Singles:
    """What each token is, shape (8, n + 1): capital, digit, function word, stop or comma, mark, masked; cue, quoted."""
    made = np.zeros((8, len(document) + 1), np.float32)
    np.not_equal(document.marks & _FLAGS, 0, out=made[:7, :-1])
    made[_MASKED, :-1] = document.masked
    made[7, :-1] = document.quoted
    return made


def _sums(values: Singles, bounds: NDArray[np.intp]) -> Singles:
    """Sums of the columns bounds[0]..bounds[1], bounds[2]..; values end with a column of zeros. Shape (rows, n)."""
    return np.add.reduceat(values, bounds, axis=-1)[..., ::2]


def _scaled(values: Singles, joints: Singles, bounds: NDArray[np.intp]) -> Singles:
    """Sums over ranges, over the root of the number of words and pairs, shape (…, n).

    A pair counts with its second word, so the one over a range's beginning is taken off again.
    """
    firsts, ends = bounds[::2], bounds[1::2]
    sums = _sums(values, bounds) - joints[..., firsts]
    return np.asarray(sums / np.sqrt((2 * (ends - firsts) - 1).astype(np.float32)))


def scores(document: Document) -> Scores:
    """Look all words and pairs of a settled document up, once: what was looked up stays with the document."""
    if not isinstance(document.scores, Scores):
        document.scores = _scores(document)
    return document.scores


def _scores(document: Document) -> Scores:
    n = len(document)
    side = _side()
    at, lines = edges(document.sentences), edges(document.lines)
    if not n:
        none = np.zeros(0, np.float32)
        genres = np.zeros(side.words.shape[1] - 6, np.float32)
        return Scores(np.zeros((2, 0), np.float32), none, none, genres, at, lines, flags(document))
    words, pairs = document.buckets(BITS)
    rows = side.words.take(words, axis=0)
    joints = np.zeros((5, n + 1), np.float32)  # column k: the pair of words k - 1 and k
    joints[:, 1:n] = side.pairs.take(pairs, axis=0).T
    values = np.zeros((6, n + 1), np.float32)
    values[:, :n] = rows[:, :6].T
    genres = np.ones(n, np.float32) @ rows[:, 6:] / np.float32(math.sqrt(n))
    singles = _word_scores(values[3:], joints[3:], at)
    values[:3] += joints[:3]
    sentences = _scaled(values[:2], joints[:2], at) if len(at) else np.zeros((2, 0), np.float32)
    return Scores(sentences, _scaled(values[2], joints[2], lines), singles, genres, at, lines, flags(document))


def _word_scores(columns: Singles, joints: Singles, bounds: NDArray[np.intp]) -> Singles:
    """Log odds of each word by itself, its neighbours and its pairs within its range."""
    own, before, after = columns
    left, right = joints[0, :-1].copy(), joints[1, 1:].copy()
    left[1:] += before[:-2]
    right[:-1] += after[1:-1]
    left[bounds[::2]] = 0
    right[bounds[1::2] - 1] = 0
    bias = load("loaded").tagger if available("loaded") else None
    return np.asarray(own[:-1] + left + right + float(bias.bias[0] if bias else np.nan))


def logistic(scores: NDArray[Any]) -> NDArray[Any]:
    """Probabilities of yes."""
    return np.asarray(np.tanh(scores * 0.5) * 0.5 + 0.5)  # the same as 1 / (1 + exp(-x)), without overflow


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    odds = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=-1, keepdims=True))


# -- sentences -------------------------------------------------------------------------------------------------------------


def strengths(document: Document, findings: Iterable[Finding]) -> Singles:
    """Strength of the rules' loaded wording over each token, 0 where there is none; one more 0 at the end.

    Spans that were learnt are left out: they are read off the same words.
    """
    found = np.zeros(len(document) + 1, np.float32)
    for finding in findings:
        if finding.kind.startswith("loaded_wording.") and not finding.rule.endswith(LEARNT):
            first, end = document.tokens_of(finding.start, finding.end)
            for at in range(first, end):
                found[at] = max(found[at], finding.weight)
    return found


def loaded_shapes(words: Singles, strength: Singles, bounds: NDArray[np.intp]) -> Singles:
    """What the single words say of each range, shape (n, 7).

    Parameters
    ----------
    words : ndarray, shape (n_tokens + 1,)
        Log odds that each word is loaded; the last is no word's.
    strength : ndarray, shape (n_tokens + 1,)
        From `strengths`.
    """
    made = np.empty((7, len(bounds) // 2), np.float32)
    counts = (bounds[1::2] - bounds[::2]).astype(np.float32)
    root = np.sqrt(counts)
    both = np.empty((2, len(words)), np.float32)
    both[0], both[1] = words, strength
    most = np.maximum.reduceat(both, bounds, axis=-1)[:, ::2]
    both[0] = logistic(words)
    sums = _sums(both, bounds)
    made[0] = most[0] / 4
    made[1] = np.log(sums[0] + np.float32(1e-3))
    made[2] = sums[0] / root
    made[3] = np.log2(counts) / 8
    made[4] = most[1]
    made[5] = sums[1] / root
    made[6] = most[1] > 0
    return made.T


def attributed_shapes(
    document: Document, attributions: Sequence[Attribution], bounds: NDArray[np.intp], seen: Singles
) -> Singles:
    """What the attribution rules, the table of cues and the quotation marks say of each range, shape (n, 14).

    Cue, source and floating quotation present; share of content, and more than half; share quoted, and any; length; a
    word that may be a cue; a double quotation mark; the likeliest cue, by its odds and its probability; the sum of the
    probabilities, and that there is a candidate. ``seen`` are the `flags`.
    """
    made = np.zeros((14, len(bounds) // 2), np.float32)
    counts = (bounds[1::2] - bounds[::2]).astype(np.float32)
    marks, _, cues, quoted = _sums(seen[4:], bounds)
    _mark_attributions(document, attributions, bounds, made)
    np.minimum(made[3], 1, out=made[3])
    made[4] = made[3] >= 0.5
    made[5] = quoted / counts
    made[6] = quoted > 0
    made[7] = np.log2(counts) / 8
    made[8] = cues > 0
    made[9] = marks > 0
    if document.cue_odds is not None:
        _mark_odds(*document.cue_odds, bounds, made[10:])
    return made.T


def _mark_odds(places: NDArray[np.int64], odds: Singles, bounds: NDArray[np.intp], made: Singles) -> None:
    """Write what the table of cues thinks of the candidates in each range."""
    n = made.shape[1]
    firsts, ends = bounds[::2].tolist(), bounds[1::2].tolist()
    best, likeliest, sums = [_UNLIKELY] * n, [0.0] * n, [0.0] * n
    held = [0] * n
    for place, odd, chance in zip(places.tolist(), odds.tolist(), logistic(odds).tolist(), strict=True):
        at = bisect_right(firsts, place) - 1
        if at >= 0 and place < ends[at] and odd == odd:  # noqa: PLR0124 - what isn't a number differs from itself
            best[at], likeliest[at] = max(best[at], odd), max(likeliest[at], chance)
            sums[at] += chance
            held[at] = 1
    made[0], made[1], made[3] = best, likeliest, held
    made[0] /= 4
    made[2] = np.log1p(sums)


_UNLIKELY: Final = -5.0  # log odds below which a candidate is none


def _mark_attributions(
    document: Document, attributions: Sequence[Attribution], bounds: NDArray[np.intp], made: Singles
) -> None:
    """Write presence of cue, source and floating quotation and the share of content into the first rows of ``made``."""
    places = bounds.tolist()
    starts = [document.starts[first] for first in places[::2]]
    ends = [document.ends[end - 1] for end in places[1::2]]
    shares = [0.0] * len(starts)
    rows: tuple[list[int], list[int], list[int]] = ([], [], [])
    for one in attributions:
        if one.cue is not None:
            rows[0].append(bisect_right(starts, one.cue.start) - 1)
        if one.source is not None:
            rows[1].append(bisect_right(starts, one.source.start) - 1)
        for start, end in one.content:
            k = bisect_right(starts, start) - 1
            while k < len(starts) and (k < 0 or starts[k] < end):
                if k >= 0 and (overlap := min(end, ends[k]) - max(start, starts[k])) > 0:
                    shares[k] += overlap / (ends[k] - starts[k])
                    if one.cue is None:
                        rows[2].append(k)
                k += 1
    made[3] = shares
    for row, found in enumerate(rows):
        made[row, [k for k in found if k >= 0]] = 1


def sentence_probabilities(
    document: Document, found: Scores, findings: Sequence[Finding], attributions: Sequence[Attribution]
) -> tuple[list[float], list[float]]:
    """Probability that each sentence is loaded, and that it is attributed; NaN where a table is left out."""
    if not document.sentences:
        return [], []
    both: list[list[float]] = []
    for column, name in enumerate(("loaded", "attributed")):
        if not available(name):
            both.append([math.nan] * len(document.sentences))
            continue
        table = load(name)
        if name == "loaded":
            strength = strengths(document, findings)
            shapes = loaded_shapes(ruled(table, found.words, strength), strength, found.sentence_edges)
        else:
            shapes = attributed_shapes(document, attributions, found.sentence_edges, found.flags)
        both.append(logistic(found.sentences[column] + shapes @ table.shapes[:, 0] + float(table.bias[0])).tolist())
    return both[0], both[1]


def ruled(table: Table, words: Singles, strength: Singles) -> Singles:
    """Log odds of the words with what the rules add, and one more place at the end."""
    odds = np.zeros(len(words) + 1, np.float32)
    odds[:-1] = words
    if table.tagger is not None:
        odds += table.tagger.shapes[0, 0] * strength
    return odds


def loaded_words(document: Document, found: Scores, findings: Sequence[Finding]) -> NDArray[Any]:
    """Probability that each word is loaded, shape (n_tokens,); the rules' findings are one of its witnesses."""
    return logistic(ruled(load("loaded"), found.words, strengths(document, findings))[:-1])


# -- lines -----------------------------------------------------------------------------------------------------------------


def line_shapes(document: Document, bounds: NDArray[np.intp], seen: Singles) -> Singles:
    """What a line looks like, shape (n_lines, 9): capitals, digits, function words, stops, marks, masked, end, length."""
    made = np.empty((9, len(bounds) // 2), np.float32)
    ends = bounds[1::2]
    counts = (ends - bounds[::2]).astype(np.float32)
    shares = _sums(seen[: _MASKED + 1], bounds) / counts
    made[:5], made[8] = shares[:5], shares[_MASKED]
    made[5] = (document.marks[ends - 1] & np.uint64(v.STOP | v.DOUBLE)) != 0
    length = np.log2(counts)
    made[6] = length / 8
    made[7] = length < 3
    return made.T


def line_probabilities(document: Document, found: Scores) -> list[float]:
    """Probability that each line of the document is residue."""
    if not document.lines or not available("residue"):
        return [math.nan] * len(document.lines)
    table = load("residue")
    shapes = line_shapes(document, found.line_edges, found.flags)
    odds = found.lines + shapes @ table.shapes[:, 0] + np.float32(table.bias[0])
    if table.context is not None:
        placed = page_shapes(odds, shapes, topics(document, found.line_edges, shapes))
        odds = placed @ table.context[:-1] + table.context[-1]
    return logistic(odds).tolist()  # type: ignore[no-any-return]  # numpy types tolist() as Any


_TOPIC_BITS: Final = 12  # four thousand places for the few hundred words of a page
_PARAGRAPH: Final = 20  # tokens from which a line that ends in a stop is a paragraph of some article
_LONG_ENOUGH: Final = 12  # tokens from which the words of a line tell its topic
_REACH: Final = np.exp(-np.abs(np.arange(-8, 9)) / 3).astype(np.float32)  # of the lines around a line, by distance


def topics(document: Document, bounds: NDArray[np.intp], shapes: Singles) -> Singles:
    """Whether a line's words are those of the page's other paragraphs, shape (3, n_lines).

    Share of its tokens that stand in another paragraph; the same for longer lines, centred; how many paragraphs there are
    to compare with. Teasers of other stories talk of something else. ``shapes`` are the `line_shapes`.
    """
    firsts, counts = bounds[::2], bounds[1::2] - bounds[::2]
    core = (counts >= _PARAGRAPH) & (shapes[:, 5] > 0)
    others = int(core.sum()) - core
    made = np.zeros((3, len(counts)), np.float32)
    if len(counts) < 2:
        made[0] = 0.5
        return made
    line = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    words = document.buckets(BITS)[0] >> BITS - _TOPIC_BITS
    inside = core.repeat(counts)
    first, last = np.full((2, 1 << _TOPIC_BITS), -1, np.int32)
    there, where = words[inside], line[inside]
    last[there] = where
    first[there[::-1]] = where[::-1]
    latest = last.take(words)
    elsewhere = (latest != first.take(words)) | ((latest != line) & (latest >= 0))
    share = np.add.reduceat(elsewhere, firsts, dtype=np.float32) / counts.astype(np.float32)
    made[0] = np.where(others > 0, share, 0.5)
    made[1] = np.where((others > 0) & (counts >= _LONG_ENOUGH), share - 0.4, 0)
    made[2] = np.log1p(others) / 3
    return made


def page_shapes(odds: Singles, shapes: Singles, topic: Singles) -> Singles:
    """What a line says and what stands around it, shape (n_lines, 16).

    Its own log odds; how it ends and how long it is; the two lines before and after; the page without it; the lengths next
    to it; the lines around by their distance; whether there is a page at all; its `topics`.
    """
    n = len(odds)
    made = np.empty((16, n), np.float32)
    leaning = np.zeros(n + 4, np.float32)
    leaning[2:-2] = own = np.tanh(odds * np.float32(0.5))
    lengths = np.zeros(n + 2, np.float32)
    lengths[1:-1] = shapes[:, 6]
    made[0] = odds / 3
    made[1:4] = shapes[:, 5:8].T
    made[4], made[5], made[6], made[7] = leaning[1:-3], leaning[3:-1], leaning[:-4], leaning[4:]
    made[8] = (own.sum() - own) / max(n - 1, 1)
    made[9], made[10] = lengths[:-2], lengths[2:]
    made[11] = (np.convolve(own, _REACH)[8 : 8 + n] - own) / 5
    made[12] = n < 3
    made[13:] = topic
    return made.T


# -- headline --------------------------------------------------------------------------------------------------------------


def headline_buckets(document: Document, title: Range, bits: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Buckets of a headline's words, and of its pairs, its grammatical frames in twos and threes, its first three words
    and its last: what stands first makes bait as much as what stands there."""
    first, end = title
    words, pairs = document.buckets(bits)
    frames = document.frames[first:end]
    twos = pair_hashes(frames) if len(frames) > 1 else frames[:0]
    threes = pair_hashes(twos) if len(twos) > 1 else twos[:0]
    hashes = document.read[first:end]
    placed = np.concatenate([hashes[:3] * _PLACES[: min(3, len(hashes))], hashes[-1:] * _PLACES[3]])
    more = buckets(np.concatenate([twos ^ _TWO, threes ^ _THREE, placed]), bits)
    return words[first:end], np.concatenate([pairs[first : max(end - 1, first)], more])


_TWO: Final = np.uint32(0x27D4EB2F)  # odd constants of xxHash, so that kinds of buckets don't meet
_THREE: Final = np.uint32(0x165667B1)
_PLACES: Final = np.array([0x85EBCA77, 0xC2B2AE3D, 0x9E3779B1, 0x165667B1], np.uint32)
_TITLE_FLAGS: Final = np.array(
    [
        v.SHOUT, v.CAPITAL, v.CLASS["function"], v.DIGIT, v.DOUBLE | v.SINGLE, v.CLASS["cue"], v.CLASS["place"],
        v.CLASS["given_name"], v.CLASS["institution"], v.CLASS["person_pronoun"], v.CLASS["attitude"], v.STOP,
    ],
    np.uint64,
)[:, None]  # fmt: skip


def headline_shapes(document: Document, title: Range) -> Singles:
    """What a headline looks like, shape (1, 27).

    Shares of kinds of words (`_TITLE_FLAGS`) and of words that address the reader; length, and whether it is short or long;
    a number, a pointing or asking word first; question, exclamation, colon, handle, hashtag, dots; a stop last.
    """
    marks = document.mark[title.first : title.end]
    n = max(len(marks), 1)
    lower = document.lower[title.first : title.end]
    shares = ((document.marks[title.first : title.end] & _TITLE_FLAGS) != 0).sum(1) / n
    first = lower[0] if lower else ""
    more = [
        sum(1 for word in lower if word in _ADDRESS) / n,
        np.log2(n) / 4,
        n < 6,
        n < 10,
        n > 18,
        bool(marks and marks[0] & v.DIGIT),
        first in _ADDRESS,
        "?" in lower,
        "!" in lower,
        ":" in lower,
        "@" in lower,
        "#" in lower,
        "…" in lower or lower.count(".") >= 3,
        bool(marks and marks[-1] & v.STOP),
        sum(map(len, lower)) / n / 8,
    ]
    return np.concatenate([shares, np.array(more, np.float64)]).astype(np.float32)[None]


_ADDRESS: Final = frozenset("you your this these here what why how who".split())


def clickbait_probability(document: Document) -> float | None:
    """Probability that the title is clickbait; None without a title."""
    if document.title is None or not available("clickbait"):
        return None
    table = load("clickbait")
    words, pairs = headline_buckets(document, document.title, table.bits)
    total = float(table.weights[words, 0].sum() + table.pairs[pairs, 0].sum())
    shaped = headline_shapes(document, document.title)[0] @ table.shapes[:, 0]
    return float(logistic(np.array(total / math.sqrt(len(words) + len(pairs)) + shaped + table.bias[0])))


# -- the whole text --------------------------------------------------------------------------------------------------------


def body_buckets(document: Document, bits: int) -> NDArray[np.intp]:
    """Buckets of the body's grammatical frames in ones to fours, its words and its pairs, each bucket once; shape (n,).

    Masked tokens and the title are left out. How often a frame comes back tells of the subject more than of the engine.
    """
    keep: slice | NDArray[np.bool_] = slice(document.body_first, None)
    if document.masked.any():
        keep = ~document.masked
        keep[: document.body_first] = False
    hashes = document.hashes[keep]
    grams = [document.frames[keep]]
    while len(grams) < 4 and len(grams[-1]) > 1:
        grams.append(pair_hashes(grams[-1]))
    found = buckets(np.concatenate([*grams, hashes, pair_hashes(hashes) if len(hashes) else hashes]), bits)
    narrow = np.int16 if len(found) <= 1 << 15 else np.int32  # half the memory that is touched
    places = np.arange(len(found), dtype=narrow)
    owner = np.empty(1 << bits, narrow)  # read only where it was written
    owner[found] = places
    kept: NDArray[np.intp] = found[owner.take(found) == places]
    return kept


_BODY: Final = 60  # tokens from which a text says something of its engine


def translation_probability(document: Document) -> float | None:
    """Probability that the body went through machine translation; None under 60 tokens.

    Weak by nature: it reads grammar and common words, not meaning, and modern engines are fluent.
    """
    if not available("translation") or int(document.body.sum()) < _BODY:
        return None
    table = load("translation")
    found = body_buckets(document, table.bits)
    score = float(table.weights[:, 0].take(found).sum()) / math.sqrt(len(found)) + float(table.bias[0])
    return float(logistic(np.array(score)))


class GenreReads(NamedTuple):
    """Features, the ends of their ranges, and kinds of findings that the genre is read from."""

    features: tuple[str, ...]
    highs: Floats
    kinds: tuple[str, ...]

    @classmethod
    def of(cls, about: Mapping[str, Any]) -> GenreReads:
        return cls(tuple(about["features"]), np.array(about["highs"], np.float64), tuple(about["kinds"]))


@lru_cache(maxsize=1)
def _genre_reads() -> GenreReads:
    return GenreReads.of(load("genre").about)


def genre_shapes(reads: GenreReads, values: Mapping[str, float], findings: Iterable[Finding]) -> Singles:
    """Features over their range, under a root; whether one is missing; how often each kind was found, up to three."""
    n = len(reads.features)
    made = np.empty(n + 1 + len(reads.kinds), np.float32)
    shares = np.array([values[name] for name in reads.features]) / reads.highs
    made[:n] = np.sqrt(np.fmin(np.fmax(shares, 0), 4))  # what is unknown counts as 0
    made[n] = np.isnan(shares.min())
    counts = dict.fromkeys(reads.kinds, 0)
    for finding in findings:
        if finding.kind in counts:
            counts[finding.kind] += 1
    made[n + 1 :] = [min(count, 3) / 3 for count in counts.values()]
    return made


def genre_probabilities(
    document: Document, found: Scores, values: Mapping[str, float], findings: Sequence[Finding]
) -> dict[str, float]:
    """Probability of each genre of the codebook, by the words, the features and the findings; empty for an empty text."""
    if not len(document) or not available("genre"):
        return {}
    table = load("genre")
    sums = found.genres + genre_shapes(_genre_reads(), values, findings) @ table.shapes + table.bias
    return dict(zip(table.classes, softmax(sums).tolist(), strict=True))


# -- files -----------------------------------------------------------------------------------------------------------------


def save(table: Table) -> bytes:
    """The table as npz bytes: the same for the same table."""
    stream = io.BytesIO()
    about = {"format": FORMAT, "name": table.name, "classes": list(table.classes), **table.about}
    if table.spans:
        about["techniques"] = list(table.spans.classes)
    arrays: dict[str, Any] = {"about": np.frombuffer(json.dumps(about, sort_keys=True).encode(), np.uint8)}
    arrays |= _arrays(table, "") | (_arrays(table.tagger, "tagger_") if table.tagger else {})
    arrays |= _arrays(table.spans, "spans_") if table.spans else {}
    if table.context is not None:
        arrays["context"] = table.context
    np.savez_compressed(stream, **arrays)
    return stream.getvalue()


def _arrays(table: Table, prefix: str) -> dict[str, NDArray[Any]]:
    return {
        f"{prefix}weights": table.weights.astype(np.float16),
        f"{prefix}pairs": table.pairs.astype(np.float16),
        f"{prefix}shapes": table.shapes.astype(np.float32),
        f"{prefix}bias": table.bias,
    }


def _file(name: str) -> Traversable:
    return resources.files("newsgauge.lexicons") / "weights" / f"{name}.npz"


_instead: Final[dict[str, Table | None]] = {}  # see `in_place`


@contextmanager
def in_place(tables: Mapping[str, Table | None]) -> Iterator[None]:
    """Read these tables instead of the shipped ones of the same names; None is a table that doesn't ship."""
    before = dict(_instead)
    _instead.update(tables)
    forget()
    try:
        yield
    finally:
        _instead.clear()
        _instead.update(before)
        forget()


@lru_cache(maxsize=len(NAMES))
def available(name: str) -> bool:
    """Whether the table ships here; what it feeds is unknown otherwise (``train --without``)."""
    return _instead[name] is not None if name in _instead else _file(name).is_file()


@lru_cache(maxsize=len(NAMES))
def load(name: str) -> Table:
    """A table that ships.

    Raises
    ------
    ModelError
        The file isn't there or isn't of this format.
    """
    if (instead := _instead.get(name)) is not None:
        return instead
    file = _file(name)
    if not available(name):
        raise ModelError(
            f"no learnt table {name!r} in this installation; rebuild it with: newsgauge train --corpora DIR"
        )
    with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as arrays:
        about = json.loads(arrays["about"].tobytes())
        if about["format"] != FORMAT or about["name"] != name:
            raise ModelError(
                f"{file}: expected format {FORMAT} of {name!r}, found {about['format']} of {about['name']!r}"
            )
        classes = tuple(about.pop("classes"))
        tagger = _table(arrays, "tagger_", f"{name} words", ("yes",), {}) if "tagger_bias" in arrays else None
        techniques = tuple(about.pop("techniques", ()))
        spans = _table(arrays, "spans_", f"{name} spans", techniques, {}) if techniques else None
        return _table(arrays, "", name, classes, about, tagger, spans)


def _table(
    arrays: Mapping[str, NDArray[Any]],
    prefix: str,
    name: str,
    classes: tuple[str, ...],
    about: Mapping[str, Any],
    tagger: Table | None = None,
    spans: Table | None = None,
) -> Table:
    weights, pairs = (arrays[f"{prefix}{part}"].astype(np.float32) for part in ("weights", "pairs"))
    return Table(
        name,
        weights,
        pairs,
        arrays[f"{prefix}shapes"],
        arrays[f"{prefix}bias"],
        classes,
        about,
        tagger,
        spans,
        arrays.get(f"{prefix}context"),
    )


def forget() -> None:
    """Drop the tables in memory, so that the files are read again."""
    for kept in (load, available, _side, _genre_reads):
        kept.cache_clear()
