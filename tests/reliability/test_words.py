"""Learning impressions: a text's own judgement never reaches its feature, and the table says what the kernel said."""

from __future__ import annotations

import math

import numpy as np
import pytest

from newsgauge import impressions
from newsgauge.document import Document
from newsgauge.impressions import FEATURES, Impressions
from newsgauge.reliability.words import Words, filled, targets

SOBER = "the board said on {day} that the pumps were repaired and that the figures were published in its report "
HEATED = "what a disgraceful farce and you know it because nobody ever tells the shameful truth on {day} anymore "
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def documents() -> list[Document]:
    """Twenty texts, sober and heated in turn."""
    found = []
    for number in range(20):
        sentence = (HEATED if number % 2 else SOBER).format(day=DAYS[number % 5])
        document = Document(sentence * (4 + number % 3))
        document.settle(guess_title=False)
        found.append(document)
    return found


@pytest.fixture(scope="module")
def words() -> Words:
    rng = np.random.default_rng(0)
    known = rng.normal(size=(1 << impressions.BITS, 3))
    return Words.of([impressions.bags(one) for one in documents()], known)


def wanted() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Heated texts have wording 3 and sourcing 0; a missing headline everywhere else."""
    heated = np.arange(20) % 2
    items = np.column_stack((3.0 * heated, 3.0 * (1 - heated), 0.0 * heated, 0.0 * heated, 0.0 * heated))
    items[::4, 4] = math.nan
    return targets(items, ["opinion" if one else "report" for one in heated])


def test_what_is_learnt_of_a_text() -> None:
    """Four items without language, then whether it is opinion, report or invention."""
    row = targets(np.array([[0.0, 1.0, 2.0, 3.0, math.nan]]), ["satire"])[0]
    assert row[:3].tolist() == [0, 1, 3]
    assert row[4:].tolist() == [0, 0, 1]


def test_heated_texts_give_heated_impressions(words: Words) -> None:
    """On folds it didn't see, wording is higher for every heated text than for any sober one."""
    found = words.crossfitted(wanted(), np.arange(20) // 2 % 5)[:, 0]
    assert found[1::2].min() > found[::2].max()


def test_a_texts_own_judgement_never_reaches_its_feature(words: Words) -> None:
    """Its judgement turned upside down changes others' impressions, not its own."""
    folds = np.arange(20) // 2 % 5
    before = words.crossfitted(wanted(), folds)
    turned = wanted()
    turned[3] = 3 - turned[3]
    after = words.crossfitted(turned, folds)
    assert after[3] == pytest.approx(before[3], abs=1e-12)
    assert np.abs(after - before).max() > 1e-6


def test_the_table_says_what_the_kernel_said(words: Words) -> None:
    """The table's sum over a text's words is the regression's prediction, but for half precision."""
    read = documents()
    table = words.table(wanted(), [one.text for one in read])
    everything = np.arange(20)
    expected = words.predicted(everything, everything, wanted())
    found = [[table.of(one)[name] for name in FEATURES] for one in read]
    known = ~np.isnan(found)
    assert np.asarray(found)[known] == pytest.approx(expected[known], abs=5e-3)
    assert len(table.seen) == len({one.text for one in read})


def test_unknown_stays_unknown() -> None:
    """Values are put in their columns, but not where the text allowed none."""
    names = ["other", *FEATURES]
    matrix = np.zeros((2, len(names)))
    matrix[1, 1] = math.nan
    made = filled(matrix, names, np.full((2, len(FEATURES)), 7.0))
    assert made[0].tolist() == [0, *[7] * len(FEATURES)]
    assert math.isnan(made[1, 1])
    assert not matrix[0].any()


def test_a_table_is_not_compared_by_its_numbers(words: Words) -> None:
    """Arrays have no truth of their own: a table equals itself alone."""
    table = words.table(wanted(), [])
    assert table == table  # noqa: PLR0124 - what is tested
    assert table != Impressions(table.weights, table.bias, table.seen, table.about)
