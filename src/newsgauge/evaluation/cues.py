"""Learn which words are cues and where: the table ``cue`` and the rates of the cue lists, from PolNeAR's training part."""

from __future__ import annotations

import hashlib
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import lexicons
from newsgauge.article import Range
from newsgauge.detectors import residue
from newsgauge.detectors.attribution import likelihood
from newsgauge.document import Document, buckets
from newsgauge.evaluation import newton, threads
from newsgauge.evaluation.corpora import rows
from newsgauge.vocabulary import CLASS, FIRST_CLASS

CORPUS: Final = "attribution_polnear"
NAME: Final = likelihood.NAME
LISTS: Final = ("cue", "attitude")
STRENGTH: Final = 0.1  # inverse regularisation C, chosen on a fifth of the training articles
LEAST: Final = 2  # times a form must be the head of a cue to be looked at, and the share of its occurrences
SHARE: Final = 0.05
CLOSED: Final = CLASS["function"] | CLASS["auxiliary"] | CLASS["modal"] | CLASS["calendar"]  # none of them attributes
WEIGHT: Final = 5.0  # what a form is taken for before it is counted weighs as much as five occurrences
PRIORS: Final[Mapping[str, float]] = {"base": 0.3}  # base forms are often nouns; any other form: .6
DEFAULT: Final = 0.6


class Seen(NamedTuple):
    """An article as the table reads it.

    Attributes
    ----------
    document : Document
    cues : list of Range
        Tokens of the marked cues.
    """

    document: Document
    cues: list[Range]


class Counts(NamedTuple):
    """How often each form stands outside quotations, and how often inside a marked cue."""

    total: Counter[str]
    inside: Counter[str]

    def rate(self, form: str) -> float:
        """Share of the form's occurrences that are part of a cue."""
        return (self.inside[form] + 0.05) / (self.total[form] + 1.5)


def read(corpora: Path, split: str = "train") -> Iterator[Seen]:
    """Every article of a split, with its cues."""
    for row in rows(corpora, CORPUS):
        if row["split"] == split:
            yield seen(row["text"], row["spans"])


def seen(text: str, spans: Iterable[tuple[str, str, list[tuple[int, int]]]]) -> Seen:
    document = Document(text)
    document.settle((f.span for f in residue.DETECTOR.find(document) if f.kind != "residue.truncated"), None, True)
    marked = [document.tokens_of(parts[0][0], parts[-1][1]) for _, label, parts in spans if label == "Cue"]
    return Seen(document, [cue for cue in marked if cue.end > cue.first])


def count(articles: Iterable[Seen]) -> Counts:
    made = Counts(Counter(), Counter())
    for document, cues in articles:
        outside = ~(document.masked | document.quoted)
        inside = np.zeros(len(document), np.bool_)
        for first, end in cues:
            inside[first:end] = True
        made.total.update(document.lower[at] for at in np.flatnonzero(outside))
        made.inside.update(document.lower[at] for at in np.flatnonzero(outside & inside))
    return made


def head(document: Document, cue: Range, counts: Counts) -> int:
    """The token of a marked cue that is one most often, the last of equals: "has since *denied*"."""
    return max(range(*cue), key=lambda at: (counts.rate(document.lower[at]), at))


def forms(articles: Iterable[Seen], counts: Counts) -> NDArray[np.bool_]:
    """Buckets of the forms that are heads often enough to be looked at, shape (2 ** FORM_BITS,)."""
    heads = Counter(document.lower[head(document, cue, counts)] for document, cues in articles for cue in cues)
    closed = lexicons.load().classes
    kept = [
        form
        for form, n in heads.items()
        if n >= LEAST and n > SHARE * counts.total[form] and not closed.get(form, 0) << FIRST_CLASS & CLOSED
    ]
    codes = np.array([zlib.crc32(form.encode()) for form in sorted(kept)], np.uint32)
    found = np.zeros(1 << likelihood.FORM_BITS, np.bool_)
    found[buckets(codes, likelihood.FORM_BITS)] = True
    return found


def rates(counts: Counts, entries: Iterable[list[str]]) -> Iterator[list[str]]:
    """Rows of a cue list with the share of each form's occurrences that are cues."""
    for form, lemma, tense, stance, frames, _ in entries:
        prior = PRIORS.get(tense, DEFAULT)
        rate = (counts.inside[form] + WEIGHT * prior) / (counts.total[form] + WEIGHT)
        yield [form, lemma, tense, stance, frames, f"{rate:.2f}"]


@threads.one
def table(articles: Sequence[Seen], strength: float = STRENGTH) -> tuple[likelihood.Table, dict[str, Any]]:
    """The table ``cue``, a logistic regression over the candidates of the articles, and what it was learnt from."""
    from scipy.sparse import csr_matrix

    counts = count(articles)
    known = forms(articles, counts)
    places = [likelihood.candidates(one.document, known) for one in articles]
    found = np.concatenate([likelihood.features(one.document, at) for one, at in zip(articles, places, strict=True)])
    labels = np.concatenate([_heads(one, at, counts) for one, at in zip(articles, places, strict=True)])
    n, width = found.shape
    digest = hashlib.sha256(found.astype(np.int64).tobytes() + labels.tobytes()).hexdigest()
    pointers = np.arange(0, n * width + 1, width)
    matrix = csr_matrix((np.ones(n * width), found.ravel(), pointers), shape=(n, 1 << likelihood.BITS))
    matrix.sum_duplicates()
    weights, bias = newton.weigh(matrix, labels.astype(np.float64), strength)
    about: dict[str, Any] = {
        "learnt_from": [CORPUS],
        "licence": "PolNeAR v1.0.0: unstated",
        "examples": n,
        "strength": strength,
        "fingerprint": digest,
    }
    return likelihood.Table(weights.astype(np.float16).astype(np.float32), round(bias, 6), known), about


def _heads(one: Seen, places: NDArray[np.int64], counts: Counts) -> NDArray[np.bool_]:
    return np.isin(places, [head(one.document, cue, counts) for cue in one.cues])


def build(corpora: Path) -> Iterator[tuple[str, bytes]]:
    """The lists with their rates, and the table: each file's path among the lexicons, and its content."""
    articles = list(read(corpora))
    counts = count(articles)
    for name in LISTS:
        text = (files("newsgauge.lexicons") / "words" / f"{name}.txt").read_text("utf-8")
        notes = [line for line in text.splitlines() if line.startswith("#")]
        counted = rates(counts, lexicons.rows(f"words/{name}.txt"))
        lines = [*notes, *("\t".join(row) for row in counted)]
        yield f"words/{name}.txt", ("\n".join(lines) + "\n").encode()
    yield f"weights/{NAME}.npz", likelihood.save(*table(articles))
