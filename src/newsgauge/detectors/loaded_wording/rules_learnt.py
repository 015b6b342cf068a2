"""Rules that stand for spans of the learnt table, by the technique they are most like."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.loaded_wording.provenance import learnt_rule
from newsgauge.rule import Rule

SPANS: Final[tuple[Rule, ...]] = (
    learnt_rule(
        "emotive",
        "These words judge or stir where plain ones would tell.",
        "Spans like those that readers marked as loaded language.",
        (),
        (),
    ),
    learnt_rule(
        "name_calling",
        "These words read as a label that judges whom it names.",
        "Spans like those that readers marked as name-calling.",
        (),
        (),
    ),
    learnt_rule(
        "exaggeration",
        "These words make the matter larger or smaller than the facts beside them show.",
        "Spans like those that readers marked as exaggeration or belittling.",
        (),
        (),
    ),
)
