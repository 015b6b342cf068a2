"""The four notebooks run from top to bottom, are stored without outputs, and begin with a question."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
NEEDED = ("nbclient", "nbformat", "ipykernel", "altair", "pandas")


def stored(place: Path) -> dict[str, Any]:
    found = json.loads(place.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_there_are_four() -> None:
    """A glob that finds nothing would pass everything below."""
    assert [place.name[:2] for place in NOTEBOOKS] == ["01", "02", "03", "04"]


@pytest.mark.parametrize("place", NOTEBOOKS, ids=[place.stem for place in NOTEBOOKS])
def test_stored_without_outputs(place: Path) -> None:
    """No output, no execution count, no trace of a machine."""
    for cell in stored(place)["cells"]:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            assert cell["execution_count"] is None


@pytest.mark.parametrize("place", NOTEBOOKS, ids=[place.stem for place in NOTEBOOKS])
def test_begins_with_its_question(place: Path) -> None:
    """The first line is a heading that asks."""
    first = stored(place)["cells"][0]
    assert first["cell_type"] == "markdown"
    heading = "".join(first["source"]).splitlines()[0]
    assert heading.startswith("# ")
    assert heading.endswith("?")


@pytest.mark.parametrize("place", NOTEBOOKS, ids=[place.stem for place in NOTEBOOKS])
def test_runs_from_top_to_bottom(place: Path, tmp_path: Path) -> None:
    """Every cell runs, in an empty folder, and what it shows is there: the report, the charts, the tables."""
    for name in NEEDED:
        pytest.importorskip(name, reason=f"notebooks need {name}: pip install newsgauge[notebook] nbclient")
    import nbformat
    from nbclient import NotebookClient

    with warnings.catch_warnings():
        # The kernel's own libraries warn about sockets and loops of theirs; what our code warns about stands in the outputs.
        warnings.simplefilter("ignore")
        notebook = nbformat.read(  # type: ignore[no-untyped-call]  # it ships no hints
            place, as_version=4)
        NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in shown if output.output_type == "stream" and output.name == "stderr"]
    kinds = {kind for output in shown for kind in output.get("data", {})}
    assert "text/html" in kinds
    assert any(kind.startswith("application/vnd.vegalite") for kind in kinds)
