"""docs/benchmarks.md holds what the benchmarks kept; its tables are made, not typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.kept import FOLDER, keep, load
from benchmarks.tables import TABLES, filled, run_table
from benchmarks.watching import tenths


def test_the_document_holds_what_was_kept(repository: Path) -> None:
    """To write it anew: ``python tests/benchmarks/scale.py table``."""
    text = (repository / "docs" / "benchmarks.md").read_text("utf-8")
    assert filled(text) == text
    assert [name for name in TABLES if f"<!-- table {name} -->" not in text] == []


def test_what_was_kept_names_no_place_of_a_machine() -> None:
    """Commands stand there with DIR for the corpora."""
    for path in FOLDER.iterdir():
        assert "/home" not in path.read_text("utf-8")
        assert json.loads(path.read_text("utf-8"))["command"].startswith("python tests/benchmarks/")


def test_a_table_is_made_from_its_result(tmp_path: Path) -> None:
    """Rates, hours and shares worked out by hand: 500 articles in 10 s at 7.2 ms of CPU are 2 core hours a million."""
    one = {"name": "all distinct", "articles": 500, "wall": 10.0, "cpu_ms": 7.2, "busy": 1.5, "output_bytes": 2900}
    keep("run", "python tests/benchmarks/scale.py run", {"workers": 2, "passes": [one]}, tmp_path)
    assert run_table(tmp_path)[2] == "| all distinct | 500 | 50 | 7.20 | 2.00 | 75% | 2.9 |"


def test_only_what_stands_between_the_marks_is_replaced(tmp_path: Path) -> None:
    """Text around stays, old rows go; a missing result is said."""
    text = "Before.\n<!-- table pairs -->\nold\n<!-- end -->\nAfter."
    with pytest.raises(SystemExit, match=r"pairs\.json is missing"):
        filled(text, tmp_path)
    keep(
        "pairs", "python tests/benchmarks/scale.py pairs", {"articles": 8, "pairs": [[10.0, 8.0, 8.0, 10.0]]}, tmp_path
    )
    new = filled(text, tmp_path).split("\n")
    assert (new[:2], new[-2:]) == (["Before.", "<!-- table pairs -->"], ["<!-- end -->", "After."])
    assert "old" not in new
    assert any(line.endswith("| 1.250 | 1.25 to 1.25 |") for line in new)
    assert filled("\n".join(new), tmp_path).split("\n") == new


def test_the_memory_curve_by_tenths() -> None:
    """The most of each tenth of the time, however many samples fall into it."""
    assert tenths([(float(at), float(at), 0.0) for at in range(101)]) == [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]


def test_nothing_kept_is_nothing(tmp_path: Path) -> None:
    """No file, no result."""
    assert load("run", tmp_path) is None
