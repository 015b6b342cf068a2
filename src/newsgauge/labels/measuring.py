"""What the core says of texts, as `suggest` reads it: features, and how unsure the scorecard is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge.article import ITEMS, Annotation
from newsgauge.config import THRESHOLDS
from newsgauge.core import annotate_many
from newsgauge.errors import LabelsError
from newsgauge.features import CATALOGUE
from newsgauge.labels.suggest import Floats, Known
from newsgauge.labels.texts import Text, sha256
from newsgauge.reliability.fitting import SOUND, Gold
from newsgauge.reliability.model import Spec
from newsgauge.reliability.train import measured, read_labels

_SHORTEST: Final = THRESHOLDS["min_words"] or 0.0
_UNKNOWN: Final = 0.5  # where the scorecard abstains it knows no more than a coin


def labelled(place: Path) -> tuple[Known, frozenset[str]]:
    """What was labelled already, and the fingerprints of its texts.

    Raises
    ------
    LabelsError
        The labels can't be read.
    """
    texts = read_labels(place)
    if not texts:
        raise LabelsError(f"{place}: no text with a reliability; expected at least one")
    known = Known(
        measured(text.article for text in texts),
        np.array([text.reliability for text in texts], np.float64),
        tuple(text.group for text in texts),
    )
    return known, frozenset(sha256(text.article.text) for text in texts)


class Candidates(NamedTuple):
    """Texts the scorecard is for, their features, shape (n, k), and how unsure it is of them, 0 to .5, shape (n,)."""

    texts: list[Text]
    matrix: Floats
    uncertainty: Floats


def candidates(texts: Sequence[Text]) -> Candidates:
    """What the core says of texts; the too short and those in another language are left out: no label helps there."""
    kept, rows, unsure = [], [], []
    for text, annotation in zip(texts, annotate_many(text.article() for text in texts), strict=True):
        if _sound(annotation).n_words < _SHORTEST or annotation.lang != "en":
            continue
        kept.append(text)
        values = (annotation.features[feature.name] for feature in CATALOGUE)
        rows.append([math.nan if value is None else value for value in values])
        unsure.append(_UNKNOWN if annotation.confidence is None else 1 - annotation.confidence)
    return Candidates(kept, np.array(rows, np.float64).reshape(-1, len(CATALOGUE)), np.array(unsure, np.float64))


def annotated(texts: Sequence[Text]) -> list[Annotation]:
    """What the core says of each text.

    Raises
    ------
    LabelsError
        It failed on one.
    """
    found = list(annotate_many(text.article() for text in texts))
    return [_sound(annotation) for annotation in found]


def _sound(annotation: Annotation) -> Annotation:
    if annotation.status == "failed":
        raise LabelsError(f"{annotation.place or annotation.id}: {annotation.reason}")
    return annotation


class Judged(NamedTuple):
    """Gold texts as the core sees them, whether each is sound (reliability of 4 or more), and their groups."""

    annotations: list[Annotation]
    sound: NDArray[np.bool_]
    groups: tuple[str, ...]


def judged(place: Path) -> Judged:
    """Gold of a file or folder."""
    texts = read_labels(place)
    found = [_sound(annotation) for annotation in annotate_many(text.article for text in texts)]
    return Judged(
        found, np.array([text.reliability >= SOUND for text in texts], np.bool_), tuple(t.group for t in texts)
    )


def trainable(place: Path) -> tuple[Floats, Sequence[Spec], Gold, list[Text]]:
    """Features, their names and gold, as `reliability.train` fits them, and the texts."""
    texts = read_labels(place)
    gold = Gold(
        np.array([[text.items[item] for item in ITEMS] for text in texts], np.float64).reshape(-1, len(ITEMS)),
        np.array([text.reliability for text in texts], np.float64),
        tuple(text.genre for text in texts),
        tuple(text.group for text in texts),
    )
    known = [Text(t.article.text, sha256(t.article.text), t.article.id, outlet=t.group) for t in texts]
    return measured(text.article for text in texts), CATALOGUE, gold, known
