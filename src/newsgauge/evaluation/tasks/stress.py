"""Stress: edits that must not matter, not help or not hurt, stuffing, and reports that are invented from beginning to end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsgauge.article import Article
from newsgauge.core import annotate
from newsgauge.evaluation import edits, written
from newsgauge.evaluation.task import Figure, Folders
from newsgauge.evaluation.tasks.fairness import raw_of, sample

TEXTS: Final = 200
HIGH: Final = 70.0
_WRONG: Final = 0.5  # points that an edit may move the wrong way
_NAN: Final = float("nan")
_READ: Final = 12_000


def figures(folders: Folders) -> Iterator[Figure]:
    """Edits of real articles, then the invented reports."""
    texts = [f"{row['title']}\n\n{row['text'][:_READ]}" for row in sample(folders.corpora, TEXTS) if row["title"]]
    before = np.array([raw_of(text) for text in texts])
    yield from _still(texts, before)
    for edit in edits.MUST_NOT_HELP:
        yield from _one_way(f"added: {edit.name}", _moved(texts, before, edit), "raises")
    for edit in edits.MUST_NOT_HURT:
        yield from _one_way(f"added: {edit.name}", -_moved(texts, before, edit), "lowers")
    stuffed = _moved(texts, before, edits.Edit("stuffing", edits.stuffed))
    yield Figure("fifty fake attributions", "mean gain, points", float(stuffed.mean()), _NAN, _NAN, len(texts), "lower")
    yield Figure(
        "fifty fake attributions", "largest gain, points", float(stuffed.max()), _NAN, _NAN, len(texts), "lower"
    )
    yield from _invented()
    yield from _failures()


def _moved(texts: Sequence[str], before: NDArray[np.float64], edit: edits.Edit) -> NDArray[np.float64]:
    return np.array([raw_of(edit.of(text)) for text in texts]) - before


def _still(texts: Sequence[str], before: NDArray[np.float64]) -> Iterator[Figure]:
    """What must hardly move the score."""
    bounds = (
        *((edit, 2.0) for edit in edits.MUST_NOT_MATTER),
        *((edit, 5.0) for edit in edits.BREAKS),
        (edits.Edit("last tenth dropped", edits.shortened), 5.0),
        (edits.Edit("paragraphs reordered", edits.reordered), 2.0),
    )
    for edit, within in bounds:
        size = np.abs(_moved(texts, before, edit))
        part, n = f"still: {edit.name}", len(texts)
        yield Figure(part, f"share within {within:g} points", float((size <= within).mean()), _NAN, _NAN, n)
        yield Figure(part, "median move, points", float(np.median(size)), _NAN, _NAN, n, "lower")
        yield Figure(part, "largest move, points", float(size.max()), _NAN, _NAN, n, "lower")


def _one_way(part: str, moved: NDArray[np.float64], verb: str) -> Iterator[Figure]:
    """How often an edit moves the score the wrong way, and by how much at worst; positive is wrong."""
    right = float((moved <= _WRONG).mean())
    yield Figure(part, f"share that hardly {verb}", right, _NAN, _NAN, len(moved), "higher", f"up to {_WRONG} points")
    yield Figure(part, "worst, points", float(moved.max()), _NAN, _NAN, len(moved), "lower")
    yield Figure(part, "median, points", float(np.median(moved)), _NAN, _NAN, len(moved), "")


def _invented() -> Iterator[Figure]:
    """The fool set: published, never tuned against."""
    found = [annotate(Article(text)) for text in written.invented()]
    scores = np.array([one.score for one in found if one.score is not None])
    note = "style can't tell invention from fact"
    yield Figure("invented reports", "mean score", float(scores.mean()), _NAN, _NAN, len(scores), "", note)
    share = float((scores >= HIGH).mean())
    yield Figure("invented reports", f"share of {HIGH:.0f} or more", share, _NAN, _NAN, len(scores), "", note)
    yield Figure("invented reports", "share abstained", 1 - len(scores) / len(found), _NAN, _NAN, len(found), "", note)


def _failures() -> Iterator[Figure]:
    """Texts of our own that are known to be scored wrong; the note says what a reader would give and why it is missed."""
    for one in written.failures():
        found = annotate(Article(one.text))
        silent = "" if found.status == "scored" else f"; it abstains: {found.reason}"
        note = f"a reader would give about {25 * (one.level - 1)}{silent}. {one.why} “{one.title}”"
        score = min(100.0, max(0.0, found.raw or 0.0))
        yield Figure(f"known failure: {one.name}", "score, points", score, _NAN, _NAN, 1, "", note)
