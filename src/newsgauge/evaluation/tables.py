"""Held-out figures of the learnt tables: ``newsgauge evaluate tables``.

Folds never split a group: articles, outlets, hosts, equal headlines; attribution is learnt on train and read on dev,
translation learnt to 2014 and read on later years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.evaluation.learn import TASKS, Example, Task, fit, predict
from newsgauge.evaluation.vectors import Vectors, vectors
from newsgauge.metrics import auc

FOLDS = 5
THRESHOLDS = np.arange(0.1, 0.9, 0.01)


class Figure(NamedTuple):
    """One held-out figure of a table."""

    table: str
    part: str
    measure: str
    value: float
    n: int


def folds(task: Task, groups: Sequence[str]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Training and test rows."""
    names = np.array(groups)
    if task.name == "attributed":
        train = np.char.startswith(names, "train ")
        yield np.flatnonzero(train), np.flatnonzero(~train)
    elif task.name == "translation":
        early = np.array([int(name[:4]) < 2015 for name in groups])
        yield np.flatnonzero(early), np.flatnonzero(~early)
    else:
        from sklearn.model_selection import GroupKFold

        yield from GroupKFold(FOLDS).split(names, groups=names)


def held_out(
    task: Task, examples: Sequence[Example], known: Vectors | None = None
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Probabilities by tables that never saw the example's group, shape (n, classes), and its fold: -1 where none read it."""
    found = np.full((len(examples), len(task.classes)), np.nan)
    fold = np.full(len(examples), -1)
    for number, (train, test) in enumerate(folds(task, [example.group for example in examples])):
        table = fit(task, [examples[k] for k in train], {}, known)
        found[test], fold[test] = predict(table, [examples[k] for k in test]), number
    return found, fold


def evaluate(task: Task, folder: Path, known: Vectors | None = None) -> Iterator[Figure]:
    """Figures of one table from predictions pooled over the folds."""
    examples = list(task.examples(folder, task.bits))
    found, fold = held_out(task, examples, known)
    read = fold >= 0
    if task.classes != ("yes",):
        yield from _classes(task, [e for e, keep in zip(examples, read, strict=True) if keep], found[read])
        return
    for domain in sorted({example.domain for example in examples}):
        keep = read & np.array([example.domain == domain and example.weight > 0 for example in examples])
        labels = np.array([float(example.label) for example in examples])[keep]
        yield from _yes_no(task.name, "second corpus" if domain else "", labels, found[keep, 0], fold[keep])


def _yes_no(
    name: str, part: str, labels: NDArray[np.float64], p: NDArray[np.float64], fold: NDArray[np.int64]
) -> Iterator[Figure]:
    truth = labels >= 0.5
    n = len(labels)
    yield Figure(name, part, "AUC", auc(p, truth), n)
    yield Figure(name, part, "average precision", average_precision(truth, p), n)
    yield Figure(name, part, "F1 at .5", _f1(truth, p >= 0.5), n)
    if len(set(fold.tolist())) > 1:
        said = p >= chosen_thresholds(truth, p, fold)
        yield Figure(name, part, "F1 at other folds' threshold", _f1(truth, said), n)
        said = p >= chosen_thresholds(truth, p, fold, macro=True)
        yield Figure(name, part, "macro-F1 at other folds' threshold", _macro_f1(truth, said), n)
    yield Figure(name, part, "F1 of no at .5", _f1(~truth, p < 0.5), n)
    yield Figure(name, part, "mean squared error", float(((p - labels) ** 2).mean()), n)
    yield Figure(name, part, "share of yes", float(truth.mean()), n)


def chosen_thresholds(
    truth: NDArray[np.bool_], p: NDArray[np.float64], fold: NDArray[np.int64], macro: bool = False
) -> NDArray[np.float64]:
    """For each example the threshold that does best on the other folds' held-out predictions."""
    measure = _macro_f1 if macro else _f1
    made = np.full(len(p), 0.5)
    for one in set(fold.tolist()):
        others = fold != one
        values = [measure(truth[others], p[others] >= bound) for bound in THRESHOLDS]
        made[fold == one] = THRESHOLDS[int(np.nanargmax(values))]
    return made


def average_precision(truth: NDArray[np.bool_], p: NDArray[np.float64]) -> float:
    """Mean over the positives of the precision at their rank; ties stand in the order given."""
    ranked = truth[np.argsort(-p, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean()) if ranked.any() else float("nan")


def _macro_f1(truth: NDArray[np.bool_], said: NDArray[np.bool_]) -> float:
    return (_f1(truth, said) + _f1(~truth, ~said)) / 2


def _f1(truth: NDArray[np.bool_], said: NDArray[np.bool_]) -> float:
    both = int(truth.sum() + said.sum())
    return 2 * int((truth & said).sum()) / both if both else float("nan")


def _classes(task: Task, examples: Sequence[Example], p: NDArray[np.float64]) -> Iterator[Figure]:
    truth = np.array([task.classes.index(str(example.label)) for example in examples])
    said = p.argmax(axis=1)
    yield Figure(task.name, "", "accuracy", float((truth == said).mean()), len(truth))
    yield Figure(task.name, "", "share of the largest class", float(np.bincount(truth).max() / len(truth)), len(truth))
    scores = [_f1(truth == k, said == k) for k in sorted(set(truth.tolist()))]
    yield Figure(task.name, "", "macro-F1", float(np.mean(scores)), len(truth))


def all_figures(corpora: Path | None, labels: Path | None) -> Iterator[Figure]:
    """Figures of every table whose folder was named."""
    for task in TASKS:
        folder = labels if task.name == "genre" else corpora
        if folder is not None:
            yield from evaluate(task, folder, vectors(corpora) if corpora and task.scale else None)
