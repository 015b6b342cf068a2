"""Impressions: blind to names, figures, sides and genders; saturating; worked out by hand on tables of our own."""

from __future__ import annotations

import math
import zlib

import numpy as np
import pytest

from newsgauge import impressions
from newsgauge.article import Span
from newsgauge.document import Document, buckets
from newsgauge.errors import ModelError
from newsgauge.impressions import BITS, FEATURES, TARGETS, Impressions

FILLER = "the crew went to the quay and came back with the boat before the rain began again "


def settled(text: str, title: Span | None = None) -> Document:
    document = Document(text)
    document.settle(title=title, guess_title=False)
    return document


def bucket(word: str) -> int:
    return int(buckets(np.array([zlib.crc32(word.encode())], np.uint32), BITS)[0])


def table(*words: str, part: int = 0) -> Impressions:
    """A table in which each of the words weighs 1 for wording, and nothing else weighs anything; all biases are .5."""
    weights = np.zeros((3, 1 << BITS, len(TARGETS)), np.float32)
    for word in words:
        weights[part, bucket(word), 0] = 1
    return Impressions(weights, np.full(len(TARGETS), 0.5), np.zeros(0, np.uint64), {})


def wording(text: str, *words: str) -> float:
    return table(*words).of(settled(text))[FEATURES[0]]


def test_a_value_by_hand() -> None:
    """Four of a hundred words, all the same: .5 + sqrt(4/100); words that weigh nothing add nothing."""
    text = "grim " * 4 + "boat " * 96
    assert wording(text, "grim") == pytest.approx(0.5 + math.sqrt(4 / 100), abs=1e-6)
    assert wording(text, "rain") == pytest.approx(0.5)


def test_saying_it_fifty_times_says_it_seven_times() -> None:
    """The root of the count over the root of the length: 100 times in 1,000 words weighs as much as sqrt(.1)."""
    once, often = wording("grim " + "boat " * 999, "grim") - 0.5, wording("grim " * 100 + "boat " * 900, "grim") - 0.5
    assert often / once == pytest.approx(10, abs=1e-3)


def test_quoted_words_are_not_the_authors() -> None:
    """Law 2: a word inside quotation marks isn't among the author's words."""
    assert wording(FILLER * 4 + "“grim grim” she said .", "grim") == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mayor Ann Vale", "Senator Juma Oke"),
        ("Republicans", "Democrats"),
        ("liberal", "conservative"),
        ("far-left", "right-wing"),
        ("she", "he"),
        ("her", "his"),
        ("3,400", "12"),
        ("Norway", "Kenya"),
    ],
)
def test_nothing_hangs_on_whose_name_it_is(one: str, other: str) -> None:
    """Law 7: a text gives the very same bags whoever it is about."""
    frame = f"The crew met {{}} on the quay and {FILLER * 4}. Then {{}} went home, said {{}} and the others."
    ours, theirs = (impressions.bags(settled(frame.replace("{}", who))) for who in (one, other))
    for left, right in zip(ours, theirs, strict=True):
        assert left.buckets.tolist() == right.buckets.tolist()
        assert left.values.tolist() == right.values.tolist()


def test_unknown_where_it_is_too_short_or_without_title() -> None:
    """Law 4: NaN under 50 words; what speaks to the headline is NaN without one."""
    short = table("grim").of(settled("A grim day."))
    assert all(math.isnan(value) for value in short.values())
    untitled = table("grim").of(settled(FILLER * 5))
    missing = {name for name, value in untitled.items() if math.isnan(value)}
    assert missing == {f"impression_{target}_value" for target, item in TARGETS.items() if item == "headline"}
    text = "Boats return\n\n" + FILLER * 5
    assert not any(map(math.isnan, table("grim").of(settled(text, Span(0, 12))).values()))


def test_an_empty_text_has_empty_bags() -> None:
    """No word, no value, no warning."""
    assert [len(bag.buckets) for bag in impressions.bags(settled(""))] == [0, 0, 0]


def test_the_file_gives_the_table_back() -> None:
    """The same table gives the same bytes, and these the same table in half precision."""
    made = table("grim")
    content = impressions.dumps(made)
    assert content == impressions.dumps(made)
    read = impressions.loads(content)
    assert (read.weights == made.weights).all()
    assert read.bias.tolist() == made.bias.tolist()


def test_a_file_of_another_format_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what was expected, what was found, and what to do."""
    content = impressions.dumps(table("grim"))
    monkeypatch.setattr(impressions, "FORMAT", 99)
    with pytest.raises(ModelError, match=r"expected format 99 .* found 1 .*retrain"):
        impressions.loads(content, "words.npz")


def test_fingerprints_find_a_text_again() -> None:
    """Each text has one, in any order; another text has another."""
    known = impressions.fingerprints(["one", "two"])
    assert set(impressions.fingerprints(["two"]).tolist()) <= set(known.tolist())
    assert not set(impressions.fingerprints(["three"]).tolist()) & set(known.tolist())
