"""Attribution against PolNeAR: learnt on train, everything reported on dev."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from newsgauge.article import Annotation, Article, Attribution, Span
from newsgauge.core import annotate
from newsgauge.detectors.attribution.sources import kind as source_kind
from newsgauge.document import Document
from newsgauge.evaluation import cues as training
from newsgauge.evaluation import heldout, overlap, resampling, widening
from newsgauge.evaluation.corpora import Row, rows
from newsgauge.evaluation.overlap import Parts
from newsgauge.evaluation.task import Figure, Folders
from newsgauge.metrics import Estimate

COVERED: Final = 0.5  # share of a sentence inside content from which PolNeAR's sentence counts as attributed


class Read(NamedTuple):
    """An article of dev and what the program says of it."""

    row: Row
    document: Document
    annotation: Annotation


@lru_cache(maxsize=1)
def _dev(corpora: Path) -> tuple[Read, ...]:
    dev = [row for row in rows(corpora, "attribution_polnear") if row["split"] == "dev"]
    with heldout.in_place(heldout.refitted("attribution_polnear", corpora, lambda group: group.startswith("dev "))):
        return tuple(Read(row, Document(row["text"]), annotate(Article(row["text"]))) for row in dev)


def _gold(row: Row, kind: str) -> set[Parts]:
    return {tuple(Span(*part) for part in parts) for _, label, parts in row["spans"] if label == kind}


def sentences(folders: Folders) -> Iterator[Figure]:
    """Sentences as PolNeAR cuts them, by the sentence probability and by the attributions found."""
    truth, p, found, groups = [], [], [], []
    for row, document, annotation in _dev(folders.corpora):
        content = _content(annotation)
        for start, end, has_cue, share in row["sents"]:
            if range(*document.tokens_of(start, end)):
                truth.append(bool(has_cue) or share >= COVERED)
                inside = [s.attributed for s in annotation.sentences if s.start < end and start < s.end]
                p.append(max(inside, default=0.0))
                found.append(_attributed(annotation, content, start, end))
                groups.append(row["id"])
    yes, probability, said = np.array(truth), np.array(p), np.array(found)
    for part, answer in (("sentence probability", probability >= 0.5), ("attributions found", said)):
        yield Figure.of(part, "F1", _f1(yes, answer, groups), len(yes))
        yield Figure.of(part, "F1 of the unattributed", _f1(~yes, ~answer, groups), len(yes))
        if part == "sentence probability":
            yield Figure.of(part, "AUC", resampling.auc_of(probability, yes, groups), len(yes))
    everything = np.ones(len(yes), np.bool_)
    yield Figure.of("control", "F1 of always yes", _f1(yes, everything, groups), len(yes), "")


def _f1(truth: resampling.Bools, said: resampling.Bools, groups: list[str]) -> Estimate:
    return resampling.of_counts(resampling.yes_no_counts(truth, said), groups, resampling.f1)


def _content(annotation: Annotation) -> resampling.Bools:
    return overlap.covered(len(annotation.text), (one.content for one in annotation.attributions))


def _attributed(annotation: Annotation, content: resampling.Bools, start: int, end: int) -> bool:
    """PolNeAR's rule for a sentence, asked of our attributions: a cue in it, or half of it content."""
    has_cue = any(a.cue and a.cue.start < end and start < a.cue.end for a in annotation.attributions)
    return has_cue or float(content[start:end].mean()) >= COVERED


@lru_cache(maxsize=1)
def _widening(corpora: Path) -> widening.Widening:
    return widening.learn(list(training.read(corpora)))


Of = Callable[[Attribution, Document], Parts | None]


def _cue(one: Attribution, document: Document) -> Parts | None:
    del document
    return (Span(one.cue.start, one.cue.end),) if one.cue else None


def _wide_cue(corpora: Path) -> Of:
    """The cue as PolNeAR's annotators would mark it: helpers, negation and adverbs before the verb, what belongs to it behind."""

    def wide(one: Attribution, document: Document) -> Parts | None:
        if one.cue is None:
            return None
        return (document.span(*_widening(corpora).cue(document, document.tokens_of(one.cue.start, one.cue.end))),)

    return wide


def _source(one: Attribution, document: Document) -> Parts | None:
    del document
    return (Span(one.source.start, one.source.end),) if one.source else None


def _content_of(one: Attribution, document: Document) -> Parts | None:
    del document
    return one.content or None


def _wide_source(corpora: Path) -> Of:
    """The source by PolNeAR's convention, which needs the cue to know how far an apposition may reach."""

    def wide(one: Attribution, document: Document) -> Parts | None:
        if one.source is None or one.cue is None:
            return _source(one, document)
        source, cue = (document.tokens_of(part.start, part.end) for part in (one.source, one.cue))
        return (document.span(*widening.source(document, source, _widening(corpora).cue(document, cue))),)

    return wide


def _spans(reads: Sequence[Read], of: Of) -> list[set[Parts]]:
    return [{parts for a in r.annotation.attributions if (parts := of(a, r.document)) is not None} for r in reads]


def _exact(part: str, reads: Sequence[Read], said: list[set[Parts]], kind: str) -> Iterator[Figure]:
    groups = [r.row["id"] for r in reads]
    counts = np.array([overlap.exact(s, _gold(r.row, kind)) for r, s in zip(reads, said, strict=True)], np.float64)
    n = int(counts[:, 2].sum())
    yield Figure.of(part, "exact F1", resampling.of_counts(counts, groups, resampling.f1), n)
    yield Figure.of(part, "exact precision", resampling.of_counts(counts[:, :2], groups, resampling.ratio), n, "")
    yield Figure.of(part, "exact recall", resampling.of_counts(counts[:, [0, 2]], groups, resampling.ratio), n, "")


def _touching(part: str, reads: Sequence[Read], said: list[set[Parts]], kind: str) -> Iterator[Figure]:
    groups = [r.row["id"] for r in reads]
    counts = np.array([overlap.touching(s, _gold(r.row, kind)) for r, s in zip(reads, said, strict=True)], np.float64)
    n = int(counts[:, 3].sum())
    yield Figure.of(part, "overlap F1", resampling.of_counts(counts, groups, resampling.pooled_f1), n)


def _tokens(part: str, reads: Sequence[Read], said: list[set[Parts]], kind: str) -> Iterator[Figure]:
    groups = [r.row["id"] for r in reads]
    counts = []
    for read, spans in zip(reads, said, strict=True):
        ours, gold = (_token_marks(read.document, s) for s in (spans, _gold(read.row, kind)))
        counts.append((int((ours & gold).sum()), int(ours.sum()), int(gold.sum())))
    n = sum(count[2] for count in counts)
    yield Figure.of(part, "token F1", resampling.of_counts(counts, groups, resampling.f1), n)


def _token_marks(document: Document, spans: set[Parts]) -> resampling.Bools:
    ranges = [tuple(Span(*document.tokens_of(*part)) for part in parts) for parts in spans]
    return overlap.covered(len(document), ranges)


def cues(folders: Folders) -> Iterator[Figure]:
    """Cues as they are, and widened to PolNeAR's convention; both against every cue of dev."""
    reads = _dev(folders.corpora)
    plain, wide = _spans(reads, _cue), _spans(reads, _wide_cue(folders.corpora))
    yield from _exact("cue as found", reads, plain, "Cue")
    yield from _exact("cue widened", reads, wide, "Cue")
    yield from _touching("cue as found", reads, plain, "Cue")


def sources(folders: Folders) -> Iterator[Figure]:
    """Sources as they are, and with the appositions that PolNeAR takes in; exact and touching every part."""
    reads = _dev(folders.corpora)
    said = _spans(reads, _source)
    wide = _spans(reads, _wide_source(folders.corpora))
    yield from _exact("source as found", reads, said, "Source")
    yield from _touching("source as found", reads, said, "Source")
    yield from _tokens("source as found", reads, said, "Source")
    yield from _exact("source widened", reads, wide, "Source")
    yield from _touching("source widened", reads, wide, "Source")


def contents(folders: Folders) -> Iterator[Figure]:
    """Content, exact (every part) and by tokens."""
    reads = _dev(folders.corpora)
    said = _spans(reads, _content_of)
    yield from _exact("content", reads, said, "Content")
    yield from _tokens("content", reads, said, "Content")


def kinds(folders: Folders) -> Iterator[Figure]:
    """Kind of source and stance of cue against labels by hand: ``source_kinds.jsonl`` in the folder of stand-off labels.

    A row is one annotator's judgement of one attribution: ``id`` of the PolNeAR article, ``cue`` as [start, end],
    ``annotator``, ``kind``, ``stance``. Gold are the judgements on which annotators agree.
    """
    place = folders.standoff / "source_kinds.jsonl" if folders.standoff else None
    nan = float("nan")
    if place is None or not place.is_file():
        yield Figure("labels", "not available", nan, nan, nan, 0, "", "no source_kinds.jsonl in the labels folder")
        return
    judged: dict[tuple[str, int, int], list[Any]] = {}
    for line in place.read_text("utf-8").splitlines():
        row = json.loads(line)
        judged.setdefault((row["id"], *row["cue"]), []).append(row)
    reads = {r.row["id"]: r for r in _dev(folders.corpora)}
    for field in ("kind", "stance", GIVEN):
        yield from _kinds(field, judged, reads)


GIVEN: Final = "kind, given the source"  # how the marked source is sorted, whether or not its cue was found
LEAST: Final = 15  # cases from which a kind counts in macro-F1: the number


def _kinds(field: str, judged: dict[tuple[str, int, int], list[Any]], reads: dict[str, Read]) -> Iterator[Figure]:
    truth, said, groups, agreed, twice = [], [], [], 0, 0
    asked = "kind" if field == GIVEN else field
    for (name, start, end), rows_ in judged.items():
        answers = {row[asked] for row in rows_}
        twice += len(rows_) > 1
        agreed += len(rows_) > 1 and len(answers) == 1
        if len(answers) == 1 and name in reads:
            truth.append(str(rows_[0][asked]))
            read = reads[name]
            said.append(_kind_given(read, start) if field == GIVEN else _kind_said(read.annotation, field, start, end))
            groups.append(name)
    names = sorted({kind for kind in truth if truth.count(kind) >= LEAST})
    n = len(truth)
    if twice and field != GIVEN:
        nan = float("nan")
        yield Figure(field, "agreement of annotators", agreed / twice, nan, nan, twice, "")
    if names:
        t, s = np.array(truth), np.array(said)
        counts = np.concatenate([resampling.yes_no_counts(t == k, s == k) for k in names], axis=1)
        yield Figure.of(field, "macro-F1", resampling.of_counts(counts, groups, resampling.macro_f1), n)


def _kind_given(read: Read, start: int) -> str:
    """Kind of the source that PolNeAR marks for the cue that begins here; "none" where it marks none."""
    spans = {name: (label, parts) for name, label, parts in read.row["spans"]}
    for relation in read.row["rels"]:
        marked = {label: spans[name][1] for label, name in relation if name in spans}
        if "Cue" in marked and marked["Cue"][0][0] == start and "Source" in marked:
            source = read.document.tokens_of(marked["Source"][0][0], marked["Source"][-1][1])
            return source_kind(read.document, source) if source.end > source.first else "none"
    return "none"


def _kind_said(annotation: Annotation, field: str, start: int, end: int) -> str:
    for one in annotation.attributions:
        if one.cue and one.cue.start < end and start < one.cue.end:
            return one.source_kind if field == "kind" else one.cue.stance
    return "not found"
