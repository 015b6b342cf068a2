"""What fairness and stress are measured with: texts of our own, swaps and edits, each checked by hand."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import pytest

from newsgauge.evaluation import edits, swaps, written
from newsgauge.evaluation.tasks import fairness, stress

TEXT = "Quay closed\n\nThe board’s clerk said “no” on Monday. It rained.\n\nBoats wait. The tide was 3 metres high."


def test_two_hundred_mirrored_pairs() -> None:
    """Forty texts for five of ten pairs of sides; each pair differs in its sides alone."""
    pairs = list(written.mirrored())
    assert len(pairs) == 200
    assert len({pair.one for pair in pairs}) == 200
    for pair in pairs:
        assert pair.one != pair.other
        assert len(pair.one.split()) == len(pair.other.split())
        assert "{" not in pair.one


def test_a_side_begins_a_sentence_with_a_capital() -> None:
    """Sides that are plain words too."""
    told = [text for pair in written.mirrored() for text in pair]
    assert not any(re.search(r"(?:^|[.!?] |\n)[a-z]", text) for text in told)
    assert any(text.startswith("Women ") and " women" in text for text in told)


def test_sixty_reports_from_five_countries() -> None:
    """Twelve each, none of them twice, all of some length."""
    told = list(written.non_native())
    assert Counter(country for country, _ in told) == dict.fromkeys(
        ("Nigeria", "India", "Kenya", "Philippines", "Pakistan"), 12
    )
    assert len({text for _, text in told}) == 60
    assert all(len(text.split()) >= 55 for _, text in told)


def test_a_hundred_invented_reports() -> None:
    """A story each: no two share a headline or five words in twenty; each has a title and is long enough to be scored."""
    told = list(written.invented())
    assert len({text.partition("\n")[0] for text in told}) == 100
    assert all(text.partition("\n\n")[1] and 135 <= len(text.split()) <= 300 for text in told)
    runs = [_runs(text) for text in told]
    for at, one in enumerate(runs):
        assert all(len(one & other) < 0.05 * len(one) for other in runs[at + 1 :]), told[at].partition("\n")[0]


def _runs(text: str, length: int = 5) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_names_are_swapped_whole_and_back() -> None:
    """The longer name goes first, and swapping twice gives the text back."""
    text = "Donald Trump met Obama in Russia; Mary said so. Marymount and Russians stay."
    once = swaps.swapped(text)
    assert once == "Barack Obama met Trump in France; John said so. Marymount and Russians stay."
    assert swaps.swapped(once) == text


def test_a_surname_goes_with_its_full_name() -> None:
    """Title and body stay about one person: no surname has another counterpart than the full name's surname."""
    pairs = dict(swaps.PAIRS["politicians"]) | {other: one for one, other in swaps.PAIRS["politicians"]}
    for name, other in pairs.items():
        surname = name.rpartition(" ")[2]
        if surname in pairs and " " in name:
            assert pairs[surname] == other.rpartition(" ")[2]


def test_shouted_titles_and_lost_apostrophes_are_swapped_too() -> None:
    """The title in capitals is about whom the body is about."""
    assert swaps.swapped("DONALD TRUMP IN SYRIA") == "BARACK OBAMA IN NORWAY"
    assert swaps.swapped("Syrias mayor left the Frenchman.") == "Norways mayor left the Frenchman."


def test_one_kind_of_names_at_a_time() -> None:
    """Countries alone."""
    assert swaps.swapped("Mary went to Iran.", "countries") == "Mary went to Israel."


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (edits.straight, TEXT.replace("’", "'").replace("“", '"').replace("”", '"')),
        (edits.single_breaks, TEXT.replace("\n\n", "\n")),
        (edits.spaces, TEXT.replace(" It", "  It").replace(" The tide", "  The tide").replace("was 3", "was\u00a03")),
        (
            edits.reordered,
            "Quay closed\n\nBoats wait. The tide was 3 metres high.\n\nThe board’s clerk said “no” on Monday. It rained.",
        ),
    ],
)
def test_edits(edit: edits.Edited, expected: str) -> None:
    """Each does what its name says, and nothing else."""
    assert edit(TEXT) == expected


def test_curly_marks_open_and_close() -> None:
    """Straight ones become the ones they stand for."""
    assert edits.curly("She said \"no\" ('never').") == "She said “no” (‘never’)."


def test_the_last_tenth_ends_with_a_sentence() -> None:
    """What is left is a beginning of the text that stops where a sentence does."""
    left = edits.shortened("One two three. " * 20 + "And then a last and somewhat longer sentence.")
    assert left.endswith("three.")


def test_additions_stand_inside() -> None:
    """Neither first nor last, and all of the text is still there."""
    for edit in (*edits.MUST_NOT_HELP, *edits.MUST_NOT_HURT):
        changed = edit.of(TEXT)
        assert len(changed) > len(TEXT) + 20
        assert changed.startswith("Quay closed")
        assert changed.endswith("high.")


def test_moves_by_hand() -> None:
    """Of moves of 0, 1, -2 and 8 points half lie within one; the median size is 1.5, the largest 8."""
    found = {f.measure: f.value for f in fairness._moves("made up", np.array([0.0, 1.0, -2.0, 8.0]), 1.0)}
    assert found["share within 1 points"] == 0.5
    assert found["median move, points"] == 1.5
    assert found["largest move, points"] == 8


def test_the_wrong_way_by_hand() -> None:
    """A rise of .4 is hardly one, a rise of 2 is."""
    found = {f.measure: f.value for f in stress._one_way("made up", np.array([-3.0, 0.4, 2.0, 0.0]), "raises")}
    assert found["share that hardly raises"] == 0.75
    assert found["worst, points"] == 2


def test_shouting_never_helps_a_text_of_ours() -> None:
    """The edits on one of our own reports, by the shipped model: none raises it."""
    text = next(iter(written.invented()))
    before = fairness.raw_of(text)
    assert all(fairness.raw_of(edit.of(text)) <= before + 0.5 for edit in edits.MUST_NOT_HELP)
