"""A session in the terminal: answers are kept at once, resumed after a crash, undone, and no score is seen before them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from labels.samples import file, row, text
from newsgauge.errors import LabelsError
from newsgauge.labels.codebook import codebook
from newsgauge.labels.judgement import read_judgements
from newsgauge.labels.marks import Mark
from newsgauge.labels.session import run
from newsgauge.labels.store import Store
from newsgauge.labels.texts import Text, Texts

FIRST, SECOND = text(), text("Rain\n\nIt rained in Penrow. It rained, they say.")
TEXTS = [FIRST, SECOND]
ITEMS = ["0", "2", "0", "0", "n", "4"]  # wording to reliability


class CrashError(Exception):
    """The power goes."""


def play(
    folder: Path, replies: Sequence[str], with_spans: bool = False, texts: Sequence[Text] = TEXTS, score: str = ""
) -> list[str]:
    """A session with these replies, then a crash; what was said."""
    said: list[str] = []
    left = iter(replies)

    def ask(prompt: str) -> str:
        said.append(f">> {prompt}")
        try:
            return next(left)
        except StopIteration:
            raise CrashError from None

    def after(one: Text) -> Iterator[str]:
        yield f"{score} {one.name}"

    store = Store(folder / "ann.jsonl", "ann", codebook(), Texts(texts))
    try:
        run(texts, store, ask, said.append, with_spans=with_spans, after=after if score else None)
    except CrashError:
        said.append("crash")
    return said


def judged(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "ann.jsonl").read_text("utf-8").splitlines()]


def test_a_text_is_judged_question_by_question(tmp_path: Path) -> None:
    """The file is there after the last answer, and passes the check; anchors and text were shown."""
    said = play(tmp_path, ["report", *ITEMS, "One named source."])
    (found,) = read_judgements([tmp_path / "ann.jsonl"], Texts(TEXTS))
    assert (found.genre, found.values["headline"], found.values["reliability"]) == ("report", None, 4)
    assert (found.by, found.why, found.annotator) == ("human", "One named source.", "ann")
    assert found.at
    assert FIRST.text in said
    assert any("none or one mild word" in line for line in said)


def test_a_wrong_answer_is_asked_again(tmp_path: Path) -> None:
    """Out of scale, no number, null where there is none, an ambiguous genre: each says what is expected."""
    said = play(tmp_path, ["a", "99", "1", "4", "x", "n", "0"])
    assert sum("expected a genre" in line for line in said) == 2
    assert sum("expected wording from 0 to 3" in line for line in said) == 3
    assert said[-2].startswith(">> sourcing")


def test_answers_survive_a_crash(tmp_path: Path) -> None:
    """The next session goes on at the first open question, and a torn line is dropped."""
    play(tmp_path, ["report", "1", "2"])
    journal = tmp_path / "ann.jsonl.open"
    journal.write_text(journal.read_text("utf-8") + '{"id": "x", "quest', "utf-8")
    said = play(tmp_path, ["0", "0", "0", "3", "Why."])
    assert next(line for line in said if line.startswith(">>")).startswith(">> language")
    assert judged(tmp_path)[0]["wording"] == 1
    assert not journal.exists()


def test_a_torn_judgement_is_judged_again_from_its_answers(tmp_path: Path) -> None:
    """A crash while the row is written loses the row, not the answers."""
    play(tmp_path, ["report", *ITEMS])
    (tmp_path / "ann.jsonl").write_text('{"id": "f56b', "utf-8")
    play(tmp_path, ["Why."])
    assert [one["why"] for one in judged(tmp_path)] == ["Why."]


def test_judged_texts_are_not_asked_again(tmp_path: Path) -> None:
    """A second session begins with the second text."""
    play(tmp_path, ["report", *ITEMS, "Why."])
    said = play(tmp_path, [])
    assert FIRST.text not in said
    assert SECOND.text in said


def test_undo_takes_the_last_text_back(tmp_path: Path) -> None:
    """Its answers are asked again with Enter keeping each; answers to the text that was open stay."""
    play(tmp_path, ["report", *ITEMS, "Why.", "opinion", "1", "u"])
    assert judged(tmp_path) == []
    said = play(tmp_path, ["", "3", "", "", "", "", "2", ""])
    assert [(one["wording"], one["sourcing"], one["reliability"], one["why"]) for one in judged(tmp_path)] == [
        (3, 2, 2, "Why.")
    ]
    assert said[-2].startswith(">> sourcing")  # the second text goes on where it was


def test_back_and_skip_and_help(tmp_path: Path) -> None:
    """One question back changes an answer; a skipped text comes last; ? and t repeat what is needed."""
    said = play(tmp_path, ["s", "report", "1", "b", "3", "?", "t", "q"])
    assert said.count(SECOND.text) == 2
    assert sum("does the headline" in line.lower() for line in said) == 0
    kept = [json.loads(line) for line in (tmp_path / "ann.jsonl.open").read_text("utf-8").splitlines()]
    assert [(one["question"], one["answer"]) for one in kept] == [("genre", "report"), ("wording", 1), ("wording", 3)]
    assert not (tmp_path / "ann.jsonl").exists()


def test_satire_has_no_reliability(tmp_path: Path) -> None:
    """It isn't asked; a report may not have null, and changing the genre asks again."""
    play(tmp_path, ["satire", "0", "2", "0", "0", "n", "Why."])
    assert (judged(tmp_path)[0]["genre"], judged(tmp_path)[0]["reliability"]) == ("satire", None)
    said = play(tmp_path, ["report", "0", "2", "0", "0", "n", "n", "4", "Why."])
    assert any("null is for satire" in line for line in said)
    assert judged(tmp_path)[1]["reliability"] == 4


def test_another_genre_asks_for_reliability_again(tmp_path: Path) -> None:
    """After going back from the last question, also when the session breaks right then."""
    play(tmp_path, ["report", *ITEMS, *["b"] * 7, "satire"])
    said = play(tmp_path, ["Why."])
    assert judged(tmp_path)[0]["reliability"] is None
    assert any("reliability: null, as for every satire" in line for line in said)


def test_spans_by_their_words(tmp_path: Path) -> None:
    """Label and exact words, the second of two by its number; what doesn't stand there is asked again."""
    spans = ["loaded: shameful", "vague: nowhere", "mood: late", "typo: 2#e", ""]
    said = play(tmp_path, ["report", *ITEMS, *spans, "Why."], with_spans=True)
    (found,) = read_judgements([tmp_path / "ann.jsonl"], Texts(TEXTS))
    start, second = FIRST.text.index("shameful"), [n for n, c in enumerate(FIRST.text) if c == "e"][1]
    assert found.spans == (Mark("loaded", start, start + 8), Mark("typo", second, second + 1))
    assert any("doesn't stand in" in line for line in said)
    assert any("label one of" in line for line in said)


def test_the_score_is_shown_only_afterwards(tmp_path: Path) -> None:
    """No answer is asked for once a score was seen, and none is shown before the row is kept."""
    said = play(tmp_path, ["report", *ITEMS, "Why."], score="score 64", texts=[FIRST])
    assert said[-1] == "score 64 ferry"
    assert sum("score 64" in line for line in said) == 1


def test_a_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """One file for each annotator and version; a text that changed since is named."""
    file(tmp_path / "ann.jsonl", row(annotator="ben"))
    with pytest.raises(LabelsError, match="judged by ben, codebook v2, not by ann"):
        play(tmp_path, [])
    file(tmp_path / "ann.jsonl", row(id="0000000000"))
    with pytest.raises(LabelsError, match=r"ann\.jsonl:1: no text '0000000000'"):
        play(tmp_path, [])
