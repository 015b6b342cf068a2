"""From labelled texts to a model: they are annotated, the scorecard is fitted, cross-validated and written."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from newsgauge.article import ITEMS, Article
from newsgauge.errors import LabelsError, ModelError
from newsgauge.reliability.crossvalidation import report
from newsgauge.reliability.curves import Floats
from newsgauge.reliability.fitting import Gold, Settings, fit
from newsgauge.reliability.labelled import LabelledText, describe, read_labels
from newsgauge.reliability.model import SCHEMA, Item, Logistic, Model, Origin, Spec
from newsgauge.reliability.modelfile import dumps, sealed

__all__ = ["Gold", "LabelledText", "Settings", "read_labels", "train", "train_on", "write"]


def train(
    matrix: Floats,
    specs: Sequence[Spec],
    labels: Gold,
    settings: Settings | None = None,
    *,
    name: str = "mine",
    version: str = "1",
    command: str = "",
    about: dict[str, Any] | None = None,
) -> Model:
    """Fit, cross-validate and seal a model.

    Parameters
    ----------
    matrix : ndarray, shape (n, len(specs))
        Features, NaN where unknown.
    command : str
        How to repeat it; stands in the file.
    about : dict, optional
        What else belongs into the file's ``evaluation``: the data, what was learnt from whom.

    Returns
    -------
    Model
        As its file gives it back; the same data and seed give the same bytes.
    """
    settings = settings or Settings()
    model = fit(matrix, specs, labels, settings, name, version)
    return sealed(
        replace(model, evaluation={**report(matrix, specs, labels, settings, command), **(about or {})}), specs
    )


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
    about = {"data": describe(texts), "learnt": _learnt()}
    matrix = measured(text.article for text in texts)
    return train(matrix, CATALOGUE, labels, settings, name=name, version=version, command=command, about=about)


def write(model: Model, folder: Path) -> Path:
    """Write ``model.json`` into a folder, which is made if absent."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / "model.json"
    place.write_bytes(dumps(model))
    return place


def _learnt() -> dict[str, Any]:
    """What the learnt tables behind some features were made from, as they say themselves."""
    from newsgauge import learnt

    found: dict[str, Any] = {}
    for name in learnt.NAMES:
        try:
            about = learnt.load(name).about
        except ModelError:
            continue  # a table may be left out of an installation: its features are unknown then
        found[name] = {key: about[key] for key in ("learnt_from", "licence", "examples") if key in about}
    return found


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
