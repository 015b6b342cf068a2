"""Data frames of pandas and polars, and the collection that makes them."""

from __future__ import annotations

import builtins
import math
from typing import Any

import pytest

import newsgauge
from newsgauge.article import Attribution, Span
from newsgauge.errors import ConfigError, MissingExtraError
from newsgauge.frames import LIBRARIES, TABLES, to_frame
from writers.samples import abstained, failed, scored

SOME = newsgauge.Annotations([scored(), abstained(), failed()])
EXTRA = {"pandas": "notebook", "polars": "polars"}


@pytest.fixture(params=LIBRARIES)
def library(request: pytest.FixtureRequest) -> str:
    """Each library in turn."""
    name = str(request.param)
    pytest.importorskip(name, reason=f"needs {name}: pip install newsgauge[{EXTRA[name]}]")
    return name


def column(frame: Any, name: str) -> list[object]:
    """A column's values, missing ones as None."""
    values = frame[name].to_list()
    return [None if str(value) in ("None", "nan", "<NA>") else value for value in values]


def test_articles(library: Any) -> None:
    """One row an article, in order; unknown is missing and never 0."""
    frame = SOME.to_frame(library=library)
    assert column(frame, "id") == ["a1", "a2", "a3"]
    assert column(frame, "score") == [41.5, None, None]
    assert column(frame, "level") == [2, None, None]
    assert column(frame, "item_headline") == [None, None, None]
    assert column(frame, "feature_headline_overlap") == [None, None, None]
    assert column(frame, "feature_loaded_wording_author_rate") == [58.8, 58.8, None]
    assert column(frame, "genre") == ["report", "report", None]


@pytest.mark.parametrize(("what", "rows"), [("findings", 12), ("attributions", 4), ("contributions", 6)])
def test_other_tables(library: Any, what: Any, rows: int) -> None:
    """One row each, with the article's id."""
    frame = SOME.to_frame(what, library)
    assert len(frame) == rows
    assert set(column(frame, "id")) == {"a1", "a2"}


def test_offsets_are_whole_numbers(library: Any) -> None:
    """Start and end slice the text."""
    a = scored()
    frame = a.to_frame("findings", library)
    spans = zip(column(frame, "start"), column(frame, "end"), column(frame, "text"), strict=True)
    assert all(a.text[start:end] == words for start, end, words in spans)  # type: ignore[index]  # ints, of a frame


def test_no_rows_keep_their_columns(library: Any) -> None:
    """An empty collection has the same columns."""
    for what in TABLES[1:]:
        assert list(to_frame([], what, library).columns) == list(SOME.to_frame(what, library).columns)  # type: ignore[arg-type]  # names


def test_reasons_for_anonymity_are_bools(library: Any) -> None:
    """Split contents are joined; a missing cue is missing."""
    one = Attribution(None, "none", None, None, (Span(0, 8), Span(9, 13)), "direct", None, True)
    frame = scored(attributions=(one,)).to_frame("attributions", library)
    assert column(frame, "content") == ["SHOCKING … vote"]
    assert column(frame, "reason_given") == [True]
    assert column(frame, "cue") == [None]


def test_wrong_names_are_said() -> None:
    """Unknown tables and libraries are named with what there is."""
    with pytest.raises(ConfigError, match="expected one of articles, findings"):
        SOME.to_frame("words")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(ConfigError, match="pandas or polars"):
        SOME.to_frame(library="spark")  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize("name", LIBRARIES)
def test_a_missing_library_names_its_extra(monkeypatch: pytest.MonkeyPatch, name: Any) -> None:
    """The message says what to install."""
    real = builtins.__import__

    def refuse(module: str, *rest: Any, **more: Any) -> Any:
        if module == name:
            raise ImportError(module)
        return real(module, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtraError, match=rf"newsgauge\[{EXTRA[name]}\]"):
        SOME.to_frame(library=name)


def test_a_collection_is_a_tuple_that_shows_itself() -> None:
    """A table with a row an article, the limit sentence, and no script."""
    shown = SOME._repr_html_()
    assert len(SOME) == 3
    assert shown.count("<tr>") == 4
    assert "No fact was checked." in shown
    assert "<script" not in shown
    assert math.isclose(SOME[0].score or 0, 41.5)
