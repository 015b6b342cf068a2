"""All rules and kinds of loaded wording, and the names of those that the finding code asks for."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.loaded_wording.rules_appeals import APPEALS
from newsgauge.detectors.loaded_wording.rules_feelings import FEELINGS
from newsgauge.detectors.loaded_wording.rules_labels import LABELS
from newsgauge.detectors.loaded_wording.rules_learnt import SPANS
from newsgauge.rule import Kind

RULES: Final = (*LABELS, *FEELINGS, *APPEALS, *SPANS)
BY_NAME: Final = {rule.name: rule for rule in RULES}
LITERAL: Final = "loaded_wording.literal:phrase"
BEFORE_NAME: Final = "loaded_wording.epithet:before-name"
SIDE: Final = "loaded_wording.name_calling:adjective-group"
LABEL: Final = "loaded_wording.name_calling:label"
BARE: Final = "loaded_wording.scare_quotes:bare"
CAPITALS: Final = "loaded_wording.emotive:capitals"
EXCLAMATION: Final = "loaded_wording.emotive:exclamation"
JUDGING: Final = frozenset(
    f"loaded_wording.{name}"
    for name in (
        "epithet:adjective",
        "epithet:praise",
        "exaggeration:word",
        "emotive:word",
        "mockery:word",
        "doubt:word",
    )
)
KINDS: Final = (
    Kind("loaded_wording.epithet", "A judging adjective or noun tied to a person, a body or a nation."),
    Kind("loaded_wording.name_calling", "A label that insults, belittles or lumps people together."),
    Kind("loaded_wording.scare_quotes", "Quotation marks that doubt a word no speaker used."),
    Kind("loaded_wording.exaggeration", "Wording that makes a matter larger than the facts show."),
    Kind("loaded_wording.emotive", "Wording that works on feelings: outrage, pity, blows, shouting."),
    Kind("loaded_wording.fear", "Wording that frightens."),
    Kind("loaded_wording.doubt", "Wording that doubts or debunks without a reason."),
    Kind("loaded_wording.flag_waving", "Appeals to pride in a nation or group."),
    Kind("loaded_wording.slogan", "Catchphrases in place of arguments."),
    Kind("loaded_wording.absolute", "Claims that leave no room for another view."),
    Kind("loaded_wording.mockery", "Laughter and sarcasm in place of reporting."),
)
