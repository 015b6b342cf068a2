"""Learn which words are cues and where: the table ``cue`` and the rates of the cue lists, from PolNeAR's training part."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import lexicons
from newsgauge.detectors import residue
from newsgauge.detectors.attribution import likelihood
from newsgauge.document import Document
from newsgauge.evaluation.corpora import rows

CORPUS: Final = "attribution_polnear"
NAME: Final = likelihood.NAME
LISTS: Final = ("cue", "attitude")
STRENGTH: Final = 0.3  # inverse regularisation C, chosen on a fifth of the training articles
WEIGHT: Final = 5.0  # what a form is taken for before it is counted weighs as much as five occurrences
PRIORS: Final[Mapping[str, float]] = {"base": 0.3}  # base forms are often nouns; any other form: .6
DEFAULT: Final = 0.6


class Seen(NamedTuple):
    """The candidates of one article: buckets, shape (n, 19); cue or not; their forms."""

    buckets: NDArray[np.intp]
    cue: NDArray[np.bool_]
    forms: list[str]


def read(corpora: Path, split: str = "train") -> Iterator[Seen]:
    """Candidates of every article of a split."""
    for row in rows(corpora, CORPUS):
        if row["split"] == split:
            yield seen(row["text"], row["spans"])


def seen(text: str, spans: Iterable[tuple[str, str, list[tuple[int, int]]]]) -> Seen:
    document = Document(text)
    document.settle((f.span for f in residue.DETECTOR.find(document) if f.kind != "residue.truncated"), None, True)
    marked = np.zeros(len(document) + 1, np.bool_)
    for _, label, parts in spans:
        for start, end in parts if label == "Cue" else ():
            first, last = document.tokens_of(start, end)
            marked[first:last] = True
    places = likelihood.candidates(document)
    return Seen(likelihood.features(document, places), marked[places], [document.lower[at] for at in places])


def rates(articles: Iterable[Seen], entries: Iterable[list[str]]) -> Iterator[list[str]]:
    """Rows of a cue list with the share of each form's occurrences that are cues."""
    total: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for article in articles:
        total.update(article.forms)
        cues.update(form for form, hit in zip(article.forms, article.cue.tolist(), strict=True) if hit)
    for form, lemma, tense, stance, frames, _ in entries:
        prior = PRIORS.get(tense, DEFAULT)
        rate = (cues[form] + WEIGHT * prior) / (total[form] + WEIGHT)
        yield [form, lemma, tense, stance, frames, f"{rate:.2f}"]


def table(articles: Iterable[Seen], strength: float = STRENGTH) -> bytes:
    """The table ``cue`` as a file: logistic regression over the candidates of the articles."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    articles = list(articles)
    found = np.concatenate([one.buckets for one in articles])
    labels = np.concatenate([one.cue for one in articles])
    n, width = found.shape
    pointers = np.arange(0, n * width + 1, width)
    matrix = csr_matrix((np.ones(n * width), found.ravel(), pointers), shape=(n, 1 << likelihood.BITS))
    matrix.sum_duplicates()
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0).fit(matrix, labels)
    digest = hashlib.sha256(found.astype(np.int64).tobytes() + labels.tobytes()).hexdigest()
    about: dict[str, Any] = {
        "learnt_from": [CORPUS],
        "licence": "PolNeAR v1.0.0: unstated",
        "examples": n,
        "strength": strength,
        "fingerprint": digest,
    }
    return likelihood.save(model.coef_[0], round(float(model.intercept_[0]), 6), about)


def ship(corpora: Path) -> Iterator[tuple[str, int]]:
    """Write the rates and the table into the package; yields name and size in bytes."""
    articles = list(read(corpora))
    folder = Path(lexicons.__file__).parent
    for name in LISTS:
        path = folder / "words" / f"{name}.txt"
        text = path.read_text("utf-8")
        notes = [line for line in text.splitlines() if line.startswith("#")]
        counted = rates(articles, lexicons.rows(f"words/{name}.txt"))
        path.write_text("\n".join([*notes, *("\t".join(row) for row in counted)]) + "\n", "utf-8")
        yield name, path.stat().st_size
    content = table(articles)
    (folder / "weights" / f"{NAME}.npz").write_bytes(content)
    likelihood.forget()
    yield NAME, len(content)
