"""What a feature, family, kind or rule means, as text: printed from the values that do the work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newsgauge.report.cells import wrapped
from newsgauge.report.visible import one_line
from newsgauge.report.wording import number

if TYPE_CHECKING:
    from newsgauge.features import Feature
    from newsgauge.rule import Detector, Kind, Rule

_BRACKETS = re.compile(r"\[\[|\]\]|\[|\]")
_MARKS = {"[[": "[", "]]": "]", "[": "⟦", "]": "⟧"}
_EXAMPLES = 8

DIRECTIONS = {
    1: "more of it never lowers the score",
    -1: "more of it never raises the score",
    0: "no promise either way",
}


def explain_feature(feature: Feature, width: int) -> Iterator[str]:
    """Say what a feature counts, in which unit, when it is missing and where it misleads."""
    f = feature
    yield f"{f.name}  (feature, family {f.family})"
    yield ""
    item = f"the item {f.item}" if f.item else "no item: it is measured and shown, and takes no part in the score"
    found = ", ".join(f.kinds) if f.kinds else "nothing that can be marked in the text"
    rows = (
        ("counts", f.reads),
        ("unit", f"{f.unit}; in news from {number(f.low)} to {number(f.high)}"),
        ("direction", DIRECTIONS[f.direction]),
        ("speaks to", item),
        ("stands on", found + (f" (voice: {', '.join(f.voices)})" if f.kinds else "")),
        ("missing", f"{f.missing}; then it is unknown, never 0" if f.missing else "never"),
        ("misleads", f.fails or "no case known"),
        ("source", f.citation),
    )
    yield from _rows(rows, width)


def explain_family(detector: Detector, width: int, rates: Mapping[str, float]) -> Iterator[str]:
    """Say what a family looks for, and list its kinds."""
    yield f"{detector.family}  (family: {_count(detector.kinds, 'kind')}, {_count(detector.rules, 'rule')})"
    yield ""
    yield from wrapped(one_line(detector.explain), width)
    yield from _rate(detector.family, rates)
    yield ""
    yield "Kinds"
    for kind in detector.kinds:
        yield from wrapped(f"{kind.name}: {one_line(kind.explain)}", width, first="  ", rest="    ")


def explain_kind(kind: Kind, rules: Sequence[Rule], width: int, rates: Mapping[str, float]) -> Iterator[str]:
    """Say what a kind means, and list its rules with one example each."""
    yield f"{kind.name}  (kind: {_count(rules, 'rule')})"
    yield ""
    yield from wrapped(one_line(kind.explain), width)
    yield from _rate(kind.name, rates)
    yield ""
    yield "Rules"
    for rule in rules:
        yield from wrapped(f"{rule.name} (strength {rule.weight:g}): {rule.note}", width, first="  ", rest="    ")
        for example in rule.fires[:1]:
            yield from wrapped(marked_example(example), width, first="    e.g. ", rest="         ")


def explain_rule(rule: Rule, width: int, rates: Mapping[str, float]) -> Iterator[str]:
    """Say what a rule looks at and where it comes from, with what it flags and what it leaves alone."""
    yield f"{rule.name}  (rule)"
    yield ""
    yield from _rows(
        (
            ("says", rule.note),
            ("looks at", rule.explain),
            ("strength", f"{rule.weight:g} of 1; a word of its list may have its own"),
            ("comes from", rule.provenance),
        ),
        width,
    )
    yield from _rate(rule.name, rates)
    for title, examples in (("Flags", rule.fires), ("Leaves alone", rule.silent)):
        if examples:
            yield ""
            yield title
        for example in examples[:_EXAMPLES]:
            yield from wrapped(marked_example(example), width, first="  · ", rest="    ")


def everything(detectors: Sequence[Detector], features: Sequence[Feature], width: int) -> Iterator[str]:
    """List every name there is to explain: families with their kinds, then features."""
    yield "Families and kinds"
    for detector in detectors:
        names = ", ".join(kind.name.partition(".")[2] for kind in detector.kinds)
        yield from wrapped(f"{detector.family}: {names}", width, first="  ", rest="    ")
    yield ""
    yield "Features"
    for feature in features:
        yield from wrapped(f"{feature.name}: {feature.reads}", width, first="  ", rest="    ")
    yield ""
    yield from wrapped("A kind is named family.kind; newsgauge explain FAMILY.KIND lists its rules.", width)


def _count(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def marked_example(example: str) -> str:
    """An example with its marks as reports show them: ``[so]`` becomes ``⟦so⟧``, ``[[`` a bracket."""
    return one_line(_BRACKETS.sub(lambda match: _MARKS[match[0]], example))


def _rows(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    for name, text in rows:
        yield from wrapped(one_line(text), width, first=f"  {name:<11}", rest=" " * 13)


def _rate(name: str, rates: Mapping[str, float]) -> Iterator[str]:
    if name in rates:
        yield ""
        rate = number(rates[name]) if rates[name] >= 0.01 else "less than 0.01"
        yield f"Fires {rate} times in 10,000 words of edited news."
