"""Near-duplicates: copies are found across outlets, common phrases join nothing."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from newsgauge.labels.duplicates import CROWD, clusters

WORDS = [
    a + b + c for a in ("bra", "kel", "mor", "tis") for b in ("da", "no", "vi", "lu") for c in ("ck", "rn", "st", "p")
]


def story(seed: int, length: int = 120) -> str:
    """A text of invented words."""
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(length))


def test_a_copy_with_another_headline_belongs_to_its_original() -> None:
    """Case, punctuation and a new first line make no other text."""
    original, other = story(1), story(2)
    copy = "OUTLET EXCLUSIVE: what they found\n\n" + original.upper().replace(" ", ", ", 20)
    assert clusters([original, other, copy]) == [0, 1, 0]


def test_a_text_cut_short_belongs_to_the_whole() -> None:
    """Containment decides: a fifth of a text is all of it that was kept."""
    whole = story(3, 500)
    assert clusters([whole, " ".join(whole.split()[:100])]) == [0, 0]


def test_a_shared_quotation_joins_nothing() -> None:
    """Twenty words in common out of two hundred are no copy; sixty are."""
    common = story(4, 60).split()
    short = [f"{story(5, 200)} {' '.join(common[:20])}", f"{story(6, 200)} {' '.join(common[:20])}"]
    long = [f"{story(5, 200)} {' '.join(common)}", f"{story(6, 200)} {' '.join(common)}"]
    assert (clusters(short), clusters(long)) == ([0, 1], [0, 0])


def test_copies_of_copies_belong_together() -> None:
    """A and C share nothing but B."""
    a, c = story(7), story(8)
    assert clusters([a, c, f"{a} {c}"]) == [0, 0, 0]


def test_more_copies_than_a_crowd_stay_one_cluster() -> None:
    """Runs in many texts link neighbours only, and that is enough for a story that runs everywhere."""
    copies = [f"{story(9)} {story(100 + n, 10)}" for n in range(CROWD + 20)]
    assert set(clusters(copies)) == {0}


def test_boilerplate_of_many_texts_joins_nothing() -> None:
    """The same last line under every text of an outlet."""
    boilerplate = story(10, 15)
    texts = [f"{story(200 + n, 150)} {boilerplate}" for n in range(CROWD + 20)]
    assert clusters(texts) == list(range(len(texts)))


def test_texts_without_words_stand_alone() -> None:
    """Two empty texts aren't copies of each other; two equal short ones are."""
    assert clusters(["", "…", "Rain today.", "Rain today!"]) == [0, 1, 2, 2]
    assert clusters([]) == []


@given(st.lists(st.text(alphabet="ab \U0001f600é\r\n", max_size=60), max_size=12), st.randoms(use_true_random=False))
def test_order_changes_only_the_numbers(texts: list[str], chance: random.Random) -> None:
    """Who belongs together doesn't depend on who comes first, and equal texts with words belong together."""
    order = list(range(len(texts)))
    chance.shuffle(order)
    before, after = clusters(texts), clusters([texts[at] for at in order])
    together = {(order[i], order[j]) for i in range(len(order)) for j in range(len(order)) if after[i] == after[j]}
    assert together == {(i, j) for i in range(len(order)) for j in range(len(order)) if before[i] == before[j]}


def test_two_thousand_texts_take_seconds() -> None:
    """Time grows with the words, not with the pairs of texts."""
    texts = [story(n, 300) for n in range(2000)]
    began = time.process_time()
    assert len(set(clusters(texts))) == 2000
    assert time.process_time() - began < 20
