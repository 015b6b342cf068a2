"""``newsgauge evaluate TASK``, ``all`` and ``gate`` on the command line, over tasks that measure nothing."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgauge.cli import measuring, program
from newsgauge.evaluation.task import Figure, Folders, Line, Task

NAN = math.nan
Run = Callable[..., Result]


def task(name: str, value: float) -> Task:
    """A task with one figure, one control and one that can't be measured."""

    def run(_: Folders) -> Iterator[Figure]:
        yield Figure("findings", "F1", value, value - 0.1, value + 0.1, 12, "higher", "a note")
        yield Figure("findings", "alarms", 0.0123, NAN, NAN, 7, "lower")
        yield Figure("labels", "not available", NAN, NAN, NAN, 0, "", "name --labels DIR")

    return Task(name, (), f"what {name} measures", "nothing", run, (Line("findings", "F1", 0.25, 0.75, 0.8),))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in an empty folder, with two tasks."""
    tasks = (task("wording", 0.5), task("voices", 0.6))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(measuring, "TASKS", tasks)
    monkeypatch.setattr(measuring, "named", lambda name: next((one for one in tasks if one.name == name), None))

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(program, ["evaluate", *arguments], prog_name="newsgauge")

    return invoke


def test_a_task_prints_its_table(run: Run) -> None:
    """Figure, interval, cases, baseline and reach in a row; what is unknown is a dash, and the note stands behind."""
    lines = run("wording", "--corpora", ".").stdout.splitlines()
    assert lines[0] == "wording: what wording measures"
    assert lines[3].split() == ["findings", "F1", "0.500", "0.400", "to", "0.600", "12", "0.250", "0.750", "a", "note"]
    assert lines[4].split() == ["alarms", "↓", "0.0123", "7", "–", "–"]
    assert lines[5].split()[:4] == ["labels", "not", "available", "–"]


def test_json_says_the_same(run: Run) -> None:
    """One object a task, null for what is unknown."""
    data = json.loads(run("wording", "--corpora", ".", "--json").stdout)
    assert data["task"] == "wording"
    assert data["figures"][0] == {
        "part": "findings", "measure": "F1", "value": 0.5, "low": 0.4, "high": 0.6, "n": 12, "better": "higher",
        "note": "a note", "baseline": 0.25, "reach": 0.75, "beyond": 0.8,
    }  # fmt: skip
    assert data["figures"][2]["value"] is None


def test_all_is_every_task(run: Run) -> None:
    """In the order of the tuple."""
    lines = run("all", "--corpora", ".", "--json").stdout.splitlines()
    assert [json.loads(line)["task"] for line in lines] == ["wording", "voices"]


@pytest.mark.parametrize(
    ("typed", "hint"), [("wordin", "Did you mean 'wording'?"), ("xyz", "There are: wording, voices, all")]
)
def test_an_unknown_task_gets_a_suggestion(run: Run, typed: str, hint: str) -> None:
    """The nearest name, or all of them."""
    result = run(typed, "--corpora", ".")
    assert result.exit_code == 2
    assert f"No such task '{typed}'. {hint}" in result.stderr


def test_an_unknown_task_of_the_gate_is_wrong_usage(run: Run) -> None:
    """And nothing is measured."""
    result = run("gate", "--corpora", ".", "--task", "wordin")
    assert result.exit_code == 2
    assert "--task wordin: expected one of wording, voices" in result.stderr


def test_a_folder_must_be_named_and_be_there(run: Run) -> None:
    """No default hides which data a figure is of."""
    assert "Missing option '--corpora'" in run("wording").stderr
    assert run("wording", "--corpora", "nowhere").exit_code == 2


def test_the_gate_from_pinning_to_failing(run: Run) -> None:
    """Pinned, held, failed with exit code 1 once a floor is higher than the figure, and lowered only with a reason."""
    gate = ("gate", "--corpora", ".", "--file", "floors.json")
    assert "expected the pinned figures" in run(*gate).stderr
    assert run(*gate, "--update").exit_code == 0
    assert run(*gate).stdout.splitlines()[-1].startswith("4 figures: 4 held")
    file = Path("floors.json")
    pinned = json.loads(file.read_text("utf-8"))
    pinned["floors"]["wording"]["findings | F1"]["value"] = 0.9
    file.write_text(json.dumps(pinned), "utf-8")
    failed = run(*gate)
    assert failed.exit_code == 1
    assert failed.stdout.startswith("BELOW")
    assert run(*gate, "--task", "voices").exit_code == 0
    assert "--reason" in run(*gate, "--update").stderr
    assert run(*gate, "--update", "--reason", "the old figure was wrong").exit_code == 0
    assert json.loads(file.read_text("utf-8"))["lowered"][0]["reason"] == "the old figure was wrong"


def test_folders_beside_the_corpora_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels and seeds under their usual names, where they hold what is expected; what is named goes first."""
    monkeypatch.chdir(tmp_path)
    for name in ("corpora", "labels", "seeds", "mine"):
        Path(name).mkdir()
    Path("labels/judgements.jsonl.gz").touch()
    found = measuring.folders(Path("corpora"), None, None, None)
    assert (found.labels, found.seeds, found.standoff) == (tmp_path / "labels", None, None)
    Path("labels/source_kinds.jsonl").touch()
    named = measuring.folders(Path("corpora"), Path("mine"), None, None)
    assert (named.labels, named.standoff) == (Path("mine"), Path("labels"))
