"""Charts: what they are made of, by hand; that they are valid is Altair's own check when they are written."""

from __future__ import annotations

import builtins
from dataclasses import replace
from typing import Any

import pytest

import newsgauge
from newsgauge import plot
from newsgauge.article import LIMIT
from newsgauge.errors import MissingExtraError
from writers.samples import abstained, scored

pytest.importorskip("altair", reason="needs altair: pip install newsgauge[notebook]")


def spec(chart: Any) -> dict[str, Any]:
    """The chart as Vega-Lite, checked against its schema."""
    found = chart.to_dict()
    assert isinstance(found, dict)
    return found


def values(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a chart, or of the first of its layers that has any."""
    for part in (found, *found.get("layer", ())):
        data = part.get("data", {})
        if "values" in data:
            return list(data["values"])
    raise AssertionError("no rows")


def test_scores_leave_out_what_has_none_and_say_so() -> None:
    """Two scored, one not; the limit sentence stands under the title."""
    found = spec(plot.scores([scored(), scored(score=90.0), abstained()]))
    assert [row["score"] for row in values(found)] == [41.5, 90.0]
    assert found["title"]["subtitle"] == [LIMIT, "2 scored, 1 without a score."]


def test_the_waterfall_adds_up() -> None:
    """From 55 by −16 and +2.5 to 41.5."""
    rows = values(spec(plot.waterfall(scored())))
    assert (rows[0]["low"], rows[-1]["low"]) == (55.0, 41.5)
    assert [row["points"] for row in rows] == [0, -16.0, 2.5, 0]
    assert (rows[1]["low"], rows[1]["high"]) == (39.0, 55.0)


def test_a_profile_places_values_in_the_range_of_training() -> None:
    """The article that ships: between 0 and 1, the reference too, strongest first."""
    from newsgauge.examples import example_path
    from newsgauge.readers import read

    (a,) = newsgauge.annotate_many(read([example_path()]))
    rows = values(spec(plot.profile(a, most=8)))
    assert len(rows) == 8
    assert all(-0.05 <= row["here"] <= 1.05 for row in rows)
    assert [abs(row["points"]) for row in rows] == sorted((abs(row["points"]) for row in rows), reverse=True)


def test_sourcing_counts_by_kind_and_way() -> None:
    """A named person first-hand, and words without a source."""
    rows = values(spec(plot.sourcing(scored())))
    assert {(row["kind"], row["way"], row["attributions"]) for row in rows} == {
        ("named person", "first-hand", 1),
        ("no source given", "no source", 1),
    }


def test_calibration_bins_hold_as_many_texts_each() -> None:
    """Forty texts in four bins of ten: predicted means and observed shares."""
    predicted = [place / 40 for place in range(40)]
    outcomes = [place >= 20 for place in range(40)]
    found = spec(plot.calibration(predicted, outcomes, bins=4))
    rows = next(rows for part in found["layer"] if "predicted" in (rows := part["data"]["values"])[0])
    assert [row["texts"] for row in rows] == [10] * 4
    assert [row["observed"] for row in rows] == [0, 0, 1, 1]
    assert rows[0]["predicted"] == pytest.approx(0.1125)
    with pytest.raises(ValueError, match="expected as many"):
        plot.calibration([0.5], [])


def test_wilson_by_hand() -> None:
    """Wilson's interval of 8 of 10: .490 to .943 (Newcombe 1998, method 3)."""
    assert plot.wilson(0.8, 10) == pytest.approx((0.490, 0.943), abs=0.001)


def test_outlets_with_few_texts_are_not_shown() -> None:
    """Five texts are enough, four aren't, and the chart says that it rates no outlet."""
    texts = [replace(scored(), id=f"{n}", score=10.0 * n) for n in range(9)]
    found = spec(plot.outlets(texts, lambda a: "Herald" if int(a.id) < 5 else "Now"))
    rows = values(found)
    assert [(row["outlet"], row["median"], row["low"], row["high"]) for row in rows] == [("Herald", 20.0, 10.0, 30.0)]
    title = next(part["title"] for part in (found, *found["layer"]) if "title" in part)
    assert "Texts are compared, outlets aren't rated." in title["subtitle"]
    assert any("1 outlet with fewer than 5" in line for line in title["subtitle"])


def test_charts_fetch_nothing_when_shown() -> None:
    """Altair's default renderer would load scripts from elsewhere; ours gives the chart's own type."""
    bundle = plot.scores([scored()])._repr_mimebundle_()
    kinds = set(bundle[0] if isinstance(bundle, tuple) else bundle)
    assert any(kind.startswith("application/vnd.vegalite") for kind in kinds)
    assert "text/html" not in kinds


def test_without_altair_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name == "altair":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtraError, match=r"newsgauge\[notebook\]"):
        plot.scores([scored()])
