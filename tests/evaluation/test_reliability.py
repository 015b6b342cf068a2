"""The task of the reliability model on sixty texts of our own: what is printed, for whom, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from newsgauge.errors import LabelsError
from newsgauge.evaluation import baselines
from newsgauge.evaluation.judged import Judged, judged
from newsgauge.evaluation.task import Figure, Folders
from newsgauge.evaluation.tasks import reliability
from reports import body


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sober texts of gold 5 and heated ones of gold 1, two of each outlet; the last six are satire."""
    place = tmp_path_factory.mktemp("judged") / "labels.jsonl"
    rows = []
    for number in range(60):
        sober = number % 2 == 0
        bad = 0 if sober else 3
        items = {"wording": bad, "sourcing": 3 - bad, "language": 0, "residue": 0, "headline": bad}
        title = "Repairs begin" if sober else "You WON'T BELIEVE this!"
        rows.append(
            {
                **items,
                "id": str(number),
                "outlet": f"outlet{number // 2}.example",
                "corpus": "made up",
                "genre": "report" if number < 54 else "satire",
                "has_title": True,
                "text": f"{title}\n\n{body(number, sober, 5)}",
                "reliability": 5 - 4 * (not sober),
            }
        )
    place.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return place


@pytest.fixture(scope="module")
def read(labels: Path) -> Iterator[Judged]:
    yield judged(labels, None)
    judged.cache_clear()


@pytest.fixture(scope="module")
def figures(read: Judged) -> list[Figure]:
    """The score's figures, and the slices'."""
    everything = reliability._Part("all", np.arange(len(read.texts)))
    return [*reliability._slices(read), *reliability._ranked(read, everything, "all", read.held_out.raw, "higher")]


def test_sober_and_heated_are_told_apart(figures: list[Figure]) -> None:
    """On outlets it didn't see the score ranks every sober text above every heated one."""
    found = {(f.part, f.measure): f.value for f in figures}
    assert found["all", "AUC gold >= 4"] == 1
    assert found["all", "AUC gold <= 2"] == 1


def test_small_slices_are_not_shown(figures: list[Figure]) -> None:
    """Fifty-four reports have figures, six satires a line that says why they have none."""
    satire = next(f for f in figures if f.part == "slice genre: satire")
    assert np.isnan(satire.value)
    assert satire.note == "not shown (n < 50)"
    assert any(f.part == "slice genre: report" and f.value > 0.8 for f in figures)


def test_a_groups_mean_never_sees_its_own_fold(read: Judged) -> None:
    """With a group for each text the prediction is the mean of the other folds."""
    alone = baselines.by_group(read, np.array([str(n) for n in range(60)]))
    assert np.abs(alone - 3).max() < 0.5


def test_known_items_predict_what_obeys_them(read: Judged) -> None:
    """Reliability is a line through the items here."""
    assert baselines.known_items(read) == pytest.approx(read.gold.reliability, abs=1e-6)


def test_families_read_the_same_texts(read: Judged) -> None:
    """The shipped one first; each has a prediction for every text."""
    found = list(baselines.families(read))
    assert found[0].predictions is read.held_out.raw
    assert len(found) == 7
    assert all(np.isfinite(one.predictions).all() for one in found)


def test_without_labels_it_says_what_it_needs(tmp_path: Path) -> None:
    """The option is named."""
    with pytest.raises(LabelsError, match="--labels"):
        next(reliability.figures(Folders(tmp_path)))


def test_a_named_model_is_measured_as_it_is(labels: Path) -> None:
    """The shipped model on texts it never saw: no folds, no words of its own."""
    found = judged(labels, None, "news")
    assert found.words is None
    assert found.held_out.raw[::2].mean() > found.held_out.raw[1::2].mean()
