"""Explanations are printed from the values that do the work."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from newsgauge.report.cells import cells
from newsgauge.report.explanation import everything, explain_family, explain_feature, explain_kind, explain_rule
from newsgauge.rule import Detector, Kind, Rule

RULE = Rule(
    "vagueness.crowd:they-say",
    0.4,
    "Nobody in particular is quoted.",
    "Crowds before a cue; leaves named bodies alone. " * 4,
    "Our own list.",
    ("[They say] the quay is safe.",),
    ("Note [[sic]] that the board says so.",),
)
KIND = Kind("vagueness.crowd", "A crowd is quoted.")
FAMILY = Detector("vagueness", "Wording that names nobody.", (KIND,), (RULE,), lambda _: [])
FEATURE: Any = SimpleNamespace(
    name="vagueness_per_1000_words",
    family="vagueness",
    item="sourcing",
    unit="per 1,000 words",
    low=0,
    high=20,
    direction=-1,
    reads="vague wording in the author's voice",
    missing="fewer than 50 words",
    fails="irony",
    citation="codebook",
    kinds=("vagueness",),
    voices=("author",),
)


def test_a_rule_shows_what_it_flags_and_what_it_leaves_alone() -> None:
    """Marks become ⟦so⟧, doubled brackets stand for themselves, the firing rate has its unit."""
    text = "\n".join(explain_rule(RULE, 80, {RULE.name: 1.5}))
    assert "Flags\n  · ⟦They say⟧ the quay is safe." in text
    assert "Leaves alone\n  · Note [sic] that the board says so." in text
    assert "comes from Our own list." in text
    assert "Fires 1.50 times in 10,000 words of edited news." in text


def test_a_kind_lists_its_rules_and_a_family_its_kinds() -> None:
    """One rule is "1 rule"; each level leads to the next."""
    assert next(explain_kind(KIND, [RULE], 80, {})) == "vagueness.crowd  (kind: 1 rule)"
    assert "  vagueness.crowd:they-say (strength 0.4): Nobody in particular is quoted." in list(
        explain_kind(KIND, [RULE], 80, {})
    )
    assert "  vagueness.crowd: A crowd is quoted." in list(explain_family(FAMILY, 80, {}))


def test_a_feature_tells_unit_range_direction_and_blind_spots() -> None:
    """Unknown is never 0, and more of it never raises the score."""
    text = "\n".join(explain_feature(FEATURE, 80))
    for line in (
        "  unit       per 1,000 words; in news from 0 to 20",
        "  direction  more of it never raises the score",
        "  missing    fewer than 50 words; then it is unknown, never 0",
        "  misleads   irony",
    ):
        assert line in text


def test_everything_fits_eighty_columns() -> None:
    """Families with their kinds, then features, and long explanations wrapped."""
    lines = [*everything((FAMILY,), (FEATURE,), 80), *explain_rule(RULE, 80, {})]
    assert "  vagueness: crowd" in lines
    assert max(map(cells, lines)) <= 80
