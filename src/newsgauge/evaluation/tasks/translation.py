"""Translation: whole documents with human translations as control, and damaged spans against false alarms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from newsgauge.article import Annotation, Article
from newsgauge.core import annotate
from newsgauge.evaluation import heldout, resampling
from newsgauge.evaluation.corpora import rows
from newsgauge.evaluation.firing import reference
from newsgauge.evaluation.spans import labelled, seeds
from newsgauge.evaluation.task import ROUNDS, Figure, Folders
from newsgauge.metrics import Estimate, bootstrap

FIRST_TEST_YEAR: Final = 2015
LABELS: Final = ("mt", "typo", "glued", "encoding")


class Text(NamedTuple):
    """A document of later years and the probability that a machine translated it."""

    kind: str
    label: str
    engine: str
    doc: str
    probability: float


@lru_cache(maxsize=1)
def _later(corpora: Path) -> tuple[Text, ...]:
    tables = heldout.refitted("translation_roundtrip", corpora, lambda group: int(group[:4]) >= FIRST_TEST_YEAR)
    read = []
    _probability.cache_clear()
    with heldout.in_place(tables):
        for row in rows(corpora, "translation_roundtrip"):
            if row["year"] >= FIRST_TEST_YEAR:
                p = _probability(row["text"])
                read.append(Text(row["kind"], row["label"], row["engine"], str(row["doc"]), p))
        for row in rows(corpora, "translation_wmt"):
            text = " ".join(row["segs"])
            kind = f"wmt {row['lp'][-2:]}" if row["kind"] != "ORIG" else "wmt"
            read.append(
                Text(kind, row["kind"], row["system"], f"{row['lp']} {row['year']} {row['doc']}", _probability(text))
            )
    return tuple(one for one in read if not np.isnan(one.probability))


@lru_cache(maxsize=4096)  # originals and human translations stand once per engine
def _probability(text: str) -> float:
    p = annotate(Article(text, guess_title=False)).features["translation_probability"]
    return float("nan") if p is None else p


def documents(folders: Folders) -> Iterator[Figure]:
    """Originals against their round trips in unseen years, by engine; then what the same number says of human translations."""
    read = _later(folders.corpora)
    trips = [one for one in read if one.kind == "roundtrip"]
    for engine in (*sorted({one.engine for one in trips}), "both engines"):
        own = [one for one in trips if engine in (one.engine, "both engines")]
        yield Figure.of(engine, "AUC", _auc(own, "MT"), len(own))
        yield from _pairs(engine, own)
    human = [one for one in read if one.kind == "ht_vs_mt"]
    originals = _unique([one for one in trips if one.label == "orig"])
    for part, cases, yes in (
        ("control: MT against HT", human, "MT"),
        ("control: HT against originals", [*_unique([h for h in human if h.label == "HT"]), *originals], "HT"),
        ("control: WMT, MT against HT", [one for one in read if one.kind == "wmt en"], "MT"),
        ("control: WMT, HT against originals", [o for o in read if o.kind.startswith("wmt") and o.label != "MT"], "HT"),
    ):
        yield Figure.of(part, "AUC", _auc(cases, yes), len(cases), "")
    threshold = float(np.median([one.probability for one in trips])) if trips else 0.5
    for part, label, texts in (
        ("control: originals", "orig", trips),
        ("control: human translations", "HT", human),
        ("round trips", "MT", trips),
        ("control: WMT originals", "ORIG", list(read)),
        ("control: WMT human translations", "HT", [one for one in read if one.kind.startswith("wmt")]),
    ):
        own = [one for one in texts if one.label == label]
        above = np.array([float(one.probability > threshold) for one in own])
        if own:
            share = resampling.mean_of(above, [one.doc for one in own])
            yield Figure.of(part, "share above the round trips' median", share, len(own), "")


def _unique(read: list[Text]) -> list[Text]:
    """Originals and human translations stand once per engine: one of each is enough."""
    return list({(one.doc, one.label, round(one.probability, 9)): one for one in read}.values())


def _auc(read: list[Text], yes: str) -> Estimate:
    if not read:
        return Estimate(float("nan"), float("nan"), float("nan"))
    p = np.array([one.probability for one in read])
    return resampling.auc_of(p, np.array([one.label == yes for one in read]), [one.doc for one in read])


def _pairs(engine: str, read: list[Text]) -> Iterator[Figure]:
    """Share of pairs in which the round trip gets the higher probability than its own original."""
    original = {(one.engine, one.doc): one.probability for one in read if one.label == "orig"}
    pairs = [
        (one.doc, float(np.sign(one.probability - original[one.engine, one.doc])) / 2 + 0.5)
        for one in read
        if one.label == "MT" and (one.engine, one.doc) in original
    ]
    if pairs:
        won = np.array([value for _, value in pairs])
        estimate = bootstrap(lambda rows_: float(won[rows_].mean()), [doc for doc, _ in pairs], rounds=ROUNDS)
        yield Figure.of(engine, "paired accuracy", estimate, len(pairs))


def spans(folders: Folders) -> Iterator[Figure]:
    """False alarms per 10,000 words of edited news, and recall where readers marked damage."""
    yield from _alarms(
        "PolNeAR", [annotate(Article(row["text"])) for row in rows(folders.corpora, "attribution_polnear")]
    )
    yield from _alarms("reference news", [annotate(article) for article in reference(folders.corpora)])
    nan = float("nan")
    if folders.seeds is None:
        yield Figure("seeds", "recall not available", nan, nan, nan, 0, "", "name --seeds DIR")
    else:
        tallies = [t for report in seeds(folders.seeds) for label in LABELS if (t := report.tallies[label]).marked]
        found, marked = sum(t.found for t in tallies), sum(t.marked for t in tallies)
        yield Figure("seeds", "recall", found / max(marked, 1), nan, nan, marked)
    if folders.labels is None:
        yield Figure("labels", "recall not available", nan, nan, nan, 0, "", "name --labels DIR")
        return
    yield from _recalls(folders.labels)


def _alarms(part: str, annotations: list[Annotation]) -> Iterator[Figure]:
    counts = [
        (sum(f.family == "translation" for f in a.findings), sum(f.kind == "translation.glued_words" for f in a.findings), a.n_words)
        for a in annotations
    ]  # fmt: skip
    table = np.array(counts, np.float64)
    n = int(table[:, 2].sum())
    alarms = resampling.of_counts(table[:, [0, 2]], range(len(table)), resampling.per_10000)
    yield Figure.of(part, "false alarms per 10,000 words", alarms, n, "lower", "every finding counted as false")
    glued = resampling.of_counts(table[:, [1, 2]], range(len(table)), resampling.per_10000)
    yield Figure.of(part, "of which glued words", glued, n, "", "often true: cut at links")


@lru_cache(maxsize=1)
def _labelled(folder: Path) -> tuple[tuple[str, int, int, str], ...]:
    return tuple((label, tally.found, tally.marked, group) for label, tally, group in labelled(folder))


def _recalls(folder: Path) -> Iterator[Figure]:
    read = _labelled(folder)
    for part, labels in (("labels", LABELS), *((f"labels: {label}", (label,)) for label in LABELS)):
        own = [one for one in read if one[0] in labels]
        if own:
            counts = [(found, marked) for _, found, marked, _ in own]
            recall = resampling.of_counts(counts, [one[3] for one in own], resampling.ratio)
            yield Figure.of(part, "recall", recall, sum(count[1] for count in counts))


def residue_recall(folder: Path) -> Iterator[Figure]:
    """Recall of the judgements' residue spans."""
    own = [one for one in _labelled(folder) if one[0] == "residue"]
    if own:
        counts = [(found, marked) for _, found, marked, _ in own]
        recall = resampling.of_counts(counts, [one[3] for one in own], resampling.ratio)
        yield Figure.of("labels: residue", "recall", recall, sum(count[1] for count in counts))
