"""From judgements to a model: texts are annotated, gold is averaged, the scorecard is fitted and cross-validated."""

from __future__ import annotations

import gzip
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from newsgauge.article import ITEMS, Article, Span
from newsgauge.errors import LabelsError
from newsgauge.reliability.crossvalidation import report
from newsgauge.reliability.curves import Floats
from newsgauge.reliability.fitting import Gold, Settings, fit
from newsgauge.reliability.model import SCHEMA, Item, Logistic, Model, Origin, Spec
from newsgauge.reliability.modelfile import sealed

__all__ = ["Gold", "LabelledText", "Settings", "gold", "read_labels", "train", "train_on"]


class LabelledText(NamedTuple):
    """One text with the mean judgement of its annotators.

    Attributes
    ----------
    items : mapping
        Item -> 0 to 3; NaN where nobody could judge it.
    reliability : float
        1 to 5.
    group : str
        What must not be split: the outlet, else the id.
    """

    article: Article
    items: Mapping[str, float]
    reliability: float
    genre: str
    group: str


# -- labels ----------------------------------------------------------------------------------------------------------


def read_labels(place: Path) -> list[LabelledText]:
    """Texts with gold, from a folder or a file of one's own.

    Parameters
    ----------
    place : Path
        A folder with ``texts.jsonl[.gz]`` and ``judgements.jsonl[.gz]``, joined by ``id``; or one JSONL file whose
        lines hold ``text``, the items and ``reliability``; ``id``, ``outlet``, ``genre``, ``has_title`` and ``cut`` are
        welcome.

    Raises
    ------
    LabelsError
        A line that can't be read, a missing field, or a value outside the codebook's range; with file and line.
    """
    if not place.is_dir():
        return [_labelled(row, [row], where) for where, row in _lines(place)]
    by_text: dict[str, list[Mapping[str, Any]]] = {}
    for where, row in _lines(_one_of(place, "judgements")):
        by_text.setdefault(str(_field(row, "id", where)), []).append(row)
    texts = list(_lines(_one_of(place, "texts")))
    return [_labelled(row, by_text[row["id"]], where) for where, row in texts if _field(row, "id", where) in by_text]


def gold(judgements: Sequence[Mapping[str, Any]], where: str = "") -> tuple[dict[str, float], float, str]:
    """Mean of a text's judgements: items (null headlines left out), reliability, and the genre most of them named."""
    means = {item: _mean(judgements, item, 0, 3, where) for item in ITEMS}
    genres = Counter(str(row.get("genre") or "other") for row in judgements)
    return means, _mean(judgements, "reliability", 1, 5, where), genres.most_common(1)[0][0]


def _mean(judgements: Sequence[Mapping[str, Any]], name: str, low: int, high: int, where: str) -> float:
    values = [row[name] for row in judgements if row.get(name) is not None]
    for value in values:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise LabelsError(f"{where}: {name} must be a number from {low} to {high}, found {value!r}")
    return math.fsum(values) / len(values) if values else math.nan


def _labelled(row: Mapping[str, Any], judgements: Sequence[Mapping[str, Any]], where: str) -> LabelledText:
    text = _field(row, "text", where)
    if not isinstance(text, str):
        raise LabelsError(f"{where}: 'text' must be a string, found {type(text).__name__}")
    items, reliability, genre = gold(judgements, where)
    if math.isnan(reliability):
        raise LabelsError(f"{where}: no reliability; expected a number from 1 to 5")
    identity = str(row.get("id") or where)
    title = Span(0, len(text.split("\n", 1)[0].rstrip("\r"))) if row.get("has_title") else None
    article = Article(
        text, id=identity, title=title, guess_title="has_title" not in row, cut=bool(row.get("cut")), place=where
    )
    return LabelledText(article, items, reliability, genre, str(row.get("outlet") or identity))


def _field(row: Mapping[str, Any], name: str, where: str) -> Any:
    if name not in row:
        raise LabelsError(f"{where}: field {name!r} is missing; found {', '.join(row) or 'none'}")
    return row[name]


def _one_of(folder: Path, name: str) -> Path:
    for ending in (".jsonl.gz", ".jsonl"):
        if (folder / (name + ending)).is_file():
            return folder / (name + ending)
    raise LabelsError(f"{folder}: expected {name}.jsonl or {name}.jsonl.gz; give the folder that holds both files")


def _lines(place: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    with gzip.open(place, "rt", encoding="utf-8") if place.suffix == ".gz" else place.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as problem:
                raise LabelsError(f"{place}:{number}: not JSON ({problem})") from problem
            if not isinstance(row, dict):
                raise LabelsError(f"{place}:{number}: expected an object, found {type(row).__name__}")
            yield f"{place}:{number}", row


# -- fitting ---------------------------------------------------------------------------------------------------------


def train(
    matrix: Floats,
    specs: Sequence[Spec],
    labels: Gold,
    settings: Settings | None = None,
    *,
    name: str = "mine",
    version: str = "1",
    command: str = "",
) -> Model:
    """Fit, cross-validate and seal a model.

    Parameters
    ----------
    matrix : ndarray, shape (n, len(specs))
        Features, NaN where unknown.
    command : str
        How to repeat it; stands in the file.

    Returns
    -------
    Model
        As its file gives it back; the same data and seed give the same bytes.
    """
    settings = settings or Settings()
    model = fit(matrix, specs, labels, settings, name, version)
    return sealed(replace(model, evaluation=report(matrix, specs, labels, settings, command)), specs)


def train_on(
    texts: Sequence[LabelledText],
    settings: Settings | None = None,
    *,
    name: str = "mine",
    version: str = "1",
    command: str = "",
) -> Model:
    """Annotate labelled texts with this version's features and train on them."""
    from newsgauge.features import CATALOGUE

    labels = Gold(
        np.array([[text.items[item] for item in ITEMS] for text in texts], np.float64).reshape(-1, len(ITEMS)),
        np.array([text.reliability for text in texts], np.float64),
        tuple(text.genre for text in texts),
        tuple(text.group for text in texts),
    )
    return train(
        measured(text.article for text in texts),
        CATALOGUE,
        labels,
        settings,
        name=name,
        version=version,
        command=command,
    )


def measured(articles: Iterable[Article]) -> Floats:
    """Features of articles, shape (n, features of the catalogue), NaN where unknown."""
    from newsgauge.core import annotate_many
    from newsgauge.features import CATALOGUE

    rows = []
    for annotation in annotate_many(articles, model=_blank()):
        if annotation.status == "failed":
            raise LabelsError(f"{annotation.place or annotation.id}: {annotation.reason}")
        values = (annotation.features[feature.name] for feature in CATALOGUE)
        rows.append([math.nan if value is None else value for value in values])
    return np.array(rows, np.float64).reshape(-1, len(CATALOGUE))


def _blank() -> Model:
    """A scorecard without features, so that texts can be measured before there is a model."""
    return Model(
        schema=SCHEMA,
        name="blank",
        version="0",
        sha256="",
        created=Origin("", 0, 0, 0, 1.0, ""),
        base=50.0,
        items=tuple(Item(item, 0.0, 0.0, ()) for item in ITEMS),
        cuts=(20.0, 40.0, 60.0, 80.0),
        calibration=Logistic(0.0, 0.0),
        interval=(0.0, 0.0),
        evaluation={},
    )
