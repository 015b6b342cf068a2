"""All features of an article for a person: value, unit, what more of it does, or why it is unknown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsgauge.article import LIMIT, Annotation
from newsgauge.report.cells import cut_middle, fill, wrapped
from newsgauge.report.visible import one_line
from newsgauge.report.wording import known, number

if TYPE_CHECKING:
    from newsgauge.features import Feature

_NAME = 39
_EFFECT = {1: "never lowers", -1: "never raises", 0: ""}


def feature_table(annotation: Annotation, catalogue: Sequence[Feature], width: int = 80) -> Iterator[str]:
    """Give one line per feature of the catalogue, and a blank one between families; at least 80 columns."""
    a = annotation
    place = one_line(a.place or a.id)
    if a.status == "failed":
        yield from wrapped(f"{place}: failed: {one_line(a.reason or '')}", width, rest="  ")
        return
    yield f"{cut_middle(place, width - 20)} · {a.n_words:,} words"
    yield ""
    yield f"{'feature':<{_NAME}} {'value':>8} {'unit':<18} more of it"
    family = ""
    for feature in catalogue:
        if family and feature.family != family:
            yield ""
        family = feature.family
        yield from _feature(a, feature, width)
    yield ""
    yield from wrapped(f"{LIMIT} More of a feature, all others equal, never lowers or never raises the score.", width)


def _feature(a: Annotation, feature: Feature, width: int) -> Iterator[str]:
    value = known(a.features.get(feature.name))
    name = fill(feature.name, _NAME)
    if value is None:
        reason = one_line(a.unmeasured.get(feature.name, "unknown"))
        yield from wrapped(f"unknown: {reason}", width, first=f"{name} {'–':>8} ", rest=" " * (_NAME + 10))
        return
    # A share stays a number here: this is the table one compares with --format csv.
    yield f"{name} {number(value):>8} {fill(feature.unit, 18)} {_EFFECT[feature.direction]}".rstrip()
