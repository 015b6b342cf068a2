"""Every format gives back what it was given: overlapping spans, astral characters, CRLF, nothing at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labels.samples import WORDS, judgement, text
from newsgauge.cli.labels.exchanging import TOOLS
from newsgauge.errors import LabelsError
from newsgauge.labels.codebook import codebook
from newsgauge.labels.exchange import FORMATS, Page, judgements, load
from newsgauge.labels.exchange.page import placed
from newsgauge.labels.judgement import BY, Judgement
from newsgauge.labels.marks import Mark
from newsgauge.labels.rows import write_whole
from newsgauge.labels.texts import Text, Texts, sha256

BOOK = codebook()
LETTERS = st.one_of(
    st.sampled_from(
        [
            "\r\n",
            "\n",
            "\t",
            " ",
            "😀",
            "é",
            "e\u0301",
            "“",
            '"',
            "\\n",
            "&",
            "<b>",
            "|",
            ":",
            ";",
            "#",
            "\u2028",
            "\x0c",
        ]
    ),
    st.characters(exclude_categories=["Cs"]),
)
TEXTS = st.lists(LETTERS, max_size=40).map("".join)
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
WHY = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@st.composite
def marks(draw: st.DrawFn, length: int) -> Mark:
    start = draw(st.integers(0, length - 1))
    end = draw(st.integers(start + 1, length))
    label = draw(st.sampled_from(BOOK.labels))
    kind = draw(st.sampled_from(["", *label.source_kinds]))
    stance = draw(st.sampled_from(["", *(one.name for one in BOOK.stances)])) if label.source_kinds else ""
    return Mark(label.name, start, end, kind, stance)


@st.composite
def judged(draw: st.DrawFn, words: str, annotator: str) -> Judgement:
    genre = draw(st.sampled_from(BOOK.genres))
    values = {item.name: draw(st.integers(item.low, item.high)) for item in BOOK.items}
    answers: dict[str, int | None] = dict(values)
    answers["headline"] = draw(st.one_of(st.none(), st.integers(0, 3)))
    if genre.reliability == "null":
        answers["reliability"] = None
    # Two spans at one place with one label can't be told apart by every tool: source kinds belong to a span.
    spans = draw(st.lists(marks(len(words)), max_size=6, unique_by=lambda mark: mark[:3])) if words else []
    digits = sha256(words)
    by = draw(st.sampled_from(BY))
    at = draw(st.sampled_from(["", "2026-11-25T15:00:00+00:00"]))
    exhaustive = draw(st.booleans())
    return Judgement(
        digits[:10], annotator, "v2", genre.name, answers, tuple(spans), draw(WHY), by, at, exhaustive, sha256=digits
    )


@st.composite
def pages(draw: st.DrawFn) -> list[Page]:
    found = []
    for words in draw(st.lists(TEXTS, min_size=1, max_size=2, unique=True)):
        who = draw(st.lists(NAMES, max_size=2, unique_by=lambda name: "".join(c if c.isalnum() else "_" for c in name)))
        rows = tuple(draw(judged(words, annotator)) for annotator in who)
        found.append(Page(Text(words, sha256(words), "n"), rows, (Mark("loaded", 0, 1),) if words else ()))
    return found


def through(tool: str, given_pages: list[Page], folder: Path) -> list[Judgement]:
    place = folder / "there"
    files = FORMATS[tool].dump(given_pages)
    if FORMATS[tool].folder:
        place.mkdir(exist_ok=True)
        for old in place.iterdir():
            old.unlink()
        for name, content in files.items():
            write_whole(place / name, [content])
    else:
        write_whole(place, files.values())
    back = list(judgements(list(FORMATS[tool].load(place)), Texts([page.text for page in given_pages])))
    problems = [str(one) for one in back if isinstance(one, LabelsError)]
    assert problems == []
    return [one for one in back if isinstance(one, Judgement)]


def plain(one: Judgement) -> tuple[Any, ...]:
    """A judgement without its place, spans in order of the text."""
    return (
        one.id,
        one.annotator,
        one.codebook,
        one.genre,
        one.values,
        sorted(one.spans),
        one.why,
        one.by,
        one.at,
        one.exhaustive,
    )


@pytest.mark.parametrize("tool", FORMATS)
@given(given_pages=pages())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_there_and_back(tool: str, given_pages: list[Page], tmp_path: Path) -> None:
    """What goes out comes back: every answer, every span, its source kind and stance, who and when."""
    expected = sorted(map(plain, (one for page in given_pages for one in page.judgements)), key=str)
    assert sorted(map(plain, through(tool, given_pages, tmp_path)), key=str) == expected


def test_the_command_line_knows_every_format() -> None:
    """--to and --from name what the room has."""
    assert list(FORMATS) == list(TOOLS)


@pytest.mark.parametrize("tool", FORMATS)
def test_a_file_of_something_else_is_refused(tool: str, tmp_path: Path) -> None:
    """Another format's file is an error that names the file."""
    place = tmp_path / "other.json"
    place.write_text('{"a": [1, 2', "utf-8")
    with pytest.raises(LabelsError, match=r"other\.json"):
        load(tool, place)


@pytest.mark.parametrize("tool", FORMATS)
def test_a_text_changed_since_is_refused(tool: str, tmp_path: Path) -> None:
    """A span's words, or the fingerprint, say that it isn't the text that was judged."""
    page = Page(text(), (judgement(spans=[{"label": "loaded", "text": "shameful"}]),))
    place = tmp_path / "there"
    files = {name: content.replace("late again", "very late") for name, content in FORMATS[tool].dump([page]).items()}
    if FORMATS[tool].folder:
        place.mkdir()
        for name, content in files.items():
            (place / name).write_text(content, "utf-8")
    else:
        place.write_text("".join(files.values()), "utf-8")
    (found,) = judgements(load(tool, place))
    assert isinstance(found, LabelsError)
    assert "changed since" in str(found)


@pytest.mark.parametrize(
    ("words", "start", "end", "told", "expected"),
    [
        ("a😀b loaded", 5, 11, "loaded", (4, 10)),  # UTF-16: the emoji counts two
        ("a\r\nb loaded", 4, 10, "loaded", (5, 11)),  # \r\n counts one
        ("a\r\n😀 loaded", 5, 11, "loaded", (5, 11)),  # both errors, which cancel out here
        ("x loaded", 7, 13, "loaded", (2, 8)),  # no way of counting, but the words stand once
        ("a\nb", 0, 3, "a\\nb", (0, 3)),  # Label Studio writes line breaks as backslash n
    ],
)
def test_offsets_are_repaired_by_the_words(
    words: str, start: int, end: int, told: str, expected: tuple[int, int]
) -> None:
    """Tools that count otherwise are found out by what they say stands there."""
    assert placed(words, start, end, told, "task 1") == expected


def test_offsets_that_fit_nothing_are_refused() -> None:
    """Words that stand twice and nowhere near can't be placed."""
    with pytest.raises(LabelsError, match=r"task 1: 'ab' doesn't stand at 1–3"):
        placed("ab cd ab", 1, 3, "ab", "task 1")


def test_label_studios_configuration_asks_for_every_item() -> None:
    """Every item, genre and label stands in the interface, and null is a choice where the codebook has it."""
    config = FORMATS["label-studio"].dump([Page(text())])["config.xml"]
    for item in BOOK.items:
        assert f'<Choices name="{item.name}"' in config
    assert config.count('<Choice value="null"') == 2
    assert all(f'<Label value="{label.name}"' in config for label in BOOK.labels)


def test_an_unanswered_question_is_named(tmp_path: Path) -> None:
    """A task that a person saved half done gives the field that is missing, and where."""
    tasks = json.loads(FORMATS["label-studio"].dump([Page(text(), (judgement(),))])["tasks.json"])
    tasks[0]["annotations"][0]["result"] = [
        part for part in tasks[0]["annotations"][0]["result"] if part["from_name"] != "sourcing"
    ]
    place = tmp_path / "export.json"
    place.write_text(json.dumps(tasks), "utf-8")
    (found,) = judgements(load("label-studio", place))
    assert "task 1, annotation 1: field 'sourcing' is missing" in str(found)


def test_suggested_spans_go_out_as_predictions() -> None:
    """Label Studio gets them apart from annotations, so that nobody takes them for a person's."""
    task = json.loads(FORMATS["label-studio"].dump([Page(text(), (), (Mark("loaded", 75, 83),))])["tasks.json"])[0]
    (region,) = task["predictions"][0]["result"]
    assert task["annotations"] == []
    assert region["value"] == {"start": 75, "end": 83, "text": WORDS[75:83], "labels": ["loaded"]}
