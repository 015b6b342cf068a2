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
from newsgauge.metrics import auc

FOLDS = 5


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


def evaluate(task: Task, folder: Path) -> Iterator[Figure]:
    """Figures of one table from predictions pooled over the folds."""
    examples = list(task.examples(folder, task.bits))
    held_out = np.full((len(examples), len(task.classes)), np.nan)
    for train, test in folds(task, [example.group for example in examples]):
        table = fit(task, [examples[k] for k in train], {})
        held_out[test] = predict(table, [examples[k] for k in test])
    read = ~np.isnan(held_out[:, 0])
    if task.classes != ("yes",):
        yield from _classes(task, [e for e, keep in zip(examples, read, strict=True) if keep], held_out[read])
        return
    for domain in sorted({example.domain for example in examples}):
        keep = read & np.array([example.domain == domain for example in examples])
        labels = np.array([float(example.label) for example in examples])[keep]
        yield from _yes_no(task.name, "second corpus" if domain else "", labels, held_out[keep, 0])


def _yes_no(name: str, part: str, labels: NDArray[np.float64], p: NDArray[np.float64]) -> Iterator[Figure]:
    truth = labels >= 0.5
    n = len(labels)
    yield Figure(name, part, "AUC", auc(p, truth), n)
    yield Figure(name, part, "F1 at .5", _f1(truth, p >= 0.5), n)
    yield Figure(name, part, "mean squared error", float(((p - labels) ** 2).mean()), n)
    yield Figure(name, part, "share of yes", float(truth.mean()), n)


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
            yield from evaluate(task, folder)
