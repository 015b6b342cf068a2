"""Learn the tables of `newsgauge.learnt` from the corpora: ``newsgauge train --corpora DIR``.

Each task is a function that yields examples; one learner fits them all. The same seed and corpora give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import learnt
from newsgauge.article import Range
from newsgauge.document import Document
from newsgauge.errors import LabelsError
from newsgauge.evaluation import cues
from newsgauge.evaluation.corpora import rows

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

PTC_TECHNIQUES: Final = frozenset(
    {"Loaded_Language", "Name_Calling,Labeling", "Name_Calling", "Exaggeration,Minimisation", "Exaggeration"}
)


class Example(NamedTuple):
    """One stretch of text to learn from.

    ``label`` is a class name, or a probability for a yes/no question; ``group`` is what must not be split between folds;
    ``domain`` marks examples from a second corpus, whose base rate is not to be learnt.
    """

    buckets: NDArray[np.intp]
    shapes: NDArray[np.float32]
    label: str | float
    group: str
    domain: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A table to learn: where its examples come from, its size, the strength of its prior."""

    name: str
    bits: int
    strength: float  # inverse regularisation C, chosen by 5-fold cross-validation by group
    corpora: tuple[str, ...]
    licence: str
    examples: Callable[[Path, int], Iterator[Example]]
    classes: tuple[str, ...] = ("yes",)


def word_buckets(document: Document, first: int, end: int, bits: int) -> NDArray[np.intp]:
    """Buckets of the words and pairs of a range, as `learnt.linear` reads them."""
    words, pairs = document.buckets(bits)
    return np.concatenate([words[first:end], pairs[first : max(end - 1, first)]])


_NONE: Final = np.zeros(0, np.float32)


def loaded(corpora: Path, bits: int) -> Iterator[Example]:
    for row in rows(corpora, "loaded_ptc"):
        document = Document(row["text"])
        if len(document):
            hit = bool(row["loaded"]) or any(technique in PTC_TECHNIQUES for technique, _, _ in row["spans"])
            yield Example(word_buckets(document, 0, len(document), bits), _NONE, float(hit), f"ptc {row['article']}")
    for row in rows(corpora, "loaded_babe"):
        if row["label_bias"] in ("Biased", "Non-biased"):
            document = Document(row["text"])
            words = word_buckets(document, 0, len(document), bits)
            yield Example(words, _NONE, float(row["label_bias"] == "Biased"), f"babe {row['outlet']}", domain=True)


def attributed(corpora: Path, bits: int) -> Iterator[Example]:
    for row in rows(corpora, "attribution_polnear"):
        document = Document(row["text"])
        for start, end, has_cue, share in row["sents"]:
            first, last = document.tokens_of(start, end)
            if last > first:
                label = float(bool(has_cue) or share >= 0.5)
                yield Example(word_buckets(document, first, last, bits), _NONE, label, f"{row['split']} {row['id']}")


def residue(corpora: Path, bits: int) -> Iterator[Example]:
    for row in rows(corpora, "residue_lines"):
        document = Document(row["line"].replace("\n", " "))
        if len(document):
            shapes = learnt.line_shapes(document, [Range(0, len(document))])[0]
            words = word_buckets(document, 0, len(document), bits)
            yield Example(words, shapes, float(row["label"] == "residue"), row["host"])


def clickbait(corpora: Path, bits: int) -> Iterator[Example]:
    for row in rows(corpora, "headline_webis17"):
        document = Document(row["post_text"])
        if len(document):
            title = Range(0, len(document))
            shapes = learnt.headline_shapes(document, title)[0]
            yield Example(word_buckets(document, *title, bits), shapes, float(row["truth_mean"]), row["post_text"])


def translation(corpora: Path, bits: int) -> Iterator[Example]:
    for row in rows(corpora, "translation_roundtrip"):
        if row["kind"] == "roundtrip":
            document = Document(row["text"])
            document.settle(guess_title=False)
            grams = learnt.frame_buckets(document, bits)
            yield Example(grams, _NONE, float(row["label"] == "MT"), f"{row['year']} {row['doc']}")


def genre(labels: Path, bits: int) -> Iterator[Example]:
    votes: dict[str, list[str]] = {}
    for row in rows(labels, "judgements"):
        votes.setdefault(row["id"], []).append(row["genre"])
    for row in rows(labels, "texts"):
        genres = votes.get(row["id"], [])
        document = Document(row["text"])
        group = row["outlet"] or row["id"]
        for label in genres if len(set(genres)) > 1 else genres[:1]:
            yield Example(document.buckets(bits)[0], _NONE, label, group)


GENRES: Final = (
    "report", "analysis", "opinion", "advocacy", "satire", "fabrication", "press_release", "aggregation", "not_news", "other",
)  # fmt: skip
TASKS: Final = (
    Task(
        "loaded",
        17,
        10.0,
        ("loaded_ptc", "loaded_babe"),
        "PTC: research licence; BABE: AGPL file, CC BY-NC card",
        loaded,
    ),
    Task("attributed", 17, 3.0, ("attribution_polnear",), "PolNeAR v1.0.0: unstated", attributed),
    Task("residue", 16, 3.0, ("residue_lines",), "scrapinghub/article-extraction-benchmark: MIT", residue),
    Task("clickbait", 17, 3.0, ("headline_webis17",), "Webis-Clickbait-17: CC BY 4.0 (mirror: unstated)", clickbait),
    Task("translation", 17, 100.0, ("translation_roundtrip",), "HT-vs-MT: MIT", translation),
    Task("genre", 15, 3.0, ("judgements", "texts"), "newsgauge labels", genre, GENRES),
)


def design(examples: Sequence[Example], bits: int) -> csr_matrix:
    """Matrix of the examples: buckets scaled by 1/sqrt(their number), then shapes, then the domain column."""
    from scipy.sparse import csr_matrix, hstack

    counts = np.array([len(example.buckets) for example in examples])
    columns = np.concatenate([example.buckets for example in examples]).astype(np.int64)
    values = np.repeat(1 / np.sqrt(np.maximum(counts, 1)), counts)
    pointers = np.concatenate([[0], np.cumsum(counts)])
    words = csr_matrix((values, columns, pointers), shape=(len(examples), 1 << bits))
    words.sum_duplicates()
    rest = np.column_stack(
        [np.stack([example.shapes for example in examples]), np.array([float(example.domain) for example in examples])]
    )
    return csr_matrix(hstack([words, csr_matrix(rest)]))


def fit(task: Task, examples: Sequence[Example], about: dict[str, Any]) -> learnt.Table:
    """Logistic regression over the examples; a probability label counts as that much of a yes and the rest of a no."""
    from sklearn.linear_model import LogisticRegression

    matrix = design(examples, task.bits)
    model = LogisticRegression(C=task.strength, max_iter=400)
    if task.classes == ("yes",):
        from scipy.sparse import vstack

        yes = np.array([float(example.label) for example in examples])
        both = np.concatenate([np.ones(len(yes)), np.zeros(len(yes))])
        weights = np.concatenate([yes, 1 - yes])
        keep = weights > 0
        model.fit(vstack([matrix, matrix]).tocsr()[keep], both[keep], sample_weight=weights[keep])
        coefficients, bias = model.coef_, model.intercept_
    else:
        labels = np.array([task.classes.index(str(example.label)) for example in examples])
        model.fit(matrix, labels)
        coefficients = np.zeros((len(task.classes), matrix.shape[1]))
        bias = np.full(len(task.classes), -20.0)
        coefficients[model.classes_], bias[model.classes_] = model.coef_, model.intercept_
    size = 1 << task.bits
    weights16 = coefficients[:, :size].T.astype(np.float16).astype(np.float32)
    shapes = coefficients[:, size:-1].T.astype(np.float32)
    return learnt.Table(task.name, weights16, shapes, np.asarray(bias, np.float64).round(6), task.classes, about)


def predict(table: learnt.Table, examples: Sequence[Example]) -> NDArray[np.float64]:
    """Probabilities of the examples by a table, shape (n, classes)."""
    scores = np.stack(
        [table.weights[e.buckets].sum(0) / np.sqrt(max(len(e.buckets), 1)) + e.shapes @ table.shapes for e in examples]
    )
    scores += table.bias
    return learnt.softmax(scores) if len(table.bias) > 1 else learnt.logistic(scores)


def learn(task: Task, folder: Path) -> learnt.Table:
    """The table of a task from all its examples."""
    examples = list(task.examples(folder, task.bits))
    about = {
        "learnt_from": list(task.corpora),
        "licence": task.licence,
        "examples": len(examples),
        "strength": task.strength,
        "fingerprint": fingerprint(examples),
    }
    return fit(task, examples, about)


def fingerprint(examples: Sequence[Example]) -> str:
    """SHA-256 of what was learnt from, in order: no text can be read from it."""
    digest = hashlib.sha256()
    for example in examples:
        digest.update(example.buckets.tobytes())
        digest.update(str(example.label).encode())
    return digest.hexdigest()


def ship(corpora: Path, labels: Path | None, without: frozenset[str] = frozenset()) -> Iterator[tuple[str, int]]:
    """Write every table whose data are there into the package; yields name and size in bytes.

    Raises
    ------
    LabelsError
        A corpus is missing, or ``without`` names no table.
    """
    names = [*(task.name for task in TASKS), cues.NAME]
    if unknown := without.difference(names):
        raise LabelsError(f"--without: expected names among {', '.join(names)}, found {', '.join(unknown)}")
    folder = Path(learnt.__file__).parent / "lexicons" / "weights"
    folder.mkdir(exist_ok=True)
    for task in TASKS:
        source = labels if task.name == "genre" else corpora
        if task.name in without:
            (folder / f"{task.name}.npz").unlink(missing_ok=True)
        if source is None or task.name in without:
            continue
        content = learnt.save(learn(task, source))
        (folder / f"{task.name}.npz").write_bytes(content)
        yield task.name, len(content)
    if cues.NAME in without:
        (folder / f"{cues.NAME}.npz").unlink(missing_ok=True)
    else:
        yield from cues.ship(corpora)
    learnt.load.cache_clear()
    learnt.available.cache_clear()
