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
        ("The plan is a [stupid, dangerous fraud].", "Such foolishness and [ignorance is dangerous]."),
        (
            "The council met on Monday to discuss the harbour toll.",
            "It was not foolishness, the auditor wrote.",
            "He fished the Foolish River for trout.",
        ),
    ),
    learnt_rule(
        "name_calling",
        "These words read as a label that judges whom it names.",
        "Spans like those that readers marked as name-calling.",
        ("Their bungling leaders are traitors and [cheats].", "The council is full of idiots and [extremists]."),
        (
            "The leaders are farmers and bakers.",
            "The council is full of old files.",
            "The word “extremists” is a label.",
        ),
    ),
    learnt_rule(
        "exaggeration",
        "These words make the matter larger or smaller than the facts beside them show.",
        "Spans like those that readers marked as exaggeration or belittling.",
        (
            "The [massive scandal is bigger] than anyone imagined.",
            "It was the most [massive failure ever] made by any board.",
        ),
        (
            "The scandal was on page two.",
            "It was the third change to the plan.",
            "The ferry carried 300 people on Sunday.",
        ),
    ),
)
