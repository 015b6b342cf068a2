"""Learnt tables: one look-up, sums over ranges, what the rules add, files."""

from __future__ import annotations

import math

import numpy as np
import pytest

from newsgauge import learnt
from newsgauge.article import Attribution, Cue, Finding, Range, Source, Span
from newsgauge.document import Document
from newsgauge.errors import ModelError

TEXT = "A dam broke. The vile mayor “lied again”, Roe said.\nThe council met on Monday."


def read(text: str = TEXT) -> Document:
    document = Document(text)
    document.settle(guess_title=False)
    return document


def finding(document: Document, words: str, weight: float) -> Finding:
    start = document.text.index(words)
    return Finding("1", "loaded_wording.epithet", start, start + len(words), words, "author", weight, "r", "n")


def one_by_one(table: learnt.Table, document: Document, place: Range) -> float:
    """Weights of the words and pairs of a range added in a loop, over the root of their number."""
    words, pairs = document.buckets(table.bits)
    total = sum(float(table.weights[words[k], 0]) for k in range(*place))
    total += sum(float(table.pairs[pairs[k], 0]) for k in range(place.first, place.end - 1))
    return total / math.sqrt(2 * (place.end - place.first) - 1)


def test_sums_over_sentences_and_lines_are_those_of_a_loop() -> None:
    """Every sentence and line has the sum of its own words and pairs, none of its neighbours'."""
    document = read()
    found = learnt.scores(document)
    for row, name in enumerate(("loaded", "attributed")):
        expected = [one_by_one(learnt.load(name), document, place) for place in document.sentences]
        assert found.sentences[row] == pytest.approx(expected, abs=1e-5)
    expected = [one_by_one(learnt.load("residue"), document, place) for place in document.lines]
    assert found.lines == pytest.approx(expected, abs=1e-5)


def test_a_sentence_stands_by_itself() -> None:
    """Words before or behind a sentence change neither its sums nor the scores of its words."""
    alone, among = read("The vile mayor lied."), read("A dam broke. The vile mayor lied. The council met.")
    place = among.sentences[1]
    one, many = learnt.scores(alone), learnt.scores(among)
    assert many.sentences[:, 1] == pytest.approx(one.sentences[:, 0], abs=1e-5)
    assert many.words[place.first : place.end] == pytest.approx(one.words, abs=1e-5)


def test_an_empty_text_has_no_scores() -> None:
    """No token: no sentence, no line, no genre."""
    document = read("")
    found = learnt.scores(document)
    assert learnt.sentence_probabilities(document, found, (), ()) == ([], [])
    assert learnt.line_probabilities(document, found) == []
    assert learnt.genre_probabilities(document, found, {}, ()) == {}


def test_a_finding_raises_its_sentence_alone() -> None:
    """A loaded-wording finding makes its own sentence likelier to be loaded and leaves the others as they are."""
    document = read()
    found = learnt.scores(document)
    without, _ = learnt.sentence_probabilities(document, found, (), ())
    with_it, _ = learnt.sentence_probabilities(document, found, [finding(document, "vile", 0.9)], ())
    assert with_it[1] > without[1]
    assert (with_it[0], with_it[2]) == (without[0], without[2])


def test_an_attribution_is_read_into_its_sentence() -> None:
    """Source, cue and ten of the sentence's characters as content: three flags and the share; nothing elsewhere."""
    document = read()
    source, said, content = (document.text.index(words) for words in ("Roe", "said", "lied again"))
    one = Attribution(
        Source(source, source + 3, "Roe"), "named_person", "Roe", Cue(said, said + 4, "said", "neutral"),
        (Span(content, content + 10),), "direct",
    )  # fmt: skip
    shapes = learnt.attributed_shapes(document, [one], learnt.edges(document.sentences), learnt.flags(document))
    whole = document.span(*document.sentences[1])
    assert shapes[1, :5] == pytest.approx([1, 1, 0, 10 / (whole.end - whole.start), 0])
    assert not shapes[[0, 2], :7].any()


def test_a_floating_quotation_over_two_sentences_touches_both() -> None:
    """Content without a cue marks every sentence it runs over."""
    document = read("“A dam broke. The mill fell.” It rained.")
    one = Attribution(None, "none", None, None, (Span(1, 28),), "direct")
    shapes = learnt.attributed_shapes(document, [one], learnt.edges(document.sentences), learnt.flags(document))
    assert shapes[:, 2].tolist() == [1, 1, 0]


def test_shapes_of_a_hand_marked_sentence() -> None:
    """Four words of strength 0, .5, .5 and 0, log odds 0: the sum of chances is 2, the strengths' is 1."""
    words, strength = np.zeros(5, np.float32), np.array([0, 0.5, 0.5, 0, 0], np.float32)
    shapes = learnt.loaded_shapes(words, strength, np.array([0, 4]))[0]
    assert shapes == pytest.approx([0, math.log(2.001), 1, 0.25, 0.5, 0.5, 1], abs=1e-6)


def test_strengths_lie_on_their_tokens() -> None:
    """The stronger of two findings stands where they overlap; other families count for nothing."""
    document = read("The vile mayor lied.")
    found = [finding(document, "vile mayor", 0.4), finding(document, "vile", 0.9)]
    assert learnt.strengths(document, found) == pytest.approx([0, 0.9, 0.4, 0, 0, 0])


def test_logistic_is_the_logistic_function() -> None:
    """1 / (1 + exp(-x)), without overflow far out."""
    assert learnt.logistic(np.array([0.0, math.log(3), -math.log(3)])) == pytest.approx([0.5, 0.75, 0.25])
    assert learnt.logistic(np.array([-1e4, 1e4])).tolist() == [0, 1]


def test_probabilities_of_genres_add_up() -> None:
    """One for all genres together, whatever the features say."""
    document = read()
    values = dict.fromkeys(learnt.load("genre").about["features"], math.nan)
    genres = learnt.genre_probabilities(document, learnt.scores(document), values, ())
    assert sum(genres.values()) == pytest.approx(1)


def test_a_saved_table_is_the_same_every_time() -> None:
    """The bytes of a file follow from the table alone."""
    table = learnt.load("loaded")
    assert learnt.save(table) == learnt.save(table)


@pytest.mark.parametrize("name", learnt.NAMES)
def test_a_table_says_what_it_was_learnt_from(name: str) -> None:
    """Corpora, licence, number of examples and fingerprint stand in each file."""
    about = learnt.load(name).about
    assert about["learnt_from"]
    assert about["licence"]
    assert about["examples"] > 100
    assert len(about["fingerprint"]) == 64


def test_all_tables_stay_small() -> None:
    """All weights that ship together stay below 10 MB (issue 3)."""
    assert sum(len(learnt.save(learnt.load(name))) for name in learnt.NAMES) < 5_000_000


def test_an_unknown_table_is_an_error() -> None:
    """The error says how to make it."""
    with pytest.raises(ModelError, match="newsgauge train"):
        learnt.load("weather")


def test_a_headline_is_read_by_its_places() -> None:
    """The same words in another order have other buckets; one word has its own, its first place and its last."""
    first, second = Document("bridge falls today"), Document("today falls bridge")
    found = [learnt.headline_buckets(one, Range(0, 3), 16) for one in (first, second)]
    assert sorted(found[0][0]) == sorted(found[1][0])
    assert sorted(found[0][1]) != sorted(found[1][1])
    words, more = learnt.headline_buckets(Document("bridge"), Range(0, 1), 16)
    assert (len(words), len(more)) == (1, 2)


def test_headline_shapes_have_their_size() -> None:
    """As many shapes as the shipped table has weights, also for one word."""
    for text in ("Bridge", "You won't believe these 7 bridges!", "7 #bridges: @velden ..."):
        document = Document(text)
        assert learnt.headline_shapes(document, Range(0, len(document))).shape == (
            1,
            len(learnt.load("clickbait").shapes),
        )


def test_a_body_has_each_bucket_once() -> None:
    """Saying a sentence again adds only what stands at the seam; the title and masked tokens are left out."""
    once, twice = Document("The old bridge of Velden fell."), Document("The old bridge of Velden fell. " * 2)
    for document in (once, twice):
        document.settle(guess_title=False)
    few, more = (learnt.body_buckets(one, 17) for one in (once, twice))
    assert len(set(few.tolist())) == len(few)
    assert len(set(more.tolist())) == len(more)
    assert set(few.tolist()) < set(more.tolist())
    masked = Document("The old bridge of Velden fell. The end")
    masked.settle([Span(31, 38)], guess_title=False)
    assert set(learnt.body_buckets(masked, 17).tolist()) == set(few.tolist())


def test_a_short_body_has_no_translation_probability() -> None:
    """Fifty-nine tokens are unknown, sixty are not."""
    for count, known in ((59, False), (60, True)):
        document = Document("bridge " * count)
        document.settle(guess_title=False)
        assert (learnt.translation_probability(document) is not None) == known
