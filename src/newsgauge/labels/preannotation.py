"""What the detectors would mark, in the codebook's labels: a start for a tool, to be corrected by a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsgauge.article import Annotation, Attribution, Finding
from newsgauge.core import annotate
from newsgauge.labels.codebook import Codebook
from newsgauge.labels.marks import Mark
from newsgauge.labels.texts import Text

# Kind or family -> label; the kind decides where both stand here.
LABELS: Final = {
    "loaded_wording": "loaded",
    "vagueness": "vague",
    "headline": "bait",
    "residue": "residue",
    "residue.truncated": "truncated",
    "translation": "mt",
    "translation.glued_words": "glued",
    "translation.typo": "typo",
    "translation.encoding": "encoding",
    "transparency.credit": "credit",
}
CROWD: Final = frozenset(("anonymous", "collective", "none"))


def suggested(text: Text, book: Codebook) -> tuple[Mark, ...]:
    """Spans in order, each at most as long as the codebook allows, with labels it knows."""
    annotation = annotate(text.article())
    known = {label.name: label for label in book.labels}
    found = {mark for mark in (*_findings(annotation), *_attributions(annotation)) if mark.label in known}
    short = (mark for mark in found if len(text.text[mark.start : mark.end].split()) <= book.words)
    plain = (mark if known[mark.label].source_kinds else mark._replace(source_kind="", stance="") for mark in short)
    return tuple(sorted(set(plain), key=lambda mark: (mark.start, mark.end, mark.label)))


def _findings(annotation: Annotation) -> Iterator[Mark]:
    for finding in annotation.findings:
        label = _label(finding)
        if label is not None and finding.start < finding.end:
            yield Mark(label, finding.start, finding.end)


def _label(finding: Finding) -> str | None:
    if finding.family == "loaded_wording" and finding.voice == "quoted":
        return None  # law 2: not the author's
    return LABELS.get(finding.kind, LABELS.get(finding.family))


def _attributions(annotation: Annotation) -> Iterator[Mark]:
    for one in annotation.attributions:
        if one.cue is not None and one.source is not None:
            start, end = min(one.source.start, one.cue.start), max(one.source.end, one.cue.end)
            yield Mark("vague" if one.source_kind in CROWD else "named", start, end, one.source_kind, _stance(one))


def _stance(one: Attribution) -> str:
    return one.cue.stance if one.cue is not None else ""
