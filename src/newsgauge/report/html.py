"""Annotations as one self-contained page: no network, no scripts, everything from the text escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from newsgauge.article import LIMIT, Annotation, Contribution, Finding
from newsgauge.errors import MissingExtraError
from newsgauge.report.segments import Segment, marks_of, segments
from newsgauge.report.sources import Quoted, quoted_sources
from newsgauge.report.visible import one_line, visible
from newsgauge.report.wording import (
    FAMILY_STYLES,
    ITEM_WORDS,
    LEVELS,
    contribution_words,
    feature_words,
    item_words,
    known,
    number,
    percent,
    signed,
    spoken,
)

if TYPE_CHECKING:
    import jinja2

# Light and dark hues per family; the underline style carries the same for those who see no colour.
_HUES = {
    "loaded_wording": ("#b00020", "#ff8a80"),
    "headline": ("#8e24aa", "#e1a6f0"),
    "vagueness": ("#8a5a00", "#ffcf66"),
    "translation": ("#00707a", "#7fdde6"),
    "consistency": ("#c2185b", "#ff9ec4"),
    "attribution": ("#1a53c0", "#9cbcff"),
    "calibration": ("#2e7d32", "#9be29f"),
    "accountability": ("#1b6e20", "#9be29f"),
    "transparency": ("#33691e", "#c0e29b"),
    "residue": ("#616161", "#b0b0b0"),
    "genre": ("#5d4037", "#d7b8ab"),
}


class Bit(NamedTuple):
    """A stretch of text under the same findings, ready to print."""

    text: str
    family: str
    quoted: bool
    title: str
    anchors: tuple[str, ...]


class Link(NamedTuple):
    """A link to a finding in the text of the same page."""

    anchor: str
    text: str


class Reason(NamedTuple):
    """A row of the contributions table."""

    points: str
    lowers: bool
    words: str
    item: str
    links: tuple[Link, ...]
    more: int


class Gauge(NamedTuple):
    """An item with its value on 0–3 and what it says."""

    name: str
    value: float | None
    figure: str
    words: str
    high_is: str


def html_page(annotations: Iterable[Annotation]) -> str:
    """Render annotations as one HTML page.

    Parameters
    ----------
    annotations : iterable of Annotation
        Several get a table of contents with their scores.

    Raises
    ------
    MissingExtraError
        Jinja2 isn't installed.
    """
    style = _style_sheet()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    articles = [_article(annotation, index) for index, annotation in enumerate(annotations, 1)]
    return _template().render(articles=articles, style=style, digest=digest, limit=LIMIT)


def _template() -> jinja2.Template:
    try:
        import jinja2
    except ImportError as error:
        raise MissingExtraError("report", "an HTML report") from error
    # Escaping is on for whatever the template is called; select_autoescape would go by the file's ending.
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(files(__package__).joinpath("page.html.j2").read_text(encoding="utf-8"))


def _style_sheet() -> str:
    # Raw text inside <style>: nothing here comes from an article.
    base = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    light = "".join(_rule(family, hues[0]) for family, hues in _HUES.items())
    dark = "".join(f".f-{family}{{text-decoration-color:{hues[1]}}}" for family, hues in _HUES.items())
    return f"{base}{light}@media (prefers-color-scheme:dark){{{dark}}}"


def _rule(family: str, hue: str) -> str:
    return f".f-{family}{{text-decoration:underline {FAMILY_STYLES[family].underline} {hue} 2px}}"


class Page(NamedTuple):
    """One article as the template needs it: finished strings, nothing left to compute."""

    anchor: str
    place: str
    title: str
    status: str
    reason: str
    words: str
    notes: tuple[str, ...]
    gauges: tuple[Gauge, ...]
    score: str
    interval: str
    level: str
    genre: str
    bits: tuple[Bit, ...]
    weaknesses: tuple[Reason, ...]
    strengths: tuple[Reason, ...]
    total: str
    sources: tuple[Quoted, ...]
    provenance: tuple[tuple[str, Link], ...]
    unmeasured: tuple[tuple[str, str], ...]
    legend: tuple[str, ...]
    notes_on: tuple[tuple[Link, str, str], ...]
    model: str


def _article(a: Annotation, index: int) -> Page:
    anchors = {finding.id: f"a{index}-f{order}" for order, finding in enumerate(a.findings, 1)}
    by_id = {finding.id: finding for finding in a.findings}
    ranked = sorted(a.contributions, key=lambda one: -abs(one.points))
    return Page(
        anchor=f"a{index}",
        place=one_line(a.place or a.id),
        title=one_line(a.slice(a.title)) if a.title else "",
        status=a.status,
        reason=one_line(a.reason or ""),
        words=f"{a.n_words:,} words" + (f", {a.lang}" if a.lang else ""),
        notes=tuple(one_line(note) for note in a.notes),
        gauges=tuple(_gauge(a, item) for item in range(len(ITEM_WORDS))),
        score="–" if a.score is None else f"{a.score:.0f}",
        interval="" if a.interval is None else f"{a.interval[0]:.0f}–{a.interval[1]:.0f}",
        level=_level(a),
        genre=", ".join(f"{spoken(name)} {percent(p)}" for name, p in sorted(a.genre.items(), key=lambda g: -g[1])[:3]),
        bits=tuple(_bits(a, anchors)),
        weaknesses=tuple(_reason(one, by_id, anchors) for one in ranked if one.points < 0),
        strengths=tuple(_reason(one, by_id, anchors) for one in ranked if one.points > 0),
        total="" if a.base is None or a.raw is None or a.score is None else f"From {number(a.base)} to {number(a.raw)}",
        sources=tuple(quoted_sources(a.attributions)),
        provenance=tuple(_provenance(a.findings, anchors)),
        unmeasured=tuple((feature_words(name), one_line(reason)) for name, reason in a.unmeasured.items()),
        legend=tuple(family for family in _HUES if any(finding.family == family for finding in a.findings)),
        notes_on=tuple(
            (Link(anchors[one.id], one_line(one.text) or "(end)"), _kind_words(one), one_line(one.note))
            for one in a.findings
        ),
        model="" if a.model is None else f"{a.model.name} {a.model.version}, SHA-256 {a.model.sha256}",
    )


def _kind_words(finding: Finding) -> str:
    return spoken(finding.kind) + ("" if finding.voice == "author" else f" ({finding.voice})")


def _gauge(a: Annotation, index: int) -> Gauge:
    item = ITEM_WORDS[index]
    value = known(a.items.get(item.name))
    return Gauge(
        item.name,
        value,
        "–" if value is None else f"{value:.1f}",
        item_words(item, value, a.title is not None),
        item.high_is,
    )


def _level(a: Annotation) -> str:
    if a.level is None:
        return ""
    chance = "" if a.probability is None else f"; {percent(a.probability)} chance of level 4 or 5"
    return f"level {a.level} of 5 ({LEVELS.get(a.level, '')}){chance}"


def _bits(a: Annotation, anchors: dict[str, str]) -> Iterator[Bit]:
    for segment in segments(0, len(a.text), marks_of(a.findings)):
        yield _bit(a.text[segment.start : segment.end], segment, anchors)


def _bit(text: str, segment: Segment, anchors: dict[str, str]) -> Bit:
    findings = [finding for mark in segment.marks for finding in mark.findings]
    begun = tuple(anchors[finding.id] for mark in segment.begins for finding in mark.findings)
    title = "\n".join(f"{_kind_words(one)}: {one_line(one.note)}" for one in findings)
    # Line ends become \n only here, for display: offsets were used up above.
    shown = visible(text.replace("\r\n", "\n").replace("\r", "\n"))
    inner = findings[-1] if findings else None
    family = inner.family if inner and inner.family in _HUES else "other"
    return Bit(shown, family if inner else "", bool(inner and inner.voice == "quoted"), title, begun)


def _reason(one: Contribution, by_id: dict[str, Finding], anchors: dict[str, str], most: int = 12) -> Reason:
    found = [by_id[id_] for id_ in one.findings if id_ in by_id]
    links = tuple(Link(anchors[finding.id], one_line(finding.text)) for finding in found[:most])
    return Reason(
        signed(one.points), one.points < 0, contribution_words(one), one.item, links, max(len(found) - most, 0)
    )


def _provenance(found: Sequence[Finding], anchors: dict[str, str]) -> Iterator[tuple[str, Link]]:
    for finding in found:
        if finding.family in ("residue", "transparency"):
            yield spoken(finding.kind), Link(anchors[finding.id], one_line(finding.text))
