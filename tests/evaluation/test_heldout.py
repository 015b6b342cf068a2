"""Tables fitted without a fold, in the place of those that ship."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from newsgauge import learnt
from newsgauge.core import annotate
from newsgauge.evaluation import heldout, learn

TEXT = "The vile mayor lied again. The council met on Monday."


def blank(name: str) -> learnt.Table:
    """The table that ships, with every weight 0."""
    table = learnt.load(name)
    values = {field: getattr(table, field) for field in table.__slots__}
    return learnt.Table(**{k: np.zeros_like(v) if isinstance(v, np.ndarray) else v for k, v in values.items()})


def test_folds_keep_groups_whole_and_even() -> None:
    """Nine rows in groups of 4, 2, 2 and 1 make two folds of 4 or 5 rows; the same every time."""
    groups = list("aaaabbccd")
    fold = heldout.folds(groups, 2)
    sizes = sorted(sum(fold[group] == k for group in groups) for k in (0, 1))
    assert sizes == [4, 5]
    assert fold == heldout.folds(groups, 2)


def test_fewer_groups_than_folds() -> None:
    """Two groups make two folds, not five."""
    assert sorted(heldout.folds(["a", "b"]).values()) == [0, 1]


def test_the_program_runs_with_the_table_in_place() -> None:
    """A residue table without weights says one half of every line; afterwards the one that ships answers again."""
    before = [line.residue for line in annotate(TEXT).lines]
    with heldout.in_place({"residue": blank("residue")}):
        assert [line.residue for line in annotate(TEXT).lines] == [0.5]
    assert [line.residue for line in annotate(TEXT).lines] == before


def test_the_shipped_table_comes_back_after_an_error() -> None:
    """What is raised inside doesn't leave the stand-in behind."""
    load = learnt.load
    with pytest.raises(KeyError), heldout.in_place({}):
        raise KeyError
    assert learnt.load is load


def test_what_is_held_out_is_not_learnt_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only tables that read the corpus are fitted again, and none of their examples is of a held-out group."""
    (tmp_path / "residue_lines.jsonl").write_text(
        "".join(
            f'{{"doc": "d{k}", "host": "h{k % 3}", "line": "Line number {k} of ours", "label": "body"}}\n'
            for k in range(6)
        ),
        "utf-8",
    )
    seen: dict[str, list[str]] = {}

    def fit(task: learn.Task, examples: Sequence[learn.Example], *_: Any) -> str:
        seen[task.name] = [example.group for example in examples]
        return task.name

    monkeypatch.setattr(learn, "fit", fit)
    assert list(heldout.refitted("residue_lines", tmp_path, "h1".__eq__)) == ["residue"]
    assert seen == {"residue": ["h0", "h2", "h0", "h2"]}
