"""How annotators agree: per item, per pair, over time, and which texts they should talk about.

Human and machine-assisted annotators are never pooled, nor are versions of the codebook: each kind and version has its
own `Agreement`, and what both kinds judged is compared in `between`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np

from newsgauge.labels.alpha import alpha
from newsgauge.labels.judgement import Judgement
from newsgauge.labels.span_agreement import SpanAgreement, span_agreement
from newsgauge.metrics import Estimate, spearman

GENRE: Final = "genre"
PARTS: Final = 3  # of an annotator's work in time: early, middle, late
FAR: Final = 2  # a difference from which two annotators should talk
_LEAST: Final = 3  # judgements of a part under which no drift is shown


class ItemAgreement(NamedTuple):
    """One item over all pairs of judgements of one text.

    Attributes
    ----------
    alpha : Estimate
        Ordinal for items, nominal for the genre.
    exact, near : float
        Shares of pairs with the same value, and with values at most 1 apart (NaN for the genre).
    confusion : mapping of (value, value) to int
        Pairs, the lower value first.
    """

    item: str
    texts: int
    pairs: int
    alpha: Estimate
    exact: float
    near: float
    confusion: Mapping[tuple[int | str, int | str], int]


class PairAgreement(NamedTuple):
    """Two annotators on reliability (or the first item, where nobody judged that)."""

    one: str
    other: str
    texts: int
    exact: float
    near: float
    alpha: float


class Leaning(NamedTuple):
    """How far an annotator's values lie from the others' on the same texts, and whether that moves.

    Attributes
    ----------
    shift : mapping of item to float
        Mean difference from the mean of the others.
    drift : tuple of float
        Mean difference on reliability in the early, middle and late part of their work; empty where times are unknown or
        the parts are too small.
    """

    annotator: str
    texts: int
    shift: Mapping[str, float]
    drift: tuple[float, ...]


class Disagreement(NamedTuple):
    """A text to adjudicate: the item furthest apart, and who said what."""

    id: str
    item: str
    apart: float
    values: Mapping[str, int | str | None]


class Agreement(NamedTuple):
    """All of one kind of annotator by one codebook."""

    by: str
    codebook: str
    texts: int
    judgements: int
    annotators: tuple[str, ...]
    items: tuple[ItemAgreement, ...]
    pairs: tuple[PairAgreement, ...]
    leanings: tuple[Leaning, ...]
    spans: tuple[SpanAgreement, ...]
    exhaustive: tuple[SpanAgreement, ...]
    disagreements: tuple[Disagreement, ...]


class Shift(NamedTuple):
    """What two groups of judgements make of the same texts: two versions, or humans and machine-assisted."""

    one: str
    other: str
    item: str
    texts: int
    mean: float
    exact: float
    spearman: float


def agreements(judgements: Sequence[Judgement]) -> list[Agreement]:
    """One report per kind of annotator and version of the codebook, humans first."""
    groups: dict[tuple[str, str], list[Judgement]] = defaultdict(list)
    for one in judgements:
        groups[one.by, one.codebook].append(one)
    return [_agreement(by, book, rows) for (by, book), rows in sorted(groups.items())]


def _agreement(by: str, book: str, rows: Sequence[Judgement]) -> Agreement:
    texts = list(_by_text(rows).values())
    exhaustive = [[one for one in text if one.exhaustive] for text in texts]
    items = [_item(name, texts) for name in (*rows[0].values, GENRE)]
    return Agreement(
        by,
        book,
        len(texts),
        len(rows),
        tuple(sorted({one.annotator for one in rows})),
        tuple(items),
        tuple(_pairs(texts)),
        tuple(_leanings(rows, texts)),
        tuple(span_agreement([[one for one in text if not one.exhaustive] for text in texts])),
        tuple(span_agreement(exhaustive)),
        tuple(_disagreements(texts)),
    )


def _by_text(rows: Sequence[Judgement]) -> dict[str, list[Judgement]]:
    found: dict[str, list[Judgement]] = {}
    for one in rows:
        found.setdefault(one.id, []).append(one)
    return found


def _value(one: Judgement, name: str) -> int | str | None:
    return one.genre if name == GENRE else one.values.get(name)


def _item(name: str, texts: Sequence[Sequence[Judgement]]) -> ItemAgreement:
    given = [[value for one in text if (value := _value(one, name)) is not None] for text in texts]
    units = [unit for unit in given if len(unit) > 1]
    pairs = [pair for unit in units for pair in combinations(sorted(unit, key=lambda v: (str(type(v)), v)), 2)]
    confusion = Counter((a, b) for a, b in pairs)
    gaps = [abs(a - b) for a, b in pairs if isinstance(a, int) and isinstance(b, int)]
    return ItemAgreement(
        name,
        len(units),
        len(pairs),
        alpha(units, "nominal" if name == GENRE else "ordinal"),
        _share([a == b for a, b in pairs]),
        _share([gap <= 1 for gap in gaps]) if name != GENRE else math.nan,
        dict(sorted(confusion.items(), key=str)),
    )


def _share(which: Sequence[bool]) -> float:
    return sum(which) / len(which) if which else math.nan


def _pairs(texts: Sequence[Sequence[Judgement]]) -> list[PairAgreement]:
    shared: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for text in texts:
        for one, other in combinations(sorted(text, key=lambda each: each.annotator), 2):
            a, b = one.values.get("reliability"), other.values.get("reliability")
            if a is not None and b is not None:
                shared[one.annotator, other.annotator].append((a, b))
    return [
        PairAgreement(
            one,
            other,
            len(values),
            _share([a == b for a, b in values]),
            _share([abs(a - b) <= 1 for a, b in values]),
            alpha(values, rounds=0).value,
        )
        for (one, other), values in sorted(shared.items())
    ]


def _leanings(rows: Sequence[Judgement], texts: Sequence[Sequence[Judgement]]) -> list[Leaning]:
    differences = {(one.annotator, one.id): _from_others(one, text) for text in texts for one in text if len(text) > 1}
    found = []
    for annotator in sorted({one.annotator for one in rows}):
        own = [one for one in rows if one.annotator == annotator and (annotator, one.id) in differences]
        if own:
            apart = [differences[annotator, one.id] for one in own]
            shift = {name: _mean([each[name] for each in apart if name in each]) for name in own[0].values}
            found.append(Leaning(annotator, len(own), shift, _drift(own, differences)))
    return found


def _from_others(one: Judgement, text: Sequence[Judgement]) -> dict[str, float]:
    found = {}
    for name, value in one.values.items():
        others = [given for other in text if other is not one and (given := other.values.get(name)) is not None]
        if value is not None and others:
            found[name] = value - math.fsum(others) / len(others)
    return found


def _drift(own: Sequence[Judgement], differences: Mapping[tuple[str, str], Mapping[str, float]]) -> tuple[float, ...]:
    if not all(one.at for one in own) or len(own) < PARTS * _LEAST:
        return ()
    parts = np.array_split(np.array(sorted(range(len(own)), key=lambda at: own[at].at)), PARTS)
    known = [
        [d["reliability"] for at in part if "reliability" in (d := differences[own[at].annotator, own[at].id])]
        for part in parts
    ]
    return tuple(_mean(part) for part in known) if all(len(part) >= _LEAST for part in known) else ()


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values) if values else math.nan


def _disagreements(texts: Sequence[Sequence[Judgement]]) -> list[Disagreement]:
    """Texts where an item lies two or more apart, or one annotator gave null and another didn't; widest first."""
    found = []
    for text in texts:
        widest = max((_apart(name, text) for name in text[0].values), key=lambda one: one.apart, default=None)
        if widest is not None and widest.apart >= FAR:
            found.append(widest)
    return sorted(found, key=lambda one: (-one.apart, one.item != "reliability", one.id))


def _apart(name: str, text: Sequence[Judgement]) -> Disagreement:
    values = {one.annotator: one.values.get(name) for one in text}
    given = [value for value in values.values() if value is not None]
    apart = float(max(given) - min(given)) if given else 0.0
    nulls = len(given) not in (0, len(values))
    return Disagreement(text[0].id, name, max(apart, float(FAR)) if nulls and name == "reliability" else apart, values)


def between(judgements: Sequence[Judgement]) -> list[Shift]:
    """What versions of the codebook, and kinds of annotators, make of texts that both judged: means, other less one."""
    sides: dict[str, dict[str, list[Judgement]]] = {}
    for one in judgements:
        sides.setdefault(f"{one.by}, {one.codebook}", {}).setdefault(one.id, []).append(one)
    found = []
    for first, second in combinations(sorted(sides), 2):
        both = [(sides[first][text], sides[second][text]) for text in sides[first] if text in sides[second]]
        names = list(next(iter(sides[first].values()))[0].values)
        found += [shift for name in names if (shift := _shift(first, second, name, both)) is not None]
    return found


def _shift(
    one: str, other: str, name: str, both: Sequence[tuple[Sequence[Judgement], Sequence[Judgement]]]
) -> Shift | None:
    def middle(rows: Sequence[Judgement]) -> float:
        return _mean([value for row in rows if (value := row.values.get(name)) is not None])

    pairs = [(middle(a), middle(b)) for a, b in both]
    known = [(a, b) for a, b in pairs if not math.isnan(a) and not math.isnan(b)]
    if not known:
        return None
    first, second = np.array(known, np.float64).T
    return Shift(
        one,
        other,
        name,
        len(known),
        float((second - first).mean()),
        float((first == second).mean()),
        spearman(first, second),
    )
