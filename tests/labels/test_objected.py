"""Objections into the labels: checked, collected, decided by the later line, and read by contest check."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgauge.cli import program
from newsgauge.examples import example_path
from newsgauge.objections import read


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    shutil.copy(example_path(), tmp_path / "texts")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, arguments, prog_name="newsgauge")


def contest(*more: str) -> str:
    """Object to the first finding that isn't an attribution; its id."""
    found = json.loads(run("annotate", "texts", "--format", "json").stdout)["findings"]
    id_ = next(str(f["id"]) for f in found if f["kind"].startswith("loaded_wording"))
    done = run("contest", id_, "texts", "--reason", "A fact.", *more)
    assert done.exit_code == 0, done.output
    return id_


def imported(*more: str) -> Result:
    return run("labels", "import", "newsgauge-objections.jsonl", "--from", "contest", "--texts", "texts", *more)


def test_from_an_objection_to_a_test_that_fails_until_the_rule_is_mended() -> None:
    """Contest, import, decide, import again: the collected file holds the decision, and check reads it."""
    id_ = contest()
    done = imported("-o", "kept.jsonl", "--annotator", "ann")
    assert (done.exit_code, "1 stand in kept.jsonl, 0 of them upheld" in done.stderr) == (0, True), done.output
    assert run("contest", "check", "texts", "--objections", "kept.jsonl").exit_code == 0
    contest("--verdict", "upheld", "--by", "Desk")
    assert "1 stand in kept.jsonl, 1 of them upheld" in imported("-o", "kept.jsonl").stderr
    (one,) = read(Path("kept.jsonl"))
    assert (one.finding, one.verdict, one.by, one.reader) == (id_, "upheld", "Desk", "human")
    assert run("contest", "check", "texts", "--objections", "kept.jsonl").exit_code == 1


def test_importing_twice_is_importing_once() -> None:
    """Nothing is doubled, and who and what kind of annotator it was is added where it wasn't said."""
    contest()
    for _ in range(2):
        assert imported("-o", "kept.jsonl", "--annotator", "ann", "--by", "machine-assisted").exit_code == 0
    (one,) = read(Path("kept.jsonl"))
    assert (one.by, one.reader) == ("ann", "machine-assisted")


def test_to_standard_output() -> None:
    """As lines, and none of the text's words."""
    contest()
    row = json.loads(imported().stdout)
    assert row["schema"] == "newsgauge/objection/1"
    assert not {"text", "words"} & set(row)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text_sha256": "0" * 64}, "no text with SHA-256 0000000000… was given"),
        ({"end": 10**6}, "lies outside"),
        ({"verdict": "maybe"}, "verdict must be one of"),
    ],
)
def test_what_fits_no_text_is_refused(change: dict[str, object], said: str) -> None:
    """With the file and the finding; the collected file isn't touched."""
    contest()
    place = Path("newsgauge-objections.jsonl")
    place.write_text(json.dumps(json.loads(place.read_text("utf-8")) | change) + "\n", encoding="utf-8")
    done = imported("-o", "kept.jsonl")
    assert done.exit_code != 0
    assert said in done.output
    assert "newsgauge-objections.jsonl" in done.output
    assert not Path("kept.jsonl").exists()


def test_an_empty_file_is_told() -> None:
    """And how to get one."""
    Path("newsgauge-objections.jsonl").write_text("", encoding="utf-8")
    done = imported()
    assert done.exit_code != 0
    assert "newsgauge contest ID FILE --reason TEXT writes one" in done.output
