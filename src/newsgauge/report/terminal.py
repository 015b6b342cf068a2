"""An annotation for a person at a terminal: items first, then the score, the marked text and the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgauge.article import LIMIT, Annotation, Contribution, Finding
from newsgauge.report.cells import Piece, cells, cut, cut_middle, fill, wrap, wrapped
from newsgauge.report.ledger import ledger
from newsgauge.report.ledger_lines import entry_words
from newsgauge.report.marked_text import marked_text
from newsgauge.report.visible import one_line
from newsgauge.report.waterfall import SHOWN, SMALL
from newsgauge.report.wording import (
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

NARROWEST = 40
_BAR = 10


def annotate_view(annotation: Annotation, width: int = 80, colour: bool = False) -> str:
    """Show an annotation as text.

    Parameters
    ----------
    annotation : Annotation
    width : int
        Columns; no line is wider.
    colour : bool
        Whether ANSI codes are used. Without them the marks ``⟦so⟧¹`` carry everything.

    Returns
    -------
    str
        Ends with a line end.
    """
    width = max(width, NARROWEST)
    lines = _failed(annotation, width) if annotation.status == "failed" else _view(annotation, width, colour)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _view(a: Annotation, width: int, colour: bool) -> Iterator[str]:
    yield from _heading(a, width, colour)
    if a.status == "abstained":
        yield ""
        yield from wrapped(f"No score: {one_line(a.reason or 'no reason given')}", width, rest="  ")
        yield from wrapped("What was found and measured is given all the same.", width)
    yield ""
    yield from _items(a, width)
    yield ""
    yield from _score(a, width, colour)
    for title, body in (
        ("Text", marked_text(a, width, colour)),
        ("What moved the score" if a.score is not None else "What a score would rest on", _points(a, width, colour)),
        ("Sources", _sources(a, width)),
        ("Provenance (0 points)", _provenance(a, width)),
        ("What could not be measured", _unmeasured(a, width)),
    ):
        lines = list(body)
        while lines and not lines[-1]:
            lines.pop()
        if lines:
            yield ""
            yield _section(title, width, colour)
            yield from lines
    if a.model is not None:
        yield ""
        yield from wrapped(f"Model {a.model.name} {a.model.version}, {a.model.sha256[:12]}.", width, rest="  ")


def _failed(a: Annotation, width: int) -> Iterator[str]:
    yield from wrapped(f"{one_line(a.place or a.id)}: failed: {one_line(a.reason or '')}", width, rest="  ")


def _section(title: str, width: int, colour: bool) -> str:
    line = f"── {title} "
    line += "─" * (width - cells(line))
    return f"\x1b[1m{line}\x1b[0m" if colour else line


def _heading(a: Annotation, width: int, colour: bool) -> Iterator[str]:
    if a.title is not None:
        title = one_line(a.slice(a.title))
        yield from (row.text for row in wrap([Piece(title, "1")], width, colour))
    words = f"{a.n_words:,} words"
    language = f" · {a.lang}" if a.lang else ""
    place = cut_middle(one_line(a.place or a.id), width - cells(words + language) - 3)
    yield f"{place} · {words}{language}" if place else words + language
    for note in a.notes:
        yield from wrapped(f"Note: {one_line(note)}", width, rest="  ")


def _items(a: Annotation, width: int) -> Iterator[str]:
    for item in ITEM_WORDS:
        value = known(a.items.get(item.name))
        bar = "░" * _BAR if value is None else _bar(value / 3)
        figure = "  –" if value is None else f"{value:.1f}"
        direction = f"  (0–3, high is {item.high_is})"
        line = f"{item.name:<9} {bar} {figure}  {fill(item_words(item, value, a.title is not None), 24)}"
        yield line + direction if cells(line + direction) <= width else cut(line.rstrip(), width)


def _bar(share: float) -> str:
    full = min(max(round(share * _BAR), 0), _BAR)
    return "█" * full + "░" * (_BAR - full)


def _score(a: Annotation, width: int, colour: bool) -> Iterator[str]:
    if a.score is not None:
        yield from (row.text for row in wrap([Piece(_score_words(a), "1")], width, colour))
        yield from wrapped(_level_words(a), width)
    yield from wrapped(LIMIT, width)
    if a.genre:
        likely = sorted(a.genre.items(), key=lambda pair: -pair[1])[:2]
        named = ", ".join(f"{spoken(name)} {percent(p)}" for name, p in likely if p >= 0.05)
        yield from wrapped(f"Genre: {named}. Compare scores within a genre only.", width, rest="  ")


def _score_words(a: Annotation) -> str:
    score = a.score or 0.0
    if a.interval is None:
        return f"Score {score:.0f} of 100"
    low, high = a.interval
    # Clipping at 0 and 100 makes the interval lopsided; then its ends say more than a ±.
    even = abs((high - score) - (score - low)) < 1
    around = f" ± {(high - low) / 2:.0f} of 100" if even else " of 100"
    return f"Score {score:.0f}{around} (80 % interval {low:.0f} to {high:.0f})"


def _level_words(a: Annotation) -> str:
    parts = []
    if a.level is not None:
        parts.append(f"Level {a.level} of 5 ({LEVELS.get(a.level, '')})")
    if a.probability is not None:
        parts.append(f"{percent(a.probability)} chance of level 4 or 5")
    if a.confidence is not None and a.probability is not None and _outside(a.confidence, a.probability):
        parts.append(f"{percent(a.confidence)} sure: unusual text")
    return " · ".join(parts)


def _outside(confidence: float, probability: float) -> bool:
    """Whether features outside the range of training lowered the confidence; else it repeats the probability."""
    return confidence < max(probability, 1 - probability) - 0.005


def _points(a: Annotation, width: int, colour: bool) -> Iterator[str]:
    if not a.contributions:
        return
    strongest = max(abs(one.points) for one in a.contributions)
    by_id = {finding.id: finding for finding in a.findings}
    for title, style, group in (
        ("Weaknesses", "31", [one for one in a.contributions if one.points < 0]),
        ("Strengths", "32", [one for one in a.contributions if one.points > 0]),
    ):
        ranked = sorted(group, key=lambda one: -abs(one.points))
        shown = [one for one in ranked if abs(one.points) >= SMALL][:SHOWN]
        yield f"{title}: {signed(sum(one.points for one in group))} points" + ("" if group else ", none found")
        for one in shown:
            yield from _bar_line(one, strongest, by_id, style, width, colour)
        smaller = ranked[len(shown) :]
        if smaller:
            together = signed(sum(one.points for one in smaller))
            yield f"{together:>6} {'':<{_BAR}} {len(smaller)} {_smaller(len(smaller))}"
    if _sum_words(a):
        yield from wrapped(_sum_words(a), width, rest="  ")


def _smaller(count: int) -> str:
    return "smaller one" if count == 1 else "smaller ones together"


def _bar_line(
    one: Contribution, strongest: float, by_id: dict[str, Finding], style: str, width: int, colour: bool
) -> Iterator[str]:
    bar = "█" * max(1, round(abs(one.points) / strongest * _BAR))
    painted = f"\x1b[{style}m{bar}\x1b[0m" if colour else bar
    indent = " " * (_BAR + 8)
    first, *rest = wrapped(contribution_words(one), width, first=indent, rest=indent)
    yield f"{signed(one.points):>6} {painted}{' ' * (_BAR - len(bar))} {first[len(indent) :]}"
    yield from rest
    words = quoted_words(one, by_id)
    if words:
        yield from wrapped(words, width, first=indent, rest=indent)


def quoted_words(one: Contribution, by_id: dict[str, Finding], most: int = 3) -> str:
    """Up to three different quoted words behind a contribution, and how many more findings there are."""
    found = [by_id[id_] for id_ in one.findings if id_ in by_id]
    texts = list(dict.fromkeys(cut(one_line(finding.text), 32) for finding in found))
    more = f" and {len(texts) - most} more" if len(texts) > most else ""
    return ", ".join(f"“{text}”" for text in texts[:most]) + more


def _sum_words(a: Annotation) -> str:
    if a.base is None or a.raw is None or a.score is None:
        return ""
    total = f"From {number(round(a.base, 1))} for a typical sound report to {number(round(a.raw, 1))}"
    clipped = abs(a.raw - a.score) > 0.05
    return f"{total}, shown as {a.score:.0f}." if clipped else f"{total}."


def _sources(a: Annotation, width: int) -> Iterator[str]:
    found = ledger(a)
    for one in found.entries:
        yield from wrapped(entry_words(one), width, rest="    ")
    for reply in found.replies:
        yield from wrapped(f"Reply: {reply.sentence}", width, rest="    ")


def _provenance(a: Annotation, width: int) -> Iterator[str]:
    found: dict[str, list[Finding]] = {}
    for finding in a.findings:
        if finding.family in ("residue", "transparency"):
            found.setdefault(finding.kind, []).append(finding)
    for kind, group in found.items():
        yield from wrapped(f"{spoken(kind)}: {_examples(group)}", width, rest="    ")


def _examples(group: Sequence[Finding], most: int = 3) -> str:
    texts = list(dict.fromkeys(cut(one_line(finding.text), 48) for finding in group))
    more = f" and {len(texts) - most} more" if len(texts) > most else ""
    return ", ".join(f"“{text}”" for text in texts[:most]) + more


def _unmeasured(a: Annotation, width: int) -> Iterator[str]:
    by_reason: dict[str, list[str]] = {}
    for name, reason in a.unmeasured.items():
        by_reason.setdefault(reason, []).append(feature_words(name))
    for reason, names in by_reason.items():
        yield from wrapped(f"{', '.join(names)}: {one_line(reason)}", width, rest="    ")
