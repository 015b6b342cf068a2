"""The reliability model on outlets it didn't see: the score, its items and probability, baselines, controls, features, slices."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import metrics
from newsgauge.article import ITEMS
from newsgauge.errors import LabelsError
from newsgauge.evaluation import baselines
from newsgauge.evaluation.judged import LEAST, NAMES, UNKNOWN, Judged, judged
from newsgauge.evaluation.task import ROUNDS, Better, Figure, Folders
from newsgauge.features import CATALOGUE
from newsgauge.reliability.crossvalidation import held_out_scores
from newsgauge.reliability.curves import Floats
from newsgauge.reliability.fitting import Gold, Settings

Rows = NDArray[np.int64]
Measure = Callable[[Rows], float]
_NAN: Final = math.nan


class _Part(NamedTuple):
    name: str
    rows: Rows


def figures(folders: Folders) -> Iterator[Figure]:
    """The table of the model: news-like texts first."""
    if folders.labels is None:
        raise LabelsError("reliability is measured on judged texts: name them with --labels DIR")
    read = judged(folders.labels, folders.corpora, folders.model)
    parts = (
        _Part("news-like", np.flatnonzero(read.gold.news_like)),
        _Part("all", np.arange(len(read.gold.reliability))),
    )
    for part in parts:
        if len(part.rows) < LEAST:
            yield Figure(part.name, "Spearman", _NAN, _NAN, _NAN, len(part.rows), "", f"not shown (n < {LEAST})")
            continue
        yield from _ranked(read, part, part.name, read.held_out.raw, "higher")
        yield from _items(read, part)
        yield from _probability(read, part)
    if folders.model is None:
        yield from _against(read, parts)
    yield from _alone(read, parts)
    yield from _slices(read)


def families(folders: Folders) -> Iterator[Figure]:
    """Families of models on the same features and folds."""
    if folders.labels is None:
        raise LabelsError("families are compared on judged texts: name them with --labels DIR")
    read = judged(folders.labels, folders.corpora, folders.model)
    news, everything = np.flatnonzero(read.gold.news_like), np.arange(len(read.gold.reliability))
    tried = list(baselines.families(read))
    for family in tried:
        cost = "" if math.isnan(family.seconds) else f"; {family.seconds:.0f} s of CPU"
        for part in (_Part("news-like", news), _Part("all", everything)):
            yield from _ranked(
                read, part, f"{part.name}: {family.name}", family.predictions, "", f"{family.note}{cost}"
            )
    for part in (_Part("news-like", news), _Part("all", everything)):
        yield _ahead(read, part, tried)


def _ahead(read: Judged, part: _Part, tried: list[baselines.Family]) -> Figure:
    """By how much the form that ships, the first, ranks better than the best of the others, with what pairing allows."""
    gold = read.gold.reliability
    ours, *others = [family.predictions for family in tried]
    best = max(others, key=lambda values: metrics.spearman(values[part.rows], gold[part.rows]))

    def difference(at: Rows) -> float:
        return metrics.spearman(ours[at], gold[at]) - metrics.spearman(best[at], gold[at])

    found = over(read, part.rows, difference)
    return Figure.of(f"{part.name}: ships less the best of the others", "Spearman", found, len(part.rows))


def over(read: Judged, part: Rows, measure: Measure) -> metrics.Estimate:
    """A figure of some texts with its interval over groups."""
    return metrics.bootstrap(lambda at: measure(part[at]), [read.gold.groups[k] for k in part], rounds=ROUNDS)


def _rank(values: Floats, gold: Floats) -> Measure:
    """Rank correlation over some rows, of these very arrays: a loop's own lambda would read those of its last round."""
    return lambda at: metrics.spearman(values[at], gold[at])


def _ranked(read: Judged, part: _Part, name: str, values: Floats, better: Better, note: str = "") -> Iterator[Figure]:
    gold, sound, weak = read.gold.reliability, read.gold.sound, read.gold.reliability <= 2
    levels = metrics.whole_levels(gold)
    measures: dict[str, Measure] = {
        "Spearman": _rank(values, gold),
        "AUC gold >= 4": lambda at: metrics.auc(values[at], sound[at]),
        "AUC gold <= 2": lambda at: metrics.auc(-values[at], weak[at]),
        "quadratic weighted kappa": lambda at: metrics.weighted_kappa(
            metrics.whole_levels(metrics.stretched(values[at], gold[at])), levels[at]
        ),
    }
    for measure, of in measures.items():
        yield Figure.of(name, measure, over(read, part.rows, of), len(part.rows), better, note)


def _items(read: Judged, part: _Part) -> Iterator[Figure]:
    for place, item in enumerate(ITEMS):
        ours, gold = read.held_out.items[:, place], read.gold.items[:, place]
        rows = part.rows[~np.isnan(ours[part.rows]) & ~np.isnan(gold[part.rows])]
        found = over(read, rows, _rank(ours, gold))
        yield Figure.of(part.name, f"{item}: Spearman", found, len(rows))


def _probability(read: Judged, part: _Part) -> Iterator[Figure]:
    p, sound = read.held_out.probability, read.gold.sound
    wrong = (p >= 0.5) != sound
    confidence = read.held_out.confidence
    points = 25 * (read.gold.reliability - 1)
    inside = (read.held_out.low <= points) & (points <= read.held_out.high)
    measures: tuple[tuple[str, Better, Measure], ...] = (
        ("Brier skill over the base rate", "higher", lambda at: metrics.brier_skill(p[at], sound[at])),
        ("calibration slope", "", lambda at: metrics.calibration_slope(p[at], sound[at])),
        (
            "calibration slope, distance from 1",
            "lower",
            lambda at: abs(metrics.calibration_slope(p[at], sound[at]) - 1),
        ),
        ("expected calibration error", "lower", lambda at: metrics.calibration_error(p[at], sound[at])),
        ("share on the wrong side of 4", "lower", lambda at: float(wrong[at].mean())),
        ("area under risk-coverage", "lower", lambda at: metrics.risk_coverage(confidence[at], wrong[at])),
        ("area under risk-coverage over the overall error", "lower", lambda at: _selected(confidence[at], wrong[at])),
        *(
            (f"share on the wrong side of 4, surest {share:.0%}", _NEITHER, _surest(confidence, wrong, share))
            for share in (0.8, 0.6, 0.4, 0.2)
        ),
        ("share within the 80 % interval", "", lambda at: float(inside[at].mean())),
    )
    for measure, better, of in measures:
        yield Figure.of(part.name, measure, over(read, part.rows, of), len(part.rows), better)


_NEITHER: Final[Better] = ""


def _selected(confidence: Floats, wrong: NDArray[np.bool_]) -> float:
    """Area under the risk-coverage curve over the error of all: a half is the goal, one is no selection."""
    error = float(wrong.mean())
    return metrics.risk_coverage(confidence, wrong) / error if error else _NAN


def _surest(confidence: Floats, wrong: NDArray[np.bool_], share: float) -> Measure:
    """The error among the texts the model is surest of."""

    def measure(at: Rows) -> float:
        order = at[np.argsort(-confidence[at], kind="stable")]
        return float(wrong[order[: max(1, round(share * len(order)))]].mean())

    return measure


def _against(read: Judged, parts: tuple[_Part, ...]) -> Iterator[Figure]:
    """Baselines, and controls that must not do well."""
    genres = np.array(read.gold.genres)
    rows: dict[str, Floats] = {
        "genre alone": baselines.by_group(read, genres),
        "tf-idf of characters": baselines.characters(read),
        "judged items known": baselines.known_items(read),
        "control: corpus": baselines.by_group(read, np.array([one.corpus for one in read.places])),
        "control: word count": read.column("texture_words_count"),
        "control: readability": -read.column("readability_flesch_reading_ease"),
        "control: outlet rating": np.array([one.rating for one in read.places]),
        "control: shuffled gold": _shuffled(read),
    }
    for name, values in rows.items():
        for part in parts:
            known = _Part(part.name, part.rows[~np.isnan(values[part.rows])])
            if len(known.rows) >= LEAST:
                yield from _ranked(read, known, f"{part.name}: {name}", values, "")
    for item, values in baselines.item_characters(read).items():
        gold = read.gold.items[:, ITEMS.index(item)]
        for part in parts:
            at = part.rows[~np.isnan(gold[part.rows])]
            found = over(read, at, _rank(values, gold))
            yield Figure.of(f"{part.name}: tf-idf of characters", f"{item}: Spearman", found, len(at), "")


def _shuffled(read: Judged) -> Floats:
    """Scores of the same model fitted to shuffled gold."""
    order = np.random.default_rng(0).permutation(len(read.texts))
    gold = Gold(read.gold.items[order], read.gold.reliability[order], read.gold.genres, read.gold.groups)
    raw = held_out_scores(read.matrix, CATALOGUE, gold, Settings(), read.words).raw
    return np.asarray(raw[np.argsort(order)])


def _alone(read: Judged, parts: tuple[_Part, ...]) -> Iterator[Figure]:
    """Each feature by itself; impressions as a model's other folds give them stand in the items."""
    gold = read.gold.reliability
    for name, values in zip(NAMES, read.matrix.T, strict=True):
        for part in parts:
            at = part.rows[~np.isnan(values[part.rows])]
            if len(at) >= LEAST and values[at].std() > 0:
                found = over(read, at, _rank(values, gold))
                yield Figure.of(f"{part.name}: feature alone", name, found, len(at), "")


def _slices(read: Judged) -> Iterator[Figure]:
    """Rank correlation and mean error in points, by slice."""
    gold = read.gold.reliability
    error = np.clip(read.held_out.raw, 0, 100) - 25 * (gold - 1)
    for by, column in read.slices().items():
        for name in sorted(set(column.tolist())):
            at = np.flatnonzero(column == name)
            part = f"slice {by}: {name}"
            if len(at) < LEAST:
                if name != UNKNOWN:
                    yield Figure(part, "Spearman", _NAN, _NAN, _NAN, len(at), "", f"not shown (n < {LEAST})")
                continue
            ranked = over(read, at, lambda rows: metrics.spearman(read.held_out.raw[rows], gold[rows]))
            yield Figure.of(part, "Spearman", ranked, len(at), "")
            yield Figure.of(
                part, "mean error, points", over(read, at, lambda rows: float(error[rows].mean())), len(at), ""
            )
