"""Learnt tables: hashed linear models over the tokens of a document, scored with numpy.

A table gives every word and every pair of neighbouring words a weight; a stretch of text gets
``sigmoid(bias + sum of weights / sqrt(number of features))``. Weights are ``lexicons/weights/<name>.npz`` (no pickle); what each
was learnt from stands in the file itself. They are rebuilt by ``newsgauge train --corpora DIR``.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsgauge.article import Range
from newsgauge.document import Document, buckets, pair_hashes
from newsgauge.errors import ModelError

FORMAT: Final = 1
NAMES: Final = ("loaded", "attributed", "residue", "clickbait", "translation", "genre")
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Table:
    """One learnt table.

    Attributes
    ----------
    name : str
        The task, one of `NAMES`.
    weights : ndarray of float32, shape (2 ** bits, classes)
        Weight of each bucket; a single class for a yes/no question.
    shapes : ndarray of float32, shape (n_shapes, classes)
        Weights of the task's own dense features; may be empty.
    bias : ndarray, shape (classes,)
    classes : tuple of str
        Names of the classes; ``("yes",)`` for a yes/no question.
    about : mapping
        What it was learnt from, with counts, licence, seed and figures.
    """

    name: str
    weights: NDArray[np.float32]
    shapes: NDArray[np.float32]
    bias: Floats
    classes: tuple[str, ...]
    about: Mapping[str, Any]

    @property
    def bits(self) -> int:
        return len(self.weights).bit_length() - 1


def _sums(values: NDArray[np.float32], firsts: NDArray[np.int64], ends: NDArray[np.int64]) -> Floats:
    """Sums of rows firsts..ends, shape (len(firsts), columns)."""
    total = np.zeros((len(values) + 1, *values.shape[1:]))
    np.cumsum(values, axis=0, dtype=np.float64, out=total[1:])
    return total[ends] - total[firsts]


def linear(weights: NDArray[np.float32], document: Document, ranges: Sequence[Range]) -> Floats:
    """Sums of weights over the words and pairs of token ranges, each over the root of their number.

    Parameters
    ----------
    weights : ndarray, shape (2 ** bits, columns)
    ranges : sequence of n ranges

    Returns
    -------
    ndarray, shape (n, columns)
    """
    bounds = np.array(ranges, np.int64).reshape(-1, 2)
    firsts, ends = bounds[:, 0], bounds[:, 1]
    words, pairs = document.buckets(len(weights).bit_length() - 1)
    values, joints = weights[words], weights[pairs]
    values[1:] += joints  # a pair counts with its second word, so the one over a range's beginning is taken off again
    sums = _sums(values, firsts, ends)
    inner = firsts > 0
    sums[inner] -= joints[firsts[inner] - 1]
    return np.asarray(sums / np.sqrt(np.maximum(2 * (ends - firsts) - 1, 1))[:, None])


def logistic(scores: Floats) -> Floats:
    """Probabilities of yes."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -40, 40))))


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    odds = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=-1, keepdims=True))


SENTENCE_TABLES: Final = ("loaded", "attributed")


@lru_cache(maxsize=1)
def _sentence_tables() -> tuple[NDArray[np.float32], Floats]:
    """Weights of the sentence tables side by side, shape (2 ** bits, 2), and their biases; NaN where one is left out."""
    tables = [load(name) if available(name) else None for name in SENTENCE_TABLES]
    rows = max((len(table.weights) for table in tables if table), default=1)
    unknown = np.full(rows, np.nan, np.float32)
    weights = np.column_stack([table.weights[:, 0] if table else unknown for table in tables])
    return weights, np.array([table.bias[0] if table else np.nan for table in tables])


def sentence_probabilities(document: Document) -> tuple[list[float], list[float]]:
    """Probability that each sentence is loaded, and that it is attributed."""
    if not document.sentences:
        return [], []
    weights, bias = _sentence_tables()
    loaded, attributed = logistic(linear(weights, document, document.sentences) + bias).T.tolist()
    return loaded, attributed


def line_shapes(document: Document, lines: Sequence[Range]) -> NDArray[np.float32]:
    """What a line looks like, shape (len(lines), 8): length, stops, capitals, digits, marks."""
    from newsgauge import vocabulary as v

    bounds = np.array(lines, np.int64).reshape(-1, 2)
    firsts, ends = bounds[:, 0], bounds[:, 1]
    counts = ends - firsts
    columns = [v.CAPITAL, v.DIGIT, v.CLASS["function"], v.STOP | v.COMMA, v.DOUBLE]
    found = np.stack([(document.marks & np.uint64(bits)) != 0 for bits in columns], axis=1).astype(np.float32)
    shares = _sums(found, firsts, ends) / counts[:, None]
    closes = (document.marks[ends - 1] & np.uint64(v.STOP | v.DOUBLE)) != 0
    length = np.log2(counts)
    return np.column_stack([shares, closes, length / 8, length < 3]).astype(np.float32)


def line_probabilities(document: Document) -> list[float]:
    """Probability that each line of the document is residue."""
    if not document.lines or not available("residue"):
        return [math.nan] * len(document.lines)
    table = load("residue")
    scores = linear(table.weights, document, document.lines) + line_shapes(document, document.lines) @ table.shapes
    return logistic(scores[:, 0] + table.bias[0]).tolist()  # type: ignore[no-any-return]  # numpy types tolist() as Any


def headline_shapes(document: Document, title: Range) -> NDArray[np.float32]:
    """What a headline looks like, shape (1, 8): length, capitals, digits, question, exclamation, pronouns, colon."""
    from newsgauge import vocabulary as v

    marks = document.mark[title.first : title.end]
    n = max(len(marks), 1)
    lower = document.lower[title.first : title.end]
    return np.array(
        [
            [
                np.log2(n) / 4,
                sum(1 for m in marks if m & v.SHOUT) / n,
                float(bool(marks and marks[0] & v.DIGIT)),
                float("?" in lower),
                float("!" in lower),
                sum(1 for word in lower if word in _ADDRESS) / n,
                float(":" in lower),
                float(bool(marks and marks[-1] & v.STOP)),
            ]
        ],
        np.float32,
    )


_ADDRESS: Final = frozenset("you your this these here what why how who".split())


def clickbait_probability(document: Document) -> float | None:
    """Probability that the title is clickbait; None without a title."""
    if document.title is None or not available("clickbait"):
        return None
    table = load("clickbait")
    first, end = document.title
    words, pairs = document.buckets(table.bits)
    column = table.weights[:, 0]
    total = float(column[words[first:end]].sum() + column[pairs[first : end - 1]].sum()) / math.sqrt(
        2 * (end - first) - 1
    )
    score = total + headline_shapes(document, document.title)[0] @ table.shapes[:, 0] + table.bias[0]
    return float(logistic(score))


def frame_buckets(document: Document, bits: int) -> NDArray[np.intp]:
    """Buckets of the 1- to 4-grams of grammatical frames over the unmasked body, one after the other."""
    keep = ~document.masked
    keep[: document.body_first] = False
    grams = [document.vocabulary.frames[document.ids[keep]]]
    while len(grams) < 4 and len(grams[-1]) > 1:
        grams.append(pair_hashes(grams[-1]))
    return np.concatenate([buckets(gram, bits) for gram in grams])


def translation_probability(document: Document) -> float | None:
    """Probability that the body went through machine translation; None under 60 tokens.

    Weak by nature: it reads grammar, not meaning, and modern engines are fluent.
    """
    if not available("translation"):
        return None
    table = load("translation")
    grams = frame_buckets(document, table.bits)
    if len(grams) < 4 * 60:
        return None
    score = float(table.weights[grams, 0].sum()) / np.sqrt(len(grams)) + float(table.bias[0])
    return float(logistic(np.array(score)))


def genre_probabilities(document: Document) -> dict[str, float]:
    """Probability of each genre of the codebook; empty for an empty text."""
    if not len(document) or not available("genre"):
        return {}
    table = load("genre")
    words = document.buckets(table.bits)[0]
    sums = np.ones(len(words), np.float32) @ table.weights[words]
    scores = sums.astype(np.float64) / np.sqrt(len(words)) + table.bias
    return dict(zip(table.classes, softmax(scores).tolist(), strict=True))


def save(table: Table) -> bytes:
    """The table as npz bytes: the same for the same table."""
    stream = io.BytesIO()
    about = {"format": FORMAT, "name": table.name, "classes": list(table.classes), **table.about}
    np.savez_compressed(
        stream,
        weights=table.weights.astype(np.float16),
        shapes=table.shapes.astype(np.float32),
        bias=table.bias,
        about=np.frombuffer(json.dumps(about, sort_keys=True).encode(), np.uint8),
    )
    return stream.getvalue()


def _file(name: str) -> Traversable:
    return resources.files("newsgauge.lexicons") / "weights" / f"{name}.npz"


@lru_cache(maxsize=len(NAMES))
def available(name: str) -> bool:
    """Whether the table ships here; what it feeds is unknown otherwise (``train --without``)."""
    return _file(name).is_file()


@lru_cache(maxsize=len(NAMES))
def load(name: str) -> Table:
    """A table that ships.

    Raises
    ------
    ModelError
        The file isn't there or isn't of this format.
    """
    file = _file(name)
    if not file.is_file():
        raise ModelError(
            f"no learnt table {name!r} in this installation; rebuild it with: newsgauge train --corpora DIR"
        )
    with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as arrays:
        about = json.loads(arrays["about"].tobytes())
        if about["format"] != FORMAT or about["name"] != name:
            raise ModelError(
                f"{file}: expected format {FORMAT} of {name!r}, found {about['format']} of {about['name']!r}"
            )
        return Table(
            name,
            arrays["weights"].astype(np.float32),
            arrays["shapes"],
            arrays["bias"],
            tuple(about.pop("classes")),
            about,
        )
