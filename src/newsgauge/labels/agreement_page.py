"""Agreement as plain text for a terminal, and as JSON."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from newsgauge.labels.agreement import GENRE, Agreement, ItemAgreement, Shift
from newsgauge.labels.span_agreement import SpanAgreement
from newsgauge.metrics import Estimate

LISTED = 10


def page(found: Sequence[Agreement], shifts: Sequence[Shift], confusion: bool = False) -> Iterator[str]:
    """Lines of the report; a kind of annotator and a version of the codebook each have a part of their own."""
    for one in found:
        yield from _part(one, confusion)
        yield ""
    yield from _between(shifts)
    yield "Human and machine-assisted annotators are never pooled. Agreement of machine-assisted annotators says how alike they"
    yield "read, not whether people would agree."


def _part(one: Agreement, confusion: bool) -> Iterator[str]:
    names = ", ".join(one.annotators)
    yield f"{one.by} annotators, codebook {one.codebook}: {one.judgements} judgements of {one.texts} texts by {names}"
    yield f"{'item':<12}{'texts':>6}{'pairs':>7}{'alpha':>8}{'95 % interval':>16}{'exact':>8}{'within 1':>10}"
    for item in one.items:
        yield f"{item.item:<12}{item.texts:>6}{item.pairs:>7}{_estimate(item.alpha)}{_figure(item.exact, 8)}{_figure(item.near, 10)}"
    if confusion:
        for item in one.items:
            yield from _confusion(item)
    yield from _who(one)
    if one.spans and one.spans[0].marked:
        yield from _spans("spans, the most telling ones marked (F1)", one.spans)
    if one.exhaustive and one.exhaustive[0].marked:
        yield from _spans("spans of texts marked exhaustively (F1)", one.exhaustive)
    if one.disagreements:
        yield f"to adjudicate ({len(one.disagreements)} texts, widest first; --disagreements FILE writes all)"
        for apart in one.disagreements[:LISTED]:
            said = ", ".join(f"{who} {'null' if value is None else value}" for who, value in apart.values.items())
            yield f"  {apart.id}  {apart.item:<12} {said}"


def _confusion(item: ItemAgreement) -> Iterator[str]:
    if not item.pairs or item.item == GENRE:
        pairs = sorted(
            ((count, a, b) for (a, b), count in item.confusion.items() if a != b), key=lambda one: (-one[0], str(one))
        )
        if pairs:
            yield f"{item.item} confused most: " + ", ".join(f"{a} / {b} {count}" for count, a, b in pairs[:6])
        return
    values = sorted({value for pair in item.confusion for value in pair}, key=float)
    yield f"{item.item} confused" + "".join(f"{value:>6}" for value in values)
    for a in values:
        cells = (item.confusion.get((a, b), "" if float(b) < float(a) else 0) for b in values)
        yield f"{a:>{len(item.item) + 9}}" + "".join(f"{cell:>6}" for cell in cells)


def _who(one: Agreement) -> Iterator[str]:
    if one.pairs:
        yield f"{'pairs, on reliability':<24}{'texts':>6}{'exact':>8}{'within 1':>10}{'alpha':>8}"
        for pair in one.pairs:
            figures = f"{_figure(pair.exact, 8)}{_figure(pair.near, 10)}{_figure(pair.alpha, 8)}"
            yield f"{f'{pair.one} and {pair.other}':<24}{pair.texts:>6}{figures}"
    if one.leanings:
        items = list(one.leanings[0].shift)
        yield (
            f"{'less the others':<16}{'texts':>6}"
            + "".join(f"{item:>12}" for item in items)
            + "   drift of reliability"
        )
        for each in one.leanings:
            drift = " ".join(f"{value:+.2f}" for value in each.drift) or "not shown: no times, or too few"
            shifts = "".join(
                f"{each.shift[item]:>+12.2f}" if not math.isnan(each.shift[item]) else f"{'-':>12}" for item in items
            )
            yield f"{each.annotator:<16}{each.texts:>6}{shifts}   {drift}"


def _spans(title: str, found: Sequence[SpanAgreement]) -> Iterator[str]:
    yield f"{title:<44}{'marked':>7}{'position':>18}{'with label':>18}{'exact':>8}"
    for one in found:
        position, labelled = (f"{_figure(e.value, 4)} ({_figure(e.low, 3)}–{_figure(e.high, 3)})" for e in one[2:4])
        yield f"  {one.label:<42}{one.marked:>7}{position:>18}{labelled:>18}{_figure(one.exact.value, 8)}"


def _between(shifts: Sequence[Shift]) -> Iterator[str]:
    for pair in dict.fromkeys((one.one, one.other) for one in shifts):
        yield f"{pair[1]} less {pair[0]}, on the texts both judged"
        yield f"{'item':<12}{'texts':>6}{'mean':>8}{'exact':>8}{'Spearman':>10}"
        for one in shifts:
            if (one.one, one.other) == pair:
                yield f"{one.item:<12}{one.texts:>6}{one.mean:>+8.2f}{_figure(one.exact, 8)}{_figure(one.spearman, 10)}"
        yield ""


def _estimate(one: Estimate) -> str:
    interval = "" if math.isnan(one.low) else f"{_figure(one.low)} to {_figure(one.high)}"
    return f"{_figure(one.value, 8)}{interval:>16}"


def _figure(value: float, width: int = 0) -> str:
    shown = "-" if math.isnan(value) else f"{value:.2f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.2f}"
    return f"{shown:>{width}}"


def as_json(found: Sequence[Agreement], shifts: Sequence[Shift]) -> dict[str, Any]:
    """The same as JSON; NaN is null."""
    return {"agreement": [_plain(one) for one in found], "between": [_plain(one) for one in shifts]}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _plain(each) for name, each in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {
            name if isinstance(name, str) else " / ".join(map(str, name)): _plain(each) for name, each in value.items()
        }
    return None if isinstance(value, float) and math.isnan(value) else value
