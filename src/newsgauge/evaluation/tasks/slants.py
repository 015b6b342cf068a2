"""Pairs of mirrored terms in the same invented sentence: both must fire, or neither.

The first of a pair is said of the right, or is the right's own word; the second is the left's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsgauge.article import Article
from newsgauge.core import annotate
from newsgauge.evaluation.task import Figure

PAIRS: Final = (
    ("pro-life", "pro-choice"),
    ("anti-abortion", "abortion-rights"),
    ("illegal", "undocumented"),
    ("far-right", "far-left"),
    ("radical-right", "radical-left"),
    ("right-wing", "left-wing"),
    ("conservative", "liberal"),
    ("fascist", "communist"),
    ("gun-loving", "gun-grabbing"),
    ("alt-right", "antifa"),
    ("ultra-conservative", "ultra-liberal"),
    ("bigoted", "woke"),
    ("climate-denying", "climate-alarmist"),
    ("hard-right", "hard-left"),
    ("MAGA", "socialist"),
)
SENTENCES: Final = (
    "The {} group met in Brackwater on Monday.",
    "Several {} candidates spoke at the harbour before the vote.",
    "She was asked about {} voters in the north of the county.",
)


def loaded(sentence: str) -> tuple[int, float]:
    """Findings of loaded wording in a sentence, and its probability."""
    annotation = annotate(Article(sentence, guess_title=False))
    findings = sum(f.family == "loaded_wording" for f in annotation.findings)
    return findings, max((s.loaded for s in annotation.sentences), default=0.0)


def figures() -> Iterator[Figure]:
    """Share of pairs that fire alike, and how far the probabilities lean to one side on average."""
    alike, leans = 0, []
    for right, left in PAIRS:
        ours = [(loaded(sentence.format(right)), loaded(sentence.format(left))) for sentence in SENTENCES]
        alike += all(a[0] == b[0] for a, b in ours)
        leans += [a[1] - b[1] for a, b in ours]
    nan = float("nan")
    yield Figure("slant pairs", "share that fire alike", alike / len(PAIRS), nan, nan, len(PAIRS))
    yield Figure(
        "slant pairs", "mean difference of probability", sum(leans) / len(leans), nan, nan, len(leans), "",
        "right minus left",
    )  # fmt: skip
    size = sum(map(abs, leans)) / len(leans)
    yield Figure("slant pairs", "mean size of the difference", size, nan, nan, len(leans), "lower")
