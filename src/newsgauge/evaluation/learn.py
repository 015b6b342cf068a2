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
from newsgauge.article import Range, Span
from newsgauge.detectors import attribution as attributions
from newsgauge.detectors import loaded_wording
from newsgauge.detectors import residue as leftovers
from newsgauge.document import Document
from newsgauge.errors import LabelsError
from newsgauge.evaluation import cues, tagging
from newsgauge.evaluation.corpora import rows
from newsgauge.evaluation.vectors import Vectors, vectors

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

PTC_TECHNIQUES: Final = frozenset(
    {"Loaded_Language", "Name_Calling,Labeling", "Name_Calling", "Exaggeration,Minimisation", "Exaggeration"}
)
Buckets = NDArray[np.intp]


class Example(NamedTuple):
    """One stretch of text to learn from.

    ``label`` is a class name, or a probability for a yes/no question; ``group`` is what must not be split between folds;
    ``domain`` marks examples from a second corpus, whose base rate is not to be learnt; ``tagged`` are its single words.
    """

    words: Buckets
    pairs: Buckets
    shapes: NDArray[np.float32]
    label: str | float
    group: str
    domain: bool = False
    tagged: tagging.Tagged | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A table to learn: where its examples come from, its size, the strength of its prior."""

    name: str
    strength: float  # inverse regularisation C, chosen by 5-fold cross-validation by group
    corpora: tuple[str, ...]
    licence: str
    examples: Callable[[Path, int], Iterator[Example]]
    classes: tuple[str, ...] = ("yes",)
    bits: int = learnt.BITS
    scale: float = 0.0  # of the word vectors beside words and pairs; 0 where they don't help
    hashed: bool = True  # words have weights of their own
    rarity: bool = False  # rare buckets are believed sooner
    balance: float = 0.0  # power of the inverse class frequency that weighs an example


def word_buckets(document: Document, first: int, end: int, bits: int) -> tuple[Buckets, Buckets]:
    """Buckets of the words and pairs of a range, as `learnt.scores` reads them."""
    words, pairs = document.buckets(bits)
    return words[first:end], pairs[first : max(end - 1, first)]


_NONE: Final = np.zeros(0, np.float32)
_NO_PAIRS: Final = np.zeros(0, np.intp)


def loaded(corpora: Path, bits: int) -> Iterator[Example]:
    for row in rows(corpora, "loaded_ptc"):
        document = _settled(row["text"])
        if len(document):
            marked = [Span(start, end) for technique, start, end in row["spans"] if technique in PTC_TECHNIQUES]
            yield _loaded(document, bits, bool(row["loaded"]) or bool(marked), f"ptc {row['article']}", marked)
    for row in rows(corpora, "loaded_babe"):
        if row["label_bias"] in ("Biased", "Non-biased"):
            document = _settled(row["text"])
            marked = list(tagging.places(document, tagging.listed(row["biased_words"])))
            one = _loaded(document, bits, row["label_bias"] == "Biased", f"babe {row['outlet']}", marked)
            yield one._replace(domain=True)


def _settled(text: str) -> Document:
    document = Document(text)
    document.settle(guess_title=False)
    return document


def _loaded(document: Document, bits: int, label: bool, group: str, marked: Sequence[Span]) -> Example:
    words, pairs = word_buckets(document, 0, len(document), bits)
    strength = learnt.strengths(document, loaded_wording.DETECTOR.find(document))[:-1]
    tagged = tagging.Tagged(words, pairs, strength, tagging.covered(document, marked))
    return Example(words, pairs, _NONE, float(label), group, tagged=tagged)


def attributed(corpora: Path, bits: int) -> Iterator[Example]:
    for row in rows(corpora, "attribution_polnear"):
        document = _settled(row["text"])
        read = [(document.tokens_of(start, end), has_cue, share) for start, end, has_cue, share in row["sents"]]
        kept = [one for one in read if one[0].end > one[0].first]
        if kept:
            ranges = [one[0] for one in kept]
            shapes = learnt.attributed_shapes(
                document, attributions.attributions(document), learnt.edges(ranges), learnt.flags(document)
            )
            for (place, has_cue, share), shape in zip(kept, shapes, strict=True):
                label = float(bool(has_cue) or share >= 0.5)
                yield Example(*word_buckets(document, *place, bits), shape, label, f"{row['split']} {row['id']}")


def residue(corpora: Path, bits: int) -> Iterator[Example]:
    for row in rows(corpora, "residue_lines"):
        document = Document(row["line"].replace("\n", " "))
        if len(document):
            found = leftovers.DETECTOR.find(document)
            document.settle(Span(f.start, f.end) for f in found if f.kind != "residue.truncated")
            shapes = learnt.line_shapes(document, learnt.edges(document.lines), learnt.flags(document))[0]
            words = word_buckets(document, 0, len(document), bits)
            yield Example(*words, shapes, float(row["label"] == "residue"), row["host"])


def clickbait(corpora: Path, bits: int) -> Iterator[Example]:
    for row in rows(corpora, "headline_webis17"):
        document = Document(row["post_text"])
        if len(document):
            title = Range(0, len(document))
            shapes = learnt.headline_shapes(document, title)[0]
            yield Example(*word_buckets(document, *title, bits), shapes, float(row["truth_mean"]), row["post_text"])


def translation(corpora: Path, bits: int) -> Iterator[Example]:
    for row in rows(corpora, "translation_roundtrip"):
        if row["kind"] == "roundtrip":
            grams = learnt.frame_buckets(_settled(row["text"]), bits)
            yield Example(grams, _NO_PAIRS, _NONE, float(row["label"] == "MT"), f"{row['year']} {row['doc']}")


def genre(labels: Path, bits: int) -> Iterator[Example]:
    from newsgauge.core import annotate

    reads = learnt.GenreReads.of(genre_about())
    votes: dict[str, list[str]] = {}
    for row in rows(labels, "judgements"):
        votes.setdefault(row["id"], []).append(row["genre"])
    for row in rows(labels, "texts"):
        genres = votes.get(row["id"], [])
        document = Document(row["text"])
        annotation = annotate(row["text"])
        values = {name: np.nan if value is None else value for name, value in annotation.features.items()}
        shapes = learnt.genre_shapes(reads, values, annotation.findings)
        group = row["outlet"] or row["id"]
        for label in genres if len(set(genres)) > 1 else genres[:1]:
            yield Example(document.buckets(bits)[0], _NO_PAIRS, shapes, label, group)


def genre_about() -> dict[str, Any]:
    """Features and kinds of findings the genre is read from."""
    from newsgauge import detectors
    from newsgauge.features import CATALOGUE

    families = ("genre", "transparency", "accountability", "headline", "residue")
    return {
        "features": [
            feature.name for feature in CATALOGUE if feature.family != "impression"
        ],  # learnt on the same texts
        "highs": [feature.high for feature in CATALOGUE if feature.family != "impression"],
        "kinds": sorted(kind for kind in detectors.kinds() if kind.partition(".")[0] in families),
    }


GENRES: Final = (
    "report", "analysis", "opinion", "advocacy", "satire", "fabrication", "press_release", "aggregation", "not_news", "other",
)  # fmt: skip
TASKS: Final = (
    Task(
        "loaded",
        2.0,
        ("loaded_ptc", "loaded_babe"),
        "PTC: research licence; BABE: AGPL file, CC BY-NC card",
        loaded,
        scale=3.0,
    ),
    Task("attributed", 2.0, ("attribution_polnear",), "PolNeAR v1.0.0: unstated", attributed, scale=1.0),
    Task("residue", 3.0, ("residue_lines",), "scrapinghub/article-extraction-benchmark: MIT", residue),
    Task(
        "clickbait",
        2.0,
        ("headline_webis17",),
        "Webis-Clickbait-17: CC BY 4.0 (mirror: unstated)",
        clickbait,
        scale=4.0,
    ),
    Task("translation", 1.0, ("translation_roundtrip",), "HT-vs-MT: MIT", translation, bits=17, rarity=True),
    Task("genre", 0.5, ("judgements", "texts"), "newsgauge labels", genre, GENRES, scale=1.0, hashed=False),
)


def design(examples: Sequence[Example], task: Task, known: Vectors | None) -> csr_matrix:
    """Matrix of the examples: words and pairs over the root of their number, vectors, shapes, the domain column."""
    from scipy.sparse import csr_matrix, hstack

    counts = np.array([len(example.words) + len(example.pairs) for example in examples])
    root = np.sqrt(np.maximum(counts, 1))
    words = _bags([example.words for example in examples], root, task.bits)
    parts = [words, _bags([example.pairs for example in examples], root, task.bits)] if task.hashed else []
    if task.scale:
        parts.append(csr_matrix((words @ _vectors(task, known)) * task.scale))
    shapes = np.stack([example.shapes for example in examples])
    domain = np.array([float(example.domain) for example in examples])
    return csr_matrix(hstack([*parts, csr_matrix(np.column_stack([shapes, domain]))]))


def _vectors(task: Task, known: Vectors | None) -> Vectors:
    return np.zeros((1 << task.bits, 1), np.float32) if known is None else known


def _bags(rows_: Sequence[Buckets], root: NDArray[np.float64], bits: int) -> csr_matrix:
    from scipy.sparse import csr_matrix

    counts = np.array([len(row) for row in rows_])
    pointers = np.concatenate([[0], np.cumsum(counts)])
    made = csr_matrix(
        (np.repeat(1 / root, counts), np.concatenate(rows_).astype(np.int64), pointers), shape=(len(rows_), 1 << bits)
    )
    made.sum_duplicates()
    return made


def fit(
    task: Task, examples: Sequence[Example], about: dict[str, Any], known: Vectors | None = None, seed: int = 0
) -> learnt.Table:
    """Logistic regression over the examples; a probability label counts as that much of a yes and the rest of a no.

    Examples with single words are tagged by halves of the groups, each half by what was learnt on the other, so that the
    line's own labels don't speak through its words.
    """
    tagger = None
    if examples[0].tagged is not None:
        tagger, examples = _tag(examples, _vectors(task, known), seed)
    matrix = design(examples, task, known)
    rare = _rarity(matrix) if task.rarity else None
    coefficients, bias = _logistic(task, matrix if rare is None else matrix.multiply(rare).tocsr(), examples)
    if rare is not None:
        coefficients = coefficients * rare
    words, pairs, shapes = _unfold(task, coefficients, known)
    return learnt.Table(
        task.name, words, pairs, shapes, np.asarray(bias, np.float64).round(6), task.classes, about, tagger
    )


def _tag(examples: Sequence[Example], known: Vectors, seed: int) -> tuple[learnt.Table, list[Example]]:
    groups = sorted({example.group for example in examples})
    half = {groups[k] for k in np.random.default_rng(seed).permutation(len(groups))[: len(groups) // 2]}
    sides = [[e.tagged for e in examples if e.tagged and (e.group in half) == side] for side in (True, False)]
    one, other = (tagging.fit(side, known) for side in sides)
    shaped = [_shaped(other if example.group in half else one, example) for example in examples]
    return tagging.mean(one, other), shaped


def _shaped(tagger: learnt.Table, example: Example) -> Example:
    return example if example.tagged is None else example._replace(shapes=tagging.shapes(tagger, example.tagged))


def _rarity(matrix: csr_matrix) -> NDArray[np.float64]:
    """Inverse document frequency of each column, 0 for what only one example shows."""
    seen = np.bincount(matrix.indices, minlength=matrix.shape[1])
    return np.where(seen > 1, np.log((1 + matrix.shape[0]) / (1 + seen)) + 1, 0.0)


def _logistic(
    task: Task, matrix: csr_matrix, examples: Sequence[Example]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    from scipy.sparse import vstack
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=task.strength, max_iter=400)
    if task.classes == ("yes",):
        yes = np.array([float(example.label) for example in examples])
        both = np.concatenate([np.ones(len(yes)), np.zeros(len(yes))])
        weights = np.concatenate([yes, 1 - yes])
        keep = weights > 0
        model.fit(vstack([matrix, matrix]).tocsr()[keep], both[keep], sample_weight=weights[keep])
        return model.coef_, model.intercept_
    labels = np.array([task.classes.index(str(example.label)) for example in examples])
    counts = np.bincount(labels, minlength=len(task.classes))
    model.fit(matrix, labels, sample_weight=(counts.max() / counts[labels]) ** task.balance)
    coefficients = np.zeros((len(task.classes), matrix.shape[1]))
    bias = np.full(len(task.classes), -20.0)
    coefficients[model.classes_], bias[model.classes_] = model.coef_, model.intercept_
    return coefficients, bias


def _unfold(
    task: Task, coefficients: NDArray[np.float64], known: Vectors | None
) -> tuple[learnt.Singles, learnt.Singles, learnt.Singles]:
    """Weights of words, pairs and shapes; what was learnt of vectors is added to the words."""
    size = 1 << task.bits
    columns = coefficients[:, :-1].T
    words, pairs = np.zeros((size, len(task.classes))), np.zeros((0, len(task.classes)))
    if task.hashed:
        words, pairs, columns = columns[:size].copy(), columns[size : 2 * size], columns[2 * size :]
    if task.scale:
        space = _vectors(task, known)
        words += space @ (columns[: space.shape[1]] * task.scale)
        columns = columns[space.shape[1] :]
    if not np.abs(pairs).max(initial=0):
        pairs = pairs[:0]
    return _rounded(words), _rounded(pairs), columns.astype(np.float32)


def _rounded(weights: NDArray[np.float64]) -> learnt.Singles:
    """As they are stored, in half precision."""
    return weights.astype(np.float16).astype(np.float32)


def predict(table: learnt.Table, examples: Sequence[Example]) -> NDArray[np.float64]:
    """Probabilities of the examples by a table, shape (n, classes)."""
    if table.tagger is not None:
        examples = [_shaped(table.tagger, example) for example in examples]
    scores = np.stack([_score(table, example) for example in examples]).astype(np.float64) + table.bias
    return learnt.softmax(scores) if len(table.bias) > 1 else learnt.logistic(scores)


def _score(table: learnt.Table, example: Example) -> learnt.Singles:
    total = table.weights[example.words].sum(0)
    if len(table.pairs):
        total = total + table.pairs[example.pairs].sum(0)
    root = np.sqrt(max(len(example.words) + len(example.pairs), 1))
    return np.asarray(total / root + example.shapes @ table.shapes)


def learn(task: Task, folder: Path, known: Vectors | None = None, seed: int = 0) -> learnt.Table:
    """The table of a task from all its examples."""
    examples = list(task.examples(folder, task.bits))
    about = {
        "learnt_from": [*task.corpora, *(("articles",) if task.scale and known is not None else ())],
        "licence": task.licence,
        "examples": len(examples),
        "strength": task.strength,
        "seed": seed,
        "fingerprint": fingerprint(examples),
    }
    return fit(task, examples, about | (genre_about() if task.name == "genre" else {}), known, seed)


def fingerprint(examples: Sequence[Example]) -> str:
    """SHA-256 of what was learnt from, in order: no text can be read from it."""
    digest = hashlib.sha256()
    for example in examples:
        digest.update(example.words.tobytes())
        digest.update(str(example.label).encode())
    return digest.hexdigest()


def ship(corpora: Path, labels: Path | None, without: frozenset[str] = frozenset()) -> Iterator[tuple[str, int]]:
    """Write every table whose data are there into the package; yields name and size in bytes.

    The genre comes last: it reads features, and they read the other tables.

    Raises
    ------
    LabelsError
        A corpus is missing, or ``without`` names no table.
    """
    names = [cues.NAME, *(task.name for task in TASKS)]
    if unknown := without.difference(names):
        raise LabelsError(f"--without: expected names among {', '.join(names)}, found {', '.join(unknown)}")
    folder = Path(learnt.__file__).parent / "lexicons" / "weights"
    folder.mkdir(exist_ok=True)
    if cues.NAME not in without:  # first: attributions are read with it, and other tables read attributions
        yield from cues.ship(corpora)
    else:
        (folder / f"{cues.NAME}.npz").unlink(missing_ok=True)
    for task in TASKS:
        source = labels if task.name == "genre" else corpora
        if task.name in without or source is not None:  # one of an older format must not stop what reads features
            (folder / f"{task.name}.npz").unlink(missing_ok=True)
        learnt.forget()
        if source is None or task.name in without:
            continue
        content = learnt.save(learn(task, source, vectors(corpora) if task.scale else None))
        (folder / f"{task.name}.npz").write_bytes(content)
        yield task.name, len(content)
    learnt.forget()
