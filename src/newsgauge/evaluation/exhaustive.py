"""Precision of findings, which only texts marked exhaustively can tell: what isn't marked there is no such span.

A finding is right where it shares a character with a span whose label it answers (`newsgauge.evaluation.spans`). With two annotators
there are two figures: right by any of them, and by all; the truth lies between, as far as they differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from newsgauge.article import Finding
from newsgauge.core import annotate
from newsgauge.errors import LabelsError
from newsgauge.evaluation.resampling import of_counts, ratio
from newsgauge.evaluation.spans import ANSWERS, answers
from newsgauge.labels.judgement import Judgement
from newsgauge.labels.marks import Mark
from newsgauge.labels.texts import Text, Texts
from newsgauge.metrics import Estimate


class Precision(NamedTuple):
    """One family of detectors: how many findings, and the shares that any and every annotator marked too."""

    family: str
    findings: int
    by_any: Estimate
    by_all: Estimate


class Recall(NamedTuple):
    """One label: how many spans of all annotators, and the share with a finding that answers it."""

    label: str
    spans: int
    found: Estimate


class Exhaustive(NamedTuple):
    """Figures over the texts that were marked exhaustively."""

    texts: int
    annotators: tuple[str, ...]
    precision: tuple[Precision, ...]
    recall: tuple[Recall, ...]


class _Read(NamedTuple):
    group: str
    findings: list[Finding]
    marks: list[Sequence[Mark]]  # of each annotator


def exhaustive(judgements: Sequence[Judgement], texts: Texts) -> Exhaustive:
    """Compare the detectors with exhaustive marks.

    Raises
    ------
    LabelsError
        No judgement is exhaustive, or its text isn't there.
    """
    by_text: dict[str, list[Judgement]] = {}
    for one in judgements:
        if one.exhaustive:
            by_text.setdefault(one.id, []).append(one)
    if not by_text:
        raise LabelsError(
            'no judgement is exhaustive ("exhaustive": true): without one, precision of spans can\'t be measured'
        )
    reads = [_read(texts.find(identity, rows[0].place), rows) for identity, rows in by_text.items()]
    families = sorted({finding.family for read in reads for finding in read.findings})
    labels = sorted({mark.label for read in reads for own in read.marks for mark in own} & ANSWERS.keys())
    return Exhaustive(
        len(reads),
        tuple(sorted({one.annotator for rows in by_text.values() for one in rows})),
        tuple(_precision(family, reads) for family in families),
        tuple(_recall(label, reads) for label in labels),
    )


def _read(text: Text, rows: Sequence[Judgement]) -> _Read:
    """The findings that answer some label, and the marks."""
    found = [one for one in annotate(text.article()).findings if any(answers(label, one) for label in ANSWERS)]
    return _Read(text.outlet or text.id, found, [one.spans for one in rows])


def _precision(family: str, reads: Sequence[_Read]) -> Precision:
    counts = []
    for read in reads:
        own = [finding for finding in read.findings if finding.family == family]
        met = [[_meets(finding, marks) for marks in read.marks] for finding in own]
        counts.append((sum(map(any, met)), sum(map(all, met)), len(own)))
    table = np.array(counts, np.float64)
    groups = [read.group for read in reads]
    by_any, by_all = (of_counts(table[:, [at, 2]], groups, ratio) for at in (0, 1))
    return Precision(family, int(table[:, 2].sum()), by_any, by_all)


def _meets(finding: Finding, marks: Iterable[Mark]) -> bool:
    return any(
        mark.label in ANSWERS and answers(mark.label, finding) and finding.start < mark.end and mark.start < finding.end
        for mark in marks
    )


def _recall(label: str, reads: Sequence[_Read]) -> Recall:
    counts = []
    for read in reads:
        own = [finding for finding in read.findings if answers(label, finding)]
        marks = [mark for marks in read.marks for mark in marks if mark.label == label]
        met = sum(any(f.start < mark.end and mark.start < f.end for f in own) for mark in marks)
        counts.append((met, len(marks)))
    table = np.array(counts, np.float64)
    return Recall(label, int(table[:, 1].sum()), of_counts(table, [read.group for read in reads], ratio))
