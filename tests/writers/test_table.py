"""CSV: one row an article, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest

from newsgauge.article import LIMIT, Annotation
from newsgauge.writers.table import csv_rows, safe
from writers.samples import TEXT, abstained, failed, scored

FEATURES = ("loaded_wording_author_rate", "headline_overlap")


def rows(*annotations: Annotation, with_text: bool = False) -> list[dict[str, str]]:
    written = b"".join(csv_rows(annotations, FEATURES, with_text=with_text)).decode()
    return list(csv.DictReader(io.StringIO(written, newline="")))


def test_a_row_says_what_the_annotation_says() -> None:
    """Score, interval, items, genre, counts and features stand in columns of their own."""
    (row,) = rows(scored())
    assert row["score"] == "41.5"
    assert (row["interval_low"], row["interval_high"]) == ("29.5", "53.5")
    assert (row["item_wording"], row["item_language"]) == ("2.0", "0.0")
    assert (row["genre"], row["genre_probability"]) == ("report", "0.71")
    assert (row["findings_loaded_wording"], row["findings_vagueness"], row["findings_genre"]) == ("3", "1", "0")
    assert row["attributions"] == "2"
    assert row["feature_loaded_wording_author_rate"] == "58.8"
    assert row["limit"] == LIMIT


def test_unknown_is_empty_not_zero() -> None:
    """NaN, None, an abstained score and everything about a failed input are empty cells."""
    first, second, third = rows(scored(), abstained(), failed())
    assert first["item_headline"] == ""
    assert first["feature_headline_overlap"] == ""
    assert second["score"] == ""
    assert second["n_words"] == "34"
    assert third["n_words"] == third["findings_residue"] == third["attributions"] == ""
    assert third["reason"] == "no such file; check the path"


def test_text_with_commas_quotes_and_line_ends_survives() -> None:
    """Reading the file back gives the text as it was, CRLF included."""
    text = 'A, "b"\r\nc\nd'
    assert [row["text"] for row in rows(scored(), scored(text=text), with_text=True)] == [TEXT, text]


@pytest.mark.parametrize("cell", ["=1+1", "+44", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "−=="[1:]])
def test_formulas_are_disarmed(cell: str) -> None:
    """A cell that a spreadsheet would run gets a quote mark in front."""
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "-", "plain", "a=b", "9 lives", "’tis"])
def test_other_cells_are_left_alone(cell: str) -> None:
    """Nothing else is touched; a lone hyphen is standard input."""
    assert safe(cell) == cell


def test_hostile_names_are_disarmed_in_a_row() -> None:
    """The caller's id, the place, the reason and the text go through the same guard."""
    row = rows(scored(id="=cmd", place="+p", text="@t", notes=("-n",)), with_text=True)[0]
    assert [row["id"], row["place"], row["text"], row["notes"]] == ["'=cmd", "'+p", "'@t", "'-n"]


def test_columns_do_not_depend_on_the_rows() -> None:
    """A failed first row leaves the header whole."""
    assert list(rows(failed())[0]) == list(rows(scored())[0])
