"""A check by other people: hyperpartisan or not, as three readers each judged it (SemEval-2019 task 4, by article)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsgauge import metrics
from newsgauge.article import Article
from newsgauge.evaluation.corpora import rows
from newsgauge.evaluation.resampling import auc_of
from newsgauge.evaluation.task import Figure, Folders
from newsgauge.features import CATALOGUE
from newsgauge.impressions import FEATURES, Impressions, fingerprints
from newsgauge.reliability.curves import Floats
from newsgauge.reliability.fitting import fold_numbers
from newsgauge.reliability.modelfile import load
from newsgauge.reliability.scorecard import score
from newsgauge.reliability.train import Recorder, measured
from newsgauge.reliability.words import Words, filled, known

CORPUS: Final = "hyperpartisan19"
FOLDS: Final = 5
_NAMES: Final = tuple(feature.name for feature in CATALOGUE)


def figures(folders: Folders) -> Iterator[Figure]:
    """AUC of the shipped score as it is, on all and on texts the model never saw; and of a refit, by outlet."""
    read = [row for row in rows(folders.corpora, "articles") if row["corpus"] == CORPUS]
    if not read:
        return
    articles = [Article.of(row["text"], row["title"] or None) for row in read]
    partisan = np.array([str(row["label"]).lower() == "true" for row in read])
    groups = [str(row["domain"] or row["id"]) for row in read]
    model = load()
    table = model.table if isinstance(model.table, Impressions) else None
    shipped = measured(articles, table)
    raw = np.array([-score(model, dict(zip(_NAMES, one, strict=True))).raw for one in shipped.tolist()])
    yield Figure.of("shipped score as it is", "AUC", auc_of(raw, partisan, groups), len(raw))
    new = np.flatnonzero(~_seen(table, articles))
    if 0 < len(new) < len(raw):
        at = [groups[k] for k in new]
        yield Figure.of("shipped score, texts not trained on", "AUC", auc_of(raw[new], partisan[new], at), len(new), "")
    refitted, _ = _refitted(articles, partisan, groups)
    yield Figure.of("refitted", "AUC", auc_of(refitted, partisan, groups), len(raw))
    right = (refitted >= 0.5) == partisan
    yield Figure.of("refitted", "accuracy", metrics.bootstrap(lambda r: float(right[r].mean()), groups), len(raw))


def _seen(table: Impressions | None, articles: list[Article]) -> NDArray[np.bool_]:
    """Texts the shipped table was learnt on; a judged copy may hold a title or be cut, so its opening is looked for too."""
    if table is None:
        return np.zeros(len(articles), np.bool_)
    known_ = set(table.seen.tolist())
    return np.array([fingerprints([one.text])[0] in known_ for one in articles], np.bool_)


def _refitted(
    articles: list[Article], partisan: NDArray[np.bool_], groups: list[str]
) -> tuple[Floats, NDArray[np.int64]]:
    """Probabilities by logistic regression on the features, with impressions of partisanship learnt in each fold."""
    from sklearn.linear_model import LogisticRegression

    recorder = Recorder()
    matrix = measured(articles, recorder)
    words = Words.of(recorder.read, known())
    wanted = np.repeat(partisan.astype(np.float64)[:, None], len(FEATURES), axis=1)
    folds = fold_numbers(groups, FOLDS, 0)
    used = [at for at, feature in enumerate(CATALOGUE) if feature.item or feature.family in ("texture", "attribution")]
    found = np.zeros(len(articles))
    for fold in range(FOLDS):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        inner = fold_numbers([groups[k] for k in inside], FOLDS, 0)
        own = filled(matrix[inside], _NAMES, words.rows(inside).crossfitted(wanted[inside], inner))[:, used]
        other = filled(matrix[outside], _NAMES, words.predicted(inside, outside, wanted[inside]))[:, used]
        middle = np.nan_to_num(np.nanmedian(own, axis=0))
        own, other = (np.where(np.isnan(side), middle, side) for side in (own, other))
        mean, spread = own.mean(0), own.std(0) + 1e-9
        model = LogisticRegression(C=0.02, max_iter=1000).fit((own - mean) / spread, partisan[inside])
        found[outside] = model.predict_proba(np.clip((other - mean) / spread, -4, 4))[:, 1]
    return found, folds
