"""Judgements: what breaks the codebook is named by file and line, with what to do."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest

from labels.samples import WORDS, file, judgement, row, text
from newsgauge.errors import LabelsError
from newsgauge.labels.judgement import judgement_of, one_codebook, one_kind, read_judgements
from newsgauge.labels.marks import Mark
from newsgauge.labels.rows import write_rows
from newsgauge.labels.texts import Texts, read_texts, sha256

ODD = "😀 “Late”\r\nlate, late"


def test_words_become_offsets() -> None:
    """Exact words are found; which of several is said by nth; an emoji is one character."""
    known = Texts([text(ODD)])
    spans = [
        {"label": "loaded", "text": "late", "nth": 2},
        {"label": "encoding", "start": 2, "end": 8, "text": "“Late”"},
    ]
    found = judgement_of(row(id=text(ODD).id, spans=spans), "here", known)
    assert found.spans == (Mark("loaded", 16, 20), Mark("encoding", 2, 8))


def test_what_ships_holds_no_words() -> None:
    """A row has offsets and a fingerprint, and reads back to the same judgement."""
    one = judgement(spans=[{"label": "vague", "text": "Some say", "source_kind": "collective", "stance": "neutral"}])
    assert "Some say" not in str(one.row())
    assert one.row()["sha256"] == text().sha256
    assert judgement_of(one.row(), "sample") == one


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"tone": 2}, "unknown item 'tone'; codebook v2 asks for wording, sourcing"),
        ({"wordng": 2}, "unknown item 'wordng'; did you mean 'wording'?"),
        ({"wording": 4}, "wording must be a whole number from 0 to 3, found 4"),
        ({"wording": 1.5}, "wording must be a whole number from 0 to 3, found 1.5"),
        ({"wording": True}, "wording must be a whole number from 0 to 3, found True"),
        ({"sourcing": ...}, "sourcing must be a whole number from 0 to 3, found None"),
        ({"headline": "1"}, "headline must be a whole number from 0 to 3 or null, found '1'"),
        ({"reliability": 0}, "reliability must be a whole number from 1 to 5 or null, found 0"),
        ({"sourcing": None}, "field 'sourcing' is missing"),
        ({"genre": "reprot"}, "unknown genre 'reprot'; did you mean 'report'?"),
        ({"genre": "satire"}, "reliability must be null for satire"),
        ({"reliability": ...}, "only satire, fabrication and not_news have; genre is report"),
        ({"codebook": "v9"}, "codebook 'v9': expected one of v0, v1, v2"),
        ({"codebook": None}, "field 'codebook' is missing"),
        ({"annotator": ""}, "'annotator' is empty"),
        ({"by": "robot"}, "'by' must be one of human, machine-assisted, found 'robot'"),
        ({"exhaustive": "yes"}, "'exhaustive' must be true or false"),
        ({"id": "0000000000"}, "no text '0000000000' among 1"),
        ({"sha256": sha256("another")}, "the text changed since it was judged"),
        ({"spans": {"label": "loaded"}}, "'spans' must be a list"),
        ({"spans": ["loaded"]}, "span 1: expected an object with label, start and end"),
        (
            {"spans": [{"label": "laoded", "start": 0, "end": 2}]},
            "span 1: unknown label 'laoded'; did you mean 'loaded'?",
        ),
        ({"spans": [{"label": "loaded", "start": 0, "end": 999}]}, "span 1: ends at 999, outside the text"),
        ({"spans": [{"label": "loaded", "start": 5, "end": 5}]}, "expected 0 <= start < end, found 5 and 5"),
        ({"spans": [{"label": "loaded", "start": "5", "end": 6}]}, "'start' must be a whole number"),
        (
            {"spans": [{"label": "loaded", "start": 0, "end": 5, "text": "Barge"}]},
            "expected 'Barge' at 0–5, found 'Ferry'",
        ),
        ({"spans": [{"label": "loaded", "text": "Barge"}]}, "'Barge' doesn't stand in"),
        ({"spans": [{"label": "loaded", "text": "sh"}]}, None),
        ({"spans": [{"label": "loaded", "text": "e"}]}, re.escape('say which: "nth": 1 to')),
        ({"spans": [{"label": "loaded", "text": "e", "nth": 99}]}, "'nth' must be from 1 to"),
        ({"spans": [{"label": "loaded", "start": 0, "end": 5}] * 2}, "span 2: the same as an earlier one"),
        ({"spans": [{"label": "loaded", "start": n, "end": n + 1} for n in range(9)]}, "at most 8 spans"),
        ({"spans": [{"label": "loaded", "start": n, "end": n + 1} for n in range(9)], "exhaustive": True}, None),
        (
            {"spans": [{"label": "named", "start": 0, "end": 5, "source_kind": "collective"}]},
            "unknown source_kind 'collective'",
        ),
        ({"spans": [{"label": "loaded", "start": 0, "end": 5, "source_kind": "role"}]}, "this label carries none"),
        ({"spans": [{"label": "vague", "start": 0, "end": 5, "stance": "cold"}]}, "unknown stance 'cold'"),
    ],
)
def test_what_breaks_the_codebook_is_named(changes: dict[str, Any], message: str | None, tmp_path: Path) -> None:
    """File and line, what was expected, what was found; None: it is fine."""
    place = file(tmp_path / "ann.jsonl", row(**changes))
    if message is None:
        assert len(read_judgements([place], Texts([text()]))) == 1
        return
    with pytest.raises(LabelsError, match=message if "\\" in message else re.escape(message)) as caught:
        read_judgements([place], Texts([text()]))
    assert str(caught.value).startswith(f"{place}:1: ")


def test_the_older_codebooks_have_their_own_names(tmp_path: Path) -> None:
    """v0 knows no fabrication and no bait; v1 lets satire have a reliability, v2 doesn't."""
    place = tmp_path / "ann.jsonl"
    assert (
        read_judgements([file(place, row(codebook="v1", genre="satire", reliability=1))])[0].values["reliability"] == 1
    )
    with pytest.raises(LabelsError, match="unknown genre 'fabrication'"):
        read_judgements([file(place, row(codebook="v0", genre="fabrication"))])
    with pytest.raises(LabelsError, match="unknown label 'bait'"):
        read_judgements([file(place, row(codebook="v0", spans=[{"label": "bait", "start": 0, "end": 1}]))])


def test_a_duplicate_names_both_lines(tmp_path: Path) -> None:
    """One annotator, one text, one codebook: one row."""
    place = file(tmp_path / "ann.jsonl", row(), row(annotator="ben"), row(wording=2))
    with pytest.raises(LabelsError, match=r"ann\.jsonl:3: ann judged \w+ by v2 already in .*ann\.jsonl:1; keep one"):
        read_judgements([place])


def test_mixed_codebooks_are_mixed_knowingly(tmp_path: Path) -> None:
    """The error names the first row of the other version; naming versions chooses or mixes."""
    place = file(tmp_path / "ann.jsonl", row(codebook="v1"), row())
    found = read_judgements([place])
    with pytest.raises(LabelsError, match=r"ann\.jsonl:2: codebook v2, but v1 in .*:1; .*--codebook v1"):
        one_codebook(found)
    assert [one.codebook for one in one_codebook(found, ["v2"])] == ["v2"]
    assert len(one_codebook(found, ["v1", "v2"])) == 2


def test_humans_and_machines_are_never_pooled(tmp_path: Path) -> None:
    """Both in one file is an error unless one kind is chosen."""
    found = read_judgements([file(tmp_path / "j.jsonl", row(by="human"), row(annotator="m"))])
    with pytest.raises(LabelsError, match="they aren't pooled"):
        one_kind(found)
    assert [one.annotator for one in one_kind(found, "human")] == ["ann"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"id": ', ":1: not JSON"),
        (b"[1]\n", ":1: expected an object, found list"),
        (b"\xff\xfe\n", "expected JSON Lines in UTF-8"),
    ],
)
def test_a_file_of_something_else(content: bytes, message: str, tmp_path: Path) -> None:
    """Broken JSON, another value and another encoding are said with their place."""
    place = tmp_path / "j.jsonl"
    place.write_bytes(content)
    with pytest.raises(LabelsError, match=message):
        read_judgements([place])
    (tmp_path / "j.jsonl.gz").write_bytes(gzip.compress(b"{}\n")[:-9])
    with pytest.raises(LabelsError, match=r"j\.jsonl\.gz"):
        read_judgements([tmp_path / "j.jsonl.gz"])


def test_texts_by_name_by_id_and_from_rows(tmp_path: Path) -> None:
    """A folder's files keep their line ends; a row's fingerprint is checked; a title in a field stands above its text."""
    (tmp_path / "001.txt").write_bytes(ODD.encode())
    (tmp_path / "002.txt").write_bytes(WORDS.encode())
    known = read_texts([tmp_path])
    assert known.find("001", "x").text == ODD
    assert known.find("002.txt", "x").id == text().id == known.find(text().id, "x").id
    place = file(
        tmp_path / "t.jsonl",
        {"id": "a", "title": "Ferry Late", "text": "It was.", "domain": "penrow.example", "corpus": "c"},
    )
    (one,) = read_texts([place]).all
    assert (one.text, one.title, one.outlet, one.corpus_id) == ("Ferry Late\n\nIt was.", True, "penrow.example", "a")
    with pytest.raises(LabelsError, match=r"t\.jsonl:1: the text changed since"):
        read_texts([file(place, {"text": "a", "sha256": sha256("b")})])
    with pytest.raises(LabelsError, match="texts don't ship; newsgauge labels join finds them"):
        read_texts([file(place, {"id": "a", "sha256": sha256("b")})])


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """A failure in mid-file leaves what was there, and no rest."""
    place = file(tmp_path / "out.jsonl", {"old": 1})

    def rows() -> Any:
        yield {"new": 1}
        raise LabelsError("in the middle")

    with pytest.raises(LabelsError):
        write_rows(place, rows())
    assert place.read_text("utf-8") == '{"old": 1}\n'
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]
