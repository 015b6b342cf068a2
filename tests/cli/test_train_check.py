"""``newsgauge train --check``: what ships beside what the corpora give, by exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgauge.cli import program
from newsgauge.evaluation import shipping

SAME = shipping.Compared("cue", "cue.npz", same=True, note="")
OTHER = shipping.Compared("loaded", "loaded.npz", same=False, note="bias: 1 of 1 differ, by up to 0.1")


@pytest.mark.parametrize(("found", "code"), [((SAME,), 0), ((SAME, OTHER), 1)])
def test_a_table_that_differs_is_said_and_fails(
    found: tuple[shipping.Compared, ...], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file has its line; the exit code is 1 if one differs, and nothing is written."""
    monkeypatch.setattr(shipping, "check", lambda *_: iter(found))
    monkeypatch.setattr(shipping, "ship", None)
    done = CliRunner().invoke(program, ["train", "--corpora", str(tmp_path), "--check"], prog_name="newsgauge")
    assert done.exit_code == code
    assert [line.split(maxsplit=1) for line in done.output.splitlines()] == [
        [one.file, one.note or "the same"] for one in found
    ]


def test_a_check_needs_corpora() -> None:
    """Without a folder there is nothing to compare with."""
    done = CliRunner().invoke(program, ["train", "--check"], prog_name="newsgauge")
    assert done.exit_code == 2
    assert "--corpora DIR" in done.output


def test_one_table_alone_is_made_and_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--only names tables: a model and its figures are left as they are."""
    asked: list[tuple[object, ...]] = []

    def ship(*given: object) -> list[tuple[str, int]]:
        asked.append(given)
        return [("loaded.npz", 2048)]

    monkeypatch.setattr(shipping, "ship", ship)
    told = ["train", "--labels", str(tmp_path), "--corpora", str(tmp_path), "--ship", "--only", "loaded"]
    done = CliRunner().invoke(program, told, prog_name="newsgauge")
    assert (done.exit_code, done.output.split()) == (0, ["loaded.npz", "2", "KiB"])
    assert asked == [(tmp_path, tmp_path, (), ("loaded",))]
