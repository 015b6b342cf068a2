"""All rules and kinds of vagueness."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.vagueness.rules_crowds import CROWDS
from newsgauge.detectors.vagueness.rules_hearsay import HEARSAY
from newsgauge.rule import Kind

RULES: Final = (*CROWDS, *HEARSAY)
BY_NAME: Final = {rule.name: rule for rule in RULES}
PAIR: Final = "vagueness.stacked_hedges:two-on-one-verb"
THIRD: Final = "vagueness.stacked_hedges:three-in-a-sentence"
KINDS: Final = (
    Kind("vagueness.agentless", "A passive that leaves out who believes, reports or blames."),
    Kind("vagueness.weasel_crowd", "A crowd nobody can ask stands in for a source."),
    Kind("vagueness.unnamed_source", "Sources in the plural, or without a word about them."),
    Kind("vagueness.hearsay", "Reports, rumours, indications and concerns without their owner."),
    Kind("vagueness.stacked_hedges", "Hedges on hedges: hardly anything is asserted."),
    Kind("vagueness.filler", "Stock phrases that add no fact."),
)
