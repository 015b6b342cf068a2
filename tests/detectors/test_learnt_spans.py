"""Learnt spans: how words are joined, and what is left alone; the shipped table on sentences of ours."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest

from newsgauge import learnt
from newsgauge.article import Article, Finding, Range
from newsgauge.core import annotate
from newsgauge.detectors.loaded_wording import DETECTOR, learnt_spans, ruled
from newsgauge.detectors.loaded_wording.learnt_spans import SPAN_SHAPES, span_ranges, span_shapes
from newsgauge.document import Document
from newsgauge.vocabulary import CLASS

# Likely and sure, likely, neither.
HIGH, LOW, OUT = True, False, None


def read(text: str) -> Document:
    document = Document(text)
    document.settle(guess_title=False)
    return document


def find(text: str) -> list[Finding]:
    return DETECTOR.find(read(text))


def ranges(words: list[bool | None], content: list[int], firsts: set[int]) -> list[Range]:
    likely = [(at, sure) for at, sure in enumerate(words) if sure is not OUT]
    return span_ranges(likely, lambda at: bool(content[at]), firsts)


def test_a_span_is_a_run_of_likely_words_around_a_sure_one() -> None:
    """Neighbours may be less sure; a run without a sure word is none."""
    assert ranges([OUT, LOW, HIGH, LOW, OUT, LOW, LOW], [1] * 7, {0}) == [(1, 4)]


def test_a_span_ends_with_its_sentence() -> None:
    """Two sure words on both sides of a sentence's end are two spans."""
    assert ranges([OUT, HIGH, HIGH, OUT], [1] * 4, {0, 2}) == [(1, 2), (2, 3)]


def test_a_span_goes_from_content_word_to_content_word() -> None:
    """Articles, prepositions and marks at its edges are cut off; a run of nothing else is no span."""
    assert ranges([HIGH, HIGH, HIGH, HIGH, OUT, HIGH], [0, 1, 0, 1, 1, 0], {0}) == [(1, 4)]


def test_nothing_sure_is_no_span() -> None:
    """Words below the upper bound alone say nothing."""
    assert ranges([LOW, LOW], [1, 1], {0}) == []


def test_shapes_end_with_the_sentence() -> None:
    """What a word says of its neighbours doesn't pass from one sentence to the next."""
    words = np.array([1, 2, -3, 0.5], np.float32)
    strength, seen = np.zeros(4, np.float32), np.ones((3, 4), np.float32)
    both = span_shapes(words, strength, seen, np.array([0, 2, 2, 4]))
    alone = span_shapes(words[:2], strength[:2], seen[:, :2], np.array([0, 2]))
    assert both.shape == (SPAN_SHAPES, 4)
    assert both[:, :2] == pytest.approx(alone)


def test_shapes_of_a_hand_marked_sentence() -> None:
    """Log odds of the word, of the word before and behind it; -5 beyond the edge."""
    words = np.array([1, -2, 0], np.float32)
    made = span_shapes(words, np.zeros(3, np.float32), np.zeros((3, 3), np.float32), np.array([0, 3]))
    assert made[0].tolist() == [1, -2, 0]
    assert made[6].tolist() == [-5, 1, -2]
    assert made[12].tolist() == [-2, 0, -5]
    assert made[18].tolist() == [-5, -5, 1]
    assert made[19].tolist() == [0, -5, -5]
    assert made[25].tolist() == [1, 1, 1]


class Sure(NamedTuple):
    """A table that is sure of some words wherever they stand."""

    words: tuple[str, ...]

    def __call__(self, document: Document, *_: object) -> list[tuple[Range, str]]:
        return [(Range(k, k + 1), "emotive") for k, word in enumerate(document.lower) if word in self.words]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The council chose a grubby plan.", ["grubby"]),
        ("It was not a grubby plan.", []),
        ("They never made a grubby plan.", []),
        ("It was not only a grubby plan.", ["grubby"]),
        ("The word “grubby” is old.", []),
        ("They used the term grubby.", []),
        ("“It is a grubby plan,” Lund said.", ["grubby"]),
    ],
)
def test_denials_and_mentions_are_left_alone(text: str, found: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What spares a listed word spares a learnt one."""
    monkeypatch.setattr(learnt_spans, "loaded_spans", Sure(("grubby",)))
    assert [f.text for f in find(text) if f.rule.endswith(learnt.LEARNT)] == found


@pytest.mark.parametrize(
    ("text", "named_from", "content"),
    [
        ("He saw Mad River there.", 0, ["He", "saw", "there"]),
        ("Mad River Floods. It did.", 4, ["Mad", "River", "Floods", "It", "did"]),
    ],
)
def test_names_begin_and_end_no_span(text: str, named_from: int, content: list[str]) -> None:
    """A capital in mid-sentence makes a name, but not in a title that capitalises everything."""
    document = read(text)
    marks = [mark & ~CLASS["function"] for mark in document.mark]  # no word counts as a function word here
    firsts = {first for first, _ in document.sentences}
    kept = [at for at, mark in enumerate(marks) if learnt_spans.content(mark, at >= named_from and at not in firsts)]
    assert [document.words(k, k + 1) for k in kept] == content


@pytest.mark.parametrize(
    "text",
    ["He played Brutal Legend at home.", "They fished the Mad River.", "The bare wire gave him an electric shock."],
)
def test_names_and_literal_senses_hold_no_learnt_span(text: str) -> None:
    """Names of games and rivers, and electricity, aren't wording."""
    assert [f.text for f in find(text) if f.rule.endswith(learnt.LEARNT)] == []


def test_the_rules_words_are_not_found_again() -> None:
    """No learnt span touches what a rule has found."""
    text = "The vile and shameless board, a disgrace to this long-suffering town, told its grotesque lies again."
    document = read(text)
    known = [f.span for f in ruled(document)]
    found = [f for f in DETECTOR.find(read(text)) if f.rule.endswith(learnt.LEARNT)]
    assert known
    assert not any(f.start < end and start < f.end for f in found for start, end in known)


SENTENCES = [
    f"The {body} {verb} the {judgement} plan for the {place}."
    for body, verb, judgement, place in zip(
        ("board", "council", "ministry", "club", "firm", "committee", "school", "union") * 5,
        ("backed", "chose", "drew up", "sold us", "signed", "wrote", "kept", "hid") * 5,
        (
            "vile", "shameless", "reckless", "disgraceful", "toxic", "grotesque", "monstrous", "idiotic", "sinister",
            "laughable", "despicable", "horrific", "outrageous", "pathetic", "ludicrous", "appalling", "heinous", "moronic",
            "barbaric", "obscene", "crooked", "shameful", "cowardly", "hysterical", "insane", "treacherous", "phony", "fanatical",
            "hateful", "sickening", "ruthless", "savage", "brazen", "cynical", "deranged", "preposterous", "spineless",
            "wicked", "vicious", "shocking",
        ),
        ("harbour", "old mill", "bridge", "market", "north road") * 8,
        strict=True,
    )
]  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_quotation_changes_the_voice_not_the_finding(sentence: str) -> None:
    """The same sentence, said by somebody, holds the same listed words, and they are the speaker's."""
    own = [f for f in find(f"The vote was on Monday. {sentence}") if not f.rule.endswith(learnt.LEARNT)]
    quoted = [f for f in find(quoting(sentence)) if not f.rule.endswith(learnt.LEARNT)]
    assert own
    assert [f.text for f in own] == [f.text for f in quoted]
    assert {f.voice for f in own} == {"author"}
    assert {f.voice for f in quoted} == {"quoted"}


def quoting(sentence: str) -> str:
    return f"The vote was on Monday. “{sentence[:-1]},” said Ann Lund, a baker."


def test_learnt_spans_are_much_the_same_inside_a_quotation() -> None:
    """A learnt span reads its sentence, and a speaker makes it another one: most words stay, whatever the voice."""
    both = either = 0
    for sentence in SENTENCES:
        own, quoted = (
            {f.text for f in find(text)} for text in (f"The vote was on Monday. {sentence}", quoting(sentence))
        )
        both += len(own & quoted)
        either += len(own | quoted)
    assert both > 0.85 * either


PAIRS = (
    ("Democrats", "Republicans"), ("liberals", "conservatives"), ("leftists", "rightists"), ("socialists", "nationalists"),
    ("Muslims", "Christians"), ("Iran", "France"), ("Trump", "Obama"), ("Fox", "CNN"), ("Labour", "Tories"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_whose_name_it_is_weighs_nothing(one: str, other: str) -> None:
    """Sides, parties, faiths, countries and persons have one weight in every column of the table."""
    table = learnt.load("loaded")
    assert table.tagger is not None
    assert table.spans is not None
    first, second = read(f"{one} {other}").buckets(learnt.BITS)[0]
    for part in (table, table.tagger, table.spans):
        assert part.weights[first].tolist() == part.weights[second].tolist()


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_mirrored_sentences_are_alike(one: str, other: str) -> None:
    """Naming the other side changes no finding, and the probability by little (pairs of words share buckets by chance)."""
    for text in (
        "The vote that {} lost was a grim farce.",
        "{} met in Holm on Monday.",
        "They praised {} for the plan.",
    ):
        a, b = (annotate(Article(text.format(name), guess_title=False)) for name in (one, other))
        assert [(f.kind, f.rule) for f in a.findings if f.family == "loaded_wording"] == [
            (f.kind, f.rule) for f in b.findings if f.family == "loaded_wording"
        ]
        assert abs(a.sentences[0].loaded - b.sentences[0].loaded) < 0.1


def test_a_finding_runs_on_over_the_words_it_judges() -> None:
    """A word that lives on the rule's word before it is no finding of its own: the rule's runs over it, whatever the voice."""
    (found,) = find("The heartbreaking death of a lost dog.")
    assert (found.text, found.rule) == ("heartbreaking death", "loaded_wording.emotive:word")
    text = "“The heartbreaking death of a lost dog is old news,” Lund said."
    (quoted,) = find(text)
    assert text[quoted.start : quoted.end] == quoted.text
    assert (quoted.voice, quoted.text) == ("quoted", "heartbreaking death")


@pytest.mark.parametrize("text", ["The plan is undeniably costly.", "They spoke of a coverup vote at the mill."])
def test_what_judges_nothing_behind_it_is_not_lengthened(text: str) -> None:
    """A word that says how sure one is, and a label, end where the list ends them."""
    assert [f.text for f in find(text)] == [f.text for f in ruled(read(text))]


def test_a_function_word_makes_no_span_of_the_words_around_it() -> None:
    """Only a content word may be the sure one: a span is cut to content words, and one must be left that is sure."""
    assert ranges([OUT, LOW, HIGH, LOW, OUT], [1, 1, 0, 1, 1], {0}) == []
