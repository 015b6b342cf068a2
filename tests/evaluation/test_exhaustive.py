"""Precision and recall against exhaustive marks, counted by hand on the article that ships."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsgauge.core import annotate
from newsgauge.errors import LabelsError
from newsgauge.evaluation.exhaustive import exhaustive
from newsgauge.examples import example_path
from newsgauge.labels.judgement import Judgement
from newsgauge.labels.marks import Mark
from newsgauge.labels.texts import read_texts

TEXTS = read_texts([Path(example_path())])
(TEXT,) = TEXTS.all
LOADED = [f for f in annotate(TEXT.article()).findings if f.family == "loaded_wording" and f.voice != "quoted"]
VALUES: dict[str, int | None] = {
    "wording": 1,
    "sourcing": 2,
    "language": 0,
    "residue": 0,
    "headline": 0,
    "reliability": 3,
}


def judged(annotator: str, *marks: Mark, **rest: Any) -> Judgement:
    return Judgement(TEXT.id, annotator, "v2", "report", VALUES, marks, **({"exhaustive": True} | rest))


def test_right_by_any_and_by_all() -> None:
    """Ann marks the first loaded finding, Ben the first and a word nobody finds: by any and by all one finding is right."""
    first = Mark("loaded", LOADED[0].start, LOADED[0].end)
    nowhere = Mark("loaded", 0, 1) if LOADED[0].start else Mark("loaded", len(TEXT.text) - 1, len(TEXT.text))
    found = exhaustive([judged("ann", first), judged("ben", first, nowhere)], TEXTS)
    family = next(one for one in found.precision if one.family == "loaded_wording")
    assert (found.texts, found.annotators, family.findings) == (1, ("ann", "ben"), len(LOADED))
    assert family.by_any.value == family.by_all.value == pytest.approx(1 / len(LOADED))
    (label,) = found.recall
    assert (label.label, label.spans) == ("loaded", 3)
    assert label.found.value == pytest.approx(2 / 3)


def test_marked_by_one_of_two_is_right_by_any_alone() -> None:
    """And a span of another label is no answer to a loaded word."""
    first = Mark("loaded", LOADED[0].start, LOADED[0].end)
    found = exhaustive([judged("ann", first), judged("ben", first._replace(label="typo"))], TEXTS)
    family = next(one for one in found.precision if one.family == "loaded_wording")
    assert family.by_any.value == pytest.approx(1 / len(LOADED))
    assert family.by_all.value == 0.0


def test_selected_spans_say_nothing_about_precision() -> None:
    """Judgements that aren't exhaustive are left out; without any, the message says what is needed."""
    with pytest.raises(LabelsError, match="precision of spans can't be measured"):
        exhaustive([judged("ann", Mark("loaded", 0, 1), exhaustive=False)], TEXTS)
    found = exhaustive([judged("ann"), judged("ben", Mark("loaded", 0, 1), exhaustive=False)], TEXTS)
    assert (found.annotators, found.recall) == (("ann",), ())
