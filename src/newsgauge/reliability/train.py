"""From labelled texts to a model: they are annotated, the scorecard is fitted, cross-validated and written."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from newsgauge import impressions
from newsgauge.article import ITEMS, Article
from newsgauge.errors import LabelsError, ModelError
from newsgauge.impressions import Bag, Impressions
from newsgauge.reliability.crossvalidation import report
from newsgauge.reliability.curves import Floats
from newsgauge.reliability.fitting import Gold, Settings, fit
from newsgauge.reliability.labelled import LabelledText, describe, read_labels
from newsgauge.reliability.model import SCHEMA, Item, Logistic, Model, Origin, Reads, Spec
from newsgauge.reliability.modelfile import WORDS, dumps, load, sealed
from newsgauge.reliability.words import LEAST, Words, known, targets

if TYPE_CHECKING:
    from newsgauge.document import Document

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
    words: Words | None = None,
    table: Impressions | None = None,
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
    words : Words, optional
        The texts' words, for impressions of their own.
    table : Impressions, optional
        The table that goes with the model: learnt on these words, or the one the features were measured with.

    Returns
    -------
    Model
        As its file gives it back; the same data and seed give the same bytes.
    """
    settings = settings or Settings()
    model = fit(matrix, specs, labels, settings, name, version, words)
    figures = {**report(matrix, specs, labels, settings, command, words), **(about or {})}
    digest = hashlib.sha256(impressions.dumps(table)).hexdigest() if table else ""
    return replace(sealed(replace(model, evaluation=figures, words=digest), specs), table=table)


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

    labels = gold_of(texts)
    about = {"data": describe(texts), "learnt": _learnt()}
    matrix, words, table = read(texts, labels)
    return train(
        matrix, CATALOGUE, labels, settings,
        name=name, version=version, command=command, about=about, words=words, table=table,
    )  # fmt: skip


def gold_of(texts: Sequence[LabelledText]) -> Gold:
    """The gold of labelled texts, as arrays; an item that no text has is 0 everywhere, so that it brings nothing."""
    items = np.array([[text.items[item] for item in ITEMS] for text in texts], np.float64).reshape(-1, len(ITEMS))
    items[:, np.isnan(items).all(axis=0)] = 0.0
    return Gold(
        items,
        np.array([text.reliability for text in texts], np.float64),
        tuple(text.genre for text in texts),
        tuple(text.group for text in texts),
    )


def read(texts: Sequence[LabelledText], labels: Gold) -> tuple[Floats, Words | None, Impressions | None]:
    """Features of the texts; many texts get a table of their own, few the one that ships."""
    if len(texts) < LEAST:
        shipped = load().table
        table = shipped if isinstance(shipped, Impressions) else None
        return measured((text.article for text in texts), table), None, table
    recorder = Recorder()
    matrix = measured((text.article for text in texts), recorder)
    words = Words.of(recorder.read, known())
    return matrix, words, words.table(targets(labels.items, labels.genres), (text.article.text for text in texts))


def write(model: Model, folder: Path) -> Path:
    """Write ``model.json``, and ``words.npz`` where it has one, into a folder, which is made if absent."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / "model.json"
    place.write_bytes(dumps(model))
    (folder / WORDS).unlink(missing_ok=True)
    if isinstance(model.table, Impressions):
        (folder / WORDS).write_bytes(impressions.dumps(model.table))
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


class Recorder:
    """Stands in for a table while texts are measured, and keeps what one would be learnt on."""

    def __init__(self) -> None:
        self.read: list[Sequence[Bag]] = []

    def of(self, document: Document) -> dict[str, float]:
        self.read.append(impressions.bags(document))
        return impressions.measurable(document)


def measured(articles: Iterable[Article], table: Reads | None = None) -> Floats:
    """Features of articles, shape (n, features of the catalogue), NaN where unknown."""
    from newsgauge.core import annotate_many
    from newsgauge.features import CATALOGUE

    rows = []
    for annotation in annotate_many(articles, model=replace(_blank(), table=table)):
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
