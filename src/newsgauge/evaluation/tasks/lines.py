"""Residue lines by host, clickbait headlines by text, genre by outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from newsgauge.article import Article
from newsgauge.core import annotate
from newsgauge.evaluation import heldout, overlap, pages, resampling
from newsgauge.evaluation.corpora import Row, rows
from newsgauge.evaluation.spans import article_of
from newsgauge.evaluation.task import Figure, Folders
from newsgauge.evaluation.tasks import translation
from newsgauge.metrics import Estimate

MASKED: Final = 0.5  # share of a line's characters inside residue findings from which the findings call it residue


class Line(NamedTuple):
    """A line of a page that was held out, and what the program says of it."""

    host: str
    fold: int
    residue: bool
    probability: float
    found: bool
    alone: float
    shuffled: float


def residue(folders: Folders) -> Iterator[Figure]:
    """Lines of article extractors, hosts held out, by the line probability, by the findings, by either.

    The controls tell what the page adds: each line as a text of its own, and the page's lines in another order.
    """
    read = _lines(folders)
    groups = [one.host for one in read]
    fold_of = np.array([one.fold for one in read])
    truth = np.array([one.residue for one in read])
    p, found = np.array([one.probability for one in read]), np.array([one.found for one in read])
    n = len(read)
    said = resampling.fold_thresholds(p, truth, fold_of, resampling.yes_no_counts, resampling.f1)
    yield Figure.of("line probability", "AUC", resampling.auc_of(p, truth, groups), n)
    yield Figure.of("line probability", "F1", _f1(truth, said, groups), n, note="threshold from the other folds")
    yield Figure.of("line probability", "F1 at .5", _f1(truth, p >= 0.5, groups), n, "")
    yield Figure.of("findings", "F1", _f1(truth, found, groups), n)
    counts = resampling.yes_no_counts(truth, found)
    yield Figure.of("findings", "precision", resampling.of_counts(counts[:, :2], groups, resampling.ratio), n)
    yield Figure.of("findings", "recall", resampling.of_counts(counts[:, [0, 2]], groups, resampling.ratio), n, "")
    either = np.maximum(p, found.astype(np.float64))
    yield Figure.of("either", "AUC", resampling.auc_of(either, truth, groups), n)
    yield Figure.of("either", "F1", _f1(truth, said | found, groups), n)
    for part, values in (
        ("control: each line alone", np.array([one.alone for one in read])),
        ("control: lines shuffled", np.array([one.shuffled for one in read])),
    ):
        yield Figure.of(part, "AUC", resampling.auc_of(values, truth, groups), n, "")
    yield Figure.of("control", "F1 of always yes", _f1(truth, np.ones(n, np.bool_), groups), n, "")
    if folders.labels is not None:
        yield from translation.residue_recall(folders.labels)


def _lines(folders: Folders) -> list[Line]:
    whole: dict[str, list[Row]] = {}
    for row in rows(folders.corpora, "residue_lines"):
        whole.setdefault(row["doc"], []).append(row)
    fold = heldout.folds([row["host"] for own in whole.values() for row in own])
    read: list[Line] = []
    for number in sorted(set(fold.values())):
        tested = {host for host, one in fold.items() if one == number}
        with heldout.in_place(heldout.refitted("residue_lines", folders.corpora, tested.__contains__)):
            for own in whole.values():
                if own[0]["host"] in tested:
                    read += _page(own, number)
    return read


def _f1(truth: resampling.Bools, said: resampling.Bools, groups: list[str]) -> Estimate:
    return resampling.of_counts(resampling.yes_no_counts(truth, said), groups, resampling.f1)


def _page(own: list[Row], fold: int) -> Iterator[Line]:
    """What the program says of each line of a page put together again; what extractors gave twice stands there once."""
    stands = pages.distinct([row["line"].replace("\n", " ") for row in own])
    texts = list(dict.fromkeys(stands.values()))
    answers = dict(_answers(texts))
    others = dict(_answers([texts[k] for k in np.random.default_rng(0).permutation(len(texts))]))
    for row in own:
        text = stands[row["line"].replace("\n", " ")]
        alone = dict(_answers([text]))[text]
        yield Line(row["host"], fold, row["label"] == "residue", *answers[text], alone[0], others[text][0])


def _answers(texts: list[str]) -> Iterator[tuple[str, tuple[float, bool]]]:
    """Each line with its probability and whether findings cover it."""
    annotation = annotate(Article("\n".join(texts), guess_title=False, cut=True))
    leftovers = [(f.span,) for f in annotation.findings if f.family == "residue"]
    inside = overlap.covered(len(annotation.text), leftovers)
    start = 0
    for text in texts:
        end = start + len(text)
        p = [line.residue for line in annotation.lines if line.start < end and start < line.end]
        covered = float(inside[start:end].mean()) if end > start else 0.0
        yield text, (max(p, default=0.0), covered >= MASKED)
        start = end + 1


def clickbait(folders: Folders) -> Iterator[Figure]:
    """Headlines of Webis-17, equal texts in one fold."""
    posts = list(rows(folders.corpora, "headline_webis17"))
    fold = heldout.folds([row["post_text"] for row in posts])
    p = np.full(len(posts), np.nan)
    for number in sorted(set(fold.values())):
        tested = {text for text, one in fold.items() if one == number}
        with heldout.in_place(heldout.refitted("headline_webis17", folders.corpora, tested.__contains__)):
            for at, row in enumerate(posts):
                if fold[row["post_text"]] == number:
                    p[at] = _headline(row["post_text"])
    known = ~np.isnan(p)
    kept = [row for row, keep in zip(posts, known, strict=True) if keep]
    p, groups = p[known], [row["post_text"] for row in kept]
    truth = np.array([bool(row["click_bait"]) for row in kept])
    mean = np.array([float(row["truth_mean"]) for row in kept])
    fold_of = np.array([fold[text] for text in groups])
    said = resampling.fold_thresholds(p, truth, fold_of, resampling.yes_no_counts, resampling.f1)
    n = len(kept)
    part = "headline probability"
    yield Figure.of(part, "F1", _f1(truth, said, groups), n, note="threshold from the other folds")
    yield Figure.of(part, "F1 at .5", _f1(truth, p >= 0.5, groups), n, "")
    yield Figure.of(part, "AUC", resampling.auc_of(p, truth, groups), n)
    yield Figure.of(part, "MSE", resampling.mean_of((p - mean) ** 2, groups), n, "lower")
    yield Figure.of("control", "MSE of the mean", resampling.mean_of((mean - mean.mean()) ** 2, groups), n, "")
    yield Figure.of("control", "F1 of always yes", _f1(truth, np.ones(n, np.bool_), groups), n, "")


def _headline(text: str) -> float:
    p = annotate(Article.of("", text)).features["headline_clickbait_probability"]
    return float("nan") if p is None else p


def genre(folders: Folders) -> Iterator[Figure]:
    """Genre of the labelled texts, outlets held out; gold is every genre an annotator gave, most frequent first."""
    nan = float("nan")
    if folders.labels is None:
        yield Figure("genre", "not available", nan, nan, nan, 0, "", "name --labels DIR")
        return
    votes: dict[str, Counter[str]] = {}
    for row in rows(folders.labels, "judgements"):
        votes.setdefault(row["id"], Counter())[row["genre"]] += 1
    texts = [row for row in rows(folders.labels, "texts") if row["id"] in votes]
    outlets = [row["outlet"] or row["id"] for row in texts]
    fold = heldout.folds(outlets)
    said: dict[str, str] = {}
    for number in sorted(set(fold.values())):
        tested = {name for name, one in fold.items() if one == number}
        tables = heldout.refitted("judgements", folders.labels, tested.__contains__, folders.corpora)
        with heldout.in_place(tables):
            for row, outlet in zip(texts, outlets, strict=True):
                if outlet in tested:
                    genres = annotate(article_of(row)).genre
                    said[row["id"]] = max(genres, key=lambda name: genres[name])
    gold = np.array([votes[row["id"]].most_common(1)[0][0] for row in texts])
    answer = np.array([said[row["id"]] for row in texts])
    yield from _genres(gold, answer, outlets)


def _genres(gold: resampling.Floats, answer: resampling.Floats, outlets: list[str]) -> Iterator[Figure]:
    names = sorted(set(gold.tolist()))
    n = len(gold)

    def macro(said: resampling.Floats) -> Estimate:
        counts = np.concatenate([resampling.yes_no_counts(gold == k, said == k) for k in names], axis=1)
        return resampling.of_counts(counts, outlets, resampling.macro_f1)

    largest = Counter(gold.tolist()).most_common(1)[0][0]
    yield Figure.of("genre", "macro-F1", macro(answer), n)
    yield Figure.of("genre", "accuracy", resampling.mean_of((gold == answer).astype(np.float64), outlets), n)
    yield Figure.of("control", f"macro-F1 of always {largest}", macro(np.full(n, largest)), n, "")
    nan = float("nan")
    for name in names:
        own = gold == name
        mistaken = Counter(answer[own].tolist()).most_common()
        for other, count in mistaken:
            yield Figure(f"confusion: {name}", f"read as {other}", count / int(own.sum()), nan, nan, count, "")
