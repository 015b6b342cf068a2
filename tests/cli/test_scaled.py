"""``newsgauge score --out``: options that go together, progress, closing words, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from newsgauge.cli import program, scaled
from newsgauge.readers.options import EXTRACTORS
from newsgauge.scale import Settings, Totals
from scale import invented

pytest.importorskip("pyarrow")


def invoke(*arguments: str) -> Any:
    return CliRunner().invoke(program, arguments, prog_name="newsgauge")


def test_defaults_are_the_librarys() -> None:
    """What --help says is what `Settings` holds."""
    from newsgauge.cli import inputs

    assert (Settings("").rows, Settings("").patience) == (scaled.ROWS, scaled.PATIENCE)
    assert inputs.EXTRACTORS == EXTRACTORS


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--workers", "2"], "--workers goes with --out"),
        (["--cluster", "tcp://a:1"], "--cluster goes with --out"),
        (["--restart"], "--restart goes with --out"),
        (["--out", "o", "--fail-under", "3"], "--fail-under can't be used with --out"),
        (["--out", "o", "--output", "x"], "--output can't be used with --out"),
        (["--out", "o", "--format", "sarif"], "--format with --out"),
        (["--out", "nowhere/o.parquet"], "the folder nowhere does not exist"),
    ],
)
def test_options_that_do_not_go_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    """Wrong use is said before anything is read or written."""
    monkeypatch.chdir(tmp_path)
    invented.jsonl(tmp_path / "a.jsonl", 1)
    done = invoke("score", "a.jsonl", *arguments)
    assert done.exit_code == 2
    assert says in done.output
    assert os.listdir(tmp_path) == ["a.jsonl"]


def test_a_run_says_what_it_did_and_exits_3_where_something_failed(tmp_path: Path) -> None:
    """Counts, and where the rejects are; a second run has nothing to do."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(invented.lines(3) + b"{\n")
    out = tmp_path / "scores.jsonl"
    done = invoke("score", str(path), "--out", str(out), "--no-progress")
    assert done.exit_code == 3
    assert "4 articles in" in done.output
    assert "3 without a score, 1 failed." in done.output
    assert f"What failed, and why: {out}.rejects.jsonl" in done.output
    again = invoke("score", str(path), "--out", str(out))
    assert f"{out} is complete already" in again.output


def test_progress_has_a_rate_and_an_end() -> None:
    """Half the input in 50 seconds: 20 a second, and as long again; what earlier runs did speeds nothing up."""
    totals = Totals(input_bytes=1000, read=500, rows=1000, now=1000, seconds=50.0)
    assert scaled.progress(totals) == " 50%  1,000 articles, 20 a second, about 50 s left"
    resumed = Totals(input_bytes=1000, read=500, rows=1000, now=500, seconds=50.0)
    assert scaled.progress(resumed) == " 50%  1,000 articles, 10 a second, about 2 min left"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(45, "45 s"), (89.6, "90 s"), (91, "2 min"), (600, "10 min"), (12000, "3 h 20 min"), (187200, "2 d 4 h")],
)
def test_durations_for_a_reader(seconds: float, words: str) -> None:
    """The two units that matter."""
    assert scaled.duration(seconds) == words


def test_a_script_can_run_it(tmp_path: Path) -> None:
    """As a real command with worker processes, its output the library's."""
    path = invented.jsonl(tmp_path / "a.jsonl", 6)
    command = [
        sys.executable,
        "-m",
        "newsgauge",
        "score",
        str(path),
        "--out",
        str(tmp_path / "o.jsonl"),
        "--workers",
        "2",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (0, "")
    assert "6 articles" in done.stderr
    assert (tmp_path / "o.jsonl").read_bytes().count(b"\n") == 6
