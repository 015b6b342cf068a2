"""Training over the real features: texts of our own, measured by the core and written as a model it can read."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from newsgauge.article import Article
from newsgauge.features import CATALOGUE
from newsgauge.reliability.labelled import LabelledText
from newsgauge.reliability.modelfile import load
from newsgauge.reliability.train import Settings, measured, train_on, write
from reports import body


def invented(number: int) -> LabelledText:
    """A sober text of gold 5 or a heated one of gold 1, in turn; two of each outlet."""
    sober = number % 2 == 0
    title = "Ferry to Penrow resumes" if sober else "You WON'T BELIEVE what they did to our ferry!"
    article = Article.of(body(number, sober, 3 + number % 3), title, id=f"invented {number}")
    bad = 0.0 if sober else 3.0
    items = {"wording": bad, "sourcing": 3.0 - bad, "language": 0.0, "residue": 0.0, "headline": bad}
    row = {**items, "reliability": 5 if sober else 1, "annotator": "ann", "codebook": "v1"}
    return LabelledText(article, items, 5.0 if sober else 1.0, "report", f"outlet {number // 2}", (row,))


def test_texts_are_measured_in_the_catalogues_order_before_there_is_a_model() -> None:
    """One row a text, one column a feature, NaN where there is no title to measure."""
    titled, untitled = (
        Article.of("Nothing happened. " * 60, "Calm"),
        Article("Nothing happened. " * 60, guess_title=False),
    )
    matrix = measured([titled, untitled])
    names = [feature.name for feature in CATALOGUE]
    assert matrix.shape == (2, len(names))
    assert matrix[:, names.index("texture_words_count")].tolist() == [120, 120]
    assert [math.isnan(value) for value in matrix[:, names.index("headline_words_count")]] == [False, True]


@pytest.mark.slow
def test_a_model_of_ones_own(tmp_path: Path) -> None:
    """Sixty labelled texts make a model that loads, tells sober from heated, and says what it rests on."""
    model = train_on([invented(n) for n in range(60)], Settings(penalties=(3.0,)), name="ferry", command="by hand")
    place = write(model, tmp_path / "ferry")
    assert load(place) == load(tmp_path / "ferry") == model
    assert model.evaluation["all"]["figures"]["auc_sound"][0] == 1
    assert model.evaluation["data"]["judgements"] == 60
    assert place.read_bytes() == write(model, tmp_path / "again").read_bytes()
