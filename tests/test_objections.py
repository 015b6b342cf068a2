"""Objections: standoff, without the text's words, read back with line numbers in errors, checked as must-not-fire tests."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import newsgauge
from newsgauge.article import Annotation, Objection
from newsgauge.errors import ObjectionError
from newsgauge.objections import append, encode, object_to, overruled, read, with_objections
from writers.samples import scored

DAY = date(2026, 11, 25)


def contested(verdict: str = "open", reason: str = "She was.") -> tuple[Annotation, Objection]:
    a = scored()
    return a, object_to(a, a.findings[1].id, reason, verdict=verdict, on=DAY)  # type: ignore[arg-type]  # a verdict


def test_an_objection_names_the_finding_and_none_of_its_words() -> None:
    """SHA-256, id, kind, rule, offsets, reason and date; the flagged word isn't in it."""
    a, one = contested()
    row = json.loads(encode(one))
    assert row == {
        "schema": "newsgauge/objection/1", "text_sha256": a.text_sha256, "finding": "loaded_wording.epithet-33",
        "kind": "loaded_wording.epithet", "rule": "loaded_wording.epithet:sample", "start": 33, "end": 40,
        "reason": "She was.", "date": "2026-11-25", "verdict": "open", "by": "", "reader": "human",
    }  # fmt: skip
    assert "furious" not in encode(one).decode()


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Two open objections to a finding stand both."""
    place = tmp_path / "objections.jsonl"
    _, one = contested()
    _, two = contested(reason="So she said, “furious”.\u2028")
    append(place, one)
    append(place, two)
    assert read(place) == [one, two]


def test_a_decision_stands_in_place_of_what_was_open(tmp_path: Path) -> None:
    """The desk's verdict comes last and is what reports print."""
    place = tmp_path / "objections.jsonl"
    for one in (contested()[1], contested(reason="Really.")[1], contested("dismissed", "No.")[1]):
        append(place, one)
    assert [one.words for one in read(place)] == ["Objection dismissed 2026-11-25: No."]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("nonsense", "not JSON"),
        ("[]", "expected an object of schema"),
        ('{"schema": "newsgauge/objection/2"}', "found 'newsgauge/objection/2'"),
        ('{"schema": "newsgauge/objection/1"}', "missing text_sha256, finding"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    """File and line number come first."""
    place = tmp_path / "o.jsonl"
    place.write_bytes(encode(contested()[1]) + line.encode())
    with pytest.raises(ObjectionError, match=r"o\.jsonl:2: ") as raised:
        read(place)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("field", "value"), [("start", "3"), ("verdict", "maybe"), ("reader", "cat"), ("reason", 3), ("extra", "x")]
)
def test_a_wrong_field_is_named(tmp_path: Path, field: str, value: object) -> None:
    """Types, verdicts and unknown names are checked."""
    place = tmp_path / "o.jsonl"
    place.write_text(json.dumps({**json.loads(encode(contested()[1])), field: value}), encoding="utf-8")
    with pytest.raises(ObjectionError, match=field):
        read(place)


def test_ids_may_be_shortened_where_that_is_enough() -> None:
    """A unique beginning will do; an ambiguous or unknown one says what there is."""
    a = scored()
    a = replace(
        a, findings=[one._replace(id=id_) for one, id_ in zip(a.findings, ("abcd1", "abcd2", "ef012"), strict=False)]
    )
    assert object_to(a, "EF01", "No.").finding == "ef012"
    with pytest.raises(ObjectionError, match="fits abcd1, abcd2"):
        object_to(a, "abcd", "No.")
    with pytest.raises(ObjectionError, match="no finding 'zz'; this text has abcd1"):
        object_to(a, "zz", "No.")
    with pytest.raises(ObjectionError, match="reason"):
        object_to(a, "abcd1", "  ")


def test_upheld_objections_are_tests_that_must_not_fire() -> None:
    """A finding still made against an upheld objection is named; open, dismissed and other texts' ones aren't."""
    a, upheld = contested("upheld")
    assert list(overruled([a], [upheld])) == [(a, upheld)]
    silent = replace(a, findings=[one for one in a.findings if one.id != upheld.finding])
    assert not list(overruled([silent], [upheld]))
    assert not list(overruled([a], [contested()[1], upheld._replace(text_sha256="0" * 64)]))


def test_renaming_a_rule_or_moving_its_edges_is_no_way_out() -> None:
    """Same place and kind by another rule, or the same rule a word further, still counts; another kind doesn't."""
    a, upheld = contested("upheld")
    (one,) = (f for f in a.findings if f.id == upheld.finding)

    def still(**changes: object) -> bool:
        changed = one._replace(id="new")._replace(**changes)  # type: ignore[arg-type]  # fields by name
        return bool(list(overruled([replace(a, findings=[changed])], [upheld])))

    assert still(rule="loaded_wording.epithet:renamed")
    assert still(start=one.start - 4, end=one.end + 3)
    assert not still(start=one.start - 4, end=one.end + 3, rule="loaded_wording.epithet:renamed")
    assert not still(kind="vagueness.crowd", rule="vagueness.crowd:sample")
    assert not still(start=one.end, end=one.end + 4)


def test_annotations_carry_the_objections_to_their_findings() -> None:
    """Not those to other texts, nor those to findings that aren't made."""
    a, one = contested()
    gone = one._replace(finding="absent")
    other = one._replace(text_sha256="0" * 64)
    (with_it,) = with_objections([a], [gone, other, one])
    assert with_it.objections == (one,)
    assert list(with_objections([a], [gone, other])) == [a]


def test_ids_outlive_changes_elsewhere() -> None:
    """A paragraph before and a correction behind leave a finding's id as it was; its offsets move."""
    text = "The town council met.\n\nThe disgraceful decision was made on Monday, the mayor said."
    before = newsgauge.annotate(text)
    after = newsgauge.annotate(f"Rain fell.\n\n{text.replace('Monday', 'Tuesday')}\n\nThis was corrected.")
    (one,) = (f for f in before.findings if f.text == "disgraceful")
    (two,) = (f for f in after.findings if f.text == "disgraceful")
    assert one.id == two.id
    assert one.start != two.start


def test_ids_count_the_same_words_under_the_same_rule() -> None:
    """The second occurrence has an id of its own: the stated limit of what an id survives."""
    a = newsgauge.annotate("The disgraceful vote came first. The disgraceful vote came next, she said.")
    ids = [f.id for f in a.findings if f.text == "disgraceful"]
    assert len(set(ids)) == 2
