"""Judged texts as the evaluation reads them: gold, features, scores by models that saw neither text nor outlet, and slices."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.errors import LabelsError
from newsgauge.evaluation.corpora import place, rows
from newsgauge.features import CATALOGUE
from newsgauge.impressions import Impressions
from newsgauge.reliability.crossvalidation import HeldOut, held_out_of, held_out_scores
from newsgauge.reliability.curves import Floats
from newsgauge.reliability.fitting import Gold, Settings
from newsgauge.reliability.labelled import LabelledText, read_labels
from newsgauge.reliability.leaks import leaks
from newsgauge.reliability.model import Model
from newsgauge.reliability.modelfile import load
from newsgauge.reliability.scorecard import score
from newsgauge.reliability.train import gold_of, measured, read
from newsgauge.reliability.words import Words

LEAST: Final = 50  # texts under which a slice isn't shown
UNKNOWN: Final = "unknown"
NAMES: Final = tuple(feature.name for feature in CATALOGUE)
_LENGTHS: Final = ((250, "under 250 words"), (400, "250 to 399 words"))
_YEAR: Final = re.compile(r"/((?:19|20)\d\d)(?:/|-)")
_LEANINGS: Final = {"left": "left", "extreme-left": "left", "left-center": "left of centre", "center": "centre",
                    "right-center": "right of centre", "right": "right", "extreme-right": "right"}  # fmt: skip
_GENERIC: Final = frozenset(("com", "org", "net", "edu", "gov", "info", "co", "tv", "us", "news", "io", "me", "fm"))


class Place(NamedTuple):
    """Where a text comes from; for slices alone, never for the score."""

    corpus: str
    leaning: str
    size: str
    region: str
    year: str
    rating: float


class Judged(NamedTuple):
    """Labelled texts with all that is measured of them; arrays stand in the texts' order."""

    texts: tuple[LabelledText, ...]
    gold: Gold
    matrix: Floats
    words: Words | None
    held_out: HeldOut
    places: tuple[Place, ...]

    def column(self, feature: str) -> Floats:
        """A feature's values."""
        return np.asarray(self.matrix[:, NAMES.index(feature)])

    def slices(self) -> dict[str, NDArray[np.str_]]:
        """By what the texts are cut: slice of each text."""
        words = self.column("texture_words_count")
        lengths = [next((name for bound, name in _LENGTHS if n < bound), "400 words and more") for n in words]
        columns = {
            "genre": self.gold.genres,
            "corpus": [one.corpus for one in self.places],
            "leaning of the outlet": [one.leaning for one in self.places],
            "outlet size": [one.size for one in self.places],
            "region": [one.region for one in self.places],
            "length": lengths,
            "year": [one.year for one in self.places],
        }
        return {name: np.array(column, np.str_) for name, column in columns.items()}


@lru_cache(maxsize=2)
def judged(labels: Path, corpora: Path | None, model: str | None = None) -> Judged:
    """Read and measure labelled texts, and score each by a model fitted to the other folds, or by one as it is.

    Raises
    ------
    LabelsError
        The model named was fitted to some of the texts.
    """
    texts = tuple(read_labels(labels, join=True))
    gold = gold_of(texts)
    if model is not None:
        return _as_it_is(texts, gold, load(model), places(texts, corpora))
    matrix, words, _ = read(texts, gold)
    held_out = held_out_scores(matrix, CATALOGUE, gold, Settings(), words)
    return Judged(texts, gold, matrix, words, held_out, places(texts, corpora))


def _as_it_is(texts: tuple[LabelledText, ...], gold: Gold, model: Model, where: tuple[Place, ...]) -> Judged:
    table = model.table if isinstance(model.table, Impressions) else None
    if leaking := leaks(texts, table):
        raise LabelsError(
            f"model {model.name} {model.version}: {'; '.join(leaking)}; leave --model out to cross-validate"
        )
    matrix = measured((text.article for text in texts), table)
    scored = [score(model, dict(zip(NAMES, row, strict=True))) for row in matrix.tolist()]
    return Judged(texts, gold, matrix, None, held_out_of(scored), where)


def places(texts: Sequence[LabelledText], corpora: Path | None) -> tuple[Place, ...]:
    """Where the texts come from, by the corpora's own fields; "unknown" where these don't say."""
    ratings = _ratings(corpora)
    urls, sizes = _articles(corpora)
    found = []
    for text in texts:
        outlet = str(text.about.get("outlet") or "")
        leaning, rating = ratings.get(outlet, ("", np.nan))
        year = _YEAR.search(urls.get(str(text.about.get("corpus_id") or ""), ""))
        found.append(
            Place(
                str(text.about.get("corpus") or UNKNOWN),
                _LEANINGS.get(leaning, UNKNOWN),
                _size(outlet, sizes),
                region(outlet),
                year.group(1) if year else UNKNOWN,
                rating,
            )
        )
    return tuple(found)


def leanings(corpora: Path | None) -> Mapping[str, str]:
    """Leaning of each outlet that the ratings know one of."""
    return {domain: _LEANINGS[name] for domain, (name, _) in _ratings(corpora).items() if name in _LEANINGS}


def _ratings(corpora: Path | None) -> Mapping[str, tuple[str, float]]:
    """Leaning and rating of each outlet."""
    file = corpora / "outlet_ratings.csv" if corpora else None
    if file is None or not file.is_file():
        return {}
    with file.open(encoding="utf-8", newline="") as lines:
        return {
            row["domain"]: (row["bias"].strip(), float(row["pc1"]) if row["pc1"] else np.nan)
            for row in csv.DictReader(lines)
        }


@lru_cache(maxsize=1)
def _articles(corpora: Path | None) -> tuple[Mapping[str, str], Mapping[str, int]]:
    """Address of each article, and how many articles of each outlet the corpus has."""
    if corpora is None or not _present(corpora, "articles"):
        return {}, {}
    urls, sizes = {}, Counter[str]()
    for row in rows(corpora, "articles"):
        urls[str(row.get("id") or "")] = str(row.get("url") or "")
        sizes[str(row.get("domain") or "")] += 1
    return urls, sizes


def _present(corpora: Path, name: str) -> bool:
    return any((corpora / f"{name}{end}").is_file() for end in (".jsonl.gz", ".jsonl")) and bool(place(corpora, name))


def _size(outlet: str, sizes: Mapping[str, int]) -> str:
    if not outlet:
        return "no outlet named"
    count = sizes.get(outlet, 0)
    return "large (100 articles here)" if count >= 100 else "middle (10 to 99)" if count >= 10 else "small (under 10)"


def region(outlet: str) -> str:
    """By the country in the outlet's domain: all that the data say."""
    if not outlet:
        return "no outlet named"
    end = outlet.rpartition(".")[2]
    return "generic domain, mostly US" if end in _GENERIC else "country domain outside the US"
