"""Annotations built by hand, in every shape the contract knows; the people and places in them are invented."""

from __future__ import annotations

import hashlib
import math

from newsgauge.article import (
    Annotation,
    Attribution,
    Contribution,
    Cue,
    Finding,
    Line,
    ModelId,
    Sentence,
    Source,
    Span,
    Voice,
)

TITLE = "SHOCKING vote in Brackwater"
BODY = (
    "The furious mayor slammed the plan on Monday.\n"
    "“We never agreed to it,” said Ilse Tarn, who chairs the harbour board.\n"
    "\n"
    "“A circus.” Experts say the quay is safe.\n"
    "Share this story"
)
TEXT = f"{TITLE}\n\n{BODY}"


def finding(text: str, words: str, kind: str, voice: Voice = "author", note: str = "", occurrence: int = 0) -> Finding:
    """A finding on given words of a text."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return Finding(
        f"{kind}-{start}", kind, start, start + len(words), words, voice, 0.5, f"{kind}:sample", note or f"Says {kind}."
    )


def source(words: str, text: str = TEXT) -> Source:
    """Words of a text as a source."""
    start = text.index(words)
    return Source(start, start + len(words), words)


def span(words: str, text: str = TEXT) -> Span:
    """Where words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def scored(**changes: object) -> Annotation:
    """A text with a title, findings of several families, a named source and a floating quotation."""
    said = span("said")
    fields: dict[str, object] = {
        "id": "a1",
        "place": "news/brackwater.txt",
        "status": "scored",
        "lang": "en",
        "n_words": 34,
        "text": TEXT,
        "text_sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "title": Span(0, len(TITLE)),
        "score": 41.5,
        "raw": 41.5,
        "base": 55.0,
        "probability": 0.2,
        "level": 2,
        "confidence": 0.7,
        "interval": (29.5, 53.5),
        "items": {"wording": 2.0, "sourcing": 1.4, "language": 0.0, "residue": 1.0, "headline": math.nan},
        "genre": {"report": 0.71, "opinion": 0.29},
        "findings": (
            finding(TEXT, "SHOCKING", "headline.shouting", "headline", "Capitals that shout."),
            finding(TEXT, "furious", "loaded_wording.epithet", note="A feeling stated as a fact."),
            finding(TEXT, "slammed", "loaded_wording.exaggeration", note="A blow where somebody only spoke."),
            finding(TEXT, "circus", "loaded_wording.mockery", "quoted", "Mocks, in somebody else's words."),
            finding(TEXT, "Experts say", "vagueness.crowd", note="Nobody is named."),
            finding(TEXT, "Share this story", "residue.share_prompt", note="A button, not the article."),
        ),
        "attributions": (
            Attribution(
                source("Ilse Tarn"),
                "named_person",
                "Ilse Tarn",
                Cue(said.start, said.end, "said", "neutral"),
                (span("We never agreed to it,"),),
                "direct",
            ),
            Attribution(None, "none", None, None, (span("A circus."),), "direct"),
        ),
        "sentences": (Sentence(29, 74, 0.8, math.nan),),
        "lines": (Line(0, 27, 0.0), Line(190, 206, 1.0)),
        "features": {"loaded_wording_author_rate": 58.8, "headline_overlap": math.nan, "readability_grade": None},
        "unmeasured": {"headline_overlap": "the body is too short", "readability_grade": "fewer than 100 words"},
        "contributions": (
            Contribution(
                "loaded_wording_author_rate",
                "loaded_wording",
                "wording",
                58.8,
                "per 1,000 words",
                -16.0,
                ("loaded_wording.epithet-33", "loaded_wording.exaggeration-47"),
            ),
            Contribution("attribution_named_share", "attribution", "sourcing", 0.5, "share", 2.5, ()),
            Contribution("headline_overlap", "headline", "headline", math.nan, "share", 0.0, ()),
        ),
        "model": ModelId("default", "1", "ab" * 32),
        "notes": ("decoded as Latin-1",),
    }
    return Annotation(**{**fields, **changes})  # type: ignore[arg-type]  # a dict keeps `changes` short


def abstained() -> Annotation:
    """The same text, too short for a score: everything else is given."""
    return scored(
        id="a2",
        place="news/short.txt",
        status="abstained",
        reason="34 words; a score needs about 130",
        score=None,
        probability=None,
        level=None,
        interval=None,
        notes=(),
    )


def failed() -> Annotation:
    """An input that gave no article."""
    return Annotation("a3", "news/absent.txt", "failed", reason="no such file; check the path")


def bare(text: str, *findings: Finding, place: str = "t.txt") -> Annotation:
    """A text with findings and nothing else."""
    return Annotation("t", place, "abstained", reason="a sample", text=text, findings=findings, n_words=9)
