"""What stands around a line: learnt on pages, read alike by learner and program."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np

from newsgauge import learnt
from newsgauge.document import Document
from newsgauge.evaluation import known, learn, pages

LONG = (
    "The council of Velden met on Monday and voted for the new bridge after a debate that lasted more than five hours."
)
OTHER = (
    "Bakers of the valley sold fewer loaves in spring because flour had become dear and few people came to the market."
)


def settled(text: str) -> Document:
    document = Document(text)
    document.settle(guess_title=False)
    return document


def topics(text: str) -> learnt.Singles:
    document = settled(text)
    bounds = learnt.edges(document.lines)
    return learnt.topics(document, bounds, learnt.line_shapes(document, bounds, learnt.flags(document)))


def test_a_line_about_the_same_thing_shares_words() -> None:
    """A line made of another paragraph's words has a share of 1; one of words seen nowhere else has 0."""
    found = topics(f"{LONG}\n{LONG}\nvoted for the new bridge\nZebras graze quietly")
    assert found[0].tolist() == [1, 1, 1, 0]


def test_a_paragraph_is_no_witness_of_itself() -> None:
    """The only paragraph of a page has nothing to be compared with; a short line beside it has one."""
    found = topics(f"{LONG}\nZebras graze quietly")
    assert found[0].tolist() == [0.5, 0]
    np.testing.assert_allclose(found[2], [0, np.log(2) / 3], rtol=1e-6)


def test_a_line_alone_has_nothing_around_it() -> None:
    """One line: no neighbours, no page, the middle of the topic; the learner's stand-in says the same."""
    shapes = np.zeros((1, 9), np.float32)
    row = learnt.page_shapes(np.array([3.0], np.float32), shapes, topics(LONG))[0]
    assert row[0] == 1
    assert row[4:12].tolist() == [0] * 8
    assert row[12:].tolist() == [1, 0.5, 0, 0]
    assert pages._alone(shapes, np.array([3.0], np.float32))[0].tolist() == row.tolist()


def test_neighbours_lean_on_a_line() -> None:
    """Of three lines the middle one sees both others, the first only those below it."""
    odds = np.array([2.0, 0.0, -2.0], np.float32)
    rows = learnt.page_shapes(odds, np.zeros((3, 9), np.float32), np.zeros((3, 3), np.float32))
    lean = float(np.tanh(1))
    np.testing.assert_allclose(rows[1, 4:8], [lean, -lean, 0, 0], rtol=1e-6)
    np.testing.assert_allclose(rows[0, 4:8], [0, 0, 0, -lean], rtol=1e-6)
    np.testing.assert_allclose(rows[:, 8], [-lean / 2, 0, lean / 2], atol=1e-6)


def test_spellings_of_a_line_stand_once() -> None:
    """Lines that differ in quotation marks and bullets are one; lines of marks alone are themselves."""
    found = pages.distinct(["“A bridge”", '- "a bridge"', "***", "---"])
    assert list(found.values()) == ["“A bridge”", "“A bridge”", "***", "---"]


def corpus(folder: Path) -> Path:
    """Eight hosts: body paragraphs above labels of residue that no rule knows."""
    with (folder / "residue_lines.jsonl").open("w", encoding="utf-8") as out:
        for number in range(8):
            lines = [(LONG, "body"), (OTHER, "body"), ("Quux zork plugh", "residue"), ("Frobnicate quux", "residue")]
            for line, label in lines:
                row = {"doc": f"d{number}", "host": f"h{number}", "line": line, "label": label, "extractors": []}
                out.write(json.dumps(row) + "\n")
    return folder


def test_learner_and_program_agree(tmp_path: Path) -> None:
    """The learner's probabilities of a page's lines are those of the table in the program."""
    task = next(task for task in learn.TASKS if task.name == "residue")
    examples = list(task.examples(corpus(tmp_path), task.bits))
    table = learn.fit(task, examples, {})
    assert table.context is not None
    assert table.context.shape == (17,)
    predicted = learn.predict(table, examples)[:4, 0]
    document = settled(f"{LONG}\n{OTHER}\nQuux zork plugh\nFrobnicate quux")
    bounds = learnt.edges(document.lines)
    shapes = learnt.line_shapes(document, bounds, learnt.flags(document))
    odds = np.array([learn._score(table, example)[0] for example in examples[:4]]) + table.bias[0]
    placed = learnt.page_shapes(odds.astype(np.float32), shapes, learnt.topics(document, bounds, shapes))
    np.testing.assert_allclose(predicted, learnt.logistic(placed @ table.context[:-1] + table.context[-1]), rtol=1e-4)
    assert predicted[:2].max() < 0.5 < predicted[2:].min()


def test_what_stands_around_is_saved(tmp_path: Path) -> None:
    """A saved table holds its context, and the same table gives the same bytes."""
    task = next(task for task in learn.TASKS if task.name == "residue")
    table = learn.learn(task, corpus(tmp_path))
    packed = learnt.save(table)
    assert packed == learnt.save(learn.learn(task, corpus(tmp_path)))
    (tmp_path / "residue.npz").write_bytes(packed)
    with np.load(tmp_path / "residue.npz") as arrays:
        assert arrays["context"].tolist() == np.asarray(table.context).tolist()


def test_known_words_are_learnt_anew(tmp_path: Path) -> None:
    """Highly rated articles and the BBC's are read, others not; without both corpora nothing is there to learn."""
    assert not known.there(tmp_path)
    row = {"corpus": "allsides", "pc1": 0.9, "text": "zork here"}
    low = {"corpus": "allsides", "pc1": 0.1, "text": "plugh here"}
    (tmp_path / "articles.jsonl").write_text("".join(json.dumps(one) + "\n" for one in [row, low] * 6), "utf-8")
    (tmp_path / "reference_bbc.jsonl").write_text(json.dumps({"text": "quux here"}) + "\n", "utf-8")
    assert known.there(tmp_path)
    assert [document.lower for document in known.documents(tmp_path)] == [["zork", "here"]] * 6 + [["quux", "here"]]
    (file, content), (capitals, _) = known.build(tmp_path)
    assert (file, capitals) == ("known_words.npz", "capitals.npz")
    with np.load(io.BytesIO(content)) as arrays:
        found = set(arrays["hashes"].tolist())
    zork, plugh = Document("zork plugh").hashes.tolist()
    assert zork in found
    assert plugh not in found
