"""Learning tables: what is learnt, what is folded, and that folds never see their own group."""

from __future__ import annotations

import dataclasses
import json
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from newsgauge import learnt
from newsgauge.detectors import loaded_wording
from newsgauge.document import Document
from newsgauge.evaluation import learn, tables, tagging, vectors

VILE = ("The vile mayor lied.", "A vile toll was set.", "Such a vile dam.", "He is vile.")
PLAIN = ("The mayor spoke.", "A toll was set.", "The dam is new.", "He is here.")
NAMED = vectors.names(Path("nowhere"))  # the sides alone
TASK = next(task for task in learn.TASKS if task.name == "loaded")


def examples() -> list[learn.Example]:
    """Four sentences with "vile", marked, and four without; each its own article."""
    made = []
    for number, text in enumerate((*VILE, *PLAIN)):
        document = Document(text)
        document.settle(guess_title=False)
        marked = [(span, 0) for span in tagging.places(document, ["vile"])]
        made.append(learn._loaded(document, learnt.BITS, bool(marked), f"article {number}", marked, NAMED))
    return made * 3


@lru_cache(maxsize=1)
def fitted() -> learnt.Table:
    return learn.fit(TASK, examples(), {})


def test_a_table_learns_its_word() -> None:
    """Sentences with the marked word are likelier than those without it."""
    p = learn.predict(fitted(), examples()[:8])[:, 0]
    assert p[:4].min() > p[4:].max()


def test_the_tagger_learns_its_word() -> None:
    """The marked word is the likeliest of its sentence."""
    tagger = fitted().tagger
    assert tagger is not None
    one = examples()[0].tagged
    assert one is not None
    assert int(tagging.scores(tagger, one).argmax()) == 1


def test_the_same_examples_give_the_same_bytes() -> None:
    """Fitting twice gives one file."""
    assert learnt.save(fitted.__wrapped__()) == learnt.save(fitted())


def test_prediction_on_examples_equals_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the figures are measured with is what users get: one sentence, both ways."""
    table = fitted()
    monkeypatch.setattr(learnt, "load", lambda _: table)
    monkeypatch.setattr(learnt, "available", lambda name: name == "loaded")
    learnt._side.cache_clear()
    document = Document(VILE[0])
    document.settle(guess_title=False)
    found = loaded_wording.DETECTOR.find(document)
    loaded, attributed = learnt.sentence_probabilities(document, learnt.scores(document), found, ())
    learnt._side.cache_clear()
    assert loaded == pytest.approx(learn.predict(table, examples()[:1])[:, 0], abs=1e-4)
    assert np.isnan(attributed).all()


def test_vectors_lend_weight_to_words_never_seen() -> None:
    """A word whose vector equals a learnt one's gets the vectors' part of its weight; an unknown word gets none."""
    known = np.zeros((1 << learnt.BITS, 2), np.float32)
    words = Document("vile odious stone").buckets(learnt.BITS)[0]
    known[words[:2]] = [1, 0]
    plain = dataclasses.replace(TASK, name="plain", scale=3.0)
    bare = [example._replace(tagged=None, shapes=np.zeros(0, np.float32)) for example in examples()]
    weights = learn.fit(plain, bare, {}, known).weights[words, 0]
    assert weights[0] > weights[1] > 0
    assert weights[2] == 0


def test_places_are_whole_words() -> None:
    """Phrases are found word by word, whatever their case; parts of words are not."""
    document = Document("Vile toll, vilest toll: a VILE TOLL.")
    assert [document.text[start:end] for start, end in tagging.places(document, ["vile toll"])] == [
        "Vile toll",
        "VILE TOLL",
    ]
    assert tagging.listed("['vile', 'toll']") == ["vile", "toll"]
    assert tagging.listed("vile]") == []


def test_folds_keep_groups_apart() -> None:
    """No group stands on both sides; attribution is read on dev, translation on later years."""
    groups = [f"article {k % 10}" for k in range(40)]
    for train, test in tables.folds(TASK, groups):
        assert not {groups[k] for k in train} & {groups[k] for k in test}
    by_name = {task.name: task for task in learn.TASKS}
    ((_, test),) = tables.folds(by_name["attributed"], ["train a", "dev b", "train c"])
    assert test.tolist() == [1]
    ((_, test),) = tables.folds(by_name["translation"], ["2014 a", "2015 b"])
    assert test.tolist() == [1]


def test_thresholds_come_from_the_other_folds() -> None:
    """Fold 0 is best cut at .2, fold 1 at .6: each is cut where the other is best."""
    truth, p = np.array([0, 1, 0, 1], bool), np.array([0.1, 0.2, 0.5, 0.6])
    bounds = tables.chosen_thresholds(truth, p, np.array([0, 0, 1, 1]))
    assert 0.5 < bounds[0] <= 0.6
    assert 0.1 < bounds[2] <= 0.2


def test_average_precision_by_hand() -> None:
    """Positives at ranks 1 and 3: (1 + 2/3) / 2."""
    truth, p = np.array([1, 0, 1], bool), np.array([0.9, 0.8, 0.7])
    assert tables.average_precision(truth, p) == pytest.approx(5 / 6)


def test_vectors_without_articles_are_zero(tmp_path: Path) -> None:
    """Tables can be learnt from corpora that hold no reference articles."""
    assert not vectors.vectors(tmp_path).any()


def test_vectors_of_words_in_the_same_company_are_close(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two words that stand in each other's places are nearer than two that never do."""
    monkeypatch.setattr(vectors, "DIMENSIONS", 4)
    texts = [
        f"the {who} of Velden spoke. a {what} tin mill burns coal now."
        for who in ("mayor", "baker")
        for what in ("big", "red")
    ]
    (tmp_path / "articles.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts * 10), "utf-8")
    made = vectors.vectors(tmp_path)
    mayor, baker, tin = made[Document("mayor baker tin").buckets(learnt.BITS)[0]]
    assert mayor @ baker > mayor @ tin
