"""One annotation as a page needs it: finished strings and numbers, nothing left to compute in a template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from newsgauge.article import Annotation, Finding
from newsgauge.report.families import LOOKS, OTHER, known_family
from newsgauge.report.ledger import Ledger, ledger
from newsgauge.report.marking import Block, blocks
from newsgauge.report.notes import Note, notes_of
from newsgauge.report.visible import one_line
from newsgauge.report.waterfall import Waterfall, waterfall
from newsgauge.report.wording import (
    ITEM_WORDS,
    LEVELS,
    feature_words,
    item_words,
    known,
    number,
    percent,
    spoken,
)

MOST: Final = 4_000  # findings a page shows; a browser handles them, and nobody reads more
TEXT: Final = 2_000_000  # code points of text a page shows: some 330,000 words


class Gauge(NamedTuple):
    """An item with its value on 0–3 and what it says; ``share`` is the bar's length, None where unknown."""

    name: str
    share: float | None
    figure: str
    words: str
    high_is: str


class Leftover(NamedTuple):
    """A finding of provenance: what it is, its words, and its number in the text."""

    kind: str
    words: str
    number: int


class Family(NamedTuple):
    """A family in the legend, with how many findings it has."""

    name: str
    words: str
    findings: int
    weighs: str


class View(NamedTuple):
    """One article; ``anchor`` begins every id of it, so that several stand on one page."""

    anchor: str
    place: str
    title: str
    status: str
    reason: str
    words: str
    remarks: tuple[str, ...]
    gauges: tuple[Gauge, ...]
    score: str
    interval: tuple[float, float] | None
    interval_words: str
    level: str
    chance: str
    genre: str
    blocks: tuple[Block, ...]
    waterfall: Waterfall | None
    total: str
    ledger: Ledger
    legend: tuple[Family, ...]
    notes: tuple[Note, ...]
    note_of: dict[int, int]
    ids: dict[int, str]
    provenance: tuple[Leftover, ...]
    unmeasured: tuple[tuple[str, str], ...]
    model: str


def view(a: Annotation, anchor: str, titles: bool = False) -> View:
    """Lay an annotation out.

    Parameters
    ----------
    a : Annotation
    anchor : str
        Letters, digits and hyphens.
    titles : bool
        Whether highlighted words carry their note as a tooltip, where no script can show it.
    """
    a, cuts = _bounded(a)
    numbers = {finding.id: order for order, finding in enumerate(a.findings, 1)}
    notes = notes_of(a)
    return View(
        anchor=anchor,
        place=one_line(a.place or a.id),
        title=one_line(a.slice(a.title)) if a.title else "",
        status=a.status,
        reason=one_line(a.reason or ""),
        words=f"{a.n_words:,} words" + (f", {a.lang}" if a.lang else ""),
        remarks=(*map(one_line, a.notes), *cuts),
        gauges=tuple(_gauge(a, index) for index in range(len(ITEM_WORDS))),
        score="–" if a.score is None else f"{a.score:.0f}",
        interval=a.interval,
        interval_words="" if a.interval is None else f"{a.interval[0]:.0f}–{a.interval[1]:.0f}",
        level="" if a.level is None else f"level {a.level} of 5 ({LEVELS.get(a.level, '')})",
        chance="" if a.probability is None else f"{percent(a.probability)} chance of level 4 or 5",
        genre=", ".join(
            f"{spoken(name)} {percent(p)}" for name, p in sorted(a.genre.items(), key=lambda g: -g[1])[:3] if p >= 0.05
        ),
        blocks=tuple(blocks(a, numbers, _titles(a) if titles else {})),
        waterfall=waterfall(a, numbers),
        total=_total(a),
        ledger=ledger(a),
        legend=tuple(_legend(a)),
        notes=tuple(notes),
        note_of={place.number: note.number for note in notes for place in note.places},
        ids={order: id_ for id_, order in numbers.items()},
        provenance=tuple(_provenance(a, numbers)),
        unmeasured=tuple(_unmeasured(a)),
        model="" if a.model is None else f"{a.model.name} {a.model.version}, SHA-256 {a.model.sha256[:16]}…",
    )


def _bounded(a: Annotation) -> tuple[Annotation, tuple[str, ...]]:
    """What a page can show of an annotation, and what it doesn't, in words."""
    cuts: list[str] = []
    if len(a.text) > TEXT:
        cuts.append(f"Only the first {TEXT:,} of {len(a.text):,} characters are shown here; the figures are of all.")
        a = replace(a, text=a.text[:TEXT], findings=[one for one in a.findings if one.end <= TEXT])
    if len(a.findings) > MOST:
        cuts.append(
            f"Only the first {MOST:,} of {len(a.findings):,} findings are shown here; --format json has them all."
        )
        a = replace(a, findings=a.findings[:MOST])
    return a, tuple(cuts)


def _titles(a: Annotation) -> dict[str, str]:
    return {one.id: f"{_kind_words(one)}: {one_line(one.note)}" for one in a.findings}


def _kind_words(finding: Finding) -> str:
    return spoken(finding.kind) + ("" if finding.voice == "author" else f" ({finding.voice})")


def _gauge(a: Annotation, index: int) -> Gauge:
    item = ITEM_WORDS[index]
    value = known(a.items.get(item.name))
    return Gauge(
        item.name,
        None if value is None else min(max(value / 3, 0.0), 1.0),
        "–" if value is None else f"{value:.1f}",
        item_words(item, value, a.title is not None),
        item.high_is,
    )


def _total(a: Annotation) -> str:
    if a.base is None or a.raw is None or a.score is None:
        return ""
    total = f"From {number(round(a.base, 1))} for a typical sound report to {number(round(a.raw, 1))}"
    return f"{total}, shown as {a.score:.0f}." if abs(a.raw - a.score) > 0.05 else f"{total}."


def _legend(a: Annotation) -> Iterator[Family]:
    counts: dict[str, int] = {}
    for one in a.findings:
        family = known_family(one.family)
        counts[family] = counts.get(family, 0) + 1
    for name in (*LOOKS, OTHER):
        if name in counts:
            yield Family(name, spoken(name), counts[name], LOOKS[name].weighs if name in LOOKS else "")


def _provenance(a: Annotation, numbers: dict[str, int]) -> Iterator[Leftover]:
    for one in a.findings:
        if one.family in ("residue", "transparency"):
            words = one_line(one.text)
            yield Leftover(spoken(one.kind), words if len(words) <= 90 else words[:89] + "…", numbers[one.id])


def _unmeasured(a: Annotation) -> Iterator[tuple[str, str]]:
    """Reasons, each with the features it holds for."""
    by_reason: dict[str, list[str]] = {}
    for name, reason in a.unmeasured.items():
        by_reason.setdefault(one_line(reason), []).append(feature_words(name))
    for reason, names in by_reason.items():
        yield ", ".join(names), reason
