"""docs/scale.md: its columns are the schema's, and its functions run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from newsgauge.batch import COLUMNS, schema
from newsgauge.features import CATALOGUE
from scale import invented

pa: Any = pytest.importorskip("pyarrow")


@pytest.fixture(scope="module")
def guide(repository: Path) -> str:
    """The guide's text."""
    return (repository / "docs" / "scale.md").read_text("utf-8")


def described() -> Iterator[str]:
    """The table of columns, with all features in one line."""
    yield "| column | type | what |"
    yield "|---|---|---|"
    for one in COLUMNS:
        if not one.name.startswith("feature_"):
            kind = one.type.replace("|", "\\|")
            yield f"| {one.name} | {kind} | {one.meaning} |"
        elif one.name == f"feature_{CATALOGUE[0].name}":
            yield "| feature_… | double | every feature that `newsgauge features` lists; null where it can't be measured |"


def test_the_columns_are_documented(guide: str) -> None:
    """Name, type and meaning of each; to write them anew, run this file."""
    table = guide.partition("<!-- columns -->\n")[2].partition("<!-- end -->")[0]
    assert table.splitlines() == list(described())


def functions(guide: str) -> dict[str, Any]:
    """The function `annotate` of each engine's ten lines, without the engine."""
    found = {}
    for name, code in re.findall(r"^(Spark|Ray|datatrove):\n\n```python\n(.*?)```", guide, re.DOTALL | re.MULTILINE):
        lines = [
            line for line in code.splitlines() if not re.match(r"(?:from pyspark|import ray|articles|ray\.)", line)
        ]
        room: dict[str, Any] = {}
        exec("\n".join(lines), room)  # the guide is ours
        found[name] = room["annotate"]
    return found


def batch() -> Any:
    return pa.RecordBatch.from_pylist([invented.article(at) for at in range(3)])


def test_the_lines_for_spark(guide: str) -> None:
    """An iterator of batches in, one of batches with the schema out."""
    out = list(functions(guide)["Spark"](iter([batch(), batch()])))
    assert [(one.num_rows, one.schema) for one in out] == [(3, schema())] * 2


def test_the_lines_for_ray(guide: str) -> None:
    """A table in, a table out, of no rows too."""
    for rows in (3, 0):
        out = functions(guide)["Ray"](pa.Table.from_batches([batch()]).slice(0, rows))
        assert (out.num_rows, out.schema) == (rows, schema())


def test_the_lines_for_datatrove(guide: str) -> None:
    """Documents pass through and carry their row."""
    documents = [SimpleNamespace(id=str(at), text=invented.article(at)["text"], metadata={}) for at in range(2)]
    out = list(functions(guide)["datatrove"](documents))
    assert [(one.metadata["newsgauge"]["id"], one.metadata["newsgauge"]["status"]) for one in out] == [
        ("0", "abstained"),
        ("1", "abstained"),
    ]


if __name__ == "__main__":
    path = Path(__file__).resolve().parents[2] / "docs" / "scale.md"
    before, _, rest = path.read_text("utf-8").partition("<!-- columns -->\n")
    after = rest.partition("<!-- end -->")[2]
    table = "".join(line + "\n" for line in described())
    path.write_text(f"{before}<!-- columns -->\n{table}<!-- end -->{after}", "utf-8")
