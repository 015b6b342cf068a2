"""Labels: gold is the mean, a null headline is nobody's opinion, and a mistake is named by file and line."""

from __future__ import annotations

import gzip
import json
import math
from pathlib import Path
from typing import Any

import pytest

from newsgauge.article import Span
from newsgauge.errors import LabelsError
from newsgauge.reliability.labelled import describe, gold, read_labels

TEXT = {
    "id": "t1",
    "outlet": "penrowpost.example",
    "has_title": True,
    "cut": True,
    "text": "Ferry Late\n\nIt was late.",
}
JUDGED = {
    "genre": "report",
    "wording": 0,
    "sourcing": 2,
    "language": 0,
    "residue": 1,
    "headline": None,
    "reliability": 4,
}


def judgement(**changes: Any) -> dict[str, Any]:
    return {"id": "t1", "annotator": "ann", "codebook": "v1"} | JUDGED | changes


def lines(place: Path, *rows: dict[str, Any]) -> Path:
    content = "".join(json.dumps(row) + "\n" for row in rows)
    if place.suffix == ".gz":
        place.write_bytes(gzip.compress(content.encode()))
    else:
        place.write_text(content, "utf-8")
    return place


def test_gold_is_the_mean_over_annotators() -> None:
    """2 and 3 make 2.5; the headline counts only who judged one; the genre is the one most named."""
    rows = [judgement(), judgement(sourcing=3, headline=1), judgement(sourcing=1, genre="opinion", reliability=2)]
    items, reliability, genre = gold(rows)
    assert items == {"wording": 0, "sourcing": 2, "language": 0, "residue": 1, "headline": 1}
    assert genre == "report"
    assert reliability == pytest.approx(10 / 3)
    assert math.isnan(gold([judgement()])[0]["headline"])


def test_a_folder_of_texts_and_judgements(tmp_path: Path) -> None:
    """They are joined by id, compressed or not; the first line is the title, and a cut end is known as one."""
    lines(tmp_path / "texts.jsonl.gz", TEXT, TEXT | {"id": "unjudged"})
    lines(tmp_path / "judgements.jsonl", judgement(), judgement(annotator="bob", reliability=5))
    (text,) = read_labels(tmp_path)
    assert (text.article.id, text.article.title, text.article.cut) == ("t1", Span(0, 10), True)
    assert (text.reliability, text.group) == (4.5, "penrowpost.example")
    assert read_labels(tmp_path / "judgements.jsonl", tmp_path / "texts.jsonl.gz") == [text]


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    """One line holds text and labels; without an outlet each text is its own group, and the title is looked for."""
    place = lines(tmp_path / "mine.jsonl", {"text": "Only this.", **JUDGED}, {"text": "And this.", **JUDGED})
    first, second = read_labels(place)
    assert first.article.guess_title
    assert first.group != second.group


def test_a_text_without_a_verdict_is_left_out(tmp_path: Path) -> None:
    """Where all annotators left reliability null on purpose, as for satire, there is nothing to fit."""
    place = lines(tmp_path / "mine.jsonl", {"text": "Ha.", **JUDGED, "reliability": None}, {"text": "Hm.", **JUDGED})
    assert [text.article.text for text in read_labels(place)] == ["Hm."]


def test_what_the_gold_rests_on(tmp_path: Path) -> None:
    """Counts, and agreement over what was judged twice: full where both said the same of different texts."""
    lines(tmp_path / "texts.jsonl", TEXT, TEXT | {"id": "t2"})
    other = {"id": "t2", "wording": 3, "reliability": 1}
    rows = [judgement(), judgement(annotator="bob"), judgement(**other), judgement(**other, annotator="bob")]
    lines(tmp_path / "judgements.jsonl", *rows)
    about = describe(read_labels(tmp_path))
    assert (about["texts"], about["judgements"], about["annotators"], about["texts_judged_twice"]) == (2, 4, 2, 2)
    assert about["agreement"]["wording"] == about["agreement"]["reliability"] == 1
    assert math.isnan(about["agreement"]["headline"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"text": "Hm."}', r"mine\.jsonl:1: no reliability; expected a number from 1 to 5"),
        ('{"text": "Hm.", "reliability": 9}', r"mine\.jsonl:1: reliability must be a number from 1 to 5, found 9"),
        ('{"text": "Hm.", "reliability": 3, "wording": "high"}', "wording must be a number from 0 to 3, found 'high'"),
        ('{"reliability": 3}', r"mine\.jsonl:1: field 'text' is missing; found reliability"),
        ('{"text": 7, "reliability": 3}', "'text' must be a string, found int"),
        ('\n{"text": "Hm."', r"mine\.jsonl:2: not JSON"),
        ("[1]", r"mine\.jsonl:1: expected an object, found list"),
        ('{"text": "  ", "reliability": 3}', r"mine\.jsonl:1: 'text' is empty"),
        ("id,text,reliability\na,Hm.,3", r"mine\.jsonl:1: not JSON .*; a table is no JSON"),
        (
            '{"id": "a", "text": "Hm.", "reliability": 3}\n{"id": "a", "text": "Oh.", "reliability": 3}',
            r"mine\.jsonl:2: id 'a' stands for another text at .*mine\.jsonl:1",
        ),
        ('{"id": "a", "sha256": "0", "reliability": 3}', "newsgauge labels join JUDGEMENTS.jsonl"),
        ('{"id": "a", "annotator": "ann", "reliability": 3}', "newsgauge labels join JUDGEMENTS.jsonl"),
    ],
)
def test_a_mistake_is_named_by_its_line(tmp_path: Path, content: str, said: str) -> None:
    """Whoever labels by hand finds the line again."""
    place = tmp_path / "mine.jsonl"
    place.write_text(content, "utf-8")
    with pytest.raises(LabelsError, match=said):
        read_labels(place)


def test_a_folder_without_labels(tmp_path: Path) -> None:
    """Both files are asked for by name."""
    with pytest.raises(LabelsError, match=r"expected judgements\.jsonl or judgements\.jsonl\.gz"):
        read_labels(tmp_path)
