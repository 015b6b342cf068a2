"""The gate holds floors, says why one was lowered, and doesn't compare figures of different corpora."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from newsgauge.errors import LabelsError
from newsgauge.evaluation import gate
from newsgauge.evaluation.task import Better, Figure, Folders, Task
from newsgauge.evaluation.tasks import TASKS

NAN = math.nan


def figure(value: float, measure: str = "F1", better: Better = "higher") -> Figure:
    return Figure("part", measure, value, NAN, NAN, 10, better)


def task(*figures: Figure, reads: tuple[str, ...] = ("corpus",)) -> Task:
    """A task that always measures the same."""

    def run(_: Folders) -> Iterator[Figure]:
        yield from figures

    return Task("small", reads, "something", "nohow", run)


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    """A folder with one corpus."""
    (tmp_path / "corpus.jsonl").write_text('{"text": "Ours."}\n', "utf-8")
    return Folders(tmp_path)


@pytest.fixture
def pinned(tmp_path: Path, where: Folders) -> Path:
    """Floors of .5, and of 2 where lower is better; a control isn't pinned."""
    path = tmp_path / "gate.json"
    list(gate.update(path, [task(*STANDING)], where, ""))
    return path


STANDING = (figure(0.5), figure(2.0, "alarms", "lower"), figure(0.9, "control", ""))


def states(path: Path, where: Folders, *figures: Figure) -> list[str]:
    return [verdict.state for verdict in gate.check(path, [task(*figures)], where).verdicts]


def test_the_same_figures_are_held(pinned: Path, where: Folders) -> None:
    """Nothing changed, nothing fails, and what the program reads is as pinned."""
    result = gate.check(pinned, [task(*STANDING)], where)
    assert [verdict.state for verdict in result.verdicts] == ["held", "held"]
    assert (result.failed, result.program_changed) == (False, False)
    assert list(result.lines()) == [
        "2 figures: 2 held, 0 better, 0 below, 0 gone; lexicons, weights and models as pinned"
    ]


@pytest.mark.parametrize(
    ("higher", "lower", "expected"),
    [
        (0.496, 2.004, ["held", "held"]),
        (0.494, 2.0, ["below", "held"]),
        (0.5, 2.006, ["held", "below"]),
        (0.51, 1.9, ["better", "better"]),
    ],
)
def test_the_tolerance_is_half_a_point_either_way(
    pinned: Path, where: Folders, higher: float, lower: float, expected: list[str]
) -> None:
    """A figure may move by .005; which way is better is the figure's own."""
    assert states(pinned, where, figure(higher), figure(lower, "alarms", "lower")) == expected


def test_a_figure_below_its_floor_fails(pinned: Path, where: Folders) -> None:
    """And is named with both numbers."""
    result = gate.check(pinned, [task(figure(0.4), STANDING[1])], where)
    assert result.failed
    assert "BELOW" in next(result.lines())
    assert "0.4000  floor 0.5000" in next(result.lines())


def test_a_figure_that_vanished_fails(pinned: Path, where: Folders) -> None:
    """Not measuring is no way past the gate; neither is not knowing."""
    assert states(pinned, where, STANDING[1]) == ["held", "gone"]
    assert states(pinned, where, figure(NAN), STANDING[1]) == ["held", "gone"]


def test_a_new_figure_is_said_and_passes(pinned: Path, where: Folders) -> None:
    """Until it is pinned it has no floor."""
    assert states(pinned, where, *STANDING, figure(0.1, "AUC")) == ["held", "held", "new"]


def test_another_corpus_is_not_compared(pinned: Path, where: Folders) -> None:
    """A figure of other data is reported, and neither fails nor counts as held."""
    (where.corpora / "corpus.jsonl").write_text('{"text": "Another."}\n', "utf-8")
    assert states(pinned, where, figure(0.1), STANDING[1]) == ["other corpus", "other corpus"]


def test_lowering_a_floor_needs_a_reason(pinned: Path, where: Folders) -> None:
    """Without one nothing is written; with one the reason stays in the file with its date and both values."""
    before = pinned.read_bytes()
    with pytest.raises(LabelsError, match=r"1 floors would be lowered .*0\.5000 -> 0\.3.*--reason"):
        list(gate.update(pinned, [task(figure(0.3), STANDING[1])], where, "  "))
    assert pinned.read_bytes() == before
    list(gate.update(pinned, [task(figure(0.3), STANDING[1])], where, "the corpus lost a third"))
    kept = json.loads(pinned.read_text("utf-8"))
    assert kept["floors"]["small"]["part | F1"]["value"] == 0.3
    assert len(kept["lowered"]) == 1
    assert kept["lowered"][0].items() >= {"from": 0.5, "to": 0.3, "reason": "the corpus lost a third"}.items()
    assert len(kept["lowered"][0]["date"]) == 10


def test_raising_a_floor_needs_none(pinned: Path, where: Folders) -> None:
    """Better figures are pinned without ado, and nothing is noted."""
    list(gate.update(pinned, [task(figure(0.7), figure(1.0, "alarms", "lower"))], where, ""))
    kept = json.loads(pinned.read_text("utf-8"))
    assert {name: floor["value"] for name, floor in kept["floors"]["small"].items()} == {
        "part | F1": 0.7,
        "part | alarms": 1.0,
    }
    assert kept["lowered"] == []


def test_dropping_a_floor_needs_a_reason(pinned: Path, where: Folders) -> None:
    """A figure that is no longer measured is lowered to nothing."""
    with pytest.raises(LabelsError, match="-> None"):
        list(gate.update(pinned, [task(figure(0.5))], where, ""))


def test_a_small_wear_does_not_creep(pinned: Path, where: Folders) -> None:
    """Updating within the tolerance keeps the floor: ten small steps down are not free."""
    list(gate.update(pinned, [task(figure(0.497), STANDING[1])], where, ""))
    assert json.loads(pinned.read_text("utf-8"))["floors"]["small"]["part | F1"]["value"] == 0.5


def test_the_lexicons_are_in_the_fingerprint(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A changed byte in a lexicon or a weights file changes it; firing rates don't."""
    (tmp_path / "weights").mkdir()
    (tmp_path / "a.tsv").write_text("rule\t1\tword\n", "utf-8")
    (tmp_path / "weights" / "b.npz").write_bytes(b"1")
    monkeypatch.setattr(gate, "files", lambda _: tmp_path)
    first = gate.fingerprint_of_program()
    (tmp_path / "firing_rates.tsv").write_text("rule\t1\n", "utf-8")
    assert gate.fingerprint_of_program() == first
    (tmp_path / "weights" / "b.npz").write_bytes(b"2")
    assert gate.fingerprint_of_program() != first


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "found no file.*--update"), ("{", "expected the JSON"), ("[]", "expected the JSON"), ('{"format": 9}', "found 9")],
)  # fmt: skip
def test_a_wrong_file_is_said(tmp_path: Path, where: Folders, content: str | None, message: str) -> None:
    """No file, no JSON, not an object, another format."""
    path = tmp_path / "floors.json"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(LabelsError, match=message):
        gate.check(path, [task(*STANDING)], where)


def test_the_pinned_file_is_held_where_no_corpus_is_needed(repository: Path, tmp_path: Path) -> None:
    """The floors that ship are readable, and the task that needs no corpus is held by them."""
    path = repository / "labels" / "gate.json"
    voice = next(task for task in TASKS if task.name == "voice")
    result = gate.check(path, [voice], Folders(tmp_path))
    assert result.verdicts
    assert not result.failed


def test_every_floor_is_of_a_task_that_exists(repository: Path) -> None:
    """And every corpus that a task reads has its fingerprint."""
    pinned = gate.read(repository / "labels" / "gate.json")
    assert set(pinned["floors"]) <= {task.name for task in TASKS}
    held = [task for task in TASKS if pinned["floors"].get(task.name)]
    assert {name for task in held for name in task.reads} <= set(pinned["corpora"])


def test_points_are_held_to_a_tenth(tmp_path: Path, where: Folders) -> None:
    """A move in points may be off by what rounding does on another machine, and by no more; the worst case is held too."""
    path = tmp_path / "gate.json"
    list(gate.update(path, [task(figure(2.0, "worst, points", "lower"))], where, ""))
    assert states(path, where, figure(2.08, "worst, points", "lower")) == ["held"]
    assert states(path, where, figure(2.2, "worst, points", "lower")) == ["below"]


def test_a_model_is_part_of_the_program() -> None:
    """The gate says when the model was changed since the floors were pinned, not the lexicons alone."""
    names = [name for name, _ in gate._data_files(files("newsgauge.reliability"), "")]
    assert "models/news/model.json" in names


TRUST = ("reliability", "families", "hyperpartisan", "fairness", "stress")


@pytest.mark.parametrize("name", TRUST)
def test_what_the_card_claims_of_trust_is_pinned(repository: Path, name: str) -> None:
    """Reliability, fairness and stress have floors like the detectors: a run that gets worse fails."""
    assert gate.read(repository / "labels" / "gate.json")["floors"][name]


def test_the_goals_of_trust_are_of_figures_that_are_pinned(repository: Path) -> None:
    """No line of a task is read against a figure that nothing measures any more."""
    floors = gate.read(repository / "labels" / "gate.json")["floors"]
    for one in TASKS:
        if one.name in TRUST:
            assert {f"{line.part} | {line.measure}" for line in one.lines} <= set(floors[one.name]), one.name
