"""The collection that ships is what its maker makes, and is balanced enough to train on."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from examples.collection import RECIPES, lines
from newsgauge.examples import example_path
from newsgauge.reliability.labelled import read_labels

PLACE = Path(example_path("collection.jsonl"))


def test_it_is_made_by_the_script() -> None:
    """The same seed gives the same bytes."""
    assert PLACE.read_text(encoding="utf-8") == lines()


def test_labels_are_readable_and_of_every_level() -> None:
    """72 texts of twelve outlets, six each; every recipe is used."""
    found = read_labels(PLACE)
    assert len(found) == 72
    assert set(Counter(text.group for text in found).values()) == {6}
    assert {text.reliability for text in found} == {recipe.labels[-1] for recipe in RECIPES}


def test_texts_are_long_enough_to_be_scored() -> None:
    """At least 150 words each, and no text twice."""
    texts = [json.loads(line)["text"] for line in PLACE.read_text(encoding="utf-8").splitlines()]
    assert min(len(text.split()) for text in texts) >= 150
    assert len(set(texts)) == len(texts)
