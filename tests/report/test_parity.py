"""JSON, terminal, page and notebook say the same about one annotation."""

from __future__ import annotations

import html
import json
import re
from datetime import date

import pytest

import newsgauge
from newsgauge.article import ITEMS, LIMIT, Annotation
from newsgauge.examples import example_path
from newsgauge.objections import object_to, with_objections
from newsgauge.readers import read
from newsgauge.report import annotate_view, finding_lines, html_page, score_table
from newsgauge.report.ledger import ledger
from newsgauge.report.notebook import notebook_html
from newsgauge.report.wording import feature_words, signed, spoken
from newsgauge.writers import csv_rows, json_lines, json_object, sarif


@pytest.fixture(scope="module")
def a() -> Annotation:
    """The article that ships, really annotated."""
    (one,) = newsgauge.annotate_many(read([example_path()]))
    return one


def plain(markup: str) -> str:
    """The words of some markup, white space as one space."""
    inside = re.sub(r"<(style|script)\b.*?</\1>", " ", markup, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", inside)).split())


@pytest.fixture(scope="module")
def faces(a: Annotation) -> dict[str, str]:
    """What each face shows, as plain words."""
    return {
        "terminal": " ".join(annotate_view(a, 200).split()),
        "page": plain(html_page([a])),
        "notebook": plain(notebook_html(a)),
    }


FACES = ("terminal", "page", "notebook")


@pytest.mark.parametrize("face", FACES)
def test_score_interval_and_limit(a: Annotation, faces: dict[str, str], face: str) -> None:
    """The same score, level, interval and limit sentence as in the JSON."""
    record = json.loads(json_object(a))
    shown = faces[face]
    assert f"{record['score']:.0f}" in shown
    assert re.search(rf"[Ll]evel {record['level']} of 5", shown)
    low, high = (f"{bound:.0f}" for bound in record["interval"])
    assert re.search(rf"interval {low}(?:–| to ){high}", shown)
    assert record["limit"] == LIMIT
    assert LIMIT in shown


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("item", ITEMS)
def test_items(a: Annotation, faces: dict[str, str], face: str, item: str) -> None:
    """Each item with the JSON's value, to one decimal."""
    value = json.loads(json_object(a))["items"][item]
    assert re.search(rf"\b{item}\b[\s█░]*{value:.1f}\b", faces[face])


@pytest.mark.parametrize("face", FACES)
def test_findings(a: Annotation, faces: dict[str, str], face: str) -> None:
    """Every finding's kind and note stand there; page and notebook name every id too."""
    for finding in json.loads(json_object(a))["findings"]:
        assert spoken(finding["kind"]) in faces[face]
        assert " ".join(finding["note"].split())[:30] in faces[face] or face == "terminal"
        assert finding["id"] in faces[face] or face == "terminal"
    # Beside a text the terminal wraps notes: there the words alone are compared.
    told = {finding.note.split()[0] for finding in a.findings}
    assert all(word in faces["terminal"] for word in told)


@pytest.mark.parametrize("face", FACES)
def test_points(a: Annotation, faces: dict[str, str], face: str) -> None:
    """Every contribution that rounds to 0.2 points or more has its bar with its points."""
    for one in json.loads(json_object(a))["contributions"]:
        if abs(one["points"]) >= 0.15:
            assert signed(one["points"]) in faces[face]


@pytest.mark.parametrize("face", FACES)
def test_sources_and_the_unmeasured(a: Annotation, faces: dict[str, str], face: str) -> None:
    """The ledger's names and whatever could not be measured."""
    for entry in ledger(a).entries:
        assert (entry.name or "nobody named") in faces[face]
    for name, reason in a.unmeasured.items():
        assert feature_words(name) in faces[face]
        assert reason in faces[face]


def test_the_table_and_the_list_agree(a: Annotation) -> None:
    """The row in the terminal and the row of the page hold the same figures."""
    row = next(line for line in score_table([a, a], 120) if "example.txt" in line)
    page = plain(html_page([a, a]))
    assert f"{a.score:.0f}" in row
    assert f"{a.score:.0f} {a.interval[0]:.0f}–{a.interval[1]:.0f} {a.level}" in page if a.interval else False
    for item in ITEMS:
        assert f"{a.items[item]:.1f}" in row


@pytest.fixture(scope="module")
def contested(a: Annotation) -> Annotation:
    """The same with an open objection, an upheld one and a dismissed one."""
    first, second, third = (f for f in a.findings if f.family in ("loaded_wording", "vagueness"))
    said = [
        object_to(a, first.id, "Her own word.", by="A. Reader", on=date(2026, 11, 25)),
        object_to(a, second.id, "A fact, and sourced.", verdict="upheld", on=date(2026, 11, 26)),
        object_to(a, third.id, "Not so.", verdict="dismissed", by="Desk", on=date(2026, 11, 27)),
    ]
    (one,) = with_objections([a], said)
    return one


@pytest.mark.parametrize("face", ["json", "jsonl", "csv", "sarif", "lines", "terminal", "page", "notebook", "frame"])
def test_objections_are_the_same_everywhere(contested: Annotation, face: str) -> None:
    """Verdict, day, who and why, in every format."""
    a = contested
    shown = {
        "json": lambda: json_object(a).decode(),
        "jsonl": lambda: b"".join(json_lines([a])).decode(),
        "csv": lambda: b"".join(csv_rows([a], ())).decode(),
        "sarif": lambda: sarif([a], "1").decode(),
        "lines": lambda: "\n".join(finding_lines(a)),
        "terminal": lambda: " ".join(annotate_view(a, 200).split()),
        "page": lambda: plain(html_page([a])),
        "notebook": lambda: plain(notebook_html(a)),
        "frame": lambda: "\n".join(filter(None, a.to_frame("findings", "polars")["objections"].to_list())),
    }[face]()
    assert len(a.objections) == 3
    for one in a.objections:
        if face in ("json", "jsonl"):
            (told,) = (row for row in json.loads(shown)["objections"] if row["finding"] == one.finding)
            assert told == {k: v for k, v in one._asdict().items() if k != "text_sha256"}
        else:
            assert shown.count(one.words) == 1


def test_without_objections_nothing_is_said(a: Annotation) -> None:
    """An empty list, an empty cell, and no suppression: which SARIF reads as "reviewed, and not suppressed"."""
    assert json.loads(json_object(a))["objections"] == []
    assert "suppressions" not in sarif([a], "1").decode()
    assert "Contested" not in annotate_view(a) + html_page([a]) + "\n".join(finding_lines(a))


@pytest.mark.parametrize("given", [True, False])
@pytest.mark.parametrize("face", FACES)
def test_anonymity_and_its_reason(face: str, given: bool) -> None:
    """What JSON says about the reason, terminal, page and notebook say."""
    reason = ", who asked not to be named because the talks are private," if given else ""
    text = f"The talks had failed, a senior official{reason} said on Monday.\n\nThe harbour board met on Tuesday."
    one = newsgauge.annotate(text)
    (told,) = (row for row in json.loads(json_object(one))["attributions"] if row["source_kind"] == "anonymous")
    assert told["reason_given"] is given
    shown = {
        "terminal": lambda: " ".join(annotate_view(one, 200).split()),
        "page": lambda: plain(html_page([one])),
        "notebook": lambda: plain(notebook_html(one)),
    }[face]()
    assert ("no reason given" in shown) is not given
    assert "reason given" in shown
