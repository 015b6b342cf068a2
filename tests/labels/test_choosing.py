"""Whom to label next, what it would buy, and weak labels: on made-up numbers with a known answer."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from newsgauge import detectors
from newsgauge.errors import LabelsError
from newsgauge.examples import example_path
from newsgauge.labels import measuring, weak
from newsgauge.labels.codebook import codebook
from newsgauge.labels.curve import curve
from newsgauge.labels.preannotation import suggested
from newsgauge.labels.suggest import Known, Views, rank, views
from newsgauge.labels.texts import Text, read_texts, sha256
from newsgauge.labels.trial import trial
from newsgauge.metrics import auc
from newsgauge.reliability.fitting import Gold
from reliability.models import Entry

SPECS = [
    Entry("made_up_loaded", "made_up", "wording", "words", -1),
    Entry("made_up_named", "made_up", "sourcing", "names", 1),
]


def texts(count: int, outlets: int = 0) -> list[Text]:
    """Texts that share no run of words."""
    words = [" ".join(f"w{n}x{k}" for k in range(30)) for n in range(count)]
    return [
        Text(each, sha256(each), str(n), outlet=f"o{n % outlets}.example" if outlets else None)
        for n, each in enumerate(words)
    ]


def flat(count: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.zeros(count)


def test_the_most_uncertain_come_first() -> None:
    """With nothing else to tell them apart."""
    unsure = np.array([0.1, 0.5, 0.3])
    found = rank(texts(3), Views(unsure, flat(3), flat(3)), 2)
    assert [one.text.name for one in found] == ["1", "2"]
    assert (found[0].uncertainty, found[0].disagreement) == (1.0, 0.5)


def test_outlets_take_turns() -> None:
    """Of two outlets the second best of the first waits for the best of the other."""
    unsure = np.array([0.9, 0.5, 0.85, 0.45])
    found = rank(texts(4, outlets=2), Views(unsure, flat(4), flat(4)), 4)
    assert [one.text.name for one in found] == ["0", "1", "2", "3"]


def test_of_copies_one_is_suggested() -> None:
    """A near-duplicate of what was suggested tells nothing new."""
    pair = texts(2)
    copy = Text(f"Update. {pair[0].text}", sha256(f"Update. {pair[0].text}"), "copy")
    found = rank([*pair, copy], Views(np.array([0.9, 0.1, 0.8]), flat(3), flat(3)), 3)
    assert [one.text.name for one in found] == ["0", "1"]


def test_far_from_what_was_labelled_is_new_and_disputed() -> None:
    """A text where the labelled ones never were has the largest distance, and the committee differs most about it."""
    chance = np.random.default_rng(0)
    matrix = chance.normal(size=(60, 4))
    known = Known(matrix, matrix[:, 0] + chance.normal(size=60), tuple(str(n % 12) for n in range(60)))
    candidates = np.array([[0.0, 0, 0, 0], [2.9, -2.9, 2.9, -2.9], [np.nan, 0, 0, 0]])
    seen = views(candidates, flat(3), known)
    assert np.argmax(seen.novelty) == 1
    assert np.argmax(seen.disagreement) == 1
    assert np.isfinite(seen.disagreement).all()


def test_without_labels_there_is_still_an_order() -> None:
    """Novelty is distance from the middle of the candidates."""
    seen = views(np.array([[0.0], [0.1], [9.0]]), flat(3), None)
    assert np.argmax(seen.novelty) == 2
    assert not seen.disagreement.any()


def test_nothing_to_suggest() -> None:
    """No texts, no suggestions."""
    assert rank([], Views(flat(0), flat(0), flat(0)), 5) == []


def test_texts_too_short_to_score_are_left_out() -> None:
    """The example that ships is long enough; a line isn't."""
    example = read_texts([Path(example_path())]).all[0]
    short = Text("Rain today.", sha256("Rain today."))
    found = measuring.candidates([short, example])
    assert [text.id for text in found.texts] == [example.id]
    assert found.matrix.shape[0] == 1


def test_a_curve_rises_with_more_labels_of_a_hard_task() -> None:
    """Points go up to all texts outside a fold, and few outlets are refused with what is needed."""
    chance = np.random.default_rng(3)
    matrix = chance.normal(size=(200, len(SPECS)))
    truth = np.clip(np.round(3 - matrix[:, 0] + matrix[:, 1]), 1, 5)
    items = np.zeros((200, 5))
    items[:, 0] = np.clip(np.round(1.5 + matrix[:, 0]), 0, 3)
    items[:, 1] = np.clip(np.round(1.5 + matrix[:, 1]), 0, 3)
    gold = Gold(items, truth, ("report",) * 200, tuple(f"o{n % 40}" for n in range(200)))
    found = curve(matrix, SPECS, gold, draws=1)
    assert [round(point.texts) for point in found.points] == sorted(round(point.texts) for point in found.points)
    assert found.points[-1].texts == pytest.approx(150)
    assert found.points[-1].value > 0.8
    with pytest.raises(LabelsError, match="needs 40 labelled texts of 4 outlets or more, found 10 of 10"):
        curve(matrix[:10], SPECS, gold.rows(np.arange(10)))


def test_a_trial_compares_like_with_like() -> None:
    """Both ways add as many texts to the same beginning; a task that any texts teach leaves no difference to speak of."""
    chance = np.random.default_rng(4)
    matrix = chance.normal(size=(440, len(SPECS)))
    items = np.zeros((440, 5))
    items[:, :2] = np.clip(np.round(1.5 + matrix), 0, 3)
    truth = np.clip(np.round(3 - matrix[:, 0] + matrix[:, 1]), 1, 5)
    gold = Gold(items, truth, ("report",) * 440, tuple(f"o{n % 44}" for n in range(440)))
    found = trial(matrix, SPECS, gold, texts(440, outlets=44), draws=1)
    assert abs(found.difference) < 0.05
    assert found.suggested - found.random == pytest.approx(found.difference)
    with pytest.raises(LabelsError, match="takes 426 labelled texts, found 100"):
        trial(matrix[:100], SPECS, gold.rows(np.arange(100)), texts(100))


VOTES = np.array([[1, 1, -1], [1, 0, -1], [-1, -1, -1], [0, 0, 0]], np.int8)
THREE = weak.FUNCTIONS[:3]


def test_coverage_overlap_and_conflict_by_hand() -> None:
    """The first function votes on three of four, with another on three, against another on one; right on gold twice of three."""
    gold = np.array([True, False, True, False])
    first, _, third = weak.performances(VOTES, THREE, gold)
    assert (first.coverage, first.overlap, first.conflict) == (0.75, 0.75, 0.25)
    assert first.right == pytest.approx(2 / 3)
    assert (third.coverage, third.overlap, third.conflict, third.right) == (0.25, 0.25, 0.0, 1.0)


def test_majority_by_hand() -> None:
    """Shares of votes, a half where nobody voted or they are even."""
    assert weak.majority(VOTES).tolist() == [1.0, 0.5, 0.5, 0.0]


def made(accuracy: list[float], count: int = 1500) -> tuple[weak.Votes, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    """Independent votes with known accuracies, each cast on two texts of three."""
    chance = np.random.default_rng(5)
    truth = chance.random(count) < 0.5
    right = chance.random((count, len(accuracy))) < np.array(accuracy)
    cast = np.where(right, truth[:, None], ~truth[:, None]).astype(np.int8)
    cast[chance.random(cast.shape) < 1 / 3] = weak.ABSTAIN
    return cast, truth


def test_the_label_model_finds_who_is_to_be_trusted() -> None:
    """One good function among four poor ones: it beats the majority, and is chosen on gold."""
    cast, truth = made([0.92, 0.9, 0.56, 0.55, 0.54])
    assert auc(weak.label_model(cast), truth) > auc(weak.majority(cast), truth) + 0.02
    rows = np.arange(len(truth))
    assert weak.combined(cast, truth, [str(n) for n in rows], rows).way == "label model"


def test_majority_wins_ties() -> None:
    """Functions of one accuracy gain nothing from weights."""
    cast, truth = made([0.7] * 4, 400)
    rows = np.arange(len(truth))
    found = weak.combined(cast, truth, [str(n) for n in rows], rows)
    assert (found.way, found.probability.tolist()) == ("majority", weak.majority(cast).tolist())


def test_functions_vote_on_what_there_is() -> None:
    """Every kind and family they name exists; they vote or abstain on the example, and nothing else."""
    (annotation,) = measuring.annotated(read_texts([Path(example_path())]).all)
    cast = weak.votes([annotation])
    assert set(cast.ravel().tolist()) <= {weak.SOUND, weak.WEAK, weak.ABSTAIN}
    assert set(weak.ARGUING) <= set(detectors.kinds())
    assert {"loaded_wording", "headline", "accountability", "translation", "vagueness"} <= {
        one.family for one in detectors.DETECTORS
    }
    assert math.isnan(weak.performances(np.full((2, len(weak.FUNCTIONS)), weak.ABSTAIN, np.int8))[0].right)


def test_suggested_spans_are_the_codebooks() -> None:
    """Labels, source kinds and lengths fit, so that a tool shows them and they come back."""
    text = read_texts([Path(example_path())]).all[0]
    book = codebook()
    found = suggested(text, book)
    assert {"named"} <= {mark.label for mark in found}
    for mark in found:
        label = book.label(mark.label)
        assert label is not None
        assert not mark.source_kind or mark.source_kind in label.source_kinds
        assert 0 < len(text.text[mark.start : mark.end].split()) <= book.words
