"""Fairness: false-low rates by slice, mirrored texts, swapped names, human translations, edited non-native English, abstention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsgauge import metrics
from newsgauge.article import Annotation, Article
from newsgauge.core import annotate
from newsgauge.errors import LabelsError
from newsgauge.evaluation import swaps, written
from newsgauge.evaluation.corpora import Row, place, rows
from newsgauge.evaluation.judged import LEAST, UNKNOWN, Judged, judged, leanings, region
from newsgauge.evaluation.task import ROUNDS, Figure, Folders

LOW: Final = 40.0  # points under which a sound text is a false low
SWAPPED: Final = 500
ABSTAINING: Final = 3_000  # articles of any length
SHORT: Final = 250  # words
TOO_SHORT: Final = "Too short to score"
FEWEST: Final = 5  # abstentions of a slice under which a ratio says nothing
_NAN: Final = float("nan")
_READ: Final = 12_000  # characters of an article
_SLICES: Final = ("leaning of the outlet", "outlet size", "region", "length")


def figures(folders: Folders) -> Iterator[Figure]:
    """All parts, one after the other."""
    for name in ("articles", "translation_wmt"):
        place(folders.corpora, name)
    if folders.labels is None:
        raise LabelsError("fairness is measured on judged texts: name them with --labels DIR")
    yield from _false_lows(judged(folders.labels, folders.corpora))
    yield from _mirrored()
    yield from _swapped(folders.corpora)
    yield from _translated(folders.corpora)
    yield from _non_native(folders.corpora)
    yield from _abstained(folders.corpora)


def raw_of(text: str, title: str | None = None) -> float:
    """The unclipped score, given whether or not the text may be scored."""
    return float(annotate(Article.of(text, title)).raw or 0.0)


# -- sound texts scored low ------------------------------------------------------------------------------------------------


def _false_lows(read: Judged) -> Iterator[Figure]:
    sound = np.flatnonzero(read.gold.sound)
    low = read.held_out.raw < LOW
    for by, column in read.slices().items():
        if by not in _SLICES:
            continue
        shown = []
        for name in sorted(set(column[sound].tolist()) - {UNKNOWN, "no outlet named"}):
            at = sound[column[sound] == name]
            part = f"sound texts under {LOW:.0f}, {by}: {name}"
            if len(at) < LEAST:
                yield Figure(part, "share", _NAN, _NAN, _NAN, len(at), "", f"not shown (n < {LEAST})")
                continue
            shown.append(at)
            yield Figure.of(part, "share", _share(read, at, low), len(at), "")
        if len(shown) > 1:
            yield Figure.of(
                f"sound texts under {LOW:.0f}, {by}", "largest difference", _widest(read, shown, low),
                sum(map(len, shown)), "lower", "goal: up to .05",
            )  # fmt: skip


def _share(read: Judged, at: NDArray[np.int64], low: NDArray[np.bool_]) -> metrics.Estimate:
    groups = [read.gold.groups[k] for k in at]
    return metrics.bootstrap(lambda rows: float(low[at[rows]].mean()), groups, rounds=ROUNDS)


def _widest(read: Judged, slices: Sequence[NDArray[np.int64]], low: NDArray[np.bool_]) -> metrics.Estimate:
    """The largest less the smallest share; the draw is over groups of all slices together."""
    at = np.concatenate(slices)
    member = np.concatenate([np.full(len(part), k) for k, part in enumerate(slices)])

    def measure(drawn: NDArray[np.int64]) -> float:
        shares = [low[at[drawn]][member[drawn] == k].mean() for k in range(len(slices)) if (member[drawn] == k).any()]
        return float(max(shares) - min(shares))

    return metrics.bootstrap(measure, [read.gold.groups[k] for k in at], rounds=ROUNDS)


# -- the same text about others --------------------------------------------------------------------------------------------


def _mirrored() -> Iterator[Figure]:
    pairs = list(written.mirrored())
    moved = np.array([raw_of(pair.one) - raw_of(pair.other) for pair in pairs])
    yield from _moves("mirrored texts", moved, 1.0)
    yield Figure("mirrored texts", "mean difference", float(moved.mean()), _NAN, _NAN, len(moved), "")


def _moves(part: str, moved: NDArray[np.float64], within: float) -> Iterator[Figure]:
    size = np.abs(moved)
    n = len(moved)
    yield Figure(part, f"share within {within:g} points", float((size <= within).mean()), _NAN, _NAN, n)
    yield Figure(part, "median move, points", float(np.median(size)), _NAN, _NAN, n, "lower")
    yield Figure(part, "99th percentile, points", float(np.quantile(size, 0.99)), _NAN, _NAN, n, "lower")
    yield Figure(part, "largest move, points", float(size.max()), _NAN, _NAN, n, "lower")


@lru_cache(maxsize=2)
def sample(corpora: Path, size: int) -> tuple[Row, ...]:
    """Every so many-th article with 150 words or more, so that all of the corpus is in it."""
    long = [row for row in rows(corpora, "articles") if len(row["text"].split()) >= 150]
    step = max(1, len(long) // size)
    return tuple(long[::step][:size])


def _swapped(corpora: Path) -> Iterator[Figure]:
    found = sample(corpora, SWAPPED)
    for kind in (None, *swaps.PAIRS):
        moved = []
        for row in found:
            title, text = row["title"] or "", row["text"][:_READ]
            other = swaps.swapped(text, kind), swaps.swapped(title, kind)
            if other != (text, title):
                moved.append(raw_of(text, title or None) - raw_of(other[0], other[1] or None))
        if moved:
            yield from _moves(f"swapped: {kind or 'all at once'}", np.array(moved), 3.0)


# -- English of others -----------------------------------------------------------------------------------------------------


def _translated(corpora: Path) -> Iterator[Figure]:
    """Human translations into English against what was written in English, in the same test sets."""
    scores: dict[str, list[tuple[str, float]]] = {"HT": [], "ORIG": []}
    for row in rows(corpora, "translation_wmt"):
        if row["kind"] in scores:
            segments = row["segs"] if isinstance(row["segs"], list) else [row["segs"]]
            text = " ".join(map(str, segments))
            if len(text.split()) >= 60:
                scores[row["kind"]].append((str(row["doc"]), raw_of(text)))
    if not all(scores.values()):
        return
    values = np.array([raw for found in scores.values() for _, raw in found])
    human = np.repeat([True, False], [len(found) for found in scores.values()])
    groups = [doc for found in scores.values() for doc, _ in found]

    def difference(at: NDArray[np.int64]) -> float:
        ours, others = values[at][human[at]], values[at][~human[at]]
        return float(ours.mean() - others.mean()) if len(ours) and len(others) else _NAN

    found = metrics.bootstrap(difference, groups, rounds=ROUNDS)
    yield Figure.of("WMT: human translations less originals", "mean difference, points", found, len(values), "")
    yield Figure(
        "WMT: human translations less originals", "size of the difference, points", abs(found.value), _NAN, _NAN, len(values),
        "lower", "goal: up to 3",
    )  # fmt: skip


def _non_native(corpora: Path) -> Iterator[Figure]:
    """Sixty edited reports from five countries against US reports cut to their length."""
    ours = [(country, annotate(Article(text, guess_title=False))) for country, text in written.non_native()]
    length = int(np.median([len(text) for _, text in written.non_native()]))
    theirs = [
        annotate(Article(_opening(row["text"], length), guess_title=False))
        for row in sample(corpora, SWAPPED)
        if row["corpus"] == "allsides" and (row["pc1"] or 0) >= 0.8
    ]
    parts = {**_by_country(ours), "all": [one for _, one in ours], "US": theirs}
    for name, found in parts.items():
        if found:
            rate, cost = _damage(found)
            yield Figure(f"edited reports: {name}", "translation findings per 1000", rate, _NAN, _NAN, len(found), "")
            yield Figure(f"edited reports: {name}", "points for language", cost, _NAN, _NAN, len(found), "")
    if theirs:
        (rate, cost), (usual, plain) = _damage(parts["all"]), _damage(theirs)
        yield Figure(
            "edited reports: all against US", "ratio of findings", rate / max(usual, 1e-9), _NAN, _NAN, len(ours), "lower",
            "goal: up to 1.5",
        )  # fmt: skip
        yield Figure(
            "edited reports: all against US", "cost of the language, points", plain - cost, _NAN, _NAN, len(ours), "lower",
            "goal: up to 1",
        )  # fmt: skip


def _opening(text: str, length: int) -> str:
    """The opening of a text up to the end of a sentence near the length."""
    end = text.rfind(". ", 0, length + 1)
    return text[: end + 1] if end > length // 2 else text[:length]


def _by_country(found: Sequence[tuple[str, Annotation]]) -> dict[str, list[Annotation]]:
    return {name: [one for country, one in found if country == name] for name in sorted({c for c, _ in found})}


def _damage(found: Sequence[Annotation]) -> tuple[float, float]:
    """Findings of the translation family per 1,000 words, and mean points that the language item brings or costs."""
    words = sum(one.n_words for one in found)
    findings = sum(f.family == "translation" for one in found for f in one.findings)
    points = [sum(c.points for c in one.contributions if c.item == "language") for one in found]
    return 1000 * findings / max(words, 1), float(np.mean(points))


# -- abstention ------------------------------------------------------------------------------------------------------------


def _abstained(corpora: Path) -> Iterator[Figure]:
    """Rates of abstention by the leaning of the outlet, its region and the text's length, and the reasons."""
    read = list(rows(corpora, "articles"))
    found = [
        (row, annotate(Article.of(row["text"][:_READ], row["title"] or None)))
        for row in read[:: max(1, len(read) // ABSTAINING)][:ABSTAINING]
    ]
    reasons = [_reason(one) for _, one in found]
    for reason, count in Counter(reasons).most_common():
        yield Figure(f"abstention: {reason or 'scored'}", "share", count / len(found), _NAN, _NAN, len(found), "")
    known = leanings(corpora)
    domains = [str(row["domain"] or "") for row, _ in found]
    yield from _rates("leaning", [known.get(domain, "") for domain in domains], reasons)
    yield from _rates("region", [region(domain) if domain else "" for domain in domains], reasons)
    lengths = ["under 250 words" if one.n_words < SHORT else "250 words and more" for _, one in found]
    yield from _rates("length", lengths, reasons)
    enough = ["" if reason == TOO_SHORT else length for reason, length in zip(reasons, lengths, strict=True)]
    yield from _rates("length, too short ones left out", enough, reasons)


def _reason(annotation: Annotation) -> str:
    """The reason for an abstention without its figures; empty where there is a score."""
    return (annotation.reason or "").split(":")[0].split(" (")[0] if annotation.status == "abstained" else ""


def _rates(by: str, column: Sequence[str], reasons: Sequence[str]) -> Iterator[Figure]:
    """Rate of each slice, and how many times the lowest the highest is, with what makes it so."""
    told: dict[str, list[str]] = {}
    for name, reason in zip(column, reasons, strict=True):
        if name:
            told.setdefault(name, []).append(reason)
    shown = {name: found for name, found in sorted(told.items()) if len(found) >= LEAST}
    for name, found in shown.items():
        yield Figure(f"abstention by {by}: {name}", "share", _share_of(found), _NAN, _NAN, len(found), "")
    if len(shown) < 2:
        return
    part, n = f"abstention by {by}", sum(map(len, shown.values()))
    least, most = min(shown.values(), key=_share_of), max(shown.values(), key=_share_of)
    if sum(map(bool, least)) < FEWEST:
        apart = _share_of(most) - _share_of(least)
        note = f"no ratio: fewer than {FEWEST} abstentions in a slice"
        yield Figure(part, "largest difference of the rates", apart, _NAN, _NAN, n, "lower", note)
        return
    main, count = Counter(filter(None, most)).most_common(1)[0]
    note = f"goal: up to 1.5; the highest is {count / len(most):.0%} {main!r}"
    yield Figure(part, "ratio of the rates", _share_of(most) / _share_of(least), _NAN, _NAN, n, "lower", note)


def _share_of(reasons: Sequence[str]) -> float:
    return sum(map(bool, reasons)) / len(reasons)
