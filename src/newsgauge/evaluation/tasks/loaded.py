"""Loaded wording against PTC (lines, spans) and BABE (sentences, words), and whether both sides fire alike."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.article import Annotation, Article, Span
from newsgauge.core import annotate
from newsgauge.document import Document
from newsgauge.errors import LabelsError
from newsgauge.evaluation import heldout, overlap, resampling
from newsgauge.evaluation.corpora import Row, rows
from newsgauge.evaluation.learn import PTC_TECHNIQUES
from newsgauge.evaluation.task import Figure, Folders
from newsgauge.metrics import Estimate

Bools = NDArray[np.bool_]


class Line(NamedTuple):
    """A line of PTC and what the program says of it."""

    article: str
    fold: int
    loaded: bool
    union: bool
    probability: float
    strength: float  # greatest weight of a finding of loaded wording in it, 0 without


class SpanScore(NamedTuple):
    """Spans of one article of PTC: the four sums of `overlap.semeval`."""

    article: str
    fold: int
    sums: tuple[float, int, float, int]


@lru_cache(maxsize=1)
def ptc(corpora: Path) -> tuple[tuple[Line, ...], tuple[SpanScore, ...]]:
    """Every line and article of PTC, annotated with tables that never saw the article."""
    articles: dict[str, list[Row]] = {}
    for row in rows(corpora, "loaded_ptc"):
        articles.setdefault(str(row["article"]), []).append(row)
    fold = heldout.folds([name for name, own in articles.items() for _ in own])
    lines: list[Line] = []
    spans: list[SpanScore] = []
    for number in sorted(set(fold.values())):
        tested = {f"ptc {name}" for name, one in fold.items() if one == number}
        with heldout.in_place(heldout.refitted("loaded_ptc", corpora, tested.__contains__)):
            for name, own in articles.items():
                if fold[name] == number:
                    annotation = annotate(Article(_text(own), guess_title=False))
                    lines += [_line(row, annotation, number) for row in own]
                    spans.append(SpanScore(name, number, _span_sums(own, annotation)))
    return tuple(lines), tuple(spans)


def _text(lines: list[Row]) -> str:
    """The article, its lines where they stood; what lay between them were line breaks."""
    text = ""
    for row in sorted(lines, key=lambda row: int(row["start"])):
        text += "\n" * (row["start"] - len(text)) + row["text"]
    return text


def _line(row: Row, annotation: Annotation, fold: int) -> Line:
    start, end = row["start"], row["start"] + len(row["text"])
    inside = [s.loaded for s in annotation.sentences if s.start < end and start < s.end]
    weights = [
        f.weight for f in annotation.findings if f.family == "loaded_wording" and f.start < end and start < f.end
    ]
    union = bool(row["loaded"]) or any(technique in PTC_TECHNIQUES for technique, _, _ in row["spans"])
    return Line(
        str(row["article"]), fold, bool(row["loaded"]), union, max(inside, default=0.0), max(weights, default=0.0)
    )


def _span_sums(lines: list[Row], annotation: Annotation) -> tuple[float, int, float, int]:
    said = [f.span for f in annotation.findings if f.family == "loaded_wording"]
    gold = [
        Span(row["start"] + start, row["start"] + end)
        for row in lines
        for technique, start, end in row["spans"]
        if technique in PTC_TECHNIQUES
    ]
    return overlap.semeval(said, gold)


def lines(folders: Folders) -> Iterator[Figure]:
    """Lines of PTC, by the sentence probability and by the findings."""
    read, _ = ptc(folders.corpora)
    groups = [line.article for line in read]
    fold = np.array([line.fold for line in read])
    p = np.array([line.probability for line in read])
    strength = np.array([line.strength for line in read])
    for name, truth in (
        ("Loaded_Language", np.array([line.loaded for line in read])),
        ("union", np.array([line.union for line in read])),
    ):
        yield from _scores(f"{name}, sentence probability", p, truth, fold, groups)
        yield Figure.of(
            f"{name}, findings", "AUC of the strongest", resampling.auc_of(strength, truth, groups), len(truth)
        )
        counts = resampling.yes_no_counts(truth, strength > 0)
        yield Figure.of(
            f"{name}, findings", "F1 of any", resampling.of_counts(counts, groups, resampling.f1), len(truth)
        )
        always = resampling.yes_no_counts(truth, np.ones(len(truth), np.bool_))
        yield Figure.of(
            f"{name}, control", "F1 of always yes", resampling.of_counts(always, groups, resampling.f1), len(truth), ""
        )


def _scores(
    part: str, p: NDArray[np.float64], truth: Bools, fold: NDArray[np.int64], groups: list[str]
) -> Iterator[Figure]:
    n = len(truth)
    yield Figure.of(part, "AUC", resampling.auc_of(p, truth, groups), n)
    said = resampling.fold_thresholds(p, truth, fold, resampling.yes_no_counts, resampling.f1)
    counts = resampling.yes_no_counts(truth, said)
    yield Figure.of(
        part, "F1", resampling.of_counts(counts, groups, resampling.f1), n, note="threshold from the other folds"
    )
    yield Figure.of(part, "AP", resampling.average_precision_of(p, truth, groups), n)


def spans(folders: Folders) -> Iterator[Figure]:
    """Findings of loaded wording against the union's spans in PTC."""
    _, read = ptc(folders.corpora)
    sums = np.array([one.sums for one in read], np.float64)
    groups = [one.article for one in read]
    n = int(sums[:, 3].sum())
    yield Figure.of("findings", "span F1", resampling.of_counts(sums, groups, resampling.pooled_f1), n)
    yield Figure.of("findings", "precision", resampling.of_counts(sums[:, :2], groups, resampling.ratio), n)
    yield Figure.of("findings", "recall", resampling.of_counts(sums[:, 2:], groups, resampling.ratio), n)
    yield from _whole_lines(folders, n)


def _whole_lines(folders: Folders, n: int) -> Iterator[Figure]:
    """Control: what marking every line whole would get."""
    counts: list[tuple[float, int, float, int]] = []
    groups: list[str] = []
    for row in rows(folders.corpora, "loaded_ptc"):
        gold = [Span(start, end) for technique, start, end in row["spans"] if technique in PTC_TECHNIQUES]
        counts.append(overlap.semeval([Span(0, max(len(row["text"]), 1))], gold))
        groups.append(str(row["article"]))
    yield Figure.of(
        "control", "span F1 of whole lines", resampling.of_counts(counts, groups, resampling.pooled_f1), n, ""
    )


class Sentence(NamedTuple):
    """A sentence of BABE and what the program says of it."""

    outlet: str
    side: str
    biased: bool
    probability: float
    found: bool
    tokens: tuple[int, int, int]  # hits, predicted and gold tokens


@lru_cache(maxsize=1)
def babe(corpora: Path) -> tuple[Sentence, ...]:
    """Every judged sentence of BABE, annotated with tables that never saw its outlet."""
    judged = [row for row in rows(corpora, "loaded_babe") if row["label_bias"] in ("Biased", "Non-biased")]
    sides = {row["outlet"]: row["type"] for row in judged if row["type"]}
    read: list[Sentence] = []
    for outlets in _left_out([str(row["outlet"]) for row in judged]):
        tested = {f"babe {outlet}" for outlet in outlets}
        with heldout.in_place(heldout.refitted("loaded_babe", corpora, tested.__contains__)):
            read += [
                _sentence(row, row["type"] or sides.get(row["outlet"], ""))
                for row in judged
                if row["outlet"] in outlets
            ]
    return tuple(read)


SMALL: Final = 50  # outlets with fewer sentences are left out together: none has seen the others, and a fit is saved


def _left_out(outlets: list[str]) -> list[set[str]]:
    """Which outlets are left out together: one at a time, but for the small ones."""
    counts = Counter(outlets)
    small = {name for name, count in counts.items() if count < SMALL}
    return [{name} for name in sorted(counts) if name not in small] + ([small] if small else [])


def _sentence(row: Row, side: str) -> Sentence:
    words = _marked(row)
    annotation = annotate(Article(row["text"], guess_title=False))
    own = [f for f in annotation.findings if f.family == "loaded_wording"]
    document = Document(row["text"])
    said = overlap.covered(len(document), [(Span(*document.tokens_of(*f.span)),) for f in own])
    gold = overlap.covered(len(document), [(Span(*document.tokens_of(*span)),) for span in words])
    probability = max((s.loaded for s in annotation.sentences), default=0.0)
    tokens = int((said & gold).sum()), int(said.sum()), int(gold.sum())
    return Sentence(str(row["outlet"]), side, row["label_bias"] == "Biased", probability, bool(own), tokens)


def _marked(row: Row) -> list[Span]:
    """Where the words that readers named stand: every place, whole words, in any case."""
    try:
        words = ast.literal_eval(row["biased_words"])
    except (ValueError, SyntaxError) as problem:
        raise LabelsError(
            f"{row.place}: expected a list of words in biased_words, found {str(row['biased_words'])[:40]!r}"
        ) from problem
    found = []
    for word in words:
        pattern = rf"(?<!\w){re.escape(word.strip())}(?!\w)"
        found += [Span(*hit.span()) for hit in re.finditer(pattern, row["text"], re.IGNORECASE) if word.strip()]
    return found


def sentences(folders: Folders) -> Iterator[Figure]:
    """Sentences of BABE, an outlet left out at a time, predictions pooled."""
    read = babe(folders.corpora)
    groups = [one.outlet for one in read]
    truth = np.array([one.biased for one in read])
    p = np.array([one.probability for one in read])
    n = len(read)
    fold = np.unique(np.array(groups), return_inverse=True)[1].astype(np.int64)
    said = resampling.fold_thresholds(p, truth, fold, resampling.both_classes, resampling.macro_f1)
    part = "sentence probability"
    yield Figure.of(part, "macro-F1", _macro(truth, said, groups), n, note="threshold from the other outlets")
    yield Figure.of(part, "macro-F1 at .5", _macro(truth, p >= 0.5, groups), n, "")
    yield Figure.of(part, "AUC", resampling.auc_of(p, truth, groups), n)
    found = np.array([one.found for one in read])
    yield Figure.of("findings", "macro-F1 of any", _macro(truth, found, groups), n)
    yield Figure.of("control", "macro-F1 of always yes", _macro(truth, np.ones(n, np.bool_), groups), n, "")


def _macro(truth: Bools, said: Bools, groups: list[str]) -> Estimate:
    return resampling.of_counts(resampling.both_classes(truth, said), groups, resampling.macro_f1)


def words(folders: Folders) -> Iterator[Figure]:
    """The words that BABE's readers named, token by token."""
    read = babe(folders.corpora)
    groups = [one.outlet for one in read]
    counts = np.array([one.tokens for one in read], np.float64)
    n = int(counts[:, 2].sum())
    yield Figure.of("findings", "token F1", resampling.of_counts(counts, groups, resampling.f1), n)
    yield Figure.of("findings", "precision", resampling.of_counts(counts[:, [0, 1]], groups, resampling.ratio), n)
    yield Figure.of("findings", "recall", resampling.of_counts(counts[:, [0, 2]], groups, resampling.ratio), n)
    biased = counts * np.array([[one.biased] for one in read])
    yield Figure.of(
        "biased sentences alone", "token F1", resampling.of_counts(biased, groups, resampling.f1), int(biased[:, 2].sum()), ""
    )  # fmt: skip
