"""Every rule fires on its own examples, exactly there, and stays silent on its near misses."""

from __future__ import annotations

import pytest

from marked import marked
from newsgauge.article import Finding, Span
from newsgauge.detectors import DETECTORS, residue
from newsgauge.document import Document
from newsgauge.rule import Detector, Rule

RULES = [(detector, rule) for detector in DETECTORS for rule in detector.rules]
NAMES = [rule.name for _, rule in RULES]


def findings(detector: Detector, text: str) -> list[Finding]:
    """What a family finds in a text of ours; for rules that read titles the first of its paragraphs is one."""
    document = Document(text)
    leftovers = residue.DETECTOR.find(document)
    first = text.split("\n\n", maxsplit=1)[0]
    titled = detector.family == "headline" or (detector.family == "consistency" and first != text)
    title = Span(0, len(first)) if titled else None
    masks = [f.span for f in leftovers if f.kind != "residue.truncated"]
    document.settle(masks, title, guess_title=False)
    return leftovers if detector.family == "residue" else detector.find(document)


@pytest.mark.parametrize(("detector", "rule"), RULES, ids=NAMES)
def test_fires(detector: Detector, rule: Rule) -> None:
    """The spans found by the rule are the marked ones."""
    for example in rule.fires:
        text, spans = marked(example)
        assert [f.span for f in findings(detector, text) if f.rule == rule.name] == spans, example


@pytest.mark.parametrize(("detector", "rule"), RULES, ids=NAMES)
def test_stays_silent(detector: Detector, rule: Rule) -> None:
    """The rule finds nothing in its near misses."""
    for example in rule.silent:
        text, spans = marked(example)
        assert not spans, "a silent example has no marks"
        assert [f.text for f in findings(detector, text) if f.rule == rule.name] == [], example


def counts() -> dict[str, tuple[int, int]]:
    """Examples by kind: how many must fire, how many must not."""
    rows = dict.fromkeys((kind.name for detector in DETECTORS for kind in detector.kinds), (0, 0))
    for _, rule in RULES:
        fires, silent = rows[rule.kind]
        rows[rule.kind] = fires + len(rule.fires), silent + len(rule.silent)
    return rows


@pytest.mark.parametrize("count", counts().values(), ids=[f"{kind}-{a}+{b}" for kind, (a, b) in counts().items()])
def test_a_kind_has_its_examples(count: tuple[int, int]) -> None:
    """Each kind has eight texts it must fire on and eight near misses; `pytest -v -k its_examples` prints the counts."""
    assert min(count) >= 8


@pytest.mark.parametrize(("detector", "rule"), RULES, ids=NAMES)
def test_a_rule_explains_itself(detector: Detector, rule: Rule) -> None:
    """A rule belongs to a kind of its family, says why in one sentence, what it reads and where its words come from."""
    assert rule.kind in {kind.name for kind in detector.kinds}
    assert rule.note.endswith((".", "?"))
    assert len(rule.note) <= 160
    assert all((rule.explain, rule.provenance, rule.fires))
    assert 0 < rule.weight <= 1


def test_names_are_unique() -> None:
    """No two rules share a name."""
    assert len(set(NAMES)) == len(NAMES)
