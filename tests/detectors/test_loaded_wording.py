"""Loaded wording beyond its examples: voices, titles, neighbours, long and hostile texts."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from marked import marked
from newsgauge import lexicons
from newsgauge.article import Finding, Span
from newsgauge.detectors.loaded_wording import DETECTOR
from newsgauge.document import Document
from newsgauge.learnt import LEARNT


def find(text: str, *, title: Span | None = None) -> list[Finding]:
    document = Document(text)
    document.settle(title=title, guess_title=False)
    return DETECTOR.find(document)


def titled(title: str, body: str) -> list[Finding]:
    return find(f"{title}\n\n{body}", title=Span(0, len(title)))


def test_words_of_the_author_and_of_a_speaker_are_told_apart() -> None:
    """A loaded word inside a quotation is found, in the speaker's voice."""
    found = find("The shameless board met. “It is a disgraceful plan,” Lund said.")
    assert [(f.text, f.voice) for f in found] == [("shameless", "author"), ("disgraceful", "quoted")]


def test_a_headline_speaks_in_its_own_voice() -> None:
    """Loaded words of the title carry the voice of the headline."""
    found = titled("Spineless Board Votes for Plan", "The board voted for the plan.")
    assert [(f.text, f.voice) for f in found] == [("Spineless", "headline")]


def test_a_capital_in_mid_sentence_is_a_name_but_not_in_a_capitalised_title() -> None:
    """“Reckless Harbour” is a name in a sentence; a title writes every word so."""
    assert find("They sailed on the Reckless Harbour to Holm.") == []
    assert [f.text for f in titled("Holm Board Makes Reckless Plan", "It did.")] == ["Reckless"]


@pytest.mark.parametrize(
    "text",
    [
        "It was [not] a vile plan.",
        "There was [no] outrage.",
        "They [never] made a reckless plan.",
    ],
)
def test_denied_words_are_left_alone(text: str) -> None:
    """A negation up to three words before takes the sting out, whichever it is."""
    plain, _ = marked(text)
    assert find(plain) == []
    assert len(find(plain.replace("not ", "").replace("no ", "an ").replace("never ", ""))) == 1


def test_not_only_denies_nothing() -> None:
    """“Not only reckless” says reckless."""
    assert [f.text for f in find("It was not only reckless.")] == ["reckless"]


def test_a_longer_phrase_shields_the_word_inside_it() -> None:
    """Toxic waste is waste; a toxic plan is a judgement."""
    assert find("The toxic waste is gone.") == []
    assert [f.text for f in find("The toxic plan is gone.")] == ["toxic"]


def test_both_camps_are_treated_alike() -> None:
    """Swapping the sides of a text swaps nothing in the answer but the words."""
    swap = {"left": "right", "leftist": "rightist", "liberal": "conservative", "far-left": "far-right"}
    text = "The radical left and a far-left mob of leftist hacks woke the liberal elites."
    mirrored = " ".join(swap.get(word, word) for word in text.split())
    assert [(f.rule, f.weight) for f in find(text)] == [(f.rule, f.weight) for f in find(mirrored)]
    assert len([f for f in find(text) if not f.rule.endswith(LEARNT)]) == 4


def test_quotation_marks_with_a_speaker_are_a_quotation() -> None:
    """One quoted word is a scare quote only where nobody in the sentence speaks."""
    sneer = [f.text for f in find("Their “experts” never left the office.")]
    assert sneer == ["“experts”"]
    assert find("The mayor said their “experts” never left the office.") == []


def test_a_quoted_word_that_was_said_at_length_before_is_no_scare_quote() -> None:
    """A word taken up again from a longer quotation is a quotation too."""
    text = "“We hired good experts for the bridge,” Lund said. Their “experts” never left the office."
    assert [f.kind for f in find(text)] == []


def test_findings_are_short() -> None:
    """No finding runs over twelve words."""
    for rule in DETECTOR.rules:
        for example in rule.fires:
            assert all(len(f.text.split()) <= 12 for f in find(marked(example)[0]))


def test_masked_words_are_not_read() -> None:
    """What was marked as residue is no one's wording."""
    document = Document("A vile plan. A vile plan.")
    document.settle([Span(0, 12)], guess_title=False)
    assert [f.start for f in DETECTOR.find(document)] == [15]


def test_every_entry_belongs_to_a_rule_or_shields() -> None:
    """Every line of the lexicon names a rule of this family; literal phrases have none and weigh nothing."""
    names = {rule.name for rule in DETECTOR.rules} | {"loaded_wording.literal:phrase"}
    loaded = lexicons.load()
    entries = [
        e for group in (*loaded.words.values(), *loaded.phrases.values()) for e in group if e.family == "loaded_wording"
    ]
    assert {e.rule for e in entries} <= names
    assert all((e.weight == 0) == e.rule.startswith("loaded_wording.literal") for e in entries)
    assert sum(1 for e in entries if e.weight) >= 1200


def test_every_kind_has_eight_hits_and_eight_misses_or_shares_them_with_its_rules() -> None:
    """Each technique is shown by at least eight sentences that fire and eight that don't."""
    fires: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    for rule in DETECTOR.rules:
        fires[rule.kind] += len(rule.fires)
        silent[rule.kind] += len(rule.silent)
    assert {kind.name for kind in DETECTOR.kinds} == set(fires)
    assert min(fires.values()) >= 8
    assert min(silent.values()) >= 8


@pytest.mark.parametrize(
    "text", ["", "“", "“" * 10_000, "the town " * 50_000, "“x” " * 5_000, "WORST NEVER " * 5_000, "no! " * 10_000]
)
def test_hostile_texts_end_soon(text: str) -> None:
    """Ten thousand marks or a hundred thousand words cost time in proportion."""
    begun = time.process_time()
    find(text)
    assert time.process_time() - begun < 5
