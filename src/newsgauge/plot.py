"""Charts of annotations, made with Altair, which notebooks render by themselves.

Each function returns a chart that can be changed further; nothing is drawn at import, and no data leaves the machine
(`newsgauge[notebook]` brings Altair).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import sqrt
from statistics import quantiles
from typing import TYPE_CHECKING, Any, Final

from newsgauge.article import LIMIT, Annotation
from newsgauge.errors import MissingExtraError
from newsgauge.report.ledger import ledger
from newsgauge.report.waterfall import SHOWN, SMALL
from newsgauge.report.wording import contribution_words, feature_words, source_kind_words, spoken

if TYPE_CHECKING:
    from newsgauge.reliability.model import Model

FEWEST: Final = 5  # texts of an outlet below which its spread says nothing
_LOWERS: Final = "#b3261e"
_RAISES: Final = "#1c6b33"
_PLAIN: Final = "#0b5cad"
_Z: Final = 1.96  # 95 %


def _altair() -> Any:
    try:
        import altair
    except ImportError as error:
        raise MissingExtraError("notebook", "newsgauge.plot") from error
    # Altair's default renderer fetches its scripts from a CDN when a chart is shown; JupyterLab and editors draw the
    # chart's own type by themselves. A renderer that somebody has chosen stays.
    if altair.renderers.active == "default":
        altair.renderers.enable("mimetype")
    return altair


def scores(annotations: Iterable[Annotation], step: float = 5.0) -> Any:
    """How scores are spread, by genre.

    Parameters
    ----------
    annotations : iterable of Annotation
        Those without a score are counted in the subtitle.
    step : float
        Width of a bin in points.
    """
    alt = _altair()
    found = list(annotations)
    rows = [{"score": a.score, "genre": _genre(a), "id": a.id} for a in found if a.score is not None]
    without = len(found) - len(rows)
    title = alt.Title("Scores by genre", subtitle=[LIMIT, f"{len(rows)} scored, {without} without a score."])
    return (
        alt.Chart(alt.Data(values=rows), title=title)
        .mark_bar()
        .encode(
            x=alt.X("score:Q", bin=alt.Bin(step=step, extent=[0, 100]), title="score, 0–100"),
            y=alt.Y("count():Q", title="articles"),
            color=alt.Color("genre:N", title="likeliest genre"),
            tooltip=["genre:N", "count():Q"],
        )
    )


def profile(a: Annotation, model: Model | None = None, most: int = 20) -> Any:
    """An article's features against the texts the model was fitted to.

    Parameters
    ----------
    a : Annotation
    model : Model, optional
        Its curves know each feature's reference (the median of sound reports) and the range seen in training; the one
        that ships where left out.
    most : int
        Features shown, those with most points first.
    """
    alt = _altair()
    from newsgauge.reliability.modelfile import load

    curves = {row.feature: row for row in (model or load()).rows}
    ranked = sorted(a.contributions, key=lambda one: -abs(one.points))
    rows: list[dict[str, Any]] = []
    for one in ranked:
        row = curves.get(one.feature)
        if row is None or one.value is None or row.high <= row.low or len(rows) == most:
            continue
        scale = row.high - row.low
        rows.append(
            {
                "feature": feature_words(one.feature),
                "value": one.value,
                "unit": one.unit,
                "points": round(one.points, 2),
                "here": min(max((one.value - row.low) / scale, -0.05), 1.05),
                "reference": None if row.reference is None else (row.reference - row.low) / scale,
                "effect": "lowers" if one.points < 0 else "raises" if one.points > 0 else "nothing",
            }
        )
    base = alt.Chart(
        alt.Data(values=rows), title=alt.Title("Features within the range seen in training", subtitle=LIMIT)
    )
    order = [row["feature"] for row in rows]
    y = alt.Y("feature:N", sort=order, title=None, axis=alt.Axis(labelLimit=320))
    x = alt.X(
        "here:Q",
        title="lowest … highest value seen in training",
        scale=alt.Scale(domain=[-0.05, 1.05]),
        axis=alt.Axis(labels=False),
    )
    told = ["feature:N", "value:Q", "unit:N", "points:Q"]
    reference = base.mark_tick(color="#777", thickness=3).encode(x="reference:Q", y=y, tooltip=["feature:N"])
    here = base.mark_point(filled=True, size=90).encode(
        x=x, y=y, color=_effect(alt), shape=alt.Shape("effect:N", legend=None), tooltip=told
    )
    return (reference + here).properties(width=360)


def waterfall(a: Annotation) -> Any:
    """From the base to the raw score, step by step; small steps are one."""
    alt = _altair()
    counted = sorted((one for one in a.contributions if one.points), key=lambda one: -abs(one.points))
    large = [one for one in counted if abs(one.points) >= SMALL]
    shown = [one for one in large if one.points < 0][:SHOWN] + [one for one in large if one.points > 0][:SHOWN]
    rest = sum(one.points for one in counted if one not in shown)
    level = a.base or 0.0
    rows: list[dict[str, Any]] = [_bar("a typical sound report", level, level, "start")]
    for one in shown:
        rows.append(_bar(contribution_words(one), level, level + one.points, "lowers" if one.points < 0 else "raises"))
        level += one.points
    if len(shown) < len(counted):
        small = len(counted) - len(shown)
        rows.append(_bar(f"{small} smaller", level, level + rest, "lowers" if rest < 0 else "raises"))
        level += rest
    rows.append(_bar("this text", level, level, "start"))
    title = alt.Title(f"Score {a.score:.0f} of 100" if a.score is not None else "No score", subtitle=LIMIT)
    base = alt.Chart(alt.Data(values=rows), title=title)
    order = [row["step"] for row in rows]
    y = alt.Y("step:N", sort=order, title=None, axis=alt.Axis(labelLimit=420))
    bars = base.transform_filter("datum.effect != 'start'").mark_bar().encode(
        x=alt.X("low:Q", title="points", scale=alt.Scale(zero=False)), x2="high:Q", y=y, color=_effect(alt),
        tooltip=["step:N", "points:Q"],
    )  # fmt: skip
    ends = base.transform_filter("datum.effect == 'start'").mark_tick(thickness=3, color="#444").encode(
        x=alt.X("low:Q", scale=alt.Scale(zero=False)), y=y, tooltip=["step:N", "low:Q"]
    )  # fmt: skip
    return (bars + ends).properties(width=360)


def _bar(step: str, before: float, after: float, effect: str) -> dict[str, Any]:
    return {
        "step": step,
        "low": round(min(before, after), 4),
        "high": round(max(before, after), 4),
        "points": round(after - before, 2),
        "effect": effect,
    }


def sourcing(annotations: Annotation | Iterable[Annotation]) -> Any:
    """Attributions by kind of source and by the way they came."""
    alt = _altair()
    several = [annotations] if isinstance(annotations, Annotation) else list(annotations)
    counts: Counter[tuple[str, str]] = Counter()
    for a in several:
        for entry in ledger(a).entries:
            counts[source_kind_words(entry.kind), entry.way or "no source"] += entry.times
    rows = [{"kind": kind, "way": way, "attributions": n} for (kind, way), n in counts.items()]
    title = alt.Title("Who is quoted", subtitle=f"{len(several)} article{'s' if len(several) != 1 else ''}")
    return (
        alt.Chart(alt.Data(values=rows), title=title)
        .mark_bar()
        .encode(
            x=alt.X("attributions:Q"),
            y=alt.Y("kind:N", sort="-x", title=None),
            color=alt.Color("way:N", title="how it came here"),
            tooltip=["kind:N", "way:N", "attributions:Q"],
        )
    )


def calibration(probabilities: Sequence[float], outcomes: Sequence[bool], bins: int = 10) -> Any:
    """Whether probabilities mean what they say: predicted against observed, in bins of equal size.

    Parameters
    ----------
    probabilities : sequence of float
        Predicted chances of level 4 or 5.
    outcomes : sequence of bool
        Whether gold was 4 or more.
    bins : int
        Fewer where there are fewer than ten texts for each; bars are 95 % Wilson intervals (Wilson 1927).
    """
    alt = _altair()
    if len(probabilities) != len(outcomes) or not outcomes:
        raise ValueError(
            f"calibration: {len(probabilities)} probabilities and {len(outcomes)} outcomes; expected as many"
        )
    ranked = sorted(zip(probabilities, outcomes, strict=True))
    parts = max(1, min(bins, len(ranked) // 10))
    rows = []
    for part in range(parts):
        group = ranked[part * len(ranked) // parts : (part + 1) * len(ranked) // parts]
        observed = sum(bool(outcome) for _, outcome in group) / len(group)
        low, high = wilson(observed, len(group))
        predicted = sum(p for p, _ in group) / len(group)
        rows.append({"predicted": predicted, "observed": observed, "low": low, "high": high, "texts": len(group)})
    base = alt.Chart(
        alt.Data(values=rows), title=alt.Title("Calibration", subtitle=f"{len(ranked)} texts, {parts} bins")
    )
    scale = alt.Scale(domain=[0, 1])
    x = alt.X("predicted:Q", title="predicted chance of level 4 or 5", scale=scale)
    points = base.mark_point(filled=True, size=80, color=_PLAIN).encode(
        x=x,
        y=alt.Y("observed:Q", title="observed share", scale=scale),
        tooltip=["predicted:Q", "observed:Q", "texts:Q"],
    )
    bars = base.mark_rule(color=_PLAIN).encode(x=x, y="low:Q", y2="high:Q")
    line = alt.Chart(alt.Data(values=[{"x": 0, "y": 0}, {"x": 1, "y": 1}])).mark_line(color="#999", strokeDash=[4, 4])
    return (line.encode(x="x:Q", y="y:Q") + bars + points).properties(width=320, height=320)


def wilson(share: float, count: int) -> tuple[float, float]:
    """95 % interval of a share of so many (Wilson 1927)."""
    middle = (share + _Z**2 / (2 * count)) / (1 + _Z**2 / count)
    half = _Z * sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2)) / (1 + _Z**2 / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def outlets(annotations: Iterable[Annotation], outlet: Mapping[str, str] | Callable[[Annotation], str]) -> Any:
    """Scores of texts by outlet: quartiles and every text. It compares texts, and rates no outlet.

    Parameters
    ----------
    annotations : iterable of Annotation
    outlet : mapping or callable
        Article id -> outlet, or a function of the annotation.
    """
    alt = _altair()
    by_outlet: dict[str, list[Annotation]] = defaultdict(list)
    for a in annotations:
        if a.score is not None:
            by_outlet[outlet.get(a.id, "unknown") if isinstance(outlet, Mapping) else outlet(a)].append(a)
    known = {name: found for name, found in by_outlet.items() if len(found) >= FEWEST}
    points = [
        {"outlet": n, "score": a.score, "id": a.id, "genre": _genre(a)} for n, found in known.items() for a in found
    ]
    boxes = [_quartiles(name, [a.score or 0.0 for a in found]) for name, found in known.items()]
    hidden = len(by_outlet) - len(known)
    subtitle = [LIMIT, "Texts are compared, outlets aren't rated."]
    if hidden:
        subtitle.append(
            f"Not shown: {hidden} outlet{'s' if hidden != 1 else ''} with fewer than {FEWEST} scored texts."
        )
    order = [box["outlet"] for box in sorted(boxes, key=lambda box: -float(box["median"]))]
    y = alt.Y("outlet:N", sort=order, title=None, axis=alt.Axis(labelLimit=260))
    base = alt.Chart(alt.Data(values=boxes), title=alt.Title("Scores by outlet", subtitle=subtitle))
    x = alt.X("low:Q", title="score", scale=alt.Scale(domain=[0, 100]))
    box = base.mark_bar(opacity=0.35, color=_PLAIN, height=12).encode(
        x=x, x2="high:Q", y=y, tooltip=["outlet:N", "median:Q", "texts:Q"]
    )
    median = base.mark_tick(thickness=3, color=_PLAIN).encode(x="median:Q", y=y)
    dots = alt.Chart(alt.Data(values=points)).mark_point(size=25, color="#444").encode(
        x="score:Q", y=y, tooltip=["id:N", "score:Q", "genre:N"]
    )  # fmt: skip
    return (box + median + dots).properties(width=420)


def _quartiles(name: str, found: Sequence[float]) -> dict[str, Any]:
    low, median, high = quantiles(found, n=4, method="inclusive")
    return {"outlet": name, "low": low, "median": median, "high": high, "texts": len(found)}


def _genre(a: Annotation) -> str:
    return spoken(max(a.genre, key=a.genre.__getitem__, default="unknown"))


def _effect(alt: Any) -> Any:
    scale = alt.Scale(domain=["lowers", "raises", "nothing"], range=[_LOWERS, _RAISES, "#777777"])
    return alt.Color("effect:N", title=None, scale=scale)
