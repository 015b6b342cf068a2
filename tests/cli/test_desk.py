"""The desk's commands over the real core: checklist, sources, contest, and objections beside findings."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from newsgauge.article import LIMIT
from newsgauge.cli import objecting, program
from newsgauge.cli.output import Target, page
from newsgauge.examples import example_path
from newsgauge.objections import FILE, SCHEMA
from newsgauge.report.cells import cells

ARTICLE = example_path()


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, arguments, prog_name="newsgauge")


def identity() -> str:
    """The id of “disgraceful decision” in the author's voice."""
    found = json.loads(run("annotate", ARTICLE, "--format", "json").stdout)["findings"]
    return next(str(f["id"]) for f in found if f["text"] == "disgraceful decision" and f["voice"] == "author")


def test_the_usual_file_is_the_librarys() -> None:
    """--help names it without importing the library."""
    assert objecting.FILE == FILE


def test_an_objection_is_written_and_printed_beside_its_finding() -> None:
    """In the file here, then in text and page, without being asked for."""
    done = run("contest", identity(), ARTICLE, "--reason", "Her own word.", "--by", "A. Reader")
    assert done.exit_code == 0, done.output
    row = json.loads(Path(FILE).read_text(encoding="utf-8"))
    assert (row["schema"], row["reason"], row["verdict"]) == (SCHEMA, "Her own word.", "open")
    said = f"Contested {row['date']} by A. Reader: Her own word."
    assert said in " ".join(run("annotate", ARTICLE, "--width", "200", "--no-pager").stdout.split())
    assert said in run("annotate", ARTICLE, "--format", "html").stdout
    assert said in run("score", ARTICLE, ARTICLE, "--format", "html").stdout


def test_a_file_of_ones_own() -> None:
    """--objections names where they are written and where they are read."""
    run("contest", identity(), ARTICLE, "--reason", "No.", "--objections", "mine.jsonl")
    assert not Path(FILE).exists()
    assert "Contested" not in run("annotate", ARTICLE).stdout
    assert "Contested" in run("annotate", ARTICLE, "--objections", "mine.jsonl").stdout


def test_check_fails_where_an_upheld_objection_still_fires() -> None:
    """Open ones pass; an upheld one is a test that the finding must not be made."""
    assert run("contest", "check", ARTICLE).exit_code == 0
    run("contest", identity(), ARTICLE, "--reason", "No.")
    assert run("contest", "check", ARTICLE).exit_code == 0
    run("contest", identity(), ARTICLE, "--reason", "Agreed.", "--verdict", "upheld")
    done = run("contest", "check", ARTICLE)
    assert done.exit_code == 1
    assert "loaded_wording.epithet:adjective still fires on “disgraceful decision”" in done.stdout
    assert run("contest", "check", ARTICLE, "--ignore", "loaded_wording").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ffffffff", ARTICLE, "--reason", "x"], "no finding 'ffffffff'; this text has"),
        (["ffffffff", ARTICLE], "say why: --reason TEXT"),
        (["ffffffff", "absent.txt", "--reason", "x"], "absent.txt: no such file"),
    ],
)
def test_what_is_wrong_with_an_objection_is_said(arguments: list[str], said: str) -> None:
    """Exit 2, a sentence, and no file."""
    done = run("contest", *arguments)
    assert (done.exit_code, "Traceback" in done.output) == (2, False)
    assert said in done.output
    assert not Path(FILE).exists()


def test_checklist_in_three_forms() -> None:
    """Markdown with boxes, CSV with a row each, a page; as many in each."""
    boxes = run("checklist", ARTICLE).stdout.count("- [ ] ")
    rows = list(csv.DictReader(io.StringIO(run("checklist", ARTICLE, "-f", "csv").stdout)))
    assert boxes == len(rows) > 30
    page_ = run("checklist", ARTICLE, "-f", "html").stdout
    assert page_.startswith("<!DOCTYPE html>")
    assert LIMIT in page_


def test_sources_as_text_and_csv() -> None:
    """Within 80 columns, and a row a source."""
    shown = run("sources", ARTICLE, "--width", "80").stdout
    assert "Marcus Oyelaran: named person, 3 times (1 by pronoun), first-hand" in shown
    assert max(map(cells, shown.splitlines())) <= 80
    rows = list(csv.DictReader(io.StringIO(run("sources", ARTICLE, "-f", "csv").stdout)))
    assert next(row for row in rows if row["kind"] == "anonymous")["anonymity"] == "reason given"


@pytest.mark.parametrize("command", ["checklist", "sources"])
def test_a_failed_input_is_told_and_the_rest_goes_on(command: str) -> None:
    """Exit code 3, and the good article is there."""
    done = run(command, "absent.txt", ARTICLE)
    assert done.exit_code == 3
    assert "1 of 2 inputs failed" in done.stderr
    assert "Oyelaran" in done.stdout


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("lines", "wanted", "paged"), [(3, True, False), (40, True, True), (40, False, False)])
def test_the_pager_is_for_long_texts_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, lines: int, wanted: bool, paged: bool
) -> None:
    """What fits is printed; what doesn't is paged, unless --no-pager."""
    seen: list[str] = []

    def pager(text: Any, color: bool | None = None) -> None:
        seen.extend(text)
        assert color is False

    out = _Terminal(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stdin", _Terminal(io.BytesIO()))
    monkeypatch.setattr(shutil, "get_terminal_size", lambda _: os.terminal_size((80, 24)))
    monkeypatch.setattr(click, "echo_via_pager", pager)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("LESS", "-R")
    page((f"line {n}" for n in range(lines)), Target("text", None, None), wanted)
    assert bool(seen) is paged
    shown = "".join(seen) or out.buffer.getvalue().decode()  # type: ignore[attr-defined]  # a BytesIO
    assert shown == "".join(f"line {n}\n" for n in range(lines))


def test_nothing_is_paged_into_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Redirected output never waits for a key."""
    monkeypatch.setattr(click, "echo_via_pager", lambda *_, **__: pytest.fail("paged"))
    assert run("annotate", ARTICLE).exit_code == 0
