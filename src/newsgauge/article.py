"""The values that travel through newsgauge: frozen, standard library only.

All offsets are half-open code points into ``Annotation.text``, the text the user gave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

SCHEMA = "newsgauge/annotation/1"
LIMIT = "How the text is sourced and worded. No fact was checked."
ITEMS = ("wording", "sourcing", "language", "residue", "headline")

Voice = Literal["author", "quoted", "headline"]
Stance = Literal["neutral", "doubting", "endorsing", "emotive"]
Form = Literal["direct", "indirect", "mixed"]
Status = Literal["scored", "abstained", "failed"]
Verdict = Literal["open", "upheld", "dismissed"]
Reader = Literal["human", "machine-assisted"]


class Span(NamedTuple):
    """Half-open range of code points."""

    start: int
    end: int


class Range(NamedTuple):
    """Half-open range of tokens of a document."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One text as read, before anything is measured.

    Attributes
    ----------
    text : str
        What offsets refer to. With a separate title it is title + blank line + body.
    id : str
        The caller's identifier; empty means "take the start of the text's SHA-256".
    place : str
        Where it came from: ``file``, ``file:line``, ``-`` or an empty string.
    title : Span or None
        The title where the input named one.
    guess_title : bool
        Whether the first title-like line may serve when ``title`` is None.
    byline, published, url : str or None
        Metadata the input gave beside the text; never part of ``text``.
    notes : tuple of str
        What the reader had to do, such as decoding Latin-1.
    cut : bool
        The sample was shortened at its end, so its end is no truncation (law 4).
    """

    text: str
    id: str = ""
    place: str = ""
    title: Span | None = None
    guess_title: bool = True
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()
    cut: bool = False

    @classmethod
    def of(cls, body: str, title: str | None = None, **rest: Any) -> Article:
        """Join a separate title to its body the way the contract says."""
        if title is None:
            return cls(body, **rest)
        text = f"{title}\n\n{body}" if body else title
        span = Span(0, len(title)) if title.strip() else None
        return cls(text, title=span, guess_title=False, **rest)


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no article: it stands in the output in its place."""

    id: str
    place: str
    reason: str


class Finding(NamedTuple):
    """A labelled span.

    Attributes
    ----------
    id : str
        Stable: made of the rule, the words and which occurrence it is.
    kind : str
        Dotted ``family.kind``.
    start, end : int
        Half-open code points.
    text : str
        The words themselves.
    voice : {"author", "quoted", "headline"}
        Whose words they are.
    weight : float
        Strength of the rule in [0, 1]; no points.
    rule : str
        Name of the rule, as `explain` takes it.
    note : str
        Why this was flagged, one plain sentence.
    """

    id: str
    kind: str
    start: int
    end: int
    text: str
    voice: Voice
    weight: float
    rule: str
    note: str

    @property
    def family(self) -> str:
        return self.kind.partition(".")[0]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Cue(NamedTuple):
    """The words that attribute, with the stance they take."""

    start: int
    end: int
    text: str
    stance: Stance


class Source(NamedTuple):
    """The words that name who is quoted (or through whom: `via`)."""

    start: int
    end: int
    text: str


class Attribution(NamedTuple):
    """Source, cue and content: who says what, by which words.

    Attributes
    ----------
    source : Source or None
        None for a floating quotation.
    source_kind : str
        One of `attribution.SOURCE_KINDS`.
    source_name : str or None
        The name the source resolves to within the text ("he" -> "Yuri Ushakov").
    cue : Cue or None
        None for a floating quotation.
    content : tuple of Span
        Several where the quotation is split.
    form : {"direct", "indirect", "mixed"}
    via : Source or None
        The medium that relayed it ("told the AP", "according to Rodong Sinmun").
    reason_given : bool
        Anonymity is explained in the text ("not authorised to speak publicly").
    """

    source: Source | None
    source_kind: str
    source_name: str | None
    cue: Cue | None
    content: tuple[Span, ...]
    form: Form
    via: Source | None = None
    reason_given: bool = False


class Sentence(NamedTuple):
    start: int
    end: int
    loaded: float
    attributed: float


class Line(NamedTuple):
    start: int
    end: int
    residue: float


class Contribution(NamedTuple):
    """What one feature adds to the score.

    ``findings`` are ids of the findings behind it; empty where nothing can be shown on the text.
    """

    feature: str
    family: str
    item: str
    value: float | None
    unit: str
    points: float
    findings: tuple[str, ...]


class Objection(NamedTuple):
    """What somebody says against a finding.

    Attributes
    ----------
    text_sha256 : str
        Of the annotated text (UTF-8).
    finding : str
        The finding's id.
    kind, rule : str
    start, end : int
        Half-open code points into that text.
    reason : str
    date : str
        ISO 8601.
    verdict : {"open", "upheld", "dismissed"}
        What the desk decided; a later line about the same finding overrules an earlier one.
    by : str
        Who objects or decides; may be empty.
    reader : {"human", "machine-assisted"}
        What kind of annotator that is; the two are never pooled.
    """

    text_sha256: str
    finding: str
    kind: str
    rule: str
    start: int
    end: int
    reason: str
    date: str
    verdict: Verdict = "open"
    by: str = ""
    reader: Reader = "human"

    @property
    def words(self) -> str:
        """One line for a report: "Contested 2026-11-25: …"."""
        said = {"open": "Contested", "upheld": "Objection upheld", "dismissed": "Objection dismissed"}[self.verdict]
        return f"{said} {self.date}{f' by {self.by}' if self.by else ''}: {self.reason}"


class ModelId(NamedTuple):
    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything newsgauge says about one article; field names are the JSON contract's.

    ``interval`` is the score's 80 % prediction interval in points, None where there is no score.
    ``strengths`` and ``weaknesses`` are views of ``contributions``. ``objections`` are those to its findings; they are
    attached by `newsgauge.objections.with_objections`, and every format prints them. They change no points.
    """

    id: str
    place: str
    status: Status
    reason: str | None = None
    lang: str | None = None
    n_words: int = 0
    text: str = ""
    text_sha256: str = ""
    title: Span | None = None
    score: float | None = None
    raw: float | None = None
    base: float | None = None
    probability: float | None = None
    level: int | None = None
    confidence: float | None = None
    interval: tuple[float, float] | None = None
    items: Mapping[str, float | None] = field(default_factory=dict)
    genre: Mapping[str, float] = field(default_factory=dict)
    findings: Sequence[Finding] = ()
    attributions: Sequence[Attribution] = ()
    sentences: Sequence[Sentence] = ()
    lines: Sequence[Line] = ()
    features: Mapping[str, float | None] = field(default_factory=dict)
    unmeasured: Mapping[str, str] = field(default_factory=dict)
    contributions: Sequence[Contribution] = ()
    model: ModelId | None = None
    notes: tuple[str, ...] = ()
    objections: Sequence[Objection] = ()

    def to_dict(self, with_text: bool = True) -> dict[str, Any]:
        """The annotation in the shape of the JSON contract; see `newsgauge.writers.to_dict`."""
        from newsgauge.writers import to_dict

        return to_dict(self, with_text)

    def to_frame(
        self,
        what: Literal["findings", "attributions", "contributions", "articles"] = "findings",
        library: Literal["pandas", "polars"] = "pandas",
    ) -> Any:
        """A data frame of what was found; see `newsgauge.frames.to_frame`."""
        from newsgauge.frames import to_frame

        return to_frame((self,), what, library)

    def _repr_html_(self) -> str:
        """What a notebook shows: the report, without scripts."""
        from newsgauge.report.notebook import notebook_html

        return notebook_html(self)

    def slice(self, span: Span | Finding | Source | Cue) -> str:
        """The words a span covers."""
        return self.text[span.start : span.end]
