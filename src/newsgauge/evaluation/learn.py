"""Learn the tables of `newsgauge.learnt` from the corpora: ``newsgauge train --corpora DIR``.

Each task is a function that yields examples; one learner fits them all. The same seed and corpora give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgauge import learnt
from newsgauge.article import Article, Range, Span
from newsgauge.detectors import attribution as attributions
from newsgauge.detectors import loaded_wording
from newsgauge.detectors import residue as leftovers
from newsgauge.detectors.attribution import likelihood
from newsgauge.detectors.loaded_wording import learnt_spans
from newsgauge.document import Document
from newsgauge.evaluation import cues, newton, pages, tagging, threads
from newsgauge.evaluation.corpora import Row, rows
from newsgauge.evaluation.spans import article_of
from newsgauge.evaluation.vectors import Vectors, has_articles, names

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

PTC_TECHNIQUES: Final = frozenset(
    {"Loaded_Language", "Name_Calling,Labeling", "Name_Calling", "Exaggeration,Minimisation", "Exaggeration"}
)
_TECHNIQUE: Final = {"Loaded_Language": 0, "Name_Calling": 1, "Exaggeration": 2}  # places among tagging.TECHNIQUES
UNMARKED: Final = 40  # articles of each collection that stand for what nobody marked
UNMARKED_READ: Final = 2_500  # characters of each
UNMARKED_WEIGHT: Final = 0.5  # some of their words are loaded after all
Buckets = NDArray[np.intp]


class Example(NamedTuple):
    """One stretch of text to learn from.

    ``label`` is a class name, or a probability for a yes/no question; ``group`` is what must not be split between folds;
    ``domain`` marks examples from a second corpus, whose base rate is not to be learnt; ``tagged`` are its single words.
    ``named`` are the buckets of names, one array for all examples of a task that must not weigh whose name it is: words
    among them all stand in one bucket, and pairs with them are -1. ``placed`` says where a line stands; ``weight`` is how
    much the label counts.
    """

    words: Buckets
    pairs: Buckets
    shapes: NDArray[np.float32]
    label: str | float
    group: str
    domain: bool = False
    tagged: tagging.Tagged | None = None
    named: NDArray[np.bool_] | None = None
    placed: pages.Placed | None = None
    weight: float = 1.0


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
    further: Callable[[Path, int], Iterator[Example]] | None = None  # examples from the reference articles


def word_buckets(document: Document, first: int, end: int, bits: int) -> tuple[Buckets, Buckets]:
    """Buckets of the words and pairs of a range, as `learnt.scores` reads them."""
    words, pairs = document.buckets(bits)
    return words[first:end], pairs[first : max(end - 1, first)]


CROSSED: Final = 4  # parts of the training articles that the tables of cues are learnt without, in turn
_NONE: Final = np.zeros(0, np.float32)
_NO_PAIRS: Final = np.zeros(0, np.intp)


def loaded(corpora: Path, bits: int) -> Iterator[Example]:
    named = names(corpora)
    for row in rows(corpora, "loaded_ptc"):
        document = _settled(row["text"])
        if len(document):
            spans = [one for one in row["spans"] if one[0] in PTC_TECHNIQUES]
            marked = [(Span(start, end), _TECHNIQUE[technique.partition(",")[0]]) for technique, start, end in spans]
            label = bool(row["loaded"]) or bool(marked)
            yield _loaded(document, bits, label, f"ptc {row['article']}", marked, named)
    for row in rows(corpora, "loaded_babe"):
        if row["label_bias"] in ("Biased", "Non-biased"):
            document = _settled(row["text"])
            marked = [(span, -1) for span in tagging.places(document, tagging.listed(row["biased_words"]))]
            label, group = row["label_bias"] == "Biased", f"babe {row['outlet']}"
            yield _loaded(document, bits, label, group, marked, named, domain=True)
    yield from _unmarked(corpora, bits, named)


def _unmarked(corpora: Path, bits: int, named: NDArray[np.bool_]) -> Iterator[Example]:
    """Sentences of the reference articles, of every collection alike, in which the rules find nothing.

    Nobody marked them, and hardly any of their words are loaded: they tell vivid from loaded for the single words alone,
    in fields that the marked corpora never speak of.
    """
    if not has_articles(corpora):
        return
    taken: dict[str, int] = {}
    for row in rows(corpora, "articles"):
        number = taken[row["corpus"]] = taken.get(row["corpus"], -1) + 1
        if number % 3 or number >= 3 * UNMARKED:
            continue
        document = _settled(row["text"][:UNMARKED_READ])
        for first, end in document.sentences[:-1]:  # the last may be cut
            one = _settled(document.words(first, end))
            example = _loaded(one, bits, False, f"unmarked {row['corpus']} {row['id']}", (), named)
            if example.tagged is not None and not example.tagged.strength.any():
                tagged = example.tagged._replace(weight=UNMARKED_WEIGHT)
                yield example._replace(tagged=tagged, weight=0.0)


def _settled(text: str) -> Document:
    document = Document(text)
    document.settle(guess_title=False)
    return document


def _loaded(
    document: Document,
    bits: int,
    label: bool,
    group: str,
    marked: Sequence[tuple[Span, int]],
    named: NDArray[np.bool_],
    *,
    domain: bool = False,
) -> Example:
    """A sentence, its marked spans with their technique; ``named`` are the buckets of names, which all become one."""
    words, pairs = word_buckets(document, 0, len(document), bits)
    strength = learnt.strengths(document, loaded_wording.ruled(document))[:-1]
    technique = np.full(len(document), -1, np.int8)
    for span, number in marked:
        technique[slice(*document.tokens_of(*span))] = number
    words, pairs = _nameless(words, pairs, named)
    seen, spans = learnt_spans.span_flags(document.marks), tagging.covered(document, [span for span, _ in marked])
    tagged = tagging.Tagged(words, pairs, strength, seen, spans, technique, domain)
    return Example(words, pairs, _NONE, float(label), group, domain, tagged, named)


def _nameless(words: Buckets, pairs: Buckets, named: NDArray[np.bool_]) -> tuple[Buckets, Buckets]:
    """Words with all names as one, and pairs of neighbours with -1 for those that hold a name."""
    found = named[words]
    return np.where(found, _name_bucket(named), words), np.where(found[:-1] | found[1:], -1, pairs)


def _name_bucket(named: NDArray[np.bool_]) -> int:
    """The bucket that stands for all names."""
    return int(named.argmax())


def attributed(corpora: Path, bits: int) -> Iterator[Example]:
    """Sentences of PolNeAR, read with tables of cues that never saw their article: halves of the training part in turn."""
    read = list(rows(corpora, "attribution_polnear"))
    named = names(corpora)
    training = [row for row in read if row["split"] == "train"]
    for part in range(CROSSED):
        known = [cues.seen(row["text"], row["spans"]) for n, row in enumerate(training) if n % CROSSED != part]
        with likelihood.in_place(cues.table(known)[0]):
            for row in training[part::CROSSED]:
                yield from _attributed(row, bits, named)
    for row in read:
        if row["split"] != "train":
            yield from _attributed(row, bits, named)


def _attributed(row: Row, bits: int, named: NDArray[np.bool_]) -> Iterator[Example]:
    document = _settled(row["text"])
    read = [(document.tokens_of(start, end), has_cue, share) for start, end, has_cue, share in row["sents"]]
    kept = [one for one in read if one[0].end > one[0].first]
    if kept:
        ranges = [one[0] for one in kept]
        found = attributions.attributions(document)
        shapes = learnt.attributed_shapes(document, found, learnt.edges(ranges), learnt.flags(document))
        for (place, has_cue, share), shape in zip(kept, shapes, strict=True):
            label = float(bool(has_cue) or share >= 0.5)
            words, pairs = _nameless(*word_buckets(document, *place, bits), named)
            yield Example(words, pairs, shape, label, f"{row['split']} {row['id']}", named=named)


def residue(corpora: Path, bits: int) -> Iterator[Example]:
    """Lines of pages put together again: rules and neighbours see them as they do in use."""
    made: dict[str, list[Row]] = {}
    for row in rows(corpora, "residue_lines"):
        made.setdefault(row["doc"], []).append(row)
    for own in made.values():
        yield from _page(own, bits)


def _page(own: Sequence[Row], bits: int) -> Iterator[Example]:
    texts = [row["line"].replace("\n", " ") for row in own]
    stands = pages.distinct(texts)
    labels = {text: row["label"] for text, row in zip(texts, own, strict=True) if stands[text] == text}
    document = Document("\n".join(labels), cut=True)
    found = leftovers.DETECTOR.find(document)
    document.settle((Span(f.start, f.end) for f in found if f.kind != "residue.truncated"), guess_title=False)
    if not len(document):
        return
    bounds = learnt.edges(document.lines)
    shapes = learnt.line_shapes(document, bounds, learnt.flags(document))
    topic = learnt.topics(document, bounds, shapes)
    ends = np.cumsum([len(text) + 1 for text in labels])
    answers = list(labels.values())
    for at, (first, end) in enumerate(document.lines):
        answer = answers[int(np.searchsorted(ends, document.starts[first], side="right"))]
        placed = pages.Placed(own[0]["doc"], topic[:, at])
        words = word_buckets(document, first, end, bits)
        yield Example(*words, shapes[at], float(answer == "residue"), own[0]["host"], placed=placed)


def clickbait(corpora: Path, bits: int) -> Iterator[Example]:
    named = names(corpora)
    for row in rows(corpora, "headline_webis17"):
        document = Document(row["post_text"])
        if len(document):
            title = Range(0, len(document))
            shapes = learnt.headline_shapes(document, title)[0]
            words, pairs = learnt.headline_buckets(document, title, bits)
            found = named[words]
            pairs[: len(words) - 1][found[:-1] | found[1:]] = -1
            edge = np.concatenate([found[:3], found[-1:]])  # the last of the pairs say what stands first and last
            pairs[len(pairs) - len(edge) :][edge] = -1
            words = np.where(found, _name_bucket(named), words)
            yield Example(words, pairs, shapes, float(row["truth_mean"]), row["post_text"], named=named)


def translation(corpora: Path, bits: int) -> Iterator[Example]:
    """Originals and human translations against machine ones: what only tells foreign news must not tell a machine."""
    for row in rows(corpora, "translation_roundtrip"):
        weight = 1.0 if row["kind"] == "roundtrip" else HUMAN
        found = learnt.body_buckets(_settled(row["text"]), bits)
        group = f"{row['year']} {row['doc']}"
        yield Example(found, _NO_PAIRS, _NONE, float(row["label"] == "MT"), group, weight=weight)


HUMAN: Final = 0.5  # weight of a document of the pairs of human and machine translations beside a round trip's


def genre(labels: Path, bits: int) -> Iterator[Example]:
    reads = learnt.GenreReads.of(genre_about())
    votes: dict[str, list[str]] = {}
    for row in rows(labels, "judgements"):
        votes.setdefault(row["id"], []).append(row["genre"])
    for row in rows(labels, "texts"):
        genres = votes.get(row["id"], [])
        one = _genre(article_of(row), bits, reads, row["outlet"] or row["id"])
        for label in genres if len(set(genres)) > 1 else genres[:1]:
            yield one._replace(label=label)


RELEASES: Final = "fakehealth_HealthRelease"  # press releases of institutions, collected as such
PER_OUTLET: Final = 12  # releases of one wire, which would drown the others


def releases(corpora: Path, bits: int) -> Iterator[Example]:
    """Press releases among the reference articles, a few of each outlet: the labelled texts hold hardly any."""
    if not any((corpora / f"articles{end}").is_file() for end in (".jsonl.gz", ".jsonl")):
        return
    reads = learnt.GenreReads.of(genre_about())
    seen: Counter[str] = Counter()
    for row in rows(corpora, "articles"):
        if row["corpus"] == RELEASES:
            outlet = row["domain"] or row["id"]
            seen[outlet] += 1
            if seen[outlet] <= PER_OUTLET:
                article = Article.of(row["text"][:READ], row["title"] or None)
                yield _genre(article, bits, reads, outlet)._replace(label="press_release")


READ: Final = 6_000  # characters of a release: as long as the labelled texts


def _genre(article: Article, bits: int, reads: learnt.GenreReads, group: str) -> Example:
    from newsgauge.core import annotate

    annotation = annotate(article)
    values = {name: np.nan if value is None else value for name, value in annotation.features.items()}
    shapes = learnt.genre_shapes(reads, values, annotation.findings)
    return Example(Document(annotation.text).buckets(bits)[0], _NO_PAIRS, shapes, "", group)


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
        4.0,
        ("headline_webis17",),
        "Webis-Clickbait-17: CC BY 4.0 (mirror: unstated)",
        clickbait,
        scale=4.0,
    ),
    Task("translation", 0.1, ("translation_roundtrip",), "HT-vs-MT: MIT", translation, bits=17, rarity=True),
    Task(
        "genre",
        0.5,
        ("judgements", "texts"),
        "newsgauge labels; press releases: FakeHealth, unstated",
        genre,
        GENRES,
        scale=1.0,
        hashed=False,
        balance=0.5,
        further=releases,
    ),
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

    flat = np.concatenate(rows_).astype(np.int64)
    known = flat >= 0
    counts = np.array([np.count_nonzero(row >= 0) for row in rows_])
    pointers = np.concatenate([[0], np.cumsum(counts)])
    made = csr_matrix((np.repeat(1 / root, counts), flat[known], pointers), shape=(len(rows_), 1 << bits))
    made.sum_duplicates()
    return made


@threads.one
def fit(
    task: Task, examples: Sequence[Example], about: dict[str, Any], known: Vectors | None = None, seed: int = 0
) -> learnt.Table:
    """Logistic regression over the examples; a probability label counts as that much of a yes and the rest of a no.

    Examples with single words are tagged by halves of the groups, each half by what was learnt on the other, so that the
    line's own labels don't speak through its words.
    """
    tagger = spans = None
    named = examples[0].named
    if named is not None and known is not None:
        known = np.where(named[:, None], np.float32(0), known)
    if examples[0].tagged is not None:
        tagger, spans, examples = _tag(examples, _vectors(task, known), seed)
    matrix = design(examples, task, known)
    rare = _rarity(matrix) if task.rarity else None
    coefficients, bias = _logistic(task, matrix if rare is None else matrix.multiply(rare).tocsr(), examples)
    if rare is not None:
        coefficients = coefficients * rare
    words, pairs, shapes = _unfold(task, coefficients, known)
    if named is not None:
        for weights in (words, *(table.weights for table in (tagger, spans) if table)):
            weights[named] = weights[_name_bucket(named)]
    table = learnt.Table(
        task.name, words, pairs, shapes, np.asarray(bias, np.float64).round(6), task.classes, about, tagger, spans
    )
    return table if examples[0].placed is None else replace(table, context=_context(task, examples, known, seed))


def _context(task: Task, examples: Sequence[Example], known: Vectors | None, seed: int) -> learnt.Singles:
    """Weights of what stands around a line, each half of the groups read by what was learnt on the other."""
    groups = sorted({example.group for example in examples})
    half = {groups[k] for k in np.random.default_rng(seed).permutation(len(groups))[: len(groups) // 2]}
    odds = np.zeros(len(examples), np.float32)
    for side in (True, False):
        read = [k for k, example in enumerate(examples) if (example.group in half) == side]
        lines = [e._replace(placed=None) for e in examples if (e.group in half) != side]
        table = fit(task, lines, {}, known, seed)
        odds[read] = np.array([_score(table, examples[k])[0] for k in read]) + table.bias[0]
    labels = np.array([float(example.label) for example in examples])
    return pages.fit([e.placed for e in examples if e.placed], np.stack([e.shapes for e in examples]), odds, labels)


def _tag(examples: Sequence[Example], known: Vectors, seed: int) -> tuple[learnt.Table, learnt.Table, list[Example]]:
    groups = sorted({example.group for example in examples})
    half = {groups[k] for k in np.random.default_rng(seed).permutation(len(groups))[: len(groups) // 2]}
    sides = [[e.tagged for e in examples if e.tagged and (e.group in half) == side] for side in (True, False)]
    one, other = (tagging.fit(side, known) for side in sides)
    unseen = [other if example.group in half else one for example in examples]
    tagged = [example.tagged for example in examples if example.tagged]
    odds = [tagging.scores(table, words) for table, words in zip(unseen, tagged, strict=True)]
    shaped = [_shaped(table, example) for table, example in zip(unseen, examples, strict=True)]
    return tagging.mean(one, other), tagging.fit_spans(tagged, odds, known), shaped


def _shaped(tagger: learnt.Table, example: Example) -> Example:
    return example if example.tagged is None else example._replace(shapes=tagging.shapes(tagger, example.tagged))


def _rarity(matrix: csr_matrix) -> NDArray[np.float64]:
    """Inverse document frequency of each column, 0 for what only one example shows."""
    seen = np.bincount(matrix.indices, minlength=matrix.shape[1])
    return np.where(seen > 1, np.log((1 + matrix.shape[0]) / (1 + seen)) + 1, 0.0)


def _logistic(
    task: Task, matrix: csr_matrix, examples: Sequence[Example]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    if task.classes == ("yes",):
        weights = np.array([example.weight for example in examples])
        keep = weights > 0
        yes = np.array([float(example.label) for example in examples])
        found, start = newton.weigh(matrix[keep], yes[keep], task.strength, weights[keep])
        return found[None], np.array([start])
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=task.strength, solver="newton-cg", tol=newton.TOLERANCE, max_iter=newton.ROUNDS)
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
    return _rounded(words), _rounded(pairs), columns.astype(np.float32).round(5)


def _rounded(weights: NDArray[np.float64]) -> learnt.Singles:
    """As they are stored, in half precision."""
    return weights.astype(np.float16).astype(np.float32)


def predict(table: learnt.Table, examples: Sequence[Example]) -> NDArray[np.float64]:
    """Probabilities of the examples by a table, shape (n, classes)."""
    if table.tagger is not None:
        examples = [_shaped(table.tagger, example) for example in examples]
    scores = np.stack([_score(table, example) for example in examples]).astype(np.float64) + table.bias
    if table.context is not None:
        shapes = np.stack([example.shapes for example in examples])
        placed = [example.placed for example in examples if example.placed]
        scores = pages.settle(table.context, placed, shapes, scores[:, 0].astype(np.float32))[:, None]
    return learnt.softmax(scores) if len(table.bias) > 1 else learnt.logistic(scores)


def _score(table: learnt.Table, example: Example) -> learnt.Singles:
    total = table.weights[example.words].sum(0)
    if len(table.pairs):
        total = total + table.pairs[example.pairs[example.pairs >= 0]].sum(0)
    root = np.sqrt(max(len(example.words) + len(example.pairs), 1))
    return np.asarray(total / root + example.shapes @ table.shapes)


def learn(
    task: Task, folder: Path, known: Vectors | None = None, seed: int = 0, reference: Path | None = None
) -> learnt.Table:
    """The table of a task from all its examples; ``reference`` is the folder of the articles, where they say more."""
    examples = list(task.examples(folder, task.bits))
    if task.further is not None and reference is not None:
        examples += task.further(reference, task.bits)
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
