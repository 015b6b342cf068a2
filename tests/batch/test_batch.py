"""The public function of one record batch: types, order, and the same answer as everywhere else."""

from __future__ import annotations

from typing import Any

import pytest

import newsgauge
from newsgauge.batch import COLUMNS, annotate_batch, schema
from newsgauge.batch.columns import outlet_of
from newsgauge.errors import ArticleError
from newsgauge.examples import example_path
from newsgauge.features import CATALOGUE
from newsgauge.readers import ReadOptions
from scale import invented

pa: Any = pytest.importorskip("pyarrow")


def batch(*rows: dict[str, Any]) -> Any:
    return pa.RecordBatch.from_pylist(list(rows))


@pytest.fixture(scope="module")
def example() -> str:
    """The article that ships: it is scored."""
    with open(example_path(), encoding="utf-8") as file:
        return file.read()


def test_columns_are_what_the_documentation_says() -> None:
    """Names and printed types of the schema are those of `COLUMNS`, each with its meaning in its metadata."""
    assert [(field.name, str(field.type)) for field in schema()] == [(one.name, one.type) for one in COLUMNS]
    assert all(field.metadata[b"meaning"].decode() == one.meaning for field, one in zip(schema(), COLUMNS, strict=True))


def test_a_row_is_the_annotation(example: str) -> None:
    """Every number, finding, attribution and point of the table is the library's."""
    (row,) = annotate_batch(batch({"text": example, "url": "https://www.vale.example/a"}), with_text=True).to_pylist()
    a = newsgauge.annotate(example).to_dict()
    assert {
        key: row[key] for key in ("score", "raw", "base", "probability", "level", "confidence", "status", "lang")
    } == {key: a[key] for key in ("score", "raw", "base", "probability", "level", "confidence", "status", "lang")}
    assert row["text"] == example
    assert row["findings"] == a["findings"]
    assert row["attributions"] == a["attributions"]
    assert [row["interval_low"], row["interval_high"]] == a["interval"]
    assert {one.name: row[f"feature_{one.name}"] for one in CATALOGUE} == a["features"]
    assert {item: row[f"item_{item}"] for item in a["items"]} == a["items"]
    assert row["outlet"] == "vale.example"
    assert row["limit"] == a["limit"]


def test_points_in_a_table_add_up(example: str) -> None:
    """Points of 0 are left out; base and the rest are raw (law 5)."""
    (row,) = annotate_batch(batch({"text": example})).to_pylist()
    assert row["base"] + sum(one["points"] for one in row["contributions"]) == pytest.approx(row["raw"], abs=1e-9)
    known = {one["id"] for one in row["findings"]}
    assert all(known.issuperset(one["findings"]) for one in row["contributions"])


def test_one_row_out_for_each_row_in() -> None:
    """A missing text is a failed row in its place; nothing is reordered."""
    rows = [invented.article(0), {"id": "b", "text": None}, invented.article(2)]
    found = annotate_batch(batch(*rows)).to_pylist()
    assert [(row["id"], row["status"]) for row in found] == [
        ("a00000", "abstained"),
        ("b", "failed"),
        ("a00002", "abstained"),
    ]
    assert found[1]["n_words"] is None
    assert "expected a string, found null" in found[1]["reason"]


def test_an_empty_batch_has_the_schema() -> None:
    """An engine that sends an empty partition gets an empty one back."""
    empty = annotate_batch(batch(invented.article(0)).slice(0, 0))
    assert (empty.num_rows, empty.schema) == (0, schema())


def test_other_names_of_columns() -> None:
    """A crawl's own names are given once."""
    found = annotate_batch(batch({"body": "The gate is open.", "key": 7}), options=ReadOptions(text="body", id="key"))
    assert found.column("id").to_pylist() == ["7"]


def test_a_lone_surrogate_is_written() -> None:
    """Half a pair has no UTF-8 form; it reaches the table as U+FFFD, one for one, so that offsets stay."""
    text = newsgauge.annotate("A \ud83d gate, said Mayor Ann Vale.")
    from newsgauge.batch.annotating import Row
    from newsgauge.batch.columns import arrays

    columns = arrays([Row(text, None)], schema(with_text=True))
    assert columns[-1].to_pylist() == ["A \ufffd gate, said Mayor Ann Vale."]


def test_no_text_column_says_what_there_is() -> None:
    """The reason names the columns found."""
    (row,) = annotate_batch(batch({"body": "b"})).to_pylist()
    assert (row["status"], "no field 'text'" in row["reason"]) == ("failed", True)
    assert issubclass(ArticleError, ValueError)


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.vale.example/a?b", "vale.example"),
        ("http://News.Vale.example:8080/", "news.vale.example"),
        ("vale", None),
        ("http://[half", None),
        (None, None),
    ],
)
def test_the_outlet_is_the_host(url: str | None, outlet: str | None) -> None:
    """Lower case, no port, no www."""
    assert outlet_of(url) == outlet
