"""How findings fit spans that people marked: token F1 by group, recall of spans, recall of attributions.

Labels are mapped as design.md says: loaded is loaded_wording, vague is vagueness or an attribution to nobody in particular,
credit an attribution to an outlet or a credit line, mt any damage but glued words, and so on.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final, NamedTuple

from newsgauge.article import Annotation, Article, Finding, Span
from newsgauge.core import annotate
from newsgauge.document import Document
from newsgauge.errors import LabelsError

# Label -> families and kinds that answer it.
ANSWERS: Final[Mapping[str, tuple[str, ...]]] = {
    "loaded": ("loaded_wording",),
    "bait": ("headline",),
    "vague": ("vagueness", "attribution.anonymous", "attribution.collective", "attribution.none"),
    "credit": ("attribution.outlet", "transparency.credit"),
    "named": ("attribution.named_person", "attribution.institution", "attribution.document", "attribution.role",
              "attribution.social_post", "attribution.outlet", "attribution.pronoun"),
    "residue": ("residue",),
    "truncated": ("residue.truncated",),
    "glued": ("translation.glued_words",),
    "mt": ("translation",),
    "typo": ("translation",),
    "encoding": ("translation.encoding",),
    "consistency": ("consistency",),
}  # fmt: skip
CLEAR: Final = ("loaded", "bait", "vague", "credit", "residue")
EXEMPT: Final = ("optional", "mt_hidden", "not-loaded")


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one label: spans found of spans marked, and tokens for F1."""

    found: int
    marked: int
    hit: int
    predicted: int
    gold: int

    @property
    def recall(self) -> float:
        return self.found / self.marked if self.marked else float("nan")

    @property
    def f1(self) -> float:
        return 2 * self.hit / (self.predicted + self.gold) if self.predicted + self.gold else float("nan")

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


NOTHING: Final = Tally(0, 0, 0, 0, 0)


def answers(label: str, finding: Finding) -> bool:
    """Whether a finding is an answer to a label; a quoted loaded word answers none."""
    if label == "loaded" and finding.voice == "quoted":
        return False
    if label == "mt" and finding.kind == "translation.glued_words":
        return False
    if label == "residue" and finding.kind == "residue.truncated":
        return False
    return finding.kind in ANSWERS[label] or finding.family in ANSWERS[label]


def tally(document: Document, findings: Sequence[Finding], spans: Sequence[Mapping[str, Any]], label: str) -> Tally:
    """Counts of one label in one text."""
    own = [f for f in findings if answers(label, f)]
    gold_spans = [Span(s["start"], s["end"]) for s in spans if s["label"] == label]
    found = sum(any(f.start < end and start < f.end for f in own) for start, end in gold_spans)
    exempt = _tokens(document, [Span(s["start"], s["end"]) for s in spans if s["label"] in EXEMPT])
    gold = _tokens(document, gold_spans)
    predicted = _tokens(document, [f.span for f in own]) - (exempt - gold)
    return Tally(found, len(gold_spans), len(gold & predicted), len(predicted), len(gold))


def _tokens(document: Document, spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(*document.tokens_of(*span))}


class SeedReport(NamedTuple):
    """What one marked article got."""

    id: str
    annotation: Annotation
    tallies: Mapping[str, Tally]
    attributions_found: int
    attributions_marked: int
    quoted_kept: bool
    level_in_band: bool
    expected: Mapping[str, Sequence[str]]
    deductions: Mapping[str, float]
    strengths: Mapping[str, float]


def seeds(folder: Path) -> Iterator[SeedReport]:
    """Annotate every article of a folder with ``gold.jsonl`` and compare.

    Raises
    ------
    LabelsError
        ``gold.jsonl`` is missing or a span isn't what its text says.
    """
    gold_file = folder / "gold.jsonl"
    if not gold_file.is_file():
        raise LabelsError(f"{folder}: expected gold.jsonl beside the texts, found none")
    for line in gold_file.read_text("utf-8").splitlines():
        gold = json.loads(line)
        text = (folder / f"{gold['id']}.txt").read_bytes().decode("utf-8")
        yield _seed(gold, text)


def _seed(gold: Mapping[str, Any], text: str) -> SeedReport:
    annotation = annotate(Article(text, id=gold["id"]))
    document = Document(text)
    for span in gold["spans"]:
        if text[span["start"] : span["end"]] != span["text"]:
            raise LabelsError(
                f"{gold['id']}: expected {span['text']!r} at {span['start']}, found another text; wrong version?"
            )
    loaded = [f for f in annotation.findings if f.family == "loaded_wording" and f.voice != "quoted"]
    quoted = [Span(s["start"], s["end"]) for s in gold["spans"] if s["label"] == "not-loaded"]
    points: dict[str, float] = {}
    for one in annotation.contributions:
        points[one.family] = points.get(one.family, 0.0) + one.points
    low, high = gold["level_band"]
    return SeedReport(
        gold["id"],
        annotation,
        {label: tally(document, annotation.findings, gold["spans"], label) for label in ANSWERS},
        sum(_attributed(annotation, a) for a in gold["attributions"]),
        len(gold["attributions"]),
        not any(f.start < end and start < f.end for f in loaded for start, end in quoted),
        annotation.level is not None and low <= annotation.level <= high,
        gold["expected"],
        {family: p for family, p in sorted(points.items(), key=lambda item: item[1]) if p < 0},
        {family: p for family, p in sorted(points.items(), key=lambda item: -item[1]) if p > 0},
    )


def _attributed(annotation: Annotation, gold: Mapping[str, Any]) -> bool:
    """Whether an attribution has the marked source and cue, each at least in part."""
    return any(
        one.cue is not None
        and one.source is not None
        and _overlap(one.cue, gold["cue"])
        and _overlap(one.source, gold["source"])
        for one in annotation.attributions
    )


def _overlap(one: Any, gold: Mapping[str, Any]) -> bool:
    return bool(one.start < gold["end"] and gold["start"] < one.end)


def labelled(folder: Path) -> Iterator[tuple[str, Tally, str]]:
    """Recall of the judgements' spans: (label, tally, group) per text and label; spans there are not exhaustive.

    ``group`` is the outlet, or the text's id where it has none.
    """
    spans: dict[str, dict[tuple[str, int, int], dict[str, Any]]] = {}
    with gzip.open(folder / "judgements.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for span in row["spans"]:
                spans.setdefault(row["id"], {})[span["label"], span["start"], span["end"]] = span
    with gzip.open(folder / "texts.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            marked = list(spans.get(row["id"], {}).values())
            annotation = annotate(article_of(row))
            document = Document(row["text"])
            for label in sorted({span["label"] for span in marked}):
                yield label, tally(document, annotation.findings, marked, label), row["outlet"] or row["id"]


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row of ``texts.jsonl``: its first line is the title where ``has_title`` says so."""
    text = row["text"]
    title = Span(0, len(text.split("\n", 1)[0].rstrip("\r"))) if row["has_title"] else None
    return Article(text, id=row["id"], title=title, guess_title=False, cut=bool(row["cut"]))
